// Abstract interpretation of one function: what each of its instructions may give, with its variables followed through the flow.
#pragma once

#include <algorithm>
#include <functional>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "types/binding.hpp"
#include "types/operator_methods.hpp"
#include "types/world.hpp"

namespace aiocc::types {

// The variables' values at a point of the function.
struct Flow {
  std::vector<Value> locals;
  bool reachable = true;
};

// The arguments of a call: keyword arguments stand at the end.
struct Arguments {
  std::vector<Value> values;
  std::vector<NameId> keywords;
};

// The arguments by position of a call that unpacks some: those whose places are known, and what may come behind them.
struct Unpacked {
  std::vector<Value> places;
  Value others;

  std::span<Value const> behind(std::size_t place) const {
    return std::span(places).subspan(std::min(place, places.size()));
  }
};

// What type parameters stand for, by name, and the slot of a receiver's site that holds it, where there is one.
struct TypeEnvironment {
  std::map<std::string_view, Value> values;
  std::map<std::string_view, std::pair<std::uint32_t, std::size_t>> slots;
};

// A call of the runtime's, resolved.
struct NativeCall {
  bindings::Overload const* overload = nullptr;
  Binding binding;
  bool is_method = false;
  TypeEnvironment environment;
  // It's the overload behind the dynamic entry, whose C++ declaration has no defaults of its own.
  bool is_last = false;
  // Whose method or constructor it is; null for functions.
  bindings::Class const* owner = nullptr;
};

// A method that stores or deletes the attribute whose name it's given.
bool stores_by_name(NameId method);

class Evaluator {
 public:
  Evaluator(World& world, ir::FunctionId id);

  // One pass over the function (loops to their fixpoint) with what is known now; the world grows by what it finds.
  void run();

  // The overload that a call takes, for what is known of its arguments.
  std::optional<NativeCall> resolve_native(Array<bindings::Overload> overloads, TypeEnvironment const& environment,
                                           bool is_method, Arguments const& arguments);
  // A method of a runtime's object; nothing where there's none of that name.
  std::optional<NativeCall> resolve_native_method(AtomId receiver, NameId name, Arguments const& arguments);
  // The overload of a call of `callee` with `*items`; `items` holds one value, which stands for each of them.
  std::optional<NativeCall> resolve_unpacked(Atom const& callee, Arguments const& items);
  // What iterating over a value gives.
  Value iterate(Value const& iterable, bool is_async, ir::InstId id);
  Array<bindings::Overload> overloads_of(Atom const& callee) const;
  // What a module of the runtime has under `name`.
  Value member(bindings::Module const& module, NameId name) { return module_attribute(module, name, {}); }
  Arguments arguments_of(std::vector<ir::InstId> const& args, std::vector<NameId> const& keywords);
  // The instruction on whose behalf overloads are resolved: what they make belongs to it.
  void set_current(ir::InstId id) { current_ = id; }
  // Whether all that the value may be are instances of the class, or of one of a tuple of classes, or none is; nothing where that isn't known.
  std::optional<bool> are_instances_of(Value const& values, Value const& classes);
  std::optional<bool> is_instance_of(Atom const& atom, Value const& classes);
  // What of the subject may be an instance of the classes.
  Value matching(Value const& subject, Value const& classes);
  // The attributes that a pattern asks for, where it's known what `__match_args__` names.
  std::optional<std::vector<NameId>> matched_names(ir::MatchClass const& node, Value const& classes);
  // It derives from BaseException.
  bool is_exception(bindings::Class const& class_);

 private:
  struct Uses {
    std::uint32_t count = 0;
    bool is_awaited = false;
  };
  struct Loop {
    Flow breaks;
    Flow continues;
  };

  // evaluator.cpp
  Value const& value(ir::InstId id) const { return self_.insts[id.index]; }
  void record(ir::InstId id, Value const& value) { world_.changed |= world_.join(self_.insts[id.index], value); }
  void block(ir::BlockId id);
  void inst(ir::InstId id);
  bool join(Flow& into, Flow const& from);
  void stop() { flow_.reachable = false; }
  // Handlers around may begin with the variables as they are now.
  void note_handlers();
  Value of(Atom const& atom) { return world_.of(atom); }
  Value of(AtomKind kind, std::uint32_t index = 0, void const* native = nullptr) {
    return world_.of(kind, index, native);
  }
  Value escaped(Value const& value) {
    world_.escape(value);
    return World::unknown();
  }

#define AIOCC_INST(kind) Value evaluate(ir::kind const& node, ir::InstId id);
#include "ir/inst_kinds.def"
#undef AIOCC_INST

  // evaluate_control.cpp
  void loop(ir::InstId id, ir::BlockId condition_block, ir::InstId condition, ir::BlockId body, ir::BlockId else_block,
            bool is_endless);
  void handlers(ir::Try const& node, Flow const& raised, Flow& after);
  void star_handlers(ir::Try const& node, Flow const& raised, Flow& after);
  Value caught(Value const& types);
  Value caught_any();
  void yield(Value const& yielded);
  Value delegate(AtomId iterable, ir::InstId id);
  Value delegate_to(ir::FunctionId generator);
  Value delegate_to_unknown();
  void raise_atom(Atom const& atom);
  Value caught_native(bindings::Class const& class_);

  // evaluate_variables.cpp
  Value& cell(ir::LocalId local);
  void note_copy(ir::StoreLocal const& node);
  Value keep_annotation(ir::Inst const& inst);
  void called_by_runtime(NameId name, Value const& stored);
  bool in_cell(ir::LocalId local) const { return function_.locals[local].captured || function_.locals[local].free; }

  // narrowing.cpp
  void narrow(ir::InstId condition, bool holds);
  void narrow_local(ir::InstId load, std::function<bool(Atom const&)> const& keeps, bool removes_unknown);
  void keep_atoms(ir::LocalId local, std::function<bool(Atom const&)> const& keeps, bool removes_unknown);
  void narrow_compare(ir::Compare const& node, bool holds);
  void narrow_exception(ir::InstId tested, ir::ClassId wanted);
  void narrow_isinstance(ir::Call const& node, bool holds);

  // evaluate_match.cpp
  std::optional<bool> is_instance_of(Atom const& atom, Atom const& wanted);
  Value match_class_item(ir::MatchClass const& node, std::uint32_t index, ir::InstId id);
  void narrow_class(ir::MatchClass const& node, bool holds);
  void narrow_sequence(ir::MatchSequence const& node, bool holds);

  // evaluate_instances.cpp
  std::optional<MethodTarget> special_method(Atom const& object, NameId name);
  std::optional<Value> call_special(Atom const& object, NameId name, Arguments const& arguments);
  bool take_not_implemented(Value& value);
  std::optional<Value> instance_operator(OperatorMethods const& names, Atom const& left, Atom const& right);
  std::optional<Value> instance_arithmetic(syntax::Operator op, Atom const& left, Atom const& right);
  Value compare_instances(syntax::CompareOperator op, Atom const& left, Atom const& right);
  void look_inside(Value const& item, Atom const& object);
  void compared(std::vector<Value> const& operands);
  void follow_or_escape(std::vector<Value> const& operands, bool only_compares);
  bool follow_comparisons(Value const& compared, int depth = 0);
  bool follow_comparisons(Atom const& instance, Value const& others);
  void add_parts(Atom const& container, std::vector<Value>& parts);
  void join_parts(Atom const& container, Value& into);
  bool only_compares(ir::ClassId id);
  Value iterate_instance(Atom const& object, bool is_async);
  Value items_of(Value const& iterator, bool is_async);

  // evaluate_operators.cpp
  Value binary(syntax::Operator op, Value const& left, Value const& right, ir::InstId id);
  Value in_place_atoms(syntax::Operator op, Atom const& left, Atom const& right, ir::InstId id);
  Value compare_atoms(syntax::CompareOperator op, Atom const& left, Atom const& right);
  Value binary_atoms(syntax::Operator op, Atom const& left, Atom const& right, ir::InstId id);
  std::optional<Value> container_arithmetic(syntax::Operator op, Atom const& left, Atom const& right, ir::InstId id);
  Value concatenate(Atom const& left, Atom const& right, ir::InstId id);
  bool asks_for_items(ir::ClassId id);
  bool update(AtomKind kind, Value const& target, syntax::Operator op, Value const& right, ir::InstId id);
  bool is_builtin_data(Atom const& atom) const;
  bool is_builtin_data(Value const& value) const;
  bool lacks(Atom const& atom, NameId name);
  bool lacks(ir::ClassId id, NameId name);
  bool is_plain_data(Value const& value);
  bool is_only_functions(Value const& value) const;
  bool is_complex(Atom const& atom) const;
  // `left is right`: where both may be floats, it matters which object each one is.
  void note_identity(Value const& left, Value const& right);
  Value complex_value(ir::InstId id);
  bool has_constant_exponent(ir::InstId id) const;

  // evaluate_named_tuples.cpp
  std::optional<Value> named_tuple_statement(ir::MakeClass const& node, ir::InstId id);
  Value define_named_tuple(std::vector<NameId> const& names, std::vector<Value> const& defaults, ir::ClassId methods,
                           ir::InstId id);
  Value make_named_tuple(Arguments const& arguments, ir::InstId id);
  Value construct_named_tuple(Atom const& class_, Arguments const& arguments);
  Value construct_named_tuple(Atom const& class_, Unpacked const& items, Value const& keywords);
  Value replace_fields(Atom const& object, Arguments const& arguments);
  // What the field holds; nothing where there's none of that name.
  std::optional<Value> named_field(Atom const& object, NameId name);
  bool are_functions(Value const& value) const;
  std::optional<std::vector<NameId>> constant_names(ir::InstId names) const;

  // evaluate_containers.cpp
  bool has_fixed_slots(Atom const& atom);
  Value container(AtomKind kind, ir::InstId id, std::size_t slots);
  void store_slot(Value const& containers, std::size_t slot, Value const& value);
  // Whether what a container is subscripted with may be a slice, or can be nothing else.
  bool may_slice(Value const& key) const;
  bool must_slice(Value const& key) const;
  void store_into_list(Value const& list, Value const& key, Value const& stored, ir::InstId id);
  void compare_keys(Value const& containers, Value const& key);
  Value iterate_atom(AtomId atom, bool is_async, ir::InstId id);
  Value iterate_native(Atom const& atom, ir::InstId id);
  Value get_item(Atom const& object, Value const& key, ir::InstId id);
  Value constant_item(Atom const& object, ir::InstId id);
  Value await_native(Atom const& atom, ir::InstId id);
  Value enter(AtomId manager, bool is_async, ir::InstId id);
  Value await_value(Value const& awaited, ir::InstId id);
  Value all_slots(Site const& site);

  // evaluate_attributes.cpp
  Value get_attribute(AtomId object, NameId name, ir::InstId id);
  // Whether all instructions that use the value do so as wanted.
  bool every_use(ir::InstId id, std::function<bool(ir::InstNode const&)> const& fits) const;
  bool is_only_described(ir::InstId class_) const;
  bool is_only_called(ir::InstId callee) const;
  Value instance_attribute(ir::ClassId id, NameId name);
  bool is_kept_by_base(ir::ClassId id, NameId name);
  bool has_field(ir::ClassId id, NameId name) const;
  Value bound(Value const& attribute);
  Value class_attribute(Value const& attribute);
  Value unwrapped(Atom const& atom);
  bool has_property(ir::ClassId id, NameId name);
  void store_class_attribute(ir::ClassId id, NameId name, Value const& stored);
  void pass_to_descriptor(ir::ClassId id, NameId name, AtomKind accessor, Value const& stored);
  Value module_attribute(bindings::Module const& module, NameId name, ir::InstId id);
  Value native_attribute(AtomId object, NameId name, ir::InstId id);
  Value native_method(Atom const& receiver, NameId name, ir::InstId id);

  // evaluate_modules.cpp
  Value program_module_attribute(ir::PythonModuleId id, NameId name);
  void store_module_attribute(ir::PythonModuleId id, NameId name, Value const& value);

  void changed_set(std::set<NameId>& names, NameId name);

  // evaluate_calls.cpp
  std::optional<Value> first_argument(MethodTarget const& method, Value const& receivers);
  Value call(Value const& callee, Arguments const& arguments, ir::InstId id);
  Value call_atom(AtomId callee, Arguments const& arguments, ir::InstId id);
  Value call_function(ir::FunctionId callee, Arguments const& arguments, std::optional<Value> const& self,
                      ir::InstId direct = {});
  ir::FunctionId pick_variant(ir::FunctionId callee, Binding const& binding, Arguments const& all, ir::InstId direct);
  bool may_be_direct(ir::FunctionId callee, Binding const& binding, ir::InstId call);
  bool is_awaited_at_once(ir::InstId call);
  Value call_unknown(Arguments const& arguments);
  std::optional<Value> ask_instances(Atom const& callee, Arguments const& arguments);
  std::optional<Value> classes_of(Arguments const& arguments);
  Value result_of(ir::FunctionId callee);
  void note_derived(Value const& bases);
  Value describe_field(Arguments const& arguments);
  Value construct(ir::ClassId id, Arguments const& arguments, ir::InstId direct = {});
  Value construct_native(bindings::Class const& class_, Arguments const& arguments, ir::InstId id);
  Value call_native_method(Atom const& bound, Arguments const& arguments, ir::InstId id);
  Value call_method(AtomId receiver, NameId name, Arguments const& arguments, ir::InstId id);
  Value call_base_method(ir::ClassId id, NameId name, Value const& self, Arguments const& arguments);
  Value call_user_method(ir::ClassId id, NameId name, Value const& self, Arguments const& arguments);
  bool is_inherited_special(ir::ClassId id, NameId name);
  std::optional<Value> iterator_of(Atom const& callee, Arguments const& arguments, ir::InstId id);
  std::optional<Value> call_unpacked(ir::CallUnpacked const& node, ir::InstId id);
  std::optional<Value> call_unpacked(Atom const& callee, Unpacked const& items, Value const& keywords);
  std::optional<Value> construct_unpacked(ir::ClassId id, Unpacked const& items, Value const& keywords);
  void unpack_into(ir::FunctionId id, std::size_t first, Unpacked const& items, Value const& keywords);
  Value rest_of(ir::FunctionId callee, std::size_t parameter, std::span<Value const> extras, Value const& others);
  void unpack(Value const& iterable, Unpacked& items, ir::InstId id);
  Unpacked unpacked_arguments(ir::CallUnpacked const& node, ir::InstId id);
  Value values_of_keywords(ir::InstId keywords);
  void note_store_by_name(ir::CallMethod const& node, NameId method);

  // evaluate_wrapped_functions.cpp
  NameId called_builtin(ir::InstId callee);
  std::optional<Value> wrapped_functions(ir::Call const& node);
  Value wrap(AtomKind kind, Value const& functions);
  Value instances_of_class();
  std::optional<Value> further_accessors(Value const& property, NameId name, Arguments const& arguments);
  std::optional<Value> marked_abstract(Value const& callee, Arguments const& arguments);
  bool is_own_function(AtomId id) const;

  // evaluate_natives.cpp
  Value call_native(NativeCall const& call, Arguments const& arguments, ir::InstId id);
  bool holds_unknown(bindings::TypeExpr const& type, TypeEnvironment const& environment) const;
  void store_in_containers(NativeCall const& call, Arguments const& arguments);
  void apply_effects(NativeCall const& call, Arguments const& arguments);
  std::vector<Value> operands_of(NativeCall const& call, Arguments const& arguments);
  std::optional<Value> sort_keys(NativeCall const& call, Arguments const& arguments);
  void add_operand(std::vector<Value>& operands, bindings::TypeExpr const& type, Value const& argument);
  void pass_argument(bindings::Overload const& overload, bindings::Parameter const& parameter, Value const& argument,
                     TypeEnvironment const& environment);
  void grow_slot(std::uint32_t site, std::size_t slot, Value const& value);
  std::optional<Value> call_native_special(Atom const& object, NameId name, Arguments const& arguments, ir::InstId id);
  std::optional<NativeCall> resolve_static_method(Atom const& receiver, NameId name, Arguments const& arguments);
  void absorb_instance(bindings::TypeExpr const& type, Atom const& atom, bindings::Overload const& overload,
                       TypeEnvironment const& environment);
  void absorb(bindings::TypeExpr const& type, Value const& argument, bindings::Overload const& overload,
              TypeEnvironment const& environment);
  void leak_contents(Value const& value);
  bindings::TypeExpr const& variadic_type(bindings::Overload const& overload) const;
  std::optional<Value> call_unpacked_native(ir::CallUnpacked const& node, ir::InstId id);
  bool accepts_arguments(NativeCall& call, Arguments const& arguments);
  void call_callback(Value const& callee, bindings::TypeExpr const& type, TypeEnvironment& environment);
  bool accepts(bindings::TypeExpr const& type, Value const& argument, TypeEnvironment& environment,
               Array<std::string_view> variables);
  bool accepts_atom(bindings::TypeExpr const& type, AtomId argument, TypeEnvironment& environment,
                    Array<std::string_view> variables);
  bool accepts_instance(bindings::TypeExpr const& type, Atom const& atom, TypeEnvironment& environment,
                        Array<std::string_view> variables);
  Value make_instance(bindings::Class const& class_, bindings::TypeExpr const& type, TypeEnvironment const& environment,
                      ir::InstId id, std::uint32_t& part);
  Value native_result(NativeCall const& call, ir::InstId id);
  Value make_value(bindings::TypeExpr const& type, TypeEnvironment const& environment, ir::InstId id,
                   std::uint32_t& part);
  bool stores_by_type(bindings::Overload const& overload, TypeEnvironment const& environment) const;
  bool mentions_variable(bindings::TypeExpr const& type, TypeEnvironment const& environment,
                         Array<std::string_view> variables) const;
  bindings::Class const* native_class(Atom const& atom) const;
  TypeEnvironment environment_of(Atom const& receiver);
  // `visit(class, environment)` for the class and its bases until it returns true.
  bool in_mro(bindings::Class const& class_, TypeEnvironment const& environment,
              std::function<bool(bindings::Class const&, TypeEnvironment const&)> const& visit);

  World& world_;
  ir::FunctionId id_;
  ir::Function const& function_;
  FunctionState& self_;
  Flow flow_;
  // How many blocks are around the instruction.
  int depth_ = 0;
  ir::InstId current_;
  // The overload that's being looked at stores its arguments.
  bool accepts_stores_ = false;
  // By instruction, how its value is used; counted when somebody asks.
  std::vector<Uses> uses_;
  std::vector<Loop*> loops_;
  // What the handlers around collect; innermost last.
  std::vector<Flow*> raised_;
  // How often each local has been stored; and how often it had been when each load read it.
  std::vector<std::uint32_t> versions_;
  std::unordered_map<std::uint32_t, std::uint32_t> load_versions_;
  // By temporary, the variable that it was copied from, as it was then.
  struct Copy {
    ir::LocalId source;
    std::uint32_t version = 0;
  };
  std::unordered_map<std::uint32_t, Copy> copies_;
  // The items of the loops and the entered values of the `with`s around, innermost last.
  std::vector<Value> items_;
  std::vector<Value> exceptions_;
  // What the class's body has bound by now.
  std::set<NameId> bound_names_;
};

}  // namespace aiocc::types
