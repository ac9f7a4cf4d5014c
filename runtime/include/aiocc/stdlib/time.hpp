// The module time: clocks, sleeping, calendar times.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/struct_sequence.hpp"
#include "aiocc/objects/str.hpp"

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

/// Blocks the whole program, as it does in Python.
AIOCC_PY("def sleep(seconds: object, /) -> None")
Result<void> sleep(Object const& seconds);

extern Type struct_time_type;

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("time.struct_time(tuple)", type(time_::struct_time_type)) StructTime : public Object {
 public:
  constexpr StructTime() noexcept = default;
  static bool accepts(Object const& value) noexcept { return value.is_heap() && value.heap()->type == &struct_time_type; }
  Int field(std::size_t index) const { return word_cast<Int>(as<TupleObject>()->items()[index]); }

  AIOCC_PY_PROPERTY("tm_year: int")
  Int tm_year() const { return field(0); }
  AIOCC_PY_PROPERTY("tm_mon: int")
  Int tm_mon() const { return field(1); }
  AIOCC_PY_PROPERTY("tm_mday: int")
  Int tm_mday() const { return field(2); }
  AIOCC_PY_PROPERTY("tm_hour: int")
  Int tm_hour() const { return field(3); }
  AIOCC_PY_PROPERTY("tm_min: int")
  Int tm_min() const { return field(4); }
  AIOCC_PY_PROPERTY("tm_sec: int")
  Int tm_sec() const { return field(5); }
  AIOCC_PY_PROPERTY("tm_wday: int")
  Int tm_wday() const { return field(6); }
  AIOCC_PY_PROPERTY("tm_yday: int")
  Int tm_yday() const { return field(7); }
  AIOCC_PY_PROPERTY("tm_isdst: int")
  Int tm_isdst() const { return field(8); }
};

AIOCC_PY("def localtime(seconds: object = None, /) -> struct_time")
Result<StructTime> localtime(Object const& seconds);
AIOCC_PY("def gmtime(seconds: object = None, /) -> struct_time")
Result<StructTime> gmtime(Object const& seconds);
AIOCC_PY("def mktime(t: object, /) -> float")
Result<double> mktime(Object const& t);
AIOCC_PY("def strftime(format: object, t: object = ..., /) -> str")
Result<Str> strftime(Object const& format, Object const& t);
AIOCC_PY("def ctime(seconds: object = None, /) -> str")
Result<Str> ctime(Object const& seconds);
AIOCC_PY("def asctime(t: object = ..., /) -> str")
Result<Str> asctime(Object const& t);

}  // namespace aiocc::time_
