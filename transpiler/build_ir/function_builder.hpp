// Builds the IR of one function: a handler for each kind of expression and statement, each in the file of its construct.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "build_ir/module_builder.hpp"

namespace aiocc::build_ir {

class PatternBuilder;
struct DataclassPlan;
struct OwnField;

// A base as a class statement writes it: one of the program's classes, or of the runtime's by its dotted name. Neither is set where it isn't known.
struct KnownBase {
  ir::ClassId class_id;
  NameId native;
};

class FunctionBuilder {
 public:
  FunctionBuilder(ModuleBuilder& module, FunctionBuilder* parent, semantics::ScopeId scope, ir::FunctionKind kind);

  ir::FunctionId id() const { return id_; }
  ir::Function& function() { return function_; }

  // Statements up to the function's end, which returns None where control gets there.
  void build_body(Array<syntax::StmtId> body);
  // The module's, after what CPython warns of when it compiles it.
  void build_module_body(Array<syntax::StmtId> body);
  // A lambda's body.
  void build_lambda_body(syntax::ExprId body);
  // A generator expression's body; its parameter is the iterator over the outermost iterable.
  void build_generator_body(syntax::GeneratorExp const& node);

  void add_parameters(syntax::Arguments const& arguments);

 private:
  enum class Comparing : unsigned char { Value, Condition };
  // What a name in an annotation is: something that can be subscripted, another type, or something that must be evaluated.
  enum class AnnotationClass : unsigned char { Unknown, Plain, Generic };
  // A target that is read before it's written: its parts are evaluated once.
  struct AugTarget {
    ir::InstId object;
    ir::InstId key;
    ir::InstId value;
  };

  // function_builder.cpp: instructions and blocks.
  ir::InstId append(ir::InstNode node, Place place, ir::TypeId type);
  bool hides_marks(Place place) const;
  template <class Node>
  ir::InstId add(Place place, Node node) {
    return append(std::move(node), place, Node::traits.has_value ? object_type() : ir::TypeId{});
  }
  template <class Node>
  ir::InstId add_bool(Place place, Node node) {
    return append(std::move(node), place, bool_type());
  }
  template <class Fill>
  ir::BlockId block(Fill&& fill) {
    ir::BlockId const made = function_.blocks.add({});
    ir::BlockId const around = std::exchange(block_, made);
    bool const around_reachable = std::exchange(reachable_, true);
    fill();
    block_ = around;
    reachable_ = around_reachable;
    return made;
  }
  ir::BlockId block_of(Array<syntax::StmtId> body);
  ir::BlockId block_of_unless_empty(Array<syntax::StmtId> body);
  ir::TypeId object_type() { return types().object(); }
  ir::TypeId bool_type() { return types().simple(ir::TypeKind::Bool); }
  ir::TypeStore& types() { return module_.module.types; }
  bool is_bool(ir::InstId value) { return function_.insts[value].type == bool_type(); }
  ir::InstId as_object(ir::InstId value, Place place);
  ir::InstId truth(ir::InstId value, Place place);
  ir::InstId none(Place place) { return add(place, ir::Constant{.kind = ir::ConstantKind::None, .text = {}}); }
  ir::InstId unsupported(Span span, std::string_view construct);
  syntax::Ast const& ast() const { return module_.ast; }
  semantics::SemanticModel const& model() const { return module_.model; }
  semantics::Scope const& scope() const { return model().scopes[scope_]; }
  Place place(syntax::ExprId expr) const { return place_of(ast(), module_.file, expr); }
  Place place(syntax::StmtId stmt) const { return plain_place(ast().span(stmt)); }

  // Any expression: as an object, as a condition, as it comes.
  ir::InstId value(syntax::ExprId expr);
  ir::InstId condition(syntax::ExprId expr);
  ir::InstId raw_value(syntax::ExprId expr);
  ir::InstId value_or_none(syntax::ExprId expr, Place place) { return expr ? value(expr) : none(place); }
  std::vector<ir::InstId> values(Array<syntax::ExprId> exprs);
  void build_statements(Array<syntax::StmtId> body);
  void build_statement(syntax::StmtId stmt);

#define AIOCC_EXPR(kind) ir::InstId build(syntax::kind const& node, syntax::ExprId id);
#include "syntax/expr_kinds.def"
#undef AIOCC_EXPR
#define AIOCC_STMT(kind) void build(syntax::kind const& node, syntax::StmtId id);
#include "syntax/stmt_kinds.def"
#undef AIOCC_STMT

  // names.cpp
  ir::LocalId local_of(semantics::VariableId variable);
  ir::LocalId free_local_of(semantics::VariableId variable);
  ir::LocalId temporary(std::string_view name);
  ir::InstId load_name(NameId name, Place place, bool may_be_unbound);
  ir::InstId load_builtin(NameId name, Place place);
  void store_name(NameId name, ir::InstId value, Place place);
  void delete_name(NameId name, Place place, bool quiet);

  // bool_ops.cpp
  ir::InstId bool_op_from(syntax::BoolOp const& node, syntax::ExprId id, std::size_t at, Comparing as);
  ir::InstId compare_from(syntax::Compare const& node, syntax::ExprId id, std::size_t at, ir::InstId left,
                          Comparing as);
  ir::InstId searched(syntax::ExprId expr);
  ir::InstId compare_one(syntax::CompareOperator op, ir::InstId left, ir::InstId right, Place place, Comparing as);
  ir::InstId if_exp(syntax::IfExp const& node, syntax::ExprId id, Comparing as);
  ir::InstId expr_as(syntax::ExprId expr, Comparing as) {
    return as == Comparing::Value ? value(expr) : condition(expr);
  }

  // displays.cpp
  bool has_star(Array<syntax::ExprId> exprs) const;
  ir::InstId list_with_stars(Array<syntax::ExprId> elements, Place place);
  ir::InstId dict_chunk(syntax::Dict const& node, std::size_t& at, Place place);

  // call.cpp
  ir::InstId build_unpacked_call(syntax::Call const& node, syntax::ExprId id);
  ir::InstId call_keywords(syntax::Call const& node, ir::InstId callee, Place place);
  ir::InstId attribute_owner(syntax::Attribute const& attribute, syntax::ExprId id);
  bool is_builtin_super(syntax::Call const& node) const;
  bool is_zero_argument_super(syntax::Call const& node) const;
  ir::InstId build_super(syntax::ExprId id, Place whole);
  void build_arguments(syntax::Call const& node, std::vector<ir::InstId>& args, std::vector<NameId>& keywords);

  // comprehension.cpp
  // What `emit` builds may leave the loops at once: then that leaves all of them.
  enum class Leaving : bool { No, Yes };
  template <class Emit>
  void comprehension_loops(Array<syntax::Comprehension> generators, std::size_t at, ir::InstId first, Place whole,
                           Emit const& emit, Leaving leaving = Leaving::No);
  template <class Make, class BuildLoops>
  ir::InstId in_comprehension(Array<syntax::Comprehension> generators, syntax::ExprId id, Make make,
                              BuildLoops const& build_loops);
  template <class Make, class Emit>
  ir::InstId inline_comprehension(Array<syntax::Comprehension> generators, syntax::ExprId id, Make make,
                                  Emit const& emit);
  template <class Make, class Emit>
  ir::InstId fold_generator(syntax::ExprId generator, syntax::ExprId call, Make make, Emit const& emit,
                            Leaving leaving = Leaving::No);
  std::optional<ir::InstId> build_folded_call(syntax::Call const& node, syntax::ExprId id);
  ir::InstId fold_sum(syntax::Call const& node, syntax::ExprId id);
  ir::InstId fold_search(syntax::Call const& node, syntax::ExprId id, bool wanted);
  ir::InstId fold_list(syntax::ExprId generator, syntax::ExprId call);
  ir::InstId fold_set(syntax::ExprId generator, syntax::ExprId call);
  void clear_variables(syntax::ExprId comprehension);
  void release_variables(syntax::ExprId comprehension);
  bool is_around_fold(semantics::ScopeId owner) const;
  std::vector<NameId> names_in_scope() const;

  // assignment.cpp
  void store(syntax::ExprId target, ir::InstId value);
  void store_unpacked(Array<syntax::ExprId> targets, ir::InstId value, Place place);
  bool store_pairwise(syntax::ExprId target, syntax::ExprId value);
  void delete_target(syntax::ExprId target);
  AugTarget load_aug_target(syntax::ExprId target);
  void store_aug_target(syntax::ExprId target, AugTarget const& parts, ir::InstId value);

  // annotation.cpp
  struct Annotations {
    std::vector<NameId> names;
    std::vector<ir::InstId> values;
  };
  void evaluate_annotation(syntax::ExprId annotation);
  void store_class_annotation(syntax::AnnAssign const& node, Place place);
  void evaluate_annotations(syntax::Arguments const& arguments, syntax::ExprId returns, Annotations& made);
  void keep_annotation(NameId name, syntax::ExprId annotation, Annotations& made);
  ir::InstId annotation_value(syntax::ExprId annotation);
  void store_annotations(ir::InstId function, Annotations const& annotations, Place place);
  bool is_harmless_annotation(syntax::ExprId annotation) const;
  bool are_harmless(Array<syntax::ExprId> annotations) const;
  bool is_harmless_union(syntax::BinOp const& node) const;
  bool is_type_checking(syntax::ExprId test) const;
  AnnotationClass annotation_class(syntax::ExprId expr) const;

  // type_params.cpp
  ir::InstId enter_type_params(syntax::StmtId id, Array<syntax::TypeParam> params);
  ir::InstId type_param(syntax::TypeParam const& param);
  ir::InstId generic_base(ir::InstId type_params, Place place);
  ir::InstId lazy_value(syntax::ExprId expr);
  void build_lazy_body(syntax::ExprId expr);

  // namespaces.cpp
  std::optional<ir::InstId> build_namespace_call(syntax::Call const& node, syntax::ExprId id);
  ir::InstId load_locals(syntax::ExprId id);

  // match.cpp
  friend PatternBuilder;
  void build_cases(Array<syntax::MatchCase> cases, std::size_t at, ir::LocalId subject, Place whole);

  // for_loop.cpp, with.cpp, try.cpp
  template <class Node>
  void build_for(Node const& node, syntax::StmtId id, bool is_async);
  void build_with(Array<syntax::WithItem> items, std::size_t at, Array<syntax::StmtId> body, bool is_async);
  template <class Node>
  void build_try(Node const& node, syntax::StmtId id, bool is_star);
  ir::Handler build_handler(syntax::ExceptHandler const& handler);

  // function_def.cpp, class_def.cpp
  template <class Node>
  void build_def(Node const& node, syntax::StmtId id, ir::FunctionKind plain, ir::FunctionKind generator);
  ir::InstId make_function(ir::FunctionId function, std::vector<ir::InstId> defaults,
                           std::vector<ir::InstId> keyword_defaults, Place place);
  void build_defaults(syntax::Arguments const& arguments, std::vector<ir::InstId>& defaults,
                      std::vector<ir::InstId>& keyword_defaults);
  ir::InstId decorate(Array<syntax::ExprId> decorators, std::vector<ir::InstId> const& values, ir::InstId decorated);
  void build_class_keywords(syntax::ClassDef const& node, Place place, ir::MakeClass& inst);
  void build_class_body(syntax::ClassDef const& node, syntax::StmtId id, ir::ClassId class_id,
                        std::optional<DataclassPlan>& plan);
  void find_stored_attributes(syntax::ClassDef const& node, ir::Class& made) const;
  bool has_own_annotations(Array<syntax::StmtId> body) const;
  std::optional<std::vector<NameId>> slots_of(syntax::ClassDef const& node, ir::Class const& made,
                                              semantics::ScopeId class_scope) const;
  void find_fields(syntax::ClassDef const& node, ir::Class& made, semantics::ScopeId class_scope);
  void find_stored_fields(syntax::ClassDef const& node, ir::Class& made, semantics::ScopeId class_scope);
  void add_field(ir::Class& made, NameId name);

  // class_bases.cpp
  void find_bases(syntax::ClassDef const& node, ir::ClassId id);
  KnownBase known_base(syntax::ExprId expr) const;
  KnownBase imported_class(std::string_view dotted) const;
  void join_bases(ir::Class& made, std::vector<ir::ClassId> const& bases, bool is_single) const;

  // dataclass_def.cpp
  void build_field(OwnField const& field, syntax::AnnAssign const& node, syntax::StmtId id);
  ir::InstId build_description(OwnField const& field, syntax::ExprId call);
  ir::InstId make_dataclass(DataclassPlan const& plan, ir::ClassId class_id, ir::InstId decorator, ir::InstId made,
                            Place place);
  ir::InstId default_value(ir::DataclassField const& field, Place place);
  ir::FunctionId build_initializer(DataclassPlan const& plan, ir::ClassId class_id, Span class_span);
  void add_field_parameters(ir::Dataclass const& facts);
  void store_fields(DataclassPlan const& plan, Span span);
  ir::InstId field_value(ir::DataclassField const& field, ir::LocalId parameter, Place place);
  ir::InstId call_factory(ir::DataclassField const& field, Place place);

  semantics::VariableId stable_variable(NameId name) const;
  ir::GlobalId stable_global(NameId name) const;
  std::string_view imported(NameId name) const;
  bool is_in_dict(semantics::Resolution const& found) const;

  // import.cpp
  std::vector<ir::InstId> import_packages(std::string_view dotted, Place place);
  std::optional<ir::InstId> build_import_call(syntax::Call const& node, syntax::ExprId id);
  ir::InstId walk_to(std::string_view dotted, ir::InstId module, Place place);
  void note_import(NameId bound, std::string_view dotted);
  void import_names(syntax::ImportFrom const& node, std::string_view dotted, ir::InstId module, syntax::StmtId id);
  bool is_missing_module(std::string_view dotted) const;
  bool is_missing_name(std::string_view module, NameId name) const;
  ir::InstId stand_in(std::string_view module, NameId name, Place place);
  void stand_in_for_names(syntax::ImportFrom const& node, std::string_view dotted, syntax::StmtId id);
  void import_submodules(syntax::ImportFrom const& node, std::string_view dotted, ir::InstId module, syntax::StmtId id);
  void import_star(ir::InstId module, syntax::StmtId id);
  void fail_relative_import(syntax::StmtId id);
  bool handles_import_errors(Array<syntax::ExceptHandler> handlers) const;
  bool catches_import_errors(syntax::ExprId type) const;
  void note_library(std::string_view dotted);
  bool is_known_module(std::string_view dotted) const;
  bool is_library_member(std::string_view module, NameId name) const;
  std::string module_named_by(syntax::ExprId expr) const;
  std::string missing_member(syntax::Attribute const& node) const;
  void import_member(syntax::Attribute const& node, ir::InstId package, Place place);
  void check_import(std::string_view dotted, Span span);
  void check_member(std::string_view module, syntax::Alias const& alias);

  ModuleBuilder& module_;
  FunctionBuilder* parent_;
  ir::FunctionId id_;
  ir::Function& function_;
  // The innermost one: a comprehension's while that is built.
  semantics::ScopeId scope_;
  ir::BlockId block_;
  // How many `try` statements around handle a failing import.
  int import_guards_ = 0;
  // Whether control gets to the end of what has been built of `block_`; statements behind are left out.
  bool reachable_ = true;
  std::unordered_map<semantics::VariableId, ir::LocalId> locals_;
  // The call of the present statement whose traceback has no marks.
  Span unmarked_;
  // The folded generator expression that is being built, and its scope.
  ir::FoldId fold_;
  semantics::ScopeId fold_scope_;
  // The class whose body this is, and what's known of it as a dataclass, or null.
  ir::ClassId class_id_;
  DataclassPlan const* dataclass_ = nullptr;
  // An annotation of such a class is being built.
  bool in_annotation_ = false;
  // Of a generated function: the line of CPython's text for what is being built.
  std::uint32_t generated_line_ = 0;
};

}  // namespace aiocc::build_ir
