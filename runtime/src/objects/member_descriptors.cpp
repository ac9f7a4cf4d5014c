// What leads from a class's dict to its part of the instances: slots, `__dict__`, `__weakref__`.
#include "core.hpp"

namespace aiocc::detail {
namespace {

/// `__slots__ = "x"` gives one named "x".
struct MemberDescriptor : HeapObject {
  Object name;
  Type* owner;
  Field field;
};

extern Type member_descriptor_type;

MemberDescriptor* member_of(Object const& self) noexcept { return self.as<MemberDescriptor>(); }

Str name_of(MemberDescriptor const* member) noexcept { return word_cast<Str>(member->name); }

Result<void> check_owner(MemberDescriptor const* member, Object const& instance) {
  if (is_instance(instance, *member->owner)) return {};
  return raise_format(type_error_type, "descriptor '{}' for '{}' objects doesn't apply to a '{}' object",
                      name_of(member).utf8(), member->owner->name, type_name(instance));
}

Result<Object> member_get(Object const& self, Object const& instance, Type*) {
  if (!instance.bound()) return self;
  MemberDescriptor* member = member_of(self);
  PASS(check_owner(member, instance));
  Object value = load_field(instance.heap(), member->field);
  if (!value.bound()) return raise_no_attribute(instance, name_of(member));
  return value;
}

Result<void> member_set(Object const& self, Object const& instance, Object const* value) {
  MemberDescriptor* member = member_of(self);
  PASS(check_owner(member, instance));
  if (!value && !load_field(instance.heap(), member->field).bound())
    return raise_error(attribute_error_type, name_of(member).utf8());
  store_field(instance.heap(), member->field, value ? *value : Object());
  return {};
}

Result<Object> member_repr(Object const& self) {
  return Str::from_utf8(
      fmt::format("<member '{}' of '{}' objects>", name_of(member_of(self)).utf8(), member_of(self)->owner->name));
}

Result<Object> get_name(Object const& self) { return member_of(self)->name; }
Result<Object> get_owner(Object const& self) { return box(*member_of(self)->owner); }
Result<Object> get_doc(Object const&) { return None; }

constexpr Member member_rows[] = {
    {.name = "__doc__", .kind = MemberKind::Property, .get = get_doc},
    {.name = "__name__", .kind = MemberKind::Property, .get = get_name},
    {.name = "__objclass__", .kind = MemberKind::Property, .get = get_owner},
};

MemberTable const& member_members() {
  static constexpr MemberTable table{"builtins", &member_descriptor_type, member_rows, std::size(member_rows)};
  return table;
}

constinit Type member_descriptor_type("member_descriptor", &object_type, sizeof(MemberDescriptor),
                                      {.dealloc = dealloc_object<MemberDescriptor>,
                                       .repr = member_repr,
                                       .descriptor_get = member_get,
                                       .descriptor_set = member_set,
                                       .members = member_members});

Result<Object> get_dict(Object const& self) { return instance_dict(self); }
Result<void> set_dict(Object const& self, Object const& value) { return set_instance_dict(self, value); }
Result<Object> get_weak_reference(Object const&) { return None; }

constexpr Member dict_property{
    .name = "__dict__", .kind = MemberKind::Property, .get = get_dict, .set = set_dict, .sets_deleted = true};
constexpr Member weak_reference_property{
    .name = "__weakref__", .kind = MemberKind::Property, .get = get_weak_reference};

/// What the class's body defines itself stays.
void add_missing_property(Type* type, Member const& property) {
  if (!dict_get_str(type->dict, Str::intern(property.name))) add_properties(type, {&property, 1});
}

}  // namespace

void add_instance_members(Type* type, std::span<Str const> slots, bool without_weak_references) {
  std::size_t const inherited = type->base->fields.size();
  for (std::size_t i = 0; i < slots.size(); ++i) {
    auto member = new MemberDescriptor;
    member->type = &member_descriptor_type;
    member->name = slots[i];
    member->owner = type;
    member->field = type->fields[inherited + i];
    dict_set_str(type->dict, slots[i], Object::adopt(member));
  }
  if (type->overflow_offset && (!type->base->overflow_offset || keeps_attributes_apart(type->base)))
    add_missing_property(type, dict_property);
  bool const is_first = type->base->is_user_class ? !find_in_mro(type->base, "__weakref__"_s)
                                                  : !is_subtype(type->native_base, &type_type);
  bool const is_variable_sized =
      type->native_base == &int_type || type->native_base == &bytes_type || type->native_base == &tuple_type;
  if (is_first && !is_variable_sized && !without_weak_references) add_missing_property(type, weak_reference_property);
}

void add_exception_dict(Type* type) { add_properties(type, {&dict_property, 1}); }

}  // namespace aiocc::detail
