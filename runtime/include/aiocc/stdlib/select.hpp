// The module select: waiting for descriptors.
#pragma once

#include <utility>
#include <vector>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc::select_ {

extern Type poll_type, epoll_type;

#define AIOCC_SELECT_NUMBER(name)  \
  AIOCC_PY_CONSTANT(#name ": int") \
  extern Int const number_##name;
#include "aiocc/stdlib/select_numbers.def"
#undef AIOCC_SELECT_NUMBER

/// The class OSError under its old name.
AIOCC_PY_CONSTANT("error: type")
Object const& error_alias();

/// The parts of three sequences that are ready for reading, for writing, and in an exceptional state. `timeout` is in seconds.
AIOCC_PY(
    "def select(rlist: object, wlist: object, xlist: object, timeout: object = None, /) -> tuple[list[object], "
    "list[object], list[object]]",
    retains)
Result<Tuple<List<Object>, List<Object>, List<Object>>> select(Object const& readers, Object const& writers,
                                                               Object const& others, Object const& timeout);

struct PollObject : HeapObject {
  PollObject() noexcept : HeapObject(&poll_type) {}
  /// What's waited for, by descriptor, in the order in which they came.
  std::vector<std::pair<int, short>> watched;
  bool is_polling = false;
};

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("poll", type(select_::poll_type)) Poll : public Object {
 public:
  static bool accepts(Object const& value) noexcept { return is_instance(value, poll_type); }
  PollObject* get() const noexcept { return as<PollObject>(); }
  AIOCC_PY("def register(self, fd: object, eventmask: object = 7, /) -> None")
  Result<void> add(Object const& descriptor, Object const& events) const;
  AIOCC_PY("def modify(self, fd: object, eventmask: object, /) -> None")
  Result<void> modify(Object const& descriptor, Object const& events) const;
  AIOCC_PY("def unregister(self, fd: object, /) -> None")
  Result<void> remove(Object const& descriptor) const;
  /// Pairs of descriptor and events. `timeout` is in milliseconds.
  AIOCC_PY("def poll(self, timeout: object = None, /) -> list[tuple[int, int]]")
  Result<List<Tuple<Int, Int>>> poll(Object const& timeout) const;
};

AIOCC_PY("def poll() -> poll")
Poll make_poll();

struct EpollObject : HeapObject {
  explicit EpollObject(int its_descriptor) noexcept : HeapObject(&epoll_type), descriptor(its_descriptor) {}
  ~EpollObject();
  /// -1 once it's closed.
  int descriptor;
};

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("epoll", type(select_::epoll_type)) Epoll : public Object {
 public:
  static bool accepts(Object const& value) noexcept { return is_instance(value, epoll_type); }
  EpollObject* get() const noexcept { return as<EpollObject>(); }
  AIOCC_PY_PROPERTY("closed: bool")
  bool closed() const noexcept { return get()->descriptor < 0; }
  AIOCC_PY("def close(self, /) -> None")
  Result<void> close() const;
  AIOCC_PY("def fileno(self, /) -> int")
  Result<Int> fileno() const;
  AIOCC_PY("def register(self, fd: object, eventmask: object = 7) -> None")
  Result<void> add(Object const& descriptor, Object const& events) const;
  AIOCC_PY("def modify(self, fd: object, eventmask: object) -> None")
  Result<void> modify(Object const& descriptor, Object const& events) const;
  AIOCC_PY("def unregister(self, fd: object) -> None")
  Result<void> remove(Object const& descriptor) const;
  /// Pairs of descriptor and events. `timeout` is in seconds.
  AIOCC_PY("def poll(self, timeout: object = None, maxevents: object = -1) -> list[tuple[int, int]]")
  Result<List<Tuple<Int, Int>>> poll(Object const& timeout, Object const& most) const;
  AIOCC_PY("def __enter__(self, /) -> epoll", retains)
  Result<Epoll> enter() const;
  AIOCC_PY("def __exit__(self, exc_type: object = None, exc_value: object = None, exc_tb: object = None, /) -> None")
  Result<void> exit(Object const& type, Object const& value, Object const& traceback) const;
};

AIOCC_PY("def epoll(sizehint: object = -1, flags: object = 0) -> epoll")
Result<Epoll> make_epoll(Object const& size, Object const& flags);

/// The descriptor that an int is, or that a method `fileno` gives.
Result<int> descriptor_of(Object const& file);

}  // namespace aiocc::select_
