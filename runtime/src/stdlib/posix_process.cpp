// The module posix: the process, its environment, and the machine.
#include <sched.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>
#include <vector>

#include "aiocc/core/threads.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/stdlib/posix.hpp"
#include "posix_paths.hpp"

namespace aiocc::posix {

namespace {

Int number(long value) { return Int(std::int64_t{value}); }

/// A call that doesn't block, and gives -1 where it fails.
template <class Call>
Result<Int> counted(Call const& call) {
  long const result = call();
  if (result == -1) return raise_os_error(errno);
  return number(result);
}

template <class Call>
Result<void> done(Call const& call) {
  PASS(counted(call));
  return {};
}

}  // namespace

Int getpid() { return number(::getpid()); }
Int getppid() { return number(::getppid()); }
Int getuid() { return number(::getuid()); }
Int geteuid() { return number(::geteuid()); }
Int getgid() { return number(::getgid()); }
Int getegid() { return number(::getegid()); }

Int getpgrp() { return number(::getpgrp()); }

Result<Int> getpgid(Int const& process) {
  int const id = PASS(c_int(process));
  return counted([&] { return ::getpgid(id); });
}

Result<Int> getsid(Int const& process) {
  int const id = PASS(c_int(process));
  return counted([&] { return ::getsid(id); });
}

Result<void> setsid() {
  return done([] { return ::setsid(); });
}

Result<void> setpgid(Int const& process, Int const& group) {
  int const id = PASS(c_int(process));
  int const group_id = PASS(c_int(group));
  return done([&] { return ::setpgid(id, group_id); });
}

Result<void> setuid(Int const& user) {
  auto const id = static_cast<uid_t>(PASS(c_int(user)));
  return done([&] { return ::setuid(id); });
}

Result<void> setgid(Int const& group) {
  auto const id = static_cast<gid_t>(PASS(c_int(group)));
  return done([&] { return ::setgid(id); });
}

Result<void> seteuid(Int const& user) {
  auto const id = static_cast<uid_t>(PASS(c_int(user)));
  return done([&] { return ::seteuid(id); });
}

Result<void> setegid(Int const& group) {
  auto const id = static_cast<gid_t>(PASS(c_int(group)));
  return done([&] { return ::setegid(id); });
}

Result<Object> getgroups() {
  int const count = ::getgroups(0, nullptr);
  if (count < 0) return raise_os_error(errno);
  std::vector<gid_t> groups(static_cast<std::size_t>(count));
  if (::getgroups(count, groups.data()) < 0) return raise_os_error(errno);
  auto found = List<Object>::of();
  for (gid_t const group : groups) found.append(number(group));
  return found;
}

Result<Str> getlogin() {
  char name[256];
  if (int const error = ::getlogin_r(name, sizeof(name))) return raise_os_error(error);
  return text_of(name);
}

Result<Int> nice(Int const& increment) {
  int const more = PASS(c_int(increment));
  errno = 0;
  int const value = ::nice(more);
  if (value == -1 && errno != 0) return raise_os_error(errno);
  return Int(value);
}

Result<Int> getpriority(Int const& which, Int const& who) {
  int const kind = PASS(c_int(which));
  int const id = PASS(c_int(who));
  errno = 0;
  int const value = ::getpriority(static_cast<__priority_which_t>(kind), static_cast<id_t>(id));
  if (value == -1 && errno != 0) return raise_os_error(errno);
  return Int(value);
}

Result<void> setpriority(Int const& which, Int const& who, Int const& priority) {
  int const kind = PASS(c_int(which));
  int const id = PASS(c_int(who));
  int const value = PASS(c_int(priority));
  return done([&] { return ::setpriority(static_cast<__priority_which_t>(kind), static_cast<id_t>(id), value); });
}

void sched_yield() {
  Unlocked scope;
  ::sched_yield();
}

Result<void> kill(Int const& process, Int const& signal) {
  int const id = PASS(c_int(process));
  int const signal_number = PASS(c_int(signal));
  PASS(done([&] { return ::kill(id, signal_number); }));
  // Where it's for this process, its handler runs before anything else does.
  return safe_point();
}

Result<void> killpg(Int const& group, Int const& signal) {
  int const id = PASS(c_int(group));
  int const signal_number = PASS(c_int(signal));
  PASS(done([&] { return ::killpg(id, signal_number); }));
  return safe_point();
}

void _exit(Int const& status) { ::_exit(static_cast<int>(status.small())); }

void abort() { std::abort(); }

Result<Int> system(Object const& command) {
  std::string const bytes = PASS(path_bytes(command));
  Unlocked scope;
  return number(std::system(bytes.c_str()));
}

Result<Bytes> urandom(Int const& size) {
  if (size.small() < 0) return raise_error(value_error_type, "negative argument not allowed");
  Bytes bytes = Bytes::allocate(size.small());
  for (std::size_t filled = 0; filled < bytes.view().size();) {
    ssize_t const count =
        uninterrupted([&] { return ::getrandom(bytes.object()->data() + filled, bytes.view().size() - filled, 0); });
    if (count < 0) return raise_os_error(errno);
    filled += static_cast<std::size_t>(count);
  }
  return bytes;
}

Object processors(bool all) {
  if (all) {
    long const count = ::sysconf(_SC_NPROCESSORS_ONLN);
    return count > 0 ? Object(number(count)) : None;
  }
  cpu_set_t usable;
  if (::sched_getaffinity(0, sizeof(usable), &usable) != 0) return None;
  auto found = List<Object>::of();
  for (int i = 0; i < CPU_SETSIZE; ++i)
    if (CPU_ISSET(i, &usable)) found.append(Int(i));
  return found;
}

Object environment() {
  auto variables = List<Object>::of();
  for (char** variable = environ; variable && *variable; ++variable) {
    std::string_view const text = *variable;
    std::size_t const sign = text.find('=');
    if (sign == std::string_view::npos) continue;
    variables.append(pack_tuple(text_of(text.substr(0, sign)), text_of(text.substr(sign + 1))));
  }
  return variables;
}

Result<void> putenv(Str const& name, Str const& value) {
  std::string const name_bytes = PASS(path_bytes(name));
  std::string const value_bytes = PASS(path_bytes(value));
  if (::setenv(name_bytes.c_str(), value_bytes.c_str(), 1) != 0) return raise_os_error(errno);
  return {};
}

Result<void> unsetenv(Str const& name) {
  std::string const bytes = PASS(path_bytes(name));
  if (::unsetenv(bytes.c_str()) != 0) return raise_os_error(errno);
  return {};
}

Result<Int> sysconf(Int const& name) {
  int const setting = PASS(c_int(name));
  errno = 0;
  long const value = ::sysconf(setting);
  if (value == -1 && errno != 0) return raise_os_error(errno);
  return number(value);
}

Str strerror(Int const& code) { return text_of(std::strerror(static_cast<int>(code.small()))); }

Result<Object> uname_values() {
  utsname names{};
  if (::uname(&names) != 0) return raise_os_error(errno);
  return pack_tuple(text_of(names.sysname), text_of(names.nodename), text_of(names.release), text_of(names.version),
                    text_of(names.machine));
}

Result<Object> times_values() {
  tms used{};
  clock_t const elapsed = ::times(&used);
  if (elapsed == static_cast<clock_t>(-1)) return raise_os_error(errno);
  auto const ticks = static_cast<double>(::sysconf(_SC_CLK_TCK));
  auto seconds = [&](clock_t time) { return static_cast<double>(time) / ticks; };
  return pack_tuple<double, double, double, double, double>(seconds(used.tms_utime), seconds(used.tms_stime),
                                                            seconds(used.tms_cutime), seconds(used.tms_cstime),
                                                            seconds(elapsed));
}

Result<Object> getloadavg() {
  double averages[3];
  if (::getloadavg(averages, 3) != 3) return raise_error(os_error_type, "Load averages are unobtainable");
  return pack_tuple<double, double, double>(averages[0], averages[1], averages[2]);
}

}  // namespace aiocc::posix
