"""A whole program: helpers, definitions, calls of all of them, and a coroutine that does it once more."""
import random

from generator.definitions import Definitions
from generator.scope import INT, Scope
from generator.statements import Statements

PRELUDE = '''\
import asyncio
import functools
import math


def attempt(label, action):
    try:
        print(label, action())
    except Exception as error:
        print(label, "raised", type(error).__name__, error, type(error.__context__).__name__)


def traced(function):
    @functools.wraps(function)
    def wrapper(*args, **kwargs):
        print("call", function.__name__, len(args), sorted(kwargs))
        return function(*args, **kwargs)
    return wrapper


class Stage:
    def __init__(self, name, swallowed=()):
        self.name = name
        self.swallowed = swallowed

    def __enter__(self):
        print("enter", self.name)
        return self.name

    def __exit__(self, kind, error, traceback):
        print("exit", self.name, kind and kind.__name__)
        return kind is not None and issubclass(kind, self.swallowed)

    async def __aenter__(self):
        await asyncio.sleep(0)
        return self.__enter__()

    async def __aexit__(self, *details):
        await asyncio.sleep(0)
        return self.__exit__(*details)

'''


def generate(seed):
    """The program of this seed."""
    source = random.Random(seed)
    lines = PRELUDE.split("\n")
    scope = Scope()
    definitions = Definitions(source, scope, lines)
    for _ in range(source.randint(0, 3)):
        definitions.class_()
    for _ in range(source.randint(3, 7)):
        definitions.function(source.choice(("plain", "plain", "plain", "generator", "coroutine", "async generator")))
    write_calls(source, scope, lines)
    write_main(source, scope, lines)
    return "\n".join(lines) + "\n"


def write_calls(source, scope, lines):
    statements = Statements(source, scope.inner(counter=scope.counter), lines, indent=0)
    expressions = statements.expressions
    for class_ in scope.classes:
        name = statements.scope.new_name("instance")
        made = f"{class_.name}({', '.join(expressions.of(type_, 1) for type_ in class_.parameters)})"
        lines.append(f"attempt({class_.name!r}, lambda: {made})")
        for method in class_.methods:
            lines.append(f"attempt({method!r}, lambda: {made}.{method}({expressions.of(INT, 1)}))")
        others = [f"{class_.name}({', '.join(expressions.of(type_, 1) for type_ in class_.parameters)})" for _ in range(3)]
        action = source.choice(("sorted([{}], key=repr)", "len({{{}}})", "[{}] == [{}]", "min({})", "bool([{}][0])", "[{}][0].size", "[{}][0] + 1"))
        lines.append(f"attempt({name!r}, lambda: {action.format(*[', '.join(others)] * 2)})")
    for function in scope.functions:
        for _ in range(2):
            call = f"{function.name}({expressions.arguments(function, 1)})"
            if function.kind == "plain":
                lines.append(f"attempt({function.name!r}, lambda: {call})")
            elif function.kind == "generator":
                lines.append(f"attempt({function.name!r}, lambda: list({call}))")
                lines.append(f"attempt({function.name!r}, lambda: next({call}))")
    # At the top level, with globals as variables.
    write_body(statements, source.randint(2, 6))
    scope.counter = statements.scope.counter


def write_body(statements, count):
    """In one of four programs what is raised ends the program with a traceback."""
    if statements.random.random() < 0.25:
        statements.body(count)
        return
    for _ in range(count):
        statements.write("try:")
        statements.block(2, 1)
        statements.write("except Exception as error:")
        statements.write("    print(type(error).__name__, error)")


def write_main(source, scope, lines):
    lines += ["", "", "async def main():"]
    statements = Statements(source, scope.inner(counter=scope.counter, is_async=True), lines)
    for function in scope.functions:
        call = f"{function.name}({statements.expressions.arguments(function, 1)})"
        if function.kind == "coroutine":
            statements.write("try:")
            statements.write(f"    print({function.name!r}, await {call})")
            statements.write("except Exception as error:")
            statements.write("    print(type(error).__name__, error)")
        elif function.kind == "async generator":
            statements.write("try:")
            statements.write(f"    print([item async for item in {call}])")
            statements.write("except Exception as error:")
            statements.write("    print(type(error).__name__, error)")
    write_body(statements, source.randint(3, 6))
    statements.write("return 0")
    lines += ["", "", "asyncio.run(main())"]
