// itertools' iterators over choices of items: combinations, combinations_with_replacement, permutations, product.
#include <algorithm>
#include <numeric>

#include "aiocc/stdlib/itertools.hpp"
#include "iterator_slots.hpp"
#include "itertools_copies.hpp"

namespace aiocc::itertools {

namespace {

/// What these iterators give next is the items of `pool` at `indices`.
struct ChoiceObject : HeapObject {
  ChoiceObject(Type& object_type, std::vector<Object> items, std::size_t length)
      : HeapObject(&object_type), pool(std::move(items)), indices(length) {}
  std::vector<Object> pool;
  std::vector<std::size_t> indices;
  bool started = false;
  bool ended = false;
};

struct PermutationsObject : HeapObject {
  PermutationsObject(std::vector<Object> items, std::size_t count)
      : HeapObject(&permutations_type), pool(std::move(items)), indices(pool.size()), cycles(count) {}
  std::vector<Object> pool;
  /// An order of all items; what is given are its first ones.
  std::vector<std::size_t> indices;
  std::vector<std::size_t> cycles;
  bool started = false;
  bool ended = false;
};

struct ProductObject : HeapObject {
  explicit ProductObject(std::vector<std::vector<Object>> values)
      : HeapObject(&product_type), pools(std::move(values)), indices(pools.size()) {}
  std::vector<std::vector<Object>> pools;
  std::vector<std::size_t> indices;
  bool started = false;
  bool ended = false;
};

Object choose(std::vector<Object> const& pool, std::vector<std::size_t> const& indices, std::size_t count) {
  auto tuple = make_tuple_object(count);
  for (std::size_t i = 0; i < count; ++i) tuple->items()[i] = pool[indices[i]];
  return Object::adopt(tuple);
}

/// Moves to the next increasing choice; false after the last.
bool next_combination(ChoiceObject* choice) {
  std::size_t const count = choice->indices.size(), size = choice->pool.size();
  for (std::size_t i = count; i-- > 0;) {
    if (choice->indices[i] == i + size - count) continue;
    ++choice->indices[i];
    for (std::size_t j = i + 1; j < count; ++j) choice->indices[j] = choice->indices[j - 1] + 1;
    return true;
  }
  return false;
}

/// The same where an item may come again.
bool next_replacement(ChoiceObject* choice) {
  std::size_t const count = choice->indices.size(), size = choice->pool.size();
  for (std::size_t i = count; i-- > 0;) {
    if (choice->indices[i] + 1 == size) continue;
    std::fill(choice->indices.begin() + static_cast<std::ptrdiff_t>(i), choice->indices.end(), choice->indices[i] + 1);
    return true;
  }
  return false;
}

template <bool (*advance)(ChoiceObject*)>
Result<bool> next_of_choice(Object const& self, Object& item) {
  auto choice = self.as<ChoiceObject>();
  if (choice->ended || (std::exchange(choice->started, true) && !advance(choice))) {
    choice->ended = true;
    return false;
  }
  item = choose(choice->pool, choice->indices, choice->indices.size());
  return true;
}

bool next_permutation(PermutationsObject* permutation) {
  auto& indices = permutation->indices;
  auto& cycles = permutation->cycles;
  std::size_t const size = indices.size();
  for (std::size_t i = cycles.size(); i-- > 0;) {
    auto const at = indices.begin() + static_cast<std::ptrdiff_t>(i);
    if (--cycles[i] != 0) {
      std::swap(indices[i], indices[size - cycles[i]]);
      return true;
    }
    std::rotate(at, at + 1, indices.end());
    cycles[i] = size - i;
  }
  return false;
}

Result<bool> next_of_permutations(Object const& self, Object& item) {
  auto permutation = self.as<PermutationsObject>();
  if (permutation->ended || (std::exchange(permutation->started, true) && !next_permutation(permutation))) {
    permutation->ended = true;
    return false;
  }
  item = choose(permutation->pool, permutation->indices, permutation->cycles.size());
  return true;
}

bool next_product(ProductObject* product) {
  for (std::size_t i = product->pools.size(); i-- > 0;) {
    if (++product->indices[i] < product->pools[i].size()) return true;
    product->indices[i] = 0;
  }
  return false;
}

Result<bool> next_of_product(Object const& self, Object& item) {
  auto product = self.as<ProductObject>();
  if (product->ended || (std::exchange(product->started, true) && !next_product(product))) {
    product->ended = true;
    return false;
  }
  std::size_t const count = product->pools.size();
  auto tuple = make_tuple_object(count);
  for (std::size_t i = 0; i < count; ++i) tuple->items()[i] = product->pools[i][product->indices[i]];
  item = Object::adopt(tuple);
  return true;
}

// Copies. The state is where an iterator that has begun stands.

/// The arguments of one that chooses `count` items of a pool, or of none where it's over: one more than there are, if it never begins.
template <class Choice>
Object arguments_of(Choice const* choice, std::size_t count) {
  auto const wanted = static_cast<std::int64_t>(count + (choice->ended && !choice->started ? 1 : 0));
  return pack_tuple(choice->ended ? Object(make_tuple({})) : aiocc::make_tuple(choice->pool), Int(wanted));
}

Result<Object> reduce_choice(NativeCall const& call) {
  auto choice = call.args[0].as<ChoiceObject>();
  Object const args = arguments_of(choice, choice->indices.size());
  if (!choice->started || choice->ended) return reduction(call.args[0], args);
  return reduction(call.args[0], args, positions_as_tuple(choice->indices));
}

template <bool repeats>
Result<Object> set_state_of_choice(NativeCall const& call) {
  PASS(warn_of_copies());
  auto choice = call.args[0].as<ChoiceObject>();
  std::size_t const size = choice->pool.size(), count = choice->indices.size();
  PASS(take_positions(call.args[1], choice->indices, 0,
                      [&](std::size_t i) { return repeats ? size - 1 : i + size - count; }));
  choice->started = true;
  return None;
}

Result<Object> reduce_permutations(NativeCall const& call) {
  auto permutation = call.args[0].as<PermutationsObject>();
  Object const args = arguments_of(permutation, permutation->cycles.size());
  if (!permutation->started || permutation->ended) return reduction(call.args[0], args);
  Object const state = pack_tuple(positions_as_tuple(permutation->indices), positions_as_tuple(permutation->cycles));
  return reduction(call.args[0], args, state);
}

Result<Object> set_state_of_permutations(NativeCall const& call) {
  auto permutation = call.args[0].as<PermutationsObject>();
  auto const parts = PASS(parts_of_state(call.args[1], 2, 2));
  std::size_t const size = permutation->pool.size();
  PASS(take_positions(parts[0], permutation->indices, 0, [&](std::size_t) { return size - 1; }));
  PASS(take_positions(parts[1], permutation->cycles, 1, [&](std::size_t i) { return size - i; }));
  permutation->started = true;
  return None;
}

Result<Object> reduce_product(NativeCall const& call) {
  auto product = call.args[0].as<ProductObject>();
  if (product->ended && product->started) return reduction(call.args[0], pack_tuple(make_tuple({})));
  std::vector<Object> pools;
  for (auto const& pool : product->pools) pools.push_back(aiocc::make_tuple(pool));
  Object const args = aiocc::make_tuple(pools);
  if (!product->started) return reduction(call.args[0], args);
  return reduction(call.args[0], args, positions_as_tuple(product->indices));
}

Result<Object> set_state_of_product(NativeCall const& call) {
  PASS(warn_of_copies());
  auto product = call.args[0].as<ProductObject>();
  bool const is_empty = product->ended;
  PASS(take_positions(call.args[1], product->indices, 0,
                      [&](std::size_t i) { return is_empty ? 0 : product->pools[i].size() - 1; }));
  product->started = true;
  return None;
}

Result<std::vector<Object>> pool_of(Object const& iterable) {
  Object list = PASS(list_from(iterable));
  return std::move(list.as<ListObject>()->items());
}

Result<std::int64_t> length_argument(Object const& r) {
  std::int64_t length = PASS(detail::size_argument(r));
  if (length < 0) return raise_error(value_error_type, "r must be non-negative");
  return length;
}

template <Type& type, bool (*advance)(ChoiceObject*), bool repeats>
constexpr Slots choice_slots() {
  return detail::iterator_slots<ChoiceObject, type, &ChoiceObject::pool>(
      next_of_choice<advance>, nullptr, members_with_reduce<type, reduce_choice, set_state_of_choice<repeats>>);
}

}  // namespace

constinit Type combinations_type("itertools.combinations", &object_type, sizeof(ChoiceObject),
                                 choice_slots<combinations_type, next_combination, false>(), "itertools");
constinit Type combinations_with_replacement_type(
    "itertools.combinations_with_replacement", &object_type, sizeof(ChoiceObject),
    choice_slots<combinations_with_replacement_type, next_replacement, true>(), "itertools");
constinit Type permutations_type(
    "itertools.permutations", &object_type, sizeof(PermutationsObject),
    detail::iterator_slots<PermutationsObject, permutations_type, &PermutationsObject::pool>(
        next_of_permutations, nullptr,
        members_with_reduce<permutations_type, reduce_permutations, set_state_of_permutations>),
    "itertools");
constinit Type product_type("itertools.product", &object_type, sizeof(ProductObject),
                            detail::iterator_slots<ProductObject, product_type, &ProductObject::pools>(
                                next_of_product, nullptr,
                                members_with_reduce<product_type, reduce_product, set_state_of_product>),
                            "itertools");

Result<Object> combinations(Object const& iterable, Object const& r) {
  auto pool = PASS(pool_of(iterable));
  auto const length = static_cast<std::size_t>(PASS(length_argument(r)));
  std::size_t const size = pool.size();
  auto choice = new ChoiceObject(combinations_type, std::move(pool), std::min(length, size));
  choice->ended = length > size;
  std::iota(choice->indices.begin(), choice->indices.end(), std::size_t{0});
  return Object::adopt(choice);
}

Result<Object> combinations_with_replacement(Object const& iterable, Object const& r) {
  auto pool = PASS(pool_of(iterable));
  auto const length = static_cast<std::size_t>(PASS(length_argument(r)));
  auto choice = new ChoiceObject(combinations_with_replacement_type, std::move(pool), length);
  choice->ended = length > 0 && choice->pool.empty();
  return Object::adopt(choice);
}

Result<Object> permutations(Object const& iterable, Object const& r) {
  auto pool = PASS(pool_of(iterable));
  std::size_t length = pool.size();
  if (!r.is(None)) {
    if (!is_instance(r, int_type)) return raise_error(type_error_type, "Expected int as r");
    length = static_cast<std::size_t>(PASS(length_argument(r)));
  }
  std::size_t const size = pool.size();
  auto permutation = new PermutationsObject(std::move(pool), std::min(length, size));
  permutation->ended = length > size;
  std::iota(permutation->indices.begin(), permutation->indices.end(), std::size_t{0});
  for (std::size_t i = 0; i < permutation->cycles.size(); ++i) permutation->cycles[i] = size - i;
  return Object::adopt(permutation);
}

Result<Object> product(Arguments iterables, Object const& repeat) {
  std::int64_t const times = PASS(detail::size_argument(repeat));
  if (times < 0) return raise_error(value_error_type, "repeat argument cannot be negative");
  if (!detail::has_room_for(iterables.size() + 1, static_cast<std::size_t>(times)))
    return raise_error(overflow_error_type, "repeat argument too large");
  std::vector<std::vector<Object>> pools;
  if (times > 0)
    for (Object const& iterable : iterables) pools.push_back(PASS(pool_of(iterable)));
  std::size_t const count = pools.size();
  for (std::int64_t i = 1; i < times; ++i)
    for (std::size_t j = 0; j < count; ++j) pools.push_back(pools[j]);
  auto product = new ProductObject(std::move(pools));
  product->ended =
      std::any_of(product->pools.begin(), product->pools.end(), [](auto const& pool) { return pool.empty(); });
  return Object::adopt(product);
}

}  // namespace aiocc::itertools
