// One pattern compiled by PCRE2, for subjects in units of one width.
#pragma once

#define PCRE2_CODE_UNIT_WIDTH 0
#include <pcre2.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <limits>
#include <span>
#include <string>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/result.hpp"

namespace aiocc::_pcre {

/// PCRE2's library for units of 8 bits: bytes, and code points up to 255.
struct Narrow {
  using Unit = std::uint8_t;
  using Code = pcre2_code_8;
  using Matches = pcre2_match_data_8;
  static constexpr auto compile = pcre2_compile_8;
  static constexpr auto free_code = pcre2_code_free_8;
  static constexpr auto jit_compile = pcre2_jit_compile_8;
  static constexpr auto make_matches = pcre2_match_data_create_from_pattern_8;
  static constexpr auto free_matches = pcre2_match_data_free_8;
  static constexpr auto places = pcre2_get_ovector_pointer_8;
  static constexpr auto match = pcre2_match_8;
  static constexpr auto make_compile_context = pcre2_compile_context_create_8;
  static constexpr auto set_newline = pcre2_set_newline_8;
  static constexpr auto set_nesting = pcre2_set_parens_nest_limit_8;
  static constexpr auto make_match_context = pcre2_match_context_create_8;
  static constexpr auto set_match_limit = pcre2_set_match_limit_8;
  static constexpr auto set_depth_limit = pcre2_set_depth_limit_8;
  static constexpr auto set_heap_limit = pcre2_set_heap_limit_8;
  static constexpr auto make_jit_stack = pcre2_jit_stack_create_8;
  static constexpr auto assign_jit_stack = pcre2_jit_stack_assign_8;
};

/// For units of 32 bits: any code points. It isn't told that they're UTF-32, so that surrogates may stand alone.
struct Wide {
  using Unit = std::uint32_t;
  using Code = pcre2_code_32;
  using Matches = pcre2_match_data_32;
  static constexpr auto compile = pcre2_compile_32;
  static constexpr auto free_code = pcre2_code_free_32;
  static constexpr auto jit_compile = pcre2_jit_compile_32;
  static constexpr auto make_matches = pcre2_match_data_create_from_pattern_32;
  static constexpr auto free_matches = pcre2_match_data_free_32;
  static constexpr auto places = pcre2_get_ovector_pointer_32;
  static constexpr auto match = pcre2_match_32;
  static constexpr auto make_compile_context = pcre2_compile_context_create_32;
  static constexpr auto set_newline = pcre2_set_newline_32;
  static constexpr auto set_nesting = pcre2_set_parens_nest_limit_32;
  static constexpr auto make_match_context = pcre2_match_context_create_32;
  static constexpr auto set_match_limit = pcre2_set_match_limit_32;
  static constexpr auto set_depth_limit = pcre2_set_depth_limit_32;
  static constexpr auto set_heap_limit = pcre2_set_heap_limit_32;
  static constexpr auto make_jit_stack = pcre2_jit_stack_create_32;
  static constexpr auto assign_jit_stack = pcre2_jit_stack_assign_32;
};

/// Where a match may be: anywhere from the start on, at the start, or all from the start to the end.
enum class Mode : std::uint8_t { Search, Match, FullMatch };
inline constexpr std::size_t mode_count = 3;

/// What PCRE2 says of an error number.
std::string message_of(int number);

template <class Library>
class Machine {
 public:
  using Unit = typename Library::Unit;

  Machine() = default;
  Machine(Machine const&) = delete;
  Machine& operator=(Machine const&) = delete;
  ~Machine();

  /// Compiles the pattern for one mode; 0 or PCRE2's error number.
  int prepare(Mode mode, std::span<Unit const> pattern, std::uint32_t options);
  bool is_prepared(Mode mode) const noexcept { return codes_[static_cast<std::size_t>(mode)] != nullptr; }
  /// Matches `subject` from `start` on. True with `places()` set, false where nothing matches; an error where PCRE2 gave up.
  Result<bool> run(Mode mode, std::span<Unit const> subject, std::size_t start, bool must_advance);
  /// Starts and ends of the match and its groups.
  std::span<std::size_t const> places() const noexcept {
    return {Library::places(matches_), 2 * (std::size_t{groups_} + 1)};
  }

 private:
  void compile_to_machine_code(std::size_t mode, std::size_t length);

  std::array<typename Library::Code*, mode_count> codes_{};
  std::array<std::uint32_t, mode_count> uses_{};
  typename Library::Matches* matches_ = nullptr;
  std::uint32_t groups_ = 0;
};

extern template class Machine<Narrow>;
extern template class Machine<Wide>;

}  // namespace aiocc::_pcre
