// The table behind `NameId`.
#include "support/names.hpp"

#include <mutex>
#include <unordered_map>
#include <vector>

#include "support/arena.hpp"

namespace aiocc {
namespace {

struct NameTable {
  std::mutex mutex;
  Arena arena;
  std::unordered_map<std::string_view, std::uint32_t> indices;
  // Index 0 is no name.
  std::vector<std::string_view> texts{{}};
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
  auto const index = static_cast<std::uint32_t>(table.texts.size());
  table.texts.push_back(kept);
  table.indices.emplace(kept, index);
  return NameId(index);
}

std::string_view NameId::text() const {
  NameTable& table = name_table();
  std::lock_guard const lock(table.mutex);
  return table.texts[index_];
}

}  // namespace aiocc
