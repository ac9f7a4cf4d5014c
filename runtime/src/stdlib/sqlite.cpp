// The module _sqlite: databases and statements.
#include "aiocc/stdlib/sqlite.hpp"

#include <cstring>

#include "../objects/codecs.hpp"
#include "../objects/convert_arguments.hpp"
#include "aiocc/core/threads.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/tuple.hpp"
#include "posix_paths.hpp"
#include "sqlite_objects.hpp"

namespace aiocc::_sqlite {

namespace {

void dealloc_database(HeapObject* self) noexcept { delete static_cast<DatabaseObject*>(self); }
void dealloc_statement(HeapObject* self) noexcept { delete static_cast<StatementObject*>(self); }

/// A call of SQLite's that may take its time.
template <class Call>
auto unlocked(DatabaseObject const& database, Call const& call) {
  if (database.calls_python) return call();
  Unlocked scope;
  return call();
}

Result<Object> column_value(sqlite3_stmt* statement, int index, bool is_raw) {
  auto const text = [&] {
    auto const* data = static_cast<char const*>(sqlite3_column_blob(statement, index));
    auto const size = static_cast<std::size_t>(sqlite3_column_bytes(statement, index));
    return data ? std::string_view(data, size) : std::string_view();
  };
  switch (sqlite3_column_type(statement, index)) {
    case SQLITE_INTEGER: return Int(static_cast<std::int64_t>(sqlite3_column_int64(statement, index)));
    case SQLITE_FLOAT: return box(sqlite3_column_double(statement, index));
    case SQLITE_TEXT:
      if (is_raw) return pack_tuple(Bytes::from(text()));
      return aiocc::detail::decode_utf8(text(), "strict"_s);
    case SQLITE_BLOB: return Bytes::from(text());
    default: return None;
  }
}

Object optional_text(char const* text) { return text ? Object(Str::from_utf8(text)) : None; }

}  // namespace

constinit Type database_type("Database", &object_type, sizeof(DatabaseObject),
                             Slots{.dealloc = dealloc_database, .members = members<database_type>}, "_sqlite");
constinit Type statement_type("Statement", &object_type, sizeof(StatementObject),
                              Slots{.dealloc = dealloc_statement, .members = members<statement_type>}, "_sqlite");

Result<std::string> text_bytes(Object const& text) {
  std::string bytes;
  PASS(aiocc::detail::encode_utf8(word_cast<Str>(text), "strict"_s, bytes));
  return bytes;
}

Str version() { return Str::from_utf8(sqlite3_libversion()); }
bool is_complete(Str const& sql) { return sqlite3_complete(sql.utf8().c_str()) != 0; }
Str error_text(Int const& code) { return Str::from_utf8(sqlite3_errstr(static_cast<int>(code.small()))); }

Result<Object> open(Object const& path, Int const& flags) {
  std::string const name = PASS(posix::path_bytes(path));
  auto* made = new DatabaseObject;
  Object owner = Object::adopt(made);
  {
    Unlocked scope;
    sqlite3_open_v2(name.c_str(), &made->database, static_cast<int>(flags.small()), nullptr);
  }
  if (made->database) sqlite3_extended_result_codes(made->database, 1);
  return owner;
}

void close(Object const& self) {
  sqlite3_close_v2(database_of(self).database);
  database_of(self).database = nullptr;
}

Object error_of(Object const& self) {
  sqlite3* const database = database_of(self).database;
  int const code = database ? sqlite3_extended_errcode(database) : SQLITE_NOMEM;
  char const* const text = database ? sqlite3_errmsg(database) : sqlite3_errstr(code);
  return pack_tuple(Int(code), Str::from_utf8(text));
}

void set_timeout(Object const& self, Int const& milliseconds) {
  sqlite3_busy_timeout(database_of(self).database, static_cast<int>(milliseconds.small()));
}

Result<Object> prepare(Object const& self, Str const& sql) {
  std::string const text = PASS(text_bytes(sql));
  DatabaseObject& database = database_of(self);
  sqlite3_stmt* statement = nullptr;
  char const* rest = nullptr;
  int const code = unlocked(database, [&] {
    return sqlite3_prepare_v2(database.database, text.c_str(), static_cast<int>(text.size()) + 1, &statement, &rest);
  });
  if (code != SQLITE_OK) return Int(code);
  if (!statement) return None;
  auto* made = new StatementObject(&database, statement);
  made->rest = rest;
  return Object::adopt(made);
}

Int changes(Object const& self) { return Int(static_cast<std::int64_t>(sqlite3_changes(database_of(self).database))); }
Int total_changes(Object const& self) {
  return Int(static_cast<std::int64_t>(sqlite3_total_changes(database_of(self).database)));
}
Int last_row(Object const& self) {
  return Int(static_cast<std::int64_t>(sqlite3_last_insert_rowid(database_of(self).database)));
}
bool is_in_transaction(Object const& self) { return sqlite3_get_autocommit(database_of(self).database) == 0; }

Int limit(Object const& self, Int const& category, Int const& value) {
  return Int(
      sqlite3_limit(database_of(self).database, static_cast<int>(category.small()), static_cast<int>(value.small())));
}

void interrupt(Object const& self) { sqlite3_interrupt(database_of(self).database); }

Object take_callback_error(Object const& self) {
  Object const error = std::exchange(database_of(self).callback_error, Object());
  return error.bound() ? error : None;
}

Int step(Object const& self) {
  StatementObject& statement = statement_of(self);
  return Int(unlocked(database_of(statement.database), [&] { return sqlite3_step(statement.statement); }));
}

Result<Object> row(Object const& self, bool is_raw) {
  sqlite3_stmt* const statement = statement_of(self).statement;
  int const count = sqlite3_data_count(statement);
  std::vector<Object> values;
  for (int i = 0; i < count; ++i) values.push_back(PASS(column_value(statement, i, is_raw)));
  return aiocc::make_tuple(values);
}

Int reset(Object const& self) {
  StatementObject& statement = statement_of(self);
  int const code = unlocked(database_of(statement.database), [&] { return sqlite3_reset(statement.statement); });
  sqlite3_clear_bindings(statement.statement);
  return Int(code);
}

Result<Int> bind(Object const& self, Int const& index, Object const& value) {
  sqlite3_stmt* const statement = statement_of(self).statement;
  auto const place = static_cast<int>(index.small());
  if (value.is(None)) return Int(sqlite3_bind_null(statement, place));
  if (value.is_small_int() || is_instance(value, int_type)) {
    Int const number = PASS(operators::index(value));
    Result<std::int64_t> const fitting = aiocc::detail::ssize_argument(number);
    if (!fitting) {
      take_error();
      return raise_error(overflow_error_type, "Python int too large to convert to SQLite INTEGER");
    }
    return Int(sqlite3_bind_int64(statement, place, fitting.value()));
  }
  if (is_instance(value, float_type))
    return Int(sqlite3_bind_double(statement, place, PASS(operators::to_float(value))));
  if (is_any_str(value)) {
    std::string const text = PASS(text_bytes(value));
    return Int(sqlite3_bind_text64(statement, place, text.data(), text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
  }
  Result<Bytes> bytes = aiocc::detail::bytes_like(value);
  if (!bytes) {
    take_error();
    return Int(-1);
  }
  std::string_view const data = bytes.value().view();
  return Int(sqlite3_bind_blob64(statement, place, data.data(), data.size(), SQLITE_TRANSIENT));
}

void finalize(Object const& self) {
  sqlite3_finalize(statement_of(self).statement);
  statement_of(self).statement = nullptr;
}

Object columns(Object const& self) {
  sqlite3_stmt* const statement = statement_of(self).statement;
  auto found = List<Object>::of();
  for (int i = 0; i < sqlite3_column_count(statement); ++i)
    found.append(pack_tuple(optional_text(sqlite3_column_name(statement, i)),
                            optional_text(sqlite3_column_decltype(statement, i))));
  return found;
}

Object parameters(Object const& self) {
  sqlite3_stmt* const statement = statement_of(self).statement;
  auto found = List<Object>::of();
  for (int i = 1; i <= sqlite3_bind_parameter_count(statement); ++i)
    found.append(optional_text(sqlite3_bind_parameter_name(statement, i)));
  return found;
}

Str rest_of(Object const& self) { return Str::from_utf8(statement_of(self).rest); }
bool is_readonly(Object const& self) { return sqlite3_stmt_readonly(statement_of(self).statement) != 0; }

}  // namespace aiocc::_sqlite
