// The module posix: files and folders.
#include <dirent.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include <climits>
#include <cstdio>
#include <cstring>

#include "../objects/codecs.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/stdlib/posix.hpp"
#include "posix_paths.hpp"

namespace aiocc::posix {

Result<std::string> path_bytes(Object const& path) {
  std::string bytes;
  if (is_any_bytes(path))
    bytes = static_cast<Bytes const&>(path).view();
  else
    PASS(aiocc::detail::encode_utf8(word_cast<Str>(path), "surrogateescape"_s, bytes));
  if (bytes.find('\0') != std::string::npos)
    return raise_error(value_error_type, is_any_bytes(path) ? "embedded null byte" : "embedded null character");
  return bytes;
}

Result<int> c_int(Int const& number) {
  if (number.is_small_int() && number.small() == static_cast<int>(number.small()))
    return static_cast<int>(number.small());
  bool const is_negative = number.is_small_int() && number.small() < 0;
  return raise_error(overflow_error_type,
                     is_negative ? "signed integer is less than minimum" : "signed integer is greater than maximum");
}

Raised raise_for_two(int number, Object const& first, Object const& second) {
  Object const args[] = {Int(number), Str::from_utf8(std::strerror(number)), first, None, second};
  Result<Object> error = call_array(box(os_error_type), args, 5);
  if (!error) return raised;
  return raise(error.value());
}

namespace {

Object name_like(Object const& path, std::string_view name) {
  return is_any_bytes(path) ? Object(Bytes::from(name)) : Object(text_of(name));
}

int descriptor_of(Object const& path) { return static_cast<int>(path.small()); }

Int nanoseconds(timespec const& time) { return Int(std::int64_t{time.tv_sec} * 1'000'000'000 + time.tv_nsec); }

template <class Number>
Int number(Number value) {
  return Int(static_cast<std::int64_t>(value));
}

Object values_of(struct stat const& status) {
  return pack_tuple(number(status.st_mode), number(status.st_ino), number(status.st_dev), number(status.st_nlink),
                    number(status.st_uid), number(status.st_gid), number(status.st_size), nanoseconds(status.st_atim),
                    nanoseconds(status.st_mtim), nanoseconds(status.st_ctim), number(status.st_blksize),
                    number(status.st_blocks), number(status.st_rdev));
}

std::int64_t kind_of(unsigned char type) {
  switch (type) {
    case DT_UNKNOWN: return 0;
    case DT_REG: return 1;
    case DT_DIR: return 2;
    case DT_LNK: return 3;
    default: return 4;
  }
}

/// The two paths of a call with two.
struct TwoPaths {
  std::string first;
  std::string second;
};

Result<TwoPaths> two_paths(Object const& first, Object const& second) {
  std::string first_bytes = PASS(path_bytes(first));
  std::string second_bytes = PASS(path_bytes(second));
  return TwoPaths{std::move(first_bytes), std::move(second_bytes)};
}

timespec time_of(Int const& time) {
  constexpr std::int64_t second = 1'000'000'000;
  std::int64_t const all = time.small();
  std::int64_t const rest = ((all % second) + second) % second;
  return {static_cast<time_t>((all - rest) / second), static_cast<long>(rest)};
}

}  // namespace

Result<Object> stat_values(Object const& path, bool follow) {
  struct stat status{};
  if (path.is_small_int()) {
    PASS(checked(path, [&] { return ::fstat(descriptor_of(path), &status); }));
    return values_of(status);
  }
  std::string const bytes = PASS(path_bytes(path));
  PASS(checked(path, [&] { return follow ? ::stat(bytes.c_str(), &status) : ::lstat(bytes.c_str(), &status); }));
  return values_of(status);
}

Result<Object> entries(Object const& path) {
  DIR* folder = nullptr;
  if (path.is_small_int()) {
    int const copy = ::fcntl(descriptor_of(path), F_DUPFD_CLOEXEC, 0);
    folder = copy < 0 ? nullptr : ::fdopendir(copy);
    if (folder) ::rewinddir(folder);
  } else {
    std::string const bytes = PASS(path_bytes(path));
    folder = ::opendir(bytes.c_str());
  }
  if (!folder) return raise_os_error(errno, path);
  auto found = List<Object>::of();
  while (dirent const* entry = ::readdir(folder)) {
    std::string_view const name = entry->d_name;
    if (name == "." || name == "..") continue;
    found.append(pack_tuple(name_like(path, name), Int(kind_of(entry->d_type)), number(entry->d_ino)));
  }
  ::closedir(folder);
  return found;
}

Result<void> mkdir(Object const& path, Int const& mode) {
  std::string const bytes = PASS(path_bytes(path));
  return checked(path, [&] { return ::mkdir(bytes.c_str(), static_cast<mode_t>(mode.small())); });
}

Result<void> rmdir(Object const& path) {
  std::string const bytes = PASS(path_bytes(path));
  return checked(path, [&] { return ::rmdir(bytes.c_str()); });
}

Result<void> unlink(Object const& path) {
  std::string const bytes = PASS(path_bytes(path));
  return checked(path, [&] { return ::unlink(bytes.c_str()); });
}

Result<void> rename(Object const& source, Object const& target) {
  TwoPaths const paths = PASS(two_paths(source, target));
  if (::rename(paths.first.c_str(), paths.second.c_str()) != 0) return raise_for_two(errno, source, target);
  return {};
}

Result<void> link(Object const& source, Object const& target, bool follow) {
  TwoPaths const paths = PASS(two_paths(source, target));
  if (::linkat(AT_FDCWD, paths.first.c_str(), AT_FDCWD, paths.second.c_str(), follow ? AT_SYMLINK_FOLLOW : 0) != 0)
    return raise_for_two(errno, source, target);
  return {};
}

Result<void> symlink(Object const& source, Object const& target) {
  TwoPaths const paths = PASS(two_paths(source, target));
  if (::symlink(paths.first.c_str(), paths.second.c_str()) != 0) return raise_for_two(errno, source, target);
  return {};
}

Result<Object> readlink(Object const& path) {
  std::string const bytes = PASS(path_bytes(path));
  char target[PATH_MAX];
  ssize_t const length = ::readlink(bytes.c_str(), target, sizeof(target));
  if (length < 0) return raise_os_error(errno, path);
  return name_like(path, {target, static_cast<std::size_t>(length)});
}

Result<void> chdir(Object const& path) {
  if (path.is_small_int()) return checked(path, [&] { return ::fchdir(descriptor_of(path)); });
  std::string const bytes = PASS(path_bytes(path));
  return checked(path, [&] { return ::chdir(bytes.c_str()); });
}

Result<Str> getcwd() {
  char path[PATH_MAX];
  if (!::getcwd(path, sizeof(path))) return raise_os_error(errno);
  return text_of(path);
}

Result<bool> access(Object const& path, Int const& mode, bool effective, bool follow) {
  std::string const bytes = PASS(path_bytes(path));
  int const flags = (effective ? AT_EACCESS : 0) | (follow ? 0 : AT_SYMLINK_NOFOLLOW);
  return ::faccessat(AT_FDCWD, bytes.c_str(), static_cast<int>(mode.small()), flags) == 0;
}

Result<void> chmod(Object const& path, Int const& mode) {
  auto const bits = static_cast<mode_t>(mode.small());
  if (path.is_small_int()) return checked(path, [&] { return ::fchmod(descriptor_of(path), bits); });
  std::string const bytes = PASS(path_bytes(path));
  return checked(path, [&] { return ::chmod(bytes.c_str(), bits); });
}

Result<void> chown(Object const& path, Int const& user, Int const& group, bool follow) {
  auto const owner = static_cast<uid_t>(user.small());
  auto const group_id = static_cast<gid_t>(group.small());
  if (path.is_small_int()) return checked(path, [&] { return ::fchown(descriptor_of(path), owner, group_id); });
  std::string const bytes = PASS(path_bytes(path));
  return checked(
      path, [&] { return ::fchownat(AT_FDCWD, bytes.c_str(), owner, group_id, follow ? 0 : AT_SYMLINK_NOFOLLOW); });
}

Result<void> utime(Object const& path, Int const& accessed, Int const& modified, bool follow) {
  timespec times[] = {time_of(accessed), time_of(modified)};
  if (accessed.small() == -1 && modified.small() == -1) times[0].tv_nsec = times[1].tv_nsec = UTIME_NOW;
  if (path.is_small_int()) return checked(path, [&] { return ::futimens(descriptor_of(path), times); });
  std::string const bytes = PASS(path_bytes(path));
  return checked(path, [&] { return ::utimensat(AT_FDCWD, bytes.c_str(), times, follow ? 0 : AT_SYMLINK_NOFOLLOW); });
}

Result<void> truncate(Object const& path, Int const& length) {
  if (path.is_small_int()) return checked(path, [&] { return ::ftruncate(descriptor_of(path), length.small()); });
  std::string const bytes = PASS(path_bytes(path));
  return checked(path, [&] { return ::truncate(bytes.c_str(), length.small()); });
}

Result<Object> statvfs_values(Object const& path) {
  struct statvfs status{};
  if (path.is_small_int()) {
    PASS(checked(path, [&] { return ::fstatvfs(descriptor_of(path), &status); }));
  } else {
    std::string const bytes = PASS(path_bytes(path));
    PASS(checked(path, [&] { return ::statvfs(bytes.c_str(), &status); }));
  }
  return pack_tuple(number(status.f_bsize), number(status.f_frsize), number(status.f_blocks), number(status.f_bfree),
                    number(status.f_bavail), number(status.f_files), number(status.f_ffree), number(status.f_favail),
                    number(status.f_flag), number(status.f_namemax), number(status.f_fsid));
}

Result<void> mkfifo(Object const& path, Int const& mode) {
  std::string const bytes = PASS(path_bytes(path));
  return checked(path, [&] { return ::mkfifo(bytes.c_str(), static_cast<mode_t>(mode.small())); });
}

Int umask(Int const& mask) { return number(::umask(static_cast<mode_t>(mask.small()))); }

Result<Int> open_file(Object const& path, Int const& flags, Int const& mode) {
  std::string const bytes = PASS(path_bytes(path));
  auto const open = [&] {
    return ::open(bytes.c_str(), static_cast<int>(flags.small()) | O_CLOEXEC, static_cast<mode_t>(mode.small()));
  };
  return Int(PASS(blocking(open, path)));
}

}  // namespace aiocc::posix
