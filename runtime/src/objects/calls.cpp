// Calls of anything: by slots, by method name, and with unpacked arguments.
#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "core.hpp"

namespace aiocc {
namespace detail {

Result<Object> call_slow(Object const& callee, Object const* args, std::size_t count, KeywordNames const* names) {
  Type* const type = ready_type(callee);
  if (type == &builtin_function_type || type == &method_descriptor_type) {
    auto* const function = callee.as<FunctionObject>();
    return function->entry(function, args, count, names);
  }
  CallSlot call = type->slots.call;
  if (!call) return raise_format(type_error_type, "'{}' object is not callable", type_name(callee));
  return call(callee, args, count, names);
}

void raise_recursion_error() noexcept {
  // Room for the error's own making.
  std::uint32_t limit = std::exchange(state.recursion_limit, state.recursion_limit + 50);
  raise_error(recursion_error_type, "maximum recursion depth exceeded");
  state.recursion_limit = limit;
}

bool is_too_deep() noexcept {
  if (state.depth < state.recursion_limit && !stack_exhausted()) return false;
  raise_recursion_error();
  return true;
}

Result<bool> find_method(Object const& self, Str const& name, Method& method) {
  Type* type = ready_type(self);
  Object const* found = quick_lookup(type, name).value;
  if (!found) return false;
  method.function = *found;
  method.takes_self = false;
  if (!method.function.is_heap()) return true;
  Type* kind = ready_type(method.function);
  if (kind == &function_type || kind == &method_descriptor_type)
    method.takes_self = true;
  else if (kind->slots.descriptor_get)
    method.function = PASS(kind->slots.descriptor_get(method.function, self, type));
  return true;
}

Result<Object> call_found(Method const& method, Object const& self, Object const* args, std::size_t count,
                          KeywordNames const* names) {
  if (!method.takes_self) return call_array(method.function, args, count, names);
  WordBuffer all(count + 1);
  all.push(self);
  all.push(args, count);
  return call_array(method.function, all.data(), all.size(), names);
}

namespace {

/// Something in the instance itself hides the class's method of this name.
bool hidden_by_instance(HeapObject* object, Field const* field, Str const& name) {
  if (field && load_field(object, *field).bound()) return true;
  DictObject** overflow = overflow_of(object);
  return overflow && *overflow && dict_get_str(*overflow, name);
}

AIOCC_COLD bool search_method(Object const& object, Str const& name, Object& function) noexcept {
  Type* type = ready_type(object);
  if (type->slots.get_attr) return false;
  Lookup const found = lookup(type, name);
  if (!found.value || !found.value->is_heap()) return false;
  Type* kind = found.value->heap()->type;
  if (kind != &function_type && kind != &method_descriptor_type) return false;
  if (object.is_heap() && hidden_by_instance(object.heap(), found.field, name)) return false;
  function = *found.value;
  return true;
}

}  // namespace

bool find_method(Object const& object, Str const& name, Object& function) noexcept {
  CachedLookup const* const entry = cached_lookup(type_of(object), name);
  if (!entry) return search_method(object, name, function);
  // Without a class attribute there's no method.
  if (entry->call == CallKind::Attribute) return entry->value != 0 && search_method(object, name, function);
  if (entry->call == CallKind::Static) return false;
  if (entry->call == CallKind::Method && hidden_by_instance(object.heap(), nullptr, name)) return false;
  function = reinterpret_cast<Object const&>(entry->value);
  return true;
}

bool find_static_method(Object const& object, Str const& name, Object& function) noexcept {
  CachedLookup const* const entry = cached_lookup(type_of(object), name);
  if (!entry || entry->call != CallKind::Static) return false;
  if (object.is_heap() && hidden_by_instance(object.heap(), nullptr, name)) return false;
  function = function_of_static_method(reinterpret_cast<Object const&>(entry->value));
  return true;
}

std::optional<Result<Object>> call_method_of_super(Str const& name, Object const* args, std::size_t count,
                                                   KeywordNames const* names) {
  Object function;
  Object self;
  if (!find_method_of_super(args[0], name, function, self)) return std::nullopt;
  WordBuffer all(count);
  all.push(self);
  all.push(args + 1, count - 1);
  return call_array(function, all.data(), all.size(), names);
}

}  // namespace detail

Result<Object> call_method_array(Str const& name, Object const* args, std::size_t count, KeywordNames const* names) {
  if (type_of(args[0]) == &super_type) {
    if (auto result = detail::call_method_of_super(name, args, count, names)) return std::move(*result);
  }
  Object function;
  if (detail::find_method(args[0], name, function)) [[likely]] {
    auto* target = function.as<FunctionObject>();
    return target->entry(target, args, count, names);
  }
  function = PASS(operators::get_attr(args[0], name));
  return call_array(function, args + 1, count - 1, names);
}

namespace {

/// CPython: _PyObject_FunctionStr.
std::string callee_name(Object const& callee) {
  Object module;
  Object name;
  Result<bool> const has_module = operators::find_attr(callee, "__module__"_s, module);
  Result<bool> const has_name = operators::find_attr(callee, "__qualname__"_s, name);
  if (!has_module || !has_name) take_error();
  if (name.bound() && is_instance(name, str_type)) {
    std::string text = word_cast<Str>(name).utf8() + "()";
    bool const is_builtin = !is_instance(module, str_type) || word_cast<Str>(module).equals("builtins");
    return is_builtin ? text : word_cast<Str>(module).utf8() + "." + text;
  }
  Result<Str> text = operators::str(callee);
  if (text) return text.value().utf8();
  take_error();
  return "?";
}

}  // namespace

Result<void> add_arguments(Object const& args, Object const& iterable, Object const& callee) {
  Type* type = detail::ready_type(iterable);
  if (!type->slots.iter && !type->slots.get_item)
    return detail::raise_format(type_error_type, "{} argument after * must be an iterable, not {}", callee_name(callee),
                                type->name);
  return args.as<ListObject>()->extend(iterable);
}

Result<void> add_keywords(Object const& keywords, Object const& mapping, Object const& callee) {
  Object source = mapping;
  if (is_instance(source, dict_type)) {
    if (type_of(source) != &dict_type) source = PASS(detail::copy_dict(detail::as_dict(source)));
  } else {
    Object keys;
    if (!PASS(operators::find_attr(mapping, "keys"_s, keys)))
      return detail::raise_format(type_error_type, "{} argument after ** must be a mapping, not {}",
                                  callee_name(callee), detail::type_name(mapping));
    source = Object::adopt(make_dict_object());
    PASS(detail::as_dict(source)->update(mapping));
  }
  bool const given = detail::as_dict(keywords)->used != 0;
  std::size_t position = 0;
  while (DictEntry const* entry = detail::as_dict(source)->next(position)) {
    if (!is_instance(entry->key, str_type)) return raise_error(type_error_type, "keywords must be strings");
    Str name = word_cast<Str>(entry->key);
    if (given && dict_get_str(detail::as_dict(keywords), name))
      return detail::raise_format(type_error_type, "{} got multiple values for keyword argument '{}'",
                                  callee_name(callee), name.utf8());
    dict_set_str(detail::as_dict(keywords), name, entry->value);
  }
  return {};
}

Result<Object> call_unpacked(Object const& callee, Object&& args, Object const& keywords) {
  bool const is_own =
      args.is_heap() && args.heap()->type == &list_type && args.heap()->references == 1 && !keywords.bound();
  if (!is_own) return call_unpacked(callee, static_cast<Object const&>(args), keywords);
  std::vector<Object> items = std::move(args.as<ListObject>()->items());
  args.reset();
  Result<Object> result = call_array(callee, items.data(), items.size());
  detail::drop_items(items);
  return result;
}

Result<Object> call_unpacked(Object const& callee, Object const& args, Object const& keywords) {
  std::span<Object const> positional;
  // A copy: the callee may change the list while it runs.
  Object held = args;
  if (args.bound() && !is_instance(args, tuple_type)) {
    if (type_of(args) != &list_type) {
      held = Object::adopt(make_list_object());
      PASS(add_arguments(held, args, callee));
    }
    held = aiocc::make_tuple(held.as<ListObject>()->items());
  }
  if (held.bound()) positional = held.as<TupleObject>()->words();
  DictObject* dict = keywords.bound() ? detail::as_dict(keywords) : nullptr;
  if (!dict || dict->used == 0) return call_array(callee, positional.data(), positional.size());
  // Programs don't get at the dict, so it keeps what it has.
  Object const kept = keywords;
  detail::WordBuffer all(positional.size() + dict->used);
  detail::WordBuffer names(dict->used);
  all.push(positional.data(), positional.size());
  std::size_t position = 0;
  while (DictEntry const* entry = dict->next(position)) {
    names.push(entry->key);
    all.push(entry->value);
  }
  KeywordNames const keyword_names{{static_cast<Str const*>(names.data()), names.size()}};
  return call_array(callee, all.data(), all.size(), &keyword_names);
}

}  // namespace aiocc
