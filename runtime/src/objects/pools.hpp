// What the collector knows of the memory of objects.
#pragma once

#include <cstddef>

#include "aiocc/objects/object.hpp"

namespace aiocc::detail {

/// Memory for an object that has `prefix` bytes of its own in front, a multiple of 16; the result is where its HeapObject begins.
void* allocate_prefixed(std::size_t prefix, std::size_t bytes);
void release_prefixed(void* object, std::size_t prefix) noexcept;

/// Memory of allocate_memory, moved to another size.
void* reallocate_memory(void* memory, std::size_t old_bytes, std::size_t bytes);

/// As release_memory for an object of a pooled size, from callers that have much in registers.
AIOCC_KEEPS_REGISTERS void release_leaf(void* memory, std::size_t bytes) noexcept;

/// Calls `examine` for each live object in the memory that `allocate_object` handed out, by address, large ones last.
void for_each_object(void (*examine)(HeapObject* object, std::size_t bytes, void* data), void* data);
/// Bytes handed out so far for objects: whole pages, whether in use or not, and large objects.
std::size_t object_memory() noexcept;
/// The collector wants to be told (by page_taken) once that is more than this.
void set_memory_limit(std::size_t bytes) noexcept;

/// As `destroy`, from loops that end many objects and have little in registers.
void destroy_one(HeapObject* object) noexcept;

/// Runs the `__del__` of an object that is kept alive meanwhile; the second time nothing happens.
void finalize_held(HeapObject* object) noexcept;

}  // namespace aiocc::detail
