// asyncio's logger, as far as the program has one.
#include "aiocc/core/log.hpp"

#include <array>
#include <string>

#include "../objects/exceptions.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::detail {

namespace {

// It outlives the modules, whose clearing at the end of the program may log.
Object& get_logger() noexcept {
  static auto& function = *new Object;
  return function;
}

Result<void> call_logger(Str const& method, std::span<Object const> args, KeywordNames const* names) {
  Object const logger = PASS(call(get_logger(), "asyncio"_s));
  std::array<Object, 4> packed = {logger};
  std::copy(args.begin(), args.end(), packed.begin() + 1);
  PASS(call_method_array(method, packed.data(), args.size() + 1, names));
  return {};
}

void log(Str const& method, std::span<Object const> args, KeywordNames const* names = nullptr) noexcept {
  if (call_logger(method, args, names) || error_is(keyboard_interrupt_type) || error_is(system_exit_type)) return;
  take_error();
}

// What loggers are told of it: type, exception and traceback.
Object exc_info_of(Object const& exception) {
  if (!exception.bound()) return False;
  Result<Object> traceback = operators::get_attr(exception, "__traceback__"_s);
  if (!traceback) take_error();
  return pack_tuple(box(*type_of(exception)), exception, traceback ? traceback.value() : Object(None));
}

}  // namespace

void set_get_logger(Object const& function) { get_logger() = function; }

Result<Object> program_logger() {
  if (!get_logger().bound()) return None;
  return call(get_logger(), "asyncio"_s);
}

void log_debug(std::string_view format, Object const& argument) noexcept {
  if (!get_logger().bound()) return;
  Object const args[] = {Str::from_utf8(format), argument};
  log("debug"_s, args);
}

void log_warning(std::string_view format, Object const& first, Object const& second, std::string_view text) noexcept {
  if (!get_logger().bound()) return write_report(std::string(text) + "\n");
  Object const args[] = {Str::from_utf8(format), first, second};
  log("warning"_s, args);
}

void log_error(std::string_view text, Object const& exception) noexcept {
  if (get_logger().bound()) {
    Str const keyword[] = {"exc_info"_s};
    KeywordNames const names{keyword};
    Object const args[] = {Str::from_utf8(text), exc_info_of(exception)};
    return log("error"_s, args, &names);
  }
  std::string report = std::string(text) + "\n";
  if (exception.bound()) report += format_exception(word_cast<Ref<BaseException>>(exception));
  if (!report.ends_with('\n')) report += "\n";
  write_report(report);
}

}  // namespace aiocc::detail
