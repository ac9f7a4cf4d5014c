// Typing's forms as values: printed, subscripted, united.
#include "aiocc/objects/typing_forms.hpp"

#include <algorithm>

#include "aiocc/objects/module.hpp"
#include "aliases.hpp"
#include "core.hpp"

namespace aiocc {
namespace detail {
namespace {

Result<Object> form_repr(Object const& self) { return Str::from_utf8(self.as<FormObject>()->name); }

Result<Object> form_item(Object const& self, Object const& key) {
  auto form = self.as<FormObject>();
  if (form->item) return form->item(form, key);
  if (form == &any_form) return raise_error(type_error_type, "type 'Any' is not subscriptable");
  return raise_format(type_error_type, "{} is not subscriptable", form->name);
}

Result<Object> form_call(Object const& callee, Object const* args, std::size_t count, KeywordNames const* names) {
  auto form = callee.as<FormObject>();
  char const* const plain = form->name + sizeof("typing.") - 1;
  if (form == &any_form) return raise_error(type_error_type, "Any cannot be instantiated");
  if (!form->cls) return raise_format(type_error_type, "Cannot instantiate {}", form->name);
  if (has_instances(form->cls)) return call_array(box(*form->cls), args, count, names);
  return raise_format(type_error_type, "Type {} cannot be instantiated; use {}() instead", plain, form->cls->name);
}

Result<Object> get_form_name(Object const& self) {
  return Str::from_utf8(self.as<FormObject>()->name + sizeof("typing.") - 1);
}

/// Forms of classes that are written in Python. By name, so that programs link their module only where they name it.
struct LibraryForm {
  std::string_view name, cls;
  std::string_view methods[2];
};
constexpr LibraryForm library_forms[] = {
    {"typing.AsyncContextManager", "AbstractAsyncContextManager", {"__aenter__", "__aexit__"}},
    {"typing.ContextManager", "AbstractContextManager", {"__enter__", "__exit__"}},
};

LibraryForm const* find_library_form(FormObject const* form) noexcept {
  auto const* const found = std::ranges::find(library_forms, std::string_view(form->name), &LibraryForm::name);
  return found == std::end(library_forms) ? nullptr : found;
}

/// The class of a module that the program has imported; None of any other form.
Result<Object> library_class(FormObject const* form) {
  LibraryForm const* const found = find_library_form(form);
  Object const module = found ? dict_value(as_dict(module_registry()), "contextlib"_s) : Object();
  if (!module.bound()) return None;
  return operators::get_attr(module, Str::from_utf8(found->cls));
}

Result<Object> get_form_origin(Object const& self) {
  FormObject const* const form = self.as<FormObject>();
  if (form->cls) return box(*form->cls);
  Object const cls = PASS(library_class(form));
  if (cls.is(None)) return raise_no_attribute(self, "__origin__"_s);
  return cls;
}
Result<Object> get_form_module(Object const&) { return "typing"_s; }

constexpr Member form_rows[] = {
    {.name = "__module__", .kind = MemberKind::Property, .get = get_form_module},
    {.name = "__name__", .kind = MemberKind::Property, .get = get_form_name},
    {.name = "__origin__", .kind = MemberKind::Property, .get = get_form_origin},
    {.name = "__qualname__", .kind = MemberKind::Property, .get = get_form_name},
};

MemberTable const& form_members() {
  static constexpr MemberTable table{"typing", &special_form_type, form_rows, std::size(form_rows)};
  return table;
}

constexpr Slots form_slots() {
  Slots slots;
  slots.repr = form_repr;
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = typing_or;
  slots.get_item = form_item;
  slots.call = form_call;
  slots.members = form_members;
  return slots;
}

Result<Object> forward_ref_repr(Object const& self) {
  auto const ref = self.as<ForwardRefObject>();
  std::string shown = "ForwardRef(" + std::string(PASS(operators::repr(ref->text)).utf8());
  if (!ref->module.is(None))
    fmt::format_to(std::back_inserter(shown), ", module={}", PASS(operators::repr(ref->module)).utf8());
  return Str::from_utf8(shown + ")");
}

Result<Object> forward_ref_compare(Object const& left, Object const& right, CompareOp op) {
  bool const are_refs = is_instance(left, forward_ref_type) && is_instance(right, forward_ref_type);
  if (!are_refs || (op != CompareOp::Eq && op != CompareOp::Ne)) return NotImplemented;
  auto const a = left.as<ForwardRefObject>(), b = right.as<ForwardRefObject>();
  bool const equal =
      PASS(operators::same_or_equal(a->text, b->text)) && PASS(operators::same_or_equal(a->module, b->module));
  return box(equal == (op == CompareOp::Eq));
}

Result<std::int64_t> forward_ref_hash(Object const& self) {
  auto const ref = self.as<ForwardRefObject>();
  Object const both[] = {ref->text, ref->module};
  return operators::hash(make_tuple(both));
}

Result<Object> get_forward_arg(Object const& self) { return self.as<ForwardRefObject>()->text; }
Result<Object> get_forward_module(Object const& self) { return self.as<ForwardRefObject>()->module; }

constexpr Member forward_ref_rows[] = {
    {.name = "__forward_arg__", .kind = MemberKind::Property, .get = get_forward_arg},
    {.name = "__forward_module__", .kind = MemberKind::Property, .get = get_forward_module},
};

MemberTable const& forward_ref_members() {
  static constexpr MemberTable table{"typing", &forward_ref_type, forward_ref_rows, std::size(forward_ref_rows)};
  return table;
}

constexpr Slots forward_ref_slots() {
  Slots slots;
  slots.dealloc = dealloc_object<ForwardRefObject>;
  slots.repr = forward_ref_repr;
  slots.hash = forward_ref_hash;
  slots.compare = forward_ref_compare;
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = typing_or;
  slots.members = forward_ref_members;
  return slots;
}

void append_flat(std::vector<Object>& flat, Object const& type) {
  Object args;
  if (is_instance(type, union_type)) args = type.as<UnionObject>()->args;
  if (is_alias(type) && type.as<AliasObject>()->kind == AliasKind::Union) args = type.as<AliasObject>()->args;
  if (!args.bound()) return flat.push_back(typing_argument(type));
  for (Object const& each : args.as<TupleObject>()->words()) flat.push_back(each);
}

Result<Object> union_of(FormObject*, Object const& key) {
  auto const types = subscripts(key);
  if (types.empty()) return raise_error(type_error_type, "Cannot take a Union of no types.");
  return typing_union(types);
}

}  // namespace

std::span<std::string_view const> methods_of(FormObject const* form) noexcept {
  LibraryForm const* const found = find_library_form(form);
  return found ? std::span<std::string_view const>(found->methods) : std::span<std::string_view const>();
}

Object typing_argument(Object const& type) {
  if (type.is(None)) return box(none_type);
  return is_instance(type, str_type) ? Object::adopt(new ForwardRefObject(type)) : type;
}

Object typing_arguments(std::span<Object const> types) {
  TupleObject* tuple = make_tuple_object(types.size());
  for (std::size_t i = 0; i < types.size(); ++i) tuple->items()[i] = typing_argument(types[i]);
  return Object::adopt(tuple);
}

Result<Object> typing_union(std::span<Object const> types) {
  std::vector<Object> flat;
  for (Object const& each : types) append_flat(flat, each);
  Object args = PASS(without_duplicates(flat));
  if (args.as<TupleObject>()->size == 1) return args.as<TupleObject>()->items()[0];
  auto alias = new AliasObject(&typing_alias_type, Object::share(&union_form), std::move(args), AliasKind::Union);
  alias->name = "typing.Union";
  return Object::adopt(alias);
}

Result<Object> typing_or(Object const& left, Object const& right) {
  Object const plain = PASS(type_or(left, right));
  if (!plain.is(NotImplemented)) return plain;
  Object const both[] = {left, right};
  return typing_union(both);
}

}  // namespace detail

ForwardRefObject::ForwardRefObject(Object type_text, Object module_name)
    : HeapObject(&forward_ref_type), text(std::move(type_text)), module(std::move(module_name)) {}

constinit Type special_form_type("_SpecialForm", &object_type, sizeof(FormObject), detail::form_slots(), "typing");
constinit Type forward_ref_type("ForwardRef", &object_type, sizeof(ForwardRefObject), detail::forward_ref_slots(),
                                "typing");
constinit FormObject any_form("typing.Any", nullptr);
constinit FormObject union_form("typing.Union", detail::union_of);

}  // namespace aiocc
