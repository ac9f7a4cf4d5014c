// `<` of items as ordered containers compare them: ints, floats and tuples of these without the detour over their types.
#pragma once

#include "../objects/sequence.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::detail {

inline Result<bool> tuples_less(TupleObject const* left, TupleObject const* right) {
  std::size_t const common = std::min(left->size, right->size);
  for (std::size_t i = 0; i < common; ++i) {
    Object const& a = left->items()[i];
    Object const& b = right->items()[i];
    if (PASS(item_equals(a, b))) continue;
    return operators::test_less(a, b);
  }
  return left->size < right->size;
}

/// The words may lie in a list that the comparison changes.
inline Result<bool> item_less(Object const& left, Object const& right) {
  if (left.bits() & right.bits() & 1) return left.small() < right.small();
  Object a = left, b = right;
  if (a.is_heap() && b.is_heap() && a.heap()->type == &tuple_type && b.heap()->type == &tuple_type)
    return tuples_less(a.as<TupleObject>(), b.as<TupleObject>());
  return operators::test_less(a, b);
}

}  // namespace aiocc::detail
