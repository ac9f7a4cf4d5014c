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
AIOCC_PY_PROPERTY("BufferedReader.name: str")
Str name_of_reader(Object const& self);
AIOCC_PY_PROPERTY("BufferedReader.mode: str")
Str mode_of_reader(Object const& self);
AIOCC_PY_PROPERTY("BufferedReader.closed: bool")
bool is_closed_reader(Object const& self);

}  // namespace aiocc::_io
