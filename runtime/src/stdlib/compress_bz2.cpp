// The module _compress: bzip2's format.
#include <bzlib.h>

#include <algorithm>
#include <limits>

#include "aiocc/stdlib/compress.hpp"
#include "compress_engine.hpp"

namespace aiocc::_compress {

namespace {

/// Lengths are 32 bits wide to the library.
unsigned clamped(std::size_t size) {
  return static_cast<unsigned>(std::min<std::size_t>(size, std::numeric_limits<unsigned>::max()));
}

class Bz2Engine : public Engine {
 public:
  Progress step(std::string_view& input, char*& room, std::size_t& room_size, bool is_last) override {
    unsigned const input_size = clamped(input.size()), size = clamped(room_size);
    // The library doesn't write to its input.
    state_.next_in = const_cast<char*>(input.data());
    state_.avail_in = input_size;
    state_.next_out = room;
    state_.avail_out = size;
    int const code = run(is_last && input_size == input.size());
    input.remove_prefix(input_size - state_.avail_in);
    room += size - state_.avail_out;
    room_size -= size - state_.avail_out;
    if (code == BZ_STREAM_END) return Progress::End;
    if (code >= 0) return Progress::More;
    error = code;
    return Progress::Error;
  }

 protected:
  virtual int run(bool is_last) = 0;
  bz_stream state_{};
};

class Bz2Compressor : public Bz2Engine {
 public:
  explicit Bz2Compressor(int level) { BZ2_bzCompressInit(&state_, level, 0, 0); }
  ~Bz2Compressor() override { BZ2_bzCompressEnd(&state_); }

 private:
  int run(bool is_last) override {
    if (!is_last && state_.avail_in == 0) return BZ_RUN_OK;
    return BZ2_bzCompress(&state_, is_last ? BZ_FINISH : BZ_RUN);
  }
};

class Bz2Decompressor : public Bz2Engine {
 public:
  Bz2Decompressor() { BZ2_bzDecompressInit(&state_, 0, 0); }
  ~Bz2Decompressor() override { BZ2_bzDecompressEnd(&state_); }

 private:
  int run(bool) override { return BZ2_bzDecompress(&state_); }
};

}  // namespace

Object bz2_compressor(Int const& level) {
  return make_codec(std::make_unique<Bz2Compressor>(static_cast<int>(level.small())));
}

Object bz2_decompressor() { return make_codec(std::make_unique<Bz2Decompressor>()); }

}  // namespace aiocc::_compress
