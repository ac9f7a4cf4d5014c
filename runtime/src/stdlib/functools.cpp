// functools.partial, reduce and cmp_to_key.
#include "aiocc/stdlib/functools.hpp"

#include <algorithm>

#include "../objects/native_instance.hpp"
#include "../objects/sequence.hpp"
#include "aiocc/core/warn.hpp"
#include "own_attributes.hpp"

namespace aiocc::functools {

namespace {

struct PartialObject : aiocc::detail::WithAttributes {
  PartialObject(Object called, Object positional, Object named)
      : WithAttributes(&partial_type),
        function(std::move(called)),
        args(std::move(positional)),
        keywords(std::move(named)) {}
  Object function;
  /// A tuple.
  Object args;
  /// A dict.
  Object keywords;
};

/// What cmp_to_key gives, and what that gives when it's called with an object.
struct KeyWrapper : HeapObject {
  KeyWrapper(Object comparison, Object wrapped)
      : HeapObject(&key_wrapper_type), compare(std::move(comparison)), object(std::move(wrapped)) {}
  Object compare;
  /// Unbound in the key function itself.
  Object object;
};

Object concatenated(Object const& tuple, Object const* args, std::size_t count) {
  auto before = tuple.as<TupleObject>();
  auto all = make_tuple_object(before->size + count);
  std::copy_n(before->items(), before->size, all->items());
  std::copy_n(args, count, all->items() + before->size);
  return Object::adopt(all);
}

Result<Object> call_partial(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  auto partial = self.as<PartialObject>();
  auto bound = partial->args.as<TupleObject>();
  Object function = partial->function;
  if (partial->keywords.as<DictObject>()->used == 0) {
    aiocc::detail::WordBuffer all(bound->size + count);
    all.push(bound->items(), bound->size);
    all.push(args, count);
    Object kept = partial->args;
    return call_array(function, all.data(), all.size(), names);
  }
  std::size_t const given = names ? names->names.size() : 0;
  Object keywords = Object::adopt(partial->keywords.as<DictObject>()->copy());
  std::size_t position = 0;
  // Programs get at the dict.
  while (DictEntry const* entry = keywords.as<DictObject>()->next(position))
    if (!is_any_str(entry->key)) return raise_error(type_error_type, "keywords must be strings");
  for (std::size_t i = 0; i < given; ++i)
    dict_set_str(keywords.as<DictObject>(), names->names[i], args[count - given + i]);
  return call_unpacked(function, concatenated(partial->args, args, count - given), keywords);
}

/// An attribute of a class that's read through an instance.
Result<Object> partial_of_instance(Object const& self, Object const& instance, Type*) {
  if (instance.bound())
    PASS(warn(future_warning_type,
              "functools.partial will be a method descriptor in future Python versions; wrap it in staticmethod() if "
              "you want to preserve the old behavior"));
  return self;
}

Result<Object> repr_partial(Object const& self) {
  aiocc::detail::ReprGuard guard(self.heap());
  if (guard.repeated()) return Str::from_utf8("...");
  auto partial = self.as<PartialObject>();
  StrBuilder text;
  text.append_utf8(aiocc::detail::qualified_type_name(type_of(self)));
  text.append_ascii("(");
  text.append(PASS(operators::repr(partial->function)));
  Object args = partial->args, keywords = partial->keywords;
  for (Object const& each : args.as<TupleObject>()->words()) {
    text.append_ascii(", ");
    text.append(PASS(operators::repr(each)));
  }
  std::size_t position = 0;
  while (DictEntry* entry = keywords.as<DictObject>()->next(position)) {
    DictEntry copy = *entry;
    text.append_ascii(", ");
    text.append(PASS(operators::str(copy.key)));
    text.append_ascii("=");
    text.append(PASS(operators::repr(copy.value)));
  }
  text.append_ascii(")");
  return text.finish();
}

bool is_callable(Object const& value) noexcept {
  return value.is_heap() && aiocc::detail::ready_type(value)->slots.call;
}

/// A partial of a partial is one partial, unless somebody gave the inner one attributes.
bool is_bare_partial(Object const& function) noexcept {
  if (!is_instance(function, partial_type) || function.as<PartialObject>()->attributes.bound()) return false;
  DictObject* const* const overflow = aiocc::detail::overflow_of(function.heap());
  return !overflow || !*overflow || (*overflow)->used == 0;
}

/// `named` is a dict that nobody else has.
Result<Object> make_partial(Type* type, Arguments args, Object named) {
  if (args.empty()) return raise_error(type_error_type, "type 'partial' takes at least one argument");
  if (!is_callable(args[0])) return raise_error(type_error_type, "the first argument must be callable");
  Object function = args[0];
  Object bound = make_tuple({args.data() + 1, args.size() - 1});
  if (is_bare_partial(function)) {
    auto inner = args[0].as<PartialObject>();
    function = inner->function;
    bound = concatenated(inner->args, args.data() + 1, args.size() - 1);
    Object merged = Object::adopt(inner->keywords.as<DictObject>()->copy());
    PASS(merged.as<DictObject>()->merge(named.as<DictObject>()));
    named = merged;
  }
  return Object::adopt(aiocc::detail::make_native<PartialObject>(type, partial_type, function, bound, named));
}

Result<Object> construct_partial(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  std::size_t const given = names ? names->names.size() : 0;
  Object named = Object::adopt(make_dict_object());
  for (std::size_t i = 0; i < given; ++i)
    dict_set_str(named.as<DictObject>(), names->names[i], args[count - given + i]);
  return make_partial(type, Arguments(args, count - given), std::move(named));
}

Result<Object> call_key_wrapper(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  Object given;
  if (count == 1 && (!names || names->names.empty() || names->names[0].equals("obj"))) given = args[0];
  if (!given.bound())
    return raise_error(type_error_type, count == 0
                                            ? "K() missing required argument 'obj' (pos 1)"
                                            : "K() takes at most 1 argument (" + std::to_string(count) + " given)");
  return Object::adopt(new KeyWrapper(self.as<KeyWrapper>()->compare, given));
}

Result<Object> compare_keys(Object const& left, Object const& right, CompareOp op) {
  if (type_of(left) != &key_wrapper_type || type_of(right) != &key_wrapper_type)
    return raise_error(type_error_type, "other argument must be K instance");
  auto a = left.as<KeyWrapper>();
  auto b = right.as<KeyWrapper>();
  if (!a->object.bound() || !b->object.bound()) return raise_error(attribute_error_type, "object");
  Object compare = a->compare, first = a->object, second = b->object;
  Object order = PASS(call(compare, first, second));
  return operators::detail::compare_slow(order, Int(0), op);
}

}  // namespace

constinit Type partial_type(
    "functools.partial", &object_type, sizeof(PartialObject),
    {.dealloc = aiocc::detail::dealloc_native<PartialObject, partial_type>,
     .traverse = aiocc::detail::traverse_members<&PartialObject::attributes, &PartialObject::function,
                                                 &PartialObject::args, &PartialObject::keywords>,
     .clear = aiocc::detail::clear_members<&PartialObject::attributes>,
     .weak_references = aiocc::detail::forget_weak_references,
     .repr = repr_partial,
     .call = call_partial,
     .get_attr = aiocc::detail::get_own_attribute,
     .set_attr = aiocc::detail::set_own_attribute,
     .descriptor_get = partial_of_instance,
     .construct = construct_partial,
     .members = members<partial_type>},
    "functools", true);
constinit Type key_wrapper_type("functools.KeyWrapper", &object_type, sizeof(KeyWrapper),
                                {.dealloc = aiocc::detail::dealloc_object<KeyWrapper>,
                                 .traverse = aiocc::detail::traverse_members<&KeyWrapper::compare, &KeyWrapper::object>,
                                 .hash = aiocc::detail::unhashable,
                                 .compare = compare_keys,
                                 .call = call_key_wrapper,
                                 .members = members<key_wrapper_type>},
                                "functools");

Result<Object> partial(Arguments args, Dict<Str, Object> const& keywords) {
  return make_partial(&partial_type, args,
                      Object::adopt(keywords.bound() ? keywords.get()->copy() : make_dict_object()));
}

Object func_of_partial(Object const& self) { return self.as<PartialObject>()->function; }
Object args_of_partial(Object const& self) { return self.as<PartialObject>()->args; }
Object keywords_of_partial(Object const& self) { return self.as<PartialObject>()->keywords; }

Result<Object> reduce_partial(Object const& self) {
  auto partial = self.as<PartialObject>();
  Object attributes = partial->attributes;
  if (type_of(self) != &partial_type) attributes = PASS(operators::get_attr(self, "__dict__"_s));
  bool const has_attributes = attributes.bound() && attributes.as<DictObject>()->used != 0;
  Object const state =
      pack_tuple(partial->function, partial->args, partial->keywords, has_attributes ? attributes : None);
  return pack_tuple(box(*type_of(self)), pack_tuple(partial->function), state);
}

Result<void> set_state_of_partial(Object const& self, Object const& state) {
  bool is_valid = is_instance(state, tuple_type) && state.as<TupleObject>()->size == 4;
  Object const* const parts = is_valid ? state.as<TupleObject>()->items() : nullptr;
  is_valid = is_valid && is_callable(parts[0]) && is_instance(parts[1], tuple_type) &&
             (parts[2].is(None) || is_instance(parts[2], dict_type));
  if (!is_valid) return raise_error(type_error_type, "invalid partial state");
  auto partial = self.as<PartialObject>();
  // What a subclass of tuple or dict says of its items doesn't count.
  Object const args = type_of(parts[1]) == &tuple_type ? parts[1] : make_tuple(parts[1].as<TupleObject>()->words());
  Object keywords = parts[2];
  if (keywords.is(None)) keywords = Object::adopt(make_dict_object());
  if (type_of(keywords) != &dict_type) keywords = Object::adopt(keywords.as<DictObject>()->copy());
  Object const attributes = parts[3];
  partial->function = parts[0];
  partial->args = args;
  partial->keywords = keywords;
  if (type_of(self) == &partial_type)
    partial->attributes = attributes.is(None) ? Object() : attributes;
  else if (!attributes.is(None))
    return operators::set_attr(self, "__dict__"_s, attributes);
  return {};
}

Result<Object> reduce(Object const& function, Object const& iterable, Object const& initial) {
  Result<Iteration> begun = iterate(iterable);
  if (!begun) {
    if (!error_is(type_error_type)) return raised;
    (void)take_error();
    return raise_error(type_error_type, "reduce() arg 2 must support iteration");
  }
  Iteration items = std::move(begun).value();
  Object total = initial, item;
  while (PASS(items.next(item))) total = total.bound() ? PASS(call(function, total, item)) : item;
  if (!total.bound()) return raise_error(type_error_type, "reduce() of empty iterable with no initial value");
  return total;
}

Object cmp_to_key(Object const& compare) { return Object::adopt(new KeyWrapper(compare, Object())); }
Object object_of_key(Object const& self) { return self.as<KeyWrapper>()->object; }

}  // namespace aiocc::functools
