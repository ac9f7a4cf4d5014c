// Completing types: MRO, inherited slots, dicts.
#include <algorithm>

#include "core.hpp"

namespace aiocc::detail {

bool in_mro(Type const* type, Type const* base) noexcept {
  // Built-in types that nobody has used yet have just their base.
  if (type->is_ready) return std::find(type->mro.begin(), type->mro.end(), base) != type->mro.end();
  for (type = type->base; type; type = type->base)
    if (type == base) return true;
  return false;
}

namespace {

// Every slot is one pointer, so that inheriting them is a walk over words.
using SlotWords = void (*[sizeof(Slots) / sizeof(void (*)())])();
static_assert(sizeof(SlotWords) == sizeof(Slots));

SlotWords& slot_words(Slots& slots) noexcept { return reinterpret_cast<SlotWords&>(slots); }

void inherit_slots(Type* type) {
  Slots& own = type->slots;
  Slots& inherited = type->base->slots;
  // Equality without a hash of its own makes a type unhashable.
  bool unhashable = own.compare && !own.hash;
  auto members = own.members;
  for (std::size_t i = 0; i < std::size(slot_words(own)); ++i)
    if (!slot_words(own)[i]) slot_words(own)[i] = slot_words(inherited)[i];
  own.members = members;
  if (unhashable) own.hash = hash_not_implemented;
}

void add_bound_members(Type* type) {
  if (!type->slots.members) return;
  MemberTable const& table = type->slots.members();
  for (std::size_t i = 0; i < table.count; ++i) {
    Str name = Str::intern(table.members[i].name);
    if (dict_get_str(type->dict, name)) continue;
    Result<Object> value = make_member(table.members[i], type);
    if (value) dict_set_str(type->dict, name, std::move(value).value());
  }
}

Result<Object> construct_native(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  Type* native = type->native_base;
  while (!native->slots.members || !native->slots.members().constructor) native = native->base;
  return call_native(*native->slots.members().constructor, args, count, names);
}

}  // namespace

void make_ready(Type* type) {
  if (type->is_ready) return;
  Type* base = type->base;
  if (base) make_ready(base);
  // Making the base ready may have needed this type.
  if (type->is_ready) return;
  type->is_ready = true;
  type->native_base = type->abstract ? &object_type : type;
  type->lacks_methods = type->abstract && type->abstract->methods && *type->abstract->methods;
  type->dict = make_dict_object();
  type->mro.push_back(type);
  if (base) {
    type->bases.push_back(base);
    type->mro.insert(type->mro.end(), base->mro.begin(), base->mro.end());
    base->subclasses.push_back(type);
    type->is_exception = type->is_exception || base->is_exception;
    if (!type->overflow_offset) type->overflow_offset = base->overflow_offset;
    if (type->instance_size < base->instance_size) type->instance_size = base->instance_size;
    type->fields.insert(type->fields.begin(), base->fields.begin(), base->fields.end());
  }
  if (type->slots.members && type->slots.members().constructor && !type->slots.construct)
    type->slots.construct = construct_native;
  add_slot_members(type);
  add_core_members(type);
  add_bound_members(type);
  // Every class has one.
  if (!dict_get_str(type->dict, "__doc__"_s)) dict_set_str(type->dict, "__doc__"_s, None);
  add_class_constructors(type);
  if (base) inherit_slots(type);
}

namespace {

/// Takes the first class that no tail of another sequence has; null if there is none.
Type* next_of_merge(std::vector<std::vector<Type*>> const& sequences) {
  for (auto const& sequence : sequences) {
    if (sequence.empty()) continue;
    Type* candidate = sequence.front();
    bool blocked = std::any_of(sequences.begin(), sequences.end(), [&](auto const& other) {
      return !other.empty() && std::find(other.begin() + 1, other.end(), candidate) != other.end();
    });
    if (!blocked) return candidate;
  }
  return nullptr;
}

Raised raise_mro_conflict(std::vector<std::vector<Type*>> const& sequences) {
  std::string names;
  std::vector<Type const*> heads;
  for (auto const& sequence : sequences) {
    if (sequence.empty()) continue;
    if (std::find(heads.begin(), heads.end(), sequence.front()) != heads.end()) continue;
    heads.push_back(sequence.front());
    if (!names.empty()) names += ", ";
    names += sequence.front()->name;
  }
  return raise_format(type_error_type, "Cannot create a consistent method resolution order (MRO) for bases {}", names);
}

}  // namespace

/// The C3 linearisation (docs: "The Python 2.3 Method Resolution Order").
Result<void> compute_mro(Type* type) {
  for (auto base = type->bases.begin(); base != type->bases.end(); ++base)
    if (std::find(base + 1, type->bases.end(), *base) != type->bases.end())
      return raise_format(type_error_type, "duplicate base class {}", (*base)->name);
  std::vector<std::vector<Type*>> sequences;
  for (Type* base : type->bases) sequences.push_back(base->mro);
  sequences.push_back(type->bases);
  type->mro = {type};
  while (std::any_of(sequences.begin(), sequences.end(), [](auto const& sequence) { return !sequence.empty(); })) {
    Type* next = next_of_merge(sequences);
    if (!next) return raise_mro_conflict(sequences);
    type->mro.push_back(next);
    for (auto& sequence : sequences)
      if (!sequence.empty() && sequence.front() == next) sequence.erase(sequence.begin());
  }
  return {};
}

}  // namespace aiocc::detail
