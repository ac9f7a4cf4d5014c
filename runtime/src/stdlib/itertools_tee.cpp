// itertools.tee: iterators that read one source apart, by a chain of blocks of what it gave.
#include "aiocc/stdlib/itertools.hpp"
#include "iterator_slots.hpp"

namespace aiocc::itertools {

namespace {

struct TeeSource : HeapObject {
  TeeSource(Type* source_type, Iteration iteration) : HeapObject(source_type), items(std::move(iteration)) {}
  Iteration items;
  bool running = false;
};

/// Items in the order of the source; dropped when the last reader has moved on.
struct TeeBlock : HeapObject {
  static constexpr std::size_t capacity = 57;
  TeeBlock(Type* block_type, Ref<TeeSource> shared) : HeapObject(block_type), source(std::move(shared)) {}
  Ref<TeeSource> source;
  Ref<TeeBlock> following;
  std::size_t filled = 0;
  Object items[capacity];
};

struct TeeObject : HeapObject {
  TeeObject(Ref<TeeBlock> first, std::size_t index) : HeapObject(&tee_type), block(std::move(first)), position(index) {}
  Ref<TeeBlock> block;
  std::size_t position;
};

constinit Type tee_source_type("itertools._tee_source", &object_type, sizeof(TeeSource),
                               {.dealloc = detail::dealloc_object<TeeSource>,
                                .traverse = detail::traverse_members<&TeeSource::items>},
                               "itertools");
constinit Type tee_block_type(
    "itertools._tee_dataobject", &object_type, sizeof(TeeBlock),
    {.dealloc = detail::dealloc_object<TeeBlock>,
     .traverse = detail::traverse_members<&TeeBlock::source, &TeeBlock::following, &TeeBlock::items>},
    "itertools");

/// Reads one more item of the source into `block`.
Result<bool> read_more(TeeBlock* block) {
  TeeSource* source = block->source.get();
  if (source->running) return raise_error(runtime_error_type, "cannot re-enter the tee iterator");
  source->running = true;
  Object item;
  Result<bool> more = source->items.next(item);
  source->running = false;
  if (!more) return raised;
  if (!more.value()) return false;
  block->items[block->filled++] = std::move(item);
  return true;
}

Result<bool> next_of_tee(Object const& self, Object& item) {
  auto iterator = self.as<TeeObject>();
  if (iterator->position == TeeBlock::capacity) {
    Ref<TeeBlock> full = iterator->block;
    if (!full->following.bound()) full->following = Ref<TeeBlock>::adopt(new TeeBlock(&tee_block_type, full->source));
    iterator->block = full->following;
    iterator->position = 0;
  }
  Ref<TeeBlock> block = iterator->block;
  if (iterator->position == block->filled && !PASS(read_more(block.get()))) return false;
  item = block->items[iterator->position++];
  return true;
}

Object copy_tee(TeeObject const* iterator) { return Object::adopt(new TeeObject(iterator->block, iterator->position)); }

}  // namespace

constinit Type tee_type("itertools._tee", &object_type, sizeof(TeeObject),
                        detail::iterator_slots<TeeObject, tee_type, &TeeObject::block>(next_of_tee), "itertools");

Result<Object> tee(Object const& iterable, Object const& n) {
  std::int64_t const count = PASS(detail::size_argument(n));
  if (count < 0) return raise_error(value_error_type, "n must be >= 0");
  if (count == 0) return word_cast<TupleOf<Object>>(make_tuple({}));
  Object first = iterable;
  if (type_of(iterable) != &tee_type) {
    Iteration items = PASS(iterate(iterable));
    auto source = Ref<TeeSource>::adopt(new TeeSource(&tee_source_type, std::move(items)));
    auto block = Ref<TeeBlock>::adopt(new TeeBlock(&tee_block_type, std::move(source)));
    first = Object::adopt(new TeeObject(std::move(block), 0));
  }
  std::vector<Object> iterators{first};
  while (static_cast<std::int64_t>(iterators.size()) < count) iterators.push_back(copy_tee(first.as<TeeObject>()));
  return word_cast<TupleOf<Object>>(aiocc::make_tuple(iterators));
}

Object copy_of_tee(Object const& self) { return copy_tee(self.as<TeeObject>()); }

}  // namespace aiocc::itertools
