// Calls of the runtime's own functions from dynamic code: arguments are bound to parameters, members become values.
#include "aiocc/objects/native.hpp"

#include <unordered_map>
#include <vector>

#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/native_call.hpp"
#include "native_errors.hpp"
#include "number_operands.hpp"
#include "text.hpp"

namespace aiocc {

namespace detail {
namespace {

/// One slot per parameter but for `*args`.
std::size_t slot_count(Signature const& signature) noexcept {
  return std::size_t{signature.positional} + signature.keyword_only + signature.has_varkw;
}

/// The place of a keyword among the parameters that take one; -1 if there is none.
std::ptrdiff_t find_parameter(Signature const& signature, Str const& name) {
  std::size_t const end = std::size_t{signature.positional} + signature.keyword_only;
  for (std::size_t i = signature.positional_only; i < end; ++i)
    if (name.equals(signature.names[i])) return static_cast<std::ptrdiff_t>(i);
  return -1;
}

/// `unexpected` becomes the first keyword that no parameter takes. Functions that are written in C in CPython tell of missing arguments first.
Result<void> bind_keywords(NativeFunction const& function, NativeArguments const& given, Object* slots,
                           Str const*& unexpected) {
  Signature const& signature = function.signature;
  Object* const collected = signature.has_varkw ? &slots[slot_count(signature) - 1] : nullptr;
  if (collected) *collected = Object::adopt(make_dict_object());
  if (!given.names) return {};
  for (std::size_t i = 0; i < given.names->names.size(); ++i) {
    Str const& name = given.names->names[i];
    Object const& value = given.args[given.positional + i];
    std::ptrdiff_t const place = find_parameter(signature, name);
    if (place >= 0 && slots[place].bound()) return raise_given_twice(function, name, static_cast<std::size_t>(place));
    if (place >= 0)
      slots[place] = value;
    else if (collected)
      dict_set_str(collected->as<DictObject>(), name, value);
    else if (function.wording == Wording::Python)
      return raise_unexpected_keyword(function, name);
    else if (!unexpected)
      unexpected = &name;
  }
  return {};
}

/// Fills `slots`; what's optional and not given stays unbound.
Result<void> bind(NativeFunction const& function, NativeArguments const& given, Object* slots) {
  Signature const& signature = function.signature;
  std::size_t const named = std::size_t{signature.positional} + signature.keyword_only;
  PASS(check_counts(function, given));
  std::size_t const direct = std::min<std::size_t>(given.positional, signature.positional);
  for (std::size_t i = 0; i < direct; ++i) slots[i] = given.args[i];
  Str const* unexpected = nullptr;
  PASS(bind_keywords(function, given, slots, unexpected));
  for (std::size_t i = 0; i < named; ++i)
    if (!slots[i].bound() && !(function.optional >> i & 1)) return raise_missing(function, slots);
  if (unexpected) return raise_unexpected_keyword(function, *unexpected);
  return {};
}

Result<Object> call_bound(NativeFunction const& function, NativeArguments const& given, Object* slots) {
  PASS(bind(function, given, slots));
  std::size_t const positional = function.signature.positional;
  Arguments rest;
  if (given.positional > positional) rest = Arguments(given.args + positional, given.positional - positional);
  return function.body({function, slots, rest});
}

Result<Object> call_with_slots(NativeFunction const& function, NativeArguments const& given) {
  constexpr std::size_t inline_size = 8;
  std::size_t const count = slot_count(function.signature);
  if (count <= inline_size) {
    Object slots[inline_size];
    return call_bound(function, given, slots);
  }
  std::vector<Object> slots(count);
  return call_bound(function, given, slots.data());
}

/// Parameters that the words of a call without keywords are enough for.
constexpr std::size_t most_borrowed = 8;

/// Whether all parameters are words, and those that `count` arguments leave open are optional.
bool is_borrowable(NativeFunction const& function, std::size_t count) noexcept {
  Signature const& signature = function.signature;
  std::size_t const named = std::size_t{signature.positional} + signature.keyword_only;
  if (named > most_borrowed || signature.has_varkw || (count > signature.positional && !signature.has_varargs))
    return false;
  std::uint64_t const all = (std::uint64_t{1} << named) - 1;
  std::uint64_t const given = (std::uint64_t{1} << std::min<std::size_t>(count, signature.positional)) - 1;
  return (all & ~given & ~function.optional) == 0;
}

/// A call without keywords that leaves parameters open.
Result<Object> call_borrowing(NativeFunction const& function, Object const* args, std::size_t count) {
  std::size_t const positional = std::min<std::size_t>(count, function.signature.positional);
  std::uintptr_t words[most_borrowed] = {};
  for (std::size_t i = 0; i < positional; ++i) words[i] = args[i].bits();
  Arguments const rest(args + positional, count - positional);
  return function.body({function, reinterpret_cast<Object const*>(words), rest});
}

Object make_native(NativeFunction const& native, Type& type) {
  auto function = new FunctionObject;
  function->type = &type;
  function->entry = native_entry;
  function->signature = &native.signature;
  function->code = &native.code;
  function->owner = native.owner;
  // It's no special method of a slot.
  function->data = ~std::uintptr_t{0};
  return Object::adopt(function);
}

Object make_property(Member const& member, Type* owner) {
  auto property = new GetSetObject;
  property->type = &getset_type;
  property->member = &member;
  property->owner = owner;
  return Object::adopt(property);
}

}  // namespace

namespace {

/// Methods of str, bytes and int return their receiver where nothing changes, so it must be of their own type. A bool is no Int besides.
bool needs_plain_receiver(Type const* owner) noexcept {
  return owner == &str_type || owner == &bytes_type || owner == &int_type;
}

Object plain_receiver(Object const& self) noexcept {
  if (is_any_str(self)) return exact_str(self);
  if (Int number = int_operand(self); number.bound()) return number;
  return Bytes::from(static_cast<Bytes const&>(self).view());
}

AIOCC_COLD Result<Object> call_with_plain_receiver(NativeFunction const& function, Object const* args,
                                                   std::size_t count, KeywordNames const* names) {
  std::vector<Object> plain(args, args + count);
  plain[0] = plain_receiver(args[0]);
  return call_native(function, plain.data(), count, names);
}

}  // namespace

Result<Object> call_native(NativeFunction const& function, Object const* args, std::size_t count,
                           KeywordNames const* names) {
  Signature const& signature = function.signature;
  std::size_t const positional = count - (names ? names->names.size() : 0);
  if (function.owner && (positional == 0 || type_of(args[0]) != function.owner)) [[unlikely]] {
    if (positional == 0 || !is_instance(args[0], *function.owner))
      return raise_wrong_receiver(function, args, positional);
    if (needs_plain_receiver(function.owner)) return call_with_plain_receiver(function, args, count, names);
  }
  bool const direct = !names && !signature.keyword_only && !signature.has_varkw;
  if (direct && count == signature.positional) [[likely]]
    return function.body({function, args, {}});
  if (direct && signature.has_varargs && count > signature.positional)
    return function.body({function, args, Arguments(args + signature.positional, count - signature.positional)});
  if (!names && is_borrowable(function, count)) return call_borrowing(function, args, count);
  return call_with_slots(function, {args, positional, names});
}

}  // namespace detail

bool is_native_coroutine_function(Object const& object) noexcept {
  if (!object.is_heap()) return false;
  Type const* const type = type_of(object);
  if (type != &function_type && type != &builtin_function_type && type != &method_descriptor_type) return false;
  auto const* const function = object.as<FunctionObject>();
  return function->entry == detail::native_entry &&
         reinterpret_cast<NativeFunction const*>(function->signature)->is_async;
}

namespace detail {

Result<Object> native_entry(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  // The signature is a NativeFunction's first member.
  return call_native(*reinterpret_cast<NativeFunction const*>(self->signature), args, count, names);
}

Result<Object> make_member(Member const& member, Type* owner) {
  switch (member.kind) {
    case MemberKind::Function: return native_function(*member.function);
    case MemberKind::Method: return make_native(*member.function, method_descriptor_type);
    case MemberKind::StaticMethod: return builtins::staticmethod(make_native(*member.function, builtin_function_type));
    case MemberKind::ClassMethod: return builtins::classmethod(make_native(*member.function, builtin_function_type));
    case MemberKind::Property: return make_property(member, owner);
    case MemberKind::Constant: return member.get(None);
    case MemberKind::Class: return box(*member.type);
  }
  __builtin_unreachable();
}

Result<double> double_argument(NativeCall const& call, std::size_t index) { return float_argument(call.args[index]); }

Result<bool> bool_argument(NativeCall const& call, std::size_t index) { return operators::truth(call.args[index]); }

Result<Int> int_argument(NativeCall const& call, std::size_t index) { return operators::index(call.args[index]); }

Result<void> check_argument(NativeCall const& call, std::size_t index, Type const& type) {
  if (is_instance(call.args[index], type)) return {};
  return raise_wrong_argument(call, index, type);
}

Result<Object> native_coroutine(NativeCall const& call, Frame* frame) {
  Object object = make_coroutine_object(frame);
  object.as<CoroutineObject>()->code = &call.function.code;
  return object;
}

}  // namespace detail

namespace {

// The functions that were asked for last, by their address: most programs call few.
struct RecentFunction {
  NativeFunction const* function = nullptr;
  Object const* object = nullptr;
};
constexpr std::size_t recent_count = 256;
constinit RecentFunction recent_functions[recent_count] = {};

Object const& made_function(NativeFunction const& function) {
  static auto& made = *new std::unordered_map<NativeFunction const*, Object>;
  Object& value = made[&function];
  if (!value.bound()) value = detail::make_native(function, builtin_function_type);
  return value;
}

}  // namespace

Object native_function(NativeFunction const& function) {
  std::size_t const place = reinterpret_cast<std::uintptr_t>(&function) / sizeof(NativeFunction);
  RecentFunction& recent = recent_functions[place % recent_count];
  if (recent.function != &function) [[unlikely]]
    recent = {&function, &made_function(function)};
  return *recent.object;
}

}  // namespace aiocc
