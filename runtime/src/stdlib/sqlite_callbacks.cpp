// The module _sqlite: Python's functions that SQLite calls, and copies of databases.
#include "../objects/convert_arguments.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/operators.hpp"
#include "sqlite_objects.hpp"

namespace aiocc::_sqlite {

namespace {

void forget_callback(void* callback) { delete static_cast<Callback*>(callback); }

Callback* new_callback(Object const& self, Object const& function) {
  database_of(self).calls_python = true;
  return new Callback{function, &database_of(self).callback_error};
}

Callback& callback_of(sqlite3_context* context) { return *static_cast<Callback*>(sqlite3_user_data(context)); }

std::vector<Object> values_of(int count, sqlite3_value** values) {
  std::vector<Object> arguments;
  for (int i = 0; i < count; ++i) arguments.push_back(value_of(values[i]));
  return arguments;
}

void fail(sqlite3_context* context, char const* text) {
  keep_error(*callback_of(context).error);
  sqlite3_result_error(context, text, -1);
}

void call_function(sqlite3_context* context, int count, sqlite3_value** values) {
  std::vector<Object> const arguments = values_of(count, values);
  Result<Object> answer = call_array(callback_of(context).function, arguments.data(), arguments.size());
  if (!answer) return fail(context, "user-defined function raised exception");
  give_result(context, answer.value());
}

/// The object that a group of rows goes through; made at its first row.
Object* aggregate_place(sqlite3_context* context) {
  return static_cast<Object*>(sqlite3_aggregate_context(context, sizeof(Object)));
}

void step_aggregate(sqlite3_context* context, int count, sqlite3_value** values) {
  Object* const place = aggregate_place(context);
  if (!place->bound()) {
    Result<Object> made = call(callback_of(context).function);
    if (!made) return fail(context, "user-defined aggregate's '__init__' method raised error");
    *place = std::move(made).value();
  }
  std::vector<Object> const arguments = values_of(count, values);
  Result<Object> method = operators::get_attr(*place, "step"_s);
  if (!method || !call_array(method.value(), arguments.data(), arguments.size()))
    fail(context, method ? "user-defined aggregate's 'step' method raised error"
                         : "user-defined aggregate's 'step' method not defined");
}

void end_aggregate(sqlite3_context* context) {
  auto* const place = static_cast<Object*>(sqlite3_aggregate_context(context, 0));
  // Without rows there's no object, and so no answer.
  if (!place || !place->bound()) return sqlite3_result_null(context);
  Object const object = std::move(*place);
  *place = Object();
  Result<Object> method = operators::get_attr(object, "finalize"_s);
  if (!method) return fail(context, "user-defined aggregate's 'finalize' method not defined");
  Result<Object> answer = call(method.value());
  if (!answer) return fail(context, "user-defined aggregate's 'finalize' method raised error");
  give_result(context, answer.value());
}

int compare_texts(void* data, int first_size, void const* first, int second_size, void const* second) {
  auto const& callback = *static_cast<Callback*>(data);
  auto const text = [](void const* bytes, int size) {
    return Str::from_utf8({static_cast<char const*>(bytes), static_cast<std::size_t>(size)});
  };
  Result<Object> answer = call(callback.function, text(first, first_size), text(second, second_size));
  Result<Int> number = answer ? operators::index(answer.value()) : Result<Int>(raised);
  if (!number) {
    keep_error(*callback.error);
    return 0;
  }
  Int const value = number.value();
  return value.is_small_int() ? (value.small() > 0) - (value.small() < 0) : 0;
}

int on_statement(unsigned, void* data, void* statement, void*) {
  auto& database = *static_cast<DatabaseObject*>(data);
  char* const text = sqlite3_expanded_sql(static_cast<sqlite3_stmt*>(statement));
  if (!text) return 0;
  Object const function = database.trace;
  if (!call(function, Str::from_utf8(text))) take_error();
  sqlite3_free(text);
  return 0;
}

int on_progress(void* data) {
  auto& database = *static_cast<DatabaseObject*>(data);
  Object const function = database.progress;
  Result<Object> answer = call(function);
  Result<bool> const ends = answer ? operators::truth(answer.value()) : Result<bool>(raised);
  if (ends) return ends.value();
  take_error();
  return 1;
}

}  // namespace

Object value_of(sqlite3_value* value) {
  auto const text = [&] {
    auto const* data = static_cast<char const*>(sqlite3_value_blob(value));
    auto const size = static_cast<std::size_t>(sqlite3_value_bytes(value));
    return data ? std::string_view(data, size) : std::string_view();
  };
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER: return Int(static_cast<std::int64_t>(sqlite3_value_int64(value)));
    case SQLITE_FLOAT: return box(sqlite3_value_double(value));
    case SQLITE_TEXT: return Str::from_utf8(text());
    case SQLITE_BLOB: return Bytes::from(text());
    default: return None;
  }
}

void keep_error(Object& place) { place = take_error(); }

void give_result(sqlite3_context* context, Object const& value) {
  if (value.is(None)) return sqlite3_result_null(context);
  if (value.is_small_int() || is_instance(value, int_type)) {
    Result<Int> number = operators::index(value);
    Result<std::int64_t> const fitting =
        number ? aiocc::detail::ssize_argument(number.value()) : Result<std::int64_t>(raised);
    if (!fitting) return fail(context, "user-defined function raised exception");
    return sqlite3_result_int64(context, fitting.value());
  }
  if (is_float(value)) return sqlite3_result_double(context, float_value(value));
  if (is_any_str(value)) {
    Result<std::string> text = text_bytes(value);
    if (!text) return fail(context, "user-defined function raised exception");
    std::string const bytes = text.value();
    return sqlite3_result_text64(context, bytes.data(), bytes.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  Result<Bytes> bytes = aiocc::detail::bytes_like(value);
  if (!bytes) return fail(context, "user-defined function raised exception");
  std::string const data(bytes.value().view());
  sqlite3_result_blob64(context, data.data(), data.size(), SQLITE_TRANSIENT);
}

Result<Int> add_function(Object const& self, Str const& name, Int const& arguments, Int const& flags,
                         Object const& function) {
  std::string const text = PASS(text_bytes(name));
  return Int(sqlite3_create_function_v2(database_of(self).database, text.c_str(), static_cast<int>(arguments.small()),
                                        SQLITE_UTF8 | static_cast<int>(flags.small()), new_callback(self, function),
                                        call_function, nullptr, nullptr, forget_callback));
}

Result<Int> add_aggregate(Object const& self, Str const& name, Int const& arguments, Object const& aggregate) {
  std::string const text = PASS(text_bytes(name));
  return Int(sqlite3_create_function_v2(database_of(self).database, text.c_str(), static_cast<int>(arguments.small()),
                                        SQLITE_UTF8, new_callback(self, aggregate), nullptr, step_aggregate,
                                        end_aggregate, forget_callback));
}

Result<Int> add_collation(Object const& self, Str const& name, Object const& compare) {
  std::string const text = PASS(text_bytes(name));
  bool const is_removed = compare.is(None);
  return Int(sqlite3_create_collation_v2(database_of(self).database, text.c_str(), SQLITE_UTF8,
                                         is_removed ? nullptr : new_callback(self, compare),
                                         is_removed ? nullptr : compare_texts, is_removed ? nullptr : forget_callback));
}

void set_trace(Object const& self, Object const& function) {
  DatabaseObject& database = database_of(self);
  bool const is_removed = function.is(None);
  database.trace = function;
  database.calls_python = database.calls_python || !is_removed;
  sqlite3_trace_v2(database.database, is_removed ? 0 : SQLITE_TRACE_STMT, is_removed ? nullptr : on_statement,
                   &database);
}

void set_progress(Object const& self, Object const& function, Int const& steps) {
  DatabaseObject& database = database_of(self);
  bool const is_removed = function.is(None);
  database.progress = function;
  database.calls_python = database.calls_python || !is_removed;
  sqlite3_progress_handler(database.database, static_cast<int>(steps.small()), is_removed ? nullptr : on_progress,
                           &database);
}

Result<Int> copy_from(Object const& self, Object const& source, Str const& name, Int const& pages,
                      Object const& progress, Int const& milliseconds) {
  std::string const text = PASS(text_bytes(name));
  sqlite3* const target = database_of(self).database;
  sqlite3_backup* const backup = sqlite3_backup_init(target, "main", database_of(source).database, text.c_str());
  if (!backup) return Int(sqlite3_extended_errcode(target));
  int code = SQLITE_OK;
  do {
    code = sqlite3_backup_step(backup, static_cast<int>(pages.small()));
    Result<Object> const told = progress.is(None) ? Result<Object>(None)
                                                  : call(progress, Int(code), Int(sqlite3_backup_remaining(backup)),
                                                         Int(sqlite3_backup_pagecount(backup)));
    if (!told) {
      sqlite3_backup_finish(backup);
      return raised;
    }
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) sqlite3_sleep(static_cast<int>(milliseconds.small()));
  } while (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED);
  return Int(sqlite3_backup_finish(backup));
}

}  // namespace aiocc::_sqlite
