"""A calculator: evaluates the expressions of the command line, or a few of its own.

    aiocc run examples/calculator.py '2 ** 100' 'square(3) - 1/4'

Plain synchronous Python: a tokeniser as a generator, a recursive-descent parser as a class, integers of any size, and errors that point
at the place.
"""
import sys

FUNCTIONS = {"square": lambda x: x * x, "half": lambda x: x / 2, "negate": lambda x: -x}


class Mistake(Exception):
    def __init__(self, message, column):
        super().__init__(message)
        self.column = column


def tokens(text):
    """Pairs of a token and its column; the last token is empty."""
    at = 0
    while at < len(text):
        if text[at].isspace():
            at += 1
            continue
        start = at
        if text[at].isdigit():
            while at < len(text) and (text[at].isdigit() or text[at] == "."):
                at += 1
        elif text[at].isalpha():
            while at < len(text) and text[at].isalnum():
                at += 1
        elif text.startswith("**", at):
            at += 2
        elif text[at] in "+-*/()":
            at += 1
        else:
            raise Mistake(f"unexpected {text[at]!r}", at)
        yield text[start:at], start
    yield "", len(text)


class Parser:
    def __init__(self, text):
        self.rest = list(tokens(text))

    def peek(self):
        return self.rest[0][0]

    def take(self):
        return self.rest.pop(0)

    def expect(self, wanted):
        token, column = self.take()
        if token != wanted:
            raise Mistake(f"expected {wanted!r}, got {token!r}" if token else f"expected {wanted!r} at the end", column)

    def whole(self):
        value = self.sum()
        token, column = self.take()
        if token:
            raise Mistake(f"{token!r} is left over", column)
        return value

    def sum(self):
        value = self.product()
        while self.peek() in ("+", "-"):
            sign = self.take()[0]
            term = self.product()
            value = value + term if sign == "+" else value - term
        return value

    def product(self):
        value = self.power()
        while self.peek() in ("*", "/"):
            sign, column = self.take()
            factor = self.power()
            if sign == "*":
                value *= factor
            else:
                try:
                    value /= factor
                except ZeroDivisionError as error:
                    raise Mistake("division by zero", column) from error
        return value

    def power(self):
        value = self.atom()
        if self.peek() == "**":
            self.take()
            return value ** self.power()
        return value

    def atom(self):
        token, column = self.take()
        if token == "-":
            return -self.atom()
        if token == "(":
            value = self.sum()
            self.expect(")")
            return value
        if token in FUNCTIONS:
            self.expect("(")
            value = self.sum()
            self.expect(")")
            return FUNCTIONS[token](value)
        if token and token[0].isdigit():
            return float(token) if "." in token else int(token)
        raise Mistake(f"expected a number, got {token!r}" if token else "expected a number at the end", column)


def main(expressions):
    failures = 0
    for expression in expressions:
        try:
            print(f"{expression} = {Parser(expression).whole()}")
        except Mistake as mistake:
            failures += 1
            print(expression)
            print(" " * mistake.column + "^ " + str(mistake))
    return 1 if failures else 0


sys.exit(main(sys.argv[1:] or ["1 + 2 * 3", "2 ** 3 ** 2", "2 ** 100", "square(1.5) - 1/4", "-(4 - 6) / half(8)", "7 * (3 + ", "1 / 0", "2 $ 3"]))
