// The fields of dataclasses' instances, by their names.
#include "aiocc/stdlib/dataclass_fields.hpp"

#include "../objects/make_class.hpp"

namespace aiocc::_dataclasses {

namespace {

std::span<Object const> words_of(Object const& names) noexcept { return names.as<TupleObject>()->words(); }

/// What `__class__` is found as in an object's class: of nearly all objects, object's.
Object const* class_attribute(Object const& object) noexcept {
  return detail::quick_lookup(detail::ready_type(object), "__class__"_s).value;
}

}  // namespace

Result<Object> field_values(Object const& instance, Object const& names) {
  std::span<Object const> const words = words_of(names);
  Object const values = Object::adopt(make_tuple_object(words.size()));
  for (std::size_t i = 0; i < words.size(); ++i)
    values.as<TupleObject>()->items()[i] = PASS(operators::get_attr(instance, static_cast<Str const&>(words[i])));
  return values;
}

Result<bool> have_same_class(Object const& left, Object const& right) {
  Object const* const found = class_attribute(left);
  bool const is_plain = found && found->is(*detail::quick_lookup(&object_type, "__class__"_s).value);
  if (is_plain && type_of(left) == type_of(right)) return true;
  Object const of_left = PASS(operators::get_attr(left, "__class__"_s));
  return of_left.is(PASS(operators::get_attr(right, "__class__"_s)));
}

Result<Object> equal_fields(Object const& left, Object const& right, Object const& names) {
  if (left.is(right)) return True;
  if (!PASS(have_same_class(left, right))) return NotImplemented;
  Object result = True;
  for (Object const& word : words_of(names)) {
    Object const mine = PASS(operators::get_attr(left, static_cast<Str const&>(word)));
    Object const theirs = PASS(operators::get_attr(right, static_cast<Str const&>(word)));
    result = PASS(operators::equal(mine, theirs));
    if (!PASS(operators::truth(result))) break;
  }
  return result;
}

Result<Object> make_again(Object const& cls, Object const& namespace_) {
  return detail::make_again(cls.as<Type>(), namespace_);
}

}  // namespace aiocc::_dataclasses
