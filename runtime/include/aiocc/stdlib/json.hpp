// The module _json: everyday JSON at once, for the module json (runtime/lib/json). Not for programs.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::_json {

/// The value that begins at `place`, and where it ends, as a tuple. None where the module's own decoder has to look at it, which also knows
/// what is wrong with it.
AIOCC_PY("def scan(text: str, place: int, strict: bool, /) -> object")
Result<Object> scan(Str const& text, Int const& place, bool strict);

/// The JSON of a value of nothing but instances of built-in types themselves. None where the module's own encoder has to write it. `indent` is
/// a str, or None for a single line.
AIOCC_PY("def dump(value: object, item_separator: str, key_separator: str, indent: object, options: str, /) -> object")
Result<Object> dump(Object const& value, Str const& item_separator, Str const& key_separator, Object const& indent,
                    Str const& options);

}  // namespace aiocc::_json
