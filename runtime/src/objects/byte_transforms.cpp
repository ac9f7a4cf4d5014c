// Case, tabs and translation tables of bytes.
#include "byte_transforms.hpp"

#include <array>

#include "aiocc/objects/buffer.hpp"
#include "aiocc/objects/exceptions.hpp"

namespace aiocc::detail {
namespace {

bool is_upper(char c) noexcept { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) noexcept { return c >= 'a' && c <= 'z'; }
char to_upper(char c) noexcept { return is_lower(c) ? static_cast<char>(c - 'a' + 'A') : c; }
char to_lower(char c) noexcept { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

constexpr std::size_t table_size = 256;

}  // namespace

std::string capitalized(std::string_view bytes) {
  std::string result;
  for (char c : bytes) result += result.empty() ? to_upper(c) : to_lower(c);
  return result;
}

std::string case_swapped(std::string_view bytes) {
  std::string result;
  for (char c : bytes) result += is_upper(c) ? to_lower(c) : to_upper(c);
  return result;
}

std::string titled(std::string_view bytes) {
  std::string result;
  bool in_word = false;
  for (char c : bytes) {
    result += in_word ? to_lower(c) : to_upper(c);
    in_word = is_upper(c) || is_lower(c);
  }
  return result;
}

bool is_titled(std::string_view bytes) noexcept {
  bool in_word = false;
  bool found = false;
  for (char c : bytes) {
    if (is_upper(c) && in_word) return false;
    if (is_lower(c) && !in_word) return false;
    in_word = is_upper(c) || is_lower(c);
    found |= in_word;
  }
  return found;
}

std::string tabs_expanded(std::string_view bytes, std::int64_t tab_size) {
  std::string result;
  std::int64_t column = 0;
  for (char c : bytes) {
    if (c == '\t') {
      std::int64_t const blanks = tab_size > 0 ? tab_size - column % tab_size : 0;
      result.append(static_cast<std::size_t>(blanks), ' ');
      column += blanks;
      continue;
    }
    result += c;
    column = c == '\n' || c == '\r' ? 0 : column + 1;
  }
  return result;
}

Result<Bytes> translation_table(Object const& from, Object const& to) {
  Bytes const sources = PASS(buffer_bytes(from));
  Bytes const targets = PASS(buffer_bytes(to));
  if (sources.length() != targets.length())
    return raise_error(value_error_type, "maketrans arguments must have same length");
  std::string table(table_size, '\0');
  for (std::size_t i = 0; i < table_size; ++i) table[i] = static_cast<char>(i);
  for (std::int64_t i = 0; i < sources.length(); ++i) table[sources[i]] = static_cast<char>(targets[i]);
  return Bytes::from(table);
}

Result<std::string> translated(std::string_view bytes, Object const& table, Object const& deleted) {
  Bytes mapping;
  if (!table.is(None)) {
    mapping = PASS(buffer_bytes(table));
    if (mapping.length() != static_cast<std::int64_t>(table_size))
      return raise_error(value_error_type, "translation table must be 256 characters long");
  }
  std::array<bool, table_size> drops = {};
  for (char c : PASS(buffer_bytes(deleted)).view()) drops[static_cast<std::uint8_t>(c)] = true;
  std::string result;
  for (char c : bytes)
    if (auto const byte = static_cast<std::uint8_t>(c); !drops[byte])
      result += mapping.bound() ? static_cast<char>(mapping[byte]) : c;
  return result;
}

}  // namespace aiocc::detail
