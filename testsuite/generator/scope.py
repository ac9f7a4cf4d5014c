"""What a generated program has defined so far: variables by type, functions and classes by signature."""
from dataclasses import dataclass, field

INT, FLOAT, BOOL, STR = "int", "float", "bool", "str"
INTS, STRS, PAIRS = "list[int]", "list[str]", "list[tuple[str, int]]"
COUNTS, NUMBERS, PAIR, OPTIONAL = "dict[str, int]", "set[int]", "tuple[int, str]", "int | None"
TYPES = (INT, FLOAT, BOOL, STR, INTS, STRS, PAIRS, COUNTS, NUMBERS, PAIR, OPTIONAL)


@dataclass
class Function:
    name: str
    parameters: list
    result: str
    # "plain", "coroutine", "generator" or "async generator".
    kind: str = "plain"
    # How many of the last parameters may be left out.
    defaults: int = 0
    # About how many statements a call runs.
    cost: int = 1


@dataclass
class Class:
    name: str
    # Types of the constructor's arguments, and of the attributes that it sets.
    parameters: list
    attributes: dict
    # Methods that take an int and return an int.
    methods: list
    is_ordered: bool = False


@dataclass
class Scope:
    """`functions` and `classes` are the program's; variables those of one function."""

    functions: list = field(default_factory=list)
    classes: list = field(default_factory=list)
    variables: dict = field(default_factory=dict)
    is_async: bool = False
    loop_depth: int = 0
    # About how often the statement being written runs, and how many statements the function has run by then.
    repetitions: int = 1
    cost: int = 1
    # Names that only this function's loops and helpers use are numbered.
    counter: int = 0

    def new_name(self, stem):
        self.counter += 1
        return f"{stem}{self.counter}"

    def of_type(self, wanted):
        return [name for name, type_ in self.variables.items() if type_ == wanted]

    def affords(self, function):
        """A call here keeps the program short; it's counted if so."""
        grown = self.cost + self.repetitions * function.cost
        if grown > 5000:
            return False
        self.cost = grown
        return True

    def inner(self, **changes):
        """The scope of a function defined here: sees the program's functions, has variables of its own."""
        return Scope(self.functions, self.classes, **changes)
