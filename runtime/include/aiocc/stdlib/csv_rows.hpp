// The module _csv_rows: everyday rows of tables at once, for the module csv (runtime/lib/csv.py). Not for programs.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::_csv_rows {

/// The fields of a line, a list. None where the module has to look at each character: the row goes on in the next line, a field isn't
/// shorter than `limit` for sure, or there's more in quotes than a whole field. Quotes stand for themselves where `quote` is None.
AIOCC_PY("def split(line: str, delimiter: str, quote: object, limit: int, /) -> object")
Result<Object> split(Str const& line, Str const& delimiter, Object const& quote, Int const& limit);

/// The line of a list or tuple of nothing but instances of built-in types themselves. A field with a character of `special` stands in quotes,
/// which are doubled in it. None where the module has to write the row.
AIOCC_PY("def join(row: object, delimiter: str, quote: str, terminator: str, special: str, /) -> object")
Result<Object> join(Object const& row, Str const& delimiter, Str const& quote, Str const& terminator,
                    Str const& special);

}  // namespace aiocc::_csv_rows
