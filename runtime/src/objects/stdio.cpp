// sys.stdin, sys.stdout and sys.stderr, and print() and input() over them.
#include "aiocc/objects/stdio.hpp"

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

#include "aiocc/objects/binary_stdio.hpp"
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

/// As io.DEFAULT_BUFFER_SIZE, and TextIOWrapper's chunk.
constexpr std::size_t buffer_size = 8192;

/// How many bytes wait below the text of a standard stream: as open() has it, a block of what is written to.
std::size_t kept_bytes(int descriptor) noexcept {
  auto const block_of = [](int each) noexcept -> std::size_t {
    struct stat status;
    return ::fstat(each, &status) == 0 && status.st_blksize > 1 ? static_cast<std::size_t>(status.st_blksize)
                                                                : buffer_size;
  };
  static std::size_t const of_output = block_of(STDOUT_FILENO);
  static std::size_t const of_errors = block_of(STDERR_FILENO);
  return descriptor == STDOUT_FILENO ? of_output : of_errors;
}

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

bool is_open(int descriptor) noexcept {
  struct stat status;
  return ::fstat(descriptor, &status) == 0;
}

/// Whether a standard descriptor was open when the process began. What the program opens later may get the number of one that wasn't.
bool was_open(int descriptor) noexcept {
  static bool const open[] = {is_open(STDIN_FILENO), is_open(STDOUT_FILENO), is_open(STDERR_FILENO)};
  return open[descriptor];
}
[[maybe_unused]] bool const has_looked = was_open(STDIN_FILENO);

TextStreamObject* make_stream(int descriptor, char const* name, bool writable) {
  bool is_stderr = descriptor == STDERR_FILENO;
  auto* stream = new TextStreamObject(descriptor, name, writable, writable && (is_stderr || ::isatty(descriptor)),
                                      is_stderr ? "backslashreplace"_s : "strict"_s);
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
    streams.input = was_open(STDIN_FILENO) ? Object::share(standard_input()) : None;
    streams.output = was_open(STDOUT_FILENO) ? Object::share(standard_output()) : None;
    streams.errors = was_open(STDERR_FILENO) ? Object::share(standard_errors()) : None;
  }
  return streams;
}

void replace_standard_stream(Str const& name, Object const& value) noexcept {
  if (name.equals("stdin")) standard_streams().input = value;
  if (name.equals("stdout")) standard_streams().output = value;
  if (name.equals("stderr")) standard_streams().errors = value;
}

void write_stderr(std::string_view utf8) noexcept {
  if (!was_open(STDERR_FILENO)) return;
  (void)standard_errors()->flush();
  (void)write_fully(STDERR_FILENO, utf8);
}

bool flush_standard_streams() noexcept {
  bool fine = true;
  for (TextStreamObject* stream : {standard_output(), standard_errors()}) {
    if (stream->flush()) continue;
    fine = false;
    Ref<BaseException> const error = take_error();
    if (stream != standard_output()) continue;
    write_stderr("Exception ignored on flushing sys.stdout:\n");
    print_exception(error);
  }
  return fine;
}

namespace {

AIOCC_COLD Raised raise_closed() { return raise_error(value_error_type, "I/O operation on closed file."); }

/// BufferedWriter.write: what doesn't fit behind the bytes that wait lets those go first. 0, or why not.
int put_bytes(TextStreamObject& stream, std::string_view data) noexcept {
  std::size_t const kept = kept_bytes(stream.descriptor);
  if (stream.bytes.size() + data.size() <= kept) {
    stream.bytes += data;
    return 0;
  }
  int error = write_fully(stream.descriptor, stream.bytes);
  stream.bytes.clear();
  if (error == 0 && data.size() > kept) return write_fully(stream.descriptor, data);
  if (error == 0) stream.bytes = data;
  return error;
}

/// The text that waits becomes bytes that wait: what stands before `first`, and then the rest.
int hand_down(TextStreamObject& stream, std::size_t first) noexcept {
  std::string_view const text = stream.buffer;
  int error = first == 0 ? 0 : put_bytes(stream, text.substr(0, first));
  if (error == 0 && first < text.size()) error = put_bytes(stream, text.substr(first));
  stream.buffer.clear();
  return error;
}

}  // namespace

Result<void> TextStreamObject::write(Str const& text) {
  if (closed) [[unlikely]]
    return raise_closed();
  std::size_t start = buffer.size();
  if (text.is_ascii()) {
    buffer += text.ascii_view();
  } else if (Result<void> encoded = detail::encode_utf8(text, errors, buffer); !encoded) {
    buffer.resize(start);
    return raised;
  }
  bool const ends_line = line_buffered && buffer.find_first_of("\n\r", start) != std::string::npos;
  if (ends_line) return flush();
  if (buffer.size() < buffer_size) return {};
  // A long text isn't joined to what waits.
  if (int const error = hand_down(*this, buffer.size() - start < buffer_size ? 0 : start)) return raise_os_error(error);
  return {};
}

Result<void> TextStreamObject::flush() noexcept {
  if (!writable || (buffer.empty() && bytes.empty())) return {};
  if (int const error = write_out()) return raise_os_error(error);
  return {};
}

/// 0, or why not.
int TextStreamObject::write_out() noexcept {
  int error = hand_down(*this, 0);
  if (error == 0) error = write_fully(descriptor, bytes);
  bytes.clear();
  return error;
}

Result<void> TextStreamObject::write_bytes(std::string_view data) {
  if (int const error = put_bytes(*this, data)) return raise_os_error(error);
  return {};
}

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

Result<Str> decoded(std::string_view text) { return detail::decode_utf8(with_universal_newlines(text), "strict"_s); }

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
  while (fill()) {}
  std::string text = std::move(buffer);
  buffer.clear();
  return decoded(text);
}

Result<Str> TextStreamObject::read(std::int64_t size) {
  StrBuilder text;
  std::int64_t left = size;
  while (left > 0) {
    Str const line = PASS(read_line());
    if (line.is_empty()) break;
    std::int64_t const taken = std::min(left, line.length());
    text.append(line.substring(0, taken));
    left -= taken;
    // The rest of the line is read next time.
    if (taken < line.length()) buffer.insert(0, line.substring(taken, line.length()).utf8());
  }
  return text.finish();
}

namespace {

AIOCC_COLD Raised not_open_for(char const* what) { return _io::raise_unsupported(what); }

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

Result<void> TextStream::flush() const {
  if (object()->closed) return raise_closed();
  return object()->flush();
}
bool TextStream::seekable() const noexcept { return ::lseek(object()->descriptor, 0, SEEK_CUR) >= 0; }

Result<void> TextStream::close() const {
  if (object()->closed) return {};
  PASS(object()->flush());
  object()->closed = true;
  return {};
}

Result<void> TextStream::exit(Arguments) const { return close(); }

Object TextStream::buffer() const { return _io::binary_stream(*this); }

Result<void> TextStream::reconfigure(Object const& encoding, Object const& errors, Object const& newline,
                                     Object const& line_buffering, Object const& write_through) const {
  if (is_any_str(encoding)) {
    std::string const name = word_cast<Str>(encoding).lower().utf8();
    if (name != "utf-8" && name != "utf8" && name != "utf_8")
      return raise_error(not_implemented_error_type, "aiocc: the standard streams are in UTF-8");
  }
  if (!newline.is(None))
    return raise_error(not_implemented_error_type, "aiocc: reconfigure() with a newline isn't supported");
  PASS(object()->flush());
  if (is_any_str(errors))
    object()->errors = word_cast<Str>(errors);
  else if (!encoding.is(None))
    object()->errors = "strict"_s;
  if (!line_buffering.is(None)) object()->line_buffered = PASS(operators::truth(line_buffering));
  // Text that isn't kept back at all is seen no later than line by line.
  if (!write_through.is(None) && PASS(operators::truth(write_through))) object()->line_buffered = true;
  return {};
}
bool TextStream::isatty() const noexcept { return ::isatty(object()->descriptor); }
Int TextStream::fileno() const noexcept { return Int(object()->descriptor); }
Str TextStream::name() const noexcept { return Str::from_utf8(object()->name); }

Result<Str> TextStream::readline(Object const& size) const {
  if (object()->writable) return not_open_for("not readable");
  if (object()->closed) return raise_closed();
  std::int64_t const most = size.is(None) ? -1 : PASS(detail::index_argument(size));
  Str const line = PASS(object()->read_line());
  if (most < 0 || line.length() <= most) return line;
  object()->buffer.insert(0, line.substring(most, line.length()).utf8());
  return line.substring(0, most);
}

Result<Str> TextStream::read(Object const& size) const {
  if (object()->writable) return not_open_for("not readable");
  if (object()->closed) return raise_closed();
  std::int64_t const most = size.is(None) ? -1 : PASS(detail::index_argument(size));
  return most < 0 ? object()->read_all() : object()->read(most);
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
  return Str::from_utf8(std::string("<_io.TextIOWrapper name='") + stream_of(self)->name + "' mode='" + mode +
                        "' encoding='utf-8'>");
}
Result<Object> iter_stream(Object const& self) { return self; }
Result<bool> next_line(Object const& self, Object& item) {
  if (stream_of(self)->writable) return not_open_for("not readable");
  if (stream_of(self)->closed) return raise_closed();
  Str line = PASS(stream_of(self)->read_line());
  if (line.is_empty()) return false;
  item = std::move(line);
  return true;
}
void dealloc_stream(HeapObject* self) noexcept { delete static_cast<TextStreamObject*>(self); }

}  // namespace

constinit Type text_stream_type("_io.TextIOWrapper", &object_type, sizeof(TextStreamObject),
                                Slots{.dealloc = dealloc_stream,
                                      .repr = repr_stream,
                                      .iter = iter_stream,
                                      .next = next_line,
                                      .members = members<text_stream_type>},
                                "_io");

namespace builtins {

namespace {

/// Where print() writes: one of our streams, or any object with a write method.
struct Destination {
  Object file;
  TextStreamObject* stream = nullptr;

  explicit Destination(Object const& given)
      : file(given.is(None) || !given.bound() ? standard_streams().output : given) {
    if (file.is_heap() && file.heap()->type == &text_stream_type && stream_of(file)->writable) stream = stream_of(file);
  }
  Result<void> write(Str const& text) {
    if (stream) [[likely]]
      return stream->write(text);
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

namespace {

Result<void> check_stream(Object const& stream, char const* name) {
  if (stream.bound() && !stream.is(None)) return {};
  return raise_error(runtime_error_type, std::string("input(): lost sys.") + name);
}

}  // namespace

Result<Str> input(Object const& prompt) {
  PASS(check_stream(standard_streams().input, "stdin"));
  PASS(check_stream(standard_streams().output, "stdout"));
  PASS(check_stream(standard_streams().errors, "stderr"));
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
