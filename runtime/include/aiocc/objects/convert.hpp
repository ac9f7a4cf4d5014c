// Between static types and words: what containers do at each store and load, and dynamic entries at each call.
#pragma once

#include <concepts>
#include <cstdint>
#include <new>
#include <type_traits>

#include "aiocc/objects/float.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/int_or_float.hpp"
#include "aiocc/objects/singletons.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc {

inline Object box(std::int64_t value) noexcept { return Int(value); }

namespace detail {
/// A static type was wrong: says so on stderr and aborts. It's a bug of the compiler, never of the program.
[[noreturn]] AIOCC_COLD void wrong_static_type(Object const& value, char const* expected) noexcept;
}  // namespace detail

struct ComplexNumber;
Object box(ComplexNumber number);
inline Object box(IntView const& value) noexcept { return static_cast<Int const&>(value); }

/// What emitted slots may hold, and what only expressions do: a complex number that was just computed, a borrowed int.
template <class T>
concept Storable = Word<T> || std::same_as<T, double> || std::same_as<T, bool> || std::same_as<T, std::int64_t> ||
                   std::same_as<T, IntOrFloat> || std::same_as<T, ComplexNumber> || std::same_as<T, IntView>;

/// Whether `value` is one of T's; a word type says so in a static member `accepts`, else everything goes.
template <Storable T>
bool holds(Object const& value) noexcept {
  if constexpr (std::same_as<T, double>)
    return is_float(value);
  else if constexpr (std::same_as<T, bool>)
    return type_of(value) == &bool_type;
  else if constexpr (std::same_as<T, std::int64_t>)
    return value.is_small_int();
  else if constexpr (std::same_as<T, Int>)
    return value.is_small_int() || type_of(value) == &int_type;
  else if constexpr (std::same_as<T, IntOrFloat>)
    return holds<double>(value) || holds<Int>(value);
  else if constexpr (requires { T::accepts(value); })
    return T::accepts(value);
  else
    return true;
}

template <Storable T>
AIOCC_INLINE inline Object to_object(T value) {
  if constexpr (Word<T>)
    return word_cast<Object>(std::move(value));
  else
    return box(value);
}

namespace detail {
template <Storable T>
void check_static_type([[maybe_unused]] Object const& value) noexcept {
#ifndef NDEBUG
  if (value.bound() && !holds<T>(value)) [[unlikely]]
    wrong_static_type(value, __PRETTY_FUNCTION__);
#endif
}
}  // namespace detail

/// The same value under its static type, which the compiler has proved.
template <Storable T>
  requires Word<T>
AIOCC_INLINE inline T from_object(Object&& value) {
  detail::check_static_type<T>(value);
  return word_cast<T>(std::move(value));
}
template <Storable T>
  requires(Word<T> && !std::same_as<T, Int>)
AIOCC_INLINE inline T from_object(Object const& value) {
  return from_object<T>(Object(value));
}
template <Storable T>
  requires(!Word<T>)
AIOCC_INLINE inline T from_object(Object const& value) {
  // Where it's not True it's taken for False: looking would take as long as the rest of a loop over bools.
  if constexpr (std::same_as<T, bool>) {
    return value.is(True);
  } else if constexpr (std::same_as<T, IntView>) {
    return IntView(value);
  } else {
    detail::check_static_type<T>(value);
    if constexpr (std::same_as<T, double>)
      return float_value(value);
    else if constexpr (std::same_as<T, IntOrFloat>)
      return IntOrFloat::of(value);
    else
      return value.small();
  }
}
/// An Int in a container's slot: most are small, and neither checked further nor counted.
template <std::same_as<Int> T>
AIOCC_INLINE inline T from_object(Object const& value) {
  if (value.is_small_int()) [[likely]]
    return Int::from_word(value.bits());
  return from_object<Int>(Object(value));
}

template <Word T>
class Optional;

namespace detail {
template <class T>
inline constexpr bool may_be_small =
    std::same_as<T, Object> || std::same_as<T, Int> || std::same_as<T, IntView> || std::same_as<T, std::int64_t>;
template <class T>
inline constexpr bool may_be_small<Optional<T>> = may_be_small<T>;
}  // namespace detail

/// What a slot of a container holds, which is never unbound: nobody looks whether it is, nor whether it's a small int where its type tells.
template <Storable T>
AIOCC_INLINE inline T from_slot(Object const& slot) {
  if (!slot.bound() || (!detail::may_be_small<T> && slot.is_small_int())) __builtin_unreachable();
  return from_object<T>(slot);
}

/// Gives a slot of a container that holds nothing but T's another value; the old one dies after that.
template <Storable T>
AIOCC_INLINE inline void store_item(Object& slot, T value) {
  if constexpr (std::same_as<T, double>) {
    detail::check_static_type<double>(slot);
    // A float that nobody else has may change its value: nobody can tell it from a new one.
    if (slot.heap()->references == 1) [[likely]]
      slot.as<FloatObject>()->value = value;
    else
      slot = box(value);
  } else if constexpr (std::same_as<T, bool>) {
    // Both are immortal, so neither what's stored nor what it replaces needs to be counted.
    new (&slot) Object(Object::from_bits(value ? True.bits() : False.bits()));
  } else {
    Object old = std::exchange(slot, to_object<T>(std::move(value)));
  }
}

/// As from_object, for a slot that dynamic code stores into: a value that T can't hold ends the program.
template <Storable T>
T checked_from_object(Object const& value) {
  if (!holds<T>(value)) [[unlikely]]
    detail::wrong_static_type(value, __PRETTY_FUNCTION__);
  return from_object<T>(value);
}

}  // namespace aiocc
