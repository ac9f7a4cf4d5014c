// collections.defaultdict: a dict that makes the values of keys it doesn't have.
#include "../objects/core.hpp"
#include "../objects/iterator_members.hpp"
#include "../objects/native_instance.hpp"
#include "../objects/sequence.hpp"
#include "aiocc/stdlib/collections.hpp"

namespace aiocc::collections {

namespace {

DefaultDictObject* dict_of(Object const& self) noexcept { return self.as<DefaultDictObject>(); }

Result<Object> construct_defaultdict(Type* type, Object const*, std::size_t, KeywordNames const*) {
  return Object::adopt(aiocc::detail::make_native<DefaultDictObject>(type, defaultdict_type));
}

bool is_callable(Object const& value) noexcept {
  if (!value.is_heap()) return false;
  Type* type = type_of(value);
  aiocc::detail::ensure_ready(type);
  return type->slots.call != nullptr;
}

Result<void> init_defaultdict(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  std::size_t const keywords = names ? names->names.size() : 0;
  std::size_t const positional = count - keywords;
  if (positional > 0) {
    if (!args[0].is(None) && !is_callable(args[0]))
      return raise_error(type_error_type, "first argument must be callable or None");
    dict_of(self)->factory = args[0];
    PASS(aiocc::detail::argument_range("dict", positional - 1, 0, 1));
  }
  if (positional > 1) PASS(dict_of(self)->update(args[1]));
  for (std::size_t i = 0; i < keywords; ++i) PASS(dict_of(self)->set(names->names[i], args[positional + i]));
  return {};
}

Result<Object> get_item_of_defaultdict(Object const& self, Object const& key) {
  DefaultDictObject* dict = dict_of(self);
  // A subclass may have a `__missing__` of its own.
  if (dict->type != &defaultdict_type) return dict->get_item(key);
  Object const* value = PASS(dict->find(key));
  if (value) [[likely]]
    return *value;
  return dict->missing(self, key);
}

Result<Object> repr_defaultdict(Object const& self) {
  StrBuilder text;
  text.append_utf8(aiocc::detail::plain_name(type_of(self)));
  text.append_ascii("(");
  {
    aiocc::detail::ReprGuard guard(self.heap());
    if (guard.repeated())
      text.append_ascii("...");
    else
      text.append(PASS(operators::repr(dict_of(self)->factory)));
  }
  text.append_ascii(", ");
  Object plain = PASS(dict_type.slots.repr(self));
  text.append(static_cast<Str const&>(plain));
  text.append_ascii(")");
  return text.finish();
}

}  // namespace

Result<Object> detail::copy_defaultdict(Object const& self) {
  if (type_of(self) != &defaultdict_type) return call(box(*type_of(self)), dict_of(self)->factory, self);
  auto copy = new DefaultDictObject;
  Object result = Object::adopt(copy);
  copy->factory = dict_of(self)->factory;
  PASS(copy->merge(dict_of(self)));
  return result;
}

namespace {

Result<Object> merge_defaultdicts(Object const& left, Object const& right) {
  if (!is_instance(left, dict_type) || !is_instance(right, dict_type)) return NotImplemented;
  if (is_instance(left, defaultdict_type)) {
    Object result = PASS(detail::copy_defaultdict(left));
    PASS(result.as<DictObject>()->update(right));
    return result;
  }
  Object result = PASS(call(box(*type_of(right)), dict_of(right)->factory, left));
  PASS(result.as<DictObject>()->update(right));
  return result;
}

void traverse_defaultdict(HeapObject* self, Visitor& visit) {
  dict_type.slots.traverse(self, visit);
  visit(static_cast<DefaultDictObject*>(self)->factory);
}

/// Made again by its factory, and its pairs.
Result<Object> reduce_defaultdict(NativeCall const& call) {
  Object const& self = call.args[0];
  Object const& factory = dict_of(self)->factory;
  Object const args = factory.is(None) ? aiocc::make_tuple({}) : pack_tuple(factory);
  Object const items = PASS(call_method(self, "items"_s));
  return pack_tuple(box(*type_of(self)), args, None, None, PASS(get_iter(items)));
}

constexpr Slots defaultdict_slots() {
  Slots slots{.dealloc = aiocc::detail::dealloc_native<DefaultDictObject, defaultdict_type>,
              .traverse = traverse_defaultdict,
              .repr = repr_defaultdict,
              .get_item = get_item_of_defaultdict,
              .construct = construct_defaultdict,
              .init = init_defaultdict,
              .members = aiocc::detail::members_with_reduce<defaultdict_type, reduce_defaultdict>};
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = merge_defaultdicts;
  return slots;
}

}  // namespace

constinit Type defaultdict_type("collections.defaultdict", &dict_type, sizeof(DefaultDictObject), defaultdict_slots(),
                                "collections",
                                /*python_may_derive=*/true);

Result<Object> DefaultDictObject::missing(Object const& self, Object const& key) {
  if (factory.is(None)) return aiocc::detail::key_error(key);
  Object made = factory;
  Object value = PASS(call(made));
  PASS(operators::set_item(self, key, value));
  return value;
}

Result<Object> make_defaultdict(Object const& factory) { return call(box(defaultdict_type), factory); }

Result<Object> make_defaultdict(Object const& factory, Object const& pairs) {
  return call(box(defaultdict_type), factory, pairs);
}

}  // namespace aiocc::collections
