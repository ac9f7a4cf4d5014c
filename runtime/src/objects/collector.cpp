// One collection: which objects are reachable only from one another, their weak references and finalisers, and their end. The order of
// events is that of CPython's `deduce_unreachable`, `handle_weakrefs`, `finalize_garbage`, `handle_resurrected_objects`, `delete_garbage`.
#include "aiocc/objects/collector.hpp"

#include <algorithm>
#include <cassert>
#include <unordered_map>
#include <utility>

#include "aiocc/core/frame.hpp"
#include "aiocc/objects/weak_references.hpp"
#include "core.hpp"
#include "finalization.hpp"
#include "pools.hpp"

namespace aiocc::detail {

constinit CollectorState collector;

namespace {

// While a collection runs, the flags' upper bits count the references that don't come from objects that take part. A count that doesn't fit
// stays at the most: such an object counts as held from outside.
constexpr std::uint32_t count_shift = 8;
constexpr std::uint32_t one = 1u << count_shift;
constexpr std::uint32_t most = ~std::uint32_t{0} >> count_shift;

std::uint32_t outside_references(HeapObject const* object) noexcept { return object->flags >> count_shift; }
void set_outside_references(HeapObject* object, std::uint32_t count) noexcept {
  object->flags = (object->flags & (one - 1)) | std::min(count, most) << count_shift;
}
bool is_examined(HeapObject const* object) noexcept { return object->flags & object_examined; }

/// Memory in use after the last collection, and how much more makes the next one worth it.
constinit std::size_t live_bytes = 0;
constinit double growth = 0.5;
constexpr double least_growth = 0.25;
constexpr double most_growth = 2;
/// Of an object, in the mean, to make bytes of the threshold.
constexpr std::size_t typical_bytes = 128;

/// Ages of the objects whose `__del__` hasn't run.
std::unordered_map<HeapObject*, std::uint64_t>& finalizables() {
  static auto& map = *new std::unordered_map<HeapObject*, std::uint64_t>;
  return map;
}
constinit std::uint64_t next_age = 0;

bool has_pending_finalizer(HeapObject const* object) noexcept {
  return object->type->has_finalizer && !(object->flags & object_finalized);
}

void subtract(Visitor&, HeapObject* object) {
  if (!is_examined(object) || outside_references(object) == most) return;
  assert(outside_references(object) > 0);
  object->flags -= one;
}

/// Takes objects out of those examined, and all that they refer to. Its stack is bounded: what doesn't fit is left for another walk over
/// the objects, as one that something outside refers to.
class Reaching : public Visitor {
 public:
  explicit Reaching(std::size_t objects) : Visitor(reach), most_waiting_(std::max(least_stack, objects / 32)) {}
  void from(HeapObject* root) {
    (*this)(root);
    while (!stack_.empty()) {
      HeapObject* next = stack_.back();
      stack_.pop_back();
      traverse_object(next, *this);
    }
  }
  /// Whether objects were left since the last call.
  bool left_some() noexcept { return std::exchange(left_some_, false); }
  std::size_t taken() const noexcept { return taken_; }

 private:
  static constexpr std::size_t least_stack = 1 << 16;

  static void reach(Visitor& self, HeapObject* object) {
    if (is_examined(object)) static_cast<Reaching&>(self).take(object);
  }
  void take(HeapObject* object) {
    if (stack_.size() == most_waiting_) {
      set_outside_references(object, 1);
      left_some_ = true;
      return;
    }
    object->flags &= ~std::uint32_t{object_examined};
    ++taken_;
    stack_.push_back(object);
  }

  std::size_t const most_waiting_;
  std::size_t taken_ = 0;
  std::vector<HeapObject*> stack_;
  bool left_some_ = false;
};

bool takes_part(HeapObject const* object) noexcept { return is_container(object) && !(object->flags & object_frozen); }

/// The object takes part; `held` of its references are the collection's own.
void examine(HeapObject* object, std::uint32_t held) noexcept {
  object->flags |= object_examined;
  set_outside_references(object, object->references - held);
}

/// Calls `use` for each live object with its bytes.
template <class Use>
void for_each_live(Use use) {
  for_each_object([](HeapObject* object, std::size_t bytes, void* data) { (*static_cast<Use*>(data))(object, bytes); },
                  &use);
}
template <class Use>
void for_each_examined(Use use) {
  for_each_live([&](HeapObject* object, std::size_t) {
    if (is_examined(object)) use(object);
  });
}

/// Of the `count` objects that take part, which `for_each` calls a function for, only those stay that nothing outside refers to; how many that are.
template <class ForEach>
std::size_t keep_unreachable(std::size_t count, ForEach for_each) {
  Visitor subtracting(subtract);
  for_each([&](HeapObject* object) { traverse_object(object, subtracting); });
  Reaching reaching(count);
  do {
    for_each([&](HeapObject* object) {
      if (is_examined(object) && outside_references(object) > 0) reaching.from(object);
    });
  } while (reaching.left_some());
  return count - reaching.taken();
}

/// How many objects CPython would count here: a function's captured variables are a tuple of their own there, and an instance's attributes
/// aren't in a dict.
std::int64_t counted_as(HeapObject* object) noexcept {
  if (object->type == &function_type) return static_cast<FunctionObject*>(object)->cell_count ? 2 : 1;
  DictObject** overflow = object->type->is_user_class ? overflow_of(object) : nullptr;
  return overflow && *overflow ? 0 : 1;
}

bool runs_code(HeapObject const* object) noexcept {
  return has_pending_finalizer(object) || (object->type->slots.runs_code && object->type->slots.runs_code(object));
}

/// Whether the end of these objects may run Python code.
bool ends_quietly(std::vector<HeapObject*> const& garbage) {
  struct Asking : Visitor {
    Asking()
        : Visitor([](Visitor& self, HeapObject* object) {
            if (runs_code(object)) static_cast<Asking&>(self).quiet = false;
          }) {}
    bool quiet = true;
  } asking;
  for (HeapObject* object : garbage) {
    if (runs_code(object)) return false;
    for (WeakReferenceObject* each = weak_references_of(object); each; each = each->next)
      if (each->callback.bound()) return false;
    traverse_object(object, asking);
    if (!asking.quiet) return false;
  }
  return true;
}

/// The objects that have weak references, in the order in which they got their first ones.
std::vector<HeapObject*> weakly_referenced(std::vector<HeapObject*> const& garbage) {
  std::vector<std::pair<std::uint64_t, HeapObject*>> found;
  for (HeapObject* object : garbage) {
    WeakReferenceObject* oldest = weak_references_of(object);
    while (oldest && oldest->next) oldest = oldest->next;
    if (oldest) found.emplace_back(oldest->age, object);
  }
  std::sort(found.begin(), found.end());
  std::vector<HeapObject*> objects;
  for (auto const& [age, object] : found) objects.push_back(object);
  return objects;
}

void clear_references_to(std::vector<HeapObject*> const& garbage) {
  std::vector<Object> called;
  for (HeapObject* object : weakly_referenced(garbage))
    clear_weak_references(object, called, [](HeapObject* reference) { return is_examined(reference); });
  for (Object const& reference : called) call_weak_callback(reference.as<WeakReferenceObject>());
}

/// Calls the finalisers, the oldest object's first. False: there are none.
bool run_finalizers(std::vector<HeapObject*> const& garbage) {
  std::vector<std::pair<std::uint64_t, HeapObject*>> pending;
  for (HeapObject* object : garbage)
    if (has_pending_finalizer(object)) pending.emplace_back(finalizable_age(object), object);
  std::sort(pending.begin(), pending.end());
  for (auto const& [age, object] : pending) finalize_held(object);
  return !pending.empty();
}

void clear_object(HeapObject* object) noexcept {
  if (auto clear = object->type->slots.clear) clear(object);
  clear_fields(object);
}

/// Breaks the cycles. The objects are held until their turn.
void delete_garbage(std::vector<HeapObject*> const& garbage) noexcept {
  for (HeapObject* object : garbage) object->flags &= ~std::uint32_t{object_examined};
  // What tells of its end, or runs code then, does so while all others are whole.
  for (HeapObject* object : garbage)
    if (runs_code(object)) clear_object(object);
  for (HeapObject* object : garbage) {
    clear_object(object);
    Object::adopt(object).reset();
  }
}

void plan_next(std::size_t bytes_before, std::size_t bytes_freed) noexcept {
  std::size_t const grown = bytes_before > live_bytes ? bytes_before - live_bytes : 0;
  growth = bytes_freed * 4 < grown ? std::min(growth * 2, most_growth) : std::max(growth / 2, least_growth);
  live_bytes = bytes_before - std::min(bytes_freed, bytes_before);
}

std::size_t worthwhile_bytes() noexcept {
  auto const least = static_cast<std::size_t>(std::max<std::int64_t>(collector.thresholds[0], 1)) * typical_bytes;
  return std::max(least, static_cast<std::size_t>(static_cast<double>(live_bytes) * growth));
}

std::size_t bytes_in_use() {
  std::size_t bytes = 0;
  for_each_live([&](HeapObject*, std::size_t size) { bytes += size; });
  return bytes;
}

// The frames that an exception keeps are closed to the collector: of a cycle through them nothing would ever be found. So an exception that
// has kept its frames since an earlier collection under pressure lets them go; what their variables hold may end sooner than in CPython.

Frame*& passed_frames(HeapObject* exception) noexcept { return static_cast<BaseException*>(exception)->passed_frames; }

bool keeps_frames(HeapObject* object) noexcept { return object->type->is_exception && passed_frames(object); }
bool keeps_old_frames(HeapObject* object) noexcept {
  return object->flags & object_keeps_old_frames && keeps_frames(object);
}

void note_kept_frames() noexcept {
  if (collector.exceptions_with_frames == 0) return;
  for_each_live([](HeapObject* object, std::size_t) {
    if (keeps_frames(object)) object->flags |= object_keeps_old_frames;
  });
}

void release_old_frames() noexcept {
  if (collector.exceptions_with_frames == 0) return;
  std::vector<Object> exceptions;
  for_each_live([&](HeapObject* object, std::size_t) {
    if (keeps_old_frames(object)) exceptions.push_back(Object::share(object));
  });
  for (Object const& exception : exceptions) {
    exception.heap()->flags &= ~std::uint32_t{object_keeps_old_frames};
    release_passed_frames(std::exchange(passed_frames(exception.heap()), nullptr));
  }
}

bool any_keeps_old_frames() {
  bool any = false;
  if (collector.exceptions_with_frames != 0)
    for_each_live([&](HeapObject* object, std::size_t) { any = any || keeps_old_frames(object); });
  return any;
}

struct Population {
  /// Of all objects.
  std::size_t bytes = 0;
  std::size_t examined = 0;
};

/// From now on all containers take part.
Population examine_all() {
  Population all;
  for_each_live([&](HeapObject* object, std::size_t bytes) {
    all.bytes += bytes;
    if (!takes_part(object)) return;
    examine(object, 0);
    ++all.examined;
  });
  return all;
}

/// Those of the `count` examined objects that only one another refer to; they stay examined.
std::vector<HeapObject*> find_garbage(std::size_t count) {
  std::vector<HeapObject*> garbage;
  if (keep_unreachable(count, [](auto use) { for_each_examined(use); }) != 0)
    for_each_examined([&](HeapObject* object) { garbage.push_back(object); });
  return garbage;
}

/// `quietly`: only if no Python code runs; otherwise nothing happens, and -1 is returned.
std::int64_t run_collection(bool quietly) {
  if (quietly && any_keeps_old_frames()) return -1;
  collector.collecting = true;
  auto const [bytes, examined] = examine_all();
  std::vector<HeapObject*> garbage = find_garbage(examined);
  if (quietly && !ends_quietly(garbage)) {
    for (HeapObject* object : garbage) object->flags &= ~std::uint32_t{object_examined};
    collector.collecting = false;
    return -1;
  }
  for (HeapObject* object : garbage) ++object->references;
  clear_references_to(garbage);
  if (run_finalizers(garbage)) {
    std::vector<HeapObject*> const all = garbage;
    for (HeapObject* object : garbage) examine(object, 1);
    keep_unreachable(all.size(), [&](auto use) { std::ranges::for_each(all, use); });
    std::erase_if(garbage, [](HeapObject* object) { return !is_examined(object); });
    for (HeapObject* object : all)
      if (!is_examined(object)) Object::adopt(object).reset();
  }
  std::int64_t count = 0;
  for (HeapObject* object : garbage) count += counted_as(object);
  delete_garbage(garbage);
  ++collector.collections;
  collector.collected += static_cast<std::uint64_t>(count);
  std::size_t const freed = garbage.empty() ? 0 : bytes - std::min(bytes, bytes_in_use());
  plan_next(bytes, freed);
  collector.memory_after = object_memory();
  set_memory_limit(std::max(object_memory(), live_bytes + worthwhile_bytes()));
  collector.collecting = false;
  return count;
}

}  // namespace

std::int64_t collect() noexcept {
  if (collector.collecting) return 0;
  collector.due = false;
  Ref<BaseException> in_flight = std::move(state.error);
  std::int64_t count = run_collection(false);
  state.error = std::move(in_flight);
  return count;
}

void collect_if_due() noexcept {
  if (!collector.due || collector.collecting) return;
  Ref<BaseException> in_flight = std::move(state.error);
  release_old_frames();
  state.error = std::move(in_flight);
  collect();
  note_kept_frames();
}

void page_taken() noexcept {
  if (!collector.enabled || collector.collecting || collector.due || collector.thresholds[0] == 0) return;
  std::size_t const worthwhile = worthwhile_bytes();
  if (bytes_in_use() < live_bytes + worthwhile / 4 * 3) {
    set_memory_limit(object_memory() + worthwhile / 4);
    return;
  }
  if (run_collection(true) < 0)
    collector.due = true;
  else
    note_kept_frames();
}

bool is_container(HeapObject const* object) noexcept {
  return object->type->is_user_class || object->type->slots.traverse;
}

void traverse_object(HeapObject* object, Visitor& visit) {
  Type* type = object->type;
  if (type->slots.traverse) type->slots.traverse(object, visit);
  for (Field const& field : type->fields)
    if (field.storage == Storage::Word)
      visit(*reinterpret_cast<Object*>(reinterpret_cast<char*>(object) + field.offset));
  if (DictObject** overflow = overflow_of(object)) visit(*overflow);
  if (type->is_user_class) visit(type);
}

std::vector<HeapObject*> tracked_objects() {
  std::vector<HeapObject*> objects;
  for_each_live([&](HeapObject* object, std::size_t) {
    if (takes_part(object)) objects.push_back(object);
  });
  return objects;
}

void remember_finalizable(HeapObject* object) { finalizables()[object] = ++next_age; }
void forget_finalizable(HeapObject* object) noexcept { finalizables().erase(object); }

std::uint64_t finalizable_age(HeapObject* object) {
  auto found = finalizables().find(object);
  return found == finalizables().end() ? 0 : found->second;
}

bool has_finalizables() noexcept { return !finalizables().empty(); }

std::vector<std::pair<std::uint64_t, HeapObject*>> finalizables_by_age() {
  std::vector<std::pair<std::uint64_t, HeapObject*>> all;
  for (auto const& [object, age] : finalizables()) all.emplace_back(age, object);
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace aiocc::detail
