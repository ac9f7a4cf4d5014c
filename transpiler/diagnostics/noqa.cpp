// Reads `# noqa` comments.
#include "diagnostics/noqa.hpp"

#include <algorithm>
#include <cctype>

namespace aiocc {
namespace {

// Ruff's code of a rule; empty where ruff has none.
std::string_view rule_of(Code code) {
  struct Row {
    Code code;
    std::string_view rule;
  };
  constexpr Row rows[] = {
      {Code::AsyncBusyWait, "ASYNC110"},
      {Code::AsyncioDanglingTask, "RUF006"},
      {Code::BlockingHttpCallInAsyncFunction, "ASYNC210"},
      {Code::BlockingOpenCallInAsyncFunction, "ASYNC230"},
      {Code::BlockingSleepInAsyncFunction, "ASYNC251"},
      {Code::CancelScopeNoCheckpoint, "ASYNC100"},
      {Code::CancellationSwallowed, "ASYNC103"},
      {Code::CreateSubprocessInAsyncFunction, "ASYNC220"},
      {Code::RunProcessInAsyncFunction, "ASYNC221"},
      {Code::UnknownName, "F821"},
  };
  auto const found = std::find_if(std::begin(rows), std::end(rows), [&](Row const& row) { return row.code == code; });
  return found == std::end(rows) ? std::string_view() : found->rule;
}

std::string lowered(std::string_view text) {
  std::string result(text);
  for (char& c : result) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return result;
}

bool is_part_of_code(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '-'; }

}  // namespace

bool is_silenced(Diagnostic const& diagnostic, SourceFiles const& files) {
  if (diagnostic.severity != Severity::warning || !diagnostic.span.file) return false;
  SourceFile const& file = files[diagnostic.span.file];
  std::string const line = lowered(file.line_text(file.position(diagnostic.span.begin).line));
  std::size_t at = line.rfind("# noqa");
  if (at == std::string::npos) return false;
  at += 6;
  if (at >= line.size() || line[at] != ':') return true;
  std::string const rule = lowered(rule_of(diagnostic.code));
  std::string const name = code_text(diagnostic.code);
  while (at < line.size()) {
    while (at < line.size() && !is_part_of_code(line[at])) ++at;
    std::size_t const begin = at;
    while (at < line.size() && is_part_of_code(line[at])) ++at;
    std::string_view const code = std::string_view(line).substr(begin, at - begin);
    if (!code.empty() && (code == rule || code == name)) return true;
  }
  return false;
}

}  // namespace aiocc
