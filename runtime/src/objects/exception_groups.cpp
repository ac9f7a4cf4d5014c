// Exception groups: their methods, and what `except*` does with them (PEP 654).
#include "aiocc/objects/exception_groups.hpp"

#include <algorithm>
#include <functional>

#include "aiocc/objects/list.hpp"
#include "core.hpp"
#include "exceptions.hpp"

namespace aiocc {
namespace detail {
namespace {

bool is_group(Object const& exception) noexcept { return is_instance(exception, base_exception_group_type); }

std::span<Object const> members_of(Object const& group) noexcept {
  return group.as<BaseExceptionGroup>()->exceptions.as<TupleObject>()->words();
}

Result<Object> make_group(Object const& message, std::vector<Object> const& members) {
  Object const list = Object::adopt(make_list_object());
  list.as<ListObject>()->items().assign(members.begin(), members.end());
  return call(box(base_exception_group_type), message, list);
}

/// A group like `group` of some of its members; None of none.
Result<Object> subset(Object const& group, std::vector<Object> const& members) {
  if (members.empty()) return None;
  Object const list = Object::adopt(make_list_object());
  list.as<ListObject>()->items().assign(members.begin(), members.end());
  Object made = PASS(call_method(group, "derive"_s, list));
  if (!is_group(made)) return raise_error(type_error_type, "derive must return an instance of BaseExceptionGroup");
  auto* to = made.as<BaseException>();
  auto const* from = group.as<BaseException>();
  to->traceback = from->traceback;
  to->context = from->context;
  to->cause = from->cause;
  to->suppress_context = from->suppress_context;
  bool const has_notes =
      from->notes.bound() && (is_instance(from->notes, list_type) || is_instance(from->notes, tuple_type));
  if (has_notes) to->notes = PASS(list_from(from->notes));
  return made;
}

using Condition = std::function<Result<bool>(Object const&)>;
struct Parts {
  Object match = None;
  Object rest = None;
};

Result<void> split_into(Object const& exception, Condition const& condition, bool wants_rest, Parts& parts) {
  RecursionGuard guard;
  if (!guard.entered()) return raised;
  if (PASS(condition(exception))) {
    parts.match = exception;
    return {};
  }
  if (!is_group(exception)) {
    if (wants_rest) parts.rest = exception;
    return {};
  }
  std::vector<Object> matching;
  std::vector<Object> others;
  for (Object const& member : members_of(exception)) {
    Parts inner;
    PASS(split_into(member, condition, wants_rest, inner));
    if (!inner.match.is(None)) matching.push_back(inner.match);
    if (!inner.rest.is(None)) others.push_back(inner.rest);
  }
  parts.match = PASS(subset(exception, matching));
  if (wants_rest) parts.rest = PASS(subset(exception, others));
  return {};
}

bool is_exception_class(Object const& object) noexcept {
  return is_instance(object, type_type) && is_subtype(object.as<Type>(), &base_exception_type);
}

bool is_instance_of_any(Object const& exception, Object const& classes) noexcept {
  if (!is_instance(classes, tuple_type)) return is_instance(exception, *classes.as<Type>());
  auto const words = classes.as<TupleObject>()->words();
  return std::ranges::any_of(words, [&](Object const& each) { return is_instance(exception, *each.as<Type>()); });
}

/// What the argument of `split` and `subgroup` means.
Result<Condition> condition_of(Object const& wanted) {
  bool const is_row =
      is_instance(wanted, tuple_type) && std::ranges::all_of(wanted.as<TupleObject>()->words(), is_exception_class);
  if (is_row || is_exception_class(wanted))
    return Condition(
        [wanted](Object const& exception) -> Result<bool> { return is_instance_of_any(exception, wanted); });
  if (ready_type(wanted)->slots.call && !is_instance(wanted, type_type)) {
    return Condition([wanted](Object const& exception) -> Result<bool> {
      Object const holds = PASS(call(wanted, exception));
      return operators::truth(holds);
    });
  }
  return raise_error(type_error_type,
                     "expected an exception type, a tuple of exception types, or a callable (other than a class)");
}

Result<Object> split(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  Condition const condition = PASS(condition_of(args[1]));
  Parts parts;
  PASS(split_into(args[0], condition, true, parts));
  return pack_tuple(parts.match, parts.rest);
}

Result<Object> subgroup(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  Condition const condition = PASS(condition_of(args[1]));
  Parts parts;
  PASS(split_into(args[0], condition, false, parts));
  return parts.match;
}

Result<Object> derive(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  return call(box(base_exception_group_type), args[0].as<BaseExceptionGroup>()->message, args[1]);
}

constexpr CoreMethod methods[] = {{"derive", derive}, {"split", split}, {"subgroup", subgroup}};

/// Whether a clause let the group go on as it was: `raise e` and a new exception leave other traces.
bool has_same_past(Object const& left, Object const& right) noexcept {
  if (!is_group(left) || !is_group(right)) return false;
  auto const* a = left.as<BaseException>();
  auto const* b = right.as<BaseException>();
  return a->notes.is(b->notes) && a->traceback == b->traceback && a->cause.is(b->cause) && a->context.is(b->context);
}

void collect_leaves(Object const& exception, std::vector<HeapObject*>& leaves) {
  if (!is_group(exception)) return leaves.push_back(exception.heap());
  for (Object const& member : members_of(exception)) collect_leaves(member, leaves);
}

/// The part of `group` whose leaves are those of `kept`, nested as they were.
Result<Object> projection(Object const& group, std::vector<Object> const& kept) {
  std::vector<HeapObject*> leaves;
  for (Object const& each : kept) collect_leaves(each, leaves);
  std::ranges::sort(leaves);
  Condition const is_kept = [&](Object const& exception) -> Result<bool> {
    return !is_group(exception) && std::ranges::binary_search(leaves, exception.heap());
  };
  Parts parts;
  PASS(split_into(group, is_kept, false, parts));
  return parts.match;
}

Result<void> check_star_classes(Object const& classes) {
  std::vector<Object> each;
  if (is_instance(classes, tuple_type))
    each.assign(classes.as<TupleObject>()->words().begin(), classes.as<TupleObject>()->words().end());
  else
    each.push_back(classes);
  for (Object const& cls : each) {
    if (!is_exception_class(cls))
      return raise_error(type_error_type, "catching classes that do not inherit from BaseException is not allowed");
  }
  for (Object const& cls : each) {
    if (is_subtype(cls.as<Type>(), &base_exception_group_type))
      return raise_error(type_error_type, "catching ExceptionGroup with except* is not allowed. Use except instead.");
  }
  return {};
}

/// `group.split(classes)`, which a class of groups may define anew.
Result<void> split_by_method(Object const& group, Object const& classes, Parts& parts) {
  Object const pair = PASS(call_method(group, "split"_s, classes));
  if (!is_instance(pair, tuple_type))
    return raise_format(type_error_type, "{}.split must return a tuple, not {}", type_name(group), type_name(pair));
  auto const words = pair.as<TupleObject>()->words();
  if (words.size() < 2)
    return raise_format(type_error_type, "{}.split must return a 2-tuple, got tuple of size {}", type_name(group),
                        words.size());
  parts.match = words[0];
  parts.rest = words[1];
  return {};
}

}  // namespace

void add_group_members(Type* type) { add_methods(type, methods); }

}  // namespace detail

Result<bool> ExceptStar::matches(Object const& classes) {
  PASS(detail::check_star_classes(classes));
  if (!rest_.bound()) return false;
  detail::Parts parts;
  if (detail::is_instance_of_any(rest_, classes)) {
    parts.match = rest_;
    if (!detail::is_group(rest_))
      parts.match = PASS(call(box(base_exception_group_type), Str::empty(), pack_tuple(rest_)));
  } else if (detail::is_group(rest_)) {
    PASS(detail::split_by_method(rest_, classes, parts));
  } else {
    return false;
  }
  rest_ = parts.rest.is(None) ? Object() : parts.rest;
  if (parts.match.is(None)) return false;
  matched_ = parts.match;
  return true;
}

bool ExceptStar::settle() {
  Result<Object> left = outcome();
  if (!left) return false;
  if (left.value().is(None)) return true;
  restore_error(word_cast<Ref<BaseException>>(std::move(left).value()));
  return false;
}

Result<Object> ExceptStar::outcome() {
  if (rest_.bound()) raised_.push_back(rest_);
  if (raised_.empty()) return None;
  // An exception that is no group had one clause at most.
  if (!detail::is_group(original_)) return raised_.front();
  std::vector<Object> made;
  std::vector<Object> passed_on;
  for (Object const& each : raised_) (detail::has_same_past(each, original_) ? passed_on : made).push_back(each);
  Object kept = None;
  if (!passed_on.empty()) kept = PASS(detail::projection(original_, passed_on));
  if (made.empty()) return kept;
  if (!kept.is(None)) made.push_back(kept);
  if (made.size() == 1) return made.front();
  return detail::make_group(Str::empty(), made);
}

}  // namespace aiocc
