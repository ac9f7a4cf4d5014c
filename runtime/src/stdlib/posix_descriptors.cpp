// The module posix: descriptors.
#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>

#include "../objects/convert_arguments.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/stdlib/posix.hpp"
#include "posix_paths.hpp"

namespace aiocc::posix {

namespace {

int number_of(Int const& descriptor) { return descriptor.is_small_int() ? static_cast<int>(descriptor.small()) : -1; }

template <class Call>
Result<Int> counted(Call const& call) {
  auto const result = uninterrupted(call);
  if (result == -1) return raise_os_error(errno);
  return Int(static_cast<std::int64_t>(result));
}

/// How much there's left to read of a file, 0 where that's unknown.
std::size_t rest_of(int descriptor) {
  struct stat status{};
  if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return 0;
  off_t const place = ::lseek(descriptor, 0, SEEK_CUR);
  return place < 0 || place >= status.st_size ? 0 : static_cast<std::size_t>(status.st_size - place);
}

}  // namespace

Result<void> close(Int const& descriptor) {
  // Not again after an interruption: the descriptor is gone.
  if (::close(number_of(descriptor)) != 0 && errno != EINTR) return raise_os_error(errno);
  return {};
}

Result<Bytes> read(Int const& descriptor, Int const& length) {
  if (length.small() < 0) return raise_os_error(EINVAL);
  Bytes buffer = Bytes::allocate(length.small());
  ssize_t const count = uninterrupted(
      [&] { return ::read(number_of(descriptor), buffer.object()->data(), static_cast<std::size_t>(length.small())); });
  if (count < 0) return raise_os_error(errno);
  return count == buffer.length() ? buffer : Bytes::from(buffer.view().substr(0, static_cast<std::size_t>(count)));
}

Result<Bytes> read_all(Int const& descriptor) {
  constexpr std::size_t least = 8192;
  std::string data;
  std::size_t size = std::max(rest_of(number_of(descriptor)) + 1, least), filled = 0;
  for (;;) {
    data.resize(filled + size);
    ssize_t const count = uninterrupted([&] { return ::read(number_of(descriptor), data.data() + filled, size); });
    if (count < 0) return raise_os_error(errno);
    filled += static_cast<std::size_t>(count);
    if (count == 0) return Bytes::from(std::string_view(data).substr(0, filled));
    size = std::max(filled / 4, least);
  }
}

Result<Int> write(Int const& descriptor, Object const& data) {
  Bytes const bytes = PASS(aiocc::detail::bytes_like(data));
  return counted([&] { return ::write(number_of(descriptor), bytes.view().data(), bytes.view().size()); });
}

Result<Int> lseek(Int const& descriptor, Int const& position, Int const& whence) {
  return counted([&] { return ::lseek(number_of(descriptor), position.small(), static_cast<int>(whence.small())); });
}

Result<Tuple<Int, Int>> pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return raise_os_error(errno);
  return Tuple<Int, Int>::of(Int(ends[0]), Int(ends[1]));
}

Result<Int> dup(Int const& descriptor) {
  return counted([&] { return ::fcntl(number_of(descriptor), F_DUPFD_CLOEXEC, 0); });
}

Result<Int> dup2(Int const& descriptor, Int const& target, bool inheritable) {
  int const from = number_of(descriptor), to = number_of(target);
  return counted([&] { return inheritable || from == to ? ::dup2(from, to) : ::dup3(from, to, O_CLOEXEC); });
}

Result<void> fsync(Int const& descriptor) {
  PASS(counted([&] { return ::fsync(number_of(descriptor)); }));
  return {};
}

bool isatty(Int const& descriptor) { return ::isatty(number_of(descriptor)) != 0; }

Result<bool> get_inheritable(Int const& descriptor) {
  int const flags = ::fcntl(number_of(descriptor), F_GETFD);
  if (flags < 0) return raise_os_error(errno);
  return (flags & FD_CLOEXEC) == 0;
}

Result<void> set_inheritable(Int const& descriptor, bool inheritable) {
  if (::fcntl(number_of(descriptor), F_SETFD, inheritable ? 0 : FD_CLOEXEC) != 0) return raise_os_error(errno);
  return {};
}

Result<Tuple<Int, Int>> terminal_size(Int const& descriptor) {
  winsize size{};
  if (::ioctl(number_of(descriptor), TIOCGWINSZ, &size) != 0) return raise_os_error(errno);
  return Tuple<Int, Int>::of(Int(size.ws_col), Int(size.ws_row));
}

}  // namespace aiocc::posix
