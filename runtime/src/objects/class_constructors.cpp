// Class methods of built-in types that make instances of the class they're called on: `dict.fromkeys`, `int.from_bytes`.
#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/set.hpp"
#include "core.hpp"

namespace aiocc {

// Weak: null in programs that use none.
extern Type bytearray_type [[gnu::weak]];
namespace collections {
extern Type ordered_dict_type [[gnu::weak]];
}

namespace detail {
namespace {

/// The keys of a dict or the items of a set, with the hashes that it has of them.
Result<void> set_hashed_keys(DictObject* made, Object const& source, Object const& value) {
  std::size_t position = 0;
  if (type_of(source) == &dict_type) {
    while (DictEntry const* entry = source.as<DictObject>()->next(position)) {
      DictEntry const copy = *entry;
      PASS(made->set(copy.key, copy.hash, value));
    }
    return {};
  }
  while (SetEntry const* entry = source.as<SetObject>()->next(position)) {
    SetEntry const copy = *entry;
    PASS(made->set(copy.key, copy.hash, value));
  }
  return {};
}

Result<Object> from_keys(FunctionObject*, Object const* args, std::size_t count, KeywordNames const* names) {
  if (names) return raise_error(type_error_type, "dict.fromkeys() takes no keyword arguments");
  std::size_t const given = count - 1;
  if (given == 0 || given > 2)
    return raise_format(type_error_type, "fromkeys expected at {} {} argument{}, got {}", given ? "most" : "least",
                        given ? 2 : 1, given ? "s" : "", given);
  Object made = PASS(call(args[0]));
  Object const value = given == 2 ? args[2] : None;
  if (type_of(made) == &dict_type && (type_of(args[1]) == &dict_type || is_any_set(args[1]))) {
    PASS(set_hashed_keys(made.as<DictObject>(), args[1], value));
    return made;
  }
  Iteration keys = PASS(iterate(args[1]));
  Object key;
  while (PASS(keys.next(key))) PASS(operators::set_item(made, key, value));
  return made;
}

/// Calls the static function in its first cell, and the class with the result where it's a derived one.
Result<Object> by_class(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  Object made = PASS(call_array(self->cells[0], args + 1, count - 1, names));
  if (args[0].is(box(*self->owner))) return made;
  return call(args[0], made);
}

/// Calls the static function in its first cell, and stores what's in the dict that it made in an instance of a derived class.
Result<Object> stored_by_class(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  Object const made = PASS(call_array(self->cells[0], args + 1, count - 1, names));
  if (args[0].is(box(*self->owner))) return made;
  Object const result = PASS(call(args[0]));
  std::size_t position = 0;
  while (DictEntry const* entry = made.as<DictObject>()->next(position))
    PASS(operators::set_item(result, entry->key, entry->value));
  return result;
}

void wrap_static(Type* type, char const* name, Entry entry = by_class) {
  Str const key = Str::intern(name);
  Object const wrapped = dict_value(type->dict, key);
  if (!wrapped.bound()) return;
  Result<Object> function = operators::get_attr(wrapped, "__func__"_s);
  if (!function) return;
  auto made = new FunctionObject;
  made->type = &builtin_function_type;
  made->entry = entry;
  made->owner = type;
  made->attributes = new FunctionAttributes;
  made->attributes->name = key;
  made->attributes->qualified_name = qualified_member_name(type, name);
  made->cell_count = 1;
  made->cells = new Object[1];
  made->cells[0] = std::move(function).value();
  dict_set_str(type->dict, key, builtins::classmethod(Object::adopt(made)));
}

constexpr CoreMethod dict_methods[] = {{"fromkeys", from_keys, MemberKind::ClassMethod}};

}  // namespace

void add_class_constructors(Type* type) {
  if (type == &dict_type) add_methods(type, dict_methods);
  if (type == &int_type) wrap_static(type, "from_bytes");
  if (type == &float_type) wrap_static(type, "fromhex");
  if (type == &collections::ordered_dict_type) wrap_static(type, "fromkeys", stored_by_class);
  if (type == &bytes_type) wrap_static(type, "fromhex");
  if (&bytearray_type && type == &bytearray_type) wrap_static(type, "fromhex");
}

}  // namespace detail
}  // namespace aiocc
