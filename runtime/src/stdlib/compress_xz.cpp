// The module _compress: the formats of xz.
#include <lzma.h>

#include <limits>

#include "aiocc/stdlib/compress.hpp"
#include "compress_engine.hpp"

namespace aiocc::_compress {

namespace {

constexpr std::int64_t format_any = 0, format_xz = 1;

class XzEngine : public Engine {
 public:
  ~XzEngine() override { lzma_end(&state_); }

  lzma_stream& state() noexcept { return state_; }

  Progress step(std::string_view& input, char*& room, std::size_t& room_size, bool is_last) override {
    state_.next_in = reinterpret_cast<std::uint8_t const*>(input.data());
    state_.avail_in = input.size();
    state_.next_out = reinterpret_cast<std::uint8_t*>(room);
    state_.avail_out = room_size;
    lzma_ret code = lzma_code(&state_, is_last ? LZMA_FINISH : LZMA_RUN);
    input.remove_prefix(input.size() - state_.avail_in);
    room = reinterpret_cast<char*>(state_.next_out);
    room_size = state_.avail_out;
    if (code == LZMA_GET_CHECK || code == LZMA_NO_CHECK) {
      check = static_cast<int>(lzma_get_check(&state_));
      code = LZMA_OK;
    }
    if (code == LZMA_STREAM_END) return Progress::End;
    // No progress was possible: there's no more input.
    if (code == LZMA_OK || code == LZMA_BUF_ERROR) return Progress::More;
    error = static_cast<int>(code);
    return Progress::Error;
  }

 private:
  lzma_stream state_ = LZMA_STREAM_INIT;
};

}  // namespace

Object xz_compressor(Int const& format, Int const& check, Int const& preset) {
  auto engine = std::make_unique<XzEngine>();
  auto const level = static_cast<std::uint32_t>(preset.small());
  lzma_ret code = LZMA_OPTIONS_ERROR;
  if (format.small() == format_xz) {
    engine->check = check.small() < 0 ? LZMA_CHECK_CRC64 : static_cast<int>(check.small());
    code = lzma_easy_encoder(&engine->state(), level, static_cast<lzma_check>(engine->check));
  } else if (lzma_options_lzma options; !lzma_lzma_preset(&options, level)) {
    code = lzma_alone_encoder(&engine->state(), &options);
  }
  if (code != LZMA_OK) return None;
  return make_codec(std::move(engine));
}

Object xz_decompressor(Int const& format, Int const& memory_limit) {
  auto engine = std::make_unique<XzEngine>();
  std::uint64_t const most = memory_limit.small() < 0 ? std::numeric_limits<std::uint64_t>::max()
                                                      : static_cast<std::uint64_t>(memory_limit.small());
  std::uint32_t const tells = LZMA_TELL_ANY_CHECK | LZMA_TELL_NO_CHECK;
  // What isn't known before the stream's header is read.
  engine->check = 16;
  lzma_ret const code = format.small() == format_any  ? lzma_auto_decoder(&engine->state(), most, tells)
                        : format.small() == format_xz ? lzma_stream_decoder(&engine->state(), most, tells)
                                                      : lzma_alone_decoder(&engine->state(), most);
  if (code != LZMA_OK) return None;
  return make_codec(std::move(engine));
}

}  // namespace aiocc::_compress
