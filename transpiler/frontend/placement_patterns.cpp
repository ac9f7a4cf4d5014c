// Patterns that bind a name twice, or that leave nothing for those after them.
#include <fmt/format.h>

#include "frontend/placement_checker.hpp"
#include "syntax/dump.hpp"

namespace aiocc::frontend {

using namespace syntax;

void PlacementChecker::visit_match(Match const& node) {
  visit(node.subject);
  for (std::size_t at = 0; at < node.cases.size() && !error_; ++at) {
    MatchCase const& each = node.cases[at];
    Names names;
    visit_pattern(each.pattern, at + 1 == node.cases.size() || each.guard, names);
    if (each.guard) visit_value(each.guard);
    visit_all(each.body);
  }
}

void PlacementChecker::capture(PatternId id, NameId name, Names& names) {
  if (name && !names.insert(name).second)
    fail(ast_.span(id), fmt::format("multiple assignments to name '{}' in pattern", name.text()));
}

void PlacementChecker::check_irrefutable(PatternId id, NameId name, bool is_last) {
  if (is_last) return;
  fail(ast_.span(id), name ? fmt::format("name capture '{}' makes remaining patterns unreachable", name.text())
                           : std::string("wildcard makes remaining patterns unreachable"));
}

void PlacementChecker::visit_pattern(PatternId id, bool is_last, Names& names) {
  if (error_) return;
  auto const visitor = Overloaded{
      [&](MatchAs const& node) {
        if (!node.pattern) check_irrefutable(id, node.name, is_last);
        if (node.pattern) visit_pattern(node.pattern, is_last, names);
        capture(id, node.name, names);
      },
      [&](MatchStar const& node) { capture(id, node.name, names); },
      [&](MatchOr const& node) { visit_alternatives(id, node, is_last, names); },
      [&](MatchSequence const& node) { visit_sequence(id, node.patterns, names); },
      [&](MatchMapping const& node) {
        check_keys(id, node.keys);
        for (PatternId const each : node.patterns) visit_pattern(each, true, names);
        capture(id, node.rest, names);
      },
      [&](MatchClass const& node) {
        for (PatternId const each : node.patterns) visit_pattern(each, true, names);
        Names attributes;
        for (std::size_t at = 0; at < node.kwd_attrs.size(); ++at) {
          if (!attributes.insert(node.kwd_attrs[at]).second)
            return fail(ast_.span(node.kwd_patterns[at]),
                        fmt::format("attribute name repeated in class pattern: {}", node.kwd_attrs[at].text()));
          visit_pattern(node.kwd_patterns[at], true, names);
        }
      },
      [](auto const&) {},
  };
  syntax::visit(ast_, id, visitor);
}

void PlacementChecker::visit_alternatives(PatternId id, MatchOr const& node, bool is_last, Names& names) {
  std::optional<Names> first;
  for (std::size_t at = 0; at < node.patterns.size() && !error_; ++at) {
    Names bound;
    visit_pattern(node.patterns[at], is_last && at + 1 == node.patterns.size(), bound);
    if (first && bound != *first && !error_) return fail(ast_.span(id), "alternative patterns bind different names");
    if (!first) first = bound;
  }
  for (NameId const name : *first) capture(id, name, names);
}

// Keys that are literals may stand in a mapping pattern once.
void PlacementChecker::check_keys(PatternId id, Array<ExprId> keys) {
  for (std::size_t at = 0; at < keys.size() && !error_; ++at) {
    auto const* key = ast_.get_if<Constant>(keys[at]);
    for (std::size_t earlier = 0; key != nullptr && earlier < at; ++earlier) {
      auto const* other = ast_.get_if<Constant>(keys[earlier]);
      if (other != nullptr && other->value == key->value)
        return fail(ast_.span(id), fmt::format("mapping pattern checks duplicate key ({})", repr_constant(key->value)));
    }
  }
}

void PlacementChecker::visit_sequence(PatternId id, Array<PatternId> patterns, Names& names) {
  int stars = 0;
  for (PatternId const each : patterns)
    if (ast_.is<MatchStar>(each) && ++stars > 1)
      return fail(ast_.span(id), "multiple starred names in sequence pattern");
  for (PatternId const each : patterns) visit_pattern(each, true, names);
}

}  // namespace aiocc::frontend
