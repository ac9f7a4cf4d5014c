// itertools.groupby: runs of items with equal keys, which share their source.
#include "aiocc/stdlib/itertools.hpp"
#include "iterator_slots.hpp"
#include "itertools_copies.hpp"

namespace aiocc::itertools {

namespace {

struct GrouperObject;

struct GroupbyObject : HeapObject {
  GroupbyObject(Iteration items, Object key)
      : HeapObject(&groupby_type), source(std::move(items)), key_function(std::move(key)) {}
  Iteration source;
  /// None: the items are their own keys.
  Object key_function;
  /// Key of the group that was given last.
  Object target_key;
  /// The item read last and its key; the item is unbound once a group has given it.
  Object current_key;
  Object current_value;
  /// The group that may still read: all older ones have ended. Not owned.
  GrouperObject* reading = nullptr;
};

struct GrouperObject : HeapObject {
  GrouperObject(Ref<GroupbyObject> owner, Object key)
      : HeapObject(&grouper_type), parent(std::move(owner)), target_key(std::move(key)) {}
  ~GrouperObject() {
    if (parent->reading == this) parent->reading = nullptr;
  }
  Ref<GroupbyObject> parent;
  Object target_key;
};

Result<bool> advance(GroupbyObject* groups) {
  Object value;
  if (!PASS(groups->source.next(value))) return false;
  Object key = groups->key_function.is(None) ? value : PASS(call(groups->key_function, value));
  groups->current_value = std::move(value);
  groups->current_key = std::move(key);
  return true;
}

/// Whether the item read last belongs to the group of `key`. The comparison may change the groups.
Result<bool> belongs_to(GroupbyObject const* groups, Object const& key) {
  Object target = key, current = groups->current_key;
  return operators::same_or_equal(target, current);
}

Result<bool> next_of_groupby(Object const& self, Object& item) {
  auto groups = self.as<GroupbyObject>();
  groups->reading = nullptr;
  while (true) {
    if (groups->current_key.bound()) {
      if (!groups->target_key.bound()) break;
      if (!PASS(belongs_to(groups, groups->target_key))) break;
    }
    if (!PASS(advance(groups))) return false;
  }
  groups->target_key = groups->current_key;
  auto group = new GrouperObject(word_cast<Ref<GroupbyObject>>(self), groups->target_key);
  groups->reading = group;
  item = pack_tuple(groups->current_key, Object::adopt(group));
  return true;
}

Result<bool> next_of_grouper(Object const& self, Object& item) {
  auto group = self.as<GrouperObject>();
  GroupbyObject* groups = group->parent.get();
  if (groups->reading != group) return false;
  if (!groups->current_value.bound() && !PASS(advance(groups))) return false;
  if (!PASS(belongs_to(groups, group->target_key))) return false;
  item = std::move(groups->current_value);
  return item.bound();
}

// Copies.

/// The state is the item read last, if no group has given it.
Result<Object> reduce_groupby(NativeCall const& call) {
  auto groups = call.args[0].as<GroupbyObject>();
  Object const args = pack_tuple(PASS(shared_iterator(groups->source)), groups->key_function);
  bool const has_state = groups->target_key.bound() && groups->current_key.bound() && groups->current_value.bound();
  if (!has_state) return reduction(call.args[0], args);
  return reduction(call.args[0], args, pack_tuple(groups->current_key, groups->current_value, groups->target_key));
}

Result<Object> set_state_of_groupby(NativeCall const& call) {
  auto groups = call.args[0].as<GroupbyObject>();
  auto const parts = PASS(parts_of_state(call.args[1], 3, 3));
  groups->current_key = parts[0];
  groups->current_value = parts[1];
  groups->target_key = parts[2];
  return None;
}

/// One that has ended gives nothing.
Result<Object> reduce_grouper(NativeCall const& call) {
  auto group = call.args[0].as<GrouperObject>();
  if (group->parent->reading == group) return reduction(call.args[0], pack_tuple(group->parent, group->target_key));
  PASS(warn_of_copies());
  return detail::reduction_of_rest(make_tuple({}));
}

Result<Object> construct_grouper(Type*, Object const* args, std::size_t count, KeywordNames const* names) {
  bool const fits = count == 2 && !names && is_instance(args[0], groupby_type);
  if (!fits) return raise_error(type_error_type, "_grouper() takes a groupby and a key");
  auto groups = word_cast<Ref<GroupbyObject>>(args[0]);
  auto group = new GrouperObject(groups, args[1]);
  groups->reading = group;
  return Object::adopt(group);
}

constexpr Slots grouper_slots() {
  Slots slots = detail::iterator_slots<GrouperObject, grouper_type, &GrouperObject::parent, &GrouperObject::target_key>(
      next_of_grouper, nullptr, members_with_reduce<grouper_type, reduce_grouper>);
  slots.construct = construct_grouper;
  return slots;
}

}  // namespace

constinit Type groupby_type(
    "itertools.groupby", &object_type, sizeof(GroupbyObject),
    detail::iterator_slots<GroupbyObject, groupby_type, &GroupbyObject::source, &GroupbyObject::key_function,
                           &GroupbyObject::target_key, &GroupbyObject::current_key, &GroupbyObject::current_value>(
        next_of_groupby, nullptr, members_with_reduce<groupby_type, reduce_groupby, set_state_of_groupby>),
    "itertools");
constinit Type grouper_type("itertools._grouper", &object_type, sizeof(GrouperObject), grouper_slots(), "itertools");

Result<Object> groupby(Object const& iterable, Object const& key) {
  Iteration items = PASS(iterate(iterable));
  return Object::adopt(new GroupbyObject(std::move(items), key));
}

}  // namespace aiocc::itertools
