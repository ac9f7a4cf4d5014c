// The module posix: forks, waiting for children, and becoming another program.
#include "aiocc/stdlib/posix_children.hpp"

#include <poll.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmath>
#include <utility>

#include "../core/forking.hpp"
#include "aiocc/core/signals.hpp"
#include "aiocc/core/threads.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/state.hpp"
#include "posix_exec.hpp"
#include "posix_paths.hpp"

namespace aiocc::posix {

namespace {

/// Functions that are called around forks; Python's errors in them are printed, and nothing more.
struct ForkHooks {
  std::vector<Object> before;
  std::vector<Object> in_parent;
  std::vector<Object> in_child;
};

ForkHooks& hooks() {
  static auto* const all = new ForkHooks;
  return *all;
}

void run_hook(Object const& function) {
  if (!call(function)) print_exception(take_error());
}

void run_in_order(std::vector<Object> const& functions) {
  for (std::size_t i = 0; i < functions.size(); ++i) run_hook(Object(functions[i]));
}

void run_backwards(std::vector<Object> const& functions) {
  for (std::size_t i = functions.size(); i-- > 0;) run_hook(Object(functions[i]));
}

/// The module threading keeps a list, if the program has imported it; a program's own module of that name doesn't.
void tell_threading() {
  DictObject* const modules = aiocc::detail::module_registry().as<DictObject>();
  Result<Object const*> const found = modules->find("threading"_s);
  if (!found || !found.value()) return;
  Object const module(*found.value());
  Result<Object> function = operators::get_attr(module, "_after_fork"_s);
  if (function) {
    run_hook(function.value());
  } else {
    (void)take_error();
  }
}

/// In the child there's one thread, signals are none of the parent's loop's business, and random numbers aren't the parent's.
void begin_child() {
  aiocc::detail::forget_other_threads();
  aiocc::detail::set_woken_loop(nullptr);
  aiocc::detail::stop_hearing(nullptr);
  tell_threading();
  if (aiocc::detail::reseed_after_fork) aiocc::detail::reseed_after_fork();
}

Result<void> add_entries(std::vector<pollfd>& entries, Object const& descriptors, short events) {
  Iteration iteration = PASS(iterate(descriptors));
  for (Object item; PASS(iteration.next(item));) {
    Int const number = PASS(operators::index(item));
    entries.push_back({descriptor_number(number), events, 0});
  }
  return {};
}

/// Milliseconds, rounded up: -1 for None.
Result<int> milliseconds_of(Object const& seconds) {
  if (seconds.is(None)) return -1;
  double const wanted = std::ceil(PASS(operators::to_float(seconds)) * 1e3);
  if (!(wanted > 0)) return 0;
  return wanted > 86400e3 ? 86400000 : static_cast<int>(wanted);
}

Object ready_of(std::vector<pollfd> const& entries, std::size_t from, std::size_t to) {
  auto found = List<Object>::of();
  for (std::size_t i = from; i < to; ++i)
    if (entries[i].revents != 0) found.append(Int(entries[i].fd));
  return found;
}

}  // namespace

Texts::Texts(std::vector<std::string> texts) : texts_(std::move(texts)) {
  for (std::string& text : texts_) pointers_.push_back(text.data());
  pointers_.push_back(nullptr);
}

Result<Texts> Texts::of(Object const& list) {
  std::vector<std::string> texts;
  Iteration iteration = PASS(iterate(list));
  for (Object item; PASS(iteration.next(item));) texts.push_back(PASS(path_bytes(item)));
  return Texts(std::move(texts));
}

Result<Texts> environment_texts(Object const& environment) {
  if (!environment.is(None)) return Texts::of(environment);
  auto own = List<Object>::of();
  for (char** variable = environ; variable && *variable; ++variable) own.append(Bytes::from(*variable));
  return Texts::of(own);
}

void at_fork(Object const& before, Object const& in_parent, Object const& in_child) {
  if (!before.is(None)) hooks().before.push_back(before);
  if (!in_parent.is(None)) hooks().in_parent.push_back(in_parent);
  if (!in_child.is(None)) hooks().in_child.push_back(in_child);
}

Result<int> fork_with_hooks() {
  run_backwards(hooks().before);
  pid_t const child = ::fork();
  int const error = errno;
  if (child == 0) begin_child();
  run_in_order(child == 0 ? hooks().in_child : hooks().in_parent);
  errno = error;
  return child;
}

Result<Int> fork() {
  int const child = PASS(fork_with_hooks());
  if (child < 0) return raise_os_error(errno);
  return Int(child);
}

Result<void> execute(Object const& path, Object const& arguments, Object const& environment) {
  std::string const program = PASS(path_bytes(path));
  Texts const texts = PASS(Texts::of(arguments));
  Texts const variables = PASS(environment_texts(environment));
  ::execve(program.c_str(), texts.pointers(), variables.pointers());
  return raise_os_error(errno, path);
}

Result<Tuple<Int, Int>> waitpid(Int const& process, Int const& options) {
  int const id = PASS(c_int(process));
  int const wanted = PASS(c_int(options));
  int status = 0;
  std::int64_t const found = PASS(blocking([&] { return ::waitpid(id, &status, wanted); }));
  return Tuple<Int, Int>::of(Int(found), Int(status));
}

Result<Int> pidfd_open(Int const& process, Int const& flags) {
  int const id = PASS(c_int(process));
  int const wanted = PASS(c_int(flags));
  long const descriptor = ::syscall(SYS_pidfd_open, id, wanted);
  if (descriptor < 0) return raise_os_error(errno);
  return Int(std::int64_t{descriptor});
}

Result<Object> ready(Object const& inputs, Object const& outputs, Object const& seconds) {
  std::vector<pollfd> entries;
  PASS(add_entries(entries, inputs, POLLIN));
  std::size_t const input_count = entries.size();
  PASS(add_entries(entries, outputs, POLLOUT));
  int const timeout = PASS(milliseconds_of(seconds));
  int error = 0;
  {
    Unlocked scope;
    if (::poll(entries.data(), entries.size(), timeout) < 0) error = errno;
  }
  if (error != 0 && error != EINTR) return raise_os_error(error);
  // An interrupted wait is one that ended early: who waits looks at the time.
  PASS(safe_point());
  if (error != 0) return pack_tuple(List<Object>::of(), List<Object>::of());
  return pack_tuple(ready_of(entries, 0, input_count), ready_of(entries, input_count, entries.size()));
}

}  // namespace aiocc::posix
