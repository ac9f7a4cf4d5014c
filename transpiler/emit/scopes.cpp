// Where variables are declared and temporaries die. Python's variables live until the function ends; where nobody can observe
// their end, C++ declares them at their first store.
#include <algorithm>
#include <functional>

#include "emit/function_emitter.hpp"

namespace aiocc::emit {

namespace {

// Stands before a declaration until it's known whether its statement gets braces.
constexpr char declaration_mark = '\x01';

}  // namespace

// Whether the end of a value's life may run Python code, or be seen by it.
bool FunctionEmitter::is_observable(ir::TypeId id) const {
  ir::Type const& type = context_.module.types[id];
  switch (type.kind) {
    case ir::TypeKind::None:
    case ir::TypeKind::Never:
    case ir::TypeKind::Bool:
    case ir::TypeKind::Int:
    case ir::TypeKind::Float:
    case ir::TypeKind::IntOrFloat:
    case ir::TypeKind::Str:
    case ir::TypeKind::Bytes:
    case ir::TypeKind::Range:
    case ir::TypeKind::Module: return false;
    case ir::TypeKind::List:
    case ir::TypeKind::Set:
    case ir::TypeKind::Tuple:
    case ir::TypeKind::TupleOf:
    case ir::TypeKind::Dict:
    case ir::TypeKind::Optional:
      return std::any_of(type.arguments.begin(), type.arguments.end(),
                         [&](ir::TypeId argument) { return is_observable(argument); });
    default: return !ir::is_complex(type);
  }
}

// A local is declared by its first store if that stands in the innermost block that holds all its uses, before all others.
void FunctionEmitter::find_declarations() {
  // The store that may declare a variable; unset once it can't be declared below the function's top.
  struct Found {
    ir::InstId store;
    // It stands in the block itself, not in one nested in it.
    bool direct = false;
  };
  using Uses = std::unordered_map<std::uint32_t, Found>;
  std::function<Uses(ir::BlockId)> const walk = [&](ir::BlockId block) {
    Uses all;
    auto const add = [&](std::uint32_t local, Found found) {
      auto const [position, first] = all.try_emplace(local, found);
      // A second instruction of this block uses it, so this is the block that holds all uses: its own first store decides.
      if (!first && !position->second.direct) position->second.store = {};
    };
    for (ir::InstId id : function_.blocks[block].insts) {
      ir::InstNode const& node = inst(id).node;
      if (auto const* store = std::get_if<ir::StoreLocal>(&node)) add(store->local.index, {id, true});
      if (auto const* load = std::get_if<ir::LoadLocal>(&node)) add(load->local.index, {});
      if (auto const* loads = std::get_if<ir::LoadLocals>(&node)) {
        for (ir::LocalId local : loads->locals) add(local.index, {});
      }
      if (auto const* deleted = std::get_if<ir::DeleteLocal>(&node); deleted && !deleted->ends)
        add(deleted->local.index, {});
      ir::for_each_local(node, [&](ir::LocalId local) { named_locals_.insert(local.index); });
      if (auto const* cell = std::get_if<ir::MakeCell>(&node)) add(cell->local.index, {});
      Uses nested;
      ir::for_each_block(node, [&](ir::BlockId inner) {
        for (auto const& [local, found] : walk(inner)) {
          auto const [position, first] = nested.try_emplace(local, Found{found.store, false});
          if (!first) position->second.store = {};
        }
      });
      for (auto const& [local, found] : nested) add(local, found);
    }
    return all;
  };
  std::set<std::uint32_t> parameters;
  for (ir::Parameter const& parameter : function_.parameters) parameters.insert(parameter.local.index);
  for (auto const& [index, found] : walk(function_.body)) {
    ir::Local const& local = function_.locals[ir::LocalId{index}];
    bool const movable = !local.captured && !local.free && !local.may_be_unbound && !parameters.contains(index);
    if (!movable || !found.store || is_observable(local.type)) continue;
    declaring_stores_.insert(found.store.index);
    declared_at_store_.insert(index);
  }
}

std::string FunctionEmitter::stored_variable(ir::InstId store, ir::LocalId local) {
  if (!declares_here(store)) return variable(local);
  std::string const& name = context_.names.local(id_, local);
  // Deeper inside, e.g. in a comprehension's loop, the variable ends with the braces around it anyway.
  if (statements_.empty() || statements_.back().block != current_block_)
    return fmt::format("{} {}", context_.types.value(function_.locals[local].type), name);
  statements_.back().declared.push_back(local);
  return fmt::format("{}{} {}", declaration_mark, context_.types.value(function_.locals[local].type), name);
}

// Where later statements use it too: outside of the braces that this one may get. Deeper inside of the statement nothing has any.
void FunctionEmitter::declare_before_statement(std::string const& declaration) {
  bool const is_deeper = statements_.empty() || statements_.back().block != current_block_;
  if (is_deeper) return out_.raw(declaration);
  std::string const text = out_.take_from(statements_.back().start);
  out_.raw(declaration);
  statements_.back().start = out_.size();
  out_.raw(text);
}

void FunctionEmitter::note_temporary(ir::TypeId type) {
  if (!statements_.empty() && is_observable(type)) statements_.back().has_observable_temporaries = true;
}

void FunctionEmitter::open_statement() {
  statements_.push_back({out_.size(), current_block_, false, {}, {}});
  statement_values_.clear();
}

// Where a coroutine object that dies now was never awaited, as the warning tells it.
void FunctionEmitter::write_position() {
  if (statements_.empty() || statements_.back().position.empty()) return;
  out_.line("state.position = {};", std::exchange(statements_.back().position, {}));
}

void FunctionEmitter::find_coroutine_variables() {
  if (!context_.has_coroutines) return;
  auto const may_be_coroutine = [&](ir::InstId value) {
    ir::InstKind const kind = inst(value).kind();
    if (auto const* coerce = std::get_if<ir::Coerce>(&inst(value).node))
      return has_value_kind(ir::TypeKind::Coroutine, coerce->operand);
    return has_value_kind(ir::TypeKind::Object, value) &&
           (kind == ir::InstKind::Call || kind == ir::InstKind::CallMethod || kind == ir::InstKind::CallUnpacked);
  };
  for (ir::Inst const& instruction : function_.insts) {
    if (auto const* store = std::get_if<ir::StoreLocal>(&instruction.node); store && may_be_coroutine(store->value))
      coroutine_locals_.insert(store->local.index);
    if (auto const* store = std::get_if<ir::StoreGlobal>(&instruction.node); store && may_be_coroutine(store->value))
      coroutine_globals_.insert(store->global.index);
  }
}

// A store or deletion ends what the variable held.
void FunctionEmitter::note_end_of_coroutine(ir::InstId id, bool may_hold_one) {
  if (may_hold_one) out_.line("state.position = {};", at(id));
}

void FunctionEmitter::close_statement() {
  write_position();
  StatementScope const scope = std::move(statements_.back());
  leave_temporaries_of(*scope.block);
  statements_.pop_back();
  if (!scope.has_observable_temporaries && scope.declared.empty()) return;
  std::string text = out_.take_from(scope.start);
  if (!scope.has_observable_temporaries) {
    std::erase(text, declaration_mark);
    out_.raw(text);
    return;
  }
  // The variables outlive the braces.
  for (ir::LocalId local : scope.declared) {
    std::string const declaration =
        fmt::format("{} {}", context_.types.value(function_.locals[local].type), context_.names.local(id_, local));
    std::size_t const at = text.find(declaration_mark + declaration);
    text.replace(at, declaration.size() + 1, context_.names.local(id_, local));
    out_.line("{}{{}};", declaration);
  }
  out_.raw("{\n" + text + "}\n");
}

// Whether some temporary is still to be used, as in an expression that a branch is part of.
bool FunctionEmitter::has_pending_temporaries() const {
  return std::any_of(pending_.begin(), pending_.end(), [&](auto const& entry) {
    return uses_[entry.first] > 0 && inst(ir::InstId{entry.first}).kind() != ir::InstKind::Constant;
  });
}

std::string FunctionEmitter::close_condition(std::string condition) {
  if (statements_.empty() || !statements_.back().has_observable_temporaries || has_pending_temporaries())
    return condition;
  // Deeper inside, e.g. in a comprehension's loop, the statement isn't over yet.
  if (statements_.empty() || statements_.back().block != current_block_) return condition;
  std::string const name = fresh("condition");
  out_.line("{} = {};", name, condition);
  std::size_t const start = statements_.back().start;
  close_statement();
  std::string const text = out_.take_from(start);
  out_.line("bool {}{{}};", name);
  out_.raw(text);
  open_statement();
  return name;
}

}  // namespace aiocc::emit
