// The module _sqlite: databases by SQLite, its calls and result codes as they are; the module sqlite3 (runtime/lib) makes DB-API of them.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::_sqlite {

extern Type database_type AIOCC_PY_CLASS("Database");
extern Type statement_type AIOCC_PY_CLASS("Statement");

/// The library's version.
AIOCC_PY("def version() -> str")
Str version();
/// Whether the text ends with a whole statement.
AIOCC_PY("def is_complete(sql: str, /) -> bool")
bool is_complete(Str const& sql);
/// Text of a result code.
AIOCC_PY("def error_text(code: int, /) -> str")
Str error_text(Int const& code);
/// A database in a file, ":memory:" for none; where that failed, `error` tells. The flags are SQLite's.
AIOCC_PY("def open(path: object, flags: int, /) -> object")
Result<Object> open(Object const& path, Int const& flags);

AIOCC_PY("def Database.close(self) -> None")
void close(Object const& self);
/// The last call's extended result code, and the text for it.
AIOCC_PY("def Database.error(self) -> object")
Object error_of(Object const& self);
/// How long to wait for others' locks, in milliseconds.
AIOCC_PY("def Database.set_timeout(self, milliseconds: int, /) -> None")
void set_timeout(Object const& self, Int const& milliseconds);
/// The first statement of a text; None where there's none, a result code where it's wrong.
AIOCC_PY("def Database.prepare(self, sql: str, /) -> object")
Result<Object> prepare(Object const& self, Str const& sql);
AIOCC_PY_PROPERTY("Database.changes: int")
Int changes(Object const& self);
AIOCC_PY_PROPERTY("Database.total_changes: int")
Int total_changes(Object const& self);
AIOCC_PY_PROPERTY("Database.last_row: int")
Int last_row(Object const& self);
AIOCC_PY_PROPERTY("Database.is_in_transaction: bool")
bool is_in_transaction(Object const& self);
/// A limit before it was set; -1 sets none.
AIOCC_PY("def Database.limit(self, category: int, value: int, /) -> int")
Int limit(Object const& self, Int const& category, Int const& value);
AIOCC_PY("def Database.interrupt(self) -> None")
void interrupt(Object const& self);
/// What a function of the program's raised since the last call of this, None for nothing.
AIOCC_PY("def Database.callback_error(self) -> object")
Object take_callback_error(Object const& self);

/// A function of SQL's. A result code.
AIOCC_PY("def Database.add_function(self, name: str, arguments: int, flags: int, function: object, /) -> int", stores)
Result<Int> add_function(Object const& self, Str const& name, Int const& arguments, Int const& flags,
                         Object const& function);
/// An aggregate: a class whose objects have `step` and `finalize`. A result code.
AIOCC_PY("def Database.add_aggregate(self, name: str, arguments: int, aggregate: object, /) -> int", stores)
Result<Int> add_aggregate(Object const& self, Str const& name, Int const& arguments, Object const& aggregate);
/// An order of texts: a function of two that gives a number. A result code.
AIOCC_PY("def Database.add_collation(self, name: str, compare: object, /) -> int", stores)
Result<Int> add_collation(Object const& self, Str const& name, Object const& compare);
/// Called with each statement's text when it runs; None for nothing.
AIOCC_PY("def Database.set_trace(self, function: object, /) -> None", stores)
void set_trace(Object const& self, Object const& function);
/// Called after every so many steps; a true answer ends the statement.
AIOCC_PY("def Database.set_progress(self, function: object, steps: int, /) -> None", stores)
void set_progress(Object const& self, Object const& function, Int const& steps);
/// Copies a database of another connection into this one's, so many pages at a time (-1: all); `progress` is called after each time with
/// the result code, the pages that are left and all pages. A result code.
AIOCC_PY(
    "def Database.copy_from(self, source: object, name: str, pages: int, progress: object, milliseconds: int, /) -> "
    "int")
Result<Int> copy_from(Object const& self, Object const& source, Str const& name, Int const& pages,
                      Object const& progress, Int const& milliseconds);

/// Goes on to the next row: 100 if there is one, 101 if not, another result code for an error.
AIOCC_PY("def Statement.step(self) -> int")
Int step(Object const& self);
/// The row; with `is_raw` its texts are tuples of their bytes. UnicodeDecodeError for a text that isn't UTF-8.
AIOCC_PY("def Statement.row(self, is_raw: bool, /) -> object")
Result<Object> row(Object const& self, bool is_raw);
/// Begins anew, without values.
AIOCC_PY("def Statement.reset(self) -> int")
Int reset(Object const& self);
/// The value of a parameter, counted from 1: None, int, float, str or bytes. A result code, -1 for another type.
AIOCC_PY("def Statement.bind(self, index: int, value: object, /) -> int")
Result<Int> bind(Object const& self, Int const& index, Object const& value);
/// Lets go of the statement for good.
AIOCC_PY("def Statement.finalize(self) -> None")
void finalize(Object const& self);
/// The names of the columns, and the types that they were declared with.
AIOCC_PY("def Statement.columns(self) -> object")
Object columns(Object const& self);
/// The parameters' names, None for those without.
AIOCC_PY("def Statement.parameters(self) -> object")
Object parameters(Object const& self);
/// The text that follows the statement.
AIOCC_PY_PROPERTY("Statement.rest: str")
Str rest_of(Object const& self);
AIOCC_PY_PROPERTY("Statement.is_readonly: bool")
bool is_readonly(Object const& self);

}  // namespace aiocc::_sqlite
