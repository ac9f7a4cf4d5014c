// Control: branches, loops, exceptions, `with`, and what ends a function.
#include "types/evaluator.hpp"

namespace aiocc::types {

Value Evaluator::evaluate(ir::If const& node, ir::InstId) {
  Flow const before = flow_;
  narrow(node.condition, true);
  if (node.then_block) block(node.then_block);
  Flow after = flow_;
  flow_ = before;
  narrow(node.condition, false);
  if (node.else_block) block(node.else_block);
  join(after, flow_);
  flow_ = after;
  return {};
}

Value Evaluator::evaluate(ir::IfExp const& node, ir::InstId) {
  Flow const before = flow_;
  narrow(node.condition, true);
  block(node.then_block);
  Flow after = flow_;
  flow_ = before;
  narrow(node.condition, false);
  block(node.else_block);
  join(after, flow_);
  flow_ = after;
  return world_.joined(value(node.then_value), value(node.else_value));
}

Value Evaluator::evaluate(ir::BoolOp const& node, ir::InstId) {
  Flow const before = flow_;
  bool const is_and = node.op == syntax::BoolOperator::And;
  narrow(node.left_truth, is_and);
  block(node.right_block);
  Flow after = flow_;
  flow_ = before;
  join(after, flow_);
  flow_ = after;
  return world_.joined(value(node.left), value(node.right));
}

Value Evaluator::evaluate(ir::While const& node, ir::InstId id) {
  auto const* constant = std::get_if<ir::Constant>(&function_.insts[node.condition].node);
  bool const is_endless = constant && constant->kind == ir::ConstantKind::Bool && constant->boolean;
  loop(id, node.condition_block, node.condition, node.body, node.else_block, is_endless);
  return {};
}

Value Evaluator::evaluate(ir::For const& node, ir::InstId id) {
  items_.push_back(iterate(value(node.iterable), node.is_async, id));
  if (items_.back().is_empty()) {
    // No item comes, or it always raises; the code behind may run all the same.
    if (node.else_block) block(node.else_block);
  } else {
    loop(id, {}, {}, node.body, node.else_block, false);
  }
  items_.pop_back();
  return {};
}

// The flow at the loop's head grows until a turn adds nothing.
void Evaluator::loop(ir::InstId id, ir::BlockId condition_block, ir::InstId condition, ir::BlockId body,
                     ir::BlockId else_block, bool is_endless) {
  Flow head = flow_;
  if (auto const known = self_.loop_heads.find(id); known != self_.loop_heads.end()) join(head, {known->second});
  Flow exit;
  Loop around{.breaks = {.locals = {}, .reachable = false}, .continues = {.locals = {}, .reachable = false}};
  loops_.push_back(&around);
  while (true) {
    flow_ = head;
    if (condition_block) block(condition_block);
    exit = flow_;
    if (condition) narrow(condition, true);
    if (flow_.reachable) block(body);
    join(flow_, around.continues);
    if (!flow_.reachable && around.continues.reachable) flow_ = around.continues;
    if (!join(head, flow_)) break;
  }
  loops_.pop_back();
  self_.loop_heads[id] = std::move(head.locals);
  flow_ = exit;
  if (condition) narrow(condition, false);
  if (is_endless) stop();
  if (else_block && flow_.reachable) block(else_block);
  Flow after = flow_;
  join(after, around.breaks);
  flow_ = after;
}

Value Evaluator::evaluate(ir::LoopItem const&, ir::InstId) { return items_.back(); }

Value Evaluator::evaluate(ir::Break const&, ir::InstId) {
  join(loops_.back()->breaks, flow_);
  stop();
  return {};
}

Value Evaluator::evaluate(ir::Continue const&, ir::InstId) {
  join(loops_.back()->continues, flow_);
  stop();
  return {};
}

// Control may leave the body for a handler at any point, so with any of the values that the variables have had there.
Value Evaluator::evaluate(ir::Try const& node, ir::InstId) {
  Flow const before = flow_;
  Flow raised = flow_;
  raised_.push_back(&raised);
  block(node.body);
  raised_.pop_back();
  Flow everywhere = raised;
  if (node.finally_block) raised_.push_back(&everywhere);
  if (node.else_block && flow_.reachable) block(node.else_block);
  Flow after = flow_;
  if (node.is_star)
    star_handlers(node, raised, after);
  else
    handlers(node, raised, after);
  if (!node.finally_block) {
    flow_ = after;
    return {};
  }
  raised_.pop_back();
  join(everywhere, after);
  flow_ = everywhere;
  flow_.reachable = true;
  block(node.finally_block);
  // A jump that passes by here goes on with what this block left.
  if (!loops_.empty() && flow_.reachable) {
    if (loops_.back()->breaks.reachable) join(loops_.back()->breaks, flow_);
    if (loops_.back()->continues.reachable) join(loops_.back()->continues, flow_);
  }
  flow_ = after;
  if (flow_.reachable) block(node.finally_block);
  return {};
}

void Evaluator::handlers(ir::Try const& node, Flow const& raised, Flow& after) {
  for (ir::Handler const& handler : node.handlers) {
    flow_ = raised;
    flow_.reachable = true;
    if (handler.match_block) block(handler.match_block);
    // A bare `except` names nothing.
    exceptions_.push_back(handler.types ? caught(value(handler.types)) : Value{});
    block(handler.body);
    exceptions_.pop_back();
    join(after, flow_);
  }
}

// One after the other may run, each up to wherever it raises; each gets a group, which the runtime makes.
void Evaluator::star_handlers(ir::Try const& node, Flow const& raised, Flow& after) {
  Flow around = raised;
  around.reachable = true;
  for (ir::Handler const& handler : node.handlers) {
    flow_ = around;
    block(handler.match_block);
    exceptions_.push_back(caught_any());
    raised_.push_back(&around);
    block(handler.body);
    raised_.pop_back();
    exceptions_.pop_back();
    join(around, flow_);
  }
  join(after, around);
}

// What a handler for `types` may be given: instances of the program's classes, if it names only such.
Value Evaluator::caught(Value const& types) {
  Value result;
  for (AtomId id : types.atoms) {
    Atom const atom = world_.atoms[id];
    if (atom.kind == AtomKind::NativeClass) {
      auto const& class_ = *static_cast<bindings::Class const*>(atom.native);
      if (!is_exception(class_)) return caught_any();
      world_.join(result, caught_native(class_));
      continue;
    }
    if (atom.kind == AtomKind::Tuple) {
      world_.join(result, caught(all_slots(world_.site_of(atom))));
      continue;
    }
    if (atom.kind != AtomKind::Class) return caught_any();
    for (ir::ClassId subclass : world_.state(ir::ClassId{atom.index}).subclasses) {
      world_.join(result, of(AtomKind::Instance, subclass.index));
    }
  }
  return types.unknown ? caught_any() : result;
}

// An exception of the runtime's class, or of one of the program's below it.
Value Evaluator::caught_native(bindings::Class const& class_) {
  std::uint32_t part = 500;
  Value result = make_value({class_.full_name, {}}, {}, current_, part);
  world_.join(result, world_.instances_below(class_));
  return result;
}

bool Evaluator::is_exception(bindings::Class const& class_) {
  return bindings::is_below(class_, *bindings::find_class("BaseException"));
}

Value Evaluator::caught_any() {
  world_.observe_exceptions();
  return World::unknown();
}

Value Evaluator::evaluate(ir::CurrentException const&, ir::InstId) {
  return exceptions_.empty() ? World::unknown() : exceptions_.back();
}

Value Evaluator::evaluate(ir::With const& node, ir::InstId id) {
  Value entered;
  if (value(node.manager).unknown) entered = World::unknown();
  for (AtomId manager : Value(value(node.manager)).atoms) world_.join(entered, enter(manager, node.is_async, id));
  Flow raised = flow_;
  raised_.push_back(&raised);
  items_.push_back(entered);
  block(node.body);
  items_.pop_back();
  raised_.pop_back();
  join(flow_, raised);
  if (!flow_.reachable) flow_ = raised;
  return {};
}

Value Evaluator::evaluate(ir::WithEntered const&, ir::InstId) { return items_.back(); }

Value Evaluator::evaluate(ir::Raise const& node, ir::InstId) {
  for (ir::InstId operand : {node.exception, node.cause}) {
    if (!operand) continue;
    Value const raised = value(operand);
    for (AtomId id : raised.atoms) raise_atom(world_.atoms[id]);
  }
  stop();
  return {};
}

// Exceptions of the program's classes come back in handlers that name them; where others see them, they escape.
void Evaluator::raise_atom(Atom const& atom) {
  bool const is_instance = atom.kind == AtomKind::Instance;
  if (atom.kind == AtomKind::Class) construct(ir::ClassId{atom.index}, {});
  if (is_instance || atom.kind == AtomKind::Class) world_.raise(ir::ClassId{atom.index});
}

Value Evaluator::evaluate(ir::Reraise const&, ir::InstId) {
  stop();
  return {};
}

Value Evaluator::evaluate(ir::Return const& node, ir::InstId) {
  if (function_.kind == ir::FunctionKind::Module) {
    stop();
    return {};
  }
  Value const returned = node.value ? value(node.value) : world_.none();
  world_.grow(self_.result, returned);
  if (self_.results_escape) world_.escape(returned);
  stop();
  return {};
}

Value Evaluator::evaluate(ir::ClassBodyResult const&, ir::InstId) {
  stop();
  return {};
}

Value Evaluator::evaluate(ir::Yield const& node, ir::InstId) {
  yield(value(node.value));
  return world_.joined(self_.sent, world_.none());
}

Value Evaluator::evaluate(ir::YieldFrom const& node, ir::InstId id) {
  Value const iterable = value(node.iterable);
  if (iterable.unknown) return delegate_to_unknown();
  Value result;
  for (AtomId const each : iterable.atoms) world_.join(result, delegate(each, id));
  return result;
}

// What `yield from` gives in the end; on the way, the function yields what the iterator does.
Value Evaluator::delegate(AtomId iterable, ir::InstId id) {
  Atom const atom = world_.atoms[iterable];
  if (atom.kind == AtomKind::Generator) return delegate_to(ir::FunctionId{atom.index});
  if (is_builtin_data(atom)) {
    yield(iterate_atom(iterable, false, id));
    return world_.none();
  }
  if (atom.kind == AtomKind::Instance) {
    std::optional<MethodTarget> const method = special_method(atom, NameId::of("__iter__"));
    bool const is_generator =
        method && *method && world_.module.functions[method->function].kind == ir::FunctionKind::Generator;
    if (is_generator) {
      call_function(method->function, {}, of(atom));
      return delegate_to(method->function);
    }
  }
  world_.escape(iterable);
  return delegate_to_unknown();
}

// It gets what's sent here.
Value Evaluator::delegate_to(ir::FunctionId generator) {
  FunctionState& state = world_.state(generator);
  yield(Value(state.yielded));
  world_.grow(state.sent, Value(self_.sent));
  return state.result;
}

Value Evaluator::delegate_to_unknown() {
  yield(World::unknown());
  world_.grow(self_.sent, World::unknown());
  return World::unknown();
}

void Evaluator::yield(Value const& yielded) {
  world_.grow(self_.yielded, yielded);
  if (self_.results_escape) world_.escape(yielded);
}

Value Evaluator::evaluate(ir::Await const& node, ir::InstId id) { return await_value(value(node.operand), id); }

Value Evaluator::evaluate(ir::Statement const&, ir::InstId) { return {}; }
Value Evaluator::evaluate(ir::WarnSyntax const&, ir::InstId) { return {}; }
Value Evaluator::evaluate(ir::Unsupported const&, ir::InstId) { return World::unknown(); }

}  // namespace aiocc::types
