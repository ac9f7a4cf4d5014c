// The module _compress: how data goes through a stream, whichever library's.
#include "aiocc/stdlib/compress.hpp"

#include <algorithm>
#include <limits>
#include <mutex>

#include "../objects/convert_arguments.hpp"
#include "aiocc/core/threads.hpp"
#include "aiocc/objects/native.hpp"
#include "compress_engine.hpp"

namespace aiocc::_compress {

namespace {

constexpr std::size_t chunk_size = 32768;

struct CodecObject : HeapObject {
  explicit CodecObject(std::unique_ptr<Engine> its_engine) : HeapObject(&codec_type), engine(std::move(its_engine)) {}
  std::unique_ptr<Engine> engine;
  // What the stream hasn't taken yet.
  std::string pending;
  std::string unused;
  bool at_end = false;
  bool needs_input = true;
  // The stream works outside the global lock: one thread at a time.
  std::mutex mutex;
};

CodecObject* codec_of(Object const& self) { return self.as<CodecObject>(); }
void dealloc_codec(HeapObject* self) noexcept { delete static_cast<CodecObject*>(self); }

/// The codec for this thread alone. Who waits for it lets others run.
std::unique_lock<std::mutex> lock_codec(CodecObject& codec) {
  std::unique_lock<std::mutex> lock(codec.mutex, std::try_to_lock);
  if (!lock) {
    Unlocked scope;
    lock.lock();
  }
  return lock;
}

/// Goes on until the stream wants more, ends, fails, or `most` bytes have come out.
Engine::Progress pump(CodecObject& codec, std::string_view& input, std::string& output, bool is_last,
                      std::size_t most) {
  while (true) {
    std::size_t const filled = output.size();
    std::size_t const wanted = std::min(chunk_size, most - filled);
    output.resize(filled + wanted);
    char* room = output.data() + filled;
    std::size_t room_size = wanted;
    Engine::Progress const progress = codec.engine->step(input, room, room_size, is_last);
    output.resize(filled + wanted - room_size);
    if (progress != Engine::Progress::More) return progress;
    codec.needs_input = room_size > 0 && input.empty();
    if (output.size() == most) return progress;
    if (room_size > 0 && input.empty() && (!is_last || room_size == wanted)) return progress;
  }
}

}  // namespace

constinit Type codec_type("Codec", &object_type, sizeof(CodecObject),
                          Slots{.dealloc = dealloc_codec, .members = members<codec_type>}, "_compress");

Object make_codec(std::unique_ptr<Engine> engine) { return Object::adopt(new CodecObject(std::move(engine))); }

Result<Object> run(Object const& self, Object const& data, bool is_last, Int const& limit) {
  Bytes const bytes = PASS(aiocc::detail::bytes_like(data));
  CodecObject& codec = *codec_of(self);
  std::unique_lock<std::mutex> const lock = lock_codec(codec);
  std::string const all = std::exchange(codec.pending, {}) + std::string(bytes.view());
  std::string_view input = all;
  std::string output;
  std::size_t const most =
      limit.small() < 0 ? std::numeric_limits<std::size_t>::max() : static_cast<std::size_t>(limit.small());
  Engine::Progress progress = Engine::Progress::More;
  {
    Unlocked scope;
    progress = pump(codec, input, output, is_last, most);
  }
  if (progress == Engine::Progress::Error) return Int(codec.engine->error);
  if (progress == Engine::Progress::End) {
    codec.at_end = true;
    codec.needs_input = false;
    codec.unused = input;
  } else {
    codec.pending = input;
  }
  return Bytes::from(output);
}

bool is_at_end(Object const& self) { return codec_of(self)->at_end; }
bool needs_input(Object const& self) { return codec_of(self)->needs_input; }
Bytes unused_data(Object const& self) { return Bytes::from(codec_of(self)->unused); }
Int check_of(Object const& self) { return Int(codec_of(self)->engine->check); }

}  // namespace aiocc::_compress
