// Where the instances of a new class keep what: the base whose layout it extends, its slots, its dict.
#include "class_layout.hpp"

#include <algorithm>
#include <cstring>
#include <optional>

#include "aiocc/objects/iterate.hpp"

namespace aiocc::detail {
namespace {

bool adds_slots(Type const* type) noexcept {
  auto const count = [](Type const* each) {
    return std::count_if(each->fields.begin(), each->fields.end(), [](Field const& field) { return field.is_slot; });
  };
  return count(type) > count(type->base);
}

/// The nearest base that adds to the layout what others can't do without (CPython: solid_base).
Type* solid_base(Type* type) noexcept {
  while (type->is_user_class && !adds_slots(type)) type = type->base;
  if (type->is_user_class) return type;
  type = type->native_base;
  while (type->base && type->instance_size == type->base->instance_size &&
         (type->overflow_offset == type->base->overflow_offset || keeps_attributes_apart(type)))
    type = type->base;
  return type;
}

/// Instances are the compiler's structs; those of other built-in types keep what classes add before the object.
bool keeps_fields_inside(Type const* type) noexcept { return type->native_base == &object_type || type->is_exception; }

bool is_static_base(Type const* type) noexcept {
  return type->is_user_class ? type->is_static : keeps_fields_inside(type);
}

bool has_slots(Type const* type) noexcept {
  return std::any_of(type->fields.begin(), type->fields.end(), [](Field const& field) { return field.is_slot; });
}

/// The base whose fields those that the compiler has laid out follow: of several, the first of those with most. Null where there's none.
Type const* static_base(Type const* type) noexcept {
  if (type->bases.size() == 1) return is_static_base(type->base) ? type->base : nullptr;
  bool const are_plain = std::all_of(type->bases.begin(), type->bases.end(), [](Type const* base) {
    return is_static_base(base) && base->native_base == &object_type && !has_slots(base);
  });
  if (!are_plain) return nullptr;
  return *std::max_element(type->bases.begin(), type->bases.end(), [](Type const* left, Type const* right) {
    return left->fields.size() < right->fields.size();
  });
}

/// `__private` as the class `owner` spells it.
Str mangled(Type const* owner, Str const& name) {
  std::string const text = name.utf8();
  std::string_view stripped = owner->name;
  while (stripped.starts_with('_')) stripped.remove_prefix(1);
  if (!text.starts_with("__") || text.ends_with("__") || text.find('.') != std::string::npos || stripped.empty())
    return Str::intern(name);
  return Str::intern("_" + std::string(stripped) + text);
}

Result<void> add_slot(Type* type, DeclaredSlots& slots, Object const& item) {
  if (!is_instance(item, str_type))
    return raise_format(type_error_type, "__slots__ items must be strings, not '{}'", type_name(item));
  Str const name = word_cast<Str>(item);
  Object const is_identifier = PASS(call_method(name, "isidentifier"_s));
  if (!is_identifier.is(True)) return raise_error(type_error_type, "__slots__ must be identifiers");
  bool const of_dict = name.equals("__dict__");
  if (of_dict || name.equals("__weakref__")) {
    bool& wanted = of_dict ? slots.dict : slots.weak_references;
    bool const is_inherited = of_dict ? type->base->overflow_offset != 0
                                      : type->base->is_user_class && find_in_mro(type->base, "__weakref__"_s);
    if (wanted || is_inherited)
      return raise_format(type_error_type, "{} slot disallowed: we already got one", name.utf8());
    wanted = true;
    return {};
  }
  Str const own = mangled(type, name);
  bool const is_kept = own.equals("__qualname__") || own.equals("__classcell__");
  if (!is_kept && dict_get_str(type->dict, own))
    return raise_format(value_error_type, "{} in __slots__ conflicts with class variable",
                        PASS(operators::repr(name)).utf8());
  slots.names.push_back(own);
  return {};
}

constexpr std::uint32_t word = sizeof(Object);

/// A word more: at the end of the object, or before it.
std::int32_t add_word(Type* type) noexcept {
  if (!keeps_fields_inside(type)) {
    type->prefix_size += word;
    return -static_cast<std::int32_t>(type->prefix_size);
  }
  std::uint32_t const offset = (type->instance_size + word - 1) / word * word;
  type->instance_size = offset + word;
  return static_cast<std::int32_t>(offset);
}

bool is_variable_sized(Type const* native) noexcept {
  return native == &int_type || native == &bytes_type || native == &tuple_type;
}

/// The fields that the compiler has laid out, in the slots' order; nothing where they aren't just the slots.
std::optional<std::vector<Field>> slot_fields(DeclaredSlots const& slots, ClassSpec const& spec) {
  if (spec.field_count != slots.names.size()) return std::nullopt;
  std::vector<Field> fields(spec.fields, spec.fields + spec.field_count);
  std::sort(fields.begin(), fields.end(),
            [](Field const& a, Field const& b) { return std::strcmp(a.name, b.name) < 0; });
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (!slots.names[i].equals(fields[i].name)) return std::nullopt;
    fields[i].is_slot = true;
  }
  return fields;
}

/// False where its `__slots__` ask for another layout than the compiler's.
bool lay_out_statically(Type* type, DeclaredSlots const& slots, ClassSpec const& spec) {
  std::optional<std::vector<Field>> const own =
      slots.given ? slot_fields(slots, spec) : std::vector(spec.fields, spec.fields + spec.field_count);
  if (!own) return false;
  type->is_static = true;
  type->spec = &spec;
  // Instances have room for a dict, which classes that only have slots never use.
  if (!slots.given && !type->overflow_offset) type->overflow_offset = sizeof(HeapObject);
  type->instance_size = std::max({type->instance_size, spec.instance_size, std::uint32_t{sizeof(Instance)}});
  type->fields.insert(type->fields.end(), own->begin(), own->end());
  return true;
}

}  // namespace

Result<DeclaredSlots> declared_slots(Type* type) {
  DeclaredSlots slots;
  Object const given = dict_value(type->dict, "__slots__"_s);
  if (!given.bound()) return slots;
  slots.given = true;
  if (is_instance(given, str_type)) {
    PASS(add_slot(type, slots, given));
  } else {
    Iteration items = PASS(iterate(given));
    Object item;
    while (PASS(items.next(item))) PASS(add_slot(type, slots, item));
  }
  std::sort(slots.names.begin(), slots.names.end());
  return slots;
}

Result<Type*> best_base(std::vector<Type*> const& bases) {
  Type* best = bases.front();
  Type* winner = solid_base(best);
  for (Type* base : bases) {
    Type* const candidate = solid_base(base);
    if (is_subtype(winner, candidate)) continue;
    if (!is_subtype(candidate, winner))
      return raise_error(type_error_type, "multiple bases have instance lay-out conflict");
    winner = candidate;
    best = base;
  }
  return best;
}

Result<void> lay_out(Type* type, DeclaredSlots const& slots, ClassSpec const* spec) {
  bool const is_laid_out = spec && spec->instance_size != 0 && !slots.dict;
  Type const* const laid_out = is_laid_out ? static_base(type) : nullptr;
  Type const* const base = laid_out ? laid_out : type->base;
  type->native_base = base->native_base;
  type->is_exception = base->is_exception;
  type->is_base_type = true;
  type->overflow_offset = keeps_attributes_apart(base) ? 0 : base->overflow_offset;
  type->prefix_size = base->prefix_size;
  type->instance_size = base->instance_size;
  type->fields = base->fields;
  bool const is_metaclass = is_subtype(type->native_base, &type_type);
  if (!slots.names.empty() && (is_metaclass || is_variable_sized(type->native_base)))
    return raise_format(type_error_type, "nonempty __slots__ not supported for subtype of '{}'", base->name);
  if (!laid_out || !lay_out_statically(type, slots, *spec)) {
    for (std::size_t i = 0; i < slots.names.size(); ++i)
      type->fields.push_back({"", add_word(type), Storage::Word, true});
    bool const inherits_dict = std::any_of(type->bases.begin(), type->bases.end(),
                                           [](Type const* each) { return each->overflow_offset != 0; });
    // The attributes of a class are in the class's own dict.
    if (!type->overflow_offset && !is_metaclass && (!slots.given || slots.dict || inherits_dict))
      type->overflow_offset = add_word(type);
  }
  type->has_plain_fields = std::any_of(type->fields.begin(), type->fields.end(),
                                       [](Field const& field) { return field.storage != Storage::Word; });
  return {};
}

}  // namespace aiocc::detail
