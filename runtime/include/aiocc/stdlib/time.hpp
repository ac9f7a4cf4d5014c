// The module time: clocks, sleeping, calendar times.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::time_ {

AIOCC_PY("def time() -> float")
double time() noexcept;
AIOCC_PY("def monotonic() -> float")
double monotonic() noexcept;
AIOCC_PY("def perf_counter() -> float")
double perf_counter() noexcept;
AIOCC_PY("def process_time() -> float")
double process_time() noexcept;
AIOCC_PY("def time_ns() -> int")
Int time_ns() noexcept;
AIOCC_PY("def monotonic_ns() -> int")
Int monotonic_ns() noexcept;
AIOCC_PY("def perf_counter_ns() -> int")
Int perf_counter_ns() noexcept;
AIOCC_PY("def process_time_ns() -> int")
Int process_time_ns() noexcept;

AIOCC_PY("def thread_time() -> float")
double thread_time() noexcept;
AIOCC_PY("def thread_time_ns() -> int")
Int thread_time_ns() noexcept;
// The numbers of the system's clocks.
AIOCC_PY_CONSTANT("CLOCK_REALTIME: int")
inline constexpr Int clock_realtime{0};
AIOCC_PY_CONSTANT("CLOCK_MONOTONIC: int")
inline constexpr Int clock_monotonic{1};
AIOCC_PY_CONSTANT("CLOCK_PROCESS_CPUTIME_ID: int")
inline constexpr Int clock_process_cputime_id{2};
AIOCC_PY_CONSTANT("CLOCK_THREAD_CPUTIME_ID: int")
inline constexpr Int clock_thread_cputime_id{3};
AIOCC_PY_CONSTANT("CLOCK_MONOTONIC_RAW: int")
inline constexpr Int clock_monotonic_raw{4};
AIOCC_PY_CONSTANT("CLOCK_BOOTTIME: int")
inline constexpr Int clock_boottime{7};
AIOCC_PY_CONSTANT("CLOCK_TAI: int")
inline constexpr Int clock_tai{11};

/// The system's clock of that number, in seconds. OSError where there's none.
AIOCC_PY("def clock_gettime(clk_id: int, /) -> float")
Result<double> clock_gettime(Int const& clk_id);
AIOCC_PY("def clock_gettime_ns(clk_id: int, /) -> int")
Result<Int> clock_gettime_ns(Int const& clk_id);
AIOCC_PY("def clock_getres(clk_id: int, /) -> float")
Result<double> clock_getres(Int const& clk_id);

/// Blocks the whole program, as it does in Python.
AIOCC_PY("def sleep(seconds: object, /) -> None")
Result<void> sleep(Object const& seconds);

/// The items of a struct_time, the zone's name and its offset from UTC in seconds.
AIOCC_PY("def _localtime(seconds: object, /) -> tuple[object, ...]")
Result<TupleOf<Object>> _localtime(Object const& seconds);
AIOCC_PY("def _gmtime(seconds: object, /) -> tuple[object, ...]")
Result<TupleOf<Object>> _gmtime(Object const& seconds);
/// What the environment's TZ says: `timezone`, `altzone`, `daylight` and `tzname`.
AIOCC_PY("def _time_zone() -> tuple[object, ...]")
TupleOf<Object> _time_zone();
AIOCC_PY("def mktime(t: object, /) -> float")
Result<double> mktime(Object const& t);
AIOCC_PY("def strftime(format: object, t: object = ..., /) -> str")
Result<Str> strftime(Object const& format, Object const& t);
AIOCC_PY("def ctime(seconds: object = None, /) -> str")
Result<Str> ctime(Object const& seconds);
AIOCC_PY("def asctime(t: object = ..., /) -> str")
Result<Str> asctime(Object const& t);

}  // namespace aiocc::time_
