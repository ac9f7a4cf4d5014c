// What Mapping and MutableMapping give to classes derived from them.
#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/dict.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/stdlib/collections_abc.hpp"
#include "collection_mixins.hpp"
#include "mixin_tables.hpp"

namespace aiocc::collections::abc {

Result<bool> find(Object const& mapping, Object const& key, Object& value) {
  Result<Object> found = operators::get_item(mapping, key);
  if (found) {
    value = std::move(found).value();
    return true;
  }
  if (!error_is(key_error_type)) return raised;
  take_error();
  return false;
}

namespace {

Result<Object> get(NativeCall const& call) {
  Object value;
  if (PASS(find(call.args[0], call.args[1], value))) return value;
  return call.args[2].bound() ? call.args[2] : None;
}

Result<Object> mapping_contains(NativeCall const& call) {
  Object value;
  return box(PASS(find(call.args[0], call.args[1], value)));
}

Result<Object> keys(NativeCall const& call) { return aiocc::call(box(keys_view_type), call.args[0]); }
Result<Object> items(NativeCall const& call) { return aiocc::call(box(items_view_type), call.args[0]); }
Result<Object> values(NativeCall const& call) { return aiocc::call(box(values_view_type), call.args[0]); }

Result<Object> dict_of(Object const& mapping) {
  return aiocc::call(box(dict_type), PASS(call_method(mapping, "items"_s)));
}

Result<Object> mapping_equal(NativeCall const& call) {
  if (!PASS(builtins::isinstance(call.args[1], box(mapping_type)))) return NotImplemented;
  return operators::equal(PASS(dict_of(call.args[0])), PASS(dict_of(call.args[1])));
}

Result<Object> pop(NativeCall const& call) {
  Result<Object> value = operators::get_item(call.args[0], call.args[1]);
  if (!value) {
    if (!call.args[2].bound() || !error_is(key_error_type)) return raised;
    take_error();
    return call.args[2];
  }
  PASS(operators::delete_item(call.args[0], call.args[1]));
  return value;
}

Result<Object> pop_item(NativeCall const& call) {
  Object const iterator = PASS(get_iter(call.args[0]));
  Object key;
  if (!PASS(next(iterator, key))) return raise_from(PASS(aiocc::call(box(key_error_type))), None);
  Object const value = PASS(operators::get_item(call.args[0], key));
  PASS(operators::delete_item(call.args[0], key));
  return pack_tuple<Object, Object>(key, value);
}

Result<Object> clear(NativeCall const& call) {
  while (call_method(call.args[0], "popitem"_s)) {}
  if (!error_is(key_error_type)) return raised;
  take_error();
  return None;
}

Result<void> set_from_keys(Object const& self, Object const& keys, Object const& mapping) {
  Iteration loop = PASS(iterate(keys));
  Object key;
  while (PASS(loop.next(key))) PASS(operators::set_item(self, key, PASS(operators::get_item(mapping, key))));
  return {};
}

Result<void> set_from(Object const& self, Object const& other) {
  if (PASS(builtins::isinstance(other, box(mapping_type)))) return set_from_keys(self, other, other);
  Object keys;
  if (PASS(operators::find_attr(other, "keys"_s, keys))) return set_from_keys(self, PASS(aiocc::call(keys)), other);
  Iteration loop = PASS(iterate(other));
  Object pair;
  while (PASS(loop.next(pair))) {
    Object parts[2];
    PASS(unpack(pair, 2, parts));
    PASS(operators::set_item(self, parts[0], parts[1]));
  }
  return {};
}

Result<Object> update(NativeCall const& call) {
  if (call.args[1].bound()) PASS(set_from(call.args[0], call.args[1]));
  DictObject const* const keywords = call.args[2].as<DictObject>();
  std::size_t position = 0;
  while (DictEntry const* entry = keywords->next(position))
    PASS(operators::set_item(call.args[0], entry->key, entry->value));
  return None;
}

Result<Object> set_default(NativeCall const& call) {
  Object value;
  if (PASS(find(call.args[0], call.args[1], value))) return value;
  value = call.args[2].bound() ? call.args[2] : None;
  PASS(operators::set_item(call.args[0], call.args[1], value));
  return value;
}

Result<Object> not_there(Object const&) { return None; }

constexpr char const* update_names[] = {"self", "other", "kwds"};

constexpr NativeFunction mapping_functions[] = {
    mixin("get", mapping_type, with_key_default, 0b100, get),
    mixin("__contains__", mapping_type, with_key, 0, mapping_contains),
    mixin("keys", mapping_type, only_self, 0, keys),
    mixin("items", mapping_type, only_self, 0, items),
    mixin("values", mapping_type, only_self, 0, values),
    mixin("__eq__", mapping_type, with_other, 0, mapping_equal),
};
constexpr auto mapping_rows = [] {
  constexpr auto methods = rows_of(mapping_functions);
  std::array<Member, methods.size() + 2> rows{};
  for (std::size_t i = 0; i < methods.size(); ++i) rows[i] = methods[i];
  rows[methods.size()] = {.name = "__reversed__", .kind = MemberKind::Constant, .get = not_there};
  rows[methods.size() + 1] = {.name = "__hash__", .kind = MemberKind::Constant, .get = not_there};
  return rows;
}();

constexpr NativeFunction mutable_functions[] = {
    mixin("pop", mutable_mapping_type, with_key_default, 0b100, pop),
    mixin("popitem", mutable_mapping_type, only_self, 0, pop_item),
    mixin("clear", mutable_mapping_type, only_self, 0, clear),
    mixin("update", mutable_mapping_type, update_names, 0b10, update, 2, /*has_keywords=*/true),
    mixin("setdefault", mutable_mapping_type, with_key_default, 0b100, set_default),
};
constexpr auto mutable_rows = rows_of(mutable_functions);

}  // namespace

#define AIOCC_MIXINS(function, owner, rows)                                                  \
  MemberTable const& function() {                                                            \
    static constexpr MemberTable table{"collections.abc", &owner, rows.data(), rows.size()}; \
    return table;                                                                            \
  }
AIOCC_MIXINS(mapping_mixins, mapping_type, mapping_rows)
AIOCC_MIXINS(mutable_mapping_mixins, mutable_mapping_type, mutable_rows)
#undef AIOCC_MIXINS

}  // namespace aiocc::collections::abc
