// What the binding generator's test reads: stands in for the runtime's headers.
#pragma once

#include "aiocc/bindings.hpp"

namespace aiocc {

struct Type {};
class Object {};
class Int : public Object {};
class Arguments {};
template <class T>
class Result {};
template <class T>
class Coroutine {};
extern Type int_type AIOCC_PY_CLASS("int");
extern Type object_type AIOCC_PY_CLASS("object");
extern Type bool_type AIOCC_PY_CLASS("bool(int)");

namespace zoo_ {

extern Type cage_type;

/// Holds animals. Not for visitors.
template <class T>
class AIOCC_PY_CLASS("Cage[T]", subclassable) Cage : public Object {
 public:
  /// Puts one in.
  AIOCC_PY("def put(self, animal: T, /) -> None", stores)
  Result<void> put(T const& animal);
  AIOCC_PY_PROPERTY("size: int")
  Int size() const;
};

AIOCC_PY("def Cage() -> Cage[object]")
Cage<Object> make_cage();

AIOCC_PY("def feed(animal: int, *, twice: bool = False) -> bool")
bool feed(Int const& animal, bool twice);
AIOCC_PY("def feed(*animals: object, twice: bool = False) -> object")
Result<Object> feed(Arguments animals, bool twice);

template <class T>
AIOCC_PY("async def wait[T](delay: object, animal: T = None) -> T")
Coroutine<T> wait(Object delay, T animal);

AIOCC_PY_CONSTANT("capacity: int")
extern Int const capacity;
AIOCC_PY_CONSTANT("keepers: object")
Object const& keepers();

}  // namespace zoo_
}  // namespace aiocc
