// Types, classes and instances: one heap identity each, an MRO, a mutable dict, operation slots and a version.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/result.hpp"

namespace aiocc {

class Str;
class KeywordNames;
class Visitor;
struct DictObject;
struct FunctionObject;
struct MemberTable;
struct ClassSpec;

/// How a field of a static class is stored. A word that is zero is unset; a double that is `unset_double`, a byte that is 2; an int or float that
/// holds no int, and that double.
enum class Storage : std::uint8_t { Word, Double, Bool, IntOrFloat };

/// One attribute of a class's layout: the offset counts from the HeapObject, and is negative where the layout is a built-in type's.
struct Field {
  char const* name;
  std::int32_t offset;
  Storage storage;
  /// Of `__slots__`: a descriptor in the class's dict leads to it, not its name.
  bool is_slot = false;
  /// The only type of what it holds, where inference is certain of that and nobody checks it when the word is read.
  Type const* holds = nullptr;
};

/// The word of an unset double field: a NaN that no arithmetic makes.
inline constexpr std::uint64_t unset_double = 0x7ff4'a10c'c0de'0001;
/// The byte of an unset bool field.
inline constexpr std::uint8_t unset_bool = 2;

using UnarySlot = Result<Object> (*)(Object const& self);
using BinarySlot = Result<Object> (*)(Object const& left, Object const& right);
using CallSlot = Result<Object> (*)(Object const& callee, Object const* args, std::size_t count,
                                    KeywordNames const* names);
using GetAttrSlot = Result<Object> (*)(Object const& self, Str const& name);
using SetAttrSlot = Result<void> (*)(Object const& self, Str const& name, Object const* value);
using SetItemSlot = Result<void> (*)(Object const& self, Object const& key, Object const* value);
using HashSlot = Result<std::int64_t> (*)(Object const& self);
using LengthSlot = Result<std::int64_t> (*)(Object const& self);
using TruthSlot = Result<bool> (*)(Object const& self);
enum class CompareOp : std::uint8_t { Lt, Le, Eq, Ne, Gt, Ge };
using CompareSlot = Result<Object> (*)(Object const& left, Object const& right, CompareOp op);
/// Advances an iterator: true and the item, false when exhausted, or raised.
using NextSlot = Result<bool> (*)(Object const& self, Object& item);

enum class BinaryOp : std::uint8_t {
  Add,
  Subtract,
  Multiply,
  MatrixMultiply,
  TrueDivide,
  FloorDivide,
  Modulo,
  Power,
  LeftShift,
  RightShift,
  And,
  Or,
  Xor,
};
inline constexpr std::size_t binary_op_count = 13;

/// Makes an instance of `type` (`__new__` of a built-in type; `__init__` is up to the caller).
using ConstructSlot = Result<Object> (*)(Type* type, Object const* args, std::size_t count, KeywordNames const* names);

/// `__init__`.
using InitSlot = Result<void> (*)(Object const& self, Object const* args, std::size_t count, KeywordNames const* names);

/// Operations by type; null means "look the special method up", or "not supported" where there is none either.
/// A user's class gets slots that call its special methods; `update_slots` sets them when a class dict changes.
struct Slots {
  void (*dealloc)(HeapObject* self) noexcept = nullptr;
  /// Shows the cycle collector each counted reference of the layout, and gives those up that may be part of a cycle: see
  /// objects/traversal.hpp. Fields of classes, `__dict__` and the class itself are seen to.
  void (*traverse)(HeapObject* self, Visitor& visit) = nullptr;
  void (*clear)(HeapObject* self) noexcept = nullptr;
  /// Whether the object's death may run Python code or report something; null: it never does. (`__del__` is looked for apart.)
  bool (*runs_code)(HeapObject const* self) noexcept = nullptr;
  /// Null: there can be no weak references to instances. `detail::forget_weak_references` else.
  void (*weak_references)(HeapObject* self) noexcept = nullptr;
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
  UnarySlot to_int = nullptr;
  UnarySlot to_float = nullptr;
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
  /// Of types whose layout begins with ResizableBytes: the format of their items, as memoryviews tell it.
  char const* (*item_format)(HeapObject const* self) noexcept = nullptr;
  UnarySlot await = nullptr;
  UnarySlot aiter = nullptr;
  UnarySlot anext = nullptr;
  /// `__new__`; null: the class can't be called ("cannot create 'x' instances").
  ConstructSlot construct = nullptr;
  InitSlot init = nullptr;
  /// What the type's dict begins with (`.members = members<list_type>`, from native.hpp); isn't inherited.
  MemberTable const& (*members)() = nullptr;
};

/// What makes a class an abstract base class. It adds nothing to the layout of its subclasses.
struct AbstractBase {
  enum class Subscript : std::uint8_t { None, Alias, CallableAlias, TypingAlias };

  /// Whether `cls`, which isn't derived from `base`, counts as such.
  Result<bool> (*accepts)(Type* base, Type* cls);
  /// Methods that a class must have before it can have instances: names, sorted, a null at the end.
  char const* const* methods;
  /// What `C[int]` gives.
  Subscript subscript;
  /// What classes derived from it directly are in turn; null: no abstract base classes.
  AbstractBase const* of_subclasses;
};

/// A class. Built-in types are constants of the runtime (`constinit Type int_type("int", ...)`); a user's class is made when its
/// `class` statement runs.
struct Type : HeapObject {
  constexpr Type() = default;
  /// A built-in type. What has no slot here is inherited from `base_type` when the type is first used.
  constexpr Type(char const* type_name, Type* base_type, std::uint32_t size, Slots const& own_slots,
                 char const* module_name = "builtins", bool python_may_derive = false);
  /// An abstract base class, an instance of `metaclass`.
  constexpr Type(char const* type_name, Type* base_type, Slots const& own_slots, AbstractBase const& abstract_base,
                 char const* module_name, Type* metaclass);

  char const* name = nullptr;
  Object qualified_name;
  Object module;
  Type* base = nullptr;
  std::vector<Type*> bases;
  /// From the type itself to `object`.
  std::vector<Type*> mro;
  /// Attribute dict; never null once the type is ready.
  DictObject* dict = nullptr;
  Slots slots;
  /// Bytes of an instance.
  std::uint32_t instance_size = 0;
  /// Where instances keep their overflow dict (a DictObject*), before the object itself if negative; 0: they have none.
  std::int32_t overflow_offset = 0;
  /// Bytes that a class derived from a built-in type keeps before each instance: its overflow dict and its slots.
  std::uint32_t prefix_size = 0;
  /// All fields, those of the bases first.
  std::vector<Field> fields;
  /// Changes with every store into the dict of this type or a base; method caches compare it. 0: none given yet.
  std::uint32_t version = 0;
  bool is_user_class = false;
  bool is_exception = false;
  bool has_finalizer = false;
  /// Python classes may derive from it: its construct slot makes instances of whatever type it's given.
  bool is_base_type = false;
  /// Some field isn't a word, so a zeroed instance isn't an empty one yet.
  bool has_plain_fields = false;
  /// MRO, inherited slots and the dict are made.
  bool is_ready = false;
  /// Its layout is the one that the compiler gave it: the compiler's structs of subclasses extend it.
  bool is_static = false;
  /// Methods are missing (`__abstractmethods__` isn't empty), so it has no instances.
  bool lacks_methods = false;
  /// Null but for abstract base classes.
  AbstractBase const* abstract = nullptr;
  Object doc;
  /// Built-in types name their module by a constant; classes use `module`.
  char const* module_name = nullptr;
  /// Nearest base that isn't a user's class: it decides the layout's head and the operations that classes don't override.
  Type* native_base = nullptr;
  /// Direct subclasses, not owned: they tell this type when they die.
  std::vector<Type*> subclasses;
  /// `name` where it isn't a constant; malloc's.
  char* owned_name = nullptr;
  /// Of a user's class whose layout is the compiler's.
  ClassSpec const* spec = nullptr;
  /// Whether classes and instances count as derived from it, in the eyes of ABCMeta; unbound until somebody asks. A dict.
  Object registry;
};

/// An instance of a user's class. Its static fields follow in the derived struct; what has no field is in `overflow`.
struct Instance : HeapObject {
  /// Dict of attributes without a field, made on demand; null until then.
  DictObject* overflow = nullptr;
};
static_assert(sizeof(Instance) == sizeof(HeapObject) + sizeof(DictObject*));

extern Type object_type AIOCC_PY_CLASS("object", subclassable);
extern Type type_type AIOCC_PY_CLASS("type", subclassable);
/// `abc.ABCMeta`.
extern Type abc_meta_type;
extern Type bool_type AIOCC_PY_CLASS("bool(int)");
extern Type property_type AIOCC_PY_CLASS("property", subclassable);
extern Type staticmethod_type AIOCC_PY_CLASS("staticmethod", subclassable);
extern Type classmethod_type AIOCC_PY_CLASS("classmethod", subclassable);
extern Type super_type AIOCC_PY_CLASS("super", subclassable);
extern Type none_type, not_implemented_type, ellipsis_type, int_type, float_type, str_type, bytes_type, list_type,
    tuple_type, dict_type, set_type, frozenset_type, range_type, slice_type, function_type, builtin_function_type,
    bound_method_type, module_type, cell_type, method_descriptor_type, getset_type;

constexpr Type::Type(char const* type_name, Type* base_type, std::uint32_t size, Slots const& own_slots,
                     char const* module_text, bool python_may_derive)
    : HeapObject(&type_type, immortal_references),
      name(type_name),
      base(base_type),
      slots(own_slots),
      instance_size(size),
      is_base_type(python_may_derive),
      module_name(module_text) {}

constexpr Type::Type(char const* type_name, Type* base_type, Slots const& own_slots, AbstractBase const& abstract_base,
                     char const* module_text, Type* metaclass)
    : Type(type_name, base_type, sizeof(HeapObject), own_slots, module_text) {
  type = metaclass;
  abstract = &abstract_base;
  is_base_type = true;
}

/// `type(object)`, borrowed.
inline Type* type_of(Object const& object) noexcept { return object.is_small_int() ? &int_type : object.heap()->type; }
inline bool is_subtype(Type const* type, Type const* base) noexcept;
inline bool is_instance(Object const& object, Type const& type) noexcept {
  Type* actual = type_of(object);
  return actual == &type || is_subtype(actual, &type);
}

namespace detail {
/// Completes a built-in type on first use: MRO, inherited slots, dict.
AIOCC_COLD void make_ready(Type* type);
inline void ensure_ready(Type* type) {
  if (!type->is_ready) [[unlikely]]
    make_ready(type);
}
bool in_mro(Type const* type, Type const* base) noexcept;

/// Where an attribute name leads for instances of a type: a field of the layout, a value in some dict of the MRO, both or neither.
struct Lookup {
  /// Borrowed from the dict; null if no class has it.
  Object const* value = nullptr;
  Field const* field = nullptr;
};
/// Through the method cache. `name` needn't be interned.
Lookup lookup(Type* type, Str const& name) noexcept;
/// The linearisation of `type` and its bases; TypeError where there is none.
Result<void> compute_mro(Type* type);
/// The hash slot of types whose instances are unhashable.
Result<std::int64_t> hash_not_implemented(Object const& self);
/// The attribute of the MRO alone, borrowed, or null.
inline Object const* find_in_mro(Type* type, Str const& name) noexcept { return lookup(type, name).value; }
/// After a change of `type`'s dict: new versions for it and its subclasses, slots again if `name` is a special method's.
void type_changed(Type* type, Str const& name);
/// "'Foo' object has no attribute 'x'".
AIOCC_COLD Raised raise_no_attribute(Object const& object, Str const& name);

/// As generic_get_attr, but false where there's no such attribute.
Result<bool> generic_find_attr(Object const& self, Str const& name, Object& value);
/// `object.__getattribute__` and its counterpart for stores and deletions (`value` null).
Result<Object> generic_get_attr(Object const& self, Str const& name);
Result<void> generic_set_attr(Object const& self, Str const& name, Object const* value);

/// Deallocator of every layout that is Instance plus fields: releases the fields in order, then the overflow dict.
void dealloc_instance(HeapObject* self) noexcept;
/// An instance with all its fields unset. `type` must be a user's class without native layout.
Instance* allocate_instance(Type* type);
/// Releases the fields and the overflow dict: what a native layout's deallocator does for its subclasses' part.
void clear_fields(HeapObject* self) noexcept;
}  // namespace detail

inline bool is_subtype(Type const* type, Type const* base) noexcept {
  return type == base || detail::in_mro(type, base);
}

/// A type as a value.
inline Object box(Type& type) noexcept { return Object::share(&type); }

/// An empty instance of a class whose layout the compiler knows.
template <class Layout>
Ref<Layout> allocate(Type* type) {
  return Ref<Layout>::adopt(static_cast<Layout*>(detail::allocate_instance(type)));
}

/// What the compiler knows of a `class` statement; one constant per statement.
struct ClassSpec {
  char const* name;
  char const* qualified_name;
  char const* module;
  /// Null without a docstring.
  char const* doc;
  /// Size of the class's struct; 0 if the base isn't known statically, and then there are no fields.
  std::uint32_t instance_size;
  /// The fields that this class adds to its base's.
  Field const* fields;
  std::uint32_t field_count;
  std::uint32_t line = 0;
  /// Its body has annotations, so `__annotations__` is there from the start.
  bool has_annotations = false;
  /// Names of the attributes that its methods store through their first parameter, separated by blanks.
  char const* stored_attributes = "";
};

/// A `class` statement as it runs: `begin`, then the body fills `attributes`, then `end` gives the class (CPython: __build_class__).
class ClassStatement {
 public:
  explicit ClassStatement(ClassSpec const& spec) noexcept : spec_(spec) {}
  ClassStatement(ClassStatement const&) = delete;
  ClassStatement& operator=(ClassStatement const&) = delete;
  /// The bases as evaluated, a tuple or a list, and the keyword arguments, a dict or unbound; `metaclass` is among them.
  Result<void> begin(Object const& bases, Object const& keywords);
  /// Bases that are written one by one, without keyword arguments.
  Result<void> begin(Arguments bases = {});
  /// What the metaclass's `__prepare__` made: any mapping.
  Object const& attributes() const noexcept { return attributes_; }
  Result<Object> end();

 private:
  Result<void> prepare();

  ClassSpec const& spec_;
  /// As evaluated, and with those replaced that have `__mro_entries__`.
  Object given_bases_;
  Object bases_;
  Object keywords_;
  Object metaclass_;
  Object attributes_;
};

/// The end of a plain `class` statement whose body has filled `attributes`, a dict: its metaclass is that of its bases.
Result<Object> make_class(ClassSpec const& spec, Object const* bases, std::size_t base_count, Object const& attributes);

}  // namespace aiocc
