// The operations of sets with each other and with other iterables, in the order of steps that CPython documents in setobject.c,
// since it shows in the order of the results.
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/set.hpp"
#include "hashing.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

Ref<SetObject> new_set(Type const* like) {
  return Ref<SetObject>::adopt(make_set_object(is_subtype(like, &frozenset_type) ? &frozenset_type : &set_type));
}

Result<void> add_all(SetObject* set, Object const& iterable) {
  return detail::for_each(iterable, [set](Object const& item) -> Result<bool> {
    PASS(set->add(item));
    return true;
  });
}

/// With the hashes that the dict has of them.
Result<void> add_keys(SetObject* set, DictObject* dict) {
  std::size_t position = 0;
  while (DictEntry const* entry = dict->next(position)) {
    DictEntry const copy = *entry;
    PASS(set->add(copy.key, copy.hash));
  }
  return {};
}

Result<Ref<SetObject>> set_of(Object const& iterable) {
  auto result = Ref<SetObject>::adopt(make_set_object());
  PASS(result->update(iterable));
  return result;
}

bool is_plain_dict(Object const& value) noexcept { return type_of(value) == &dict_type; }

// Copies of the slots of `set` from `position` on, one by one: body may run user code.
template <class Body>
Result<void> for_each_entry(SetObject* set, Body&& body) {
  std::size_t position = 0;
  while (SetEntry* entry = set->next(position)) {
    SetEntry copy = *entry;
    if (!PASS(body(copy))) break;
  }
  return {};
}

}  // namespace

Result<Ref<SetObject>> SetObject::copy() const {
  Ref<SetObject> result = new_set(type);
  PASS(result->merge(const_cast<SetObject*>(this)));
  return result;
}

Result<void> SetObject::update(Object const& iterable) {
  if (is_any_set(iterable)) return merge(iterable.as<SetObject>());
  if (is_plain_dict(iterable)) {
    std::size_t count = iterable.as<DictObject>()->used;
    if ((filled + count) * 5 >= mask * 3) resize((used + count) * 2);
    return add_keys(this, iterable.as<DictObject>());
  }
  return add_all(this, iterable);
}

Result<void> SetObject::difference_update(Object const& iterable) {
  if (iterable.is_heap() && iterable.heap() == this) {
    clear();
    return {};
  }
  if (is_any_set(iterable)) {
    PASS(for_each_entry(iterable.as<SetObject>(), [this](SetEntry const& entry) -> Result<bool> {
      PASS(discard(entry.key, entry.hash));
      return true;
    }));
  } else {
    PASS(detail::for_each(iterable, [this](Object const& item) -> Result<bool> {
      PASS(discard(item, PASS(detail::hash_key(item))));
      return true;
    }));
  }
  // Many deleted slots make the table worth cleaning.
  if (filled - used > mask / 4) resize(used > 50000 ? used * 2 : used * 4);
  return {};
}

Result<void> SetObject::intersection_update(Object const& iterable) {
  Ref<SetObject> result = PASS(intersection(iterable));
  swap_tables(result.get());
  return {};
}

Result<void> SetObject::symmetric_difference_update(Object const& iterable) {
  if (iterable.is_heap() && iterable.heap() == this) {
    clear();
    return {};
  }
  Ref<SetObject> other = is_any_set(iterable) ? word_cast<Ref<SetObject>>(iterable) : PASS(set_of(iterable));
  return for_each_entry(other.get(), [this](SetEntry const& entry) -> Result<bool> {
    if (!PASS(discard(entry.key, entry.hash))) PASS(add(entry.key, entry.hash));
    return true;
  });
}

Result<Ref<SetObject>> SetObject::set_union(Object const& iterable) const {
  Ref<SetObject> result = PASS(copy());
  PASS(result->update(iterable));
  return result;
}

Result<Ref<SetObject>> SetObject::intersection(Object const& iterable) {
  if (iterable.is_heap() && iterable.heap() == this) return copy();
  Ref<SetObject> result = new_set(type);
  if (is_any_set(iterable)) {
    SetObject* smaller = iterable.as<SetObject>();
    SetObject* bigger = this;
    if (smaller->used > bigger->used) std::swap(smaller, bigger);
    PASS(for_each_entry(smaller, [&](SetEntry const& entry) -> Result<bool> {
      if (PASS(bigger->contains(entry.key, entry.hash))) PASS(result->add(entry.key, entry.hash));
      return true;
    }));
    return result;
  }
  PASS(detail::for_each(iterable, [&](Object const& item) -> Result<bool> {
    std::int64_t item_hash = PASS(detail::hash_key(item));
    if (PASS(contains(item, item_hash))) PASS(result->add(item, item_hash));
    return true;
  }));
  return result;
}

Result<Ref<SetObject>> SetObject::difference(Object const& iterable) {
  bool is_set = is_any_set(iterable);
  std::size_t other_size = is_set ? iterable.as<SetObject>()->used : 0;
  if (is_plain_dict(iterable)) other_size = iterable.as<DictObject>()->used;
  // A short list of what to drop is dropped from a copy.
  if ((!is_set && !is_plain_dict(iterable)) || used >> 2 > other_size) {
    Ref<SetObject> result = PASS(copy());
    PASS(result->difference_update(iterable));
    return result;
  }
  Ref<SetObject> result = new_set(type);
  PASS(for_each_entry(this, [&](SetEntry const& entry) -> Result<bool> {
    bool shared = is_set ? PASS(iterable.as<SetObject>()->contains(entry.key, entry.hash))
                         : PASS(iterable.as<DictObject>()->find(entry.key, entry.hash)) != nullptr;
    if (!shared) PASS(result->add(entry.key, entry.hash));
    return true;
  }));
  return result;
}

Result<Ref<SetObject>> SetObject::symmetric_difference(Object const& iterable) {
  Ref<SetObject> result = new_set(type);
  PASS(result->update(iterable));
  PASS(result->symmetric_difference_update(Object::share(this)));
  return result;
}

Result<bool> SetObject::is_disjoint(Object const& iterable) {
  bool disjoint = true;
  if (is_any_set(iterable)) {
    SetObject* smaller = iterable.as<SetObject>();
    SetObject* bigger = this;
    if (smaller->used > bigger->used) std::swap(smaller, bigger);
    PASS(for_each_entry(smaller, [&](SetEntry const& entry) -> Result<bool> {
      disjoint = !PASS(bigger->contains(entry.key, entry.hash));
      return disjoint;
    }));
    return disjoint;
  }
  PASS(detail::for_each(iterable, [&](Object const& item) -> Result<bool> {
    disjoint = !PASS(contains(item, PASS(detail::hash_key(item))));
    return disjoint;
  }));
  return disjoint;
}

Result<bool> SetObject::is_subset(Object const& iterable) {
  if (!is_any_set(iterable)) {
    Ref<SetObject> common = PASS(intersection(iterable));
    return common->used == used;
  }
  auto other = iterable.as<SetObject>();
  if (used > other->used) return false;
  bool all = true;
  PASS(for_each_entry(this, [&](SetEntry const& entry) -> Result<bool> {
    all = PASS(other->contains(entry.key, entry.hash));
    return all;
  }));
  return all;
}

Result<bool> SetObject::is_superset(Object const& iterable) {
  if (is_any_set(iterable)) return iterable.as<SetObject>()->is_subset(Object::share(this));
  bool all = true;
  PASS(detail::for_each(iterable, [&](Object const& item) -> Result<bool> {
    all = PASS(contains(item, PASS(detail::hash_key(item))));
    return all;
  }));
  return all;
}

namespace detail {

// A set looks for a set by the frozenset of the same items; any other key that has no hash raises.
Result<Object> frozen_key(Object const& key) {
  if (!is_instance(key, set_type) || !error_is(type_error_type)) return raised;
  (void)take_error();
  auto frozen = Ref<SetObject>::adopt(make_set_object(&frozenset_type));
  PASS(frozen->merge(key.as<SetObject>()));
  return frozen;
}

Result<Object> set_of(Arguments items) {
  auto set = Ref<SetObject>::adopt(make_set_object());
  for (Object const& item : items) PASS(set->add(item));
  return set;
}

Object constant_set(Arguments items) {
  // CPython's compiler unites equal constants, for which it makes the frozenset anew from its items.
  auto first = Ref<SetObject>::adopt(make_set_object(&frozenset_type));
  for (Object const& item : items) (void)first->add(item);
  auto constants = Ref<SetObject>::adopt(make_set_object(&frozenset_type));
  (void)add_all(constants.get(), first);
  return constants;
}

Result<Object> set_of_constants(Object const& constants) {
  auto set = Ref<SetObject>::adopt(make_set_object());
  PASS(set->merge(constants.as<SetObject>()));
  return set;
}

Result<void> set_update(SetObject* set, Arguments others) {
  for (Object const& other : others) PASS(set->update(other));
  return {};
}

Result<void> set_difference_update(SetObject* set, Arguments others) {
  for (Object const& other : others) PASS(set->difference_update(other));
  return {};
}

Result<void> set_intersection_update(SetObject* set, Arguments others) {
  Object result = PASS(set_intersection(set, others));
  set->swap_tables(result.as<SetObject>());
  return {};
}

Result<Object> set_union(SetObject* set, Arguments others) {
  Ref<SetObject> result = PASS(set->copy());
  for (Object const& other : others) PASS(result->update(other));
  return result;
}

Result<Object> set_intersection(SetObject* set, Arguments others) {
  Ref<SetObject> result = others.empty() ? PASS(set->copy()) : PASS(set->intersection(others[0]));
  for (std::size_t i = 1; i < others.size(); ++i) result = PASS(result->intersection(others[i]));
  return result;
}

Result<Object> set_difference(SetObject* set, Arguments others) {
  Ref<SetObject> result = others.empty() ? PASS(set->copy()) : PASS(set->difference(others[0]));
  for (std::size_t i = 1; i < others.size(); ++i) PASS(result->difference_update(others[i]));
  return result;
}

}  // namespace detail

}  // namespace aiocc
