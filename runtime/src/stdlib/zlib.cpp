// The module zlib, by the library of that name.
#include "aiocc/stdlib/zlib.hpp"

#include <zlib.h>

#include <cstring>
#include <limits>

#include "../objects/convert_arguments.hpp"
#include "../objects/exceptions.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/native.hpp"

namespace aiocc::zlib {

namespace {

constexpr std::size_t chunk_size = 16384;

std::uint8_t* input_of(std::string_view data) {
  return const_cast<std::uint8_t*>(reinterpret_cast<std::uint8_t const*>(data.data()));
}

Raised raise_zlib(z_stream const& stream, int code, char const* doing) {
  char const* detail = stream.msg;
  if (code == Z_BUF_ERROR) detail = "incomplete or truncated stream";
  if (code == Z_STREAM_ERROR && !detail) detail = "inconsistent stream state";
  if (code == Z_DATA_ERROR && !detail) detail = "invalid input data";
  std::string text = "Error " + std::to_string(code) + " " + doing;
  if (detail) text += std::string(": ") + detail;
  return raise_error(zlib_error_type, text);
}

enum class Direction : std::uint8_t { Compress, Decompress };

/// A stream of the library's that is given back at the end.
struct Stream {
  explicit Stream(Direction stream_direction) : direction(stream_direction) {}
  Stream(Stream const&) = delete;
  Stream& operator=(Stream const&) = delete;
  ~Stream() {
    if (!is_open) return;
    if (direction == Direction::Compress)
      deflateEnd(&state);
    else
      inflateEnd(&state);
  }

  int run(int flush) { return direction == Direction::Compress ? deflate(&state, flush) : inflate(&state, flush); }

  /// Appends what comes out for the input that's set, up to `most` bytes; the last code.
  int pump(int flush, std::string& output, std::size_t most = std::numeric_limits<std::size_t>::max()) {
    int code = Z_OK;
    do {
      std::size_t const room = std::min(chunk_size, most - output.size());
      std::size_t const filled = output.size();
      output.resize(filled + room);
      state.next_out = reinterpret_cast<std::uint8_t*>(output.data() + filled);
      state.avail_out = static_cast<unsigned>(room);
      code = run(flush);
      output.resize(filled + room - state.avail_out);
    } while (code == Z_OK && state.avail_out == 0 && output.size() < most);
    return code;
  }

  void set_input(std::string_view data) {
    state.next_in = input_of(data);
    state.avail_in = static_cast<unsigned>(data.size());
  }

  Direction direction;
  bool is_open = false;
  z_stream state{};
};

struct CompressorObject : HeapObject {
  CompressorObject() : HeapObject(&compressor_type), stream(Direction::Compress) {}
  Stream stream;
};

struct DecompressorObject : HeapObject {
  DecompressorObject() : HeapObject(&decompressor_type), stream(Direction::Decompress) {}
  Stream stream;
  bool at_end = false;
  std::string unused;
  std::string tail;
  std::string dictionary;
};

CompressorObject* compressor_of(Object const& self) { return self.as<CompressorObject>(); }
DecompressorObject* decompressor_of(Object const& self) { return self.as<DecompressorObject>(); }

void dealloc_compressor(HeapObject* self) noexcept { delete static_cast<CompressorObject*>(self); }
void dealloc_decompressor(HeapObject* self) noexcept { delete static_cast<DecompressorObject*>(self); }

/// Goes on behind what has come out, with the dictionary where the data asks for it.
int decompress_into(DecompressorObject& object, std::string& output, std::size_t most) {
  int code = object.stream.pump(Z_SYNC_FLUSH, output, most);
  if (code == Z_NEED_DICT && !object.dictionary.empty()) {
    code = inflateSetDictionary(&object.stream.state, input_of(object.dictionary),
                                static_cast<unsigned>(object.dictionary.size()));
    if (code == Z_OK) code = object.stream.pump(Z_SYNC_FLUSH, output, most);
  }
  return code;
}

/// Keeps what the stream didn't take.
void keep_rest(DecompressorObject& object, int code) {
  std::string const rest(reinterpret_cast<char const*>(object.stream.state.next_in), object.stream.state.avail_in);
  object.tail.clear();
  if (code == Z_STREAM_END) {
    object.at_end = true;
    object.unused += rest;
  } else {
    object.tail = rest;
  }
}

}  // namespace

constinit Type zlib_error_type("error", &exception_type, 0, {}, "zlib");
constinit Type compressor_type("zlib.Compress", &object_type, sizeof(CompressorObject),
                               Slots{.dealloc = dealloc_compressor, .members = members<compressor_type>}, "zlib");
constinit Type decompressor_type("zlib.Decompress", &object_type, sizeof(DecompressorObject),
                                 Slots{.dealloc = dealloc_decompressor, .members = members<decompressor_type>}, "zlib");

Result<Int> adler32(Object const& data, Int const& value) {
  Bytes const bytes = PASS(aiocc::detail::bytes_like(data));
  return Int(static_cast<std::int64_t>(
      adler32_z(static_cast<uLong>(value.small()), input_of(bytes.view()), bytes.view().size())));
}

Result<Int> crc32(Object const& data, Int const& value) {
  Bytes const bytes = PASS(aiocc::detail::bytes_like(data));
  return Int(static_cast<std::int64_t>(
      crc32_z(static_cast<uLong>(value.small()), input_of(bytes.view()), bytes.view().size())));
}

Result<Bytes> compress(Object const& data, Int const& level, Int const& window_bits) {
  Bytes const bytes = PASS(aiocc::detail::bytes_like(data));
  Stream stream(Direction::Compress);
  int code = deflateInit2(&stream.state, static_cast<int>(level.small()), Z_DEFLATED,
                          static_cast<int>(window_bits.small()), 8, Z_DEFAULT_STRATEGY);
  if (code == Z_STREAM_ERROR) return raise_error(zlib_error_type, "Bad compression level");
  if (code != Z_OK) return raise_zlib(stream.state, code, "while compressing data");
  stream.is_open = true;
  stream.set_input(bytes.view());
  std::string output;
  code = stream.pump(Z_FINISH, output);
  if (code != Z_STREAM_END) return raise_zlib(stream.state, code, "while compressing data");
  return Bytes::from(output);
}

Result<Bytes> decompress(Object const& data, Int const& window_bits, Int const&) {
  Bytes const bytes = PASS(aiocc::detail::bytes_like(data));
  Stream stream(Direction::Decompress);
  int code = inflateInit2(&stream.state, static_cast<int>(window_bits.small()));
  if (code != Z_OK) return raise_zlib(stream.state, code, "while preparing to decompress data");
  stream.is_open = true;
  stream.set_input(bytes.view());
  std::string output;
  code = stream.pump(Z_SYNC_FLUSH, output);
  if (code == Z_OK) code = Z_BUF_ERROR;
  if (code != Z_STREAM_END) return raise_zlib(stream.state, code, "while decompressing data");
  return Bytes::from(output);
}

Result<Object> compressobj(Int const& level, Int const& method, Int const& window_bits, Int const& memory_level,
                           Int const& strategy, Object const& dictionary) {
  auto* made = new CompressorObject;
  Object const owner = Object::adopt(made);
  int const code = deflateInit2(&made->stream.state, static_cast<int>(level.small()), static_cast<int>(method.small()),
                                static_cast<int>(window_bits.small()), static_cast<int>(memory_level.small()),
                                static_cast<int>(strategy.small()));
  if (code == Z_STREAM_ERROR) return raise_error(value_error_type, "Invalid initialization option");
  if (code != Z_OK) return raise_zlib(made->stream.state, code, "while creating compression object");
  made->stream.is_open = true;
  if (!dictionary.is(None)) {
    Bytes const bytes = PASS(aiocc::detail::bytes_like(dictionary));
    if (deflateSetDictionary(&made->stream.state, input_of(bytes.view()), static_cast<unsigned>(bytes.view().size())) !=
        Z_OK)
      return raise_error(value_error_type, "Invalid dictionary");
  }
  return owner;
}

Result<Object> decompressobj(Int const& window_bits, Object const& dictionary) {
  auto* made = new DecompressorObject;
  Object const owner = Object::adopt(made);
  made->dictionary = PASS(aiocc::detail::bytes_like(dictionary)).view();
  int const code = inflateInit2(&made->stream.state, static_cast<int>(window_bits.small()));
  if (code == Z_STREAM_ERROR) return raise_error(value_error_type, "Invalid initialization option");
  if (code != Z_OK) return raise_zlib(made->stream.state, code, "while creating decompression object");
  made->stream.is_open = true;
  return owner;
}

Result<Bytes> compress_more(Object const& self, Object const& data) {
  Bytes const bytes = PASS(aiocc::detail::bytes_like(data));
  Stream& stream = compressor_of(self)->stream;
  stream.set_input(bytes.view());
  std::string output;
  int const code = stream.pump(Z_NO_FLUSH, output);
  if (code != Z_OK && code != Z_BUF_ERROR) return raise_zlib(stream.state, code, "while compressing data");
  return Bytes::from(output);
}

Result<Bytes> flush_compressor(Object const& self, Int const& mode) {
  Stream& stream = compressor_of(self)->stream;
  std::string output;
  if (mode.small() == Z_NO_FLUSH) return Bytes::from(output);
  stream.set_input({});
  int const code = stream.pump(static_cast<int>(mode.small()), output);
  if (code != Z_OK && code != Z_BUF_ERROR && code != Z_STREAM_END)
    return raise_zlib(stream.state, code, "while flushing");
  return Bytes::from(output);
}

Result<Bytes> decompress_more(Object const& self, Object const& data, Int const& max_length) {
  if (max_length.small() < 0) return raise_error(value_error_type, "max_length must be non-negative");
  Bytes const bytes = PASS(aiocc::detail::bytes_like(data));
  DecompressorObject& object = *decompressor_of(self);
  if (object.at_end) {
    object.unused += bytes.view();
    return Bytes::from({});
  }
  object.stream.set_input(bytes.view());
  std::string output;
  std::size_t const most =
      max_length.small() == 0 ? std::numeric_limits<std::size_t>::max() : static_cast<std::size_t>(max_length.small());
  int const code = decompress_into(object, output, most);
  keep_rest(object, code);
  if (code != Z_OK && code != Z_BUF_ERROR && code != Z_STREAM_END)
    return raise_zlib(object.stream.state, code, "while decompressing data");
  return Bytes::from(output);
}

Result<Bytes> flush_decompressor(Object const& self, Int const& length) {
  if (length.small() <= 0) return raise_error(value_error_type, "length must be greater than zero");
  DecompressorObject& object = *decompressor_of(self);
  if (object.at_end) return Bytes::from({});
  std::string const rest = std::move(object.tail);
  object.stream.set_input(rest);
  std::string output;
  int const code = decompress_into(object, output, std::numeric_limits<std::size_t>::max());
  keep_rest(object, code);
  if (code != Z_OK && code != Z_BUF_ERROR && code != Z_STREAM_END)
    return raise_zlib(object.stream.state, code, "while flushing");
  return Bytes::from(output);
}

bool is_at_end(Object const& self) { return decompressor_of(self)->at_end; }
Bytes unused_data(Object const& self) { return Bytes::from(decompressor_of(self)->unused); }
Bytes unconsumed_tail(Object const& self) { return Bytes::from(decompressor_of(self)->tail); }

}  // namespace aiocc::zlib
