// The module time: clocks, sleeping, calendar times.
#include "aiocc/stdlib/time.hpp"

#include <fmt/format.h>

#include <cerrno>
#include <cmath>
#include <ctime>

#include "../objects/convert_arguments.hpp"
#include "../objects/number_operands.hpp"
#include "aiocc/core/clock.hpp"
#include "aiocc/core/threads.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"

namespace aiocc::time_ {

namespace {

constexpr std::int64_t seconds_per_hour = 3600;

// Later by that many seconds.
void advance(timespec& time, double seconds) noexcept {
  auto const nanoseconds = static_cast<std::int64_t>(seconds * 1e9) + time.tv_nsec;
  time.tv_sec += nanoseconds / 1'000'000'000;
  time.tv_nsec = nanoseconds % 1'000'000'000;
}

timespec now(clockid_t clock) noexcept {
  timespec result;
  ::clock_gettime(clock, &result);
  if (double const offset = clock_offset();
      offset != 0 && clock != CLOCK_PROCESS_CPUTIME_ID && clock != CLOCK_THREAD_CPUTIME_ID)
    advance(result, offset);
  return result;
}

double seconds_in(timespec const& time) noexcept {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}
Int nanoseconds_in(timespec const& time) noexcept {
  return Int(std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec);
}

double seconds_of(clockid_t clock) noexcept { return seconds_in(now(clock)); }
Int nanoseconds_of(clockid_t clock) noexcept { return nanoseconds_in(now(clock)); }

}  // namespace

double time() noexcept { return seconds_of(CLOCK_REALTIME); }
double monotonic() noexcept { return seconds_of(CLOCK_MONOTONIC); }
double perf_counter() noexcept { return seconds_of(CLOCK_MONOTONIC); }
double process_time() noexcept { return seconds_of(CLOCK_PROCESS_CPUTIME_ID); }
Int time_ns() noexcept { return nanoseconds_of(CLOCK_REALTIME); }
Int monotonic_ns() noexcept { return nanoseconds_of(CLOCK_MONOTONIC); }
Int perf_counter_ns() noexcept { return nanoseconds_of(CLOCK_MONOTONIC); }
Int process_time_ns() noexcept { return nanoseconds_of(CLOCK_PROCESS_CPUTIME_ID); }
double thread_time() noexcept { return seconds_of(CLOCK_THREAD_CPUTIME_ID); }
Int thread_time_ns() noexcept { return nanoseconds_of(CLOCK_THREAD_CPUTIME_ID); }

namespace {

/// The clock's time by `read`, which is `clock_gettime` or `clock_getres`.
Result<timespec> read_clock(Int const& clk_id, int (*read)(clockid_t, timespec*)) {
  timespec result;
  if (read(static_cast<clockid_t>(clk_id.small()), &result) != 0) return raise_os_error(errno);
  return result;
}

}  // namespace

Result<double> clock_gettime(Int const& clk_id) { return seconds_in(PASS(read_clock(clk_id, ::clock_gettime))); }
Result<Int> clock_gettime_ns(Int const& clk_id) { return nanoseconds_in(PASS(read_clock(clk_id, ::clock_gettime))); }
Result<double> clock_getres(Int const& clk_id) { return seconds_in(PASS(read_clock(clk_id, ::clock_getres))); }

Result<void> sleep(Object const& seconds) {
  double wanted;
  if (is_float(seconds))
    wanted = float_value(seconds);
  else
    wanted = PASS(to_double(PASS(operators::index(seconds))));
  if (std::isnan(wanted)) return raise_error(value_error_type, "Invalid value NaN (not a number)");
  if (wanted < 0) return raise_error(value_error_type, "sleep length must be non-negative");
  if (wanted > 9e9) return raise_error(overflow_error_type, "timestamp too large to convert to C PyTime_t");
  if (is_clock_virtual()) {
    advance_clock(wanted);
    return safe_point();
  }
  timespec until;
  ::clock_gettime(CLOCK_MONOTONIC, &until);
  // Rounded up, so that no less than the wanted time passes.
  advance(until, std::ceil(wanted * 1e9) / 1e9);
  while (true) {
    int const status = [&] {
      Unlocked scope;
      return clock_nanosleep(CLOCK_MONOTONIC, TIMER_ABSTIME, &until, nullptr);
    }();
    PASS(safe_point());
    if (status != EINTR) return {};
  }
}

namespace {

TupleOf<Object> from_tm(std::tm const& t) {
  Object const items[] = {Int(t.tm_year + 1900),
                          Int(t.tm_mon + 1),
                          Int(t.tm_mday),
                          Int(t.tm_hour),
                          Int(t.tm_min),
                          Int(t.tm_sec),
                          Int((t.tm_wday + 6) % 7),
                          Int(t.tm_yday + 1),
                          Int(t.tm_isdst),
                          Str::from_utf8(t.tm_zone),
                          Int(std::int64_t{t.tm_gmtoff})};
  return word_cast<TupleOf<Object>>(make_tuple(items));
}

Result<std::tm> calendar_time(Object const& seconds, std::tm* (*convert)(std::time_t const*, std::tm*)) {
  std::time_t moment = std::time(nullptr);
  if (!seconds.is(None)) {
    Int whole = aiocc::detail::int_operand(seconds);
    if (!whole.bound()) whole = PASS(int_from_double(std::floor(PASS(float_argument(seconds)))));
    std::int64_t number;
    if (!whole.to_int64(number)) return raise_error(overflow_error_type, "timestamp out of range for platform time_t");
    moment = number;
  }
  std::tm result{};
  if (!convert(&moment, &result)) return raise_os_error(errno);
  return result;
}

Result<std::tm> to_tm(Object const& t) {
  if (!is_instance(t, tuple_type)) return raise_error(type_error_type, "Tuple or struct_time argument required");
  auto items = t.as<TupleObject>()->words();
  if (items.size() != 9)
    return raise_error(type_error_type,
                       "function takes exactly 9 arguments (" + std::to_string(items.size()) + " given)");
  int fields[9];
  for (std::size_t i = 0; i < 9; ++i) fields[i] = static_cast<int>(PASS(aiocc::detail::index_argument(items[i])));
  std::tm result{};
  result.tm_year = fields[0] - 1900;
  result.tm_mon = fields[1] - 1;
  result.tm_mday = fields[2];
  result.tm_hour = fields[3];
  result.tm_min = fields[4];
  result.tm_sec = fields[5];
  result.tm_wday = (fields[6] + 1) % 7;
  result.tm_yday = fields[7] - 1;
  result.tm_isdst = fields[8];
  return result;
}

Result<void> check_field(int value, int most, char const* name) {
  if (value >= 0 && value <= most) return {};
  return raise_error(value_error_type, std::string(name) + " out of range");
}

/// A time whose parts have texts; months and days may be 0 (CPython: checktm).
Result<std::tm> checked_tm(Object const& t) {
  std::tm value = PASS(to_tm(t));
  if (value.tm_mon == -1) value.tm_mon = 0;
  PASS(check_field(value.tm_mon, 11, "month"));
  if (value.tm_mday == 0) value.tm_mday = 1;
  PASS(check_field(value.tm_mday, 31, "day of month"));
  PASS(check_field(value.tm_hour, 23, "hour"));
  PASS(check_field(value.tm_min, 59, "minute"));
  PASS(check_field(value.tm_sec, 61, "seconds"));
  PASS(check_field(value.tm_wday, 6, "day of week"));
  if (value.tm_yday == -1) value.tm_yday = 0;
  PASS(check_field(value.tm_yday, 365, "day of year"));
  return value;
}

/// An argument, or the present local time.
Result<std::tm> tm_argument(Object const& t) {
  if (t.bound()) return checked_tm(t);
  return calendar_time(None, localtime_r);
}

Str as_text(std::tm const& t) {
  static char const* const days[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  static char const* const months[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                       "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  return Str::from_utf8(fmt::format("{} {} {:>2} {:02}:{:02}:{:02} {}", days[t.tm_wday], months[t.tm_mon], t.tm_mday,
                                    t.tm_hour, t.tm_min, t.tm_sec, t.tm_year + 1900));
}

}  // namespace

Result<TupleOf<Object>> _localtime(Object const& seconds) { return from_tm(PASS(calendar_time(seconds, localtime_r))); }
Result<TupleOf<Object>> _gmtime(Object const& seconds) { return from_tm(PASS(calendar_time(seconds, gmtime_r))); }

TupleOf<Object> _time_zone() {
  tzset();
  Object const names[] = {Str::from_utf8(tzname[0]), Str::from_utf8(tzname[1])};
  std::int64_t const summer = daylight ? timezone - seconds_per_hour : timezone;
  Object const items[] = {Int(std::int64_t{timezone}), Int(summer), Int(std::int64_t{daylight}), make_tuple(names)};
  return word_cast<TupleOf<Object>>(make_tuple(items));
}

Result<double> mktime(Object const& t) {
  std::tm value = PASS(to_tm(t));
  value.tm_wday = -1;
  std::time_t result = std::mktime(&value);
  if (result == -1 && value.tm_wday == -1) return raise_error(overflow_error_type, "mktime argument out of range");
  return static_cast<double>(result);
}

Result<Str> strftime(Object const& format, Object const& t) {
  Str pattern = PASS(aiocc::detail::str_argument(format, "strftime", "1"));
  std::tm value = PASS(tm_argument(t));
  std::string text = pattern.utf8(), result(text.size() * 4 + 256, '\0');
  if (text.empty()) return Str::empty();
  // An extra character tells an empty result from a buffer that's too small.
  text += ' ';
  std::size_t size;
  while ((size = std::strftime(result.data(), result.size(), text.c_str(), &value)) == 0)
    result.resize(result.size() * 2);
  return Str::from_utf8(std::string_view(result).substr(0, size - 1));
}

Result<Str> ctime(Object const& seconds) { return as_text(PASS(calendar_time(seconds, localtime_r))); }
Result<Str> asctime(Object const& t) { return as_text(PASS(tm_argument(t))); }

}  // namespace aiocc::time_
