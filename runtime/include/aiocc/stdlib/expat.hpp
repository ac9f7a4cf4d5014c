// The module _expat: XML read by Expat; xml.etree.ElementTree (runtime/lib) makes trees of it.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::_expat {

extern Type parser_type AIOCC_PY_CLASS("Parser");

/// A parser; `encoding` is a str, or None for what the text says. Names in a namespace become "{uri}name", or "uri" + separator + "name".
AIOCC_PY("def parser(encoding: object, separator: object, /) -> object")
Object parser(Object const& encoding, Object const& separator);
/// Parses one more piece, bytes; a list of what stands in it, each a tuple that begins with a kind: 0 start (name, names and values of
/// attributes), 1 end (name), 2 text, 3 instruction (target, text), 4 comment, 5 prefix begins (prefix, uri), 6 prefix ends, 7 and 8 the ends of
/// a section of plain text, 9 document type (name, system, public, whether there's a subset), 10 its end, 11 what nothing else stands for,
/// such as an entity that isn't known (text, line, column), 12 declaration (version, encoding, standalone).
AIOCC_PY("def Parser.parse(self, data: object, is_final: bool, /) -> object")
Result<Object> parse(Object const& self, Object const& data, bool is_final);
/// The number, text, line, column and byte of the error that ended the parsing; the number is 0 where there was none.
AIOCC_PY("def Parser.error(self) -> object")
Object error_of(Object const& self);

}  // namespace aiocc::_expat
