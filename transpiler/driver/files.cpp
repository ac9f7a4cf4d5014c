// Files and folders: reading, writing all or nothing, hashing.
#include "driver/files.hpp"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <ctime>

namespace aiocc::driver {

namespace {

std::uint64_t mix(std::uint64_t left, std::uint64_t right) {
  auto const product = static_cast<unsigned __int128>(left) * right;
  return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
}

std::string error_text() { return std::strerror(errno); }

// Writes through a descriptor, which it closes.
std::string write_all(int descriptor, std::string_view text) {
  if (descriptor < 0) return error_text();
  std::string problem;
  while (!text.empty() && problem.empty()) {
    ssize_t const written = ::write(descriptor, text.data(), text.size());
    if (written >= 0)
      text.remove_prefix(static_cast<std::size_t>(written));
    else if (errno != EINTR)
      problem = error_text();
  }
  if (::close(descriptor) != 0 && problem.empty()) problem = error_text();
  return problem;
}

}  // namespace

Hash& Hash::add(std::string_view text) {
  std::size_t at = 0;
  for (; at < text.size(); at += 8) {
    std::uint64_t word = 0;
    std::memcpy(&word, text.data() + at, std::min<std::size_t>(8, text.size() - at));
    first_ = mix(first_ ^ word, 0xa076'1d64'78bd'642f);
    second_ = mix(second_ + word, 0xe703'7ed1'a0b4'28db);
  }
  first_ = mix(first_ ^ text.size(), 0x8ebc'6af0'9c88'c6e3);
  second_ = mix(second_ + first_, 0x5899'65cc'7537'4cc3);
  return *this;
}

Hash& Hash::add_file(std::string const& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) != 0) return add("-");
  std::int64_t const facts[] = {status.st_size, status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
                                static_cast<std::int64_t>(status.st_ino)};
  return add({reinterpret_cast<char const*>(facts), sizeof facts});
}

std::string Hash::hex() const { return fmt::format("{:016x}{:016x}", first_, second_); }

std::string write_file(std::string const& path, std::string_view text) {
  struct stat status{};
  bool const is_special = ::stat(path.c_str(), &status) == 0 && !S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode);
  if (is_special) return write_all(::open(path.c_str(), O_WRONLY | O_CLOEXEC), text);
  std::string const temporary = unique_name(path);
  std::string problem = write_all(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666), text);
  if (problem.empty()) problem = move_file(temporary, path);
  if (!problem.empty()) ::unlink(temporary.c_str());
  return problem;
}

std::string move_file(std::string const& from, std::string const& to) {
  return ::rename(from.c_str(), to.c_str()) == 0 ? std::string() : error_text();
}

std::string make_folders(std::string const& path) {
  if (::mkdir(path.c_str(), 0777) == 0 || errno == EEXIST) return {};
  if (errno != ENOENT || path.empty() || path == "/") return error_text();
  if (std::string problem = make_folders(folder_of(path)); !problem.empty()) return problem;
  return ::mkdir(path.c_str(), 0777) == 0 || errno == EEXIST ? std::string() : error_text();
}

std::optional<std::string> read_file(std::string const& path) {
  std::FILE* const file = std::fopen(path.c_str(), "rbe");
  if (!file) return std::nullopt;
  std::string text;
  char buffer[1 << 14];
  for (std::size_t count; (count = std::fread(buffer, 1, sizeof buffer, file)) > 0;) text.append(buffer, count);
  std::fclose(file);
  return text;
}

bool exists(std::string const& path) { return ::access(path.c_str(), F_OK) == 0; }

std::string folder_of(std::string const& path) {
  auto const end = path.find_last_not_of('/');
  auto const slash = path.rfind('/', end);
  if (slash == std::string::npos) return ".";
  return slash == 0 ? "/" : path.substr(0, slash);
}

std::string stem_of(std::string const& path) {
  std::string name = path.substr(path.rfind('/') + 1);
  if (auto const dot = name.rfind('.'); dot != std::string::npos && dot != 0) name.resize(dot);
  return name;
}

std::string unique_name(std::string const& prefix) {
  static unsigned counter = 0;
  timespec now{};
  ::clock_gettime(CLOCK_REALTIME, &now);
  return fmt::format("{}.{}.{:x}.{}", prefix, ::getpid(), now.tv_nsec, counter++);
}

}  // namespace aiocc::driver
