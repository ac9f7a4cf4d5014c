// Displays: lists, tuples, sets, dicts and f-strings.
#include "build_ir/function_builder.hpp"

namespace aiocc::build_ir {

bool FunctionBuilder::has_star(Array<syntax::ExprId> exprs) const {
  for (syntax::ExprId expr : exprs) {
    if (ast().is<syntax::Starred>(expr)) return true;
  }
  return false;
}

// What stands before the first star goes into the display, the rest is added one by one.
ir::InstId FunctionBuilder::list_with_stars(Array<syntax::ExprId> elements, Place place) {
  std::size_t at = 0;
  std::vector<ir::InstId> first;
  for (; at < elements.size() && !ast().is<syntax::Starred>(elements[at]); ++at) first.push_back(value(elements[at]));
  ir::InstId const list = add(place, ir::MakeList{std::move(first)});
  for (; at < elements.size(); ++at) {
    if (auto const* starred = ast().get_if<syntax::Starred>(elements[at])) {
      add(place, ir::ListExtend{list, value(starred->value)});
    } else {
      add(place, ir::ListAppend{list, value(elements[at])});
    }
  }
  return list;
}

ir::InstId FunctionBuilder::build(syntax::List const& node, syntax::ExprId id) {
  return list_with_stars(node.elts, place(id));
}

ir::InstId FunctionBuilder::build(syntax::Tuple const& node, syntax::ExprId id) {
  if (has_star(node.elts)) return add(place(id), ir::ListToTuple{list_with_stars(node.elts, place(id))});
  std::vector<ir::InstId> elements = values(node.elts);
  return add(place(id), ir::MakeTuple{std::move(elements)});
}

ir::InstId FunctionBuilder::build(syntax::Set const& node, syntax::ExprId id) {
  std::size_t at = 0;
  std::vector<ir::InstId> first;
  for (; at < node.elts.size() && !ast().is<syntax::Starred>(node.elts[at]); ++at)
    first.push_back(value(node.elts[at]));
  ir::InstId const set = add(place(id), ir::MakeSet{std::move(first)});
  for (; at < node.elts.size(); ++at) {
    if (auto const* starred = ast().get_if<syntax::Starred>(node.elts[at])) {
      add(place(id), ir::SetUpdate{set, value(starred->value)});
    } else {
      add(place(id), ir::SetAdd{set, value(node.elts[at])});
    }
  }
  return set;
}

// The pairs from `at` up to the next `**`.
ir::InstId FunctionBuilder::dict_chunk(syntax::Dict const& node, std::size_t& at, Place place) {
  ir::MakeDict inst;
  for (; at < node.keys.size() && node.keys[at]; ++at) {
    inst.keys.push_back(value(node.keys[at]));
    inst.values.push_back(value(node.values[at]));
  }
  return add(place, std::move(inst));
}

ir::InstId FunctionBuilder::build(syntax::Dict const& node, syntax::ExprId id) {
  std::size_t at = 0;
  ir::InstId const dict = dict_chunk(node, at, place(id));
  while (at < node.keys.size()) {
    bool const is_merge = !node.keys[at];
    ir::InstId const other = is_merge ? value(node.values[at++]) : dict_chunk(node, at, place(id));
    add(place(id), ir::DictMerge{.dict = dict, .other = other, .callee = {}});
  }
  return dict;
}

ir::InstId FunctionBuilder::build(syntax::FormattedValue const& node, syntax::ExprId id) {
  ir::FormatValue inst{.value = value(node.value), .conversion = ir::Conversion::None, .spec = {}};
  if (node.conversion == 's') inst.conversion = ir::Conversion::Str;
  if (node.conversion == 'r') inst.conversion = ir::Conversion::Repr;
  if (node.conversion == 'a') inst.conversion = ir::Conversion::Ascii;
  if (node.format_spec) inst.spec = value(node.format_spec);
  return add(place(id), inst);
}

ir::InstId FunctionBuilder::build(syntax::JoinedStr const& node, syntax::ExprId id) {
  std::vector<ir::InstId> parts = values(node.values);
  return add(place(id), ir::JoinStr{std::move(parts)});
}

}  // namespace aiocc::build_ir
