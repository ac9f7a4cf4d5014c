// The module weakref: references, which are called for their object.
#include "aiocc/stdlib/weakref.hpp"

#include "../objects/core.hpp"
#include "../objects/native_instance.hpp"
#include "aiocc/main.hpp"
#include "weakref.hpp"

namespace aiocc::weakref {

using aiocc::detail::raise_format;
using aiocc::detail::weak_references_of;

namespace {

WeakReferenceObject* reference_of(Object const& self) noexcept { return self.as<WeakReferenceObject>(); }

/// The reference without a callback that everybody shares; null: there's none yet.
WeakReferenceObject* shared_reference(HeapObject* referent, Type const* type) noexcept {
  for (WeakReferenceObject* each = weak_references_of(referent); each; each = each->next)
    if (each->type == type && !each->callback.bound() && each->references != 0) return each;
  return nullptr;
}

Result<Object> construct_reference(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  if (names && type == &ref_type) return raise_error(type_error_type, "ref() takes no keyword arguments");
  if (names) count -= names->names.size();
  if (count < 1) return raise_format(type_error_type, "__new__ expected at least 1 argument, got {}", count);
  // A subclass's `__init__` may take more.
  if (count > 2 && type == &ref_type)
    return raise_format(type_error_type, "__new__ expected at most 2 arguments, got {}", count);
  return make_reference(type, args[0], count > 1 ? args[1] : None);
}

Result<void> init_reference(Object const&, Object const*, std::size_t count, KeywordNames const* names) {
  if (names) return raise_error(type_error_type, "ref() takes no keyword arguments");
  if (count > 2) return raise_format(type_error_type, "__init__ expected at most 2 arguments, got {}", count);
  return {};
}

Result<Object> call_reference(Object const& callee, Object const*, std::size_t count, KeywordNames const* names) {
  if (names) return raise_error(type_error_type, "weakref() takes no keyword arguments");
  if (count != 0) return raise_format(type_error_type, "weakref expected 0 arguments, got {}", count);
  return referent_or(callee, None);
}

Result<Object> repr_reference(Object const& self) {
  Object const referent = referent_or(self, Object());
  if (!referent.bound()) return Str::from_utf8(fmt::format("<weakref at 0x{:x}; dead>", self.bits()));
  Object name;
  Result<bool> const named = operators::find_attr(referent, "__name__"_s, name);
  if (!named) take_error();
  std::string text =
      fmt::format("<weakref at 0x{:x}; to '{}' at 0x{:x}", self.bits(), shown_type(referent), referent.bits());
  if (named && named.value() && is_instance(name, str_type)) text += " (" + word_cast<Str>(name).utf8() + ")";
  return Str::from_utf8(text + ">");
}

Result<std::int64_t> hash_reference(Object const& self) {
  WeakReferenceObject* reference = reference_of(self);
  if (reference->hash != -1) return reference->hash;
  Object const referent = referent_or(self, Object());
  if (!referent.bound()) return raise_error(type_error_type, "weak object has gone away");
  return reference->hash = PASS(operators::hash(referent));
}

Result<Object> compare_references(Object const& left, Object const& right, CompareOp op) {
  if ((op != CompareOp::Eq && op != CompareOp::Ne) || !is_instance(left, ref_type) || !is_instance(right, ref_type))
    return NotImplemented;
  Object const first = referent_or(left, Object());
  Object const second = referent_or(right, Object());
  if (!first.bound() || !second.bound()) return box(left.is(right) == (op == CompareOp::Eq));
  return op == CompareOp::Eq ? operators::equal(first, second) : operators::not_equal(first, second);
}

Result<Object> get_callback(Object const& self) {
  Object const& callback = reference_of(self)->callback;
  return callback.bound() ? callback : None;
}

constexpr Member reference_rows[] = {
    {.name = "__callback__", .kind = MemberKind::Property, .get = get_callback},
};

MemberTable const& reference_members() {
  static constexpr MemberTable table{"weakref", &ref_type, reference_rows, std::size(reference_rows)};
  return table;
}

constexpr Slots reference_slots() {
  Slots slots;
  slots.dealloc = aiocc::detail::dealloc_native<WeakReferenceObject, ref_type>;
  slots.traverse = aiocc::detail::traverse_members<&WeakReferenceObject::callback>;
  slots.clear = aiocc::detail::clear_members<&WeakReferenceObject::callback>;
  slots.weak_references = aiocc::detail::forget_weak_references;
  slots.repr = repr_reference;
  slots.hash = hash_reference;
  slots.compare = compare_references;
  slots.call = call_reference;
  slots.construct = construct_reference;
  slots.init = init_reference;
  slots.members = reference_members;
  return slots;
}

/// Never destroyed: they may be read while the program ends.
union ImmortalObject {
  constexpr ImmortalObject() noexcept : value() {}
  constexpr ~ImmortalObject() {}
  Object value;
};
constinit ImmortalObject reference_class;
constinit ImmortalObject proxy_classes;
constinit ImmortalObject exit_function;

Result<void> call_exit_function() {
  PASS(call(exit_function.value));
  return {};
}

[[gnu::constructor]] void name_classes() {
  ref_type.is_base_type = true;
  ReferenceType = box(ref_type);
  Object const proxies[] = {box(proxy_type), box(callable_proxy_type)};
  ProxyTypes = make_tuple(proxies);
}

}  // namespace

constinit Type ref_type("weakref.ReferenceType", &object_type, sizeof(WeakReferenceObject), reference_slots(),
                        "weakref");
constinit Object& ReferenceType = reference_class.value;
constinit Object& ProxyTypes = proxy_classes.value;

Object referent_or(Object const& reference, Object const& fallback) noexcept {
  HeapObject* referent = reference_of(reference)->referent;
  // One that's dying has no references any more.
  return referent && referent->references != 0 ? Object::share(referent) : fallback;
}

std::string shown_type(Object const& object) {
  Type* type = type_of(object);
  return type->is_user_class ? type->name : aiocc::detail::qualified_type_name(type);
}

Result<Object> make_reference(Type* type, Object const& object, Object const& callback) {
  if (!aiocc::detail::supports_weak_references(object))
    return raise_format(type_error_type, "cannot create weak reference to '{}' object", shown_type(object));
  if (callback.is(None) && !type->is_user_class)
    if (WeakReferenceObject* shared = shared_reference(object.heap(), type)) return Object::share(shared);
  return Object::adopt(aiocc::detail::make_native<WeakReferenceObject>(
      type, *(type->is_user_class ? &ref_type : type), type, object.heap(), callback.is(None) ? Object() : callback));
}

Int getweakrefcount(Object const& object) noexcept {
  std::int64_t count = 0;
  WeakReferenceObject* each = object.is_heap() ? weak_references_of(object.heap()) : nullptr;
  for (; each; each = each->next) count += each->references != 0;
  return Int(count);
}

void _call_at_exit(Object const& function) {
  exit_function.value = function;
  aiocc::detail::at_exit(call_exit_function);
}

List<Object> getweakrefs(Object const& object) {
  List<Object> result = List<Object>::of();
  WeakReferenceObject* each = object.is_heap() ? weak_references_of(object.heap()) : nullptr;
  for (; each; each = each->next)
    if (each->references != 0) result.append(Object::share(each));
  return result;
}

}  // namespace aiocc::weakref
