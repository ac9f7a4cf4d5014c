// How an error leaves frames: the walk to the nearest handler, and the end of the frames that it passed.
#include "aiocc/core/frame.hpp"

#include "aiocc/core/async_generator.hpp"
#include "aiocc/core/driver.hpp"
#include "aiocc/core/future_object.hpp"
#include "aiocc/core/kept_variables.hpp"
#include "aiocc/objects/collector.hpp"

namespace aiocc::detail {

namespace {

void append_position(Frame const* frame) noexcept {
  if (frame->position) add_traceback(frame->position);
}

// PEP 479: StopIteration never leaves a coroutine or generator as itself, nor StopAsyncIteration an async generator.
void convert_stop_iteration(Frame const* frame) noexcept {
  char const* message = nullptr;
  if (error_is(stop_iteration_type)) {
    switch (frame->kind) {
      case FrameKind::Coroutine:
      case FrameKind::AwaitedIterator: message = "coroutine raised StopIteration"; break;
      case FrameKind::Generator: message = "generator raised StopIteration"; break;
      case FrameKind::AsyncGenerator: message = "async generator raised StopIteration"; break;
      case FrameKind::Variables: break;
    }
  } else if (frame->kind == FrameKind::AsyncGenerator && error_is(stop_async_iteration_type)) {
    message = "async generator raised StopAsyncIteration";
  }
  if (message) make_cause_of_runtime_error(message);
}

bool is_stop(BaseException const* error) noexcept {
  Type const* const type = error->type;
  if (type == &stop_iteration_type || type == &stop_async_iteration_type) return true;
  // Only classes of the program's derive from these.
  return type->is_user_class &&
         (is_subtype(type, &stop_iteration_type) || is_subtype(type, &stop_async_iteration_type));
}

}  // namespace

void add_thrown_context(HandledException const* innermost, HandledException const* base) noexcept {
  if (state.error->context.bound()) return;
  HandledException const* slot = innermost;
  while (slot && slot != base && !slot->exception.bound()) slot = slot->outer;
  if (slot && slot != base && !slot->exception.is(state.error)) state.error->context = slot->exception;
}

void convert_leaving_error(Frame* frame) noexcept {
  if (is_stop(state.error.get())) convert_stop_iteration(frame);
}

std::coroutine_handle<> propagate(Frame* frame) noexcept {
  convert_leaving_error(frame);
  for (Frame* passed = frame;;) {
    Frame* next = passed->awaiter;
    if (passed->kind == FrameKind::Generator) return std::noop_coroutine();
    if (passed->kind == FrameKind::AsyncGenerator) {
      auto* generator = static_cast<AsyncGeneratorFrame*>(passed);
      generator->finished = true;
      generator->leave();
      generator->awaiter = nullptr;
      generator->outermost = generator->innermost = generator;
      generator->relayed = nullptr;
    }
    if (!next) return finish_root(passed);
    if (next->catches) return next->handle();
    append_position(next);
    next->failed = true;
    passed = next;
  }
}

std::coroutine_handle<> fail(Frame* frame) noexcept {
  if (frame->catches) return frame->handle();
  append_position(frame);
  frame->failed = true;
  return propagate(frame);
}

std::coroutine_handle<> recursion_error(Frame* frame) noexcept {
  raise_error(recursion_error_type, "maximum recursion depth exceeded");
  return fail(frame->awaiter);
}

std::coroutine_handle<> finish_root(Frame* root) noexcept {
  if (state.hand_driver) [[unlikely]] {
    state.hand_driver->leaf = nullptr;
  } else {
    state.current_task->leaf = root;
    state.current_task->root_finished = true;
  }
  return std::noop_coroutine();
}

void keep_passed_frame(Frame* frame) noexcept {
  frame->awaiter = nullptr;
  Frame** link = &state.error->passed_frames;
  if (!*link) ++collector.exceptions_with_frames;
  while (*link) link = &(*link)->awaiter;
  *link = frame;
}

void release_passed_frames(Frame* first) noexcept {
  if (first) --collector.exceptions_with_frames;
  while (first) {
    Frame* next = std::exchange(first->awaiter, nullptr);
    if (first->kind == FrameKind::Variables)
      delete static_cast<VariablesFrame*>(first);
    else
      destroy_outside_error(first);
    first = next;
  }
}

void destroy_outside_error(Frame* frame) noexcept {
  if (!state.error.bound()) [[likely]]
    return frame->handle().destroy();
  Ref<BaseException> in_flight = take_error();
  frame->handle().destroy();
  restore_error(std::move(in_flight));
}

void keep_variables(std::span<KeptVariable const> variables) noexcept {
  auto* const frame = new VariablesFrame;
  for (KeptVariable const& variable : variables)
    if (variable.shared->bound())
      frame->values.push_back(variable.owned ? std::move(*variable.owned) : *variable.shared);
  keep_passed_frame(frame);
}

VariablesFrame::~VariablesFrame() {
  for (Object& value : values) value.reset();
}

Object take_value(void* value, ValueKind kind) noexcept {
  switch (kind) {
    case ValueKind::None: return None;
    case ValueKind::Word: return std::move(*static_cast<Object*>(value));
    case ValueKind::Double: return box(*static_cast<double*>(value));
    case ValueKind::Bool: return box(*static_cast<bool*>(value));
  }
  return None;
}

Object take_boxed_value(Frame* frame) noexcept { return take_value(frame + 1, frame->value_kind); }

}  // namespace aiocc::detail
