// `class` statements (CPython: __build_class__): the bases as they are meant, the metaclass, the namespace, the class.
#include <algorithm>
#include <cstring>

#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/typing_forms.hpp"
#include "aiocc/stdlib/typing.hpp"
#include "make_class.hpp"

namespace aiocc {
namespace detail {
namespace {

/// The innermost class statement whose namespace is complete: which class its namespace becomes.
struct PendingClass {
  HeapObject const* attributes;
  ClassSpec const* spec;
};
constinit PendingClass pending{nullptr, nullptr};

/// `metaclass(*arguments, **keywords)`, of which the class's body filled `attributes`.
Result<Object> call_metaclass(Object const& metaclass, Object const& arguments, Object const& keywords,
                              PendingClass const& made) {
  PendingClass const outer = std::exchange(pending, made);
  Result<Object> cls = call_unpacked(metaclass, arguments, keywords);
  pending = outer;
  return cls;
}

bool is_any_of(std::span<Object const> bases, Object const& cls) noexcept {
  return std::ranges::any_of(bases, [&](Object const& each) { return each.is(cls); });
}

/// `Box[T]`, `Sequence[T]` and `Sequence` of typing, but not `list[T]`.
bool is_typing_alias(Object const& base) noexcept {
  return is_form(base) || (base.is_heap() && base.heap()->type == &typing_alias_type);
}
bool is_generic(Object const& base) noexcept {
  return is_instance(base, type_type) && is_subtype(base.as<Type>(), &typing::generic_type);
}

/// What an alias of typing's, `bases[at]`, stands for (typing: `__mro_entries__`): Generic is to be there once.
void add_typing_alias(Object const& cls, std::span<Object const> given, std::size_t at, std::vector<Object>& bases) {
  Object const& alias = given[at];
  std::span<Object const> const later = given.subspan(at + 1);
  bool const is_form_of_other = is_form(alias) || alias.as<AliasObject>()->name;
  Object const generic = box(typing::generic_type);
  if (is_form_of_other) {
    if (!is_any_of(given, cls)) bases.push_back(cls);
    bool const comes_later =
        std::ranges::any_of(later, [](Object const& each) { return is_typing_alias(each) || is_generic(each); });
    if (!comes_later) bases.push_back(generic);
    return;
  }
  bool const is_implied =
      is_any_of(given, box(typing::protocol_type)) ||
      std::ranges::any_of(later, [&](Object const& each) { return is_typing_alias(each) && !each.is(alias); });
  if (!cls.is(generic) || !is_implied) bases.push_back(cls);
}

/// Bases that aren't classes may stand for others (`Generic[T]`): PEP 560.
Result<void> resolve_base(Object const& all_bases, std::size_t at, std::vector<Object>& bases) {
  std::span<Object const> const given = all_bases.as<TupleObject>()->words();
  Object const& base = given[at];
  if (is_instance(base, type_type)) {
    bases.push_back(base);
    return {};
  }
  Object cls = aliased_class(base);
  // Of a module that the program has imported.
  if (!cls.bound() && is_form(base)) PASS(operators::find_attr(base, "__origin__"_s, cls));
  if (cls.bound()) {
    if (is_typing_alias(base))
      add_typing_alias(cls, given, at, bases);
    else
      bases.push_back(cls);
    return {};
  }
  bool const is_typing_own = is_form(base) || (is_alias(base) && is_form(base.as<AliasObject>()->origin));
  if (is_typing_own) return raise_format(type_error_type, "Cannot subclass {}", PASS(operators::repr(base)).utf8());
  Object resolve;
  if (!PASS(operators::find_attr(base, "__mro_entries__"_s, resolve))) {
    bases.push_back(base);
    return {};
  }
  Object entries = PASS(call(resolve, all_bases));
  if (!is_instance(entries, tuple_type)) return raise_error(type_error_type, "__mro_entries__ must return a tuple");
  for (Object const& entry : entries.as<TupleObject>()->words()) bases.push_back(entry);
  return {};
}

/// What NewType makes is no class, though it looks like one to who reads annotations.
Result<void> check_new_types(std::span<Object const> bases, char const* name) {
  for (Object const& base : bases) {
    if (!is_instance(base, typing::new_type_type)) continue;
    Object const known_as = PASS(operators::get_attr(base, "__name__"_s));
    return raise_format(
        type_error_type,
        "Cannot subclass an instance of NewType. Perhaps you were looking for: `{0} = NewType('{0}', {1})`", name,
        PASS(operators::str(known_as)).utf8());
  }
  return {};
}

Result<Object> resolved_bases(Object const& given) {
  std::vector<Object> bases;
  auto const words = given.as<TupleObject>()->words();
  for (std::size_t at = 0; at < words.size(); ++at) PASS(resolve_base(given, at, bases));
  bool const replaced = std::ranges::any_of(words, [](Object const& base) { return !is_instance(base, type_type); });
  return replaced ? aiocc::make_tuple(bases) : given;
}

Result<Object> explicit_or_inherited_metaclass(Object const& keywords, Object const& bases) {
  if (keywords.bound()) {
    Object metaclass;
    if (PASS(as_dict(keywords)->take("metaclass"_s, metaclass))) return metaclass;
  }
  auto const words = bases.as<TupleObject>()->words();
  return box(words.empty() ? type_type : *type_of(words[0]));
}

Result<void> set_item(Object const& attributes, Str const& name, Object const& value) {
  if (type_of(attributes) != &dict_type) return operators::set_item(attributes, name, value);
  dict_set_str(as_dict(attributes), name, value);
  return {};
}

/// Makes `__annotations__`, unless the metaclass's `__prepare__` did.
Result<void> set_up_annotations(Object const& attributes) {
  bool const is_dict = type_of(attributes) == &dict_type;
  if (is_dict && dict_get_str(as_dict(attributes), "__annotations__"_s)) return {};
  if (!is_dict) {
    if (operators::get_item(attributes, "__annotations__"_s)) return {};
    if (!error_is(key_error_type)) return raised;
    take_error();
  }
  return set_item(attributes, "__annotations__"_s, Object::adopt(make_dict_object()));
}

/// "a b" as a tuple of two names.
Object names_in(char const* text) {
  std::vector<Object> names;
  while (*text) {
    std::size_t const length = std::strcspn(text, " ");
    names.push_back(Str::intern(std::string_view(text, length)));
    text += length + (text[length] != 0);
  }
  return aiocc::make_tuple(names);
}

Result<Object> as_new_tuple(Object const& bases) {
  if (!bases.bound()) return aiocc::make_tuple({});
  if (is_instance(bases, list_type)) return aiocc::make_tuple(bases.as<ListObject>()->items());
  return bases;
}

}  // namespace

ClassSpec const* spec_of(Object const& attributes) noexcept {
  return attributes.heap() == pending.attributes ? pending.spec : nullptr;
}

Result<Object> make_again(Type* cls, Object const& attributes) {
  Object const bases = PASS(operators::get_attr(box(*cls), "__bases__"_s));
  Object const arguments = pack_tuple<Object, Object, Object>(Str::from_utf8(cls->name), bases, attributes);
  return call_metaclass(box(*cls->type), arguments, Object(), {attributes.heap(), cls->spec});
}

}  // namespace detail

Result<void> ClassStatement::begin(Arguments bases) {
  return begin(make_tuple({bases.data(), bases.size()}), Object());
}

Result<void> ClassStatement::begin(Object const& bases, Object const& keywords) {
  given_bases_ = PASS(detail::as_new_tuple(bases));
  keywords_ = keywords;
  PASS(detail::check_new_types(given_bases_.as<TupleObject>()->words(), spec_.name));
  bases_ = PASS(detail::resolved_bases(given_bases_));
  metaclass_ = PASS(detail::explicit_or_inherited_metaclass(keywords_, bases_));
  if (is_instance(metaclass_, type_type))
    metaclass_ = box(*PASS(detail::most_derived_metaclass(metaclass_.as<Type>(), bases_)));
  PASS(prepare());
  PASS(detail::set_item(attributes_, "__module__"_s, Str::from_utf8(spec_.module)));
  PASS(detail::set_item(attributes_, "__qualname__"_s, Str::from_utf8(spec_.qualified_name)));
  PASS(detail::set_item(attributes_, "__firstlineno__"_s, Object::small_int(spec_.line)));
  if (spec_.has_annotations) PASS(detail::set_up_annotations(attributes_));
  if (spec_.doc) PASS(detail::set_item(attributes_, "__doc__"_s, Str::from_utf8(spec_.doc)));
  return {};
}

Result<void> ClassStatement::prepare() {
  Object function;
  bool const plain = metaclass_.is(box(type_type)) || metaclass_.is(box(abc_meta_type));
  if (plain || !PASS(operators::find_attr(metaclass_, "__prepare__"_s, function))) {
    attributes_ = Object::adopt(make_dict_object());
    return {};
  }
  Object const arguments = pack_tuple<Object, Object>(Str::from_utf8(spec_.name), bases_);
  attributes_ = PASS(call_unpacked(function, arguments, keywords_));
  if (detail::ready_type(attributes_)->slots.get_item) return {};
  bool const is_class = is_instance(metaclass_, type_type);
  return detail::raise_format(type_error_type, "{}.__prepare__() must return a mapping, not {}",
                              is_class ? metaclass_.as<Type>()->name : "<metaclass>", detail::type_name(attributes_));
}

Result<Object> ClassStatement::end() {
  PASS(detail::set_item(attributes_, "__static_attributes__"_s, detail::names_in(spec_.stored_attributes)));
  if (!bases_.is(given_bases_)) PASS(detail::set_item(attributes_, "__orig_bases__"_s, given_bases_));
  Object const cell = type_of(attributes_) == &dict_type
                          ? detail::dict_value(detail::as_dict(attributes_), "__classcell__"_s)
                          : Object();
  Object const arguments = pack_tuple<Object, Object, Object>(Str::from_utf8(spec_.name), bases_, attributes_);
  Result<Object> made = detail::call_metaclass(metaclass_, arguments, keywords_, {attributes_.heap(), &spec_});
  if (!made || !cell.bound() || !is_instance(made.value(), type_type)) return made;
  Object const& held = cell.as<CellObject<Object>>()->value;
  Str const cls = PASS(operators::repr(made.value()));
  if (!held.bound())
    return detail::raise_format(runtime_error_type,
                                "__class__ not set defining {} as {}. Was __classcell__ propagated to type.__new__?",
                                PASS(operators::repr(Str::from_utf8(spec_.name))).utf8(), cls.utf8());
  if (!held.is(made.value()))
    return detail::raise_format(type_error_type, "__class__ set to {} defining {} as {}",
                                PASS(operators::repr(held)).utf8(),
                                PASS(operators::repr(Str::from_utf8(spec_.name))).utf8(), cls.utf8());
  return made;
}

Result<Object> make_class(ClassSpec const& spec, Object const* bases, std::size_t base_count,
                          Object const& attributes) {
  ClassStatement statement(spec);
  PASS(statement.begin(Arguments(bases, base_count)));
  PASS(detail::as_dict(statement.attributes())->merge(detail::as_dict(attributes)));
  return statement.end();
}

}  // namespace aiocc
