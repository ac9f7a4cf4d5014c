// PCRE2 with Python's settings: no limits but the memory, line feeds end lines.
#include "pcre_machine.hpp"

namespace aiocc::_pcre {

namespace {

constexpr std::uint32_t unlimited = std::numeric_limits<std::uint32_t>::max();

template <class Library>
auto compile_context() {
  static auto* const context = [] {
    auto* made = Library::make_compile_context(nullptr);
    Library::set_newline(made, PCRE2_NEWLINE_LF);
    Library::set_nesting(made, unlimited);
    return made;
  }();
  return context;
}

template <class Library>
auto match_context() {
  static auto* const context = [] {
    constexpr std::size_t first_stack = 32 * 1024, largest_stack = 64 * 1024 * 1024;
    auto* made = Library::make_match_context(nullptr);
    Library::set_match_limit(made, unlimited);
    Library::set_depth_limit(made, unlimited);
    Library::set_heap_limit(made, unlimited);
    Library::assign_jit_stack(made, nullptr, Library::make_jit_stack(first_stack, largest_stack, nullptr));
    return made;
  }();
  return context;
}

std::uint32_t anchors(Mode mode) noexcept {
  switch (mode) {
    case Mode::Search: return 0;
    case Mode::Match: return PCRE2_ANCHORED;
    case Mode::FullMatch: return PCRE2_ANCHORED | PCRE2_ENDANCHORED;
  }
  std::abort();
}

}  // namespace

std::string message_of(int number) {
  PCRE2_UCHAR8 text[256];
  pcre2_get_error_message_8(number, text, sizeof(text));
  return reinterpret_cast<char const*>(text);
}

template <class Library>
Machine<Library>::~Machine() {
  for (auto* code : codes_) Library::free_code(code);
  Library::free_matches(matches_);
}

template <class Library>
int Machine<Library>::prepare(Mode mode, std::span<Unit const> pattern, std::uint32_t options) {
  int error = 0;
  PCRE2_SIZE place = 0;
  auto* code = Library::compile(pattern.data(), pattern.size(), options | anchors(mode), &error, &place,
                                compile_context<Library>());
  if (!code) return error;
  codes_[static_cast<std::size_t>(mode)] = code;
  if (!matches_) {
    matches_ = Library::make_matches(code, nullptr);
    groups_ = 0;
    if constexpr (std::is_same_v<Library, Narrow>)
      pcre2_pattern_info_8(code, PCRE2_INFO_CAPTURECOUNT, &groups_);
    else
      pcre2_pattern_info_32(code, PCRE2_INFO_CAPTURECOUNT, &groups_);
  }
  return 0;
}

// Machine code pays once a pattern is used often, or on much text.
template <class Library>
void Machine<Library>::compile_to_machine_code(std::size_t mode, std::size_t length) {
  constexpr std::uint32_t uses_that_pay = 4;
  constexpr std::size_t length_that_pays = 256;
  if (uses_[mode] > uses_that_pay) return;
  if (length >= length_that_pays) uses_[mode] = uses_that_pay;
  // Where the library has no compiler for this processor, it goes on interpreting.
  if (++uses_[mode] > uses_that_pay) (void)Library::jit_compile(codes_[mode], PCRE2_JIT_COMPLETE);
}

template <class Library>
Result<bool> Machine<Library>::run(Mode mode, std::span<Unit const> subject, std::size_t start, bool must_advance) {
  auto const index = static_cast<std::size_t>(mode);
  compile_to_machine_code(index, subject.size() - start);
  std::uint32_t const options = must_advance ? PCRE2_NOTEMPTY_ATSTART : 0;
  auto match = [&](std::uint32_t more) {
    return Library::match(codes_[index], subject.data(), subject.size(), start, options | more, matches_,
                          match_context<Library>());
  };
  int found = match(0);
  // The interpreter keeps its stack on the heap.
  if (found == PCRE2_ERROR_JIT_STACKLIMIT) found = match(PCRE2_NO_JIT);
  if (found >= 0) return true;
  if (found == PCRE2_ERROR_NOMATCH) return false;
  if (found == PCRE2_ERROR_NOMEMORY || found == PCRE2_ERROR_HEAPLIMIT) return raise_error(memory_error_type, "");
  return raise_error(runtime_error_type, "aiocc: PCRE2 gave a match up: " + message_of(found));
}

template class Machine<Narrow>;
template class Machine<Wide>;

}  // namespace aiocc::_pcre
