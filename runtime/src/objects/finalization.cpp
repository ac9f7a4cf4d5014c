// The end of a program: what is still alive gets its finalisers, as when CPython collects the modules that it has dropped. Its collector
// comes across objects in a certain order: what the modules' dicts hold, in order of insertion, then what that holds, and so on.
#include "finalization.hpp"

#include <algorithm>
#include <unordered_set>

#include "aiocc/core/async_generator_object.hpp"
#include "aiocc/core/coroutine_object.hpp"
#include "aiocc/objects/collector.hpp"
#include "aiocc/objects/module.hpp"
#include "core.hpp"
#include "pools.hpp"

namespace aiocc::detail {
namespace {

constinit bool finalizing = false;

/// A generator, of either kind, whose `finally` may run, or a coroutine that was never awaited.
bool is_suspended(HeapObject const* object) noexcept {
  return object->type == &generator_type || object->type == &coroutine_type || object->type == &async_generator_type;
}

/// The objects that modules lead to, each before what it refers to.
class Survivors {
 public:
  void add_modules() {
    DictObject* const modules = as_dict(module_registry());
    std::size_t position = 0;
    while (DictEntry* each = modules->next(position))
      if (is_instance(each->value, module_type)) add_variables(each->value.as<ModuleObject>());
  }

  /// All that the objects found so far lead to. Lists and tuples show their last items first.
  void follow() {
    for (std::size_t next = 0; next < found_.size(); ++next) {
      HeapObject* const object = found_[next];
      children_.clear();
      Collecting collecting{*this};
      if (is_container(object)) traverse_object(object, collecting);
      if (object->type == &list_type || object->type == &tuple_type) std::ranges::reverse(children_);
      for (HeapObject* child : children_) add(child);
    }
  }

  std::vector<HeapObject*> const& found() const noexcept { return found_; }

 private:
  struct Collecting : Visitor {
    explicit Collecting(Survivors& all) : Visitor(see), survivors(all) {}
    static void see(Visitor& self, HeapObject* object) {
      static_cast<Collecting&>(self).survivors.children_.push_back(object);
    }
    Survivors& survivors;
  };

  void add(HeapObject* object) {
    if (seen_.insert(object).second) found_.push_back(object);
  }
  void add(Object const& value) {
    if (value.bound() && value.is_heap()) add(value.heap());
  }
  void add_variables(ModuleObject* module) {
    std::size_t place = 0;
    while (DictEntry* entry = module->dict->next(place)) add(entry->value);
    for (GlobalName const* global = module->globals(); global && global->name; ++global)
      if (global->variable) add(*global->variable);
  }

  std::vector<HeapObject*> found_;
  std::unordered_set<HeapObject*> seen_;
  std::vector<HeapObject*> children_;
};

/// A generator is closed where it stands, since code that is still to run may know it; so is a coroutine, which nobody is left to await.
void end_suspended(HeapObject* object) {
  Object const keep = Object::share(object);
  if (object->type == &generator_type) {
    auto const frame = static_cast<GeneratorFrame*>(keep.as<FrameObject>());
    if (frame->started && !generator_close(frame)) print_unraisable(keep);
    return;
  }
  if (object->type == &async_generator_type) {
    auto const frame = static_cast<AsyncGeneratorFrame*>(keep.as<FrameObject>());
    if (closes_by_hand(frame) && !close_by_hand(frame)) print_unraisable(keep);
    return;
  }
  auto const coroutine = static_cast<CoroutineObject*>(object);
  // Its frame is the task's, or of whoever awaits it.
  if (coroutine->awaited) return;
  if (Frame* root = std::exchange(coroutine->root, nullptr))
    destroy_frame(root, std::exchange(coroutine->driver.leaf, nullptr));
}

}  // namespace

bool is_finalizing() noexcept { return finalizing; }

void finalize_program() noexcept {
  finalizing = true;
  if (collector.enabled) collect();
  collector.enabled = false;
  state.position = nullptr;
  Survivors survivors;
  survivors.add_modules();
  // The rest of what is alive is looked at only where something may come of it.
  if (has_finalizables()) survivors.follow();
  std::vector<Object> held;
  for (HeapObject* object : survivors.found())
    if (is_suspended(object) || finalizable_age(object) != 0) held.push_back(Object::share(object));
  for (Object const& each : held) {
    if (is_suspended(each.heap()))
      end_suspended(each.heap());
    else if (finalizable_age(each.heap()) != 0)
      finalize_held(each.heap());
  }
  // Those that only suspended frames know.
  for (auto const& [age, object] : finalizables_by_age())
    if (finalizable_age(object) == age) finalize_held(object);
}

}  // namespace aiocc::detail
