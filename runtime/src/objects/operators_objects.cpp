// Items, attributes, and what objects convert to.
#include "aiocc/core/warn.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/generic_alias.hpp"
#include "aiocc/objects/list.hpp"
#include "core.hpp"
#include "native_recursion.hpp"
#include "number_operands.hpp"

namespace aiocc::operators {

using aiocc::detail::raise_format;
using aiocc::detail::ready_type;
using aiocc::detail::type_name;

namespace {

/// The place that a small int means among `size` items; past them where there's none.
std::size_t place_of(Object const& key, std::size_t size) noexcept {
  std::int64_t const place = key.small();
  return static_cast<std::size_t>(place < 0 ? place + static_cast<std::int64_t>(size) : place);
}

/// By the rules of subscripts.
[[gnu::noinline]] Result<Object> item_by_slot(Object const& container, Object const& key) {
  Type* type = ready_type(container);
  if (type->slots.get_item) return type->slots.get_item(container, key);
  if (is_subtype(type, &type_type)) return aiocc::detail::class_item(container, key);
  return raise_format(type_error_type, "'{}' object is not subscriptable", type->name);
}

[[gnu::noinline]] Result<Object> character_at(Object const& container, Object const& key) {
  auto const& text = static_cast<Str const&>(container);
  std::size_t const place = place_of(key, static_cast<std::size_t>(text.length()));
  if (place >= static_cast<std::size_t>(text.length())) return item_by_slot(container, key);
  return Str::from_code_point(text[static_cast<std::int64_t>(place)]);
}

}  // namespace

// Items by their places first, without a call.
Result<Object> detail::get_item_slow(Object const& container, Object const& key) {
  if (!key.is_small_int() || !container.is_heap()) return item_by_slot(container, key);
  Type const* const type = container.heap()->type;
  if (type == &list_type) {
    auto const* const list = container.as<ListObject>();
    if (list->is_packed()) [[unlikely]]
      return item_by_slot(container, key);
    std::size_t const place = place_of(key, list->objects.size());
    if (place < list->objects.size()) [[likely]]
      return list->objects[place];
  } else if (type == &tuple_type) {
    auto const* const tuple = container.as<TupleObject>();
    std::size_t const place = place_of(key, tuple->size);
    if (place < tuple->size) [[likely]]
      return tuple->items()[place];
  } else if (type == &str_type) {
    return character_at(container, key);
  }
  return item_by_slot(container, key);
}

namespace {

[[gnu::noinline]] Result<void> set_item_by_slot(Object const& container, Object const& key, Object const& value) {
  Type* type = ready_type(container);
  if (!type->slots.set_item)
    return raise_format(type_error_type, "'{}' object does not support item assignment", type->name);
  return type->slots.set_item(container, key, &value);
}

}  // namespace

Result<void> set_item(Object const& container, Object const& key, Object const& value) {
  if (!key.is_small_int() || type_of(container) != &list_type) return set_item_by_slot(container, key, value);
  auto* const list = container.as<ListObject>();
  if (list->is_packed()) [[unlikely]]
    return set_item_by_slot(container, key, value);
  std::size_t const place = place_of(key, list->objects.size());
  if (place >= list->objects.size()) [[unlikely]]
    return set_item_by_slot(container, key, value);
  // The old item dies after the list has the new one.
  Object const old = std::exchange(list->objects[place], value);
  return {};
}

Result<void> delete_item(Object const& container, Object const& key) {
  Type* type = ready_type(container);
  // CPython words it one way for sequences, which classes may be, and another for what can't be one.
  bool const is_sequence = type->slots.length || type->slots.contains || type->is_user_class;
  if (!type->slots.set_item)
    return raise_format(type_error_type, "'{}' object {} support item deletion", type->name,
                        is_sequence ? "doesn't" : "does not");
  return type->slots.set_item(container, key, nullptr);
}

namespace {

// An AttributeError of the program's own says neither whose attribute was asked for nor which, so it's told: suggestions need both.
AIOCC_COLD void complete_error(Object const& object, Str const& name) noexcept {
  if (!error_is(attribute_error_type)) return;
  auto error = state.error.as<AttributeError>();
  if (error->name.bound() || error->object.bound()) return;
  error->name = name;
  error->object = object;
}

// Whether an instance's attribute is behind the class's of that name: a property's is.
bool hides_fields(std::uintptr_t class_attribute) noexcept {
  Object const& attribute = reinterpret_cast<Object const&>(class_attribute);
  return attribute.is_heap() && ready_type(attribute)->slots.descriptor_set;
}

// The everyday case: a word in the layout that no class attribute hides. Null where it isn't that.
AIOCC_INLINE inline Field const* plain_field(Object const& object, Str const& name) noexcept {
  if (!object.is_heap()) return nullptr;
  aiocc::detail::CachedLookup const* const found = aiocc::detail::cached_lookup(object.heap()->type, name);
  if (!found || !found->field || found->field->storage != Storage::Word) return nullptr;
  if (found->value != 0 && hides_fields(found->value)) return nullptr;
  return found->field;
}

AIOCC_INLINE inline Object& word_of(Object const& object, Field const& field) noexcept {
  return *reinterpret_cast<Object*>(reinterpret_cast<char*>(object.heap()) + field.offset);
}

Result<Object> get_attr_slowly(Object const& object, Str const& name) {
  GetAttrSlot slot = ready_type(object)->slots.get_attr;
  Result<Object> result = slot ? slot(object, name) : aiocc::detail::generic_get_attr(object, name);
  if (!result) [[unlikely]]
    complete_error(object, name);
  return result;
}

}  // namespace

Result<Object> get_attr(Object const& object, Str const& name) {
  Field const* const field = plain_field(object, name);
  if (field && word_of(object, *field).bound() && !object.heap()->type->slots.get_attr) [[likely]]
    return word_of(object, *field);
  return get_attr_slowly(object, name);
}

Result<void> set_attr(Object const& object, Str const& name, Object const& value) {
  Field const* const field = plain_field(object, name);
  SetAttrSlot const slot = field ? object.heap()->type->slots.set_attr : ready_type(object)->slots.set_attr;
  bool const is_checked = field && field->holds && type_of(value) != field->holds;
  if (!field || slot || is_checked) return (slot ? slot : aiocc::detail::generic_set_attr)(object, name, &value);
  // The old value dies after the field has the new one.
  Object const old = std::exchange(word_of(object, *field), value);
  return {};
}

Result<void> delete_attr(Object const& object, Str const& name) {
  SetAttrSlot slot = ready_type(object)->slots.set_attr;
  return (slot ? slot : aiocc::detail::generic_set_attr)(object, name, nullptr);
}

Result<bool> find_attr(Object const& object, Str const& name, Object& value) {
  GetAttrSlot slot = ready_type(object)->slots.get_attr;
  Result<bool> found = raised;
  if (!slot) {
    found = aiocc::detail::generic_find_attr(object, name, value);
    if (found) return found;
  } else if (Result<Object> result = slot(object, name)) {
    value = std::move(result).value();
    return true;
  }
  if (!error_is(attribute_error_type)) return raised;
  take_error();
  return false;
}

Result<bool> call_special(Object const& object, Str const& name, Object& result, Object const* args,
                          std::size_t count) {
  aiocc::detail::Method method;
  if (!PASS(aiocc::detail::find_method(object, name, method))) return false;
  result = PASS(aiocc::detail::call_found(method, object, args, count));
  return true;
}

Result<std::int64_t> length(Object const& object) {
  LengthSlot slot = ready_type(object)->slots.length;
  if (!slot) return raise_format(type_error_type, "object of type '{}' has no len()", type_name(object));
  return slot(object);
}

Result<std::int64_t> hash(Object const& object) {
  HashSlot slot = ready_type(object)->slots.hash;
  return (slot ? slot : aiocc::detail::hash_not_implemented)(object);
}

namespace {

Result<Str> text_from(Object const& object, UnarySlot slot, char const* name, char const* doing) {
  aiocc::detail::NativeRecursion recursion(doing, ready_type(object)->is_user_class);
  if (!recursion.entered()) return raised;
  Object text = PASS(slot(object));
  if (is_instance(text, str_type)) return word_cast<Str>(std::move(text));
  return raise_format(type_error_type, "{} returned non-string (type {})", name, type_name(text));
}

/// An int object's value as an Int: True is 1.
Int int_value(Object const& object) noexcept { return aiocc::detail::int_operand(object); }

}  // namespace

Result<Str> repr(Object const& object) {
  return text_from(object, ready_type(object)->slots.repr, "__repr__", " while getting the repr of an object");
}

Result<Str> str(Object const& object) {
  if (is_str(object)) return word_cast<Str>(object);
  if (type_of(object) == &int_type) return word_cast<Int>(object).to_str();
  return text_from(object, ready_type(object)->slots.str, "__str__", " while getting the str of an object");
}

namespace {

/// What `__int__` or `__index__` gave; of a class derived from int that's deprecated.
Result<Int> checked_int(Object const& result, char const* method) {
  if (type_of(result) == &int_type) return word_cast<Int>(result);
  if (!is_instance(result, int_type))
    return raise_format(type_error_type, "{} returned non-int (type {})", method, type_name(result));
  PASS(warn(deprecation_warning_type,
            fmt::format("{} returned non-int (type {}).  The ability to return an instance of a strict subclass of int "
                        "is deprecated, and may be removed in a future version of Python.",
                        method, type_name(result))));
  return int_value(result);
}

/// `int(object)` where there's no `__int__`: by `__trunc__`, which is deprecated.
Result<Int> truncated(Object const& object) {
  Object result;
  if (!PASS(call_special(object, Str::intern("__trunc__"), result)))
    return raise_format(type_error_type,
                        "int() argument must be a string, a bytes-like object or a real number, not '{}'",
                        type_name(object));
  PASS(warn(deprecation_warning_type, "The delegation of int() to __trunc__ is deprecated."));
  Type const* const type = ready_type(result);
  if (is_subtype(type, &int_type)) return int_value(result);
  if (type->slots.index) return index(result);
  return raise_format(type_error_type, "__trunc__ returned non-Integral (type {})", type->name);
}

}  // namespace

Result<Int> index(Object const& object) {
  if (object.is_small_int()) return word_cast<Int>(object);
  Type* type = ready_type(object);
  if (is_subtype(type, &int_type)) return int_value(object);
  if (!type->slots.index)
    return raise_format(type_error_type, "'{}' object cannot be interpreted as an integer", type->name);
  return checked_int(PASS(type->slots.index(object)), "__index__");
}

Result<Int> to_int(Object const& object) {
  if (object.is_small_int()) return word_cast<Int>(object);
  Type* type = ready_type(object);
  // A class derived from int may have an `__int__` of its own.
  if (is_subtype(type, &int_type) && !type->is_user_class) return int_value(object);
  if (!type->slots.to_int) {
    return type->slots.index ? index(object) : truncated(object);
  }
  return checked_int(PASS(type->slots.to_int(object)), "__int__");
}

Result<double> to_float(Object const& object) {
  if (is_float(object)) return float_value(object);
  Type* type = ready_type(object);
  if (type->slots.to_float) {
    Object const result = PASS(type->slots.to_float(object));
    if (!is_instance(result, float_type))
      return raise_format(type_error_type, "{}.__float__ returned non-float (type {})", type->name, type_name(result));
    if (!is_float(result) && !is_instance(object, float_type))
      PASS(warn(deprecation_warning_type,
                fmt::format("{}.__float__ returned non-float (type {}).  The ability to return an instance of a strict "
                            "subclass of float is deprecated, and may be removed in a future version of Python.",
                            type->name, type_name(result))));
    return float_value(result);
  }
  if (type->slots.index || is_subtype(type, &int_type)) return to_double(PASS(index(object)));
  return raise_format(type_error_type, "float() argument must be a string or a real number, not '{}'", type->name);
}

}  // namespace aiocc::operators
