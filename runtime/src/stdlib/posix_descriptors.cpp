// The module posix: descriptors.
#include <fcntl.h>
#include <pty.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <climits>

#include "../objects/convert_arguments.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/stdlib/posix.hpp"
#include "posix_paths.hpp"

namespace aiocc::posix {

namespace {

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
  if (::close(descriptor_number(descriptor)) != 0 && errno != EINTR) return raise_os_error(errno);
  return {};
}

Result<Bytes> read(Int const& descriptor, Int const& length) {
  if (length.small() < 0) return raise_os_error(EINVAL);
  Bytes buffer = Bytes::allocate(length.small());
  int const number = descriptor_number(descriptor);
  auto const size = static_cast<std::size_t>(length.small());
  std::int64_t const count = PASS(blocking([&] { return ::read(number, buffer.object()->data(), size); }));
  return count == buffer.length() ? buffer : Bytes::from(buffer.view().substr(0, static_cast<std::size_t>(count)));
}

Result<Bytes> read_all(Int const& descriptor) {
  constexpr std::size_t least = 8192;
  std::string data;
  int const number = descriptor_number(descriptor);
  std::size_t size = std::max(rest_of(number) + 1, least), filled = 0;
  for (;;) {
    data.resize(filled + size);
    std::int64_t const count = PASS(blocking([&] { return ::read(number, data.data() + filled, size); }));
    filled += static_cast<std::size_t>(count);
    if (count == 0) return Bytes::from(std::string_view(data).substr(0, filled));
    size = std::max(filled / 4, least);
  }
}

Result<Int> write(Int const& descriptor, Object const& data) {
  Bytes const bytes = PASS(aiocc::detail::bytes_like(data));
  int const number = descriptor_number(descriptor);
  return Int(PASS(blocking([&] { return ::write(number, bytes.view().data(), bytes.view().size()); })));
}

Result<Int> lseek(Int const& descriptor, Int const& position, Int const& whence) {
  return counted(
      [&] { return ::lseek(descriptor_number(descriptor), position.small(), static_cast<int>(whence.small())); });
}

Result<Tuple<Int, Int>> pipe() {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return raise_os_error(errno);
  return Tuple<Int, Int>::of(Int(ends[0]), Int(ends[1]));
}

Result<Tuple<Int, Int>> pipe2(Int const& flags) {
  int const wanted = PASS(c_int(flags));
  int ends[2];
  if (::pipe2(ends, wanted) != 0) return raise_os_error(errno);
  return Tuple<Int, Int>::of(Int(ends[0]), Int(ends[1]));
}

Result<bool> get_blocking(Int const& descriptor) {
  int const flags = ::fcntl(descriptor_number(descriptor), F_GETFL);
  if (flags < 0) return raise_os_error(errno);
  return (flags & O_NONBLOCK) == 0;
}

Result<void> set_blocking(Int const& descriptor, bool is_blocking) {
  int const number = descriptor_number(descriptor);
  int const flags = ::fcntl(number, F_GETFL);
  if (flags < 0 || ::fcntl(number, F_SETFL, is_blocking ? flags & ~O_NONBLOCK : flags | O_NONBLOCK) < 0)
    return raise_os_error(errno);
  return {};
}

Result<Bytes> pread(Int const& descriptor, Int const& length, Int const& offset) {
  if (length.small() < 0) return raise_os_error(EINVAL);
  int const number = descriptor_number(descriptor);
  Bytes buffer = Bytes::allocate(length.small());
  auto const size = static_cast<std::size_t>(length.small());
  std::int64_t const count =
      PASS(blocking([&] { return ::pread(number, buffer.object()->data(), size, offset.small()); }));
  return count == buffer.length() ? buffer : Bytes::from(buffer.view().substr(0, static_cast<std::size_t>(count)));
}

Result<Int> pwrite(Int const& descriptor, Object const& data, Int const& offset) {
  Bytes const bytes = PASS(aiocc::detail::bytes_like(data));
  int const number = descriptor_number(descriptor);
  std::string_view const view = bytes.view();
  return Int(PASS(blocking([&] { return ::pwrite(number, view.data(), view.size(), offset.small()); })));
}

Result<Int> dup(Int const& descriptor) {
  return counted([&] { return ::fcntl(descriptor_number(descriptor), F_DUPFD_CLOEXEC, 0); });
}

Result<Int> dup2(Int const& descriptor, Int const& target, bool inheritable) {
  int const from = descriptor_number(descriptor), to = descriptor_number(target);
  return counted([&] { return inheritable || from == to ? ::dup2(from, to) : ::dup3(from, to, O_CLOEXEC); });
}

Result<void> fsync(Int const& descriptor) {
  PASS(blocking([&] { return ::fsync(descriptor_number(descriptor)); }));
  return {};
}

Result<void> fdatasync(Int const& descriptor) {
  PASS(blocking([&] { return ::fdatasync(descriptor_number(descriptor)); }));
  return {};
}

void sync() {
  Unlocked scope;
  ::sync();
}

Result<Str> ttyname(Int const& descriptor) {
  char name[PATH_MAX];
  if (int const error = ::ttyname_r(descriptor_number(descriptor), name, sizeof(name))) return raise_os_error(error);
  return text_of(name);
}

Result<Int> tcgetpgrp(Int const& descriptor) {
  return counted([&] { return ::tcgetpgrp(descriptor_number(descriptor)); });
}

Result<void> tcsetpgrp(Int const& descriptor, Int const& group) {
  int const id = PASS(c_int(group));
  PASS(counted([&] { return ::tcsetpgrp(descriptor_number(descriptor), id); }));
  return {};
}

Result<Tuple<Int, Int>> openpty() {
  int master = -1, own = -1;
  if (::openpty(&master, &own, nullptr, nullptr, nullptr) != 0) return raise_os_error(errno);
  ::fcntl(master, F_SETFD, FD_CLOEXEC);
  ::fcntl(own, F_SETFD, FD_CLOEXEC);
  return Tuple<Int, Int>::of(Int(master), Int(own));
}

bool isatty(Int const& descriptor) { return ::isatty(descriptor_number(descriptor)) != 0; }

Result<bool> get_inheritable(Int const& descriptor) {
  int const flags = ::fcntl(descriptor_number(descriptor), F_GETFD);
  if (flags < 0) return raise_os_error(errno);
  return (flags & FD_CLOEXEC) == 0;
}

Result<void> set_inheritable(Int const& descriptor, bool inheritable) {
  if (::fcntl(descriptor_number(descriptor), F_SETFD, inheritable ? 0 : FD_CLOEXEC) != 0) return raise_os_error(errno);
  return {};
}

Result<Tuple<Int, Int>> terminal_size(Int const& descriptor) {
  winsize size{};
  if (::ioctl(descriptor_number(descriptor), TIOCGWINSZ, &size) != 0) return raise_os_error(errno);
  return Tuple<Int, Int>::of(Int(size.ws_col), Int(size.ws_row));
}

}  // namespace aiocc::posix
