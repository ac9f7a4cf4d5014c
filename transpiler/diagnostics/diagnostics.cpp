// Collecting diagnostics, and the spelling of their codes.
#include "diagnostics/diagnostics.hpp"

#include <cctype>

namespace aiocc {

std::string code_text(Code code) {
  std::string text;
  for (char const c : catalogue_entry(code).name) {
    bool const is_upper = std::isupper(static_cast<unsigned char>(c)) != 0;
    if (is_upper && !text.empty()) text += '-';
    text += static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  }
  return text;
}

Diagnostic& Diagnostics::add(Code code, Span span, std::string message) {
  Severity severity = catalogue_entry(code).severity;
  if (severity == Severity::error && warnings_.contains(code)) severity = Severity::warning;
  if (severity == Severity::error) ++error_count_;
  return diagnostics_.emplace_back(Diagnostic{code, severity, span, std::move(message), {}, {}});
}

}  // namespace aiocc
