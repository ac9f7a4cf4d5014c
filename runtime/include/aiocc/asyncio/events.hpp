// The event loop's methods, and the functions that find the loop.
#pragma once

#include "aiocc/asyncio/futures.hpp"
#include "aiocc/asyncio/tasks.hpp"
#include "aiocc/bindings.hpp"
#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/core/event_loop.hpp"
#include "aiocc/objects/arguments.hpp"

namespace aiocc::asyncio {

extern Type handle_type, timer_handle_type;

/// What `call_soon` returns: a callback that the loop will call.
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("Handle") Handle : public Object {
 public:
  static bool accepts(Object const& value) noexcept { return is_instance(value, handle_type); }
  AIOCC_PY("def cancel(self) -> None")
  void cancel() const noexcept;
  AIOCC_PY("def cancelled(self) -> bool")
  bool cancelled() const noexcept;
  AIOCC_PY("def get_context(self) -> object", retains)
  Object get_context() const;
};

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("TimerHandle(Handle)") TimerHandle : public Handle {
 public:
  static bool accepts(Object const& value) noexcept { return is_instance(value, timer_handle_type); }
  AIOCC_PY("def when(self) -> float")
  double when() const noexcept;
};

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("AbstractEventLoop", subclassable, type(event_loop_type)) EventLoop
    : public Object {
 public:
  static bool accepts(Object const& value) noexcept { return is_instance(value, event_loop_type); }
  EventLoopObject* get() const noexcept { return as<EventLoopObject>(); }

  AIOCC_PY("def time(self) -> float")
  double time() const noexcept { return get()->time(); }
  AIOCC_PY("def call_soon(self, callback: object, *args: object, context: object = None) -> Handle", stores)
  Result<Handle> call_soon(Object const& callback, Arguments args, Object const& context = None) const;
  AIOCC_PY("def call_soon_threadsafe(self, callback: object, *args: object, context: object = None) -> Handle", stores)
  Result<Handle> call_soon_threadsafe(Object const& callback, Arguments args, Object const& context = None) const;
  AIOCC_PY(
      "def call_later(self, delay: object, callback: object, *args: object, context: object = None) -> TimerHandle",
      stores)
  Result<TimerHandle> call_later(Object const& delay, Object const& callback, Arguments args,
                                 Object const& context = None) const;
  AIOCC_PY("def call_at(self, when: object, callback: object, *args: object, context: object = None) -> TimerHandle",
           stores)
  Result<TimerHandle> call_at(Object const& when, Object const& callback, Arguments args,
                              Object const& context = None) const;
  AIOCC_PY("def create_future(self) -> Future[object]")
  Future<Object> create_future() const;
  template <class T>
  AIOCC_PY(
      "def create_task[T](self, coro: Coroutine[object, object, T], *, name: object = None, context: object = None) -> "
      "Task[T]",
      stores)
  Result<Task<T>> create_task(Coroutine<T> coro, Object const& name = None, Object const& context = None) const {
    return word_cast<Task<T>>(PASS(detail::new_task(*this, coro.release(), name, context)));
  }
  AIOCC_PY("def create_task(self, coro: object, *, name: object = None, context: object = None) -> Task[object]",
           stores)
  Result<Task<Object>> create_task(Object const& coro, Object const& name = None, Object const& context = None) const;
  template <class T>
  AIOCC_PY("def run_until_complete[T](self, future: Coroutine[object, object, T], /) -> T", suspends)
  Result<T> run_until_complete(Coroutine<T> future) const {
    Object value = PASS(detail::run_until_complete(*this, future.release()));
    if constexpr (std::is_void_v<T>)
      return {};
    else
      return from_object<T>(std::move(value));
  }
  AIOCC_PY("def run_until_complete(self, future: object, /) -> object", suspends)
  Result<Object> run_until_complete(Object const& future) const;
  /// One turn of the loop, for classes that derive from it.
  AIOCC_PY("def _run_once(self) -> None", suspends)
  Result<void> _run_once() const {
    if (!get()->run_once()) return raised;
    return {};
  }
  AIOCC_PY("def run_forever(self) -> None", suspends)
  Result<void> run_forever() const;
  AIOCC_PY("def stop(self) -> None")
  void stop() const noexcept { get()->stopping = true; }
  AIOCC_PY("def is_running(self) -> bool")
  bool is_running() const noexcept { return get()->running; }
  AIOCC_PY("def is_closed(self) -> bool")
  bool is_closed() const noexcept { return get()->closed; }
  AIOCC_PY("def close(self) -> None")
  Result<void> close() const { return get()->close(); }
  AIOCC_PY("async def shutdown_asyncgens(self) -> None", source("asyncio/base_events.py:572"))
  Coroutine<void> shutdown_asyncgens() const;
  AIOCC_PY("async def shutdown_default_executor(self, timeout: object = None) -> None",
           source("asyncio/base_events.py:597"))
  Coroutine<void> shutdown_default_executor(Object timeout = None) const;
  /// Calls `func` in a thread of the executor, None for the loop's own.
  AIOCC_PY("def run_in_executor(self, executor: object, func: object, *args: object) -> Future[object]", stores)
  Result<Future<Object>> run_in_executor(Object const& executor, Object const& func, Arguments args) const;
  AIOCC_PY("def set_default_executor(self, executor: object) -> None", stores)
  Result<void> set_default_executor(Object const& executor) const;
  /// Calls `callback` in a turn of the loop when the signal has come.
  AIOCC_PY("def add_signal_handler(self, sig: object, callback: object, *args: object) -> None", stores)
  Result<void> add_signal_handler(Object const& sig, Object const& callback, Arguments args) const;
  /// False: there was none.
  AIOCC_PY("def remove_signal_handler(self, sig: object) -> bool")
  Result<bool> remove_signal_handler(Object const& sig) const;
  /// Calls `callback` in each turn in which there's something to read. `fd` is an int, or has a method `fileno`.
  AIOCC_PY("def add_reader(self, fd: object, callback: object, *args: object) -> None", stores)
  Result<void> add_reader(Object const& descriptor, Object const& callback, Arguments args) const;
  /// False: there was no callback.
  AIOCC_PY("def remove_reader(self, fd: object) -> bool")
  Result<bool> remove_reader(Object const& descriptor) const;
  /// Calls `callback` in each turn in which there's room for writing.
  AIOCC_PY("def add_writer(self, fd: object, callback: object, *args: object) -> None", stores)
  Result<void> add_writer(Object const& descriptor, Object const& callback, Arguments args) const;
  AIOCC_PY("def remove_writer(self, fd: object) -> bool")
  Result<bool> remove_writer(Object const& descriptor) const;

  // Coroutines that asyncio's half in Python has, under the name with an underscore before it. Only programs that name one of them
  // carry what it takes.
  AIOCC_PY("def sock_recv(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> sock_recv(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def sock_recv_into(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> sock_recv_into(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def sock_recvfrom(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> sock_recvfrom(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def sock_recvfrom_into(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> sock_recvfrom_into(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def sock_sendall(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> sock_sendall(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def sock_sendto(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> sock_sendto(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def sock_connect(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> sock_connect(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def sock_accept(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> sock_accept(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def sock_sendfile(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> sock_sendfile(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def getaddrinfo(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> getaddrinfo(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def getnameinfo(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> getnameinfo(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def create_connection(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> create_connection(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def create_server(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> create_server(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def create_unix_connection(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> create_unix_connection(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def create_unix_server(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> create_unix_server(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def create_datagram_endpoint(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> create_datagram_endpoint(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def connect_accepted_socket(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> connect_accepted_socket(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def connect_read_pipe(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> connect_read_pipe(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def connect_write_pipe(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> connect_write_pipe(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def subprocess_exec(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> subprocess_exec(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def subprocess_shell(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> subprocess_shell(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def start_tls(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> start_tls(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def sendfile(self, *args: object, **kwargs: object) -> object", stores)
  Result<Object> sendfile(Arguments args, Dict<Str, Object> const& kwargs) const;
  AIOCC_PY("def get_debug(self) -> bool")
  bool get_debug() const noexcept { return get()->debug; }
  AIOCC_PY("def set_debug(self, enabled: object, /) -> None")
  Result<void> set_debug(Object const& enabled) const;
  /// Called with the loop and the coroutine for each new task; None: asyncio.Task.
  AIOCC_PY("def set_task_factory(self, factory: object, /) -> None", stores)
  Result<void> set_task_factory(Object const& factory) const;
  AIOCC_PY("def get_task_factory(self) -> object", retains)
  Object get_task_factory() const noexcept;
  /// In seconds.
  AIOCC_PY_PROPERTY("slow_callback_duration: object")
  Object slow_callback_duration() const { return get()->slow_callback_duration; }
  AIOCC_PY_PROPERTY("slow_callback_duration: object", setter)
  Result<void> set_slow_callback_duration(Object const& value) const;
  AIOCC_PY("def get_exception_handler(self) -> object", retains)
  Object get_exception_handler() const noexcept;
  AIOCC_PY("def set_exception_handler(self, handler: object, /) -> None", stores)
  Result<void> set_exception_handler(Object const& handler) const;
  AIOCC_PY("def call_exception_handler(self, context: object, /) -> None")
  Result<void> call_exception_handler(Object const& context) const;
  AIOCC_PY("def default_exception_handler(self, context: object, /) -> None")
  Result<void> default_exception_handler(Object const& context) const;
};

/// Other names of the one class of loops that there is.
AIOCC_PY_CONSTANT("BaseEventLoop: type[AbstractEventLoop]")
extern Object const base_event_loop_class;
AIOCC_PY_CONSTANT("EventLoop: type[AbstractEventLoop]")
extern Object const event_loop_class;
AIOCC_PY_CONSTANT("SelectorEventLoop: type[AbstractEventLoop]")
extern Object const selector_event_loop_class;

template <class T>
EventLoop Future<T>::get_loop() const noexcept {
  return word_cast<EventLoop>(Object::share(get()->loop));
}

/// RuntimeError "no running event loop" outside of one.
AIOCC_PY("def get_running_loop() -> AbstractEventLoop")
Result<EventLoop> get_running_loop();
/// The running loop, else the one that `set_event_loop` set.
AIOCC_PY("def get_event_loop() -> AbstractEventLoop")
Result<EventLoop> get_event_loop();
AIOCC_PY("def set_event_loop(loop: object) -> None", stores)
Result<void> set_event_loop(Object const& loop);
/// What the event loop policy makes.
AIOCC_PY("def new_event_loop() -> AbstractEventLoop")
Result<EventLoop> new_event_loop();

}  // namespace aiocc::asyncio
