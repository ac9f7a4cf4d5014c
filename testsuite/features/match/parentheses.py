"""`match` and `case` right before a bracket, without a space, and calls of functions with these names."""


def kind(x):
    match(x):
        case():
            return "empty"
        case(1):
            return "one"
        case[a, b]:
            return "pair", a, b
        case{"key": value}:
            return "mapping", value
        case"text":
            return "text"
        case-1:
            return "minus one"
        case(int() | float())if x > 5:
            return "large"
        case(other):
            return "other", other


for each in ((), 1, [2, 3], {"key": 4}, "text", -1, 6, 5.5, 5):
    print(repr(each), kind(each))

match():
    case():
        print("nothing")

match(1), 2:
    case(1), (2):
        print("two")


def match(x):
    return x


def case(x):
    return x * 2


print(match(3), case(4))
