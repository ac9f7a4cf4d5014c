// Calls: of values, of methods, and with arguments that a star unpacks.
#include "build_ir/function_builder.hpp"

namespace aiocc::build_ir {
namespace {

bool has_double_star(syntax::Call const& node) {
  for (syntax::Keyword const& keyword : node.keywords) {
    if (!keyword.arg) return true;
  }
  return false;
}

}  // namespace

ir::InstId FunctionBuilder::build(syntax::Call const& node, syntax::ExprId id) {
  if (has_star(node.args) || has_double_star(node)) return build_unpacked_call(node, id);
  if (is_zero_argument_super(node)) return build_super(id, place(id));
  if (auto const names = build_namespace_call(node, id)) return *names;
  if (auto const folded = build_folded_call(node, id)) return *folded;
  if (auto const imported = build_import_call(node, id)) return *imported;
  std::vector<ir::InstId> args;
  std::vector<NameId> keywords;
  if (auto const* attribute = ast().get_if<syntax::Attribute>(node.func);
      attribute && missing_member(*attribute).empty()) {
    ir::InstId const object = attribute_owner(*attribute, node.func);
    import_member(*attribute, object, place(node.func));
    Place const lookup = attribute_place(ast(), module_.file, node.func, node.func);
    ir::InstId const method = add(lookup, ir::GetMethod{object, model().mangle(scope_, attribute->attr)});
    build_arguments(node, args, keywords);
    Place const whole = attribute_place(ast(), module_.file, node.func, id);
    return add(whole, ir::CallMethod{method, std::move(args), std::move(keywords)});
  }
  ir::InstId const callee = value(node.func);
  build_arguments(node, args, keywords);
  return add(place(id), ir::Call{callee, std::move(args), std::move(keywords)});
}

void FunctionBuilder::build_arguments(syntax::Call const& node, std::vector<ir::InstId>& args,
                                      std::vector<NameId>& keywords) {
  args = values(node.args);
  for (syntax::Keyword const& keyword : node.keywords) {
    args.push_back(value(keyword.value));
    keywords.push_back(model().mangle(scope_, keyword.arg));
  }
}

// A single `*args` goes to the callee as it is; with others it becomes part of a list.
ir::InstId FunctionBuilder::build_unpacked_call(syntax::Call const& node, syntax::ExprId id) {
  ir::InstId const callee = value(node.func);
  auto const* single = node.args.size() == 1 ? ast().get_if<syntax::Starred>(node.args[0]) : nullptr;
  ir::InstId args;
  if (single) {
    args = value(single->value);
  } else if (has_star(node.args)) {
    args = list_with_stars(node.args, place(id));
  } else {
    std::vector<ir::InstId> plain = values(node.args);
    args = add(place(id), ir::MakeTuple{std::move(plain)});
  }
  ir::InstId const keywords = node.keywords.empty() ? ir::InstId{} : call_keywords(node, callee, place(id));
  return add(place(id), ir::CallUnpacked{callee, args, keywords});
}

ir::InstId FunctionBuilder::call_keywords(syntax::Call const& node, ir::InstId callee, Place place) {
  ir::InstId const dict = add(place, ir::MakeDict{});
  for (std::size_t at = 0; at < node.keywords.size();) {
    if (!node.keywords[at].arg) {
      add(place, ir::DictMerge{.dict = dict, .other = value(node.keywords[at++].value), .callee = callee});
      continue;
    }
    ir::MakeDict chunk;
    for (; at < node.keywords.size() && node.keywords[at].arg; ++at) {
      std::string key(model().mangle(scope_, node.keywords[at].arg).text());
      chunk.keys.push_back(add(place, ir::Constant{.kind = ir::ConstantKind::Str, .text = std::move(key)}));
      chunk.values.push_back(value(node.keywords[at].value));
    }
    add(place, ir::DictMerge{.dict = dict, .other = add(place, std::move(chunk)), .callee = callee});
  }
  return dict;
}

// What an attribute is looked up in. CPython makes one instruction of `super()` or `super(type, object)` and an attribute of it, so
// whatever fails there fails at the attribute's place.
ir::InstId FunctionBuilder::attribute_owner(syntax::Attribute const& attribute, syntax::ExprId id) {
  auto const* call = ast().get_if<syntax::Call>(attribute.value);
  if (!call || !is_builtin_super(*call) || attribute.attr.text() == "__class__") return value(attribute.value);
  if (is_zero_argument_super(*call)) return build_super(attribute.value, place(id));
  if (call->args.size() != 2 || has_star(call->args)) return value(attribute.value);
  ir::InstId const callee = value(call->func);
  return add(place(id), ir::Call{callee, values(call->args), {}});
}

bool FunctionBuilder::is_builtin_super(syntax::Call const& node) const {
  auto const* name = ast().get_if<syntax::Name>(node.func);
  return name && name->id.text() == "super" && node.keywords.empty() &&
         model().resolve(scope_, name->id).kind == semantics::NameKind::Builtin;
}

bool FunctionBuilder::is_zero_argument_super(syntax::Call const& node) const {
  bool const has_self =
      !function_.parameters.empty() && function_.parameters.front().kind <= ir::ParameterKind::Positional;
  return has_self && is_builtin_super(node) && node.args.empty() &&
         model().resolve(scope_, NameId::of("__class__")).kind == semantics::NameKind::Free;
}

// `super()` is `super(__class__, self)`. Elsewhere than in a method the plain call raises RuntimeError, as CPython does.
// What fails once its operands are there fails at `whole`.
ir::InstId FunctionBuilder::build_super(syntax::ExprId id, Place whole) {
  ir::InstId const callee = add(place(id), ir::LoadBuiltin{NameId::of("super")});
  ir::InstId const owner = load_name(NameId::of("__class__"), place(id), true);
  ir::LocalId const self = function_.parameters.front().local;
  ir::InstId const object = add(place(id), ir::LoadLocal{self, function_.locals[self].may_be_unbound});
  return add(whole, ir::Call{callee, {owner, object}, {}});
}

}  // namespace aiocc::build_ir
