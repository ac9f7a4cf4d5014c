// Special methods and slots: what a Python class's `__add__` does for `+`, and what `int.__add__` is as a method.
#include <array>
#include <cstring>

#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/numbers.hpp"
#include "core.hpp"
#include "number_operands.hpp"
#include "protocol_methods.hpp"
#include "sequence.hpp"
#include "user_slots.hpp"

namespace aiocc::detail {
namespace {

/// One special method: its name, the slot that it fills, the function that a class of Python's gets there, and the entry under which
/// a built-in type's slot is called by name (`int.__add__`).
struct Special {
  char const* name;
  std::size_t slot;
  void (*user_slot)();
  Entry native_entry;
};
Special const& special_of(FunctionObject* function) noexcept;

template <class Slot>
Slot slot_at(Type* type, std::size_t offset) noexcept {
  Slot slot;
  std::memcpy(&slot, reinterpret_cast<char const*>(&type->slots) + offset, sizeof slot);
  return slot;
}
template <class Slot>
void set_slot(Type* type, std::size_t offset, Slot slot) noexcept {
  std::memcpy(reinterpret_cast<char*>(&type->slots) + offset, &slot, sizeof slot);
}

// Built-in types' slots as methods: `self->owner` has the slot, `self->data` is the index of the special method.

Result<void> check_slot_call(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names,
                             std::size_t least, std::size_t most) {
  return check_special_call(self, special_of(self).name, args, count, names, least, most);
}

}  // namespace

Result<void> check_special_call(FunctionObject* self, char const* name, Object const* args, std::size_t count,
                                KeywordNames const* names, std::size_t least, std::size_t most) {
  if (count == 0)
    return raise_format(type_error_type, "descriptor '{}' of '{}' object needs an argument", name, self->owner->name);
  if (!is_instance(args[0], *self->owner))
    return raise_format(type_error_type, "descriptor '{}' requires a '{}' object but received a '{}'", name,
                        self->owner->name, type_name(args[0]));
  if (names) return raise_format(type_error_type, "wrapper {}() takes no keyword arguments", name);
  std::size_t given = count - 1;
  if (given >= least && given <= most) return {};
  if (least == most)
    return raise_format(type_error_type, "expected {} argument{}, got {}", least, least == 1 ? "" : "s", given);
  return raise_format(type_error_type, "expected at {} {} argument{}, got {}", given < least ? "least" : "most",
                      given < least ? least : most, (given < least ? least : most) == 1 ? "" : "s", given);
}

namespace {

#define AIOCC_SLOT_ENTRY(name)                                                                    \
  Result<Object> name([[maybe_unused]] FunctionObject* self, [[maybe_unused]] Object const* args, \
                      [[maybe_unused]] std::size_t count, [[maybe_unused]] KeywordNames const* names)

AIOCC_SLOT_ENTRY(unary_entry) {
  PASS(check_slot_call(self, args, count, names, 0, 0));
  return slot_at<UnarySlot>(self->owner, special_of(self).slot)(args[0]);
}
AIOCC_SLOT_ENTRY(hash_entry) {
  PASS(check_slot_call(self, args, count, names, 0, 0));
  return Int(PASS(self->owner->slots.hash(args[0])));
}
AIOCC_SLOT_ENTRY(truth_entry) {
  PASS(check_slot_call(self, args, count, names, 0, 0));
  return box(PASS(self->owner->slots.truth(args[0])));
}
AIOCC_SLOT_ENTRY(length_entry) {
  PASS(check_slot_call(self, args, count, names, 0, 0));
  return Int(PASS(self->owner->slots.length(args[0])));
}
template <CompareOp op>
AIOCC_SLOT_ENTRY(compare_entry) {
  PASS(check_slot_call(self, args, count, names, 1, 1));
  return self->owner->slots.compare(args[0], args[1], op);
}
AIOCC_SLOT_ENTRY(binary_entry) {
  constexpr std::size_t power = offsetof(Slots, binary) + sizeof(BinarySlot) * std::size_t(BinaryOp::Power);
  bool const is_power = special_of(self).slot == power;
  PASS(check_slot_call(self, args, count, names, 1, is_power ? 2 : 1));
  if (count == 3 && !args[2].is(None)) {
    Int const base = int_operand(args[0]);
    return base.bound() ? builtins::pow(base, args[1], args[2]) : Result<Object>(NotImplemented);
  }
  return slot_at<BinarySlot>(self->owner, special_of(self).slot)(args[0], args[1]);
}
AIOCC_SLOT_ENTRY(reflected_entry) {
  PASS(check_slot_call(self, args, count, names, 1, 1));
  return slot_at<BinarySlot>(self->owner, special_of(self).slot)(args[1], args[0]);
}
}  // namespace

AIOCC_SLOT_ENTRY(set_item_entry) {
  PASS(check_slot_call(self, args, count, names, 2, 2));
  PASS(self->owner->slots.set_item(args[0], args[1], &args[2]));
  return None;
}
AIOCC_SLOT_ENTRY(delete_item_entry) {
  PASS(check_slot_call(self, args, count, names, 1, 1));
  PASS(self->owner->slots.set_item(args[0], args[1], nullptr));
  return None;
}

namespace {

AIOCC_SLOT_ENTRY(next_entry) {
  PASS(check_slot_call(self, args, count, names, 0, 0));
  Object item;
  state.stop_value.reset();
  if (!PASS(self->owner->slots.next(args[0], item))) return raise_stop_iteration(std::move(state.stop_value));
  return item;
}
AIOCC_SLOT_ENTRY(call_entry) {
  if (count == 0) {
    PASS(check_slot_call(self, args, count, nullptr, 0, 0));
    return raised;
  }
  return self->owner->slots.call(args[0], args + 1, count - 1, names);
}
Result<Str> attribute_name(Object const& name) {
  if (is_instance(name, str_type)) return word_cast<Str>(name);
  return raise_format(type_error_type, "attribute name must be string, not '{}'", type_name(name));
}
AIOCC_SLOT_ENTRY(get_attribute_entry) {
  PASS(check_slot_call(self, args, count, names, 1, 1));
  Str name = PASS(attribute_name(args[1]));
  if (GetAttrSlot slot = self->owner->slots.get_attr) return slot(args[0], name);
  return generic_get_attr(args[0], name);
}
/// `object.__setattr__(C, ...)`: a class changes its classes' attributes itself.
Result<void> check_changes_no_class(FunctionObject const* self, Object const& changed, char const* method) {
  if (self->owner != &object_type || !is_instance(changed, type_type)) return {};
  return raise_format(type_error_type, "can't apply this {} to {} object", method, type_name(changed));
}
AIOCC_SLOT_ENTRY(set_attribute_entry) {
  PASS(check_slot_call(self, args, count, names, 2, 2));
  PASS(check_changes_no_class(self, args[0], "__setattr__"));
  Str name = PASS(attribute_name(args[1]));
  SetAttrSlot slot = self->owner->slots.set_attr;
  PASS((slot ? slot : generic_set_attr)(args[0], name, &args[2]));
  return None;
}
AIOCC_SLOT_ENTRY(delete_attribute_entry) {
  PASS(check_slot_call(self, args, count, names, 1, 1));
  PASS(check_changes_no_class(self, args[0], "__delattr__"));
  Str name = PASS(attribute_name(args[1]));
  SetAttrSlot slot = self->owner->slots.set_attr;
  PASS((slot ? slot : generic_set_attr)(args[0], name, nullptr));
  return None;
}
AIOCC_SLOT_ENTRY(descriptor_get_entry) {
  PASS(check_slot_call(self, args, count, names, 1, 2));
  Object instance = args[1].is(None) ? Object() : args[1];
  Type* owner = count > 2 && is_instance(args[2], type_type) ? args[2].as<Type>() : type_of(args[1]);
  return self->owner->slots.descriptor_get(args[0], instance, owner);
}
AIOCC_SLOT_ENTRY(descriptor_set_entry) {
  PASS(check_slot_call(self, args, count, names, 2, 2));
  PASS(self->owner->slots.descriptor_set(args[0], args[1], &args[2]));
  return None;
}
AIOCC_SLOT_ENTRY(descriptor_delete_entry) {
  PASS(check_slot_call(self, args, count, names, 1, 1));
  PASS(self->owner->slots.descriptor_set(args[0], args[1], nullptr));
  return None;
}
AIOCC_SLOT_ENTRY(init_entry) {
  if (count == 0 || !is_instance(args[0], *self->owner)) {
    PASS(check_slot_call(self, args, count, nullptr, 0, 0));
    return raised;
  }
  PASS(self->owner->slots.init(args[0], args + 1, count - 1, names));
  return None;
}
AIOCC_SLOT_ENTRY(new_entry) {
  char const* owner = self->owner->name;
  if (count == 0) return raise_format(type_error_type, "{}.__new__(): not enough arguments", owner);
  if (!is_instance(args[0], type_type))
    return raise_format(type_error_type, "{}.__new__(X): X is not a type object ({})", owner, type_name(args[0]));
  Type* type = args[0].as<Type>();
  if (!is_subtype(type, self->owner))
    return raise_format(type_error_type, "{0}.__new__({1}): {1} is not a subtype of {0}", owner, type->name);
  return self->owner->slots.construct(type, args + 1, count - 1, names);
}
#undef AIOCC_SLOT_ENTRY

// The table itself.

template <class Function>
constexpr auto erased(Function* function) noexcept {
  return reinterpret_cast<void (*)()>(function);
}

#define AIOCC_BINARY(op, plain, reflected, inplace_name)                                           \
  Special{plain, offsetof(Slots, binary) + sizeof(BinarySlot) * std::size_t(BinaryOp::op),         \
          erased(user_binary<BinaryOp::op, plain, reflected>), binary_entry},                      \
      Special{reflected, offsetof(Slots, binary) + sizeof(BinarySlot) * std::size_t(BinaryOp::op), \
              erased(user_binary<BinaryOp::op, plain, reflected>), reflected_entry},               \
      Special {                                                                                    \
    inplace_name, offsetof(Slots, inplace) + sizeof(BinarySlot) * std::size_t(BinaryOp::op),       \
        erased(user_method_1<inplace_name>), binary_entry                                          \
  }
#define AIOCC_UNARY(name, member) \
  Special { name, offsetof(Slots, member), erased(user_unary<name>), unary_entry }
#define AIOCC_COMPARE(name, op) \
  Special { name, offsetof(Slots, compare), erased(user_compare), compare_entry<CompareOp::op> }
#define AIOCC_SPECIAL(name, member, user, entry) \
  Special { name, offsetof(Slots, member), erased(user), entry }

Special const special_table[] = {
    AIOCC_UNARY("__repr__", repr),
    AIOCC_UNARY("__str__", str),
    AIOCC_SPECIAL("__hash__", hash, user_hash, hash_entry),
    AIOCC_SPECIAL("__bool__", truth, user_truth, truth_entry),
    AIOCC_SPECIAL("__len__", length, user_length, length_entry),
    AIOCC_COMPARE("__lt__", Lt),
    AIOCC_COMPARE("__le__", Le),
    AIOCC_COMPARE("__eq__", Eq),
    AIOCC_COMPARE("__ne__", Ne),
    AIOCC_COMPARE("__gt__", Gt),
    AIOCC_COMPARE("__ge__", Ge),
    AIOCC_BINARY(Add, "__add__", "__radd__", "__iadd__"),
    AIOCC_BINARY(Subtract, "__sub__", "__rsub__", "__isub__"),
    AIOCC_BINARY(Multiply, "__mul__", "__rmul__", "__imul__"),
    AIOCC_BINARY(MatrixMultiply, "__matmul__", "__rmatmul__", "__imatmul__"),
    AIOCC_BINARY(TrueDivide, "__truediv__", "__rtruediv__", "__itruediv__"),
    AIOCC_BINARY(FloorDivide, "__floordiv__", "__rfloordiv__", "__ifloordiv__"),
    AIOCC_BINARY(Modulo, "__mod__", "__rmod__", "__imod__"),
    AIOCC_BINARY(Power, "__pow__", "__rpow__", "__ipow__"),
    AIOCC_BINARY(LeftShift, "__lshift__", "__rlshift__", "__ilshift__"),
    AIOCC_BINARY(RightShift, "__rshift__", "__rrshift__", "__irshift__"),
    AIOCC_BINARY(And, "__and__", "__rand__", "__iand__"),
    AIOCC_BINARY(Or, "__or__", "__ror__", "__ior__"),
    AIOCC_BINARY(Xor, "__xor__", "__rxor__", "__ixor__"),
    AIOCC_UNARY("__neg__", negative),
    AIOCC_UNARY("__pos__", positive),
    AIOCC_UNARY("__invert__", invert),
    AIOCC_UNARY("__index__", index),
    AIOCC_UNARY("__int__", to_int),
    AIOCC_UNARY("__float__", to_float),
    AIOCC_SPECIAL("__getitem__", get_item, user_method_1<"__getitem__">, binary_entry),
    AIOCC_SPECIAL("__setitem__", set_item, user_set_item, set_item_entry),
    AIOCC_SPECIAL("__delitem__", set_item, user_set_item, delete_item_entry),
    AIOCC_SPECIAL("__contains__", contains, user_contains, binary_entry),
    AIOCC_SPECIAL("__iter__", iter, user_iter, unary_entry),
    AIOCC_SPECIAL("__next__", next, user_next, next_entry),
    AIOCC_SPECIAL("__call__", call, user_call, call_entry),
    AIOCC_SPECIAL("__getattribute__", get_attr, user_get_attr, get_attribute_entry),
    AIOCC_SPECIAL("__getattr__", get_attr, user_get_attr, static_cast<Entry>(nullptr)),
    AIOCC_SPECIAL("__setattr__", set_attr, user_set_attr, set_attribute_entry),
    AIOCC_SPECIAL("__delattr__", set_attr, user_set_attr, delete_attribute_entry),
    AIOCC_SPECIAL("__get__", descriptor_get, user_descriptor_get, descriptor_get_entry),
    AIOCC_SPECIAL("__set__", descriptor_set, user_descriptor_set, descriptor_set_entry),
    AIOCC_SPECIAL("__delete__", descriptor_set, user_descriptor_set, descriptor_delete_entry),
    AIOCC_UNARY("__await__", await),
    AIOCC_UNARY("__aiter__", aiter),
    AIOCC_UNARY("__anext__", anext),
    AIOCC_SPECIAL("__init__", init, user_init, init_entry),
    AIOCC_SPECIAL("__new__", construct, user_construct, new_entry),
};
#undef AIOCC_BINARY
#undef AIOCC_UNARY
#undef AIOCC_COMPARE
#undef AIOCC_SPECIAL

constexpr std::size_t special_count = std::size(special_table);

Special const& special_of(FunctionObject* function) noexcept { return special_table[function->data - 1]; }

/// Names as words, each made when it's first asked for: making one may complete a type, which asks for others.
Str const& name_of_special(std::size_t index) noexcept {
  static Str* const names = new Str[special_count];
  if (!names[index].bound()) names[index] = Str::intern(special_table[index].name);
  return names[index];
}

/// From the name to its first place in the table.
DictObject* special_places() {
  static DictObject* const places = [] {
    DictObject* made = make_dict_object();
    for (std::size_t i = 0; i < special_count; ++i)
      dict_set_str(made, name_of_special(i), Object::small_int(static_cast<std::int64_t>(i)));
    return made;
  }();
  return places;
}

Special const* find_in_table(Object const& name) noexcept {
  if (type_of(name) != &str_type) return nullptr;
  Object const* place = dict_get_str(special_places(), word_cast<Str>(name));
  return place ? &special_table[place->small()] : nullptr;
}

Object make_slot_member(Type* type, std::size_t index) {
  auto function = new FunctionObject;
  function->type = &method_descriptor_type;
  function->entry = special_table[index].native_entry;
  function->owner = type;
  function->data = index + 1;
  function->attributes = new FunctionAttributes;
  function->attributes->name = name_of_special(index);
  function->attributes->qualified_name = qualified_member_name(type, special_table[index].name);
  Object member = Object::adopt(function);
  if (special_table[index].slot != offsetof(Slots, construct)) return member;
  function->type = &builtin_function_type;
  return builtins::staticmethod(member);
}

}  // namespace

bool is_special(Str const& name) noexcept {
  if (!name.is_ascii() || name.length() < 5 || name[0] != U'_') return false;
  return name.equals("__del__") || find_in_table(name);
}

namespace {

/// CPython finds no room for weak references in instances of these, even of subclasses.
bool has_variable_size(Type const* native) noexcept {
  return is_subtype(native, &int_type) || is_subtype(native, &tuple_type) || is_subtype(native, &bytes_type);
}

/// The slots of the built-in types among several bases: where more than one has some operation, the first in the MRO has it.
Slots native_slots(Type const* type) noexcept {
  Slots merged = object_type.slots;
  for (auto each = type->mro.rbegin(); each != type->mro.rend(); ++each) {
    Type* const native = *each;
    if (native->is_user_class || !native->base) continue;
    for (std::size_t at = 0; at < sizeof(Slots); at += sizeof(void (*)())) {
      auto const own = slot_at<void (*)()>(native, at);
      if (own && own != slot_at<void (*)()>(native->base, at))
        std::memcpy(reinterpret_cast<char*>(&merged) + at, &own, sizeof own);
    }
  }
  // The layout is that of one of them.
  Slots const& layout = type->native_base->slots;
  merged.dealloc = layout.dealloc;
  merged.traverse = layout.traverse;
  merged.clear = layout.clear;
  merged.runs_code = layout.runs_code;
  return merged;
}

}  // namespace

namespace {

/// Ranges have a `__bool__` beside their length.
bool has_truth_by_length(Type const* native) noexcept { return native->slots.length && native != &range_type; }

}  // namespace

void update_slots(Type* type) {
  for (Type* subclass : type->subclasses) update_slots(subclass);
  if (!type->is_user_class) return;
  Slots fresh = type->bases.size() > 1 ? native_slots(type) : type->native_base->slots;
  fresh.dealloc = type->slots.dealloc;
  fresh.members = nullptr;
  // Not those whose `__slots__` leave it out.
  bool const may_be_referenced = type->native_base->slots.weak_references || find_in_mro(type, "__weakref__"_s);
  bool const has_room = !has_variable_size(type->native_base);
  fresh.weak_references = may_be_referenced && has_room ? forget_weak_references : nullptr;
  type->slots = fresh;
  type->has_finalizer = find_in_mro(type, "__del__"_s) != nullptr;
  for (Type* candidate : type->mro) {
    if (!candidate->is_user_class && !candidate->abstract) continue;
    std::size_t position = 0;
    while (DictEntry* entry = candidate->dict->next(position))
      if (Special const* special = find_in_table(entry->key)) set_slot(type, special->slot, special->user_slot);
  }
  // Containers have no `__bool__`: what's true goes by their length, `__len__` of their own included.
  bool const is_container = has_truth_by_length(type->native_base);
  if (is_container && type->slots.length == user_length && type->slots.truth != user_truth) type->slots.truth = nullptr;
}

void add_slot_members(Type* type) {
  for (std::size_t i = 0; i < special_count; ++i) {
    if (!special_table[i].native_entry) continue;
    bool of_object = type == &object_type && (special_table[i].slot == offsetof(Slots, get_attr) ||
                                              special_table[i].slot == offsetof(Slots, set_attr));
    if (!of_object && !slot_at<void (*)()>(type, special_table[i].slot)) continue;
    if (special_table[i].slot == offsetof(Slots, truth) && has_truth_by_length(type)) continue;
    // What makes `text += more` fast is no method.
    bool const is_inplace = special_table[i].slot >= offsetof(Slots, inplace) &&
                            special_table[i].slot < offsetof(Slots, inplace) + sizeof(Slots::inplace);
    if (is_inplace && type == &str_type) continue;
    bool const has_no_hash = type->slots.hash == hash_not_implemented || type->slots.hash == unhashable;
    bool const is_unhashable = special_table[i].slot == offsetof(Slots, hash) && has_no_hash;
    dict_set_str(type->dict, name_of_special(i), is_unhashable ? None : make_slot_member(type, i));
  }
}

Result<Object> call_special_method(Object const& self, Str const& name, Object const* args, std::size_t count) {
  Method method;
  if (!PASS(find_method(self, name, method))) return raise_no_attribute(self, name);
  return call_found(method, self, args, count);
}

}  // namespace aiocc::detail
