// Exceptions as CPython's default hook prints them: chains, notes, groups, suggestions.
#include <algorithm>
#include <deque>
#include <set>

#include "aiocc/objects/module.hpp"
#include "aiocc/objects/stdio.hpp"
#include "aiocc/objects/struct_sequence.hpp"
#include "core.hpp"
#include "exceptions.hpp"
#include "suggestions.hpp"

namespace aiocc {
namespace detail {
namespace {

/// Runs what may raise while an exception is being printed; errors in it are the fallback text.
template <class Function>
std::string safely(Function function, std::string fallback) {
  Ref<BaseException> pending = take_error();
  Result<Str> text = function();
  std::string result = text ? text.value().utf8() : std::move(fallback);
  if (!text) take_error();
  state.error = std::move(pending);
  return result;
}

std::string exception_text(Ref<BaseException> const& exception) {
  return safely([&] { return operators::str(exception); }, "<exception str() failed>");
}

std::string exception_type_text(Ref<BaseException> const& exception) {
  Type* type = type_of(exception);
  Object const given = type->is_user_class ? dict_value(type->dict, "__module__"_s) : Object();
  bool const has_odd_module = given.bound() && !is_instance(given, str_type);
  std::string module = has_odd_module ? "<unknown>" : module_of(type);
  std::string name = type->qualified_name.bound() ? word_cast<Str>(type->qualified_name).utf8() : type->name;
  return module == "builtins" || module == "__main__" ? name : module + "." + name;
}

// Suggestions.

void add_attribute_names(Object const& object, std::string const& wrong, std::vector<std::string>& candidates) {
  if (!object.bound()) return;
  Result<Object> names = names_of(object);
  if (!names) {
    take_error();
    return;
  }
  for (Object const& name : names.value().as<ListObject>()->items()) {
    std::string text = word_cast<Str>(name).utf8();
    if (wrong.starts_with('_') || !text.starts_with('_')) candidates.push_back(std::move(text));
  }
}

void add_visible_names(BaseException* error, std::vector<std::string>& candidates) {
  Code const* code = error->traceback.front()->code;
  if (code->locals)
    for (char const* const* name = code->locals; *name; ++name) candidates.push_back(*name);
  if (code->globals)
    for (GlobalName const* global = code->globals; global->name; ++global)
      if (!global->variable || global->variable->bound()) candidates.push_back(global->name);
  Object const module = code->module ? runtime_module(std::string_view(code->module)) : Object();
  bool const is_module = module.bound() && is_instance(module, module_type);
  std::size_t position = 0;
  while (DictEntry const* entry = is_module ? module.as<ModuleObject>()->dict->next(position) : nullptr)
    if (is_instance(entry->key, str_type)) candidates.push_back(word_cast<Str>(entry->key).utf8());
  auto const& builtins = builtin_names();
  candidates.insert(candidates.end(), builtins.begin(), builtins.end());
}

bool self_has(NameError* error) {
  if (!error->self.bound()) return false;
  Object value;
  Result<bool> found = operators::find_attr(error->self, word_cast<Str>(error->name), value);
  if (!found) take_error();
  return found && found.value();
}

std::string nearest_of(Ref<BaseException> const& exception, std::string const& wrong) {
  std::vector<std::string> candidates;
  if (is_instance(exception, attribute_error_type)) {
    add_attribute_names(exception.as<AttributeError>()->object, wrong, candidates);
  } else if (is_instance(exception, import_error_type)) {
    Object const& name = exception.as<ImportError>()->name;
    if (name.bound() && is_instance(name, str_type))
      add_attribute_names(runtime_module(word_cast<Str>(name).utf8()), wrong, candidates);
  } else {
    if (exception->traceback.empty()) return {};
    if (self_has(exception.as<NameError>())) return "self." + wrong;
    add_visible_names(exception.get(), candidates);
  }
  return nearest_name(wrong, candidates);
}

}  // namespace

namespace {

/// The name that wasn't found; unbound where the exception is about something else.
Object missing_name(Ref<BaseException> const& exception) {
  if (is_instance(exception, name_error_type)) return exception.as<NameError>()->name;
  if (is_instance(exception, attribute_error_type)) return exception.as<AttributeError>()->name;
  Object name;
  if (is_instance(exception, import_error_type) && !operators::find_attr(exception, "name_from"_s, name)) take_error();
  return name;
}

}  // namespace

std::string suggestion_for(Ref<BaseException> const& exception) {
  bool of_name = is_instance(exception, name_error_type);
  Object name = missing_name(exception);
  if (!name.bound() || !is_instance(name, str_type)) return {};
  std::string wrong = word_cast<Str>(name).utf8();
  Ref<BaseException> pending = take_error();
  std::string nearest = nearest_of(exception, wrong);
  state.error = std::move(pending);
  std::string text = nearest.empty() ? "" : fmt::format(". Did you mean: '{}'?", nearest);
  if (of_name && is_stdlib_module(wrong))
    text += fmt::format("{} forget to import '{}'?", nearest.empty() ? ". Did you" : " Or did you", wrong);
  return text;
}

namespace {

std::string final_line(std::string const& type, std::string const& text) {
  return text.empty() ? type + "\n" : type + ": " + text + "\n";
}

std::int64_t small_or(Object const& object, std::int64_t otherwise) noexcept {
  return object.is_small_int() ? object.small() : otherwise;
}

/// The line and the carets of a SyntaxError (traceback.py, _format_syntax_error).
std::string syntax_error_source(SyntaxError* error) {
  if (!error->text.bound() || !is_instance(error->text, str_type)) return {};
  std::u32string text = word_cast<Str>(error->text).code_points();
  auto full_length = static_cast<std::int64_t>(text.size());
  while (!text.empty() && text.back() == '\n') text.pop_back();
  auto length = static_cast<std::int64_t>(text.size());
  std::size_t spaces = std::min(text.find_first_not_of(U" \n\f"), text.size());
  std::u32string stripped = text.substr(spaces);
  std::string result = "    " + Str::from_code_points(stripped).utf8() + "\n";
  if (!error->column.is_small_int()) return result;
  std::int64_t offset = error->column.small();
  std::int64_t end = length + 1;
  if (small_or(error->line, -1) == small_or(error->end_line, -1)) {
    end = small_or(error->end_column, 0);
    if (end == 0) end = offset;
  }
  if (offset > full_length) offset = length + 1;
  if (end > full_length) end = length + 1;
  if (offset >= end || end < 0) end = offset + 1;
  std::int64_t column = offset - 1 - static_cast<std::int64_t>(spaces);
  std::int64_t end_column = end - 1 - static_cast<std::int64_t>(spaces);
  if (column < 0) return result;
  result += "    ";
  for (std::int64_t i = 0; i < column; ++i) {
    bool tab = i < static_cast<std::int64_t>(stripped.size()) && stripped[static_cast<std::size_t>(i)] == '\t';
    result += tab ? '\t' : ' ';
  }
  return result + std::string(static_cast<std::size_t>(end_column - column), '^') + "\n";
}

std::string format_syntax_error(Ref<BaseException> const& exception) {
  auto error = exception.as<SyntaxError>();
  std::string text;
  std::string suffix;
  bool has_file = error->filename.bound() && is_instance(error->filename, str_type);
  std::string file = has_file ? word_cast<Str>(error->filename).utf8() : "<string>";
  if (error->line.is_small_int())
    text = fmt::format("  File \"{}\", line {}\n", file, error->line.small());
  else if (has_file)
    suffix = fmt::format(" ({})", file);
  text += syntax_error_source(error);
  std::string message = error->message.bound() && !error->message.is(None)
                            ? safely([&] { return operators::str(error->message); }, "<no detail available>")
                            : "<no detail available>";
  return text + exception_type_text(exception) + ": " + message + suffix + "\n";
}

std::string format_notes(Object const& notes) {
  if (!notes.bound() || notes.is(None)) return {};
  bool is_sequence = is_instance(notes, list_type) || is_instance(notes, tuple_type);
  if (!is_sequence) return safely([&] { return operators::repr(notes); }, "<__notes__ repr() failed>") + "\n";
  std::string text;
  auto words = is_instance(notes, list_type) ? std::span<Object const>(notes.as<ListObject>()->items())
                                             : notes.as<TupleObject>()->words();
  for (Object const& note : words) text += safely([&] { return operators::str(note); }, "<note str() failed>") + "\n";
  return text;
}

}  // namespace

std::string format_exception_only(Ref<BaseException> const& exception) {
  std::string text =
      is_instance(exception, syntax_error_type)
          ? format_syntax_error(exception)
          : final_line(exception_type_text(exception), exception_text(exception) + suggestion_for(exception));
  return text + format_notes(exception->notes);
}

namespace {

/// An exception that is shown, with what is shown of what hangs on it.
struct Shown {
  Ref<BaseException> exception;
  /// The one that led to it, and how.
  Shown* before = nullptr;
  char const* message = nullptr;
  /// The one behind it came of handling it. If it was raised by the library, to the library, it has no frames, but CPython shows some.
  bool was_handled = false;
  std::vector<Shown*> members;
};

/// Decides where an exception is shown that hangs on several others: each is only once, but for members of groups. Those that were found
/// last look first, members before what led to their group (traceback.py, TracebackException.__init__).
class Arrangement {
 public:
  Shown* arrange(Ref<BaseException> const& exception) {
    Shown* first = add(exception);
    std::vector<Shown*> waiting = {first};
    while (!waiting.empty()) {
      Shown* shown = waiting.back();
      waiting.pop_back();
      find_before(*shown);
      if (shown->before) waiting.push_back(shown->before);
      if (!is_instance(shown->exception, base_exception_group_type)) continue;
      for (Object const& member : shown->exception.as<BaseExceptionGroup>()->exceptions.as<TupleObject>()->words())
        shown->members.push_back(add(word_cast<Ref<BaseException>>(member)));
      waiting.insert(waiting.end(), shown->members.begin(), shown->members.end());
    }
    return first;
  }

 private:
  Shown* add(Ref<BaseException> const& exception) {
    seen_.insert(exception.get());
    return &all_.emplace_back(Shown{.exception = exception, .members = {}});
  }

  bool is_new(Object const& exception) const { return exception.bound() && !seen_.contains(exception.heap()); }

  void find_before(Shown& shown) {
    Object const cause = shown.exception->cause;
    Object const context = shown.exception->suppress_context ? Object() : shown.exception->context;
    if (is_new(cause)) {
      shown.before = add(word_cast<Ref<BaseException>>(cause));
      shown.before->was_handled = cause.is(shown.exception->context);
      shown.message = "\nThe above exception was the direct cause of the following exception:\n\n";
    } else if (is_new(context)) {
      shown.before = add(word_cast<Ref<BaseException>>(context));
      shown.before->was_handled = true;
      shown.message = "\nDuring handling of the above exception, another exception occurred:\n\n";
    }
  }

  std::deque<Shown> all_;
  std::set<HeapObject*> seen_;
};

/// Builds the text of one exception with all that hangs on it (traceback.py, TracebackException.format).
class Formatter {
 public:
  void format(Shown const& last) {
    std::vector<Shown const*> chain;
    for (Shown const* link = &last; link; link = link->before) chain.push_back(link);
    for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
      if ((*link)->message) emit((*link)->message);
      if (is_instance((*link)->exception, base_exception_group_type))
        format_group(**link);
      else
        format_one(**link);
    }
  }

  std::string take() { return std::move(text_); }

 private:
  static constexpr std::size_t max_width = 15;
  static constexpr std::size_t max_depth = 10;

  std::string indent() const { return std::string(2 * depth_, ' '); }

  /// Every line behind the group's margin.
  void emit(std::string_view text, char margin = '|') {
    std::string prefix = indent();
    if (depth_) prefix += std::string{margin, ' '};
    while (!text.empty()) {
      std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
      text_ += prefix;
      text_ += text.substr(0, end);
      text.remove_prefix(end);
    }
  }

  void format_one(Shown const& shown) {
    Ref<BaseException> const& exception = shown.exception;
    if (shown.was_handled || !exception->traceback.empty()) {
      emit("Traceback (most recent call last):\n");
      emit(format_stack(exception->traceback));
    }
    emit(format_exception_only(exception));
  }

  void format_group(Shown const& group) {
    if (depth_ > max_depth) {
      emit(fmt::format("... (max_group_depth is {})\n", max_depth));
      return;
    }
    Ref<BaseException> const& exception = group.exception;
    bool is_top = depth_ == 0;
    if (is_top) depth_ = 1;
    if (!exception->traceback.empty()) {
      emit("Exception Group Traceback (most recent call last):\n", is_top ? '+' : '|');
      emit(format_stack(exception->traceback));
    }
    emit(format_exception_only(exception));
    std::size_t shown = std::min(group.members.size(), max_width + 1);
    needs_close_ = false;
    for (std::size_t i = 0; i < shown; ++i) format_member(group.members, i, i + 1 == shown);
    if (is_top) depth_ = 0;
  }

  void format_member(std::span<Shown* const> members, std::size_t index, bool is_last) {
    // The closing line may come from a group inside the last member.
    if (is_last) needs_close_ = true;
    bool truncated = index >= max_width;
    text_ += indent() + (index == 0 ? "+-" : "  ") +
             fmt::format("+---------------- {} ----------------\n", truncated ? "..." : std::to_string(index + 1));
    ++depth_;
    if (truncated) {
      std::size_t more = members.size() - max_width;
      emit(fmt::format("and {} more exception{}\n", more, more > 1 ? "s" : ""));
    } else {
      format(*members[index]);
    }
    if (is_last && needs_close_) {
      text_ += indent() + "+------------------------------------\n";
      needs_close_ = false;
    }
    --depth_;
  }

  std::string text_;
  std::size_t depth_ = 0;
  bool needs_close_ = false;
};

}  // namespace
}  // namespace detail

std::string format_exception(Ref<BaseException> const& exception) {
  detail::Arrangement arrangement;
  detail::Formatter formatter;
  formatter.format(*arrangement.arrange(exception));
  return formatter.take();
}

void print_exception(Ref<BaseException> const& exception) { detail::write_report(format_exception(exception)); }

namespace detail {

void print_ignored(Ref<BaseException> const& error, std::string const& message, Object const& where) {
  std::string report = message + ":";
  if (where.bound() && !where.is(None))
    report += " " + safely([&] { return operators::repr(where); }, "<object repr() failed>");
  report += "\n";
  if (!error->traceback.empty())
    report += "Traceback (most recent call last):\n" + format_stack(error->traceback, format_first_line);
  report += final_line(exception_type_text(error), exception_text(error));
  write_report(report);
}

Object hook_of_program(std::string_view name) {
  Object const sys = runtime_module(std::string_view("sys"));
  if (!sys.bound() || !is_instance(sys, module_type)) return Object();
  return dict_value(sys.as<ModuleObject>()->dict, Str::from_utf8(name));
}

void write_report(std::string_view utf8) noexcept {
  Object const stream = hook_of_program("stderr");
  if (!stream.bound()) return write_stderr(utf8);
  if (stream.is(None)) return;
  Ref<BaseException> in_flight = take_error();
  if (!call_method(stream, "write"_s, Str::from_utf8(utf8)) || !call_method(stream, "flush"_s)) take_error();
  if (in_flight.bound()) restore_error(std::move(in_flight));
}

namespace {

constexpr char const* unraisable_fields[] = {"exc_type", "exc_value", "exc_traceback", "err_msg", "object"};

Result<Object> get_unraisable(Object const& self, Str const& name) {
  for (std::size_t i = 0; i < std::size(unraisable_fields); ++i)
    if (name.equals(unraisable_fields[i])) return self.as<TupleObject>()->items()[i];
  return generic_get_attr(self, name);
}

Result<Object> repr_unraisable(Object const& self) {
  return repr_struct_sequence(self, "UnraisableHookArgs", unraisable_fields);
}

constinit Type unraisable_type("UnraisableHookArgs", &tuple_type, sizeof(TupleObject),
                               Slots{.repr = repr_unraisable, .get_attr = get_unraisable}, "sys");

/// What `sys.unraisablehook` is told.
Result<void> call_unraisable_hook(Object const& hook, Ref<BaseException> const& error, Object const& message,
                                  Object const& where) {
  Object const traceback = PASS(operators::get_attr(error, "__traceback__"_s));
  Object const items[] = {box(*error->type), error, traceback, message, where};
  PASS(call(hook, make_struct_sequence(unraisable_type, items)));
  return {};
}

}  // namespace

void report_unraisable(Ref<BaseException> const& error, std::string const& message) {
  Object const hook = hook_of_program("unraisablehook");
  if (hook.bound() && call_unraisable_hook(hook, error, Str::from_utf8(message), None)) return;
  if (hook.bound()) take_error();
  print_ignored(error, message, None);
}

}  // namespace detail

void print_uncaught(Ref<BaseException> const& exception) {
  Object const hook = detail::hook_of_program("excepthook");
  if (!hook.bound()) return print_exception(exception);
  Result<Object> traceback = operators::get_attr(exception, "__traceback__"_s);
  if (call(hook, box(*exception->type), exception, traceback ? std::move(traceback).value() : None)) return;
  detail::write_report("Error in sys.excepthook:\n");
  print_exception(take_error());
  detail::write_report("\nOriginal exception was:\n");
  print_exception(exception);
}

void print_unraisable(Object const& where) noexcept {
  Ref<BaseException> const error = take_error();
  Object const hook = detail::hook_of_program("unraisablehook");
  if (hook.bound() && detail::call_unraisable_hook(hook, error, None, where)) return;
  if (hook.bound()) take_error();
  detail::print_ignored(error, "Exception ignored in", where);
}

}  // namespace aiocc
