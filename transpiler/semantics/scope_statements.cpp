// Statements and patterns: what they bind and declare.
#include <fmt/format.h>

#include <unordered_set>

#include "semantics/scope_builder.hpp"

namespace aiocc::semantics {

using namespace syntax;

void ScopeBuilder::visit_body(Array<StmtId> body) {
  for (StmtId const id : body) visit(id);
}

// A block that may run more than once, or not at all.
void ScopeBuilder::visit_block(Array<StmtId> body) {
  ++nesting_;
  visit_body(body);
  --nesting_;
}

void ScopeBuilder::visit(StmtId id) {
  if (failed_) return;
  auto const visit_each = [&](auto child) { visit(child); };
  auto const visitor = Overloaded{
      [&](FunctionDef const& node) { visit_function(id, node, false); },
      [&](AsyncFunctionDef const& node) { visit_function(id, node, true); },
      [&](ClassDef const& node) { visit_class(id, node); },
      [&](Global const& node) { declare(id, node.names, true); },
      [&](Nonlocal const& node) { declare(id, node.names, false); },
      [&](Import const& node) { visit_import(node.names, ast_.span(id)); },
      [&](ImportFrom const& node) { visit_import_from(id, node); },
      [&](AnnAssign const& node) { visit_ann_assign(id, node); },
      [&](Assign const& node) {
        visit(node.value);
        for (ExprId const target : node.targets) visit(target);
      },
      [&](AugAssign const& node) {
        if (auto const* name = ast_.get_if<Name>(node.target)) use(name->id);
        visit(node.target);
        visit(node.value);
      },
      [&](Try const& node) { visit_try(node); },
      [&](TryStar const& node) { visit_try(node); },
      [&](TypeAlias const& node) {
        NameId const name = ast_.get<Name>(node.name).id;
        bind(name, ast_.span(id), BindingForm::Definition);
        ScopeId const outer = current_;
        open_type_params(id, name, node.type_params);
        visit_lazy(node.value, name, "a type alias");
        close(outer);
      },
      [&](auto const& node) {
        ++nesting_;
        for_each_child_of(node, visit_each);
        --nesting_;
      },
  };
  syntax::visit(ast_, id, visitor);
}

void ScopeBuilder::visit(PatternId id) {
  auto const visitor = Overloaded{
      [&](MatchAs const& node) {
        if (node.pattern) visit(node.pattern);
        if (node.name) bind(node.name, ast_.span(id));
      },
      [&](MatchStar const& node) {
        if (node.name) bind(node.name, ast_.span(id));
      },
      [&](MatchMapping const& node) {
        for_each_child_of(node, [&](auto child) { visit(child); });
        if (node.rest) bind(node.rest, ast_.span(id));
      },
      [&](auto const& node) { for_each_child_of(node, [&](auto child) { visit(child); }); },
  };
  syntax::visit(ast_, id, visitor);
}

template <class Node>
void ScopeBuilder::visit_function(StmtId id, Node const& node, bool is_async) {
  for (ExprId const decorator : node.decorator_list) visit(decorator);
  visit_defaults(*node.args);
  bind(node.name, ast_.span(id), node.decorator_list.empty() ? BindingForm::Definition : BindingForm::Other);
  ScopeId const outer = current_;
  open_type_params(id, node.name, node.type_params);
  visit_annotations(*node.args, node.returns);
  ScopeId const inner = open(ScopeKind::Function, node.name);
  model_.stmt_scopes[id] = inner;
  scope().is_async = is_async;
  bind_parameters(*node.args);
  visit_body(node.body);
  close(outer);
}

// `@dataclass` gives the class back.
ScopeBuilder::BindingForm ScopeBuilder::form_of(ClassDef const& node) {
  if (node.decorator_list.empty()) return BindingForm::Definition;
  ExprId decorator = node.decorator_list[0];
  if (auto const* call = ast_.get_if<Call>(decorator)) decorator = call->func;
  auto const* attribute = ast_.get_if<Attribute>(decorator);
  auto const* name = ast_.get_if<Name>(attribute ? attribute->value : decorator);
  bool const is_dataclass = node.decorator_list.size() == 1 && current_ == model_.module_scope && name &&
                            dataclass_names_.contains(name->id) &&
                            (!attribute || attribute->attr.text() == "dataclass");
  if (!is_dataclass) return BindingForm::Other;
  decorated_classes_.push_back({node.name, name->id});
  return BindingForm::Definition;
}

void ScopeBuilder::visit_class(StmtId id, ClassDef const& node) {
  for (ExprId const decorator : node.decorator_list) visit(decorator);
  bind(node.name, ast_.span(id), form_of(node));
  ScopeId const outer = current_;
  open_type_params(id, node.name, node.type_params);
  for (ExprId const base : node.bases) visit(base);
  for (Keyword const& keyword : node.keywords) visit(keyword.value);
  model_.stmt_scopes[id] = open(ScopeKind::Class, node.name);
  visit_body(node.body);
  close(outer);
}

void ScopeBuilder::visit_defaults(Arguments const& arguments) {
  for (ExprId const value : arguments.defaults) visit(value);
  for (ExprId const value : arguments.kw_defaults)
    if (value) visit(value);
}

void ScopeBuilder::visit_annotations(Arguments const& arguments, ExprId returns) {
  for (auto const& list : {arguments.posonlyargs, arguments.args, arguments.kwonlyargs})
    for (Arg const& arg : list) visit_annotation(arg.annotation);
  if (arguments.vararg) visit_annotation(arguments.vararg->annotation);
  if (arguments.kwarg) visit_annotation(arguments.kwarg->annotation);
  visit_annotation(returns);
}

void ScopeBuilder::visit_annotation(ExprId annotation) {
  if (!annotation) return;
  if (!model_.postpones_annotations) return visit(annotation);
  // Text that is never evaluated, which still may not do anything.
  auto const visitor = Overloaded{
      [&](ExprId id) {
        char const* const what = ast_.is<Await>(id)                             ? "await expression"
                                 : ast_.is<Yield>(id) || ast_.is<YieldFrom>(id) ? "yield expression"
                                 : ast_.is<NamedExpr>(id)                       ? "named expression"
                                                                                : nullptr;
        if (what) fail(ast_.span(id), fmt::format("{} cannot be used within an annotation", what));
      },
      [](auto) {},
  };
  for_each_descendant(ast_, annotation, visitor);
}

void ScopeBuilder::bind_parameters(Arguments const& arguments) {
  auto const bind_one = [&](Arg const& arg) {
    NameId const mangled = model_.mangle(current_, arg.arg);
    if (mangled.text() == "__debug__") return fail(arg.span, "cannot assign to __debug__");
    if (symbol(current_, mangled).variable)
      return fail(arg.span, fmt::format("duplicate argument '{}' in function definition", arg.arg.text()));
    model_.variables[own(current_, mangled)].parameter = true;
  };
  for (auto const& list : {arguments.posonlyargs, arguments.args, arguments.kwonlyargs})
    for (Arg const& arg : list) bind_one(arg);
  if (arguments.vararg) bind_one(*arguments.vararg);
  if (arguments.kwarg) bind_one(*arguments.kwarg);
}

// Enters the scope of what has type parameters, if it has any.
void ScopeBuilder::open_type_params(StmtId id, NameId owner, Array<TypeParam> params) {
  if (params.empty()) return;
  model_.type_scopes[id] =
      open(ScopeKind::TypeParameters, NameId::of(fmt::format("<generic parameters of {}>", owner.text())));
  scope().construct = "a generic";
  std::unordered_set<NameId> seen;
  for (TypeParam const& param : params) {
    NameId const name = std::visit([](auto const& node) { return node.name; }, param.node);
    if (!seen.insert(name).second) fail(param.span, fmt::format("duplicate type parameter '{}'", name.text()));
    bind(name, param.span);
    visit_bounds(param, name);
  }
}

void ScopeBuilder::visit_bounds(TypeParam const& param, NameId name) {
  auto const visit_default = [&](ExprId value, char const* construct) {
    if (value) visit_lazy(value, name, construct);
  };
  std::visit(Overloaded{
                 [&](TypeVar const& node) {
                   if (node.bound)
                     visit_lazy(node.bound, name,
                                ast_.is<Tuple>(node.bound) ? "a TypeVar constraint" : "a TypeVar bound");
                   visit_default(node.default_value, "a TypeVar default");
                 },
                 [&](ParamSpec const& node) { visit_default(node.default_value, "a ParamSpec default"); },
                 [&](TypeVarTuple const& node) { visit_default(node.default_value, "a TypeVarTuple default"); },
             },
             param.node);
}

void ScopeBuilder::visit_lazy(ExprId id, NameId name, char const* construct) {
  ScopeId const outer = current_;
  model_.lazy_scopes[id] = open(ScopeKind::Lazy, name);
  scope().construct = construct;
  visit(id);
  close(outer);
}

void ScopeBuilder::visit_import(Array<Alias> names, Span where) {
  for (Alias const& alias : names) {
    std::string_view const dotted = alias.name.text();
    if (dotted == "dataclasses") dataclass_names_.insert(alias.asname ? alias.asname : alias.name);
    if (alias.asname)
      bind(alias.asname, where, BindingForm::Import);
    else
      bind_package(NameId::of(dotted.substr(0, dotted.find('.'))), where);
  }
}

void ScopeBuilder::visit_import_from(StmtId id, ImportFrom const& node) {
  bool const is_future = node.level == 0 && node.module == NameId::of("__future__");
  for (Alias const& alias : node.names) {
    if (is_future && alias.name == NameId::of("annotations")) model_.postpones_annotations = true;
    if (alias.name == NameId::of("*")) {
      if (scope().kind != ScopeKind::Module) return fail(alias.span, "import * only allowed at module level");
      bind_star_names(id);
      continue;
    }
    NameId const bound = alias.asname ? alias.asname : alias.name;
    bind(bound, ast_.span(id), BindingForm::Import);
    if (node.level == 0 && node.module == NameId::of("dataclasses") && alias.name == NameId::of("dataclass"))
      dataclass_names_.insert(bound);
  }
}

void ScopeBuilder::bind_star_names(StmtId id) {
  auto const found = model_.imports.star_names.find(id);
  if (found == model_.imports.star_names.end()) return;
  for (NameId const name : found->second) bind(name, ast_.span(id));
}

// `name: annotation` makes the name the scope's own even without a value. A function doesn't evaluate the annotation of a
// plain name.
void ScopeBuilder::visit_ann_assign(StmtId id, AnnAssign const& node) {
  auto const* name = ast_.get_if<Name>(node.target);
  bool const is_in_function = scope().kind == ScopeKind::Function;
  if (name != nullptr && node.simple) {
    Symbol const& found = symbol(current_, name->id);
    bool const is_declared = (found.is_global && scope().kind != ScopeKind::Module) || found.is_nonlocal;
    if (is_declared)
      return fail(ast_.span(id), fmt::format("annotated name '{}' can't be {}", name->id.text(),
                                             found.is_global ? "global" : "nonlocal"));
    bind(name->id, ast_.span(node.target));
    symbol(current_, name->id).is_annotated = true;
  } else if (!name || node.value) {
    // `(name): annotation` binds nothing.
    visit(node.target);
  }
  if (!(is_in_function && node.simple)) visit_annotation(node.annotation);
  if (node.value) visit(node.value);
}

template <class Node>
void ScopeBuilder::visit_try(Node const& node) {
  visit_block(node.body);
  visit_block(node.orelse);
  for (ExceptHandler const& handler : node.handlers) visit_handler(handler);
  visit_block(node.finalbody);
}

void ScopeBuilder::visit_handler(ExceptHandler const& handler) {
  ++nesting_;
  if (handler.type) visit(handler.type);
  if (handler.name) {
    bind(handler.name, handler.span);
    deletions_.emplace_back(current_, handler.name);
  }
  visit_body(handler.body);
  --nesting_;
}

}  // namespace aiocc::semantics
