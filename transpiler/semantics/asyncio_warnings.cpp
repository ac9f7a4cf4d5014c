// Finds asyncio's traps in the text alone; where it isn't sure what a name stands for, it's silent.
#include "semantics/asyncio_warnings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>

#include "bindings/bindings.hpp"
#include "semantics/imported_names.hpp"
#include "support/words.hpp"
#include "syntax/walk.hpp"

namespace aiocc::semantics {
namespace {

using namespace syntax;

constexpr std::array<std::string_view, 2> task_makers = {"asyncio.create_task", "asyncio.ensure_future"};
constexpr std::array<std::string_view, 2> timeouts = {"asyncio.timeout", "asyncio.timeout_at"};
constexpr std::array<std::string_view, 13> http_calls = {
    "urllib.request.urlopen", "requests.get",     "requests.post", "requests.put", "requests.delete", "requests.patch",
    "requests.head",          "requests.request", "httpx.get",     "httpx.post",   "httpx.put",       "httpx.delete",
    "httpx.request"};
constexpr std::array<std::string_view, 2> process_makers = {"subprocess.Popen", "os.popen"};
constexpr std::array<std::string_view, 7> process_runs = {"subprocess.run",
                                                          "subprocess.call",
                                                          "subprocess.check_call",
                                                          "subprocess.check_output",
                                                          "subprocess.getoutput",
                                                          "subprocess.getstatusoutput",
                                                          "os.system"};

// A function of the module, or a class's method, that is an `async def`.
struct KnownCoroutine {
  StmtId definition;
  // Something else has the same name, so a call may mean that.
  bool is_ambiguous = false;
};

class TrapFinder {
 public:
  TrapFinder(Ast const& ast, Diagnostics& diagnostics) : ast_(ast), imported_(ast), diagnostics_(diagnostics) {}

  void run() {
    find_coroutines(ast_.body, {});
    check_body(ast_.body);
  }

 private:
  // What the statement stands in.
  struct Place {
    // The innermost function is an `async def`, whose body this is; null in other functions and at top level.
    AsyncFunctionDef const* coroutine = nullptr;
    NameId in_class;
    // Spans of the enclosing TaskGroup, and whether a loop begins inside of it.
    Span group = {};
    bool in_loop_of_group = false;
  };

  // Which names are coroutine functions: `{class, name}`, the class unset for functions.
  void find_coroutines(Array<StmtId> const& body, NameId in_class) {
    for (StmtId const id : body) find_coroutines_below(id, in_class);
  }

  void find_coroutines_below(StmtId id, NameId in_class) {
    if (auto const* node = ast_.get_if<ClassDef>(id)) return find_coroutines(node->body, node->name);
    if (auto const* node = ast_.get_if<FunctionDef>(id)) {
      coroutines_[key(in_class, node->name)].is_ambiguous = true;
      return find_coroutines(node->body, {});
    }
    if (auto const* node = ast_.get_if<AsyncFunctionDef>(id)) {
      KnownCoroutine& known = coroutines_[key(in_class, node->name)];
      if (known.definition || !node->decorator_list.empty() || yields(node->body)) known.is_ambiguous = true;
      known.definition = id;
      return find_coroutines(node->body, {});
    }
    for_each_child(ast_, id,
                   Overloaded{[&](StmtId child) { find_coroutines_below(child, in_class); },
                              [&](ExprId child) { see_stores(child, in_class); }, [](PatternId) {}});
  }

  void see_stores(ExprId id, NameId in_class) {
    for_each_descendant(ast_, id,
                        Overloaded{[&](ExprId each) {
                                     auto const* name = ast_.get_if<Name>(each);
                                     if (name && name->ctx != ExprContext::Load)
                                       coroutines_[key(in_class, name->id)].is_ambiguous = true;
                                   },
                                   [](StmtId) {}, [](PatternId) {}});
  }

  static std::string key(NameId in_class, NameId name) {
    return (in_class ? std::string(in_class.text()) : std::string()) + "." + std::string(name.text());
  }

  // Calls visit for what belongs to the function whose body this is, nested functions and classes left out.
  template <class Visit>
  void for_each_own(Array<StmtId> const& body, Visit&& visit) const {
    for (StmtId const id : body) own_below(id, visit);
  }
  template <class Tag, class Visit>
  void own_below(Id<Tag> id, Visit& visit) const {
    if constexpr (std::same_as<Id<Tag>, StmtId>) {
      if (ast_.is<FunctionDef>(id) || ast_.is<AsyncFunctionDef>(id) || ast_.is<ClassDef>(id)) return;
    } else if constexpr (std::same_as<Id<Tag>, ExprId>) {
      if (ast_.is<Lambda>(id)) return;
    }
    visit(id);
    for_each_child(ast_, id, [&](auto child) { own_below(child, visit); });
  }

  bool yields(Array<StmtId> const& body) const {
    bool found = false;
    for_each_own(body, [&](auto id) {
      if constexpr (std::same_as<decltype(id), ExprId>) found |= ast_.is<Yield>(id) || ast_.is<YieldFrom>(id);
    });
    return found;
  }

  // Whether anything in the body gives the loop a turn, or may.
  bool has_checkpoint(Array<StmtId> const& body) const {
    bool found = yields(body);
    for_each_own(body, [&](auto id) {
      if constexpr (std::same_as<decltype(id), ExprId>)
        found |= ast_.is<Await>(id);
      else if constexpr (std::same_as<decltype(id), StmtId>)
        found |= ast_.is<AsyncFor>(id) || ast_.is<AsyncWith>(id);
    });
    return found;
  }

  void check_body(Array<StmtId> const& body) {
    for (StmtId const id : body) check(id, {});
  }

  void check_all(Array<StmtId> const& body, Place const& place) {
    for (StmtId const id : body) check(id, place);
  }

  void check(StmtId id, Place const& place) {
    if (auto const* node = ast_.get_if<ClassDef>(id)) return check_all(node->body, {.in_class = node->name});
    if (auto const* node = ast_.get_if<FunctionDef>(id)) return check_all(node->body, {.in_class = place.in_class});
    if (auto const* node = ast_.get_if<AsyncFunctionDef>(id))
      return check_all(node->body, {.coroutine = node, .in_class = place.in_class});
    if (auto const* node = ast_.get_if<ExprStmt>(id)) check_dropped(node->value, place);
    if (place.coroutine) check_coroutine_statement(id, place);
    Place inner = place;
    if (auto const* node = ast_.get_if<AsyncWith>(id)) enter_group(*node, inner);
    if (ast_.is<For>(id) || ast_.is<AsyncFor>(id) || ast_.is<While>(id))
      inner.in_loop_of_group = bool(inner.group.file);
    for_each_child(ast_, id,
                   Overloaded{[&](StmtId child) { check(child, inner); },
                              [&](ExprId child) {
                                if (place.coroutine) check_blocking_calls(child);
                              },
                              [](PatternId) {}});
  }

  void check_coroutine_statement(StmtId id, Place const& place) {
    if (auto const* node = ast_.get_if<AsyncWith>(id)) check_timeout(*node);
    if (auto const* node = ast_.get_if<While>(id)) check_polling(id, *node);
    if (auto const* node = ast_.get_if<Try>(id)) check_handlers(*node, place);
    bool const leaves = ast_.is<Return>(id) || (ast_.is<Break>(id) && !place.in_loop_of_group);
    if (leaves && place.group.file)
      diagnostics_.report<Code::ExitFromTaskGroup>(ast_.span(id), ast_.is<Return>(id) ? "return" : "break")
          .note(place.group,
                "the group waits here for all of its tasks; cancel them first if they aren't needed any more");
  }

  void enter_group(AsyncWith const& node, Place& place) {
    for (WithItem const& item : node.items) {
      if (called(item.context_expr) != "asyncio.TaskGroup") continue;
      place.group = ast_.span(item.context_expr);
      place.in_loop_of_group = false;
    }
  }

  // What the expression calls; empty where it's no call, or of something unknown.
  std::string called(ExprId id) const {
    auto const* call = ast_.get_if<Call>(id);
    return call ? imported_.qualified(call->func) : std::string();
  }

  // A statement that is just an expression.
  void check_dropped(ExprId value, Place const& place) {
    if (auto const* await = ast_.get_if<Await>(value)) return check_awaited_gather(await->value);
    if (!ast_.is<Call>(value)) return;
    std::string const name = called(value);
    if (is_one_of(name, task_makers)) {
      diagnostics_.report<Code::AsyncioDanglingTask>(ast_.span(value), name)
          .note("the loop holds tasks weakly: keep the task in a variable or a set, or use asyncio.TaskGroup");
    } else if (name == "asyncio.gather") {
      diagnostics_.report<Code::GatherResultsDropped>(ast_.span(value))
          .note("nobody waits for the tasks, nor learns of their errors");
    } else {
      check_never_awaited(value, name, place);
    }
  }

  // Tasks that the program has names for can tell their errors themselves.
  void check_awaited_gather(ExprId awaited) {
    if (called(awaited) != "asyncio.gather") return;
    Call const& call = ast_.get<Call>(awaited);
    if (std::none_of(call.args.begin(), call.args.end(), [&](ExprId each) { return ast_.is<Call>(each); })) return;
    for (Keyword const& keyword : call.keywords) {
      if (!keyword.arg || keyword.arg.text() != "return_exceptions") continue;
      auto const* value = ast_.get_if<Constant>(keyword.value);
      bool const is_true = value && std::holds_alternative<bool>(value->value) && std::get<bool>(value->value);
      if (is_true)
        diagnostics_.report<Code::GatherResultsDropped>(ast_.span(awaited))
            .note("with return_exceptions=True, the results are the only place where errors show");
    }
  }

  void check_never_awaited(ExprId value, std::string const& name, Place const& place) {
    StmtId definition;
    if (!is_coroutine_call(ast_.get<Call>(value), name, place, definition)) return;
    std::string_view const text = name.empty() ? name_of(ast_.get<Call>(value).func) : std::string_view(name);
    Diagnostic& warning = diagnostics_.report<Code::CoroutineNeverAwaited>(ast_.span(value), text);
    if (definition) warning.note(ast_.span(definition), "it's an `async def`: a call only makes the coroutine");
    ExprId const function = ast_.get<Call>(value).func;
    std::string const written = written_name(function);
    if (place.coroutine && !written.empty()) warning.fix_it(ast_.span(function), "await " + written);
  }

  // A dotted name as it stands in the text; empty for other expressions.
  std::string written_name(ExprId id) const {
    if (auto const* name = ast_.get_if<Name>(id)) return std::string(name->id.text());
    auto const* attribute = ast_.get_if<Attribute>(id);
    std::string const owner = attribute ? written_name(attribute->value) : std::string();
    return owner.empty() ? owner : owner + "." + std::string(attribute->attr.text());
  }

  std::string_view name_of(ExprId function) const {
    if (auto const* attribute = ast_.get_if<Attribute>(function)) return attribute->attr.text();
    return ast_.get<Name>(function).id.text();
  }

  bool is_coroutine_call(Call const& call, std::string const& name, Place const& place, StmtId& definition) const {
    if (!name.empty()) {
      std::size_t const dot = name.rfind('.');
      if (dot == std::string::npos) return false;
      Array<bindings::Overload> const overloads = bindings::find_overloads(name.substr(0, dot), name.substr(dot + 1));
      return !overloads.empty() && overloads[0].is_async();
    }
    std::string found;
    if (auto const* function = ast_.get_if<Name>(call.func)) found = key({}, function->id);
    if (auto const* method = ast_.get_if<Attribute>(call.func)) {
      auto const* receiver = ast_.get_if<Name>(method->value);
      if (receiver && receiver->id.text() == "self" && place.in_class) found = key(place.in_class, method->attr);
    }
    auto const known = coroutines_.find(found);
    if (known == coroutines_.end() || known->second.is_ambiguous) return false;
    definition = known->second.definition;
    return bool(definition);
  }

  void check_blocking_calls(ExprId id) {
    auto visit = [&](auto each) {
      if constexpr (std::same_as<decltype(each), ExprId>) check_blocking(each);
    };
    own_below(id, visit);
  }

  void check_blocking(ExprId id) {
    auto const* call = ast_.get_if<Call>(id);
    if (!call) return;
    std::string const name = imported_.qualified(call->func);
    if (name == "time.sleep") {
      Diagnostic& warning = diagnostics_.report<Code::BlockingSleepInAsyncFunction>(ast_.span(id));
      warning.note("no other task runs meanwhile: use `await asyncio.sleep(...)`")
          .fix_it(ast_.span(call->func), "await asyncio.sleep");
    } else if (is_one_of(name, http_calls)) {
      diagnostics_.report<Code::BlockingHttpCallInAsyncFunction>(ast_.span(id), name)
          .note("no other task runs meanwhile: use `await asyncio.to_thread(...)`, or a client for asyncio");
    } else if (is_one_of(name, process_makers)) {
      diagnostics_.report<Code::CreateSubprocessInAsyncFunction>(ast_.span(id), name)
          .note("use `await asyncio.create_subprocess_exec(...)`");
    } else if (is_one_of(name, process_runs)) {
      diagnostics_.report<Code::RunProcessInAsyncFunction>(ast_.span(id), name)
          .note("no other task runs meanwhile: use `await asyncio.create_subprocess_exec(...)`");
    } else if (name == "io.open" || is_builtin_open(call->func)) {
      diagnostics_.report<Code::BlockingOpenCallInAsyncFunction>(ast_.span(id))
          .note("no other task runs meanwhile: read and write large files in `asyncio.to_thread(...)`");
    }
  }

  bool is_builtin_open(ExprId function) const {
    auto const* name = ast_.get_if<Name>(function);
    return name && name->id.text() == "open" && !coroutines_.contains(key({}, name->id)) &&
           imported_.qualified(function).empty();
  }

  void check_timeout(AsyncWith const& node) {
    for (WithItem const& item : node.items) {
      std::string const name = called(item.context_expr);
      if (node.items.size() == 1 && is_one_of(name, timeouts) && !has_checkpoint(node.body))
        diagnostics_.report<Code::CancelScopeNoCheckpoint>(ast_.span(item.context_expr), name)
            .note("nothing in the block is awaited, so the timeout can't do anything");
    }
  }

  // `while not done: await asyncio.sleep(1)`.
  void check_polling(StmtId id, While const& node) {
    if (node.body.size() != 1) return;
    auto const* statement = ast_.get_if<ExprStmt>(node.body[0]);
    auto const* await = statement ? ast_.get_if<Await>(statement->value) : nullptr;
    if (!await || called(await->value) != "asyncio.sleep") return;
    Span head = ast_.span(id);
    head.end = ast_.span(node.test).end;
    diagnostics_.report<Code::AsyncBusyWait>(head).note(
        "an `asyncio.Event` wakes whoever waits for it as soon as it's set");
  }

  // `except CancelledError: pass`, unless the function has cancelled something itself and waits for that.
  void check_handlers(Try const& node, Place const& place) {
    bool cancels = false;
    for_each_own(place.coroutine->body, [&](auto id) {
      if constexpr (std::same_as<decltype(id), ExprId>) {
        auto const* call = ast_.get_if<Call>(id);
        auto const* method = call ? ast_.get_if<Attribute>(call->func) : nullptr;
        cancels |= method && method->attr.text() == "cancel";
      }
    });
    if (cancels || !has_checkpoint(node.body)) return;
    for (ExceptHandler const& handler : node.handlers) {
      if (raises(handler.body)) return;
      if (!catches_cancellation(handler.type)) continue;
      diagnostics_
          .report<Code::CancellationSwallowed>(handler.span.begin == handler.span.end ? ast_.span(handler.body[0])
                                                                                      : head_of(handler))
          .note("whoever cancels the task waits in vain: clean up and `raise`");
      return;
    }
  }

  Span head_of(ExceptHandler const& handler) const {
    Span head = handler.span;
    head.end = handler.type ? ast_.span(handler.type).end : head.begin + 6;
    return head;
  }

  bool raises(Array<StmtId> const& body) const {
    bool found = false;
    for_each_own(body, [&](auto id) {
      if constexpr (std::same_as<decltype(id), StmtId>) found |= ast_.is<Raise>(id);
    });
    return found;
  }

  bool catches_cancellation(ExprId type) const {
    if (!type) return true;
    if (auto const* tuple = ast_.get_if<Tuple>(type))
      return std::any_of(tuple->elts.begin(), tuple->elts.end(),
                         [&](ExprId each) { return catches_cancellation(each); });
    std::string const name = imported_.qualified(type);
    auto const* builtin = ast_.get_if<Name>(type);
    return name == "asyncio.CancelledError" || name == "asyncio.exceptions.CancelledError" ||
           (builtin && builtin->id.text() == "BaseException");
  }

  Ast const& ast_;
  ImportedNames imported_;
  Diagnostics& diagnostics_;
  std::unordered_map<std::string, KnownCoroutine> coroutines_;
};

bool is_of_asyncio(NameId module) {
  return module && (module.text() == "asyncio" || module.text().starts_with("asyncio."));
}

// Only coroutines, and what calls asyncio, can fall into them: most modules needn't be searched.
bool may_have_traps(Ast const& ast) {
  return std::any_of(ast.stmts.begin(), ast.stmts.end(), [](Stmt const& stmt) {
    if (std::holds_alternative<AsyncFunctionDef>(stmt.node)) return true;
    if (auto const* from = std::get_if<ImportFrom>(&stmt.node)) return is_of_asyncio(from->module);
    auto const* import = std::get_if<Import>(&stmt.node);
    return import && std::any_of(import->names.begin(), import->names.end(),
                                 [](Alias const& alias) { return is_of_asyncio(alias.name); });
  });
}

}  // namespace

void warn_of_asyncio_traps(Ast const& ast, Diagnostics& diagnostics) {
  if (may_have_traps(ast)) TrapFinder(ast, diagnostics).run();
}

}  // namespace aiocc::semantics
