// What itertools' iterators share for copy and pickle: `__reduce__` and `__setstate__`.
#pragma once

#include <vector>

#include "../objects/convert_arguments.hpp"
#include "../objects/iterator_members.hpp"
#include "../objects/shared_iterator.hpp"
#include "aiocc/core/warn.hpp"
#include "aiocc/stdlib/itertools.hpp"

namespace aiocc::itertools {

using detail::members_with_reduce;
using detail::shared_iterator;

/// CPython's DeprecationWarning, which by default nobody sees: it's told at the place of the module copy.
inline Result<void> warn_of_copies() {
  return warn_at(nullptr, deprecation_warning_type,
                 "Pickle, copy, and deepcopy support will be removed from itertools in Python 3.14.", {});
}

/// The class of `self` with what makes such an iterator again, and perhaps a state.
inline Result<Object> reduction(Object const& self, Object const& args) {
  PASS(warn_of_copies());
  return pack_tuple(box(*type_of(self)), args);
}
inline Result<Object> reduction(Object const& self, Object const& args, Object const& state) {
  PASS(warn_of_copies());
  return pack_tuple(box(*type_of(self)), args, state);
}

/// The items of a state; TypeError where it isn't a tuple of so many.
inline Result<std::vector<Object>> parts_of_state(Object const& state, std::size_t least, std::size_t most) {
  PASS(warn_of_copies());
  if (!is_instance(state, tuple_type)) return raise_error(type_error_type, "state is not a tuple");
  auto const* const tuple = state.as<TupleObject>();
  if (tuple->size < least || tuple->size > most)
    return raise_error(type_error_type, "function takes " + std::to_string(tuple->size < least ? least : most) +
                                            " arguments (" + std::to_string(tuple->size) + " given)");
  return std::vector<Object>(tuple->items(), tuple->items() + tuple->size);
}

/// Positions as a tuple of ints, and back: each is brought into its range, which `limit` tells.
inline Object positions_as_tuple(std::vector<std::size_t> const& positions) {
  std::vector<Object> items;
  for (std::size_t const each : positions) items.push_back(Int(static_cast<std::int64_t>(each)));
  return aiocc::make_tuple(items);
}

template <class Limit>
Result<void> take_positions(Object const& state, std::vector<std::size_t>& positions, std::size_t least, Limit limit) {
  bool const fits = is_instance(state, tuple_type) && state.as<TupleObject>()->size == positions.size();
  if (!fits) return raise_error(value_error_type, "invalid arguments");
  auto const lowest = static_cast<std::int64_t>(least);
  for (std::size_t i = 0; i < positions.size(); ++i) {
    std::int64_t const wanted = PASS(detail::ssize_argument(state.as<TupleObject>()->items()[i]));
    std::int64_t const highest = std::max<std::int64_t>(lowest, static_cast<std::int64_t>(limit(i)));
    positions[i] = static_cast<std::size_t>(std::clamp(wanted, lowest, highest));
  }
  return {};
}

}  // namespace aiocc::itertools
