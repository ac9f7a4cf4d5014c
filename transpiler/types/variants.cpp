// The calls that are left to run time, and the places of specialisations.
#include "types/variants.hpp"

#include <algorithm>
#include <functional>

#include "types/binding.hpp"

namespace aiocc::types {
namespace {

class DynamicCalls {
 public:
  explicit DynamicCalls(World& world) : world_(world) {}

  bool are_served() {
    for (std::uint32_t index = 0; index < world_.functions.size(); ++index) {
      ir::FunctionId const id{index};
      if (world_.state(id).reached && !are_served_in(id, world_.module.functions[id].body)) return false;
    }
    return true;
  }

 private:
  bool are_served_in(ir::FunctionId id, ir::BlockId block) {
    ir::Function const& function = world_.module.functions[id];
    for (ir::InstId each : function.blocks[block].insts) {
      ir::Inst const& inst = function.insts[each];
      bool served = true;
      if (auto const* call = std::get_if<ir::Call>(&inst.node)) served = is_served(id, *call);
      if (auto const* call = std::get_if<ir::CallMethod>(&inst.node)) served = is_served(id, *call);
      ir::for_each_block(inst.node, [&](ir::BlockId inner) { served = served && are_served_in(id, inner); });
      if (!served) return false;
    }
    return true;
  }

  // Instructions that the rewriter has added refine older ones.
  Value const& value(ir::FunctionId id, ir::InstId at) {
    ir::Function const& function = world_.module.functions[id];
    while (at.index >= world_.state(id).insts.size()) {
      auto const* coerce = std::get_if<ir::Coerce>(&function.insts[at].node);
      if (!coerce) return nothing_;
      at = coerce->operand;
    }
    return world_.state(id).insts[at.index];
  }

  bool never_happens(ir::FunctionId id, std::vector<ir::InstId> const& args) {
    return std::ranges::any_of(args, [&](ir::InstId arg) { return value(id, arg).is_empty(); });
  }

  bool binds(ir::FunctionId callee, std::size_t count, std::vector<NameId> const& keywords) const {
    return bind_arguments(formals_of(world_.module.functions[callee]), count, keywords).has_value();
  }

  bool is_served(ir::FunctionId id, ir::Call const& call) {
    if (never_happens(id, call.args)) return true;
    for (AtomId atom_id : value(id, call.callee).atoms) {
      Atom const& atom = world_.atoms[atom_id];
      ir::FunctionId callee;
      std::size_t receivers = 0;
      if (atom.kind == AtomKind::Function) callee = ir::FunctionId{atom.index};
      if (atom.kind == AtomKind::Class) {
        callee = world_.find_method(ir::ClassId{atom.index}, NameId::of("__init__"));
        receivers = 1;
      }
      if (callee && world_.is_replaced(callee) && binds(callee, call.args.size() + receivers, call.keywords))
        return false;
    }
    return true;
  }

  bool is_served(ir::FunctionId id, ir::CallMethod const& call) {
    if (never_happens(id, call.args)) return true;
    auto const& method = std::get<ir::GetMethod>(world_.module.functions[id].insts[call.method].node);
    for (AtomId atom_id : value(id, method.object).atoms) {
      MethodTarget const callee = world_.method_of(atom_id, method.name);
      std::size_t const receivers = callee.first == FirstArgument::Anything ? 0 : 1;
      if (callee && world_.is_replaced(callee.function) &&
          binds(callee.function, call.args.size() + receivers, call.keywords))
        return false;
    }
    return true;
  }

  World& world_;
  Value nothing_;
};

void for_each_callee(ir::Function& function, ir::BlockId block, std::function<void(ir::FunctionId&)> const& visit) {
  for (ir::InstId id : function.blocks[block].insts) {
    ir::InstNode& node = function.insts[id].node;
    if (auto* call = std::get_if<ir::CallFunction>(&node)) visit(call->function);
    if (auto* made = std::get_if<ir::NewInstance>(&node); made && made->init) visit(made->init);
    if (auto* made = std::get_if<ir::MakeFunction>(&node); made && made->typed) visit(made->typed);
    ir::for_each_block(node, [&](ir::BlockId inner) { for_each_callee(function, inner, visit); });
  }
}

class Liveness {
 public:
  explicit Liveness(World& world) : world_(world), is_live_(world.module.functions.size()) {}

  std::vector<bool> find() {
    for (std::uint32_t index = 0; index < world_.declared_functions(); ++index) {
      if (!world_.is_replaced(ir::FunctionId{index})) mark(ir::FunctionId{index});
    }
    return std::move(is_live_);
  }

 private:
  void mark(ir::FunctionId id) {
    if (is_live_[id.index]) return;
    is_live_[id.index] = true;
    ir::Function& function = world_.module.functions[id];
    for_each_callee(function, function.body, [&](ir::FunctionId callee) {
      if (callee.index >= world_.declared_functions()) mark(callee);
    });
  }

  World& world_;
  std::vector<bool> is_live_;
};

class Placing {
 public:
  explicit Placing(World& world)
      : world_(world), module_(world.module), declared_(world.declared_functions()), is_live_(live_functions(world)) {}

  void place() {
    choose_places();
    Store<ir::Function> placed;
    for (std::uint32_t index = 0; index < order_.size(); ++index) {
      ir::Function function = std::move(module_.functions[order_[index]]);
      if (index < declared_) function.origin = {};
      renumber(function);
      placed.add(std::move(function));
    }
    module_.functions = std::move(placed);
  }

 private:
  void choose_places() {
    for (std::uint32_t index = 0; index < declared_; ++index) order_.push_back(ir::FunctionId{index});
    std::vector<bool> is_taken(declared_);
    for (std::uint32_t index = declared_; index < module_.functions.size(); ++index) {
      ir::FunctionId const id{index};
      if (!is_live_[index]) continue;
      ir::FunctionId const origin = world_.origin_of(id);
      bool const takes_place = world_.is_replaced(origin) && !is_taken[origin.index];
      if (takes_place) {
        is_taken[origin.index] = true;
        order_[origin.index] = id;
        places_[id] = origin;
      } else {
        places_[id] = ir::FunctionId{static_cast<std::uint32_t>(order_.size())};
        order_.push_back(id);
      }
    }
  }

  void renumber(ir::Function& function) {
    for_each_callee(function, function.body, [&](ir::FunctionId& callee) {
      if (auto const found = places_.find(callee); found != places_.end()) callee = found->second;
    });
  }

  World& world_;
  ir::Module& module_;
  std::uint32_t declared_;
  std::vector<bool> is_live_;
  // By new place, which function stands there; and by specialisation, its new place.
  std::vector<ir::FunctionId> order_;
  std::map<ir::FunctionId, ir::FunctionId> places_;
};

}  // namespace

bool serves_dynamic_calls(World& world) { return DynamicCalls(world).are_served(); }

std::vector<bool> live_functions(World& world) { return Liveness(world).find(); }

void place_variants(World& world) {
  if (world.module.functions.size() > world.declared_functions()) Placing(world).place();
}

}  // namespace aiocc::types
