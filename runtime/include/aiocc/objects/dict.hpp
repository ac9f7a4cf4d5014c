// Python's dict: an insertion-ordered hash table of words; its views; and Dict<K, V>, the thin typed view of it.
#pragma once

#include <cstddef>
#include <cstdint>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/convert.hpp"
#include "aiocc/objects/str.hpp"
#include "aiocc/objects/traversal.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc {

/// One slot of the entry array; a deleted entry has no key.
struct DictEntry {
  std::int64_t hash;
  Object key;
  Object value;
};

/// Every dict. Entries stand in insertion order; the index table, open addressing over a power of two, holds their positions.
/// Members that call user code (`__eq__`, `__hash__`) may find the dict changed afterwards and start over.
struct DictObject : HeapObject {
  DictObject() : HeapObject(&dict_type) {}
  ~DictObject();

  DictEntry* entries = nullptr;
  std::uint32_t* table = nullptr;
  /// Slots of `table` less one; zero while there is no table.
  std::uint32_t mask = 0;
  /// Entries in the array, deleted ones included, and room for them.
  std::uint32_t filled = 0;
  std::uint32_t capacity = 0;
  /// Live entries.
  std::uint32_t used = 0;
  /// So many entries at the array's beginning, or more, are deleted.
  std::uint32_t leading_dead = 0;
  /// Changes with every change of the keys and of where their entries are.
  std::uint32_t version = 0;
  /// Every key so far was a str: look-ups of strs need no user code.
  bool only_str_keys = true;

  /// The value, borrowed until the dict changes; null where there is none.
  Result<Object const*> find(Object const& key);
  Result<Object const*> find(Object const& key, std::int64_t hash);
  Result<void> set(Object const& key, Object value);
  Result<void> set(Object const& key, std::int64_t hash, Object value);
  /// Removes the key: true and its value, or false.
  Result<bool> take(Object const& key, Object& value);

  /// As `d[key]` with its KeyError; `__missing__` of subclasses.
  Result<Object> get_item(Object const& key);
  Result<void> delete_item(Object const& key);
  Result<Object> get(Object const& key, Object const& fallback);
  Result<Object> set_default(Object const& key, Object const& fallback);
  /// `fallback` unbound: KeyError.
  Result<Object> pop(Object const& key, Object const& fallback);
  Result<Object> pop_item();
  /// Takes the oldest entry.
  Result<Object> pop_first();
  /// Makes the key the newest or the oldest; false if it isn't there.
  Result<bool> move(Object const& key, bool to_end);
  Result<bool> move(Object const& key, std::int64_t hash, bool to_end);
  Result<bool> contains(Object const& key);
  /// From a mapping or an iterable of pairs.
  Result<void> update(Object const& other);
  Result<void> merge(DictObject* other);
  void clear() noexcept;
  DictObject* copy() const;
  void reserve(std::size_t count);

  /// The next live entry at or after `position`, or null; `position` moves past it.
  DictEntry* next(std::size_t& position) const noexcept {
    while (position < filled) {
      DictEntry* entry = &entries[position++];
      if (entry->key.bound()) return entry;
    }
    return nullptr;
  }
};

/// A new, empty dict; the reference is the caller's.
DictObject* make_dict_object();
/// Dicts of names (attributes, keyword arguments): strs as keys, which can't raise. Borrowed until the dict changes, null where there is none.
Object const* dict_get_str(DictObject const* dict, Str const& key) noexcept;
void dict_set_str(DictObject* dict, Str const& key, Object value);
/// Whether there was one.
bool dict_delete_str(DictObject* dict, Str const& key);

namespace detail {
/// The key as KeyError's argument.
AIOCC_COLD Raised key_error(Object const& key);
/// RuntimeError: the dict changed under its iterator.
AIOCC_COLD Raised dict_changed(bool size_changed);
enum class DictPart { Keys, Values, Items };
Object make_dict_iterator(Ref<DictObject> dict, DictPart part);
Object make_dict_reverse_iterator(Ref<DictObject> dict, DictPart part);
/// `dict.copy`: a plain dict of what the dict says that it has, which a class that iterates otherwise may see otherwise.
Result<Object> copy_dict(DictObject* dict);
Result<Object> dict_from_keys(Object const& iterable, Object const& value);
/// `view.isdisjoint(other)` of keys and items.
Result<bool> view_is_disjoint(Object const& view, Object const& other);
}  // namespace detail

/// What was found where a key was looked up, for a store under the same key that follows while both are held:
/// `counts[word] = counts.get(word, 0) + 1` looks for the key once. What happens in between may change the dict.
class DictPlace {
 public:
  /// As DictObject::find.
  Result<Object const*> find(DictObject* dict, Object const& key);
  /// As DictObject::set.
  AIOCC_INLINE Result<void> set(DictObject* dict, Object const& key, Object value) {
    if (!entry_ || dict->version != version_) [[unlikely]]
      return set_new(dict, key, std::move(value));
    std::swap(entry_->value, value);
    return {};
  }

 private:
  Result<void> set_new(DictObject* dict, Object const& key, Object value);

  DictEntry* entry_ = nullptr;
  std::int64_t hash_ = 0;
  std::uint32_t version_ = 0;
  bool is_new_ = false;
};

template <class K, class V>
class DictKeys;
template <class K, class V>
class DictValues;
template <class K, class V>
class DictItems;

template <class K, class V>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("dict[K, V]", subclassable) Dict : public HeapWord {
 public:
  using key_type = K;
  using mapped_type = V;

  constexpr Dict() noexcept = default;
  /// An empty one.
  static Dict of() { return word_cast<Dict>(Object::adopt(make_dict_object())); }
  static bool accepts(Object const& value) noexcept { return is_instance(value, dict_type); }

  DictObject* get() const noexcept { return as<DictObject>(); }
  std::int64_t size() const noexcept { return get()->used; }

  AIOCC_PY("def __getitem__(self, key: K, /) -> V", places)
  Result<V> at(K const& key) const { return from_object<V>(PASS(get()->get_item(to_object<K>(key)))); }
  AIOCC_PY("def __getitem__(self, key: object, /) -> V")
  Result<V> at(Object const& key) const
    requires(!std::same_as<K, Object>)
  {
    return from_object<V>(PASS(get()->get_item(key)));
  }
  AIOCC_PY("def __setitem__(self, key: K, value: V, /) -> None", stores, places)
  Result<void> set(K const& key, V value) const {
    return get()->set(to_object<K>(key), to_object<V>(std::move(value)));
  }
  AIOCC_PY("def __setitem__(self, key: object, value: object, /) -> None", stores)
  Result<void> set_object(Object const& key, Object const& value) const { return get()->set(key, value); }
  // Those of `__getitem__`, `__setitem__` and `get` that share what they find.
  Result<V> at(DictPlace& place, Object const& key) const {
    Object const* const found = PASS(place.find(get(), key));
    if (!found) [[unlikely]]
      return from_object<V>(PASS(get()->get_item(key)));
    return from_object<V>(*found);
  }
  Result<void> set(DictPlace& place, Object const& key, V value) const {
    return place.set(get(), key, to_object<V>(std::move(value)));
  }
  AIOCC_PY("def __delitem__(self, key: object, /) -> None")
  Result<void> erase(Object const& key) const { return get()->delete_item(key); }
  AIOCC_PY("def __len__(self, /) -> int")
  Int length() const noexcept { return size(); }
  AIOCC_PY("def __contains__(self, key: object, /) -> bool")
  Result<bool> contains(Object const& key) const { return get()->contains(key); }

  AIOCC_PY("def __iter__(self, /) -> Iterator[K]", retains)
  Object iter() const { return detail::make_dict_iterator(word_cast<Ref<DictObject>>(*this), detail::DictPart::Keys); }
  AIOCC_PY("def __reversed__(self, /) -> Iterator[K]", retains)
  Object reversed() const {
    return detail::make_dict_reverse_iterator(word_cast<Ref<DictObject>>(*this), detail::DictPart::Keys);
  }

  /// Return the value for key if key is in the dictionary, else default.
  AIOCC_PY("def get(self, key: object, default: V, /) -> V", retains, places)
  Result<V> get_or(Object const& key, V const& fallback) const {
    return from_object<V>(PASS(get()->get(key, to_object<V>(fallback))));
  }
  Result<V> get_or(DictPlace& place, Object const& key, V const& fallback) const {
    Object const* const found = PASS(place.find(get(), key));
    return found ? from_object<V>(*found) : fallback;
  }
  AIOCC_PY("def get[D](self, key: object, default: D = None, /) -> V | D", retains)
  Result<Object> get_or_object(Object const& key, Object const& fallback = None) const {
    return get()->get(key, fallback);
  }
  /// Insert key with a value of default if key is not in the dictionary.
  AIOCC_PY("def setdefault(self, key: K, default: V, /) -> V", stores)
  Result<V> setdefault(K const& key, V const& fallback) const {
    return from_object<V>(PASS(get()->set_default(to_object<K>(key), to_object<V>(fallback))));
  }
  AIOCC_PY("def setdefault(self, key: object, default: object = None, /) -> object", stores)
  Result<Object> setdefault_object(Object const& key, Object const& fallback = None) const {
    return get()->set_default(key, fallback);
  }
  /// D.pop(k[,d]) -> v, remove specified key and return the corresponding value.
  AIOCC_PY("def pop(self, key: object, /) -> V")
  Result<V> pop(Object const& key) const { return from_object<V>(PASS(get()->pop(key, {}))); }
  AIOCC_PY("def pop[D](self, key: object, default: D = ..., /) -> V | D", retains)
  Result<Object> pop(Object const& key, Object const& fallback) const { return get()->pop(key, fallback); }
  /// Remove and return a (key, value) pair as a 2-tuple.
  AIOCC_PY("def popitem(self, /) -> tuple[K, V]")
  Result<Tuple<K, V>> popitem() const { return word_cast<Tuple<K, V>>(PASS(get()->pop_item())); }
  /// Remove all items from the dict.
  AIOCC_PY("def clear(self, /) -> None")
  void clear() const noexcept { get()->clear(); }
  /// Return a shallow copy of the dict.
  AIOCC_PY("def copy(self, /) -> dict[K, V]")
  Result<Dict> copy() const { return word_cast<Dict>(PASS(detail::copy_dict(get()))); }
  /// D.update([E, ]**F) -> None.  Update D from mapping/iterable E and F.
  AIOCC_PY("def update(self, other: dict[K, V], /) -> None", stores)
  Result<void> update_from_dict(Object const& other) const { return get()->update(other); }
  AIOCC_PY("def update(self, other: Iterable[tuple[K, V]], /) -> None", stores)
  Result<void> update_from_pairs(Object const& other) const { return get()->update(other); }
  AIOCC_PY("def update(self, other: object, /) -> None", stores)
  Result<void> update(Object const& other) const { return get()->update(other); }
  AIOCC_PY("def update(self, other: object = ..., /, **kwargs: object) -> None", stores)
  Result<void> update(Object const& other, Dict<Str, Object> const& kwargs) const {
    if (other.bound()) PASS(get()->update(other));
    if (kwargs.bound()) PASS(get()->merge(kwargs.get()));
    return {};
  }
  /// Create a new dictionary with keys from iterable and values set to value.
  AIOCC_PY("def fromkeys[A, B](iterable: Iterable[A], value: B = None, /) -> dict[A, B]", staticmethod, retains)
  static Result<Dict<Object, Object>> fromkeys(Object const& iterable, Object const& value = None) {
    return word_cast<Dict<Object, Object>>(PASS(detail::dict_from_keys(iterable, value)));
  }
  /// a set-like object providing a view on D's keys
  AIOCC_PY("def keys(self, /) -> dict_keys[K, V]")
  DictKeys<K, V> keys() const;
  /// an object providing a view on D's values
  AIOCC_PY("def values(self, /) -> dict_values[K, V]")
  DictValues<K, V> values() const;
  /// a set-like object providing a view on D's items
  AIOCC_PY("def items(self, /) -> dict_items[K, V]")
  DictItems<K, V> items() const;
};

/// What `d.keys()`, `d.values()` and `d.items()` are: live views.
struct DictViewObject : HeapObject {
  DictViewObject(Type* type, Ref<DictObject> viewed) : HeapObject(type), dict(std::move(viewed)) {}
  Ref<DictObject> dict;
};

extern Type dict_keys_type, dict_values_type, dict_items_type;

namespace detail {
Object dict_view(Type& type, Object const& dict);
Result<bool> items_contain(Object const& items, Object const& pair);
}  // namespace detail

template <class K, class V>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("dict_keys[K, V]") DictKeys : public HeapWord {
 public:
  static bool accepts(Object const& value) noexcept { return type_of(value) == &dict_keys_type; }
  DictObject* dict() const noexcept { return as<DictViewObject>()->dict.get(); }
  AIOCC_PY("def __len__(self, /) -> int")
  Int length() const noexcept { return Int(static_cast<std::int64_t>(dict()->used)); }
  AIOCC_PY("def __iter__(self, /) -> Iterator[K]", retains)
  Object iter() const { return detail::make_dict_iterator(as<DictViewObject>()->dict, detail::DictPart::Keys); }
  AIOCC_PY("def __reversed__(self, /) -> Iterator[K]", retains)
  Object reversed() const {
    return detail::make_dict_reverse_iterator(as<DictViewObject>()->dict, detail::DictPart::Keys);
  }
  AIOCC_PY("def __contains__(self, key: object, /) -> bool")
  Result<bool> contains(Object const& key) const { return dict()->contains(key); }
  /// Return True if the view and the given iterable have a null intersection.
  AIOCC_PY("def isdisjoint(self, other: object, /) -> bool")
  Result<bool> isdisjoint(Object const& other) const { return detail::view_is_disjoint(*this, other); }
};

template <class K, class V>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("dict_values[K, V]") DictValues : public HeapWord {
 public:
  static bool accepts(Object const& value) noexcept { return type_of(value) == &dict_values_type; }
  DictObject* dict() const noexcept { return as<DictViewObject>()->dict.get(); }
  AIOCC_PY("def __len__(self, /) -> int")
  Int length() const noexcept { return Int(static_cast<std::int64_t>(dict()->used)); }
  AIOCC_PY("def __iter__(self, /) -> Iterator[V]", retains)
  Object iter() const { return detail::make_dict_iterator(as<DictViewObject>()->dict, detail::DictPart::Values); }
  AIOCC_PY("def __reversed__(self, /) -> Iterator[V]", retains)
  Object reversed() const {
    return detail::make_dict_reverse_iterator(as<DictViewObject>()->dict, detail::DictPart::Values);
  }
};

template <class K, class V>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("dict_items[K, V]") DictItems : public HeapWord {
 public:
  static bool accepts(Object const& value) noexcept { return type_of(value) == &dict_items_type; }
  DictObject* dict() const noexcept { return as<DictViewObject>()->dict.get(); }
  AIOCC_PY("def __len__(self, /) -> int")
  Int length() const noexcept { return Int(static_cast<std::int64_t>(dict()->used)); }
  AIOCC_PY("def __iter__(self, /) -> Iterator[tuple[K, V]]", retains)
  Object iter() const { return detail::make_dict_iterator(as<DictViewObject>()->dict, detail::DictPart::Items); }
  AIOCC_PY("def __reversed__(self, /) -> Iterator[tuple[K, V]]", retains)
  Object reversed() const {
    return detail::make_dict_reverse_iterator(as<DictViewObject>()->dict, detail::DictPart::Items);
  }
  AIOCC_PY("def __contains__(self, key: object, /) -> bool")
  Result<bool> contains(Object const& key) const { return detail::items_contain(*this, key); }
  /// Return True if the view and the given iterable have a null intersection.
  AIOCC_PY("def isdisjoint(self, other: object, /) -> bool")
  Result<bool> isdisjoint(Object const& other) const { return detail::view_is_disjoint(*this, other); }
};

template <class K, class V>
DictKeys<K, V> Dict<K, V>::keys() const {
  return word_cast<DictKeys<K, V>>(detail::dict_view(dict_keys_type, *this));
}
template <class K, class V>
DictValues<K, V> Dict<K, V>::values() const {
  return word_cast<DictValues<K, V>>(detail::dict_view(dict_values_type, *this));
}
template <class K, class V>
DictItems<K, V> Dict<K, V>::items() const {
  return word_cast<DictItems<K, V>>(detail::dict_view(dict_items_type, *this));
}

/// Walks over the entries; RuntimeError when the dict changed size since the walk began.
class DictWalk {
 public:
  explicit DictWalk(Ref<DictObject> dict) noexcept : used_(dict->used), left_(dict->used), dict_(std::move(dict)) {}
  /// The next entry (borrowed until the dict changes) or null at the end.
  Result<DictEntry*> next() {
    if (!dict_.bound()) [[unlikely]]
      return nullptr;
    if (used_ != dict_->used) [[unlikely]] {
      used_ = changed;
      return detail::dict_changed(true);
    }
    DictEntry* entry = dict_->next(position_);
    if (!entry) {
      dict_.reset();
      return nullptr;
    }
    if (left_ == 0) [[unlikely]] {
      dict_.reset();
      return detail::dict_changed(false);
    }
    --left_;
    return entry;
  }
  std::size_t left() const noexcept { return dict_.bound() && used_ == dict_->used ? left_ : 0; }
  void traverse(Visitor& visit) const { visit(dict_); }

 private:
  static constexpr std::uint32_t changed = ~std::uint32_t{0};
  std::uint32_t used_;
  std::uint32_t left_;
  std::size_t position_ = 0;
  Ref<DictObject> dict_;
};

template <class K, class V>
class DictCursor {
 public:
  explicit DictCursor(Object dict) noexcept : walk_(word_cast<Ref<DictObject>>(std::move(dict))) {}
  Result<bool> next(K& key) {
    DictEntry* entry = PASS(walk_.next());
    if (!entry) return false;
    key = from_object<K>(entry->key);
    return true;
  }
  Result<bool> next(K& key, V& value) {
    DictEntry* entry = PASS(walk_.next());
    if (!entry) return false;
    key = from_object<K>(entry->key);
    value = from_object<V>(entry->value);
    return true;
  }
  Result<bool> next_value(V& value) {
    DictEntry* entry = PASS(walk_.next());
    if (!entry) return false;
    value = from_object<V>(entry->value);
    return true;
  }

 private:
  DictWalk walk_;
};

namespace builtins {
AIOCC_PY("def dict[K, V]() -> dict[K, V]")
Dict<Object, Object> dict();
template <class K, class V>
AIOCC_PY("def dict[K, V](iterable: dict[K, V], /) -> dict[K, V]", retains)
Dict<K, V> dict(Dict<K, V> const& iterable) { return word_cast<Dict<K, V>>(Object::adopt(iterable.get()->copy())); }
AIOCC_PY("def dict[K, V](iterable: Iterable[tuple[K, V]], /) -> dict[K, V]", retains)
Result<Object> dict_of_pairs(Object const& iterable);
AIOCC_PY("def dict(iterable: object = ..., /, **kwargs: object) -> dict[object, object]", retains)
Result<Dict<Object, Object>> dict(Object const& iterable, Dict<Str, Object> const& kwargs);
}  // namespace builtins

}  // namespace aiocc
