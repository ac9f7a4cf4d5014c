// deque's ring of words and the operations on it.
#include "../objects/sequence.hpp"
#include "aiocc/stdlib/collections.hpp"
#include "deque_words.hpp"

namespace aiocc::collections {

namespace {

constexpr std::size_t least_capacity = 8;

/// Copies the words into a ring of `capacity`, the first item first. The old ring is left without owners.
void move_ring(DequeObject* deque, std::size_t capacity) {
  auto words = static_cast<Object*>(aiocc::detail::allocate_memory(capacity * sizeof(Object)));
  for (std::size_t i = 0; i < deque->count; ++i) new (&words[i]) Object(std::move(deque->at(i)));
  for (std::size_t i = deque->count; i < capacity; ++i) new (&words[i]) Object();
  if (deque->ring) aiocc::detail::release_memory(deque->ring, deque->capacity * sizeof(Object));
  deque->ring = words;
  deque->capacity = capacity;
  deque->first = 0;
}

Result<void> check_version(DequeObject const* deque, std::uint64_t version) {
  if (deque->version != version) return raise_error(runtime_error_type, "deque mutated during iteration");
  return {};
}

/// The position that `index` names, negative ones from the end: IndexError if there's none.
Result<std::size_t> position_of(DequeObject const* deque, Object const& index) {
  if (!aiocc::detail::has_index(index))
    return raise_error(type_error_type,
                       std::string("sequence index must be integer, not '") + type_of(index)->name + "'");
  std::int64_t position = PASS(aiocc::detail::subscript(index));
  if (!aiocc::detail::wrap_position(position, deque->count)) return detail::deque_index_error();
  return static_cast<std::size_t>(position);
}

}  // namespace

namespace detail {

std::span<Object const> deque_words(Object const& deque) {
  auto object = deque.as<DequeObject>();
  if (object->first + object->count > object->capacity) move_ring(object, object->capacity);
  return {object->ring + object->first, object->count};
}

Raised empty_deque() { return raise_error(index_error_type, "pop from an empty deque"); }
Raised deque_index_error() { return raise_error(index_error_type, "deque index out of range"); }

Result<void> rotate_deque(DequeObject* deque, Object const& steps) {
  deque->rotate(PASS(aiocc::detail::size_argument(steps)));
  return {};
}

}  // namespace detail

DequeObject::~DequeObject() { clear(); }

void DequeObject::grow() { move_ring(this, capacity ? capacity * 2 : least_capacity); }

void DequeObject::clear() noexcept {
  Object* words = std::exchange(ring, nullptr);
  std::size_t const size = std::exchange(capacity, 0);
  first = count = 0;
  ++version;
  if (!words) return;
  // Whatever their finalisers do, the deque is empty.
  std::destroy_n(words, size);
  aiocc::detail::release_memory(words, size * sizeof(Object));
}

Result<void> DequeObject::extend(Object const& iterable, bool to_the_left) {
  Object source = iterable.bits() == reinterpret_cast<std::uintptr_t>(this) ? PASS(list_from(iterable)) : iterable;
  return aiocc::detail::for_each(source, [&](Object const& item) -> Result<bool> {
    if (limit == 0) return true;
    to_the_left ? append_left(item) : append(item);
    return true;
  });
}

Result<void> DequeObject::insert(Object const& index, Object value) {
  std::int64_t position = PASS(aiocc::detail::size_argument(index));
  if (limit >= 0 && count >= static_cast<std::size_t>(limit))
    return raise_error(index_error_type, "deque already at its maximum size");
  auto const size = static_cast<std::int64_t>(count);
  if (position < 0) position = std::max<std::int64_t>(position + size, 0);
  append(std::move(value));
  for (std::int64_t i = size; i > position; --i)
    std::swap(at(static_cast<std::size_t>(i)), at(static_cast<std::size_t>(i - 1)));
  return {};
}

void DequeObject::erase(std::size_t position) noexcept {
  Object taken = std::move(at(position));
  if (position < count / 2) {
    for (std::size_t i = position; i > 0; --i) at(i) = std::move(at(i - 1));
    (void)take_first();
  } else {
    for (std::size_t i = position; i + 1 < count; ++i) at(i) = std::move(at(i + 1));
    (void)take_last();
  }
}

Result<void> DequeObject::remove(Object const& value) {
  std::uint64_t const before = version;
  Object self = Object::share(this);
  for (std::size_t i = 0; i < count; ++i) {
    bool const equal = PASS(aiocc::detail::item_equals(at(i), value));
    if (version != before) return raise_error(index_error_type, "deque mutated during remove().");
    if (!equal) continue;
    erase(i);
    return {};
  }
  return raise_error(value_error_type, PASS(operators::repr(value)).utf8() + " is not in deque");
}

Result<Int> DequeObject::index(Object const& value, Object const& start, Object const& stop) {
  auto const size = static_cast<std::int64_t>(count);
  std::int64_t const begin = PASS(aiocc::detail::search_bound(start, size));
  std::int64_t const end = stop.bound() ? PASS(aiocc::detail::search_bound(stop, size)) : size;
  std::uint64_t const before = version;
  std::int64_t const position =
      PASS(aiocc::detail::find_item(Object::share(this), value, begin, end, detail::deque_words));
  PASS(check_version(this, before));
  if (position >= 0) return Int(position);
  return raise_error(value_error_type, PASS(operators::repr(value)).utf8() + " is not in deque");
}

Result<Int> DequeObject::count_of(Object const& value) {
  std::uint64_t const before = version;
  Int found = PASS(aiocc::detail::count_items(Object::share(this), value, detail::deque_words));
  PASS(check_version(this, before));
  return found;
}

Result<bool> DequeObject::contains(Object const& value) {
  std::uint64_t const before = version;
  auto const size = static_cast<std::int64_t>(count);
  std::int64_t const position =
      PASS(aiocc::detail::find_item(Object::share(this), value, 0, size, detail::deque_words));
  PASS(check_version(this, before));
  return position >= 0;
}

Result<Object> DequeObject::get_item(Object const& index) const { return at(PASS(position_of(this, index))); }

Result<void> DequeObject::set_item(Object const& index, Object const& value) {
  // The old item dies after the deque has the new one.
  Object old = std::exchange(at(PASS(position_of(this, index))), value);
  return {};
}

Result<void> DequeObject::delete_item(Object const& index) {
  erase(PASS(position_of(this, index)));
  return {};
}

void DequeObject::rotate(std::int64_t steps) noexcept {
  if (count < 2) return;
  auto const size = static_cast<std::int64_t>(count);
  std::int64_t shift = steps % size;
  if (shift < 0) shift += size;
  if (shift == 0) return;
  ++version;
  std::size_t const mask = capacity - 1;
  if (shift <= size / 2) {
    for (; shift > 0; --shift) {
      Object moved = std::move(ring[(first + count - 1) & mask]);
      first = (first - 1) & mask;
      ring[first] = std::move(moved);
    }
    return;
  }
  for (shift = size - shift; shift > 0; --shift) {
    Object moved = std::move(ring[first]);
    first = (first + 1) & mask;
    ring[(first + count - 1) & mask] = std::move(moved);
  }
}

void DequeObject::reverse() noexcept {
  for (std::size_t i = 0; i < count / 2; ++i) std::swap(at(i), at(count - 1 - i));
}

}  // namespace aiocc::collections
