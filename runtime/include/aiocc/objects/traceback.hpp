// Source positions that compiled code carries for tracebacks: constant tables, read on the error path only.
#pragma once

#include <cstdint>
#include <string_view>

namespace aiocc {

class Object;

/// A global of a compiled module: its name and the variable. `variable` is null if it isn't a word, and then it's always bound.
struct GlobalName {
  char const* name;
  Object* variable;
};

/// What a traceback or a coroutine's repr says of a function; one constant per compiled function.
struct Code {
  char const* file;
  char const* name;
  char const* qualified_name;
  std::uint32_t first_line;
  /// The function's docstring; null without one.
  char const* doc = nullptr;
  /// Python's name of the module.
  char const* module = nullptr;
  /// Names of its locals and captured variables, ended by null: the candidates of "Did you mean". Null: none.
  char const* const* locals = nullptr;
  /// The module's globals, ended by a null name. Null: none.
  GlobalName const* globals = nullptr;
  /// Lines of its file, UTF-8, without their ends. Null: the source isn't kept.
  char const* const* source = nullptr;
  /// The first line in `source`.
  std::uint32_t source_start = 1;
};

/// Where an operation stands in the Python source: lines from 1, columns in code points from 0.
struct Span {
  Code const* code;
  std::uint32_t line;
  std::uint32_t end_line;
  std::uint32_t column;
  std::uint32_t end_column;
  /// No marks at all, only the source: where CPython leaves them out (`return f(x)` and `y = f(x)` whose call is all there is).
  bool marks_hidden = false;
  /// The part to mark with `^` while the rest gets `~` (the operator, the call's parentheses); an empty range marks all of it.
  std::uint32_t anchor_line = 0;
  std::uint32_t anchor_column = 0;
  std::uint32_t anchor_end_line = 0;
  std::uint32_t anchor_end_column = 0;
  /// Of a generator expression that runs inside another function: the call whose argument it is. The traceback goes on there.
  Span const* caller = nullptr;

  /// The text of the line `number`; empty where the source isn't kept.
  std::string_view text_of(std::uint32_t number) const noexcept {
    return code->source ? code->source[number - code->source_start] : std::string_view();
  }
};

namespace detail {
/// Appends `span` to the traceback of the exception that is being raised.
[[gnu::cold, gnu::noinline]] void add_traceback(Span const* span) noexcept;
/// Raises a RuntimeError in the place of the exception that is being raised, whose cause that becomes.
[[gnu::cold, gnu::noinline]] void make_cause_of_runtime_error(char const* message) noexcept;
}  // namespace detail

}  // namespace aiocc
