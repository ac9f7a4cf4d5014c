// Memory of heap objects, and their destruction.
#include "aiocc/objects/memory.hpp"

#include <cstdio>
#include <cstdlib>
#include <vector>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/function.hpp"

#if defined(__has_feature)
#if __has_feature(address_sanitizer)
#define AIOCC_PLAIN_MALLOC 1
#endif
#endif
#if defined(__SANITIZE_ADDRESS__)
#define AIOCC_PLAIN_MALLOC 1
#endif

namespace aiocc {

constinit State state;

namespace detail {
namespace {

#if !defined(AIOCC_PLAIN_MALLOC)
struct FreeBlock {
  FreeBlock* next;
};

constexpr std::size_t granule = 16;
constexpr std::size_t largest_pooled = 512;
constexpr std::size_t chunk_bytes = 64 * 1024;

constinit FreeBlock* free_blocks[largest_pooled / granule + 1] = {};
constinit char* chunk = nullptr;
constinit std::size_t chunk_left = 0;
#endif

[[noreturn]] void out_of_memory() noexcept {
  std::fputs("Fatal error: out of memory\n", stderr);
  std::abort();
}

void* checked_malloc(std::size_t bytes) {
  void* memory = std::malloc(bytes);
  if (!memory) [[unlikely]]
    out_of_memory();
  return memory;
}

#if !defined(AIOCC_PLAIN_MALLOC)
void* carve(std::size_t bytes) {
  if (chunk_left < bytes) {
    chunk = static_cast<char*>(checked_malloc(chunk_bytes));
    chunk_left = chunk_bytes;
  }
  void* memory = chunk;
  chunk += bytes;
  chunk_left -= bytes;
  return memory;
}
#endif

/// Nested deallocations before they're queued.
constexpr int deepest_nesting = 50;
constinit int nesting = 0;
constinit std::vector<HeapObject*> deferred;

/// Runs `__del__` once. False: it made the object reachable again.
bool finalize(HeapObject* object) noexcept {
  if (!object->type->has_finalizer || (object->flags & object_finalized)) return true;
  object->flags |= object_finalized;
  // The finaliser's own use of the object mustn't destroy it a second time.
  object->references = 1;
  {
    Object self = Object::share(object);
    Ref<BaseException> pending = std::move(state.error);
    Object const* finalizer = find_in_mro(object->type, "__del__"_s);
    if (finalizer) {
      Object function = *finalizer;
      Object const args[] = {self};
      if (!call_array(function, args, 1)) print_unraisable(function);
    }
    state.error = std::move(pending);
  }
  return --object->references == 0;
}

void deallocate(HeapObject* object) noexcept {
  ensure_ready(object->type);
  if (!finalize(object)) return;
  object->type->slots.dealloc(object);
}

}  // namespace

void* allocate_memory(std::size_t bytes) {
#if !defined(AIOCC_PLAIN_MALLOC)
  if (bytes <= largest_pooled) [[likely]] {
    std::size_t granules = (bytes + granule - 1) / granule;
    FreeBlock*& list = free_blocks[granules];
    if (FreeBlock* block = list) [[likely]] {
      list = block->next;
      return block;
    }
    return carve(granules * granule);
  }
#endif
  return checked_malloc(bytes);
}

void release_memory(void* memory, std::size_t bytes) noexcept {
#if !defined(AIOCC_PLAIN_MALLOC)
  if (bytes <= largest_pooled) [[likely]] {
    FreeBlock*& list = free_blocks[(bytes + granule - 1) / granule];
    auto block = static_cast<FreeBlock*>(memory);
    block->next = list;
    list = block;
    return;
  }
#else
  (void)bytes;
#endif
  std::free(memory);
}

void destroy(HeapObject* object) noexcept {
  if (nesting >= deepest_nesting) [[unlikely]] {
    deferred.push_back(object);
    return;
  }
  ++nesting;
  deallocate(object);
  --nesting;
  // Only the outermost release empties the queue, so that the stack stays shallow.
  while (nesting == 0 && !deferred.empty()) [[unlikely]] {
    HeapObject* next = deferred.back();
    deferred.pop_back();
    ++nesting;
    deallocate(next);
    --nesting;
  }
}

}  // namespace detail
}  // namespace aiocc
