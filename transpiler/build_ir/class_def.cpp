// `class` statements: the body as a function, the base, and the fields that the methods store through their first parameter.
#include <algorithm>

#include "bindings/bindings.hpp"
#include "bindings/exception_fields.hpp"
#include "build_ir/dataclasses.hpp"
#include "build_ir/docstrings.hpp"
#include "build_ir/function_builder.hpp"
#include "build_ir/slots.hpp"
#include "syntax/walk.hpp"

namespace aiocc::build_ir {
namespace {

// The first positional parameter's name; unset where there is none, or where the function is no plain method.
template <class Node>
NameId self_name(Node const& node) {
  if (!node.decorator_list.empty()) return {};
  if (!node.args->posonlyargs.empty()) return node.args->posonlyargs[0].arg;
  return node.args->args.empty() ? NameId{} : node.args->args[0].arg;
}

// What the built-in base has a place for, unless a class of the program's stands before it.
bool is_kept_by_base(ir::Module const& program, ir::Class const& made, NameId name) {
  NameId const native = made.base ? ir::native_base(program, made.base) : made.native_base;
  bindings::Class const* const base = native ? bindings::find_class(native.text()) : nullptr;
  if (!base || !bindings::keeps_in_layout(*base, name.text())) return false;
  return std::ranges::none_of(made.mro, [&](ir::ClassId each) {
    auto const& names = program.classes[each].names;
    return std::ranges::find(names, name) != names.end();
  });
}

}  // namespace

void FunctionBuilder::build(syntax::ClassDef const& node, syntax::StmtId id) {
  std::vector<ir::InstId> const decorators = values(node.decorator_list);
  semantics::ScopeId const around = scope_;
  ir::InstId const type_params = enter_type_params(id, node.type_params);
  ir::MakeClass inst;
  inst.class_id = module_.module.classes.add({});
  if (has_star(node.bases)) {
    inst.base_list = list_with_stars(node.bases, place(id));
  } else {
    inst.bases = values(node.bases);
  }
  if (type_params) {
    ir::InstId const generic = generic_base(type_params, place(id));
    if (inst.base_list) {
      add(place(id), ir::ListAppend{inst.base_list, generic});
    } else {
      inst.bases.push_back(generic);
    }
  }
  build_class_keywords(node, place(id), inst);
  std::optional<DataclassPlan> plan;
  build_class_body(node, id, inst.class_id, plan);
  ir::ClassId const class_id = inst.class_id;
  ir::InstId const made = add(place(id), std::move(inst));
  if (type_params) add(place(id), ir::SetAttr{made, NameId::of("__type_params__"), type_params});
  scope_ = around;
  ir::InstId const decorated = plan
                                   ? make_dataclass(*plan, class_id, decorators[0], made, place(node.decorator_list[0]))
                                   : decorate(node.decorator_list, decorators, made);
  store_name(node.name, decorated, place(id));
  ir::GlobalId const global = stable_global(node.name);
  if (global && (decorators.empty() || plan) && function_.kind == ir::FunctionKind::Module)
    module_.module.globals[global].class_id = class_id;
}

void FunctionBuilder::build_class_keywords(syntax::ClassDef const& node, Place place, ir::MakeClass& inst) {
  bool const has_double_star =
      std::ranges::any_of(node.keywords, [](syntax::Keyword const& keyword) { return !keyword.arg; });
  if (has_double_star) inst.keyword_dict = add(place, ir::MakeDict{});
  for (syntax::Keyword const& keyword : node.keywords) {
    ir::InstId const argument = value(keyword.value);
    if (!has_double_star) {
      inst.keyword_values.push_back(argument);
      inst.keywords.push_back(keyword.arg);
    } else if (keyword.arg) {
      std::string key(keyword.arg.text());
      ir::InstId const name = add(place, ir::Constant{.kind = ir::ConstantKind::Str, .text = std::move(key)});
      add(place, ir::SetItem{inst.keyword_dict, name, argument});
    } else {
      add(place, ir::DictMerge{.dict = inst.keyword_dict, .other = argument, .callee = {}});
    }
  }
}

void FunctionBuilder::build_class_body(syntax::ClassDef const& node, syntax::StmtId id, ir::ClassId class_id,
                                       std::optional<DataclassPlan>& plan) {
  semantics::ScopeId const inner = model().stmt_scopes[id];
  ir::Class& made = module_.module.classes[class_id];
  made.module = module_.id;
  made.name = node.name;
  made.qualified_name = model().scopes[inner].qualified_name;
  made.span = ast().span(id);
  made.name_span = find_name_span(module_.file, made.span, "class", node.name);
  made.parent = id_;
  if (auto const* docstring = docstring_of(ast(), node.body)) made.docstring = clean_docstring(docstring->text);
  made.has_plain_namespace = node.keywords.empty();
  find_bases(node, class_id);
  for (semantics::VariableId variable : model().scopes[inner].variables)
    made.names.push_back(model().variables[variable].name);
  if (stable_global(node.name) && function_.kind == ir::FunctionKind::Module)
    plan = plan_dataclass(module_, node, made, inner);
  if (plan) made.dataclass = plan->facts;
  find_fields(node, made, inner);
  // An attribute that has no slot: the class is the decorator's business.
  if (plan && plan->facts.has_slots && !made.fields_are_slots) {
    plan.reset();
    made.dataclass.reset();
  }
  made.match_args = plan ? match_args_of(plan->facts) : std::nullopt;
  if (!made.match_args) made.match_args = told_match_args(ast(), node);
  find_stored_attributes(node, made);
  made.has_annotations = has_own_annotations(node.body);

  FunctionBuilder body(module_, this, inner, ir::FunctionKind::ClassBody);
  body.function_.span = made.span;
  body.function_.name_span = made.name_span;
  body.function_.class_id = class_id;
  body.class_id_ = class_id;
  if (plan) body.dataclass_ = &*plan;
  made.body = body.id();
  for (semantics::VariableId variable : model().scopes[inner].variables) {
    bool const is_cell =
        model().scopes[inner].needs_class_cell && model().variables[variable].name.text() == "__class__";
    if (is_cell) made.class_cell = body.local_of(variable);
  }
  body.build_body(node.body);
}

namespace {

// Functions and classes have annotations of their own.
bool has_annotations(syntax::Ast const& ast, syntax::StmtId stmt) {
  auto const* annotated = ast.get_if<syntax::AnnAssign>(stmt);
  if (annotated) return annotated->simple;
  bool const is_scope =
      ast.is<syntax::FunctionDef>(stmt) || ast.is<syntax::AsyncFunctionDef>(stmt) || ast.is<syntax::ClassDef>(stmt);
  bool found = false;
  if (is_scope) return found;
  syntax::for_each_child(ast, stmt, [&](auto id) {
    if constexpr (std::same_as<decltype(id), syntax::StmtId>) found = found || has_annotations(ast, id);
  });
  return found;
}

}  // namespace

bool FunctionBuilder::has_own_annotations(Array<syntax::StmtId> body) const {
  return std::ranges::any_of(body, [&](syntax::StmtId stmt) { return has_annotations(ast(), stmt); });
}

// What CPython lists: stores through a name `self`, in functions of the class and those nested in them.
void FunctionBuilder::find_stored_attributes(syntax::ClassDef const& node, ir::Class& made) const {
  auto const note = [&](syntax::Attribute const& attribute) {
    auto const* receiver = ast().get_if<syntax::Name>(attribute.value);
    bool const is_stored = receiver && attribute.ctx == syntax::ExprContext::Store && receiver->id.text() == "self";
    bool const is_new = std::ranges::find(made.stored_attributes, attribute.attr) == made.stored_attributes.end();
    if (is_stored && is_new) made.stored_attributes.push_back(attribute.attr);
  };
  for (syntax::StmtId stmt : node.body) {
    if (!ast().is<syntax::FunctionDef>(stmt) && !ast().is<syntax::AsyncFunctionDef>(stmt)) continue;
    syntax::for_each_descendant(ast(), stmt, [&](auto id) {
      if constexpr (std::same_as<decltype(id), syntax::ExprId>) {
        if (auto const* attribute = ast().get_if<syntax::Attribute>(id)) note(*attribute);
      }
    });
  }
}

// What its `__slots__` names, or will name when it's decorated; nothing where it has none, or the text doesn't tell.
std::optional<std::vector<NameId>> FunctionBuilder::slots_of(syntax::ClassDef const& node, ir::Class const& made,
                                                             semantics::ScopeId class_scope) const {
  std::optional<std::vector<NameId>> names;
  if (!made.dataclass) {
    names = told_slots(ast(), node);
    if (names)
      std::ranges::transform(*names, names->begin(), [&](NameId name) { return model().mangle(class_scope, name); });
  } else if (made.dataclass->has_slots) {
    names.emplace();
    for (ir::DataclassField const& field : made.dataclass->fields) {
      if (std::ranges::find(made.fields, field.name, &ir::ClassField::name) == made.fields.end())
        names->push_back(field.name);
    }
  }
  return names;
}

// The layout is a hint, so no care is taken of rebound parameters and the like.
void FunctionBuilder::find_fields(syntax::ClassDef const& node, ir::Class& made, semantics::ScopeId class_scope) {
  if (made.base) made.fields = module_.module.classes[made.base].fields;
  std::optional<std::vector<NameId>> const slots = slots_of(node, made, class_scope);
  if (module_.observations.instance_dicts && !slots) return;
  // What its other bases' methods store is laid out anew.
  for (ir::ClassId const each : std::span(made.mro).subspan(1)) {
    for (ir::ClassField const& field : module_.module.classes[each].fields) add_field(made, field.name);
  }
  std::size_t const inherited = made.fields.size();
  if (made.dataclass) {
    for (ir::DataclassField const& field : made.dataclass->fields) add_field(made, field.name);
  }
  if (slots) {
    for (NameId name : *slots) add_field(made, name);
  }
  find_stored_fields(node, made, class_scope);
  made.fields_are_slots = slots && made.fields.size() - inherited == slots->size();
}

void FunctionBuilder::find_stored_fields(syntax::ClassDef const& node, ir::Class& made,
                                         semantics::ScopeId class_scope) {
  for (syntax::StmtId stmt : node.body) {
    NameId self;
    if (auto const* def = ast().get_if<syntax::FunctionDef>(stmt)) self = self_name(*def);
    if (auto const* def = ast().get_if<syntax::AsyncFunctionDef>(stmt)) self = self_name(*def);
    if (!self) continue;
    syntax::for_each_descendant(ast(), stmt, [&](auto id) {
      if constexpr (std::same_as<decltype(id), syntax::ExprId>) {
        auto const* attribute = ast().template get_if<syntax::Attribute>(id);
        if (!attribute || attribute->ctx != syntax::ExprContext::Store) return;
        auto const* receiver = ast().template get_if<syntax::Name>(attribute->value);
        if (receiver && receiver->id == self) add_field(made, model().mangle(class_scope, attribute->attr));
      }
    });
  }
}

void FunctionBuilder::add_field(ir::Class& made, NameId name) {
  for (ir::ClassField const& field : made.fields) {
    if (field.name == name) return;
  }
  if (is_kept_by_base(module_.module, made, name)) return;
  made.fields.push_back({name, object_type()});
}

}  // namespace aiocc::build_ir
