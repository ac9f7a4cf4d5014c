// The module select: select, and objects that poll.
#include "aiocc/stdlib/select.hpp"

#include <poll.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <cmath>

#include "aiocc/core/reactor.hpp"
#include "aiocc/core/threads.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/str.hpp"
#include "socket_support.hpp"

namespace aiocc::select_ {

#define AIOCC_SELECT_NUMBER(name) constinit Int const number_##name{static_cast<std::int64_t>(name)};
#include "aiocc/stdlib/select_numbers.def"
#undef AIOCC_SELECT_NUMBER

Result<int> descriptor_of(Object const& file) {
  Object number = file;
  if (!is_instance(file, int_type)) {
    Object method;
    bool const has_method = PASS(operators::find_attr(file, "fileno"_s, method));
    if (!has_method) return raise_error(type_error_type, "argument must be an int, or have a fileno() method.");
    number = PASS(call(method));
    if (!is_instance(number, int_type)) return raise_error(type_error_type, "fileno() returned a non-integer");
  }
  int const descriptor = PASS(_socket::int_argument(number));
  if (descriptor < 0)
    return raise_error(value_error_type,
                       "file descriptor cannot be a negative integer (" + std::to_string(descriptor) + ")");
  return descriptor;
}

namespace {

/// Seconds to wait; negative for ever.
Result<double> seconds_argument(Object const& timeout, char const* complaint) {
  if (timeout.is(None)) return -1.0;
  if (!is_instance(timeout, int_type) && !is_instance(timeout, float_type))
    return raise_error(type_error_type, complaint);
  return PASS(operators::to_float(timeout));
}

/// Whole milliseconds for C's calls, rounded up.
int milliseconds(double seconds) noexcept {
  if (seconds < 0) return -1;
  return static_cast<int>(std::min(std::ceil(seconds * 1e3), double{INT_MAX}));
}

/// Waits until `wait`, which takes milliseconds and gives a number of events or -1, has some or the time is over; signals' handlers
/// run meanwhile.
template <class Wait>
Result<int> wait_for_events(double seconds, Wait const& wait) {
  double const end = seconds > 0 ? monotonic_time() + seconds : 0;
  double left = seconds;
  while (true) {
    int const count = [&] {
      Unlocked scope;
      return wait(milliseconds(left));
    }();
    if (count >= 0) return count;
    if (errno != EINTR) return raise_os_error(errno);
    PASS(safe_point());
    if (seconds > 0) left = std::max(0.0, end - monotonic_time());
  }
}

/// One of select's sequences.
struct Wanted {
  List<Object> files = {};
  std::vector<int> descriptors = {};
};

Result<Wanted> wanted_of(Object const& sequence) {
  Type* const type = type_of(sequence);
  aiocc::detail::ensure_ready(type);
  if (!type->slots.iter && !type->slots.get_item)
    return raise_error(type_error_type, "arguments 1-3 must be sequences");
  Wanted wanted{word_cast<List<Object>>(PASS(list_from(sequence))), {}};
  for (Object const& file : wanted.files.get()->items()) {
    int const descriptor = PASS(descriptor_of(file));
    if (descriptor >= FD_SETSIZE) return raise_error(value_error_type, "filedescriptor out of range in select()");
    wanted.descriptors.push_back(descriptor);
  }
  return wanted;
}

fd_set set_of(Wanted const& wanted) {
  fd_set all;
  FD_ZERO(&all);
  for (int const each : wanted.descriptors) FD_SET(each, &all);
  return all;
}

List<Object> ready_of(Wanted const& wanted, fd_set const& ready) {
  List<Object> files = List<Object>::of();
  for (std::size_t i = 0; i < wanted.descriptors.size(); ++i)
    if (FD_ISSET(wanted.descriptors[i], &ready)) files.append(wanted.files.at(i));
  return files;
}

/// A mask of events.
Result<unsigned> mask_argument(Object const& events, std::int64_t most) {
  Int const mask = PASS(operators::index(events));
  if (mask < Int(0)) return raise_error(value_error_type, "value must be positive");
  if (!mask.is_small_int() || mask.small() > most)
    return raise_error(overflow_error_type, "Python int too large for C unsigned short");
  return static_cast<unsigned>(mask.small());
}

auto find_watched(PollObject* poll, int descriptor) {
  return std::ranges::find(poll->watched, descriptor, &std::pair<int, short>::first);
}

void dealloc_poll(HeapObject* self) noexcept { delete static_cast<PollObject*>(self); }
void dealloc_epoll(HeapObject* self) noexcept { delete static_cast<EpollObject*>(self); }

Raised closed_epoll() { return raise_error(value_error_type, "I/O operation on closed epoll object"); }

Result<void> control(EpollObject const* epoll, int operation, Object const& file, unsigned events) {
  if (epoll->descriptor < 0) return closed_epoll();
  int const descriptor = PASS(descriptor_of(file));
  epoll_event event{};
  event.events = events;
  event.data.fd = descriptor;
  if (::epoll_ctl(epoll->descriptor, operation, descriptor, &event) != 0) return raise_os_error(errno);
  return {};
}

}  // namespace

constinit Type poll_type("select.poll", &object_type, sizeof(PollObject),
                         Slots{.dealloc = dealloc_poll, .members = members<poll_type>}, "select");
constinit Type epoll_type("select.epoll", &object_type, sizeof(EpollObject),
                          Slots{.dealloc = dealloc_epoll, .members = members<epoll_type>}, "select");

Object const& error_alias() {
  static Object const& alias = *new Object(box(os_error_type));
  return alias;
}

Result<Tuple<List<Object>, List<Object>, List<Object>>> select(Object const& readers, Object const& writers,
                                                               Object const& others, Object const& timeout) {
  double const seconds = PASS(seconds_argument(timeout, "timeout must be a float or None"));
  if (!timeout.is(None) && seconds < 0) return raise_error(value_error_type, "timeout must be non-negative");
  Wanted wanted[3];
  wanted[0] = PASS(wanted_of(readers));
  wanted[1] = PASS(wanted_of(writers));
  wanted[2] = PASS(wanted_of(others));
  int end = 0;
  for (Wanted const& each : wanted)
    for (int const descriptor : each.descriptors) end = std::max(end, descriptor + 1);
  fd_set ready[3];
  PASS(wait_for_events(seconds, [&](int left) {
    for (std::size_t i = 0; i < 3; ++i) ready[i] = set_of(wanted[i]);
    timeval limit{left / 1000, left % 1000 * 1000};
    return ::select(end, &ready[0], &ready[1], &ready[2], left < 0 ? nullptr : &limit);
  }));
  return Tuple<List<Object>, List<Object>, List<Object>>::of(
      ready_of(wanted[0], ready[0]), ready_of(wanted[1], ready[1]), ready_of(wanted[2], ready[2]));
}

Poll make_poll() { return word_cast<Poll>(Object::adopt(new PollObject)); }

Result<void> Poll::add(Object const& file, Object const& events) const {
  int const descriptor = PASS(descriptor_of(file));
  auto const mask = static_cast<short>(PASS(mask_argument(events, 0xffff)));
  if (auto const found = find_watched(get(), descriptor); found != get()->watched.end())
    found->second = mask;
  else
    get()->watched.emplace_back(descriptor, mask);
  return {};
}

Result<void> Poll::modify(Object const& file, Object const& events) const {
  int const descriptor = PASS(descriptor_of(file));
  auto const mask = static_cast<short>(PASS(mask_argument(events, 0xffff)));
  auto const found = find_watched(get(), descriptor);
  if (found == get()->watched.end()) return raise_os_error(ENOENT);
  found->second = mask;
  return {};
}

Result<void> Poll::remove(Object const& file) const {
  int const descriptor = PASS(descriptor_of(file));
  auto const found = find_watched(get(), descriptor);
  if (found == get()->watched.end()) return raise_key_error(Int(descriptor));
  get()->watched.erase(found);
  return {};
}

Result<List<Tuple<Int, Int>>> Poll::poll(Object const& timeout) const {
  double const wait = PASS(seconds_argument(timeout, "timeout must be an integer or None")) / 1e3;
  if (get()->is_polling) return raise_error(runtime_error_type, "concurrent poll() invocation");
  std::vector<pollfd> watched;
  for (auto const& [descriptor, events] : get()->watched) watched.push_back({descriptor, events, 0});
  get()->is_polling = true;
  Result<int> const count =
      wait_for_events(wait, [&](int left) { return ::poll(watched.data(), watched.size(), left); });
  get()->is_polling = false;
  if (!count) return raised;
  List<Tuple<Int, Int>> ready = List<Tuple<Int, Int>>::of();
  for (pollfd const& each : watched)
    if (each.revents)
      ready.append(Tuple<Int, Int>::of(Int(each.fd), Int(std::int64_t{static_cast<unsigned short>(each.revents)})));
  return ready;
}

EpollObject::~EpollObject() {
  if (descriptor >= 0) ::close(descriptor);
}

Result<Epoll> make_epoll(Object const& size, Object const& flags) {
  int const hint = PASS(_socket::int_argument(size));
  if (hint != -1 && hint <= 0) return raise_error(value_error_type, "negative sizehint");
  int const options = PASS(_socket::int_argument(flags));
  if (options != 0 && options != EPOLL_CLOEXEC) return raise_error(os_error_type, "invalid flags");
  int const descriptor = ::epoll_create1(EPOLL_CLOEXEC);
  if (descriptor < 0) return raise_os_error(errno);
  return word_cast<Epoll>(Object::adopt(new EpollObject(descriptor)));
}

Result<void> Epoll::close() const {
  int const descriptor = std::exchange(get()->descriptor, -1);
  if (descriptor >= 0 && ::close(descriptor) != 0) return raise_os_error(errno);
  return {};
}

Result<Int> Epoll::fileno() const {
  if (closed()) return closed_epoll();
  return Int(get()->descriptor);
}

Result<void> Epoll::add(Object const& file, Object const& events) const {
  unsigned const mask = PASS(mask_argument(events, 0xffffffff));
  return control(get(), EPOLL_CTL_ADD, file, mask);
}

Result<void> Epoll::modify(Object const& file, Object const& events) const {
  unsigned const mask = PASS(mask_argument(events, 0xffffffff));
  return control(get(), EPOLL_CTL_MOD, file, mask);
}

Result<void> Epoll::remove(Object const& file) const { return control(get(), EPOLL_CTL_DEL, file, 0); }

Result<List<Tuple<Int, Int>>> Epoll::poll(Object const& timeout, Object const& most) const {
  if (closed()) return closed_epoll();
  double const seconds = PASS(seconds_argument(timeout, "timeout must be an integer or None"));
  int const limit = PASS(_socket::int_argument(most));
  if (limit == 0 || limit < -1)
    return raise_error(value_error_type, "maxevents must be greater than 0, got " + std::to_string(limit));
  std::vector<epoll_event> events(static_cast<std::size_t>(limit == -1 ? FD_SETSIZE - 1 : limit));
  int const count = PASS(wait_for_events(seconds, [&](int left) {
    return ::epoll_wait(get()->descriptor, events.data(), static_cast<int>(events.size()), left);
  }));
  List<Tuple<Int, Int>> ready = List<Tuple<Int, Int>>::of();
  for (int i = 0; i < count; ++i) {
    epoll_event const& each = events[static_cast<std::size_t>(i)];
    ready.append(Tuple<Int, Int>::of(Int(each.data.fd), Int(std::int64_t{each.events})));
  }
  return ready;
}

Result<Epoll> Epoll::enter() const {
  if (closed()) return closed_epoll();
  return *this;
}

Result<void> Epoll::exit(Object const&, Object const&, Object const&) const { return close(); }

}  // namespace aiocc::select_
