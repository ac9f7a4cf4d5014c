# try, except, else and finally in all their orders.
def run(action):
    print("--", action.__name__)
    try:
        result = action()
    except (KeyError, IndexError) as error:
        print("look-up:", repr(error))
    except ArithmeticError as error:
        print("arithmetic:", error)
        return "returned from except"
    except Exception as error:
        print(type(error).__name__, error.args)
    else:
        print("no error:", result)
        return "returned from else"
    finally:
        print("finally")
    return "fell through"


def fine():
    return 1


def key():
    return {}["missing"]


def index():
    return [][3]


def division():
    return 1 // 0


def value():
    return int("twelve")


def attribute():
    return None.upper()


for action in [fine, key, index, division, value, attribute]:
    print(run(action))


def overriding():
    try:
        raise ValueError("lost")
    finally:
        return "finally wins"


def loop():
    for n in range(5):
        try:
            if n == 1:
                continue
            if n == 3:
                break
            print("body", n)
        finally:
            print("leaving", n)
    return n


print(overriding(), loop())

try:
    try:
        1 / 0
    except ZeroDivisionError as error:
        raise RuntimeError("while handling") from error
except RuntimeError as error:
    print(repr(error), repr(error.__cause__), error.__suppress_context__)
try:
    error
except NameError as gone:
    print(gone)


def nested():
    try:
        try:
            raise KeyError("first")
        except KeyError:
            raise ValueError("second")
    except ValueError as error:
        return repr(error.__context__)


print(nested())
