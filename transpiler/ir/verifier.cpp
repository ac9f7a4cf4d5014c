// The verifier: one walk over each function's blocks, with the set of values that are in scope.
#include "ir/verifier.hpp"

#include <fmt/format.h>

#include <optional>

namespace aiocc::ir {
namespace {

// What encloses a block, as far as it decides what may stand in it.
struct Surroundings {
  bool in_loop = false;
  bool in_handler = false;
  // What must be first in this block.
  std::optional<InstKind> first;
};

class Verifier {
 public:
  Verifier(Module const& module, FunctionId id, std::vector<std::string>& problems)
      : module_(module),
        function_(module.functions[id]),
        id_(id),
        problems_(problems),
        in_scope_(function_.insts.size()),
        visited_(function_.insts.size()) {}

  void run() {
    if (!function_.body) return report({}, "no body");
    walk(function_.body, {});
    if (can_complete(function_, function_.body)) report({}, "control runs off the end of the body");
  }

 private:
  void report(InstId inst, std::string_view what) {
    std::string where = fmt::format("{}#{}", function_.qualified_name, id_.index);
    if (inst) where += fmt::format(" %{} {}", inst.index, traits_of(function_.insts[inst]).name);
    problems_.push_back(fmt::format("{}: {}", where, what));
  }

  void walk(BlockId block, Surroundings around) {
    auto const& insts = function_.blocks[block].insts;
    for (std::size_t at = 0; at < insts.size(); ++at) {
      InstId const id = insts[at];
      if (visited_[id.index]) report(id, "stands in two places");
      visited_[id.index] = true;
      check_position(id, at, around);
      check_inst(id, around);
      if (traits_of(function_.insts[id]).terminates && at + 1 != insts.size())
        report(id, "something follows what leaves the block");
      in_scope_[id.index] = true;
    }
  }

  void leave(BlockId block) {
    for (InstId id : function_.blocks[block].insts) in_scope_[id.index] = false;
  }

  void check_position(InstId id, std::size_t at, Surroundings const& around) {
    InstKind const kind = function_.insts[id].kind();
    bool const is_entry = kind == InstKind::LoopItem || kind == InstKind::WithEntered;
    if (around.first && at == 0 && kind != *around.first) report(id, "the block doesn't begin with its item");
    if (is_entry && (at != 0 || around.first != kind)) report(id, "isn't first in its block");
    if ((kind == InstKind::Break || kind == InstKind::Continue) && !around.in_loop) report(id, "outside of a loop");
    if (kind == InstKind::CurrentException && !around.in_handler) report(id, "outside of a handler");
  }

  void check_inst(InstId id, Surroundings const& around) {
    Inst const& inst = function_.insts[id];
    InstTraits const& traits = traits_of(inst);
    if (traits.has_value && !inst.type) report(id, "has no type");
    if (traits.raises && !inst.span.file) report(id, "can raise, but has no span");
    std::visit([&](auto const& node) { check_node(id, node); }, inst.node);
    // Values that nested blocks compute for this instruction come into scope with those blocks.
    std::vector<InstId> missing;
    for_each_operand(inst.node, [&](InstId operand) {
      if (!in_scope_[operand.index]) missing.push_back(operand);
      if (!traits_of(function_.insts[operand]).has_value) report(id, fmt::format("%{} has no value", operand.index));
    });
    walk_nested(inst, around);
    for (InstId operand : missing) {
      if (!in_nested_block(inst, operand)) report(id, fmt::format("%{} isn't defined here", operand.index));
    }
  }

  bool in_nested_block(Inst const& inst, InstId operand) const {
    bool found = false;
    for_each_block(inst.node, [&](BlockId block) {
      for (InstId each : function_.blocks[block].insts) found = found || each == operand;
    });
    return found;
  }

  void walk_nested(Inst const& inst, Surroundings around) {
    std::visit([&](auto const& node) { walk_blocks(node, around); }, inst.node);
    for_each_block(inst.node, [&](BlockId block) { leave(block); });
  }

  template <class Node>
  void walk_blocks(Node const& node, Surroundings around) {
    around.first.reset();
    for_each_block_of(node, [&](BlockId block) { walk(block, around); });
  }
  void walk_blocks(For const& node, Surroundings around) {
    walk(node.body, {.in_loop = true, .in_handler = around.in_handler, .first = InstKind::LoopItem});
    around.first.reset();
    if (node.else_block) walk(node.else_block, around);
  }
  void walk_blocks(While const& node, Surroundings around) {
    around.first.reset();
    walk(node.condition_block, around);
    walk(node.body, {.in_loop = true, .in_handler = around.in_handler, .first = {}});
    if (node.else_block) walk(node.else_block, around);
  }
  void walk_blocks(With const& node, Surroundings around) {
    around.first = InstKind::WithEntered;
    walk(node.body, around);
  }
  void walk_blocks(Try const& node, Surroundings around) {
    around.first.reset();
    walk(node.body, around);
    Surroundings handling = around;
    handling.in_handler = true;
    for (Handler const& handler : node.handlers) {
      if (handler.match_block) walk(handler.match_block, handling);
      walk(handler.body, handling);
    }
    if (node.else_block) walk(node.else_block, around);
    if (node.finally_block) walk(node.finally_block, around);
  }

  template <class Node, class Visit>
  void for_each_block_of(Node const& node, Visit&& visit) {
    detail::visit_ids<BlockId>(node, visit);
  }

  template <class Node>
  void check_node(InstId, Node const&) {}
  void check_node(InstId id, If const& node) { check_bool(id, node.condition); }
  void check_node(InstId id, IfExp const& node) { check_bool(id, node.condition); }
  void check_node(InstId id, While const& node) { check_bool(id, node.condition); }
  void check_node(InstId id, Not const& node) { check_bool(id, node.operand); }
  void check_node(InstId id, BoolOp const& node) { check_bool(id, node.left_truth); }
  void check_node(InstId id, Await const&) {
    if (function_.kind != FunctionKind::Coroutine && function_.kind != FunctionKind::AsyncGenerator)
      report(id, "outside of async def");
  }
  void check_node(InstId id, Yield const& node) {
    if (function_.kind != FunctionKind::Generator && function_.kind != FunctionKind::AsyncGenerator)
      report(id, "outside of a generator");
    if (!node.value) report(id, "has no operand");
  }
  void check_node(InstId id, ClassBodyResult const&) {
    if (function_.kind != FunctionKind::ClassBody) report(id, "outside of a class body");
  }
  void check_node(InstId id, UnpackItem const& node) {
    Inst const& unpack = function_.insts[node.unpack];
    auto const* source = std::get_if<Unpack>(&unpack.node);
    if (!source) return report(id, "doesn't read from an unpack");
    if (node.index >= source->before + source->after + (source->has_star ? 1 : 0)) report(id, "has no such item");
  }
  void check_node(InstId id, MatchItem const& node) {
    Inst const& match = function_.insts[node.match];
    if (!std::holds_alternative<MatchClass>(match.node) && !std::holds_alternative<MatchKeys>(match.node))
      report(id, "doesn't read from a match");
  }
  void check_node(InstId id, Call const& node) {
    if (node.keywords.size() > node.args.size()) report(id, "has more keywords than arguments");
  }
  void check_node(InstId id, CallMethod const& node) {
    if (function_.insts[node.method].kind() != InstKind::GetMethod) report(id, "its method isn't a get_method");
    if (node.keywords.size() > node.args.size()) report(id, "has more keywords than arguments");
  }
  void check_node(InstId id, MakeFunction const& node) {
    Function const& made = module_.functions[node.function];
    for (Capture const& capture : made.captures) {
      if (capture.outer.index >= function_.locals.size())
        report(id, "captures a variable that isn't there");
      else if (!function_.locals[capture.outer].captured)
        report(id, "captures a variable that has no cell");
    }
  }

  void check_bool(InstId id, InstId condition) {
    if (!condition) return report(id, "has no condition");
    TypeId const type = function_.insts[condition].type;
    if (!type || module_.types[type].kind != TypeKind::Bool)
      report(id, fmt::format("its condition %{} isn't a bool", condition.index));
  }

  Module const& module_;
  Function const& function_;
  FunctionId id_;
  std::vector<std::string>& problems_;
  std::vector<bool> in_scope_;
  std::vector<bool> visited_;
};

}  // namespace

std::vector<std::string> verify(Module const& module) {
  std::vector<std::string> problems;
  for (std::uint32_t index = 0; index < module.functions.size(); ++index)
    Verifier(module, FunctionId{index}, problems).run();
  return problems;
}

}  // namespace aiocc::ir
