"""Random functions, generators, coroutines, decorators and classes at a module's top level."""
from generator.expressions import Expressions
from generator.scope import FLOAT, INT, INTS, STR, STRS, TYPES, Class, Function
from generator.statements import Statements


class Definitions:
    def __init__(self, random, scope, lines):
        self.random = random
        self.scope = scope
        self.lines = lines

    def parameters(self, most=3):
        return [(f"p{index}", self.random.choice(TYPES)) for index in range(self.random.randint(0, most))]

    def signature(self, function):
        """Some annotated, some annotated wrongly, most not at all."""
        style = self.random.random()
        first_default = len(function.parameters) - function.defaults
        parts = []
        for index, (name, type_) in enumerate(function.parameters):
            annotation = f": {type_}" if style < 0.25 else f": {self.random.choice(TYPES)}" if style < 0.35 else ""
            default = Expressions(self.random, self.scope.inner()).literal(type_) if index >= first_default else None
            parts.append(name + annotation + (f" = {default}" if annotation and default else f"={default}" if default else ""))
        return ", ".join(parts)

    def function(self, kind="plain"):
        function = Function(self.scope.new_name("f"), self.parameters(), self.random.choice(TYPES), kind)
        function.defaults = self.random.choice((0, 0, min(1, len(function.parameters)), len(function.parameters)))
        if kind == "plain" and self.random.random() < 0.2:
            self.lines.append("@traced")
        prefix = "async def" if kind in ("coroutine", "async generator") else "def"
        self.lines.append(f"{prefix} {function.name}({self.signature(function)}):")
        inner = self.scope.inner(variables=dict(function.parameters), is_async=prefix.startswith("async"), counter=self.scope.counter)
        statements = Statements(self.random, inner, self.lines)
        if self.random.random() < 0.3:
            self.closure(statements)
        if kind in ("generator", "async generator"):
            self.yields(statements, function)
        else:
            statements.body(self.random.randint(2, 5))
            statements.write(f"return {statements.of(function.result)}")
        self.scope.counter = inner.counter
        function.cost = inner.cost
        self.lines.append("")
        self.scope.functions.append(function)

    def yields(self, statements, function):
        form = self.random.randrange(3)
        statements.body(self.random.randint(0, 2), 1)
        statements.write(f"yield {statements.of(function.result)}")
        if form == 1:
            statements.write("try:")
            statements.write(f"    yield {statements.of(function.result)}")
            statements.write("finally:")
            statements.write(f'    print("{function.name} is done")')
        elif form == 2:
            statements.write(f"for _ in range({self.random.randrange(4)}):")
            statements.write(f"    yield {statements.of(function.result)}")
        statements.body(self.random.randint(0, 1), 0)

    def closure(self, statements):
        """A nested function that reads and rebinds a variable of its function."""
        scope, random = statements.scope, self.random
        total, add = scope.new_name("total"), scope.new_name("add")
        start = statements.of(INT, 1)
        statements.write(f"{total} = {start}")
        statements.write(f"def {add}(step={Expressions(random, scope.inner()).literal(INT)}, *rest, **named):")
        statements.write(f"    nonlocal {total}")
        statements.write(f"    {total} {random.choice('+-^')}= step")
        statements.write(f"    return {total} + len(rest) - len(named)")
        scope.variables[total] = INT
        call = random.choice((f"{add}()", f"{add}({statements.of(INT, 1)}, 1, 2)", f"{add}(step={statements.of(INT, 1)}, other=1)"))
        statements.write(f"print({call}, {total})")

    def class_(self):
        random = self.random
        base = random.choice(self.scope.classes) if self.scope.classes and random.random() < 0.4 else None
        class_ = Class(self.scope.new_name("C"), [], {}, [])
        self.lines.append(f"class {class_.name}{f'({base.name})' if base else ''}:")
        names = [(self.scope.new_name("a"), random.choice((INT, INT, STR, FLOAT, INTS, STRS))) for _ in range(random.randint(1, 3))]
        own = [type_ for _, type_ in names]
        class_.parameters = (base.parameters if base else []) + own
        class_.attributes = {**(base.attributes if base else {}), **dict(names)}
        inherited = [f"b{index}" for index in range(len(base.parameters) if base else 0)]
        self.lines.append(f"    def __init__(self, {', '.join(inherited + [name for name, _ in names])}):")
        if base:
            self.lines.append(f"        super().__init__({', '.join(inherited)})")
        self.lines += [f"        self.{name} = {name}" for name, _ in names]
        class_.methods = list(base.methods) if base else []
        for _ in range(random.randint(1, 2)):
            self.method(class_, base)
        self.special_methods(class_, names)
        self.lines.append("")
        self.scope.classes.append(class_)

    def method(self, class_, base):
        random = self.random
        overrides = base and base.methods and random.random() < 0.4
        name = random.choice(base.methods) if overrides else self.scope.new_name("m")
        if overrides and f"    def {name}(self, n):" in self.lines[-12:]:
            return
        self.lines.append(f"    def {name}(self, n):")
        attributes = {f"self.{attribute}": type_ for attribute, type_ in class_.attributes.items()}
        inner = self.scope.inner(variables={"n": INT, **attributes}, counter=self.scope.counter)
        # The class isn't complete yet, and methods that call one another need not end.
        inner.functions, inner.classes = [], []
        statements = Statements(random, inner, self.lines, indent=2)
        statements.body(random.randint(0, 2), 1)
        result = statements.of(INT)
        statements.write(f"return {f'super().{name}(n) + ' if overrides else ''}{result}")
        self.scope.counter = inner.counter
        if name not in class_.methods:
            class_.methods.append(name)

    def special_methods(self, class_, names):
        random = self.random
        first = names[0][0]
        if random.random() < 0.6:
            self.lines.append("    def __repr__(self):")
            self.lines.append(f"        return f\"{class_.name}({', '.join(f'{name}={{self.{name}!r}}' for name, _ in names)})\"")
        else:
            self.lines.append("    def __repr__(self):")
            self.lines.append(f"        return type(self).__name__ + repr(self.{first})")
        if random.random() < 0.4:
            self.lines.append("    def __eq__(self, other):")
            self.lines.append(f"        return isinstance(other, {class_.name}) and self.{first} == other.{first}")
            self.lines.append("    def __hash__(self):")
            self.lines.append("        return 1")
        if random.random() < 0.3:
            self.lines.append("    def __lt__(self, other):")
            self.lines.append(f"        return self.{first} < other.{first}")
            class_.is_ordered = True
        if random.random() < 0.3:
            self.lines.append("    def __len__(self):")
            self.lines.append(f"        return {random.randrange(3)}")
        if random.random() < 0.3:
            self.lines.append("    @property")
            self.lines.append("    def size(self):")
            self.lines.append(f"        return len(str(self.{first}))")
        if random.random() < 0.3:
            self.lines.append("    def __add__(self, other):")
            self.lines.append(f"        return self.{first} + (other.{first} if isinstance(other, {class_.name}) else other)")
