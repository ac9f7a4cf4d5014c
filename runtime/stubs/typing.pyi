# Written by aiocc-bindgen: what aiocc offers of module typing.
Annotated: object
Any: object
AsyncContextManager: object
AsyncGenerator: object
AsyncIterable: object
AsyncIterator: object
Awaitable: object
Callable: object
ClassVar: object
Collection: object
Container: object
ContextManager: object
Coroutine: object
DefaultDict: object
Deque: object
Dict: object
Final: object
FrozenSet: object
Generator: object
Hashable: object
Iterable: object
Iterator: object
List: object
Literal: object
LiteralString: object
Mapping: object
MutableMapping: object
MutableSequence: object
Never: object
NoReturn: object
Optional: object
Reversible: object
Self: object
Sequence: object
Set: object
Sized: object
TYPE_CHECKING: bool
Text: object
Tuple: object
Type: object
TypeAlias: object
Union: object
def TypeVar(name: str, *constraints: object, bound: object = None, covariant: object = False, contravariant: object = False) -> object: ...
def cast(typ: object, val: object) -> object: ...
def final(f: object) -> object: ...
def override(method: object, /) -> object: ...
