// The default format of warnings.
#include "aiocc/core/warn.hpp"

#include <string>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/state.hpp"
#include "aiocc/objects/stdio.hpp"
#include "aiocc/objects/traceback.hpp"

namespace aiocc {

namespace {

// The first source line of the span, without its indentation.
std::string_view unindented_line(Span const& span) noexcept {
  std::string_view const line = span.text_of(span.line);
  std::size_t const first = line.find_first_not_of(" \t\f");
  if (first == std::string_view::npos) return {};
  std::size_t const last = line.find_last_not_of(" \t\f\r");
  return line.substr(first, last + 1 - first);
}

}  // namespace

void warn_at(Span const* span, Type const& category, std::string_view message) noexcept {
  std::string text = span ? std::string(span->code->file) + ":" + std::to_string(span->line) : "sys:1";
  text += std::string(": ") + category.name + ": " + std::string(message) + "\n";
  if (span)
    if (std::string_view const line = unindented_line(*span); !line.empty()) text += "  " + std::string(line) + "\n";
  write_stderr(text);
}

void warn(Type const& category, std::string_view message) noexcept { warn_at(state.position, category, message); }

void warn_never_awaited(Code const& code, char const* method) noexcept {
  std::string const subject = method ? std::string("coroutine method '") + method + "' of '" : "coroutine '";
  warn(runtime_warning_type, subject + code.qualified_name + "' was never awaited");
  write_stderr("RuntimeWarning: Enable tracemalloc to get the object allocation traceback\n");
}

}  // namespace aiocc
