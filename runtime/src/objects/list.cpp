// The operations of list that need more than its vector.
#include "aiocc/objects/list.hpp"

#include <algorithm>
#include <cstring>

#include "core.hpp"
#include "list_words.hpp"
#include "pools.hpp"
#include "sequence.hpp"

namespace aiocc {

using detail::list_words;
using detail::tuple_words;

namespace {

// Words move as they are: what they refer to doesn't know where they lie.
void move_words(Object* to, Object const* from, std::size_t count) noexcept {
  std::memmove(static_cast<void*>(to), static_cast<void const*>(from), count * sizeof(Object));
}

// The words [first, last), which are unbound, make room for those behind them.
void close_gap(std::vector<Object>& items, std::size_t first, std::size_t last) noexcept {
  move_words(items.data() + first, items.data() + last, items.size() - last);
  std::size_t const left = items.size() - (last - first);
  std::memset(static_cast<void*>(items.data() + left), 0, (last - first) * sizeof(Object));
  items.resize(left);
}

void insert_word(std::vector<Object>& items, std::size_t place, Object value) {
  std::size_t const behind = items.size() - place;
  items.emplace_back();
  move_words(items.data() + place + 1, items.data() + place, behind);
  new (items.data() + place) Object(std::move(value));
}

// The items [first, last) leave the list before they die, since their finalisers may look at it.
void remove_range(std::vector<Object>& items, std::size_t first, std::size_t last) {
  auto begin = items.begin() + static_cast<std::ptrdiff_t>(first);
  auto end = items.begin() + static_cast<std::ptrdiff_t>(last);
  std::vector<Object> dead(std::make_move_iterator(begin), std::make_move_iterator(end));
  close_gap(items, first, last);
  detail::drop_items(dead);
}

void delete_extended(std::vector<Object>& items, SliceBounds bounds) {
  if (bounds.count == 0) return;
  if (bounds.step < 0) {
    bounds.start += (bounds.count - 1) * bounds.step;
    bounds.step = -bounds.step;
  }
  std::vector<Object> dead;
  auto next_dead = static_cast<std::size_t>(bounds.start);
  std::size_t kept = next_dead;
  for (std::size_t i = next_dead; i < items.size(); ++i) {
    if (i == next_dead && static_cast<std::int64_t>(dead.size()) < bounds.count) {
      dead.push_back(std::move(items[i]));
      next_dead += static_cast<std::size_t>(bounds.step);
    } else {
      items[kept++] = std::move(items[i]);
    }
  }
  items.resize(kept);
}

void replace_range(std::vector<Object>& items, SliceBounds const& bounds, std::vector<Object> values) {
  auto first = static_cast<std::size_t>(bounds.start);
  auto last = static_cast<std::size_t>(std::max(bounds.stop, bounds.start));
  std::size_t common = std::min(values.size(), last - first);
  for (std::size_t i = 0; i < common; ++i) std::swap(items[first + i], values[i]);
  if (common < last - first) {
    remove_range(items, first + common, last);
  } else {
    items.insert(items.begin() + static_cast<std::ptrdiff_t>(first + common),
                 std::make_move_iterator(values.begin() + static_cast<std::ptrdiff_t>(common)),
                 std::make_move_iterator(values.end()));
    values.resize(common);
  }
  detail::drop_items(values);
}

Result<std::vector<Object>> values_to_assign(Object const& iterable) {
  Result<Object> iterator = get_iter(iterable);
  if (!iterator) {
    if (!error_is(type_error_type)) return raised;
    (void)take_error();
    return raise_error(type_error_type, "must assign iterable to extended slice");
  }
  Object list = PASS(list_from(iterator.value()));
  return std::move(list.as<ListObject>()->items());
}

void replace_range(std::vector<PackedBool>& items, SliceBounds const& bounds, std::vector<PackedBool> const& values) {
  auto const first = items.begin() + bounds.start;
  auto const last = items.begin() + std::max(bounds.stop, bounds.start);
  auto const common = std::min(last - first, std::ssize(values));
  auto const rest = std::copy_n(values.begin(), common, first);
  items.erase(rest, last);
  items.insert(items.begin() + bounds.start + common, values.begin() + common, values.end());
}

// `xs[a:b:c] = values`, of words or of packed bools.
template <class Item>
Result<void> replace_slice(std::vector<Item>& items, SliceBounds const& bounds, std::vector<Item> values) {
  if (bounds.step == 1) {
    replace_range(items, bounds, std::move(values));
    return {};
  }
  if (values.size() != static_cast<std::size_t>(bounds.count))
    return raise_error(value_error_type, "attempt to assign sequence of size " + std::to_string(values.size()) +
                                             " to extended slice of size " + std::to_string(bounds.count));
  for (std::size_t i = 0; i < values.size(); ++i)
    std::swap(items[static_cast<std::size_t>(bounds.start + static_cast<std::int64_t>(i) * bounds.step)], values[i]);
  return {};
}

Result<void> assign_slice(ListObject* list, Object const& slice, Object const& iterable) {
  std::size_t const size = list->size();
  SliceBounds const first_bounds = PASS(slice_bounds(slice, static_cast<std::int64_t>(size)));
  bool const is_list = type_of(iterable) == &list_type;
  if (is_list && list->is_packed() && list->size() == size && iterable.as<ListObject>()->is_packed())
    return replace_slice(list->bools, first_bounds, iterable.as<ListObject>()->bools);
  std::vector<Object> values = is_list ? iterable.as<ListObject>()->items() : PASS(values_to_assign(iterable));
  // The iteration may have changed the list.
  SliceBounds const bounds = PASS(slice_bounds(slice, static_cast<std::int64_t>(list->size())));
  return replace_slice(list->items(), bounds, std::move(values));
}

Result<void> delete_slice(ListObject* list, Object const& slice) {
  SliceBounds bounds = PASS(slice_bounds(slice, static_cast<std::int64_t>(list->size())));
  if (bounds.step == 1)
    remove_range(list->items(), static_cast<std::size_t>(bounds.start),
                 static_cast<std::size_t>(std::max(bounds.start, bounds.stop)));
  else
    delete_extended(list->items(), bounds);
  return {};
}

Raised wrong_subscript(Object const& index) {
  return raise_error(type_error_type,
                     std::string("list indices must be integers or slices, not ") + type_of(index)->name);
}

// The position that a subscript means, or IndexError with `message`.
Result<std::int64_t> position_in(ListObject const& list, Object const& index, char const* message) {
  if (!detail::has_index(index)) return wrong_subscript(index);
  std::int64_t position = PASS(detail::subscript(index));
  if (!detail::wrap_position(position, list.size())) return raise_error(index_error_type, message);
  return position;
}

bool is_slice(Object const& index) noexcept { return type_of(index) == &slice_type; }

}  // namespace

namespace detail {

Raised list_index_error(char const* message) { return raise_error(index_error_type, message); }

Raised list_subscript_error(std::uintptr_t index, char const* message) {
  // Borrowed: an Object is its word.
  std::int64_t value;
  bool const fits = reinterpret_cast<Int const&>(index).to_int64(value);
  return list_index_error(fits ? message : "cannot fit 'int' into an index-sized integer");
}

Object list_of(Object* words, std::size_t count) {
  std::vector<Object> items;
  items.reserve(count);
  for (std::size_t i = 0; i < count; ++i) items.push_back(std::move(words[i]));
  return Object::adopt(make_list_object(std::move(items)));
}

std::span<Object const> list_words(Object const& list) {
  auto const& items = list.as<ListObject>()->items();
  return {items.data(), items.size()};
}

}  // namespace detail

Result<Object> ListObject::get_item(Object const& index) const {
  if (is_slice(index)) return get_slice(PASS(slice_bounds(index, static_cast<std::int64_t>(size()))));
  std::int64_t position = PASS(position_in(*this, index, "list index out of range"));
  return at(static_cast<std::size_t>(position));
}

namespace {

template <class Item>
std::vector<Item> slice_of(std::vector<Item> const& items, SliceBounds const& bounds) {
  std::vector<Item> result;
  result.reserve(static_cast<std::size_t>(bounds.count));
  for (std::int64_t i = 0, at = bounds.start; i < bounds.count; ++i, at += bounds.step)
    result.push_back(items[static_cast<std::size_t>(at)]);
  return result;
}

}  // namespace

Object ListObject::get_slice(SliceBounds const& bounds) const {
  return Object::adopt(is_packed() ? make_packed_list(slice_of(bools, bounds))
                                   : make_list_object(slice_of(objects, bounds)));
}

Result<void> ListObject::set_item(Object const& index, Object const& value) {
  if (is_slice(index)) return assign_slice(this, index, value);
  auto const position = static_cast<std::size_t>(PASS(position_in(*this, index, "list assignment index out of range")));
  if (is_packed() && detail::is_bool(value)) {
    bools[position] = PackedBool(value.is(True));
    return {};
  }
  Object old = std::exchange(items()[position], value);
  return {};
}

Result<void> ListObject::delete_item(Object const& index) {
  if (is_slice(index)) return delete_slice(this, index);
  auto position = static_cast<std::size_t>(PASS(position_in(*this, index, "list assignment index out of range")));
  remove_range(items(), position, position + 1);
  return {};
}

Result<void> ListObject::extend(Object const& iterable) {
  std::vector<Object>& own = items();
  if (type_of(iterable) == &list_type || type_of(iterable) == &tuple_type) {
    // By index, since `iterable` may be this list.
    auto words_of = type_of(iterable) == &list_type ? &list_words : &tuple_words;
    std::size_t count = words_of(iterable).size();
    if (own.size() + count > own.capacity()) own.reserve(std::max(own.size() + count, own.size() * 2));
    for (std::size_t i = 0; i < count; ++i) own.push_back(Object(words_of(iterable)[i]));
    return {};
  }
  Iteration loop = PASS(iterate(iterable));
  PASS(detail::ask_length_hint(iterable));
  Object item;
  while (PASS(loop.next(item))) own.push_back(std::move(item));
  return {};
}

Result<void> ListObject::insert(Object const& index, Object value) {
  std::int64_t position = PASS(detail::size_argument(index));
  std::vector<Object>& own = items();
  std::int64_t const size = std::ssize(own);
  if (position < 0) position += size;
  insert_word(own, static_cast<std::size_t>(std::clamp<std::int64_t>(position, 0, size)), std::move(value));
  return {};
}

Result<Object> ListObject::pop(Object const& index) {
  std::int64_t position = index.is_small_int() ? index.small() : PASS(detail::size_argument(index));
  std::vector<Object>& own = items();
  if (own.empty()) return raise_error(index_error_type, "pop from empty list");
  if (!detail::wrap_position(position, own.size())) return raise_error(index_error_type, "pop index out of range");
  auto const place = static_cast<std::size_t>(position);
  Object value = std::move(own[place]);
  close_gap(own, place, place + 1);
  return value;
}

Result<void> ListObject::remove(Object const& value) {
  Object self = Object::share(this);
  std::int64_t position = PASS(detail::find_item(self, value, 0, INT64_MAX, list_words));
  if (position < 0) return raise_error(value_error_type, "list.remove(x): x not in list");
  auto at = static_cast<std::size_t>(position);
  // The comparison may have shortened the list.
  if (at < size()) remove_range(items(), at, at + 1);
  return {};
}

Result<Int> ListObject::index(Object const& value, Object const& start, Object const& stop) {
  Object self = Object::share(this);
  auto length = static_cast<std::int64_t>(size());
  std::int64_t first = PASS(detail::search_bound(start, length));
  std::int64_t last = PASS(detail::search_bound(stop, length));
  std::int64_t position = PASS(detail::find_item(self, value, first, last, list_words));
  if (position >= 0) return Int(position);
  Str text = PASS(operators::repr(value));
  return raise_error(value_error_type, text.utf8() + " is not in list");
}

Result<Int> ListObject::count(Object const& value) {
  return detail::count_items(Object::share(this), value, list_words);
}

Result<bool> ListObject::contains(Object const& value) {
  return PASS(detail::find_item(Object::share(this), value, 0, INT64_MAX, list_words)) >= 0;
}

void ListObject::reverse() noexcept { std::ranges::reverse(items()); }

void ListObject::clear() noexcept {
  std::vector<Object> dead;
  dead.swap(items());
  detail::drop_items(dead);
}

namespace {

/// Whether nothing has to be done when the word dies: small ints, and bools, which needn't be counted (store_item).
bool is_uncounted(Object const& word) noexcept { return word.is_small_int() || detail::is_bool(word); }

/// Forgets a run of those at the list's end at once: as plain words, which are nothing to look at again.
[[gnu::noinline]] void drop_uncounted(std::vector<Object>& items) noexcept {
  constexpr std::size_t step = 8;
  Object const* const words = items.data();
  std::size_t kept = items.size();
  auto const all_uncounted = [&](std::size_t first) {
    // Ints, most of them.
    std::uintptr_t tags = 1;
    for (std::size_t i = first; i < first + step; ++i) tags &= words[i].bits();
    if (tags & 1) return true;
    bool all = true;
    for (std::size_t i = first; i < first + step; ++i) all &= is_uncounted(words[i]);
    return all;
  };
  while (kept >= step && all_uncounted(kept - step)) kept -= step;
  while (kept > 0 && is_uncounted(words[kept - 1])) --kept;
  // An Object is its word.
  reinterpret_cast<std::vector<std::uintptr_t>&>(items).resize(kept);
}

}  // namespace

void detail::make_room(std::vector<PackedBool>& items) { items.reserve(std::max<std::size_t>(16, items.size() * 2)); }

void detail::make_room(std::vector<Object>& items) {
  // An Object is its word: what moves isn't looked at.
  reinterpret_cast<std::vector<std::uintptr_t>&>(items).reserve(std::max<std::size_t>(4, items.size() * 2));
}

void detail::drop_items(std::vector<Object>& items) noexcept {
  while (!items.empty()) {
    if (is_uncounted(items.back())) {
      drop_uncounted(items);
      continue;
    }
    HeapObject* const dropped = items.back().heap();
    // An Object is its word, which nobody looks at any more.
    reinterpret_cast<std::vector<std::uintptr_t>&>(items).pop_back();
    if (dropped && --dropped->references == 0) destroy_one(dropped);
  }
}

namespace {

void fill(std::vector<PackedBool>& items, std::size_t count) { items.resize(count, items[0]); }

/// Makes the only item `count` of them, and counts their references at once.
void fill(std::vector<Object>& items, std::size_t count) {
  std::uintptr_t const item = items[0].bits();
  if (items[0].is_heap()) items[0].heap()->references += static_cast<std::uint32_t>(count - 1);
  // An Object is its word.
  reinterpret_cast<std::vector<std::uintptr_t>&>(items).resize(count, item);
}

template <class Item>
Result<void> repeat_items(std::vector<Item>& items, std::size_t times) {
  std::size_t const size = items.size();
  if (size == 0 || times == 1) return {};
  if (!detail::has_room_for(size, times)) return detail::memory_error();
  if (size == 1) {
    fill(items, times);
    return {};
  }
  items.reserve(size * times);
  for (std::size_t i = 1; i < times; ++i)
    for (std::size_t k = 0; k < size; ++k) items.push_back(Item(items[k]));
  return {};
}

}  // namespace

void ListObject::unpack() {
  std::vector<Object> words;
  words.reserve(bools.size());
  for (PackedBool const each : bools) words.push_back(box(each != PackedBool()));
  std::destroy_at(&bools);
  std::construct_at(&objects, std::move(words));
  flags &= ~static_cast<std::uint32_t>(object_packed);
}

Result<Object> ListObject::repeat(Object const& count) const {
  Object result = Object::adopt(is_packed() ? make_packed_list(bools) : make_list_object(objects));
  PASS(result.as<ListObject>()->repeat_in_place(count));
  return result;
}

std::size_t detail::fill_bools(std::vector<PackedBool>& bools, std::int64_t first, std::int64_t step, std::size_t count,
                               bool value) noexcept {
  std::size_t const size = bools.size();
  if (first < 0 || step <= 0 || count == 0 || static_cast<std::size_t>(first) >= size) return 0;
  auto const from = static_cast<std::size_t>(first), stride = static_cast<std::size_t>(step);
  std::size_t const filled = std::min(count, (size - 1 - from) / stride + 1);
  PackedBool* const begin = bools.data() + from;
  if (stride == 1) {
    std::fill_n(begin, filled, PackedBool(value));
  } else {
    for (std::size_t i = 0; i < filled; ++i) begin[i * stride] = PackedBool(value);
  }
  return filled;
}

Result<detail::SliceEnds> detail::slice_ends_of_any(Object lower, Object upper, std::int64_t length) {
  SliceBounds const bounds = PASS(slice_bounds(lower, upper, None, length));
  return SliceEnds{bounds.start, bounds.start + bounds.count};
}

Object detail::items_after_end(Object ended, Object const* place, Object const* end) {
  Object items = Object::adopt(make_list_object(std::vector<Object>(place, end)));
  ended.reset();
  return items;
}

Object detail::items_after_end(Object ended, Object list) {
  std::vector<Object> items{list.as<ListObject>()->at(0)};
  ended.reset();
  std::vector<Object> const& now = list.as<ListObject>()->items();
  if (now.size() > 1) items.insert(items.end(), now.begin() + 1, now.end());
  return Object::adopt(make_list_object(std::move(items)));
}

Result<Object> ListObject::slice(Object const& lower, Object const& upper) const {
  detail::SliceEnds const ends = PASS(detail::slice_ends(lower, upper, static_cast<std::int64_t>(size())));
  return get_slice({.start = ends.start, .stop = ends.stop, .step = 1, .count = ends.stop - ends.start});
}

Result<void> ListObject::repeat_in_place(Object const& count) {
  std::int64_t const times = PASS(detail::repeat_count(count));
  if (times == 0) {
    clear();
    return {};
  }
  return is_packed() ? repeat_items(bools, static_cast<std::size_t>(times))
                     : repeat_items(objects, static_cast<std::size_t>(times));
}

}  // namespace aiocc
