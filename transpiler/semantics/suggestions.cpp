// Weighted edit distance.
#include "semantics/suggestions.hpp"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <limits>
#include <vector>

namespace aiocc::semantics {
namespace {

constexpr std::size_t edit_cost = 2;
constexpr std::size_t case_cost = 1;
constexpr std::size_t max_candidates = 750;
constexpr std::size_t max_length = 40;

std::size_t substitution_cost(char a, char b) {
  if (a == b) return 0;
  auto const lower = [](char c) { return std::tolower(static_cast<unsigned char>(c)); };
  return lower(a) == lower(b) ? case_cost : edit_cost;
}

// Anything above `limit` may be returned for a distance above it.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit) {
  while (!a.empty() && !b.empty() && a.front() == b.front()) a.remove_prefix(1), b.remove_prefix(1);
  while (!a.empty() && !b.empty() && a.back() == b.back()) a.remove_suffix(1), b.remove_suffix(1);
  if (a.empty() || b.empty()) return edit_cost * (a.size() + b.size());
  if (a.size() > max_length || b.size() > max_length) return limit + 1;
  if (b.size() < a.size()) std::swap(a, b);
  if ((b.size() - a.size()) * edit_cost > limit) return limit + 1;
  std::vector<std::size_t> row(a.size());
  for (std::size_t at = 0; at < a.size(); ++at) row[at] = edit_cost * (at + 1);
  std::size_t result = 0;
  for (std::size_t line = 0; line < b.size(); ++line) {
    std::size_t diagonal = line * edit_cost;
    std::size_t minimum = std::numeric_limits<std::size_t>::max();
    result = line * edit_cost;
    for (std::size_t at = 0; at < a.size(); ++at) {
      std::size_t const substituted = diagonal + substitution_cost(b[line], a[at]);
      diagonal = row[at];
      result = std::min(std::min(result, diagonal) + edit_cost, substituted);
      row[at] = result;
      minimum = std::min(minimum, result);
    }
    if (minimum > limit) return limit + 1;
  }
  return result;
}

}  // namespace

std::optional<std::string_view> suggest_name(std::string_view wrong_name,
                                             std::span<std::string_view const> candidates) {
  if (candidates.size() > max_candidates || wrong_name.size() > max_length) return std::nullopt;
  std::optional<std::string_view> best;
  std::size_t best_distance = wrong_name.size();
  for (std::string_view const candidate : candidates) {
    if (candidate == wrong_name || best_distance == 0) continue;
    std::size_t const allowed = (candidate.size() + wrong_name.size() + 3) * edit_cost / 6;
    std::size_t const limit = std::min(allowed, best_distance - 1);
    std::size_t const distance = edit_distance(wrong_name, candidate, limit);
    if (distance > limit) continue;
    best = candidate;
    best_distance = distance;
  }
  return best;
}

}  // namespace aiocc::semantics
