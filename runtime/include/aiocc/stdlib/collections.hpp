// The module collections: deque, defaultdict, OrderedDict, and what counts for Counter.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/list.hpp"

namespace aiocc::collections {

extern Type deque_type, defaultdict_type;
extern Type tuple_getter_type AIOCC_PY_CLASS("_tuplegetter");
extern Type ordered_dict_type AIOCC_PY_CLASS("OrderedDict(dict)", subclassable);

/// Every deque: a ring of words, whose size is a power of two.
struct DequeObject : HeapObject {
  DequeObject() : HeapObject(&deque_type) {}
  ~DequeObject();

  Object* ring = nullptr;
  std::size_t capacity = 0;
  std::size_t first = 0;
  std::size_t count = 0;
  /// Negative: there's no limit.
  std::int64_t limit = -1;
  /// Changes with every change that iterators must not meet.
  std::uint64_t version = 0;

  Object& at(std::size_t position) const noexcept { return ring[(first + position) & (capacity - 1)]; }
  void append(Object item) {
    if (count == capacity) [[unlikely]]
      grow();
    ring[(first + count++) & (capacity - 1)] = std::move(item);
    ++version;
    if (limit >= 0 && count > static_cast<std::size_t>(limit)) [[unlikely]]
      (void)take_first();
  }
  void append_left(Object item) {
    if (count == capacity) [[unlikely]]
      grow();
    first = (first - 1) & (capacity - 1);
    ring[first] = std::move(item);
    ++count;
    ++version;
    if (limit >= 0 && count > static_cast<std::size_t>(limit)) [[unlikely]]
      (void)take_last();
  }
  /// There is one.
  Object take_first() noexcept {
    Object item = std::move(ring[first]);
    first = (first + 1) & (capacity - 1);
    --count;
    ++version;
    return item;
  }
  Object take_last() noexcept {
    Object item = std::move(ring[(first + --count) & (capacity - 1)]);
    ++version;
    return item;
  }
  Result<void> extend(Object const& iterable, bool to_the_left);
  Result<void> insert(Object const& index, Object value);
  Result<void> remove(Object const& value);
  Result<Int> index(Object const& value, Object const& start, Object const& stop);
  Result<Int> count_of(Object const& value);
  Result<bool> contains(Object const& value);
  Result<Object> get_item(Object const& index) const;
  Result<void> set_item(Object const& index, Object const& value);
  Result<void> delete_item(Object const& index);
  void rotate(std::int64_t steps) noexcept;
  void reverse() noexcept;
  void clear() noexcept;

 private:
  void grow();
  void erase(std::size_t position) noexcept;
};

namespace detail {
AIOCC_COLD Raised empty_deque();
AIOCC_COLD Raised deque_index_error();
Object make_deque_iterator(Object deque);
Object make_deque_reverse_iterator(Object deque);
/// Of the same class, with the same limit.
Result<Object> copy_deque(Object const& deque);
Result<void> rotate_deque(DequeObject* deque, Object const& steps);
/// Of the same class, with the same factory.
Result<Object> copy_defaultdict(Object const& self);
}  // namespace detail

/// A list that's fast at both ends.
template <class T>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("deque[T]", subclassable) Deque : public HeapWord {
 public:
  using element_type = T;

  constexpr Deque() noexcept = default;
  static bool accepts(Object const& value) noexcept { return is_instance(value, deque_type); }
  DequeObject* get() const noexcept { return as<DequeObject>(); }

  /// Add an element to the right side of the deque.
  AIOCC_PY("def append(self, item: T, /) -> None", stores)
  void append(T item) const { get()->append(to_object<T>(std::move(item))); }
  /// Add an element to the left side of the deque.
  AIOCC_PY("def appendleft(self, item: T, /) -> None", stores)
  void appendleft(T item) const { get()->append_left(to_object<T>(std::move(item))); }
  /// Remove and return the rightmost element.
  AIOCC_PY("def pop(self, /) -> T")
  Result<T> pop() const {
    if (get()->count == 0) [[unlikely]]
      return detail::empty_deque();
    return from_object<T>(get()->take_last());
  }
  /// Remove and return the leftmost element.
  AIOCC_PY("def popleft(self, /) -> T")
  Result<T> popleft() const {
    if (get()->count == 0) [[unlikely]]
      return detail::empty_deque();
    return from_object<T>(get()->take_first());
  }
  /// Extend the right side of the deque with elements from the iterable.
  AIOCC_PY("def extend(self, iterable: list[T], /) -> None", stores)
  Result<void> extend(List<T> const& iterable) const { return get()->extend(iterable, false); }
  AIOCC_PY("def extend(self, iterable: Iterable[T], /) -> None", stores)
  Result<void> extend(Object const& iterable) const { return get()->extend(iterable, false); }
  /// Extend the left side of the deque with elements from the iterable.
  AIOCC_PY("def extendleft(self, iterable: Iterable[T], /) -> None", stores)
  Result<void> extendleft(Object const& iterable) const { return get()->extend(iterable, true); }
  /// Insert value before index.
  AIOCC_PY("def insert(self, index: object, value: T, /) -> None", stores)
  Result<void> insert(Object const& index, T value) const {
    return get()->insert(index, to_object<T>(std::move(value)));
  }
  /// Remove first occurrence of value.
  AIOCC_PY("def remove(self, value: object, /) -> None")
  Result<void> remove(Object const& value) const { return get()->remove(value); }
  /// Return first index of value.
  AIOCC_PY("def index(self, value: object, start: object = 0, stop: object = ..., /) -> int")
  Result<Int> index(Object const& value, Object const& start = Int(0), Object const& stop = {}) const {
    return get()->index(value, start, stop);
  }
  /// Return number of occurrences of value.
  AIOCC_PY("def count(self, value: object, /) -> int")
  Result<Int> count(Object const& value) const { return get()->count_of(value); }
  /// Rotate the deque n steps to the right. If n is negative, rotates left.
  AIOCC_PY("def rotate(self, n: object = 1, /) -> None")
  Result<void> rotate(Object const& n = Int(1)) const { return detail::rotate_deque(get(), n); }
  /// Reverse *IN PLACE*.
  AIOCC_PY("def reverse(self, /) -> None")
  void reverse() const noexcept { get()->reverse(); }
  /// Remove all elements from the deque.
  AIOCC_PY("def clear(self, /) -> None")
  void clear() const noexcept { get()->clear(); }
  /// Return a shallow copy of a deque.
  AIOCC_PY("def copy(self, /) -> deque[T]", retains)
  Result<Deque> copy() const { return word_cast<Deque>(PASS(detail::copy_deque(*this))); }
  /// Return a shallow copy of a deque.
  AIOCC_PY("def __copy__(self, /) -> deque[T]", retains)
  Result<Deque> copy_() const { return copy(); }
  /// maximum size of a deque or None if unbounded
  AIOCC_PY_PROPERTY("maxlen: object")
  Object maxlen() const { return get()->limit < 0 ? None : Object(Int(get()->limit)); }

  AIOCC_PY("def __getitem__(self, index: int, /) -> T")
  Result<T> get(Int const& index) const {
    std::int64_t position = index.is_small_int() ? index.small() : -1;
    if (position < 0) position += static_cast<std::int64_t>(get()->count);
    if (static_cast<std::uint64_t>(position) >= get()->count) [[unlikely]]
      return from_object<T>(PASS(get()->get_item(index)));
    return from_object<T>(get()->at(static_cast<std::size_t>(position)));
  }
  AIOCC_PY("def __getitem__(self, index: object, /) -> T")
  Result<T> get(Object const& index) const { return from_object<T>(PASS(get()->get_item(index))); }
  AIOCC_PY("def __setitem__(self, index: object, value: T, /) -> None", stores)
  Result<void> set(Object const& index, T value) const {
    return get()->set_item(index, to_object<T>(std::move(value)));
  }
  AIOCC_PY("def __delitem__(self, index: object, /) -> None")
  Result<void> erase(Object const& index) const { return get()->delete_item(index); }
  AIOCC_PY("def __len__(self, /) -> int")
  Int length() const noexcept { return Int(static_cast<std::int64_t>(get()->count)); }
  AIOCC_PY("def __contains__(self, key: object, /) -> bool")
  Result<bool> contains(Object const& key) const { return get()->contains(key); }
  AIOCC_PY("def __iter__(self, /) -> Iterator[T]", retains)
  Object iter() const { return detail::make_deque_iterator(*this); }
  AIOCC_PY("def __reversed__(self, /) -> Iterator[T]", retains)
  Object reversed() const { return detail::make_deque_reverse_iterator(*this); }
};

/// A list-like sequence optimized for data accesses near its endpoints.
template <class T>
AIOCC_PY("def deque[T](iterable: Iterable[T] = ..., maxlen: object = None) -> deque[T]")
Result<Deque<T>> make_deque(Object const& iterable, Object const& maxlen);

/// A dict that makes the values of keys it doesn't have.
struct DefaultDictObject : DictObject {
  DefaultDictObject() { type = &defaultdict_type; }
  /// What makes them, or None.
  Object factory = None;
  Result<Object> missing(Object const& self, Object const& key);
};

template <class K, class V>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("defaultdict[K, V](dict[K, V])", subclassable) Defaultdict : public Dict<K, V> {
 public:
  static bool accepts(Object const& value) noexcept { return is_instance(value, defaultdict_type); }
  DefaultDictObject* get() const noexcept { return this->template as<DefaultDictObject>(); }

  AIOCC_PY("def __getitem__(self, key: K, /) -> V", stores, places)
  Result<V> at(K const& key) const {
    Object const& word = to_object<K>(key);
    return value_of(PASS(get()->find(word)), word);
  }
  Result<V> at(DictPlace& place, Object const& key) const { return value_of(PASS(place.find(get(), key)), key); }
  /// Factory for default value called by __missing__().
  AIOCC_PY_PROPERTY("default_factory: object")
  Object default_factory() const { return get()->factory; }
  AIOCC_PY_PROPERTY("default_factory: object", setter)
  Result<void> set_default_factory(Object const& factory) const {
    get()->factory = factory;
    return {};
  }
  AIOCC_PY("def __missing__(self, key: K, /) -> V", stores)
  Result<V> missing(K const& key) const { return from_object<V>(PASS(get()->missing(*this, to_object<K>(key)))); }
  /// D.copy() -> a shallow copy of D.
  AIOCC_PY("def copy(self, /) -> defaultdict[K, V]", retains)
  Result<Defaultdict> copy() const { return word_cast<Defaultdict>(PASS(detail::copy_defaultdict(*this))); }
  AIOCC_PY("def __copy__(self, /) -> defaultdict[K, V]", retains)
  Result<Defaultdict> copy_() const { return copy(); }

 private:
  Result<V> value_of(Object const* found, Object const& key) const {
    if (found) [[likely]]
      return from_object<V>(*found);
    // A subclass may have a `__missing__` of its own.
    bool const is_plain = get()->type == &defaultdict_type;
    return from_object<V>(is_plain ? PASS(get()->missing(*this, key)) : PASS(get()->get_item(key)));
  }
};

/// A dict that calls the factory for the values of keys that it doesn't have.
AIOCC_PY("def defaultdict[K, V](default_factory: Callable[[], V], /) -> defaultdict[K, V]", retains)
Result<Object> make_defaultdict(Object const& factory);
AIOCC_PY("def defaultdict[K, V](default_factory: Callable[[], V], iterable: dict[K, V], /) -> defaultdict[K, V]",
         retains)
Result<Object> make_defaultdict(Object const& factory, Object const& pairs);

/// Move an existing element to the end (or beginning if last is false).
AIOCC_PY("def OrderedDict.move_to_end(self, key: object, last: object = True) -> None")
Result<void> move_to_end(Object const& self, Object const& key, Object const& last);
/// Remove and return a (key, value) pair from the dictionary.
AIOCC_PY("def OrderedDict.popitem(self, last: object = True) -> object")
Result<Object> pop_item(Object const& self, Object const& last);
/// od.copy() -> a shallow copy of od
AIOCC_PY("def OrderedDict.copy(self) -> object", retains)
Result<Object> copy_ordered_dict(Object const& self);
/// Updates the dictionary from a mapping or an iterable of pairs, and from keywords.
AIOCC_PY("def OrderedDict.update(self, other: object = ..., /, **kwargs: object) -> None", stores)
Result<void> update_ordered_dict(Object const& self, Object const& other, Dict<Str, Object> const& keywords);
/// Insert key with a value of default if key is not in the dictionary.
AIOCC_PY("def OrderedDict.setdefault(self, key: object, default: object = None) -> object", retains, stores)
Result<Object> set_default(Object const& self, Object const& key, Object const& fallback);
/// od.pop(key[,default]) -> v, remove specified key and return the corresponding value.
AIOCC_PY("def OrderedDict.pop(self, key: object, default: object = ...) -> object", retains)
Result<Object> pop_key(Object const& self, Object const& key, Object const& fallback);
/// Create a new ordered dictionary with keys from iterable and values set to value.
AIOCC_PY("def OrderedDict.fromkeys(iterable: object, value: object = None) -> object", staticmethod, retains)
Result<Object> ordered_dict_from_keys(Object const& iterable, Object const& value);

/// A field of a named tuple: the item at `index`, read-only.
AIOCC_PY("def _tuplegetter(index: object, doc: object, /) -> object", retains, stores)
Result<Object> make_tuple_getter(Object const& index, Object const& doc);
AIOCC_PY_PROPERTY("_tuplegetter.__doc__: object")
Object doc_of_getter(Object const& self);

/// An instance of a class derived from tuple, of these items: what named tuples are made by.
AIOCC_PY("def _tuple_of(cls: object, /, *items: object) -> object", stores)
Result<Object> tuple_of(Object const& cls, Arguments items);

/// Counts the items of an iterable in a mapping: what Counter does.
AIOCC_PY("def _count_elements(mapping: object, iterable: object, /) -> None", stores)
Result<void> count_elements(Object const& mapping, Object const& iterable);

}  // namespace aiocc::collections
