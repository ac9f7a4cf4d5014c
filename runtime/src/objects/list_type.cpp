// The list type: slots over ListObject's operations.
#include "aiocc/objects/arguments.hpp"
#include "aiocc/objects/list.hpp"
#include "list_words.hpp"
#include "native_instance.hpp"
#include "sequence.hpp"

namespace aiocc {

using detail::list_words;

namespace {

ListObject* list_of(Object const& self) noexcept { return self.as<ListObject>(); }
bool is_list(Object const& value) noexcept { return is_instance(value, list_type); }

Result<Object> repr_list(Object const& self) { return detail::repr_sequence(self, "[", "]", list_words); }
Result<bool> truth_list(Object const& self) { return list_of(self)->size() != 0; }
Result<std::int64_t> length_list(Object const& self) { return static_cast<std::int64_t>(list_of(self)->size()); }

Result<Object> compare_lists(Object const& left, Object const& right, CompareOp op) {
  if (!is_list(left) || !is_list(right)) return NotImplemented;
  return detail::compare_sequences(left, right, op, list_words);
}

Result<Object> add_lists(Object const& left, Object const& right) {
  if (!is_list(left)) return NotImplemented;
  if (!is_list(right)) return detail::concatenate_other(left, right);
  Object result = Object::adopt(make_list_object());
  auto& items = list_of(result)->items();
  items.reserve(list_of(left)->items().size() + list_of(right)->items().size());
  for (Object const& side : {left, right})
    items.insert(items.end(), list_of(side)->items().begin(), list_of(side)->items().end());
  return result;
}

Result<Object> extend_in_place(Object const& left, Object const& right) {
  PASS(list_of(left)->extend(right));
  return left;
}

Result<Object> multiply_list(Object const& left, Object const& right) {
  bool list_is_left = is_list(left);
  Object const& list = list_is_left ? left : right;
  Object const& count = list_is_left ? right : left;
  if (!detail::has_index(count)) return detail::multiply_by_other(list, count, list_is_left);
  return list_of(list)->repeat(count);
}

Result<Object> multiply_in_place(Object const& left, Object const& right) {
  if (!detail::has_index(right)) return detail::multiply_by_other(left, right);
  PASS(list_of(left)->repeat_in_place(right));
  return left;
}

Result<Object> get_item_of_list(Object const& self, Object const& index) { return list_of(self)->get_item(index); }
Result<void> set_item_of_list(Object const& self, Object const& index, Object const* value) {
  return value ? list_of(self)->set_item(index, *value) : list_of(self)->delete_item(index);
}
Result<Object> list_contains(Object const& self, Object const& value) {
  return box(PASS(list_of(self)->contains(value)));
}
Result<Object> iter_list(Object const& self) { return detail::make_list_iterator(self); }

Result<Object> construct_list(Type* type, Object const*, std::size_t, KeywordNames const*) {
  return Object::adopt(detail::make_native<ListObject>(type, list_type));
}

Result<void> init_list(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  // A derived class's own `__new__` may have other parameters.
  if (type_of(self)->slots.construct == construct_list) PASS(detail::no_keywords("list", names));
  count -= names ? names->names.size() : 0;
  PASS(detail::argument_range("list", count, 0, 1));
  list_of(self)->clear();
  if (count > 0) PASS(list_of(self)->extend(args[0]));
  return {};
}

// Bools are nothing for the collector.
void traverse_list(HeapObject* self, Visitor& visit) {
  auto* const list = static_cast<ListObject*>(self);
  if (!list->is_packed()) detail::traverse_member(list->objects, visit);
}
void clear_list(HeapObject* self) noexcept {
  auto* const list = static_cast<ListObject*>(self);
  if (!list->is_packed()) detail::clear_members<&ListObject::objects>(self);
}

constexpr Slots list_slots() {
  Slots slots{.dealloc = detail::dealloc_native<ListObject, list_type>,
              .traverse = traverse_list,
              .clear = clear_list,
              .repr = repr_list,
              .hash = detail::unhashable,
              .truth = truth_list,
              .length = length_list,
              .compare = compare_lists,
              .get_item = get_item_of_list,
              .set_item = set_item_of_list,
              .contains = list_contains,
              .iter = iter_list,
              .construct = construct_list,
              .init = init_list,
              .members = members<list_type>};
  slots.binary[static_cast<std::size_t>(BinaryOp::Add)] = add_lists;
  slots.binary[static_cast<std::size_t>(BinaryOp::Multiply)] = multiply_list;
  slots.inplace[static_cast<std::size_t>(BinaryOp::Add)] = extend_in_place;
  slots.inplace[static_cast<std::size_t>(BinaryOp::Multiply)] = multiply_in_place;
  return slots;
}

}  // namespace

constinit Type list_type("list", &object_type, sizeof(ListObject), list_slots(), "builtins",
                         /*python_may_derive=*/true);

namespace builtins {

List<Object> list() { return List<Object>::of(); }

Result<List<Object>> list(Object const& iterable) {
  List<Object> result = list();
  if (iterable.bound()) PASS(result.get()->extend(iterable));
  return result;
}

}  // namespace builtins

}  // namespace aiocc
