// What Set and MutableSet give to classes derived from them.
#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/set.hpp"
#include "aiocc/stdlib/collections_abc.hpp"
#include "collection_mixins.hpp"
#include "mixin_tables.hpp"

namespace aiocc::collections::abc {
namespace {

Result<bool> is_set(Object const& value) { return builtins::isinstance(value, box(set_type)); }
Result<bool> is_iterable(Object const& value) { return builtins::isinstance(value, box(iterable_type)); }

/// Whether all of `items` are in `container`.
Result<bool> all_in(Object const& items, Object const& container) {
  Iteration loop = PASS(iterate(items));
  Object item;
  while (PASS(loop.next(item)))
    if (!PASS(operators::contains(container, item))) return false;
  return true;
}

/// `self <= other` and its like, of sets that are known to be such.
Result<Object> is_subset(Object const& self, Object const& other) {
  if (PASS(operators::length(self)) > PASS(operators::length(other))) return False;
  return box(PASS(all_in(self, other)));
}

Result<Object> less_equal(NativeCall const& call) {
  if (!PASS(is_set(call.args[1]))) return NotImplemented;
  return is_subset(call.args[0], call.args[1]);
}

Result<Object> greater_equal(NativeCall const& call) {
  if (!PASS(is_set(call.args[1]))) return NotImplemented;
  return is_subset(call.args[1], call.args[0]);
}

Result<Object> less(NativeCall const& call) {
  if (!PASS(is_set(call.args[1]))) return NotImplemented;
  if (PASS(operators::length(call.args[0])) >= PASS(operators::length(call.args[1]))) return False;
  return call_method(call.args[0], "__le__"_s, call.args[1]);
}

Result<Object> greater(NativeCall const& call) {
  if (!PASS(is_set(call.args[1]))) return NotImplemented;
  if (PASS(operators::length(call.args[0])) <= PASS(operators::length(call.args[1]))) return False;
  return call_method(call.args[0], "__ge__"_s, call.args[1]);
}

Result<Object> equal(NativeCall const& call) {
  if (!PASS(is_set(call.args[1]))) return NotImplemented;
  if (PASS(operators::length(call.args[0])) != PASS(operators::length(call.args[1]))) return False;
  return call_method(call.args[0], "__le__"_s, call.args[1]);
}

/// What a set makes of the items of a result: `_from_iterable`, which classes override.
Result<Object> made_by(Object const& self, Object const& items) { return call_method(self, "_from_iterable"_s, items); }

/// Of `items` those that are in `container`, or those that aren't.
Result<Object> picked(Object const& items, Object const& container, bool wanted) {
  Object const list = Object::adopt(make_list_object());
  Iteration loop = PASS(iterate(items));
  Object item;
  while (PASS(loop.next(item)))
    if (PASS(operators::contains(container, item)) == wanted) list.as<ListObject>()->items().push_back(item);
  return list;
}

/// `other` as a set; NotImplemented where it isn't even iterable.
Result<Object> as_set(Object const& self, Object const& other) {
  if (PASS(is_set(other))) return other;
  if (!PASS(is_iterable(other))) return NotImplemented;
  return made_by(self, other);
}

Result<Object> intersection(NativeCall const& call) {
  if (!PASS(is_iterable(call.args[1]))) return NotImplemented;
  return made_by(call.args[0], PASS(picked(call.args[1], call.args[0], true)));
}

Result<Object> union_of(NativeCall const& call) {
  if (!PASS(is_iterable(call.args[1]))) return NotImplemented;
  Object const items = PASS(list_from(call.args[0]));
  PASS(items.as<ListObject>()->extend(call.args[1]));
  return made_by(call.args[0], items);
}

Result<Object> difference(NativeCall const& call) {
  Object const other = PASS(as_set(call.args[0], call.args[1]));
  if (other.is(NotImplemented)) return other;
  return made_by(call.args[0], PASS(picked(call.args[0], other, false)));
}

Result<Object> reflected_difference(NativeCall const& call) {
  Object const other = PASS(as_set(call.args[0], call.args[1]));
  if (other.is(NotImplemented)) return other;
  return made_by(call.args[0], PASS(picked(other, call.args[0], false)));
}

Result<Object> symmetric_difference(NativeCall const& call) {
  Object const other = PASS(as_set(call.args[0], call.args[1]));
  if (other.is(NotImplemented)) return other;
  return operators::bit_or(PASS(operators::subtract(call.args[0], other)),
                           PASS(operators::subtract(other, call.args[0])));
}

Result<Object> is_disjoint(NativeCall const& call) {
  Iteration loop = PASS(iterate(call.args[1]));
  Object item;
  while (PASS(loop.next(item)))
    if (PASS(operators::contains(call.args[0], item))) return False;
  return True;
}

/// As a frozenset of the same items.
Result<Object> hash_of_items(NativeCall const& call) {
  return Int(PASS(operators::hash(PASS(builtins::frozenset(call.args[0])))));
}

Result<Object> from_iterable(NativeCall const& call) { return aiocc::call(call.args[0], call.args[1]); }

Result<Object> remove(NativeCall const& call) {
  if (!PASS(operators::contains(call.args[0], call.args[1]))) return raise_key_error(call.args[1]);
  PASS(call_method(call.args[0], "discard"_s, call.args[1]));
  return None;
}

Result<bool> take_first(Object const& self, Object& item) {
  Object const iterator = PASS(get_iter(self));
  if (!PASS(next(iterator, item))) return false;
  PASS(call_method(self, "discard"_s, item));
  return true;
}

Result<Object> pop(NativeCall const& call) {
  Object item;
  if (PASS(take_first(call.args[0], item))) return item;
  return raise_from(PASS(aiocc::call(box(key_error_type))), None);
}

Result<void> clear_set(Object const& self) {
  while (call_method(self, "pop"_s)) {}
  if (!error_is(key_error_type)) return raised;
  take_error();
  return {};
}

Result<Object> clear(NativeCall const& call) {
  PASS(clear_set(call.args[0]));
  return None;
}

Result<void> call_for_each(Object const& items, Object const& self, Str const& method) {
  Iteration loop = PASS(iterate(items));
  Object item;
  while (PASS(loop.next(item))) PASS(call_method(self, method, item));
  return {};
}

Result<Object> unite_in_place(NativeCall const& call) {
  PASS(call_for_each(call.args[1], call.args[0], "add"_s));
  return call.args[0];
}

Result<Object> intersect_in_place(NativeCall const& call) {
  PASS(call_for_each(PASS(operators::subtract(call.args[0], call.args[1])), call.args[0], "discard"_s));
  return call.args[0];
}

Result<Object> differ_in_place(NativeCall const& call) {
  Object const& self = call.args[0];
  if (self.is(call.args[1])) {
    PASS(clear_set(self));
    return self;
  }
  Object const other = PASS(is_set(call.args[1])) ? call.args[1] : PASS(made_by(self, call.args[1]));
  Iteration loop = PASS(iterate(other));
  Object item;
  while (PASS(loop.next(item)))
    PASS(call_method(self, PASS(operators::contains(self, item)) ? "discard"_s : "add"_s, item));
  return self;
}

Result<Object> subtract_in_place(NativeCall const& call) {
  if (call.args[0].is(call.args[1]))
    PASS(clear_set(call.args[0]));
  else
    PASS(call_for_each(call.args[1], call.args[0], "discard"_s));
  return call.args[0];
}

constexpr char const* cls_and_items[] = {"cls", "it"};
constexpr char const* with_items[] = {"self", "it"};

constexpr NativeFunction set_functions[] = {
    mixin("__le__", set_type, with_other, 0, less_equal),
    mixin("__lt__", set_type, with_other, 0, less),
    mixin("__gt__", set_type, with_other, 0, greater),
    mixin("__ge__", set_type, with_other, 0, greater_equal),
    mixin("__eq__", set_type, with_other, 0, equal),
    mixin("__and__", set_type, with_other, 0, intersection),
    mixin("__rand__", set_type, with_other, 0, intersection),
    mixin("__or__", set_type, with_other, 0, union_of),
    mixin("__ror__", set_type, with_other, 0, union_of),
    mixin("__sub__", set_type, with_other, 0, difference),
    mixin("__rsub__", set_type, with_other, 0, reflected_difference),
    mixin("__xor__", set_type, with_other, 0, symmetric_difference),
    mixin("__rxor__", set_type, with_other, 0, symmetric_difference),
    mixin("isdisjoint", set_type, with_other, 0, is_disjoint),
    mixin("_hash", set_type, only_self, 0, hash_of_items),
};

constexpr NativeFunction from_iterable_function{
    {cls_and_items, 0, 2, 0, false, false},
    {nullptr, "_from_iterable", "Set._from_iterable", 0, nullptr, "collections.abc"},
    from_iterable,
    nullptr,
    0,
    Wording::Python};

Result<Object> no_hash(Object const&) { return None; }

/// The methods, and what isn't one.
constexpr auto set_rows = [] {
  constexpr auto methods = rows_of(set_functions);
  std::array<Member, methods.size() + 2> rows{};
  for (std::size_t i = 0; i < methods.size(); ++i) rows[i] = methods[i];
  rows[methods.size()] = {
      .name = "_from_iterable", .kind = MemberKind::ClassMethod, .function = &from_iterable_function};
  rows[methods.size() + 1] = {.name = "__hash__", .kind = MemberKind::Constant, .get = no_hash};
  return rows;
}();

constexpr NativeFunction mutable_functions[] = {
    mixin("__iand__", mutable_set_type, with_items, 0, intersect_in_place),
    mixin("__ior__", mutable_set_type, with_items, 0, unite_in_place),
    mixin("__isub__", mutable_set_type, with_items, 0, subtract_in_place),
    mixin("__ixor__", mutable_set_type, with_items, 0, differ_in_place),
    mixin("clear", mutable_set_type, only_self, 0, clear),
    mixin("pop", mutable_set_type, only_self, 0, pop),
    mixin("remove", mutable_set_type, with_value, 0, remove),
};
constexpr auto mutable_rows = rows_of(mutable_functions);

}  // namespace

MemberTable const& set_mixins() {
  static constexpr MemberTable table{"collections.abc", &set_type, set_rows.data(), set_rows.size()};
  return table;
}

MemberTable const& mutable_set_mixins() {
  static constexpr MemberTable table{"collections.abc", &mutable_set_type, mutable_rows.data(), mutable_rows.size()};
  return table;
}

}  // namespace aiocc::collections::abc
