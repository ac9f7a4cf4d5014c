// sys.stdin, sys.stdout and sys.stderr, and print() and input() over them.
#include "aiocc/objects/stdio.hpp"

#include <unistd.h>

#include <cerrno>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/str_builder.hpp"
#include "aiocc/objects/text_builtins.hpp"
#include "codecs.hpp"
#include "convert_arguments.hpp"

namespace aiocc {

namespace {

/// As io.DEFAULT_BUFFER_SIZE.
constexpr std::size_t buffer_size = 8192;

/// Writes everything, or says why not.
int write_fully(int descriptor, std::string_view data) noexcept {
  while (!data.empty()) {
    ssize_t count = ::write(descriptor, data.data(), data.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    data.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

TextStreamObject* make_stream(int descriptor, char const* name, bool writable) {
  bool is_stderr = descriptor == STDERR_FILENO;
  auto* stream = new TextStreamObject(descriptor, name, writable, writable && (is_stderr || ::isatty(descriptor)), is_stderr);
  stream->references = immortal_references;
  return stream;
}

TextStreamObject* standard_output() {
  static TextStreamObject* stream = make_stream(STDOUT_FILENO, "<stdout>", true);
  return stream;
}
TextStreamObject* standard_errors() {
  static TextStreamObject* stream = make_stream(STDERR_FILENO, "<stderr>", true);
  return stream;
}
TextStreamObject* standard_input() {
  static TextStreamObject* stream = make_stream(STDIN_FILENO, "<stdin>", false);
  return stream;
}

}  // namespace

constinit detail::StreamStorage detail::stream_storage;

StandardStreams& standard_streams() noexcept {
  StandardStreams& streams = detail::stream_storage.streams;
  if (!streams.output.bound()) {
    streams.input = Object::share(standard_input());
    streams.output = Object::share(standard_output());
    streams.errors = Object::share(standard_errors());
  }
  return streams;
}

void replace_standard_stream(Str const& name, Object const& value) noexcept {
  if (name.equals("stdin")) standard_streams().input = value;
  if (name.equals("stdout")) standard_streams().output = value;
  if (name.equals("stderr")) standard_streams().errors = value;
}

void write_stderr(std::string_view utf8) noexcept {
  (void)standard_errors()->flush();
  (void)write_fully(STDERR_FILENO, utf8);
}

bool flush_standard_streams() noexcept {
  bool fine = true;
  for (TextStreamObject* stream : {standard_output(), standard_errors()}) {
    if (int error = write_fully(stream->descriptor, stream->buffer)) {
      errno = error;
      fine = false;
    }
    stream->buffer.clear();
  }
  return fine;
}

Result<void> TextStreamObject::write(Str const& text) {
  std::size_t start = buffer.size();
  if (text.is_ascii()) {
    buffer += text.ascii_view();
  } else if (Result<void> encoded = detail::encode_utf8(text, escapes ? "backslashreplace"_s : "strict"_s, buffer); !encoded) {
    buffer.resize(start);
    return raised;
  }
  bool full = buffer.size() > buffer_size || (line_buffered && buffer.find_first_of("\n\r", start) != std::string::npos);
  return full ? flush() : Result<void>();
}

Result<void> TextStreamObject::flush() noexcept {
  if (!writable || buffer.empty()) return {};
  int error = write_fully(descriptor, buffer);
  buffer.clear();
  if (error) return raise_os_error(error);
  return {};
}

/// Reads more; false at the end of the file (or an error, which ends it too).
bool TextStreamObject::fill() {
  if (at_end) return false;
  char chunk[buffer_size];
  ssize_t count;
  do {
    count = ::read(descriptor, chunk, sizeof(chunk));
  } while (count < 0 && errno == EINTR);
  if (count <= 0) {
    at_end = true;
    return false;
  }
  buffer.append(chunk, static_cast<std::size_t>(count));
  return true;
}

namespace {

/// Line ends of any kind as "\n".
std::string with_universal_newlines(std::string_view text) {
  std::string result;
  result.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '\r') {
      result += '\n';
      if (i + 1 < text.size() && text[i + 1] == '\n') ++i;
    } else {
      result += text[i];
    }
  }
  return result;
}

Result<Str> decoded(std::string_view text) {
  return detail::decode_utf8(with_universal_newlines(text), "strict"_s);
}

}  // namespace

Result<Str> TextStreamObject::read_line() {
  at_end = false;
  std::size_t searched = 0, end;
  // A carriage return may be half of a line end: look at what follows.
  auto needs_more = [&] {
    end = buffer.find_first_of("\n\r", searched);
    searched = buffer.size();
    return end == std::string::npos || (buffer[end] == '\r' && end + 1 == buffer.size());
  };
  while (needs_more() && fill()) searched = end == std::string::npos ? searched : end;
  if (end == std::string::npos)
    end = buffer.size();
  else
    end += buffer.compare(end, 2, "\r\n") == 0 ? 2 : 1;
  std::string line = buffer.substr(0, end);
  buffer.erase(0, end);
  return decoded(line);
}

Result<Str> TextStreamObject::read_all() {
  at_end = false;
  while (fill()) {
  }
  std::string text = std::move(buffer);
  buffer.clear();
  return decoded(text);
}

namespace {

/// io.UnsupportedOperation, which is a ValueError and an OSError in Python; here a ValueError.
Raised not_open_for(char const* what) { return raise_error(value_error_type, what); }

}  // namespace

Result<Int> TextStream::write(Object const& text) const {
  Str checked = PASS(detail::str_argument(text, "write", ""));
  if (!object()->writable) return not_open_for("not writable");
  PASS(object()->write(checked));
  return checked.len();
}

Result<void> TextStream::writelines(Object const& lines) const {
  Iteration iteration = PASS(iterate(lines));
  Object line;
  while (PASS(iteration.next(line))) PASS(write(line));
  return {};
}

Result<void> TextStream::flush() const { return object()->flush(); }
bool TextStream::isatty() const noexcept { return ::isatty(object()->descriptor); }
Int TextStream::fileno() const noexcept { return Int(object()->descriptor); }
Str TextStream::name() const noexcept { return Str::from_utf8(object()->name); }

Result<Str> TextStream::readline(Object const& size) const {
  if (object()->writable) return not_open_for("not readable");
  if (!size.is(None) && PASS(detail::index_argument(size)) >= 0)
    return raise_error(not_implemented_error_type, "aiocc: readline() with a size isn't supported");
  return object()->read_line();
}

Result<Str> TextStream::read(Object const& size) const {
  if (object()->writable) return not_open_for("not readable");
  if (!size.is(None) && PASS(detail::index_argument(size)) >= 0)
    return raise_error(not_implemented_error_type, "aiocc: read() with a size isn't supported");
  return object()->read_all();
}

Result<List<Str>> TextStream::readlines(Object const&) const {
  if (object()->writable) return not_open_for("not readable");
  auto lines = List<Str>::of();
  for (;;) {
    Str line = PASS(object()->read_line());
    if (line.is_empty()) return lines;
    lines.append(line);
  }
}

namespace {

TextStreamObject* stream_of(Object const& self) noexcept { return self.as<TextStreamObject>(); }

Result<Object> repr_stream(Object const& self) {
  char const* mode = stream_of(self)->writable ? "w" : "r";
  return Str::from_utf8(std::string("<_io.TextIOWrapper name='") + stream_of(self)->name + "' mode='" + mode + "' encoding='utf-8'>");
}
Result<Object> iter_stream(Object const& self) { return self; }
Result<bool> next_line(Object const& self, Object& item) {
  if (stream_of(self)->writable) return not_open_for("not readable");
  Str line = PASS(stream_of(self)->read_line());
  if (line.is_empty()) return false;
  item = std::move(line);
  return true;
}
void dealloc_stream(HeapObject* self) noexcept { delete static_cast<TextStreamObject*>(self); }

}  // namespace

constinit Type text_stream_type("TextIOWrapper", &object_type, sizeof(TextStreamObject),
                                Slots{.dealloc = dealloc_stream, .repr = repr_stream, .iter = iter_stream, .next = next_line,
                                      .members = members<text_stream_type>},
                                "_io");

namespace builtins {

namespace {

/// Where print() writes: one of our streams, or any object with a write method.
struct Destination {
  Object file;
  TextStreamObject* stream = nullptr;

  explicit Destination(Object const& given) : file(given.is(None) || !given.bound() ? standard_streams().output : given) {
    if (file.is_heap() && file.heap()->type == &text_stream_type && stream_of(file)->writable) stream = stream_of(file);
  }
  Result<void> write(Str const& text) {
    if (stream) [[likely]] return stream->write(text);
    PASS(call_method(file, "write"_s, text));
    return {};
  }
  Result<void> flush() {
    if (stream) return stream->flush();
    PASS(call_method(file, "flush"_s));
    return {};
  }
};

Result<Str> separator(Object const& given, Str fallback, char const* name) {
  if (!given.bound() || given.is(None)) return fallback;
  if (is_any_str(given)) return word_cast<Str>(given);
  return raise_error(type_error_type,
                     std::string(name) + " must be None or a string, not " + aiocc::detail::type_name(given));
}

}  // namespace

Result<void> print(Str const& value) {
  Destination destination(None);
  if (destination.file.is(None)) return {};
  PASS(destination.write(value));
  return destination.write("\n"_s);
}

Result<void> print(Arguments args, Object const& sep, Object const& end, Object const& file, Object const& flush) {
  Destination destination(file);
  if (destination.file.is(None)) return {};
  Str between = PASS(separator(sep, " "_s, "sep"));
  Str last = PASS(separator(end, "\n"_s, "end"));
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (i > 0) PASS(destination.write(between));
    Str text = PASS(operators::str(args[i]));
    PASS(destination.write(text));
  }
  PASS(destination.write(last));
  if (PASS(operators::truth(flush))) PASS(destination.flush());
  return {};
}

Result<Str> input(Object const& prompt) {
  Destination destination(None);
  if (prompt.bound()) {
    Str text = PASS(operators::str(prompt));
    PASS(destination.write(text));
  }
  PASS(destination.flush());
  Object source = standard_streams().input;
  Str line;
  if (source.is_heap() && source.heap()->type == &text_stream_type)
    line = PASS(stream_of(source)->read_line());
  else
    line = PASS(operators::str(PASS(call_method(source, "readline"_s))));
  if (line.is_empty()) return raise_error(eof_error_type, "EOF when reading a line");
  std::int64_t length = line.length();
  return line[length - 1] == '\n' ? line.substring(0, length - 1) : line;
}

}  // namespace builtins

}  // namespace aiocc
