// The edit distance behind "Did you mean", as CPython measures it.
#include "suggestions.hpp"

#include <algorithm>
#include <cctype>
#include <limits>

#include "aiocc/objects/str.hpp"

namespace aiocc::detail {
namespace {

#include "name_tables.inc"

constexpr std::size_t most_candidates = 750;
constexpr std::size_t longest_name = 40;
constexpr std::size_t move_cost = 2;
constexpr std::size_t case_cost = 1;

char32_t lower(char32_t c) noexcept { return c < 0x80 ? static_cast<char32_t>(std::tolower(static_cast<int>(c))) : c; }

std::size_t substitution_cost(char32_t a, char32_t b) noexcept {
  if (a == b) return 0;
  return lower(a) == lower(b) ? case_cost : move_cost;
}

void trim_common_ends(std::u32string_view& a, std::u32string_view& b) noexcept {
  while (!a.empty() && !b.empty() && a.front() == b.front()) {
    a.remove_prefix(1);
    b.remove_prefix(1);
  }
  while (!a.empty() && !b.empty() && a.back() == b.back()) {
    a.remove_suffix(1);
    b.remove_suffix(1);
  }
}

/// Anything past `max_cost` is as good as `max_cost + 1`.
std::size_t edit_distance(std::u32string_view a, std::u32string_view b, std::size_t max_cost) {
  trim_common_ends(a, b);
  if (a.empty() || b.empty()) return move_cost * (a.size() + b.size());
  if (a.size() > longest_name || b.size() > longest_name) return max_cost + 1;
  if (b.size() < a.size()) std::swap(a, b);
  if ((b.size() - a.size()) * move_cost > max_cost) return max_cost + 1;
  std::vector<std::size_t> row(a.size());
  for (std::size_t i = 0; i < row.size(); ++i) row[i] = move_cost * (i + 1);
  std::size_t result = 0;
  for (std::size_t i = 0; i < b.size(); ++i) {
    std::size_t distance = result = i * move_cost;
    std::size_t least = std::numeric_limits<std::size_t>::max();
    for (std::size_t j = 0; j < a.size(); ++j) {
      std::size_t substitute = distance + substitution_cost(b[i], a[j]);
      distance = row[j];
      result = std::min(std::min(result, distance) + move_cost, substitute);
      row[j] = result;
      least = std::min(least, result);
    }
    if (least > max_cost) return max_cost + 1;
  }
  return result;
}

}  // namespace

std::string nearest_name(std::string_view wrong, std::vector<std::string> const& candidates) {
  if (candidates.size() > most_candidates) return {};
  std::u32string wrong_text = Str::from_utf8(wrong).code_points();
  if (wrong_text.size() > longest_name) return {};
  std::string best;
  std::size_t best_distance = std::numeric_limits<std::size_t>::max();
  for (std::string const& candidate : candidates) {
    if (candidate == wrong || best_distance == 0) continue;
    std::u32string text = Str::from_utf8(candidate).code_points();
    // No more than a third of the characters should need a change.
    std::size_t limit = std::min((text.size() + wrong_text.size() + 3) * move_cost / 6, best_distance - 1);
    std::size_t distance = edit_distance(wrong_text, text, limit);
    if (distance > limit) continue;
    if (!best.empty() && distance >= best_distance) continue;
    best = candidate;
    best_distance = distance;
  }
  return best;
}

std::vector<std::string> const& builtin_names() {
  static std::vector<std::string> const names(std::begin(builtin_name_table), std::end(builtin_name_table));
  return names;
}

bool is_stdlib_module(std::string_view name) {
  return std::binary_search(std::begin(stdlib_module_table), std::end(stdlib_module_table), name);
}

}  // namespace aiocc::detail
