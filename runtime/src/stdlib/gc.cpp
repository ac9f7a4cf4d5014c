// The module gc.
#include "aiocc/stdlib/gc.hpp"

#include <algorithm>

#include "../objects/convert_arguments.hpp"
#include "../objects/pools.hpp"
#include "aiocc/objects/collector.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"

namespace aiocc::gc {

using aiocc::detail::collector;

namespace {

/// Never destroyed: other objects' ends may still look at them.
union ImmortalList {
  constexpr ImmortalList() noexcept : value() {}
  constexpr ~ImmortalList() {}
  List<Object> value;
};
constinit ImmortalList garbage_storage;
constinit ImmortalList callbacks_storage;

[[gnu::constructor]] void make_lists() {
  garbage = List<Object>::of();
  callbacks = List<Object>::of();
}

constexpr std::size_t typical_object_bytes = 64;
constexpr std::int64_t last_generation = 2;

void call_callbacks(char const* phase, std::int64_t generation, std::int64_t collected) {
  // A copy: a callback may change the list.
  std::vector<Object> const called = callbacks.words();
  for (Object const& callback : called) {
    Dict<Str, Object> info = Dict<Str, Object>::of();
    dict_set_str(info.get(), "generation"_s, Int(generation));
    dict_set_str(info.get(), "collected"_s, Int(collected));
    dict_set_str(info.get(), "uncollectable"_s, Int(0));
    if (!call(callback, Str::from_utf8(phase), info)) print_unraisable(callback);
  }
}

}  // namespace

constinit List<Object>& garbage = garbage_storage.value;
constinit List<Object>& callbacks = callbacks_storage.value;

Result<Int> collect(Object const& generation) {
  std::int64_t const chosen = PASS(aiocc::detail::ssize_argument(generation));
  if (chosen < 0 || chosen > last_generation) return raise_error(value_error_type, "invalid generation");
  call_callbacks("start", chosen, 0);
  std::int64_t const collected = aiocc::detail::collect();
  call_callbacks("stop", chosen, collected);
  return Int(collected);
}

void enable() noexcept { collector.enabled = true; }
void disable() noexcept { collector.enabled = false; }
bool isenabled() noexcept { return collector.enabled; }

Result<void> set_threshold(Object const& first, Object const& second, Object const& third) {
  std::int64_t const thresholds[] = {PASS(aiocc::detail::ssize_argument(first)),
                                     PASS(aiocc::detail::ssize_argument(second)),
                                     PASS(aiocc::detail::ssize_argument(third))};
  std::copy_n(thresholds, 3, collector.thresholds);
  aiocc::detail::set_memory_limit(0);
  return {};
}

Tuple<Int, Int, Int> get_threshold() {
  return Tuple<Int, Int, Int>::of(Int(collector.thresholds[0]), Int(collector.thresholds[1]),
                                  Int(collector.thresholds[2]));
}

Tuple<Int, Int, Int> get_count() {
  std::size_t const bytes =
      aiocc::detail::object_memory() - std::min(aiocc::detail::object_memory(), collector.memory_after);
  return Tuple<Int, Int, Int>::of(Int(static_cast<std::int64_t>(bytes / typical_object_bytes)), Int(0), Int(0));
}

Result<void> set_debug(Object const& flags) {
  collector.debug_flags = PASS(aiocc::detail::ssize_argument(flags));
  return {};
}
Int get_debug() noexcept { return Int(collector.debug_flags); }

List<Object> get_objects(Object const&) {
  std::vector<HeapObject*> const all = aiocc::detail::tracked_objects();
  List<Object> result = List<Object>::of();
  for (HeapObject* object : all) result.append(Object::share(object));
  return result;
}

List<Object> get_referents(Arguments objects) {
  struct Collecting : Visitor {
    Collecting()
        : Visitor([](Visitor& self, HeapObject* object) {
            static_cast<Collecting&>(self).found.append(Object::share(object));
          }) {}
    List<Object> found = List<Object>::of();
  } collecting;
  for (Object const& object : objects)
    if (object.is_heap() && aiocc::detail::is_container(object.heap()))
      aiocc::detail::traverse_object(object.heap(), collecting);
  return collecting.found;
}

List<Object> get_referrers(Arguments objects) {
  struct Searching : Visitor {
    explicit Searching(Arguments looked_for)
        : Visitor([](Visitor& self, HeapObject* object) {
            auto& searching = static_cast<Searching&>(self);
            for (Object const& each : searching.targets) searching.found |= each.is_heap() && each.heap() == object;
          }),
          targets(looked_for) {}
    Arguments targets;
    bool found = false;
  } searching(objects);
  List<Object> result = List<Object>::of();
  for (HeapObject* object : aiocc::detail::tracked_objects()) {
    if (object == result.heap()) continue;
    searching.found = false;
    aiocc::detail::traverse_object(object, searching);
    if (searching.found) result.append(Object::share(object));
  }
  return result;
}

bool is_tracked(Object const& object) noexcept {
  return object.is_heap() && aiocc::detail::is_container(object.heap());
}

bool is_finalized(Object const& object) noexcept {
  return object.is_heap() && (object.heap()->flags & object_finalized);
}

void freeze() {
  for (HeapObject* object : aiocc::detail::tracked_objects()) object->flags |= object_frozen;
}

void unfreeze() {
  aiocc::detail::for_each_object(
      [](HeapObject* object, std::size_t, void*) { object->flags &= ~std::uint32_t{object_frozen}; }, nullptr);
}

Int get_freeze_count() {
  std::int64_t count = 0;
  aiocc::detail::for_each_object(
      [](HeapObject* object, std::size_t, void* sum) {
        if (object->flags & object_frozen) ++*static_cast<std::int64_t*>(sum);
      },
      &count);
  return Int(count);
}

}  // namespace aiocc::gc
