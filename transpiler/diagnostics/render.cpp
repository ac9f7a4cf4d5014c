// Diagnostics as text for people: clang's form, and CPython's for syntax errors.
#include "diagnostics/render.hpp"

#include <algorithm>

namespace aiocc {
namespace {

bool is_python_error(Code code) {
  return code == Code::SyntaxError || code == Code::IndentationError || code == Code::TabError;
}

// What stands below `prefix` so that the carets line up: its white space kept, a space for anything else.
std::string caret_indent(std::string_view prefix) {
  std::string indent;
  for (char const c : prefix) {
    bool const is_continuation = (static_cast<unsigned char>(c) & 0xc0) == 0x80;
    if (!is_continuation) indent += c == '\t' || c == '\f' || c == '\v' ? c : ' ';
  }
  return indent;
}

// The code points of the span on its first line.
std::uint32_t width_on_first_line(Span span, SourceFile const& file) {
  std::string_view const text = file.text(span);
  return count_code_points(text.substr(0, text.find('\n')));
}

std::string render_excerpt(Span span, SourceFile const& file) {
  LineColumn const where = file.position(span.begin);
  std::string_view const line = file.line_text(where.line);
  std::string const marks(std::max(width_on_first_line(span, file), 1u) - 1, '~');
  return fmt::format("{:5} | {}\n      | {}^{}\n", where.line, line, caret_indent(line.substr(0, where.column)), marks);
}

std::string render_location(Span span, SourceFiles const& files) {
  if (!span.file) return "aiocc: ";
  SourceFile const& file = files[span.file];
  return fmt::format("{}:{}:{}: ", file.path(), file.position(span.begin).line, file.code_point_column(span.begin) + 1);
}

std::string render_note(Note const& note, SourceFiles const& files) {
  std::string const where = note.span.file ? render_location(note.span, files) : "  ";
  std::string text = fmt::format("{}note: {}\n", where, note.message);
  if (note.span.file) text += render_excerpt(note.span, files[note.span.file]);
  return text;
}

std::string render_fix_it(FixIt const& fix_it, SourceFiles const& files) {
  SourceFile const& file = files[fix_it.span.file];
  return fmt::format("{}note: replace `{}` by `{}`\n", render_location(fix_it.span, files), file.text(fix_it.span),
                     fix_it.replacement);
}

// The columns of traceback.TracebackException._format_syntax_error, from 0 and relative to the stripped line.
struct PythonCarets {
  std::int64_t begin;
  std::int64_t end;
};

PythonCarets python_carets(Span span, SourceFile const& file, std::uint32_t line_width, std::uint32_t stripped) {
  std::int64_t const begin = file.code_point_column(span.begin);
  bool const is_one_line = file.position(span.begin).line == file.position(span.end).line;
  std::int64_t end = is_one_line ? file.code_point_column(span.end) : line_width;
  if (end <= begin) end = begin + 1;
  return {begin - stripped, end - stripped};
}

// CPython shows an error at the end of the file with the last line, and no caret.
bool is_end_of_file(Span span, SourceFile const& file) {
  return span.begin == span.end && span.begin == file.text().size() && span.begin != 0;
}

// Mirrors traceback.TracebackException._format_syntax_error.
std::string render_python_error(Diagnostic const& diagnostic, SourceFiles const& files) {
  std::string const last_line = fmt::format("{}: {}\n", catalogue_entry(diagnostic.code).name, diagnostic.message);
  if (!diagnostic.span.file) return last_line;
  SourceFile const& file = files[diagnostic.span.file];
  if (is_end_of_file(diagnostic.span, file)) {
    std::uint32_t const last = file.line_count() - (file.text().ends_with('\n') ? 1 : 0);
    std::string_view const line = file.line_text(last);
    return fmt::format("  File \"{}\", line {}\n    {}\n{}", file.path(), last,
                       line.substr(std::min(line.find_first_not_of(" \f"), line.size())), last_line);
  }
  std::uint32_t const line_number = file.position(diagnostic.span.begin).line;
  std::string_view const line = file.line_text(line_number);
  std::string_view const stripped = line.substr(std::min(line.find_first_not_of(" \f"), line.size()));
  auto const stripped_width = static_cast<std::uint32_t>(line.size() - stripped.size());
  PythonCarets const carets = python_carets(diagnostic.span, file, count_code_points(line), stripped_width);
  std::string text = fmt::format("  File \"{}\", line {}\n    {}\n", file.path(), line_number, stripped);
  if (carets.begin >= 0) {
    auto const column = diagnostic.span.begin - file.line_begin(line_number) - stripped_width;
    std::string indent = caret_indent(stripped.substr(0, column));
    indent.resize(static_cast<std::size_t>(carets.begin), ' ');
    text += fmt::format("    {}{}\n", indent, std::string(static_cast<std::size_t>(carets.end - carets.begin), '^'));
  }
  return text + last_line;
}

}  // namespace

std::string render(Diagnostic const& diagnostic, SourceFiles const& files) {
  if (is_python_error(diagnostic.code)) return render_python_error(diagnostic, files);
  std::string text = fmt::format("{}{}: {} [{}]\n", render_location(diagnostic.span, files),
                                 severity_name(diagnostic.severity), diagnostic.message, code_text(diagnostic.code));
  if (diagnostic.span.file) text += render_excerpt(diagnostic.span, files[diagnostic.span.file]);
  for (Note const& note : diagnostic.notes) text += render_note(note, files);
  for (FixIt const& fix_it : diagnostic.fix_its) text += render_fix_it(fix_it, files);
  return text;
}

}  // namespace aiocc
