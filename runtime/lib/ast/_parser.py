"""A parser of expressions: it builds of a tree what literals need, and knows the kinds of all other nodes."""

from ast._strings import value_of
from ast._tokens import END, NAME, NUMBER, OPERATOR, STRING, Source, Tokenizer

_KEYWORDS = frozenset(
    "False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda "
    "nonlocal not or pass raise return try while with yield".split())
_CONSTANTS = {"None": None, "True": True, "False": False}
# How tight binary operators bind; those of comparisons are apart.
_POWERS = {"|": 1, "^": 2, "&": 3, "<<": 4, ">>": 4, "+": 5, "-": 5, "*": 6, "/": 6, "//": 6, "%": 6, "@": 6}
_COMPARISONS = ("<", ">", "<=", ">=", "==", "!=", "in", "is", "not")


class Node:
    """A node of the tree; `parts` depends on its kind."""

    __slots__ = ("kind", "line", "parts", "begin", "end")

    def __init__(self, kind, line, begin, *parts):
        self.kind = kind
        self.line = line
        self.begin = begin
        self.end = begin
        self.parts = parts

    def __repr__(self):
        return f"<ast.{self.kind} object at {hex(id(self))}>"


class Parser:
    """Parses one expression."""

    def __init__(self, text):
        self._source = Source(text)
        tokenizer = Tokenizer(self._source)
        self._tokens = tokenizer.tokens()
        self._unclosed = tokenizer.open
        self._place = 0
        self._depth = 0

    # Tokens.

    @property
    def _token(self):
        return self._tokens[self._place]

    def _is(self, text):
        token = self._token
        return token.text == text and token.kind in (OPERATOR, NAME)

    def _take(self, text):
        if not self._is(text):
            return False
        self._place += 1
        return True

    def _expect(self, text):
        if not self._take(text):
            self._fail()

    def _fail(self, token=None):
        token = token or self._token
        if self._unclosed and token.kind == END:
            bracket, place = self._unclosed[-1]
            raise self._source.error(f"'{bracket}' was never closed", place)
        if token.kind == END:
            error = self._source.error("invalid syntax", 0)
            error.lineno = error.end_lineno = self._source.line_of(token.begin) if self._source.text else 0
            error.offset = error.end_offset = 0
            error.args = ("invalid syntax", ("<unknown>", error.lineno, 0, error.text, error.lineno, 0))
            raise error
        raise self._source.error("invalid syntax", token.begin, token.end)

    def _node(self, kind, begin, *parts):
        made = Node(kind, self._source.line_of(begin), begin, *parts)
        made.end = self._tokens[self._place - 1].end if self._place else begin
        return made

    # Expressions, the loosest first.

    def parse(self):
        """The whole text as one expression."""
        begin = self._token.begin
        first = self.expression()
        if self._is(","):
            items = [first]
            while self._take(","):
                if self._token.kind == END:
                    break
                items.append(self.expression())
            first = self._node("Tuple", begin, items)
        if self._token.kind != END:
            self._fail_behind(first)
        return first

    def _fail_behind(self, left):
        """What follows an expression can't."""
        token = self._token
        if token.kind == NAME and left.kind == "Name" and left.parts[0] in ("print", "exec") and not self._depth:
            name = left.parts[0]
            begin = left.begin
            self.expression()
            raise self._source.error(f"Missing parentheses in call to '{name}'. Did you mean {name}(...)?", begin, self._end())
        if left.kind == "Name" and left.parts[0] in ("print", "exec") and not self._depth and token.kind in (NUMBER, STRING):
            name = left.parts[0]
            self.expression()
            raise self._source.error(f"Missing parentheses in call to '{name}'. Did you mean {name}(...)?", left.begin, self._end())
        if self._depth and token.kind in (NUMBER, STRING, NAME) and (token.kind != NAME or token.text not in _KEYWORDS):
            place = self._place
            try:
                self.expression()
            except SyntaxError:
                self._place = place
                self._fail()
            raise self._source.error("invalid syntax. Perhaps you forgot a comma?", left.begin, self._end())
        self._fail()

    def _end(self):
        return self._tokens[self._place - 1].end

    def expression(self):
        begin = self._token.begin
        if self._is("lambda"):
            return self._lambda(begin)
        value = self._disjunction()
        if not self._is("if") or self._token.kind != NAME:
            return value
        self._place += 1
        self._disjunction()
        if not self._take("else"):
            if self._token.kind == END or self._is(":"):
                raise self._source.error("expected 'else' after 'if' expression", begin, self._end())
            self._fail()
        self.expression()
        return self._node("IfExp", begin)

    def named_expression(self):
        begin = self._token.begin
        value = self.expression()
        if value.kind == "Name" and self._take(":="):
            self.expression()
            return self._node("NamedExpr", begin)
        return value

    def starred(self):
        """An item of a display or a call's argument."""
        begin = self._token.begin
        if self._take("*"):
            self._binary(1)
            return self._node("Starred", begin)
        return self.named_expression()

    def _lambda(self, begin):
        self._place += 1
        while not self._is(":"):
            if self._take("*") or self._take("**") or self._take("/"):
                if not self._take(","):
                    self._name()
                    self._take(",")
                continue
            self._name()
            if self._take("="):
                self.expression()
            if not self._take(",") and not self._is(":"):
                self._fail()
        self._place += 1
        self.expression()
        return self._node("Lambda", begin)

    def _name(self):
        token = self._token
        if token.kind != NAME or token.text in _KEYWORDS:
            self._fail()
        self._place += 1
        return token.text

    def _disjunction(self):
        begin = self._token.begin
        value = self._conjunction()
        while self._take("or"):
            self._conjunction()
            value = self._node("BoolOp", begin)
        return value

    def _conjunction(self):
        begin = self._token.begin
        value = self._inversion()
        while self._take("and"):
            self._inversion()
            value = self._node("BoolOp", begin)
        return value

    def _inversion(self):
        begin = self._token.begin
        if self._take("not"):
            self._inversion()
            return self._node("UnaryOp", begin, "not", None)
        value = self._binary(1)
        while self._token.text in _COMPARISONS and self._token.kind in (NAME, OPERATOR):
            operator = self._token.text
            self._place += 1
            if operator == "not":
                self._expect("in")
            elif operator == "is":
                self._take("not")
            self._binary(1)
            value = self._node("Compare", begin)
        return value

    def _binary(self, least):
        begin = self._token.begin
        left = self._factor()
        while self._token.kind == OPERATOR and _POWERS.get(self._token.text, 0) >= least:
            operator = self._token.text
            self._place += 1
            right = self._binary(_POWERS[operator] + 1)
            left = self._node("BinOp", begin, operator, left, right)
        return left

    def _factor(self):
        begin = self._token.begin
        for operator in ("+", "-", "~"):
            if self._take(operator):
                return self._node("UnaryOp", begin, operator, self._factor())
        value = self._awaited()
        if self._take("**"):
            right = self._factor()
            return self._node("BinOp", begin, "**", value, right)
        return value

    def _awaited(self):
        begin = self._token.begin
        if self._take("await"):
            self._primary()
            return self._node("Await", begin)
        return self._primary()

    def _primary(self):
        begin = self._token.begin
        value = self._atom()
        while self._token.kind == OPERATOR:
            if self._take("."):
                self._name()
                value = self._node("Attribute", begin)
            elif self._is("("):
                count = self._arguments()
                value = self._node("Call", begin, value, count)
            elif self._is("["):
                self._subscript()
                value = self._node("Subscript", begin)
            else:
                break
        return value

    def _arguments(self):
        """How many there are."""
        self._place += 1
        self._depth += 1
        count = 0
        while not self._is(")"):
            count += 1
            if self._take("**"):
                self.expression()
            else:
                value = self.starred()
                if value.kind == "Name" and self._take("="):
                    self.expression()
                elif self._is("for") or self._is("async"):
                    self._comprehension()
            if not self._take(",") and not self._is(")"):
                self._fail_behind(value) if self._token.kind != END else self._fail()
        self._place += 1
        self._depth -= 1
        return count

    def _subscript(self):
        self._place += 1
        self._depth += 1
        if self._is("]"):
            self._fail()
        while not self._is("]"):
            if not self._is(":"):
                self.starred()
            while self._take(":"):
                if not self._is("]") and not self._is(",") and not self._is(":"):
                    self.expression()
            if not self._take(",") and not self._is("]"):
                self._fail()
        self._place += 1
        self._depth -= 1

    def _comprehension(self):
        while self._is("for") or self._is("async"):
            self._take("async")
            self._expect("for")
            self._targets()
            self._expect("in")
            self._disjunction()
            while self._take("if"):
                self._disjunction()

    def _targets(self):
        while True:
            self._take("*")
            self._binary(1)
            if not self._take(",") or self._is("in"):
                return

    # Atoms.

    def _atom(self):
        token = self._token
        begin = token.begin
        if token.kind == NAME:
            if token.text in _CONSTANTS:
                self._place += 1
                return self._node("Constant", begin, _CONSTANTS[token.text])
            return self._node("Name", begin, self._name())
        if token.kind == NUMBER:
            self._place += 1
            return self._node("Constant", begin, self._number(token))
        if token.kind == STRING:
            return self._strings(begin)
        if self._take("..."):
            return self._node("Constant", begin, ...)
        if self._is("(") or self._is("[") or self._is("{"):
            self._place += 1
            self._depth += 1
            display = {"(": self._group, "[": self._list, "{": self._braces}[token.text]
            made = display(begin)
            self._depth -= 1
            return made
        self._fail()

    def _number(self, token):
        text = token.text.replace("_", "")
        base = text[1:2].lower()
        if text[0] == "0" and base in ("x", "o", "b"):
            return int(text, 0)
        if text[-1] in "jJ":
            return complex(0.0, float(text[:-1]))
        if "." in text or "e" in text or "E" in text:
            return float(text)
        try:
            return int(text)
        except ValueError as error:
            message = str(error) + " - Consider hexadecimal for huge integer literals to avoid decimal conversion limits."
            raise self._source.error(message, token.begin) from None

    def _strings(self, begin):
        tokens = []
        while self._token.kind == STRING:
            tokens.append(self._token)
            self._place += 1
        if any(["f" in token.prefix for token in tokens]):
            return self._node("JoinedStr", begin)
        return self._node("Constant", begin, value_of(self._source, tokens))

    def _items(self, closer):
        """Items up to the closing bracket, and whether a comma followed the first."""
        items = []
        has_comma = False
        while not self._is(closer):
            items.append(self.starred())
            if len(items) == 1 and (self._is("for") or self._is("async")):
                self._comprehension()
                self._expect(closer)
                return None, False
            if self._take(","):
                has_comma = True
            elif not self._is(closer):
                self._fail_behind(items[-1])
        self._place += 1
        return items, has_comma

    def _group(self, begin):
        if self._take("yield"):
            if not self._is(")"):
                self._take("from")
                self.expression()
                while self._take(",") and not self._is(")"):
                    self.expression()
            self._expect(")")
            return self._node("Yield", begin)
        items, has_comma = self._items(")")
        if items is None:
            return self._node("GeneratorExp", begin)
        if len(items) == 1 and not has_comma:
            if items[0].kind == "Starred":
                raise self._source.error("cannot use starred expression here", items[0].begin, items[0].end)
            return items[0]
        return self._node("Tuple", begin, items)

    def _list(self, begin):
        items, _ = self._items("]")
        return self._node("ListComp", begin) if items is None else self._node("List", begin, items)

    def _braces(self, begin):
        if self._take("}"):
            return self._node("Dict", begin, [], [])
        if self._is("**"):
            return self._dict(begin, [], [])
        first = self.starred()
        if first.kind == "Starred" or not self._is(":"):
            if self._is("for") or self._is("async"):
                self._comprehension()
                self._expect("}")
                return self._node("SetComp", begin)
            if not self._is("}"):
                if not self._take(","):
                    self._fail_behind(first)
            items, _ = self._items("}")
            return self._node("Set", begin, [first, *(items or [])])
        self._place += 1
        value = self._dict_value()
        if self._is("for") or self._is("async"):
            self._comprehension()
            self._expect("}")
            return self._node("DictComp", begin)
        return self._dict(begin, [first], [value])

    def _dict_value(self):
        if self._is("}") or self._is(","):
            colon = self._tokens[self._place - 1]
            raise self._source.error("expression expected after dictionary key and ':'", colon.begin, colon.end)
        return self.expression()

    def _dict(self, begin, keys, values):
        if keys and not self._take(",") and not self._is("}"):
            self._fail_behind(values[-1])
        while not self._is("}"):
            if self._take("**"):
                keys.append(None)
                values.append(self._binary(1))
            else:
                keys.append(self.expression())
                if not self._take(":"):
                    if self._is("}") or self._is(","):
                        raise self._source.error("':' expected after dictionary key", self._tokens[self._place - 1].begin)
                    self._fail_behind(keys[-1])
                values.append(self._dict_value())
            if not self._take(",") and not self._is("}"):
                self._fail_behind(values[-1])
        self._place += 1
        return self._node("Dict", begin, keys, values)
