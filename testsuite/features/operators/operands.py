"""Operands and receivers that are expressions themselves, and natives that C++ could resolve otherwise than inference did."""


def counted(function):
    def wrapper(*args, **kwargs):
        print(len(args), sorted(kwargs), bool(args), list(reversed(args)))
        return function(*args, **kwargs)
    return wrapper


@counted
def joined(first, second, end=""):
    return (first + second).upper() + (second * 2 + end)[1:3] + (first + second)[0]


print(joined("ab", "cd"), joined("x", "yz", end="!"))
total, step = 7, -3
print((total + step).bit_length(), (-total).conjugate(), (total * 0.5).is_integer(), (not total).bit_length())
text = "a,b,c"
print((text + "cedar").strip(None), ("" * (total % 4) + "{} {}".format("Gum", 0.5))[:30], (text or "none").count(","))
