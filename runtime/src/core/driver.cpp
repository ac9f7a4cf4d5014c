// Driving a chain of frames by hand, and closing a chain that nobody will drive any more.
#include "aiocc/core/driver.hpp"

#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/core/future_object.hpp"
#include "aiocc/core/kept_variables.hpp"
#include "aiocc/core/parked.hpp"
#include "aiocc/objects/operators.hpp"

namespace aiocc::detail {

bool drive(HandDriver& driver, Frame* frame) noexcept {
  HandDriver* outer = std::exchange(state.hand_driver, &driver);
  driver.base.outer = state.handled;
  state.handled = driver.handled ? driver.handled : &driver.base;
  driver.leaf = frame;
  if (driver.waited.bound() && !state.error.bound()) {
    auto* future = driver.waited.as<FutureObject>();
    if (!future->done())
      raise_error(runtime_error_type, "await wasn't used with future");
    else
      raise_future_error(future);
  }
  driver.waited.reset();
  if (driver.parked) std::exchange(driver.parked, nullptr)->end_by_hand(state.error.bound());
  std::coroutine_handle<> const next = state.error.bound() ? fail(frame) : frame->handle();
  next.resume();
  driver.handled = state.handled;
  state.handled = driver.base.outer;
  state.hand_driver = outer;
  return driver.leaf != nullptr;
}

std::coroutine_handle<> suspend_with(Frame& leaf, Object value) noexcept {
  if (HandDriver* driver = state.hand_driver) {
    driver->leaf = &leaf;
    driver->yielded = std::move(value);
  } else {
    state.current_task->leaf = &leaf;
    task_yielded(state.current_task, std::move(value));
  }
  return std::noop_coroutine();
}

std::coroutine_handle<> suspend_by_hand(Frame& leaf, Object future) noexcept {
  state.hand_driver->waited = future;
  return suspend_with(leaf, std::move(future));
}

Object YieldToDriver::take() noexcept {
  if (state.hand_driver && state.hand_driver->sent.bound()) return std::move(state.hand_driver->sent);
  return None;
}

namespace {

bool chain_catches(Frame const* leaf) noexcept {
  for (Frame const* frame = leaf; frame; frame = frame->awaiter)
    if (frame->catches) return true;
  return false;
}

// Throws GeneratorExit into the leaf, as closing a coroutine does. What it raises instead can only be reported.
void close_chain(Frame* root, Frame* leaf) noexcept {
  Ref<BaseException> in_flight = take_error();
  HandDriver driver;
  restore_error(make_exception(generator_exit_type, std::string_view()));
  if (drive(driver, leaf)) {
    raise_error(runtime_error_type, "coroutine ignored GeneratorExit");
    print_unraisable(None);
  } else if (root->failed) {
    if (error_is(generator_exit_type))
      take_error();
    else
      print_unraisable(None);
  }
  if (in_flight.bound()) restore_error(std::move(in_flight));
}

}  // namespace

void destroy_frame(Frame* root, Frame* leaf) noexcept {
  if (!root->started && root->kind == FrameKind::Coroutine && root->position) {
    // The warning tells of it as an object, which dies at once.
    make_coroutine_object(root);
    return;
  }
  if (leaf && chain_catches(leaf)) close_chain(root, leaf);
  destroy_outside_error(root);
}

}  // namespace aiocc::detail
