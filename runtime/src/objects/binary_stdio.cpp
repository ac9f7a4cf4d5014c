// The bytes below the standard streams. They share the text streams' buffers.
#include "aiocc/objects/binary_stdio.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/native.hpp"
#include "convert_arguments.hpp"

namespace aiocc::_io {

namespace {

struct BinaryStreamObject : HeapObject {
  BinaryStreamObject(Type* stream_type, TextStream text_stream)
      : HeapObject(stream_type), text(std::move(text_stream)) {}
  TextStream text;
};

TextStreamObject* stream_of(Object const& self) noexcept { return self.as<BinaryStreamObject>()->text.object(); }

void dealloc_binary(HeapObject* self) noexcept { delete static_cast<BinaryStreamObject*>(self); }

Result<Object> repr_binary(Object const& self) {
  return Str::from_utf8(std::string("<") + type_of(self)->module_name + "." + type_of(self)->name + " name='" +
                        stream_of(self)->name + "'>");
}

Result<Object> iter_binary(Object const& self) { return self; }

/// What comes before `end` of what has been read.
Bytes taken(TextStreamObject* stream, std::size_t end) {
  Bytes const data = Bytes::from(std::string_view(stream->buffer).substr(0, end));
  stream->buffer.erase(0, data.view().size());
  return data;
}

Bytes next_line(TextStreamObject* stream) {
  stream->at_end = false;
  std::size_t searched = 0, end;
  while ((end = stream->buffer.find('\n', searched)) == std::string::npos) {
    searched = stream->buffer.size();
    if (!stream->fill()) break;
  }
  return taken(stream, end == std::string::npos ? end : end + 1);
}

Result<bool> next_of_binary(Object const& self, Object& item) {
  Bytes line = next_line(stream_of(self));
  if (line.length() == 0) return false;
  item = std::move(line);
  return true;
}

bool is_seekable(Object const& self) { return ::lseek(stream_of(self)->descriptor, 0, SEEK_CUR) >= 0; }

Result<void> check_open(Object const& self, char const* what) {
  if (stream_of(self)->closed) return raise_error(value_error_type, what);
  return {};
}

Result<std::int64_t> position_after(Object const& self, std::int64_t offset, int whence) {
  auto const position = ::lseek(stream_of(self)->descriptor, offset, whence);
  if (position < 0) return raise_os_error(errno);
  return position;
}

Result<void> close_text(Object const& self) { return self.as<BinaryStreamObject>()->text.close(); }

Object& unsupported_operation() {
  static auto& error = *new Object;
  return error;
}

}  // namespace

constinit Type buffered_writer_type(
    "BufferedWriter", &object_type, sizeof(BinaryStreamObject),
    Slots{.dealloc = dealloc_binary, .repr = repr_binary, .members = members<buffered_writer_type>}, "_io");
constinit Type buffered_reader_type("BufferedReader", &object_type, sizeof(BinaryStreamObject),
                                    Slots{.dealloc = dealloc_binary,
                                          .repr = repr_binary,
                                          .iter = iter_binary,
                                          .next = next_of_binary,
                                          .members = members<buffered_reader_type>},
                                    "_io");

void use_error(Object const& error) { unsupported_operation() = error; }

// Without the module io nobody can name the error: it's both an OSError and a ValueError.
Raised raise_unsupported(char const* what) {
  Object const& error = unsupported_operation();
  if (!error.bound()) return raise_error(value_error_type, what);
  return raise_value(*error.as<Type>(), Str::from_utf8(what));
}

Object binary_stream(Object const& text_stream) {
  auto const stream = word_cast<TextStream>(text_stream);
  static auto* const made = new Object[3];
  Object& known = made[stream.object()->descriptor];
  if (!known.bound())
    known = Object::adopt(
        new BinaryStreamObject(stream.object()->writable ? &buffered_writer_type : &buffered_reader_type, stream));
  return known;
}

Result<Int> write(Object const& self, Object const& buffer) {
  Bytes const data = PASS(aiocc::detail::bytes_like(buffer));
  if (stream_of(self)->closed) return raise_error(value_error_type, "write to closed file");
  PASS(stream_of(self)->write_bytes(data.view()));
  return data.len();
}

Result<void> writelines(Object const& self, Object const& lines) {
  Iteration iteration = PASS(iterate(lines));
  Object line;
  while (PASS(iteration.next(line))) PASS(write(self, line));
  return {};
}

Result<void> flush_writer(Object const& self) {
  TextStreamObject* stream = stream_of(self);
  // Only what is below the text.
  std::string const text = std::move(stream->buffer);
  stream->buffer.clear();
  Result<void> const flushed = stream->flush();
  stream->buffer = text;
  return flushed;
}

Result<Bytes> read(Object const& self, Object const& size) {
  PASS(check_open(self, "read of closed file"));
  TextStreamObject* stream = stream_of(self);
  std::int64_t const most = size.is(None) ? -1 : PASS(aiocc::detail::index_argument(size));
  stream->at_end = false;
  while ((most < 0 || stream->buffer.size() < static_cast<std::size_t>(most)) && stream->fill()) {}
  return taken(stream, most < 0 ? std::string::npos : static_cast<std::size_t>(most));
}

Result<Bytes> read_some(Object const& self, Object const& size) {
  PASS(check_open(self, "read of closed file"));
  TextStreamObject* stream = stream_of(self);
  std::int64_t const most = size.is(None) ? -1 : PASS(aiocc::detail::index_argument(size));
  stream->at_end = false;
  if (stream->buffer.empty()) (void)stream->fill();
  return taken(stream, most < 0 ? std::string::npos : static_cast<std::size_t>(most));
}

Result<Bytes> readline(Object const& self, Object const& size) {
  PASS(check_open(self, "readline of closed file"));
  std::int64_t const most = size.is(None) ? -1 : PASS(aiocc::detail::index_argument(size));
  Bytes line = next_line(stream_of(self));
  if (most < 0 || line.length() <= most) return line;
  stream_of(self)->buffer.insert(0, line.view().substr(static_cast<std::size_t>(most)));
  return Bytes::from(line.view().substr(0, static_cast<std::size_t>(most)));
}

Result<Bytes> peek(Object const& self, Object const&) {
  PASS(check_open(self, "peek of closed file"));
  TextStreamObject* const stream = stream_of(self);
  stream->at_end = false;
  if (stream->buffer.empty()) (void)stream->fill();
  return Bytes::from(stream->buffer);
}

Result<Int> seek(Object const& self, Object const& offset, Object const& whence) {
  PASS(check_open(self, "seek of closed file"));
  std::int64_t distance = PASS(aiocc::detail::index_argument(offset));
  auto const from = static_cast<int>(PASS(aiocc::detail::index_argument(whence)));
  TextStreamObject* const stream = stream_of(self);
  if (from == SEEK_CUR) distance -= static_cast<std::int64_t>(stream->buffer.size());
  std::int64_t const position = PASS(position_after(self, distance, from));
  stream->buffer.clear();
  stream->at_end = false;
  return Int(position);
}

Result<List<Bytes>> readlines(Object const& self, Object const&) {
  auto lines = List<Bytes>::of();
  for (Bytes line = next_line(stream_of(self)); line.length() > 0; line = next_line(stream_of(self)))
    lines.append(line);
  return lines;
}

Int fileno_of_writer(Object const& self) { return Int(stream_of(self)->descriptor); }
bool is_terminal_writer(Object const& self) { return ::isatty(stream_of(self)->descriptor); }
bool is_readable_writer(Object const&) { return false; }
bool is_writable_writer(Object const&) { return true; }
bool is_seekable_writer(Object const& self) { return is_seekable(self); }
Result<Int> tell_writer(Object const& self) {
  PASS(check_open(self, "I/O operation on closed file"));
  std::int64_t const written = PASS(position_after(self, 0, SEEK_CUR));
  return Int(written + static_cast<std::int64_t>(stream_of(self)->bytes.size()));
}
Result<void> close_writer(Object const& self) { return close_text(self); }
Result<Object> enter_writer(Object const& self) {
  PASS(check_open(self, "I/O operation on closed file."));
  return self;
}
Result<void> exit_writer(Object const& self, Arguments) { return close_text(self); }
Str name_of_writer(Object const& self) { return Str::from_utf8(stream_of(self)->name); }
Str mode_of_writer(Object const&) { return "wb"_s; }
bool is_closed_writer(Object const& self) { return stream_of(self)->closed; }
Int fileno_of_reader(Object const& self) { return Int(stream_of(self)->descriptor); }
bool is_terminal_reader(Object const& self) { return ::isatty(stream_of(self)->descriptor); }
bool is_readable_reader(Object const&) { return true; }
bool is_writable_reader(Object const&) { return false; }
bool is_seekable_reader(Object const& self) { return is_seekable(self); }
Result<Int> tell_reader(Object const& self) {
  PASS(check_open(self, "I/O operation on closed file"));
  std::int64_t const read = PASS(position_after(self, 0, SEEK_CUR));
  return Int(read - static_cast<std::int64_t>(stream_of(self)->buffer.size()));
}
Result<void> flush_reader(Object const& self) { return check_open(self, "I/O operation on closed file."); }
Result<void> close_reader(Object const& self) { return close_text(self); }
Result<Object> enter_reader(Object const& self) {
  PASS(check_open(self, "I/O operation on closed file."));
  return self;
}
Result<void> exit_reader(Object const& self, Arguments) { return close_text(self); }
Str name_of_reader(Object const& self) { return Str::from_utf8(stream_of(self)->name); }
Str mode_of_reader(Object const&) { return "rb"_s; }
bool is_closed_reader(Object const& self) { return stream_of(self)->closed; }

}  // namespace aiocc::_io
