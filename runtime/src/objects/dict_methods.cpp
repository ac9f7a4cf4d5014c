// The methods of dict, over its table.
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/list.hpp"
#include "hashing.hpp"
#include "sequence.hpp"

namespace aiocc {

// Weak: null in programs that use none.
namespace collections {
extern Type ordered_dict_type [[gnu::weak]];
}

namespace {

// A subclass may say what a missing key is worth.
Result<Object> missing(DictObject* dict, Object const& key) {
  if (dict->type != &dict_type) {
    Object value;
    Object self = Object::share(dict);
    if (PASS(operators::call_special(self, Str::intern("__missing__"), value, &key, 1))) return value;
  }
  return detail::key_error(key);
}

Result<void> merge_mapping(DictObject* dict, Object const& keys, Object const& mapping) {
  return detail::for_each(keys, [&](Object const& key) -> Result<bool> {
    Object value = PASS(operators::get_item(mapping, key));
    PASS(dict->set(key, value));
    return true;
  });
}

// One element of what `dict(pairs)` takes.
Result<void> set_pair(DictObject* dict, Object const& element, std::size_t position) {
  Result<Object> items = list_from(element);
  std::string number = std::to_string(position);
  if (!items) {
    if (!error_is(type_error_type)) return raised;
    (void)take_error();
    return raise_error(type_error_type,
                       "cannot convert dictionary update sequence element #" + number + " to a sequence");
  }
  auto const& pair = items.value().as<ListObject>()->items();
  if (pair.size() != 2)
    return raise_error(value_error_type, "dictionary update sequence element #" + number + " has length " +
                                             std::to_string(pair.size()) + "; 2 is required");
  return dict->set(pair[0], pair[1]);
}

Result<void> merge_pairs(DictObject* dict, Object const& pairs) {
  std::size_t position = 0;
  return detail::for_each(pairs, [&](Object const& element) -> Result<bool> {
    PASS(set_pair(dict, element, position++));
    return true;
  });
}

// Whether it's to be read as the dict that it is. One whose class iterates otherwise, as all derived from OrderedDict do, is a mapping like any other.
bool reads_as_dict(Object const& value) noexcept {
  Type* const type = type_of(value);
  if (type == &dict_type || type == &collections::ordered_dict_type) return true;
  return is_subtype(type, &dict_type) && type->slots.iter == dict_type.slots.iter &&
         !is_subtype(type, &collections::ordered_dict_type);
}

}  // namespace

namespace detail {

Result<Object> copy_dict(DictObject* dict) {
  Object const self = Object::share(dict);
  if (reads_as_dict(self)) return Object::adopt(dict->copy());
  Object const result = Object::adopt(make_dict_object());
  PASS(result.as<DictObject>()->update(self));
  return result;
}

Raised key_error(Object const& key) {
  Result<Object> exception = call(box(key_error_type), key);
  if (!exception) return raised;
  return raise(exception.value());
}

Raised dict_changed(bool size_changed) {
  return raise_error(runtime_error_type, size_changed ? "dictionary changed size during iteration"
                                                      : "dictionary keys changed during iteration");
}

}  // namespace detail

Result<Object> DictObject::get_item(Object const& key) {
  Object const* value = PASS(find(key));
  if (value) [[likely]]
    return *value;
  return missing(this, key);
}

Result<void> DictObject::delete_item(Object const& key) {
  Object value;
  if (!PASS(take(key, value))) return detail::key_error(key);
  return {};
}

Result<Object> DictObject::get(Object const& key, Object const& fallback) {
  Object const* value = PASS(find(key));
  return value ? *value : fallback;
}

Result<Object> DictObject::set_default(Object const& key, Object const& fallback) {
  DictPlace place;
  if (Object const* value = PASS(place.find(this, key))) return *value;
  PASS(place.set(this, key, fallback));
  return fallback;
}

Result<Object> DictObject::pop(Object const& key, Object const& fallback) {
  Object value;
  if (PASS(take(key, value))) return value;
  if (fallback.bound()) return fallback;
  return detail::key_error(key);
}

Result<bool> DictObject::contains(Object const& key) { return PASS(find(key)) != nullptr; }

Result<void> DictObject::merge(DictObject* other) {
  if (other == this || other->used == 0) return {};
  Object kept = Object::share(other);
  if (used == 0) reserve(other->used);
  std::uint32_t count = other->used;
  std::size_t position = 0;
  while (DictEntry* entry = other->next(position)) {
    DictEntry copy = *entry;
    PASS(set(copy.key, copy.hash, std::move(copy.value)));
    if (other->used != count) return raise_error(runtime_error_type, "dict mutated during update");
  }
  return {};
}

Result<void> DictObject::update(Object const& other) {
  if (reads_as_dict(other)) return merge(other.as<DictObject>());
  Object keys;
  if (!PASS(operators::find_attr(other, Str::intern("keys"), keys))) return merge_pairs(this, other);
  // A list of them, since what gives an item may move it.
  return merge_mapping(this, PASS(builtins::list(PASS(call(keys)))), other);
}

namespace builtins {

Dict<Object, Object> dict() { return Dict<Object, Object>::of(); }

Result<Object> dict_of_pairs(Object const& iterable) { return dict(iterable, {}); }

Result<Dict<Object, Object>> dict(Object const& iterable, Dict<Str, Object> const& kwargs) {
  Dict<Object, Object> result = dict();
  PASS(result.update(iterable, kwargs));
  return result;
}

}  // namespace builtins

}  // namespace aiocc
