// Instances: their memory, their fields and overflow dict, and attribute access by object's rules.
#include <bit>
#include <cstring>
#include <new>

#include "aiocc/objects/collector.hpp"
#include "aiocc/objects/convert.hpp"
#include "aiocc/objects/float.hpp"
#include "core.hpp"

namespace aiocc::detail {
namespace {

char* field_place(HeapObject* object, Field const& field) noexcept {
  return reinterpret_cast<char*>(object) + field.offset;
}

void unset_plain_fields(HeapObject* object) noexcept {
  for (Field const& field : object->type->fields) {
    if (field.storage == Storage::Double)
      std::memcpy(field_place(object, field), &unset_double, sizeof unset_double);
    else if (field.storage == Storage::Bool)
      std::memcpy(field_place(object, field), &unset_bool, sizeof unset_bool);
    else if (field.storage == Storage::IntOrFloat)
      new (field_place(object, field)) IntOrFloat(std::bit_cast<double>(unset_double));
  }
}

bool is_unset(IntOrFloat const& number) noexcept {
  return !number.is_int() && std::bit_cast<std::uint64_t>(number.as_float()) == unset_double;
}

std::ptrdiff_t native_field_count(Type const* type) noexcept {
  return static_cast<std::ptrdiff_t>(type->native_base->fields.size());
}

/// The storage can't hold the value: inference was wrong, and the program must not go on.
[[noreturn]] AIOCC_COLD void wrong_field(HeapObject* object, Field const& field, Object const& value) noexcept {
  char const* const holds = field.storage == Storage::Double       ? "float"
                            : field.storage == Storage::Bool       ? "bool"
                            : field.storage == Storage::IntOrFloat ? "int | float"
                                                                   : field.holds->name;
  std::fprintf(stderr, "aiocc: internal error: '%s.%s' was inferred to hold '%s' and is given '%s'\n",
               object->type->name, field.name, holds, type_name(value));
  std::abort();
}

}  // namespace

Object load_field(HeapObject* object, Field const& field) {
  char* place = field_place(object, field);
  switch (field.storage) {
    case Storage::Word: return *reinterpret_cast<Object*>(place);
    case Storage::Double: {
      std::uint64_t bits;
      std::memcpy(&bits, place, sizeof bits);
      if (bits == unset_double) return {};
      double number;
      std::memcpy(&number, place, sizeof number);
      return box(number);
    }
    case Storage::Bool: {
      auto byte = *reinterpret_cast<std::uint8_t*>(place);
      return byte == unset_bool ? Object() : box(byte != 0);
    }
    case Storage::IntOrFloat: {
      auto const& number = *reinterpret_cast<IntOrFloat*>(place);
      return is_unset(number) ? Object() : box(number);
    }
  }
  __builtin_unreachable();
}

void store_field(HeapObject* object, Field const& field, Object const& value) {
  char* place = field_place(object, field);
  switch (field.storage) {
    case Storage::Word: {
      if (field.holds && value.bound() && type_of(value) != field.holds) wrong_field(object, field, value);
      // The old value dies after the field has the new one.
      Object old = std::exchange(*reinterpret_cast<Object*>(place), value);
      return;
    }
    case Storage::Double: {
      if (value.bound() && type_of(value) != &float_type) wrong_field(object, field, value);
      if (!value.bound())
        std::memcpy(place, &unset_double, sizeof unset_double);
      else
        std::memcpy(place, &value.as<FloatObject>()->value, sizeof(double));
      return;
    }
    case Storage::Bool: {
      if (value.bound() && type_of(value) != &bool_type) wrong_field(object, field, value);
      *reinterpret_cast<std::uint8_t*>(place) = value.bound() ? value.is(True) : unset_bool;
      return;
    }
    case Storage::IntOrFloat: {
      if (value.bound() && !holds<IntOrFloat>(value)) wrong_field(object, field, value);
      *reinterpret_cast<IntOrFloat*>(place) =
          value.bound() ? IntOrFloat::of(value) : IntOrFloat(std::bit_cast<double>(unset_double));
      return;
    }
  }
}

Instance* allocate_instance(Type* type) {
  if (collector.due) [[unlikely]]
    collect_if_due();
  std::size_t size = type->instance_size;
  void* memory = allocate_object(size);
  std::memset(memory, 0, size);
  // Of a plain `object` there's just the head; everywhere else the zeroes are an empty Instance.
  auto head = new (memory) HeapObject(type);
  if (type->is_user_class) ++type->references;
  if (type->has_plain_fields) unset_plain_fields(head);
  if (type->has_finalizer) remember_finalizable(head);
  return static_cast<Instance*>(head);
}

void clear_fields(HeapObject* self) noexcept {
  for (Field const& field : self->type->fields) {
    if (field.storage == Storage::Word)
      Object const dying = std::move(*reinterpret_cast<Object*>(field_place(self, field)));
    else if (field.storage == Storage::IntOrFloat)
      *reinterpret_cast<IntOrFloat*>(field_place(self, field)) = IntOrFloat(std::bit_cast<double>(unset_double));
  }
  if (DictObject** overflow = overflow_of(self)) Object::adopt(std::exchange(*overflow, nullptr)).reset();
}

void dealloc_instance(HeapObject* self) noexcept {
  Type* type = self->type;
  clear_fields(self);
  release_object(self, type->instance_size);
  if (type->is_user_class) Object::adopt(type).reset();
}

Result<bool> generic_find_attr(Object const& self, Str const& name, Object& value) {
  Type* type = ready_type(self);
  Lookup const found = quick_lookup(type, name);
  Object attribute = found.value ? *found.value : Object();
  Slots const* descriptor = nullptr;
  if (attribute.is_heap()) {
    descriptor = &ready_type(attribute)->slots;
    if (descriptor->descriptor_set && descriptor->descriptor_get) {
      value = PASS(descriptor->descriptor_get(attribute, self, type));
      return true;
    }
  }
  if (found.field) {
    value = load_field(self.heap(), *found.field);
    if (value.bound()) return true;
  }
  if (type->overflow_offset) {
    DictObject* overflow = *overflow_of(self.heap());
    if (Object const* stored = overflow ? dict_get_str(overflow, name) : nullptr) {
      value = *stored;
      return true;
    }
  }
  if (!attribute.bound()) {
    // What a built-in exception hasn't been given is None (`NameError().name`).
    bool is_native = found.field && type->is_exception && found.field - type->fields.data() < native_field_count(type);
    if (is_native) value = None;
    return is_native;
  }
  value =
      descriptor && descriptor->descriptor_get ? PASS(descriptor->descriptor_get(attribute, self, type)) : attribute;
  return true;
}

Result<Object> generic_get_attr(Object const& self, Str const& name) {
  Object value;
  if (!PASS(generic_find_attr(self, name, value))) return raise_no_attribute(self, name);
  return value;
}

namespace {

Raised raise_read_only(Object const& self, Str const& name) {
  return raise_format(attribute_error_type, "'{}' object attribute '{}' is read-only", type_name(self), name.utf8());
}

Raised raise_no_place(Object const& self, Str const& name) {
  return raise_about_attribute(
      self, name,
      fmt::format("'{}' object has no attribute '{}' and no __dict__ for setting new attributes", type_name(self),
                  name.utf8()));
}

Result<void> delete_overflow(Object const& self, Str const& name, Object const& class_attribute) {
  DictObject** overflow = self.is_heap() ? overflow_of(self.heap()) : nullptr;
  if (overflow && *overflow && dict_delete_str(*overflow, name)) return {};
  if (class_attribute.bound() && !overflow) return raise_read_only(self, name);
  if (!overflow) return raise_no_place(self, name);
  return raise_no_attribute(self, name);
}

}  // namespace

Result<void> generic_set_attr(Object const& self, Str const& name, Object const* value) {
  Type* type = ready_type(self);
  Lookup const found = quick_lookup(type, name);
  Object attribute = found.value ? *found.value : Object();
  if (attribute.is_heap())
    if (auto set = ready_type(attribute)->slots.descriptor_set) return set(attribute, self, value);
  if (found.field) {
    if (!value && !load_field(self.heap(), *found.field).bound()) return raise_no_attribute(self, name);
    store_field(self.heap(), *found.field, value ? *value : Object());
    return {};
  }
  if (!value) return delete_overflow(self, name, attribute);
  if (attribute.bound() && keeps_attributes_apart(type)) return raise_read_only(self, name);
  DictObject** overflow = self.is_heap() ? overflow_to_fill(self.heap()) : nullptr;
  if (!overflow) {
    if (attribute.bound()) return raise_read_only(self, name);
    return raise_no_place(self, name);
  }
  if (!*overflow) *overflow = make_dict_object();
  dict_set_str(*overflow, name, *value);
  return {};
}

}  // namespace aiocc::detail
