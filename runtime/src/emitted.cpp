// The compiled half of what emitted code is written with.
#include "aiocc/emitted.hpp"

#include "aiocc/core/warn.hpp"
#include "aiocc/objects/str_builder.hpp"
#include "core/awaitable.hpp"
#include "objects/core.hpp"

namespace aiocc {

void warn_syntax(Span const* span, char const* message) { print_warning(span, syntax_warning_type, message); }

Object local_variables(std::initializer_list<LocalVariable> variables) {
  Object made = Object::adopt(make_dict_object());
  for (LocalVariable const& each : variables) {
    if (each.value.bound()) dict_set_str(made.as<DictObject>(), Str::intern(each.name), each.value);
  }
  return made;
}

Result<Object> unknown_name(char const* module, Str const& name) {
  Object stored = stored_global(module, name);
  if (stored.bound()) return stored;
  return raise_name_error(name.utf8().c_str());
}

Result<void> set_class_cell(Object const& attributes, Cell<Object> const& cell) {
  return set_class_name(attributes, "__classcell__"_s, cell);
}

Result<Object> class_name(Object const& attributes, Str const& name, Object const& fallback) {
  if (type_of(attributes) == &dict_type) {
    if (Object const* found = dict_get_str(attributes.as<DictObject>(), name)) return *found;
  } else {
    Result<Object> found = operators::get_item(attributes, name);
    if (found || !error_is(key_error_type)) return found;
    take_error();
  }
  if (!fallback.bound()) return raise_name_error(name.utf8().c_str());
  return fallback;
}

Result<void> set_class_name(Object const& attributes, Str const& name, Object const& value) {
  if (type_of(attributes) != &dict_type) return operators::set_item(attributes, name, value);
  dict_set_str(attributes.as<DictObject>(), name, value);
  return {};
}

void define_class_name(Object const& attributes, Str const& name, Object const& value) {
  dict_set_str(attributes.as<DictObject>(), name, value);
}

void forget_class_name(Object const& attributes, Str const& name) {
  if (!delete_class_name(attributes, name)) take_error();
}

Result<void> delete_class_name(Object const& attributes, Str const& name) {
  if (type_of(attributes) != &dict_type) {
    Result<void> deleted = operators::delete_item(attributes, name);
    if (deleted || !error_is(key_error_type)) return deleted;
    take_error();
    return raise_name_error(name.utf8().c_str());
  }
  if (!dict_delete_str(attributes.as<DictObject>(), name)) return raise_name_error(name.utf8().c_str());
  return {};
}

Result<void> set_class_annotation(Object const& attributes, Str const& name, Object const& annotation) {
  Object const annotations = PASS(class_name(attributes, "__annotations__"_s, Object()));
  return operators::set_item(annotations, name, annotation);
}

Result<void> set_module_annotation(Object const& globals, Str const& name, Object const& annotation) {
  // A module whose globals are variables stands for itself.
  if (is_instance(globals, module_type))
    return operators::set_item(PASS(operators::get_attr(globals, "__annotations__"_s)), name, annotation);
  Object annotations = find_name(globals, "__annotations__"_s, Object());
  if (!annotations.bound()) {
    annotations = Object::adopt(make_dict_object());
    store_name(globals, "__annotations__"_s, annotations);
  }
  return operators::set_item(annotations, name, annotation);
}

namespace {

/// True: `callee` is a function of the object's class, to be called with the object first.
Result<bool> look_up(Object const& object, Str const& name, Object& callee) {
  if (detail::find_method(object, name, callee)) [[likely]]
    return true;
  if (detail::find_static_method(object, name, callee)) return false;
  callee = PASS(operators::get_attr(object, name));
  return false;
}

}  // namespace

Result<Object> detail::invoke_packed(Str const& name, Object const* packed, std::size_t count,
                                     KeywordNames const* names) {
  CachedLookup const* const known = cached_lookup(type_of(packed[0]), name);
  if (known && known->call == CallKind::BuiltinMethod) [[likely]] {
    auto* const function = reinterpret_cast<Object const&>(known->value).as<FunctionObject>();
    return function->entry(function, packed, count, names);
  }
  if (type_of(packed[0]) == &super_type) {
    if (auto result = call_method_of_super(name, packed, count, names)) return std::move(*result);
  }
  Object callee;
  Result<bool> const takes_self = look_up(packed[0], name, callee);
  if (!takes_self) [[unlikely]] {
    state.lookup_failed = true;
    return raised;
  }
  return takes_self.value() ? call_array(callee, packed, count, names)
                            : call_array(callee, packed + 1, count - 1, names);
}

Result<void> Method::find(Object const& object, Str const& name) {
  if (PASS(look_up(object, name, function_))) self_ = object;
  return {};
}

Result<Object> ContextManager::enter_by(Object const& manager, Str const& enter_name, Str const& exit_name,
                                        char const* protocol) {
  // Both are looked up, and bound, before the first is called.
  detail::Method enter;
  detail::Method exit;
  PASS(detail::find_method(manager, enter_name, enter));
  if (enter) PASS(detail::find_method(manager, exit_name, exit));
  if (!exit) {
    std::string text =
        std::string("'") + type_of(manager)->name + "' object does not support the " + protocol + " protocol";
    if (enter) text += " (missed " + exit_name.utf8() + " method)";
    return raise_error(type_error_type, text);
  }
  // Without a manager `exit_` is bound already.
  if (exit.takes_self) manager_ = manager;
  exit_ = std::move(exit.function);
  return detail::call_found(enter, manager, nullptr, 0);
}

Result<Object> ContextManager::enter(Object const& manager) {
  return enter_by(manager, "__enter__"_s, "__exit__"_s, "context manager");
}

Result<Object> ContextManager::aenter(Object const& manager) {
  Object entering = PASS(enter_by(manager, "__aenter__"_s, "__aexit__"_s, "asynchronous context manager"));
  return detail::awaitable_from(std::move(entering), "__aenter__");
}

Result<ExitArguments> exit_arguments(Ref<BaseException> const& exception) {
  if (!exception.bound()) return ExitArguments();
  Object traceback = PASS(operators::get_attr(exception, "__traceback__"_s));
  return ExitArguments{box(*exception->type), exception, std::move(traceback)};
}

Result<Object> ContextManager::exit(Ref<BaseException> const& exception) {
  ExitArguments const arguments = PASS(exit_arguments(exception));
  if (!manager_.bound()) return call(exit_, arguments.type, arguments.value, arguments.traceback);
  return call(exit_, manager_, arguments.type, arguments.value, arguments.traceback);
}

Result<Object> ContextManager::aexit(Ref<BaseException> const& exception) {
  return detail::awaitable_from(PASS(exit(exception)), "__aexit__");
}

Result<Object> dict_display(Arguments entries) {
  Object made = Object::adopt(make_dict_object());
  for (Object const* entry = entries.begin(); entry != entries.end(); entry += 2)
    PASS(made.as<DictObject>()->set(entry[0], entry[1]));
  return made;
}

Object make_name_dict(Arguments entries) {
  Object made = Object::adopt(make_dict_object());
  for (Object const* entry = entries.begin(); entry != entries.end(); entry += 2)
    dict_set_str(made.as<DictObject>(), word_cast<Str>(entry[0]), entry[1]);
  return made;
}

void list_append(Object const& list, Object const& value) { list.as<ListObject>()->items().push_back(value); }

Result<void> list_extend(Object const& list, Object const& iterable) {
  Type const* type = detail::ready_type(iterable);
  if (!type->slots.iter && !type->slots.get_item)
    return detail::raise_format(type_error_type, "Value after * must be an iterable, not {}", type->name);
  Iteration items = PASS(iterate(iterable));
  PASS(detail::ask_length_hint(iterable));
  while (true) {
    Object item;
    bool const more = PASS(items.next(item));
    if (!more) return {};
    list_append(list, item);
  }
}

Object list_to_tuple(Object const& list) {
  auto const& items = list.as<ListObject>()->items();
  TupleObject* const tuple = make_tuple_object(items.size());
  for (std::size_t index = 0; index < items.size(); ++index) tuple->items()[index] = items[index];
  return Object::adopt(tuple);
}

Result<void> set_add(Object const& set, Object const& value) { return word_cast<Set<Object>>(set).add(value); }

Result<void> set_update(Object const& set, Object const& iterable) {
  return detail::set_update(set.as<SetObject>(), Arguments({iterable}));
}

Result<void> dict_merge(Object const& dict, Object const& other) {
  Object keys;
  bool const is_mapping = is_instance(other, dict_type) || PASS(operators::find_attr(other, "keys"_s, keys));
  if (!is_mapping)
    return raise_error(type_error_type, std::string("'") + type_of(other)->name + "' object is not a mapping");
  return dict.as<DictObject>()->update(other);
}

namespace detail {

Object make_plain_function(Entry entry, FunctionInfo const& info) {
  return make_function(entry, info.signature, info.code);
}

KeywordNames const bound_arguments{};

Result<Object> call_binding(FunctionObject* function, Object const* args, std::size_t count,
                            KeywordNames const* names) {
  constexpr std::size_t usual_count = 8;
  std::size_t const total = function->signature->total();
  if (total > usual_count) {
    std::vector<Object> slots(total);
    PASS(bind_arguments(function, args, count, names, slots.data()));
    return function->entry(function, slots.data(), total, &bound_arguments);
  }
  Object slots[usual_count];
  PASS(bind_arguments(function, args, count, names, slots));
  return function->entry(function, slots, total, &bound_arguments);
}

}  // namespace detail

Str join_parts(Arguments parts) {
  std::int64_t length = 0;
  for (Object const& part : parts) length += static_cast<Str const&>(part).length();
  StrBuilder builder(length);
  for (Object const& part : parts) builder.append(static_cast<Str const&>(part));
  return builder.finish();
}

}  // namespace aiocc
