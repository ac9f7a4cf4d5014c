// isinstance, getattr, hash, iter and their like.
#include "aiocc/objects/builtins.hpp"

#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/typing_forms.hpp"
#include "core.hpp"

namespace aiocc::builtins {
namespace {

/// Whether any of `classes`, a class or a union or a tuple of such, nested or not, satisfies `test`.
template <class Test>
Result<bool> any_class(Object const& classes, Test test, char const* function, char const* complaint) {
  if (is_instance(classes, type_type)) return test(classes.as<Type>());
  Object alternatives;
  if (is_instance(classes, tuple_type)) alternatives = classes;
  if (is_instance(classes, union_type)) alternatives = classes.as<UnionObject>()->args;
  if (is_alias(classes)) {
    if (classes.as<AliasObject>()->kind == AliasKind::Union)
      alternatives = classes.as<AliasObject>()->args;
    else if (classes.heap()->type == &typing_alias_type)
      return raise_error(type_error_type, "Subscripted generics cannot be used with class and instance checks");
    else
      return detail::raise_format(type_error_type, "{}() argument 2 cannot be a parameterized generic", function);
  }
  if (is_form(classes)) {
    auto form = classes.as<FormObject>();
    if (form->cls) return any_class(box(*form->cls), test, function, complaint);
    return detail::raise_format(type_error_type, "{} cannot be used with {}()", form->name, function);
  }
  if (!alternatives.bound()) return raise_error(type_error_type, complaint);
  for (Object const& each : alternatives.as<TupleObject>()->words())
    if (PASS(any_class(each, test, function, complaint))) return true;
  return false;
}

/// Abstract base classes accept what has their methods.
Result<bool> is_derived(Type* cls, Type* base) {
  if (is_subtype(cls, base)) return true;
  return base->abstract ? base->abstract->accepts(base, cls) : Result<bool>(false);
}

Result<Str> attribute_name(Object const& name) {
  if (is_instance(name, str_type)) return word_cast<Str>(name);
  return detail::raise_format(type_error_type, "attribute name must be string, not '{}'", detail::type_name(name));
}

/// `iter(function, sentinel)`.
struct CallIterator : HeapObject {
  Object function;
  Object sentinel;
};

Result<bool> call_iterator_next(Object const& self, Object& item) {
  auto iterator = self.as<CallIterator>();
  if (!iterator->function.bound()) return false;
  Object function = iterator->function;
  Result<Object> value = call(function);
  if (!value) {
    if (!error_is(stop_iteration_type)) return raised;
    take_error();
    iterator->function.reset();
    return false;
  }
  if (PASS(operators::same_or_equal(iterator->sentinel, value.value()))) {
    iterator->function.reset();
    return false;
  }
  item = std::move(value).value();
  return true;
}

constinit Type call_iterator_type("callable_iterator", &object_type, sizeof(CallIterator),
                                  {.dealloc = detail::dealloc_object<CallIterator>,
                                   .traverse = detail::traverse_members<&CallIterator::function, &CallIterator::sentinel>,
                                   .iter = [](Object const& self) -> Result<Object> { return self; },
                                   .next = call_iterator_next});

}  // namespace

Result<bool> isinstance(Object const& object, Object const& classes) {
  return any_class(
      classes,
      [&](Type* cls) -> Result<bool> {
        if (is_instance(object, *cls)) return true;
        return cls->abstract ? is_derived(type_of(object), cls) : Result<bool>(false);
      },
      "isinstance", "isinstance() arg 2 must be a type, a tuple of types, or a union");
}

Result<bool> issubclass(Object const& cls, Object const& classes) {
  if (!is_instance(cls, type_type)) return raise_error(type_error_type, "issubclass() arg 1 must be a class");
  return any_class(
      classes, [&](Type* base) { return is_derived(cls.as<Type>(), base); }, "issubclass",
      "issubclass() arg 2 must be a class, a tuple of classes, or a union");
}

bool callable(Object const& object) { return detail::ready_type(object)->slots.call != nullptr; }

Result<Object> getattr(Object const& object, Object const& name, Object const& fallback) {
  Str text = PASS(attribute_name(name));
  if (!fallback.bound()) return operators::get_attr(object, text);
  Object value;
  return PASS(operators::find_attr(object, text, value)) ? value : fallback;
}

Result<Object> vars(Object const& object) {
  Object found;
  bool const has_dict = PASS(operators::find_attr(object, "__dict__"_s, found));
  if (!has_dict) return raise_error(type_error_type, "vars() argument must have __dict__ attribute");
  return found;
}

Result<bool> hasattr(Object const& object, Object const& name) {
  Str text = PASS(attribute_name(name));
  Object value;
  return operators::find_attr(object, text, value);
}

Result<void> setattr(Object const& object, Object const& name, Object const& value) {
  return operators::set_attr(object, PASS(attribute_name(name)), value);
}

Result<void> delattr(Object const& object, Object const& name) {
  return operators::delete_attr(object, PASS(attribute_name(name)));
}

Int id(Object const& object) { return Int(static_cast<std::int64_t>(object.bits())); }

Result<Int> hash(Object const& object) { return Int(PASS(operators::hash(object))); }

Result<Object> iter(Object const& object, Object const& sentinel) {
  if (!sentinel.bound()) return get_iter(object);
  if (!callable(object)) return raise_error(type_error_type, "iter(v, w): v must be callable");
  auto iterator = new CallIterator;
  iterator->type = &call_iterator_type;
  iterator->function = object;
  iterator->sentinel = sentinel;
  return Object::adopt(iterator);
}

Result<Object> next(Object const& iterator, Object const& fallback) {
  Object item;
  state.stop_value.reset();
  if (PASS(aiocc::next(iterator, item))) return item;
  if (fallback.bound()) return fallback;
  return raise_stop_iteration(std::move(state.stop_value));
}

Object type(Object const& object) { return box(*type_of(object)); }

}  // namespace aiocc::builtins
