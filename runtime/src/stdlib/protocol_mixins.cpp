// What the classes of collections.abc that have one purpose give to classes derived from them: their abstract methods, as `super()` gets at
// them, and what generators and coroutines do by those.
#include "aiocc/core/await_object.hpp"
#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/stdlib/collections_abc.hpp"
#include "collection_mixins.hpp"
#include "mixin_tables.hpp"

namespace aiocc::collections::abc {
namespace {

constexpr char const* with_x[] = {"self", "x"};
constexpr char const* throw_parameters[] = {"self", "typ", "val", "tb"};
constexpr std::uint64_t without_value = 0b1100;

Result<Object> no_iterator(NativeCall const&) { return get_iter(aiocc::make_tuple({})); }
Result<Object> zero(NativeCall const&) { return Int(0); }
Result<Object> contains_nothing(NativeCall const&) { return False; }
Result<Object> yields_once(NativeCall const&) { return get_iter(pack_tuple(None)); }
Result<Object> stops(NativeCall const&) { return raise(box(stop_iteration_type)); }

/// An argument that wasn't given is None.
Object given(Object const& argument) { return argument.bound() ? argument : None; }

/// What `throw(typ, val, tb)` of generators raises that do nothing else with it.
Result<Object> thrown(Object const& type, Object const& value, Object const& traceback) {
  if (value.is(None) && traceback.is(None)) return type;
  Object const exception = value.is(None) ? PASS(call(type)) : value;
  return traceback.is(None) ? exception : call_method(exception, "with_traceback"_s, traceback);
}
Result<Object> throws(NativeCall const& call) {
  return raise(PASS(thrown(call.args[1], given(call.args[2]), given(call.args[3]))));
}

Result<Object> next_by_send(NativeCall const& call) { return call_method(call.args[0], "send"_s, None); }

/// GeneratorExit is thrown in, and has to come out again.
Result<Object> close_by_throw(NativeCall const& call, char const* complaint) {
  if (call_method(call.args[0], "throw"_s, box(generator_exit_type))) return raise_error(runtime_error_type, complaint);
  if (!error_is(generator_exit_type) && !error_is(stop_iteration_type)) return raised;
  take_error();
  return None;
}
Result<Object> close_generator(NativeCall const& call) {
  return close_by_throw(call, "generator ignored GeneratorExit");
}
Result<Object> close_coroutine(NativeCall const& call) {
  return close_by_throw(call, "coroutine ignored GeneratorExit");
}

// Of async generators.

Coroutine<Object> next_of(Object generator) {
  Object const step = CO_PASS(call_method(generator, "asend"_s, None));
  Object item = co_await await_object(step).at(nullptr);
  co_return item;
}

Coroutine<Object> stop_at_once() {
  raise(box(stop_async_iteration_type));
  co_return raised;
}

Coroutine<Object> throw_at_once(Object type, Object value, Object traceback) {
  raise(CO_PASS(thrown(type, value, traceback)));
  co_return raised;
}

Coroutine<Object> close_of(Object generator) {
  Object const step = CO_PASS(call_method(generator, "athrow"_s, box(generator_exit_type)));
  Result<Object> const done = co_await await_object(step).caught(nullptr);
  if (done) {
    raise_error(runtime_error_type, "asynchronous generator ignored GeneratorExit");
    co_return raised;
  }
  if (!error_is(generator_exit_type) && !error_is(stop_async_iteration_type)) co_return raised;
  take_error();
  co_return None;
}

Object coroutine_of(Coroutine<Object> coroutine) { return aiocc::detail::make_coroutine_object(coroutine.release()); }

Result<Object> next_async(NativeCall const& call) { return coroutine_of(next_of(call.args[0])); }
Result<Object> stops_async(NativeCall const&) { return coroutine_of(stop_at_once()); }
Result<Object> throws_async(NativeCall const& call) {
  return coroutine_of(throw_at_once(call.args[1], given(call.args[2]), given(call.args[3])));
}
Result<Object> close_async(NativeCall const& call) { return coroutine_of(close_of(call.args[0])); }

template <Type& type, NativeFunction const& function>
MemberTable const& table_of_one() {
  static constexpr Member row{.name = function.code.name, .kind = MemberKind::Method, .function = &function};
  static constexpr MemberTable table{"collections.abc", &type, &row, 1};
  return table;
}

constexpr NativeFunction hash_function = mixin("__hash__", hashable_type, only_self, 0, zero);
constexpr NativeFunction length_function = mixin("__len__", sized_type, only_self, 0, zero);
constexpr NativeFunction contains_function = mixin("__contains__", container_type, with_x, 0, contains_nothing);
constexpr NativeFunction iter_function = mixin("__iter__", iterable_type, only_self, 0, no_iterator);
constexpr NativeFunction next_function = mixin("__next__", iterator_type, only_self, 0, stops);
constexpr NativeFunction reversed_function = mixin("__reversed__", reversible_type, only_self, 0, no_iterator);
constexpr NativeFunction await_function = mixin("__await__", awaitable_type, only_self, 0, yields_once);
constexpr NativeFunction anext_function = mixin("__anext__", async_iterator_type, only_self, 0, stops_async);

constexpr NativeFunction generator_functions[] = {
    mixin("__next__", generator_type, only_self, 0, next_by_send),
    mixin("send", generator_type, with_value, 0, stops),
    mixin("throw", generator_type, throw_parameters, without_value, throws),
    mixin("close", generator_type, only_self, 0, close_generator),
};
constexpr auto generator_rows = rows_of(generator_functions);

constexpr NativeFunction coroutine_functions[] = {
    mixin("send", coroutine_type, with_value, 0, stops),
    mixin("throw", coroutine_type, throw_parameters, without_value, throws),
    mixin("close", coroutine_type, only_self, 0, close_coroutine),
};
constexpr auto coroutine_rows = rows_of(coroutine_functions);

constexpr NativeFunction async_generator_functions[] = {
    mixin("__anext__", async_generator_type, only_self, 0, next_async),
    mixin("asend", async_generator_type, with_value, 0, stops_async),
    mixin("athrow", async_generator_type, throw_parameters, without_value, throws_async),
    mixin("aclose", async_generator_type, only_self, 0, close_async),
};
constexpr auto async_generator_rows = rows_of(async_generator_functions);

}  // namespace

MemberTable const& hashable_mixins() { return table_of_one<hashable_type, hash_function>(); }
MemberTable const& sized_mixins() { return table_of_one<sized_type, length_function>(); }
MemberTable const& container_mixins() { return table_of_one<container_type, contains_function>(); }
MemberTable const& iterable_mixins() { return table_of_one<iterable_type, iter_function>(); }
MemberTable const& iterator_mixins() { return table_of_one<iterator_type, next_function>(); }
MemberTable const& reversible_mixins() { return table_of_one<reversible_type, reversed_function>(); }
MemberTable const& awaitable_mixins() { return table_of_one<awaitable_type, await_function>(); }
MemberTable const& async_iterator_mixins() { return table_of_one<async_iterator_type, anext_function>(); }

MemberTable const& generator_mixins() {
  static constexpr MemberTable table{"collections.abc", &generator_type, generator_rows.data(), generator_rows.size()};
  return table;
}
MemberTable const& coroutine_mixins() {
  static constexpr MemberTable table{"collections.abc", &coroutine_type, coroutine_rows.data(), coroutine_rows.size()};
  return table;
}
MemberTable const& async_generator_mixins() {
  static constexpr MemberTable table{"collections.abc", &async_generator_type, async_generator_rows.data(),
                                     async_generator_rows.size()};
  return table;
}

}  // namespace aiocc::collections::abc
