// Stores and deletions: assignments of all kinds, targets that unpack, `del`.
#include "build_ir/dataclasses.hpp"
#include "build_ir/function_builder.hpp"

#include "support/overloaded.hpp"

namespace aiocc::build_ir {

void FunctionBuilder::store(syntax::ExprId target, ir::InstId value_to_store) {
  syntax::visit(ast(), target,
                Overloaded{
                    [&](syntax::Name const& node) { store_name(node.id, value_to_store, place(target)); },
                    [&](syntax::Attribute const& node) {
                      ir::InstId const object = value(node.value);
                      Place const where = attribute_place(ast(), module_.file, target, target);
                      add(where, ir::SetAttr{object, model().mangle(scope_, node.attr), value_to_store});
                    },
                    [&](syntax::Subscript const& node) {
                      ir::InstId const object = value(node.value);
                      ir::InstId const key = value(node.slice);
                      add(place(target), ir::SetItem{object, key, value_to_store});
                    },
                    [&](syntax::Tuple const& node) { store_unpacked(node.elts, value_to_store, place(target)); },
                    [&](syntax::List const& node) { store_unpacked(node.elts, value_to_store, place(target)); },
                    [&](syntax::Starred const& node) { store(node.value, value_to_store); },
                    [&](auto const&) { unsupported(ast().span(target), "this assignment target"); },
                });
}

void FunctionBuilder::store_unpacked(Array<syntax::ExprId> targets, ir::InstId value, Place place) {
  ir::Unpack inst{.value = value, .before = 0};
  for (syntax::ExprId target : targets) {
    if (ast().is<syntax::Starred>(target)) {
      inst.has_star = true;
    } else {
      ++(inst.has_star ? inst.after : inst.before);
    }
  }
  ir::InstId const unpacked = add(place, inst);
  std::uint32_t index = 0;
  for (syntax::ExprId target : targets) store(target, add(this->place(target), ir::UnpackItem{unpacked, index++}));
}

// `a, b = b, a`: the tuple needs not be made. False where that isn't what it is.
bool FunctionBuilder::store_pairwise(syntax::ExprId target, syntax::ExprId source) {
  auto const* targets = ast().get_if<syntax::Tuple>(target);
  auto const* sources = ast().get_if<syntax::Tuple>(source);
  if (!targets || !sources || targets->elts.size() != sources->elts.size()) return false;
  if (has_star(targets->elts) || has_star(sources->elts)) return false;
  std::vector<ir::InstId> const evaluated = values(sources->elts);
  for (std::size_t at = 0; at < evaluated.size(); ++at) store(targets->elts[at], evaluated[at]);
  return true;
}

void FunctionBuilder::build(syntax::Assign const& node, syntax::StmtId) {
  if (node.targets.size() == 1 && store_pairwise(node.targets[0], node.value)) return;
  ir::InstId const result = value(node.value);
  for (syntax::ExprId target : node.targets) store(target, result);
}

void FunctionBuilder::build(syntax::AnnAssign const& node, syntax::StmtId id) {
  if (OwnField const* const field = dataclass_ ? dataclass_->find(id) : nullptr) return build_field(*field, node, id);
  if (node.value) {
    store(node.target, value(node.value));
  } else if (auto const* attribute = ast().get_if<syntax::Attribute>(node.target)) {
    value(attribute->value);
  } else if (auto const* subscript = ast().get_if<syntax::Subscript>(node.target)) {
    value(subscript->value);
    value(subscript->slice);
  }
  bool const in_function = function_.kind != ir::FunctionKind::Module && function_.kind != ir::FunctionKind::ClassBody;
  if (!in_function) store_class_annotation(node, place(id));
}

void FunctionBuilder::build(syntax::AugAssign const& node, syntax::StmtId id) {
  AugTarget const parts = load_aug_target(node.target);
  ir::InstId const right = value(node.value);
  store_aug_target(node.target, parts, add(place(id), ir::InPlace{node.op, parts.value, right}));
}

FunctionBuilder::AugTarget FunctionBuilder::load_aug_target(syntax::ExprId target) {
  AugTarget parts;
  if (auto const* name = ast().get_if<syntax::Name>(target)) {
    parts.value = load_name(name->id, place(target), model().unbound_loads[target] != 0);
  } else if (auto const* attribute = ast().get_if<syntax::Attribute>(target)) {
    parts.object = value(attribute->value);
    Place const where = attribute_place(ast(), module_.file, target, target);
    parts.value = add(where, ir::GetAttr{parts.object, model().mangle(scope_, attribute->attr)});
  } else {
    auto const& subscript = ast().get<syntax::Subscript>(target);
    parts.object = value(subscript.value);
    parts.key = value(subscript.slice);
    parts.value = add(place(target), ir::GetItem{parts.object, parts.key});
  }
  return parts;
}

void FunctionBuilder::store_aug_target(syntax::ExprId target, AugTarget const& parts, ir::InstId result) {
  if (auto const* name = ast().get_if<syntax::Name>(target)) return store_name(name->id, result, place(target));
  if (auto const* attribute = ast().get_if<syntax::Attribute>(target)) {
    Place const where = attribute_place(ast(), module_.file, target, target);
    add(where, ir::SetAttr{parts.object, model().mangle(scope_, attribute->attr), result});
  } else {
    add(place(target), ir::SetItem{parts.object, parts.key, result});
  }
}

void FunctionBuilder::build(syntax::Delete const& node, syntax::StmtId) {
  for (syntax::ExprId target : node.targets) delete_target(target);
}

void FunctionBuilder::delete_target(syntax::ExprId target) {
  auto const delete_each = [&](Array<syntax::ExprId> targets) {
    for (syntax::ExprId each : targets) delete_target(each);
  };
  syntax::visit(ast(), target,
                Overloaded{
                    [&](syntax::Name const& node) { delete_name(node.id, place(target), /*quiet=*/false); },
                    [&](syntax::Attribute const& node) {
                      ir::InstId const object = value(node.value);
                      Place const where = attribute_place(ast(), module_.file, target, target);
                      add(where, ir::DeleteAttr{object, model().mangle(scope_, node.attr)});
                    },
                    [&](syntax::Subscript const& node) {
                      ir::InstId const object = value(node.value);
                      ir::InstId const key = value(node.slice);
                      add(place(target), ir::DeleteItem{object, key});
                    },
                    [&](syntax::Tuple const& node) { delete_each(node.elts); },
                    [&](syntax::List const& node) { delete_each(node.elts); },
                    [&](auto const&) { unsupported(ast().span(target), "this `del` target"); },
                });
}

}  // namespace aiocc::build_ir
