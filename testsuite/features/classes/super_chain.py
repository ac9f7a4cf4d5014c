"""`super()` along chains of classes, what they set, and exceptions of the program's own."""


class Shape:
    def __init__(self, name, sides=0):
        self.name = name
        self.sides = sides

    def area(self):
        return 0.0

    def describe(self, prefix="a"):
        return f"{prefix} {self.name} with {self.sides} sides and area {self.area():.2f}"


class Rectangle(Shape):
    def __init__(self, width, height):
        super().__init__("rectangle", sides=4)
        self.width = width
        self.height = height

    def area(self):
        return self.width * self.height + super().area()


class Square(Rectangle):
    def __init__(self, side):
        super().__init__(side, side)
        self.name = "square"

    def describe(self, prefix="the"):
        return super().describe(prefix).upper()


class Late(Shape):
    def __init__(self):
        self.early = self.describe_safely()
        super().__init__("late")

    def describe_safely(self):
        try:
            return self.describe()
        except AttributeError as error:
            return str(error)


for shape in (Shape("point"), Rectangle(2, 3.5), Square(4)):
    print(shape.describe())
    print(shape.describe(prefix="my"), shape.area())
print(Late().early, Late().name)


class AppError(Exception):
    pass


class CodeError(AppError):
    def __init__(self, code):
        super().__init__(code)
        self.code = code


class DetailError(CodeError, ValueError):
    def __init__(self, code, detail):
        super().__init__(code)
        self.detail = detail

    def __str__(self):
        return f"{self.detail}/{super().__str__()}"


class Silent(AppError):
    def __init__(self, *parts):
        self.parts = parts


class Quiet(KeyError):
    def __init__(self, key, hint=None):
        self.hint = hint


def fail(how):
    if how == 0:
        raise AppError
    if how == 1:
        raise AppError("one", 1)
    if how == 2:
        raise CodeError(2)
    if how == 3:
        raise DetailError(3, "detail")
    if how == 4:
        raise Silent("x", 4)
    if how == 5:
        raise Quiet("k", "h")
    if how == 6:
        raise CodeError
    return [][how]


for how in range(8):
    try:
        fail(how)
    except CodeError as error:
        print("code", type(error).__name__, error, error.args, error.code + 1)
    except AppError as error:
        print("app", repr(error), str(error), error.args)
    except (KeyError, TypeError) as error:
        print("key or type", repr(error), error.args)
        if isinstance(error, Quiet):
            print(error.hint)
    except Exception as error:
        print("other", repr(error))


def relabel(error):
    error.code = "relabelled"


try:
    fail(2)
except Exception as error:
    relabel(error)
    if isinstance(error, CodeError):
        print(error.code + "!")

try:
    try:
        fail(2)
    except AppError as error:
        raise DetailError(error.code, "from") from error
except ValueError as error:
    print(error, error.__cause__.code, error.code)

kept = []
try:
    fail(3)
except AppError as error:
    kept.append(error)
for error in kept:
    error.code = None
print(kept[0].code, kept[0].detail, str(kept[0]))


class Counter:
    made = 0

    def __init__(self):
        super().__init__()
        Counter.made += 1
        self.number = Counter.made


print([Counter().number for _ in range(3)])
try:
    class Strict:
        def __init__(self, value):
            super().__init__(value)
    Strict(1)
except TypeError as error:
    print(error)


def unhandled():
    raise DetailError(9, "last")


unhandled()
