// The module collections.abc: its classes as names for annotations.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/object.hpp"

namespace aiocc::collections::abc {

AIOCC_PY_CONSTANT("Awaitable: object") extern Object const Awaitable;
AIOCC_PY_CONSTANT("Coroutine: object") extern Object const Coroutine;
AIOCC_PY_CONSTANT("AsyncIterable: object") extern Object const AsyncIterable;
AIOCC_PY_CONSTANT("AsyncIterator: object") extern Object const AsyncIterator;
AIOCC_PY_CONSTANT("AsyncGenerator: object") extern Object const AsyncGenerator;
AIOCC_PY_CONSTANT("Iterable: object") extern Object const Iterable;
AIOCC_PY_CONSTANT("Iterator: object") extern Object const Iterator;
AIOCC_PY_CONSTANT("Generator: object") extern Object const Generator;
AIOCC_PY_CONSTANT("Callable: object") extern Object const Callable;
AIOCC_PY_CONSTANT("Sequence: object") extern Object const Sequence;
AIOCC_PY_CONSTANT("MutableSequence: object") extern Object const MutableSequence;
AIOCC_PY_CONSTANT("Mapping: object") extern Object const Mapping;
AIOCC_PY_CONSTANT("MutableMapping: object") extern Object const MutableMapping;
AIOCC_PY_CONSTANT("Set: object") extern Object const Set;
AIOCC_PY_CONSTANT("MutableSet: object") extern Object const MutableSet;
AIOCC_PY_CONSTANT("Collection: object") extern Object const Collection;
AIOCC_PY_CONSTANT("Container: object") extern Object const Container;
AIOCC_PY_CONSTANT("Hashable: object") extern Object const Hashable;
AIOCC_PY_CONSTANT("Sized: object") extern Object const Sized;
AIOCC_PY_CONSTANT("Reversible: object") extern Object const Reversible;
AIOCC_PY_CONSTANT("KeysView: object") extern Object const KeysView;
AIOCC_PY_CONSTANT("ItemsView: object") extern Object const ItemsView;
AIOCC_PY_CONSTANT("ValuesView: object") extern Object const ValuesView;

}  // namespace aiocc::collections::abc
