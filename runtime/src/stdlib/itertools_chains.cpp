// itertools' iterators that put items together: accumulate, batched, chain, pairwise, starmap, zip_longest.
#include "aiocc/stdlib/itertools.hpp"
#include "iterator_slots.hpp"
#include "itertools_copies.hpp"

namespace aiocc::itertools {

namespace {

struct AccumulateObject : HeapObject {
  AccumulateObject(Iteration items, Object folding, Object first)
      : HeapObject(&accumulate_type),
        source(std::move(items)),
        function(std::move(folding)),
        initial(std::move(first)) {}
  Iteration source;
  /// None: addition.
  Object function;
  /// Unbound once it has been given, or if there is none.
  Object initial;
  Object total;
};

struct BatchedObject : HeapObject {
  BatchedObject(Iteration items, std::int64_t count, bool is_strict)
      : HeapObject(&batched_type), source(std::move(items)), size(count), strict(is_strict) {}
  Iteration source;
  std::int64_t size;
  bool strict;
};

struct ChainObject : HeapObject {
  explicit ChainObject(Iteration iterables) : HeapObject(&chain_type), sources(std::move(iterables)) {}
  Iteration sources;
  Iteration active;
  bool has_active = false;
};

struct PairwiseObject : HeapObject {
  explicit PairwiseObject(Iteration items) : HeapObject(&pairwise_type), source(std::move(items)) {}
  Iteration source;
  Object previous;
};

struct StarmapObject : HeapObject {
  StarmapObject(Object mapped, Iteration items)
      : HeapObject(&starmap_type), function(std::move(mapped)), source(std::move(items)) {}
  Object function;
  Iteration source;
};

struct ZipLongestObject : HeapObject {
  ZipLongestObject(std::vector<Iteration> iterables, Object fill)
      : HeapObject(&zip_longest_type),
        sources(std::move(iterables)),
        ended(sources.size()),
        left(sources.size()),
        fill_value(std::move(fill)) {}
  std::vector<Iteration> sources;
  std::vector<bool> ended;
  std::size_t left;
  Object fill_value;
};

Result<bool> next_of_accumulate(Object const& self, Object& item) {
  auto iterator = self.as<AccumulateObject>();
  if (iterator->initial.bound()) {
    iterator->total = std::move(iterator->initial);
    item = iterator->total;
    return true;
  }
  Object value;
  if (!PASS(iterator->source.next(value))) return false;
  if (iterator->total.bound()) {
    Object total = iterator->total;
    value =
        iterator->function.is(None) ? PASS(operators::add(total, value)) : PASS(call(iterator->function, total, value));
  }
  iterator->total = value;
  item = std::move(value);
  return true;
}

Result<bool> next_of_batched(Object const& self, Object& item) {
  auto iterator = self.as<BatchedObject>();
  std::vector<Object> batch;
  while (static_cast<std::int64_t>(batch.size()) < iterator->size) {
    Object value;
    if (!PASS(iterator->source.next(value))) break;
    batch.push_back(std::move(value));
  }
  if (batch.empty()) return false;
  if (static_cast<std::int64_t>(batch.size()) < iterator->size) {
    iterator->source = Iteration();
    if (iterator->strict) return raise_error(value_error_type, "batched(): incomplete batch");
  }
  item = aiocc::make_tuple(batch);
  return true;
}

Result<bool> next_of_chain(Object const& self, Object& item) {
  auto iterator = self.as<ChainObject>();
  while (true) {
    if (iterator->has_active) {
      if (PASS(iterator->active.next(item))) return true;
      iterator->has_active = false;
      iterator->active = Iteration();
    }
    Object iterable;
    if (!PASS(iterator->sources.next(iterable))) return false;
    Result<Iteration> begun = iterate(iterable);
    if (!begun) {
      // A chain that has failed gives nothing more.
      iterator->sources = Iteration();
      return raised;
    }
    iterator->active = std::move(begun).value();
    iterator->has_active = true;
  }
}

Result<bool> next_of_pairwise(Object const& self, Object& item) {
  auto iterator = self.as<PairwiseObject>();
  Object previous = iterator->previous;
  if (!previous.bound()) {
    if (!PASS(iterator->source.next(previous))) return false;
    iterator->previous = previous;
  }
  Object next;
  if (!PASS(iterator->source.next(next))) {
    iterator->previous.reset();
    iterator->source = Iteration();
    return false;
  }
  item = pack_tuple(previous, next);
  iterator->previous = std::move(next);
  return true;
}

Result<bool> next_of_starmap(Object const& self, Object& item) {
  auto iterator = self.as<StarmapObject>();
  Object args;
  if (!PASS(iterator->source.next(args))) return false;
  if (type_of(args) == &tuple_type) {
    auto tuple = args.as<TupleObject>();
    item = PASS(call_array(iterator->function, tuple->items(), tuple->size));
    return true;
  }
  Object list = PASS(list_from(args));
  auto const& items = list.as<ListObject>()->items();
  item = PASS(call_array(iterator->function, items.data(), items.size()));
  return true;
}

Result<bool> next_of_zip_longest(Object const& self, Object& item) {
  auto iterator = self.as<ZipLongestObject>();
  if (iterator->left == 0) return false;
  std::size_t const count = iterator->sources.size();
  auto tuple = Ref<TupleObject>::adopt(make_tuple_object(count));
  for (std::size_t i = 0; i < count; ++i) {
    if (!iterator->ended[i]) {
      Result<bool> more = iterator->sources[i].next(tuple->items()[i]);
      if (!more) {
        iterator->left = 0;
        return raised;
      }
      if (more.value()) continue;
      iterator->ended[i] = true;
      iterator->sources[i] = Iteration();
      if (--iterator->left == 0) return false;
    }
    tuple->items()[i] = iterator->fill_value;
  }
  item = std::move(tuple);
  return true;
}

// Copies.

/// What's still to be given first stands before the source.
Result<Object> reduce_accumulate(NativeCall const& call) {
  auto iterator = call.args[0].as<AccumulateObject>();
  Object source = PASS(shared_iterator(iterator->source));
  if (iterator->initial.bound()) {
    Object const both[] = {Object::adopt(aiocc::make_list_object({iterator->initial})), source};
    source = PASS(chain(Arguments(both, 2)));
  } else if (iterator->total.bound() && iterator->total.is(None)) {
    // None isn't a state: the first total of a new one is made of it, and skipped.
    Object const both[] = {pack_tuple(None), source};
    Object const totals = PASS(accumulate(PASS(chain(Arguments(both, 2))), iterator->function, None));
    PASS(warn_of_copies());
    return pack_tuple(box(islice_type), pack_tuple(totals, Int(1), None));
  }
  Object const total = iterator->total.bound() ? iterator->total : Object(None);
  return reduction(call.args[0], pack_tuple(source, iterator->function), total);
}

Result<Object> set_state_of_accumulate(NativeCall const& call) {
  PASS(warn_of_copies());
  call.args[0].as<AccumulateObject>()->total = call.args[1];
  return None;
}

Result<Object> reduce_chain(NativeCall const& call) {
  auto iterator = call.args[0].as<ChainObject>();
  Object const sources = PASS(shared_iterator(iterator->sources));
  if (!iterator->has_active) return reduction(call.args[0], make_tuple({}), pack_tuple(sources));
  return reduction(call.args[0], make_tuple({}), pack_tuple(sources, PASS(shared_iterator(iterator->active))));
}

Result<Object> set_state_of_chain(NativeCall const& call) {
  auto iterator = call.args[0].as<ChainObject>();
  auto const parts = PASS(parts_of_state(call.args[1], 1, 2));
  for (Object const& part : parts) {
    detail::ensure_ready(type_of(part));
    if (!type_of(part)->slots.next) return raise_error(type_error_type, "Arguments must be iterators.");
  }
  iterator->sources = PASS(iterate(parts[0]));
  iterator->has_active = parts.size() == 2;
  iterator->active = iterator->has_active ? PASS(iterate(parts[1])) : Iteration();
  return None;
}

Result<Object> reduce_starmap(NativeCall const& call) {
  auto iterator = call.args[0].as<StarmapObject>();
  return reduction(call.args[0], pack_tuple(iterator->function, PASS(shared_iterator(iterator->source))));
}

Result<Object> reduce_zip_longest(NativeCall const& call) {
  auto iterator = call.args[0].as<ZipLongestObject>();
  std::vector<Object> sources;
  for (std::size_t i = 0; i < iterator->sources.size(); ++i)
    sources.push_back(iterator->ended[i] ? Object(make_tuple({})) : PASS(shared_iterator(iterator->sources[i])));
  return reduction(call.args[0], aiocc::make_tuple(sources), iterator->fill_value);
}

Result<Object> set_state_of_zip_longest(NativeCall const& call) {
  PASS(warn_of_copies());
  call.args[0].as<ZipLongestObject>()->fill_value = call.args[1];
  return None;
}

}  // namespace

constinit Type accumulate_type(
    "itertools.accumulate", &object_type, sizeof(AccumulateObject),
    detail::iterator_slots<AccumulateObject, accumulate_type, &AccumulateObject::source, &AccumulateObject::function,
                           &AccumulateObject::initial, &AccumulateObject::total>(
        next_of_accumulate, nullptr, members_with_reduce<accumulate_type, reduce_accumulate, set_state_of_accumulate>),
    "itertools");
constinit Type batched_type(
    "itertools.batched", &object_type, sizeof(BatchedObject),
    detail::iterator_slots<BatchedObject, batched_type, &BatchedObject::source>(next_of_batched), "itertools");
constinit Type chain_type("itertools.chain", &object_type, sizeof(ChainObject),
                          detail::iterator_slots<ChainObject, chain_type, &ChainObject::sources, &ChainObject::active>(
                              next_of_chain, nullptr,
                              members_with_reduce<chain_type, reduce_chain, set_state_of_chain>),
                          "itertools");
constinit Type pairwise_type("itertools.pairwise", &object_type, sizeof(PairwiseObject),
                             detail::iterator_slots<PairwiseObject, pairwise_type, &PairwiseObject::source,
                                                    &PairwiseObject::previous>(next_of_pairwise),
                             "itertools");
constinit Type starmap_type(
    "itertools.starmap", &object_type, sizeof(StarmapObject),
    detail::iterator_slots<StarmapObject, starmap_type, &StarmapObject::function, &StarmapObject::source>(
        next_of_starmap, nullptr, members_with_reduce<starmap_type, reduce_starmap>),
    "itertools");
constinit Type zip_longest_type(
    "itertools.zip_longest", &object_type, sizeof(ZipLongestObject),
    detail::iterator_slots<ZipLongestObject, zip_longest_type, &ZipLongestObject::sources,
                           &ZipLongestObject::fill_value>(
        next_of_zip_longest, nullptr,
        members_with_reduce<zip_longest_type, reduce_zip_longest, set_state_of_zip_longest>),
    "itertools");

Result<Object> accumulate(Object const& iterable, Object const& function, Object const& initial) {
  Iteration items = PASS(iterate(iterable));
  return Object::adopt(new AccumulateObject(std::move(items), function, initial.is(None) ? Object() : initial));
}

Result<Object> batched(Object const& iterable, Object const& n, Object const& strict) {
  std::int64_t size = PASS(detail::size_argument(n));
  bool is_strict = PASS(operators::truth(strict));
  if (size < 1) return raise_error(value_error_type, "n must be at least one");
  Iteration items = PASS(iterate(iterable));
  return Object::adopt(new BatchedObject(std::move(items), size, is_strict));
}

Result<Object> chain(Arguments iterables) {
  Iteration sources = PASS(iterate(make_tuple({iterables.data(), iterables.size()})));
  return Object::adopt(new ChainObject(std::move(sources)));
}

Result<Object> chain_from_iterable(Object const& iterable) {
  Iteration sources = PASS(iterate(iterable));
  return Object::adopt(new ChainObject(std::move(sources)));
}

Result<Object> pairwise(Object const& iterable) {
  Iteration items = PASS(iterate(iterable));
  return Object::adopt(new PairwiseObject(std::move(items)));
}

Result<Object> starmap(Object const& function, Object const& iterable) {
  Iteration items = PASS(iterate(iterable));
  return Object::adopt(new StarmapObject(function, std::move(items)));
}

Result<Object> zip_longest(Arguments iterables, Object const& fillvalue) {
  std::vector<Iteration> sources;
  sources.reserve(iterables.size());
  for (Object const& iterable : iterables) sources.push_back(PASS(iterate(iterable)));
  return Object::adopt(new ZipLongestObject(std::move(sources), fillvalue));
}

}  // namespace aiocc::itertools
