// What generators and coroutines tell of themselves: their names, code and frames.
#include "aiocc/core/async_generator.hpp"
#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/stdlib/types.hpp"

namespace aiocc::detail {
namespace {

Object text_or_none(char const* text) { return text ? Object(Str::intern(text)) : None; }

/// The runtime's own functions have no file, and no code that Python could see.
Object code_or_none(Code const* code) { return code && code->file ? types::make_code(code) : None; }

}  // namespace

Object frame_name(FrameObject* frame) {
  Object const own = own_name(frame, OwnName::Plain);
  return own.bound() ? own : text_or_none(frame->code() ? frame->code()->name : nullptr);
}
Object frame_qualname(FrameObject* frame) {
  Object const own = own_name(frame, OwnName::Qualified);
  return own.bound() ? own : text_or_none(frame->code() ? frame->code()->qualified_name : nullptr);
}
Object code_of_frame(FrameObject* frame) { return code_or_none(frame->code()); }

// Before the start it stands at the function's first line, which a decorator may be on.
Object view_of_frame(Frame* frame) {
  bool const is_generator = frame->kind == FrameKind::AsyncGenerator;
  Span const* const place = is_generator ? static_cast<AsyncGeneratorFrame*>(frame)->place() : frame->position;
  if (!place || !place->code->file) return None;
  return Object::adopt(new types::FrameView(place->code, frame->started ? place->line : place->code->first_line));
}

Object coroutine_name(CoroutineObject* object) {
  Object const own = own_name(object, OwnName::Plain);
  return own.bound() ? own : text_or_none(object->code ? object->code->name : nullptr);
}
Object coroutine_qualname(CoroutineObject* object) {
  Object const own = own_name(object, OwnName::Qualified);
  return own.bound() ? own : text_or_none(object->code ? object->code->qualified_name : nullptr);
}
Object code_of_coroutine(CoroutineObject* object) { return code_or_none(object->code); }
Object view_of_coroutine(CoroutineObject* object) {
  // A failed frame may still be there, until whoever awaited it goes on.
  return object->root && !object->root->failed ? view_of_frame(object->root) : None;
}

}  // namespace aiocc::detail
