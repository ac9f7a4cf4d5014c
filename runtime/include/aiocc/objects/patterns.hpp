// What `match` asks of its subject, besides comparisons and unpacking.
#pragma once

#include <initializer_list>

#include "aiocc/objects/result.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc {

/// Whether a sequence pattern may match: lists, tuples and what counts as a Sequence, but no text and no bytes.
bool matches_sequence(Object const& subject) noexcept;
/// Whether a mapping pattern may match.
bool matches_mapping(Object const& subject) noexcept;

/// `case cls(...)`: whether the subject is an instance that has all attributes. The first `positional` of `values` are those that
/// `cls.__match_args__` names (the subject itself for `int(x)` and the like), then one for each of `names`.
/// TypeError where `cls` is no class, or takes fewer positional patterns.
Result<bool> match_class(Object const& subject, Object const& cls, std::size_t positional,
                         std::initializer_list<Str> names, Object* values);

/// `case {key: ...}`: whether the mapping has all keys; their values, by its `get`. ValueError where two keys are equal.
Result<bool> match_keys(Object const& subject, std::initializer_list<Object> keys, Object* values);

}  // namespace aiocc
