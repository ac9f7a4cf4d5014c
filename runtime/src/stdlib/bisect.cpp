// The module bisect.
#include "aiocc/stdlib/bisect.hpp"

#include "../objects/sequence.hpp"
#include "aiocc/objects/list.hpp"
#include "less.hpp"

namespace aiocc::bisect {

namespace {

struct Search {
  Object const& sequence;
  Object const& item;
  /// None: the items are their own keys.
  Object const& key;
  /// Behind what's equal.
  bool right;
};

Result<bool> is_past(Search const& search, Object const& candidate) {
  Object value = search.key.is(None) ? candidate : PASS(call(search.key, candidate));
  if (search.right) return !PASS(aiocc::detail::item_less(search.item, value));
  return aiocc::detail::item_less(value, search.item);
}

Result<std::int64_t> find(Search const& search, std::int64_t low, std::int64_t high) {
  bool const is_list = type_of(search.sequence) == &list_type;
  while (low < high) {
    std::int64_t const middle = low + (high - low) / 2;
    auto const position = static_cast<std::size_t>(middle);
    Object candidate;
    if (is_list && position < search.sequence.as<ListObject>()->items().size())
      candidate = search.sequence.as<ListObject>()->items()[position];
    else
      candidate = PASS(operators::get_item(search.sequence, Int(middle)));
    if (PASS(is_past(search, candidate)))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

Result<std::int64_t> locate(Search const& search, Object const& lo, Object const& hi) {
  std::int64_t low = PASS(aiocc::detail::size_argument(lo));
  if (low < 0) return raise_error(value_error_type, "lo must be non-negative");
  std::int64_t const high =
      hi.is(None) ? PASS(operators::length(search.sequence)) : PASS(aiocc::detail::size_argument(hi));
  return find(search, low, high);
}

Result<void> insert(Object const& a, Object const& x, std::int64_t position) {
  if (type_of(a) == &list_type) return a.as<ListObject>()->insert(Int(position), x);
  Object result = PASS(call_method(a, "insert"_s, Int(position), x));
  return {};
}

/// The key of the new item is worked out once.
Result<void> insort(Object const& a, Object const& x, Object const& lo, Object const& hi, Object const& key,
                    bool right) {
  Object wanted = key.is(None) ? x : PASS(call(key, x));
  return insert(a, x, PASS(locate({a, wanted, key, right}, lo, hi)));
}

}  // namespace

Result<Int> bisect_left(Object const& a, Object const& x, Object const& lo, Object const& hi, Object const& key) {
  return Int(PASS(locate({a, x, key, false}, lo, hi)));
}
Result<Int> bisect_right(Object const& a, Object const& x, Object const& lo, Object const& hi, Object const& key) {
  return Int(PASS(locate({a, x, key, true}, lo, hi)));
}
Result<void> insort_left(Object const& a, Object const& x, Object const& lo, Object const& hi, Object const& key) {
  return insort(a, x, lo, hi, key, false);
}
Result<void> insort_right(Object const& a, Object const& x, Object const& lo, Object const& hi, Object const& key) {
  return insort(a, x, lo, hi, key, true);
}

}  // namespace aiocc::bisect
