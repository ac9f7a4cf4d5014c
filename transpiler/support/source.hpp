// Source files, spans of bytes in them, and the way from a byte offset to a line and a column.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/ids.hpp"

namespace aiocc {

class SourceFile;
using SourceFileId = Id<SourceFile>;

// The bytes [begin, end) of a file's text.
struct Span {
  SourceFileId file;
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  friend constexpr bool operator==(Span const&, Span const&) = default;
};

// As CPython's `lineno` and `col_offset`.
struct LineColumn {
  // From 1.
  std::uint32_t line = 1;
  // From 0, in bytes of UTF-8.
  std::uint32_t column = 0;

  friend constexpr auto operator<=>(LineColumn const&, LineColumn const&) = default;
};

// A file's path as the user gave it, and its text as UTF-8 with line ends made "\n" and without a byte order mark.
class SourceFile {
 public:
  SourceFile(std::string path, std::string text);

  std::string const& path() const { return path_; }
  std::string_view text() const { return text_; }
  std::string_view text(Span span) const { return text().substr(span.begin, span.end - span.begin); }

  // A last line without a line end counts as well.
  std::uint32_t line_count() const { return static_cast<std::uint32_t>(line_starts_.size()); }
  // The line's text (`line` counts from 1) without its line end; empty past the last line.
  std::string_view line_text(std::uint32_t line) const;
  std::uint32_t line_begin(std::uint32_t line) const { return line_starts_[line - 1]; }

  LineColumn position(std::uint32_t offset) const;
  std::uint32_t offset(LineColumn position) const { return line_begin(position.line) + position.column; }
  // The column (from 0) of `offset` in code points, as editors and caret lines count.
  std::uint32_t code_point_column(std::uint32_t offset) const;

 private:
  std::string path_;
  std::string text_;
  std::vector<std::uint32_t> line_starts_;
};

// All files of a compilation.
using SourceFiles = Store<SourceFile>;

// Makes every line end of `text` "\n" and drops a byte order mark, as CPython does before it tokenizes.
std::string normalize_line_ends(std::string_view text);

// The number of code points in `text` (UTF-8).
std::uint32_t count_code_points(std::string_view text);

}  // namespace aiocc
