// list.sort and sorted: keys are computed once, and compared directly where they are all ints, strs or floats.
#include <algorithm>

#include "aiocc/objects/list.hpp"
#include "merge_sort.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

// Sorting moves bare words: each keeps its reference, whatever the order.
using Bits = std::uintptr_t;

struct Keyed {
  Bits key;
  Bits value;
};

Bits key_of(Bits item) noexcept { return item; }
Bits key_of(Keyed const& item) noexcept { return item.key; }

enum class KeyKind { Ints, Strs, Floats, Mixed };

bool is_kind(Bits key, KeyKind kind) noexcept {
  if (key & 1) return kind == KeyKind::Ints;
  Type* type = reinterpret_cast<HeapObject*>(key)->type;
  return (kind == KeyKind::Strs && type == &str_type) || (kind == KeyKind::Floats && type == &float_type);
}

template <class Item>
KeyKind kind_of(std::vector<Item> const& items) {
  for (KeyKind kind : {KeyKind::Ints, KeyKind::Strs, KeyKind::Floats}) {
    if (!is_kind(key_of(items.front()), kind)) continue;
    bool all =
        std::all_of(items.begin(), items.end(), [kind](Item const& item) { return is_kind(key_of(item), kind); });
    return all ? kind : KeyKind::Mixed;
  }
  return KeyKind::Mixed;
}

// A borrowed word as an Object, for the time of a call.
class Borrowed {
 public:
  explicit Borrowed(Bits bits) noexcept : object_(Object::from_bits(bits)) {}
  ~Borrowed() { (void)object_.leak(); }
  Borrowed(Borrowed const&) = delete;
  Borrowed& operator=(Borrowed const&) = delete;
  Object const& operator*() const noexcept { return object_; }

 private:
  Object object_;
};

template <class Item>
Result<void> sort_items(std::vector<Item>& items) {
  if (items.size() < 2) return {};
  auto sort_by = [&](auto less) {
    return detail::merge_sort(items.data(), items.size(), [less](Item const& left, Item const& right) {
      return less(key_of(left), key_of(right));
    });
  };
  switch (kind_of(items)) {
    case KeyKind::Ints:
      return sort_by([](Bits left, Bits right) -> Result<bool> {
        return static_cast<std::intptr_t>(left) < static_cast<std::intptr_t>(right);
      });
    case KeyKind::Strs:
      return sort_by([](Bits left, Bits right) -> Result<bool> {
        return detail::compare_str(reinterpret_cast<StrObject*>(left), reinterpret_cast<StrObject*>(right)) < 0;
      });
    case KeyKind::Floats:
      return sort_by([](Bits left, Bits right) -> Result<bool> {
        return reinterpret_cast<FloatObject*>(left)->value < reinterpret_cast<FloatObject*>(right)->value;
      });
    case KeyKind::Mixed:
      return sort_by([](Bits left, Bits right) -> Result<bool> {
        return operators::test_less(*Borrowed(left), *Borrowed(right));
      });
  }
  return {};
}

// Equal ints are the same word, so that stability is nothing to keep.
bool sort_plain_ints(std::vector<Object>& values, bool reverse) {
  if (!std::all_of(values.begin(), values.end(), [](Object const& value) { return value.is_small_int(); }))
    return false;
  auto words = reinterpret_cast<std::intptr_t*>(values.data());
  if (reverse)
    std::sort(words, words + values.size(), std::greater<>());
  else
    std::sort(words, words + values.size());
  return true;
}

Result<void> sort_without_key(std::vector<Object>& values, bool reverse) {
  if (values.empty() || sort_plain_ints(values, reverse)) return {};
  std::vector<Bits> items(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) items[i] = values[i].leak();
  // Reversed before and after, so that equal items keep their order.
  if (reverse) std::reverse(items.begin(), items.end());
  Result<void> result = sort_items(items);
  if (reverse) std::reverse(items.begin(), items.end());
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = Object::from_bits(items[i]);
  return result;
}

Result<void> sort_by_key(std::vector<Object>& values, Object const& key, bool reverse) {
  std::vector<Object> keys;
  keys.reserve(values.size());
  for (Object const& value : values) keys.push_back(PASS(call(key, value)));
  std::vector<Keyed> items(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) items[i] = {keys[i].bits(), values[i].leak()};
  if (reverse) std::reverse(items.begin(), items.end());
  Result<void> result = sort_items(items);
  if (reverse) std::reverse(items.begin(), items.end());
  for (std::size_t i = 0; i < values.size(); ++i) values[i] = Object::from_bits(items[i].value);
  return result;
}

}  // namespace

Result<void> ListObject::sort(Object const& key, bool reverse) {
  Object self = Object::share(this);
  // User code sees an empty list meanwhile. The capacity tells whether it touched it.
  std::vector<Object> values;
  values.swap(items());
  Result<void> result = key.is(None) ? sort_without_key(values, reverse) : sort_by_key(values, key, reverse);
  bool modified = !items().empty() || items().capacity() != 0;
  values.swap(items());
  if (result && modified) return raise_error(value_error_type, "list modified during sort");
  return result;
}

namespace detail {

Result<void> sort_list(ListObject* list, Object const& key, Object const& reverse) {
  bool is_reverse = PASS(operators::truth(reverse));
  return list->sort(key, is_reverse);
}

}  // namespace detail

}  // namespace aiocc
