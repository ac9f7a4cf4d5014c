// What a loop calls when descriptors are ready: the handles of `add_reader` and `add_writer`.
#pragma once

#include <memory>
#include <vector>

#include "aiocc/core/reactor.hpp"
#include "aiocc/objects/object.hpp"
#include "aiocc/objects/result.hpp"

namespace aiocc {

struct EventLoopObject;

enum class Direction : unsigned char { Input, Output };

/// Descriptors and their handles, one for each direction.
class DescriptorCallbacks {
 public:
  explicit DescriptorCallbacks(EventLoopObject* loop) noexcept;
  DescriptorCallbacks(DescriptorCallbacks const&) = delete;
  ~DescriptorCallbacks();

  /// Schedules `handle` in each turn in which the descriptor is ready, in place of the one before, which is cancelled. OSError for
  /// descriptors that can't be waited for.
  Result<void> set(int descriptor, Direction direction, Object const& handle);
  /// Cancels the handle; false: there's none.
  bool remove(int descriptor, Direction direction);
  bool has(int descriptor, Direction direction) const noexcept;
  void clear() noexcept;

  /// Transports by descriptor, a mapping of asyncio's Python half; unbound until there is one.
  Object transports;

 private:
  struct Callback;
  using Callbacks = std::vector<std::unique_ptr<Callback>>;
  static void schedule(Watcher* watcher);
  Callbacks& side(Direction direction) noexcept { return direction == Direction::Input ? inputs_ : outputs_; }
  int watch(int descriptor, Direction direction, Watcher* watcher);

  EventLoopObject* loop_;
  Callbacks inputs_;
  Callbacks outputs_;
};

}  // namespace aiocc
