// `__dict__`: of classes a read-only mappingproxy, of instances a live view over fields and overflow dict.
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/lazy_iterators.hpp"
#include "core.hpp"

namespace aiocc {
namespace detail {

extern Type mapping_proxy_type;

namespace {

/// Both kinds: the proxy holds a dict, the view an instance.
struct AttributeDict : HeapObject {
  Object target;
};

Object target_of(Object const& self) noexcept { return self.as<AttributeDict>()->target; }

extern Type instance_dict_type;

Object make_view(Type& type, Object target) {
  auto view = new AttributeDict;
  view->type = &type;
  view->target = std::move(target);
  return Object::adopt(view);
}

/// The attributes now, as a dict: the dict itself of a proxy, a new one of an instance.
Object snapshot(Object const& self) {
  Object target = target_of(self);
  if (type_of(self) == &mapping_proxy_type) return target;
  Object result = Object::adopt(make_dict_object());
  HeapObject* object = target.heap();
  Type* type = object->type;
  std::size_t native = type->is_exception ? type->native_base->fields.size() : 0;
  for (std::size_t i = native; i < type->fields.size(); ++i) {
    if (type->fields[i].is_slot) continue;
    Object value = load_field(object, type->fields[i]);
    if (value.bound()) dict_set_str(as_dict(result), Str::intern(type->fields[i].name), std::move(value));
  }
  DictObject** overflow = overflow_of(object);
  std::size_t position = 0;
  while (DictEntry const* entry = overflow && *overflow ? (*overflow)->next(position) : nullptr)
    dict_set_str(as_dict(result), word_cast<Str>(entry->key), entry->value);
  return result;
}

Result<Object> view_repr(Object const& self) {
  Str text = PASS(operators::repr(snapshot(self)));
  if (type_of(self) == &instance_dict_type) return text;
  return "mappingproxy("_s + text + ")"_s;
}
Result<Object> view_str(Object const& self) { return Object(PASS(operators::str(snapshot(self)))); }
Result<std::int64_t> view_length(Object const& self) { return operators::length(snapshot(self)); }
Result<Object> view_get_item(Object const& self, Object const& key) { return operators::get_item(snapshot(self), key); }
Result<Object> view_contains(Object const& self, Object const& key) {
  return box(PASS(operators::contains(snapshot(self), key)));
}
Result<Object> view_iter(Object const& self) { return get_iter(snapshot(self)); }
Result<Object> view_compare(Object const& left, Object const& right, CompareOp op) {
  bool is_view = type_of(right) == &instance_dict_type || type_of(right) == &mapping_proxy_type;
  Object other = is_view ? snapshot(right) : right;
  if (op == CompareOp::Eq) return operators::equal(snapshot(left), other);
  if (op == CompareOp::Ne) return operators::not_equal(snapshot(left), other);
  return NotImplemented;
}
Result<Object> view_or(Object const& left, Object const& right) {
  auto plain = [](Object const& side) {
    return type_of(side) == &instance_dict_type || type_of(side) == &mapping_proxy_type ? snapshot(side) : side;
  };
  return operators::bit_or(plain(left), plain(right));
}

/// Methods that only read (`keys`, `get`, `items`, `copy`) are those of the dict; the snapshot is all that they see.
Result<Object> view_get_attr(Object const& self, Str const& name) {
  static constexpr char const* changing[] = {"pop", "popitem", "clear", "update", "setdefault"};
  Object value;
  if (PASS(generic_find_attr(self, name, value))) return value;
  for (char const* method : changing)
    if (name.equals(method)) {
      if (type_of(self) == &mapping_proxy_type) return raise_no_attribute(self, name);
      return raise_format(not_implemented_error_type, "aiocc doesn't support {}() of an instance's __dict__", method);
    }
  return operators::get_attr(snapshot(self), name);
}

Result<void> instance_set_item(Object const& self, Object const& key, Object const* value) {
  if (!is_instance(key, str_type))
    return raise_error(not_implemented_error_type,
                       "aiocc doesn't support other keys than str in an instance's __dict__");
  Object target = target_of(self);
  Str name = word_cast<Str>(key);
  if (!value && !dict_get_str(as_dict(snapshot(self)), name)) return raise_key_error(key);
  // Past descriptors: only the instance's own attributes are meant.
  Lookup found = lookup(target.heap()->type, name);
  if (found.field) {
    store_field(target.heap(), *found.field, value ? *value : Object());
    return {};
  }
  DictObject*& overflow = *overflow_to_fill(target.heap());
  if (!overflow) overflow = make_dict_object();
  if (value)
    dict_set_str(overflow, name, *value);
  else
    dict_delete_str(overflow, name);
  return {};
}

Result<Object> instance_update(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  std::size_t positional = count - (names ? names->names.size() : 0);
  PASS(check_method(self, args, positional, nullptr, 0, 1));
  Object changes = Object::adopt(make_dict_object());
  if (positional > 1) PASS(as_dict(changes)->update(args[1]));
  for (std::size_t i = positional; i < count; ++i)
    dict_set_str(as_dict(changes), names->names[i - positional], args[i]);
  std::size_t position = 0;
  while (DictEntry const* entry = as_dict(changes)->next(position))
    PASS(instance_set_item(args[0], Object(entry->key), &entry->value));
  return None;
}

/// A proxy is hashed as its mapping.
Result<std::int64_t> view_hash(Object const& self) {
  if (type_of(self) == &instance_dict_type) return hash_not_implemented(self);
  return operators::hash(target_of(self));
}

Result<Object> proxy_merge_in_place(Object const& self, Object const&) {
  return raise_format(type_error_type, "'|=' is not supported by {}; use '|' instead", type_name(self));
}

/// Of the mapping, by its own methods.
constexpr char const* reading_methods[] = {"copy", "get", "items", "keys", "values"};

template <std::size_t name>
Result<Object> proxy_call(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  if (count == 0 || !is_instance(args[0], mapping_proxy_type)) PASS(check_method(self, args, count, names, 0, 2));
  Object const method = PASS(operators::get_attr(target_of(args[0]), Str::intern(reading_methods[name])));
  return call_array(method, args + 1, count - 1, names);
}

Result<Object> proxy_reversed(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 0, 0));
  return builtins::reversed(target_of(args[0]));
}

constexpr CoreMethod mapping_proxy_methods[] = {
    {"__reversed__", proxy_reversed},    {reading_methods[0], proxy_call<0>}, {reading_methods[1], proxy_call<1>},
    {reading_methods[2], proxy_call<2>}, {reading_methods[3], proxy_call<3>}, {reading_methods[4], proxy_call<4>},
};
constexpr CoreMethod instance_dict_methods[] = {{"update", instance_update}};

Result<Object> construct_proxy(Type*, Object const* args, std::size_t count, KeywordNames const* names) {
  if (names || count != 1)
    return raise_format(type_error_type, "mappingproxy() takes exactly 1 argument ({} given)", count);
  Type const* type = ready_type(args[0]);
  if (!type->slots.get_item || is_instance(args[0], list_type) || is_instance(args[0], tuple_type))
    return raise_format(type_error_type, "mappingproxy() argument must be a mapping, not {}", type_name(args[0]));
  return make_mapping_proxy(args[0]);
}

constexpr Slots view_slots(SetItemSlot set_item, ConstructSlot construct) {
  Slots slots{.dealloc = dealloc_object<AttributeDict>,
              .traverse = traverse_members<&AttributeDict::target>,
              .repr = view_repr,
              .str = view_str,
              .hash = view_hash,
              .length = view_length,
              .compare = view_compare,
              .get_item = view_get_item,
              .set_item = set_item,
              .contains = view_contains,
              .iter = view_iter,
              .get_attr = view_get_attr,
              .construct = construct};
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = view_or;
  return slots;
}

constexpr Slots proxy_slots() {
  Slots slots = view_slots(nullptr, construct_proxy);
  slots.inplace[static_cast<std::size_t>(BinaryOp::Or)] = proxy_merge_in_place;
  return slots;
}

}  // namespace

constinit Type mapping_proxy_type("mappingproxy", &object_type, sizeof(AttributeDict), proxy_slots());

namespace {

constinit Type instance_dict_type("dict", &object_type, sizeof(AttributeDict), view_slots(instance_set_item, nullptr));

}  // namespace

Object make_mapping_proxy(Object target) { return make_view(mapping_proxy_type, std::move(target)); }

namespace {

/// Attributes that the compiler has given a place in the layout.
bool has_fields(Type const* type) noexcept {
  std::size_t const native = type->native_base->fields.size();
  for (std::size_t i = native; i < type->fields.size(); ++i)
    if (!type->fields[i].is_slot) return true;
  return false;
}

/// What a view of a dict gives of that: it can only be read.
Result<Object> mapping_of_view(Object const& view) {
  return make_mapping_proxy(Object::share(view.as<DictViewObject>()->dict.get()));
}
constexpr Member dict_view_properties[] = {
    {.name = "mapping", .kind = MemberKind::Property, .get = mapping_of_view},
};

}  // namespace

Result<Object> instance_dict(Object const& self) {
  DictObject** const overflow = self.is_heap() ? overflow_to_fill(self.heap()) : nullptr;
  if (!overflow) return raise_no_attribute(self, "__dict__"_s);
  if (has_fields(type_of(self))) return make_view(instance_dict_type, self);
  if (!*overflow) *overflow = make_dict_object();
  return Object::share(*overflow);
}

Result<void> set_instance_dict(Object const& self, Object const& value) {
  // A class whose metaclass has a base besides `type`: its attributes are its own.
  if (is_instance(self, type_type) || !overflow_of(self.heap()))
    return raise_format(attribute_error_type, "attribute '__dict__' of '{}' objects is not writable", type_name(self));
  if (value.bound() && !is_instance(value, dict_type))
    return raise_format(type_error_type, "__dict__ must be set to a dictionary, not a '{}'", type_name(value));
  if (has_fields(type_of(self)))
    return raise_error(not_implemented_error_type, "aiocc doesn't support assignments to this object's __dict__");
  if (value.bound()) ++value.heap()->references;
  DictObject* const attributes = value.bound() ? as_dict(value) : nullptr;
  Object const old = Object::adopt(std::exchange(*overflow_to_fill(self.heap()), attributes));
  return {};
}

void add_attribute_dict_members(Type* type) {
  if (type == &dict_keys_type || type == &dict_values_type || type == &dict_items_type)
    add_properties(type, dict_view_properties);
  if (type == &mapping_proxy_type) add_methods(type, mapping_proxy_methods);
  if (type == &instance_dict_type) add_methods(type, instance_dict_methods);
}

}  // namespace detail
}  // namespace aiocc
