// The universal value: one word that is a small int or a counted reference to a heap object.
// Every static word type (Int, Str, List<T>, Ref<T>, ...) derives from Object without adding data.
#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <utility>

#if defined(__clang__)
// Lets a counted word travel in a register, although its destructor isn't trivial.
#define AIOCC_TRIVIAL_ABI [[clang::trivial_abi]]
#else
#define AIOCC_TRIVIAL_ABI
#endif

#define AIOCC_COLD [[gnu::cold, gnu::noinline]]

// What handles a word in a variable: a call of it in a rare path, which the compiler doesn't inline of itself, would need the variable's
// address, and keep it in memory in the frequent ones too.
#define AIOCC_INLINE [[gnu::always_inline]]

#if defined(__clang__)
// A rare call from hot code, which saves the registers itself: its callers needn't keep what they hold in others, or on the stack.
#define AIOCC_KEEPS_REGISTERS [[clang::preserve_most]]
#else
#define AIOCC_KEEPS_REGISTERS
#endif

namespace aiocc {

struct Type;

namespace detail {
/// Memory of leaves (numbers, texts) and of what containers point to: free lists by size class, malloc past the largest.
void* allocate_memory(std::size_t bytes);
void release_memory(void* memory, std::size_t bytes) noexcept;
/// Memory of objects that may refer to others. It begins with their HeapObject; the cycle collector finds them by their memory.
void* allocate_object(std::size_t bytes);
void release_object(void* memory, std::size_t bytes) noexcept;
}  // namespace detail

/// Head of everything that lives on the heap. The count isn't atomic: one thread runs Python code at a time.
struct HeapObject {
  std::uint32_t references = 1;
  std::uint32_t flags = 0;
  Type* type = nullptr;

  constexpr HeapObject() = default;
  constexpr explicit HeapObject(Type* object_type, std::uint32_t count = 1) : references(count), type(object_type) {}
  HeapObject(HeapObject const&) = delete;
  HeapObject& operator=(HeapObject const&) = delete;
  static void* operator new(std::size_t bytes) { return detail::allocate_object(bytes); }
  static void* operator new(std::size_t, void* place) noexcept { return place; }
  static void operator delete(void* memory, std::size_t bytes) noexcept { detail::release_object(memory, bytes); }
};

/// A heap object that refers to no other: the collector needn't find it.
struct LeafObject : HeapObject {
  using HeapObject::HeapObject;
  static void* operator new(std::size_t bytes) { return detail::allocate_memory(bytes); }
  static void* operator new(std::size_t, void* place) noexcept { return place; }
  static void operator delete(void* memory, std::size_t bytes) noexcept { detail::release_memory(memory, bytes); }
};

/// Bits of HeapObject::flags; those from bit 8 on are the cycle collector's.
enum ObjectFlag : std::uint32_t {
  /// `__del__` has run; it runs once, however often the object is resurrected.
  object_finalized = 1,
  /// A str that is the only one of its text among the interned ones: equal exactly when it's the same word.
  object_interned = 2,
  /// Weak references point to it (objects/weak_references.hpp).
  object_weakly_referenced = 4,
  /// `gc.freeze` has taken it out of collections.
  object_frozen = 8,
  /// While a collection runs: the object takes part in it.
  object_examined = 16,
  /// An exception that a collection has come across with the frames that it passed (objects/collector.cpp).
  object_keeps_old_frames = 32,
  /// A list that keeps its items, bools, as bytes (objects/list.hpp).
  object_packed = 64,
  /// A generator or coroutine that the program has given a name (core/own_names.hpp).
  object_named = 128,
};

/// Count of objects with static storage: high enough that balanced use never brings it to zero.
inline constexpr std::uint32_t immortal_references = 1u << 30;

namespace detail {
/// Runs the type's finaliser and deallocator; nested releases past a depth are queued, so that no chain overflows the stack.
AIOCC_KEEPS_REGISTERS AIOCC_COLD void destroy(HeapObject* object) noexcept;
}  // namespace detail

/// One tagged word: odd is an int of 63 bits, zero is unbound (or "raised" in a Result), else a counted HeapObject*.
class AIOCC_TRIVIAL_ABI Object {
 public:
  constexpr Object() noexcept = default;
  AIOCC_INLINE constexpr Object(Object const& other) noexcept : bits_(other.bits_) { retain(); }
  AIOCC_INLINE constexpr Object(Object&& other) noexcept : bits_(std::exchange(other.bits_, 0)) {}
  AIOCC_INLINE constexpr ~Object() { release(); }
  AIOCC_INLINE Object& operator=(Object const& other) noexcept {
    Object copy(other);
    std::swap(bits_, copy.bits_);
    return *this;
  }
  AIOCC_INLINE Object& operator=(Object&& other) noexcept {
    Object moved(std::move(other));
    std::swap(bits_, moved.bits_);
    return *this;
  }

  /// Takes over a reference that the caller owns.
  AIOCC_INLINE static Object adopt(HeapObject* object) noexcept {
    return from_bits(reinterpret_cast<std::uintptr_t>(object));
  }
  /// Adds a reference to an object that somebody else keeps.
  AIOCC_INLINE static Object share(HeapObject* object) noexcept {
    if (object) ++object->references;
    return adopt(object);
  }
  AIOCC_INLINE static constexpr Object from_bits(std::uintptr_t bits) noexcept {
    Object object;
    object.bits_ = bits;
    return object;
  }
  /// `value` must fit in 63 bits.
  AIOCC_INLINE static constexpr Object small_int(std::int64_t value) noexcept {
    return from_bits((static_cast<std::uintptr_t>(value) << 1) | 1);
  }

  AIOCC_INLINE constexpr std::uintptr_t bits() const noexcept { return bits_; }
  AIOCC_INLINE constexpr bool bound() const noexcept { return bits_ != 0; }
  AIOCC_INLINE constexpr bool is_small_int() const noexcept { return bits_ & 1; }
  AIOCC_INLINE constexpr bool is_heap() const noexcept { return !(bits_ & 1) && bits_ != 0; }
  AIOCC_INLINE constexpr std::int64_t small() const noexcept { return static_cast<std::int64_t>(bits_) >> 1; }
  AIOCC_INLINE HeapObject* heap() const noexcept { return reinterpret_cast<HeapObject*>(bits_); }
  /// The heap object as its layout; the caller knows the type.
  template <class Layout>
  Layout* as() const noexcept {
    return static_cast<Layout*>(heap());
  }
  /// Python's `is`.
  constexpr bool is(Object const& other) const noexcept { return bits_ == other.bits_; }
  /// Gives up the reference without releasing it.
  AIOCC_INLINE std::uintptr_t leak() noexcept { return std::exchange(bits_, 0); }
  AIOCC_INLINE void reset() noexcept {
    release();
    bits_ = 0;
  }

 protected:
  AIOCC_INLINE constexpr void retain() const noexcept {
    if (is_heap()) ++heap()->references;
  }
  AIOCC_INLINE constexpr void release() const noexcept {
    if (is_small_int()) return;
    if (bits_ == 0) return;
    if (--heap()->references == 0) [[unlikely]]
      detail::destroy(heap());
  }

  std::uintptr_t bits_ = 0;
};
static_assert(sizeof(Object) == sizeof(void*));

/// A static type that is one word: Object itself or a refinement of it.
template <class T>
concept Word = std::derived_from<T, Object> && sizeof(T) == sizeof(Object);

/// The same word under another static type. The compiler has proved, or the caller has checked, that it fits.
template <Word To, Word From>
AIOCC_INLINE inline To word_cast(From&& object) noexcept
  requires std::is_rvalue_reference_v<From&&>
{
  To result;
  static_cast<Object&>(result) = static_cast<Object&&>(object);
  return result;
}
template <Word To, Word From>
AIOCC_INLINE inline To word_cast(From const& object) noexcept {
  return word_cast<To>(From(object));
}

/// A static type whose values are never small ints: nobody looks for their tag when a word of it is copied or ends.
class AIOCC_TRIVIAL_ABI HeapWord : public Object {
 public:
  constexpr HeapWord() noexcept = default;
  AIOCC_INLINE constexpr HeapWord(HeapWord const& other) noexcept : Object(from_bits(other.bits_)) {
    if (bits_ != 0) ++heap()->references;
  }
  AIOCC_INLINE constexpr HeapWord(HeapWord&& other) noexcept = default;
  AIOCC_INLINE constexpr ~HeapWord() {
    if (bits_ != 0 && --heap()->references == 0) [[unlikely]]
      detail::destroy(heap());
    bits_ = 0;
  }
  AIOCC_INLINE HeapWord& operator=(HeapWord const& other) noexcept {
    HeapWord copy(other);
    std::swap(bits_, copy.bits_);
    return *this;
  }
  AIOCC_INLINE HeapWord& operator=(HeapWord&& other) noexcept {
    HeapWord moved(std::move(other));
    std::swap(bits_, moved.bits_);
    return *this;
  }
};

/// A counted reference to a heap object whose layout is known, e.g. a user's class.
template <class Layout>
class AIOCC_TRIVIAL_ABI Ref : public HeapWord {
 public:
  constexpr Ref() noexcept = default;
  AIOCC_INLINE static Ref adopt(Layout* object) noexcept { return word_cast<Ref>(Object::adopt(object)); }
  AIOCC_INLINE static Ref share(Layout* object) noexcept { return word_cast<Ref>(Object::share(object)); }
  AIOCC_INLINE Layout* get() const noexcept { return as<Layout>(); }
  AIOCC_INLINE Layout* operator->() const noexcept { return get(); }
  Layout& operator*() const noexcept { return *get(); }
};

}  // namespace aiocc
