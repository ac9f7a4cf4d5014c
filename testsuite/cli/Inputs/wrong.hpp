// Annotations that don't fit their declarations, for the binding generator's test.
#pragma once

#include "annotated.hpp"

namespace aiocc::zoo_ {

AIOCC_PY("def few(a: object, b: object) -> None")
void few(Object const& a);
AIOCC_PY("def awaits() -> object")
Coroutine<Object> awaits();
AIOCC_PY("def kind(a: bool) -> int")
Int kind(double a);
AIOCC_PY("def unread(a: 1) -> int")
Int unread(Object const& a);
AIOCC_PY("def unknown(a: Tiger) -> int")
Int unknown(Object const& a);
AIOCC_PY("async def borrows(a: object) -> object")
Coroutine<Object> borrows(Object const& a);

class AIOCC_PY_CLASS("Tent") Tent : public Object {};

}  // namespace aiocc::zoo_
