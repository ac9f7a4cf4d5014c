// Comparisons and truth.
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/iterate.hpp"
#include "core.hpp"
#include "short_texts.hpp"

namespace aiocc::operators {
namespace {

using aiocc::detail::raise_format;
using aiocc::detail::ready_type;
using aiocc::detail::type_name;

constexpr char const* symbols[] = {"<", "<=", "==", "!=", ">", ">="};

CompareOp reflected(CompareOp op) noexcept {
  switch (op) {
    case CompareOp::Lt: return CompareOp::Gt;
    case CompareOp::Le: return CompareOp::Ge;
    case CompareOp::Gt: return CompareOp::Lt;
    case CompareOp::Ge: return CompareOp::Le;
    case CompareOp::Eq:
    case CompareOp::Ne: return op;
  }
  __builtin_unreachable();
}

template <class T>
bool apply(T const& left, T const& right, CompareOp op) noexcept {
  switch (op) {
    case CompareOp::Lt: return left < right;
    case CompareOp::Le: return left <= right;
    case CompareOp::Eq: return left == right;
    case CompareOp::Ne: return left != right;
    case CompareOp::Gt: return left > right;
    case CompareOp::Ge: return left >= right;
  }
  __builtin_unreachable();
}

/// Items of tuples that differ or are floats: as fast_compare; 2 where they're equal.
int compare_items(Object const& left, Object const& right, CompareOp op) noexcept {
  if (left.bits() & right.bits() & 1) return apply(left.small(), right.small(), op);
  if (!left.is_heap() || !right.is_heap()) return -1;
  Type const* const type = left.heap()->type;
  if (type != right.heap()->type) return -1;
  if (type == &float_type) {
    double const a = float_value(left);
    double const b = float_value(right);
    return a == b || aiocc::detail::is_same_nan(left, right) ? 2 : apply(a, b, op);
  }
  if (type != &str_type) return -1;
  int const order = aiocc::detail::compare_str(left.as<StrObject>(), right.as<StrObject>());
  return order == 0 ? 2 : apply(order, 0, op);
}

/// Tuples in which ints, strs and floats decide: as fast_compare.
int compare_tuples(TupleObject const* left, TupleObject const* right, CompareOp op) noexcept {
  std::size_t const common = std::min(left->size, right->size);
  for (std::size_t i = 0; i < common; ++i) {
    if (left->items()[i].is(right->items()[i])) continue;
    int const result = compare_items(left->items()[i], right->items()[i], op);
    if (result != 2) return result;
  }
  return apply(left->size, right->size, op);
}

bool compare_texts(Object const& left, Object const& right, CompareOp op) noexcept {
  auto const* const a = left.as<StrObject>();
  auto const* const b = right.as<StrObject>();
  if (op != CompareOp::Eq && op != CompareOp::Ne) return apply(aiocc::detail::compare_str(a, b), 0, op);
  bool const same_shape = a->length == b->length && a->width == b->width;
  bool const equal =
      left.is(right) || (same_shape && aiocc::detail::same_bytes(a->units(), b->units(), a->byte_size()));
  return equal == (op == CompareOp::Eq);
}

/// Strs, floats and tuples of such, compared without objects in between: 0 or 1, or -1 for everything else.
int fast_compare(Object const& left, Object const& right, CompareOp op) noexcept {
  if (!left.is_heap() || !right.is_heap()) return -1;
  Type const* type = left.heap()->type;
  if (type != right.heap()->type) return -1;
  if (type == &str_type) return compare_texts(left, right, op);
  if (type == &float_type) return apply(float_value(left), float_value(right), op);
  if (type == &tuple_type) return compare_tuples(left.as<TupleObject>(), right.as<TupleObject>(), op);
  return -1;
}

/// CPython: do_richcompare.
Result<Object> dispatch(Object const& left, Object const& right, CompareOp op) {
  if (aiocc::detail::stack_exhausted()) [[unlikely]]
    return raise_error(recursion_error_type, "maximum recursion depth exceeded in comparison");
  Type* left_type = ready_type(left);
  Type* right_type = ready_type(right);
  CompareSlot of_left = left_type->slots.compare;
  CompareSlot of_right = right_type->slots.compare;
  bool tried_right = false;
  if (left_type != right_type && of_right && is_subtype(right_type, left_type)) {
    tried_right = true;
    Object result = PASS(of_right(right, left, reflected(op)));
    if (!result.is(NotImplemented)) return result;
  }
  if (of_left) {
    Object result = PASS(of_left(left, right, op));
    if (!result.is(NotImplemented)) return result;
  }
  if (of_right && !tried_right) {
    Object result = PASS(of_right(right, left, reflected(op)));
    if (!result.is(NotImplemented)) return result;
  }
  if (op == CompareOp::Eq) return box(left.is(right));
  if (op == CompareOp::Ne) return box(!left.is(right));
  return raise_format(type_error_type, "'{}' not supported between instances of '{}' and '{}'",
                      symbols[static_cast<std::size_t>(op)], type_name(left), type_name(right));
}

}  // namespace

Result<Object> detail::compare_slow(Object const& left, Object const& right, CompareOp op) {
  int fast = fast_compare(left, right, op);
  if (fast >= 0) return box(fast != 0);
  return dispatch(left, right, op);
}

Result<bool> detail::test_slow(Object const& left, Object const& right, CompareOp op) {
  int fast = fast_compare(left, right, op);
  if (fast >= 0) return fast != 0;
  Object result = PASS(dispatch(left, right, op));
  return truth(result);
}

Result<bool> detail::truth_slow(Object const& object) {
  Slots const& slots = ready_type(object)->slots;
  if (slots.truth) return slots.truth(object);
  if (slots.length) return PASS(slots.length(object)) != 0;
  return true;
}

Result<bool> contains(Object const& container, Object const& item) {
  Type* type = ready_type(container);
  if (type->slots.contains) {
    Object result = PASS(type->slots.contains(container, item));
    if (!result.is(NotImplemented)) return result.is(True);
  }
  if (!type->slots.iter && !type->slots.get_item)
    return raise_format(type_error_type, "argument of type '{}' is not iterable", type->name);
  Iteration loop = PASS(iterate(container));
  Object candidate;
  while (PASS(loop.next(candidate)))
    if (PASS(same_or_equal(candidate, item))) return true;
  return false;
}

}  // namespace aiocc::operators
