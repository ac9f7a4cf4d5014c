// isinstance and issubclass (CPython: object_isinstance, object_issubclass in abstract.c).
#include "instance_checks.hpp"

#include <algorithm>

#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/typing_forms.hpp"
#include "aliases.hpp"
#include "core.hpp"

namespace aiocc {
namespace detail {
namespace {

constexpr char const* instance_complaint = "isinstance() arg 2 must be a type, a tuple of types, or a union";
constexpr char const* subclass_complaint = "issubclass() arg 2 must be a class, a tuple of classes, or a union";

/// The bases of what isn't a class but has `__bases__`, a tuple; unbound for anything else.
Result<Object> bases_of(Object const& object) {
  Object bases;
  bool const found = PASS(operators::find_attr(object, "__bases__"_s, bases));
  return found && is_instance(bases, tuple_type) ? bases : None;
}

Result<bool> derives_by_bases(Object const& cls, Object const& base) {
  if (cls.is(base)) return true;
  Object const bases = PASS(bases_of(cls));
  if (bases.is(None)) return false;
  RecursionGuard guard;
  if (!guard.entered()) return raised;
  for (Object const& each : bases.as<TupleObject>()->words())
    if (PASS(derives_by_bases(each, base))) return true;
  return false;
}

Result<void> check_class(Object const& object, char const* complaint) {
  if (is_instance(object, type_type) || !PASS(bases_of(object)).is(None)) return {};
  return raise_error(type_error_type, complaint);
}

bool has_plain_class(Object const& object) noexcept {
  Type* const type = ready_type(object);
  if (type->slots.get_attr) return false;
  Object const* const found = quick_lookup(type, "__class__"_s).value;
  Object const* const plain = quick_lookup(&object_type, "__class__"_s).value;
  return found && plain && found->is(*plain);
}

}  // namespace

Result<Object> class_of(Object const& object) {
  Object cls;
  if (has_plain_class(object) || !PASS(operators::find_attr(object, "__class__"_s, cls)))
    return box(*ready_type(object));
  return cls;
}

Result<bool> is_plain_instance(Object const& object, Object const& cls) {
  if (!is_instance(cls, type_type)) {
    PASS(check_class(cls, instance_complaint));
    return derives_by_bases(PASS(class_of(object)), cls);
  }
  if (is_instance(object, *cls.as<Type>())) return true;
  if (has_plain_class(object)) return false;
  Object const claimed = PASS(class_of(object));
  return is_instance(claimed, type_type) && is_subtype(claimed.as<Type>(), cls.as<Type>());
}

Result<bool> is_plain_subclass(Object const& cls, Object const& base) {
  if (is_instance(cls, type_type) && is_instance(base, type_type)) return is_subtype(cls.as<Type>(), base.as<Type>());
  PASS(check_class(cls, "issubclass() arg 1 must be a class"));
  PASS(check_class(base, subclass_complaint));
  return derives_by_bases(cls, base);
}

Result<bool> is_instance_of(Object const& object, Object const& cls) {
  if (cls.is(box(*visible_type(object)))) return true;
  Type* const metaclass = ready_type(cls);
  if (metaclass == &type_type) {
    Type* const type = cls.as<Type>();
    if (is_instance(object, *type)) return true;
    if (type->abstract && !type->is_user_class) return type->abstract->accepts(type, type_of(object));
    return is_plain_instance(object, cls);
  }
  Method check;
  if (!PASS(find_method(cls, "__instancecheck__"_s, check))) return is_plain_instance(object, cls);
  return operators::truth(PASS(call_found(check, cls, &object, 1)));
}

Result<bool> is_subclass_of(Object const& cls, Object const& base) {
  Type* const metaclass = ready_type(base);
  if (metaclass == &type_type) {
    if (cls.is(base)) return true;
    Type* const type = base.as<Type>();
    bool const is_open = is_instance(cls, type_type) && type->abstract && !type->is_user_class;
    if (is_open && !is_subtype(cls.as<Type>(), type)) return type->abstract->accepts(type, cls.as<Type>());
    return is_plain_subclass(cls, base);
  }
  Method check;
  if (!PASS(find_method(base, "__subclasscheck__"_s, check))) return is_plain_subclass(cls, base);
  return operators::truth(PASS(call_found(check, base, &cls, 1)));
}

namespace {

/// What isinstance and issubclass have in common: unions, tuples, forms of typing, and the test of one class.
struct Question {
  Result<bool> (*test)(Object const& subject, Object const& cls);
  char const* function;
  Object const& subject;
};

Result<bool> ask(Question const& question, Object const& classes);

Result<bool> ask_any(Question const& question, Object const& alternatives) {
  for (Object const& each : alternatives.as<TupleObject>()->words())
    if (PASS(ask(question, each))) return true;
  return false;
}

Result<bool> has_methods(Question const& question, std::span<std::string_view const> methods) {
  bool const is_of_instance = question.test == is_instance_of;
  if (!is_of_instance && !is_instance(question.subject, type_type))
    return raise_error(type_error_type, "issubclass() arg 1 must be a class");
  Type* const cls = is_of_instance ? type_of(question.subject) : question.subject.as<Type>();
  ensure_ready(cls);
  return std::ranges::all_of(methods, [&](std::string_view name) {
    Object const* const found = find_in_mro(cls, Str::from_utf8(name));
    return found && !found->is(None);
  });
}

Result<bool> ask(Question const& question, Object const& classes) {
  if (is_instance(classes, type_type)) return question.test(question.subject, classes);
  if (is_instance(classes, union_type)) return ask_any(question, classes.as<UnionObject>()->args);
  if (is_instance(classes, tuple_type)) {
    RecursionGuard guard;
    if (!guard.entered()) return raised;
    return ask_any(question, classes);
  }
  if (is_alias(classes)) {
    if (classes.as<AliasObject>()->kind == AliasKind::Union) return ask_any(question, classes.as<AliasObject>()->args);
    if (classes.heap()->type == &typing_alias_type)
      return raise_error(type_error_type, "Subscripted generics cannot be used with class and instance checks");
    return raise_format(type_error_type, "{}() argument 2 cannot be a parameterized generic", question.function);
  }
  if (is_form(classes)) {
    auto form = classes.as<FormObject>();
    Object origin;
    if (PASS(operators::find_attr(classes, "__origin__"_s, origin))) return ask(question, origin);
    auto const methods = methods_of(form);
    if (!methods.empty()) return has_methods(question, methods);
    return raise_format(type_error_type, "{} cannot be used with {}()", form->name, question.function);
  }
  return question.test(question.subject, classes);
}

}  // namespace
}  // namespace detail

Result<bool> builtins::isinstance(Object const& object, Object const& classes) {
  return detail::ask({detail::is_instance_of, "isinstance", object}, classes);
}

Result<bool> builtins::issubclass(Object const& cls, Object const& classes) {
  return detail::ask({detail::is_subclass_of, "issubclass", cls}, classes);
}

}  // namespace aiocc
