// collections.OrderedDict: a dict whose order counts, and can be changed. And the counting of Counter.
#include "../objects/attributes_apart.hpp"
#include "../objects/core.hpp"
#include "../objects/iterator_members.hpp"
#include "../objects/native_instance.hpp"
#include "../objects/sequence.hpp"
#include "aiocc/objects/weak_references.hpp"
#include "aiocc/stdlib/collections.hpp"
#include "ordered_dict_iterators.hpp"

namespace aiocc::collections {

namespace {

DictObject* dict_of(Object const& self) noexcept { return self.as<DictObject>(); }
bool is_ordered(Object const& value) noexcept { return is_instance(value, ordered_dict_type); }

Object make_ordered() {
  auto const dict = make_dict_object();
  dict->type = &ordered_dict_type;
  return Object::adopt(dict);
}

Result<Object> construct_ordered_dict(Type* type, Object const*, std::size_t, KeywordNames const*) {
  if (type == &ordered_dict_type) return make_ordered();
  return Object::adopt(aiocc::detail::make_native<DictObject>(type, ordered_dict_type));
}

bool is_exact(Object const& self) noexcept { return type_of(self) == &ordered_dict_type; }

/// Stores as Python code would, so that a derived class's `__setitem__` sees each pair.
Result<void> store(Object const& self, Object const& key, Object const& value) {
  if (is_exact(self)) return dict_of(self)->set(key, value);
  return operators::set_item(self, key, value);
}

Result<void> store_entries(Object const& self, DictObject* source) {
  if (is_exact(self)) return dict_of(self)->merge(source);
  Object const kept = Object::adopt(source->copy());
  std::size_t position = 0;
  while (DictEntry const* entry = dict_of(kept)->next(position)) {
    DictEntry const copy = *entry;
    PASS(store(self, copy.key, copy.value));
  }
  return {};
}

Result<void> store_by_keys(Object const& self, Object const& keys, Object const& mapping) {
  return aiocc::detail::for_each(keys, [&](Object const& key) -> Result<bool> {
    PASS(store(self, key, PASS(operators::get_item(mapping, key))));
    return true;
  });
}

Result<void> store_pair(Object const& self, Object const& pair) {
  Iteration parts = PASS(iterate(pair));
  Object key, value, excess;
  if (!PASS(parts.next(key))) return raise_error(value_error_type, "need more than 0 values to unpack");
  if (!PASS(parts.next(value))) return raise_error(value_error_type, "need more than 1 value to unpack");
  if (PASS(parts.next(excess))) return raise_error(value_error_type, "too many values to unpack (expected 2)");
  return store(self, key, value);
}

Result<void> store_pairs(Object const& self, Object const& pairs) {
  return aiocc::detail::for_each(pairs, [&](Object const& pair) -> Result<bool> {
    PASS(store_pair(self, pair));
    return true;
  });
}

Result<void> update_from(Object const& self, Object const& other) {
  if (type_of(other) == &dict_type || is_exact(other)) return store_entries(self, dict_of(other));
  Object method;
  if (PASS(operators::find_attr(other, "keys"_s, method))) return store_by_keys(self, PASS(call(method)), other);
  if (PASS(operators::find_attr(other, "items"_s, method))) return store_pairs(self, PASS(call(method)));
  return store_pairs(self, other);
}

Result<void> init_ordered_dict(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  std::size_t const keywords = names ? names->names.size() : 0;
  std::size_t const positional = count - keywords;
  if (positional > 1)
    return raise_error(type_error_type, "expected at most 1 arguments, got " + std::to_string(positional));
  if (positional > 0) PASS(update_from(self, args[0]));
  for (std::size_t i = 0; i < keywords; ++i) PASS(operators::set_item(self, names->names[i], args[positional + i]));
  return {};
}

Result<Object> repr_ordered_dict(Object const& self) {
  aiocc::detail::ReprGuard guard(self.heap());
  if (guard.repeated()) return Str::from_utf8("...");
  StrBuilder text;
  text.append_utf8(aiocc::detail::plain_name(type_of(self)));
  text.append_ascii("(");
  if (dict_of(self)->used > 0) {
    Object plain = PASS(aiocc::detail::copy_dict(dict_of(self)));
    text.append(PASS(operators::repr(plain)));
  }
  text.append_ascii(")");
  return text.finish();
}

Result<bool> same_order(DictObject* left, DictObject* right) {
  std::size_t at_left = 0, at_right = 0;
  std::uint32_t const left_version = left->version, right_version = right->version;
  while (DictEntry* entry = left->next(at_left)) {
    DictEntry* other = right->next(at_right);
    if (!other) return false;
    Object key = entry->key, other_key = other->key;
    bool const are_equal = PASS(aiocc::detail::item_equals(key, other_key));
    if (left->version != left_version || right->version != right_version)
      return raise_error(runtime_error_type, "OrderedDict mutated during iteration");
    if (!are_equal) return false;
  }
  return true;
}

Result<Object> compare_ordered_dicts(Object const& left, Object const& right, CompareOp op) {
  if (op != CompareOp::Eq && op != CompareOp::Ne) return NotImplemented;
  Object plain = PASS(dict_type.slots.compare(left, right, op));
  bool const both = is_ordered(left) && is_ordered(right);
  bool const differ = plain.is(NotImplemented) || plain.is(True) != (op == CompareOp::Eq);
  if (!both || differ) return plain;
  return box(PASS(same_order(dict_of(left), dict_of(right))) == (op == CompareOp::Eq));
}

Result<Object> merge_ordered_dicts(Object const& left, Object const& right) {
  if (!is_instance(left, dict_type) || !is_instance(right, dict_type)) return NotImplemented;
  Type* type = type_of(is_ordered(left) ? left : right);
  Object result = PASS(call(box(*type), left));
  PASS(update_from(result, right));
  return result;
}

Result<Object> merge_in_place(Object const& left, Object const& right) {
  PASS(update_from(left, right));
  return left;
}

/// Made again by the class alone, and its pairs.
Result<Object> reduce_ordered_dict(NativeCall const& call) {
  Object const& self = call.args[0];
  Object const state = PASS(call_method(self, "__getstate__"_s));
  Object const items = PASS(call_method(self, "items"_s));
  return pack_tuple(box(*type_of(self)), aiocc::make_tuple({}), state, None, PASS(get_iter(items)));
}

Result<Object> get_attributes(Object const& self) { return aiocc::detail::instance_dict(self); }

/// Its objects have a `__dict__`, as those of a class that's written in Python do.
MemberTable const& ordered_dict_members() {
  static MemberTable const table = [] {
    MemberTable made = aiocc::detail::members_with_reduce<ordered_dict_type, reduce_ordered_dict>();
    auto& rows = *new std::vector<Member>(made.members, made.members + made.count);
    rows.push_back({.name = "__dict__", .kind = MemberKind::Property, .get = get_attributes});
    made.members = rows.data();
    made.count = rows.size();
    return made;
  }();
  return table;
}

constexpr Slots ordered_dict_slots() {
  Slots slots{.dealloc = aiocc::detail::dealloc_native<DictObject, ordered_dict_type>,
              .weak_references = aiocc::detail::forget_weak_references,
              .repr = repr_ordered_dict,
              .compare = compare_ordered_dicts,
              .iter = iter_ordered_dict,
              .construct = construct_ordered_dict,
              .init = init_ordered_dict,
              .members = ordered_dict_members};
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = merge_ordered_dicts;
  slots.inplace[static_cast<std::size_t>(BinaryOp::Or)] = merge_in_place;
  return slots;
}

}  // namespace

constinit Type ordered_dict_type("collections.OrderedDict", &dict_type, sizeof(DictObject), ordered_dict_slots(),
                                 "collections",
                                 /*python_may_derive=*/true);
[[maybe_unused]] bool const ordered_dict_has_attributes = aiocc::detail::keep_attributes_apart(ordered_dict_type);

Result<void> move_to_end(Object const& self, Object const& key, Object const& last) {
  bool const to_end = PASS(operators::truth(last));
  if (PASS(dict_of(self)->move(key, to_end))) return {};
  return aiocc::detail::key_error(key);
}

Result<Object> pop_item(Object const& self, Object const& last) {
  bool const newest = PASS(operators::truth(last));
  if (dict_of(self)->used == 0) return aiocc::detail::key_error(Str::from_utf8("dictionary is empty"));
  return newest ? dict_of(self)->pop_item() : dict_of(self)->pop_first();
}

Result<void> update_ordered_dict(Object const& self, Object const& other, Dict<Str, Object> const& keywords) {
  if (other.bound()) PASS(update_from(self, other));
  if (keywords.bound()) PASS(store_entries(self, keywords.get()));
  return {};
}

Result<Object> set_default(Object const& self, Object const& key, Object const& fallback) {
  if (is_exact(self)) return dict_of(self)->set_default(key, fallback);
  if (PASS(operators::contains(self, key))) return operators::get_item(self, key);
  PASS(operators::set_item(self, key, fallback));
  return fallback;
}

Result<Object> pop_key(Object const& self, Object const& key, Object const& fallback) {
  return dict_of(self)->pop(key, fallback);
}

Result<Object> copy_ordered_dict(Object const& self) {
  Object const made = PASS(call(box(*type_of(self))));
  if (is_exact(self)) {
    PASS(store_entries(made, dict_of(self)));
    return made;
  }
  Object const kept = Object::adopt(dict_of(self)->copy());
  PASS(store_by_keys(made, kept, self));
  return made;
}

Result<Object> ordered_dict_from_keys(Object const& iterable, Object const& value) {
  Object result = make_ordered();
  PASS(aiocc::detail::for_each(iterable, [&](Object const& key) -> Result<bool> {
    PASS(dict_of(result)->set(key, value));
    return true;
  }));
  return result;
}

namespace {

Result<void> count_in_dict(DictObject* dict, Object const& key) {
  DictPlace place;
  Object const* found = PASS(place.find(dict, key));
  if (!found) return place.set(dict, key, Int(1));
  Object const before = *found;
  return place.set(dict, key, PASS(operators::add(before, Int(1))));
}

Result<void> count_in_mapping(Object const& mapping, Object const& key) {
  Object before = PASS(call_method(mapping, "get"_s, key, Int(0)));
  return operators::set_item(mapping, key, PASS(operators::add(before, Int(1))));
}

/// Whether a class derived from dict has dict's own method of this name.
bool has_own_of_dict(Type* type, Str const& name) {
  Object const* const found = aiocc::detail::find_in_mro(type, name);
  Object const* const own = aiocc::detail::find_in_mro(&dict_type, name);
  return found && own && found->is(*own);
}

bool counts_plainly(Object const& mapping) {
  if (!is_instance(mapping, dict_type)) return false;
  Type* const type = type_of(mapping);
  aiocc::detail::ensure_ready(type);
  aiocc::detail::ensure_ready(&dict_type);
  return has_own_of_dict(type, "get"_s) && has_own_of_dict(type, "__setitem__"_s);
}

}  // namespace

Result<void> count_elements(Object const& mapping, Object const& iterable) {
  bool const plain = counts_plainly(mapping);
  return aiocc::detail::for_each(iterable, [&](Object const& key) -> Result<bool> {
    PASS(plain ? count_in_dict(dict_of(mapping), key) : count_in_mapping(mapping, key));
    return true;
  });
}

}  // namespace aiocc::collections
