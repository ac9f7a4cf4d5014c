// enumerate, zip, map, filter and reversed: iterators over iterators.
#include "aiocc/objects/lazy_iterators.hpp"

#include <vector>

#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/range.hpp"
#include "aiocc/objects/tuple.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

struct EnumerateObject : HeapObject {
  EnumerateObject(Iteration items, Int start)
      : HeapObject(&enumerate_type), source(std::move(items)), count(std::move(start)) {}
  Iteration source;
  Int count;
};

struct ZipObject : HeapObject {
  ZipObject(std::vector<Iteration> iterables, bool is_strict)
      : HeapObject(&zip_type), sources(std::move(iterables)), strict(is_strict) {}
  std::vector<Iteration> sources;
  bool strict;
};

struct MapObject : HeapObject {
  MapObject(Object mapped, std::vector<Iteration> iterables)
      : HeapObject(&map_type), function(std::move(mapped)), sources(std::move(iterables)) {}
  Object function;
  std::vector<Iteration> sources;
};

struct FilterObject : HeapObject {
  FilterObject(Object predicate, Iteration items)
      : HeapObject(&filter_type), function(std::move(predicate)), source(std::move(items)) {}
  Object function;
  Iteration source;
};

// Any sequence from its end, by `__len__` and `__getitem__`.
struct ReversedObject : HeapObject {
  ReversedObject(Object items, std::int64_t last)
      : HeapObject(&reversed_type), sequence(std::move(items)), index(last) {}
  Object sequence;
  std::int64_t index;
};

Result<bool> next_of_enumerate(Object const& self, Object& item) {
  auto iterator = self.as<EnumerateObject>();
  Object value;
  if (!PASS(iterator->source.next(value))) return false;
  item = pack_tuple(iterator->count, value);
  iterator->count = iterator->count + Int(1);
  return true;
}

// strict=True: all must end together. `ended` is the first source that has ended.
Result<bool> check_lengths(ZipObject* iterator, std::size_t ended) {
  auto complain = [](std::size_t argument, char const* relation) {
    std::string others = argument == 2 ? " argument 1" : " arguments 1-" + std::to_string(argument - 1);
    return raise_error(value_error_type,
                       "zip() argument " + std::to_string(argument) + " is " + relation + " than" + others);
  };
  if (ended > 0) return complain(ended + 1, "shorter");
  Object item;
  for (std::size_t i = 1; i < iterator->sources.size(); ++i) {
    if (PASS(iterator->sources[i].next(item))) return complain(i + 1, "longer");
  }
  return false;
}

Result<bool> next_of_zip(Object const& self, Object& item) {
  auto iterator = self.as<ZipObject>();
  std::size_t count = iterator->sources.size();
  if (count == 0) return false;
  auto tuple = Ref<TupleObject>::adopt(make_tuple_object(count));
  for (std::size_t i = 0; i < count; ++i) {
    if (PASS(iterator->sources[i].next(tuple->items()[i]))) continue;
    return iterator->strict ? check_lengths(iterator, i) : Result<bool>(false);
  }
  item = std::move(tuple);
  return true;
}

Result<bool> next_of_map(Object const& self, Object& item) {
  auto iterator = self.as<MapObject>();
  std::size_t count = iterator->sources.size();
  if (count == 1) {
    Object value;
    if (!PASS(iterator->sources[0].next(value))) return false;
    item = PASS(call(iterator->function, value));
    return true;
  }
  std::vector<Object> values(count);
  for (std::size_t i = 0; i < count; ++i) {
    if (!PASS(iterator->sources[i].next(values[i]))) return false;
  }
  item = PASS(call_array(iterator->function, values.data(), count));
  return true;
}

Result<bool> next_of_filter(Object const& self, Object& item) {
  auto iterator = self.as<FilterObject>();
  Object value;
  while (PASS(iterator->source.next(value))) {
    Object verdict = iterator->function.is(None) ? value : PASS(call(iterator->function, value));
    if (!PASS(operators::truth(verdict))) continue;
    item = std::move(value);
    return true;
  }
  return false;
}

Result<bool> next_of_reversed(Object const& self, Object& item) {
  auto iterator = self.as<ReversedObject>();
  if (iterator->index < 0) return false;
  Result<Object> value = operators::get_item(iterator->sequence, Int(iterator->index));
  if (value) {
    --iterator->index;
    item = std::move(value).value();
    return true;
  }
  iterator->index = -1;
  iterator->sequence.reset();
  if (!error_is(index_error_type) && !error_is(stop_iteration_type)) return raised;
  (void)take_error();
  return false;
}

Result<std::vector<Iteration>> iterate_all(Arguments iterables) {
  std::vector<Iteration> sources;
  sources.reserve(iterables.size());
  for (Object const& iterable : iterables) sources.push_back(PASS(iterate(iterable)));
  return sources;
}

template <class Layout, Type& type, auto... traversed>
constexpr Slots iterator_slots(NextSlot next) {
  return {.dealloc = detail::dealloc_object<Layout>,
          .traverse = detail::traverse_members<traversed...>,
          .iter = detail::iter_self,
          .next = next,
          .members = members<type>};
}

}  // namespace

constinit Type enumerate_type(
    "enumerate", &object_type, sizeof(EnumerateObject),
    iterator_slots<EnumerateObject, enumerate_type, &EnumerateObject::source>(next_of_enumerate));
constinit Type zip_type("zip", &object_type, sizeof(ZipObject),
                        iterator_slots<ZipObject, zip_type, &ZipObject::sources>(next_of_zip));
constinit Type map_type("map", &object_type, sizeof(MapObject),
                        iterator_slots<MapObject, map_type, &MapObject::function, &MapObject::sources>(next_of_map));
constinit Type filter_type(
    "filter", &object_type, sizeof(FilterObject),
    iterator_slots<FilterObject, filter_type, &FilterObject::function, &FilterObject::source>(next_of_filter));
constinit Type reversed_type(
    "reversed", &object_type, sizeof(ReversedObject),
    iterator_slots<ReversedObject, reversed_type, &ReversedObject::sequence>(next_of_reversed));

namespace detail {

Result<Object> make_enumerate(Object const& iterable, Int const& start) {
  // Not inside of the new-expression: leaving it would leak the object.
  Iteration items = PASS(iterate(iterable));
  return Object::adopt(new EnumerateObject(std::move(items), start));
}

}  // namespace detail

namespace builtins {

Result<Object> enumerate(Object const& iterable, Object const& start) {
  return detail::make_enumerate(iterable, PASS(operators::index(start)));
}

Result<Object> zip(Arguments iterables, Object const& strict) {
  bool is_strict = PASS(operators::truth(strict));
  auto iterations = PASS(iterate_all(iterables));
  return Object::adopt(new ZipObject(std::move(iterations), is_strict));
}

Result<Object> map(Arguments args) {
  if (args.size() < 2) return raise_error(type_error_type, "map() must have at least two arguments.");
  auto iterations = PASS(iterate_all(Arguments(args.data() + 1, args.size() - 1)));
  return Object::adopt(new MapObject(args[0], std::move(iterations)));
}

Result<Object> filter(Object const& function, Object const& iterable) {
  Iteration items = PASS(iterate(iterable));
  return Object::adopt(new FilterObject(function, std::move(items)));
}

Result<Object> reversed(Object const& sequence) {
  if (type_of(sequence) == &list_type) return detail::make_list_reverse_iterator(sequence);
  if (type_of(sequence) == &range_type) return detail::make_range_reverse_iterator(word_cast<Range>(sequence));
  if (type_of(sequence) == &dict_type)
    return detail::make_dict_reverse_iterator(word_cast<Ref<DictObject>>(sequence), detail::DictPart::Keys);
  Object result;
  Type* type = type_of(sequence);
  detail::ensure_ready(type);
  Str name = Str::intern("__reversed__");
  Object const* method = detail::find_in_mro(type, name);
  bool refused = method && method->is(None);
  if (!refused && PASS(operators::call_special(sequence, name, result))) return result;
  if (refused || !type->slots.get_item || !type->slots.length || is_instance(sequence, dict_type))
    return raise_error(type_error_type, std::string("'") + type->name + "' object is not reversible");
  std::int64_t length = PASS(operators::length(sequence));
  return Object::adopt(new ReversedObject(sequence, length - 1));
}

}  // namespace builtins

}  // namespace aiocc
