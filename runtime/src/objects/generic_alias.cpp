// `list[int]` and `int | None` as values: they mean nothing at run time but their text, and the class that they stand for.
#include "aiocc/objects/generic_alias.hpp"

#include <algorithm>

#include "aiocc/objects/builtins.hpp"
#include "core.hpp"

namespace aiocc {
namespace detail {
namespace {

GenericAliasObject* alias_of(Object const& self) noexcept { return self.as<GenericAliasObject>(); }

/// A type as annotations write it: "int", "app.Point", "None", or whatever its repr is.
Result<std::string> annotation_text(Object const& object) {
  if (object.is(Ellipsis)) return std::string("...");
  if (object.is(box(none_type))) return std::string("None");
  if (is_instance(object, type_type)) return qualified_type_name(object.as<Type>());
  return PASS(operators::repr(object)).utf8();
}

Result<std::string> joined(Object const& args, char const* separator) {
  std::string text;
  for (Object const& arg : args.as<TupleObject>()->words()) {
    if (!text.empty()) text += separator;
    text += PASS(annotation_text(arg));
  }
  return text;
}

Result<Object> alias_repr(Object const& self) {
  std::string origin = PASS(annotation_text(alias_of(self)->origin));
  std::string args = PASS(joined(alias_of(self)->args, ", "));
  if (args.empty()) args = "()";
  return Str::from_utf8(origin + "[" + args + "]");
}

Result<Object> union_repr(Object const& self) { return Str::from_utf8(PASS(joined(alias_of(self)->args, " | "))); }

Result<Object> alias_call(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  return call_array(Object(alias_of(self)->origin), args, count, names);
}

Result<Object> alias_get_attr(Object const& self, Str const& name) {
  Object value;
  if (PASS(generic_find_attr(self, name, value))) return value;
  return operators::get_attr(alias_of(self)->origin, name);
}

Result<Object> alias_compare(Object const& left, Object const& right, CompareOp op) {
  if ((op != CompareOp::Eq && op != CompareOp::Ne) || type_of(left) != type_of(right)) return NotImplemented;
  bool same_origin = alias_of(left)->origin.is(alias_of(right)->origin);
  bool equal = same_origin && PASS(operators::test_equal(alias_of(left)->args, alias_of(right)->args));
  return box(equal == (op == CompareOp::Eq));
}

Result<std::int64_t> alias_hash(Object const& self) { return operators::hash(alias_of(self)->args); }

/// `left | right` where both are types or None.
Result<Object> type_or(Object const& left, Object const& right) {
  std::vector<Object> members;
  for (Object const& side : {left, right}) {
    if (type_of(side) == &union_type) {
      auto words = alias_of(side)->args.as<TupleObject>()->words();
      members.insert(members.end(), words.begin(), words.end());
    } else if (is_instance(side, type_type) || type_of(side) == &generic_alias_type) {
      members.push_back(side);
    } else if (side.is(None)) {
      members.push_back(box(none_type));
    } else {
      return NotImplemented;
    }
  }
  std::vector<Object> distinct;
  for (Object const& member : members)
    if (std::none_of(distinct.begin(), distinct.end(), [&](Object const& other) { return other.is(member); }))
      distinct.push_back(member);
  if (distinct.size() == 1) return distinct[0];
  auto made = new GenericAliasObject;
  made->type = &union_type;
  made->args = aiocc::make_tuple(distinct);
  return Object::adopt(made);
}

Result<Object> class_get_item(FunctionObject*, Object const* args, std::size_t count, KeywordNames const*) {
  if (count != 2) return raise_format(type_error_type, "__class_getitem__() takes exactly one argument ({} given)", count - 1);
  return make_generic_alias(args[0], args[1]);
}

Result<Object> mro_entries(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  return pack_tuple(alias_of(args[0])->origin);
}

Result<Object> get_origin(Object const& self) { return alias_of(self)->origin; }
Result<Object> get_args(Object const& self) { return alias_of(self)->args; }

constexpr CoreMethod class_methods[] = {{"__class_getitem__", class_get_item, MemberKind::ClassMethod}};
constexpr CoreMethod alias_methods[] = {{"__mro_entries__", mro_entries}};
constexpr Member alias_properties[] = {
    {.name = "__origin__", .kind = MemberKind::Property, .get = get_origin},
    {.name = "__args__", .kind = MemberKind::Property, .get = get_args},
};
constexpr Member union_properties[] = {{.name = "__args__", .kind = MemberKind::Property, .get = get_args}};

constexpr Slots alias_slots() {
  Slots slots{.dealloc = dealloc_object<GenericAliasObject>,
              .repr = alias_repr,
              .hash = alias_hash,
              .compare = alias_compare,
              .call = alias_call,
              .get_attr = alias_get_attr};
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = type_or;
  return slots;
}
constexpr Slots union_slots() {
  Slots slots{.dealloc = dealloc_object<GenericAliasObject>, .repr = union_repr, .hash = alias_hash, .compare = alias_compare};
  slots.binary[static_cast<std::size_t>(BinaryOp::Or)] = type_or;
  return slots;
}

}  // namespace

Result<Object> union_of_types(Object const& left, Object const& right) { return type_or(left, right); }

void add_generic_members(Type* type) {
  for (Type* generic : {&list_type, &dict_type, &tuple_type, &set_type, &frozenset_type})
    if (type == generic) add_methods(type, class_methods);
  if (type == &generic_alias_type) {
    add_methods(type, alias_methods);
    add_properties(type, alias_properties);
  }
  if (type == &union_type) add_properties(type, union_properties);
}

}  // namespace detail

constinit Type generic_alias_type("GenericAlias", &object_type, sizeof(GenericAliasObject), detail::alias_slots(), "types");
constinit Type union_type("UnionType", &object_type, sizeof(GenericAliasObject), detail::union_slots(), "types");

Object make_generic_alias(Object const& origin, Object const& args) {
  auto alias = new GenericAliasObject;
  alias->type = &generic_alias_type;
  alias->origin = origin;
  alias->args = is_instance(args, tuple_type) ? args : pack_tuple(args);
  return Object::adopt(alias);
}

}  // namespace aiocc
