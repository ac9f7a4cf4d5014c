def area(width: int, height: float = 1.0) -> float:
    return width * height


class Box:
    def volume(self, depth: "int") -> "float":
        return area(2, 3) * depth
