// `object`: what every class inherits.
#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/list.hpp"
#include "core.hpp"

namespace aiocc {
namespace detail {
namespace {

Result<Object> object_repr(Object const& self) {
  return Str::from_utf8(fmt::format("<{} object at 0x{:x}>", qualified_type_name(type_of(self)), self.bits()));
}

Result<Object> object_str(Object const& self) { return operators::repr(self); }

/// The address, rotated: its low bits say nothing.
Result<std::int64_t> object_hash(Object const& self) {
  std::uintptr_t bits = self.bits();
  return static_cast<std::int64_t>(bits >> 4 | bits << 60);
}

Result<Object> object_compare(Object const& left, Object const& right, CompareOp op) {
  if (op == CompareOp::Eq) {
    if (left.is(right)) return True;
    return NotImplemented;
  }
  if (op != CompareOp::Ne) return NotImplemented;
  Object equal = PASS(ready_type(left)->slots.compare(left, right, CompareOp::Eq));
  if (equal.is(NotImplemented)) return equal;
  return box(!PASS(operators::truth(equal)));
}

Result<void> object_init(Object const& self, Object const*, std::size_t count, KeywordNames const*);

Result<Object> object_construct(Type* type, Object const*, std::size_t count, KeywordNames const*) {
  if (count != 0) {
    if (type->slots.construct != object_construct)
      return raise_error(type_error_type, "object.__new__() takes exactly one argument (the type to instantiate)");
    if (type->slots.init == object_init) return raise_format(type_error_type, "{}() takes no arguments", type->name);
  }
  if (type->native_base != &object_type)
    return raise_format(type_error_type, "object.__new__({0}) is not safe, use {0}.__new__()", type->name);
  return Object::adopt(allocate_instance(type));
}

Result<void> object_init(Object const& self, Object const*, std::size_t count, KeywordNames const*) {
  if (count == 0) return {};
  Type* type = type_of(self);
  if (type->slots.init != object_init)
    return raise_error(type_error_type, "object.__init__() takes exactly one argument (the instance to initialize)");
  if (type->slots.construct == object_construct)
    return raise_format(type_error_type, "{}() takes no arguments", type->name);
  return {};
}

Result<Object> get_class(Object const& self) { return box(*type_of(self)); }
Result<void> set_class(Object const&, Object const&) {
  return raise_error(not_implemented_error_type, "aiocc doesn't support assignments to __class__");
}

Result<Object> get_dict(Object const& self) {
  if (!self.is_heap() || !overflow_of(self.heap())) return raise_no_attribute(self, "__dict__"_s);
  return make_instance_dict(self);
}
Result<void> set_dict(Object const&, Object const&) {
  return raise_error(not_implemented_error_type, "aiocc doesn't support assignments to __dict__");
}

Result<Object> object_format(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  if (!is_instance(args[1], str_type))
    return raise_format(type_error_type, "__format__() argument must be str, not {}", type_name(args[1]));
  if (word_cast<Str>(args[1]).is_empty()) return PASS(operators::str(args[0]));
  return raise_format(type_error_type, "unsupported format string passed to {}.__format__", type_name(args[0]));
}

Result<Object> object_dir(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 0, 0));
  return names_of(args[0]);
}

Result<Object> object_init_subclass(FunctionObject*, Object const* args, std::size_t count, KeywordNames const*) {
  if (count <= 1) return None;
  return raise_format(type_error_type, "{}.__init_subclass__() takes no keyword arguments",
                      count && is_instance(args[0], type_type) ? args[0].as<Type>()->name : "object");
}

constexpr CoreMethod object_methods[] = {
    {"__format__", object_format},
    {"__dir__", object_dir},
    {"__init_subclass__", object_init_subclass, MemberKind::ClassMethod},
};
constexpr Member object_properties[] = {
    {.name = "__class__", .kind = MemberKind::Property, .get = get_class, .set = set_class},
    {.name = "__dict__", .kind = MemberKind::Property, .get = get_dict, .set = set_dict},
};

}  // namespace

void add_object_members() {
  object_type.is_base_type = true;
  add_methods(&object_type, object_methods);
  add_properties(&object_type, object_properties);
}

Result<std::int64_t> hash_not_implemented(Object const& self) {
  return raise_format(type_error_type, "unhashable type: '{}'", type_name(self));
}

/// The attribute names that `dir(object)` gives, sorted, as a list.
Result<Object> names_of(Object const& object) {
  Object names = Object::adopt(make_dict_object());
  auto add_all = [&](DictObject const* dict) {
    std::size_t position = 0;
    while (DictEntry const* entry = dict ? dict->next(position) : nullptr)
      dict_set_str(as_dict(names), word_cast<Str>(entry->key), None);
  };
  if (is_instance(object, module_type)) add_module_names(object, as_dict(names));
  bool is_type = is_instance(object, type_type);
  Type* type = is_type ? object.as<Type>() : ready_type(object);
  ensure_ready(type);
  for (Type* base : type == &module_type ? std::vector<Type*>() : type->mro) {
    ensure_ready(base);
    add_all(base->dict);
  }
  if (!is_type && object.is_heap()) {
    for (Field const& field : type->fields)
      if (load_field(object.heap(), field).bound()) dict_set_str(as_dict(names), Str::intern(field.name), None);
    if (DictObject** overflow = overflow_of(object.heap())) add_all(*overflow);
  }
  ListObject* list = make_list_object();
  Object result = Object::adopt(list);
  std::size_t position = 0;
  while (DictEntry const* entry = as_dict(names)->next(position)) list->items.push_back(entry->key);
  PASS(list->sort(None, false));
  return result;
}

bool constructs_plainly(Type const* type) noexcept { return type->slots.construct == object_construct; }
bool has_init(Type const* type) noexcept { return type->slots.init != object_init; }

}  // namespace detail

constinit Type object_type("object", nullptr, sizeof(HeapObject),
                           {.dealloc = detail::dealloc_instance,
                            .repr = detail::object_repr,
                            .str = detail::object_str,
                            .hash = detail::object_hash,
                            .compare = detail::object_compare,
                            .construct = detail::object_construct,
                            .init = detail::object_init});

Object builtins::object() {
  detail::ensure_ready(&object_type);
  return Object::adopt(detail::allocate_instance(&object_type));
}

}  // namespace aiocc
