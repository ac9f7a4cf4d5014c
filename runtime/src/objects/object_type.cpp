// `object`: what every class inherits.
#include <algorithm>
#include <cstring>

#include "aiocc/emitted.hpp"
#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/float.hpp"
#include "aiocc/objects/format.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/module.hpp"
#include "core.hpp"
#include "instance_checks.hpp"
#include "number_operands.hpp"
#include "text.hpp"

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
  if (type->lacks_methods) return raise_abstract(type);
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

Result<Object> get_class(Object const& self) { return box(*visible_type(self)); }

/// Both classes keep the same in the same places.
bool have_same_layout(Type const* left, Type const* right) noexcept {
  auto const same = [](Field const& a, Field const& b) {
    return a.offset == b.offset && a.storage == b.storage && a.is_slot == b.is_slot &&
           (a.is_slot || std::strcmp(a.name, b.name) == 0);
  };
  return left->native_base == right->native_base && left->instance_size == right->instance_size &&
         left->prefix_size == right->prefix_size && left->overflow_offset == right->overflow_offset &&
         std::equal(left->fields.begin(), left->fields.end(), right->fields.begin(), right->fields.end(), same);
}

Result<void> set_class(Object const& self, Object const& value) {
  if (!is_instance(value, type_type))
    return raise_format(type_error_type, "__class__ must be set to a class, not '{}' object", type_name(value));
  Type* const old_type = type_of(self);
  Type* const new_type = value.as<Type>();
  if (!old_type->is_user_class || !new_type->is_user_class)
    return raise_error(type_error_type,
                       "__class__ assignment only supported for mutable types or ModuleType subclasses");
  if (!have_same_layout(old_type, new_type))
    return raise_format(type_error_type, "__class__ assignment: '{}' object layout differs from '{}'", new_type->name,
                        old_type->name);
  ++new_type->references;
  self.heap()->type = new_type;
  Object::adopt(old_type).reset();
  return {};
}

/// The value of an instance of a class derived from a number's type or str, as that type's own; unbound for others.
Object plain_value(Object const& value) {
  if (Int number = int_operand(value); number.bound()) return number;
  if (is_instance(value, float_type)) return box(float_value(value));
  if (is_any_str(value)) return exact_str(value);
  return Object();
}

Result<Object> object_format(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  if (!is_instance(args[1], str_type))
    return raise_format(type_error_type, "__format__() argument must be str, not {}", type_name(args[1]));
  Object const& self_value = args[0];
  if (Object plain = plain_value(self_value); plain.bound() && !word_cast<Str>(args[1]).is_empty())
    return PASS(format_object(plain, word_cast<Str>(args[1])));
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

Result<Object> object_subclass_hook(FunctionObject*, Object const*, std::size_t, KeywordNames const*) {
  return NotImplemented;
}

Result<Object> object_size(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 0, 0));
  return Int(static_cast<std::int64_t>(type_of(args[0])->instance_size));
}

// How objects are taken apart is written in Python: a module that copy and pickle import, and that is linked into programs that name one of
// these methods.
Result<Object> reductions() {
  if (Object const* const known = dict_get_str(as_dict(module_registry()), "_reduction"_s)) return *known;
  if (&linked_reductions) return imported(*linked_reductions);
  return raise_error(not_implemented_error_type,
                     "aiocc has linked no reductions of objects, which the program doesn't name");
}

Result<Object> call_reduction(Str const& function, Object const* args, std::size_t count) {
  Object const module = PASS(reductions());
  return call_array(PASS(operators::get_attr(module, function)), args, count);
}

Result<Object> object_reduce_ex(FunctionObject* self, Object const* args, std::size_t count,
                                KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  Object const given[] = {args[0], PASS(operators::index(args[1]))};
  return call_reduction("reduce_ex"_s, given, 2);
}

Result<Object> object_reduce(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 0, 0));
  Object const given[] = {args[0], Int(0)};
  return call_reduction("reduce"_s, given, 2);
}

Result<Object> object_state(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 0, 0));
  return call_reduction("state_of"_s, args, 1);
}

constexpr CoreMethod object_methods[] = {
    {"__format__", object_format},  {"__dir__", object_dir},
    {"__getstate__", object_state}, {"__init_subclass__", object_init_subclass, MemberKind::ClassMethod},
    {"__reduce__", object_reduce},  {"__reduce_ex__", object_reduce_ex},
    {"__sizeof__", object_size},    {"__subclasshook__", object_subclass_hook, MemberKind::ClassMethod},
};
constexpr Member object_properties[] = {
    {.name = "__class__", .kind = MemberKind::Property, .get = get_class, .set = set_class},
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
      if (!field.is_slot && load_field(object.heap(), field).bound())
        dict_set_str(as_dict(names), Str::intern(field.name), None);
    Object attributes;
    if (DictObject** overflow = overflow_of(object.heap()))
      add_all(*overflow);
    else if (PASS(operators::find_attr(object, "__dict__"_s, attributes)) && is_instance(attributes, dict_type))
      add_all(as_dict(attributes));
  }
  ListObject* list = make_list_object();
  Object result = Object::adopt(list);
  std::size_t position = 0;
  while (DictEntry const* entry = as_dict(names)->next(position)) list->items().push_back(entry->key);
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
