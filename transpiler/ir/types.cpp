// Interning of static types.
#include "ir/types.hpp"

#include <functional>

namespace aiocc::ir {

bool is_complex(Type const& type) { return type.kind == TypeKind::Native && type.name.text() == "complex"; }

bool is_real(TypeKind kind) { return kind == TypeKind::Int || kind == TypeKind::Float || kind == TypeKind::IntOrFloat; }

TypeStore::TypeStore() : object_(simple(TypeKind::Object)) {}

TypeId TypeStore::intern(Type type) {
  auto const [position, inserted] = ids_.try_emplace(type, TypeId{static_cast<std::uint32_t>(types_.size())});
  if (inserted) types_.push_back(std::move(type));
  return position->second;
}

bool TypeStore::is_word(TypeId id) const {
  switch ((*this)[id].kind) {
    case TypeKind::Never:
    case TypeKind::None:
    case TypeKind::Bool:
    case TypeKind::Float:
    case TypeKind::IntOrFloat:
    case TypeKind::Coroutine: return false;
    default: return true;
  }
}

std::size_t TypeStore::Hash::operator()(Type const& type) const {
  std::size_t hash = static_cast<std::size_t>(type.kind);
  auto const mix = [&](std::size_t value) { hash = hash * 1000003 ^ value; };
  for (TypeId argument : type.arguments) mix(argument.index);
  mix(type.class_id.index);
  mix(type.function_id.index);
  mix(type.name.index());
  return hash;
}

}  // namespace aiocc::ir
