// Python's list: a vector of words, and List<T>, the thin typed view of it.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/convert.hpp"
#include "aiocc/objects/slice.hpp"

namespace aiocc {

/// Every list, whatever its static type. Members that take a subscript accept what Python's do.
namespace detail {
/// Drops the items from the last to the first, as CPython's lists and tuples do.
void drop_items(std::vector<Object>& items) noexcept;
}  // namespace detail

/// A bool in a list of nothing else: a byte, and of a type of its own, so that storing one is known to change nothing else.
enum class PackedBool : std::uint8_t {};

/// The items are words. Only a list that typed code makes for bools begins with bytes; whoever wants words of it turns it into a list of
/// words, which it then stays.
struct ListObject : HeapObject {
  ListObject() : HeapObject(&list_type), objects() {}
  explicit ListObject(std::vector<Object> values) : HeapObject(&list_type), objects(std::move(values)) {}
  explicit ListObject(std::vector<PackedBool> values) : HeapObject(&list_type), bools(std::move(values)) {
    flags |= object_packed;
  }
  ~ListObject() {
    if (is_packed()) {
      std::destroy_at(&bools);
    } else {
      detail::drop_items(objects);
      std::destroy_at(&objects);
    }
  }

  union {
    std::vector<Object> objects;
    std::vector<PackedBool> bools;
  };

  bool is_packed() const noexcept { return flags & object_packed; }
  std::vector<Object>& items() {
    if (is_packed()) [[unlikely]]
      unpack();
    return objects;
  }
  std::size_t size() const noexcept { return is_packed() ? bools.size() : objects.size(); }
  /// The item at a place that's there.
  Object at(std::size_t position) const {
    return is_packed() ? box(bools[position] != PackedBool()) : objects[position];
  }

  Result<Object> get_item(Object const& index) const;
  Result<void> set_item(Object const& index, Object const& value);
  Result<void> delete_item(Object const& index);
  Object get_slice(SliceBounds const& bounds) const;
  Result<Object> slice(Object const& lower, Object const& upper) const;

  Result<void> extend(Object const& iterable);
  Result<void> insert(Object const& index, Object value);
  Result<Object> pop(Object const& index);
  Result<void> remove(Object const& value);
  Result<Int> index(Object const& value, Object const& start, Object const& stop);
  Result<Int> count(Object const& value);
  Result<bool> contains(Object const& value);
  Result<void> sort(Object const& key, bool reverse);
  void reverse() noexcept;
  void clear() noexcept;
  Result<Object> repeat(Object const& count) const;
  Result<void> repeat_in_place(Object const& count);

 private:
  AIOCC_COLD void unpack();
};

/// A new list; the reference is the caller's.
inline ListObject* make_list_object(std::vector<Object> items = {}) { return new ListObject(std::move(items)); }
/// The same of bools, which it keeps as bytes.
inline ListObject* make_packed_list(std::vector<PackedBool> bools = {}) { return new ListObject(std::move(bools)); }

namespace detail {
AIOCC_COLD Raised list_index_error(char const* message);
/// Of a subscript, given as its word, that isn't there; `message` is of those that fit in a machine word.
AIOCC_COLD Raised list_subscript_error(std::uintptr_t index, char const* message);
/// For one more item, and some that may follow it.
[[gnu::noinline]] void make_room(std::vector<Object>& items);
[[gnu::noinline]] void make_room(std::vector<PackedBool>& items);
/// A list of `count` words, moved out of `words`.
Object list_of(Object* words, std::size_t count);
Object make_list_iterator(Object list);
Object make_list_reverse_iterator(Object list);
/// `reverse` may be anything that has a truth.
Result<void> sort_list(ListObject* list, Object const& key, Object const& reverse);
/// Stores at `first`, `first + step`, ..., `count` places at most, as long as they're there. How many it were; none at all where the first isn't there, or they
/// aren't counted upwards.
std::size_t fill_bools(std::vector<PackedBool>& bools, std::int64_t first, std::int64_t step, std::size_t count,
                       bool value) noexcept;

/// The place that a subscript means, if it's there.
AIOCC_INLINE inline bool list_position(Int const& index, std::size_t size, std::size_t& position) noexcept {
  if (!index.is_small_int()) [[unlikely]]
    return false;
  // From the front most of them; a negative one is a huge one here.
  position = index.bits() >> 1;
  if (position < size) [[likely]]
    return true;
  position = static_cast<std::size_t>(index.small()) + size;
  return index.small() < 0 && position < size;
}

/// What typed code does with a list of bools, which is packed as long as only typed code has to do with it.
class BoolItems {
 public:
  AIOCC_INLINE explicit BoolItems(ListObject* list) noexcept : list_(*list) {}

  AIOCC_INLINE bool at(std::size_t position) const noexcept {
    return list_.is_packed() ? list_.bools[position] != PackedBool() : list_.objects[position].is(True);
  }
  // What the list is comes first, so that a loop looks at one vector only.
  AIOCC_INLINE Result<bool> get(Int const& index) const {
    std::size_t position;
    if (list_.is_packed()) [[likely]] {
      if (list_position(index, list_.bools.size(), position)) [[likely]]
        return list_.bools[position] != PackedBool();
    } else if (list_position(index, list_.objects.size(), position)) {
      return list_.objects[position].is(True);
    }
    return list_subscript_error(index.bits(), "list index out of range");
  }
  AIOCC_INLINE Result<void> set(Int const& index, bool value) const {
    std::size_t position;
    if (list_.is_packed()) [[likely]] {
      if (list_position(index, list_.bools.size(), position)) [[likely]] {
        list_.bools[position] = PackedBool(value);
        return {};
      }
    } else if (list_position(index, list_.objects.size(), position)) {
      store_item<bool>(list_.objects[position], value);
      return {};
    }
    return list_subscript_error(index.bits(), "list assignment index out of range");
  }
  AIOCC_INLINE void append(bool value) const {
    if (!list_.is_packed()) [[unlikely]] {
      list_.objects.push_back(box(value));
      return;
    }
    if (list_.bools.size() == list_.bools.capacity()) [[unlikely]]
      make_room(list_.bools);
    list_.bools.push_back(PackedBool(value));
  }
  Result<bool> pop() const {
    if (list_.size() == 0) [[unlikely]]
      return list_index_error("pop from empty list");
    bool const last = at(list_.size() - 1);
    if (list_.is_packed())
      list_.bools.pop_back();
    else
      list_.objects.pop_back();
    return last;
  }
  void reserve(std::size_t count) const {
    if (list_.is_packed()) list_.bools.reserve(count);
  }
  Object copy() const {
    return Object::adopt(list_.is_packed() ? make_packed_list(list_.bools) : make_list_object(list_.objects));
  }

 private:
  ListObject& list_;
};
}  // namespace detail

template <class T>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("list[T]", subclassable) List : public HeapWord {
 public:
  using element_type = T;

  constexpr List() noexcept = default;
  /// `List<Int>::of(1, 2)`, and an empty one without arguments.
  template <class... Items>
  static List of(Items... items) {
    if constexpr (is_bool) {
      return word_cast<List>(Object::adopt(make_packed_list({PackedBool(items)...})));
    } else if constexpr (sizeof...(Items) == 0) {
      return word_cast<List>(Object::adopt(make_list_object()));
    } else {
      std::uintptr_t words[] = {to_object<T>(std::move(items)).leak()...};
      return word_cast<List>(detail::list_of(reinterpret_cast<Object*>(words), sizeof...(Items)));
    }
  }
  static bool accepts(Object const& value) noexcept { return is_instance(value, list_type); }

  ListObject* get() const noexcept { return as<ListObject>(); }
  std::vector<Object>& words() const noexcept {
    if constexpr (may_be_packed)
      return get()->items();
    else
      return get()->objects;
  }
  std::int64_t size() const noexcept {
    if constexpr (may_be_packed)
      return static_cast<std::int64_t>(get()->size());
    else
      return static_cast<std::int64_t>(words().size());
  }
  void reserve(std::size_t count) const {
    if constexpr (is_bool)
      bools().reserve(count);
    else
      words().reserve(count);
  }
  /// Makes room for so many items, as far as it's sure to be worth it if there turn out to be fewer. A list that has some grows by itself.
  void expect(std::size_t count) const {
    if (size() == 0) reserve(std::min<std::size_t>(count, 4096));
  }
  /// `xs[lower:upper]`, with None where a bound is left out.
  Result<List> slice(Object const& lower, Object const& upper) const {
    return word_cast<List>(PASS(get()->slice(lower, upper)));
  }
  /// No bounds check.
  T at(std::size_t position) const {
    if constexpr (is_bool)
      return bools().at(position);
    else
      return from_slot<T>(words()[position]);
  }

  AIOCC_PY("def __getitem__(self, index: int, /) -> T")
  Result<T> get(Int const& index) const {
    if constexpr (is_bool) {
      return bools().get(index);
    } else {
      auto& items = words();
      std::size_t position;
      if (!detail::list_position(index, items.size(), position)) [[unlikely]]
        return detail::list_subscript_error(index.bits(), "list index out of range");
      return from_slot<T>(items[position]);
    }
  }
  AIOCC_PY("def __getitem__(self, index: slice, /) -> list[T]")
  Result<List> get(Slice const& slice) const { return word_cast<List>(PASS(get()->get_item(slice))); }
  AIOCC_PY("def __getitem__(self, index: object, /) -> object")
  Result<Object> get(Object const& index) const { return get()->get_item(index); }

  AIOCC_PY("def __setitem__(self, index: int, value: T, /) -> None", stores, fill(fill))
  Result<void> set(Int const& index, T value) const {
    if constexpr (is_bool) {
      return bools().set(index, value);
    } else {
      auto& items = words();
      std::size_t position;
      if (!detail::list_position(index, items.size(), position)) [[unlikely]]
        return detail::list_subscript_error(index.bits(), "list assignment index out of range");
      store_item<T>(items[position], std::move(value));
      return {};
    }
  }
  AIOCC_PY("def __setitem__(self, index: object, value: object, /) -> None", stores)
  Result<void> set(Object const& index, Object const& value) const { return get()->set_item(index, value); }

  AIOCC_PY("def __delitem__(self, index: object, /) -> None")
  Result<void> erase(Object const& index) const { return get()->delete_item(index); }

  AIOCC_PY("def __len__(self, /) -> int")
  Int length() const noexcept { return size(); }
  AIOCC_PY("def __contains__(self, key: object, /) -> bool")
  Result<bool> contains(Object const& key) const { return get()->contains(key); }

  AIOCC_PY("def __iter__(self, /) -> Iterator[T]", retains)
  Object iter() const { return detail::make_list_iterator(*this); }
  AIOCC_PY("def __reversed__(self, /) -> Iterator[T]", retains)
  Object reversed() const { return detail::make_list_reverse_iterator(*this); }

  /// Append object to the end of the list.
  AIOCC_PY("def append(self, object: T, /) -> None", stores)
  void append(T object) const {
    if constexpr (is_bool) {
      bools().append(object);
    } else {
      auto& items = words();
      if (items.size() == items.capacity()) [[unlikely]]
        detail::make_room(items);
      items.push_back(to_object<T>(std::move(object)));
    }
  }
  /// Extend list by appending elements from the iterable.
  AIOCC_PY("def extend(self, iterable: list[T], /) -> None", stores)
  void extend(List<T> const& iterable) const { extend_with(iterable); }
  AIOCC_PY("def extend(self, iterable: Iterable[T], /) -> None", stores)
  Result<void> extend(Object const& iterable) const { return get()->extend(iterable); }
  /// Insert object before index.
  AIOCC_PY("def insert(self, index: object, object: T, /) -> None", stores)
  Result<void> insert(Object const& index, T object) const {
    return get()->insert(index, to_object<T>(std::move(object)));
  }
  /// Remove and return item at index (default last).
  AIOCC_PY("def pop(self, /) -> T")
  Result<T> pop() const {
    if constexpr (is_bool) {
      return bools().pop();
    } else {
      auto& items = words();
      if (items.empty()) [[unlikely]]
        return detail::list_index_error("pop from empty list");
      Object last = std::move(items.back());
      items.pop_back();
      return from_object<T>(std::move(last));
    }
  }
  AIOCC_PY("def pop(self, index: object = -1, /) -> T")
  Result<T> pop(Object const& index) const { return from_object<T>(PASS(get()->pop(index))); }
  /// Remove first occurrence of value.
  AIOCC_PY("def remove(self, value: object, /) -> None")
  Result<void> remove(Object const& value) const { return get()->remove(value); }
  /// Remove all items from list.
  AIOCC_PY("def clear(self, /) -> None")
  void clear() const noexcept { get()->clear(); }
  /// Return a shallow copy of the list.
  AIOCC_PY("def copy(self, /) -> list[T]")
  List copy() const {
    if constexpr (is_bool)
      return word_cast<List>(bools().copy());
    else
      return word_cast<List>(Object::adopt(make_list_object(words())));
  }
  /// Return first index of value.
  AIOCC_PY("def index(self, value: object, start: object = 0, stop: object = ..., /) -> int")
  Result<Int> index(Object const& value, Object const& start = Int(0), Object const& stop = {}) const {
    return get()->index(value, start, stop);
  }
  /// Return number of occurrences of value.
  AIOCC_PY("def count(self, value: object, /) -> int")
  Result<Int> count(Object const& value) const { return get()->count(value); }
  /// Reverse *IN PLACE*.
  AIOCC_PY("def reverse(self, /) -> None")
  void reverse() const noexcept { get()->reverse(); }
  /// Sort the list in ascending order and return None.
  AIOCC_PY("def sort(self, *, key: Callable[[T], object] | None = None, reverse: bool = False) -> None")
  Result<void> sort(Object const& key = None, bool reverse = false) const { return get()->sort(key, reverse); }
  AIOCC_PY("def sort(self, *, key: Callable[[T], object] | None = None, reverse: object = False) -> None")
  Result<void> sort(Object const& key, Object const& reverse) const { return detail::sort_list(get(), key, reverse); }

  AIOCC_PY("def __add__(self, value: list[T], /) -> list[T]")
  List concatenate(List<T> const& value) const {
    List result = copy();
    result.extend_with(value);
    return result;
  }
  AIOCC_PY("def __iadd__(self, value: list[T], /) -> list[T]", stores, retains)
  List extend_in_place(List<T> const& value) const {
    extend_with(value);
    return *this;
  }
  AIOCC_PY("def __mul__(self, value: int, /) -> list[T]")
  Result<List> repeat(Int const& value) const { return word_cast<List>(PASS(get()->repeat(value))); }

 private:
  static constexpr bool is_bool = std::same_as<T, bool>;
  // Inference knows of what it calls lists of anything else that no bool is in them.
  static constexpr bool may_be_packed = is_bool || std::same_as<T, Object>;

  AIOCC_INLINE detail::BoolItems bools() const noexcept { return detail::BoolItems(get()); }
  void extend_with(List<T> const& other) const {
    // By index: `other` may be this very list.
    auto const count = static_cast<std::size_t>(other.size());
    reserve(static_cast<std::size_t>(size()) + count);
    for (std::size_t i = 0; i < count; ++i) {
      if constexpr (is_bool)
        append(other.at(i));
      else
        words().push_back(other.words()[i]);
    }
  }
};

/// Iterates by index, so that changes to the list during the iteration show as they do in Python. Once it has said that nothing is left it
/// isn't asked again.
template <class T>
class ListCursor {
 public:
  [[gnu::always_inline]] explicit ListCursor(List<T> list) noexcept : list_(std::move(list)) {}
  [[gnu::always_inline]] bool next(T& item) {
    if constexpr (std::same_as<T, bool>) {
      ListObject const& list = *list_.get();
      if (list.is_packed()) [[likely]] {
        if (index_ >= list.bools.size()) return finish();
        item = list.bools[index_++] != PackedBool();
      } else {
        if (index_ >= list.objects.size()) return finish();
        item = list.objects[index_++].is(True);
      }
    } else {
      auto const& words = list_.words();
      Object const* const place = words.data() + index_;
      if (place >= words.data() + words.size()) return finish();
      ++index_;
      item = from_slot<T>(*place);
    }
    return true;
  }
  std::size_t left() const noexcept { return static_cast<std::size_t>(list_.size()) - index_; }

 private:
  // As an exhausted iterator does.
  [[gnu::always_inline]] bool finish() noexcept {
    list_.reset();
    return false;
  }

  List<T> list_;
  std::size_t index_ = 0;
};

/// Of a loop that changes no list: where the items are is known for all of it.
template <>
class ListCursor<IntView> {
 public:
  AIOCC_INLINE explicit ListCursor(List<IntView> list) noexcept
      : list_(std::move(list)), place_(list_.words().data()), end_(place_ + list_.words().size()) {}
  AIOCC_INLINE bool next(IntView& item) noexcept {
    if (place_ == end_) return false;
    item = IntView(*place_++);
    return true;
  }
  std::size_t left() const noexcept { return static_cast<std::size_t>(end_ - place_); }

 private:
  List<IntView> list_;
  Object const* place_;
  Object const* end_;
};

/// The same list for a loop that changes no container: its items needn't be counted.
AIOCC_INLINE inline List<IntView> views(List<Int> const& list) noexcept { return word_cast<List<IntView>>(list); }

namespace detail {
/// The places in a list of `length` items where `xs[lower:upper]` begins and ends, with None for a bound that's left out.
struct SliceEnds {
  std::int64_t start;
  std::int64_t stop;
};
[[gnu::noinline]] Result<SliceEnds> slice_ends_of_any(Object lower, Object upper, std::int64_t length);
/// Nobody looks whether an Int is None.
template <Word Bound>
AIOCC_INLINE inline bool is_left_out(Bound const& bound) noexcept {
  return !std::same_as<Bound, Int> && bound.is(None);
}
template <Word Lower, Word Upper>
AIOCC_INLINE inline Result<SliceEnds> slice_ends(Lower const& lower, Upper const& upper, std::int64_t length) {
  bool const is_plain = (is_left_out(lower) || lower.is_small_int()) && (is_left_out(upper) || upper.is_small_int());
  if (!is_plain) [[unlikely]] {
    // Not returned as it is, so that the ends are in registers.
    SliceEnds const ends = PASS(slice_ends_of_any(Object(lower), Object(upper), length));
    return ends;
  }
  auto const fitted = [length](std::int64_t bound) {
    return std::clamp<std::int64_t>(bound < 0 ? bound + length : bound, 0, length);
  };
  std::int64_t const start = is_left_out(lower) ? 0 : fitted(lower.small());
  std::int64_t const stop = is_left_out(upper) ? length : fitted(upper.small());
  return SliceEnds{start, std::max(start, stop)};
}
}  // namespace detail

/// A loop over `xs[lower:upper]`, which is a copy, so that changes to the list don't show. Nobody gets hold of that copy, so it's no list of its own.
template <class T>
class SliceCursor {
 public:
  AIOCC_INLINE SliceCursor() noexcept {}
  SliceCursor(SliceCursor const&) = delete;
  AIOCC_INLINE ~SliceCursor() { drop(); }
  AIOCC_INLINE Result<void> start(List<T> const& list, Object const& lower, Object const& upper) {
    detail::SliceEnds const ends = PASS(detail::slice_ends(lower, upper, list.size()));
    size_ = static_cast<std::size_t>(ends.stop - ends.start);
    if (size_ > room) {
      many_.reset(new Object[size_]);
      items_ = many_.get();
    }
    if constexpr (std::same_as<T, bool>) {
      for (std::size_t i = 0; i < size_; ++i)
        new (items_ + i) Object(box(list.at(static_cast<std::size_t>(ends.start) + i)));
    } else {
      std::uninitialized_copy_n(list.words().data() + ends.start, size_, items_);
    }
    return {};
  }
  AIOCC_INLINE bool next(T& item) {
    if (index_ >= size_) [[unlikely]] {
      drop();
      return false;
    }
    item = from_slot<T>(items_[index_++]);
    return true;
  }

 private:
  static constexpr std::size_t room = 8;

  // From the last to the first, as a list does, when the loop ends.
  AIOCC_INLINE void drop() noexcept {
    index_ = 0;
    while (size_ > 0) items_[--size_].reset();
  }

  union {
    Object few_[room];
  };
  std::unique_ptr<Object[]> many_;
  Object* items_ = few_;
  std::size_t size_ = 0;
  std::size_t index_ = 0;
};

namespace detail {
/// A loop's variable is about to get its first item, where that ends what it had: the items that the loop goes over then. Of a part of a
/// list these are known before; a list may change with that end.
AIOCC_COLD Object items_after_end(Object ended, Object const* place, Object const* end);
AIOCC_COLD Object items_after_end(Object ended, Object list);
}  // namespace detail

/// What a quiet loop over a list or a part of it goes over, which changes no list: the items are borrowed. All that may die there is what the
/// loop's variable had before.
template <class T>
class ListView {
 public:
  AIOCC_INLINE ListView() noexcept = default;
  AIOCC_INLINE void start(List<T> const& list) noexcept { view(list, 0, list.words().size()); }
  AIOCC_INLINE void start(List<T> const& list, Object& variable) {
    start(list);
    if (ends_first(variable)) [[unlikely]]
      keep(detail::items_after_end(std::move(variable), list));
  }
  template <Word Lower, Word Upper>
  AIOCC_INLINE Result<void> start(List<T> const& list, Lower const& lower, Upper const& upper) {
    detail::SliceEnds const ends = PASS(detail::slice_ends(lower, upper, list.size()));
    view(list, static_cast<std::size_t>(ends.start), static_cast<std::size_t>(ends.stop));
    return {};
  }
  template <Word Lower, Word Upper>
  AIOCC_INLINE Result<void> start(List<T> const& list, Lower const& lower, Upper const& upper, Object& variable) {
    PASS(start(list, lower, upper));
    if (ends_first(variable)) [[unlikely]]
      keep(detail::items_after_end(std::move(variable), place_, end_));
    return {};
  }
  AIOCC_INLINE bool next() noexcept {
    if (place_ == end_) return false;
    item_ = place_++;
    return true;
  }
  AIOCC_INLINE bool next(T& item) {
    if (!next()) return false;
    item = from_slot<T>(*item_);
    return true;
  }
  AIOCC_INLINE T const& item() const noexcept
    requires Word<T>
  {
    return static_cast<T const&>(*item_);
  }
  AIOCC_INLINE bool has_item() const noexcept { return item_ != nullptr; }

 private:
  // Whether the first item takes the place of the last reference to something.
  AIOCC_INLINE bool ends_first(Object const& variable) const noexcept {
    return variable.is_heap() && variable.heap()->references == 1 && place_ != end_;
  }
  AIOCC_INLINE void view(List<T> const& list, std::size_t start, std::size_t stop) noexcept {
    list_ = list;
    place_ = list.words().data() + start;
    end_ = list.words().data() + stop;
  }
  AIOCC_INLINE void keep(Object items) noexcept {
    List<T> const list = word_cast<List<T>>(std::move(items));
    view(list, 0, list.words().size());
  }

  List<T> list_;
  Object const* place_ = nullptr;
  Object const* end_ = nullptr;
  Object const* item_ = nullptr;
};

/// Where a loop's variable has the items only by reference: it gets the last one when the loop ends, however that is.
template <Word T>
class LastItem {
 public:
  AIOCC_INLINE LastItem(T& variable, ListView<T> const& view) noexcept : variable_(variable), view_(view) {}
  LastItem(LastItem const&) = delete;
  AIOCC_INLINE ~LastItem() {
    if (view_.has_item()) variable_ = view_.item();
  }

 private:
  T& variable_;
  ListView<T> const& view_;
};

namespace builtins {
AIOCC_PY("def list[T]() -> list[T]")
List<Object> list();
template <class T>
AIOCC_PY("def list[T](iterable: list[T], /) -> list[T]", retains)
List<T> list(List<T> const& iterable) { return iterable.copy(); }
AIOCC_PY("def list[T](iterable: Iterable[T] = ..., /) -> list[T]", retains)
Result<List<Object>> list(Object const& iterable);
}  // namespace builtins

/// `*items`, a list, as the arguments of a function that copies them before any other code runs: `asyncio::gather(Unpacked(tasks))`.
class Unpacked {
 public:
  explicit Unpacked(Object list) noexcept : list_(std::move(list)) {}
  operator Arguments() const noexcept { return std::span<Object const>(list_.as<ListObject>()->items()); }

 private:
  Object list_;
};

}  // namespace aiocc
