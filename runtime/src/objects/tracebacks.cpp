// The frames of a traceback as text: source lines and carets as CPython 3.13's traceback module lays them out.
#include <algorithm>
#include <set>

#include "aiocc/objects/unicode.hpp"
#include "core.hpp"
#include "exceptions.hpp"
#include "finalization.hpp"

namespace aiocc::detail {
namespace {

#include "wide_characters.inc"

using Line = std::u32string;

bool is_space(char32_t c) noexcept { return unicode::is_space(c); }
bool is_blank(Line const& line) noexcept { return std::all_of(line.begin(), line.end(), is_space); }

std::size_t indent_of(Line const& line) noexcept {
  return static_cast<std::size_t>(std::find_if_not(line.begin(), line.end(), is_space) - line.begin());
}

std::string utf8(Line const& line) { return Str::from_code_points(line).utf8(); }

std::vector<Line> source_lines(Span const& span) {
  std::vector<Line> lines;
  for (std::uint32_t number = span.line; number <= span.end_line; ++number) {
    lines.push_back(Str::from_utf8(span.text_of(number)).code_points());
    while (!lines.back().empty() && is_space(lines.back().back())) lines.back().pop_back();
  }
  return lines;
}

/// As textwrap.dedent: takes away the indentation that all lines with text have in common.
void dedent(std::vector<Line>& lines) {
  Line const* margin = nullptr;
  std::size_t common = 0;
  for (Line const& line : lines) {
    if (is_blank(line)) continue;
    if (!margin) {
      margin = &line;
      common = indent_of(line);
      continue;
    }
    std::size_t same = 0;
    std::size_t limit = std::min(common, indent_of(line));
    while (same < limit && line[same] == (*margin)[same]) ++same;
    common = same;
  }
  for (Line& line : lines) line.erase(0, is_blank(line) ? line.size() : common);
}

bool is_wide(char32_t c) noexcept {
  auto range = std::upper_bound(std::begin(wide_ranges), std::end(wide_ranges), c,
                                [](char32_t code, char32_t const(&candidate)[2]) { return code < candidate[0]; });
  return range != std::begin(wide_ranges) && c <= (*(range - 1))[1];
}

/// Columns on a terminal that the first `count` characters take.
std::size_t display_width(Line const& line, std::size_t count) noexcept {
  std::size_t width = 0;
  for (std::size_t i = 0; i < count; ++i) width += i < line.size() && is_wide(line[i]) ? 2 : i < line.size() ? 1 : 0;
  bool ascii = std::all_of(line.begin(), line.end(), [](char32_t c) { return c < 0x80; });
  return ascii ? count : width;
}

/// What is marked, in lines counted from the span's first one and in columns of a terminal.
struct Marks {
  std::vector<Line> lines;
  std::size_t start = 0;
  std::size_t end = 0;
  bool has_anchor = false;
  std::size_t anchor_line = 0;
  std::size_t anchor_start = 0;
  std::size_t anchor_end_line = 0;
  std::size_t anchor_end = 0;
  bool shown = false;
};

std::size_t less(std::size_t offset, std::size_t removed) noexcept { return offset > removed ? offset - removed : 0; }

Marks marks_of(Span const& span) {
  Marks marks;
  marks.lines = source_lines(span);
  std::size_t first_length = marks.lines[0].size();
  dedent(marks.lines);
  std::size_t removed = first_length - marks.lines[0].size();
  std::size_t start = less(span.column, removed);
  std::size_t end = less(span.end_column, removed);
  Line const& first = marks.lines.front();
  Line const& last = marks.lines.back();
  marks.start = display_width(first, start);
  marks.end = display_width(last, end);
  marks.has_anchor = span.anchor_line != span.anchor_end_line || span.anchor_column != span.anchor_end_column;
  if (marks.has_anchor) {
    std::size_t count = marks.lines.size() - 1;
    marks.anchor_line = std::min<std::size_t>(less(span.anchor_line, span.line), count);
    marks.anchor_end_line = std::min<std::size_t>(less(span.anchor_end_line, span.line), count);
    marks.anchor_start = display_width(marks.lines[marks.anchor_line], less(span.anchor_column, removed));
    marks.anchor_end = display_width(marks.lines[marks.anchor_end_line], less(span.anchor_end_column, removed));
  }
  bool text_before = !is_blank(first.substr(0, start));
  bool text_behind = end < last.size() && !is_blank(last.substr(end));
  marks.shown = !span.marks_hidden && (marks.has_anchor || text_before || text_behind);
  return marks;
}

/// The first and last lines, and those around the ends of the anchor.
std::set<std::size_t> significant_lines(Marks const& marks) {
  std::set<std::size_t> lines = {0, marks.lines.size() - 1};
  auto add_around = [&](std::size_t line) {
    for (std::size_t i = line ? line - 1 : 0; i <= line + 1; ++i)
      if (i < marks.lines.size()) lines.insert(i);
  };
  if (marks.has_anchor) {
    add_around(marks.anchor_line);
    add_around(marks.anchor_end_line);
  }
  return lines;
}

bool inside_anchor(Marks const& marks, std::size_t line, std::size_t column) noexcept {
  bool behind_start = line > marks.anchor_line || (line == marks.anchor_line && column >= marks.anchor_start);
  bool before_end = line < marks.anchor_end_line || (line == marks.anchor_end_line && column < marks.anchor_end);
  return behind_start && before_end;
}

std::string carets_under(Marks const& marks, std::size_t line) {
  Line const& text = marks.lines[line];
  std::size_t count = line + 1 == marks.lines.size() ? marks.end : display_width(text, text.size());
  std::size_t spaces = indent_of(text);
  std::string carets;
  for (std::size_t column = 0; column < count; ++column) {
    if (column < spaces || (line == 0 && column < marks.start))
      carets += ' ';
    else
      carets += !marks.has_anchor || inside_anchor(marks, line, column) ? '^' : '~';
  }
  return carets;
}

std::string place_of(Span const& span) {
  return fmt::format("  File \"{}\", line {}, in {}\n", span.code->file, span.line, span.code->name);
}

}  // namespace

std::string format_first_line(Span const& span) {
  if (is_finalizing()) return place_of(span);
  std::vector<Line> lines = source_lines(span);
  lines.resize(1);
  dedent(lines);
  return place_of(span) + (is_blank(lines[0]) ? "" : "    " + utf8(lines[0]) + "\n");
}

std::string format_span(Span const& span) {
  std::string text = place_of(span);
  Marks marks = marks_of(span);
  if (std::all_of(marks.lines.begin(), marks.lines.end(), is_blank)) return text;
  std::vector<Line> shown;
  auto output = [&](std::size_t line) {
    shown.push_back(marks.lines[line]);
    if (marks.shown) shown.push_back(Str::from_utf8(carets_under(marks, line)).code_points());
  };
  std::size_t previous = 0;
  for (std::size_t line : significant_lines(marks)) {
    if (line == previous + 2) output(line - 1);
    if (line > previous + 2)
      shown.push_back(Str::from_utf8(fmt::format("...<{} lines>...", line - previous - 1)).code_points());
    output(line);
    previous = line;
  }
  dedent(shown);
  for (Line const& line : shown) text += "    " + utf8(line) + "\n";
  return text;
}

std::string format_stack(TracebackSpans const& innermost_first, std::string (*format)(Span const&)) {
  constexpr std::size_t shown_repeats = 3;
  std::string text;
  Span const* last = nullptr;
  std::size_t count = 0;
  auto end_repeats = [&] {
    if (count <= shown_repeats) return;
    std::size_t more = count - shown_repeats;
    text += fmt::format("  [Previous line repeated {} more time{}]\n", more, more > 1 ? "s" : "");
  };
  for (auto entry = innermost_first.rbegin(); entry != innermost_first.rend(); ++entry) {
    Span const* span = *entry;
    bool same = last && last->line == span->line && std::string_view(last->code->file) == span->code->file &&
                std::string_view(last->code->name) == span->code->name;
    if (!same) {
      end_repeats();
      last = span;
      count = 0;
    }
    if (++count <= shown_repeats) text += format(*span);
  }
  end_repeats();
  return text;
}

}  // namespace aiocc::detail
