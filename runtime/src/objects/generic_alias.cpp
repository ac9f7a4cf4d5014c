// Types with arguments: made by subscripting classes, printed, compared, called as the class that they're of.
#include "aiocc/objects/generic_alias.hpp"

#include <algorithm>
#include <cstring>

#include "aiocc/objects/list.hpp"
#include "aiocc/objects/typing_forms.hpp"
#include "aiocc/objects/weak_references.hpp"
#include "aiocc/stdlib/typing.hpp"
#include "aliases.hpp"
#include "core.hpp"
#include "protocol_methods.hpp"
#include "sequence.hpp"

namespace aiocc {
namespace detail {
namespace {

/// Built-in classes that can be subscripted, by name, so that programs link just those that they use.
bool is_generic(Type const* type) noexcept {
  constexpr std::string_view builtin[] = {"list",      "dict",      "tuple",           "set",
                                          "frozenset", "type",      "enumerate",       "BaseExceptionGroup",
                                          "coroutine", "generator", "async_generator", "mappingproxy"};
  constexpr std::string_view containers[] = {"deque", "defaultdict", "OrderedDict", "chain", "partial"};
  constexpr std::string_view contexts[] = {"ContextVar", "Token"};
  constexpr std::string_view patterns[] = {"Match"};
  constexpr std::string_view asyncio[] = {"Queue", "Future", "Task"};
  if (type->is_user_class) return false;
  std::string_view const module = type->module_name;
  auto const has = [&](auto const& names) {
    return std::find(std::begin(names), std::end(names), plain_name(type)) != std::end(names);
  };
  if (module == "builtins") return has(builtin);
  if (module == "_contextvars") return has(contexts);
  if (module == "re") return has(patterns);
  if (module == "collections" || module == "itertools" || module == "functools") return has(containers);
  return (module == "_asyncio" || module == "asyncio.queues") && has(asyncio);
}

Object make_alias(Type& type, Object const& origin, Object args, AliasKind kind = AliasKind::Plain) {
  return Object::adopt(new AliasObject(&type, origin, std::move(args), kind));
}

Object as_tuple(Object const& key) { return is_instance(key, tuple_type) ? key : make_tuple({&key, 1}); }

bool is_type_variable(Object const& object) noexcept {
  Type const* type = type_of(object);
  if (type->is_user_class || std::strcmp(type->module_name, "typing") != 0) return false;
  std::string_view const name = type->name;
  return name == "TypeVar" || name == "ParamSpec" || name == "TypeVarTuple";
}

bool contains(std::span<Object const> words, Object const& wanted) noexcept {
  return std::any_of(words.begin(), words.end(), [&](Object const& each) { return each.is(wanted); });
}

Result<bool> has_default(Object const& variable) {
  return operators::truth(PASS(call_method(variable, "has_default"_s)));
}

Result<void> check_order_of_defaults(std::span<Object const> variables) {
  bool has_any = false;
  for (Object const& each : variables) {
    if (!is_type_variable(each)) continue;
    bool const has_own = PASS(has_default(each));
    if (has_any && !has_own)
      return raise_format(type_error_type, "Type parameter {} without a default follows type parameter with a default",
                          PASS(operators::repr(each)).utf8());
    has_any = has_own;
  }
  return {};
}

/// The arguments of `Generic[...]` and `Protocol[...]`: type variables, each once.
Result<void> check_variables(Type const* type, std::span<Object const> args) {
  for (std::size_t i = 0; i < args.size(); ++i) {
    if (!is_type_variable(args[i]) && !is_alias(args[i]))
      return raise_format(type_error_type,
                          "Parameters to {}[...] must all be type variables or parameter specification variables.",
                          type->name);
    if (contains(args.first(i), args[i]))
      return raise_format(type_error_type, "Parameters to {}[...] must all be unique", type->name);
  }
  return check_order_of_defaults(args);
}

bool is_param_spec(Object const& object) noexcept {
  return is_type_variable(object) && std::strcmp(type_of(object)->name, "ParamSpec") == 0;
}

bool is_type_var_tuple(Object const& object) noexcept {
  return is_type_variable(object) && std::strcmp(type_of(object)->name, "TypeVarTuple") == 0;
}

/// What may stand for a ParamSpec (typing: `_is_param_expr`).
bool is_parameter_expression(Object const& object) noexcept {
  return object.is(Ellipsis) || is_instance(object, list_type) || is_instance(object, tuple_type) ||
         is_parameter_list(object);
}

/// Of what a single ParamSpec takes the brackets may be left out: `Handler[int, str]`. Its parameters are a tuple, always.
void gather_parameter_lists(std::span<Object const> parameters, std::vector<Object>& args) {
  if (parameters.size() == 1 && is_param_spec(parameters[0]) && !args.empty() && !is_parameter_expression(args[0]))
    args = {aiocc::make_tuple(args)};
  for (std::size_t i = 0; i < std::min(parameters.size(), args.size()); ++i)
    if (is_param_spec(parameters[i]) && is_instance(args[i], list_type))
      args[i] = aiocc::make_tuple(args[i].as<ListObject>()->items());
}

/// TypeError for another number of arguments than are wanted, or, with `is_least`, for fewer.
Result<void> check_number(Object const& generic, std::size_t given, std::size_t wanted, bool is_least) {
  if (given == wanted || (is_least && given > wanted)) return {};
  return raise_format(type_error_type, "Too {} arguments for {}; actual {}, expected {}{}",
                      given > wanted ? "many" : "few", PASS(operators::repr(generic)).utf8(), given,
                      is_least ? "at least " : "", wanted);
}

/// Of those that are left out, a ParamSpec complains before anything is counted.
Result<void> check_rows_are_given(Object const& generic, std::span<Object const> left_out) {
  for (Object const& parameter : left_out)
    if (is_param_spec(parameter) && !PASS(has_default(parameter)))
      return raise_format(type_error_type, "Too few arguments for {}", PASS(operators::repr(generic)).utf8());
  return {};
}

/// Adds the defaults of parameters that have no argument; TypeError for another number of arguments than of parameters, unless one of these
/// takes any number.
Result<Object> fitting_arguments(Object const& cls, Object const& args) {
  Object const* const noted = dict_get_str(cls.as<Type>()->dict, "__parameters__"_s);
  if (!noted || !is_instance(*noted, tuple_type)) return args;
  auto const parameters = noted->as<TupleObject>()->words();
  if (parameters.empty())
    return raise_format(type_error_type, "{} is not a generic class", PASS(operators::repr(cls)).utf8());
  auto const given = args.as<TupleObject>()->words();
  if (std::ranges::any_of(parameters, is_type_var_tuple)) {
    PASS(check_number(cls, given.size(), parameters.size() - 1, true));
    return args;
  }
  std::vector<Object> all(given.begin(), given.end());
  gather_parameter_lists(parameters, all);
  std::size_t const written = all.size();
  auto const left_out = parameters.subspan(std::min(written, parameters.size()));
  PASS(check_rows_are_given(cls, left_out));
  for (Object const& parameter : left_out)
    if (PASS(has_default(parameter))) all.push_back(PASS(operators::get_attr(parameter, "__default__"_s)));
  gather_parameter_lists(parameters, all);
  if (all.size() == parameters.size()) return aiocc::make_tuple(all);
  bool const is_many = all.size() > parameters.size();
  PASS(check_number(cls, written, parameters.size() - (is_many ? 0 : all.size() - written), !is_many));
  return aiocc::make_tuple(all);
}

/// `Generic[T]`, `Box[int]`.
Result<Object> typing_alias(Object const& cls, Object const& key) {
  Object args = typing_arguments(subscripts(key));
  if (cls.as<Type>()->is_user_class)
    args = PASS(fitting_arguments(cls, args));
  else
    PASS(check_variables(cls.as<Type>(), args.as<TupleObject>()->words()));
  return make_alias(typing_alias_type, cls, std::move(args));
}

/// `cls[key]` as the first class of the MRO that can be subscripted has it; unbound if none can.
Result<Object> alias_by_mro(Object const& cls, Object const& key) {
  for (Type* type : cls.as<Type>()->mro) {
    // Metaclasses don't inherit `type[int]`.
    if (type == &type_type && cls.as<Type>() != type) continue;
    if (is_generic(type)) return make_alias(generic_alias_type, cls, as_tuple(key));
    if (!type->abstract || type->is_user_class) continue;
    switch (type->abstract->subscript) {
      case AbstractBase::Subscript::None: break;
      case AbstractBase::Subscript::Alias: return make_alias(generic_alias_type, cls, as_tuple(key));
      case AbstractBase::Subscript::TypingAlias: return typing_alias(cls, key);
      case AbstractBase::Subscript::CallableAlias:
        return make_alias(generic_alias_type, cls, PASS(callable_arguments(subscripts(key), false)),
                          AliasKind::Callable);
    }
  }
  return NotImplemented;
}

/// As each class that can be subscripted has it, for those that override it and call it by super().
Result<Object> class_getitem(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  std::string const name = word_cast<Str>(self->attributes->qualified_name).utf8();
  if (names) return raise_format(type_error_type, "{}() takes no keyword arguments", name);
  if (count != 2) return raise_format(type_error_type, "{}() takes exactly one argument ({} given)", name, count - 1);
  return alias_by_mro(args[0], args[1]);
}

constexpr CoreMethod methods[] = {{"__class_getitem__", class_getitem, MemberKind::ClassMethod}};

}  // namespace

void add_class_getitem(Type* type) {
  bool const is_abstract = type->abstract && type->abstract->subscript != AbstractBase::Subscript::None;
  // `type[int]` is a matter of the subscription itself.
  if (type->is_user_class || type == &type_type || (!is_abstract && !is_generic(type))) return;
  add_methods(type, methods);
}

std::span<Object const> subscripts(Object const& key) noexcept {
  if (is_instance(key, tuple_type)) return key.as<TupleObject>()->words();
  return {&key, 1};
}

Result<Object> class_item(Object const& cls, Object const& key) {
  Type* type = cls.as<Type>();
  ensure_ready(type);
  if (find_in_mro(type, "__class_getitem__"_s)) {
    Object function = PASS(operators::get_attr(cls, "__class_getitem__"_s));
    return call_array(function, &key, 1);
  }
  Object alias = PASS(alias_by_mro(cls, key));
  if (alias.is(NotImplemented)) return raise_format(type_error_type, "type '{}' is not subscriptable", type->name);
  return alias;
}

bool has_instances(Type const* type) noexcept {
  return type->is_user_class || std::strcmp(type->module_name, "builtins") != 0;
}

Object aliased_class(Object const& base) noexcept {
  if (is_form(base) && base.as<FormObject>()->cls) return box(*base.as<FormObject>()->cls);
  if (!is_alias(base) || !is_instance(base.as<AliasObject>()->origin, type_type)) return {};
  return base.as<AliasObject>()->origin;
}

bool is_parameter_list(Object const& object) noexcept {
  if (is_type_variable(object)) return std::strcmp(type_of(object)->name, "ParamSpec") == 0;
  if (!is_alias(object) || !object.as<AliasObject>()->name) return false;
  return std::strcmp(object.as<AliasObject>()->name, "typing.Concatenate") == 0;
}

namespace {

void collect_parameters(std::vector<Object>& found, Object const& args) {
  for (Object const& arg : args.as<TupleObject>()->words()) {
    if (is_type_variable(arg)) {
      if (std::none_of(found.begin(), found.end(), [&](Object const& each) { return each.is(arg); }))
        found.push_back(arg);
    } else if (is_alias(arg)) {
      collect_parameters(found, arg.as<AliasObject>()->args);
    } else if (is_instance(arg, tuple_type)) {
      collect_parameters(found, arg);
    } else if (is_instance(arg, union_type)) {
      collect_parameters(found, arg.as<UnionObject>()->args);
    }
  }
}

}  // namespace

Object type_parameters(Object const& args) {
  std::vector<Object> found;
  collect_parameters(found, args);
  return aiocc::make_tuple(found);
}

namespace {

bool is_subscribed_generic(Object const& base) noexcept {
  return is_alias(base) && base.as<AliasObject>()->origin.is(box(typing::generic_type));
}

bool has_plain_generic(std::span<Object const> bases) noexcept {
  return std::ranges::any_of(bases, [](Object const& each) { return each.is(box(typing::generic_type)); });
}

Result<std::string> names_of_types(std::span<Object const> types) {
  std::string names;
  for (Object const& each : types) names += (names.empty() ? "" : ", ") + PASS(operators::str(each)).utf8();
  return names;
}

/// Where there's `Generic[...]` it lists them all, in its order.
Result<Object> parameters_of_bases(Object const& bases) {
  Object const all = type_parameters(bases);
  Object listed;
  for (Object const& base : bases.as<TupleObject>()->words()) {
    if (!is_subscribed_generic(base)) continue;
    if (listed.bound()) return raise_error(type_error_type, "Cannot inherit from Generic[...] multiple times.");
    listed = type_parameters(base.as<AliasObject>()->args);
  }
  if (!listed.bound()) return all;
  auto const known = listed.as<TupleObject>()->words();
  std::vector<Object> missing;
  for (Object const& each : all.as<TupleObject>()->words())
    if (std::ranges::none_of(known, [&](Object const& one) { return one.is(each); })) missing.push_back(each);
  if (missing.empty()) return listed;
  return raise_format(type_error_type, "Some type variables ({}) are not listed in Generic[{}]",
                      PASS(names_of_types(missing)), PASS(names_of_types(known)));
}

}  // namespace

Result<void> note_type_parameters(Type* type) {
  if (std::ranges::find(type->mro, &typing::generic_type) == type->mro.end()) return {};
  Object const bases = dict_value(type->dict, "__orig_bases__"_s);
  bool const has_bases = bases.bound() && is_instance(bases, tuple_type);
  bool const is_plain = has_bases ? has_plain_generic(bases.as<TupleObject>()->words())
                                  : std::ranges::find(type->bases, &typing::generic_type) != type->bases.end();
  if (is_plain) return raise_error(type_error_type, "Cannot inherit from plain Generic");
  Object const parameters = has_bases ? PASS(parameters_of_bases(bases)) : aiocc::make_tuple({});
  dict_set_str(type->dict, "__parameters__"_s, parameters);
  return {};
}

Result<Object> callable_arguments(std::span<Object const> items, bool is_typing) {
  if (items.size() != 2) return raise_error(type_error_type, "Callable must be used as Callable[[arg, ...], result].");
  std::vector<Object> row;
  if (is_instance(items[0], list_type))
    row = items[0].as<ListObject>()->items();
  else if (is_instance(items[0], tuple_type))
    row.assign(items[0].as<TupleObject>()->begin(), items[0].as<TupleObject>()->end());
  else if (items[0].is(Ellipsis) || is_parameter_list(items[0]) || is_typing)
    row.push_back(items[0]);
  else
    return raise_format(type_error_type, "Expected a list of types, an ellipsis, ParamSpec, or Concatenate. Got {}",
                        PASS(operators::repr(items[0])).utf8());
  row.push_back(items[1]);
  return aiocc::make_tuple(row);
}

namespace {

/// The types of a list of parameters, which is a list or a tuple.
std::span<Object const> items_of_row(Object const& row) noexcept {
  if (is_instance(row, tuple_type)) return row.as<TupleObject>()->words();
  return row.as<ListObject>()->items();
}

}  // namespace

Result<std::string> type_text(Object const& type) {
  if (type.is(Ellipsis)) return std::string("...");
  if (is_instance(type, type_type)) {
    Type* cls = type.as<Type>();
    std::string name = qualified_type_name(cls);
    return name;
  }
  if (is_instance(type, function_type)) return word_cast<Str>(PASS(operators::get_attr(type, "__name__"_s))).utf8();
  if (!is_instance(type, list_type) && !is_instance(type, tuple_type)) return PASS(operators::repr(type)).utf8();
  std::string text = "[";
  for (Object const& each : items_of_row(type)) text += (text.size() > 1 ? ", " : "") + PASS(type_text(each));
  return text + "]";
}

namespace {

Result<std::string> literal_text(Object const& value) {
  return is_instance(value, type_type) ? type_text(value) : Result<std::string>(PASS(operators::repr(value)).utf8());
}

Result<std::string> metadata_text(Object const& value) { return PASS(operators::repr(value)).utf8(); }

Result<std::string> joined(std::span<Object const> items, Result<std::string> (*text_of)(Object const&)) {
  std::string text;
  for (Object const& item : items) {
    if (!text.empty()) text += ", ";
    text += PASS(text_of(item));
  }
  return text;
}

/// `typing.Union[int, None]` is printed as the form that people write.
Result<std::string> optional_text(AliasObject const* alias) {
  auto const words = Object(alias->args).as<TupleObject>()->words();
  if (words.size() != 2) return std::string();
  for (std::size_t i : {0, 1})
    if (words[i].is(box(none_type))) return fmt::format("typing.Optional[{}]", PASS(type_text(words[1 - i])));
  return std::string();
}

Result<Object> alias_repr(Object const& self) {
  auto alias = self.as<AliasObject>();
  auto const words = alias->args.as<TupleObject>()->words();
  if (alias->kind == AliasKind::Union) {
    std::string text = PASS(optional_text(alias));
    if (!text.empty()) return Str::from_utf8(text);
  }
  std::string inner;
  if (alias->kind == AliasKind::Callable &&
      !(words.size() == 2 && (words[0].is(Ellipsis) || is_parameter_list(words[0])))) {
    inner =
        fmt::format("[{}], {}", PASS(joined(words.first(words.size() - 1), type_text)), PASS(type_text(words.back())));
  } else {
    inner = PASS(joined(words, alias->kind == AliasKind::Literal ? literal_text : type_text));
    if (words.empty() && (!alias->name || std::strcmp(alias->name, "typing.Tuple") == 0)) inner = "()";
  }
  if (alias->metadata.bound()) inner += ", " + PASS(joined(alias->metadata.as<TupleObject>()->words(), metadata_text));
  std::string name = alias->name ? alias->name : PASS(type_text(alias->origin));
  return Str::from_utf8(fmt::format("{}{}[{}]", alias->kind == AliasKind::Unpacked ? "*" : "", name, inner));
}

/// `of_literal`: True isn't 1.
Result<bool> equal_as_sets(Object const& left, Object const& right, bool of_literal = false) {
  auto const a = left.as<TupleObject>()->words();
  auto const b = right.as<TupleObject>()->words();
  if (a.size() != b.size()) return false;
  for (Object const& each : a) {
    bool found = false;
    for (Object const& other : b) {
      bool const may_equal = !found && (!of_literal || type_of(each) == type_of(other));
      found = found || (may_equal && PASS(operators::same_or_equal(each, other)));
    }
    if (!found) return false;
  }
  return true;
}

/// The types of `int | str` and of `typing.Union[int, str]`, which are equal; null of what's neither.
Object const* types_of_union(Object const& object) noexcept {
  if (is_instance(object, union_type)) return &object.as<UnionObject>()->args;
  bool const is_union = is_alias(object) && object.as<AliasObject>()->kind == AliasKind::Union;
  return is_union ? &object.as<AliasObject>()->args : nullptr;
}

Result<Object> compare_unions(Object const& left, Object const& right, CompareOp op) {
  Object const* const a = types_of_union(left);
  Object const* const b = types_of_union(right);
  if ((op != CompareOp::Eq && op != CompareOp::Ne) || !a || !b) return NotImplemented;
  return box(PASS(equal_as_sets(*a, *b)) == (op == CompareOp::Eq));
}

Result<Object> alias_compare(Object const& left, Object const& right, CompareOp op) {
  if (types_of_union(left) || types_of_union(right)) return compare_unions(left, right, op);
  if ((op != CompareOp::Eq && op != CompareOp::Ne) || !is_alias(left) || !is_alias(right)) return NotImplemented;
  auto a = left.as<AliasObject>();
  auto b = right.as<AliasObject>();
  bool equal = a->type == b->type && a->kind == b->kind && PASS(operators::same_or_equal(a->origin, b->origin));
  bool const is_literal = a->kind == AliasKind::Literal;
  if (equal)
    equal = is_literal ? PASS(equal_as_sets(a->args, b->args, true)) : PASS(operators::same_or_equal(a->args, b->args));
  if (equal && a->metadata.bound())
    equal = b->metadata.bound() && PASS(operators::same_or_equal(a->metadata, b->metadata));
  return box(equal == (op == CompareOp::Eq));
}

Result<std::int64_t> hash_as_set(Object const& args) {
  std::int64_t hash = 0;
  for (Object const& each : args.as<TupleObject>()->words()) hash ^= PASS(operators::hash(each));
  return hash;
}

Result<std::int64_t> alias_hash(Object const& self) {
  auto alias = self.as<AliasObject>();
  if (alias->kind == AliasKind::Union || alias->kind == AliasKind::Literal) return hash_as_set(alias->args);
  std::int64_t const hash = PASS(operators::hash(alias->origin)) ^ PASS(operators::hash(alias->args));
  return alias->metadata.bound() ? hash ^ PASS(operators::hash(alias->metadata)) : hash;
}

}  // namespace

Object annotated_alias(Object const& type, std::span<Object const> metadata) {
  bool const is_annotated = is_alias(type) && type.as<AliasObject>()->kind == AliasKind::Annotated;
  Object inner = is_annotated ? type.as<AliasObject>()->origin : type;
  std::vector<Object> all;
  if (is_annotated) {
    auto const words = type.as<AliasObject>()->metadata.as<TupleObject>()->words();
    all.assign(words.begin(), words.end());
  }
  all.insert(all.end(), metadata.begin(), metadata.end());
  Object args = aiocc::make_tuple({&inner, 1});
  auto made = new AliasObject(&typing_alias_type, std::move(inner), std::move(args), AliasKind::Annotated);
  made->name = "typing.Annotated";
  made->metadata = aiocc::make_tuple(all);
  return Object::adopt(made);
}

namespace {

// Substitution: `dict[str, T][int]`.

struct Substitution {
  std::span<Object const> parameters;
  std::span<Object const> values;
};

Result<Object> substitute(Object const& type, Substitution const& by);

/// The types that are to stand where a TypeVarTuple is unpacked; null of anything else.
Object const* unpacked_value(Object const& arg, Substitution const& by) noexcept {
  bool const is_unpacked =
      is_alias(arg) && arg.as<AliasObject>()->name && std::strcmp(arg.as<AliasObject>()->name, "typing.Unpack") == 0;
  if (!is_unpacked) return nullptr;
  Object const& variable = arg.as<AliasObject>()->args.as<TupleObject>()->items()[0];
  if (!is_type_var_tuple(variable)) return nullptr;
  for (std::size_t i = 0; i < by.parameters.size(); ++i)
    if (variable.is(by.parameters[i])) return &by.values[i];
  return nullptr;
}

/// Callables and Concatenate have the parameters that stand for a ParamSpec in their own row; classes keep them as a tuple.
bool splices_rows(Object const& alias) noexcept {
  return alias.as<AliasObject>()->kind == AliasKind::Callable || is_parameter_list(alias);
}

Result<Object> substitute_all(Object const& args, Substitution const& by, bool splices = false) {
  std::vector<Object> made;
  auto const add_all = [&](std::span<Object const> types) { made.insert(made.end(), types.begin(), types.end()); };
  for (Object const& arg : args.as<TupleObject>()->words()) {
    if (Object const* const types = unpacked_value(arg, by)) {
      add_all(types->as<TupleObject>()->words());
      continue;
    }
    Object each = PASS(substitute(arg, by));
    if (splices && is_parameter_list(arg) && is_instance(each, tuple_type))
      add_all(each.as<TupleObject>()->words());
    else
      made.push_back(std::move(each));
  }
  return aiocc::make_tuple(made);
}

/// `Concatenate[int, P]` is a plain row of types once those of P are known.
bool became_row(AliasObject const* alias, Object const& args) noexcept {
  Object const shared = Object::share(const_cast<AliasObject*>(alias));
  auto const words = args.as<TupleObject>()->words();
  return is_parameter_list(shared) && !words.empty() && !words.back().is(Ellipsis) && !is_parameter_list(words.back());
}

Result<Object> substitute(Object const& type, Substitution const& by) {
  for (std::size_t i = 0; i < by.parameters.size(); ++i)
    if (type.is(by.parameters[i])) return by.values[i].is(None) ? box(none_type) : by.values[i];
  if (is_instance(type, union_type)) {
    Object const args = PASS(substitute_all(type.as<UnionObject>()->args, by));
    auto members = PASS(without_duplicates(args.as<TupleObject>()->words()));
    return Object::adopt(new UnionObject(std::move(members)));
  }
  if (is_instance(type, tuple_type)) return substitute_all(type, by);
  if (!is_alias(type)) return type;
  auto alias = type.as<AliasObject>();
  Object args = PASS(substitute_all(alias->args, by, splices_rows(type)));
  if (became_row(alias, args)) return args;
  if (alias->kind == AliasKind::Union) return typing_union(args.as<TupleObject>()->words());
  if (alias->kind == AliasKind::Annotated)
    return annotated_alias(args.as<TupleObject>()->items()[0], alias->metadata.as<TupleObject>()->words());
  auto made = new AliasObject(alias->type, alias->origin, std::move(args), alias->kind);
  made->name = alias->name;
  return Object::adopt(made);
}

/// A value for each parameter of what is subscripted; that of a TypeVarTuple is a tuple.
Result<std::vector<Object>> values_of(Object const& self, std::span<Object const> parameters, Object const& key) {
  auto const given = subscripts(key);
  std::vector<Object> values(given.begin(), given.end());
  gather_parameter_lists(parameters, values);
  auto const many = std::ranges::find_if(parameters, is_type_var_tuple);
  if (many != parameters.end()) {
    PASS(check_number(self, values.size(), parameters.size() - 1, true));
    auto const first = values.begin() + (many - parameters.begin());
    auto const last = values.end() - (parameters.end() - many - 1);
    Object const taken = aiocc::make_tuple(std::vector<Object>(first, last));
    values.insert(values.erase(first, last), taken);
  }
  PASS(check_number(self, values.size(), parameters.size(), false));
  return values;
}

/// `self[key]`, where `args` are its arguments.
Result<Object> substituted(Object const& self, Object const& args, Object const& key) {
  Object const parameters = type_parameters(args);
  auto const wanted = parameters.as<TupleObject>()->words();
  if (wanted.empty())
    return raise_format(type_error_type, "{} is not a generic class", PASS(operators::repr(self)).utf8());
  std::vector<Object> const values = PASS(values_of(self, wanted, key));
  return substitute(self, {wanted, values});
}

Result<Object> alias_item(Object const& self, Object const& key) {
  return substituted(self, self.as<AliasObject>()->args, key);
}

// `(*tuple[int],)`: one item, the alias unpacked.
Result<Object> alias_iter(Object const& self) {
  auto alias = self.as<AliasObject>();
  Object const unpacked = make_alias(*alias->type, alias->origin, alias->args, AliasKind::Unpacked);
  return get_iter(make_tuple({&unpacked, 1}));
}

Result<Object> alias_call(Object const& callee, Object const* args, std::size_t count, KeywordNames const* names) {
  auto alias = callee.as<AliasObject>();
  bool const is_user_class = is_instance(alias->origin, type_type) && alias->origin.as<Type>()->is_user_class;
  if (!is_instance(alias->origin, type_type))
    return raise_format(type_error_type, "Cannot instantiate {}", PASS(operators::repr(alias->origin)).utf8());
  if (alias->name && alias->kind != AliasKind::Annotated && !has_instances(alias->origin.as<Type>()))
    return raise_format(type_error_type, "Type {} cannot be instantiated; use {}() instead",
                        alias->name + std::strlen("typing."), alias->origin.as<Type>()->name);
  Object made = PASS(call_array(alias->origin, args, count, names));
  if (is_user_class && !operators::set_attr(made, "__orig_class__"_s, callee)) take_error();
  return made;
}

bool is_own_attribute(Str const& name) noexcept { return name.length() > 1 && name[0] == U'_' && name[1] == U'_'; }

Result<Object> alias_get_attr(Object const& self, Str const& name) {
  auto alias = self.as<AliasObject>();
  Object value;
  if (alias->name && (name.equals("__name__") || name.equals("__qualname__")))
    return Str::from_utf8(alias->name + std::strlen("typing."));
  if (name.equals("__name__") || name.equals("__qualname__") || name.equals("__module__") || name.equals("__doc__") ||
      name.equals("__mro__"))
    return operators::get_attr(alias->origin, name);
  if (PASS(generic_find_attr(self, name, value))) return value;
  if (is_own_attribute(name) && alias->type == &typing_alias_type) return raise_no_attribute(self, name);
  return operators::get_attr(alias->origin, name);
}

/// Attributes of `Box[int]` that aren't special are set in the class.
Result<void> typing_alias_set_attr(Object const& self, Str const& name, Object const* value) {
  if (!value || is_own_attribute(name)) return generic_set_attr(self, name, value);
  return operators::set_attr(self.as<AliasObject>()->origin, name, *value);
}

Result<Object> get_origin(Object const& self) { return self.as<AliasObject>()->origin; }
Result<Object> get_args(Object const& self) { return self.as<AliasObject>()->args; }
Result<Object> get_parameters(Object const& self) { return type_parameters(self.as<AliasObject>()->args); }
Result<Object> get_unpacked(Object const& self) {
  if (type_of(self) != &generic_alias_type) return raise_no_attribute(self, "__unpacked__"_s);
  return box(self.as<AliasObject>()->kind == AliasKind::Unpacked);
}
Result<Object> get_unpacked_tuple_args(Object const& self) {
  auto alias = self.as<AliasObject>();
  if (type_of(self) != &generic_alias_type) return raise_no_attribute(self, "__typing_unpacked_tuple_args__"_s);
  bool const is_unpacked_tuple = alias->kind == AliasKind::Unpacked && alias->origin.is(box(tuple_type));
  return is_unpacked_tuple ? alias->args : Object(None);
}
Result<Object> get_metadata(Object const& self) {
  Object const& metadata = self.as<AliasObject>()->metadata;
  if (!metadata.bound()) return raise_no_attribute(self, "__metadata__"_s);
  return metadata;
}

constexpr Member alias_rows[] = {
    {.name = "__args__", .kind = MemberKind::Property, .get = get_args},
    {.name = "__metadata__", .kind = MemberKind::Property, .get = get_metadata},
    {.name = "__origin__", .kind = MemberKind::Property, .get = get_origin},
    {.name = "__parameters__", .kind = MemberKind::Property, .get = get_parameters},
    {.name = "__typing_unpacked_tuple_args__", .kind = MemberKind::Property, .get = get_unpacked_tuple_args},
    {.name = "__unpacked__", .kind = MemberKind::Property, .get = get_unpacked},
};

template <Type& type>
MemberTable const& alias_members() {
  static constexpr MemberTable table{"types", &type, alias_rows, std::size(alias_rows)};
  return table;
}

constexpr Slots alias_slots(MemberTable const& (*members)(), BinarySlot unite) {
  Slots slots;
  slots.dealloc = dealloc_object<AliasObject>;
  slots.traverse = traverse_members<&AliasObject::origin, &AliasObject::args, &AliasObject::metadata>;
  slots.weak_references = forget_weak_references;
  slots.repr = alias_repr;
  slots.hash = alias_hash;
  slots.compare = alias_compare;
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = unite;
  slots.get_item = alias_item;
  slots.call = alias_call;
  slots.get_attr = alias_get_attr;
  slots.members = members;
  return slots;
}

// Unions.

/// What `type Name = ...` makes; by its name, as type variables are, so that programs without it needn't link it.
bool is_type_alias(Object const& object) noexcept {
  Type const* type = type_of(object);
  return !type->is_user_class && std::strcmp(type->name, "TypeAliasType") == 0;
}

bool is_unionable(Object const& object) noexcept {
  return object.is(None) || is_type_alias(object) || is_instance(object, type_type) ||
         is_instance(object, union_type) ||
         (object.is_heap() && (object.heap()->type == &generic_alias_type || object.heap() == &any_form));
}

Result<Object> union_repr(Object const& self) {
  std::string text;
  for (Object const& each : self.as<UnionObject>()->args.as<TupleObject>()->words()) {
    if (!text.empty()) text += " | ";
    text += each.is(box(none_type)) ? "None" : PASS(type_text(each));
  }
  return Str::from_utf8(text);
}

Result<std::int64_t> union_hash(Object const& self) { return hash_as_set(self.as<UnionObject>()->args); }

Result<Object> union_item(Object const& self, Object const& key) {
  return substituted(self, self.as<UnionObject>()->args, key);
}

Result<Object> get_union_args(Object const& self) { return self.as<UnionObject>()->args; }
Result<Object> get_union_parameters(Object const& self) { return type_parameters(self.as<UnionObject>()->args); }

constexpr Member union_rows[] = {
    {.name = "__args__", .kind = MemberKind::Property, .get = get_union_args},
    {.name = "__parameters__", .kind = MemberKind::Property, .get = get_union_parameters},
};

MemberTable const& union_members() {
  static constexpr MemberTable table{"types", &union_type, union_rows, std::size(union_rows)};
  return table;
}

constexpr Slots union_slots() {
  Slots slots;
  slots.dealloc = dealloc_object<UnionObject>;
  slots.traverse = traverse_members<&UnionObject::args>;
  slots.repr = union_repr;
  slots.hash = union_hash;
  slots.compare = compare_unions;
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = type_or;
  slots.get_item = union_item;
  slots.members = union_members;
  return slots;
}

Result<Object> construct_alias(Type*, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(no_keywords("GenericAlias", names));
  PASS(argument_range("GenericAlias", count, 2, 2));
  return make_alias(generic_alias_type, args[0], as_tuple(args[1]));
}

constexpr Slots generic_alias_slots() {
  Slots slots = alias_slots(alias_members<generic_alias_type>, type_or);
  slots.construct = construct_alias;
  slots.iter = alias_iter;
  return slots;
}

constexpr Slots typing_alias_slots() {
  Slots slots = alias_slots(alias_members<typing_alias_type>, typing_or);
  slots.set_attr = typing_alias_set_attr;
  return slots;
}

void append_members(std::vector<Object>& members, Object const& type) {
  if (type.is(None)) {
    members.push_back(box(none_type));
  } else if (is_instance(type, union_type)) {
    auto const words = type.as<UnionObject>()->args.as<TupleObject>()->words();
    members.insert(members.end(), words.begin(), words.end());
  } else {
    members.push_back(type);
  }
}

}  // namespace

Result<Object> without_duplicates(std::span<Object const> args) {
  std::vector<Object> kept;
  for (Object const& each : args) {
    bool is_known = false;
    for (Object const& other : kept) is_known = is_known || PASS(operators::same_or_equal(other, each));
    if (!is_known) kept.push_back(each);
  }
  return aiocc::make_tuple(kept);
}

Result<Object> type_or(Object const& left, Object const& right) {
  if (!is_unionable(left) || !is_unionable(right)) return NotImplemented;
  std::vector<Object> members;
  append_members(members, left);
  append_members(members, right);
  Object args = PASS(without_duplicates(members));
  if (args.as<TupleObject>()->size == 1) return args.as<TupleObject>()->items()[0];
  return Object::adopt(new UnionObject(std::move(args)));
}

}  // namespace detail

UnionObject::UnionObject(Object union_args) : HeapObject(&union_type), args(std::move(union_args)) {}

constinit Type generic_alias_type("types.GenericAlias", &object_type, sizeof(AliasObject),
                                  detail::generic_alias_slots(), "types");
constinit Type typing_alias_type("_GenericAlias", &object_type, sizeof(AliasObject), detail::typing_alias_slots(),
                                 "typing");
constinit Type union_type("types.UnionType", &object_type, sizeof(UnionObject), detail::union_slots(), "types");

}  // namespace aiocc
