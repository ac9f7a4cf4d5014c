# Attributes that built-in exceptions have themselves, stored by methods of classes that derive from them
import sys
import traceback


class Missing(OSError):
    def __init__(self, number):
        super().__init__(number, "text")
        self.errno = number + 1
        self.filename = "there"


class Malformed(SyntaxError):
    def __init__(self, message, line):
        super().__init__(message)
        self.msg = message.upper()
        self.lineno = line
        self.filename = "settings.ini"


class Done(StopIteration):
    def __init__(self, value):
        self.value = value


class Undecodable(UnicodeDecodeError):
    def __init__(self, *args):
        super().__init__(*args)
        self.reason = "because"


class NotThere(ImportError):
    def __init__(self, message):
        self.msg = message + "!"


class Twice(Exception):
    def __init__(self, value):
        self.args = (value, value)

    def more(self):
        self.args += (self.args[0] + 1,)
        return self


class Caused(Exception):
    def __init__(self):
        self.__cause__ = ValueError("cause")
        self.__notes__ = ["a note"]


class Unnamed(NameError):
    def __init__(self, name):
        super().__init__("unnamed")
        self.name = name


class Whole(SystemExit):
    """Its base has the place, unless it's the class's own attribute."""

    def double(self):
        self.code *= 2
        return self


class Constant(SystemExit):
    code = 7

    def change(self, code):
        self.code = code
        return self


# What a class that has no such base calls so is its own.
class Plain(Exception):
    def __init__(self, code, name):
        super().__init__(code)
        self.code, self.name, self.value, self.filename = code, name, code, None


class Items:
    def __iter__(self):
        return self

    def __next__(self):
        raise Done(5)


def delegate():
    print((yield from Items()))


print(Missing(2), Missing(2).errno + 1, repr(Missing(2)))
print(Malformed("m", 3), Malformed("m", 3).lineno)
traceback.print_exception(Malformed("m", 4), file=sys.stdout)
list(delegate())
print(Undecodable("utf8", b"a", 0, 1, "r"), NotThere("m"), NotThere("m").msg)
print(Twice(1), repr(Twice(2).more()), Twice(3).args)
traceback.print_exception(Caused(), file=sys.stdout)
print(Unnamed("x").name, Unnamed("x"), Plain(1, "n").code, Plain(1, "n"), Plain(2, "m").name)
print(Whole(4).double().code, Whole(4).args, Whole().code, Constant(3).code, Constant(3).change("c").code)
for made in (Missing(1), Malformed("a", 1), Twice(0), Whole(5), Plain(1, 2)):
    print(made.args)
raise Constant(1).change(3)
