// The objects of the module _sqlite, and values on their way between SQLite and Python.
#pragma once

#include <sqlite3.h>

#include <memory>
#include <string>
#include <vector>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/object.hpp"
#include "aiocc/objects/result.hpp"
#include "aiocc/stdlib/sqlite.hpp"

namespace aiocc::_sqlite {

/// A function of Python's that SQLite calls, and where its errors go.
struct Callback {
  Object function;
  Object* error;
};

struct DatabaseObject : HeapObject {
  DatabaseObject() : HeapObject(&database_type) {}
  ~DatabaseObject() { sqlite3_close_v2(database); }

  sqlite3* database = nullptr;
  // Python code that SQLite calls needs the lock: then it isn't given up around SQLite's calls.
  bool calls_python = false;
  Object trace;
  Object progress;
  // What such a function raised.
  Object callback_error;
};

struct StatementObject : HeapObject {
  StatementObject(DatabaseObject* its_database, sqlite3_stmt* its_statement)
      : HeapObject(&statement_type), database(Object::share(its_database)), statement(its_statement) {}
  ~StatementObject() { sqlite3_finalize(statement); }

  Object database;
  sqlite3_stmt* statement;
  std::string rest;
};

inline DatabaseObject& database_of(Object const& self) { return *self.as<DatabaseObject>(); }
inline StatementObject& statement_of(Object const& self) { return *self.as<StatementObject>(); }

/// A value that SQLite hands to a function.
Object value_of(sqlite3_value* value);
/// The function's answer.
void give_result(sqlite3_context* context, Object const& value);
/// Keeps the error in flight for whoever ran the statement.
void keep_error(Object& place);
/// A text's bytes.
Result<std::string> text_bytes(Object const& text);

}  // namespace aiocc::_sqlite
