// Python's set and frozenset: a hash table whose order of iteration, for ints, is CPython's; and Set<T>, the typed view.
#pragma once

#include <cstddef>
#include <cstdint>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/convert.hpp"
#include "aiocc/objects/traversal.hpp"

namespace aiocc {

/// A slot: never used (no key, hash 0), deleted (no key, hash -1) or in use.
struct SetEntry {
  Object key;
  std::int64_t hash = 0;

  bool deleted() const noexcept { return !key.bound() && hash == -1; }
};

/// Every set and frozenset. The table, its growth and its probing follow CPython's documented algorithm, since they are what
/// decides the order of iteration.
struct SetObject : HeapObject {
  static constexpr std::size_t small_size = 8;

  explicit SetObject(Type* set_type_or_frozenset) : HeapObject(set_type_or_frozenset) {}
  ~SetObject();

  SetEntry* table = small_table;
  std::size_t mask = small_size - 1;
  /// Slots in use, and those with the deleted ones.
  std::size_t used = 0;
  std::size_t filled = 0;
  /// Where `pop` looks next.
  std::size_t finger = 0;
  /// Of a frozenset, once computed; -1 before.
  std::int64_t hash = -1;
  std::uint32_t version = 0;
  SetEntry small_table[small_size];
  /// Which of the ints from -64 to -1, and from 0 to 63, are keys: what most sets of ints are about, and no table is needed to answer.
  std::uint64_t near_zero[2] = {};
  /// Whether a key that's no small int was added: one of those (a bool, 1.0) may equal an int.
  bool has_others = false;

  static constexpr bool is_near_zero(std::int64_t value) noexcept { return value >= -64 && value < 64; }
  /// Whether `near_zero` tells all about the key.
  bool knows(Object const& key) const noexcept {
    return key.is_small_int() && !has_others && is_near_zero(key.small());
  }
  /// Of a key that `near_zero` knows.
  bool has_near_zero(std::int64_t key) const noexcept { return near_zero[key >= 0] >> (key & 63) & 1; }
  void add_near_zero(std::int64_t key);
  /// Whether it was there.
  bool discard_near_zero(std::int64_t key) noexcept;

  Result<bool> contains(Object const& key);
  Result<bool> contains(Object const& key, std::int64_t hash);
  Result<void> add(Object const& key);
  Result<void> add(Object const& key, std::int64_t hash);
  /// Whether it was there.
  Result<bool> discard(Object const& key);
  Result<bool> discard(Object const& key, std::int64_t hash);
  Result<void> remove(Object const& key);
  Result<Object> pop();
  void clear() noexcept;
  void swap_tables(SetObject* other) noexcept;

  Result<void> update(Object const& iterable);
  Result<void> merge(SetObject* other);
  Result<void> difference_update(Object const& iterable);
  Result<void> intersection_update(Object const& iterable);
  Result<void> symmetric_difference_update(Object const& iterable);
  Result<Ref<SetObject>> copy() const;
  Result<Ref<SetObject>> set_union(Object const& iterable) const;
  Result<Ref<SetObject>> intersection(Object const& iterable);
  Result<Ref<SetObject>> difference(Object const& iterable);
  Result<Ref<SetObject>> symmetric_difference(Object const& iterable);
  Result<bool> is_disjoint(Object const& iterable);
  Result<bool> is_subset(Object const& iterable);
  Result<bool> is_superset(Object const& iterable);

  /// The next used slot at or after `position`, or null; `position` moves past it.
  SetEntry* next(std::size_t& position) const noexcept {
    while (position <= mask) {
      SetEntry* entry = &table[position++];
      if (entry->key.bound()) return entry;
    }
    return nullptr;
  }

 private:
  struct Slot {
    SetEntry* entry;
    bool found;
  };
  Result<Slot> look_up(Object const& key, std::int64_t key_hash);
  SetEntry* entry_of_near_zero(std::int64_t key) const noexcept;
  SetEntry* entry_for_near_zero(std::int64_t key) const noexcept;
  void fill(SetEntry* entry, Object const& key, std::int64_t key_hash);
  void empty(SetEntry* entry) noexcept;
  void note(Object const& key) noexcept;
  void forget(Object const& key) noexcept;
  void insert_clean(Object key, std::int64_t key_hash) noexcept;
  void resize(std::size_t minimum);
  void grow_if_needed();
};

inline bool is_any_set(Object const& value) noexcept {
  return is_instance(value, set_type) || is_instance(value, frozenset_type);
}
/// New and empty; the reference is the caller's.
SetObject* make_set_object(Type* type = &set_type);

namespace detail {
/// RuntimeError: the set changed under its iterator.
AIOCC_COLD Raised set_changed();
Object make_set_iterator(Ref<SetObject> set);
/// What stands in for a key that has no hash, if it's a set; else the error goes on.
AIOCC_COLD Result<Object> frozen_key(Object const& key);
/// What a set display of constants, `{1, 2, 3}`, is made from: in CPython a frozenset, which shows in the order.
Object constant_set(Arguments items);
Result<Object> set_of_constants(Object const& constants);
Result<Object> set_of(Arguments items);
// The methods that take any number of iterables.
Result<void> set_update(SetObject* set, Arguments others);
Result<void> set_intersection_update(SetObject* set, Arguments others);
Result<void> set_difference_update(SetObject* set, Arguments others);
Result<Object> set_union(SetObject* set, Arguments others);
Result<Object> set_intersection(SetObject* set, Arguments others);
Result<Object> set_difference(SetObject* set, Arguments others);
}  // namespace detail

template <class T>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("set[T]", subclassable) Set : public HeapWord {
 public:
  using element_type = T;

  constexpr Set() noexcept = default;
  /// An empty one.
  static Set of() { return word_cast<Set>(Object::adopt(make_set_object())); }
  static bool accepts(Object const& value) noexcept { return is_instance(value, set_type); }

  SetObject* get() const noexcept { return as<SetObject>(); }
  std::int64_t size() const noexcept { return static_cast<std::int64_t>(get()->used); }

  AIOCC_PY("def __len__(self, /) -> int")
  Int length() const noexcept { return size(); }
  AIOCC_PY("def __contains__(self, key: object, /) -> bool")
  Result<bool> contains(Object const& key) const { return get()->contains(key); }
  AIOCC_INLINE Result<bool> contains(Int const& key) const {
    if (get()->knows(key)) [[likely]]
      return get()->has_near_zero(key.small());
    return get()->contains(key);
  }
  AIOCC_PY("def __iter__(self, /) -> Iterator[T]", retains)
  Object iter() const { return detail::make_set_iterator(word_cast<Ref<SetObject>>(*this)); }

  /// Add an element to a set.
  AIOCC_PY("def add(self, object: T, /) -> None", stores)
  Result<void> add(T const& object) const {
    if constexpr (std::same_as<T, Int>) {
      if (get()->knows(object)) [[likely]] {
        get()->add_near_zero(object.small());
        return {};
      }
    }
    return get()->add(to_object<T>(object));
  }
  /// Remove an element from a set if it is a member.
  AIOCC_PY("def discard(self, object: object, /) -> None")
  Result<void> discard(Object const& object) const {
    PASS(get()->discard(object));
    return {};
  }
  AIOCC_INLINE Result<void> discard(Int const& key) const {
    if (get()->knows(key)) [[likely]] {
      get()->discard_near_zero(key.small());
      return {};
    }
    return discard(static_cast<Object const&>(key));
  }
  /// Remove an element from a set; it must be a member.
  AIOCC_PY("def remove(self, object: object, /) -> None")
  Result<void> remove(Object const& object) const { return get()->remove(object); }
  /// Remove and return an arbitrary set element.
  AIOCC_PY("def pop(self, /) -> T")
  Result<T> pop() const { return from_object<T>(PASS(get()->pop())); }
  /// Remove all elements from this set.
  AIOCC_PY("def clear(self, /) -> None")
  void clear() const noexcept { get()->clear(); }
  /// Return a shallow copy of a set.
  AIOCC_PY("def copy(self, /) -> set[T]")
  Result<Set> copy() const { return word_cast<Set>(PASS(get()->copy())); }

  /// Update the set, adding elements from all others.
  AIOCC_PY("def update(self, *others: Iterable[T]) -> None", stores)
  Result<void> update(Arguments others) const { return detail::set_update(get(), others); }
  /// Update the set, keeping only elements found in it and all others.
  AIOCC_PY("def intersection_update(self, *others: object) -> None")
  Result<void> intersection_update(Arguments others) const { return detail::set_intersection_update(get(), others); }
  /// Update the set, removing elements found in others.
  AIOCC_PY("def difference_update(self, *others: object) -> None")
  Result<void> difference_update(Arguments others) const { return detail::set_difference_update(get(), others); }
  /// Update the set, keeping only elements found in either set, but not in both.
  AIOCC_PY("def symmetric_difference_update(self, other: Iterable[T], /) -> None", stores)
  Result<void> symmetric_difference_update(Object const& other) const {
    return get()->symmetric_difference_update(other);
  }
  /// Return a new set with elements from the set and all others.
  AIOCC_PY("def union[D](self, *others: Iterable[D]) -> set[T | D]")
  Result<Object> union_(Arguments others) const { return detail::set_union(get(), others); }
  /// Return a new set with elements common to the set and all others.
  AIOCC_PY("def intersection(self, *others: object) -> set[T]")
  Result<Set> intersection(Arguments others) const {
    return word_cast<Set>(PASS(detail::set_intersection(get(), others)));
  }
  /// Return a new set with elements in the set that are not in the others.
  AIOCC_PY("def difference(self, *others: object) -> set[T]")
  Result<Set> difference(Arguments others) const { return word_cast<Set>(PASS(detail::set_difference(get(), others))); }
  /// Return a new set with elements in either the set or other but not both.
  AIOCC_PY("def symmetric_difference[D](self, other: Iterable[D], /) -> set[T | D]")
  Result<Object> symmetric_difference(Object const& other) const { return get()->symmetric_difference(other); }
  /// Report whether two sets have a null intersection.
  AIOCC_PY("def isdisjoint(self, other: object, /) -> bool")
  Result<bool> isdisjoint(Object const& other) const { return get()->is_disjoint(other); }
  /// Report whether another set contains this set.
  AIOCC_PY("def issubset(self, other: object, /) -> bool")
  Result<bool> issubset(Object const& other) const { return get()->is_subset(other); }
  /// Report whether this set contains another set.
  AIOCC_PY("def issuperset(self, other: object, /) -> bool")
  Result<bool> issuperset(Object const& other) const { return get()->is_superset(other); }
};

template <class T>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("frozenset[T]", subclassable) FrozenSet : public HeapWord {
 public:
  using element_type = T;

  constexpr FrozenSet() noexcept = default;
  /// An empty one.
  static FrozenSet of() { return word_cast<FrozenSet>(Object::adopt(make_set_object(&frozenset_type))); }
  static bool accepts(Object const& value) noexcept { return is_instance(value, frozenset_type); }

  SetObject* get() const noexcept { return as<SetObject>(); }
  std::int64_t size() const noexcept { return static_cast<std::int64_t>(get()->used); }

  AIOCC_PY("def __len__(self, /) -> int")
  Int length() const noexcept { return size(); }
  AIOCC_PY("def __contains__(self, key: object, /) -> bool")
  Result<bool> contains(Object const& key) const { return get()->contains(key); }
  AIOCC_PY("def __iter__(self, /) -> Iterator[T]", retains)
  Object iter() const { return detail::make_set_iterator(word_cast<Ref<SetObject>>(*this)); }

  /// Return a shallow copy of a set.
  AIOCC_PY("def copy(self, /) -> frozenset[T]")
  Result<FrozenSet> copy() const {
    if (get()->type == &frozenset_type) return *this;
    return word_cast<FrozenSet>(PASS(get()->copy()));
  }

  /// Return a new set with elements from the set and all others.
  AIOCC_PY("def union[D](self, *others: Iterable[D]) -> frozenset[T | D]")
  Result<Object> union_(Arguments others) const { return detail::set_union(get(), others); }
  /// Return a new set with elements common to the set and all others.
  AIOCC_PY("def intersection(self, *others: object) -> frozenset[T]")
  Result<FrozenSet> intersection(Arguments others) const {
    return word_cast<FrozenSet>(PASS(detail::set_intersection(get(), others)));
  }
  /// Return a new set with elements in the set that are not in the others.
  AIOCC_PY("def difference(self, *others: object) -> frozenset[T]")
  Result<FrozenSet> difference(Arguments others) const {
    return word_cast<FrozenSet>(PASS(detail::set_difference(get(), others)));
  }
  /// Return a new set with elements in either the set or other but not both.
  AIOCC_PY("def symmetric_difference[D](self, other: Iterable[D], /) -> frozenset[T | D]")
  Result<Object> symmetric_difference(Object const& other) const { return get()->symmetric_difference(other); }
  /// Report whether two sets have a null intersection.
  AIOCC_PY("def isdisjoint(self, other: object, /) -> bool")
  Result<bool> isdisjoint(Object const& other) const { return get()->is_disjoint(other); }
  /// Report whether another set contains this set.
  AIOCC_PY("def issubset(self, other: object, /) -> bool")
  Result<bool> issubset(Object const& other) const { return get()->is_subset(other); }
  /// Report whether this set contains another set.
  AIOCC_PY("def issuperset(self, other: object, /) -> bool")
  Result<bool> issuperset(Object const& other) const { return get()->is_superset(other); }
};

/// Walks over a set in table order; RuntimeError when it changed size since the walk began.
class SetWalk {
 public:
  explicit SetWalk(Ref<SetObject> set) noexcept : used_(set->used), left_(set->used), set_(std::move(set)) {}
  /// The next slot (borrowed until the set changes) or null at the end.
  Result<SetEntry*> next() {
    if (!set_.bound()) [[unlikely]]
      return nullptr;
    if (used_ != set_->used) [[unlikely]] {
      used_ = ~std::size_t{0};
      return detail::set_changed();
    }
    SetEntry* entry = set_->next(position_);
    if (entry)
      --left_;
    else
      set_.reset();
    return entry;
  }
  std::size_t left() const noexcept { return set_.bound() && used_ == set_->used ? left_ : 0; }
  void traverse(Visitor& visit) const { visit(set_); }

 private:
  std::size_t used_;
  std::size_t left_;
  std::size_t position_ = 0;
  Ref<SetObject> set_;
};

template <class T>
class SetCursor {
 public:
  explicit SetCursor(Object set) noexcept : walk_(word_cast<Ref<SetObject>>(std::move(set))) {}
  Result<bool> next(T& item) {
    SetEntry* entry = PASS(walk_.next());
    if (!entry) return false;
    item = from_object<T>(entry->key);
    return true;
  }

 private:
  SetWalk walk_;
};

namespace builtins {
AIOCC_PY("def set[T]() -> set[T]")
Set<Object> set();
template <class T>
AIOCC_PY("def set[T](iterable: set[T], /) -> set[T]", retains)
Result<Set<T>> set(Set<T> const& iterable) { return iterable.copy(); }
AIOCC_PY("def set[T](iterable: Iterable[T] = ..., /) -> set[T]", retains)
Result<Set<Object>> set(Object const& iterable);
AIOCC_PY("def frozenset[T](iterable: Iterable[T] = ..., /) -> frozenset[T]", retains)
Result<FrozenSet<Object>> frozenset(Object const& iterable);
}  // namespace builtins

}  // namespace aiocc
