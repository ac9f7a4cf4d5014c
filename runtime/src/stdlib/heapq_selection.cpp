// heapq's functions over whole iterables: nlargest, nsmallest, merge.
#include <algorithm>

#include "aiocc/objects/reductions.hpp"
#include "aiocc/stdlib/heapq.hpp"
#include "iterator_slots.hpp"
#include "less.hpp"

namespace aiocc::heapq {

namespace {

/// One of merge's sources, with its item that comes next.
struct MergeSource {
  Iteration items;
  Object value;
  Object key;
  /// Equal items come in the order of the sources.
  std::size_t order;
  void traverse(Visitor& visit) const {
    items.traverse(visit);
    visit(value);
    visit(key);
  }
};

struct MergeObject : HeapObject {
  MergeObject(Type* iterator_type, Object key_function, bool is_reverse)
      : HeapObject(iterator_type), function(std::move(key_function)), reverse(is_reverse) {}
  std::vector<Iteration> unread;
  /// A heap.
  std::vector<MergeSource> sources;
  /// None: items are their own keys.
  Object function;
  bool reverse;
};

Result<bool> comes_before(MergeObject const* merge, MergeSource const& left, MergeSource const& right) {
  if (merge->reverse ? PASS(aiocc::detail::item_less(right.key, left.key))
                     : PASS(aiocc::detail::item_less(left.key, right.key)))
    return true;
  if (left.order > right.order) return false;
  return !(merge->reverse ? PASS(aiocc::detail::item_less(left.key, right.key))
                          : PASS(aiocc::detail::item_less(right.key, left.key)));
}

/// Reads the next item of `source`; false at its end.
Result<bool> refill(MergeObject const* merge, MergeSource& source) {
  if (!PASS(source.items.next(source.value))) return false;
  source.key = merge->function.is(None) ? source.value : PASS(call(merge->function, Object(source.value)));
  return true;
}

/// The first source moves down to its place.
Result<void> sink_first(MergeObject* merge) {
  auto& sources = merge->sources;
  std::size_t position = 0;
  while (2 * position + 1 < sources.size()) {
    std::size_t child = 2 * position + 1;
    if (child + 1 < sources.size() && PASS(comes_before(merge, sources[child + 1], sources[child]))) ++child;
    if (!PASS(comes_before(merge, sources[child], sources[position]))) break;
    std::swap(sources[position], sources[child]);
    position = child;
  }
  return {};
}

Result<void> rise_last(MergeObject* merge) {
  auto& sources = merge->sources;
  for (std::size_t position = sources.size() - 1; position > 0;) {
    std::size_t const parent = (position - 1) / 2;
    if (!PASS(comes_before(merge, sources[position], sources[parent]))) break;
    std::swap(sources[position], sources[parent]);
    position = parent;
  }
  return {};
}

Result<void> start(MergeObject* merge) {
  auto unread = std::move(merge->unread);
  merge->unread.clear();
  for (std::size_t i = 0; i < unread.size(); ++i) {
    MergeSource source{std::move(unread[i]), {}, {}, i};
    if (!PASS(refill(merge, source))) continue;
    merge->sources.push_back(std::move(source));
    PASS(rise_last(merge));
  }
  return {};
}

/// The source whose item was given last reads on, and finds its place.
Result<void> advance(MergeObject* merge) {
  auto& sources = merge->sources;
  if (sources.empty() || sources.front().value.bound()) return {};
  if (!PASS(refill(merge, sources.front()))) {
    std::swap(sources.front(), sources.back());
    sources.pop_back();
  }
  return sink_first(merge);
}

/// An item is replaced only when the next one is asked for, as in CPython's generator.
Result<bool> next_of_merge(Object const& self, Object& item) {
  auto merge = self.as<MergeObject>();
  if (!merge->unread.empty())
    PASS(start(merge));
  else
    PASS(advance(merge));
  if (merge->sources.empty()) return false;
  item = std::move(merge->sources.front().value);
  return true;
}

constinit Type merge_type(
    "generator", &object_type, sizeof(MergeObject),
    {.dealloc = aiocc::detail::dealloc_object<MergeObject>,
     .traverse = aiocc::detail::traverse_members<&MergeObject::unread, &MergeObject::sources, &MergeObject::function>,
     .iter = aiocc::detail::iter_self,
     .next = next_of_merge});

Result<List<Object>> select(Object const& n, Object const& iterable, Object const& key, bool largest) {
  std::int64_t const count = PASS(aiocc::detail::size_argument(n));
  Object list = PASS(list_from(iterable));
  auto object = list.as<ListObject>();
  PASS(object->sort(key, largest));
  if (count < static_cast<std::int64_t>(object->items().size()))
    object->items().resize(static_cast<std::size_t>(std::max<std::int64_t>(count, 0)));
  return word_cast<List<Object>>(list);
}

}  // namespace

Result<List<Object>> nlargest(Object const& n, Object const& iterable, Object const& key) {
  return select(n, iterable, key, true);
}
Result<List<Object>> nsmallest(Object const& n, Object const& iterable, Object const& key) {
  return select(n, iterable, key, false);
}

Result<Object> merge(Arguments iterables, Object const& key, Object const& reverse) {
  bool const is_reverse = PASS(operators::truth(reverse));
  std::vector<Iteration> unread;
  for (Object const& iterable : iterables) unread.push_back(PASS(iterate(iterable)));
  auto merge = new MergeObject(&merge_type, key, is_reverse);
  merge->unread = std::move(unread);
  return Object::adopt(merge);
}

}  // namespace aiocc::heapq
