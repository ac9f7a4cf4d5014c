// `__length_hint__`, `__reduce__` and `__setstate__` of the built-in types' iterators, which no header declares.
#pragma once

#include <algorithm>
#include <vector>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/singletons.hpp"
#include "aiocc/objects/tuple.hpp"
#include "aiocc/objects/type.hpp"

namespace aiocc::detail {

/// An iterator's methods; null where it hasn't one. `self` is `call.args[0]`, a state `call.args[1]`.
struct IteratorMethods {
  NativeBody length_hint = nullptr;
  NativeBody reduce = nullptr;
  NativeBody set_state = nullptr;
};

/// The members of `type`; made at each call, so the caller keeps them.
MemberTable const& make_iterator_members(Type& type, IteratorMethods const& methods);

/// The `members` slot of an iterator.
template <Type& type, NativeBody length_hint, NativeBody reduce, NativeBody set_state>
MemberTable const& iterator_members() {
  static MemberTable const& table = make_iterator_members(type, {length_hint, reduce, set_state});
  return table;
}

/// The `members` slot of any other type that has `__reduce__`, and perhaps `__setstate__`, besides what its header declares.
template <Type& type, NativeBody reduce, NativeBody set_state = nullptr>
MemberTable const& members_with_reduce() {
  static MemberTable const table = [] {
    MemberTable made = members<type>();
    auto& rows = *new std::vector<Member>(made.members, made.members + made.count);
    MemberTable const& added = make_iterator_members(type, {.reduce = reduce, .set_state = set_state});
    rows.insert(rows.end(), added.members, added.members + added.count);
    made.members = rows.data();
    made.count = rows.size();
    return made;
  }();
  return table;
}

/// The builtin `iter` as a value.
Object iter_function();
/// `(function, (source,), position)`, or `(iter, (empty,))` where there's no source any more.
Object reduction_at(Object const& function, Object const& source, std::int64_t position, Object const& empty);
/// `(iter, ([all that's left],))`.
Object reduction_of_rest(Object const& list);
/// The position that a state is; TypeError for others than ints.
Result<std::int64_t> position_of_state(Object const& state);

/// Iterators that count up through a source, a member that's unbound when all has been given. `empty` makes what stands for it then.
template <class Layout, auto source, auto position, Result<std::int64_t> (*length)(Object const&), Object (*empty)(),
          int lowest = 0>
struct CountingMethods {
  static Result<Object> length_hint(NativeCall const& call) {
    auto iterator = call.args[0].as<Layout>();
    if (!(iterator->*source).bound()) return Int(0);
    std::int64_t const left = PASS(length(iterator->*source)) - static_cast<std::int64_t>(iterator->*position);
    return Int(std::max<std::int64_t>(left, 0));
  }
  static Result<Object> reduce(NativeCall const& call) {
    auto iterator = call.args[0].as<Layout>();
    return reduction_at(iter_function(), iterator->*source, static_cast<std::int64_t>(iterator->*position), empty());
  }
  static Result<Object> set_state(NativeCall const& call) {
    auto iterator = call.args[0].as<Layout>();
    std::int64_t wanted = std::max<std::int64_t>(PASS(position_of_state(call.args[1])), lowest);
    if (!(iterator->*source).bound()) return None;
    wanted = std::min(wanted, PASS(length(iterator->*source)));
    iterator->*position = static_cast<std::remove_reference_t<decltype(iterator->*position)>>(wanted);
    return None;
  }
};

/// Iterators that count down to -1.
template <class Layout, auto source, auto position, Result<std::int64_t> (*length)(Object const&)>
struct CountingDownMethods {
  static Result<Object> length_hint(NativeCall const& call) {
    auto iterator = call.args[0].as<Layout>();
    if (!(iterator->*source).bound()) return Int(0);
    std::int64_t const left = iterator->*position + 1;
    return Int(left <= PASS(length(iterator->*source)) ? left : 0);
  }
  static Result<Object> set_state(NativeCall const& call) {
    auto iterator = call.args[0].as<Layout>();
    std::int64_t const wanted = PASS(position_of_state(call.args[1]));
    if (!(iterator->*source).bound()) return None;
    iterator->*position = std::clamp<std::int64_t>(wanted, -1, PASS(length(iterator->*source)) - 1);
    return None;
  }
};

}  // namespace aiocc::detail
