// What stays dynamic, and why.
#include "types/explain.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "ir/printer.hpp"
#include "types/static_types.hpp"

namespace aiocc::types {
namespace {

// The way from a value back to where it came to be unknown gets no longer than a person would follow.
constexpr int longest_way = 12;

class Explainer {
 public:
  Explainer(World& world, Diagnostics& diagnostics) : world_(world), types_(world), diagnostics_(diagnostics) {}

  void explain() {
    for (std::uint32_t index = 0; index < world_.functions.size(); ++index) {
      bool const is_written = !world_.module.functions[ir::FunctionId{index}].generated;
      if (world_.functions[index].reached && is_written) explain_function(ir::FunctionId{index});
    }
    for (std::uint32_t index = 0; index < world_.classes.size(); ++index) explain_class(ir::ClassId{index});
  }

 private:
  ir::Function const& function(ir::FunctionId id) const { return world_.module.functions[id]; }
  ir::Inst const& inst(ir::FunctionId id, ir::InstId at) const { return function(id).insts[at]; }
  Value const& value(ir::FunctionId id, ir::InstId at) { return world_.state(id).insts[at.index]; }
  bool is_dynamic(Value const& value) {
    return !value.is_empty() && types_.of(value) == types_.object() && !is_definition(value);
  }

  // Functions, classes and modules are words anyway, and nothing is lost by that.
  bool is_definition(Value const& value) {
    if (value.unknown || value.atoms.size() != 1) return false;
    switch (world_.atoms[value.atoms[0]].kind) {
      case AtomKind::Class:
      case AtomKind::Function:
      case AtomKind::NativeClass:
      case AtomKind::NativeFunction:
      case AtomKind::NativeMethod:
      case AtomKind::NamedTupleMaker:
      case AtomKind::NamedTupleClass:
      case AtomKind::Module:
      case AtomKind::ProgramModule:
      case AtomKind::Iterator:
      case AtomKind::Super: return true;
      default: return false;
    }
  }

  void explain_function(ir::FunctionId id) {
    ir::Function const& each = function(id);
    std::vector<bool> told(each.locals.size());
    for (std::size_t index = 0; index < each.parameters.size(); ++index) {
      Value const& given = world_.state(id).parameters[index];
      ir::LocalId const local = each.parameters[index].local;
      if (!is_dynamic(given)) continue;
      told[local.index] = true;
      report(each.name_span, fmt::format("parameter `{}` of `{}`", each.locals[local].name.text(), each.name.text()),
             given.unknown ? why_parameter(id) : alternatives(given));
    }
    for (std::uint32_t index = 0; index < each.insts.size(); ++index) explain_inst(id, ir::InstId{index}, told);
  }

  void explain_inst(ir::FunctionId id, ir::InstId at, std::vector<bool>& told) {
    ir::Inst const& each = inst(id, at);
    if (auto const* store = std::get_if<ir::StoreLocal>(&each.node)) {
      ir::Local const& local = function(id).locals[store->local];
      bool const is_named = local.kind != ir::LocalKind::Temporary && !told[store->local.index];
      if (!is_named || !is_dynamic(world_.state(id).locals[store->local.index])) return;
      // A variable of several types is told of once, where it's first given a value.
      told[store->local.index] = true;
      Value const& held = world_.state(id).locals[store->local.index];
      // It may be another store that gives it what isn't known.
      bool const is_elsewhere = held.unknown && !value(id, store->value).unknown;
      report(each.span, fmt::format("`{}`", local.name.text()),
             is_elsewhere ? cause_of_local(id, store->local, 0) : why(id, store->value, held));
    } else if (auto const* global = std::get_if<ir::StoreGlobal>(&each.node)) {
      Value const& held = world_.globals[global->global.index];
      if (is_dynamic(held) && told_globals_.insert(global->global).second)
        report(each.span, fmt::format("global `{}`", world_.module.globals[global->global].name.text()),
               why(id, global->value, held));
    } else if (auto const* call = std::get_if<ir::Call>(&each.node)) {
      explain_call(id, each.span, value(id, call->callee), call->callee);
    } else if (auto const* method = std::get_if<ir::GetMethod>(&each.node)) {
      Value const& receiver = value(id, method->object);
      if (receiver.unknown)
        report(each.span, fmt::format("the call of `{}`", method->name.text()),
               "its receiver is: " + cause(id, method->object, 0));
    }
  }

  void explain_call(ir::FunctionId id, Span span, Value const& callee, ir::InstId callee_id) {
    if (callee.unknown) return report(span, "this call", "what is called is: " + cause(id, callee_id, 0));
    if (callee.atoms.size() > 1)
      report(span, "this call", fmt::format("it may be of {} functions", callee.atoms.size()));
  }

  void explain_class(ir::ClassId id) {
    ir::Class const& each = world_.module.classes[id];
    for (ir::ClassField const& field : each.fields) {
      auto const found = world_.state(id).instance_attributes.find(field.name);
      if (found == world_.state(id).instance_attributes.end() || !is_dynamic(found->second)) continue;
      report(each.name_span, fmt::format("attribute `{}` of `{}`", field.name.text(), each.name.text()),
             found->second.unknown ? why_field(id, field.name) : alternatives(found->second));
    }
  }

  void report(Span span, std::string const& what, std::string const& reason) {
    if (span.file) diagnostics_.report<Code::DynamicValue>(span, what, reason);
  }

  std::string why(ir::FunctionId id, ir::InstId at, Value const& held) {
    return held.unknown ? cause(id, at, 0) : alternatives(held);
  }

  std::string why_field(ir::ClassId id, NameId name) {
    bool const is_stored = world_.state(id).instances_escaped && world_.may_store(name);
    if (is_stored) return "instances reach code that isn't known, which stores something by this name";
    bool const is_open = world_.state(id).instances_escaped && world_.is_open(id);
    return is_open ? "instances reach code that isn't known, which may store anything"
                   : "a value of unknown type is stored";
  }

  std::string why_parameter(ir::FunctionId id) const {
    return world_.functions[id.index].escaped ? "the function is used as a value, so that anything may call it"
                                              : "a caller gives it a value of unknown type";
  }

  // `it may be int or float`.
  std::string alternatives(Value const& value) {
    std::vector<std::string> names;
    for (AtomId id : value.atoms) {
      Value single;
      single.atoms.insert(id);
      std::string name = ir::print_type(world_.module, types_.of(single));
      if (name == "object") name = describe(world_.atoms[id]);
      if (std::ranges::find(names, name) == names.end()) names.push_back(std::move(name));
    }
    // In an order that doesn't depend on what was evaluated first.
    std::ranges::sort(names);
    std::string text;
    for (std::size_t index = 0; index < names.size(); ++index)
      text += (index == 0 ? "" : index + 1 == names.size() ? " or " : ", ") + names[index];
    return names.size() == 1 ? fmt::format("it is {}", text) : fmt::format("it may be {}", text);
  }

  static std::string describe(Atom const& atom) {
    switch (atom.kind) {
      case AtomKind::Function:
      case AtomKind::BoundMethod:
      case AtomKind::NativeFunction:
      case AtomKind::NativeMethod: return "a function";
      case AtomKind::Class:
      case AtomKind::NativeClass: return "a class";
      case AtomKind::Coroutine:
      case AtomKind::NativeCoroutine: return "a coroutine object";
      case AtomKind::Generator:
      case AtomKind::AsyncGenerator: return "a generator object";
      default: return "an object";
    }
  }

  // Where the unknown value came from.
  std::string cause(ir::FunctionId id, ir::InstId at, int way) {
    ir::Inst const& each = inst(id, at);
    if (way > longest_way) return "it comes a long way from where its type got lost";
    if (auto const* load = std::get_if<ir::LoadLocal>(&each.node)) return cause_of_local(id, load->local, way);
    if (auto const* global = std::get_if<ir::LoadGlobal>(&each.node))
      return fmt::format("the global `{}` may hold anything", world_.module.globals[global->global].name.text());
    if (auto const* name = std::get_if<ir::LoadName>(&each.node))
      return fmt::format("the module's globals are in a dict, so `{}` may hold anything", name->name.text());
    if (auto const* call = std::get_if<ir::Call>(&each.node)) return cause_of_call(id, call->callee);
    if (auto const* call = std::get_if<ir::CallMethod>(&each.node)) {
      auto const& method = std::get<ir::GetMethod>(inst(id, call->method).node);
      return fmt::format("the type of what the method `{}` gives isn't known", method.name.text());
    }
    if (auto const* attribute = std::get_if<ir::GetAttr>(&each.node))
      return fmt::format("the type of the attribute `{}` isn't known", attribute->name.text());
    if (auto const* binary = std::get_if<ir::Binary>(&each.node); binary && !unknown_operand(id, each))
      return cause_of_binary(id, *binary);
    if (std::holds_alternative<ir::LoopItem>(each.node)) return "the items of the loop are of unknown type";
    if (ir::InstId const operand = unknown_operand(id, each); operand) return cause(id, operand, way + 1);
    return fmt::format("the type of what `{}` gives isn't known", ir::traits_of(each).name);
  }

  std::string cause_of_local(ir::FunctionId id, ir::LocalId local, int way) {
    for (ir::Parameter const& parameter : function(id).parameters) {
      if (parameter.local == local)
        return fmt::format("parameter `{}`: {}", function(id).locals[local].name.text(), why_parameter(id));
    }
    for (std::uint32_t index = 0; index < function(id).insts.size(); ++index) {
      auto const* store = std::get_if<ir::StoreLocal>(&inst(id, ir::InstId{index}).node);
      if (store && store->local == local && value(id, store->value).unknown) return cause(id, store->value, way + 1);
    }
    return fmt::format("`{}` is a variable of several functions", function(id).locals[local].name.text());
  }

  std::string cause_of_binary(ir::FunctionId id, ir::Binary const& node) {
    std::string const operands = fmt::format("{} {} {}", name_of_type(value(id, node.left)), syntax::symbol(node.op),
                                             name_of_type(value(id, node.right)));
    bool const is_root = node.op == syntax::Operator::Pow && operands.starts_with("float");
    return fmt::format("`{}` {}", operands, is_root ? "is complex where the base is negative" : "gives several types");
  }

  std::string name_of_type(Value const& value) { return ir::print_type(world_.module, types_.of(value)); }

  std::string cause_of_call(ir::FunctionId id, ir::InstId callee) {
    Value const& called = value(id, callee);
    if (called.unknown) return "the function that is called isn't known";
    if (called.atoms.size() == 1 && world_.atoms[called.atoms[0]].kind == AtomKind::Function) {
      ir::FunctionId const known{world_.atoms[called.atoms[0]].index};
      return fmt::format("`{}` returns a value of unknown type", function(known).name.text());
    }
    if (called.atoms.size() == 1 && world_.atoms[called.atoms[0]].kind == AtomKind::NativeFunction) {
      auto const& known = *static_cast<bindings::Function const*>(world_.atoms[called.atoms[0]].native);
      return fmt::format("the type of what `{}` gives for such arguments isn't known", known.name);
    }
    return "the type of what the call gives isn't known";
  }

  // One that isn't a variable, if there is such: that may be unknown just because of this operation.
  ir::InstId unknown_operand(ir::FunctionId id, ir::Inst const& each) {
    ir::InstId found;
    ir::for_each_operand(each.node, [&](ir::InstId operand) {
      if (!value(id, operand).unknown) return;
      bool const is_better = found && inst(id, found).kind() == ir::InstKind::LoadLocal &&
                             inst(id, operand).kind() != ir::InstKind::LoadLocal;
      if (!found || is_better) found = operand;
    });
    return found;
  }

  World& world_;
  StaticTypes types_;
  Diagnostics& diagnostics_;
  std::set<ir::GlobalId> told_globals_;
};

}  // namespace

void explain(World& world, Diagnostics& diagnostics) { Explainer(world, diagnostics).explain(); }

}  // namespace aiocc::types
