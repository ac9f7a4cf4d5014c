// The module typing: names for annotations, and functions that give back what they're given.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/singletons.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::typing {

AIOCC_PY_CONSTANT("Any: object") extern Object const Any;
AIOCC_PY_CONSTANT("Optional: object") extern Object const Optional;
AIOCC_PY_CONSTANT("Union: object") extern Object const Union;
AIOCC_PY_CONSTANT("Callable: object") extern Object const Callable;
AIOCC_PY_CONSTANT("Awaitable: object") extern Object const Awaitable;
AIOCC_PY_CONSTANT("Coroutine: object") extern Object const Coroutine;
AIOCC_PY_CONSTANT("AsyncIterable: object") extern Object const AsyncIterable;
AIOCC_PY_CONSTANT("AsyncIterator: object") extern Object const AsyncIterator;
AIOCC_PY_CONSTANT("AsyncGenerator: object") extern Object const AsyncGenerator;
AIOCC_PY_CONSTANT("AsyncContextManager: object") extern Object const AsyncContextManager;
AIOCC_PY_CONSTANT("Iterable: object") extern Object const Iterable;
AIOCC_PY_CONSTANT("Iterator: object") extern Object const Iterator;
AIOCC_PY_CONSTANT("Generator: object") extern Object const Generator;
AIOCC_PY_CONSTANT("Sequence: object") extern Object const Sequence;
AIOCC_PY_CONSTANT("MutableSequence: object") extern Object const MutableSequence;
AIOCC_PY_CONSTANT("Mapping: object") extern Object const Mapping;
AIOCC_PY_CONSTANT("MutableMapping: object") extern Object const MutableMapping;
AIOCC_PY_CONSTANT("Collection: object") extern Object const Collection;
AIOCC_PY_CONSTANT("Container: object") extern Object const Container;
AIOCC_PY_CONSTANT("Hashable: object") extern Object const Hashable;
AIOCC_PY_CONSTANT("Sized: object") extern Object const Sized;
AIOCC_PY_CONSTANT("Reversible: object") extern Object const Reversible;
AIOCC_PY_CONSTANT("ContextManager: object") extern Object const ContextManager;
AIOCC_PY_CONSTANT("List: object") extern Object const List;
AIOCC_PY_CONSTANT("Dict: object") extern Object const Dict;
AIOCC_PY_CONSTANT("Set: object") extern Object const Set;
AIOCC_PY_CONSTANT("FrozenSet: object") extern Object const FrozenSet;
AIOCC_PY_CONSTANT("Tuple: object") extern Object const Tuple;
AIOCC_PY_CONSTANT("Type: object") extern Object const Type;
AIOCC_PY_CONSTANT("Deque: object") extern Object const Deque;
AIOCC_PY_CONSTANT("DefaultDict: object") extern Object const DefaultDict;
AIOCC_PY_CONSTANT("Literal: object") extern Object const Literal;
AIOCC_PY_CONSTANT("Final: object") extern Object const Final;
AIOCC_PY_CONSTANT("ClassVar: object") extern Object const ClassVar;
AIOCC_PY_CONSTANT("NoReturn: object") extern Object const NoReturn;
AIOCC_PY_CONSTANT("Never: object") extern Object const Never;
AIOCC_PY_CONSTANT("Self: object") extern Object const Self;
AIOCC_PY_CONSTANT("LiteralString: object") extern Object const LiteralString;
AIOCC_PY_CONSTANT("Annotated: object") extern Object const Annotated;
AIOCC_PY_CONSTANT("TypeAlias: object") extern Object const TypeAlias;
AIOCC_PY_CONSTANT("Text: object") extern Object const Text;

AIOCC_PY_CONSTANT("TYPE_CHECKING: bool") inline constexpr bool TYPE_CHECKING = false;

/// `val`, whatever it is.
AIOCC_PY("def cast(typ: object, val: object) -> object", retains)
Object cast(Object const& type, Object const& value);
/// A type variable; constraints and bounds mean nothing when a program runs.
AIOCC_PY("def TypeVar(name: str, *constraints: object, bound: object = None, covariant: object = False, contravariant: object = False) -> object")
Object TypeVar(Str const& name, Arguments constraints, Object const& bound = None, Object const& covariant = False,
               Object const& contravariant = False);
AIOCC_PY("def final(f: object) -> object", retains)
Object final_(Object const& function);
AIOCC_PY("def override(method: object, /) -> object", retains)
Object override_(Object const& method);

}  // namespace aiocc::typing
