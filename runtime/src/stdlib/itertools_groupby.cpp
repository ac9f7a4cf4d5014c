// itertools.groupby: runs of items with equal keys, which share their source.
#include "aiocc/stdlib/itertools.hpp"
#include "iterator_slots.hpp"

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

}  // namespace

constinit Type groupby_type(
    "itertools.groupby", &object_type, sizeof(GroupbyObject),
    detail::iterator_slots<GroupbyObject, groupby_type, &GroupbyObject::source, &GroupbyObject::key_function,
                           &GroupbyObject::target_key, &GroupbyObject::current_key, &GroupbyObject::current_value>(
        next_of_groupby),
    "itertools");
constinit Type grouper_type("itertools._grouper", &object_type, sizeof(GrouperObject),
                            detail::iterator_slots<GrouperObject, grouper_type, &GrouperObject::parent,
                                                   &GrouperObject::target_key>(next_of_grouper),
                            "itertools");

Result<Object> groupby(Object const& iterable, Object const& key) {
  Iteration items = PASS(iterate(iterable));
  return Object::adopt(new GroupbyObject(std::move(items), key));
}

}  // namespace aiocc::itertools
