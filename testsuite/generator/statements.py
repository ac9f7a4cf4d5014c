"""Random statements: each method of Statements writes one, and what it binds goes into the scope."""
from generator.expressions import Expressions
from generator.scope import BOOL, COUNTS, FLOAT, INT, INTS, NUMBERS, OPTIONAL, PAIR, PAIRS, STR, STRS, TYPES

ERRORS = ("ValueError", "TypeError", "KeyError", "IndexError", "ZeroDivisionError", "Exception", "LookupError", "ArithmeticError")
GROWING = (STR, INTS, STRS, PAIRS)


class Statements:
    def __init__(self, random, scope, lines, indent=1):
        self.random = random
        self.scope = scope
        self.lines = lines
        self.indent = indent
        self.expressions = Expressions(random, scope)

    def write(self, text):
        self.lines.append("    " * self.indent + text)

    def of(self, wanted, depth=2):
        return self.expressions.of(wanted, depth)

    def choose(self, *values):
        return self.random.choice(values)

    def block(self, count, depth):
        """`count` statements one level deeper. Names that only the block binds may be unbound behind it, so the scope forgets them."""
        outer = dict(self.scope.variables)
        self.indent += 1
        for _ in range(count):
            self.statement(depth)
        self.indent -= 1
        self.scope.variables.clear()
        self.scope.variables.update(outer)

    def body(self, count, depth=2):
        for _ in range(count):
            self.statement(depth)

    def statement(self, depth):
        simple = (self.assign, self.assign, self.assign, self.augment, self.mutate, self.mutate, self.print_value, self.unpack, self.delete_or_assert)
        compound = (self.if_, self.for_, self.while_, self.try_, self.with_, self.match, self.raise_guarded)
        choices = simple + (compound if depth > 0 else ())
        if self.scope.is_async:
            choices += (self.await_something,)
        self.scope.cost += self.scope.repetitions
        self.random.choice(choices)(depth)

    # ---- simple statements

    def assign(self, depth):
        type_ = self.random.choice(TYPES)
        value = self.of(type_)
        if self.scope.loop_depth and type_ in GROWING:
            value = f"({value})[:20]"
        if self.scope.loop_depth and type_ == INT:
            value = f"({value}) % 1000003"
        names = self.scope.of_type(type_)
        name = self.random.choice(names) if names and self.random.random() < 0.5 else self.scope.new_name("v")
        annotation = f": {type_}" if name.startswith("v") and self.random.random() < 0.1 and name not in self.scope.variables else ""
        if self.random.random() < 0.1 and not annotation:
            other = self.scope.new_name("v")
            self.write(f"{name} = {other} = {value}")
            self.scope.variables[other] = type_
        elif self.random.random() < 0.06 and not annotation and name not in self.scope.variables:
            self.write(f"print(({name} := {value}))")
        else:
            self.write(f"{name}{annotation} = {value}")
        self.scope.variables[name] = type_

    def augment(self, depth):
        for type_, operators in self.random.sample(((INT, "+ - * | & ^ // %"), (FLOAT, "+ - *"), (STR, "+"), (INTS, "+"), (NUMBERS, "| & -"), (COUNTS, "|")), 6):
            if names := self.scope.of_type(type_):
                operator = self.random.choice(operators.split())
                if self.scope.loop_depth and (type_ in GROWING or operator == "*"):
                    continue
                self.write(f"{self.random.choice(names)} {operator}= {self.of(type_)}")
                return
        self.assign(depth)

    def mutate(self, depth):
        in_loop = self.scope.loop_depth > 1
        for type_ in self.random.sample((INTS, STRS, COUNTS, NUMBERS, PAIRS), 5):
            if not (names := self.scope.of_type(type_)):
                continue
            name = self.random.choice(names)
            index = self.random.randrange(-3, 3)
            changes = {
                INTS: [f"{name}[{index}] = {self.of(INT)}", f"{name}.sort()", f"{name}.reverse()", f"{name}.pop()", f"del {name}[{self.expressions.slice(0)}]",
                       f"{name}.remove({self.of(INT)})", f"{name}[{index}] += {self.of(INT)}"],
                STRS: [f"{name}.append({self.of(STR)}[:30])", f"{name}.sort(key=len)", f"{name}.clear()", f"{name}[{index}] = {self.of(STR)}[:30]"],
                COUNTS: [f"{name}[{self.of(STR)}] = {self.of(INT)}", f"{name}.pop({self.of(STR)}, None)", f"del {name}[{self.of(STR)}]",
                         f"{name}.setdefault({self.of(STR)}, {self.of(INT)})", f"{name}.update({self.of(COUNTS)})",
                         f"{name}[{self.of(STR)}] = {name}.get({self.of(STR)}, 0) + 1"],
                NUMBERS: [f"{name}.add({self.of(INT)} % 20)", f"{name}.discard({self.of(INT)})", f"{name}.remove({self.of(INT)})"],
                PAIRS: [f"{name}.append(({self.of(STR)}[:30], {self.of(INT)}))", f"{name}.sort()", f"{name}.pop()"],
            }[type_]
            if type_ == INTS and not in_loop:
                changes += [f"{name}.append({self.of(INT)})", f"{name}.extend({self.of(INTS)}[:5])", f"{name}.insert({index}, {self.of(INT)})",
                            f"{name}[{self.random.randrange(-2, 3)}:{self.choose('', '2', '-1')}] = {self.of(INTS)}[:5]"]
            self.write(self.random.choice(changes))
            return
        self.assign(depth)

    def print_value(self, depth):
        values = [self.of(self.random.choice(TYPES)) for _ in range(self.random.randint(1, 2))]
        if self.random.random() < 0.2:
            values.append(f"sep={self.choose(repr('|'), repr(', '))}")
        self.write(f"print({', '.join(values)})")

    def unpack(self, depth):
        first, second, rest = (self.scope.new_name("u") for _ in range(3))
        form = self.random.randrange(4)
        if form == 0:
            self.write(f"{first}, {second} = {self.of(PAIR)}")
            self.scope.variables |= {first: INT, second: STR}
        elif form == 1:
            self.write(f"{first}, *{rest} = {self.of(INTS)}")
            self.scope.variables |= {first: INT, rest: INTS}
        elif form == 2:
            self.write(f"{first}, {second} = {self.of(INT)}, {self.of(STR)}")
            self.scope.variables |= {first: INT, second: STR}
        else:
            self.write(f"[({first}, {second}), *{rest}] = {self.of(PAIRS)}")
            self.scope.variables |= {first: STR, second: INT, rest: PAIRS}

    def delete_or_assert(self, depth):
        if self.random.random() < 0.5:
            self.write(f"assert {self.of(BOOL)}, {self.of(STR)}")
        elif names := [name for name in self.scope.variables if name.startswith("u")]:
            name = self.random.choice(names)
            self.write(f"print({name}); del {name}")
            if self.scope.loop_depth == 0:
                del self.scope.variables[name]
        else:
            self.assign(depth)

    def await_something(self, depth):
        coroutines = [each for each in self.scope.functions if each.kind == "coroutine" and self.scope.affords(each)][:4]
        form = self.random.randrange(4)
        if form == 0 or not coroutines:
            self.write("await asyncio.sleep(0)")
        elif form == 1:
            calls = [f"{each.name}({self.expressions.arguments(each, 1)})" for each in coroutines]
            self.write(f"print(await asyncio.gather({', '.join(calls)}, return_exceptions=True))")
        elif form == 2:
            task, each = self.scope.new_name("task"), self.random.choice(coroutines)
            self.write(f"{task} = asyncio.create_task({each.name}({self.expressions.arguments(each, 1)}))")
            if self.random.random() < 0.3:
                self.write("await asyncio.sleep(0)")
            if self.random.random() < 0.3:
                self.write(f"print({task}.cancel())")
            self.write(f"print(await asyncio.gather({task}, return_exceptions=True))")
        else:
            each, value = self.random.choice(coroutines), self.scope.new_name("v")
            self.write(f"{value} = await {each.name}({self.expressions.arguments(each, 1)})")
            self.scope.variables[value] = each.result

    # ---- compound statements

    def if_(self, depth):
        self.write(f"if {self.of(self.choose(BOOL, BOOL, INT, STR, INTS, OPTIONAL))}:")
        self.block(self.random.randint(1, 3), depth - 1)
        if self.random.random() < 0.3:
            self.write(f"elif {self.of(BOOL)}:")
            self.block(self.random.randint(1, 2), depth - 1)
        if self.random.random() < 0.5:
            self.write("else:")
            self.block(self.random.randint(1, 2), depth - 1)

    def loop_block(self, bound, depth):
        """A loop's body; `bound` are the variables that the loop binds."""
        outer = dict(self.scope.variables)
        self.scope.variables |= bound
        self.scope.loop_depth += 1
        self.scope.repetitions *= 4
        self.indent += 1
        for _ in range(self.random.randint(1, 3)):
            self.statement(depth)
        if self.random.random() < 0.3:
            self.write(f"if {self.of(BOOL, 1)}:")
            self.write(f"    {self.choose('break', 'continue')}")
            self.statement(depth)
        self.indent -= 1
        self.scope.repetitions //= 4
        self.scope.loop_depth -= 1
        self.scope.variables.clear()
        self.scope.variables.update(outer)
        if self.random.random() < 0.2:
            self.write("else:")
            self.block(1, 0)

    def for_(self, depth):
        name, other = self.scope.new_name("n"), self.scope.new_name("n")
        target, iterable, bound = self.choose(
            (name, f"range({self.choose(2, 3, 4)})", {name: INT}),
            (name, f"range({self.choose('5, 0, -2', '-3, 3, 2', '1, 4')})", {name: INT}),
            (name, f"({self.of(INTS)})[:4]", {name: INT}),
            (name, f"({self.of(STR)})[:4]", {name: STR}),
            (name, f"list({self.of(COUNTS)})[:4]", {name: STR}),
            (f"{name}, {other}", f"enumerate(({self.of(STRS)})[:4])", {name: INT, other: STR}),
            (f"{name}, {other}", f"list({self.of(COUNTS)}.items())[:4]", {name: STR, other: INT}),
            (f"{name}, {other}", f"zip(({self.of(INTS)})[:4], {self.of(STR)})", {name: INT, other: STR}),
            (name, f"sorted({self.of(NUMBERS)})[:4]", {name: INT}),
        )
        generators = [each for each in self.scope.functions if each.kind == "generator"]
        if generators and self.random.random() < 0.25 and self.scope.affords(generators[0]):
            generator = self.random.choice(generators)
            target, iterable, bound = name, f"{generator.name}({self.expressions.arguments(generator, 1)})", {name: generator.result}
        streams = [each for each in self.scope.functions if each.kind == "async generator"]
        if self.scope.is_async and streams and self.random.random() < 0.4 and self.scope.affords(streams[0]):
            stream = self.random.choice(streams)
            self.write(f"async for {name} in {stream.name}({self.expressions.arguments(stream, 1)}):")
            bound = {name: stream.result}
        else:
            self.write(f"for {target} in {iterable}:")
        self.loop_block(bound, depth - 1)

    def while_(self, depth):
        name = self.scope.new_name("w")
        self.write(f"{name} = {self.choose(2, 3, 4)}")
        self.write(f"while {name} > 0{self.choose('', ' and ' + self.of(BOOL, 1))}:")
        self.write(f"    {name} -= 1")
        # The body doesn't know the counter, so that it can't keep the loop going.
        self.loop_block({}, depth - 1)

    def try_(self, depth):
        self.write("try:")
        self.block(self.random.randint(1, 3), depth - 1)
        form = self.random.randrange(5)
        if form != 4:
            error = self.scope.new_name("e")
            errors = self.choose(self.choose(*ERRORS), f"({', '.join(self.random.sample(ERRORS, 2))})", "Exception")
            self.write(f"except {errors} as {error}:")
            self.write(f'    print("caught", type({error}).__name__, {error})')
            self.block(self.random.randint(0, 2), 0)
            if form == 1:
                self.write("    raise")
            elif form == 2 and self.random.random() < 0.5:
                self.write(f"    raise RuntimeError({self.of(STR, 1)}) from {self.choose(error, 'None')}")
            if self.random.random() < 0.3:
                self.write("else:")
                self.block(1, 0)
        if form == 4 or self.random.random() < 0.3:
            self.write("finally:")
            self.block(1, 0)

    def with_(self, depth):
        name = self.scope.new_name("v")
        if self.scope.is_async and self.random.random() < 0.5:
            self.write(f"async with Stage({self.of(STR, 1)}) as {name}:")
        else:
            self.write(f"with Stage({self.of(STR, 1)}, {self.choose('()', 'ValueError', '(KeyError, IndexError)')}) as {name}:")
        self.scope.variables[name] = STR
        self.block(self.random.randint(1, 2), depth - 1)

    def match(self, depth):
        name = self.scope.new_name("m")
        subject, cases = self.choose(
            (self.of(INT), (f"{self.random.randrange(4)} | {self.random.randrange(9)}", f"int({name}) if {name} > 5", f"bool() | None")),
            (self.of(PAIR), (f"({self.literal_int()}, {name})", f"[{name}, str()]")),
            (self.of(INTS), ("[]", f"[{name}]", f"[{name}, *_]")),
            (self.of(COUNTS), (f'{{"ash": {name}}}', f'{{"elm": {name}, **{name}rest}}')),
            (self.of(OPTIONAL), ("None", f"{name}")),
            (self.of(STR), ('"ash" | "elm"', f"str() as {name}")),
        )
        self.write(f"match {subject}:")
        self.indent += 1
        has_irrefutable = False
        for pattern in cases:
            has_irrefutable |= pattern == name
            self.write(f"case {pattern}:")
            if name in pattern:
                self.write(f"    print({name!r}, {name})")
            self.block(1, 0)
        if not has_irrefutable and self.random.random() < 0.6:
            self.write("case _:")
            self.block(1, 0)
        self.indent -= 1

    def literal_int(self):
        return str(self.random.randrange(4))

    def raise_guarded(self, depth):
        self.write(f"if {self.of(BOOL)}:")
        self.write(f"    raise {self.random.choice(ERRORS[:5])}({self.of(self.choose(STR, INT), 1)})")
