// The module posix: the process, its environment, and the machine.
#include <sched.h>
#include <sys/random.h>
#include <sys/times.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <unistd.h>

#include <csignal>
#include <cstdlib>
#include <cstring>

#include "aiocc/core/threads.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/stdlib/posix.hpp"
#include "posix_paths.hpp"

namespace aiocc::posix {

namespace {

Int number(long value) { return Int(std::int64_t{value}); }

}  // namespace

Int getpid() { return number(::getpid()); }
Int getppid() { return number(::getppid()); }
Int getuid() { return number(::getuid()); }
Int geteuid() { return number(::geteuid()); }
Int getgid() { return number(::getgid()); }
Int getegid() { return number(::getegid()); }

Result<void> kill(Int const& process, Int const& signal) {
  if (::kill(static_cast<pid_t>(process.small()), static_cast<int>(signal.small())) != 0) return raise_os_error(errno);
  // Where it's for this process, its handler runs before anything else does.
  return safe_point();
}

Result<Int> fork() {
  pid_t const child = ::fork();
  if (child < 0) return raise_os_error(errno);
  return number(child);
}

Result<Tuple<Int, Int>> waitpid(Int const& process, Int const& options) {
  int status = 0;
  pid_t const found = uninterrupted(
      [&] { return ::waitpid(static_cast<pid_t>(process.small()), &status, static_cast<int>(options.small())); });
  if (found < 0) return raise_os_error(errno);
  return Tuple<Int, Int>::of(number(found), Int(status));
}

void _exit(Int const& status) { ::_exit(static_cast<int>(status.small())); }

void abort() { std::abort(); }

Result<Int> system(Object const& command) {
  std::string const bytes = PASS(path_bytes(command));
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
