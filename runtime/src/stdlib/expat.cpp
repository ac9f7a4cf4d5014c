// The module _expat: the library's calls as a list of what stood in the text.
#include "aiocc/stdlib/expat.hpp"

#include <expat.h>

#include <string>
#include <string_view>
#include <unordered_map>

#include "../objects/convert_arguments.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/singletons.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::_expat {

namespace {

enum class Kind : std::int64_t {
  Start,
  End,
  Text,
  Instruction,
  Comment,
  PrefixStart,
  PrefixEnd,
  PlainStart,
  PlainEnd,
  TypeStart,
  TypeEnd,
  Other,
  Declaration,
};

// More than a name can have, and no byte of one.
constexpr XML_Char namespace_mark = '}';

struct ParserObject : HeapObject {
  ParserObject(char const* encoding, bool has_namespaces, std::string its_separator)
      : HeapObject(&parser_type),
        parser(has_namespaces ? XML_ParserCreateNS(encoding, namespace_mark) : XML_ParserCreate(encoding)),
        separator(std::move(its_separator)) {}
  ~ParserObject() { XML_ParserFree(parser); }

  /// Names are few, and come often.
  Object const& name(XML_Char const* text) {
    auto const [place, is_new] = names.try_emplace(text);
    if (is_new) place->second = made_name(text);
    return place->second;
  }

  Object made_name(std::string_view text) const {
    std::size_t const mark = text.rfind(namespace_mark);
    if (mark == std::string_view::npos) return Str::from_utf8(text);
    std::string const uri(text.substr(0, mark)), local(text.substr(mark + 1));
    return Str::from_utf8(separator == "}" ? "{" + uri + "}" + local : uri + separator + local);
  }

  template <class... Parts>
  void add(Kind kind, Parts const&... parts) {
    events.append(pack_tuple(Object(Int(static_cast<std::int64_t>(kind))), Object(parts)...));
  }

  XML_Parser parser;
  std::string separator;
  List<Object> events = List<Object>::of();
  std::unordered_map<std::string, Object> names;
};

ParserObject* parser_of(Object const& self) { return self.as<ParserObject>(); }
ParserObject& parser_of(void* data) { return *static_cast<ParserObject*>(data); }
void dealloc_parser(HeapObject* self) noexcept { delete static_cast<ParserObject*>(self); }

Object text_or_none(XML_Char const* text) { return text ? Object(Str::from_utf8(text)) : None; }

void on_start(void* data, XML_Char const* name, XML_Char const** attributes) {
  ParserObject& self = parser_of(data);
  auto values = List<Object>::of();
  for (; *attributes; attributes += 2) {
    values.append(self.name(attributes[0]));
    values.append(Str::from_utf8(attributes[1]));
  }
  self.add(Kind::Start, self.name(name), values);
}

void on_end(void* data, XML_Char const* name) { parser_of(data).add(Kind::End, parser_of(data).name(name)); }

/// Text comes in pieces, as those who listen to it are to see.
void on_text(void* data, XML_Char const* text, int length) {
  parser_of(data).add(Kind::Text, Str::from_utf8({text, static_cast<std::size_t>(length)}));
}

void on_instruction(void* data, XML_Char const* target, XML_Char const* text) {
  parser_of(data).add(Kind::Instruction, Str::from_utf8(target), Str::from_utf8(text));
}

void on_comment(void* data, XML_Char const* text) { parser_of(data).add(Kind::Comment, Str::from_utf8(text)); }

void on_prefix_start(void* data, XML_Char const* prefix, XML_Char const* uri) {
  parser_of(data).add(Kind::PrefixStart, text_or_none(prefix), text_or_none(uri));
}

void on_prefix_end(void* data, XML_Char const* prefix) { parser_of(data).add(Kind::PrefixEnd, text_or_none(prefix)); }
void on_plain_start(void* data) { parser_of(data).add(Kind::PlainStart); }
void on_plain_end(void* data) { parser_of(data).add(Kind::PlainEnd); }

void on_type_start(void* data, XML_Char const* name, XML_Char const* system, XML_Char const* public_, int has_subset) {
  parser_of(data).add(Kind::TypeStart, Str::from_utf8(name), text_or_none(system), text_or_none(public_),
                      box(has_subset != 0));
}

void on_type_end(void* data) { parser_of(data).add(Kind::TypeEnd); }

void on_other(void* data, XML_Char const* text, int length) {
  ParserObject& self = parser_of(data);
  auto const number = [](XML_Size value) { return Int(static_cast<std::int64_t>(value)); };
  self.add(Kind::Other, Str::from_utf8({text, static_cast<std::size_t>(length)}),
           number(XML_GetCurrentLineNumber(self.parser)), number(XML_GetCurrentColumnNumber(self.parser)));
}

void on_declaration(void* data, XML_Char const* version, XML_Char const* encoding, int standalone) {
  parser_of(data).add(Kind::Declaration, text_or_none(version), text_or_none(encoding), Int(standalone));
}

void set_handlers(ParserObject& self) {
  XML_Parser const parser = self.parser;
  XML_SetUserData(parser, &self);
  XML_SetElementHandler(parser, on_start, on_end);
  XML_SetCharacterDataHandler(parser, on_text);
  XML_SetProcessingInstructionHandler(parser, on_instruction);
  XML_SetCommentHandler(parser, on_comment);
  XML_SetNamespaceDeclHandler(parser, on_prefix_start, on_prefix_end);
  XML_SetCdataSectionHandler(parser, on_plain_start, on_plain_end);
  XML_SetDoctypeDeclHandler(parser, on_type_start, on_type_end);
  XML_SetDefaultHandlerExpand(parser, on_other);
  XML_SetXmlDeclHandler(parser, on_declaration);
}

}  // namespace

constinit Type parser_type("Parser", &object_type, sizeof(ParserObject),
                           Slots{.dealloc = dealloc_parser, .members = members<parser_type>}, "_expat");

Object parser(Object const& encoding, Object const& separator) {
  std::string const name = encoding.is(None) ? std::string() : word_cast<Str>(encoding).utf8();
  bool const has_namespaces = !separator.is(None);
  auto* made = new ParserObject(encoding.is(None) ? nullptr : name.c_str(), has_namespaces,
                                has_namespaces ? word_cast<Str>(separator).utf8() : std::string());
  set_handlers(*made);
  return Object::adopt(made);
}

Result<Object> parse(Object const& self, Object const& data, bool is_final) {
  Bytes const bytes = PASS(aiocc::detail::bytes_like(data));
  ParserObject& parser = *parser_of(self);
  constexpr std::size_t most = 1 << 20;
  std::string_view rest = bytes.view();
  // Lengths are ints to the library.
  XML_Status status = XML_STATUS_OK;
  do {
    std::string_view const piece = rest.substr(0, most);
    rest.remove_prefix(piece.size());
    status = XML_Parse(parser.parser, piece.data(), static_cast<int>(piece.size()), is_final && rest.empty());
  } while (status == XML_STATUS_OK && !rest.empty());
  List<Object> found = std::move(parser.events);
  parser.events = List<Object>::of();
  return found;
}

Object error_of(Object const& self) {
  XML_Parser const parser = parser_of(self)->parser;
  XML_Error const code = XML_GetErrorCode(parser);
  XML_LChar const* const text = XML_ErrorString(code);
  auto const number = [](auto value) { return Object(Int(static_cast<std::int64_t>(value))); };
  return pack_tuple(number(code), text ? Object(Str::from_utf8(text)) : None, number(XML_GetErrorLineNumber(parser)),
                    number(XML_GetErrorColumnNumber(parser)), number(XML_GetErrorByteIndex(parser)));
}

}  // namespace aiocc::_expat
