// Frame objects of running functions.
#include "aiocc/core/activation.hpp"

#include "../objects/convert_arguments.hpp"
#include "aiocc/emitted.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/stdlib/sys.hpp"
#include "aiocc/stdlib/types.hpp"

namespace aiocc {
namespace {

using types::FrameView;

bool is_module(Code const& code) noexcept { return std::string_view(code.name) == "<module>"; }

/// Whether it's the code of a coroutine or generator.
bool is_suspendable(Code const& code) noexcept {
  return reinterpret_cast<FunctionInfo const&>(code).kind != CodeKind::Function;
}

/// The frame object of an activation that stands at `position`.
Object view_of(Activation& activation, Span const* position) {
  if (activation.view) return Object::share(activation.view);
  activation.view = new FrameView(activation.code, line_in(*activation.code, position));
  activation.view->activation = &activation;
  return Object::adopt(activation.view);
}

/// The frame object of whoever stands at `position`, the innermost activation then being `activation`; unbound where nobody knows.
Object frame_at(Activation* activation, Span const* position) {
  if (!position) return Object();
  bool const is_its_own = activation && activation->code == position->code;
  // Generator expressions that run in other functions' place have a caller; nothing is known of their frames but the line.
  if (!is_its_own && (position->caller || is_suspendable(*position->code)))
    return Object::adopt(new FrameView(position->code, position->line));
  return activation ? view_of(*activation, position) : Object();
}

bool is_main_body(Activation const& activation) noexcept {
  return !activation.outer && !activation.caller && is_module(*activation.code);
}

/// What CPython runs to import a module isn't there, and who resumes a coroutine isn't known.
Object frame_behind(Activation const& activation) {
  if (is_module(*activation.code) || is_suspendable(*activation.code)) return Object();
  return frame_at(activation.outer, activation.caller);
}

Raised raise_unknown() {
  return raise_error(not_implemented_error_type, "aiocc doesn't know the frame that this one was called from");
}

}  // namespace

std::uint32_t line_in(Code const& code, Span const* position) noexcept {
  return position && position->code == &code ? position->line : code.first_line;
}

void Activation::end_view() noexcept {
  FrameView* const kept = std::exchange(view, nullptr);
  kept->line = line_in(*code, state.position);
  kept->activation = nullptr;
  kept->is_outermost = is_main_body(*this);
  kept->back = frame_behind(*this);
}

namespace types {

FrameView::~FrameView() {
  if (activation) activation->view = nullptr;
}

std::uint32_t FrameView::current_line() const noexcept {
  if (!activation) return line;
  Span const* position = state.position;
  for (Activation const* each = state.activation; each; each = each->outer) {
    if (each == activation) return line_in(*code, position);
    position = each->caller;
  }
  return line;
}

Result<Object> FrameType::f_back() const {
  FrameView const* const frame = view();
  Activation const* const running = frame->activation;
  if (running ? is_main_body(*running) : frame->is_outermost) return None;
  Object back = running ? frame_behind(*running) : frame->back;
  if (!back.bound()) return raise_unknown();
  return back;
}

}  // namespace types

Result<Object> sys::_getframe(Object const& depth) {
  std::int64_t left = PASS(aiocc::detail::ssize_argument(depth));
  Object frame = frame_at(state.activation, state.position);
  if (!frame.bound())
    return raise_error(not_implemented_error_type, "aiocc keeps no frames in a program that doesn't name `_getframe`");
  for (; left > 0; --left) {
    frame = PASS(word_cast<types::FrameType>(frame).f_back());
    if (frame.is(None)) return raise_error(value_error_type, "call stack is not deep enough");
  }
  return frame;
}

}  // namespace aiocc
