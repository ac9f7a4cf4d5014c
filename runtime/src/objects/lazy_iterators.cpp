// enumerate, zip, map, filter and reversed: iterators over iterators.
#include "aiocc/objects/lazy_iterators.hpp"

#include <vector>

#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/range.hpp"
#include "aiocc/objects/tuple.hpp"
#include "constructor_arguments.hpp"
#include "core.hpp"
#include "iterator_members.hpp"
#include "native_instance.hpp"
#include "sequence.hpp"
#include "shared_iterator.hpp"

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

// `__reduce__`, for copy and pickle.

Result<Object> reduce_enumerate(NativeCall const& call) {
  auto iterator = call.args[0].as<EnumerateObject>();
  return pack_tuple(box(*iterator->type), pack_tuple(PASS(detail::shared_iterator(iterator->source)), iterator->count));
}

Result<Object> reduce_zip(NativeCall const& call) {
  auto iterator = call.args[0].as<ZipObject>();
  Object const sources = PASS(detail::shared_iterators({}, iterator->sources));
  if (iterator->strict) return pack_tuple(box(*iterator->type), sources, True);
  return pack_tuple(box(*iterator->type), sources);
}

/// The state is whether it's strict.
Result<Object> set_state_of_zip(NativeCall const& call) {
  call.args[0].as<ZipObject>()->strict = PASS(operators::truth(call.args[1]));
  return None;
}

Result<Object> reduce_map(NativeCall const& call) {
  auto iterator = call.args[0].as<MapObject>();
  return pack_tuple(box(*iterator->type), PASS(detail::shared_iterators(iterator->function, iterator->sources)));
}

Result<Object> reduce_filter(NativeCall const& call) {
  auto iterator = call.args[0].as<FilterObject>();
  return pack_tuple(box(*iterator->type),
                    pack_tuple(iterator->function, PASS(detail::shared_iterator(iterator->source))));
}

// Constructors, of classes derived from these as well.

Result<Object> construct_enumerate(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  constexpr char const* parameters[] = {"iterable", "start"};
  Object given[2];
  for (std::size_t i = 0; names && i < names->names.size(); ++i)
    if (Str const& name = names->names[i]; !name.equals(parameters[0]) && !name.equals(parameters[1]))
      return detail::raise_format(type_error_type, "'{}' is an invalid keyword argument for enumerate()", name.utf8());
  PASS(detail::constructor_arguments("enumerate", parameters, 0, args, count, names, given));
  if (!given[0].bound()) return raise_error(type_error_type, "enumerate() missing required argument 'iterable'");
  Int const start = given[1].bound() ? PASS(operators::index(given[1])) : Int(0);
  Iteration items = PASS(iterate(given[0]));
  return Object::adopt(detail::make_native<EnumerateObject>(type, enumerate_type, std::move(items), start));
}

/// TypeError for keywords, unless the class has an `__init__` of its own that takes them.
Result<void> check_keywords(Type const* type, Type const& native, KeywordNames const* names) {
  if (!names || names->names.empty() || (type != &native && detail::has_init(type))) return {};
  return raise_error(type_error_type, std::string(native.name) + "() takes no keyword arguments");
}

constexpr char const* zip_parameters[] = {"strict"};

/// The truth of `strict`; false where it isn't given.
Result<bool> strictness(Object const* values, KeywordNames const* names) {
  bool is_strict = false;
  for (std::size_t i = 0; names && i < names->names.size(); ++i) {
    if (!names->names[i].equals("strict"))
      return detail::unexpected_keyword("zip", zip_parameters, names->names[i].utf8());
    is_strict = PASS(operators::truth(values[i]));
  }
  return is_strict;
}

Result<Object> construct_zip(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  std::size_t const positional = count - (names ? names->names.size() : 0);
  bool const is_strict = PASS(strictness(args + positional, names));
  auto sources = PASS(iterate_all(Arguments(args, positional)));
  return Object::adopt(detail::make_native<ZipObject>(type, zip_type, std::move(sources), is_strict));
}

Result<Object> construct_map(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_keywords(type, map_type, names));
  std::size_t const positional = count - (names ? names->names.size() : 0);
  if (positional < 2) return raise_error(type_error_type, "map() must have at least two arguments.");
  auto sources = PASS(iterate_all(Arguments(args + 1, positional - 1)));
  return Object::adopt(detail::make_native<MapObject>(type, map_type, args[0], std::move(sources)));
}

Result<Object> construct_filter(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_keywords(type, filter_type, names));
  std::size_t const positional = count - (names ? names->names.size() : 0);
  if (positional != 2)
    return raise_error(type_error_type, "filter expected 2 arguments, got " + std::to_string(positional));
  Iteration items = PASS(iterate(args[1]));
  return Object::adopt(detail::make_native<FilterObject>(type, filter_type, args[0], std::move(items)));
}

/// Of built-in types; unbound for others.
Object reversed_natively(Object const& sequence) {
  if (type_of(sequence) == &list_type) return detail::make_list_reverse_iterator(sequence);
  if (type_of(sequence) == &range_type) return detail::make_range_reverse_iterator(word_cast<Range>(sequence));
  if (type_of(sequence) == &dict_type)
    return detail::make_dict_reverse_iterator(word_cast<Ref<DictObject>>(sequence), detail::DictPart::Keys);
  return {};
}

/// Whether the object knows how to reverse itself, into `result`; TypeError where it isn't a sequence either.
Result<bool> reversed_by_itself(Object const& sequence, Object& result) {
  Type* type = type_of(sequence);
  detail::ensure_ready(type);
  Str name = Str::intern("__reversed__");
  Object const* method = detail::find_in_mro(type, name);
  bool refused = method && method->is(None);
  if (!refused && PASS(operators::call_special(sequence, name, result))) return true;
  if (refused || !type->slots.get_item || !type->slots.length || is_instance(sequence, dict_type))
    return raise_error(type_error_type, std::string("'") + type->name + "' object is not reversible");
  return false;
}

Result<Object> make_reversed(Type* type, Object const& sequence) {
  Object made = reversed_natively(sequence);
  if (made.bound() || PASS(reversed_by_itself(sequence, made))) return made;
  std::int64_t const length = PASS(operators::length(sequence));
  return Object::adopt(detail::make_native<ReversedObject>(type, reversed_type, sequence, length - 1));
}

Result<Object> construct_reversed(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_keywords(type, reversed_type, names));
  std::size_t const positional = count - (names ? names->names.size() : 0);
  if (positional != 1)
    return raise_error(type_error_type, "reversed expected 1 argument, got " + std::to_string(positional));
  return make_reversed(type, args[0]);
}

Result<std::int64_t> sequence_length(Object const& sequence) { return operators::length(sequence); }
using ReversedMethods =
    detail::CountingDownMethods<ReversedObject, &ReversedObject::sequence, &ReversedObject::index, sequence_length>;

Result<Object> reduce_reversed(NativeCall const& call) {
  auto iterator = call.args[0].as<ReversedObject>();
  Object const type = box(*iterator->type);
  if (!iterator->sequence.bound()) return pack_tuple(type, pack_tuple(make_tuple({})));
  return pack_tuple(type, pack_tuple(iterator->sequence), Int(iterator->index));
}

template <class Layout, Type& type, auto... traversed>
constexpr Slots iterator_slots(NextSlot next, ConstructSlot construct, MemberTable const& (*own_members)()) {
  return {.dealloc = detail::dealloc_native<Layout, type>,
          .traverse = detail::traverse_members<traversed...>,
          .iter = detail::iter_self,
          .next = next,
          .construct = construct,
          .members = own_members};
}

}  // namespace

constinit Type enumerate_type("enumerate", &object_type, sizeof(EnumerateObject),
                              iterator_slots<EnumerateObject, enumerate_type, &EnumerateObject::source>(
                                  next_of_enumerate, construct_enumerate,
                                  detail::iterator_members<enumerate_type, nullptr, reduce_enumerate, nullptr>),
                              "builtins", true);
constinit Type zip_type("zip", &object_type, sizeof(ZipObject),
                        iterator_slots<ZipObject, zip_type, &ZipObject::sources>(
                            next_of_zip, construct_zip,
                            detail::iterator_members<zip_type, nullptr, reduce_zip, set_state_of_zip>),
                        "builtins", true);
constinit Type map_type("map", &object_type, sizeof(MapObject),
                        iterator_slots<MapObject, map_type, &MapObject::function, &MapObject::sources>(
                            next_of_map, construct_map,
                            detail::iterator_members<map_type, nullptr, reduce_map, nullptr>),
                        "builtins", true);
constinit Type filter_type("filter", &object_type, sizeof(FilterObject),
                           iterator_slots<FilterObject, filter_type, &FilterObject::function, &FilterObject::source>(
                               next_of_filter, construct_filter,
                               detail::iterator_members<filter_type, nullptr, reduce_filter, nullptr>),
                           "builtins", true);
constinit Type reversed_type("reversed", &object_type, sizeof(ReversedObject),
                             iterator_slots<ReversedObject, reversed_type, &ReversedObject::sequence>(
                                 next_of_reversed, construct_reversed,
                                 detail::iterator_members<reversed_type, ReversedMethods::length_hint, reduce_reversed,
                                                          ReversedMethods::set_state>),
                             "builtins", true);

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

Result<Object> reversed(Object const& sequence) { return make_reversed(&reversed_type, sequence); }

}  // namespace builtins

}  // namespace aiocc
