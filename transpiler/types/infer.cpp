// The fixpoint over all functions that are reached, then representations, then the rewriting.
#include "types/infer.hpp"

#include "ir/printer.hpp"
#include "types/explain.hpp"
#include "types/merge_variants.hpp"
#include "types/rewriter.hpp"
#include "types/supers.hpp"
#include "types/typed_entries.hpp"
#include "types/variants.hpp"

namespace aiocc::types {
namespace {

void evaluate(World& world, ir::FunctionId id) {
  world.begin_reads(id);
  Evaluator(world, id).run();
  world.end_reads();
}

// Every other turn goes backwards: what callees give reaches their callers, and what callers pass their callees, in few turns
// whatever the order of the definitions. Most turns leave out functions that nothing new has come to; what ends them is that one over all
// functions finds nothing either.
void solve(World& world) {
  for (ir::PythonModule const& module : world.module.modules) world.set(world.state(module.body).reached);
  bool backwards = false;
  bool is_complete = false;
  do {
    is_complete = !world.changed;
    world.changed = false;
    auto const count = static_cast<std::uint32_t>(world.functions.size());
    for (std::uint32_t step = 0; step < count; ++step) {
      ir::FunctionId const id{backwards ? count - 1 - step : step};
      if (world.functions[id.index].reached && (is_complete || may_find_more(world, id))) evaluate(world, id);
    }
    backwards = !backwards;
  } while (world.changed || !is_complete);
}

class Representations {
 public:
  explicit Representations(World& world) : world_(world), types_(world) {}

  void choose() {
    for (std::uint32_t index = 0; index < world_.globals.size(); ++index) {
      world_.module.globals[ir::GlobalId{index}].type = types_.of_slot(world_.globals[index]);
    }
    for (std::uint32_t index = 0; index < world_.functions.size(); ++index) {
      if (world_.functions[index].reached) choose_for(ir::FunctionId{index});
    }
  }

  void choose_fields(FieldFacts& facts) {
    for (std::uint32_t index = 0; index < world_.classes.size(); ++index) {
      for (ir::ClassField& field : world_.module.classes[ir::ClassId{index}].fields) {
        field.type = field_type({index}, field.name, facts);
      }
    }
  }

 private:
  void choose_for(ir::FunctionId id) {
    ir::Function& function = world_.module.functions[id];
    FunctionState& state = world_.state(id);
    std::vector<bool> const unbound = find_unbound(function, state);
    for (std::uint32_t index = 0; index < function.locals.size(); ++index) {
      ir::Local& local = function.locals[ir::LocalId{index}];
      if (local.captured || local.free) {
        local.type = types_.of_slot(cell(id, ir::LocalId{index}));
        continue;
      }
      local.may_be_unbound = unbound[index];
      local.type = unbound[index] ? types_.of_slot(state.locals[index]) : types_.of(state.locals[index]);
      if (types_[local.type].kind == ir::TypeKind::None) local.type = types_.object();
    }
    bool const yields =
        function.kind == ir::FunctionKind::Generator || function.kind == ir::FunctionKind::AsyncGenerator;
    if (function.kind == ir::FunctionKind::Module || function.kind == ir::FunctionKind::ClassBody) return;
    // `yield from` passes objects on.
    if (yields && delegates(function))
      function.result = types_.object();
    else
      function.result = yields ? types_.of_slot(state.yielded) : types_.of(state.result);
    // What awaits it takes words, or plain numbers.
    if (function.kind == ir::FunctionKind::Coroutine && types_[function.result].kind == ir::TypeKind::IntOrFloat)
      function.result = types_.object();
  }

  static bool delegates(ir::Function const& function) {
    return std::ranges::any_of(function.insts,
                               [](ir::Inst const& inst) { return inst.kind() == ir::InstKind::YieldFrom; });
  }

  std::vector<bool> find_unbound(ir::Function const& function, FunctionState const& state) {
    std::vector<bool> unbound(function.locals.size());
    for (std::uint32_t index = 0; index < state.unbound_loads.size(); ++index) {
      ir::Inst const& inst = function.insts[ir::InstId{index}];
      if (auto const* load = std::get_if<ir::LoadLocal>(&inst.node);
          load && (state.unbound_loads[index] || load->may_be_unbound)) {
        unbound[load->local.index] = true;
      }
      if (auto const* loads = std::get_if<ir::LoadLocals>(&inst.node)) {
        for (ir::LocalId local : loads->locals) unbound[local.index] = true;
      }
      // A temporary is never read again.
      auto const* deletion = std::get_if<ir::DeleteLocal>(&inst.node);
      if (deletion && !deletion->ends && function.locals[deletion->local].kind != ir::LocalKind::Temporary)
        unbound[deletion->local.index] = true;
    }
    return unbound;
  }

  Value const& cell(ir::FunctionId id, ir::LocalId local) {
    while (world_.module.functions[id].locals[local].free) {
      ir::Function const& function = world_.module.functions[id];
      for (ir::Capture const& capture : function.captures) {
        if (capture.inner != local) continue;
        local = capture.outer;
        break;
      }
      id = function.parent;
    }
    return world_.state(id).cells[local];
  }

  ir::TypeId field_type(ir::ClassId id, NameId name, FieldFacts& facts) {
    ir::ClassId const owner = world_.attribute_owner(id, name);
    if (!world_.is_regular(owner)) return types_.object();
    auto const& attributes = world_.state(owner).instance_attributes;
    auto const found = attributes.find(name);
    if (found == attributes.end()) return types_.object();
    return facts.is_always_set(owner, name) ? types_.of(found->second) : types_.of_slot(found->second);
  }

  World& world_;
  StaticTypes types_;
};

bool is_reveal_type(ir::Function const& function, ir::Call const& call) {
  auto const* unknown = std::get_if<ir::LoadName>(&function.insts[call.callee].node);
  auto const* builtin = std::get_if<ir::LoadBuiltin>(&function.insts[call.callee].node);
  return call.args.size() == 1 &&
         ((unknown && unknown->name.text() == "reveal_type") || (builtin && builtin->name.text() == "reveal_type"));
}

void reveal_types(World& world, Diagnostics& diagnostics) {
  StaticTypes types(world);
  for (std::uint32_t index = 0; index < world.functions.size(); ++index) {
    ir::Function const& function = world.module.functions[ir::FunctionId{index}];
    if (world.is_replaced(ir::FunctionId{index})) continue;
    for (ir::Inst const& inst : function.insts) {
      auto const* call = std::get_if<ir::Call>(&inst.node);
      if (!call || !is_reveal_type(function, *call)) continue;
      ir::TypeId const type = types.of(world.functions[index].insts[call->args[0].index]);
      diagnostics.report<Code::RevealedType>(inst.span, ir::print_type(world.module, type));
    }
  }
}

}  // namespace

bool infer(ir::Module& module, Diagnostics& diagnostics, Inference const& wanted) {
  World world(module, wanted.specialises);
  solve(world);
  while (wanted.specialises && add_typed_entries(world)) solve(world);
  reveal_types(world, diagnostics);
  if (wanted.explains) explain(world, diagnostics);
  drop_class_cells(world);
  FieldFacts facts(world);
  Representations representations(world);
  representations.choose_fields(facts);
  representations.choose();
  Makers const makers(module);
  for (std::uint32_t index = 0; index < world.functions.size(); ++index) {
    if (world.functions[index].reached) Rewriter(world, facts, makers, ir::FunctionId{index}).run();
  }
  if (!serves_dynamic_calls(world)) return !wanted.specialises;
  set_typed_entries(world);
  merge_variants(world);
  place_variants(world);
  return true;
}

}  // namespace aiocc::types
