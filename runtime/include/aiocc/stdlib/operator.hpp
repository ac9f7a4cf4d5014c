// The module operator: Python's operators as functions.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/int.hpp"

namespace aiocc::operator_ {

// The operators have the names of their functions in namespace operators, where these aren't Python's own.
#define AIOCC_BINARY(python, name)                                                              \
  AIOCC_PY("def " #python "(a: object, b: object, /) -> object", retains, also(__##python##__)) \
  Result<Object> name(Object const& a, Object const& b);
AIOCC_BINARY(add, add)
AIOCC_BINARY(floordiv, floor_divide)
AIOCC_BINARY(lshift, left_shift)
AIOCC_BINARY(matmul, matrix_multiply)
AIOCC_BINARY(mod, modulo)
AIOCC_BINARY(mul, multiply)
AIOCC_BINARY(pow, power)
AIOCC_BINARY(rshift, right_shift)
AIOCC_BINARY(sub, subtract)
AIOCC_BINARY(truediv, true_divide)
AIOCC_BINARY(xor, bit_xor)
AIOCC_BINARY(lt, less)
AIOCC_BINARY(le, less_equal)
AIOCC_BINARY(eq, equal)
AIOCC_BINARY(ne, not_equal)
AIOCC_BINARY(ge, greater_equal)
AIOCC_BINARY(gt, greater)
AIOCC_BINARY(concat, concatenate)
AIOCC_BINARY(getitem, get_item)
#undef AIOCC_BINARY

// `and` and `or` are words of the language, so that their functions have another name.
AIOCC_PY("def and_(a: object, b: object, /) -> object", retains, also(__and__))
Result<Object> bit_and(Object const& a, Object const& b);
AIOCC_PY("def or_(a: object, b: object, /) -> object", retains, also(__or__))
Result<Object> bit_or(Object const& a, Object const& b);

// `a op= b`: the new value of `a`.
#define AIOCC_INPLACE(python, name)                                                                     \
  AIOCC_PY("def " #python "(a: object, b: object, /) -> object", retains, stores, also(__##python##__)) \
  Result<Object> inplace_##name(Object const& a, Object const& b);
AIOCC_INPLACE(iadd, add)
AIOCC_INPLACE(iand, bit_and)
AIOCC_INPLACE(iconcat, concatenate)
AIOCC_INPLACE(ifloordiv, floor_divide)
AIOCC_INPLACE(ilshift, left_shift)
AIOCC_INPLACE(imatmul, matrix_multiply)
AIOCC_INPLACE(imod, modulo)
AIOCC_INPLACE(imul, multiply)
AIOCC_INPLACE(ior, bit_or)
AIOCC_INPLACE(ipow, power)
AIOCC_INPLACE(irshift, right_shift)
AIOCC_INPLACE(isub, subtract)
AIOCC_INPLACE(itruediv, true_divide)
AIOCC_INPLACE(ixor, bit_xor)
#undef AIOCC_INPLACE

#define AIOCC_UNARY(python, name)                                                    \
  AIOCC_PY("def " #python "(a: object, /) -> object", retains, also(__##python##__)) \
  Result<Object> name(Object const& a);
AIOCC_UNARY(abs, absolute)
AIOCC_UNARY(inv, invert)
AIOCC_UNARY(invert, invert)
AIOCC_UNARY(neg, negative)
AIOCC_UNARY(pos, positive)
#undef AIOCC_UNARY

AIOCC_PY("def index(a: object, /) -> int", also(__index__))
Result<Int> index(Object const& a);
AIOCC_PY("def truth(a: object, /) -> bool")
Result<bool> truth(Object const& a);
AIOCC_PY("def not_(a: object, /) -> bool", also(__not__))
Result<bool> not_(Object const& a);
AIOCC_PY("def is_(a: object, b: object, /) -> bool")
inline bool is_(Object const& a, Object const& b) noexcept { return a.is(b); }
AIOCC_PY("def is_not(a: object, b: object, /) -> bool")
inline bool is_not(Object const& a, Object const& b) noexcept { return !a.is(b); }
AIOCC_PY("def contains(a: object, b: object, /) -> bool", also(__contains__))
Result<bool> contains(Object const& a, Object const& b);
/// Return the number of items in a which are, or which equal, b.
AIOCC_PY("def countOf(a: object, b: object, /) -> int")
Result<Int> count_of(Object const& a, Object const& b);
/// Return the first index of b in a.
AIOCC_PY("def indexOf(a: object, b: object, /) -> int")
Result<Int> index_of(Object const& a, Object const& b);
AIOCC_PY("def setitem(a: object, b: object, c: object, /) -> None", stores, also(__setitem__))
Result<void> set_item(Object const& a, Object const& b, Object const& c);
AIOCC_PY("def delitem(a: object, b: object, /) -> None", stores, also(__delitem__))
Result<void> delete_item(Object const& a, Object const& b);
/// Return an estimate of the number of items in obj.
AIOCC_PY("def length_hint(obj: object, default: object = 0, /) -> int")
Result<Int> length_hint(Object const& object, Object const& otherwise);
/// Same as obj(*args, **kwargs).
AIOCC_PY("def call(*args: object, **kwargs: object) -> object", retains, stores, also(__call__))
Result<Object> call(Arguments args, Dict<Str, Object> const& kwargs);

extern Type itemgetter_type AIOCC_PY_CLASS("itemgetter");
extern Type attrgetter_type AIOCC_PY_CLASS("attrgetter");
extern Type methodcaller_type AIOCC_PY_CLASS("methodcaller");

/// Return a callable object that fetches the given item(s) from its operand.
AIOCC_PY("def itemgetter(*items: object) -> object", retains, stores)
Result<Object> itemgetter(Arguments items);
/// Return a callable object that fetches the given attribute(s) from its operand.
AIOCC_PY("def attrgetter(*attrs: object) -> object", retains, stores)
Result<Object> attrgetter(Arguments attributes);
/// Return a callable object that calls the given method on its operand.
AIOCC_PY("def methodcaller(*args: object, **kwargs: object) -> object", retains, stores)
Result<Object> methodcaller(Arguments args, Dict<Str, Object> const& kwargs);

}  // namespace aiocc::operator_
