// What the tests of coroutines share: a log of events, and spans to point to.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "aiocc/aiocc.hpp"

namespace aiocc::tests {

inline std::vector<std::string> events;
inline void note(std::string event) { events.push_back(std::move(event)); }

/// What was noted since the last time.
inline std::vector<std::string> noted() { return std::exchange(events, {}); }
using Events = std::vector<std::string>;

inline constexpr Code code{"test.py", "f", "f", 1};
inline constexpr Span at_line(std::uint32_t line) { return {&code, line, line, 4, 8}; }
inline constexpr Span spans[] = {at_line(0), at_line(1), at_line(2), at_line(3),
                                 at_line(4), at_line(5), at_line(6), at_line(7)};

/// Lines of the traceback of the error in flight, innermost first; the error is taken.
inline std::vector<int> take_lines() {
  Ref<BaseException> const error = take_error();
  std::vector<int> lines;
  for (Span const* span : error->traceback) lines.push_back(static_cast<int>(span->line));
  return lines;
}

/// A word whose death is noted.
struct Mortal : HeapObject {
  explicit Mortal(std::string mortal_name);
  std::string name;
};
inline void dealloc_mortal(HeapObject* self) noexcept {
  note(static_cast<Mortal*>(self)->name + " dies");
  delete static_cast<Mortal*>(self);
}
inline constinit Type mortal_type("Mortal", &object_type, sizeof(Mortal), Slots{.dealloc = dealloc_mortal});
inline Mortal::Mortal(std::string mortal_name) : HeapObject(&mortal_type), name(std::move(mortal_name)) {}
inline Object mortal(std::string name) { return Object::adopt(new Mortal(std::move(name))); }

}  // namespace aiocc::tests
