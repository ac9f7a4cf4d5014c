// Frames of CPython's asyncio that its tracebacks show, though nothing of it is compiled here.
#pragma once

#include <cstdint>
#include <string_view>

#include "aiocc/objects/traceback.hpp"

namespace aiocc::detail {

/// A frame that stands at a call, which is all of its line. For static constants: its parts point to each other.
struct AsyncioFrame {
  struct Function {
    char const* file;
    char const* name;
    char const* qualified_name;
    std::uint32_t first_line;
  };

  /// `text` is the line `line` with its indentation.
  constexpr AsyncioFrame(Function const& function, std::uint32_t line, char const* text)
      : source{text},
        code{.file = function.file,
             .name = function.name,
             .qualified_name = function.qualified_name,
             .first_line = function.first_line,
             .source = source,
             .source_start = line},
        span{&code,        line,        line, column(std::string_view(text).find_first_not_of(' ')),
             length(text), false,       line, column(std::string_view(text).find('(')),
             line,         length(text)} {}
  AsyncioFrame(AsyncioFrame const&) = delete;

  char const* source[1];
  Code code;
  Span span;

 private:
  static constexpr std::uint32_t column(std::size_t place) { return static_cast<std::uint32_t>(place); }
  static constexpr std::uint32_t length(std::string_view text) { return column(text.size()); }
};

}  // namespace aiocc::detail
