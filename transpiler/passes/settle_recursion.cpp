// Which functions count against the recursion limit: those that reach themselves over direct calls or run unknown code, and whoever calls them.
#include "passes/settle_recursion.hpp"

#include <utility>
#include <vector>

#include "ir/plain_operations.hpp"

namespace aiocc::passes {

namespace {

struct Calls {
  std::vector<ir::FunctionId> direct;
  // It may run any of the program's functions.
  bool unknown = false;
};

// Numbers, texts and the like: operations on them run none of the program's code.
bool is_scalar(ir::TypeKind kind) {
  switch (kind) {
    case ir::TypeKind::None:
    case ir::TypeKind::Bool:
    case ir::TypeKind::Int:
    case ir::TypeKind::Float:
    case ir::TypeKind::IntOrFloat:
    case ir::TypeKind::Str:
    case ir::TypeKind::Bytes:
    case ir::TypeKind::Range: return true;
    default: return false;
  }
}

bool all_scalar(ir::Module const& module, ir::Function const& function, ir::Inst const& inst) {
  bool all = true;
  ir::for_each_operand(
      inst.node, [&](ir::InstId operand) { all = all && is_scalar(module.types[function.insts[operand].type].kind); });
  return all;
}

// Items of lists and tuples by an index need no hash and no comparison.
bool is_indexing(ir::Module const& module, ir::Function const& function, ir::InstId object, ir::InstId key) {
  ir::TypeKind const container = module.types[function.insts[object].type].kind;
  bool const sequence =
      container == ir::TypeKind::List || container == ir::TypeKind::Tuple || container == ir::TypeKind::TupleOf;
  return sequence && module.types[function.insts[key].type].kind == ir::TypeKind::Int;
}

// A builtin container or text, whose attributes are the runtime's.
bool is_builtin_data(ir::TypeKind kind) {
  switch (kind) {
    case ir::TypeKind::List:
    case ir::TypeKind::Set:
    case ir::TypeKind::Dict:
    case ir::TypeKind::Tuple:
    case ir::TypeKind::TupleOf: return true;
    default: return is_scalar(kind);
  }
}

// An operation on values of unknown type may run a special method.
bool runs_unknown_code(ir::Module const& module, ir::Function const& function, ir::Inst const& inst) {
  switch (inst.kind()) {
    case ir::InstKind::CallFunction:
    case ir::InstKind::NewInstance:
    case ir::InstKind::InitBase:
    case ir::InstKind::LoadLocal:
    case ir::InstKind::LoadGlobal:
    case ir::InstKind::LoadName:
    case ir::InstKind::DeleteLocal:
    case ir::InstKind::DeleteGlobal:
    case ir::InstKind::DeleteName:
    case ir::InstKind::Raise:
    case ir::InstKind::Reraise:
    case ir::InstKind::GetField: return false;
    // Another task's code runs while this one waits, but not on top of it.
    case ir::InstKind::Await: return false;
    case ir::InstKind::CallNative: {
      auto const& call = std::get<ir::CallNative>(inst.node);
      if (call.unpacked) return true;
      for (ir::InstId argument : call.args) {
        if (argument && module.types[function.insts[argument].type].kind == ir::TypeKind::Object) return true;
      }
      return false;
    }
    case ir::InstKind::GetAttr: {
      ir::InstId const object = std::get<ir::GetAttr>(inst.node).object;
      return !is_builtin_data(module.types[function.insts[object].type].kind);
    }
    case ir::InstKind::GetItem: {
      auto const& item = std::get<ir::GetItem>(inst.node);
      return !all_scalar(module, function, inst) && !is_indexing(module, function, item.object, item.key);
    }
    default: return ir::may_raise(module, function, inst) && !all_scalar(module, function, inst);
  }
}

void collect(ir::Module const& module, ir::Function const& function, ir::BlockId block, Calls& calls) {
  for (ir::InstId id : function.blocks[block].insts) {
    ir::Inst const& inst = function.insts[id];
    if (auto const* call = std::get_if<ir::CallFunction>(&inst.node)) calls.direct.push_back(call->function);
    if (auto const* made = std::get_if<ir::NewInstance>(&inst.node); made && made->init)
      calls.direct.push_back(made->init);
    calls.unknown = calls.unknown || runs_unknown_code(module, function, inst);
    ir::for_each_block(inst.node, [&](ir::BlockId inner) { collect(module, function, inner, calls); });
  }
}

// Tarjan's strongly connected components with a stack of its own: the functions on cycles of direct calls.
class Cycles {
 public:
  explicit Cycles(std::vector<Calls> const& calls)
      : calls_(calls), order_(calls.size()), low_(calls.size()), on_stack_(calls.size()), on_cycle_(calls.size()) {
    for (std::uint32_t index = 0; index < calls.size(); ++index) {
      if (order_[index] == 0) visit(index);
    }
  }
  bool contains(std::uint32_t function) const { return on_cycle_[function]; }

 private:
  struct Step {
    std::uint32_t function;
    std::size_t next = 0;
  };

  void enter(std::uint32_t function) {
    order_[function] = low_[function] = ++count_;
    stack_.push_back(function);
    on_stack_[function] = true;
    steps_.push_back({function});
  }

  void visit(std::uint32_t root) {
    enter(root);
    while (!steps_.empty()) {
      Step& step = steps_.back();
      std::uint32_t const function = step.function;
      if (step.next < calls_[function].direct.size()) {
        follow(function, calls_[function].direct[step.next++].index);
        continue;
      }
      steps_.pop_back();
      if (low_[function] == order_[function]) close(function);
      if (!steps_.empty()) lower(steps_.back().function, low_[function]);
    }
  }

  void follow(std::uint32_t function, std::uint32_t callee) {
    if (order_[callee] == 0)
      enter(callee);
    else if (on_stack_[callee])
      lower(function, order_[callee]);
    if (callee == function) on_cycle_[function] = true;
  }

  void lower(std::uint32_t function, std::uint32_t value) {
    if (value < low_[function]) low_[function] = value;
  }

  // `root` is the first function of its component, which lies above it on the stack.
  void close(std::uint32_t root) {
    bool const alone = stack_.back() == root;
    while (true) {
      std::uint32_t const member = stack_.back();
      stack_.pop_back();
      on_stack_[member] = false;
      if (!alone) on_cycle_[member] = true;
      if (member == root) return;
    }
  }

  std::vector<Calls> const& calls_;
  std::vector<std::uint32_t> order_;
  std::vector<std::uint32_t> low_;
  std::vector<bool> on_stack_;
  std::vector<bool> on_cycle_;
  std::vector<std::uint32_t> stack_;
  std::vector<Step> steps_;
  std::uint32_t count_ = 0;
};

// The functions from which a call chain leads to one of `ends`. CPython counts their calls as well, so the limit is met where it would be there.
std::vector<bool> reaching(std::vector<Calls> const& calls, std::vector<bool> ends) {
  std::vector<std::vector<std::uint32_t>> callers(calls.size());
  std::vector<std::uint32_t> pending;
  for (std::uint32_t index = 0; index < calls.size(); ++index) {
    for (ir::FunctionId callee : calls[index].direct) callers[callee.index].push_back(index);
    if (ends[index]) pending.push_back(index);
  }
  while (!pending.empty()) {
    std::uint32_t const next = pending.back();
    pending.pop_back();
    for (std::uint32_t caller : callers[next]) {
      if (!ends[caller]) pending.push_back(caller);
      ends[caller] = true;
    }
  }
  return ends;
}

}  // namespace

void settle_recursion(ir::Module& module) {
  std::vector<Calls> calls;
  for (ir::Function const& function : module.functions) {
    calls.emplace_back();
    collect(module, function, function.body, calls.back());
  }
  Cycles const cycles(calls);
  std::vector<bool> repeats(calls.size());
  for (std::uint32_t index = 0; index < calls.size(); ++index)
    repeats[index] = calls[index].unknown || cycles.contains(index);
  std::vector<bool> const counted = reaching(calls, std::move(repeats));
  for (std::uint32_t index = 0; index < calls.size(); ++index)
    module.functions[ir::FunctionId{index}].counts_depth = counted[index];
}

}  // namespace aiocc::passes
