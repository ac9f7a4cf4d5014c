// Python's tuple: words behind one allocation; TupleOf<T> of any length and Tuple<T...> of a fixed shape are typed views.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <tuple>
#include <utility>

#include "aiocc/bindings.hpp"
#include "aiocc/objects/convert.hpp"
#include "aiocc/objects/slice.hpp"

namespace aiocc {

/// Every tuple. The items follow the head in the same allocation.
struct TupleObject : HeapObject {
  explicit TupleObject(std::size_t count) : HeapObject(&tuple_type), size(count) {}

  std::size_t size;

  Object* items() noexcept { return reinterpret_cast<Object*>(this + 1); }
  Object const* items() const noexcept { return reinterpret_cast<Object const*>(this + 1); }
  Object* begin() noexcept { return items(); }
  Object* end() noexcept { return items() + size; }
  std::span<Object const> words() const noexcept { return {items(), size}; }

  Result<Object> get_item(Object const& index);
  Result<Int> index(Object const& value, Object const& start, Object const& stop);
  Result<Int> count(Object const& value);
  Result<bool> contains(Object const& value);
  Result<Object> repeat(Object const& count);
  Object concatenate(TupleObject* other);
};

/// A new tuple whose items are unbound: fill all of them before anybody sees it. The reference is the caller's.
TupleObject* make_tuple_object(std::size_t size);
/// A tuple of copies of `items`. The empty tuple is one object.
Object make_tuple(std::span<Object const> items);
/// `pack_tuple(a, b)`: a tuple of these words.
template <class... Items>
Object pack_tuple(Items const&... items) {
  if constexpr (sizeof...(Items) == 0) {
    return make_tuple({});
  } else {
    TupleObject* tuple = make_tuple_object(sizeof...(Items));
    Object* slot = tuple->items();
    // Rather than a fold, which clang nests at most 256 deep.
    [[maybe_unused]] Object* const placed[] = {new (slot++) Object(to_object<Items>(items))...};
    return Object::adopt(tuple);
  }
}

namespace detail {
AIOCC_COLD Raised tuple_index_error();
Object make_tuple_iterator(Object tuple);
}  // namespace detail

/// A tuple of any length whose items are all T: `tuple[T, ...]`.
template <class T>
class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("tuple[T, ...]") TupleOf : public HeapWord {
 public:
  using element_type = T;

  constexpr TupleOf() noexcept = default;
  template <class... Items>
  static TupleOf of(Items... items) {
    return word_cast<TupleOf>(pack_tuple<T>(static_cast<T>(std::move(items))...));
  }
  static bool accepts(Object const& value) noexcept { return is_instance(value, tuple_type); }

  TupleObject* get() const noexcept { return as<TupleObject>(); }
  std::int64_t size() const noexcept { return static_cast<std::int64_t>(get()->size); }
  /// No bounds check.
  T at(std::size_t position) const { return from_object<T>(get()->items()[position]); }

  AIOCC_PY("def __getitem__(self, index: int, /) -> T")
  Result<T> get(Int const& index) const {
    if (!index.is_small_int()) [[unlikely]]
      return detail::tuple_index_error();
    std::int64_t position = index.small();
    if (position < 0) position += size();
    if (static_cast<std::size_t>(position) >= get()->size) [[unlikely]]
      return detail::tuple_index_error();
    return at(static_cast<std::size_t>(position));
  }
  AIOCC_PY("def __getitem__(self, index: slice, /) -> tuple[T, ...]")
  Result<TupleOf> get(Slice const& slice) const { return word_cast<TupleOf>(PASS(get()->get_item(slice))); }
  AIOCC_PY("def __getitem__(self, index: object, /) -> object")
  Result<Object> get(Object const& index) const { return get()->get_item(index); }

  AIOCC_PY("def __len__(self, /) -> int")
  Int length() const noexcept { return size(); }
  AIOCC_PY("def __contains__(self, key: object, /) -> bool")
  Result<bool> contains(Object const& key) const { return get()->contains(key); }
  AIOCC_PY("def __iter__(self, /) -> Iterator[T]", retains)
  Object iter() const { return detail::make_tuple_iterator(*this); }
  AIOCC_PY("def __add__(self, value: tuple[T, ...], /) -> tuple[T, ...]")
  TupleOf concatenate(TupleOf<T> const& value) const { return word_cast<TupleOf>(get()->concatenate(value.get())); }
  AIOCC_PY("def __mul__(self, value: int, /) -> tuple[T, ...]")
  Result<TupleOf> repeat(Int const& value) const { return word_cast<TupleOf>(PASS(get()->repeat(value))); }
  /// Return first index of value.
  AIOCC_PY("def index(self, value: object, start: object = 0, stop: object = ..., /) -> int")
  Result<Int> index(Object const& value, Object const& start = Int(0), Object const& stop = {}) const {
    return get()->index(value, start, stop);
  }
  /// Return number of occurrences of value.
  AIOCC_PY("def count(self, value: object, /) -> int")
  Result<Int> count(Object const& value) const { return get()->count(value); }
};

/// A tuple of a fixed shape: `tuple[int, str]`.
template <class... T>
class AIOCC_TRIVIAL_ABI Tuple : public HeapWord {
 public:
  template <std::size_t I>
  using element = std::tuple_element_t<I, std::tuple<T...>>;

  constexpr Tuple() noexcept = default;
  static Tuple of(T const&... items) { return word_cast<Tuple>(pack_tuple<T...>(items...)); }
  static bool accepts(Object const& value) noexcept {
    return is_instance(value, tuple_type) && value.as<TupleObject>()->size == sizeof...(T);
  }

  static constexpr std::int64_t size() noexcept { return sizeof...(T); }
  TupleObject* object() const noexcept { return as<TupleObject>(); }
  template <std::size_t I>
  element<I> get() const {
    return from_object<element<I>>(object()->items()[I]);
  }
};

template <class T>
class TupleCursor {
 public:
  [[gnu::always_inline]] explicit TupleCursor(TupleOf<T> tuple) noexcept : tuple_(std::move(tuple)) {}
  [[gnu::always_inline]] bool next(T& item) {
    if (index_ >= tuple_.get()->size) return false;
    item = tuple_.at(index_++);
    return true;
  }
  std::size_t left() const noexcept { return tuple_.get()->size - index_; }

 private:
  TupleOf<T> tuple_;
  std::size_t index_ = 0;
};

/// As `views` of a list.
AIOCC_INLINE inline TupleOf<IntView> views(TupleOf<Int> const& tuple) noexcept {
  return word_cast<TupleOf<IntView>>(tuple);
}

namespace builtins {
AIOCC_PY("def tuple() -> tuple[object, ...]")
TupleOf<Object> tuple();
AIOCC_PY("def tuple[T](iterable: Iterable[T] = ..., /) -> tuple[T, ...]", retains)
Result<TupleOf<Object>> tuple(Object const& iterable);
}  // namespace builtins

}  // namespace aiocc
