// Weak proxies: every operation is the object's own, or a ReferenceError once that has died.
#include "../objects/core.hpp"
#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/lazy_iterators.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/numbers.hpp"
#include "aiocc/stdlib/weakref.hpp"
#include "weakref.hpp"

namespace aiocc::weakref {
namespace {

bool is_proxy(Object const& object) noexcept {
  return object.is_heap() && (object.heap()->type == &proxy_type || object.heap()->type == &callable_proxy_type);
}

/// The object behind a proxy; other objects are themselves.
Result<Object> behind(Object const& object) {
  if (!is_proxy(object)) return object;
  Object referent = referent_or(object, Object());
  if (!referent.bound()) return raise_error(reference_error_type, "weakly-referenced object no longer exists");
  return referent;
}

using Binary = Result<Object> (*)(Object const& left, Object const& right);
template <Binary operation>
Result<Object> forward_binary(Object const& left, Object const& right) {
  Object const first = PASS(behind(left));
  Object const second = PASS(behind(right));
  return operation(first, second);
}

using Unary = Result<Object> (*)(Object const& operand);
template <Unary operation>
Result<Object> forward_unary(Object const& self) {
  return operation(PASS(behind(self)));
}

Result<Object> index_object(Object const& object) { return PASS(operators::index(object)); }
Result<Object> int_object(Object const& object) { return PASS(operators::to_int(object)); }
Result<Object> float_object(Object const& object) { return box(PASS(operators::to_float(object))); }
Result<Object> str_object(Object const& object) { return PASS(operators::str(object)); }
Result<Object> contains_object(Object const& container, Object const& item) {
  return box(PASS(operators::contains(container, item)));
}

Result<Object> iter_proxy(Object const& self) {
  Object const object = PASS(behind(self));
  return builtins::iter(object);
}

Result<bool> next_proxy(Object const& self, Object& item) {
  Object const object = PASS(behind(self));
  auto next = aiocc::detail::ready_type(object)->slots.next;
  if (!next)
    return aiocc::detail::raise_format(type_error_type, "Weakref proxy referenced a non-iterator '{}' object",
                                       type_of(object)->name);
  return next(object, item);
}

Result<Object> repr_proxy(Object const& self) {
  Object const referent = referent_or(self, Object());
  if (!referent.bound()) return Str::from_utf8(fmt::format("<weakproxy at 0x{:x}; dead>", self.bits()));
  return Str::from_utf8(
      fmt::format("<weakproxy at 0x{:x}; to '{}' at 0x{:x}>", self.bits(), shown_type(referent), referent.bits()));
}

Result<std::int64_t> hash_proxy(Object const& self) {
  return aiocc::detail::raise_format(type_error_type, "unhashable type: '{}'", shown_type(self));
}

Result<bool> truth_proxy(Object const& self) { return operators::truth(PASS(behind(self))); }
Result<std::int64_t> length_proxy(Object const& self) { return operators::length(PASS(behind(self))); }

Result<Object> compare_proxies(Object const& left, Object const& right, CompareOp op) {
  Object const first = PASS(behind(left));
  Object const second = PASS(behind(right));
  return operators::detail::compare_slow(first, second, op);
}

Result<void> set_item_proxy(Object const& self, Object const& key, Object const* value) {
  Object const object = PASS(behind(self));
  return value ? operators::set_item(object, key, *value) : operators::delete_item(object, key);
}

Result<Object> get_attr_proxy(Object const& self, Str const& name) {
  return operators::get_attr(PASS(behind(self)), name);
}
Result<void> set_attr_proxy(Object const& self, Str const& name, Object const* value) {
  Object const object = PASS(behind(self));
  return value ? operators::set_attr(object, name, *value) : operators::delete_attr(object, name);
}

Result<Object> call_proxy(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  Object const object = PASS(behind(self));
  return call_array(object, args, count, names);
}

// Methods that no slot stands for.

Result<Object> reversed_proxy(NativeCall const& call) { return builtins::reversed(PASS(behind(call.args[0]))); }
Result<Object> bytes_of_proxy(NativeCall const& call) { return call_method(PASS(behind(call.args[0])), "__bytes__"_s); }

constexpr char const* only_self[] = {"self"};

template <Type& type>
MemberTable const& proxy_members() {
  constexpr Signature signature{only_self, 1, 1, 0, false, false};
  static constexpr NativeFunction reversed_function{
      signature, {nullptr, "__reversed__", "__reversed__", 0, nullptr, "weakref"}, reversed_proxy, &type, 0,
      Wording::C};
  static constexpr NativeFunction bytes_function{
      signature, {nullptr, "__bytes__", "__bytes__", 0, nullptr, "weakref"}, bytes_of_proxy, &type, 0, Wording::C};
  static constexpr Member rows[] = {
      {.name = "__reversed__", .kind = MemberKind::Method, .function = &reversed_function},
      {.name = "__bytes__", .kind = MemberKind::Method, .function = &bytes_function},
  };
  static constexpr MemberTable table{"weakref", &type, rows, std::size(rows)};
  return table;
}

void dealloc_proxy(HeapObject* self) noexcept { delete static_cast<WeakReferenceObject*>(self); }

constexpr Slots proxy_slots(bool callable, MemberTable const& (*members)()) {
  Slots slots;
  slots.members = members;
  slots.dealloc = dealloc_proxy;
  slots.traverse = aiocc::detail::traverse_members<&WeakReferenceObject::callback>;
  slots.clear = aiocc::detail::clear_members<&WeakReferenceObject::callback>;
  slots.repr = repr_proxy;
  slots.str = forward_unary<str_object>;
  slots.hash = hash_proxy;
  slots.truth = truth_proxy;
  slots.length = length_proxy;
  slots.compare = compare_proxies;
#define AIOCC_FORWARD(op, name)                                                           \
  slots.binary[static_cast<std::size_t>(BinaryOp::op)] = forward_binary<operators::name>; \
  slots.inplace[static_cast<std::size_t>(BinaryOp::op)] = forward_binary<operators::inplace_##name>;
  AIOCC_FORWARD(Add, add)
  AIOCC_FORWARD(Subtract, subtract)
  AIOCC_FORWARD(Multiply, multiply)
  AIOCC_FORWARD(MatrixMultiply, matrix_multiply)
  AIOCC_FORWARD(TrueDivide, true_divide)
  AIOCC_FORWARD(FloorDivide, floor_divide)
  AIOCC_FORWARD(Modulo, modulo)
  AIOCC_FORWARD(Power, power)
  AIOCC_FORWARD(LeftShift, left_shift)
  AIOCC_FORWARD(RightShift, right_shift)
  AIOCC_FORWARD(And, bit_and)
  AIOCC_FORWARD(Or, bit_or)
  AIOCC_FORWARD(Xor, bit_xor)
#undef AIOCC_FORWARD
  slots.negative = forward_unary<operators::negative>;
  slots.positive = forward_unary<operators::positive>;
  slots.invert = forward_unary<operators::invert>;
  slots.index = forward_unary<index_object>;
  slots.to_int = forward_unary<int_object>;
  slots.to_float = forward_unary<float_object>;
  slots.get_item = forward_binary<operators::get_item>;
  slots.set_item = set_item_proxy;
  slots.contains = forward_binary<contains_object>;
  slots.iter = iter_proxy;
  slots.next = next_proxy;
  slots.get_attr = get_attr_proxy;
  slots.set_attr = set_attr_proxy;
  if (callable) slots.call = call_proxy;
  return slots;
}

}  // namespace

constinit Type proxy_type("weakref.ProxyType", &object_type, sizeof(WeakReferenceObject),
                          proxy_slots(false, proxy_members<proxy_type>), "weakref");
constinit Type callable_proxy_type("weakref.CallableProxyType", &object_type, sizeof(WeakReferenceObject),
                                   proxy_slots(true, proxy_members<callable_proxy_type>), "weakref");

Result<Object> proxy(Object const& object, Object const& callback) {
  bool const callable = object.is_heap() && aiocc::detail::ready_type(object)->slots.call;
  return make_reference(callable ? &callable_proxy_type : &proxy_type, object, callback);
}

}  // namespace aiocc::weakref
