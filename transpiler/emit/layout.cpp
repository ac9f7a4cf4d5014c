// Lays out emitted code: a line's indentation follows from the braces around it, and what is too long for a line is broken where it's
// nested least.
#include "emit/layout.hpp"

#include <algorithm>
#include <cctype>
#include <map>

namespace aiocc::emit {

namespace {

constexpr std::size_t line_width = 120;
constexpr std::size_t indent_width = 2;
// A continuation is aligned with the bracket that it's in, unless that leaves too little room.
constexpr std::size_t deepest_alignment = 70;
constexpr std::size_t continuation_width = 4;

bool is_continuation_byte(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

std::size_t width_of(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::ranges::count_if(text, is_continuation_byte));
}

std::string_view trimmed(std::string_view text) {
  std::size_t const first = text.find_first_not_of(' ');
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(' ') - first + 1);
}

// Where the string or character literal that begins at `at` ends.
std::size_t end_of_literal(std::string_view text, std::size_t at) {
  char const quote = text[at];
  for (++at; at < text.size() && text[at] != quote; ++at) {
    if (text[at] == '\\') ++at;
  }
  return std::min(at + 1, text.size());
}

bool is_comment(std::string_view text, std::size_t at) { return text.substr(at).starts_with("//"); }

// `name:` at the beginning of a line.
bool is_label(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && (std::isalnum(static_cast<unsigned char>(line[at])) || line[at] == '_')) ++at;
  return at > 0 && at < line.size() && line[at] == ':' &&
         (at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == ';');
}

// Where a line may be broken: the rest begins at `at`. `opener` is the last of the brackets that are open there, or npos.
struct Break {
  std::size_t at;
  std::size_t depth;
  std::size_t opener;
};

bool begins_operator(std::string_view rest) {
  for (std::string_view each : {" + ", " - ", " * ", " && ", " || ", " == ", " % "}) {
    if (rest.starts_with(each)) return true;
  }
  return false;
}

// Those of templates: comparisons have spaces around them.
bool opens_arguments(std::string_view line, std::size_t at) {
  bool const is_behind_name = at > 0 && (std::isalnum(static_cast<unsigned char>(line[at - 1])) || line[at - 1] == '_');
  return line[at] == '<' && is_behind_name;
}
bool closes_arguments(std::string_view line, std::size_t at, std::vector<std::size_t> const& open) {
  return line[at] == '>' && !open.empty() && line[open.back()] == '<';
}

// How much worse than at a comma at the same place.
constexpr std::size_t behind_assignment = 1;
constexpr std::size_t behind_parenthesis = 2;

// After commas and assignments, before operators, and behind opening parentheses, in the order of the text.
std::vector<Break> breaks_of(std::string_view line) {
  std::vector<Break> breaks;
  std::vector<std::size_t> open;
  auto const add = [&](std::size_t at, std::size_t extra) {
    breaks.push_back({at, open.size() + extra, open.empty() ? std::string_view::npos : open.back()});
  };
  for (std::size_t at = 0; at < line.size();) {
    char const character = line[at];
    if (character == '"' || character == '\'') {
      at = end_of_literal(line, at);
      continue;
    }
    if (is_comment(line, at)) break;
    std::string_view const rest = line.substr(at);
    if (character == '(' || character == '{' || character == '[' || opens_arguments(line, at)) {
      open.push_back(at);
      bool const is_empty = at + 1 < line.size() && (line[at + 1] == ')' || line[at + 1] == '}');
      if (character == '(' && !is_empty) add(at + 1, behind_parenthesis);
    } else if (character == ')' || character == '}' || character == ']' || closes_arguments(line, at, open)) {
      if (!open.empty()) open.pop_back();
    } else if (rest.starts_with(", ")) {
      add(at + 2, 0);
    } else if (rest.starts_with(" = ")) {
      add(at + 3, behind_assignment);
    } else if (begins_operator(rest)) {
      add(at + 1, 0);
    }
    ++at;
  }
  return breaks;
}

// Where what comes behind a break goes, in a piece that begins at `start` and stands at `column`.
std::size_t alignment_of(Break const& point, std::size_t start, std::size_t column,
                         std::map<std::size_t, std::size_t> const& alignments, std::size_t indentation) {
  if (point.opener == std::string_view::npos) return indentation + continuation_width;
  if (point.opener < start) {
    auto const known = alignments.find(point.opener);
    return known != alignments.end() ? known->second : column;
  }
  if (point.opener + 1 == point.at) return column + continuation_width;
  std::size_t const aligned = column + (point.opener - start) + 1;
  return aligned <= indentation + deepest_alignment ? aligned : column + continuation_width;
}

}  // namespace

void Layout::add(std::string_view code) {
  for (std::size_t at = 0; at < code.size();) {
    if (is_verbatim_) {
      at = add_verbatim(code, at);
      continue;
    }
    std::size_t const end = std::min(code.find('\n', at), code.size());
    write(code.substr(at, end - at));
    at = end + 1;
  }
}

// As far as the line that ends it, or all. Gives where it goes on.
std::size_t Layout::add_verbatim(std::string_view code, std::size_t at) {
  constexpr std::string_view last = "// clang-format on\n";
  std::size_t end = at;
  while (end < code.size() && !code.substr(end).starts_with(last))
    end = std::min(code.find('\n', end), code.size() - 1) + 1;
  is_verbatim_ = end == code.size();
  out_.append(code.substr(at, end - at));
  return end;
}

void Layout::write(std::string_view raw) {
  if (raw == "// clang-format off") {
    is_verbatim_ = true;
    out_.append(raw).append("\n");
    return;
  }
  std::string_view const line = trimmed(raw);
  if (line.empty()) {
    write_blank();
    return;
  }
  std::size_t const closers = std::min(line.find_first_not_of('}'), line.size());
  bool is_outdented = is_label(line);
  for (std::size_t i = 0; i < closers; ++i) is_outdented |= close() == Braces::Label;
  std::size_t const indentation = indentation_ - (is_outdented ? std::min(indentation_, indent_width) : 0);
  bool const is_directive = line.starts_with('#');
  if (is_directive || line.starts_with("//"))
    out_.append(is_directive ? 0 : indentation, ' ').append(line).append("\n");
  else
    write_code(line, indentation);
  if (!is_directive) follow_braces(line, closers);
}

// One at a time, and none behind a brace that opens.
void Layout::write_blank() {
  if (!out_.empty() && !out_.ends_with("\n\n") && !(out_.ends_with("{\n") && indentation_ > 0)) out_ += '\n';
}

void Layout::open(std::string_view line) {
  Braces const kind = line.starts_with("namespace") ? Braces::Namespace
                      : is_label(line)              ? Braces::Label
                                                    : Braces::Plain;
  braces_.push_back(kind);
  if (kind == Braces::Plain) indentation_ += indent_width;
}
Layout::Braces Layout::close() {
  if (braces_.empty()) return Braces::Namespace;
  Braces const kind = braces_.back();
  braces_.pop_back();
  if (kind == Braces::Plain) indentation_ -= indent_width;
  return kind;
}

void Layout::follow_braces(std::string_view line, std::size_t at) {
  while (at < line.size()) {
    char const character = line[at];
    if (is_comment(line, at)) return;
    if (character == '"' || character == '\'') {
      at = end_of_literal(line, at);
      continue;
    }
    if (character == '{') open(line);
    if (character == '}') close();
    ++at;
  }
}

void Layout::write_code(std::string_view line, std::size_t indentation) {
  out_.append(indentation, ' ');
  if (indentation + width_of(line) <= line_width)
    out_.append(line);
  else
    write_broken(line, indentation);
  out_ += '\n';
}

// A break that leaves a rest that fits is the best, else one that fills the line; of several the one that is nested least, and the last.
void Layout::write_broken(std::string_view line, std::size_t indentation) {
  std::vector<Break> const breaks = breaks_of(line);
  // Where what's in a bracket is aligned, as far as it has been written.
  std::map<std::size_t, std::size_t> alignments;
  std::size_t start = 0;
  std::size_t column = indentation;
  std::size_t next = 0;
  while (column + width_of(line.substr(start)) > line_width) {
    Break const* best = nullptr;
    bool best_fits = false;
    std::size_t last = next;
    for (; last < breaks.size(); ++last) {
      Break const& candidate = breaks[last];
      if (best && column + width_of(trimmed(line.substr(start, candidate.at - start))) > line_width) break;
      std::size_t const aligned = alignment_of(candidate, start, column, alignments, indentation);
      bool const fits = aligned + width_of(line.substr(candidate.at)) <= line_width;
      if (!best || fits > best_fits || (fits == best_fits && candidate.depth <= best->depth)) {
        best = &candidate;
        best_fits = fits;
      }
    }
    if (!best) break;
    for (Break const& each : breaks) {
      bool const is_here = each.opener != std::string_view::npos && each.opener >= start && each.opener < best->at;
      if (is_here && each.at <= best->at)
        alignments[each.opener] = alignment_of(each, start, column, alignments, indentation);
    }
    std::size_t const aligned = alignment_of(*best, start, column, alignments, indentation);
    alignments[best->opener] = aligned;
    out_.append(trimmed(line.substr(start, best->at - start))).append("\n").append(aligned, ' ');
    next = static_cast<std::size_t>(best - breaks.data()) + 1;
    start = best->at;
    column = aligned;
  }
  out_.append(trimmed(line.substr(start)));
}

std::string laid_out(std::string_view code) {
  Layout layout;
  layout.reserve(code.size() + code.size() / 4);
  layout.add(code);
  return layout.take();
}

}  // namespace aiocc::emit
