// What asyncio hands to `call_soon`, `call_at` and `call_later` of a loop whose class (or an attribute) is the program's own: objects
// whose call runs one of the loop's nodes.
#pragma once

#include <unordered_map>

#include "aiocc/core/future_object.hpp"

namespace aiocc {

extern Type stand_in_type;

struct StandIn : HeapObject {
  StandIn(EventLoopObject* owner, Runnable* represented) noexcept;
  ~StandIn();

  EventLoopObject* loop;
  /// Null once it has run, or was withdrawn.
  Runnable* node;
};

/// Those of one loop, by their nodes.
class StandIns {
 public:
  void add(StandIn* stand_in) { by_node_[stand_in->node].object = stand_in; }
  /// What the class gave for a timer: to be cancelled with it.
  void keep_handle(Runnable* node, Object handle);
  /// The stand-in no longer stands for its node.
  void remove(Runnable* node) noexcept;
  /// The node won't run. False: nothing stands in for it.
  bool dismiss(Runnable* node) noexcept;

 private:
  struct Entry {
    StandIn* object = nullptr;
    Object handle;
  };
  std::unordered_map<Runnable*, Entry> by_node_;
};

namespace detail {
/// The task has taken a step in a loop of another class: where that ended with a bare yield, the class is asked to go on with it.
void reschedule_yielded(TaskObject* task);
/// A class of the program's defines the method itself.
bool is_overridden(Type* type, Str const& name) noexcept;
/// `future`, whose class defines `add_done_callback` itself, is given a callback that runs the node.
void wait_by_class(Runnable* node, FutureObject* future, Object const& context);
}  // namespace detail

}  // namespace aiocc
