// Loops over what has a known type: each source has a cursor that gives its items typed, several at once where they're the parts of a
// tuple that nobody keeps. Everything is inline, so that a loop's state needs no address and stays in registers.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <tuple>
#include <utility>

#include "aiocc/core/generator.hpp"
#include "aiocc/objects/bytes.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/range.hpp"
#include "aiocc/objects/set.hpp"
#include "aiocc/objects/sum.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc {

/// The items of a tuple that a loop unpacks at once: `for key, value in d.items()` makes no tuple.
template <class... T>
struct Row {
  std::tuple<T...> items;

  template <std::size_t I>
  auto const& get() const noexcept {
    return std::get<I>(items);
  }
  template <std::size_t I>
  auto& get() noexcept {
    return std::get<I>(items);
  }
};

/// What `enumerate` was called with.
template <class Source>
struct Enumerated {
  Source source;
  Int start;
};
/// What `zip` was called with.
template <class... Sources>
struct Zipped {
  std::tuple<Sources...> sources;
};
template <class Source>
[[gnu::always_inline]] inline Enumerated<Source> enumerated(Source source, Int start = Int(0)) {
  return {std::move(source), std::move(start)};
}
template <class... Sources>
[[gnu::always_inline]] inline Zipped<Sources...> zipped(Sources... sources) {
  return {{std::move(sources)...}};
}

/// What a loop goes over, where it changes no container: the ints that it gets needn't be counted.
template <class Source>
AIOCC_INLINE inline auto views(Enumerated<Source> const& enumerated) {
  return Enumerated{views(enumerated.source), enumerated.start};
}
template <class... Sources>
AIOCC_INLINE inline auto views(Zipped<Sources...> const& zipped) {
  return std::apply([](auto const&... sources) { return aiocc::zipped(views(sources)...); }, zipped.sources);
}
template <class T>
AIOCC_INLINE inline List<T> views(List<T> const& list) noexcept {
  return list;
}
template <class T>
AIOCC_INLINE inline TupleOf<T> views(TupleOf<T> const& tuple) noexcept {
  return tuple;
}

namespace detail {

template <class T>
inline constexpr bool is_row = false;
template <class... T>
inline constexpr bool is_row<Row<T...>> = true;

/// The tuple that a row stands for.
template <class T>
T const& packed(T const& item) noexcept {
  return item;
}
template <class... T>
Object packed(Row<T...> const& row) {
  return std::apply(
      [](auto const&... item) -> Object {
        return pack_tuple<std::remove_cvref_t<decltype(packed(item))>...>(packed(item)...);
      },
      row.items);
}

/// An item of a loop in the type that its variable has: the same, a refinement that the compiler has proved, or a tuple's parts.
template <class To, class From>
void give_item(To& to, From&& from) {
  using Plain = std::remove_cvref_t<From>;
  if constexpr (std::same_as<To, Plain>) {
    to = std::forward<From>(from);
  } else if constexpr (is_row<To> && is_row<Plain>) {
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      (give_item(std::get<I>(to.items), std::get<I>(from.items)), ...);
    }(std::make_index_sequence<std::tuple_size_v<decltype(to.items)>>());
  } else if constexpr (is_row<Plain>) {
    to = word_cast<To>(packed(from));
  } else if constexpr (is_row<To>) {
    Object const* items = from.template as<TupleObject>()->items();
    [&]<std::size_t... I>(std::index_sequence<I...>) {
      ((std::get<I>(to.items) = from_object<std::remove_cvref_t<decltype(std::get<I>(to.items))>>(items[I])), ...);
    }(std::make_index_sequence<std::tuple_size_v<decltype(to.items)>>());
  } else {
    to = from_object<To>(to_object<Plain>(std::forward<From>(from)));
  }
}

/// Of any object: the iterator protocol.
template <class Source>
class SourceCursor {
 public:
  using item_type = Object;
  [[gnu::always_inline]] Result<void> start(Source const& source) {
    iteration_ = PASS(iterate(source));
    return {};
  }
  Result<bool> next(Object& item) { return iteration_.next(item); }

 private:
  Iteration iteration_;
};

/// Of a container of a known type: `Cursor` can't fail to begin.
template <class Source, class Cursor, class Item>
class ContainerCursor {
 public:
  using item_type = Item;
  [[gnu::always_inline]] Result<void> start(Source const& source) {
    cursor_.emplace(source);
    return {};
  }
  [[gnu::always_inline]] Result<bool> next(Item& item) { return cursor_->next(item); }

 private:
  std::optional<Cursor> cursor_;
};
template <class T>
class SourceCursor<List<T>> : public ContainerCursor<List<T>, ListCursor<T>, T> {};
template <class T>
class SourceCursor<TupleOf<T>> : public ContainerCursor<TupleOf<T>, TupleCursor<T>, T> {};
template <>
class SourceCursor<Range> : public ContainerCursor<Range, RangeCursor, Int> {};
template <class K, class V>
class SourceCursor<Dict<K, V>> : public ContainerCursor<Dict<K, V>, DictCursor<K, V>, K> {};
template <class T>
class SourceCursor<Set<T>> : public ContainerCursor<Set<T>, SetCursor<T>, T> {};
template <class T>
class SourceCursor<FrozenSet<T>> : public ContainerCursor<FrozenSet<T>, SetCursor<T>, T> {};

/// Characters and bytes; neither text changes.
template <class Text, class Item>
class TextCursor {
 public:
  using item_type = Item;
  [[gnu::always_inline]] Result<void> start(Text const& text) {
    text_ = text;
    length_ = text.length();
    return {};
  }

 protected:
  Text text_;
  std::int64_t length_ = 0;
  std::int64_t position_ = 0;
};
template <>
class SourceCursor<Str> : public TextCursor<Str, Str> {
 public:
  [[gnu::always_inline]] Result<bool> next(Str& character) {
    if (position_ == length_) return false;
    character = Str::from_code_point(text_[position_++]);
    return true;
  }
};
template <>
class SourceCursor<Bytes> : public TextCursor<Bytes, Int> {
 public:
  [[gnu::always_inline]] Result<bool> next(Int& byte) {
    if (position_ == length_) return false;
    byte = Int(std::int64_t{text_[position_++]});
    return true;
  }
};

template <class T>
class SourceCursor<Generator<T>> {
 public:
  using item_type = T;
  [[gnu::always_inline]] Result<void> start(Generator<T> const& source) {
    generator_ = source;
    return {};
  }
  Result<bool> next(T& item) { return generator_.next(item); }

 private:
  Generator<T> generator_;
};

/// The views of a dict walk over the dict itself; the view lives as long as the loop.
template <class View, class K, class V, class Item>
class ViewCursor {
 public:
  using item_type = Item;
  [[gnu::always_inline]] Result<void> start(View const& view) {
    view_ = view;
    cursor_.emplace(view.template as<DictViewObject>()->dict);
    return {};
  }

 protected:
  View view_;
  std::optional<DictCursor<K, V>> cursor_;
};
template <class K, class V>
class SourceCursor<DictKeys<K, V>> : public ViewCursor<DictKeys<K, V>, K, V, K> {
 public:
  Result<bool> next(K& key) { return this->cursor_->next(key); }
};
template <class K, class V>
class SourceCursor<DictValues<K, V>> : public ViewCursor<DictValues<K, V>, K, V, V> {
 public:
  Result<bool> next(V& value) {
    K key{};
    return this->cursor_->next(key, value);
  }
};
template <class K, class V>
class SourceCursor<DictItems<K, V>> : public ViewCursor<DictItems<K, V>, K, V, Row<K, V>> {
 public:
  Result<bool> next(Row<K, V>& row) { return this->cursor_->next(std::get<0>(row.items), std::get<1>(row.items)); }
};

template <class Source>
class SourceCursor<Enumerated<Source>> {
  using Inner = SourceCursor<Source>;

 public:
  using item_type = Row<Int, typename Inner::item_type>;
  [[gnu::always_inline]] Result<void> start(Enumerated<Source> const& source) {
    start_ = source.start;
    return inner_.start(source.source);
  }
  [[gnu::always_inline]] Result<bool> next(item_type& row) {
    if (!PASS(inner_.next(std::get<1>(row.items)))) return false;
    // None lives long enough to count past a word; most start at a 0 that the compiler sees.
    std::get<0>(row.items) = start_ + word_cast<Int>(Object::small_int(count_));
    ++count_;
    return true;
  }

 private:
  Inner inner_;
  Int start_;
  std::int64_t count_ = 0;
};

/// Asks its sources in order, and ends with the first one that does.
template <class... Sources>
class SourceCursor<Zipped<Sources...>> {
 public:
  using item_type = Row<typename SourceCursor<Sources>::item_type...>;
  [[gnu::always_inline]] Result<void> start(Zipped<Sources...> const& zipped) { return start_from<0>(zipped); }
  [[gnu::always_inline]] Result<bool> next(item_type& row) { return next_from<0>(row); }

 private:
  template <std::size_t I>
  [[gnu::always_inline]] Result<void> start_from(Zipped<Sources...> const& zipped) {
    if constexpr (I < sizeof...(Sources)) {
      PASS(std::get<I>(inner_).start(std::get<I>(zipped.sources)));
      return start_from<I + 1>(zipped);
    } else {
      return {};
    }
  }
  template <std::size_t I>
  [[gnu::always_inline]] Result<bool> next_from(item_type& row) {
    if constexpr (I < sizeof...(Sources)) {
      if (!PASS(std::get<I>(inner_).next(std::get<I>(row.items)))) return false;
      return next_from<I + 1>(row);
    } else {
      return true;
    }
  }
  std::tuple<SourceCursor<Sources>...> inner_;
};

/// Where the items of a list or tuple are, and how many: for loops that change none.
AIOCC_INLINE inline std::span<Object const> view_of(List<IntView> const& list) noexcept { return list.words(); }
AIOCC_INLINE inline std::span<Object const> view_of(TupleOf<IntView> const& tuple) noexcept {
  return tuple.get()->words();
}

template <class Source>
concept Viewed = requires(Source const& source) { view_of(source); };

/// Several of those at once: as many turns as the shortest has items.
template <Viewed... Sources>
class SourceCursor<Zipped<Sources...>> {
 public:
  using item_type = Row<typename SourceCursor<Sources>::item_type...>;
  AIOCC_INLINE Result<void> start(Zipped<Sources...> const& zipped) {
    sources_ = zipped.sources;
    std::apply(
        [this](auto const&... sources) {
          places_ = {view_of(sources).data()...};
          count_ = std::min({view_of(sources).size()...});
        },
        sources_);
    return {};
  }
  AIOCC_INLINE Result<bool> next(item_type& row) {
    if (index_ == count_) return false;
    fill(row, std::index_sequence_for<Sources...>());
    ++index_;
    return true;
  }

 private:
  template <std::size_t... I>
  AIOCC_INLINE void fill(item_type& row, std::index_sequence<I...>) const noexcept {
    ((std::get<I>(row.items) = IntView(places_[I][index_])), ...);
  }

  std::tuple<Sources...> sources_;
  std::array<Object const*, sizeof...(Sources)> places_{};
  std::size_t count_ = 0;
  std::size_t index_ = 0;
};

}  // namespace detail

/// A loop over `Source` whose variable is an Item.
template <class Item, class Source>
class Loop {
 public:
  using item_type = Item;
  [[gnu::always_inline]] Result<void> start(Source const& source) { return cursor_.start(source); }
  [[gnu::always_inline]] Result<bool> next(Item& item) {
    using Found = typename detail::SourceCursor<Source>::item_type;
    if constexpr (std::same_as<Found, Item>) {
      return cursor_.next(item);
    } else {
      Found found{};
      if (!PASS(cursor_.next(found))) return false;
      detail::give_item(item, std::move(found));
      return true;
    }
  }

 private:
  detail::SourceCursor<Source> cursor_;
};

/// Begins a loop: `auto loop_1 = TRY(loop<Row<Str, Int>>(counts.items()), AT(1));`
template <class Item, class Source>
[[gnu::always_inline]] inline Result<Loop<Item, Source>> loop(Source const& source) {
  Loop<Item, Source> begun;
  PASS(begun.start(source));
  return begun;
}

/// The same where the items have the types that the source gives them: `auto loop_1 = TRY(rows(views(zipped(xs, ys))), AT(1));`
template <class Source>
[[gnu::always_inline]] inline auto rows(Source const& source) {
  return loop<typename detail::SourceCursor<Source>::item_type>(source);
}
template <class Cursor>
using ItemOf = typename Cursor::item_type;

/// `for number in numbers: list[number] = value`
template <class T, class Cursor>
Result<void> fill(List<T> const& list, Cursor& numbers, Int& number, T value) {
  if constexpr (std::same_as<T, bool>) {
    if (list.get()->is_packed()) [[likely]] {
      std::size_t const count =
          detail::fill_bools(list.get()->bools, numbers.first(), numbers.step(), numbers.left(), value);
      if (count > 0) {
        numbers.skip(count - 1);
        number = Int(numbers.first());
        numbers.skip(1);
      }
    }
  }
  Int next{};
  while (numbers.next(next)) {
    number = next;
    PASS(list.set(number, value));
  }
  return {};
}

/// Adds `x * y` of each row `x, y`: `add_products(sum_1, views(zipped(xs, ys)));`
template <class Source>
AIOCC_INLINE inline void add_products(IntSum& sum, Source const& source) {
  detail::SourceCursor<Source> cursor;
  (void)cursor.start(source);
  typename detail::SourceCursor<Source>::item_type row{};
  while (cursor.next(row).value()) sum.add(product(row.template get<0>(), row.template get<1>()));
}
template <detail::Viewed Left, detail::Viewed Right>
AIOCC_INLINE inline void add_products(IntSum& sum, Zipped<Left, Right> const& rows) {
  std::span<Object const> const left = detail::view_of(std::get<0>(rows.sources));
  std::span<Object const> const right = detail::view_of(std::get<1>(rows.sources));
  sum.add(detail::sum_of_products(left.data(), right.data(), std::min(left.size(), right.size())));
}

}  // namespace aiocc
