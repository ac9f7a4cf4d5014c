// The compiled half of what emitted code is written with.
#include "aiocc/emitted.hpp"

#include "aiocc/objects/str_builder.hpp"

namespace aiocc {

Object class_namespace(ClassSpec const& spec) {
  Object made = Object::adopt(make_dict_object());
  auto* const dict = made.as<DictObject>();
  dict_set_str(dict, "__module__"_s, Str::from_utf8(spec.module));
  dict_set_str(dict, "__qualname__"_s, Str::from_utf8(spec.qualified_name));
  if (spec.doc) dict_set_str(dict, "__doc__"_s, Str::from_utf8(spec.doc));
  return made;
}

void set_class_cell(Object const& class_namespace, Cell<Object> const& cell) {
  dict_set_str(class_namespace.as<DictObject>(), "__classcell__"_s, cell);
}

Result<Object> class_name(Object const& class_namespace, Str const& name, Object const& fallback) {
  if (Object const* found = dict_get_str(class_namespace.as<DictObject>(), name)) return *found;
  if (!fallback.bound()) return raise_name_error(name.utf8().c_str());
  return fallback;
}

void set_class_name(Object const& class_namespace, Str const& name, Object const& value) {
  dict_set_str(class_namespace.as<DictObject>(), name, value);
}

Result<void> delete_class_name(Object const& class_namespace, Str const& name) {
  if (!dict_delete_str(class_namespace.as<DictObject>(), name)) return raise_name_error(name.utf8().c_str());
  return {};
}

Result<Object> class_statement(ClassSpec const& spec, Object const& class_namespace, std::initializer_list<Object> bases,
                               std::initializer_list<Object> keyword_values, KeywordNames const& keywords) {
  auto* const dict = class_namespace.as<DictObject>();
  Object cell;
  if (Object const* found = dict_get_str(dict, "__classcell__"_s)) {
    cell = *found;
    dict_delete_str(dict, "__classcell__"_s);
  }
  KeywordNames const* const names = keyword_values.size() == 0 ? nullptr : &keywords;
  Object made = PASS(make_class(spec, bases.begin(), bases.size(), class_namespace, keyword_values.begin(), names));
  if (cell.bound()) cell.as<CellObject<Object>>()->value = made;
  return made;
}

Result<void> Method::find(Object const& object, Str const& name) {
  bool const is_method = detail::find_method(object, name, function_);
  if (is_method) {
    self_ = object;
    return {};
  }
  function_ = PASS(operators::get_attr(object, name));
  return {};
}

Result<Object> ContextManager::enter_by(Object const& manager, Str const& enter_name, Str const& exit_name, char const* protocol) {
  Type* const type = type_of(manager);
  detail::ensure_ready(type);
  Object const* const found_enter = detail::find_in_mro(type, enter_name);
  Object const enter = found_enter ? *found_enter : Object();
  Object const* const found_exit = detail::find_in_mro(type, exit_name);
  if (!enter.bound() || !found_exit) {
    std::string text = std::string("'") + type->name + "' object does not support the " + protocol + " protocol";
    if (enter.bound()) text += " (missed " + exit_name.utf8() + " method)";
    return raise_error(type_error_type, text);
  }
  manager_ = manager;
  exit_ = *found_exit;
  return call(enter, manager);
}

Result<Object> ContextManager::enter(Object const& manager) {
  return enter_by(manager, "__enter__"_s, "__exit__"_s, "context manager");
}

Result<Object> ContextManager::aenter(Object const& manager) {
  return enter_by(manager, "__aenter__"_s, "__aexit__"_s, "asynchronous context manager");
}

Result<ExitArguments> exit_arguments(Ref<BaseException> const& exception) {
  if (!exception.bound()) return ExitArguments();
  Object traceback = PASS(operators::get_attr(exception, "__traceback__"_s));
  return ExitArguments{box(*exception->type), exception, std::move(traceback)};
}

Result<Object> ContextManager::exit(Ref<BaseException> const& exception) {
  ExitArguments const arguments = PASS(exit_arguments(exception));
  return call(exit_, manager_, arguments.type, arguments.value, arguments.traceback);
}

Result<Object> dict_display(std::initializer_list<Object> entries) {
  Object made = Object::adopt(make_dict_object());
  for (Object const* entry = entries.begin(); entry != entries.end(); entry += 2)
    PASS(made.as<DictObject>()->set(entry[0], entry[1]));
  return made;
}

Object make_name_dict(std::initializer_list<Object> entries) {
  Object made = Object::adopt(make_dict_object());
  for (Object const* entry = entries.begin(); entry != entries.end(); entry += 2)
    dict_set_str(made.as<DictObject>(), word_cast<Str>(entry[0]), entry[1]);
  return made;
}

void list_append(Object const& list, Object const& value) { list.as<ListObject>()->items.push_back(value); }

Result<void> list_extend(Object const& list, Object const& iterable) {
  Iteration items = PASS(iterate(iterable));
  while (true) {
    Object item;
    bool const more = PASS(items.next(item));
    if (!more) return {};
    list_append(list, item);
  }
}

Object list_to_tuple(Object const& list) {
  auto const& items = list.as<ListObject>()->items;
  TupleObject* const tuple = make_tuple_object(items.size());
  for (std::size_t index = 0; index < items.size(); ++index) tuple->items()[index] = items[index];
  return Object::adopt(tuple);
}

Result<void> set_add(Object const& set, Object const& value) { return word_cast<Set<Object>>(set).add(value); }

Result<void> set_update(Object const& set, Object const& iterable) {
  return detail::set_update(set.as<SetObject>(), Arguments({iterable}));
}

Result<void> dict_merge(Object const& dict, Object const& other) { return dict.as<DictObject>()->update(other); }

Str join_parts(std::initializer_list<Str> parts) {
  StrBuilder builder;
  for (Str const& part : parts) builder.append(part);
  return builder.finish();
}

}  // namespace aiocc
