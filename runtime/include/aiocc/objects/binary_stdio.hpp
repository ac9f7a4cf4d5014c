// sys.stdin.buffer, sys.stdout.buffer and sys.stderr.buffer: the bytes below the standard streams.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/stdio.hpp"

namespace aiocc::_io {

extern Type buffered_writer_type AIOCC_PY_CLASS("BufferedWriter");
extern Type buffered_reader_type AIOCC_PY_CLASS("BufferedReader");

/// The bytes below a text stream.
Object binary_stream(Object const& text_stream);
/// What is raised for an operation that a stream doesn't have; the module io tells.
AIOCC_PY("def use_error(error: object, /) -> None", stores)
void use_error(Object const& error);
AIOCC_COLD Raised raise_unsupported(char const* what);

AIOCC_PY("def BufferedWriter.write(self, buffer: object, /) -> int")
Result<Int> write(Object const& self, Object const& buffer);
AIOCC_PY("def BufferedWriter.flush(self) -> None")
Result<void> flush_writer(Object const& self);
AIOCC_PY("def BufferedWriter.fileno(self) -> int")
Int fileno_of_writer(Object const& self);
AIOCC_PY("def BufferedWriter.isatty(self) -> bool")
bool is_terminal_writer(Object const& self);
AIOCC_PY("def BufferedWriter.readable(self) -> bool")
bool is_readable_writer(Object const& self);
AIOCC_PY("def BufferedWriter.writable(self) -> bool")
bool is_writable_writer(Object const& self);
AIOCC_PY("def BufferedWriter.writelines(self, lines: object, /) -> None")
Result<void> writelines(Object const& self, Object const& lines);
AIOCC_PY("def BufferedWriter.seekable(self) -> bool")
bool is_seekable_writer(Object const& self);
AIOCC_PY("def BufferedWriter.tell(self) -> int")
Result<Int> tell_writer(Object const& self);
AIOCC_PY("def BufferedWriter.close(self) -> None")
Result<void> close_writer(Object const& self);
AIOCC_PY("def BufferedWriter.__enter__(self) -> object", retains)
Result<Object> enter_writer(Object const& self);
AIOCC_PY("def BufferedWriter.__exit__(self, *args: object) -> None")
Result<void> exit_writer(Object const& self, Arguments args);
AIOCC_PY_PROPERTY("BufferedWriter.name: str")
Str name_of_writer(Object const& self);
AIOCC_PY_PROPERTY("BufferedWriter.mode: str")
Str mode_of_writer(Object const& self);
AIOCC_PY_PROPERTY("BufferedWriter.closed: bool")
bool is_closed_writer(Object const& self);

AIOCC_PY("def BufferedReader.read(self, size: object = -1, /) -> bytes")
Result<Bytes> read(Object const& self, Object const& size);
AIOCC_PY("def BufferedReader.read1(self, size: object = -1, /) -> bytes")
Result<Bytes> read_some(Object const& self, Object const& size);
AIOCC_PY("def BufferedReader.readline(self, size: object = -1, /) -> bytes")
Result<Bytes> readline(Object const& self, Object const& size);
AIOCC_PY("def BufferedReader.readlines(self, hint: object = -1, /) -> list[bytes]")
Result<List<Bytes>> readlines(Object const& self, Object const& hint);
AIOCC_PY("def BufferedReader.fileno(self) -> int")
Int fileno_of_reader(Object const& self);
AIOCC_PY("def BufferedReader.isatty(self) -> bool")
bool is_terminal_reader(Object const& self);
AIOCC_PY("def BufferedReader.readable(self) -> bool")
bool is_readable_reader(Object const& self);
AIOCC_PY("def BufferedReader.writable(self) -> bool")
bool is_writable_reader(Object const& self);
/// What has been read already or is there at once; the stream stays where it is.
AIOCC_PY("def BufferedReader.peek(self, size: object = 0, /) -> bytes")
Result<Bytes> peek(Object const& self, Object const& size);
AIOCC_PY("def BufferedReader.seek(self, offset: object, whence: object = 0, /) -> int")
Result<Int> seek(Object const& self, Object const& offset, Object const& whence);
AIOCC_PY("def BufferedReader.seekable(self) -> bool")
bool is_seekable_reader(Object const& self);
AIOCC_PY("def BufferedReader.tell(self) -> int")
Result<Int> tell_reader(Object const& self);
/// Nothing to be written; fails only once it's closed.
AIOCC_PY("def BufferedReader.flush(self) -> None")
Result<void> flush_reader(Object const& self);
AIOCC_PY("def BufferedReader.close(self) -> None")
Result<void> close_reader(Object const& self);
AIOCC_PY("def BufferedReader.__enter__(self) -> object", retains)
Result<Object> enter_reader(Object const& self);
AIOCC_PY("def BufferedReader.__exit__(self, *args: object) -> None")
Result<void> exit_reader(Object const& self, Arguments args);
AIOCC_PY_PROPERTY("BufferedReader.name: str")
Str name_of_reader(Object const& self);
AIOCC_PY_PROPERTY("BufferedReader.mode: str")
Str mode_of_reader(Object const& self);
AIOCC_PY_PROPERTY("BufferedReader.closed: bool")
bool is_closed_reader(Object const& self);

}  // namespace aiocc::_io
