// The module collections.abc.
#include "aiocc/stdlib/collections_abc.hpp"

#include "aiocc/objects/type_form.hpp"

namespace aiocc::collections::abc {

Object const Awaitable = make_type_form("collections.abc.Awaitable");
Object const Coroutine = make_type_form("collections.abc.Coroutine");
Object const AsyncIterable = make_type_form("collections.abc.AsyncIterable");
Object const AsyncIterator = make_type_form("collections.abc.AsyncIterator");
Object const AsyncGenerator = make_type_form("collections.abc.AsyncGenerator");
Object const Iterable = make_type_form("collections.abc.Iterable");
Object const Iterator = make_type_form("collections.abc.Iterator");
Object const Generator = make_type_form("collections.abc.Generator");
Object const Callable = make_type_form("collections.abc.Callable");
Object const Sequence = make_type_form("collections.abc.Sequence");
Object const MutableSequence = make_type_form("collections.abc.MutableSequence");
Object const Mapping = make_type_form("collections.abc.Mapping");
Object const MutableMapping = make_type_form("collections.abc.MutableMapping");
Object const Set = make_type_form("collections.abc.Set");
Object const MutableSet = make_type_form("collections.abc.MutableSet");
Object const Collection = make_type_form("collections.abc.Collection");
Object const Container = make_type_form("collections.abc.Container");
Object const Hashable = make_type_form("collections.abc.Hashable");
Object const Sized = make_type_form("collections.abc.Sized");
Object const Reversible = make_type_form("collections.abc.Reversible");
Object const KeysView = make_type_form("collections.abc.KeysView");
Object const ItemsView = make_type_form("collections.abc.ItemsView");
Object const ValuesView = make_type_form("collections.abc.ValuesView");

}  // namespace aiocc::collections::abc
