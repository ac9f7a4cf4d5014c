// `property`, `classmethod` and `staticmethod` in a class's body: who calls the function that they're given is known to pass an instance of
// the class, the class, or neither.
#include "types/evaluator.hpp"

namespace aiocc::types {
namespace {

std::optional<AtomKind> wrapper_kind(std::string_view name) {
  if (name == "property") return AtomKind::Property;
  if (name == "classmethod") return AtomKind::ClassMethod;
  if (name == "staticmethod") return AtomKind::StaticMethod;
  return std::nullopt;
}

FirstArgument first_argument(AtomKind wrapper) {
  if (wrapper == AtomKind::Property) return FirstArgument::OwnInstance;
  return wrapper == AtomKind::ClassMethod ? FirstArgument::OwnClass : FirstArgument::Anything;
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
  NameId const name = called_builtin(node.callee);
  std::optional<AtomKind> const kind = name ? wrapper_kind(name.text()) : std::nullopt;
  if (!kind) return std::nullopt;
  Value functions;
  for (ir::InstId const argument : node.args) {
    Value const& given = value(argument);
    bool const is_plain = !given.unknown && std::ranges::all_of(given.atoms, [&](AtomId id) {
      AtomKind const atom = world_.atoms[id].kind;
      return is_own_function(id) || atom == AtomKind::None || atom == AtomKind::Str;
    });
    if (!is_plain) return std::nullopt;
    world_.join(functions, given);
  }
  return wrap(*kind, functions);
}

Value Evaluator::wrap(AtomKind kind, Value const& functions) {
  Value result;
  for (AtomId const id : functions.atoms) {
    if (!is_own_function(id)) continue;
    Atom const atom = world_.atoms[id];
    world_.escape_function(ir::FunctionId{atom.index}, first_argument(kind));
    world_.join(result, of(kind, atom.index));
  }
  return result;
}

// `@name.setter` and the like: another property, that has the new function too.
std::optional<Value> Evaluator::further_accessor(Atom const& property, NameId name, Arguments const& arguments) {
  std::string_view const text = name.text();
  bool const is_accessor = text == "setter" || text == "getter" || text == "deleter";
  if (!is_accessor || arguments.values.size() != 1 || !arguments.keywords.empty()) return std::nullopt;
  Value const& given = arguments.values[0];
  if (given.unknown || !std::ranges::all_of(given.atoms, [&](AtomId id) { return is_own_function(id); }))
    return std::nullopt;
  return world_.joined(of(property), wrap(AtomKind::Property, given));
}

bool Evaluator::is_own_function(AtomId id) const {
  Atom const atom = world_.atoms[id];
  return atom.kind == AtomKind::Function && function_.class_id &&
         world_.module.functions[ir::FunctionId{atom.index}].class_id == function_.class_id;
}

}  // namespace aiocc::types
