// The module typing.
#include "aiocc/stdlib/typing.hpp"

#include "aiocc/objects/type_form.hpp"

namespace aiocc::typing {

Object const Any = make_type_form("typing.Any");
Object const Optional = make_type_form("typing.Optional");
Object const Union = make_type_form("typing.Union");
Object const Callable = make_type_form("typing.Callable");
Object const Awaitable = make_type_form("typing.Awaitable");
Object const Coroutine = make_type_form("typing.Coroutine");
Object const AsyncIterable = make_type_form("typing.AsyncIterable");
Object const AsyncIterator = make_type_form("typing.AsyncIterator");
Object const AsyncGenerator = make_type_form("typing.AsyncGenerator");
Object const AsyncContextManager = make_type_form("typing.AsyncContextManager");
Object const Iterable = make_type_form("typing.Iterable");
Object const Iterator = make_type_form("typing.Iterator");
Object const Generator = make_type_form("typing.Generator");
Object const Sequence = make_type_form("typing.Sequence");
Object const MutableSequence = make_type_form("typing.MutableSequence");
Object const Mapping = make_type_form("typing.Mapping");
Object const MutableMapping = make_type_form("typing.MutableMapping");
Object const Collection = make_type_form("typing.Collection");
Object const Container = make_type_form("typing.Container");
Object const Hashable = make_type_form("typing.Hashable");
Object const Sized = make_type_form("typing.Sized");
Object const Reversible = make_type_form("typing.Reversible");
Object const ContextManager = make_type_form("typing.ContextManager");
Object const List = make_type_form("typing.List");
Object const Dict = make_type_form("typing.Dict");
Object const Set = make_type_form("typing.Set");
Object const FrozenSet = make_type_form("typing.FrozenSet");
Object const Tuple = make_type_form("typing.Tuple");
Object const Type = make_type_form("typing.Type");
Object const Deque = make_type_form("typing.Deque");
Object const DefaultDict = make_type_form("typing.DefaultDict");
Object const Literal = make_type_form("typing.Literal");
Object const Final = make_type_form("typing.Final");
Object const ClassVar = make_type_form("typing.ClassVar");
Object const NoReturn = make_type_form("typing.NoReturn");
Object const Never = make_type_form("typing.Never");
Object const Self = make_type_form("typing.Self");
Object const LiteralString = make_type_form("typing.LiteralString");
Object const Annotated = make_type_form("typing.Annotated");
Object const TypeAlias = make_type_form("typing.TypeAlias");
Object const Text = make_type_form("typing.Text");

Object cast(Object const&, Object const& value) { return value; }

Object TypeVar(Str const& name, Arguments, Object const&, Object const& covariant, Object const& contravariant) {
  char const* const variance = covariant.is(True) ? "+" : contravariant.is(True) ? "-" : "~";
  return make_type_form(variance + name.utf8());
}

Object final_(Object const& function) { return function; }
Object override_(Object const& method) { return method; }

}  // namespace aiocc::typing
