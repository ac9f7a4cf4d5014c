// Raising, catching and chaining.
#include "aiocc/objects/float.hpp"
#include "core.hpp"
#include "exceptions.hpp"

namespace aiocc {
namespace {

BaseException* as_exception(Object const& object) noexcept { return object.as<BaseException>(); }

/// The nearest exception being handled, as the context of one that is raised now.
void set_context(BaseException* exception) {
  for (HandledException* slot = state.handled; slot; slot = slot->outer) {
    if (!slot->exception.bound()) continue;
    BaseException* handled = slot->exception.get();
    if (handled == exception) return;
    // Breaks the cycle that would arise where the new exception already stands in the handled one's past. Tortoise and hare,
    // since that past may have a cycle of its own.
    BaseException* link = handled;
    BaseException* slow = handled;
    bool step_slow = false;
    while (link->context.bound()) {
      if (as_exception(link->context) == exception) {
        link->context.reset();
        break;
      }
      link = as_exception(link->context);
      if (link == slow) break;
      if (step_slow) slow = as_exception(slow->context);
      step_slow = !step_slow;
    }
    exception->context = slot->exception;
    return;
  }
}

void set_error(Object exception) { state.error = word_cast<Ref<BaseException>>(std::move(exception)); }

/// The exception that `raise x` means: x itself, or an instance of the class x.
Result<Object> exception_from(Object const& object, char const* complaint) {
  if (object.is_heap() && type_of(object)->is_exception) return object;
  if (is_instance(object, base_exception_type)) return object;
  if (!is_instance(object, type_type) || !is_subtype(object.as<Type>(), &base_exception_type))
    return raise_error(type_error_type, complaint);
  Object made = PASS(call_array(object, nullptr, 0));
  if (is_instance(made, base_exception_type)) return made;
  return detail::raise_format(type_error_type, "calling {} should have returned an instance of BaseException, not {}",
                              PASS(operators::repr(object)).utf8(), PASS(operators::repr(box(*type_of(made)))).utf8());
}

}  // namespace

Raised raise(Object const& exception) {
  Object instance = PASS(exception_from(exception, "exceptions must derive from BaseException"));
  set_context(as_exception(instance));
  set_error(std::move(instance));
  return raised;
}

Raised raise_from(Object const& exception, Object const& cause) {
  Object instance = PASS(exception_from(exception, "exceptions must derive from BaseException"));
  Object from;
  if (!cause.is(None)) from = PASS(exception_from(cause, "exception causes must derive from BaseException"));
  as_exception(instance)->cause = std::move(from);
  as_exception(instance)->suppress_context = true;
  return raise(instance);
}

Ref<BaseException> handled_exception() noexcept {
  for (HandledException* slot = state.handled; slot; slot = slot->outer)
    if (slot->exception.bound()) return slot->exception;
  return {};
}

Raised reraise() {
  Ref<BaseException> handled = handled_exception();
  if (!handled.bound()) return raise_error(runtime_error_type, "No active exception to reraise");
  return restore_error(std::move(handled));
}

Ref<BaseException> make_exception(Type& type, Object const& argument) {
  BaseException* exception = detail::allocate_exception(&type);
  Object result = Object::adopt(exception);
  bool has_argument = argument.bound();
  if (has_argument) exception->args = pack_tuple(argument);
  if (type.slots.init != base_exception_type.slots.init) {
    Result<void> initialized = type.slots.init(result, &argument, has_argument, nullptr);
    if (!initialized) return take_error();
  }
  return word_cast<Ref<BaseException>>(std::move(result));
}

Ref<BaseException> make_exception(Type& type, std::string_view message) {
  if (!message.data()) return make_exception(type, Object());
  return make_exception(type, static_cast<Object const&>(Str::from_utf8(message)));
}

Result<Object> detail::construct_exception(Type& base, Type* type, Arguments args) {
  detail::ensure_ready(&base);
  return base.slots.construct(type, args.data(), args.size(), nullptr);
}

Result<void> init_base(Type& base, Object const& self, Arguments args) {
  detail::ensure_ready(&base);
  return base.slots.init(self, args.data(), args.size(), nullptr);
}

Raised raise_error(Type& type, std::string_view message) { return raise(make_exception(type, message)); }
Raised raise_value(Type& type, Object const& value) { return raise(make_exception(type, value)); }
Raised raise_key_error(Object const& key) { return raise(make_exception(key_error_type, key)); }
Raised raise_stop_iteration(Object const& value) { return raise(make_exception(stop_iteration_type, value)); }

Raised raise_name_error(char const* name, Object const& self) {
  Ref<BaseException> exception = make_exception(name_error_type, fmt::format("name '{}' is not defined", name));
  exception.as<NameError>()->name = Str::from_utf8(name);
  exception.as<NameError>()->self = self;
  return raise(exception);
}

Raised raise_unbound_local(char const* name) {
  // CPython tells no `name` here, so that nothing is suggested.
  return raise(
      make_exception(unbound_local_error_type,
                     fmt::format("cannot access local variable '{}' where it is not associated with a value", name)));
}

Raised raise_unbound_free(char const* name) {
  Ref<BaseException> exception = make_exception(
      name_error_type,
      fmt::format("cannot access free variable '{}' where it is not associated with a value in enclosing scope", name));
  exception.as<NameError>()->name = Str::from_utf8(name);
  return raise(exception);
}

bool error_is(Type const& type) noexcept { return state.error.bound() && is_instance(state.error, type); }

namespace {

Result<bool> matches_class(Object const& error, Object const& cls) {
  if (cls.is_heap() && cls.heap()->type == &type_type && cls.as<Type>()->is_exception)
    return is_instance(error, *cls.as<Type>());
  if (is_instance(cls, type_type) && is_subtype(cls.as<Type>(), &base_exception_type))
    return is_instance(error, *cls.as<Type>());
  return raise_error(type_error_type, "catching classes that do not inherit from BaseException is not allowed");
}

}  // namespace

namespace {

Result<bool> exception_matches(Ref<BaseException> const& exception, Object const& classes) {
  if (!is_instance(classes, tuple_type)) return matches_class(exception, classes);
  // All of them must be classes of exceptions, whichever matches.
  for (Object const& cls : classes.as<TupleObject>()->words()) PASS(matches_class(exception, cls));
  for (Object const& cls : classes.as<TupleObject>()->words()) {
    bool const matches = PASS(matches_class(exception, cls));
    if (matches) return true;
  }
  return false;
}

}  // namespace

Result<bool> error_matches(Object const& classes) {
  // A check that fails has the error in flight as its context, and replaces it.
  Ref<BaseException> error = take_error();
  Result<bool> const result = exception_matches(error, classes);
  if (!result) {
    state.error->context = error;
    return raised;
  }
  state.error = std::move(error);
  return result;
}

Result<bool> Handling::matches(Object const& classes) const { return exception_matches(slot_.exception, classes); }

Ref<BaseException> take_error() noexcept { return std::move(state.error); }

Raised restore_error(Ref<BaseException> exception) noexcept {
  state.error = std::move(exception);
  return raised;
}

Handling::Handling() noexcept {
  slot_.exception = take_error();
  slot_.outer = state.handled;
  state.handled = &slot_;
}

Handling::~Handling() {
  // Elsewhere in a frame that dies while it's suspended: its slot isn't in the running chain.
  if (state.handled == &slot_) state.handled = slot_.outer;
}

namespace detail {

namespace {

[[gnu::noinline]] void add_traceback_slowly(Span const* span) noexcept {
  if (std::exchange(state.lookup_failed, false) && span) ++span;
  for (; span; span = span->caller) {
    auto& traceback = state.error->traceback;
    if (traceback.capacity() == 0) traceback.reserve(12);
    traceback.push_back(span);
    // PEP 479: the frame is a generator's.
    if (span->caller && error_is(stop_iteration_type)) make_cause_of_runtime_error("generator raised StopIteration");
  }
}

}  // namespace

void add_traceback(Span const* span) noexcept {
  if (!span || span->caller || state.lookup_failed) [[unlikely]]
    return add_traceback_slowly(span);
  auto& traceback = state.error->traceback;
  if (traceback.size() == traceback.capacity()) [[unlikely]]
    return add_traceback_slowly(span);
  traceback.push_back(span);
}

void make_cause_of_runtime_error(char const* message) noexcept {
  Ref<BaseException> stopped = take_error();
  Ref<BaseException> error = make_exception(runtime_error_type, message);
  error->cause = stopped;
  error->context = std::move(stopped);
  error->suppress_context = true;
  restore_error(std::move(error));
}

}  // namespace detail
}  // namespace aiocc
