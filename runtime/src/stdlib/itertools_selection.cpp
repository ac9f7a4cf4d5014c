// itertools' iterators that leave items out: compress, dropwhile, filterfalse, islice, takewhile.
#include "aiocc/stdlib/itertools.hpp"
#include "iterator_slots.hpp"
#include "itertools_copies.hpp"

namespace aiocc::itertools {

namespace {

struct CompressObject : HeapObject {
  CompressObject(Iteration items, Iteration choices)
      : HeapObject(&compress_type), source(std::move(items)), selectors(std::move(choices)) {}
  Iteration source;
  Iteration selectors;
};

/// dropwhile, filterfalse, takewhile.
struct PredicateObject : HeapObject {
  PredicateObject(Type& object_type, Object test, Iteration items)
      : HeapObject(&object_type), predicate(std::move(test)), source(std::move(items)) {}
  Object predicate;
  Iteration source;
  /// dropwhile: has begun to give items. takewhile: has ended.
  bool switched = false;
};

struct IsliceObject : HeapObject {
  IsliceObject(Iteration items, std::int64_t first, std::int64_t end, std::int64_t distance)
      : HeapObject(&islice_type), source(std::move(items)), wanted(first), stop(end), step(distance) {}
  Iteration source;
  /// Position of the next item to give.
  std::int64_t wanted;
  /// Negative: at the source's end.
  std::int64_t stop;
  std::int64_t step;
  /// Items taken so far.
  std::int64_t taken = 0;
};

Result<bool> next_of_compress(Object const& self, Object& item) {
  auto iterator = self.as<CompressObject>();
  Object value, selector;
  while (true) {
    if (!PASS(iterator->source.next(value))) return false;
    if (!PASS(iterator->selectors.next(selector))) return false;
    if (!PASS(operators::truth(selector))) continue;
    item = std::move(value);
    return true;
  }
}

Result<bool> holds_for(PredicateObject const* iterator, Object const& value) {
  Object verdict = PASS(call(iterator->predicate, value));
  return operators::truth(verdict);
}

Result<bool> next_of_dropwhile(Object const& self, Object& item) {
  auto iterator = self.as<PredicateObject>();
  if (iterator->switched) return iterator->source.next(item);
  Object value;
  while (PASS(iterator->source.next(value))) {
    if (PASS(holds_for(iterator, value))) continue;
    iterator->switched = true;
    item = std::move(value);
    return true;
  }
  return false;
}

Result<bool> next_of_filterfalse(Object const& self, Object& item) {
  auto iterator = self.as<PredicateObject>();
  bool const by_truth = iterator->predicate.is(None) || iterator->predicate.bits() == box(bool_type).bits();
  Object value;
  while (PASS(iterator->source.next(value))) {
    if (by_truth ? PASS(operators::truth(value)) : PASS(holds_for(iterator, value))) continue;
    item = std::move(value);
    return true;
  }
  return false;
}

Result<bool> next_of_takewhile(Object const& self, Object& item) {
  auto iterator = self.as<PredicateObject>();
  if (iterator->switched) return false;
  Object value;
  if (!PASS(iterator->source.next(value))) return false;
  if (!PASS(holds_for(iterator, value))) {
    iterator->switched = true;
    return false;
  }
  item = std::move(value);
  return true;
}

Result<bool> end_islice(IsliceObject* iterator) {
  iterator->source = Iteration();
  return false;
}

Result<bool> next_of_islice(Object const& self, Object& item) {
  auto iterator = self.as<IsliceObject>();
  while (iterator->taken < iterator->wanted) {
    Object skipped;
    if (!PASS(iterator->source.next(skipped))) return end_islice(iterator);
    ++iterator->taken;
  }
  if (iterator->stop >= 0 && iterator->taken >= iterator->stop) return end_islice(iterator);
  if (!PASS(iterator->source.next(item))) return end_islice(iterator);
  ++iterator->taken;
  bool const overflows = __builtin_add_overflow(iterator->wanted, iterator->step, &iterator->wanted);
  if (overflows || (iterator->stop >= 0 && iterator->wanted > iterator->stop)) iterator->wanted = iterator->stop;
  return true;
}

// Copies.

Result<Object> reduce_compress(NativeCall const& call) {
  auto iterator = call.args[0].as<CompressObject>();
  Object const items = PASS(shared_iterator(iterator->source));
  return reduction(call.args[0], pack_tuple(items, PASS(shared_iterator(iterator->selectors))));
}

Result<Object> arguments_of(PredicateObject* iterator) {
  return pack_tuple(iterator->predicate, PASS(shared_iterator(iterator->source)));
}

Result<Object> reduce_filterfalse(NativeCall const& call) {
  return reduction(call.args[0], PASS(arguments_of(call.args[0].as<PredicateObject>())));
}

/// The state is whether it has switched.
Result<Object> reduce_switching(NativeCall const& call) {
  auto iterator = call.args[0].as<PredicateObject>();
  return reduction(call.args[0], PASS(arguments_of(iterator)), Int(iterator->switched ? 1 : 0));
}

Result<Object> set_state_of_switching(NativeCall const& call) {
  PASS(warn_of_copies());
  call.args[0].as<PredicateObject>()->switched = PASS(operators::truth(call.args[1]));
  return None;
}

/// The state is how many items it has taken.
Result<Object> reduce_islice(NativeCall const& call) {
  auto iterator = call.args[0].as<IsliceObject>();
  Object const source = PASS(shared_iterator(iterator->source));
  Object const stop = iterator->stop < 0 ? Object(None) : Object(Int(iterator->stop));
  Object const bounds[] = {source, Int(iterator->wanted), stop, Int(iterator->step)};
  return reduction(call.args[0], make_tuple({bounds, 4}), Int(iterator->taken));
}

Result<Object> set_state_of_islice(NativeCall const& call) {
  PASS(warn_of_copies());
  call.args[0].as<IsliceObject>()->taken = PASS(detail::ssize_argument(call.args[1]));
  return None;
}

/// An argument of islice: `otherwise` for None, -1 for what isn't a size.
std::int64_t slice_argument(Object const& value, std::int64_t otherwise) {
  if (value.is(None)) return otherwise;
  Result<std::int64_t> size = detail::ssize_argument(value);
  if (size) return size.value();
  (void)take_error();
  return -1;
}

constexpr char const* bad_indices = "Indices for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
constexpr char const* bad_stop = "Stop argument for islice() must be None or an integer: 0 <= x <= sys.maxsize.";
constexpr char const* bad_step = "Step for islice() must be a positive integer or None.";

template <NextSlot next, Type& type, NativeBody reduce, NativeBody set_state>
constexpr Slots predicate_slots() {
  return detail::iterator_slots<PredicateObject, type, &PredicateObject::predicate, &PredicateObject::source>(
      next, nullptr, members_with_reduce<type, reduce, set_state>);
}

Result<Object> make_predicate(Type& type, Object const& predicate, Object const& iterable) {
  Iteration items = PASS(iterate(iterable));
  return Object::adopt(new PredicateObject(type, predicate, std::move(items)));
}

}  // namespace

constinit Type compress_type(
    "itertools.compress", &object_type, sizeof(CompressObject),
    detail::iterator_slots<CompressObject, compress_type, &CompressObject::source, &CompressObject::selectors>(
        next_of_compress, nullptr, members_with_reduce<compress_type, reduce_compress>),
    "itertools");
constinit Type dropwhile_type(
    "itertools.dropwhile", &object_type, sizeof(PredicateObject),
    predicate_slots<next_of_dropwhile, dropwhile_type, reduce_switching, set_state_of_switching>(), "itertools");
constinit Type filterfalse_type("itertools.filterfalse", &object_type, sizeof(PredicateObject),
                                predicate_slots<next_of_filterfalse, filterfalse_type, reduce_filterfalse, nullptr>(),
                                "itertools");
constinit Type takewhile_type(
    "itertools.takewhile", &object_type, sizeof(PredicateObject),
    predicate_slots<next_of_takewhile, takewhile_type, reduce_switching, set_state_of_switching>(), "itertools");
constinit Type islice_type("itertools.islice", &object_type, sizeof(IsliceObject),
                           detail::iterator_slots<IsliceObject, islice_type, &IsliceObject::source>(
                               next_of_islice, nullptr,
                               members_with_reduce<islice_type, reduce_islice, set_state_of_islice>),
                           "itertools");

Result<Object> compress(Object const& data, Object const& selectors) {
  Iteration items = PASS(iterate(data));
  Iteration choices = PASS(iterate(selectors));
  return Object::adopt(new CompressObject(std::move(items), std::move(choices)));
}

Result<Object> dropwhile(Object const& predicate, Object const& iterable) {
  return make_predicate(dropwhile_type, predicate, iterable);
}
Result<Object> filterfalse(Object const& function, Object const& iterable) {
  return make_predicate(filterfalse_type, function, iterable);
}
Result<Object> takewhile(Object const& predicate, Object const& iterable) {
  return make_predicate(takewhile_type, predicate, iterable);
}

Result<Object> islice(Arguments args) {
  PASS(detail::argument_range("islice", args.size(), 2, 4));
  return islice(args[0], Arguments(args.data() + 1, args.size() - 1));
}

Result<Object> islice(Object const& iterable, Arguments args) {
  PASS(detail::argument_range("islice", args.size() + 1, 2, 4));
  bool const has_start = args.size() > 1;
  Object const& end = args[has_start ? 1 : 0];
  std::int64_t const start = has_start ? slice_argument(args[0], 0) : 0;
  std::int64_t const stop = slice_argument(end, -1);
  if (stop == -1 && !end.is(None)) return raise_error(value_error_type, bad_stop);
  if (start < 0 || stop < -1) return raise_error(value_error_type, bad_indices);
  std::int64_t const step = args.size() == 3 ? slice_argument(args[2], 1) : 1;
  if (step < 1) return raise_error(value_error_type, bad_step);
  Iteration items = PASS(iterate(iterable));
  return Object::adopt(new IsliceObject(std::move(items), start, stop, step));
}

}  // namespace aiocc::itertools
