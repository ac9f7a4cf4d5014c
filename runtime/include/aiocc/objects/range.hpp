// Python's range: start, stop and step of any size.
#pragma once

#include <cstdint>
#include <utility>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/convert.hpp"
#include "aiocc/objects/slice.hpp"

namespace aiocc {

struct RangeObject : HeapObject {
  RangeObject(Int first, Int end, Int stride, Int count)
      : HeapObject(&range_type),
        start(std::move(first)),
        stop(std::move(end)),
        step(std::move(stride)),
        length(std::move(count)) {}
  Int start;
  Int stop;
  Int step;
  Int length;
};

class Range;

namespace detail {
Object make_range_iterator(Range const& range);
Object make_range_reverse_iterator(Range const& range);
}  // namespace detail

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("range") Range : public HeapWord {
 public:
  constexpr Range() noexcept = default;
  /// `step` isn't zero.
  static Range make(Int start, Int stop, Int step);
  static bool accepts(Object const& value) noexcept { return type_of(value) == &range_type; }
  RangeObject* get() const noexcept { return as<RangeObject>(); }

  AIOCC_PY_PROPERTY("start: int")
  Int start() const { return get()->start; }
  AIOCC_PY_PROPERTY("stop: int")
  Int stop() const { return get()->stop; }
  AIOCC_PY_PROPERTY("step: int")
  Int step() const { return get()->step; }

  AIOCC_PY("def __getitem__(self, index: int, /) -> int")
  Result<Int> at(Int const& index) const;
  AIOCC_PY("def __getitem__(self, index: slice, /) -> range")
  Result<Range> at(Slice const& slice) const;
  AIOCC_PY("def __getitem__(self, index: object, /) -> object")
  Result<Object> at(Object const& index) const;
  AIOCC_PY("def __len__(self, /) -> int")
  Result<Int> length() const;
  AIOCC_PY("def __contains__(self, key: object, /) -> bool")
  Result<bool> contains(Object const& key) const;
  AIOCC_PY("def __iter__(self, /) -> Iterator[int]")
  Object iter() const { return detail::make_range_iterator(*this); }
  AIOCC_PY("def __reversed__(self, /) -> Iterator[int]")
  Object reversed() const { return detail::make_range_reverse_iterator(*this); }
  /// Return integer -- return index of value. Raise ValueError if the value is not present.
  AIOCC_PY("def index(self, value: object, /) -> int")
  Result<Int> index(Object const& value) const;
  /// Return number of occurrences of value.
  AIOCC_PY("def count(self, value: object, /) -> int")
  Result<Int> count(Object const& value) const;
};

namespace detail {
/// What's left of a range whose bounds don't fit in a word.
struct BigRange {
  Int next;
  Int step;
  Int left;
};
AIOCC_KEEPS_REGISTERS AIOCC_COLD BigRange* make_big_range(Int const& start, Int const& stop, Int const& step);
AIOCC_KEEPS_REGISTERS AIOCC_COLD void free_big_range(BigRange* range) noexcept;
/// Its next item; unbound at its end.
AIOCC_KEEPS_REGISTERS AIOCC_COLD Int next_of(BigRange* range);
}  // namespace detail

/// A loop over a range, with or without the range object. Steps through plain integers where the bounds fit in a word; nothing gets at
/// their addresses, so that they stay in registers: all of it is inline but what big ranges take.
class RangeCursor {
 public:
  RangeCursor() noexcept = default;
  [[gnu::always_inline]] explicit RangeCursor(Range const& range)
      : RangeCursor(range.get()->start, range.get()->stop, range.get()->step) {}
  /// `step` isn't zero.
  [[gnu::always_inline]] RangeCursor(Int const& start, Int const& stop, Int const& step = 1) {
    if (!(start.bits() & stop.bits() & step.bits() & 1)) [[unlikely]] {
      big_ = detail::make_big_range(start, stop, step);
      return;
    }
    next_ = start.small();
    step_ = step.small();
    if (step_ > 0 && next_ < stop.small())
      left_ = static_cast<std::uint64_t>(stop.small() - next_ - 1) / static_cast<std::uint64_t>(step_) + 1;
    if (step_ < 0 && next_ > stop.small())
      left_ = static_cast<std::uint64_t>(next_ - stop.small() - 1) / static_cast<std::uint64_t>(-step_) + 1;
  }
  [[gnu::always_inline]] RangeCursor(RangeCursor&& other) noexcept
      : next_(other.next_), step_(other.step_), left_(other.left_), big_(std::exchange(other.big_, nullptr)) {}
  RangeCursor& operator=(RangeCursor&&) = delete;
  [[gnu::always_inline]] ~RangeCursor() {
    if (big_) [[unlikely]]
      detail::free_big_range(big_);
  }
  [[gnu::always_inline]] bool next(Int& item) {
    if (left_ == 0) [[unlikely]] {
      if (!big_) return false;
      item = detail::next_of(big_);
      return item.bound();
    }
    --left_;
    item = word_cast<Int>(Object::small_int(next_));
    next_ += step_;
    return true;
  }
  /// How many items are to come; 0 where that doesn't fit in a word.
  std::size_t left() const noexcept { return left_; }
  // Of those: the first one, and how far they're apart.
  std::int64_t first() const noexcept { return next_; }
  std::int64_t step() const noexcept { return step_; }
  /// Leaves out so many of those that are left.
  void skip(std::size_t count) noexcept {
    left_ -= count;
    next_ += static_cast<std::int64_t>(count) * step_;
  }

 private:
  std::int64_t next_ = 0;
  std::int64_t step_ = 0;
  std::uint64_t left_ = 0;
  detail::BigRange* big_ = nullptr;
};

/// A loop over `range(start, stop)` from a small start. None lives long enough to count past a word, so every item is a small int, and the
/// compiler sees that it is.
class CountingCursor {
 public:
  CountingCursor(std::int64_t start, Int const& stop) noexcept
      : next_(start),
        stop_(stop.is_small_int() ? stop.small()
              : stop < Int(0)     ? start
                                  : Int::small_max) {}
  [[gnu::always_inline]] bool next(Int& item) noexcept {
    if (next_ >= stop_) return false;
    item = word_cast<Int>(Object::small_int(next_));
    ++next_;
    return true;
  }
  std::size_t left() const noexcept { return next_ < stop_ ? static_cast<std::size_t>(stop_ - next_) : 0; }
  std::int64_t first() const noexcept { return next_; }
  static std::int64_t step() noexcept { return 1; }
  void skip(std::size_t count) noexcept { next_ += static_cast<std::int64_t>(count); }

 private:
  std::int64_t next_;
  std::int64_t stop_;
};

/// Begins such a loop: `counting(n)` is `range(n)`, `counting(1, n)` is `range(1, n)`.
inline CountingCursor counting(std::int64_t start, Int const& stop) noexcept { return {start, stop}; }
inline CountingCursor counting(Int const& stop) noexcept { return {0, stop}; }

namespace detail {
AIOCC_COLD Raised zero_step();
}  // namespace detail

/// A loop over `range(start, stop, step)`; ValueError for a step of 0.
AIOCC_INLINE inline Result<RangeCursor> stepping(Int const& start, Int const& stop, Int const& step) {
  if (step == 0) [[unlikely]]
    return detail::zero_step();
  return RangeCursor(start, stop, step);
}

namespace builtins {
AIOCC_PY("def range(stop: int, /) -> range")
Range range(Int const& stop);
AIOCC_PY("def range(start: int, stop: int, /) -> range")
Range range(Int const& start, Int const& stop);
AIOCC_PY("def range(start: int, stop: int, step: int, /) -> range")
Result<Range> range(Int const& start, Int const& stop, Int const& step);
AIOCC_PY("def range(start: object, stop: object = ..., step: object = ..., /) -> range")
Result<Range> range(Object const& start, Object const& stop, Object const& step = {});
}  // namespace builtins

}  // namespace aiocc
