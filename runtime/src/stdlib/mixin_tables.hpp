// Rows of mixin methods: functions over `self` and further arguments, bound as CPython binds those of functions written in Python.
#pragma once

#include <array>

#include "../objects/core.hpp"
#include "aiocc/objects/native_call.hpp"

namespace aiocc::collections::abc {

/// A method `name` of `owner`; `names` are its parameters, bit i of `optional` says that parameter i may be left out.
template <std::size_t N>
constexpr NativeFunction mixin(char const* name, Type& owner, char const* const (&names)[N], std::uint64_t optional,
                               NativeBody body, std::uint16_t positional_only = 0, bool has_keywords = false) {
  return {{names, positional_only, static_cast<std::uint16_t>(N - has_keywords), 0, false, has_keywords},
          {nullptr, name, name, 0, nullptr, "collections.abc"},
          body,
          &owner,
          optional,
          Wording::Python};
}

template <std::size_t N>
constexpr std::array<Member, N> rows_of(NativeFunction const (&functions)[N]) {
  std::array<Member, N> rows{};
  for (std::size_t i = 0; i < N; ++i)
    rows[i] = {.name = functions[i].code.name, .kind = MemberKind::Method, .function = &functions[i]};
  return rows;
}

inline constexpr char const* only_self[] = {"self"};
inline constexpr char const* with_value[] = {"self", "value"};
inline constexpr char const* with_other[] = {"self", "other"};
inline constexpr char const* with_key[] = {"self", "key"};
inline constexpr char const* with_key_default[] = {"self", "key", "default"};

}  // namespace aiocc::collections::abc
