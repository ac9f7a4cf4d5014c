// functools.lru_cache and cache: a function's results by its arguments, in order of their last use.
#include "../objects/constructor_arguments.hpp"
#include "../objects/hashing.hpp"
#include "../objects/iterator_members.hpp"
#include "../objects/sequence.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/stdlib/functools.hpp"
#include "own_attributes.hpp"

namespace aiocc::functools {

namespace {

struct CacheWrapper : aiocc::detail::WithAttributes {
  explicit CacheWrapper(Object cached) : WithAttributes(&lru_cache_wrapper_type), function(std::move(cached)) {}
  Object function;
  /// Results by key; the oldest use first where there's a limit.
  DictObject results;
  std::int64_t hits = 0;
  std::int64_t misses = 0;
  /// Negative: there's no limit.
  std::int64_t limit = -1;
  bool typed = false;
};

/// What `lru_cache(...)` gives: it makes wrappers with these parameters.
struct CacheDecorator : HeapObject {
  CacheDecorator(Type* decorator_type, std::int64_t most, bool by_type)
      : HeapObject(decorator_type), limit(most), typed(by_type) {}
  std::int64_t limit;
  bool typed;
};

/// Stands between positional and keyword arguments in keys.
Object const& keyword_mark() {
  static Object const& mark = *new Object(pack_tuple(Str::intern("keywords")));
  return mark;
}

/// CPython: lru_cache_make_key. A lone int or str is its own key.
Object make_key(CacheWrapper const* cache, Object const* args, std::size_t count, KeywordNames const* names) {
  if (!cache->typed && count == 1 && !names && (type_of(args[0]) == &int_type || type_of(args[0]) == &str_type))
    return args[0];
  std::size_t const keywords = names ? names->names.size() : 0;
  std::size_t const positional = count - keywords;
  std::vector<Object> key(args, args + positional);
  if (keywords) key.push_back(keyword_mark());
  for (std::size_t i = 0; i < keywords; ++i) {
    key.push_back(names->names[i]);
    key.push_back(args[positional + i]);
  }
  for (std::size_t i = 0; cache->typed && i < count; ++i) key.push_back(box(*type_of(args[i])));
  return aiocc::make_tuple(key);
}

/// The cached result, NotImplemented where there is none. It becomes the one used last.
Result<Object> find_result(CacheWrapper* cache, Object const& key, std::int64_t hash) {
  if (cache->limit < 0) {
    Object const* found = PASS(cache->results.find(key, hash));
    return found ? *found : NotImplemented;
  }
  if (!PASS(cache->results.move(key, hash, true))) return NotImplemented;
  return cache->results.entries[cache->results.filled - 1].value;
}

Result<void> store_result(CacheWrapper* cache, Object const& key, std::int64_t hash, Object const& result) {
  if (cache->limit >= 0) {
    // The call may have cached the same arguments meanwhile.
    if (PASS(cache->results.find(key, hash))) return {};
    if (static_cast<std::int64_t>(cache->results.used) >= cache->limit) PASS(cache->results.pop_first());
  }
  return cache->results.set(key, hash, result);
}

Result<Object> call_cached(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  auto cache = self.as<CacheWrapper>();
  Object kept = self;
  if (cache->limit == 0) {
    ++cache->misses;
    return call_array(Object(cache->function), args, count, names);
  }
  Object key = make_key(cache, args, count, names);
  std::int64_t const hash = PASS(aiocc::detail::hash_key(key));
  Object found = PASS(find_result(cache, key, hash));
  if (!found.is(NotImplemented)) {
    ++cache->hits;
    return found;
  }
  ++cache->misses;
  Object result = PASS(call_array(Object(cache->function), args, count, names));
  PASS(store_result(cache, key, hash, result));
  return result;
}

Result<Object> bind_cached(Object const& self, Object const& instance, Type*) {
  if (!instance.bound() || instance.is(None)) return self;
  return make_bound_method(self, instance);
}

/// functools.update_wrapper.
Result<void> copy_names(CacheWrapper* cache) {
  DictObject* names = cache->attribute_dict();
  for (char const* name : {"__module__", "__name__", "__qualname__", "__doc__", "__annotations__", "__type_params__"}) {
    Str attribute = Str::intern(name);
    Object value;
    if (PASS(operators::find_attr(cache->function, attribute, value))) dict_set_str(names, attribute, value);
  }
  Object own;
  if (PASS(operators::find_attr(cache->function, "__dict__"_s, own)) && is_instance(own, dict_type))
    PASS(names->merge(own.as<DictObject>()));
  dict_set_str(names, "__wrapped__"_s, cache->function);
  return {};
}

Result<Object> wrap(Object const& function, std::int64_t limit, bool typed) {
  if (!function.is_heap() || !aiocc::detail::ready_type(function)->slots.call)
    return raise_error(type_error_type, "the first argument must be callable");
  auto cache = new CacheWrapper(function);
  Object result = Object::adopt(cache);
  cache->limit = limit;
  cache->typed = typed;
  PASS(copy_names(cache));
  return result;
}

Result<Object> call_decorator(Object const& self, Object const* args, std::size_t count, KeywordNames const*) {
  if (count != 1)
    return raise_error(type_error_type, "lru_cache.<locals>.decorating_function() takes 1 positional argument but " +
                                            std::to_string(count) + " were given");
  return wrap(args[0], self.as<CacheDecorator>()->limit, self.as<CacheDecorator>()->typed);
}

void traverse_cache(HeapObject* self, Visitor& visit) {
  auto cache = static_cast<CacheWrapper*>(self);
  visit(cache->attributes);
  visit(cache->function);
  dict_type.slots.traverse(&cache->results, visit);
}

void clear_wrapper(HeapObject* self) noexcept {
  auto cache = static_cast<CacheWrapper*>(self);
  Object attributes = std::move(cache->attributes);
  cache->results.clear();
}

constinit Type decorator_type("function", &object_type, sizeof(CacheDecorator),
                              {.dealloc = aiocc::detail::dealloc_object<CacheDecorator>, .call = call_decorator});

constexpr char const* info_fields[] = {"hits", "misses", "maxsize", "currsize"};

Result<Object> repr_info(Object const& self) {
  return aiocc::detail::repr_struct_sequence(self, "CacheInfo", info_fields);
}

Result<Object> construct_info(Type*, Object const* args, std::size_t count, KeywordNames const* names) {
  Object items[std::size(info_fields)];
  PASS(aiocc::detail::constructor_arguments("CacheInfo.__new__", info_fields, 0, args, count, names, items));
  for (std::size_t i = 0; i < std::size(items); ++i)
    if (!items[i].bound())
      return raise_error(type_error_type,
                         std::string("CacheInfo.__new__() missing required argument: '") + info_fields[i] + "'");
  return make_struct_sequence(cache_info_type, items);
}

Object limit_of(CacheWrapper const* cache) { return cache->limit < 0 ? None : Object(Int(cache->limit)); }

Object const& names_of_info() {
  static Object const& names = *new Object(
      pack_tuple(Str::intern("hits"), Str::intern("misses"), Str::intern("maxsize"), Str::intern("currsize")));
  return names;
}

Object field(Object const& info, std::size_t index) { return info.as<TupleObject>()->items()[index]; }

/// Its name, as functions: pickle looks it up.
Result<Object> reduce_wrapper(NativeCall const& call) { return operators::get_attr(call.args[0], "__qualname__"_s); }

}  // namespace

constinit Type lru_cache_wrapper_type(
    "functools._lru_cache_wrapper", &object_type, sizeof(CacheWrapper),
    {.dealloc = aiocc::detail::dealloc_object<CacheWrapper>,
     .traverse = traverse_cache,
     .clear = clear_wrapper,
     .weak_references = aiocc::detail::forget_weak_references,
     .call = call_cached,
     .get_attr = aiocc::detail::get_own_attribute,
     .set_attr = aiocc::detail::set_own_attribute,
     .descriptor_get = bind_cached,
     .members = aiocc::detail::members_with_reduce<lru_cache_wrapper_type, reduce_wrapper>},
    "functools");
constinit Type cache_info_type("CacheInfo", &tuple_type, sizeof(TupleObject),
                               {.repr = repr_info, .construct = construct_info, .members = members<cache_info_type>},
                               "functools");

Result<Object> lru_cache(Object const& maxsize, Object const& typed) {
  bool const by_type = PASS(operators::truth(typed));
  if (is_instance(maxsize, int_type)) {
    std::int64_t const limit = std::max<std::int64_t>(PASS(aiocc::detail::size_argument(maxsize)), 0);
    return Object::adopt(new CacheDecorator(&decorator_type, limit, by_type));
  }
  bool const is_function =
      maxsize.is_heap() && aiocc::detail::ready_type(maxsize)->slots.call && is_instance(typed, bool_type);
  if (is_function) return wrap(maxsize, 128, by_type);
  if (maxsize.is(None)) return Object::adopt(new CacheDecorator(&decorator_type, -1, by_type));
  return raise_error(type_error_type, "Expected first argument to be an integer, a callable, or None");
}

Result<Object> cache(Object const& function) { return wrap(function, -1, false); }

Object cache_info(Object const& self) {
  auto cache = self.as<CacheWrapper>();
  Object const items[] = {Int(cache->hits), Int(cache->misses), limit_of(cache),
                          Int(static_cast<std::int64_t>(cache->results.used))};
  return make_struct_sequence(cache_info_type, items);
}

void cache_clear(Object const& self) noexcept {
  auto cache = self.as<CacheWrapper>();
  cache->hits = cache->misses = 0;
  cache->results.clear();
}

Object cache_parameters(Object const& self) {
  auto cache = self.as<CacheWrapper>();
  auto parameters = make_dict_object();
  dict_set_str(parameters, "maxsize"_s, limit_of(cache));
  dict_set_str(parameters, "typed"_s, box(cache->typed));
  return Object::adopt(parameters);
}

Object hits_of_info(Object const& self) { return field(self, 0); }
Object misses_of_info(Object const& self) { return field(self, 1); }
Object maxsize_of_info(Object const& self) { return field(self, 2); }
Object currsize_of_info(Object const& self) { return field(self, 3); }

Object info_as_dict(Object const& self) {
  auto dict = make_dict_object();
  for (std::size_t i = 0; i < std::size(info_fields); ++i)
    dict_set_str(dict, Str::intern(info_fields[i]), field(self, i));
  return Object::adopt(dict);
}

Object const& fields_of_info = names_of_info();
Object const& match_args_of_info = names_of_info();

Result<Object> make_info(Object const& iterable) {
  Object const items = PASS(list_from(iterable));
  auto const& fields = items.as<ListObject>()->items();
  if (fields.size() != std::size(info_fields))
    return raise_error(type_error_type, "Expected 4 arguments, got " + std::to_string(fields.size()));
  return make_struct_sequence(cache_info_type, fields);
}

Result<Object> replace_in_info(Object const& self, Dict<Str, Object> const& kwargs) {
  Object const left = Object::adopt(kwargs.bound() ? kwargs.get()->copy() : make_dict_object());
  std::vector<Object> items;
  for (std::size_t i = 0; i < std::size(info_fields); ++i)
    items.push_back(PASS(left.as<DictObject>()->pop(Str::intern(info_fields[i]), field(self, i))));
  if (left.as<DictObject>()->used > 0) {
    Str const names = PASS(operators::repr(PASS(list_from(left))));
    return raise_error(type_error_type, "Got unexpected field names: " + names.utf8());
  }
  return make_struct_sequence(cache_info_type, items);
}

}  // namespace aiocc::functools
