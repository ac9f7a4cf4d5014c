// The recogniser's state, and which of several errors is the one to report.
#include "frontend/grammar.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "frontend/grammar_checker.hpp"

namespace aiocc::frontend {

GrammarResult check_grammar(SourceFile const& file, Tokens const& tokens) {
  GrammarResult result = GrammarChecker(file, tokens).run();
  // As _PyPegen_run_parser does: an error of the tokenizer anywhere in the file comes before one of the grammar, but for
  // indentation that the grammar didn't expect. Indentation that doesn't fit counts only if the parser gets there.
  bool const is_unexpected_indent = result.error && result.error->message.starts_with("unexpected ");
  auto const line = [&](PythonError const& error) { return file.position(error.begin).line; };
  bool const is_too_late = tokens.error && tokens.error->code != Code::SyntaxError && result.error &&
                           line(*result.error) < line(*tokens.error);
  if (is_too_late) return result;
  if (tokens.error && !is_unexpected_indent) {
    result.error = tokens.error;
  } else if (tokens.unclosed) {
    OpenBracket const open = *tokens.unclosed;
    bool const was_found_later = !result.error || result.error_line > file.position(open.offset).line ||
                                 result.error->begin >= tokens.tokens.back().begin;
    if (was_found_later && !is_unexpected_indent)
      result.error =
          PythonError{Code::SyntaxError, fmt::format("'{}' was never closed", open.bracket), open.offset, open.offset};
  }
  return result;
}

GrammarChecker::GrammarChecker(SourceFile const& file, Tokens const& tokens) : file_(file), tokens_(tokens.tokens) {
  std::size_t level = 0;
  for (Token const& each : tokens_) {
    switch (each.kind) {
      case Kind::LeftParen:
      case Kind::LeftBracket:
      case Kind::LeftBrace: ++level; break;
      case Kind::RightParen:
      case Kind::RightBracket:
      case Kind::RightBrace: level = level == 0 ? 0 : level - 1; break;
      default: break;
    }
    levels_.push_back(level);
  }
}

GrammarResult GrammarChecker::run() {
  while (!is(Kind::EndMarker) && statement()) {}
  std::sort(masked_.begin(), masked_.end(),
            [](MaskedRange a, MaskedRange b) { return a.begin != b.begin ? a.begin < b.begin : a.end > b.end; });
  // Of ranges within one another the outermost counts; it's parsed by itself, with what's in it masked anew.
  std::uint32_t const error_line = error_ ? line_of(std::max(token().begin, error_->end)) : 0;
  return {error_, error_line, std::move(masked_)};
}

bool GrammarChecker::fail(std::string message, std::uint32_t begin, std::uint32_t end, Code code) {
  if (error_) return false;
  // Behind the last line CPython points at the end of that line.
  std::size_t const size = file_.text().size();
  bool const is_behind = begin >= size && size > 0 && file_.text().back() == '\n';
  if (is_behind) begin = end = static_cast<std::uint32_t>(size) - 1;
  error_ = PythonError{code, std::move(message), begin, end};
  return false;
}

bool GrammarChecker::fail_generic() {
  Token const& here = token();
  if (here.kind == Kind::Indent) {
    std::uint32_t const last = here.end == here.begin ? here.begin : here.end - 1;
    return fail("unexpected indent", last, last, Code::IndentationError);
  }
  if (here.kind == Kind::Dedent) return fail("unexpected unindent", here.begin, here.begin, Code::IndentationError);
  if (here.kind == Kind::Newline) return fail("invalid syntax", here.begin, here.begin + 1);
  return fail_here("invalid syntax");
}

void GrammarChecker::mask(std::uint32_t begin, std::uint32_t end) { masked_.push_back({begin, end}); }

}  // namespace aiocc::frontend
