// Positions and anchors, as _extract_caret_anchors_from_line_segment and _should_show_carets of Lib/traceback.py take them from the text.
#include "build_ir/places.hpp"

#include <algorithm>
#include <type_traits>

#include "syntax/walk.hpp"

namespace aiocc::build_ir {
namespace {

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\f' || c == '\n' || c == '\v' || c == '\r'; }

class AnchorFinder {
 public:
  AnchorFinder(syntax::Ast const& ast, SourceFile const& file) : ast_(ast), text_(file.text()) {}

  Span operator_anchor(syntax::BinOp const& node, Span whole) const {
    std::uint32_t const begin = skip(ast_.span(node.left).end, [](char c) { return !is_space(c) && c != ')'; });
    std::uint32_t end = begin + 1;
    char const second = text_[end];
    if (end < ast_.span(node.right).begin && !is_space(second) && second != '\\' && second != '#') ++end;
    return {whole.file, begin, end};
  }

  // From the bracket behind `operand` to the end.
  Span bracket_anchor(syntax::ExprId operand, char bracket, Span whole) const {
    return {whole.file, skip(ast_.span(operand).end, [&](char c) { return c == bracket; }), whole.end};
  }

 private:
  // The first character from `at` on that is wanted, past comments and joined lines.
  template <class Wanted>
  std::uint32_t skip(std::uint32_t at, Wanted wanted) const {
    for (; at < text_.size(); ++at) {
      bool const ends_line = text_[at] == '\\' || text_[at] == '#';
      if (!ends_line && wanted(text_[at])) break;
      while (ends_line && at + 1 < text_.size() && text_[at + 1] != '\n') ++at;
    }
    return at;
  }

  syntax::Ast const& ast_;
  std::string_view text_;
};

std::string_view text_before(SourceFile const& file, Span span) {
  std::uint32_t const line_begin = file.line_begin(file.position(span.begin).line);
  return file.text().substr(line_begin, span.begin - line_begin);
}

bool is_blank(std::string_view text) {
  for (char c : text) {
    if (!is_space(c)) return false;
  }
  return true;
}

bool is_ascii(std::string_view text) {
  return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

std::size_t indentation(std::string_view line) {
  std::size_t at = 0;
  while (at < line.size() && is_space(line[at])) ++at;
  return at;
}

// Dedented, lines that begin further left than the first aren't a statement of their own.
bool is_dedentable(SourceFile const& file, Span span) {
  std::uint32_t const first = file.position(span.begin).line;
  std::uint32_t const last = file.position(span.end).line;
  std::size_t const first_indentation = indentation(file.line_text(first));
  for (std::uint32_t line = first + 1; line <= last; ++line) {
    std::string_view const text = file.line_text(line);
    if (!is_blank(text) && indentation(text) < first_indentation) return false;
  }
  return true;
}

syntax::ExprId unmarked_call_in(syntax::Ast const& ast, syntax::StmtId stmt) {
  if (auto const* node = ast.get_if<syntax::Return>(stmt)) {
    if (!node->value) return {};
    auto const* call = ast.get_if<syntax::Call>(node->value);
    return call && ast.is<syntax::Name>(call->func) ? node->value : syntax::ExprId{};
  }
  if (auto const* node = ast.get_if<syntax::Assign>(stmt)) {
    bool const plain = node->targets.size() == 1 && ast.is<syntax::Name>(node->targets[0]);
    return plain && ast.is<syntax::Call>(node->value) ? node->value : syntax::ExprId{};
  }
  return {};
}

// Whether `as` stands somewhere in the pattern.
bool has_as(syntax::Ast const& ast, syntax::PatternId pattern) {
  bool found = false;
  syntax::for_each_descendant(ast, pattern, [&](auto id) {
    if constexpr (std::is_same_v<decltype(id), syntax::PatternId>) {
      auto const* const as = ast.get_if<syntax::MatchAs>(id);
      found = found || (as && as->pattern);
    }
  });
  return found;
}

}  // namespace

Place class_pattern_place(syntax::Ast const& ast, SourceFile const& file, syntax::PatternId pattern) {
  Span const span = ast.span(pattern);
  if (has_as(ast, pattern)) return plain_place(span);
  return {span, AnchorFinder(ast, file).bracket_anchor(ast.get<syntax::MatchClass>(pattern).cls, '(', span)};
}

Place place_of(syntax::Ast const& ast, SourceFile const& file, syntax::ExprId expr) {
  Span const span = ast.span(expr);
  AnchorFinder const finder(ast, file);
  if (auto const* node = ast.get_if<syntax::BinOp>(expr)) return {span, finder.operator_anchor(*node, span)};
  if (auto const* node = ast.get_if<syntax::Call>(expr)) return {span, finder.bracket_anchor(node->func, '(', span)};
  if (auto const* node = ast.get_if<syntax::Subscript>(expr))
    return {span, finder.bracket_anchor(node->value, '[', span)};
  return plain_place(span);
}

Place attribute_place(syntax::Ast const& ast, SourceFile const& file, syntax::ExprId attribute, syntax::ExprId whole) {
  Place place = place_of(ast, file, whole);
  Span const lookup = ast.span(attribute);
  if (file.position(place.span.begin).line == file.position(lookup.end).line) return place;
  std::size_t const length = ast.get<syntax::Attribute>(attribute).attr.text().size();
  place.span.begin = lookup.end - static_cast<std::uint32_t>(length);
  return place;
}

Span unmarked_call(syntax::Ast const& ast, SourceFile const& file, syntax::StmtId stmt) {
  syntax::ExprId const call = unmarked_call_in(ast, stmt);
  if (!call) return {};
  Span const span = ast.span(call);
  Span const whole = ast.span(stmt);
  bool const stands_first = is_blank(text_before(file, whole));
  bool const same_lines = file.position(whole.begin).line == file.position(span.begin).line;
  // CPython compares the columns of bytes with those of characters.
  bool const same_columns =
      is_ascii(text_before(file, span)) && is_ascii(text_before(file, {span.file, span.end, span.end}));
  return stands_first && same_lines && same_columns && is_dedentable(file, whole) ? span : Span{};
}

Span find_name_span(SourceFile const& file, Span whole, std::string_view keyword, NameId name) {
  std::string_view const text = file.text(whole);
  std::size_t const keyword_at = text.find(keyword);
  std::size_t const at =
      keyword_at == std::string_view::npos ? keyword_at : text.find(name.text(), keyword_at + keyword.size());
  if (at == std::string_view::npos) return whole;
  auto const begin = whole.begin + static_cast<std::uint32_t>(at);
  return {whole.file, begin, begin + static_cast<std::uint32_t>(name.text().size())};
}

bool covers_its_lines(SourceFile const& file, Span span) {
  LineColumn const end = file.position(span.end);
  std::string_view const last = file.line_text(end.line);
  return is_blank(text_before(file, span)) && is_blank(last.substr(std::min<std::size_t>(end.column, last.size())));
}

}  // namespace aiocc::build_ir
