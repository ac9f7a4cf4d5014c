// len, sum, min, max, any, all, sorted.
#include "aiocc/objects/reductions.hpp"

#include <algorithm>

#include "aiocc/objects/sum.hpp"
#include "sequence.hpp"

namespace aiocc {

// Weak: null in programs that use none.
extern Type bytearray_type [[gnu::weak]];

namespace {

Result<void> check_start(Object const& start) {
  if (is_instance(start, str_type))
    return raise_error(type_error_type, "sum() can't sum strings [use ''.join(seq) instead]");
  if (is_instance(start, bytes_type))
    return raise_error(type_error_type, "sum() can't sum bytes [use b''.join(seq) instead]");
  if (&bytearray_type && is_instance(start, bytearray_type))
    return raise_error(type_error_type, "sum() can't sum bytearray [use b''.join(seq) instead]");
  return {};
}

// Of a list of nothing but small ints, as most are; unbound: it's something else.
Object sum_of_small_ints(Object const& iterable, Object const& start) {
  if (type_of(iterable) != &list_type || !start.is_small_int()) return {};
  Int total = word_cast<Int>(start);
  auto* const list = iterable.as<ListObject>();
  if (list->is_packed()) return total + Int(std::ranges::count(list->bools, PackedBool(true)));
  for (Object const& item : list->objects) {
    if (!item.is_small_int()) return {};
    total = total + static_cast<Int const&>(item);
  }
  return total;
}

char const* name_of(CompareOp op) noexcept { return op == CompareOp::Lt ? "min" : "max"; }

// Keeps the best item so far, by its key.
class Best {
 public:
  Best(CompareOp op, Object const& key) : op_(op), key_(key) {}
  Result<bool> offer(Object const& item) {
    Object key = key_.is(None) ? item : PASS(call(key_, item));
    if (item_.bound()) {
      bool better = op_ == CompareOp::Lt ? PASS(operators::test_less(key, best_key_))
                                         : PASS(operators::test_greater(key, best_key_));
      if (!better) return true;
    }
    item_ = item;
    best_key_ = std::move(key);
    return true;
  }
  Object const& item() const noexcept { return item_; }

 private:
  CompareOp op_;
  Object const& key_;
  Object item_;
  Object best_key_;
};

}  // namespace

namespace detail {

Result<Object> sorted_list(Object const& iterable, Object const& key, bool reverse) {
  Object list = PASS(list_from(iterable));
  PASS(list.as<ListObject>()->sort(key, reverse));
  return list;
}

Result<double> sum_floats(Object const& floats, double start) {
  detail::FloatSum sum(start);
  for (Object const& item : floats.as<ListObject>()->items()) sum.add(float_value(item));
  return sum.result();
}

Result<Object> best_item(Object const& iterable, CompareOp op, Object const& key, Object const& fallback) {
  Best best(op, key);
  PASS(for_each(iterable, [&](Object const& item) { return best.offer(item); }));
  if (best.item().bound()) return best.item();
  if (fallback.bound()) return fallback;
  return raise_error(value_error_type, std::string(name_of(op)) + "() iterable argument is empty");
}

Result<Object> best_argument(Arguments args, CompareOp op, Object const& key, Object const& fallback) {
  if (args.empty())
    return raise_error(type_error_type, std::string(name_of(op)) + " expected at least 1 argument, got 0");
  if (args.size() == 1) return best_item(args[0], op, key, fallback);
  if (args.size() == 2 && key.is(None) && !fallback.bound() && operators::detail::both_small(args[0], args[1]))
    return (args[0].small() < args[1].small()) == (op == CompareOp::Lt) ? args[0] : args[1];
  if (fallback.bound())
    return raise_error(type_error_type, std::string("Cannot specify a default for ") + name_of(op) +
                                            "() with multiple positional arguments");
  Best best(op, key);
  for (Object const& arg : args) PASS(best.offer(arg));
  return best.item();
}

}  // namespace detail

namespace builtins {

Result<Int> len(Object const& object) { return Int(PASS(operators::length(object))); }

Int sum(List<Int> const& iterable) {
  IntSum sum;
  for (Object const& item : iterable.words()) sum.add(static_cast<Int const&>(item));
  return sum.total();
}

Result<Object> sum(Object const& iterable, Object const& start) {
  if (Object total = sum_of_small_ints(iterable, start); total.bound()) return total;
  // A start that isn't given is 0, and CPython looks at the iterable first.
  Object iterator = PASS(get_iter(iterable));
  PASS(check_start(start));
  Sum sum(start);
  PASS(detail::for_each(iterator, [&](Object const& item) -> Result<bool> {
    PASS(sum.add(item));
    return true;
  }));
  return sum.total();
}

Result<bool> any(Object const& iterable) {
  bool found = false;
  PASS(detail::for_each(iterable, [&](Object const& item) -> Result<bool> {
    found = PASS(operators::truth(item));
    return !found;
  }));
  return found;
}

Result<bool> all(Object const& iterable) {
  bool holds = true;
  PASS(detail::for_each(iterable, [&](Object const& item) -> Result<bool> {
    holds = PASS(operators::truth(item));
    return holds;
  }));
  return holds;
}

Result<List<Object>> sorted(Object const& iterable, Object const& key, Object const& reverse) {
  Object list = PASS(list_from(iterable));
  PASS(detail::sort_list(list.as<ListObject>(), key, reverse));
  return word_cast<List<Object>>(std::move(list));
}

}  // namespace builtins

}  // namespace aiocc
