// epoll, an eventfd for wake-ups, and the clock.
#include "aiocc/core/reactor.hpp"

#include "aiocc/core/clock.hpp"
#include "aiocc/core/threads.hpp"

#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include <cerrno>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <string_view>
#include <utility>

namespace aiocc {

namespace {

double jumped_over = 0;

bool asks_for_virtual_clock() noexcept {
  char const* const clock = std::getenv("AIOCC_CLOCK");
  return clock && std::string_view(clock) == "virtual";
}

}  // namespace

double monotonic_time() noexcept {
  timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9 + jumped_over;
}

// Other threads' waits can't be jumped over.
bool is_clock_virtual() noexcept {
  static bool const asked = asks_for_virtual_clock();
  return asked && !detail::threads_started;
}

double clock_offset() noexcept { return jumped_over; }
void advance_clock(double seconds) noexcept { jumped_over += seconds; }

Reactor::Reactor() noexcept = default;

Reactor::~Reactor() {
  if (epoll_ >= 0) ::close(epoll_);
  if (int const descriptor = wakeup_.load(); descriptor >= 0) ::close(descriptor);
  if (second_ >= 0) ::close(second_);
}

void Reactor::open() {
  if (epoll_ >= 0) return;
  epoll_ = epoll_create1(EPOLL_CLOEXEC);
  int const wakeup = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  second_ = fcntl(wakeup, F_DUPFD_CLOEXEC, 0);
  epoll_event event{};
  event.events = EPOLLIN;
  event.data.fd = wakeup;
  epoll_ctl(epoll_, EPOLL_CTL_ADD, wakeup, &event);
  wakeup_.store(wakeup);
}

int Reactor::update(int descriptor, Watched& watched) {
  epoll_event event{};
  event.events = (watched.input ? static_cast<std::uint32_t>(EPOLLIN) : 0u) |
                 (watched.output ? static_cast<std::uint32_t>(EPOLLOUT) : 0u);
  event.data.fd = descriptor;
  bool const wanted = event.events != 0;
  int const operation = !wanted ? EPOLL_CTL_DEL : watched.registered ? EPOLL_CTL_MOD : EPOLL_CTL_ADD;
  if (!wanted && !watched.registered) return 0;
  if (epoll_ctl(epoll_, operation, descriptor, &event) != 0 && wanted) return errno;
  watched_ = watched_ + (wanted && !watched.registered) - (!wanted && watched.registered);
  watched.registered = wanted;
  return 0;
}

int Reactor::watch(int descriptor, Watcher* Watched::* side, Watcher* watcher) {
  open();
  auto const index = static_cast<std::size_t>(descriptor);
  if (index >= descriptors_.size()) descriptors_.resize(index + 1);
  Watched& watched = descriptors_[index];
  Watcher* const before = std::exchange(watched.*side, watcher);
  int const error = update(descriptor, watched);
  if (error != 0) watched.*side = before;
  return error;
}

int Reactor::watch_input(int descriptor, Watcher* watcher) { return watch(descriptor, &Watched::input, watcher); }
int Reactor::watch_output(int descriptor, Watcher* watcher) { return watch(descriptor, &Watched::output, watcher); }

void Reactor::report(int descriptor, std::uint32_t events) {
  constexpr std::uint32_t broken = EPOLLERR | EPOLLHUP;
  auto const index = static_cast<std::size_t>(descriptor);
  if (Watcher* watcher = descriptors_[index].input; watcher && (events & (EPOLLIN | broken))) watcher->ready(watcher);
  if (Watcher* watcher = descriptors_[index].output; watcher && (events & (EPOLLOUT | broken))) watcher->ready(watcher);
}

void Reactor::poll(double seconds) {
  if (seconds > 0 && !watching() && is_clock_virtual()) {
    advance_clock(seconds);
    seconds = 0;
  }
  open();
  // Rounded up to milliseconds, as CPython's selector rounds: timers that are due within one belong to one turn.
  double const milliseconds = std::ceil(seconds * 1e3);
  int const timeout = seconds < 0 ? -1 : milliseconds > 86400e3 ? 86400000 : static_cast<int>(milliseconds);
  // One more for wake-ups.
  if (found_.size() <= watched_) found_.resize(watched_ + 64);
  int const count = [&] {
    Unlocked scope;
    return epoll_wait(epoll_, found_.data(), static_cast<int>(found_.size()), timeout);
  }();
  int const wakeup = wakeup_.load();
  for (int i = 0; i < count; ++i) {
    epoll_event const event = found_[static_cast<std::size_t>(i)];
    if (event.data.fd == wakeup) {
      std::uint64_t ignored;
      [[maybe_unused]] auto const read = ::read(wakeup, &ignored, sizeof ignored);
    } else {
      report(event.data.fd, event.events);
    }
  }
}

void Reactor::prepare_wake() { open(); }

void Reactor::wake() noexcept {
  int const descriptor = wakeup_.load();
  if (descriptor < 0) return;
  std::uint64_t const one = 1;
  [[maybe_unused]] auto const written = ::write(descriptor, &one, sizeof one);
}

}  // namespace aiocc
