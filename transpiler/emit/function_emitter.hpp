// One function's instructions as C++ statements. Pure instructions become expressions where they're used; what can raise
// or has an effect is a statement of its own, in the order of the IR.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "bindings/bindings.hpp"
#include "emit/comments.hpp"
#include "emit/cpp_types.hpp"
#include "emit/names.hpp"
#include "emit/tables.hpp"
#include "emit/writer.hpp"
#include "ir/ir.hpp"

namespace aiocc::emit {

// What all functions of a module share while it's emitted.
struct ModuleContext {
  ir::Module const& module;
  SourceFile const& file;
  Names const& names;
  CppTypes const& types;
  Tables& tables;
  Comments& comments;
  // Whether any value of the program can be a coroutine object.
  bool has_coroutines = false;
  // Whether calls of unknown functions say where they stand.
  bool notes_callers = false;
  // So do calls of the runtime's functions and formatted values.
  bool notes_places = false;
  // Whether functions say that they run, and operations where they stand.
  bool notes_frames = false;
  // Whether operations that may warn say so too, even if no others do.
  bool notes_warnings = false;
  // Whether a condition may be NotImplemented, which warns.
  bool notes_truths = false;
  // Whether variables live as long as the error that ends their function.
  bool keeps_variables = false;
  // Whether temporaries end right after their use.
  bool ends_temporaries = false;
};

// Whether C++ text has that name, comments not counting.
bool mentions(std::string_view text, std::string_view name);
// A name, or a number: nothing that needs parentheses as an operand.
bool is_identifier(std::string_view text);
// The text, in parentheses where it needs them as an operand.
std::string operand_text(std::string_view text);

class FunctionEmitter {
 public:
  FunctionEmitter(ModuleContext& context, ir::FunctionId id);

  // The definition, with the comments and the docstring before it.
  std::string definition();
  // `Result<Int> fib(Int n)`, with the class's name before it if `qualified`. Before its body, which is known then, parameters that it
  // doesn't mention have their names in comments.
  std::string head(bool qualified, std::optional<std::string_view> body = std::nullopt) const;

 private:
  // An expression that hasn't been written yet.
  struct Pending {
    std::string text;
    // It needs no parentheses as an operand, and may be repeated.
    bool atomic = false;
    std::set<std::uint32_t> locals;
    // It reads globals, cells or fields, which any effect may change.
    bool reads_memory = false;
  };
  // How a loop's body gets the item: from a variable, or by a call that takes it.
  struct LoopItem {
    std::string text;
    bool is_call = false;
  };
  enum class RegionKind { Loop, Handler, Finally, Handling };
  // One statement of the source. Temporaries whose death can be observed die at its end, as in Python: then it gets braces.
  struct StatementScope {
    std::size_t start = 0;
    // The block that it's a statement of.
    std::vector<ir::InstId> const* block = nullptr;
    bool has_observable_temporaries = false;
    // The last call, once one of them may have made a coroutine object that dies with the statement.
    std::string position;
    // Variables declared by their first store in this statement.
    std::vector<ir::LocalId> declared;
  };
  // A temporary's variable, until the value has been used or the block that declares it is left.
  struct Temporary {
    ir::InstId value;
    std::string name;
    std::vector<ir::InstId> const* block;
  };
  // What encloses the code that's being written, innermost last.
  struct Region {
    RegionKind kind;
    int number = 0;
    // Loops: where `break` goes; empty for plain break.
    std::string break_label;
    // Loops: the iterator is a generator, or nobody knows what, and ends when an error leaves the loop.
    bool holds_iterator = false;
    bool used_return = false;
    bool used_break = false;
    bool used_continue = false;
    bool used_error = false;

    bool is_jumped_from() const { return used_error || used_return || used_break || used_continue; }
  };

  // function_emitter.cpp
  void count_uses_in(ir::BlockId block);
  bool is_declared_at_top(std::uint32_t index) const;
  void declare_locals();
  void declare_parameters_in_cells();
  bool dies_with_body(ir::Local const& parameter) const;
  void declare_generator_parameters();
  void write_kept_variables();
  bool is_coroutine() const;
  bool has_value_kind(ir::TypeKind kind, ir::InstId id) const;
  bool is_awaitable(ir::InstId value) const;
  bool has_statements(ir::BlockId block) const { return block && !function_.blocks[block].insts.empty(); }
  ir::Inst const& inst(ir::InstId id) const { return function_.insts[id]; }
  ir::TypeId type_of(ir::InstId id) const { return function_.insts[id].type; }
  std::string type_text(ir::InstId id) const { return context_.types.value(type_of(id)); }
  std::string at(ir::InstId id) { return context_.tables.at(id_, inst(id)); }
  std::string fresh(std::string_view prefix) { return fmt::format("{}_{}", prefix, ++counter_); }

  // recursion.cpp
  bool counts_calls() const;
  void write_recursion_check(Writer& out) const;
  void count_call_before(std::size_t position);
  bool calls_nothing(std::span<ir::InstId const> insts) const;
  bool calls_nothing(ir::InstId id) const;

  // scopes.cpp
  void find_declarations();
  void find_in_block(ir::BlockId block);
  bool is_observable(ir::TypeId type) const;
  bool declares_here(ir::InstId store) const { return declaring_stores_.contains(store.index); }
  // `Int y`, or `y` once it's declared.
  std::string stored_variable(ir::InstId store, ir::LocalId local);
  void open_statement();
  void close_statement();
  // Ends the statement's temporaries before the branch on `condition`: its new text.
  std::string close_condition(std::string condition);
  bool has_pending_temporaries() const;
  void declare_before_statement(std::string const& declaration);
  void note_temporary(ir::TypeId type);
  void write_position();
  void find_coroutine_variables();
  void note_end_of_coroutine(ir::InstId id, bool may_hold_one);

  // temporaries.cpp
  void declare_temporary(ir::InstId value, std::string const& name);
  void hold(ir::InstId value, std::string const& name);
  void note_value(ir::InstId value);
  void note_reads(ir::InstId reader);
  bool is_used_up(Temporary const& temporary) const;
  bool has_used_up_temporaries() const;
  bool next_ends_temporaries() const;
  bool is_part_of_user(ir::InstId value) const;
  bool write_readers_of(std::string_view name);
  std::string use_up(ir::InstId value);
  void end_temporaries();
  void leave_temporaries_of(std::vector<ir::InstId> const& block);

  // values.cpp
  // The text of an operand. `as_operand` adds parentheses where a C++ operator needs them.
  std::string use(ir::InstId id, bool as_operand = false);
  // As a word, boxed if it isn't one.
  std::string use_object(ir::InstId id);
  bool are_real(ir::InstId left, ir::InstId right) const;
  std::string use_instance(ir::InstId id);
  // Of `left op right` with ints or floats: C++ converts a small literal beside an operand that isn't one.
  std::string number_operand(ir::InstId id, ir::InstId other);
  std::string use_all(std::vector<ir::InstId> const& ids);
  // As a word that nothing can end before the expression is done: what a call's arguments need.
  std::string use_kept(ir::InstId id);
  std::string use_kept(std::vector<ir::InstId> const& ids);
  bool is_shared_variable(ir::InstId id) const;
  // `id` is a pure expression: written where it's used.
  void define(ir::InstId id, Pending value);
  void define_pure(ir::InstId id, std::string text, std::vector<ir::InstId> const& operands, bool atomic = false);
  // `id` raises or has an effect: a statement now, or the next one, if that does nothing but take the value. `expression` is a Result<T> if
  // `raises`.
  void define_effect(ir::InstId id, std::string const& expression, bool raises, bool is_void = false,
                     bool stands_alone = false);
  // A statement without a value.
  void effect(ir::InstId id, std::string const& expression, bool raises);
  void materialise(ir::InstId id);
  template <class Wanted>
  void flush_readers(Wanted const& wanted);
  void flush_memory_readers();
  void flush_readers_of(ir::LocalId local);
  void flush_all();
  // Where the value goes at once: the next instruction's variable, or the function's result.
  std::optional<std::string> take_target(ir::InstId id);
  bool is_written_next(ir::InstId id) const;
  bool leaves_next(ir::InstId id) const;
  std::string tried(ir::InstId id, std::string expression) { return tried_at(at(id), std::move(expression)); }
  // `position` is an AT(n).
  std::string tried_at(std::string const& position, std::string expression);
  std::string coerced(ir::TypeId from, ir::TypeId to, std::string text) const;

  // variables.cpp
  std::string variable(ir::LocalId local) const;
  bindings::Function const* builtin_function(NameId name, NameId module) const;
  std::string builtin_value(NameId name, NameId module = {}) const;
  std::string current_builtin(NameId name) const;
  std::string module_constant(NameId name) const;
  bool in_cell(ir::LocalId local) const;
  void store_local(ir::InstId id, ir::LocalId local, std::string const& text);
  void emit(ir::InstId id, ir::LoadLocal const& node);
  void emit(ir::InstId id, ir::LoadLocals const& node);
  void emit(ir::InstId id, ir::StoreLocal const& node);
  void emit(ir::InstId id, ir::DeleteLocal const& node);
  void emit(ir::InstId id, ir::LoadGlobal const& node);
  void emit(ir::InstId id, ir::StoreGlobal const& node);
  void emit(ir::InstId id, ir::DeleteGlobal const& node);
  void emit(ir::InstId id, ir::DeleteClassName const& node);
  void emit(ir::InstId id, ir::MakeCell const& node);
  void emit(ir::InstId id, ir::LoadBuiltin const& node);
  bool has_dict() const;
  bool has_plain_namespace() const;
  void emit(ir::InstId id, ir::LoadName const& node);
  void emit(ir::InstId id, ir::StoreName const& node);
  void emit(ir::InstId id, ir::DeleteName const& node);
  void emit(ir::InstId id, ir::LoadNamespace const& node);
  void emit(ir::InstId id, ir::LoadClassName const& node);
  void emit(ir::InstId id, ir::StoreAnnotation const& node);
  void emit(ir::InstId id, ir::StoreClassName const& node);
  void emit(ir::InstId id, ir::Import const& node);
  void emit(ir::InstId id, ir::ImportFrom const& node);
  void emit(ir::InstId id, ir::ImportSubmodule const& node);
  void emit(ir::InstId id, ir::ImportStar const& node);
  void emit(ir::InstId id, ir::LoadModuleGlobal const& node);

  // operations.cpp
  void emit(ir::InstId id, ir::Binary const& node);
  void emit(ir::InstId id, ir::InPlace const& node);
  void emit(ir::InstId id, ir::Unary const& node);
  void emit(ir::InstId id, ir::Compare const& node);
  void emit(ir::InstId id, ir::Truth const& node);
  void emit(ir::InstId id, ir::Not const& node);
  void emit(ir::InstId id, ir::Coerce const& node);
  void emit(ir::InstId id, ir::Constant const& node);
  void emit(ir::InstId id, ir::GetAttr const& node);
  void emit(ir::InstId id, ir::SetAttr const& node);
  void emit(ir::InstId id, ir::DeleteAttr const& node);
  void emit(ir::InstId id, ir::GetField const& node);
  void emit(ir::InstId id, ir::SetField const& node);
  void emit(ir::InstId id, ir::HasClass const& node);
  void emit(ir::InstId id, ir::BoundSelf const& node);
  void emit(ir::InstId id, ir::GetItem const& node);
  void emit(ir::InstId id, ir::SetItem const& node);
  void emit(ir::InstId id, ir::DeleteItem const& node);
  ir::MakeSlice const* plain_slice(ir::InstId id, ir::GetItem const& node) const;
  std::string use_unboxed(ir::InstId id, bool as_operand = false);
  void emit_complex_operation(ir::InstId id, syntax::Operator op, ir::InstId left, ir::InstId right);
  std::string factor(ir::InstId id, std::string const& operand) const;
  std::string sum_operand(ir::InstId id, std::string operand) const;
  bool is_compared_next(ir::InstId id) const;
  bool grow_variable(ir::InstId id, ir::InstId left, ir::InstId right);
  void emit_int_operation(ir::InstId id, syntax::Operator op, ir::InstId left, ir::InstId right);
  bool emit_typed_binary(ir::InstId id, syntax::Operator op, ir::InstId left, ir::InstId right);
  bool emit_typed_compare(ir::InstId id, ir::Compare const& node);
  ir::InstId take_truth(ir::InstId id);

  // dict_places.cpp
  bool is_plain_key(ir::TypeId id) const;
  bool is_read_in_place(ir::InstId id) const;
  std::string dict_place(ir::InstId id, ir::CallNative const& node);

  // fills.cpp
  bool fill_loop(ir::For const& node);

  // list_views.cpp
  ir::InstId borrowing_store(ir::For const& node) const;
  bool view_loop(ir::For const& node);
  void begin_slice_loop(ir::For const& node, std::string const& iteration, std::string const& slice,
                        std::string const& item_type);

  // sums.cpp
  void emit(ir::InstId id, ir::StartSum const& node);
  void emit(ir::InstId id, ir::SumAdd const& node);
  void emit(ir::InstId id, ir::SumResult const& node);

  // displays.cpp
  void emit(ir::InstId id, ir::MakeList const& node);
  void emit(ir::InstId id, ir::MakeTuple const& node);
  std::string tuple_text(ir::InstId id, ir::MakeTuple const& node);
  std::string made_tuple_text(ir::InstId id, ir::MakeTuple const& node);
  bool is_constant_tuple(ir::MakeTuple const& node) const;
  std::string choices_of(ir::InstId display);
  bool runs_once() const;
  void emit(ir::InstId id, ir::MakeSet const& node);
  void emit(ir::InstId id, ir::MakeDataclass const& node);
  void emit(ir::InstId id, ir::MakeDict const& node);
  void emit(ir::InstId id, ir::MakeSlice const& node);
  void emit(ir::InstId id, ir::ListAppend const& node);
  void emit(ir::InstId id, ir::ListExtend const& node);
  void emit(ir::InstId id, ir::ListToTuple const& node);
  void emit(ir::InstId id, ir::SetAdd const& node);
  void emit(ir::InstId id, ir::SetUpdate const& node);
  void emit(ir::InstId id, ir::DictMerge const& node);
  void emit(ir::InstId id, ir::FormatValue const& node);
  void emit(ir::InstId id, ir::JoinStr const& node);
  std::string coerced_str(ir::InstId id);
  void emit(ir::InstId id, ir::Unpack const& node);
  void emit(ir::InstId id, ir::UnpackItem const& node);

  // calls.cpp
  void emit(ir::InstId id, ir::Call const& node);
  void emit(ir::InstId id, ir::GetMethod const& node);
  void emit(ir::InstId id, ir::CallMethod const& node);
  bool is_at_hand(ir::InstId id) const;
  bool is_looked_up_by_call(ir::InstId method) const;
  void invoke(ir::InstId id, ir::CallMethod const& node);
  void emit(ir::InstId id, ir::CallUnpacked const& node);
  std::string unpacked_items(ir::InstId items);
  void emit(ir::InstId id, ir::CallFunction const& node);
  void emit(ir::InstId id, ir::CallNative const& node);
  void emit(ir::InstId id, ir::NewInstance const& node);
  void emit(ir::InstId id, ir::InitBase const& node);
  void emit(ir::InstId id, ir::MakeFunction const& node);
  void emit(ir::InstId id, ir::MakeClass const& node);
  void emit(ir::InstId id, ir::ClassBodyResult const& node);
  bool may_make_coroutine(ir::InstId id, ir::InstId callee) const;
  void note_caller(ir::InstId id);
  void define_call(ir::InstId id, ir::InstId callee, std::string const& call);
  void make_coroutine_object(ir::InstId id, ir::InstId coroutine);
  std::string keyword_names(std::vector<NameId> const& keywords) const;
  std::string called(ir::InstId id);
  std::string captured_cells(ir::FunctionId callee) const;
  std::string class_arguments(ir::MakeClass const& node);
  std::string class_object(ir::ClassId id) const;
  std::string call_arguments(ir::Function const& callee, std::vector<ir::InstId> const& args,
                             std::size_t first_parameter);
  ir::For const* next_loop_over(ir::InstId id) const;
  bool is_looped_over_next(ir::InstId id) const;
  bool is_source_of_known_items(ir::InstId id) const;
  bool is_stored_next(ir::InstId id) const;
  bool has_numbers(ir::InstId source) const;
  ir::InstId sum_of_products(ir::For const& node) const;
  bool is_quiet_row_loop(std::vector<ir::InstId> const& sources) const;
  bool may_be_view(ir::InstId store, ir::StoreLocal const& node) const;
  bool may_precede_loop(ir::InstId id) const;
  bool is_loop_range(ir::InstId id, ir::CallNative const& node) const;
  std::string loop_range(ir::InstId id, ir::CallNative const& node, std::vector<std::string> const& arguments);
  std::string native_argument(bindings::Overload const& overload, bindings::Parameter const& parameter,
                              ir::InstId argument);
  std::optional<ir::TypeId> class_argument(bindings::Parameter const& parameter, ir::InstId receiver) const;
  std::string native_default(bindings::Parameter const& parameter) const;
  std::vector<std::string> native_arguments(ir::CallNative const& node);

  // suspensions.cpp
  void emit(ir::InstId id, ir::Await const& node);
  void emit(ir::InstId id, ir::Yield const& node);
  void emit(ir::InstId id, ir::YieldFrom const& node);
  void suspend(ir::InstId id, std::string const& awaitable, bool is_void);

  // control_flow.cpp
  void block(ir::BlockId id);
  void nested_block(ir::BlockId id);
  std::string captured_block(ir::BlockId id, ir::InstId value, std::string& value_text);
  void emit(ir::InstId id, ir::Statement const& node);
  void emit(ir::InstId id, ir::If const& node);
  void emit(ir::InstId id, ir::IfExp const& node);
  bool only_reads_fields(ir::BlockId block) const;
  void emit_field_choice(ir::InstId id, ir::IfExp const& node);
  void emit(ir::InstId id, ir::BoolOp const& node);
  void emit(ir::InstId id, ir::While const& node);
  void emit(ir::InstId id, ir::For const& node);
  void emit(ir::InstId id, ir::GetIter const& node);
  void emit(ir::InstId id, ir::LoopItem const& node);
  void emit(ir::InstId id, ir::Break const& node);
  void emit(ir::InstId id, ir::Continue const& node);
  void emit(ir::InstId id, ir::Return const& node);
  void emit(ir::InstId id, ir::WarnSyntax const& node);
  void emit(ir::InstId id, ir::Unsupported const& node);
  bool begin_loop(ir::InstId id, ir::For const& node, std::string const& iteration, std::string& item_type);
  std::string row_type(ir::InstId item, ir::BlockId body) const;
  void loop_body(ir::BlockId body, ir::BlockId else_block, std::string const& head, bool holds_iterator = false);
  std::string safe_point(ir::InstId loop);
  void async_for(ir::InstId id, ir::For const& node);
  std::string none_as(ir::TypeId type) const;
  void leave_function();

  // type_params.cpp
  void emit(ir::InstId id, ir::MakeTypeAlias const& node);
  void emit(ir::InstId id, ir::MakeTypeParameter const& node);

  // match.cpp
  void emit(ir::InstId id, ir::MatchClass const& node);
  void match_fields(ir::InstId id, ir::MatchClass const& node);
  void emit(ir::InstId id, ir::MatchItem const& node);
  void emit(ir::InstId id, ir::MatchKeys const& node);
  void emit(ir::InstId id, ir::MatchMapping const& node);
  void emit(ir::InstId id, ir::MatchSequence const& node);
  std::string match_values(ir::InstId id, std::size_t count);

  // with.cpp
  void emit(ir::InstId id, ir::With const& node);
  void emit(ir::InstId id, ir::WithEntered const& node);
  // The methods of the runtime's class that an `async with` awaits in place.
  struct KnownManager {
    bindings::Overload const* enter;
    bindings::Overload const* exit;
  };
  std::optional<KnownManager> known_manager(ir::With const& node) const;
  std::string await_known(ir::InstId id, std::string const& call, bool is_void);
  std::string enter_context(ir::InstId id, ir::With const& node, std::string const& context);
  std::string exit_context(ir::InstId id, ir::With const& node, std::string const& context,
                           std::string const& exception);
  std::string awaited_object(ir::InstId id, std::string const& object);

  // exceptions.cpp
  void emit(ir::InstId id, ir::Try const& node);
  void emit(ir::InstId id, ir::Raise const& node);
  void emit(ir::InstId id, ir::Reraise const& node);
  void emit(ir::InstId id, ir::CurrentException const& node);
  void handlers(ir::Try const& node, int number);
  void except_handlers(ir::Try const& node, int number);
  void star_handlers(ir::Try const& node, int number);
  void star_handler(ir::Handler const& handler, std::string const& groups);
  void finally(ir::Try const& node, int number, Region const& region, bool never_completes);
  void declare_exit(std::size_t start, int number, Region const& region, bool never_completes);
  void begin_finally(int number, Region const& region);
  void resume_exit(int number, Region const& region, bool never_completes);
  bool in_protected_region() const;
  bool awaits_errors() const;
  Region* error_target();
  std::string error_label(Region const& region) const;
  // The statement that leaves with the error in flight: `return raised;`, `goto except_1;`.
  std::string leave_with_error();

  ModuleContext& context_;
  ir::FunctionId id_;
  ir::Function const& function_;
  Writer out_;
  std::unordered_map<std::uint32_t, Pending> pending_;
  // Those of them that read variables or memory, in order, and perhaps some that don't any more.
  std::vector<std::uint32_t> readers_;
  // The arrays that matches of patterns put values into.
  std::unordered_map<std::uint32_t, std::string> match_values_;
  // Uses of each value that are still to come.
  std::vector<std::uint32_t> uses_;
  // The stores that declare their variable, and those variables; the others are declared at the function's top.
  std::set<std::uint32_t> declaring_stores_;
  std::set<std::uint32_t> declared_at_store_;
  // Those that some instruction names.
  std::set<std::uint32_t> named_locals_;
  // Variables that are given results of calls, which may be coroutine objects.
  std::set<std::uint32_t> coroutine_locals_;
  std::set<std::uint32_t> coroutine_globals_;
  std::vector<StatementScope> statements_;
  // In programs that see temporaries end: those that are there, and the pure values of the statement.
  std::vector<Temporary> held_;
  std::vector<std::uint32_t> statement_values_;
  // Instructions that read each value and are still to come. `uses_` may be less: an instruction can write its operand twice.
  std::vector<std::uint32_t> reads_left_;
  std::vector<Region> regions_;
  int counter_ = 0;
  int temporaries_ = 0;
  std::vector<ir::InstId> const* current_block_ = nullptr;
  std::size_t position_ = 0;
  std::vector<LoopItem> loop_items_;
  // Pure values that are of a type of the loop's own, which only `auto` names.
  std::set<std::uint32_t> loop_sources_;
  // Slices of lists that only a loop sees: their text is what the loop's cursor starts with.
  std::set<std::uint32_t> loop_slices_;
  // Loop items that are IntViews, and what loops go over whose rows have some.
  std::set<std::uint32_t> views_;
  // Loop items that are borrowed, and the stores that make the loop's variable a reference to them; the names of such variables meanwhile.
  std::set<std::uint32_t> borrowed_;
  std::map<std::uint32_t, std::string> borrowed_names_;
  // Methods that their calls look up themselves.
  std::set<std::uint32_t> invoked_;
  // What the store of a dict's item takes over from the look-up before it.
  std::map<std::uint32_t, std::string> places_;
  // Arithmetic on complex numbers, before it becomes an object.
  std::map<std::uint32_t, std::string> unboxed_;
  // What is only compared, in the form that comparisons take.
  std::set<std::uint32_t> compared_;
  // Values that have a variable of their own, for one use.
  std::set<std::uint32_t> read_once_;
  // Products of ints, as a sum takes them in.
  std::map<std::uint32_t, std::string> products_;
  // Loop items that are rows: their Unpack reads them where they are.
  std::set<std::uint32_t> rows_;
  std::vector<std::string> entered_;
  std::string current_exception_;
  bool needs_returned_ = false;
  // The function's call has been counted.
  bool counted_ = false;
};

}  // namespace aiocc::emit
