// The slots of classes written in Python: each calls the special method.
#pragma once

#include "core.hpp"

namespace aiocc::detail {

template <LiteralText name>
Str literal() noexcept {
  return operator""_s < name>();
}

template <LiteralText name>
Result<Object> user_unary(Object const& self) {
  return call_special_method(self, literal<name>());
}

inline Result<std::int64_t> user_hash(Object const& self) {
  Method method;
  if (!PASS(find_method(self, "__hash__"_s, method)) || method.function.is(None)) return hash_not_implemented(self);
  Object result = PASS(call_found(method, self, nullptr, 0));
  if (!is_instance(result, int_type)) return raise_error(type_error_type, "__hash__ method should return an integer");
  // Any machine word is a hash as it is; -1 alone stands for an error in CPython.
  Int const number = PASS(operators::index(result));
  std::int64_t hash;
  if (number.to_int64(hash)) return hash == -1 ? -2 : hash;
  return operators::hash(number);
}

inline Result<bool> user_truth(Object const& self) {
  Object result = PASS(call_special_method(self, "__bool__"_s));
  if (result.is(True)) return true;
  if (result.is(False)) return false;
  return raise_format(type_error_type, "__bool__ should return bool, returned {}", type_name(result));
}

inline Result<std::int64_t> user_length(Object const& self) {
  Object result = PASS(call_special_method(self, "__len__"_s));
  Int length = PASS(operators::index(result));
  if (length < Int(0)) return raise_error(value_error_type, "__len__() should return >= 0");
  if (!length.is_small_int()) return raise_error(overflow_error_type, "cannot fit 'int' into an index-sized integer");
  return length.small();
}

inline Str compare_name(CompareOp op) noexcept {
  switch (op) {
    case CompareOp::Lt: return "__lt__"_s;
    case CompareOp::Le: return "__le__"_s;
    case CompareOp::Eq: return "__eq__"_s;
    case CompareOp::Ne: return "__ne__"_s;
    case CompareOp::Gt: return "__gt__"_s;
    case CompareOp::Ge: return "__ge__"_s;
  }
  __builtin_unreachable();
}

inline Result<Object> user_compare(Object const& left, Object const& right, CompareOp op) {
  Method method;
  if (!PASS(find_method(left, compare_name(op), method))) return NotImplemented;
  return call_found(method, left, &right, 1);
}

/// Calls `name` if the receiver's type has it, None included; NotImplemented otherwise.
inline Result<Object> call_optional(Object const& self, Str const& name, Object const& argument) {
  Method method;
  if (!PASS(find_method(self, name, method))) return NotImplemented;
  return call_found(method, self, &argument, 1);
}

/// The right operand's class, a subclass of the left's, has a reflected method of its own.
inline bool overloads_reflected(Object const& left, Object const& right, Str const& name) noexcept {
  Object const* of_right = find_in_mro(type_of(right), name);
  Object const* of_left = find_in_mro(type_of(left), name);
  return of_right && (!of_left || !of_left->is(*of_right));
}

/// The slot of classes for one operator, and the methods that it calls.
struct UserOperator {
  BinaryOp op;
  BinarySlot slot;
  Str const& name;
  Str const& reflected;
};

/// As CPython's slots of classes (typeobject.c, SLOT1BINFULL).
inline Result<Object> call_operator(UserOperator const& called, Object const& left, Object const& right) {
  auto const index = static_cast<std::size_t>(called.op);
  Type* left_type = type_of(left);
  Type* right_type = type_of(right);
  bool try_right = left_type != right_type && right_type->slots.binary[index] == called.slot;
  if (left_type->slots.binary[index] == called.slot) {
    if (try_right && is_subtype(right_type, left_type) && overloads_reflected(left, right, called.reflected)) {
      Object result = PASS(call_optional(right, called.reflected, left));
      if (!result.is(NotImplemented)) return result;
      try_right = false;
    }
    Object result = PASS(call_optional(left, called.name, right));
    if (!result.is(NotImplemented) || left_type == right_type) return result;
  }
  if (try_right) return call_optional(right, called.reflected, left);
  return NotImplemented;
}

template <BinaryOp op, LiteralText name, LiteralText reflected>
Result<Object> user_binary(Object const& left, Object const& right) {
  return call_operator({op, &user_binary<op, name, reflected>, literal<name>(), literal<reflected>()}, left, right);
}

template <LiteralText name>
Result<Object> user_method_1(Object const& self, Object const& argument) {
  return call_special_method(self, literal<name>(), &argument, 1);
}

/// The entries of built-in types' `__setitem__` and `__delitem__`.
Result<Object> set_item_entry(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names);
Result<Object> delete_item_entry(FunctionObject* self, Object const* args, std::size_t count,
                                 KeywordNames const* names);

/// What stands for a built-in type's own slot where a class inherits one of several methods that share it.
inline Type* inherited_slot(Method const& method, Object const& self, Entry entry) noexcept {
  if (!method.takes_self || type_of(method.function) != &method_descriptor_type) return nullptr;
  auto const* const function = method.function.as<FunctionObject>();
  return function->entry == entry && is_instance(self, *function->owner) ? function->owner : nullptr;
}

inline Result<void> user_set_item(Object const& self, Object const& key, Object const* value) {
  Str const name = value ? "__setitem__"_s : "__delitem__"_s;
  Method method;
  if (!PASS(find_method(self, name, method))) return raise_no_attribute(self, name);
  if (Type const* const owner = inherited_slot(method, self, value ? set_item_entry : delete_item_entry))
    return owner->slots.set_item(self, key, value);
  WordBuffer args(2);
  args.push(key);
  if (value) args.push(*value);
  PASS(call_found(method, self, args.data(), args.size()));
  return {};
}

inline Result<Object> user_contains(Object const& self, Object const& item) {
  Method method;
  if (!PASS(find_method(self, "__contains__"_s, method))) return NotImplemented;
  if (method.function.is(None)) return raise_format(type_error_type, "'{}' object is not a container", type_name(self));
  Object result = PASS(call_found(method, self, &item, 1));
  return box(PASS(operators::truth(result)));
}

inline Result<Object> user_iter(Object const& self) {
  Method method;
  if (!PASS(find_method(self, "__iter__"_s, method)) || method.function.is(None))
    return raise_format(type_error_type, "'{}' object is not iterable", type_name(self));
  Object iterator = PASS(call_found(method, self, nullptr, 0));
  if (!ready_type(iterator)->slots.next)
    return raise_format(type_error_type, "iter() returned non-iterator of type '{}'", type_name(iterator));
  return iterator;
}

inline Result<bool> user_next(Object const& self, Object& item) {
  Result<Object> result = call_special_method(self, "__next__"_s);
  if (result) {
    item = std::move(result).value();
    return true;
  }
  if (!error_is(stop_iteration_type)) return raised;
  state.stop_value = take_error().as<StopIteration>()->value;
  return false;
}

inline Result<Object> user_call(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  Method method;
  if (!PASS(find_method(self, "__call__"_s, method)))
    return raise_format(type_error_type, "'{}' object is not callable", type_name(self));
  RecursionGuard guard;
  if (!guard.entered()) return raised;
  return call_found(method, self, args, count, names);
}

inline Result<Object> user_get_attr(Object const& self, Str const& name) {
  // Held, since what's asked first may take it out of the class; bound only where it's needed.
  Object const* const found_fallback = find_in_mro(type_of(self), "__getattr__"_s);
  Object fallback = found_fallback ? *found_fallback : Object();
  Object const* getter = find_in_mro(type_of(self), "__getattribute__"_s);
  if (getter && type_of(*getter) != &method_descriptor_type) {
    Object const arg = name;
    Result<Object> result = call_special_method(self, "__getattribute__"_s, &arg, 1);
    if (result || !fallback.bound() || !error_is(attribute_error_type)) return result;
    take_error();
  } else {
    Object value;
    Result<bool> found = find_attr_natively(self, name, value);
    if (found && found.value()) return value;
    if (found && !fallback.bound()) return raise_no_attribute(self, name);
    if (!found && (!fallback.bound() || !error_is(attribute_error_type))) return raised;
    if (!found) take_error();
  }
  if (type_of(fallback) == &function_type) {
    Object const args[] = {self, name};
    return call_array(fallback, args, 2);
  }
  if (auto get = ready_type(fallback)->slots.descriptor_get) fallback = PASS(get(fallback, self, type_of(self)));
  return call_array(fallback, &static_cast<Object const&>(name), 1);
}

inline Result<void> user_set_attr(Object const& self, Str const& name, Object const* value) {
  WordBuffer args(2);
  args.push(name);
  if (value) args.push(*value);
  PASS(call_special_method(self, value ? "__setattr__"_s : "__delattr__"_s, args.data(), args.size()));
  return {};
}

inline Result<Object> user_descriptor_get(Object const& self, Object const& instance, Type* owner) {
  Object const args[] = {instance.bound() ? instance : None, box(*owner)};
  return call_special_method(self, "__get__"_s, args, 2);
}

inline Result<void> user_descriptor_set(Object const& self, Object const& instance, Object const* value) {
  Str name = value ? "__set__"_s : "__delete__"_s;
  Method method;
  if (!PASS(find_method(self, name, method))) return raise_error(attribute_error_type, name.utf8());
  WordBuffer args(2);
  args.push(instance);
  if (value) args.push(*value);
  PASS(call_found(method, self, args.data(), args.size()));
  return {};
}

inline Result<Object> user_construct(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  Object const* found = find_in_mro(type, "__new__"_s);
  Object cls = box(*type);
  Object function = *found;
  if (auto get = ready_type(function)->slots.descriptor_get) function = PASS(get(function, Object(), type));
  WordBuffer all(count + 1);
  all.push(cls);
  all.push(args, count);
  return call_array(function, all.data(), all.size(), names);
}

inline Result<void> user_init(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  Method method;
  if (!PASS(find_method(self, "__init__"_s, method))) return {};
  Object result = PASS(call_found(method, self, args, count, names));
  if (!result.is(None))
    return raise_format(type_error_type, "__init__() should return None, not '{}'", type_name(result));
  return {};
}

}  // namespace aiocc::detail
