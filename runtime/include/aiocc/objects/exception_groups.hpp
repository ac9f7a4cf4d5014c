// `except*`: which parts of an exception group each clause handles, and what goes on afterwards.
#pragma once

#include <vector>

#include "aiocc/objects/exceptions.hpp"

namespace aiocc {

/// The state of one `try` statement with `except*` clauses, from the moment that its body has raised.
class ExceptStar {
 public:
  explicit ExceptStar(Ref<BaseException> const& exception) : original_(exception), rest_(exception) {}

  /// Whether `except* classes` handles some part. TypeError for what can't stand there.
  Result<bool> matches(Object const& classes);
  /// Makes the part that matched, a group, the error in flight, which the clause's Handling takes.
  void begin_clause() { restore_error(word_cast<Ref<BaseException>>(std::move(matched_))); }
  /// A clause has raised: the error in flight waits for the others.
  void add_raised() { raised_.push_back(take_error()); }
  /// After the last clause: true if nothing is left. Else what's left is the error in flight.
  bool settle();

 private:
  Result<Object> outcome();

  Ref<BaseException> original_;
  /// What no clause has matched yet; unbound once that's nothing.
  Object rest_;
  Object matched_;
  std::vector<Object> raised_;
};

namespace detail {
/// `split`, `subgroup` and `derive`.
void add_group_members(Type* type);
}  // namespace detail

}  // namespace aiocc
