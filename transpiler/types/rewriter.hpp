// Gives the instructions of a function their static types, and puts direct operations in the place of dynamic ones.
#pragma once

#include <functional>
#include <optional>
#include <set>
#include <span>
#include <unordered_map>
#include <vector>

#include "types/evaluator.hpp"
#include "types/field_facts.hpp"
#include "types/static_types.hpp"

namespace aiocc::types {

// Where each function object is made, for its defaults.
struct Makers {
  explicit Makers(ir::Module const& module);
  // The constant default of a parameter; null where it isn't one.
  ir::Constant const* constant_default(ir::FunctionId callee, std::size_t parameter) const;

 private:
  ir::Module const& module_;
  std::unordered_map<ir::FunctionId, std::pair<ir::FunctionId, ir::InstId>> made_in_;
};

class Rewriter {
 public:
  Rewriter(World& world, FieldFacts& fields, Makers const& makers, ir::FunctionId id);

  void run();

 private:
  void block(ir::BlockId id);
  void rewrite(ir::InstId id);
  void rewrite(std::vector<ir::InstId> const& insts);
  void nested(ir::InstId id);

  // New instructions stand where the present one would.
  ir::InstId insert(ir::InstNode node, ir::InstId like, ir::TypeId type);
  void push(ir::InstId id) { out_->push_back(id); }
  ir::InstId coerced(ir::InstId id, ir::TypeId type);
  // The instruction stands here, is of the C++ type `native`, and is refined where more is known.
  void finish(ir::InstId id, ir::TypeId native);
  void replace(ir::InstId id, ir::InstNode node) { function_.insts[id].node = std::move(node); }
  bool refines(ir::TypeId native, ir::TypeId wanted);
  bool take_apart(ir::InstId unpack);

  ir::Inst& inst(ir::InstId id) { return function_.insts[id]; }
  ir::TypeId type_of(ir::InstId id) { return function_.insts[id].type; }
  ir::Type const& static_type(ir::InstId id) { return types_[type_of(id)]; }
  bool has_kind(ir::InstId id, ir::TypeKind kind) { return static_type(id).kind == kind; }
  Value const& value(ir::InstId id) const { return values_.at(id.index); }
  bool is_original(ir::InstId id) const { return id.index < values_.size(); }
  ir::TypeId wanted(ir::InstId id) { return types_.of(value(id)); }

  // rewrite_operators.cpp
  ir::TypeId binary_type(syntax::Operator op, ir::InstId left, ir::InstId right);
  ir::TypeId power_type(ir::InstId id, ir::Binary const& node);
  static bool is_float_operator(syntax::Operator op);
  void promote_bools(syntax::Operator op, ir::InstId& left, ir::InstId& right);
  void promote_constants(ir::InstId& left, ir::InstId& right);

  // rewrite_sums.cpp
  ir::TypeId sum_type(ir::InstId start);
  void rewrite_sum_add(ir::InstId id);
  void rewrite_sum_result(ir::InstId id);

  // rewrite_attributes.cpp
  // The class that all instances are of, for a receiver that is one of the program's instances and perhaps None.
  std::optional<ir::ClassId> receiver_class(ir::InstId object);
  // Takes care of None: where it is, `dynamic` raises.
  ir::InstId guarded(ir::InstId object, ir::InstNode dynamic, ir::InstId like);
  std::optional<std::uint32_t> field_index(ir::ClassId id, NameId name, Value const& receivers);
  Value receivers_of(ir::InstId object);
  bool any_class(Value const& receivers, std::function<bool(ir::ClassId)> const& fits);
  bool has_class_attribute(Value const& receivers, NameId name);
  bool may_refuse_stores(Value const& receivers);
  bool call_accessor(ir::InstId id, ir::InstId object, NameId name, AtomKind kind, std::vector<ir::InstId> args);
  bool rewrite_truth(ir::InstId id);
  void rewrite_match_class(ir::InstId id);
  bool rewrite_get_attr(ir::InstId id);
  bool read_named_field(ir::InstId id, ir::GetAttr const& node);
  bool rewrite_set_attr(ir::InstId id);

  // rewrite_modules.cpp
  struct ModuleMember {
    ir::GlobalId global;
    bool may_be_unbound;
  };
  std::optional<ModuleMember> module_variable(ir::InstId object, NameId name);
  ir::TypeId load_module_global(ir::InstId id, ir::InstId object, ModuleMember member, Value const& value);
  bool rewrite_module_member(ir::InstId id);
  bool rewrite_native_member(ir::InstId id);
  bool rewrite_module_store(ir::InstId id);

  // rewrite_calls.cpp
  bool rewrite_call(ir::InstId id);
  bool call_bound_native(ir::InstId id, Value const& callee);
  bool fold_isinstance(ir::InstId id, Atom const& callee);
  std::optional<bool> constant_truth(ir::InstId condition);
  bool take_branch(ir::InstId id);
  bool rewrite_method_call(ir::InstId id);
  bool rewrite_unpacked_call(ir::InstId id);
  MethodTarget direct_method(ir::GetMethod const& node);
  bool is_devirtualised(ir::InstId get_method);
  bool is_static_super(ir::InstId get_method);
  bool drops_super(ir::InstId id);
  bool rewrite_super_call(ir::InstId id);
  void drop_function_object(ir::InstId made);
  void drop(ir::InstId id);
  ir::FunctionId callee_of(ir::InstId call, ir::FunctionId function) const;
  bool call_function(ir::InstId id, ir::FunctionId callee, ir::InstId callee_value, std::vector<ir::InstId> args,
                     std::vector<NameId> const& keywords);
  bool new_instance(ir::InstId id, ir::ClassId class_id, std::vector<ir::InstId> args,
                    std::vector<NameId> const& keywords);
  std::optional<std::vector<ir::InstId>> bind_values(ir::FunctionId callee, std::vector<ir::InstId> const& args,
                                                     std::vector<NameId> const& keywords, bool skips_self,
                                                     ir::InstId like, bool writes = true);
  ir::TypeId call_type(ir::FunctionId callee);
  bool is_consumed_at_once(ir::InstId id, ir::FunctionKind kind);
  bool takes_coroutine(ir::InstId call, ir::InstId operand);
  bool call_native_atom(ir::InstId id, Atom const& atom, std::vector<ir::InstId> const& args,
                        std::vector<NameId> const& keywords);
  Arguments argument_values(std::vector<ir::InstId> const& args, std::vector<NameId> const& keywords);
  Value module_member(Value const& receivers, NameId name);
  ir::TypeId constant_type(ir::Constant const& constant);
  void rewrite_iteration(ir::InstId id);

  // rewrite_dispatch.cpp
  // What a call does for receivers of one class.
  struct MethodCase {
    ir::ClassId class_id;
    MethodTarget method;
  };
  struct PolymorphicCall {
    ir::InstId receiver;
    std::vector<ir::InstId> args;
    std::vector<NameId> keywords;
    // What awaits the call's value at once.
    ir::InstId await;
  };
  PolymorphicCall polymorphic_call(ir::InstId id, ir::InstId receiver);
  std::vector<MethodCase> method_cases(ir::InstId get_method);
  std::vector<MethodCase> accessor_cases(PolymorphicCall const& call, NameId name, AtomKind accessor, ir::InstId like);
  std::vector<MethodCase> cases_of(PolymorphicCall const& call, ir::InstId like,
                                   std::function<MethodTarget(AtomId)> const& method_of);
  ir::FunctionKind kind_of(MethodTarget const& method) const { return world_.module.functions[method.function].kind; }
  bool can_be_case(MethodTarget const& method, PolymorphicCall const& call, ir::InstId like);
  ir::InstId call_case(MethodCase const& each, PolymorphicCall const& call, ir::InstId like);
  bool call_operator(ir::InstId id, OperatorMethods const& names, ir::InstId left, ir::InstId right);
  bool is_asked_first(Value const& lefts, Value const& rights, NameId reflected);
  bool call_in_place(ir::InstId id, syntax::Operator op, ir::InstId left, ir::InstId right);
  bool call_comparison(ir::InstId id, syntax::CompareOperator op, ir::InstId left, ir::InstId right);
  bool call_special(ir::InstId id, ir::InstId object, NameId name, std::vector<ir::InstId> args);
  ir::BlockId written_block(std::function<void()> const& write);
  // What is written for each of several classes that a receiver may be of.
  struct ClassChoice {
    ir::InstId receiver;
    std::vector<ir::ClassId> classes;
    ir::InstId like;
    // Of the value that comes of it, if it's set.
    ir::TypeId type;
    std::function<ir::InstId(std::size_t)> write;
  };
  ir::InstNode choice(ClassChoice const& choice, std::size_t at = 0);
  bool dispatch(ir::InstId id, PolymorphicCall const& call, std::vector<MethodCase> const& cases);
  void rewrite_await(ir::InstId id);
  // Where the instances of one class keep an attribute.
  struct FieldCase {
    ir::ClassId class_id;
    std::uint32_t field;
    bool always_set;
  };
  std::optional<FieldCase> field_case(ir::ClassId id, NameId name, Value const& receivers);
  std::vector<FieldCase> field_cases(ir::InstId object, NameId name);
  bool choose_field(ir::InstId id, ir::InstId object, NameId name, ir::InstId stored);

  // rewrite_natives.cpp
  bool call_native(ir::InstId id, NativeCall const& call, std::optional<ir::InstId> receiver,
                   std::vector<ir::InstId> const& args);
  bool fits(bindings::Parameter const& parameter, ir::InstId argument,
            std::unordered_map<std::string_view, ir::TypeId>& bound, Array<std::string_view> variables);
  bool unify(bindings::TypeExpr const& expr, ir::TypeId type, std::unordered_map<std::string_view, ir::TypeId>& bound,
             Array<std::string_view> variables);
  ir::TypeId instantiate(bindings::TypeExpr const& expr, std::unordered_map<std::string_view, ir::TypeId> const& bound);
  bool mentions_unbound(bindings::Overload const& overload,
                        std::unordered_map<std::string_view, ir::TypeId> const& bound) const;
  bool has_variadic(bindings::Overload const& overload) const;
  std::optional<ir::Constant> literal_default(bindings::Parameter const& parameter) const;
  bool can_be_written(NativeCall const& call);
  void bind_receiver(ir::InstId receiver, bindings::Overload const& overload,
                     std::unordered_map<std::string_view, ir::TypeId>& bound);
  bindings::Class const* native_class(ir::TypeId id);
  bool native_receiver(ir::InstId object);
  bool is_plain_slice(ir::InstId id);
  bool rewrite_item(ir::InstId id);
  bool rewrite_contains(ir::InstId id);
  std::optional<NativeCall> native_method(Value const& receivers, NameId name, Arguments const& arguments);
  ir::TypeId awaited_type(ir::InstId operand);

  World& world_;
  FieldFacts& fields_;
  Makers const& makers_;
  ir::FunctionId id_;
  ir::Function& function_;
  StaticTypes types_;
  Evaluator resolver_;
  std::vector<Value> const& values_;
  std::vector<ir::InstId>* out_ = nullptr;
  // What stands for an instruction's value from here on.
  std::unordered_map<std::uint32_t, ir::InstId> replacements_;
  // What is left of an Unpack whose tuple nobody else sees: the tuple's elements.
  std::unordered_map<std::uint32_t, std::vector<ir::InstId>> taken_apart_;
  // The receivers of methods that need no look-up, by GetMethod.
  std::unordered_map<std::uint32_t, ir::InstId> receivers_;
  // By GetMethod, where each class has its own method: the calls.
  std::unordered_map<std::uint32_t, std::vector<MethodCase>> cases_;
  // The `super()` objects that nobody needs.
  std::set<std::uint32_t> dropped_supers_;
  // Awaits that stand in the branches of a choice now.
  std::set<std::uint32_t> distributed_awaits_;
  // By instruction, those that use it, in the IR as it was.
  std::vector<std::vector<ir::InstId>> users_;
  // The static types of the items of the loops around, innermost last.
  std::vector<ir::TypeId> items_;
};

}  // namespace aiocc::types
