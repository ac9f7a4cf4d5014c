// Loops over ranges that do nothing but store one value at each place of a list:
//
//   for i in range(start, stop, step):
//       xs[i] = value
#include "bindings/bindings.hpp"
#include "emit/function_emitter.hpp"
#include "ir/safe_points.hpp"

namespace aiocc::emit {

namespace {

// Reads the body of such a loop.
class FillReader {
 public:
  FillReader(ir::Module const& module, ir::Function const& function) : module_(module), function_(function) {}

  // The store of the item and that of the loop's variable; unset where the body does anything else.
  ir::InstId find(ir::BlockId body) {
    for (ir::InstId const id : function_.blocks[body].insts)
      if (!std::visit([&](auto const& node) { return read(id, node); }, function_.insts[id].node)) return {};
    return item_store_;
  }
  ir::InstId variable_store() const { return variable_store_; }

 private:
  bool is_plain(ir::LocalId local) const { return !function_.locals[local].captured && !function_.locals[local].free; }
  bool loads_variable(ir::InstId id) const {
    auto const* const load = std::get_if<ir::LoadLocal>(&function_.insts[id].node);
    return load && load->local == variable_;
  }

  bool read(ir::InstId id, ir::LoopItem const&) {
    item_ = id;
    return true;
  }
  bool read(ir::InstId, ir::Statement const&) { return true; }
  bool read(ir::InstId, ir::Constant const&) { return true; }
  bool read(ir::InstId id, ir::StoreLocal const& node) {
    if (variable_store_ || node.value != item_ || !is_plain(node.local)) return false;
    variable_store_ = id;
    variable_ = node.local;
    return module_.types[function_.locals[node.local].type].kind == ir::TypeKind::Int;
  }
  bool read(ir::InstId, ir::LoadLocal const& node) {
    return variable_store_ && !node.may_be_unbound && is_plain(node.local);
  }
  bool read(ir::InstId id, ir::CallNative const& node) {
    bool const is_store = !item_store_ && !node.overload->fill.empty() && node.args.size() == 3;
    if (!is_store || !loads_variable(node.args[1]) || loads_variable(node.args[0]) || loads_variable(node.args[2]))
      return false;
    ir::Type const& list = module_.types[function_.insts[node.args[0]].type];
    item_store_ = id;
    return list.kind == ir::TypeKind::List && list.arguments[0] == function_.insts[node.args[2]].type;
  }
  template <class Node>
  bool read(ir::InstId, Node const&) {
    return false;
  }

  ir::Module const& module_;
  ir::Function const& function_;
  ir::InstId item_, variable_store_, item_store_;
  ir::LocalId variable_;
};

}  // namespace

// Writes the whole loop, if it's such a one.
bool FunctionEmitter::fill_loop(ir::For const& node) {
  if (has_statements(node.else_block) || !loop_sources_.contains(node.iterable.index) ||
      !has_value_kind(ir::TypeKind::Range, node.iterable) || ir::has_safe_points(context_.module))
    return false;
  FillReader reader(context_.module, function_);
  ir::InstId const store = reader.find(node.body);
  if (!store) return false;
  std::string const numbers = use(node.iterable);
  flush_all();
  std::string const iteration = fresh("iteration");
  out_.line("{{\nauto {} = cursor({});", iteration, numbers);
  ir::LocalId const local = std::get<ir::StoreLocal>(inst(reader.variable_store()).node).local;
  if (declares_here(reader.variable_store())) out_.line("Int {}{{}};", context_.names.local(id_, local));
  // What the body loads are constants and variables.
  for (ir::InstId const id : function_.blocks[node.body].insts) {
    if (inst(id).kind() == ir::InstKind::Constant || inst(id).kind() == ir::InstKind::LoadLocal)
      std::visit([&](auto const& loaded) { emit(id, loaded); }, inst(id).node);
  }
  auto const& set = std::get<ir::CallNative>(inst(store).node);
  use(set.args[1]);
  std::string const call = fmt::format("{}({}, {}, {}, {})", set.overload->fill, use(set.args[0]), iteration,
                                       variable(local), use(set.args[2]));
  out_.line("{};\n}}", tried(store, call));
  return true;
}

}  // namespace aiocc::emit
