// Annotations: evaluated where CPython evaluates them, unless that can neither fail nor do anything and nothing reads their values.
#include "bindings/bindings.hpp"
#include "build_ir/function_builder.hpp"
#include "syntax/unparse.hpp"

namespace aiocc::build_ir {
namespace {

bool is_generic_builtin(std::string_view name) {
  return name == "list" || name == "dict" || name == "set" || name == "tuple" || name == "frozenset" || name == "type";
}

// A member of a supported module, by its dotted name.
bool is_known_member(std::string_view dotted) {
  std::size_t const dot = dotted.rfind('.');
  if (dot == std::string_view::npos) return false;
  bindings::Module const* module = bindings::find_module(dotted.substr(0, dot));
  return module && module->has(dotted.substr(dot + 1));
}

bool is_typing_name(std::string_view dotted) {
  return dotted.starts_with("typing.") || dotted.starts_with("collections.abc.");
}

}  // namespace

void FunctionBuilder::evaluate_annotation(syntax::ExprId annotation) {
  if (annotation && !model().postpones_annotations && !is_harmless_annotation(annotation)) annotation_value(annotation);
}

// Of a name in a class or a module; those of other targets are only evaluated.
void FunctionBuilder::store_class_annotation(syntax::AnnAssign const& node, Place place) {
  bool const is_class = function_.kind == ir::FunctionKind::ClassBody && module_.observations.class_annotations;
  bool const is_module = function_.kind == ir::FunctionKind::Module && module_.keeps_own_annotations();
  bool const is_kept = node.simple && (is_class || is_module);
  if (!is_kept) return evaluate_annotation(node.annotation);
  NameId const name = model().mangle(scope_, ast().get<syntax::Name>(node.target).id);
  bool const around = std::exchange(in_annotation_, dataclass_ != nullptr);
  ir::InstId const annotation = annotation_value(node.annotation);
  add(place, ir::StoreAnnotation{name, annotation});
  in_annotation_ = around;
}

// In CPython's order: positional, positional-only, `*args`, keyword-only, `**kwargs`, the result.
void FunctionBuilder::evaluate_annotations(syntax::Arguments const& arguments, syntax::ExprId returns,
                                           Annotations& made) {
  auto const keep = [&](syntax::Arg const& arg) { keep_annotation(arg.arg, arg.annotation, made); };
  for (syntax::Arg const& arg : arguments.args) keep(arg);
  for (syntax::Arg const& arg : arguments.posonlyargs) keep(arg);
  if (arguments.vararg) keep(*arguments.vararg);
  for (syntax::Arg const& arg : arguments.kwonlyargs) keep(arg);
  if (arguments.kwarg) keep(*arguments.kwarg);
  keep_annotation(NameId::of("return"), returns, made);
}

void FunctionBuilder::keep_annotation(NameId name, syntax::ExprId annotation, Annotations& made) {
  if (!annotation) return;
  if (!module_.keeps_annotations()) return evaluate_annotation(annotation);
  made.names.push_back(model().mangle(scope_, name));
  made.values.push_back(annotation_value(annotation));
}

// Under `from __future__ import annotations` it's the text.
ir::InstId FunctionBuilder::annotation_value(syntax::ExprId annotation) {
  Place const where = place(annotation);
  if (model().postpones_annotations) {
    return add(where,
               ir::Constant{.kind = ir::ConstantKind::Str, .text = syntax::unparse(ast(), module_.file, annotation)});
  }
  auto const* starred = ast().get_if<syntax::Starred>(annotation);
  if (!starred) return value(annotation);
  ir::InstId const unpacked = add(where, ir::Unpack{.value = value(starred->value), .before = 1});
  return add(where, ir::UnpackItem{unpacked, 0});
}

void FunctionBuilder::store_annotations(ir::InstId function, Annotations const& annotations, Place place) {
  if (annotations.names.empty()) return;
  ir::MakeDict dict;
  for (NameId name : annotations.names) {
    dict.keys.push_back(add(place, ir::Constant{.kind = ir::ConstantKind::Str, .text = std::string(name.text())}));
  }
  dict.values = annotations.values;
  add(place, ir::SetAttr{function, NameId::of("__annotations__"), add(place, std::move(dict))});
}

bool FunctionBuilder::is_harmless_annotation(syntax::ExprId annotation) const {
  if (ast().is<syntax::Constant>(annotation)) return true;
  if (ast().is<syntax::Name>(annotation) || ast().is<syntax::Attribute>(annotation))
    return annotation_class(annotation) != AnnotationClass::Unknown;
  if (auto const* list = ast().get_if<syntax::List>(annotation)) return are_harmless(list->elts);
  if (auto const* tuple = ast().get_if<syntax::Tuple>(annotation)) return are_harmless(tuple->elts);
  if (auto const* subscript = ast().get_if<syntax::Subscript>(annotation)) {
    return annotation_class(subscript->value) == AnnotationClass::Generic && is_harmless_annotation(subscript->slice);
  }
  if (auto const* either = ast().get_if<syntax::BinOp>(annotation)) return is_harmless_union(*either);
  return false;
}

bool FunctionBuilder::are_harmless(Array<syntax::ExprId> annotations) const {
  for (syntax::ExprId each : annotations) {
    if (!is_harmless_annotation(each)) return false;
  }
  return true;
}

// `A | B` of types; `"A" | None` and `None | None` are errors at run time.
bool FunctionBuilder::is_harmless_union(syntax::BinOp const& node) const {
  auto const is_none = [&](syntax::ExprId expr) {
    auto const* constant = ast().get_if<syntax::Constant>(expr);
    return constant && std::holds_alternative<syntax::NoneValue>(constant->value);
  };
  auto const is_type = [&](syntax::ExprId expr) {
    return !ast().is<syntax::Constant>(expr) && is_harmless_annotation(expr);
  };
  if (node.op != syntax::Operator::BitOr) return false;
  return (is_type(node.left) && (is_type(node.right) || is_none(node.right))) ||
         (is_none(node.left) && is_type(node.right));
}

// What a name (or an attribute of a module) in an annotation stands for.
FunctionBuilder::AnnotationClass FunctionBuilder::annotation_class(syntax::ExprId expr) const {
  if (auto const* attribute = ast().get_if<syntax::Attribute>(expr)) {
    auto const* base = ast().get_if<syntax::Name>(attribute->value);
    std::string_view const module = base ? module_.imported(stable_global(base->id)) : std::string_view{};
    if (module.empty() || model().unbound_loads[attribute->value]) return AnnotationClass::Unknown;
    std::string const dotted = std::string(module) + "." + std::string(attribute->attr.text());
    return is_known_member(dotted) ? AnnotationClass::Generic : AnnotationClass::Unknown;
  }
  auto const* name = ast().get_if<syntax::Name>(expr);
  if (!name) return AnnotationClass::Unknown;
  semantics::Resolution const found = model().resolve(scope_, name->id);
  if (found.kind == semantics::NameKind::Builtin) {
    return is_generic_builtin(name->id.text()) ? AnnotationClass::Generic : AnnotationClass::Plain;
  }
  bool const is_type_param =
      found.kind == semantics::NameKind::Local &&
      model().scopes[model().variables[found.variable].scope].kind == semantics::ScopeKind::TypeParameters;
  if (is_type_param) return AnnotationClass::Plain;
  if (found.kind != semantics::NameKind::Global || model().unbound_loads[expr] != 0) return AnnotationClass::Unknown;
  ir::GlobalId const global = stable_global(name->id);
  if (!global) return AnnotationClass::Unknown;
  return is_typing_name(module_.imported(global)) ? AnnotationClass::Generic : AnnotationClass::Plain;
}

}  // namespace aiocc::build_ir
