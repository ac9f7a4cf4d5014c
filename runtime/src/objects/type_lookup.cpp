// Finding attributes in classes: the MRO behind a cache keyed by the type's version and the name's identity.
#include "core.hpp"

namespace aiocc::detail {

constinit CachedLookup lookup_cache[lookup_cache_size] = {};

namespace {

constinit std::uint32_t last_version = 0;

/// A name whose address stands for its text for as long as the program runs.
bool is_lasting(StrObject const* name) noexcept {
  return name->interned || name->references >= immortal_references / 2;
}

Object const* search_mro(Type* type, Str const& name) noexcept {
  for (Type* candidate : type->mro) {
    ensure_ready(candidate);
    if (Object const* value = dict_get_str(candidate->dict, name)) return value;
  }
  return nullptr;
}

Field const* search_fields(Type* type, Str const& name) noexcept {
  if (type->fields.empty() || !name.is_ascii()) return nullptr;
  for (auto field = type->fields.rbegin(); field != type->fields.rend(); ++field)
    if (!field->is_slot && name.equals(field->name)) return &*field;
  return nullptr;
}

CallKind call_kind(Type const* type, Lookup const& found) noexcept {
  if (!found.value || !found.value->is_heap() || found.field || type->slots.get_attr) return CallKind::Attribute;
  Type const* const kind = found.value->heap()->type;
  if (kind == &staticmethod_type) return CallKind::Static;
  if (kind != &function_type && kind != &method_descriptor_type) return CallKind::Attribute;
  bool const may_hide = type->is_user_class || (type->overflow_offset != 0 && !keeps_attributes_apart(type));
  return may_hide ? CallKind::Method : CallKind::BuiltinMethod;
}

void forget_versions(Type* type) {
  // Without a version nothing of it is cached, and nothing of its subclasses either.
  if (type->version == 0) return;
  type->version = 0;
  for (Type* subclass : type->subclasses) forget_versions(subclass);
}

}  // namespace

Lookup lookup(Type* type, Str const& name) noexcept {
  StrObject const* text = name.object();
  if (CachedLookup const* const entry = cached_lookup(type, name)) [[likely]]
    return {entry->value ? reinterpret_cast<Object const*>(&entry->value) : nullptr, entry->field};
  ensure_ready(type);
  Lookup found{search_mro(type, name), search_fields(type, name)};
  if (!is_lasting(text)) return found;
  if (type->version == 0) {
    // A version of a class implies versions of its bases, so that forgetting goes down to it.
    for (Type* base : type->mro)
      if (base->version == 0) base->version = ++last_version;
  }
  CachedLookup& entry = lookup_entry(type->version, text);
  entry = {type->version, call_kind(type, found), text, found.value ? found.value->bits() : 0, found.field};
  return {found.value ? reinterpret_cast<Object const*>(&entry.value) : nullptr, found.field};
}

void type_changed(Type* type, Str const& name) {
  forget_versions(type);
  if (is_special(name)) update_slots(type);
}

Raised raise_about_attribute(Object const& object, Str const& name, std::string const& message) {
  Ref<BaseException> exception = make_exception(attribute_error_type, message);
  auto error = exception.as<AttributeError>();
  error->name = name;
  error->object = object;
  return raise(exception);
}

Raised raise_no_attribute(Object const& object, Str const& name) {
  if (is_instance(object, type_type))
    return raise_about_attribute(
        object, name, fmt::format("type object '{}' has no attribute '{}'", object.as<Type>()->name, name.utf8()));
  return raise_about_attribute(object, name,
                               fmt::format("'{}' object has no attribute '{}'", type_name(object), name.utf8()));
}

}  // namespace aiocc::detail
