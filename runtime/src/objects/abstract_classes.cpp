// `abc.ABCMeta`: classes whose missing methods forbid instances, and that others may be registered with.
#include <algorithm>

#include "../stdlib/protocols.hpp"
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/set.hpp"
#include "instance_checks.hpp"
#include "make_class.hpp"

namespace aiocc {
namespace detail {
namespace {

Result<bool> is_abstract(Object const& value) {
  Object flag;
  if (!value.is_heap() || !PASS(operators::find_attr(value, "__isabstractmethod__"_s, flag))) return false;
  return operators::truth(flag);
}

/// What the class itself adds that's abstract, into `names`, a set.
Result<void> add_own_abstract_methods(Type* type, SetObject* names) {
  Object const attributes = Object::adopt(type->dict->copy());
  std::size_t position = 0;
  while (DictEntry const* entry = as_dict(attributes)->next(position))
    if (PASS(is_abstract(entry->value))) PASS(names->add(entry->key));
  return {};
}

/// Whether a class of the runtime wants the method of classes derived from it.
bool is_wanted_by(Type const* type, Str const& name) noexcept {
  char const* const* wanted = !type->is_user_class && type->abstract ? type->abstract->methods : nullptr;
  while (wanted && *wanted)
    if (name.equals(*wanted++)) return true;
  return false;
}

/// Whether such a method is still missing: what `object` has doesn't count, nor what those who want it have.
bool is_missing(Type* type, Str const& name) noexcept {
  for (Type* each : type->mro)
    if (each != &object_type && dict_get_str(each->dict, name)) return is_wanted_by(each, name);
  return true;
}

Result<void> add_inherited_abstract_methods(Type* type, Type* base, SetObject* names) {
  if (!base->is_user_class) {
    char const* const* wanted = base->abstract ? base->abstract->methods : nullptr;
    for (; wanted && *wanted; ++wanted)
      if (is_missing(type, Str::intern(*wanted))) PASS(names->add(Str::intern(*wanted)));
    return {};
  }
  Object inherited;
  if (!PASS(operators::find_attr(box(*base), "__abstractmethods__"_s, inherited))) return {};
  Iteration loop = PASS(iterate(inherited));
  Object name;
  while (PASS(loop.next(name))) {
    if (!is_instance(name, str_type)) continue;
    Object value;
    bool const is_found = PASS(operators::find_attr(box(*type), word_cast<Str>(name), value));
    bool const is_own = is_found && PASS(is_abstract(value));
    if (is_own || is_missing(type, word_cast<Str>(name))) PASS(names->add(name));
  }
  return {};
}

}  // namespace

Result<void> find_abstract_methods(Type* type) {
  Object const names = Object::adopt(make_set_object(&frozenset_type));
  PASS(add_own_abstract_methods(type, names.as<SetObject>()));
  for (Type* base : type->bases) PASS(add_inherited_abstract_methods(type, base, names.as<SetObject>()));
  return operators::set_attr(box(*type), "__abstractmethods__"_s, names);
}

constinit std::int64_t registrations = 0;

namespace {

Result<Object> construct_abstract_class(Type* metaclass, Object const* args, std::size_t count,
                                        KeywordNames const* names) {
  Object cls = PASS(construct_class(metaclass, args, count, names));
  if (is_instance(cls, abc_meta_type)) PASS(find_abstract_methods(cls.as<Type>()));
  if (is_instance(cls, abc_meta_type) && is_protocol(cls.as<Type>())) {
    PASS(check_protocol_bases(cls.as<Type>()));
    PASS(note_protocol_members(cls.as<Type>()));
  }
  return cls;
}

/// The classes registered with `type`, a list; null where there are none.
ListObject* registered_with(Type* type) noexcept {
  return type->registry.bound() ? type->registry.as<ListObject>() : nullptr;
}

Result<Object> register_method(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  if (!is_instance(args[1], type_type)) return raise_error(type_error_type, "Can only register classes");
  if (PASS(is_subclass_of(args[1], args[0]))) return args[1];
  if (PASS(is_subclass_of(args[0], args[1])))
    return raise_error(runtime_error_type, "Refusing to create an inheritance cycle");
  Object& registry = args[0].as<Type>()->registry;
  if (!registry.bound()) registry = Object::adopt(make_list_object());
  registry.as<ListObject>()->items().push_back(args[1]);
  ++registrations;
  return args[1];
}

Result<bool> any_accepts(std::vector<Object> const& classes, Object const& cls) {
  for (Object const& each : classes)
    if (PASS(is_subclass_of(cls, each))) return true;
  return false;
}

/// NotImplemented where the class has no opinion.
Result<Object> ask_hook(Object const& base, Object const& cls) {
  Type* const type = base.as<Type>();
  // Classes of the runtime, and protocols.
  if (type->abstract && type->abstract->accepts)
    return PASS(type->abstract->accepts(type, cls.as<Type>())) ? True : NotImplemented;
  ensure_ready(&object_type);
  Object const* const hook = find_in_mro(type, "__subclasshook__"_s);
  if (!hook || hook->is(dict_value(object_type.dict, "__subclasshook__"_s))) return NotImplemented;
  Object const answer = PASS(call_method(base, "__subclasshook__"_s, cls));
  if (answer.is(True) || answer.is(False) || answer.is(NotImplemented)) return answer;
  return raise_error(assertion_error_type, "__subclasshook__ must return either False, True, or NotImplemented");
}

Result<bool> is_abstract_subclass(Object const& cls, Object const& base) {
  if (!is_instance(cls, type_type)) return raise_error(type_error_type, "issubclass() arg 1 must be a class");
  RecursionGuard guard;
  if (!guard.entered()) return raised;
  ensure_ready(cls.as<Type>());
  Object const answer = PASS(ask_hook(base, cls));
  if (!answer.is(NotImplemented)) return answer.is(True);
  Type* const type = base.as<Type>();
  if (is_subtype(cls.as<Type>(), type)) return true;
  if (ListObject* registered = registered_with(type))
    if (PASS(any_accepts(std::vector<Object>(registered->items()), cls))) return true;
  // A protocol that's derived from another one wants no less.
  std::vector<Object> subclasses;
  for (Type* each : type->subclasses)
    if (!is_protocol(each)) subclasses.push_back(box(*each));
  return any_accepts(subclasses, cls);
}

Result<Object> subclass_check_method(FunctionObject* self, Object const* args, std::size_t count,
                                     KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  return box(PASS(is_abstract_subclass(args[1], args[0])));
}

Result<bool> is_protocol_instance(Type* protocol, Object const& object) {
  if (PASS(has_protocol_members(protocol, object))) return true;
  if (is_subtype(type_of(object), protocol)) return true;
  ListObject* registered = registered_with(protocol);
  return registered && PASS(any_accepts(std::vector<Object>(registered->items()), box(*type_of(object))));
}

Result<Object> instance_check_method(FunctionObject* self, Object const* args, std::size_t count,
                                     KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  if (Type* const type = args[0].as<Type>(); is_protocol(type)) return box(PASS(is_protocol_instance(type, args[1])));
  Object const claimed = PASS(class_of(args[1]));
  if (PASS(is_subclass_of(claimed, args[0]))) return True;
  Object const actual = box(*type_of(args[1]));
  return actual.is(claimed) ? False : box(PASS(is_subclass_of(actual, args[0])));
}

constexpr CoreMethod abc_methods[] = {
    {"register", register_method},
    {"__instancecheck__", instance_check_method},
    {"__subclasscheck__", subclass_check_method},
};

}  // namespace

void add_abc_members(Type* type) { add_methods(type, abc_methods); }

Result<Object> abstract_methods(Type* type) {
  if (type->is_user_class) {
    Object const names = dict_value(type->dict, "__abstractmethods__"_s);
    if (!names.bound()) return raise_no_attribute(box(*type), "__abstractmethods__"_s);
    return names;
  }
  if (type->type != &abc_meta_type) return raise_no_attribute(box(*type), "__abstractmethods__"_s);
  Object const names = Object::adopt(make_set_object(&frozenset_type));
  for (char const* const* name = type->abstract->methods; name && *name; ++name)
    PASS(names.as<SetObject>()->add(Str::intern(*name)));
  return names;
}

Raised raise_abstract(Type* type) {
  Result<Object> names = abstract_methods(type);
  Result<Object> sorted = names ? list_from(names.value()) : names;
  if (!sorted || !sorted.value().as<ListObject>()->sort(None, false)) return raised;
  auto const& items = sorted.value().as<ListObject>()->items();
  std::string text;
  for (Object const& name : items) {
    Result<Str> shown = operators::str(name);
    if (!shown) return raised;
    text += fmt::format("{}'{}'", text.empty() ? "" : ", ", shown.value().utf8());
  }
  return raise_format(type_error_type,
                      "Can't instantiate abstract class {} without an implementation for abstract method{} {}",
                      type->name, items.size() > 1 ? "s" : "", text);
}

}  // namespace detail

constinit Type abc_meta_type("ABCMeta", &type_type, sizeof(Type), {.construct = detail::construct_abstract_class},
                             "abc",
                             /*python_may_derive=*/true);

}  // namespace aiocc
