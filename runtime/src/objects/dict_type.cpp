// The dict type: slots over DictObject's operations.
#include "aiocc/objects/dict.hpp"
#include "native_instance.hpp"
#include "native_recursion.hpp"
#include "sequence.hpp"

namespace aiocc {

namespace {

DictObject* dict_of(Object const& self) noexcept { return self.as<DictObject>(); }
bool is_dict(Object const& value) noexcept { return is_instance(value, dict_type); }

Result<void> append_repr(StrBuilder& text, Object const& value) {
  text.append(PASS(operators::repr(value)));
  return {};
}

Result<Object> repr_dict(Object const& self) {
  detail::ReprGuard guard(self.heap());
  if (guard.repeated()) return Str::from_utf8("{...}");
  StrBuilder text;
  text.append_ascii("{");
  std::size_t position = 0;
  bool first = true;
  while (DictEntry* entry = dict_of(self)->next(position)) {
    DictEntry copy = *entry;
    if (!std::exchange(first, false)) text.append_ascii(", ");
    PASS(append_repr(text, copy.key));
    text.append_ascii(": ");
    PASS(append_repr(text, copy.value));
  }
  text.append_ascii("}");
  return text.finish();
}

Result<bool> equal_dicts(DictObject* left, DictObject* right) {
  detail::NativeRecursion recursion(" in comparison");
  if (!recursion.entered()) return raised;
  if (left->used != right->used) return false;
  std::size_t position = 0;
  while (DictEntry* entry = left->next(position)) {
    DictEntry copy = *entry;
    Object const* found = PASS(right->find(copy.key, copy.hash));
    if (!found) return false;
    Object other = *found;
    if (!PASS(detail::item_equals(copy.value, other))) return false;
  }
  return true;
}

Result<Object> compare_dicts(Object const& left, Object const& right, CompareOp op) {
  if ((op != CompareOp::Eq && op != CompareOp::Ne) || !is_dict(left) || !is_dict(right)) return NotImplemented;
  return box(PASS(equal_dicts(dict_of(left), dict_of(right))) == (op == CompareOp::Eq));
}

Result<Object> merge_dicts(Object const& left, Object const& right) {
  if (!is_dict(left) || !is_dict(right)) return NotImplemented;
  Object result = PASS(detail::copy_dict(dict_of(left)));
  PASS(dict_of(result)->update(right));
  return result;
}

Result<Object> merge_in_place(Object const& left, Object const& right) {
  PASS(dict_of(left)->update(right));
  return left;
}

Result<bool> truth_dict(Object const& self) { return dict_of(self)->used != 0; }
Result<std::int64_t> length_dict(Object const& self) { return std::int64_t{dict_of(self)->used}; }
Result<Object> get_item_of_dict(Object const& self, Object const& key) { return dict_of(self)->get_item(key); }
Result<void> set_item_of_dict(Object const& self, Object const& key, Object const* value) {
  return value ? dict_of(self)->set(key, *value) : dict_of(self)->delete_item(key);
}
Result<Object> dict_contains(Object const& self, Object const& key) { return box(PASS(dict_of(self)->contains(key))); }
Result<Object> iter_dict(Object const& self) {
  return detail::make_dict_iterator(word_cast<Ref<DictObject>>(self), detail::DictPart::Keys);
}

Result<Object> construct_dict(Type* type, Object const*, std::size_t, KeywordNames const*) {
  return Object::adopt(detail::make_native<DictObject>(type, dict_type));
}

Result<void> init_dict(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  std::size_t keyword_count = names ? names->names.size() : 0;
  std::size_t positional = count - keyword_count;
  PASS(detail::argument_range("dict", positional, 0, 1));
  if (positional > 0) PASS(dict_of(self)->update(args[0]));
  for (std::size_t i = 0; i < keyword_count; ++i) PASS(dict_of(self)->set(names->names[i], args[positional + i]));
  return {};
}

void traverse_dict(HeapObject* self, Visitor& visit) {
  auto dict = static_cast<DictObject*>(self);
  std::size_t position = 0;
  while (DictEntry* entry = dict->next(position)) {
    visit(entry->key);
    visit(entry->value);
  }
}

void clear_dict(HeapObject* self) noexcept { static_cast<DictObject*>(self)->clear(); }

constexpr Slots dict_slots() {
  Slots slots{.dealloc = detail::dealloc_native<DictObject, dict_type>,
              .traverse = traverse_dict,
              .clear = clear_dict,
              .repr = repr_dict,
              .hash = detail::unhashable,
              .truth = truth_dict,
              .length = length_dict,
              .compare = compare_dicts,
              .get_item = get_item_of_dict,
              .set_item = set_item_of_dict,
              .contains = dict_contains,
              .iter = iter_dict,
              .construct = construct_dict,
              .init = init_dict,
              .members = members<dict_type>};
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = merge_dicts;
  slots.inplace[static_cast<std::size_t>(BinaryOp::Or)] = merge_in_place;
  return slots;
}

}  // namespace

constinit Type dict_type("dict", &object_type, sizeof(DictObject), dict_slots(), "builtins",
                         /*python_may_derive=*/true);

}  // namespace aiocc
