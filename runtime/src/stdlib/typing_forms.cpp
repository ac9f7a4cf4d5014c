// Typing's forms, and what subscripting them gives.
#include "../objects/aliases.hpp"
#include "../objects/core.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/stdlib/collections.hpp"
#include "aiocc/stdlib/collections_abc.hpp"
#include "aiocc/stdlib/typing.hpp"

namespace aiocc::typing {
namespace {

using aiocc::detail::raise_format;
using aiocc::detail::subscripts;
using aiocc::detail::typing_argument;
using aiocc::detail::typing_arguments;

Object make_alias(FormObject* form, Object origin, Object args, AliasKind kind = AliasKind::Plain) {
  auto alias = new AliasObject(&typing_alias_type, std::move(origin), std::move(args), kind);
  alias->name = form->name;
  return Object::adopt(alias);
}

/// `Final[int]`: of one type.
Result<Object> single_item(FormObject* form, Object const& key) {
  if (is_instance(key, tuple_type))
    return raise_format(type_error_type, "{} accepts only single type. Got {}.", form->name,
                        PASS(operators::repr(key)).utf8());
  return make_alias(form, Object::share(form), typing_arguments({&key, 1}));
}

Result<Object> optional_item(FormObject* form, Object const& key) {
  if (is_instance(key, tuple_type))
    return raise_format(type_error_type, "{} requires a single type. Got {}.", form->name,
                        PASS(operators::repr(key)).utf8());
  Object const types[] = {key, None};
  return aiocc::detail::typing_union(types);
}

/// Values that are equal but of different types are different literals.
Result<bool> has_literal(std::vector<Object> const& literals, Object const& value) {
  for (Object const& each : literals)
    if (type_of(each) == type_of(value) && PASS(operators::same_or_equal(each, value))) return true;
  return false;
}

Result<void> add_literals(std::vector<Object>& literals, std::span<Object const> values) {
  for (Object const& value : values)
    if (!PASS(has_literal(literals, value))) literals.push_back(value);
  return {};
}

/// As they stand: what can't be hashed isn't compared.
std::vector<Object> all_literals(std::span<Object const> values) {
  std::vector<Object> literals;
  for (Object const& value : values) {
    bool const is_literal = is_alias(value) && value.as<AliasObject>()->kind == AliasKind::Literal;
    auto const words = is_literal ? value.as<AliasObject>()->args.as<TupleObject>()->words() : std::span(&value, 1);
    literals.insert(literals.end(), words.begin(), words.end());
  }
  return literals;
}

Result<std::vector<Object>> literals_of(std::span<Object const> values) {
  std::vector<Object> literals = all_literals(values);
  for (Object const& each : literals) {
    if (operators::hash(each)) continue;
    if (!error_is(type_error_type)) return raised;
    take_error();
    return literals;
  }
  std::vector<Object> distinct;
  PASS(add_literals(distinct, literals));
  return distinct;
}

Result<Object> literal_item(FormObject* form, Object const& key) {
  std::vector<Object> const literals = PASS(literals_of(subscripts(key)));
  return make_alias(form, Object::share(form), aiocc::make_tuple(literals), AliasKind::Literal);
}

Result<Object> annotated_item(FormObject*, Object const& key) {
  auto const items = subscripts(key);
  if (items.size() < 2)
    return raise_error(type_error_type,
                       "Annotated[...] should be used with at least two arguments (a type and an annotation).");
  return aiocc::detail::annotated_alias(typing_argument(items[0]), items.subspan(1));
}

Result<Object> row_item(FormObject* form, Object const& key) {
  return make_alias(form, Object::share(form), typing_arguments(subscripts(key)));
}

Result<Object> callable_item(FormObject* form, Object const& key) {
  Object const row = PASS(aiocc::detail::callable_arguments(subscripts(key), true));
  return make_alias(form, box(*form->cls), typing_arguments(row.as<TupleObject>()->words()), AliasKind::Callable);
}

/// Arguments that may be left out of `Generator[int]` are None.
std::size_t least_arguments(FormObject const* form) noexcept {
  bool const has_defaults =
      form->cls == &collections::abc::generator_type || form->cls == &collections::abc::async_generator_type;
  return has_defaults ? 1 : static_cast<std::size_t>(form->parameters);
}

/// `List[int]`.
Result<Object> class_item(FormObject* form, Object const& key) {
  auto const items = subscripts(key);
  auto const most = static_cast<std::size_t>(form->parameters);
  if (form->parameters == 0) return raise_format(type_error_type, "{} is not a generic class", form->name);
  if (form->parameters > 0 && (items.size() > most || items.size() < least_arguments(form)))
    return raise_format(type_error_type, "Too {} arguments for {}; actual {}, expected {}",
                        items.size() > most ? "many" : "few", form->name, items.size(), most);
  std::vector<Object> args(items.begin(), items.end());
  while (form->parameters > 0 && args.size() < most) args.push_back(None);
  return make_alias(form, box(*form->cls), typing_arguments(args));
}

/// `ContextManager[int]`: whether it may swallow exceptions goes without saying.
Result<Object> context_manager_item(FormObject* form, Object const& key) {
  auto const items = subscripts(key);
  std::vector<Object> args(items.begin(), items.end());
  if (args.size() == 1) args.push_back(PASS(aiocc::detail::type_or(box(bool_type), None)));
  Object origin;
  bool const is_linked = PASS(operators::find_attr(Object::share(form), "__origin__"_s, origin));
  return make_alias(form, is_linked ? origin : Object::share(form), typing_arguments(args));
}

constexpr int any_number = -1;

}  // namespace

#define AIOCC_FORM_WORD(name, variable)                                \
  extern HeapObject* const name##_word __asm__("aiocc_typing_" #name); \
  constinit HeapObject* const name##_word = &variable;
#define AIOCC_FORM(name, ...)                                              \
  static constinit FormObject name##_object("typing." #name, __VA_ARGS__); \
  AIOCC_FORM_WORD(name, name##_object)

AIOCC_FORM_WORD(Any, any_form)
AIOCC_FORM_WORD(Union, union_form)
AIOCC_FORM_WORD(Text, str_type)
AIOCC_FORM(LiteralString, nullptr)
AIOCC_FORM(Never, nullptr)
AIOCC_FORM(NoReturn, nullptr)
AIOCC_FORM(Self, nullptr)
AIOCC_FORM(NoDefault, nullptr)
AIOCC_FORM(TypeAlias, nullptr)
AIOCC_FORM(ClassVar, single_item)
AIOCC_FORM(Final, single_item)
AIOCC_FORM(NotRequired, single_item)
AIOCC_FORM(ReadOnly, single_item)
AIOCC_FORM(Required, single_item)
AIOCC_FORM(TypeGuard, single_item)
AIOCC_FORM(TypeIs, single_item)
AIOCC_FORM(Unpack, single_item)
AIOCC_FORM(Annotated, annotated_item)
AIOCC_FORM(Concatenate, row_item)
AIOCC_FORM(Literal, literal_item)
AIOCC_FORM(ContextManager, context_manager_item)
AIOCC_FORM(AsyncContextManager, context_manager_item)
AIOCC_FORM(Deque, class_item, &collections::deque_type, any_number)
AIOCC_FORM(DefaultDict, class_item, &collections::defaultdict_type, 2)
AIOCC_FORM(Optional, optional_item)
AIOCC_FORM(Callable, callable_item, &collections::abc::callable_type)
AIOCC_FORM(Dict, class_item, &dict_type, 2)
AIOCC_FORM(FrozenSet, class_item, &frozenset_type, 1)
AIOCC_FORM(List, class_item, &list_type, 1)
AIOCC_FORM(Set, class_item, &set_type, 1)
AIOCC_FORM(Tuple, class_item, &tuple_type, any_number)
AIOCC_FORM(Type, class_item, &type_type, 1)
AIOCC_FORM(AbstractSet, class_item, &collections::abc::set_type, 1)
AIOCC_FORM(AsyncGenerator, class_item, &collections::abc::async_generator_type, 2)
AIOCC_FORM(AsyncIterable, class_item, &collections::abc::async_iterable_type, 1)
AIOCC_FORM(AsyncIterator, class_item, &collections::abc::async_iterator_type, 1)
AIOCC_FORM(Awaitable, class_item, &collections::abc::awaitable_type, 1)
AIOCC_FORM(Collection, class_item, &collections::abc::collection_type, 1)
AIOCC_FORM(Container, class_item, &collections::abc::container_type, 1)
AIOCC_FORM(Coroutine, class_item, &collections::abc::coroutine_type, 3)
AIOCC_FORM(Generator, class_item, &collections::abc::generator_type, 3)
AIOCC_FORM(Hashable, class_item, &collections::abc::hashable_type, 0)
AIOCC_FORM(ItemsView, class_item, &collections::abc::items_view_type, 2)
AIOCC_FORM(Iterable, class_item, &collections::abc::iterable_type, 1)
AIOCC_FORM(Iterator, class_item, &collections::abc::iterator_type, 1)
AIOCC_FORM(KeysView, class_item, &collections::abc::keys_view_type, 1)
AIOCC_FORM(Mapping, class_item, &collections::abc::mapping_type, 2)
AIOCC_FORM(MappingView, class_item, &collections::abc::mapping_view_type, 1)
AIOCC_FORM(MutableMapping, class_item, &collections::abc::mutable_mapping_type, 2)
AIOCC_FORM(MutableSequence, class_item, &collections::abc::mutable_sequence_type, 1)
AIOCC_FORM(MutableSet, class_item, &collections::abc::mutable_set_type, 1)
AIOCC_FORM(Reversible, class_item, &collections::abc::reversible_type, 1)
AIOCC_FORM(Sequence, class_item, &collections::abc::sequence_type, 1)
AIOCC_FORM(Sized, class_item, &collections::abc::sized_type, 0)
AIOCC_FORM(ValuesView, class_item, &collections::abc::values_view_type, 1)
#undef AIOCC_FORM
#undef AIOCC_FORM_WORD

}  // namespace aiocc::typing
