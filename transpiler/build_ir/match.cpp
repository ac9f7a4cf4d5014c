// `match`: each case is a condition over the subject, made of plain comparisons, unpacking and the few questions that only patterns ask.
// Names are bound once the whole pattern matches, so what is captured on the way waits in temporaries; only what is captured behind
// the last test goes to its name directly.
#include <algorithm>
#include <functional>
#include <memory>

#include "build_ir/function_builder.hpp"
#include "support/overloaded.hpp"

namespace aiocc::build_ir {

class PatternBuilder {
 public:
  PatternBuilder(FunctionBuilder& function, ir::LocalId subject) : function_(function) {
    subject_ = {.load = [this, subject](Place place) { return load(subject, place); }, .local = subject};
  }

  // A condition (unset: it always matches) that has bound the names where it holds, or leaves that to `bind`.
  ir::InstId condition(syntax::PatternId pattern) {
    flatten(pattern, subject_);
    std::size_t const tests = first_behind_tests();
    bool const binds_directly = all_visible_behind(tests);
    for (std::size_t at = tests; at < steps_.size(); ++at) steps_[at].is_behind = binds_directly;
    return conjunction(0, binds_directly ? tests : steps_.size());
  }

  // Where the condition holds: binds the names.
  void bind() {
    for (Capture const& capture : captures_) {
      if (capture.local) function_.store_name(capture.name, load(capture.local, capture.place), capture.place);
    }
    for (Step& step : steps_) {
      if (step.is_behind) step.run();
    }
  }

  // Nothing of this case is needed any more.
  void drop_temporaries(Place place) {
    for (ir::LocalId local : temporaries_) function_.add(place, ir::DeleteLocal{.local = local, .quiet = true});
  }

 private:
  // A value that patterns look at: how to get it, the variable that holds it, if any, and the step that makes it.
  struct Source {
    std::function<ir::InstId(Place)> load;
    ir::LocalId local;
    std::size_t made_by = no_step;
  };
  struct Step {
    // Whether the pattern may fail here: then `run` gives a bool.
    bool is_test = false;
    std::function<ir::InstId()> run;
    std::size_t needs = no_step;
    // It runs once the condition is known to hold.
    bool is_behind = false;
  };
  struct Capture {
    NameId name;
    Place place;
    // Unset where the name is bound directly.
    ir::LocalId local;
  };
  static constexpr std::size_t no_step = static_cast<std::size_t>(-1);

  syntax::Ast const& ast() const { return function_.ast(); }
  Place place(syntax::PatternId pattern) const { return plain_place(ast().span(pattern)); }
  ir::InstId load(ir::LocalId local, Place place) { return function_.add(place, ir::LoadLocal{local, false}); }
  ir::InstId integer(std::size_t value, Place place) {
    return function_.add(place, ir::Constant{.kind = ir::ConstantKind::Int, .text = std::to_string(value)});
  }
  ir::InstId truth(bool value, Place place) {
    return function_.add_bool(place, ir::Constant{.kind = ir::ConstantKind::Bool, .boolean = value, .text = {}});
  }

  std::size_t step(bool is_test, std::size_t needs, std::function<ir::InstId()> run) {
    steps_.push_back({is_test, std::move(run), needs});
    return steps_.size() - 1;
  }
  std::size_t test(Source const& source, std::function<ir::InstId()> run) {
    return step(true, source.made_by, std::move(run));
  }

  std::size_t first_behind_tests() const {
    std::size_t at = steps_.size();
    while (at > 0 && !steps_[at - 1].is_test) --at;
    return at;
  }

  // What the first test makes stands in the same block as the branch; what others make stands in blocks nested in the condition.
  bool all_visible_behind(std::size_t tests) const {
    std::size_t first_test = 0;
    while (first_test < tests && !steps_[first_test].is_test) ++first_test;
    for (std::size_t at = tests; at < steps_.size(); ++at) {
      std::size_t const needs = steps_[at].needs;
      if (needs != no_step && needs > first_test && needs < tests) return false;
    }
    return true;
  }

  // Steps [at, end): unset where none of them can fail.
  ir::InstId conjunction(std::size_t at, std::size_t end) {
    for (; at < end; ++at) {
      ir::InstId const holds = steps_[at].run();
      if (!steps_[at].is_test) continue;
      if (at + 1 == end) return holds;
      Place const where = place_of_inst(holds);
      ir::BoolOp both{
          .op = syntax::BoolOperator::And, .left = holds, .left_truth = holds, .right_block = {}, .right = {}};
      both.right_block = function_.block([&] {
        both.right = conjunction(at + 1, end);
        if (!both.right) both.right = truth(true, where);
      });
      return function_.add_bool(where, both);
    }
    return {};
  }

  Place place_of_inst(ir::InstId id) const { return plain_place(function_.function_.insts[id].span); }

  // The same value in a variable, for patterns that look at it more than once.
  Source in_local(Source const& source, Place place) {
    if (source.local) return source;
    ir::LocalId const local = function_.temporary("item");
    temporaries_.push_back(local);
    std::size_t const stored = step(false, source.made_by, [this, source, local, place] {
      function_.add(place, ir::StoreLocal{local, source.load(place)});
      return ir::InstId{};
    });
    return {.load = [this, local](Place where) { return load(local, where); }, .local = local, .made_by = stored};
  }

  void capture(NameId name, Source const& source, Place place) {
    // Both alternatives of `a | b` bind the same names.
    std::size_t index = 0;
    while (index < captures_.size() && captures_[index].name != name) ++index;
    if (index == captures_.size()) captures_.push_back({name, place, {}});
    std::size_t const at = steps_.size();
    step(false, source.made_by, [this, source, place, index, at] {
      ir::InstId const value = source.load(place);
      if (at < steps_.size() && steps_[at].is_behind) {
        function_.store_name(captures_[index].name, value, place);
        return ir::InstId{};
      }
      if (!captures_[index].local) {
        captures_[index].local = function_.temporary(captures_[index].name.text());
        temporaries_.push_back(captures_[index].local);
      }
      function_.add(place, ir::StoreLocal{captures_[index].local, value});
      return ir::InstId{};
    });
  }

  void flatten(syntax::PatternId id, Source const& source) {
    syntax::visit(ast(), id, [&](auto const& node) { flatten(node, id, source); });
  }

  void flatten(syntax::MatchAs const& node, syntax::PatternId id, Source const& source) {
    if (!node.pattern) {
      if (node.name) capture(node.name, source, place(id));
      return;
    }
    Source const held = in_local(source, place(id));
    flatten(node.pattern, held);
    capture(node.name, held, place(id));
  }

  void flatten(syntax::MatchValue const& node, syntax::PatternId id, Source const& source) {
    Place const where = place(id);
    test(source, [this, source, where, value = node.value] {
      ir::InstId const left = source.load(where);
      ir::InstId const right = function_.value(value);
      return function_.add_bool(where, ir::Compare{syntax::CompareOperator::Eq, left, right});
    });
  }

  void flatten(syntax::MatchSingleton const& node, syntax::PatternId id, Source const& source) {
    Place const where = place(id);
    bool const* const boolean = std::get_if<bool>(&node.value);
    ir::Constant const constant{
        .kind = boolean ? ir::ConstantKind::Bool : ir::ConstantKind::None, .boolean = boolean && *boolean, .text = {}};
    test(source, [this, source, where, constant] {
      ir::InstId const left = source.load(where);
      return function_.add_bool(where, ir::Compare{syntax::CompareOperator::Is, left, function_.add(where, constant)});
    });
  }

  // Its alternatives bind the same names, each into the same temporaries.
  void flatten(syntax::MatchOr const& node, syntax::PatternId id, Source const& source) {
    Source const held = in_local(source, place(id));
    Place const where = place(id);
    auto const names = captured_names(node.patterns[0]);
    for (NameId name : names) {
      if (std::ranges::none_of(captures_, [&](Capture const& each) { return each.name == name; }))
        captures_.push_back({name, where, {}});
    }
    test(held, [this, held, where, alternatives = node.patterns] { return disjunction(alternatives, 0, held, where); });
  }

  ir::InstId disjunction(Array<syntax::PatternId> alternatives, std::size_t at, Source const& source, Place where) {
    std::vector<Step> around = std::exchange(steps_, {});
    flatten(alternatives[at], {.load = source.load, .local = source.local});
    ir::InstId holds = conjunction(0, steps_.size());
    steps_ = std::move(around);
    if (!holds) holds = truth(true, where);
    if (at + 1 == alternatives.size()) return holds;
    ir::BoolOp either{
        .op = syntax::BoolOperator::Or, .left = holds, .left_truth = holds, .right_block = {}, .right = {}};
    either.right_block = function_.block([&] { either.right = disjunction(alternatives, at + 1, source, where); });
    return function_.add_bool(where, either);
  }

  std::vector<NameId> captured_names(syntax::PatternId pattern) const {
    std::vector<NameId> names;
    std::function<void(syntax::PatternId)> const visit = [&](syntax::PatternId id) {
      auto const visitor = Overloaded{
          [&](syntax::MatchAs const& node) {
            if (node.pattern) visit(node.pattern);
            if (node.name) names.push_back(node.name);
          },
          [&](syntax::MatchStar const& node) {
            if (node.name) names.push_back(node.name);
          },
          [&](syntax::MatchMapping const& node) {
            for (syntax::PatternId each : node.patterns) visit(each);
            if (node.rest) names.push_back(node.rest);
          },
          // Its alternatives bind the same names.
          [&](syntax::MatchOr const& node) { visit(node.patterns[0]); },
          [&](syntax::MatchClass const& node) {
            for (syntax::PatternId each : node.patterns) visit(each);
            for (syntax::PatternId each : node.kwd_patterns) visit(each);
          },
          [&](syntax::MatchSequence const& node) {
            for (syntax::PatternId each : node.patterns) visit(each);
          },
          [](auto const&) {},
      };
      syntax::visit(ast(), id, visitor);
    };
    visit(pattern);
    return names;
  }

  bool is_wildcard(syntax::PatternId pattern) const {
    if (auto const* star = ast().get_if<syntax::MatchStar>(pattern)) return !star->name;
    auto const* as = ast().get_if<syntax::MatchAs>(pattern);
    return as && !as->pattern && !as->name;
  }

  // A star is met by its sequence.
  void flatten(syntax::MatchStar const& node, syntax::PatternId id, Source const& source) {
    if (node.name) capture(node.name, source, place(id));
  }

  ir::InstId length(Source const& source, Place where) {
    ir::InstId const len = function_.add(where, ir::LoadBuiltin{NameId::of("len")});
    return function_.add(where, ir::Call{len, {source.load(where)}, {}});
  }

  void test_length(Source const& source, std::size_t wanted, syntax::CompareOperator op, Place where) {
    test(source, [this, source, wanted, op, where] {
      ir::InstId const left = length(source, where);
      return function_.add_bool(where, ir::Compare{op, left, integer(wanted, where)});
    });
  }

  void flatten(syntax::MatchSequence const& node, syntax::PatternId id, Source const& source) {
    Place const where = place(id);
    Source const held = in_local(source, where);
    std::size_t const size = node.patterns.size();
    std::size_t star = size;
    bool only_wildcards = true;
    for (std::size_t at = 0; at < size; ++at) {
      if (ast().is<syntax::MatchStar>(node.patterns[at])) star = at;
      only_wildcards = only_wildcards && is_wildcard(node.patterns[at]);
    }
    bool const has_star = star < size;
    test(held, [this, held, where] { return function_.add_bool(where, ir::MatchSequence{held.load(where)}); });
    if (!has_star) test_length(held, size, syntax::CompareOperator::Eq, where);
    if (has_star && size > 1) test_length(held, size - 1, syntax::CompareOperator::GtE, where);
    if (only_wildcards) return;
    if (has_star && is_wildcard(node.patterns[star]))
      by_subscript(node, star, held, where);
    else
      by_unpacking(node, star, held, where);
  }

  // `[first, *_, last]` takes single items out.
  void by_subscript(syntax::MatchSequence const& node, std::size_t star, Source const& held, Place where) {
    for (std::size_t at = 0; at < node.patterns.size(); ++at) {
      if (is_wildcard(node.patterns[at])) continue;
      Source item = held;
      item.local = {};
      item.load = [this, held, where, at, star, size = node.patterns.size()](Place) {
        ir::InstId const object = held.load(where);
        ir::InstId key;
        if (at < star) {
          key = integer(at, where);
        } else {
          ir::InstId const whole = length(held, where);
          key = function_.add(where, ir::Binary{syntax::Operator::Sub, whole, integer(size - at, where)});
        }
        return function_.add(where, ir::GetItem{object, key});
      };
      flatten(node.patterns[at], item);
    }
  }

  void by_unpacking(syntax::MatchSequence const& node, std::size_t star, Source const& held, Place where) {
    std::size_t const size = node.patterns.size();
    ir::Unpack inst{.value = {}, .before = static_cast<std::uint32_t>(star), .has_star = star < size, .after = 0};
    if (inst.has_star) inst.after = static_cast<std::uint32_t>(size - star - 1);
    auto const unpacked = std::make_shared<ir::InstId>();
    std::size_t const made_by = step(false, held.made_by, [this, held, where, inst, unpacked]() mutable {
      inst.value = held.load(where);
      *unpacked = function_.add(where, inst);
      return ir::InstId{};
    });
    for (std::size_t at = 0; at < size; ++at) {
      Source item{.load = {}, .local = {}, .made_by = made_by};
      item.load = [this, unpacked, at](Place place) {
        return function_.add(place, ir::UnpackItem{*unpacked, static_cast<std::uint32_t>(at)});
      };
      if (!is_wildcard(node.patterns[at])) flatten(node.patterns[at], item);
    }
  }

  Source match_item(std::shared_ptr<ir::InstId> match, std::size_t made_by, std::size_t at) {
    Source item{.load = {}, .local = {}, .made_by = made_by};
    item.load = [this, match, at](Place place) {
      return function_.add(place, ir::MatchItem{*match, static_cast<std::uint32_t>(at)});
    };
    return item;
  }

  void flatten(syntax::MatchMapping const& node, syntax::PatternId id, Source const& source) {
    Place const where = place(id);
    Source const held = in_local(source, where);
    test(held, [this, held, where] { return function_.add_bool(where, ir::MatchMapping{held.load(where)}); });
    if (!node.keys.empty()) test_length(held, node.keys.size(), syntax::CompareOperator::GtE, where);
    auto const match = std::make_shared<ir::InstId>();
    auto const keys = std::make_shared<std::vector<Source>>();
    std::size_t made_by = held.made_by;
    if (!node.keys.empty()) {
      for (syntax::ExprId key : node.keys) {
        Source const given{
            .load = [this, key](Place) { return function_.value(key); }, .local = {}, .made_by = held.made_by};
        keys->push_back(ast().is<syntax::Constant>(key) ? given : in_local(given, where));
      }
      made_by = test(held, [this, held, where, keys, match] {
        ir::MatchKeys inst{.subject = held.load(where), .keys = {}};
        for (Source const& key : *keys) inst.keys.push_back(key.load(where));
        return *match = function_.add_bool(where, std::move(inst));
      });
    }
    for (std::size_t at = 0; at < node.patterns.size(); ++at)
      flatten(node.patterns[at], match_item(match, made_by, at));
    if (node.rest) capture(node.rest, rest_of(held, keys, where), where);
  }

  // `**rest`: a new dict without the keys that were matched.
  Source rest_of(Source const& held, std::shared_ptr<std::vector<Source>> keys, Place where) {
    Source rest{.load = {}, .local = {}, .made_by = held.made_by};
    rest.load = [this, held, keys, where](Place) {
      ir::InstId const dict = function_.add(where, ir::MakeDict{});
      function_.add(where, ir::DictMerge{.dict = dict, .other = held.load(where), .callee = {}});
      for (Source const& key : *keys) function_.add(where, ir::DeleteItem{dict, key.load(where)});
      return dict;
    };
    return rest;
  }

  void flatten(syntax::MatchClass const& node, syntax::PatternId id, Source const& source) {
    Place const where = class_pattern_place(ast(), function_.module_.file, id);
    Source const held = in_local(source, where);
    auto const match = std::make_shared<ir::InstId>();
    std::size_t const made_by = test(held, [this, held, where, &node, match] {
      ir::MatchClass inst{
          .subject = held.load(where), .class_ = function_.value(node.cls), .positional = 0, .names = {}, .known = {}};
      inst.positional = static_cast<std::uint32_t>(node.patterns.size());
      inst.names.assign(node.kwd_attrs.begin(), node.kwd_attrs.end());
      return *match = function_.add_bool(where, std::move(inst));
    });
    std::size_t at = 0;
    for (auto const& patterns : {node.patterns, node.kwd_patterns}) {
      for (syntax::PatternId each : patterns) flatten(each, match_item(match, made_by, at++));
    }
  }

  FunctionBuilder& function_;
  Source subject_;
  std::vector<Step> steps_;
  std::vector<Capture> captures_;
  std::vector<ir::LocalId> temporaries_;
};

void FunctionBuilder::build(syntax::Match const& node, syntax::StmtId id) {
  ir::LocalId const subject = temporary("subject");
  ir::InstId const looked_at = value(node.subject);
  add(place(node.subject), ir::StoreLocal{subject, looked_at});
  build_cases(node.cases, 0, subject, place(id));
}

// The cases from `at` on; each stands in the `else` of the one before.
void FunctionBuilder::build_cases(Array<syntax::MatchCase> cases, std::size_t at, ir::LocalId subject, Place whole) {
  auto const drop_subject = [&] { add(whole, ir::DeleteLocal{.local = subject, .quiet = true}); };
  if (at == cases.size()) return drop_subject();
  syntax::MatchCase const& match_case = cases[at];
  Place const where = plain_place(ast().span(match_case.pattern));
  PatternBuilder pattern(*this, subject);
  ir::InstId matches = pattern.condition(match_case.pattern);
  auto const bind = [&] {
    pattern.bind();
    pattern.drop_temporaries(where);
  };
  if (match_case.guard) {
    if (matches) {
      ir::BoolOp both{
          .op = syntax::BoolOperator::And, .left = matches, .left_truth = matches, .right_block = {}, .right = {}};
      both.right_block = block([&] {
        bind();
        both.right = condition(match_case.guard);
      });
      matches = add_bool(where, both);
    } else {
      bind();
      matches = condition(match_case.guard);
    }
  }
  auto const body = [&] {
    if (!match_case.guard) bind();
    drop_subject();
    build_statements(match_case.body);
  };
  if (!matches) return body();
  ir::If branch{.condition = matches, .then_block = {}, .else_block = {}};
  branch.then_block = block(body);
  branch.else_block = block([&] {
    pattern.drop_temporaries(where);
    build_cases(cases, at + 1, subject, whole);
  });
  add(where, branch);
}

}  // namespace aiocc::build_ir
