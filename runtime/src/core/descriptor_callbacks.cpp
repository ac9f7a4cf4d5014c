// From ready descriptors to callbacks in the loop's queue.
#include "aiocc/core/descriptor_callbacks.hpp"

#include <utility>

#include "aiocc/core/event_loop.hpp"
#include "aiocc/core/handle.hpp"
#include "aiocc/objects/exceptions.hpp"

namespace aiocc {

struct DescriptorCallbacks::Callback : Watcher {
  Callback(DescriptorCallbacks* owner, int file, Direction which, Object called) noexcept
      : Watcher(schedule), callbacks(owner), descriptor(file), direction(which), handle(std::move(called)) {}
  DescriptorCallbacks* callbacks;
  int descriptor;
  Direction direction;
  Object handle;
};

DescriptorCallbacks::DescriptorCallbacks(EventLoopObject* loop) noexcept : loop_(loop) {}
DescriptorCallbacks::~DescriptorCallbacks() = default;

// CPython's BaseSelectorEventLoop._process_events.
void DescriptorCallbacks::schedule(Watcher* watcher) {
  auto* const callback = static_cast<Callback*>(watcher);
  auto* const handle = callback->handle.as<HandleObject>();
  if (handle->cancelled) {
    callback->callbacks->remove(callback->descriptor, callback->direction);
    return;
  }
  // An error that ended the loop has left it in the queue.
  if (handle->queued()) return;
  ++handle->references;
  handle->loop->ready.push(handle);
}

int DescriptorCallbacks::watch(int descriptor, Direction direction, Watcher* watcher) {
  Reactor& reactor = loop_->reactor;
  return direction == Direction::Input ? reactor.watch_input(descriptor, watcher)
                                       : reactor.watch_output(descriptor, watcher);
}

Result<void> DescriptorCallbacks::set(int descriptor, Direction direction, Object const& handle) {
  auto callback = std::make_unique<Callback>(this, descriptor, direction, handle);
  if (int const error = watch(descriptor, direction, callback.get())) return raise_os_error(error);
  Callbacks& callbacks = side(direction);
  auto const index = static_cast<std::size_t>(descriptor);
  if (index >= callbacks.size()) callbacks.resize(index + 1);
  std::unique_ptr<Callback> const before = std::exchange(callbacks[index], std::move(callback));
  if (before) detail::cancel_handle(before->handle.as<HandleObject>());
  return {};
}

bool DescriptorCallbacks::remove(int descriptor, Direction direction) {
  if (!has(descriptor, direction)) return false;
  watch(descriptor, direction, nullptr);
  std::unique_ptr<Callback> const before = std::move(side(direction)[static_cast<std::size_t>(descriptor)]);
  detail::cancel_handle(before->handle.as<HandleObject>());
  return true;
}

bool DescriptorCallbacks::has(int descriptor, Direction direction) const noexcept {
  Callbacks const& callbacks = direction == Direction::Input ? inputs_ : outputs_;
  auto const index = static_cast<std::size_t>(descriptor);
  return index < callbacks.size() && callbacks[index];
}

void DescriptorCallbacks::clear() noexcept {
  for (Direction const direction : {Direction::Input, Direction::Output}) {
    Callbacks callbacks = std::exchange(side(direction), {});
    for (std::unique_ptr<Callback> const& each : callbacks)
      if (each) watch(each->descriptor, direction, nullptr);
  }
  transports.reset();
}

}  // namespace aiocc
