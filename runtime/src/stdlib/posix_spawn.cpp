// The module posix: a program in a child process. The child shares the parent's memory until the program begins (vfork), so it only calls
// what may be called in a signal handler, and writes to nothing but its own stack; where Python code runs in between, it gets a copy.
#include <fcntl.h>
#include <grp.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <csignal>

#include "aiocc/core/threads.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/stdlib/posix_children.hpp"
#include "posix_exec.hpp"
#include "posix_paths.hpp"

namespace aiocc::posix {

namespace {

/// What failed in the child.
enum class Step : int { None, Program, Folder, Setting, Preparation };

/// What the child tells when the program didn't begin.
struct Failure {
  int error = 0;
  Step step = Step::None;
};

/// All that the child needs, made before it's there.
struct Plan {
  Plan(Texts argument_texts, Texts program_texts, Texts variables) noexcept
      : arguments(std::move(argument_texts)), programs(std::move(program_texts)), environment(std::move(variables)) {}

  Texts arguments;
  Texts programs;
  Texts environment;
  std::string folder;
  bool has_folder = false;
  int streams[3] = {-1, -1, -1};
  bool closes_others = false;
  // In ascending order.
  std::vector<int> kept;
  bool restores_signals = false;
  bool has_session = false;
  int process_group = -1;
  bool has_group = false, has_groups = false, has_user = false;
  gid_t group = 0;
  std::vector<gid_t> groups;
  uid_t user = 0;
  int mask = -1;
  Object preparation;
  // Where the child tells of failures; it closes itself when the program begins.
  int report = -1;
  sigset_t signals{};
};

[[noreturn]] void fail(Plan const& plan, Step step, int error) noexcept {
  Failure const failure{error, step};
  [[maybe_unused]] auto const written = ::write(plan.report, &failure, sizeof failure);
  ::_exit(255);
}

void check(Plan const& plan, bool is_fine, Step step = Step::Setting) noexcept {
  if (!is_fine) fail(plan, step, errno);
}

/// Descriptors below 3 are about to be replaced: copies of them that lie above.
int above_streams(Plan const& plan, int descriptor) noexcept {
  if (descriptor < 0 || descriptor > 2) return descriptor;
  int const copy = ::fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  check(plan, copy >= 0);
  return copy;
}

void set_streams(Plan const& plan) noexcept {
  int sources[3];
  for (int i = 0; i < 3; ++i) sources[i] = plan.streams[i] == i ? i : above_streams(plan, plan.streams[i]);
  for (int i = 0; i < 3; ++i) {
    if (sources[i] < 0) continue;
    // The copy is one that the program inherits; where there's nothing to copy, that takes a call of its own.
    check(plan, sources[i] == i ? ::fcntl(i, F_SETFD, 0) == 0 : ::dup2(sources[i], i) >= 0);
  }
}

void close_between(int first, int last) noexcept {
  if (first > last) return;
  if (::close_range(static_cast<unsigned>(first), static_cast<unsigned>(last), 0) == 0) return;
  // Kernels before 5.9.
  int const end = static_cast<int>(std::min<long>(::sysconf(_SC_OPEN_MAX) - 1, last));
  for (int descriptor = first; descriptor <= end; ++descriptor) ::close(descriptor);
}

void close_others(Plan const& plan) noexcept {
  int first = 3;
  bool is_report_due = true;
  auto const keep = [&](int descriptor) {
    close_between(first, descriptor - 1);
    first = std::max(first, descriptor + 1);
  };
  for (int const descriptor : plan.kept) {
    if (is_report_due && plan.report < descriptor) {
      keep(plan.report);
      is_report_due = false;
    }
    keep(descriptor);
  }
  if (is_report_due) keep(plan.report);
  close_between(first, INT_MAX);
}

void set_signals(Plan const& plan) noexcept {
  for (int number = 1; number < NSIG; ++number) {
    struct sigaction action{};
    if (::sigaction(number, nullptr, &action) != 0) continue;
    bool const is_restored = plan.restores_signals && (number == SIGPIPE || number == SIGXFSZ);
    // Handlers are the parent's; they mustn't run here when signals are let through.
    if (action.sa_handler == SIG_DFL || (action.sa_handler == SIG_IGN && !is_restored)) continue;
    action.sa_handler = SIG_DFL;
    ::sigaction(number, &action, nullptr);
  }
  ::sigprocmask(SIG_SETMASK, &plan.signals, nullptr);
}

void set_identity(Plan const& plan) noexcept {
  if (plan.has_groups) check(plan, ::setgroups(plan.groups.size(), plan.groups.data()) == 0);
  if (plan.has_group) check(plan, ::setregid(plan.group, plan.group) == 0);
  if (plan.has_user) check(plan, ::setreuid(plan.user, plan.user) == 0);
}

[[noreturn]] void run_program(Plan const& plan) noexcept {
  int first_error = 0;
  for (std::size_t i = 0; i < plan.programs.size(); ++i) {
    ::execve(plan.programs.pointers()[i], plan.arguments.pointers(), plan.environment.pointers());
    // A folder that lacks it says nothing about the others.
    if (errno != ENOENT && errno != ENOTDIR && first_error == 0) first_error = errno;
  }
  fail(plan, Step::Program, first_error ? first_error : errno);
}

/// The child from its beginning to the program's.
[[noreturn, gnu::noinline]] void begin(Plan const& plan) noexcept {
  for (int const descriptor : plan.kept) check(plan, ::fcntl(descriptor, F_SETFD, 0) == 0);
  set_streams(plan);
  if (plan.has_folder) check(plan, ::chdir(plan.folder.c_str()) == 0, Step::Folder);
  if (plan.mask >= 0) ::umask(static_cast<mode_t>(plan.mask));
  set_signals(plan);
  if (plan.has_session) check(plan, ::setsid() >= 0);
  if (plan.process_group >= 0) check(plan, ::setpgid(0, plan.process_group) == 0);
  set_identity(plan);
  if (plan.preparation.bound() && !call(plan.preparation)) fail(plan, Step::Preparation, 0);
  if (plan.closes_others) close_others(plan);
  run_program(plan);
}

/// Starts the child; its number, or -1 and errno.
[[gnu::noinline]] pid_t start_sharing(Plan const& plan) noexcept {
  pid_t const child = ::vfork();
  if (child == 0) begin(plan);
  return child;
}

Result<int> start_copied(Plan const& plan) {
  int const child = PASS(fork_with_hooks());
  if (child == 0) begin(plan);
  return child;
}

Result<int> optional_number(Object const& value, bool& is_there) {
  is_there = !value.is(None);
  if (!is_there) return 0;
  return c_int(word_cast<Int>(value));
}

Result<void> read_settings(Plan& plan, Object const& settings) {
  Object values[7];
  PASS(unpack(settings, 7, values));
  plan.restores_signals = values[0].is(True);
  plan.has_session = values[1].is(True);
  plan.process_group = PASS(c_int(word_cast<Int>(values[2])));
  plan.group = static_cast<gid_t>(PASS(optional_number(values[3], plan.has_group)));
  plan.has_groups = !values[4].is(None);
  if (plan.has_groups) {
    Iteration iteration = PASS(iterate(values[4]));
    for (Object group; PASS(iteration.next(group));)
      plan.groups.push_back(static_cast<gid_t>(PASS(c_int(word_cast<Int>(group)))));
  }
  plan.user = static_cast<uid_t>(PASS(optional_number(values[5], plan.has_user)));
  plan.mask = PASS(c_int(word_cast<Int>(values[6])));
  return {};
}

Result<void> read_descriptors(Plan& plan, Object const& streams, Object const& kept) {
  Object values[3];
  PASS(unpack(streams, 3, values));
  for (int i = 0; i < 3; ++i) plan.streams[i] = PASS(c_int(word_cast<Int>(values[i])));
  plan.closes_others = !kept.is(None);
  if (!plan.closes_others) return {};
  Iteration iteration = PASS(iterate(kept));
  for (Object descriptor; PASS(iteration.next(descriptor));)
    plan.kept.push_back(PASS(c_int(word_cast<Int>(descriptor))));
  std::sort(plan.kept.begin(), plan.kept.end());
  return {};
}

/// Starts the child with all signals blocked, so that none of the parent's handlers runs in it.
Result<int> start(Plan& plan) {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_BLOCK, &all, &plan.signals);
  Result<int> const child = plan.preparation.bound() ? start_copied(plan) : Result<int>(start_sharing(plan));
  int const error = errno;
  pthread_sigmask(SIG_SETMASK, &plan.signals, nullptr);
  errno = error;
  return child;
}

Failure read_failure(int descriptor) {
  Failure failure;
  Unlocked scope;
  if (uninterrupted([&] { return ::read(descriptor, &failure, sizeof failure); }) != sizeof failure) return {};
  return failure;
}

}  // namespace

Result<Object> spawn(Object const& arguments, Object const& programs, Object const& environment, Object const& folder,
                     Object const& streams, Object const& kept, Object const& settings, Object const& preparation) {
  Texts argument_texts = PASS(Texts::of(arguments));
  Texts program_texts = PASS(Texts::of(programs));
  Texts variables = PASS(environment_texts(environment));
  Plan plan(std::move(argument_texts), std::move(program_texts), std::move(variables));
  plan.has_folder = !folder.is(None);
  if (plan.has_folder) plan.folder = PASS(path_bytes(folder));
  PASS(read_descriptors(plan, streams, kept));
  PASS(read_settings(plan, settings));
  if (!preparation.is(None)) plan.preparation = preparation;
  int report[2];
  if (::pipe2(report, O_CLOEXEC) != 0) return raise_os_error(errno);
  // The child may be about to replace the standard streams' places.
  int const above = ::fcntl(report[1], F_DUPFD_CLOEXEC, 3);
  ::close(report[1]);
  plan.report = above;
  Result<int> const child = start(plan);
  int const error = errno;
  if (above >= 0) ::close(above);
  Failure failure;
  if (child && child.value() > 0) failure = read_failure(report[0]);
  ::close(report[0]);
  if (!child) return raised;
  if (child.value() < 0) return raise_os_error(error);
  return pack_tuple(Int(child.value()), Int(failure.error), Int(static_cast<int>(failure.step)));
}

}  // namespace aiocc::posix
