// What a module's text can observe of its functions and classes.
#include "build_ir/observations.hpp"

#include <array>
#include <concepts>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

#include "bindings/bindings.hpp"
#include "semantics/scoped_walk.hpp"
#include "support/words.hpp"
#include "syntax/walk.hpp"

namespace aiocc::build_ir {
namespace {

constexpr std::array<std::string_view, 10> annotation_readers = {
    "__annotations__", "get_type_hints", "get_annotations", "inspect", "getattr", "attrgetter", "eval", "exec",
    "globals",         "locals"};

constexpr std::array<std::string_view, 9> field_readers = {"fields",          "Field",          "__dataclass_fields__",
                                                           "__annotations__", "get_type_hints", "get_annotations",
                                                           "inspect",         "signature",      "singledispatch"};

constexpr std::array<std::string_view, 3> field_kinds = {"ClassVar", "InitVar", "KW_ONLY"};

constexpr std::array<std::string_view, 2> module_dict_readers = {"__globals__", "f_globals"};

// The last two ask for asyncio's debug mode, which tells where objects were made.
constexpr std::array<std::string_view, 6> frame_readers = {
    "_getframe", "currentframe", "getouterframes", "f_back", "set_debug", "set_coroutine_origin_tracking_depth"};
constexpr std::array<std::string_view, 2> loop_starters = {"run", "Runner"};

// Of the module traceback.
constexpr std::array<std::string_view, 4> stack_readers = {"extract_stack", "format_stack", "print_stack",
                                                           "walk_stack"};

constexpr std::array<std::string_view, 3> closure_readers = {"__closure__", "cell_contents", "inspect"};

// `sys.modules`, and what else gives a module by its name.
constexpr std::array<std::string_view, 5> module_givers = {"modules", "__main__", "import_module", "getmodule",
                                                           "__import__"};

constexpr std::array<std::string_view, 7> function_annotation_readers = {
    "__annotations__", "get_type_hints",      "inspect", "get_annotations", "signature",
    "singledispatch",  "singledispatchmethod"};

// By these a program comes to have threads or to handle signals.
constexpr std::array<std::string_view, 12> interrupters = {
    "threading",          "_thread",         "concurrent",         "concurrent.futures", "signal",
    "to_thread",          "run_in_executor", "ThreadPoolExecutor", "KeyboardInterrupt",  "Thread",
    "add_signal_handler", "start_new_thread"};

// What tells where the program stands: the repr of the task that runs, and asyncio's deprecation warnings.
constexpr std::array<std::string_view, 4> place_tellers = {"current_task", "all_tasks", "get_event_loop", "Future"};

// Calls of these may give NotImplemented.
constexpr std::array<std::string_view, 6> comparisons = {"__eq__", "__ne__", "__lt__", "__le__", "__gt__", "__ge__"};

// What a program sees objects' ends by.
constexpr std::array<std::string_view, 2> end_watchers = {"__del__", "weakref"};

constexpr std::array<std::string_view, 3> reducers = {"__reduce__", "__reduce_ex__", "__getstate__"};

constexpr std::array<std::string_view, 2> typed_classes = {"NamedTuple", "TypedDict"};

constexpr std::array<std::string_view, 2> substitutions = {"sub", "subn"};

constexpr std::array<std::string_view, 3> namespaces_of_scopes = {"vars", "locals", "dir"};

bool names_globals(std::string_view word) { return word == "globals" || word == "__annotations__"; }

class Observer {
 public:
  explicit Observer(syntax::Ast const& ast) : ast_(ast) {}

  Observations observe() {
    for (syntax::StmtId stmt : ast_.body) syntax::for_each_descendant(ast_, stmt, [&](auto id) { see(id); });
    if (not_implemented_ > not_implemented_returned_) seen_.not_implemented = true;
    if (field_kinds_ > field_kinds_in_annotations_) seen_.field_kinds = true;
    return seen_;
  }

 private:
  void see(syntax::PatternId) {}

  void see(syntax::ExprId id) {
    if (auto const* name = ast_.get_if<syntax::Name>(id)) {
      see_word(name->id.text());
      if (name->id.text() == "NotImplemented") ++not_implemented_;
    }
    if (names_field_kind(id)) ++field_kinds_;
    if (auto const* attribute = ast_.get_if<syntax::Attribute>(id)) {
      see_word(attribute->attr.text());
      if (is_one_of(attribute->attr.text(), comparisons)) seen_.not_implemented = true;
      if (auto const* owner = ast_.get_if<syntax::Name>(attribute->value))
        see_member_of_module(owner->id, attribute->attr.text());
      bool const is_stored = attribute->ctx != syntax::ExprContext::Load;
      if (is_stored && attribute->attr.text() == "__class__") seen_.instance_dicts = true;
    }
    if (auto const* call = ast_.get_if<syntax::Call>(id)) see_call(*call);
    auto const* constant = ast_.get_if<syntax::Constant>(id);
    auto const* str = constant ? std::get_if<syntax::StrValue>(&constant->value) : nullptr;
    if (!str) return;
    if (str->text.starts_with("__")) see_word(str->text);
    if (str->text == "namereplace") seen_.character_names = true;
    if (str->text == "PYTHONASYNCIODEBUG") seen_.frames = true;
    if (str->text.find("__annotations__") != std::string::npos) see_word("__annotations__");
  }

  void see(syntax::StmtId id) {
    if (auto const* function = ast_.get_if<syntax::FunctionDef>(id)) see_word(function->name.text());
    if (auto const* import = ast_.get_if<syntax::Import>(id)) {
      for (syntax::Alias const& alias : import->names) {
        see_import(alias);
        seen_.imported.insert(alias.name);
      }
    }
    if (auto const* import = ast_.get_if<syntax::ImportFrom>(id)) {
      std::string_view const module = import->module ? import->module.text() : "";
      see_module(module);
      if (import->level > 0) seen_.module_registry = true;
      for (syntax::Alias const& alias : import->names) {
        see_word(alias.name.text());
        see_member(bindings::find_module(module), alias.name.text());
        see_member_of_library(module, alias.name.text());
        seen_.imported.insert(NameId::of(std::string(module) + "." + std::string(alias.name.text())));
        if (module == "dataclasses" && alias.name.text() == "*") seen_.fields = true;
        if (alias.asname && is_field_kind(alias.name.text())) seen_.field_kinds = true;
      }
    }
    if (ast_.get_if<syntax::Try>(id) || ast_.get_if<syntax::With>(id)) seen_.closing_generators |= yields_within(id);
    auto const* const returned = ast_.get_if<syntax::Return>(id);
    auto const* const name = returned && returned->value ? ast_.get_if<syntax::Name>(returned->value) : nullptr;
    if (name && name->id.text() == "NotImplemented") ++not_implemented_returned_;
    auto const* const annotated = ast_.get_if<syntax::AnnAssign>(id);
    if (annotated && names_field_kind(head_of_annotation(ast_, annotated->annotation))) ++field_kinds_in_annotations_;
    // Whoever gets a class to decorate, or makes it, may read what it has.
    auto const* cls = ast_.get_if<syntax::ClassDef>(id);
    if (cls && (!cls->decorator_list.empty() || !cls->keywords.empty())) seen_.class_annotations = true;
  }

  bool yields_within(syntax::StmtId stmt) const {
    bool yields = false;
    syntax::for_each_descendant(ast_, stmt, [&](auto id) {
      if constexpr (std::same_as<decltype(id), syntax::ExprId>)
        yields |= ast_.get_if<syntax::Yield>(id) || ast_.get_if<syntax::YieldFrom>(id);
    });
    return yields;
  }

  bool names_field_kind(syntax::ExprId id) const {
    auto const* name = ast_.get_if<syntax::Name>(id);
    auto const* attribute = ast_.get_if<syntax::Attribute>(id);
    return (name && is_field_kind(name->id.text())) || (attribute && is_field_kind(attribute->attr.text()));
  }

  // Warnings and log records may tell of callers further out: `stacklevel=2`, `stack_info=True`, `warn(message, category, 2)`.
  void see_call(syntax::Call const& call) {
    auto const* attribute = ast_.get_if<syntax::Attribute>(call.func);
    auto const* name = ast_.get_if<syntax::Name>(call.func);
    std::string_view const callee = attribute ? attribute->attr.text() : name ? name->id.text() : "";
    if (callee == "warn" && call.args.size() > 2) seen_.frames = true;
    for (syntax::Keyword const& keyword : call.keywords) {
      std::string_view const word = keyword.arg ? keyword.arg.text() : "";
      if (word == "stacklevel" || word == "stack_info") seen_.frames = true;
      if (word == "debug" && is_one_of(callee, loop_starters)) seen_.frames = true;
    }
    // So do generators, where the exception is more than one argument.
    if ((callee == "throw" || callee == "athrow") && call.args.size() > 1) seen_.places = true;
    // The module re warns of more arguments by position than these.
    if ((is_one_of(callee, substitutions) && call.args.size() > 3) || (callee == "split" && call.args.size() > 2))
      seen_.places = true;
    see_typed_class(call, callee);
  }

  // And typing does of classes that are made by a call without a list of fields.
  void see_typed_class(syntax::Call const& call, std::string_view callee) {
    bool const lacks_fields = call.args.size() < 2 || ast_.is<syntax::Constant>(call.args[1]);
    bool const has_keywords = callee == "NamedTuple" && !call.keywords.empty();
    if (is_one_of(callee, typed_classes) && (lacks_fields || has_keywords)) seen_.places = true;
  }

  void see_word(std::string_view word) {
    bool const is_dict = word == "__dict__" || word == "vars";
    if (is_dict || is_one_of(word, annotation_readers)) seen_.class_annotations = true;
    if (is_one_of(word, function_annotation_readers)) seen_.function_annotations = true;
    if (is_dict) seen_.instance_dicts = true;
    if (word == "__subclasses__") seen_.subclasses = true;
    if (word == "_static_layouts") seen_.static_layouts = true;
    if (is_one_of(word, field_readers)) seen_.fields = true;
    if (is_one_of(word, module_dict_readers)) seen_.module_dicts = true;
    if (is_one_of(word, closure_readers)) seen_.closures = true;
    if (is_one_of(word, frame_readers)) seen_.frames = true;
    if (is_one_of(word, module_givers)) seen_.module_registry = true;
    if (is_one_of(word, interrupters)) seen_.interruptions = true;
    if (is_one_of(word, place_tellers)) seen_.places = true;
    if (is_one_of(word, end_watchers)) seen_.ends = true;
    if (is_one_of(word, reducers)) seen_.reductions = true;
    if (names_globals(word) || is_one_of(word, namespaces_of_scopes)) seen_.namespaces = true;
  }

  // Modules that aren't the runtime's own in C++ may look at any class.
  void see_module(std::string_view name) {
    see_word(name);
    if (bindings::find_module(name) || name == "__future__") return;
    seen_.class_annotations = true;
  }

  void see_import(syntax::Alias const& alias) {
    see_module(alias.name.text());
    modules_[alias.asname ? alias.asname : alias.name] = alias.name;
  }

  void see_member_of_module(NameId bound, std::string_view member) {
    auto const found = modules_.find(bound);
    if (found == modules_.end()) return;
    see_member(bindings::find_module(found->second.text()), member);
    see_member_of_library(found->second.text(), member);
  }

  // Names that mean something else where they aren't a module's.
  void see_member_of_library(std::string_view module, std::string_view member) {
    if (module == "inspect" && member == "stack") seen_.frames = true;
    if (module == "traceback" && is_one_of(member, stack_readers)) seen_.frames = true;
  }

  // What such a module doesn't have in C++ comes from its half in Python: `typing.NamedTuple`.
  void see_member(bindings::Module const* module, std::string_view member) {
    if (module && !module->has(member)) seen_.class_annotations = true;
  }

  syntax::Ast const& ast_;
  // Modules by the names that they're imported as.
  std::map<NameId, NameId> modules_;
  Observations seen_;
  // How often the name stands in the text, and how often as all that is returned, which is as operators want it.
  int not_implemented_ = 0;
  int not_implemented_returned_ = 0;
  // The same of what isn't a field, and as what stands first in an annotation.
  int field_kinds_ = 0;
  int field_kinds_in_annotations_ = 0;
};

// The names that are called without arguments.
std::unordered_set<syntax::ExprId> bare_calls(syntax::Ast const& ast) {
  std::unordered_set<syntax::ExprId> out;
  for (syntax::Expr const& expr : ast.exprs) {
    auto const* call = std::get_if<syntax::Call>(&expr.node);
    if (call && call->args.empty() && call->keywords.empty()) out.insert(call->func);
  }
  return out;
}

}  // namespace

bool is_field_kind(std::string_view name) { return is_one_of(name, field_kinds); }

syntax::ExprId head_of_annotation(syntax::Ast const& ast, syntax::ExprId annotation) {
  auto const* subscript = ast.get_if<syntax::Subscript>(annotation);
  return subscript ? subscript->value : annotation;
}

Observations observations_of(syntax::Ast const& ast) { return Observer(ast).observe(); }

bool asks_for_globals(syntax::Ast const& ast, semantics::SemanticModel const& model) {
  std::unordered_set<syntax::ExprId> const calls = bare_calls(ast);
  bool asks = false;
  semantics::for_each_load(ast, model, [&](syntax::ExprId id, semantics::ScopeId scope) {
    std::string_view const name = ast.get<syntax::Name>(id).id.text();
    bool const is_global = names_globals(name);
    bool const is_scopes =
        is_one_of(name, namespaces_of_scopes) && calls.contains(id) && model.code_scope(scope) == model.module_scope;
    if (!is_global && !is_scopes) return;
    semantics::NameKind const kind = model.resolve(scope, NameId::of(name)).kind;
    asks |= kind == semantics::NameKind::Builtin || kind == semantics::NameKind::Unknown;
  });
  return asks;
}

}  // namespace aiocc::build_ir
