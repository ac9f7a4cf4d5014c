// The views of mappings: KeysView, ItemsView, ValuesView.
#include "abstract_bases.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/stdlib/collections_abc.hpp"
#include "collection_mixins.hpp"
#include "mixin_tables.hpp"

namespace aiocc::collections::abc {
namespace {

struct ViewObject : HeapObject {
  Object mapping;
};

void dealloc_view(HeapObject* self) noexcept { delete static_cast<ViewObject*>(self); }

Object const& mapping_of(Object const& view) noexcept { return view.as<ViewObject>()->mapping; }

/// Keys of a mapping, and for each its item or value.
struct ViewIterator : HeapObject {
  Object mapping;
  Object keys;
  bool with_keys = false;
};

Result<bool> next_of_view(Object const& self, Object& item) {
  auto iterator = self.as<ViewIterator>();
  Object key;
  if (!PASS(next(Object(iterator->keys), key))) return false;
  item = PASS(operators::get_item(Object(iterator->mapping), key));
  if (iterator->with_keys) item = pack_tuple<Object, Object>(key, item);
  return true;
}

Result<Object> itself(Object const& self) { return self; }

constinit Type view_iterator_type("generator", &object_type, sizeof(ViewIterator),
                                  {.dealloc = aiocc::detail::dealloc_object<ViewIterator>,
                                   .iter = itself,
                                   .next = next_of_view});

Result<Object> make_view_iterator(Object const& view, bool with_keys) {
  auto iterator = new ViewIterator;
  Object made = Object::adopt(iterator);
  iterator->type = &view_iterator_type;
  iterator->mapping = mapping_of(view);
  iterator->keys = PASS(get_iter(mapping_of(view)));
  iterator->with_keys = with_keys;
  return made;
}

Result<std::int64_t> view_length(Object const& self) { return operators::length(mapping_of(self)); }

Result<Object> keys_contain(Object const& self, Object const& key) {
  return box(PASS(operators::contains(mapping_of(self), key)));
}
Result<Object> iter_keys(Object const& self) { return get_iter(mapping_of(self)); }

Result<Object> items_contain(Object const& self, Object const& item) {
  Object parts[2];
  PASS(unpack(item, 2, parts));
  Object value;
  if (!PASS(find(mapping_of(self), parts[0], value))) return False;
  return box(PASS(operators::same_or_equal(value, parts[1])));
}
Result<Object> iter_items(Object const& self) { return make_view_iterator(self, true); }

Result<Object> values_contain(Object const& self, Object const& wanted) {
  Iteration loop = PASS(iterate(self));
  Object value;
  while (PASS(loop.next(value)))
    if (PASS(operators::same_or_equal(value, wanted))) return True;
  return False;
}
Result<Object> iter_values(Object const& self) { return make_view_iterator(self, false); }

Result<Object> repr_view(Object const& self) {
  return Str::from_utf8(
      fmt::format("{}({})", aiocc::detail::type_name(self), PASS(operators::repr(mapping_of(self))).utf8()));
}

/// A method of Set's, called with a view as `self`.
Result<Object> call_of_set(Str const& name, Object const& self, Object const& other) {
  return aiocc::call(aiocc::detail::dict_value(set_type.dict, name), self, other);
}

bool is_view(Object const& object) noexcept {
  return is_instance(object, set_type) && object.heap()->type->slots.dealloc == dealloc_view;
}

template <aiocc::detail::LiteralText name, aiocc::detail::LiteralText reflected>
Result<Object> operate(Object const& left, Object const& right) {
  if (is_view(left)) return call_of_set(operator""_s < name>(), left, right);
  return call_of_set(operator""_s < reflected>(), right, left);
}

Result<Object> compare_views(Object const& left, Object const& right, CompareOp op) {
  switch (op) {
    case CompareOp::Lt: return call_of_set("__lt__"_s, left, right);
    case CompareOp::Le: return call_of_set("__le__"_s, left, right);
    case CompareOp::Gt: return call_of_set("__gt__"_s, left, right);
    case CompareOp::Ge: return call_of_set("__ge__"_s, left, right);
    case CompareOp::Eq: return call_of_set("__eq__"_s, left, right);
    case CompareOp::Ne: break;
  }
  Object const equal = PASS(call_of_set("__eq__"_s, left, right));
  return equal.is(NotImplemented) ? equal : Object(box(equal.is(False)));
}

constexpr char const* from_names[] = {"self", "it"};

Result<Object> set_of(NativeCall const& call) { return aiocc::call(box(aiocc::set_type), call.args[1]); }

constexpr NativeFunction keys_functions[] = {mixin("_from_iterable", keys_view_type, from_names, 0, set_of)};
constexpr auto keys_rows = rows_of(keys_functions);
constexpr NativeFunction items_functions[] = {mixin("_from_iterable", items_view_type, from_names, 0, set_of)};
constexpr auto items_rows = rows_of(items_functions);

MemberTable const& keys_members() {
  aiocc::detail::set_bases(&keys_view_type, {&mapping_view_type, &set_type});
  static constexpr MemberTable table{"collections.abc", &keys_view_type, keys_rows.data(), keys_rows.size()};
  return table;
}
MemberTable const& items_members() {
  aiocc::detail::set_bases(&items_view_type, {&mapping_view_type, &set_type});
  static constexpr MemberTable table{"collections.abc", &items_view_type, items_rows.data(), items_rows.size()};
  return table;
}

MemberTable const& values_members() {
  static constexpr MemberTable table{"collections.abc", &values_view_type, nullptr, 0};
  aiocc::detail::set_bases(&values_view_type, {&mapping_view_type, &collection_type});
  return table;
}

Result<Object> construct_view(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  if (count != 1 || names)
    return aiocc::detail::raise_format(
        type_error_type, "MappingView.__init__() takes 2 positional arguments but {} were given", count + 1);
  auto view = new ViewObject;
  view->type = type;
  view->mapping = args[0];
  return Object::adopt(view);
}

constexpr Slots plain_view_slots() {
  Slots slots;
  slots.dealloc = dealloc_view;
  slots.repr = repr_view;
  slots.length = view_length;
  slots.construct = construct_view;
  return slots;
}

constexpr Slots set_view_slots(BinarySlot contains, UnarySlot iter, MemberTable const& (*members)()) {
  Slots slots = plain_view_slots();
  slots.contains = contains;
  slots.iter = iter;
  slots.compare = compare_views;
  slots.hash = aiocc::detail::hash_not_implemented;
  slots.binary[static_cast<std::size_t>(BinaryOp::And)] = operate<"__and__", "__rand__">;
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = operate<"__or__", "__ror__">;
  slots.binary[static_cast<std::size_t>(BinaryOp::Subtract)] = operate<"__sub__", "__rsub__">;
  slots.binary[static_cast<std::size_t>(BinaryOp::Xor)] = operate<"__xor__", "__rxor__">;
  slots.members = members;
  return slots;
}

constexpr Slots values_view_slots() {
  Slots slots = plain_view_slots();
  slots.contains = values_contain;
  slots.iter = iter_values;
  slots.members = values_members;
  return slots;
}

// No class of Python's may be derived from them: a view's layout is its own.

using aiocc::detail::CollectionBase;

constexpr char const* const len[] = {"__len__", nullptr};
constexpr char const* const collection[] = {"__contains__", "__iter__", "__len__", nullptr};
Type* const views[] = {&dict_keys_type, &dict_items_type, &dict_values_type,
                       &keys_view_type, &items_view_type, &values_view_type};
Type* const keys[] = {&dict_keys_type};
Type* const items[] = {&dict_items_type};
Type* const values[] = {&dict_values_type};

constexpr CollectionBase view_base(char const* const* promised, std::span<Type* const> registered) {
  return {{aiocc::detail::accepts_structure, nullptr, AbstractBase::Subscript::Alias, nullptr},
          nullptr,
          promised,
          registered};
}
constexpr CollectionBase mapping_view_base = view_base(len, views);
constexpr CollectionBase keys_view_base = view_base(collection, keys);
constexpr CollectionBase items_view_base = view_base(collection, items);
constexpr CollectionBase values_view_base = view_base(collection, values);

}  // namespace

constinit Type mapping_view_type("MappingView", &sized_type, plain_view_slots(), mapping_view_base, "collections.abc",
                                 &abc_meta_type);
constinit Type keys_view_type("KeysView", &set_type, set_view_slots(keys_contain, iter_keys, keys_members),
                              keys_view_base, "collections.abc", &abc_meta_type);
constinit Type items_view_type("ItemsView", &set_type, set_view_slots(items_contain, iter_items, items_members),
                               items_view_base, "collections.abc", &abc_meta_type);
constinit Type values_view_type("ValuesView", &collection_type, values_view_slots(), values_view_base,
                                "collections.abc", &abc_meta_type);

}  // namespace aiocc::collections::abc
