// AIOCC_FIELDS(a, b, ...): lets generic code see the fields of an aggregate, so that walkers, printers and comparisons
// are derived from them.
#pragma once

#define AIOCC_PARENS ()
#define AIOCC_EXPAND(...) AIOCC_EXPAND1(AIOCC_EXPAND1(AIOCC_EXPAND1(__VA_ARGS__)))
#define AIOCC_EXPAND1(...) AIOCC_EXPAND2(AIOCC_EXPAND2(AIOCC_EXPAND2(__VA_ARGS__)))
#define AIOCC_EXPAND2(...) __VA_ARGS__
#define AIOCC_FOR_EACH(macro, ...) __VA_OPT__(AIOCC_EXPAND(AIOCC_FOR_EACH_STEP(macro, __VA_ARGS__)))
#define AIOCC_FOR_EACH_STEP(macro, first, ...) \
  macro(first) __VA_OPT__(AIOCC_FOR_EACH_AGAIN AIOCC_PARENS(macro, __VA_ARGS__))
#define AIOCC_FOR_EACH_AGAIN() AIOCC_FOR_EACH_STEP

#define AIOCC_VISIT_FIELD(field) visit(#field, self.field);

// Gives an aggregate `for_each_field(self, visit)`, which calls visit("name", self.name) for each field in order.
#define AIOCC_FIELDS(...)                                                                             \
  template <class Self, class Visit>                                                                  \
  static constexpr void for_each_field([[maybe_unused]] Self& self, [[maybe_unused]] Visit&& visit) { \
    AIOCC_FOR_EACH(AIOCC_VISIT_FIELD, __VA_ARGS__)                                                    \
  }
