// isinstance, getattr, hash, iter and their like.
#include "aiocc/objects/builtins.hpp"

#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "core.hpp"
#include "instance_checks.hpp"
#include "iterator_members.hpp"
#include "text.hpp"
#include "user_slots.hpp"

namespace aiocc::builtins {
namespace {

Result<Str> attribute_name(Object const& name) {
  // Names are known by their text, whatever class a str is of.
  if (is_instance(name, str_type)) return detail::exact_str(name);
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
  // The call itself may have exhausted the iterator.
  if (!iterator->function.bound()) return false;
  if (PASS(operators::same_or_equal(iterator->sentinel, value.value()))) {
    iterator->function.reset();
    return false;
  }
  item = std::move(value).value();
  return true;
}

extern Type call_iterator_type;

Result<Object> reduce_call_iterator(NativeCall const& call) {
  auto iterator = call.args[0].as<CallIterator>();
  Object const given =
      iterator->function.bound() ? pack_tuple(iterator->function, iterator->sentinel) : pack_tuple(make_tuple({}));
  return pack_tuple(detail::iter_function(), given);
}

constinit Type call_iterator_type(
    "callable_iterator", &object_type, sizeof(CallIterator),
    {.dealloc = detail::dealloc_object<CallIterator>,
     .traverse = detail::traverse_members<&CallIterator::function, &CallIterator::sentinel>,
     .iter = [](Object const& self) -> Result<Object> { return self; },
     .next = call_iterator_next,
     .members = detail::iterator_members<call_iterator_type, nullptr, reduce_call_iterator, nullptr>});

}  // namespace

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

namespace {

/// By the module's own `__dir__`, the class's, or what there is.
Result<Object> unsorted_names(Object const& object) {
  Object found;
  if (is_instance(object, module_type)) {
    bool const has_hook = PASS(operators::find_attr(object, "__dir__"_s, found));
    return has_hook ? call(found) : detail::names_of(object);
  }
  bool const is_called = PASS(operators::call_special(object, "__dir__"_s, found));
  return is_called ? found : detail::names_of(object);
}

}  // namespace

Result<Object> dir(Object const& object) {
  if (!object.bound())
    return raise_error(not_implemented_error_type, "aiocc doesn't know which names dir() is to show here");
  Object const names = PASS(unsorted_names(object));
  ListObject* const list = make_list_object();
  Object sorted = Object::adopt(list);
  Iteration each = PASS(iterate(names));
  while (true) {
    Object name;
    bool const more = PASS(each.next(name));
    if (!more) break;
    list->items().push_back(name);
  }
  PASS(list->sort(None, false));
  return sorted;
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
  // What a method of the program's raises is for the caller as it is.
  if (!fallback.bound() && detail::ready_type(iterator)->slots.next == detail::user_next)
    return detail::call_special_method(iterator, "__next__"_s);
  Object item;
  state.stop_value.reset();
  if (PASS(aiocc::next(iterator, item))) return item;
  if (fallback.bound()) return fallback;
  return raise_stop_iteration(std::move(state.stop_value));
}

Object type(Object const& object) { return box(*detail::visible_type(object)); }

}  // namespace aiocc::builtins
