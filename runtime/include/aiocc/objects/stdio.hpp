// sys.stdin, sys.stdout and sys.stderr: text streams over the process's descriptors, buffered as CPython buffers them.
#pragma once

#include <string>
#include <string_view>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc {

template <class T>
class List;

extern Type text_stream_type;

struct TextStreamObject : HeapObject {
  int descriptor;
  char const* name;
  bool writable;
  /// Flushed after each line: stderr always, stdout on a terminal.
  bool line_buffered;
  /// What can't be encoded becomes a backslash escape (stderr) instead of a UnicodeEncodeError.
  bool escapes;
  bool closed = false;
  bool at_end = false;
  /// Written text that isn't flushed yet; of a stream that is read, what was read past the last line.
  std::string buffer;

  TextStreamObject(int file_descriptor, char const* stream_name, bool is_writable, bool is_line_buffered, bool does_escape) noexcept
      : HeapObject(&text_stream_type), descriptor(file_descriptor), name(stream_name), writable(is_writable),
        line_buffered(is_line_buffered), escapes(does_escape) {}
  Result<void> write(Str const& text);
  Result<void> flush() noexcept;
  /// The next line with its newline, empty at the end.
  Result<Str> read_line();
  Result<Str> read_all();

 private:
  bool fill();
};

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("_io.TextIOWrapper", type(text_stream_type)) TextStream : public Object {
 public:
  constexpr TextStream() noexcept = default;
  static bool accepts(Object const& value) noexcept { return value.is_heap() && value.heap()->type == &text_stream_type; }
  TextStreamObject* object() const noexcept { return as<TextStreamObject>(); }

  AIOCC_PY("def write(self, text: object, /) -> int")
  Result<Int> write(Object const& text) const;
  AIOCC_PY("def writelines(self, lines: object, /) -> None")
  Result<void> writelines(Object const& lines) const;
  AIOCC_PY("def flush(self) -> None")
  Result<void> flush() const;
  AIOCC_PY("def isatty(self) -> bool")
  bool isatty() const noexcept;
  AIOCC_PY("def fileno(self) -> int")
  Int fileno() const noexcept;
  AIOCC_PY("def readable(self) -> bool")
  bool readable() const noexcept { return !object()->writable; }
  AIOCC_PY("def writable(self) -> bool")
  bool writable() const noexcept { return object()->writable; }
  AIOCC_PY("def readline(self, size: object = -1, /) -> str")
  Result<Str> readline(Object const& size) const;
  AIOCC_PY("def read(self, size: object = -1, /) -> str")
  Result<Str> read(Object const& size) const;
  AIOCC_PY("def readlines(self, hint: object = -1, /) -> list[str]")
  Result<List<Str>> readlines(Object const& hint) const;
  AIOCC_PY_PROPERTY("encoding: str")
  Str encoding() const noexcept { return "utf-8"_s; }
  AIOCC_PY_PROPERTY("name: str")
  Str name() const noexcept;
  AIOCC_PY_PROPERTY("closed: bool")
  bool closed() const noexcept { return object()->closed; }
};

/// The current values of sys.stdin, sys.stdout and sys.stderr, which a program may replace.
struct StandardStreams {
  Object input;
  Object output;
  Object errors;
};
StandardStreams& standard_streams() noexcept;
/// `sys.stdout = value` and its like: print() and input() follow. Other names don't matter.
void replace_standard_stream(Str const& name, Object const& value) noexcept;

namespace detail {
/// Unbound until standard_streams() is called; never destroyed, as objects that die at exit may still print.
union StreamStorage {
  constexpr StreamStorage() noexcept : streams() {}
  constexpr ~StreamStorage() {}
  StandardStreams streams;
};
extern StreamStorage stream_storage;
}  // namespace detail

/// Writes UTF-8 to sys.stderr's descriptor, after what is buffered; for the runtime's own reports.
void write_stderr(std::string_view utf8) noexcept;
/// At exit: flushes stdout. False when that failed (CPython then exits with 120).
bool flush_standard_streams() noexcept;

}  // namespace aiocc
