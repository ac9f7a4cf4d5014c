// Types, classes and instances: one heap identity each, an MRO, a mutable dict, operation slots and a version.
#pragma once

#include <cstdint>
#include <vector>

#include "aiocc/objects/result.hpp"

namespace aiocc {

class Str;
class KeywordNames;
struct DictObject;

/// How a field of a static class is stored. A word that is zero is unset; a double that is `unset_double`, a byte that is 2.
enum class Storage : std::uint8_t { Word, Double, Bool };

/// One attribute of a static class's layout: the name is interned, the offset counts from the HeapObject.
struct Field {
  char const* name;
  std::uint32_t offset;
  Storage storage;
};

using UnarySlot = Result<Object> (*)(Object const& self);
using BinarySlot = Result<Object> (*)(Object const& left, Object const& right);
using CallSlot = Result<Object> (*)(Object const& callee, Object const* args, std::size_t count, KeywordNames const* names);
using GetAttrSlot = Result<Object> (*)(Object const& self, Str const& name);
using SetAttrSlot = Result<void> (*)(Object const& self, Str const& name, Object const* value);
using SetItemSlot = Result<void> (*)(Object const& self, Object const& key, Object const* value);
using HashSlot = Result<std::int64_t> (*)(Object const& self);
using LengthSlot = Result<std::int64_t> (*)(Object const& self);
using TruthSlot = Result<bool> (*)(Object const& self);
/// Null object without an error: exhausted (so a NextSlot's result is read through `Next`).
enum class CompareOp : std::uint8_t { Lt, Le, Eq, Ne, Gt, Ge };
using CompareSlot = Result<Object> (*)(Object const& left, Object const& right, CompareOp op);
/// Advances an iterator: true and the item, false when exhausted, or raised.
using NextSlot = Result<bool> (*)(Object const& self, Object& item);

enum class BinaryOp : std::uint8_t {
  Add, Subtract, Multiply, MatrixMultiply, TrueDivide, FloorDivide, Modulo, Power, LeftShift, RightShift, And, Or, Xor,
};
inline constexpr std::size_t binary_op_count = 13;

/// Operations by type; null means "look the special method up", or "not supported" where there is none either.
/// A user's class gets slots that call its special methods; `update_slots` sets them when a class dict changes.
struct Slots {
  void (*dealloc)(HeapObject* self) noexcept = nullptr;
  UnarySlot repr = nullptr;
  UnarySlot str = nullptr;
  HashSlot hash = nullptr;
  TruthSlot truth = nullptr;
  LengthSlot length = nullptr;
  CompareSlot compare = nullptr;
  /// Binary slots get (left, right) in source order, for either operand's type; NotImplemented passes on to the other.
  BinarySlot binary[binary_op_count] = {};
  BinarySlot inplace[binary_op_count] = {};
  UnarySlot negative = nullptr;
  UnarySlot positive = nullptr;
  UnarySlot invert = nullptr;
  UnarySlot index = nullptr;
  BinarySlot get_item = nullptr;
  SetItemSlot set_item = nullptr;
  BinarySlot contains = nullptr;
  UnarySlot iter = nullptr;
  NextSlot next = nullptr;
  CallSlot call = nullptr;
  GetAttrSlot get_attr = nullptr;
  SetAttrSlot set_attr = nullptr;
  /// Descriptors: `get(descriptor, instance-or-null, owner)`.
  Result<Object> (*descriptor_get)(Object const& self, Object const& instance, Type* owner) = nullptr;
  Result<void> (*descriptor_set)(Object const& self, Object const& instance, Object const* value) = nullptr;
  UnarySlot await = nullptr;
  UnarySlot aiter = nullptr;
  UnarySlot anext = nullptr;
};

/// A class. Built-in types are constants of the runtime; a user's class is made when its `class` statement runs.
struct Type : HeapObject {
  char const* name = nullptr;
  Object qualified_name;
  Object module;
  Type* base = nullptr;
  std::vector<Type*> bases;
  std::vector<Type*> mro;
  /// Attribute dict; never null once the type is ready.
  DictObject* dict = nullptr;
  Slots slots;
  /// Bytes of an instance, and how to make an empty one (null: can't be instantiated by `object.__new__`).
  std::uint32_t instance_size = 0;
  std::vector<Field> fields;
  /// Changes with every store into the dict of this type or a base; method caches compare it.
  std::uint32_t version = 0;
  bool is_user_class = false;
  bool is_exception = false;
  bool has_finalizer = false;
  Object doc;
};

/// An instance of a user's class. Its static fields follow in the derived struct; what has no field is in `overflow`.
struct Instance : HeapObject {
  /// Dict of attributes without a field, made on demand; null until then.
  DictObject* overflow = nullptr;
};

extern Type object_type, type_type, none_type, not_implemented_type, ellipsis_type, bool_type, int_type, float_type, str_type,
    bytes_type, list_type, tuple_type, dict_type, set_type, frozenset_type, range_type, slice_type, function_type,
    builtin_function_type, bound_method_type, module_type, cell_type, property_type, staticmethod_type, classmethod_type;

/// `type(object)`, borrowed.
inline Type* type_of(Object const& object) noexcept {
  return object.is_small_int() ? &int_type : object.heap()->type;
}
bool is_subtype(Type const* type, Type const* base) noexcept;
inline bool is_instance(Object const& object, Type const& type) noexcept {
  Type* actual = type_of(object);
  return actual == &type || is_subtype(actual, &type);
}

}  // namespace aiocc
