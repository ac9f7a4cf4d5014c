// Definitions of functions: `def`, `async def`, lambda; their parameters, defaults and decorators.
#include "build_ir/docstrings.hpp"
#include "build_ir/function_builder.hpp"

namespace aiocc::build_ir {
void FunctionBuilder::build(syntax::FunctionDef const& node, syntax::StmtId id) {
  build_def(node, id, ir::FunctionKind::Function, ir::FunctionKind::Generator);
}

void FunctionBuilder::build(syntax::AsyncFunctionDef const& node, syntax::StmtId id) {
  build_def(node, id, ir::FunctionKind::Coroutine, ir::FunctionKind::AsyncGenerator);
}

template <class Node>
void FunctionBuilder::build_def(Node const& node, syntax::StmtId id, ir::FunctionKind plain,
                                ir::FunctionKind generator) {
  std::vector<ir::InstId> const decorators = values(node.decorator_list);
  std::vector<ir::InstId> defaults;
  std::vector<ir::InstId> keyword_defaults;
  build_defaults(*node.args, defaults, keyword_defaults);
  semantics::ScopeId const around = scope_;
  ir::InstId const type_params = enter_type_params(id, node.type_params);
  Annotations annotations;
  evaluate_annotations(*node.args, node.returns, annotations);

  semantics::ScopeId const inner = model().stmt_scopes[id];
  FunctionBuilder body(module_, this, inner, model().scopes[inner].is_generator ? generator : plain);
  ir::Function& made = body.function_;
  made.span = ast().span(id);
  made.name_span = find_name_span(module_.file, made.span, "def", node.name);
  if (!node.decorator_list.empty()) made.decorator_span = ast().span(node.decorator_list[0]);
  made.class_id = class_id_;
  if (auto const* docstring = docstring_of(ast(), node.body)) made.docstring = clean_docstring(docstring->text);
  body.add_parameters(*node.args);
  body.build_body(node.body);

  ir::InstId const function = make_function(body.id(), std::move(defaults), std::move(keyword_defaults), place(id));
  store_annotations(function, annotations, place(id));
  if (type_params) add(place(id), ir::SetAttr{function, NameId::of("__type_params__"), type_params});
  scope_ = around;
  store_name(node.name, decorate(node.decorator_list, decorators, function), place(id));
  ir::GlobalId const global = stable_global(node.name);
  if (global && decorators.empty() && function_.kind == ir::FunctionKind::Module)
    module_.module.globals[global].function = body.id();
}

ir::InstId FunctionBuilder::build(syntax::Lambda const& node, syntax::ExprId id) {
  std::vector<ir::InstId> defaults;
  std::vector<ir::InstId> keyword_defaults;
  build_defaults(*node.args, defaults, keyword_defaults);
  semantics::ScopeId const inner = model().expr_scopes[id];
  FunctionBuilder body(module_, this, inner,
                       model().scopes[inner].is_generator ? ir::FunctionKind::Generator : ir::FunctionKind::Function);
  body.function_.span = body.function_.name_span = ast().span(id);
  body.function_.anonymous = true;
  body.add_parameters(*node.args);
  body.build_lambda_body(node.body);
  return make_function(body.id(), std::move(defaults), std::move(keyword_defaults), place(id));
}

void FunctionBuilder::build_defaults(syntax::Arguments const& arguments, std::vector<ir::InstId>& defaults,
                                     std::vector<ir::InstId>& keyword_defaults) {
  defaults = values(arguments.defaults);
  for (syntax::ExprId each : arguments.kw_defaults) keyword_defaults.push_back(each ? value(each) : ir::InstId{});
}

ir::InstId FunctionBuilder::make_function(ir::FunctionId function, std::vector<ir::InstId> defaults,
                                          std::vector<ir::InstId> keyword_defaults, Place place) {
  return add(place, ir::MakeFunction{function, std::move(defaults), std::move(keyword_defaults)});
}

// The innermost decorator is called first, each at its own place.
ir::InstId FunctionBuilder::decorate(Array<syntax::ExprId> decorators, std::vector<ir::InstId> const& evaluated,
                                     ir::InstId decorated) {
  for (std::size_t at = evaluated.size(); at-- > 0;)
    decorated = add(place(decorators[at]), ir::Call{evaluated[at], {decorated}, {}});
  return decorated;
}

void FunctionBuilder::add_parameters(syntax::Arguments const& arguments) {
  auto const add_parameter = [&](syntax::Arg const& arg, ir::ParameterKind kind, bool has_default) {
    ir::LocalId const local = local_of(model().resolve(scope_, arg.arg).variable);
    auto const* name = arg.annotation ? ast().get_if<syntax::Name>(arg.annotation) : nullptr;
    function_.parameters.push_back(
        {.local = local, .kind = kind, .has_default = has_default, .annotation = name ? name->id : NameId()});
  };
  std::size_t const positional = arguments.posonlyargs.size() + arguments.args.size();
  std::size_t const first_default = positional - arguments.defaults.size();
  std::size_t at = 0;
  for (syntax::Arg const& arg : arguments.posonlyargs)
    add_parameter(arg, ir::ParameterKind::PositionalOnly, at++ >= first_default);
  for (syntax::Arg const& arg : arguments.args)
    add_parameter(arg, ir::ParameterKind::Positional, at++ >= first_default);
  if (arguments.vararg) add_parameter(*arguments.vararg, ir::ParameterKind::VarArgs, false);
  for (at = 0; at < arguments.kwonlyargs.size(); ++at) {
    add_parameter(arguments.kwonlyargs[at], ir::ParameterKind::KeywordOnly,
                  static_cast<bool>(arguments.kw_defaults[at]));
  }
  if (arguments.kwarg) add_parameter(*arguments.kwarg, ir::ParameterKind::VarKeywords, false);
}

}  // namespace aiocc::build_ir
