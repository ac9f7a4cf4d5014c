// Static types: how a value is represented and what is known of it. Interned, so equal types have equal ids.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "support/ids.hpp"
#include "support/names.hpp"

namespace aiocc::ir {

enum class TypeKind : unsigned char {
  // Any Python value, one word. The type of everything before inference.
  Object,
  // No value ever comes to be: the operation always raises.
  Never,
  None,
  Bool,
  Int,
  Float,
  // One of the two; never an element of a container.
  IntOrFloat,
  Str,
  Bytes,
  // arguments[0] is the element.
  List,
  Set,
  // Of a fixed length: an argument an element.
  Tuple,
  // Of any length: arguments[0] is the element.
  TupleOf,
  // arguments: key, value.
  Dict,
  Range,
  Slice,
  // An instance of a user's class (`class_id`) or of a class below it.
  Instance,
  // An instance of a class of the runtime, by its Python name with arguments: `asyncio.Queue[int]`, `asyncio.Task[int]`, `ValueError`.
  Native,
  // A known function of the program as a value; still a word at run time.
  Function,
  // A known class of the program as a value.
  Class,
  // An unstarted coroutine that only its creator holds: arguments[0] is what it returns.
  Coroutine,
  Generator,
  AsyncGenerator,
  // arguments[0] or None; arguments[0] is a word.
  Optional,
  Module,
};

struct Function;
struct Class;
struct TypeTag;
using TypeId = Id<TypeTag>;
using FunctionId = Id<Function>;
using ClassId = Id<Class>;

struct Type {
  TypeKind kind = TypeKind::Object;
  std::vector<TypeId> arguments = {};
  ClassId class_id = {};
  FunctionId function_id = {};
  // Of Native: the dotted Python name; of Module: the module's.
  NameId name = {};

  friend bool operator==(Type const&, Type const&) = default;
};

// The runtime's class `complex`.
bool is_complex(Type const& type);
// Of one of the types that arithmetic mixes.
bool is_real(TypeKind kind);

// All types of a compilation.
class TypeStore {
 public:
  TypeStore();

  TypeId intern(Type type);
  TypeId simple(TypeKind kind) { return intern({.kind = kind}); }
  TypeId of(TypeKind kind, std::vector<TypeId> arguments) {
    return intern({.kind = kind, .arguments = std::move(arguments)});
  }
  TypeId object() const { return object_; }
  Type const& operator[](TypeId id) const { return types_[id.index]; }
  // One word at run time: everything but bool, float, int or float, None, Never and the unowned coroutine types.
  bool is_word(TypeId id) const;

 private:
  struct Hash {
    std::size_t operator()(Type const& type) const;
  };
  std::vector<Type> types_;
  std::unordered_map<Type, TypeId, Hash> ids_;
  TypeId object_;
};

}  // namespace aiocc::ir
