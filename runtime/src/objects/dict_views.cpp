// The live views of a dict: keys, values and items, with their set operations.
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/set.hpp"
#include "ordered_dicts.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

using detail::DictPart;

Ref<DictObject> const& dict_of(Object const& view) noexcept { return view.as<DictViewObject>()->dict; }
bool is_keys(Object const& value) noexcept { return type_of(value) == &dict_keys_type; }
bool is_items(Object const& value) noexcept { return type_of(value) == &dict_items_type; }
bool is_set_like(Object const& value) noexcept { return is_keys(value) || is_items(value) || is_any_set(value); }

template <DictPart part>
Result<Object> iter_view(Object const& self) {
  return detail::make_dict_iterator(dict_of(self), part);
}

Result<std::int64_t> length_of_view(Object const& self) { return std::int64_t{dict_of(self)->used}; }

Result<Object> repr_view(Object const& self) {
  detail::ReprGuard guard(self.heap());
  if (guard.repeated()) return Str::from_utf8("...");
  Object list = PASS(list_from(self));
  StrBuilder text;
  // CPython has types of their own for the views of an OrderedDict.
  if (detail::is_ordered_dict(dict_of(self).get())) text.append_ascii("o");
  text.append_ascii(type_of(self)->name);
  text.append_ascii("(");
  text.append(PASS(operators::repr(list)));
  text.append_ascii(")");
  return text.finish();
}

Result<Object> keys_contain(Object const& self, Object const& key) { return box(PASS(dict_of(self)->contains(key))); }

Result<Object> items_contain_slot(Object const& self, Object const& pair) {
  return box(PASS(detail::items_contain(self, pair)));
}

Result<bool> all_contained(Object const& view, Object const& container) {
  bool all = true;
  PASS(detail::for_each(view, [&](Object const& item) -> Result<bool> {
    all = PASS(operators::contains(container, item));
    return all;
  }));
  return all;
}

Result<Object> compare_views(Object const& left, Object const& right, CompareOp op) {
  if (!is_set_like(left) || !is_set_like(right)) return NotImplemented;
  std::int64_t left_size = PASS(operators::length(left));
  std::int64_t right_size = PASS(operators::length(right));
  switch (op) {
    case CompareOp::Eq: return box(left_size == right_size && PASS(all_contained(left, right)));
    case CompareOp::Ne: return box(!(left_size == right_size && PASS(all_contained(left, right))));
    case CompareOp::Lt: return box(left_size < right_size && PASS(all_contained(left, right)));
    case CompareOp::Le: return box(left_size <= right_size && PASS(all_contained(left, right)));
    case CompareOp::Gt: return box(left_size > right_size && PASS(all_contained(right, left)));
    case CompareOp::Ge: return box(left_size >= right_size && PASS(all_contained(right, left)));
  }
  return NotImplemented;
}

Result<Ref<SetObject>> set_from(Object const& iterable) {
  auto set = Ref<SetObject>::adopt(make_set_object());
  PASS(set->update(iterable));
  return set;
}

// Either side is a view; the other anything iterable.
template <Result<void> (SetObject::*change)(Object const&)>
Result<Object> combine(Object const& left, Object const& right) {
  Ref<SetObject> result = PASS(set_from(left));
  PASS((result.get()->*change)(right));
  return result;
}

Result<Object> intersect(Object const& left, Object const& right) {
  Object const& view = is_keys(left) || is_items(left) ? left : right;
  Object const& other = &view == &left ? right : left;
  // The one to look into is the bigger one.
  bool swap = is_set_like(other) && PASS(operators::length(other)) > PASS(operators::length(view));
  Object const& container = swap ? other : view;
  Object const& source = swap ? view : other;
  auto result = Ref<SetObject>::adopt(make_set_object());
  PASS(detail::for_each(source, [&](Object const& item) -> Result<bool> {
    if (PASS(operators::contains(container, item))) PASS(result->add(item));
    return true;
  }));
  return result;
}

template <Type& type>
constexpr Slots view_slots(UnarySlot iter) {
  return {.dealloc = detail::dealloc_object<DictViewObject>,
          .traverse = detail::traverse_members<&DictViewObject::dict>,
          .repr = repr_view,
          .length = length_of_view,
          .iter = iter,
          .members = members<type>};
}

template <Type& type>
constexpr Slots set_like_slots(UnarySlot iter, BinarySlot contains) {
  Slots slots = view_slots<type>(iter);
  slots.hash = detail::unhashable;
  slots.compare = compare_views;
  slots.contains = contains;
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = combine<&SetObject::update>;
  slots.binary[static_cast<std::size_t>(BinaryOp::Subtract)] = combine<&SetObject::difference_update>;
  slots.binary[static_cast<std::size_t>(BinaryOp::Xor)] = combine<&SetObject::symmetric_difference_update>;
  slots.binary[static_cast<std::size_t>(BinaryOp::And)] = intersect;
  return slots;
}

}  // namespace

constinit Type dict_keys_type("dict_keys", &object_type, sizeof(DictViewObject),
                              set_like_slots<dict_keys_type>(iter_view<DictPart::Keys>, keys_contain));
constinit Type dict_values_type("dict_values", &object_type, sizeof(DictViewObject),
                                view_slots<dict_values_type>(iter_view<DictPart::Values>));
constinit Type dict_items_type("dict_items", &object_type, sizeof(DictViewObject),
                               set_like_slots<dict_items_type>(iter_view<DictPart::Items>, items_contain_slot));

namespace detail {

Object dict_view(Type& type, Object const& dict) {
  return Object::adopt(new DictViewObject(&type, word_cast<Ref<DictObject>>(dict)));
}

Result<bool> items_contain(Object const& items, Object const& pair) {
  if (!is_instance(pair, tuple_type) || pair.as<TupleObject>()->size != 2) return false;
  Object const* found = PASS(dict_of(items)->find(pair.as<TupleObject>()->items()[0]));
  if (!found) return false;
  Object value = *found;
  return item_equals(value, pair.as<TupleObject>()->items()[1]);
}

Result<bool> view_is_disjoint(Object const& view, Object const& other) {
  bool disjoint = true;
  PASS(for_each(other, [&](Object const& item) -> Result<bool> {
    disjoint = !PASS(operators::contains(view, item));
    return disjoint;
  }));
  return disjoint;
}

Result<Object> dict_from_keys(Object const& iterable, Object const& value) {
  auto dict = Ref<DictObject>::adopt(make_dict_object());
  PASS(for_each(iterable, [&](Object const& key) -> Result<bool> {
    PASS(dict->set(key, value));
    return true;
  }));
  return dict;
}

}  // namespace detail

}  // namespace aiocc
