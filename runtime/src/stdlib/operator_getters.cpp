// operator.attrgetter, itemgetter and methodcaller: objects that fetch or call when they're called.
#include "../objects/iterator_members.hpp"
#include "../objects/sequence.hpp"
#include "aiocc/objects/memory.hpp"
#include "aiocc/objects/native.hpp"
#include "aiocc/objects/text_builtins.hpp"
#include "aiocc/stdlib/functools.hpp"
#include "aiocc/stdlib/operator.hpp"

namespace aiocc::operator_ {

namespace {

struct ItemGetter : HeapObject {
  explicit ItemGetter(std::vector<Object> wanted) : HeapObject(&itemgetter_type), items(std::move(wanted)) {}
  std::vector<Object> items;
};

/// One name of an attrgetter: "a.b.c" as the attributes on the way.
using Path = std::vector<Object>;

struct AttributeGetter : HeapObject {
  AttributeGetter(std::vector<Object> wanted, std::vector<Path> parts)
      : HeapObject(&attrgetter_type), names(std::move(wanted)), paths(std::move(parts)) {}
  std::vector<Object> names;
  std::vector<Path> paths;
};

struct MethodCaller : HeapObject {
  MethodCaller(Str method, Object positional, Object named)
      : HeapObject(&methodcaller_type),
        name(std::move(method)),
        args(std::move(positional)),
        keywords(std::move(named)) {}
  Str name;
  /// A tuple.
  Object args;
  /// A dict, or unbound.
  Object keywords;
};

/// What is called takes one argument and no keywords.
Result<void> check_operand(char const* name, std::size_t count, KeywordNames const* names) {
  PASS(detail::no_keywords(name, names));
  return detail::argument_range(name, count, 1, 1);
}

Result<Object> call_itemgetter(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_operand("itemgetter", count, names));
  auto const& items = self.as<ItemGetter>()->items;
  if (items.size() == 1) return operators::get_item(args[0], items[0]);
  std::vector<Object> found;
  found.reserve(items.size());
  for (Object const& item : items) found.push_back(PASS(operators::get_item(args[0], item)));
  return aiocc::make_tuple(found);
}

Result<Object> follow(Object object, Path const& path) {
  for (Object const& name : path) object = PASS(operators::get_attr(object, static_cast<Str const&>(name)));
  return object;
}

Result<Object> call_attrgetter(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_operand("attrgetter", count, names));
  auto const& paths = self.as<AttributeGetter>()->paths;
  if (paths.size() == 1) return follow(args[0], paths[0]);
  std::vector<Object> found;
  found.reserve(paths.size());
  for (Path const& path : paths) found.push_back(PASS(follow(args[0], path)));
  return aiocc::make_tuple(found);
}

Result<Object> call_methodcaller(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_operand("methodcaller", count, names));
  auto caller = self.as<MethodCaller>();
  auto given = caller->args.as<TupleObject>();
  if (!caller->keywords.bound()) {
    std::vector<Object> all{args[0]};
    all.insert(all.end(), given->items(), given->items() + given->size);
    return call_method_array(caller->name, all.data(), all.size());
  }
  Object method = PASS(operators::get_attr(args[0], caller->name));
  return call_unpacked(method, caller->args, caller->keywords);
}

/// "operator.itemgetter(1, 2)".
Result<Object> repr_call(std::string_view name, std::span<Object const> items, Object const& keywords = Object()) {
  StrBuilder text;
  text.append_ascii(name);
  text.append_ascii("(");
  bool first = true;
  auto separate = [&] {
    if (!std::exchange(first, false)) text.append_ascii(", ");
  };
  for (Object const& item : items) {
    separate();
    text.append(PASS(operators::repr(item)));
  }
  std::size_t position = 0;
  while (DictEntry* entry = keywords.bound() ? keywords.as<DictObject>()->next(position) : nullptr) {
    separate();
    Object value = entry->value;
    text.append(static_cast<Str const&>(entry->key));
    text.append_ascii("=");
    text.append(PASS(operators::repr(value)));
  }
  text.append_ascii(")");
  return text.finish();
}

Result<Object> repr_itemgetter(Object const& self) {
  return repr_call("operator.itemgetter", self.as<ItemGetter>()->items);
}
Result<Object> repr_attrgetter(Object const& self) {
  return repr_call("operator.attrgetter", self.as<AttributeGetter>()->names);
}
Result<Object> repr_methodcaller(Object const& self) {
  auto caller = self.as<MethodCaller>();
  std::vector<Object> items{caller->name};
  auto given = caller->args.as<TupleObject>();
  items.insert(items.end(), given->items(), given->items() + given->size);
  return repr_call("operator.methodcaller", items, caller->keywords);
}

Path path_of(Str const& name) {
  Path path;
  std::string const text = name.utf8();
  std::size_t begin = 0;
  for (std::size_t dot = text.find('.'); dot != std::string::npos; dot = text.find('.', begin)) {
    path.push_back(Str::intern(std::string_view(text.substr(begin, dot - begin))));
    begin = dot + 1;
  }
  path.push_back(Str::intern(std::string_view(text.substr(begin))));
  return path;
}

// `__reduce__`, for copy and pickle.

Result<Object> reduce_itemgetter(NativeCall const& call) {
  return pack_tuple(box(itemgetter_type), aiocc::make_tuple(call.args[0].as<ItemGetter>()->items));
}

Result<Object> reduce_attrgetter(NativeCall const& call) {
  return pack_tuple(box(attrgetter_type), aiocc::make_tuple(call.args[0].as<AttributeGetter>()->names));
}

/// The class with the keywords is a partial.
Result<Object> reduce_methodcaller(NativeCall const& call) {
  auto caller = call.args[0].as<MethodCaller>();
  auto given = caller->args.as<TupleObject>();
  if (caller->keywords.bound()) {
    Object const called[] = {box(methodcaller_type), caller->name};
    Object const partial =
        PASS(functools::partial(Arguments(called, 2), word_cast<Dict<Str, Object>>(caller->keywords)));
    return pack_tuple(partial, caller->args);
  }
  std::vector<Object> items{caller->name};
  items.insert(items.end(), given->items(), given->items() + given->size);
  return pack_tuple(box(methodcaller_type), aiocc::make_tuple(items));
}

/// What the header declares, and `__reduce__`.
template <Type& type, NativeBody reduce>
MemberTable const& getter_members() {
  static MemberTable const table = [] {
    MemberTable made = detail::make_iterator_members(type, {.reduce = reduce});
    made.constructor = members<type>().constructor;
    return made;
  }();
  return table;
}

template <class Layout, Type& type, NativeBody reduce, auto... traversed>
constexpr Slots caller_slots(CallSlot call, UnarySlot repr) {
  return {.dealloc = detail::dealloc_object<Layout>,
          .traverse = detail::traverse_members<traversed...>,
          .repr = repr,
          .call = call,
          .members = getter_members<type, reduce>};
}

}  // namespace

constinit Type itemgetter_type(
    "operator.itemgetter", &object_type, sizeof(ItemGetter),
    caller_slots<ItemGetter, itemgetter_type, reduce_itemgetter, &ItemGetter::items>(call_itemgetter, repr_itemgetter),
    "operator");
constinit Type attrgetter_type("operator.attrgetter", &object_type, sizeof(AttributeGetter),
                               caller_slots<AttributeGetter, attrgetter_type, reduce_attrgetter>(call_attrgetter,
                                                                                                 repr_attrgetter),
                               "operator");
constinit Type methodcaller_type("operator.methodcaller", &object_type, sizeof(MethodCaller),
                                 caller_slots<MethodCaller, methodcaller_type, reduce_methodcaller, &MethodCaller::args,
                                              &MethodCaller::keywords>(call_methodcaller, repr_methodcaller),
                                 "operator");

Result<Object> itemgetter(Arguments items) {
  if (items.empty()) return raise_error(type_error_type, "itemgetter expected 1 argument, got 0");
  return Object::adopt(new ItemGetter(std::vector<Object>(items.begin(), items.end())));
}

Result<Object> attrgetter(Arguments attributes) {
  if (attributes.empty()) return raise_error(type_error_type, "attrgetter expected 1 argument, got 0");
  std::vector<Path> paths;
  for (Object const& name : attributes) {
    if (!is_str(name)) return raise_error(type_error_type, "attribute name must be a string");
    paths.push_back(path_of(static_cast<Str const&>(name)));
  }
  return Object::adopt(
      new AttributeGetter(std::vector<Object>(attributes.begin(), attributes.end()), std::move(paths)));
}

Result<Object> methodcaller(Arguments args, Dict<Str, Object> const& kwargs) {
  if (args.empty()) return raise_error(type_error_type, "methodcaller needs at least one argument, the method name");
  if (!is_str(args[0])) return raise_error(type_error_type, "method name must be a string");
  Object keywords = kwargs.bound() && kwargs.size() > 0 ? Object(kwargs) : Object();
  return Object::adopt(new MethodCaller(Str::intern(static_cast<Str const&>(args[0])),
                                        make_tuple({args.data() + 1, args.size() - 1}), std::move(keywords)));
}

}  // namespace aiocc::operator_
