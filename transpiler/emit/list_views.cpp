// Quiet loops over lists and parts of lists, which stay as they are meanwhile: the loop's variable borrows its items.
//
//   ListView<Ref<Body>> iteration_1;
//   TRY(iteration_1.start(bodies, i + 1, None, two), AT(1));
//   LastItem last_2(two, iteration_1);
//   while (iteration_1.next()) {
//     Ref<Body> const& two_3 = iteration_1.item();
#include "emit/function_emitter.hpp"
#include "ir/quiet_loops.hpp"

namespace aiocc::emit {

// The store of the item into the loop's variable, if that may be a reference to it; unset otherwise.
ir::InstId FunctionEmitter::borrowing_store(ir::For const& node) const {
  if (has_statements(node.else_block) || !has_value_kind(ir::TypeKind::List, node.iterable)) return {};
  ir::TypeId const element = context_.module.types[type_of(node.iterable)].arguments[0];
  // Ints are borrowed in a way of their own.
  if (!context_.module.types.is_word(element) || context_.module.types[element].kind == ir::TypeKind::Int) return {};
  std::vector<ir::InstId> const& insts = function_.blocks[node.body].insts;
  ir::InstId const store = ir::quiet_item_store(context_.module, function_, node);
  bool const is_first = store && uses_[insts[0].index] == 1 && insts[1] == store;
  if (!is_first || type_of(insts[0]) != element) return {};
  return function_.locals[std::get<ir::StoreLocal>(inst(store).node).local].type == element ? store : ir::InstId();
}

// Writes the whole loop, if its items can be borrowed.
bool FunctionEmitter::view_loop(ir::For const& node) {
  ir::InstId const store = borrowing_store(node);
  if (!store) return false;
  ir::InstId const item = function_.blocks[node.body].insts[0];
  ir::LocalId const local = std::get<ir::StoreLocal>(inst(store).node).local;
  bool const is_slice = loop_slices_.contains(node.iterable.index);
  std::string const list = use(node.iterable);
  flush_all();
  std::string const iteration = fresh("iteration");
  out_.line("{{\nListView<{}> {};", type_text(item), iteration);
  std::string const variable = declares_here(store) ? "" : ", " + this->variable(local);
  std::string const start = fmt::format("{}.start({}{})", iteration, list, variable);
  out_.line("{};", is_slice ? tried(node.iterable, start) : start);
  if (!declares_here(store)) {
    out_.line("LastItem {}({}, {});", fresh("last"), this->variable(local), iteration);
    borrowed_names_[local.index] = fresh(context_.names.local(id_, local));
  }
  borrowed_.insert({item.index, store.index});
  loop_items_.push_back({iteration + ".item()", false});
  loop_body(node.body, {}, fmt::format("while ({}.next()) {{\n", iteration));
  loop_items_.pop_back();
  borrowed_names_.erase(local.index);
  out_.line("}}");
  return true;
}

// `for x in xs[a:b]`. Where the loop changes no list, and its items are numbers, it needs no copy of that part.
void FunctionEmitter::begin_slice_loop(ir::For const& node, std::string const& iteration, std::string const& slice,
                                       std::string const& item_type) {
  // A list of bools may have no words.
  bool const is_number = item_type == "Int" || item_type == "double";
  bool const is_quiet = is_number && ir::is_quiet(context_.module, function_, node);
  out_.line("{}<{}> {};", is_quiet ? "ListView" : "SliceCursor", item_type, iteration);
  out_.line("{};", tried(node.iterable, fmt::format("{}.start({})", iteration, slice)));
}

}  // namespace aiocc::emit
