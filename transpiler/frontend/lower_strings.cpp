// Strings, bytes and f-strings. tree-sitter says where a string is; what's in it is read from the tokens.
#include <algorithm>
#include <utility>

#include "frontend/lowering.hpp"

namespace aiocc::frontend {

using namespace syntax;

// What adjacent literals add up to.
struct Lowering::StringParts {
  // Parts of a JoinedStr that are done.
  ExprIds values;
  // The text since the last replacement field, or all bytes; and where it stands.
  std::string text;
  std::optional<Span> text_span;
  bool is_bytes = false;
  bool is_format = false;
  bool is_unicode_kind = false;

  void append(std::string_view more, Span where) {
    text += more;
    if (text_span) where.begin = text_span->begin;
    text_span = where;
  }
};

namespace {

struct Literal {
  std::string_view prefix;
  std::string_view content;

  bool has(char letter) const {
    return prefix.find(letter) != prefix.npos || prefix.find(static_cast<char>(letter & ~0x20)) != prefix.npos;
  }
};

// Splits a plain string's text into its prefix and what's between its quotes.
Literal split_literal(std::string_view text) {
  std::size_t const quote = text.find_first_of("'\"");
  bool const is_triple = text.size() >= quote + 6 && text[quote + 1] == text[quote] && text[quote + 2] == text[quote];
  std::size_t const width = is_triple ? 3 : 1;
  return {text.substr(0, quote), text.substr(quote + width, text.size() - quote - 2 * width)};
}

// `{{` and `}}` stand for one brace each.
std::string merge_braces(std::string_view text) {
  std::string result;
  for (std::size_t at = 0; at < text.size(); ++at) {
    bool const is_name_escape = text.substr(at).starts_with("\\N{");
    if (is_name_escape) {
      std::size_t const end = std::min(text.find('}', at), text.size() - 1);
      result += text.substr(at, end + 1 - at);
      at = end;
      continue;
    }
    result += text[at];
    bool const is_brace = text[at] == '{' || text[at] == '}';
    if (is_brace && at + 1 < text.size() && text[at + 1] == text[at]) ++at;
  }
  return result;
}

bool is_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

}  // namespace

ExprId Lowering::strings(Node const& node) {
  Nodes const literals = node.is(NodeType::ConcatenatedString) ? children_of(node) : Nodes{node};
  StringParts parts;
  for (Node const& literal : literals) {
    std::size_t token = token_at(literal.begin());
    if (tokens_.tokens[token].kind == TokenKind::FStringStart) {
      parts.is_format = true;
      fstring(token, parts);
    } else {
      plain_string(literal, parts);
    }
  }
  return finish_strings(parts, span(node));
}

void Lowering::plain_string(Node const& node, StringParts& parts) {
  Literal const literal = split_literal(text(node));
  bool const is_first = !parts.text_span && parts.values.empty() && !parts.is_format;
  if (is_first) parts.is_unicode_kind = literal.has('u');
  parts.is_bytes = literal.has('b');
  if (parts.is_bytes && !is_ascii(literal.content))
    fail_syntax(span(node), "bytes can only contain ASCII literal characters");
  EscapeMode const mode = parts.is_bytes ? EscapeMode::bytes : EscapeMode::str;
  parts.append(literal.has('r') ? std::string(literal.content) : decode(literal.content, mode, span(node)), span(node));
}

std::string Lowering::decode(std::string_view raw_text, EscapeMode mode, Span where) {
  DecodedText decoded = decode_escapes(raw_text, mode);
  if (decoded.error) fail_syntax(fstring_end_.value_or(where), *decoded.error);
  if (!decoded.warning.empty()) ast_.warnings.push_back({where, std::move(decoded.warning)});
  return std::move(decoded.text);
}

// From the FStringStart at `token`; leaves `token` after the FStringEnd.
void Lowering::fstring(std::size_t& token, StringParts& parts) {
  auto const& tokens = tokens_.tokens;
  std::string_view const start = file_.text(span(tokens[token].begin, tokens[token].end));
  // CPython decodes the text when it's at the end.
  Token const& end = tokens[find_fstring_end(tokens, token)];
  std::optional<Span> const around = std::exchange(fstring_end_, span(end.begin, end.begin));
  bool const is_raw = start.find_first_of("rR") != start.npos;
  for (++token; tokens[token].kind != TokenKind::FStringEnd;) {
    if (tokens[token].kind == TokenKind::FStringMiddle) {
      fstring_literal(tokens[token++], is_raw, /*is_spec=*/false, parts);
    } else {
      replacement_field(token, is_raw, parts);
    }
  }
  ++token;
  fstring_end_ = around;
}

void Lowering::fstring_literal(Token const& literal, bool is_raw, bool is_spec, StringParts& parts) {
  Span const where = span(literal.begin, literal.end);
  std::string const merged = is_spec ? std::string(file_.text(where)) : merge_braces(file_.text(where));
  parts.append(is_raw ? merged : decode(merged, EscapeMode::str, where), where);
}

// From the `{` at `token`; leaves `token` after the `}`.
void Lowering::replacement_field(std::size_t& token, bool is_raw, StringParts& parts) {
  auto const& tokens = tokens_.tokens;
  std::size_t const open = token;
  int depth = 0;
  std::size_t last = open;
  // The field's expression ends at the first `=`, `!`, `:` or `}` outside of brackets; a lambda's `:` is in some.
  for (++token;; ++token) {
    TokenKind const kind = tokens[token].kind;
    bool const ends = kind == TokenKind::Equal || kind == TokenKind::Exclamation || kind == TokenKind::Colon ||
                      kind == TokenKind::RightBrace;
    if (depth == 0 && ends) break;
    bool const opens = kind == TokenKind::LeftParen || kind == TokenKind::LeftBracket || kind == TokenKind::LeftBrace;
    bool const closes =
        kind == TokenKind::RightParen || kind == TokenKind::RightBracket || kind == TokenKind::RightBrace;
    depth += opens || kind == TokenKind::FStringStart ? 1 : closes || kind == TokenKind::FStringEnd ? -1 : 0;
    last = token;
  }
  FormattedValue field;
  field.value = parse_range(tokens[open + 1].begin, tokens[last].end);
  bool const is_debug = tokens[token].kind == TokenKind::Equal;
  if (is_debug) {
    ++token;
    // CPython decodes the escapes of the text, those in literals of the expression as well.
    Span const where = span(tokens[open].end, tokens[token].begin);
    parts.append(is_raw ? std::string(file_.text(where)) : decode(file_.text(where), EscapeMode::str, where), where);
  }
  if (tokens[token].kind == TokenKind::Exclamation) {
    field.conversion = file_.text()[tokens[token + 1].begin];
    token += 2;
  }
  if (tokens[token].kind == TokenKind::Colon) {
    field.format_spec = format_spec(token, is_raw);
  } else if (is_debug && field.conversion == -1) {
    field.conversion = 'r';
  }
  if (parts.text_span && !parts.text.empty())
    parts.values.push_back(
        add(*parts.text_span, Constant{StrValue{ast_.arena.copy(std::string_view(parts.text))}, {}}));
  parts.text.clear();
  parts.text_span.reset();
  parts.values.push_back(add(span(tokens[open].begin, tokens[token].end), field));
  ++token;
}

// From the `:` at `token`; leaves `token` at the field's `}`.
ExprId Lowering::format_spec(std::size_t& token, bool is_raw) {
  auto const& tokens = tokens_.tokens;
  std::uint32_t const begin = tokens[token].begin;
  StringParts parts;
  parts.is_format = true;
  for (++token; tokens[token].kind != TokenKind::RightBrace;) {
    if (tokens[token].kind == TokenKind::FStringMiddle) {
      fstring_literal(tokens[token++], is_raw, /*is_spec=*/true, parts);
    } else {
      replacement_field(token, is_raw, parts);
    }
  }
  return finish_strings(parts, span(begin, tokens[token].begin));
}

ExprId Lowering::finish_strings(StringParts& parts, Span where) {
  std::string_view const kept = ast_.arena.copy(std::string_view(parts.text));
  if (parts.is_bytes) return add(where, Constant{BytesValue{kept}, {}});
  NameId const kind = parts.is_unicode_kind ? NameId::of("u") : NameId{};
  if (!parts.is_format) return add(where, Constant{StrValue{kept}, kind});
  if (!kept.empty()) parts.values.push_back(add(*parts.text_span, Constant{StrValue{kept}, kind}));
  return add(where, JoinedStr{ast_.arena.copy(parts.values)});
}

}  // namespace aiocc::frontend
