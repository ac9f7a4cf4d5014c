// The module collections.abc: abstract base classes, which accept what has their methods.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc::collections::abc {

extern Type hashable_type AIOCC_PY_CLASS("Hashable", subclassable);
extern Type sized_type AIOCC_PY_CLASS("Sized", subclassable);
extern Type container_type AIOCC_PY_CLASS("Container", subclassable);
extern Type callable_type AIOCC_PY_CLASS("Callable", subclassable);
extern Type buffer_type AIOCC_PY_CLASS("Buffer", subclassable);

extern Type iterable_type AIOCC_PY_CLASS("Iterable", subclassable);
extern Type iterator_type AIOCC_PY_CLASS("Iterator(Iterable)", subclassable);
extern Type reversible_type AIOCC_PY_CLASS("Reversible(Iterable)", subclassable);
extern Type generator_type AIOCC_PY_CLASS("Generator(Iterator)", subclassable);
extern Type awaitable_type AIOCC_PY_CLASS("Awaitable", subclassable);
extern Type coroutine_type AIOCC_PY_CLASS("Coroutine(Awaitable)", subclassable);
extern Type async_iterable_type AIOCC_PY_CLASS("AsyncIterable", subclassable);
extern Type async_iterator_type AIOCC_PY_CLASS("AsyncIterator(AsyncIterable)", subclassable);
extern Type async_generator_type AIOCC_PY_CLASS("AsyncGenerator(AsyncIterator)", subclassable);

extern Type collection_type AIOCC_PY_CLASS("Collection(Sized)", subclassable);
extern Type sequence_type AIOCC_PY_CLASS("Sequence(Collection)");
extern Type mutable_sequence_type AIOCC_PY_CLASS("MutableSequence(Sequence)");
extern Type set_type AIOCC_PY_CLASS("Set(Collection)");
extern Type mutable_set_type AIOCC_PY_CLASS("MutableSet(Set)");
extern Type mapping_type AIOCC_PY_CLASS("Mapping(Collection)");
extern Type mutable_mapping_type AIOCC_PY_CLASS("MutableMapping(Mapping)");
extern Type mapping_view_type AIOCC_PY_CLASS("MappingView(Sized)");
extern Type keys_view_type AIOCC_PY_CLASS("KeysView(Set)");
extern Type items_view_type AIOCC_PY_CLASS("ItemsView(Set)");
extern Type values_view_type AIOCC_PY_CLASS("ValuesView(Collection)");

}  // namespace aiocc::collections::abc
