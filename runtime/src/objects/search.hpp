// Searching, splitting and stripping over units of any width: common to str and bytes.
#pragma once

#include <algorithm>
#include <cstring>
#include <string_view>

#include "text.hpp"

namespace aiocc::detail {

/// Position of the first `needle` in `units[start:stop]`, or -1. An empty needle is at `start`.
template <class Unit>
std::int64_t find_first(Units<Unit> units, Units<Unit> needle, std::int64_t start, std::int64_t stop) noexcept {
  if (stop - start < needle.length) return -1;
  if (needle.length == 0) return start;
  Unit const* found;
  if constexpr (sizeof(Unit) == 1) {
    if (needle.length == 1) {
      found =
          static_cast<Unit const*>(std::memchr(units.data + start, needle[0], static_cast<std::size_t>(stop - start)));
      return found ? found - units.data : -1;
    }
    found = static_cast<Unit const*>(memmem(units.data + start, static_cast<std::size_t>(stop - start), needle.data,
                                            static_cast<std::size_t>(needle.length)));
    if (!found) return -1;
  } else {
    found = std::search(units.data + start, units.data + stop, needle.begin(), needle.end());
    if (found == units.data + stop) return -1;
  }
  return found - units.data;
}

/// Position of the last one, or -1. An empty needle is at `stop`.
template <class Unit>
std::int64_t find_last(Units<Unit> units, Units<Unit> needle, std::int64_t start, std::int64_t stop) noexcept {
  for (std::int64_t at = stop - needle.length; at >= start; --at)
    if (std::equal(needle.begin(), needle.end(), units.data + at)) return at;
  return -1;
}

/// How many there are, not counting overlaps, up to `most`.
template <class Unit>
std::int64_t count_matches(Units<Unit> units, Units<Unit> needle, std::int64_t start, std::int64_t stop,
                           std::int64_t most) noexcept {
  if (stop < start) return 0;
  if (needle.length == 0) return std::min(most, stop - start + 1);
  std::int64_t count = 0;
  while (count < most) {
    start = find_first(units, needle, start, stop);
    if (start < 0) break;
    ++count;
    start += needle.length;
  }
  return count;
}

/// Calls `emit(start, stop)` for each piece between separators, first to last.
template <class Unit, class Emit>
void split_by(Units<Unit> units, Units<Unit> separator, std::int64_t most, Emit emit) {
  std::int64_t start = 0;
  for (; most > 0; --most) {
    std::int64_t found = find_first(units, separator, start, units.length);
    if (found < 0) break;
    emit(start, found);
    start = found + separator.length;
  }
  emit(start, units.length);
}

/// The same from the right: last piece first.
template <class Unit, class Emit>
void split_by_reversed(Units<Unit> units, Units<Unit> separator, std::int64_t most, Emit emit) {
  std::int64_t stop = units.length;
  for (; most > 0; --most) {
    std::int64_t found = find_last(units, separator, 0, stop);
    if (found < 0) break;
    emit(found + separator.length, stop);
    stop = found;
  }
  emit(0, stop);
}

/// Pieces between runs of white space; what is left after `most` pieces is one piece, with its white space but for the first.
template <class Unit, class IsSpace, class Emit>
void split_by_space(Units<Unit> units, std::int64_t most, IsSpace is_space, Emit emit) {
  std::int64_t at = 0;
  auto skip_spaces = [&] {
    while (at < units.length && is_space(units[at])) ++at;
  };
  for (skip_spaces(); at < units.length; skip_spaces()) {
    std::int64_t start = at;
    if (most-- == 0) {
      emit(start, units.length);
      return;
    }
    while (at < units.length && !is_space(units[at])) ++at;
    emit(start, at);
  }
}

template <class Unit, class IsSpace, class Emit>
void split_by_space_reversed(Units<Unit> units, std::int64_t most, IsSpace is_space, Emit emit) {
  std::int64_t at = units.length;
  auto skip_spaces = [&] {
    while (at > 0 && is_space(units[at - 1])) --at;
  };
  for (skip_spaces(); at > 0; skip_spaces()) {
    std::int64_t stop = at;
    if (most-- == 0) {
      emit(0, stop);
      return;
    }
    while (at > 0 && !is_space(units[at - 1])) --at;
    emit(at, stop);
  }
}

/// Calls `emit(start, stop)` for each line, with its end or without.
template <class Unit, class IsBreak, class Emit>
void split_lines(Units<Unit> units, bool keep_ends, IsBreak is_break, Emit emit) {
  for (std::int64_t at = 0; at < units.length;) {
    std::int64_t start = at;
    while (at < units.length && !is_break(units[at])) ++at;
    std::int64_t stop = at;
    if (at < units.length) at += units[at] == '\r' && at + 1 < units.length && units[at + 1] == '\n' ? 2 : 1;
    emit(start, keep_ends ? at : stop);
  }
}

enum class Side { Left, Right, Both };

/// The range that is left when units for which `drop` holds are taken off.
template <class Unit, class Drop>
std::pair<std::int64_t, std::int64_t> stripped(Units<Unit> units, Side side, Drop drop) {
  std::int64_t start = 0, stop = units.length;
  if (side != Side::Right)
    while (start < stop && drop(units[start])) ++start;
  if (side != Side::Left)
    while (stop > start && drop(units[stop - 1])) --stop;
  return {start, stop};
}

/// A limit argument: a negative one is none.
inline std::int64_t limit(std::int64_t most) noexcept { return most < 0 ? INT64_MAX : most; }

}  // namespace aiocc::detail
