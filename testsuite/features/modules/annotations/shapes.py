unit: str = "cm"
scale: "float"
if unit:
    precision: int = 3


def area(width: int, height: float = 1.0) -> float:
    rounded: int = round(width)
    return rounded * height


class Box:
    def volume(self, depth: "int") -> "float":
        return area(2, 3) * depth
