// `property`, `classmethod` and `staticmethod` in a class's body: who calls the function that they're given is known to pass an instance of
// the class, the class, or neither.
#include <array>

#include "types/evaluator.hpp"

namespace aiocc::types {
namespace {

std::optional<AtomKind> wrapper_kind(std::string_view name) {
  if (name == "property") return AtomKind::Property;
  if (name == "classmethod") return AtomKind::ClassMethod;
  if (name == "staticmethod") return AtomKind::StaticMethod;
  return std::nullopt;
}

// `property(get, set, delete)`.
std::optional<AtomKind> accessor_kind(std::size_t position) {
  constexpr std::array kinds{AtomKind::Property, AtomKind::PropertySetter, AtomKind::PropertyDeleter};
  return position < kinds.size() ? std::optional(kinds[position]) : std::nullopt;
}

std::optional<AtomKind> accessor_kind(std::string_view name) {
  if (name == "getter") return AtomKind::Property;
  if (name == "setter") return AtomKind::PropertySetter;
  if (name == "deleter") return AtomKind::PropertyDeleter;
  return std::nullopt;
}

}  // namespace

// The builtin that the callee is, unless the class or the module may have another object of that name.
NameId Evaluator::called_builtin(ir::InstId callee) {
  ir::InstNode const& node = function_.insts[callee].node;
  NameId name;
  if (auto const* const builtin = std::get_if<ir::LoadBuiltin>(&node); builtin && !builtin->module)
    name = builtin->name;
  if (auto const* const own = std::get_if<ir::LoadClassName>(&node); own && !own->local && !own->global)
    name = own->name;
  bool const is_replaced =
      name && (world_.module.replaced_builtins.contains(name) || world_.find_class_attribute(function_.class_id, name));
  return is_replaced ? NameId() : name;
}

// Nothing where the call is another one, or wraps something else than functions of this class.
std::optional<Value> Evaluator::wrapped_functions(ir::Call const& node) {
  if (function_.kind != ir::FunctionKind::ClassBody || !node.keywords.empty()) return std::nullopt;
  if (auto const* const decorator = std::get_if<ir::GetAttr>(&function_.insts[node.callee].node))
    return further_accessors(value(decorator->object), decorator->name, arguments_of(node.args, {}));
  NameId const name = called_builtin(node.callee);
  std::optional<AtomKind> const kind = name ? wrapper_kind(name.text()) : std::nullopt;
  if (!kind) return std::nullopt;
  Value result;
  for (std::size_t position = 0; position < node.args.size(); ++position) {
    Value const& given = value(node.args[position]);
    bool const is_plain = !given.unknown && std::ranges::all_of(given.atoms, [&](AtomId id) {
      AtomKind const atom = world_.atoms[id].kind;
      return is_own_function(id) || atom == AtomKind::None || atom == AtomKind::Str;
    });
    if (!is_plain) return std::nullopt;
    std::optional<AtomKind> const each = kind == AtomKind::Property ? accessor_kind(position) : kind;
    Value const wrapped = wrap(each.value_or(AtomKind::Property), given);
    if (!each && !wrapped.is_empty()) return std::nullopt;
    world_.join(result, wrapped);
  }
  return result.is_empty() ? std::nullopt : std::optional(result);
}

// A property's getter may be called by whoever only looks whether there is such an attribute.
Value Evaluator::wrap(AtomKind kind, Value const& functions) {
  Value result;
  for (AtomId const id : functions.atoms) {
    if (!is_own_function(id)) continue;
    ir::FunctionId const function{world_.atoms[id].index};
    if (kind == AtomKind::Property) call_function(function, {}, instances_of_class());
    world_.join(result, of(kind, function.index));
  }
  return result;
}

// Of the class whose body this is, and those below it.
Value Evaluator::instances_of_class() {
  Value result;
  for (ir::ClassId each : world_.state(function_.class_id).subclasses)
    world_.join(result, of(AtomKind::Instance, each.index));
  return result;
}

// `@name.setter` and the like: another property, that has the new function too.
std::optional<Value> Evaluator::further_accessors(Value const& property, NameId name, Arguments const& arguments) {
  std::optional<AtomKind> const kind = accessor_kind(name.text());
  if (!kind || arguments.values.size() != 1 || !arguments.keywords.empty()) return std::nullopt;
  auto const are_all = [&](Value const& value, auto const& fits) {
    return !value.is_empty() && !value.unknown && std::ranges::all_of(value.atoms, fits);
  };
  bool const is_plain = are_all(property, [&](AtomId id) { return is_accessor(world_.atoms[id].kind); }) &&
                        are_all(arguments.values[0], [&](AtomId id) { return is_own_function(id); });
  return is_plain ? std::optional(world_.joined(property, wrap(*kind, arguments.values[0]))) : std::nullopt;
}

// `@abstractmethod`: the function itself, or the property of it, that is marked.
std::optional<Value> Evaluator::marked_abstract(Value const& callee, Arguments const& arguments) {
  static bindings::Function const* const marker = bindings::find_module("abc")->function("abstractmethod");
  bool const is_marker = !callee.unknown && callee.atoms.size() == 1 && world_.atoms[callee.atoms[0]].native == marker;
  bool const is_plain = is_marker && function_.kind == ir::FunctionKind::ClassBody && arguments.values.size() == 1 &&
                        arguments.keywords.empty() && !arguments.values[0].unknown;
  if (!is_plain) return std::nullopt;
  Value const& marked = arguments.values[0];
  for (AtomId id : marked.atoms) {
    Atom const atom = world_.atoms[id];
    if (!is_own_function(id) && !is_wrapped_function(atom.kind)) return std::nullopt;
    world_.set(world_.state(ir::FunctionId{atom.index}).is_abstract);
  }
  return marked;
}

bool Evaluator::is_own_function(AtomId id) const {
  Atom const atom = world_.atoms[id];
  return atom.kind == AtomKind::Function && function_.class_id &&
         world_.module.functions[ir::FunctionId{atom.index}].class_id == function_.class_id;
}

}  // namespace aiocc::types
