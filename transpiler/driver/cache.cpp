// The build cache. Entries are files that appear by renaming, so readers need no lock and two writers of one entry do no harm.
#include "driver/cache.hpp"

#include <fcntl.h>
#include <sys/stat.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string_view>
#include <vector>

#include "driver/files.hpp"

namespace aiocc::driver {

namespace {

constexpr std::string_view kinds[] = {"bin", "deps", "obj", "pch", "runtime"};
constexpr std::uint64_t default_limit = std::uint64_t{1} << 30;
constexpr int abandoned_after_seconds = 3600;

std::string environment(char const* name) {
  char const* const value = std::getenv(name);
  return value ? value : "";
}

std::string choose_folder() {
  if (std::string folder = environment("AIOCC_CACHE_DIR"); !folder.empty()) return folder;
  if (std::string folder = environment("XDG_CACHE_HOME"); folder.starts_with('/')) return folder + "/aiocc";
  std::string const home = environment("HOME");
  return (home.empty() ? "/tmp" : home) + "/.cache/aiocc";
}

// "500M", "2G", "100000".
std::uint64_t size_limit() {
  std::string const text = environment("AIOCC_CACHE_SIZE");
  char* end = nullptr;
  std::uint64_t const number = std::strtoull(text.c_str(), &end, 10);
  if (end == text.c_str()) return default_limit;
  switch (*end) {
    case 'k':
    case 'K': return number << 10;
    case 'm':
    case 'M': return number << 20;
    case 'g':
    case 'G': return number << 30;
    default: return number;
  }
}

struct Entry {
  std::string path;
  std::uint64_t size;
  timespec used;
};

void list_entries(std::string const& folder, std::vector<Entry>& entries) {
  std::error_code problem;
  for (auto const& each : std::filesystem::directory_iterator(folder, problem)) {
    struct stat status{};
    if (::stat(each.path().c_str(), &status) != 0 || !S_ISREG(status.st_mode)) continue;
    entries.push_back({each.path().string(), static_cast<std::uint64_t>(status.st_size), status.st_mtim});
  }
}

bool used_before(Entry const& left, Entry const& right) {
  if (left.used.tv_sec != right.used.tv_sec) return left.used.tv_sec < right.used.tv_sec;
  return left.used.tv_nsec < right.used.tv_nsec;
}

void remove(std::string const& path) {
  std::error_code ignored;
  std::filesystem::remove(path, ignored);
}

void remove_abandoned(std::string const& folder) {
  std::vector<Entry> leftovers;
  list_entries(folder, leftovers);
  for (Entry const& each : leftovers)
    if (each.used.tv_sec + abandoned_after_seconds < std::time(nullptr)) remove(each.path);
}

}  // namespace

Cache::Cache() : folder_(choose_folder()) {}

std::string Cache::entry(std::string const& kind, std::string const& key) const {
  return folder_ + "/" + kind + "/" + key;
}

std::string Cache::temporary() const { return unique_name(folder_ + "/tmp/t"); }

std::string Cache::prepare() const {
  for (std::string_view kind : kinds)
    if (std::string problem = make_folders(folder_ + "/" + std::string(kind)); !problem.empty()) return problem;
  return make_folders(folder_ + "/tmp");
}

void Cache::touch(std::string const& path) const { ::utimensat(AT_FDCWD, path.c_str(), nullptr, 0); }

void Cache::evict(std::string const& kept) const {
  std::vector<Entry> entries;
  for (std::string_view kind : kinds) list_entries(folder_ + "/" + std::string(kind), entries);
  std::uint64_t total = 0;
  for (Entry const& each : entries) total += each.size;
  std::uint64_t const limit = size_limit();
  if (total > limit) std::sort(entries.begin(), entries.end(), used_before);
  for (Entry const& each : entries) {
    if (total <= limit) break;
    if (each.path == kept) continue;
    remove(each.path);
    total -= each.size;
  }
  remove_abandoned(folder_ + "/tmp");
}

}  // namespace aiocc::driver
