"""Random expressions of a wanted type. They may raise, as programs do; callers print what was raised."""
from generator.scope import BOOL, COUNTS, FLOAT, INT, INTS, NUMBERS, OPTIONAL, PAIR, PAIRS, STR, STRS

WORDS = ("ash", "birch", "cedar", "elm", "", "fir tree", "Gum", "héron", "日本", "x\\ty", "a,b,c", "  pad ", "12", "-7", "ẞ")
SPECS = {
    INT: ("", "d", "5d", "<6", "^7", "+d", "05", "x", "#x", "b", "#o", ",", "_", "e", ".2f", "%", "n"),
    FLOAT: ("", ".3f", "8.2f", "e", ".3e", "g", "+.1f", "010.2f", ",.2f", "%", ".0%"),
    STR: ("", "8", ">8", "^9", "*^9", ".2", "_<6.3"),
}


class Expressions:
    def __init__(self, random, scope):
        self.random = random
        self.scope = scope

    def of(self, wanted, depth=2):
        """The text of an expression; deeper ones are wider."""
        names = self.scope.of_type(wanted)
        if names and self.random.random() < (0.35 if depth > 0 else 0.8):
            return self.random.choice(names)
        if depth <= 0:
            return self.literal(wanted)
        if self.random.random() < 0.12:
            if call := self.call_returning(wanted, depth):
                return call
        return self.random.choice(PRODUCTIONS[wanted])(self, depth - 1)

    def literal(self, wanted):
        random = self.random
        match wanted:
            case "int":
                return str(random.choice((0, 1, 2, 3, 5, 7, 10, -1, -4, 31, 64, 255, 1000, 2**31, 2**62, 2**63, -(2**64), random.randrange(100))))
            case "float":
                return random.choice(("0.0", "0.5", "1.5", "-2.25", "1e3", "3.14159", "1e-7", "2.5", "1e16", "123456789.125", "-0.0"))
            case "bool":
                return random.choice(("True", "False"))
            case "str":
                return f'"{random.choice(WORDS)}"'
            case "list[int]":
                return "[" + ", ".join(self.literal(INT) for _ in range(random.randrange(5))) + "]"
            case "list[str]":
                return "[" + ", ".join(self.literal(STR) for _ in range(random.randrange(4))) + "]"
            case "list[tuple[str, int]]":
                return "[" + ", ".join(f"({self.literal(STR)}, {self.literal(INT)})" for _ in range(random.randrange(4))) + "]"
            case "dict[str, int]":
                return "{" + ", ".join(f"{self.literal(STR)}: {self.literal(INT)}" for _ in range(random.randrange(4))) + "}"
            case "set[int]":
                items = ", ".join(str(random.randrange(20)) for _ in range(random.randrange(5)))
                return f"{{{items}}}" if items else "set()"
            case "tuple[int, str]":
                return f"({self.literal(INT)}, {self.literal(STR)})"
            case "int | None":
                return random.choice(("None", self.literal(INT)))

    def call_returning(self, wanted, depth):
        """A call of one of the program's functions that gives the wanted type, if there is one."""
        kinds = ("plain", "coroutine") if self.scope.is_async else ("plain",)
        found = [each for each in self.scope.functions if each.result == wanted and each.kind in kinds]
        if not found:
            return None
        function = self.random.choice(found)
        if not self.scope.affords(function):
            return None
        text = f"{function.name}({self.arguments(function, depth)})"
        return f"(await {text})" if function.kind == "coroutine" else text

    def arguments(self, function, depth):
        given = function.parameters
        if function.defaults and self.random.random() < 0.4:
            given = given[: len(given) - self.random.randint(1, function.defaults)]
        values = [(name, self.of(type_, depth - 1)) for name, type_ in given]
        if values and self.random.random() < 0.25:
            split = self.random.randrange(len(values))
            named = values[split:]
            self.random.shuffle(named)
            return ", ".join([value for _, value in values[:split]] + [f"{name}={value}" for name, value in named])
        if len(values) > 1 and self.random.random() < 0.1:
            return f"{values[0][1]}, *({', '.join(value for _, value in values[1:])},)"
        return ", ".join(value for _, value in values)

    def choose(self, *values):
        return self.random.choice(values)

    # ---- ints

    def arithmetic(self, depth):
        return f"({self.of(INT, depth)} {self.choose('+', '-', '*', '//', '%', '&', '|', '^')} {self.of(INT, depth)})"

    def shift(self, depth):
        return f"({self.of(INT, depth)} {self.choose('<<', '>>')} ({self.of(INT, depth)} % 70))"

    def power(self, depth):
        return self.choose(f"({self.of(INT, depth)} % 50) ** {self.random.randrange(12)}", f"pow({self.of(INT, depth)}, {self.random.randrange(20)}, 97)")

    def int_function(self, depth):
        return self.choose(
            f"len({self.of(self.choose(STR, INTS, STRS, COUNTS, NUMBERS), depth)})",
            f"abs({self.of(INT, depth)})",
            f"int({self.of(self.choose(STR, FLOAT, BOOL), depth)})",
            f"sum({self.of(self.choose(INTS, NUMBERS), depth)})",
            f"max({self.of(INT, depth)}, {self.of(INT, depth)})",
            f"min({self.of(INTS, depth)}, default={self.of(INT, depth)})",
            f"round({self.of(FLOAT, depth)})",
            f"({self.of(INT, depth)}).bit_length()",
            f"ord({self.of(STR, depth)}[0])",
            f"{self.of(STR, depth)}.{self.choose('count', 'find', 'rfind', 'index')}({self.of(STR, depth)})",
            f"~{self.of(INT, depth)}",
            f"divmod({self.of(INT, depth)}, {self.of(INT, depth)})[{self.random.randrange(2)}]",
        )

    def int_element(self, depth):
        return self.choose(
            f"{self.of(INTS, depth)}[{self.random.randrange(-3, 3)}]",
            f"{self.of(COUNTS, depth)}[{self.of(STR, depth)}]",
            f"{self.of(COUNTS, depth)}.get({self.of(STR, depth)}, {self.of(INT, depth)})",
            f"{self.of(PAIR, depth)}[0]",
            f"{self.of(INTS, depth)}.{self.choose('index', 'count')}({self.of(INT, depth)})",
        )

    def int_choice(self, depth):
        return f"({self.of(INT, depth)} if {self.of(BOOL, depth)} else {self.of(INT, depth)})"

    def int_default(self, depth):
        return f"({self.of(OPTIONAL, depth)} or {self.of(INT, depth)})"

    def method(self, depth):
        if not self.scope.classes:
            return self.arithmetic(depth)
        class_ = self.random.choice(self.scope.classes)
        made = self.instance(class_, depth)
        attributes = [name for name, type_ in class_.attributes.items() if type_ == INT]
        if attributes and self.random.random() < 0.4:
            return f"{made}.{self.random.choice(attributes)}"
        return f"{made}.{self.random.choice(class_.methods)}({self.of(INT, depth)})" if class_.methods else self.arithmetic(depth)

    def instance(self, class_, depth=1):
        names = self.scope.of_type(class_.name)
        if names and self.random.random() < 0.6:
            return self.random.choice(names)
        return f"{class_.name}({', '.join(self.of(type_, depth - 1) for type_ in class_.parameters)})"

    def reduction(self, depth):
        name = self.scope.new_name("i")
        return f"sum({self.with_variable(name, INT, INT, depth)} for {name} in {self.of(INTS, depth)})"

    def with_variable(self, name, type_, wanted, depth):
        """An expression that sees one more variable, as in a comprehension."""
        self.scope.variables[name] = type_
        self.scope.repetitions *= 10
        try:
            return self.of(wanted, depth)
        finally:
            del self.scope.variables[name]
            self.scope.repetitions //= 10

    # ---- floats, bools

    def float_arithmetic(self, depth):
        return f"({self.of(self.choose(FLOAT, FLOAT, INT), depth)} {self.choose('+', '-', '*', '/')} {self.of(FLOAT, depth)})"

    def float_function(self, depth):
        return self.choose(
            f"float({self.of(self.choose(INT, STR), depth)})",
            f"round({self.of(FLOAT, depth)}, {self.random.randrange(4)})",
            f"({self.of(INT, depth)} / {self.of(INT, depth)})",
            f"abs({self.of(FLOAT, depth)})",
            f"math.floor({self.of(FLOAT, depth)}) * 0.5",
            f"max({self.of(FLOAT, depth)}, {self.of(FLOAT, depth)})",
            f"sum({self.of(INTS, depth)}, 0.0)",
            f"({self.of(FLOAT, depth)} % {self.of(FLOAT, depth)})",
        )

    def comparison(self, depth):
        type_ = self.choose(INT, INT, FLOAT, STR, INTS, PAIR)
        operator = self.choose("<", "<=", "==", "!=", ">", ">=")
        if self.random.random() < 0.2:
            return f"({self.of(type_, depth)} {operator} {self.of(type_, depth)} {self.choose('<', '>=', '==')} {self.of(type_, depth)})"
        return f"({self.of(type_, depth)} {operator} {self.of(type_, depth)})"

    def containment(self, depth):
        item, container = self.choose((INT, INTS), (STR, STRS), (STR, COUNTS), (INT, NUMBERS), (STR, STR))
        return f"({self.of(item, depth)} {self.choose('in', 'not in')} {self.of(container, depth)})"

    def logic(self, depth):
        return self.choose(
            f"({self.of(BOOL, depth)} {self.choose('and', 'or')} {self.of(BOOL, depth)})",
            f"(not {self.of(self.choose(BOOL, INT, STR, INTS), depth)})",
            f"bool({self.of(self.choose(INT, FLOAT, STR, INTS, COUNTS), depth)})",
            f"([{self.of(OPTIONAL, depth)}][0] is {self.choose('', 'not ')}None)",
            f"isinstance({self.of(self.choose(INT, BOOL, STR, FLOAT), depth)}, {self.choose('int', 'str', '(int, float)', 'bool')})",
            f"{self.choose('any', 'all')}({self.of(INTS, depth)})",
            f"{self.of(STR, depth)}.{self.choose('startswith', 'endswith')}({self.of(STR, depth)})",
            f"{self.of(STR, depth)}.{self.choose('isdigit', 'isalpha', 'isupper', 'isspace', 'isidentifier')}()",
        )

    # ---- strs

    def str_operation(self, depth):
        return self.choose(
            f"({self.of(STR, depth)} + {self.of(STR, depth)})",
            f"{self.of(STR, depth)} * ({self.of(INT, depth)} % 4)",
            f"{self.of(STR, depth)}[{self.slice(depth)}]",
            f"{self.of(STR, depth)}[{self.random.randrange(-3, 3)}]",
            f"str({self.of(self.choose(INT, FLOAT, BOOL, INTS, COUNTS, PAIR, NUMBERS, OPTIONAL), depth)})",
            f"repr({self.of(self.choose(STR, INTS, STRS, FLOAT, PAIR), depth)})",
            f"{self.of(STR, depth)}.join({self.of(STRS, depth)})",
            f"{self.of(STRS, depth)}[{self.random.randrange(-2, 2)}]",
            f"({self.of(STR, depth)} if {self.of(BOOL, depth)} else {self.of(STR, depth)})",
            f"{self.choose('hex', 'bin', 'oct')}({self.of(INT, depth)})",
            f"chr({self.of(INT, depth)} % 1000 + 32)",
        )

    def str_method(self, depth):
        plain = self.choose("upper", "lower", "title", "strip", "lstrip", "swapcase", "capitalize", "casefold")
        padding = self.choose("ljust", "rjust", "center", "zfill")
        return self.choose(
            f"{self.of(STR, depth)}.{plain}()",
            f"{self.of(STR, depth)}.{padding}({self.of(INT, depth)} % 12)",
            f"{self.of(STR, depth)}.replace({self.of(STR, depth)}, {self.of(STR, depth)})",
            f"{self.of(STR, depth)}.partition({self.of(STR, depth)})[{self.random.randrange(3)}]",
        )

    def fstring(self, depth):
        parts = []
        for _ in range(self.random.randint(1, 3)):
            type_ = self.choose(INT, FLOAT, STR)
            spec = self.choose(*SPECS[type_])
            conversion = self.choose("", "", "", "!r", "!s") if not spec or type_ == STR else ""
            value = self.of(type_, min(depth, 1)).replace("\\t", " ").replace('"', "'")
            parts.append(f"{{{'' if value[0] != '{' else ' '}{value}{conversion}{':' + spec if spec else ''}}}")
        return 'f"' + self.choose(" ", "-", "{{}}").join(parts) + '"'

    def percent(self, depth):
        return self.choose(
            f'"%d|%5.2f|%-6s|" % ({self.of(INT, depth)}, {self.of(FLOAT, depth)}, {self.of(STR, depth)})',
            f'"{{}} {{}}".format({self.of(STR, depth)}, {self.of(FLOAT, depth)})',
            f'"{{0!r:>8}} {{1}}".format({self.of(STR, depth)}, {self.of(INT, depth)})',
            f'"{{a}}-{{b:>5}}".format(a={self.of(INT, depth)}, b={self.of(STR, depth)})',
        )

    def slice(self, depth):
        bound = lambda: self.choose("", "", str(self.random.randrange(-4, 5)), self.of(INT, 0) if depth > 0 else "1")
        return f"{bound()}:{bound()}" + self.choose("", "", f":{self.choose(2, -1, 3)}")

    # ---- containers

    def list_of_ints(self, depth):
        name = self.scope.new_name("i")
        return self.choose(
            f"[{self.with_variable(name, INT, INT, depth)} for {name} in {self.of(self.choose(INTS, NUMBERS), depth)}]",
            f"[{self.with_variable(name, INT, INT, depth)} for {name} in range({self.random.randrange(6)}) if {self.with_variable(name, INT, BOOL, depth)}]",
            f"sorted({self.of(self.choose(INTS, NUMBERS), depth)}{self.choose('', ', reverse=True', ', key=abs')})",
            f"({self.of(INTS, depth)} + {self.of(INTS, depth)})",
            f"{self.of(INTS, depth)}[{self.slice(depth)}]",
            f"list({self.of(COUNTS, depth)}.values())",
            f"[*{self.of(INTS, depth)}, {self.of(INT, depth)}]",
            f"list(map(lambda {name}: {self.with_variable(name, INT, INT, depth)}, {self.of(INTS, depth)}))",
            f"list(filter(None, {self.of(INTS, depth)}))",
            f"{self.of(INTS, depth)} * ({self.of(INT, depth)} % 3)",
            f"[{self.of(INT, depth)}, {self.of(INT, depth)}]",
            f"list(reversed({self.of(INTS, depth)}))",
        )

    def list_of_strs(self, depth):
        name = self.scope.new_name("s")
        return self.choose(
            f"{self.of(STR, depth)}.split({self.choose('', self.literal(STR))})",
            f"[{self.with_variable(name, STR, STR, depth)} for {name} in {self.of(STRS, depth)}]",
            f"sorted({self.of(STRS, depth)}{self.choose('', ', key=len', ', reverse=True')})",
            f"list({self.of(self.choose(STR, COUNTS), depth)})",
            f"[{self.of(STR, depth)}, *{self.of(STRS, depth)}]",
            f"{self.of(STRS, depth)}[{self.slice(depth)}]",
            f"[{name} for {name}, _ in {self.of(PAIRS, depth)}]",
        )

    def list_of_pairs(self, depth):
        name = self.scope.new_name("p")
        return self.choose(
            f"list({self.of(COUNTS, depth)}.items())",
            f"list(zip({self.of(STRS, depth)}, {self.of(INTS, depth)}))",
            f"[({name}, {self.with_variable(name, STR, INT, depth)}) for {name} in {self.of(STRS, depth)}]",
            f"sorted({self.of(PAIRS, depth)}, key=lambda {name}: {name}[{self.random.randrange(2)}])",
            f"[({name}, index) for index, {name} in enumerate({self.of(STRS, depth)}, {self.random.randrange(3)})]",
        )

    def dict_of_counts(self, depth):
        name = self.scope.new_name("k")
        return self.choose(
            f"dict({self.of(PAIRS, depth)})",
            f"{{{name}: {self.with_variable(name, STR, INT, depth)} for {name} in {self.of(STRS, depth)}}}",
            f"{{**{self.of(COUNTS, depth)}, {self.of(STR, depth)}: {self.of(INT, depth)}}}",
            f"({self.of(COUNTS, depth)} | {self.of(COUNTS, depth)})",
            f"dict.fromkeys({self.of(STRS, depth)}, {self.of(INT, depth)})",
        )

    def set_of_numbers(self, depth):
        name = self.scope.new_name("i")
        return self.choose(
            f"{{{name} % 17 for {name} in {self.of(INTS, depth)}}}",
            f"({self.of(NUMBERS, depth)} {self.choose('|', '&', '-', '^')} {self.of(NUMBERS, depth)})",
            f"set(range({self.random.randrange(9)}))",
        )

    def pair(self, depth):
        return self.choose(
            f"({self.of(INT, depth)}, {self.of(STR, depth)})",
            f"tuple([{self.of(INT, depth)}, {self.of(STR, depth)}])",
            f"max({self.of(PAIR, depth)}, {self.of(PAIR, depth)})",
        )

    def optional(self, depth):
        return self.choose(
            "None",
            self.of(INT, depth),
            f"{self.of(COUNTS, depth)}.get({self.of(STR, depth)})",
            f"next(iter({self.of(INTS, depth)}), None)",
            f"({self.of(INT, depth)} if {self.of(BOOL, depth)} else None)",
        )


PRODUCTIONS = {
    INT: (Expressions.arithmetic, Expressions.arithmetic, Expressions.shift, Expressions.power, Expressions.int_function,
          Expressions.int_function, Expressions.int_element, Expressions.int_choice, Expressions.int_default, Expressions.method,
          Expressions.reduction),
    FLOAT: (Expressions.float_arithmetic, Expressions.float_function),
    BOOL: (Expressions.comparison, Expressions.comparison, Expressions.containment, Expressions.logic),
    STR: (Expressions.str_operation, Expressions.str_operation, Expressions.str_method, Expressions.fstring, Expressions.percent),
    INTS: (Expressions.list_of_ints,),
    STRS: (Expressions.list_of_strs,),
    PAIRS: (Expressions.list_of_pairs,),
    COUNTS: (Expressions.dict_of_counts,),
    NUMBERS: (Expressions.set_of_numbers,),
    PAIR: (Expressions.pair,),
    OPTIONAL: (Expressions.optional,),
}
