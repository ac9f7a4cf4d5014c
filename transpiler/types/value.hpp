// Abstract values: what inference knows that an expression may be.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "bindings/bindings.hpp"
#include "ir/ir.hpp"
#include "types/atom_set.hpp"
#include "types/reads.hpp"

namespace aiocc::types {

enum class AtomKind : unsigned char {
  None,
  Bool,
  Int,
  Float,
  Str,
  Bytes,
  Range,
  Slice,
  // Containers by allocation site (`index`).
  List,
  Set,
  Dict,
  Tuple,
  // What `iter` gives: slot 0 is the item.
  Iterator,
  // Exactly of the user's class `index`.
  Instance,
  Class,
  // `C[int]` of the generic class `index`.
  ClassAlias,
  // A user's function `index` as a value.
  Function,
  // The method `index` of a user's class, bound to an instance.
  BoundMethod,
  // `super()` in a method of class `index`.
  Super,
  // An unstarted coroutine, generator, asynchronous generator of the user's function `index`.
  Coroutine,
  Generator,
  AsyncGenerator,
  // What a native `async def` gives, by site: slot 0 is its result.
  NativeCoroutine,
  // An instance of the runtime's class `native`, by site: a slot for each of its type parameters.
  NativeObject,
  // A class or function of the runtime as a value.
  NativeClass,
  NativeFunction,
  // A method of the runtime's, bound, by site: slot 0 is its receiver, the name that of the site.
  NativeMethod,
  // What `property`, `classmethod` and `staticmethod` make of the function `index` in its class's body. A property has an atom for each of its functions.
  Property,
  PropertySetter,
  PropertyDeleter,
  ClassMethod,
  StaticMethod,
  NotImplemented,
  // `collections.namedtuple`, and `typing.NamedTuple` as a base.
  NamedTupleMaker,
  // A class that those made, by site; and an instance of one: a slot for each field.
  NamedTupleClass,
  NamedTuple,
  // A module of the runtime.
  Module,
  // What says that a factory makes the field's value.
  FactoryMarker,
  // The program's own module `index`.
  ProgramModule,
};

inline bool is_accessor(AtomKind kind) {
  return kind == AtomKind::Property || kind == AtomKind::PropertySetter || kind == AtomKind::PropertyDeleter;
}

// A function is behind it, that whoever has it may call.
inline bool is_wrapped_function(AtomKind kind) {
  return is_accessor(kind) || kind == AtomKind::ClassMethod || kind == AtomKind::StaticMethod;
}

struct Atom {
  AtomKind kind = AtomKind::None;
  std::uint32_t index = 0;
  // A bindings::Class, Function or Module.
  void const* native = nullptr;

  friend auto operator<=>(Atom const&, Atom const&) = default;
};

// A set of atoms, or anything at all. The empty set is the value of what is never reached.
struct Value {
  bool unknown = false;
  // Of a variable: it may be unbound.
  bool unbound = false;
  // Of a part of the world: when it last grew.
  Moment grown_at = 0;
  // Empty where the value is unknown.
  AtomSet atoms;

  bool is_empty() const { return !unknown && atoms.empty(); }
  friend bool operator==(Value const& left, Value const& right) {
    return left.unknown == right.unknown && left.unbound == right.unbound && left.atoms == right.atoms;
  }
};

// All atoms, interned.
class Atoms {
 public:
  Atoms() { plain_.fill(unknown_id); }

  AtomId intern(Atom atom);
  Atom const& operator[](AtomId id) const { return atoms_[id]; }

 private:
  struct Hash {
    std::size_t operator()(Atom const& atom) const {
      std::size_t const pointer = reinterpret_cast<std::uintptr_t>(atom.native) >> 4;
      return (pointer * 31 + atom.index) * 64 + static_cast<std::size_t>(atom.kind);
    }
  };
  static constexpr AtomId unknown_id = 0xffff'ffff;

  std::vector<Atom> atoms_;
  std::unordered_map<Atom, AtomId, Hash> ids_;
  // Of those that are nothing but a kind, which most are: known without a look-up.
  std::array<AtomId, static_cast<std::size_t>(AtomKind::ProgramModule) + 1> plain_;
};

}  // namespace aiocc::types
