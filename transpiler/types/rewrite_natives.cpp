// Calls of the runtime's functions and methods by their C++ overloads.
#include <algorithm>

#include "ir/plain_operations.hpp"
#include "types/rewriter.hpp"

namespace aiocc::types {
namespace {

std::optional<ir::TypeKind> simple_kind(std::string_view name) {
  static std::unordered_map<std::string_view, ir::TypeKind> const kinds{
      {"None", ir::TypeKind::None},   {"bool", ir::TypeKind::Bool},  {"int", ir::TypeKind::Int},
      {"float", ir::TypeKind::Float}, {"str", ir::TypeKind::Str},    {"bytes", ir::TypeKind::Bytes},
      {"range", ir::TypeKind::Range}, {"slice", ir::TypeKind::Slice}};
  auto const found = kinds.find(name);
  return found == kinds.end() ? std::nullopt : std::optional(found->second);
}

std::optional<ir::TypeKind> container_kind(bindings::TypeExpr const& expr) {
  if (expr.name == "list") return ir::TypeKind::List;
  if (expr.name == "set") return ir::TypeKind::Set;
  if (expr.name == "dict") return ir::TypeKind::Dict;
  if (expr.name == "tuple")
    return expr.args.size() == 2 && expr.args[1].is("...") ? ir::TypeKind::TupleOf : ir::TypeKind::Tuple;
  return std::nullopt;
}

bool contains(Array<std::string_view> names, std::string_view name) {
  for (std::string_view each : names) {
    if (each == name) return true;
  }
  return false;
}

}  // namespace

bool Rewriter::has_variadic(bindings::Overload const& overload) const {
  return std::ranges::any_of(overload.params, [](bindings::Parameter const& parameter) {
    return parameter.kind == bindings::ParameterKind::VarArgs || parameter.kind == bindings::ParameterKind::VarKeywords;
  });
}

// A default that is None, True, False or a number, for a parameter that takes any object.
std::optional<ir::Constant> Rewriter::literal_default(bindings::Parameter const& parameter) const {
  std::string_view const text = parameter.default_text;
  bool const is_object = parameter.representation == bindings::Representation::Object;
  if (is_object && text == "None") return ir::Constant{.kind = ir::ConstantKind::None, .text = {}};
  if (is_object && (text == "True" || text == "False")) {
    return ir::Constant{.kind = ir::ConstantKind::Bool, .boolean = text == "True", .text = {}};
  }
  std::string_view const digits = text.starts_with('-') ? text.substr(1) : text;
  bool const is_int = !digits.empty() && digits.find_first_not_of("0123456789") == std::string_view::npos;
  if (is_object && is_int) return ir::Constant{.kind = ir::ConstantKind::Int, .text = std::string(text)};
  return std::nullopt;
}

// Arguments that C++ takes in a row, without gaps, and no more keywords than parameters.
bool Rewriter::can_be_written(NativeCall const& call) {
  if (call.overload->explicit_template_args || !call.binding.extra_keywords.empty()) return false;
  if (call.overload->is_static_method || call.overload->is_class_method) return false;
  bool stopped = false;
  for (std::size_t index = 0; index < call.binding.argument_of.size(); ++index) {
    bindings::Parameter const& parameter = call.overload->params[index + (call.is_method ? 1 : 0)];
    bool const given = call.binding.argument_of[index] >= 0;
    bool const is_variadic = parameter.kind == bindings::ParameterKind::VarArgs;
    if (stopped && given) return false;
    bool const needs_default = call.is_last && !given && !is_variadic && !has_variadic(*call.overload);
    if (needs_default && !literal_default(parameter)) return false;
    if (is_variadic && stopped && !call.binding.extra_positional.empty()) return false;
    stopped = stopped || !given;
  }
  return true;
}

bool Rewriter::call_native(ir::InstId id, NativeCall const& call, std::optional<ir::InstId> receiver,
                           std::vector<ir::InstId> const& args) {
  bindings::Overload const& overload = *call.overload;
  if (!can_be_written(call)) return false;
  if (overload.is_async() && !is_consumed_at_once(id, ir::FunctionKind::Coroutine)) return false;
  std::unordered_map<std::string_view, ir::TypeId> bound;
  if (receiver) bind_receiver(*receiver, *call.overload, bound);
  std::vector<ir::InstId> given;
  if (receiver) given.push_back(*receiver);
  std::size_t const first = call.is_method ? 1 : 0;
  for (std::size_t index = 0; index < call.binding.argument_of.size(); ++index) {
    int const argument = call.binding.argument_of[index];
    if (overload.params[index + first].kind == bindings::ParameterKind::VarArgs) break;
    if (argument >= 0 && !fits(overload.params[index + first], args[argument], bound, overload.type_params))
      return false;
    given.push_back(argument >= 0 ? args[argument] : ir::InstId{});
    std::optional<ir::Constant> const literal = literal_default(overload.params[index + first]);
    if (argument < 0 && call.is_last && literal && !has_variadic(overload))
      given.back() = insert(*literal, id, constant_type(*literal));
  }
  for (int extra : call.binding.extra_positional) given.push_back(args[extra]);
  // What C++ gives as an object, or without the type parameters that only Python's signature has, is refined behind the call.
  bool const is_general =
      overload.result_representation == bindings::Representation::Object || mentions_unbound(overload, bound);
  ir::TypeId result = is_general ? types_.object() : instantiate(overload.returns, bound);
  if (overload.is_async()) result = types_.types().of(ir::TypeKind::Coroutine, {result});
  replace(id, ir::CallNative{&overload, std::move(given)});
  finish(id, result);
  return true;
}

// Whether the result is of a type parameter that no argument of the C++ function is of.
bool Rewriter::mentions_unbound(bindings::Overload const& overload,
                                std::unordered_map<std::string_view, ir::TypeId> const& bound) const {
  auto const mentions = [&](auto const& self, bindings::TypeExpr const& type) -> bool {
    if (contains(overload.type_params, type.name) && !bound.contains(type.name)) return true;
    return std::ranges::any_of(type.args, [&](bindings::TypeExpr const& each) { return self(self, each); });
  };
  return mentions(mentions, overload.returns);
}

// The argument is of the C++ type that the parameter takes; type parameters take what they're given.
bool Rewriter::fits(bindings::Parameter const& parameter, ir::InstId argument,
                    std::unordered_map<std::string_view, ir::TypeId>& bound, Array<std::string_view> variables) {
  if (parameter.representation == bindings::Representation::Object) return true;
  return unify(parameter.type, type_of(argument), bound, variables);
}

bool Rewriter::unify(bindings::TypeExpr const& expr, ir::TypeId type,
                     std::unordered_map<std::string_view, ir::TypeId>& bound, Array<std::string_view> variables) {
  ir::Type const given = types_[type];
  if (expr.is("object")) return true;
  if (contains(variables, expr.name) && given.kind == ir::TypeKind::IntOrFloat) return false;
  if (contains(variables, expr.name)) return bound.try_emplace(expr.name, type).first->second == type;
  // A class's own parameter: the emitter converts words, and boxes.
  if (bound.contains(expr.name)) return true;
  if (std::optional<ir::TypeKind> const kind = simple_kind(expr.name)) return given.kind == *kind;
  if (expr.name == "Coroutine" && expr.args.size() == 3) {
    return given.kind == ir::TypeKind::Coroutine && unify(expr.args[2], given.arguments[0], bound, variables);
  }
  std::optional<ir::TypeKind> const container = container_kind(expr);
  bool const same =
      container ? given.kind == *container : given.kind == ir::TypeKind::Native && given.name.text() == expr.name;
  if (!same) return false;
  for (std::size_t index = 0; index < std::min(given.arguments.size(), expr.args.size()); ++index) {
    // In a container it's the C++ type that has to be the same.
    auto const own = bound.find(expr.args[index].name);
    if (own != bound.end() && own->second != given.arguments[index]) return false;
    if (!unify(expr.args[index], given.arguments[index], bound, variables)) return false;
  }
  return true;
}

ir::TypeId Rewriter::instantiate(bindings::TypeExpr const& expr,
                                 std::unordered_map<std::string_view, ir::TypeId> const& bound) {
  if (auto const found = bound.find(expr.name); found != bound.end()) return found->second;
  if (std::optional<ir::TypeKind> const kind = simple_kind(expr.name))
    return types_.simple(*kind == ir::TypeKind::Slice ? ir::TypeKind::Object : *kind);
  ir::Type type;
  if (std::optional<ir::TypeKind> const kind = container_kind(expr)) {
    type.kind = *kind;
  } else {
    bindings::Class const* class_ = expr.is_union() ? nullptr : bindings::find_class(expr.name);
    if (!class_ || class_->full_name == "object") return types_.object();
    type.kind = ir::TypeKind::Native;
    type.name = NameId::of(class_->full_name);
  }
  for (bindings::TypeExpr const& each : expr.args) {
    if (!each.is("...")) type.arguments.push_back(instantiate(each, bound));
  }
  return types_.types().intern(std::move(type));
}

// The receiver's type parameters, by the names that the class that declares the method gives them.
void Rewriter::bind_receiver(ir::InstId receiver, bindings::Overload const& overload,
                             std::unordered_map<std::string_view, ir::TypeId>& bound) {
  (void)overload;
  bindings::Class const* class_ = native_class(type_of(receiver));
  ir::Type const type = static_type(receiver);
  while (class_) {
    for (std::size_t index = 0; index < std::min(class_->type_params.size(), type.arguments.size()); ++index) {
      bound.try_emplace(class_->type_params[index], type.arguments[index]);
    }
    class_ = class_->bases.empty() ? nullptr : bindings::find_class(class_->bases[0].name);
  }
}

bindings::Class const* Rewriter::native_class(ir::TypeId id) {
  ir::Type const& type = types_[id];
  switch (type.kind) {
    case ir::TypeKind::Str: return bindings::find_class("str");
    case ir::TypeKind::Bytes: return bindings::find_class("bytes");
    case ir::TypeKind::List: return bindings::find_class("list");
    case ir::TypeKind::Set: return bindings::find_class("set");
    case ir::TypeKind::Dict: return bindings::find_class("dict");
    case ir::TypeKind::Native: return bindings::find_class(type.name.text());
    default: return nullptr;
  }
}

// The receiver is of a C++ class of the runtime whose members can be called.
bool Rewriter::native_receiver(ir::InstId object) {
  bindings::Class const* class_ = native_class(type_of(object));
  return class_ && !class_->cpp_name.empty();
}

std::optional<NativeCall> Rewriter::native_method(Value const& receivers, NameId name, Arguments const& arguments) {
  std::optional<NativeCall> result;
  for (AtomId atom : receivers.atoms) {
    std::optional<NativeCall> call = resolver_.resolve_native_method(atom, name, arguments);
    if (!call || (result && call->overload != result->overload)) return std::nullopt;
    result = std::move(call);
  }
  return result;
}

// `xs[i:j]` of a list, which gives a list.
bool Rewriter::is_plain_slice(ir::InstId id) {
  auto const& node = std::get<ir::GetItem>(inst(id).node);
  auto const* slice = std::get_if<ir::MakeSlice>(&inst(node.key).node);
  bool const is_list = slice && has_kind(node.object, ir::TypeKind::List) && ir::has_no_step(function_, *slice);
  return is_list && is_original(id) && !value(id).is_empty() && types_[wanted(id)].kind == ir::TypeKind::List;
}

// `x[k]` and `x[k] = v` on containers of the runtime.
bool Rewriter::rewrite_item(ir::InstId id) {
  auto const* get = std::get_if<ir::GetItem>(&inst(id).node);
  auto const* set = std::get_if<ir::SetItem>(&inst(id).node);
  ir::InstId const object = get ? get->object : set->object;
  std::vector<ir::InstId> const args = get ? std::vector{get->key} : std::vector{set->key, set->value};
  if (std::optional<std::size_t> const element =
          get ? ir::constant_element(world_.module, function_, *get) : std::nullopt) {
    finish(id, static_type(object).arguments[*element]);
    return true;
  }
  if (get && is_plain_slice(id)) {
    finish(id, wanted(id));
    return true;
  }
  Value const receivers = receivers_of(object);
  bool const known = !receivers.unknown && !receivers.is_empty() && native_receiver(object);
  if (!known || (get && value(id).is_empty())) return false;
  std::optional<NativeCall> const call =
      native_method(receivers, NameId::of(get ? "__getitem__" : "__setitem__"), argument_values(args, {}));
  return call && call->overload->form == bindings::CallForm::Member && call_native(id, *call, object, args);
}

// `x in xs` of containers of the runtime.
bool Rewriter::rewrite_contains(ir::InstId id) {
  auto const node = std::get<ir::Compare>(inst(id).node);
  if (ir::is_choice(world_.module, function_, node)) return false;
  Value const receivers = receivers_of(node.right);
  if (receivers.unknown || receivers.is_empty() || !native_receiver(node.right)) return false;
  std::optional<NativeCall> const call =
      native_method(receivers, NameId::of("__contains__"), argument_values({node.left}, {}));
  return call && call->overload->form == bindings::CallForm::Member && call_native(id, *call, node.right, {node.left});
}

// What awaiting a value of the operand's static type gives.
ir::TypeId Rewriter::awaited_type(ir::InstId operand) {
  ir::Type const type = static_type(operand);
  if (type.kind == ir::TypeKind::Coroutine) return type.arguments[0];
  if (type.kind != ir::TypeKind::Native) return types_.object();
  std::unordered_map<std::string_view, ir::TypeId> bound;
  bindings::Class const* class_ = native_class(type_of(operand));
  bindings::Function const* method = class_ ? bindings::find_method(*class_, "__await__") : nullptr;
  if (!method || method->overloads.back().returns.args.size() != 3) return types_.object();
  bind_receiver(operand, method->overloads.back(), bound);
  return instantiate(method->overloads.back().returns.args[2], bound);
}

}  // namespace aiocc::types
