# Written by aiocc-bindgen: what aiocc offers of module typing.
AbstractSet: object
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
Concatenate: object
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
ItemsView: object
Iterable: object
Iterator: object
KeysView: object
List: object
Literal: object
LiteralString: object
Mapping: object
MappingView: object
MutableMapping: object
MutableSequence: object
MutableSet: object
Never: object
NoReturn: object
NotRequired: object
Optional: object
ReadOnly: object
Required: object
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
TypeGuard: object
TypeIs: object
Union: object
Unpack: object
ValuesView: object

class Generic: ...

class NewType:
    @property
    def __name__(self) -> object: ...
    @property
    def __supertype__(self) -> object: ...
    def __init__(self, name: object, tp: object) -> None: ...

class ParamSpec:
    @property
    def __name__(self) -> object: ...
    @property
    def args(self) -> object: ...
    @property
    def kwargs(self) -> object: ...
    def __init__(self, name: object, /, *, bound: object = None, covariant: object = False, contravariant: object = False, infer_variance: object = False) -> None: ...

class Protocol(Generic): ...

class TypeVar:
    @property
    def __bound__(self) -> object: ...
    @property
    def __constraints__(self) -> object: ...
    @property
    def __contravariant__(self) -> bool: ...
    @property
    def __covariant__(self) -> bool: ...
    @property
    def __name__(self) -> object: ...
    def __init__(self, name: object, /, *constraints: object, bound: object = None, covariant: object = False, contravariant: object = False, infer_variance: object = False) -> None: ...

class TypeVarTuple:
    @property
    def __name__(self) -> object: ...
    def __init__(self, name: object, /) -> None: ...
def ForwardRef(arg: object, /) -> object: ...
def assert_never(arg: object, /) -> None: ...
def assert_type(val: object, typ: object, /) -> object: ...
def cast(typ: object, val: object) -> object: ...
def final(f: object) -> object: ...
def get_args(tp: object) -> object: ...
def get_origin(tp: object) -> object: ...
def no_type_check(arg: object) -> object: ...
def overload(func: object) -> object: ...
def override(method: object, /) -> object: ...
def reveal_type(obj: object, /) -> object: ...
