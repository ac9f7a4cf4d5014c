// The guesses, and the copies made for them.
#include "types/typed_entries.hpp"

#include <algorithm>
#include <optional>
#include <span>

namespace aiocc::types {
namespace {

// Of no one kind.
bool is_open(Value const& value) { return value.unknown || value.atoms.size() > 1; }

bool is_scalar(AtomKind kind) {
  return kind == AtomKind::Int || kind == AtomKind::Float || kind == AtomKind::Str || kind == AtomKind::Bool;
}

std::optional<AtomKind> kind_of_annotation(NameId name) {
  if (!name) return std::nullopt;
  if (name.text() == "int") return AtomKind::Int;
  if (name.text() == "float") return AtomKind::Float;
  if (name.text() == "str") return AtomKind::Str;
  if (name.text() == "bool") return AtomKind::Bool;
  return std::nullopt;
}

// What calls give a parameter: one kind of scalars, or something else besides.
struct Given {
  std::optional<AtomKind> kind;
  bool is_mixed = false;

  void add(std::optional<AtomKind> given) {
    is_mixed |= !given || (kind && kind != given);
    kind = given;
  }
};

class Guesses {
 public:
  explicit Guesses(World& world) : world_(world), given_(world.declared_functions()) {
    for (std::uint32_t index = 0; index < world.declared_functions(); ++index) {
      ir::Function const& function = world.module.functions[ir::FunctionId{index}];
      given_[index].resize(function.parameters.size());
      if (function.name) named_[function.name].push_back(ir::FunctionId{index});
    }
    for (std::uint32_t index = 0; index < world.functions.size(); ++index) {
      if (world.functions[index].reached) see(ir::FunctionId{index});
    }
  }

  // What the function's parameters may be taken to be; nothing where none of them can be told.
  std::optional<std::vector<Value>> arguments(ir::FunctionId id) {
    FunctionState const& state = world_.functions[id.index];
    std::vector<Value> arguments = state.parameters;
    bool is_guessed = false;
    for (std::size_t index = 0; index < arguments.size(); ++index) {
      if (!is_open(arguments[index])) continue;
      std::optional<AtomKind> const kind = guess(id, index);
      if (kind) arguments[index] = world_.of(*kind);
      is_guessed |= kind.has_value();
    }
    return is_guessed ? std::optional(std::move(arguments)) : std::nullopt;
  }

 private:
  std::optional<AtomKind> guess(ir::FunctionId id, std::size_t parameter) const {
    ir::Function const& function = world_.module.functions[id];
    Given const& given = given_[id.index][parameter];
    if (given.kind && !given.is_mixed) return given.kind;
    if (std::optional<AtomKind> const kind = kind_of_annotation(function.parameters[parameter].annotation)) return kind;
    return only_kind(world_.functions[id.index].defaults[parameter]);
  }

  std::optional<AtomKind> only_kind(Value const& value) const {
    if (value.unknown || value.atoms.size() != 1) return std::nullopt;
    AtomKind const kind = world_.atoms[value.atoms[0]].kind;
    return is_scalar(kind) ? std::optional(kind) : std::nullopt;
  }

  void see(ir::FunctionId where) {
    for (ir::Inst const& inst : world_.module.functions[where].insts) {
      if (auto const* call = std::get_if<ir::Call>(&inst.node)) see(where, *call);
      if (auto const* call = std::get_if<ir::CallMethod>(&inst.node)) see(where, *call);
    }
  }

  void see(ir::FunctionId where, ir::Call const& call) {
    see_passed(where, call.args);
    ir::Function const& function = world_.module.functions[where];
    ir::InstNode const& callee = function.insts[call.callee].node;
    NameId name;
    if (auto const* load = std::get_if<ir::LoadGlobal>(&callee)) name = world_.module.globals[load->global].name;
    if (auto const* load = std::get_if<ir::LoadLocal>(&callee)) name = function.locals[load->local].name;
    give(name, false, where, call.args, call.keywords);
  }

  void see(ir::FunctionId where, ir::CallMethod const& call) {
    see_passed(where, call.args);
    auto const& method = std::get<ir::GetMethod>(world_.module.functions[where].insts[call.method].node);
    give(method.name, true, where, call.args, call.keywords);
  }

  // A call with a value that never comes tells nothing.
  void add(Given& given, Value const& value) const {
    if (!value.is_empty()) given.add(only_kind(value));
  }

  // What follows a function in a list of arguments may be what it's called with.
  void see_passed(ir::FunctionId where, std::vector<ir::InstId> const& args) {
    for (std::size_t index = 0; index < args.size(); ++index) {
      Value const& passed = value(where, args[index]);
      if (passed.unknown || passed.atoms.size() != 1) continue;
      Atom const atom = world_.atoms[passed.atoms[0]];
      if (atom.kind == AtomKind::Function && atom.index < given_.size())
        give(ir::FunctionId{atom.index}, 0, where, std::span(args).subspan(index + 1));
    }
  }

  void give(NameId name, bool to_methods, ir::FunctionId where, std::vector<ir::InstId> const& args,
            std::vector<NameId> const& keywords) {
    auto const found = named_.find(name);
    if (found == named_.end()) return;
    std::span const positional = std::span(args).first(args.size() - keywords.size());
    for (ir::FunctionId const id : found->second) {
      ir::Function const& function = world_.module.functions[id];
      if (function.class_id.operator bool() != to_methods) continue;
      give(id, to_methods ? 1 : 0, where, positional);
      for (std::size_t index = 0; index < keywords.size(); ++index)
        give_by_name(id, keywords[index], value(where, args[positional.size() + index]));
    }
  }

  void give(ir::FunctionId id, std::size_t first, ir::FunctionId where, std::span<ir::InstId const> args) {
    std::vector<Given>& given = given_[id.index];
    for (std::size_t index = 0; index < args.size() && first + index < given.size(); ++index)
      add(given[first + index], value(where, args[index]));
  }

  void give_by_name(ir::FunctionId id, NameId keyword, Value const& value) {
    ir::Function const& function = world_.module.functions[id];
    for (std::size_t index = 0; index < function.parameters.size(); ++index) {
      if (function.locals[function.parameters[index].local].name == keyword) add(given_[id.index][index], value);
    }
  }

  Value const& value(ir::FunctionId where, ir::InstId inst) const {
    return world_.functions[where.index].insts[inst.index];
  }

  World& world_;
  std::map<NameId, std::vector<ir::FunctionId>> named_;
  // By function and parameter.
  std::vector<std::vector<Given>> given_;
};

// Whether the function's text calls something of its own name: itself, or what decorates it.
bool may_call_itself(ir::Module const& module, ir::Function const& function, ir::Inst const& inst) {
  if (auto const* method = std::get_if<ir::GetMethod>(&inst.node)) return method->name == function.name;
  auto const* call = std::get_if<ir::Call>(&inst.node);
  auto const* callee = call ? std::get_if<ir::LoadGlobal>(&function.insts[call->callee].node) : nullptr;
  return callee && module.globals[callee->global].name == function.name;
}

// Types are worth a copy where they're used more than once.
bool repeats(ir::Module const& module, ir::Function const& function) {
  return std::ranges::any_of(function.insts, [&](ir::Inst const& inst) {
    bool const is_loop = inst.kind() == ir::InstKind::For || inst.kind() == ir::InstKind::While;
    return is_loop || may_call_itself(module, function, inst);
  });
}

bool wants_entry(World& world, ir::FunctionId id) {
  FunctionState const& state = world.functions[id.index];
  ir::Function const& function = world.module.functions[id];
  return state.reached && (state.escaped || state.is_unpacked_into) && !state.typed_entry && !state.is_altered &&
         !function.generated && repeats(world.module, function);
}

// A parameter that's given something else later on is any object for the entry, which then can't tell what it's been given.
bool can_check(World& world, ir::FunctionId id, ir::FunctionId typed) {
  ir::Function const& function = world.module.functions[typed];
  for (std::size_t index = 0; index < function.parameters.size(); ++index) {
    bool const is_guessed = is_open(world.functions[id.index].parameters[index]) &&
                            !is_open(world.functions[typed.index].parameters[index]);
    ir::TypeKind const kind = world.module.types[function.locals[function.parameters[index].local].type].kind;
    bool const is_scalar = kind == ir::TypeKind::Int || kind == ir::TypeKind::Float || kind == ir::TypeKind::Str ||
                           kind == ir::TypeKind::Bool;
    if (is_guessed && !is_scalar) return false;
  }
  return true;
}

}  // namespace

bool add_typed_entries(World& world) {
  Guesses guesses(world);
  bool is_any_new = false;
  for (std::uint32_t index = 0; index < world.declared_functions(); ++index) {
    ir::FunctionId const id{index};
    if (!wants_entry(world, id)) continue;
    std::optional<std::vector<Value>> const arguments = guesses.arguments(id);
    if (!arguments) continue;
    ir::FunctionId const made = world.specialised(id, *arguments, world.module.modules[world.module.main].body);
    if (made == id) continue;
    FunctionState& state = world.state(made);
    world.set(state.reached);
    for (std::size_t at = 0; at < arguments->size(); ++at) world.grow(state.parameters[at], (*arguments)[at]);
    world.functions[index].typed_entry = made;
    is_any_new = true;
  }
  return is_any_new;
}

void set_typed_entries(World& world) {
  for (ir::Function& function : world.module.functions) {
    for (ir::Inst& inst : function.insts) {
      auto* made = std::get_if<ir::MakeFunction>(&inst.node);
      ir::FunctionId const typed = made ? world.functions[made->function.index].typed_entry : ir::FunctionId();
      if (typed && can_check(world, made->function, typed)) made->typed = typed;
    }
  }
}

}  // namespace aiocc::types
