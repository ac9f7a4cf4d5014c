// The table behind `NameId`.
#include "support/names.hpp"

#include <array>
#include <bit>
#include <memory>
#include <mutex>
#include <unordered_map>

#include "support/arena.hpp"

namespace aiocc {
namespace {

// The texts stand in blocks, each twice as large as the one before, which never move: so they're read without the lock, by whoever was
// given the name.
class Texts {
 public:
  std::string_view operator[](std::uint32_t index) const {
    Place const place = place_of(index);
    return blocks_[place.block][place.offset];
  }
  // Index 0 is no name.
  std::uint32_t add(std::string_view text) {
    Place const place = place_of(++last_);
    if (!blocks_[place.block]) blocks_[place.block] = std::make_unique<std::string_view[]>(first_size << place.block);
    blocks_[place.block][place.offset] = text;
    return last_;
  }

 private:
  static constexpr std::uint32_t first_size = 1024;
  struct Place {
    std::uint32_t block;
    std::uint32_t offset;
  };
  static Place place_of(std::uint32_t index) {
    std::uint32_t const block = static_cast<std::uint32_t>(std::bit_width(index / first_size + 1)) - 1;
    return {block, index - first_size * ((1u << block) - 1)};
  }

  std::array<std::unique_ptr<std::string_view[]>, 22> blocks_{std::make_unique<std::string_view[]>(first_size)};
  std::uint32_t last_ = 0;
};

struct NameTable {
  std::mutex mutex;
  Arena arena;
  std::unordered_map<std::string_view, std::uint32_t> indices;
  Texts texts;
};

NameTable& name_table() {
  static NameTable table;
  return table;
}

}  // namespace

NameId NameId::of(std::string_view text) {
  NameTable& table = name_table();
  std::lock_guard const lock(table.mutex);
  if (auto found = table.indices.find(text); found != table.indices.end()) return NameId(found->second);
  std::string_view const kept = table.arena.copy(text);
  std::uint32_t const index = table.texts.add(kept);
  table.indices.emplace(kept, index);
  return NameId(index);
}

std::string_view NameId::text() const { return name_table().texts[index_]; }

}  // namespace aiocc
