# Instances, attributes and virtual calls.
class Shape:
    def __init__(self, scale):
        self.scale = scale

    def area(self):
        raise NotImplementedError

    def grow(self, by):
        self.scale += by


class Square(Shape):
    def area(self):
        return self.scale * self.scale


class Circle(Shape):
    def area(self):
        return 3.25 * self.scale * self.scale


class Ring(Circle):
    def __init__(self, scale, hole):
        super().__init__(scale)
        self.hole = hole

    def area(self):
        return super().area() - 3.25 * self.hole * self.hole


def main():
    shapes = [Square(1.0), Circle(2.0), Ring(4.0, 3.0)] * 100
    total = 0.0
    for _ in range(12000):
        for shape in shapes:
            total += shape.area()
    for shape in shapes:
        shape.grow(0.5)
    print(total, sum(shape.area() for shape in shapes))


main()
