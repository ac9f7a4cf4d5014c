// Type parameters and type aliases (PEP 695). Bounds, defaults and an alias's value are functions that run when somebody asks for them.
#include "build_ir/function_builder.hpp"
#include "support/overloaded.hpp"

namespace aiocc::build_ir {

// Enters the scope of what has type parameters, and binds them there: they in a tuple, unset where there are none.
ir::InstId FunctionBuilder::enter_type_params(syntax::StmtId id, Array<syntax::TypeParam> params) {
  if (params.empty()) return {};
  scope_ = model().type_scopes[id];
  for (semantics::VariableId variable : scope().variables) {
    if (model().variables[variable].captured) add(place(id), ir::MakeCell{local_of(variable)});
  }
  ir::MakeTuple all;
  for (syntax::TypeParam const& param : params) {
    Place const where = plain_place(param.span);
    ir::InstId const made = type_param(param);
    NameId const name = std::visit([](auto const& node) { return node.name; }, param.node);
    store_name(name, made, where);
    all.elements.push_back(made);
  }
  return add(place(id), std::move(all));
}

ir::InstId FunctionBuilder::type_param(syntax::TypeParam const& param) {
  ir::MakeTypeParameter inst{.kind = ir::TypeParameterKind::TypeVar, .name = {}, .bound = {}, .default_value = {}};
  std::visit(Overloaded{
                 [&](syntax::TypeVar const& node) {
                   inst.name = node.name;
                   inst.has_constraints = node.bound && ast().is<syntax::Tuple>(node.bound);
                   if (node.bound) inst.bound = lazy_value(node.bound);
                   if (node.default_value) inst.default_value = lazy_value(node.default_value);
                 },
                 [&](syntax::ParamSpec const& node) {
                   inst.kind = ir::TypeParameterKind::ParamSpec;
                   inst.name = node.name;
                   if (node.default_value) inst.default_value = lazy_value(node.default_value);
                 },
                 [&](syntax::TypeVarTuple const& node) {
                   inst.kind = ir::TypeParameterKind::TypeVarTuple;
                   inst.name = node.name;
                   if (node.default_value) inst.default_value = lazy_value(node.default_value);
                 },
             },
             param.node);
  return add(plain_place(param.span), std::move(inst));
}

// The last base of a class with type parameters: `Generic[T, *Ts]`.
ir::InstId FunctionBuilder::generic_base(ir::InstId type_params, Place place) {
  ir::InstId const typing = import_packages("typing", place).back();
  ir::InstId const generic = add(place, ir::ImportFrom{typing, NameId::of("Generic")});
  return add(place, ir::GetItem{generic, type_params});
}

// A function that evaluates `expr`.
ir::InstId FunctionBuilder::lazy_value(syntax::ExprId expr) {
  semantics::ScopeId const inner = model().lazy_scopes[expr];
  for (auto const& [name, symbol] : model().scopes[inner].symbols) {
    if (model().is_lazy_class_name(inner, name))
      return unsupported(ast().span(expr), "a name of a class body in a type that is evaluated later");
  }
  FunctionBuilder body(module_, this, inner, ir::FunctionKind::Function);
  body.function_.span = body.function_.name_span = ast().span(expr);
  body.function_.anonymous = true;
  body.build_lazy_body(expr);
  return make_function(body.id(), {}, {}, place(expr));
}

// `*Ts = *tuple[int, str]`: the one item that unpacking the alias gives.
void FunctionBuilder::build_lazy_body(syntax::ExprId expr) {
  auto const* starred = ast().get_if<syntax::Starred>(expr);
  if (!starred) return build_lambda_body(expr);
  ir::InstId const unpacked = add(place(expr), ir::Unpack{.value = value(starred->value), .before = 1});
  add(place(expr), ir::Return{add(place(expr), ir::UnpackItem{unpacked, 0})});
}

void FunctionBuilder::build(syntax::TypeAlias const& node, syntax::StmtId id) {
  NameId const name = ast().get<syntax::Name>(node.name).id;
  semantics::ScopeId const around = scope_;
  ir::InstId parameters = enter_type_params(id, node.type_params);
  if (!parameters) parameters = add(place(id), ir::MakeTuple{});
  ir::InstId const made = add(place(id), ir::MakeTypeAlias{name, parameters, lazy_value(node.value)});
  scope_ = around;
  store_name(name, made, place(node.name));
}

}  // namespace aiocc::build_ir
