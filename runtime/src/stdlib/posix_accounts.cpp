// The module posix: users, groups, and what may be set of open descriptors.
#include "aiocc/stdlib/posix_accounts.hpp"

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/file.h>
#include <sys/ioctl.h>

#include <cstring>

#include "../objects/convert_arguments.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/tuple.hpp"
#include "posix_paths.hpp"

namespace aiocc::posix {

namespace {

// What fcntl and ioctl may write to, as CPython has it.
constexpr std::size_t most_bytes = 1024;

Object number(std::int64_t value) { return Int(value); }
Object text(char const* bytes) { return bytes ? Object(text_of(bytes)) : None; }

Object user_values(passwd const& entry) {
  return pack_tuple(text(entry.pw_name), text(entry.pw_passwd), number(entry.pw_uid), number(entry.pw_gid),
                    text(entry.pw_gecos), text(entry.pw_dir), text(entry.pw_shell));
}

Object group_values(group const& entry) {
  auto members = List<Object>::of();
  for (char** member = entry.gr_mem; *member; ++member) members.append(text(*member));
  return pack_tuple(text(entry.gr_name), text(entry.gr_passwd), number(entry.gr_gid), Object(members));
}

/// A call whose argument is a number, or bytes that it may change.
template <class Call>
Result<Object> controlled(Object const& argument, Call const& call) {
  if (argument.is_small_int() || is_instance(argument, int_type)) {
    Int const value = PASS(operators::index(argument));
    long const word = static_cast<long>(value.small());
    return Object(Int(PASS(blocking([&] { return call(reinterpret_cast<void*>(word)); }))));
  }
  Bytes const bytes = PASS(aiocc::detail::bytes_like(argument));
  std::size_t const size = bytes.view().size();
  if (size > most_bytes) return raise_error(value_error_type, "argument is too long");
  char buffer[most_bytes + 8] = {};
  std::memcpy(buffer, bytes.view().data(), size);
  PASS(blocking([&] { return call(buffer); }));
  return Object(Bytes::from({buffer, size}));
}

}  // namespace

Result<Object> user(Object const& key) {
  passwd const* entry = nullptr;
  if (is_any_str(key)) {
    std::string const name = PASS(path_bytes(key));
    entry = ::getpwnam(name.c_str());
  } else {
    entry = ::getpwuid(static_cast<uid_t>(word_cast<Int>(key).small()));
  }
  return entry ? user_values(*entry) : None;
}

Object users() {
  auto found = List<Object>::of();
  ::setpwent();
  while (passwd const* entry = ::getpwent()) found.append(user_values(*entry));
  ::endpwent();
  return found;
}

Result<Object> user_group(Object const& key) {
  group const* entry = nullptr;
  if (is_any_str(key)) {
    std::string const name = PASS(path_bytes(key));
    entry = ::getgrnam(name.c_str());
  } else {
    entry = ::getgrgid(static_cast<gid_t>(word_cast<Int>(key).small()));
  }
  return entry ? group_values(*entry) : None;
}

Object user_groups() {
  auto found = List<Object>::of();
  ::setgrent();
  while (group const* entry = ::getgrent()) found.append(group_values(*entry));
  ::endgrent();
  return found;
}

Result<Object> control(Int const& descriptor, Int const& command, Object const& argument) {
  int const which = PASS(c_int(command));
  return controlled(argument, [&](void* value) { return ::fcntl(descriptor_number(descriptor), which, value); });
}

Result<Object> control_device(Int const& descriptor, Int const& request, Object const& argument) {
  auto const which = static_cast<unsigned long>(request.small());
  return controlled(argument, [&](void* value) { return ::ioctl(descriptor_number(descriptor), which, value); });
}

Result<void> lock_file(Int const& descriptor, Int const& operation) {
  int const which = PASS(c_int(operation));
  PASS(blocking([&] { return ::flock(descriptor_number(descriptor), which); }));
  return {};
}

Result<void> lock_part(Int const& descriptor, Int const& kind, bool waits, Int const& length, Int const& start,
                       Int const& whence) {
  constexpr short kinds[] = {F_RDLCK, F_WRLCK, F_UNLCK};
  struct flock part{};
  part.l_type = kinds[kind.small()];
  part.l_len = length.small();
  part.l_start = start.small();
  part.l_whence = static_cast<short>(whence.small());
  PASS(blocking([&] { return ::fcntl(descriptor_number(descriptor), waits ? F_SETLKW : F_SETLK, &part); }));
  return {};
}

}  // namespace aiocc::posix
