// sys.stdin, sys.stdout and sys.stderr: text streams over the process's descriptors, buffered as CPython buffers them.
#pragma once

#include <string>
#include <string_view>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
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
  bool closed = false;
  bool at_end = false;
  /// What becomes of text that can't be encoded: "strict", or "backslashreplace" for stderr.
  Str errors;
  /// Written text that isn't flushed yet; of a stream that is read, what was read past the last line.
  std::string buffer;
  /// Bytes that were written below the text (`sys.stdout.buffer`): they come out before text that isn't flushed.
  std::string bytes;

  TextStreamObject(int file_descriptor, char const* stream_name, bool is_writable, bool is_line_buffered,
                   Str error_handler) noexcept
      : HeapObject(&text_stream_type),
        descriptor(file_descriptor),
        name(stream_name),
        writable(is_writable),
        line_buffered(is_line_buffered),
        errors(std::move(error_handler)) {}
  Result<void> write(Str const& text);
  Result<void> write_bytes(std::string_view data);
  Result<void> flush() noexcept;
  /// The next line with its newline, empty at the end.
  Result<Str> read_line();
  Result<Str> read_all();
  /// Up to so many characters; fewer at the end only.
  Result<Str> read(std::int64_t size);
  /// Reads more bytes behind `buffer`; false at the end of the file (or an error, which ends it too).
  bool fill();

 private:
  int write_out() noexcept;
};

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("_io.TextIOWrapper", type(text_stream_type)) TextStream : public Object {
 public:
  constexpr TextStream() noexcept = default;
  static bool accepts(Object const& value) noexcept {
    return value.is_heap() && value.heap()->type == &text_stream_type;
  }
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
  AIOCC_PY("def seekable(self) -> bool")
  bool seekable() const noexcept;
  AIOCC_PY("def close(self) -> None")
  Result<void> close() const;
  AIOCC_PY(
      "def reconfigure(self, *, encoding: object = None, errors: object = None, newline: object = None, "
      "line_buffering: object = None, write_through: object = None) -> None",
      stores)
  Result<void> reconfigure(Object const& encoding, Object const& errors, Object const& newline,
                           Object const& line_buffering, Object const& write_through) const;
  AIOCC_PY("def __enter__(self) -> object", retains)
  Object enter() const { return *this; }
  AIOCC_PY("def __exit__(self, *args: object) -> None")
  Result<void> exit(Arguments args) const;
  AIOCC_PY_PROPERTY("buffer: object")
  Object buffer() const;
  AIOCC_PY_PROPERTY("errors: str")
  Str errors() const noexcept { return object()->errors; }
  AIOCC_PY_PROPERTY("mode: str")
  Str mode() const noexcept { return object()->writable ? "w"_s : "r"_s; }
  AIOCC_PY_PROPERTY("newlines: object")
  Object newlines() const noexcept { return None; }
  AIOCC_PY_PROPERTY("line_buffering: bool")
  bool line_buffering() const noexcept { return object()->line_buffered; }
  AIOCC_PY_PROPERTY("write_through: bool")
  bool write_through() const noexcept { return false; }
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
