// The types of generators and async generators.
#include "../objects/sequence.hpp"
#include "aiocc/core/async_generator_object.hpp"
#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/core/delegation.hpp"
#include "aiocc/core/driver.hpp"
#include "aiocc/core/event_loop.hpp"
#include "aiocc/core/future_object.hpp"
#include "aiocc/core/kept_variables.hpp"
#include "aiocc/core/repr.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/weak_references.hpp"

namespace aiocc {

namespace {

template <class Layout>
Layout* frame_of(Object const& self) noexcept {
  return static_cast<Layout*>(self.as<FrameObject>());
}

Result<Object> repr_frame(Object const& self) {
  Object const name = detail::frame_qualname(self.as<FrameObject>());
  return repr_at(self, is_instance(name, str_type) ? word_cast<Str>(name).utf8().c_str() : "?");
}

Result<bool> next_item(Object const& self, Object& item) {
  // The generator's code may drop the last other reference.
  Object const keep = self;
  auto* frame = frame_of<GeneratorFrame>(keep);
  switch (detail::next_of_generator(frame)) {
    case detail::Step::Yielded: item = detail::take_yielded(frame); return true;
    case detail::Step::Returned:
      if (!frame->returned.is(None)) state.stop_value = std::move(frame->returned);
      return false;
    case detail::Step::Raised: break;
  }
  return raised;
}

// Closes a generator that has lost its last reference, which may run any code of its; what it raises can only be reported. Returns whether
// it's still to be destroyed.
bool close_lost(HeapObject* self, Result<void> (*close)(HeapObject* self)) noexcept {
  self->flags |= object_finalized;
  Ref<BaseException> in_flight = take_error();
  self->references = 1;
  if (!close(self)) print_unraisable(Object::share(self));
  if (in_flight.bound()) restore_error(std::move(in_flight));
  return --self->references == 0;
}

template <class Layout>
Layout* layout_of(HeapObject* self) noexcept {
  return static_cast<Layout*>(static_cast<FrameObject*>(self));
}

Result<void> close_generator(HeapObject* self) {
  PASS(detail::generator_close(layout_of<GeneratorFrame>(self)));
  return {};
}

void dealloc_generator(HeapObject* self) noexcept {
  auto* frame = layout_of<GeneratorFrame>(self);
  bool const has_handler = frame->catches || frame->delegate.bound();
  if (frame->started && !frame->finished && has_handler && !(self->flags & object_finalized))
    if (!close_lost(self, close_generator)) return;
  if (self->flags & object_named) [[unlikely]]
    detail::forget_own_names(self);
  detail::destroy_outside_error(frame);
}

// `loop.create_task(generator.aclose())`, which the finaliser hook has scheduled.
struct Finalization : Runnable {
  explicit Finalization(AsyncGeneratorFrame* finalized) noexcept
      : Runnable(run_finalization), generator(Object::adopt(finalized)) {}
  Object generator;

  static void run_finalization(Runnable* node, bool dropped) {
    auto* self = static_cast<Finalization*>(node);
    if (!dropped) Object::adopt(detail::make_task(state.loop, detail::aclose(std::move(self->generator)).release()));
    delete self;
  }
};

Result<void> close_async_generator(HeapObject* self) {
  return detail::close_by_hand(layout_of<AsyncGeneratorFrame>(self));
}

// An unfinished generator is closed by its loop, as CPython's hooks have it.
void dealloc_async_generator(HeapObject* self) noexcept {
  auto* frame = layout_of<AsyncGeneratorFrame>(self);
  if (!frame->running()) detail::stop_relaying(frame);
  EventLoopObject* loop = frame->loop;
  bool const is_new = !(self->flags & object_finalized);
  if (is_new && detail::closes_by_hand(frame) && !close_lost(self, close_async_generator)) return;
  bool const unfinished = frame->started && !frame->finished && !frame->awaiter;
  if (is_new && unfinished && loop && !loop->closed) {
    self->flags |= object_finalized;
    self->references = 1;
    loop->ready.push(new Finalization(frame));
    detail::unregister_async_generator(frame);
    return;
  }
  detail::unregister_async_generator(frame);
  if (self->flags & object_named) [[unlikely]]
    detail::forget_own_names(self);
  detail::destroy_outside_error(frame);
}

bool is_unfinished(HeapObject const* self) noexcept { return !static_cast<FrameObject const*>(self)->finished; }

constexpr Slots generator_slots(MemberTable const& (*members)()) {
  Slots slots;
  slots.members = members;
  slots.dealloc = dealloc_generator;
  slots.runs_code = is_unfinished;
  slots.weak_references = detail::forget_weak_references;
  slots.repr = repr_frame;
  slots.iter = detail::iter_self;
  slots.next = next_item;
  return slots;
}

Result<Object> anext(Object const& self) { return detail::make_asend(frame_of<AsyncGeneratorFrame>(self), Object()); }

constexpr Slots async_generator_slots(MemberTable const& (*members)()) {
  Slots slots;
  slots.members = members;
  slots.dealloc = dealloc_async_generator;
  slots.runs_code = is_unfinished;
  slots.weak_references = detail::forget_weak_references;
  slots.repr = repr_frame;
  slots.aiter = detail::iter_self;
  slots.anext = anext;
  return slots;
}

}  // namespace

constinit Type generator_type("generator", &object_type, sizeof(GeneratorFrame),
                              generator_slots(members<generator_type>));
constinit Type async_generator_type("async_generator", &object_type, sizeof(AsyncGeneratorFrame),
                                    async_generator_slots(members<async_generator_type>));

}  // namespace aiocc
