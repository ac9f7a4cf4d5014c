// What annotations are made of. They can be named, subscripted, joined by `|` and printed; nothing else.
#include "aiocc/objects/type_form.hpp"

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/operators.hpp"
#include "aiocc/objects/singletons.hpp"
#include "core.hpp"

namespace aiocc {

struct TypeFormObject : HeapObject {
  explicit TypeFormObject(Str form_text) : HeapObject(&type_form_type), text(std::move(form_text)) {}
  Str text;
};

namespace {

/// As typing prints an argument: classes by their name, other things by their repr.
Result<Str> argument_text(Object const& argument) {
  if (argument.is(Ellipsis)) return "..."_s;
  if (argument.is(None)) return "None"_s;
  if (!is_instance(argument, type_type)) return operators::repr(argument);
  Type* type = argument.as<Type>();
  std::string const module = detail::module_of(type);
  std::string const name = type->qualified_name.bound() ? word_cast<Str>(type->qualified_name).utf8() : type->name;
  return Str::from_utf8(module == "builtins" ? name : module + "." + name);
}

Result<Object> subscript_form(Object const& self, Object const& key) {
  std::string text = self.as<TypeFormObject>()->text.utf8() + "[";
  if (is_instance(key, tuple_type)) {
    bool first = true;
    for (Object const& argument : key.as<TupleObject>()->words()) {
      text += (first ? "" : ", ") + PASS(argument_text(argument)).utf8();
      first = false;
    }
  } else {
    text += PASS(argument_text(key)).utf8();
  }
  return make_type_form(text + "]");
}

Result<Object> join_forms(Object const& left, Object const& right) {
  return make_type_form(PASS(argument_text(left)).utf8() + " | " + PASS(argument_text(right)).utf8());
}

/// Those of collections.abc are classes, until they have arguments.
Result<Object> repr_form(Object const& self) {
  Str const& text = self.as<TypeFormObject>()->text;
  std::string const name = text.utf8();
  return name.starts_with("collections.abc.") && !name.ends_with(']') ? Str::from_utf8("<class '" + name + "'>") : text;
}

constexpr Slots form_slots() {
  Slots slots{.dealloc = detail::dealloc_object<TypeFormObject>, .repr = repr_form};
  slots.get_item = subscript_form;
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = join_forms;
  return slots;
}

}  // namespace

constinit Type type_form_type("_SpecialForm", &object_type, sizeof(TypeFormObject), form_slots(), "typing");

Object make_type_form(std::string_view name) { return Object::adopt(new TypeFormObject(Str::from_utf8(name))); }

}  // namespace aiocc
