// The module contextvars. Contexts share their dicts of values until one of them changes.
#include "aiocc/stdlib/contextvars.hpp"

#include "../objects/core.hpp"
#include "../objects/sequence.hpp"
#include "aiocc/core/context.hpp"
#include "aiocc/objects/memory.hpp"

namespace aiocc {

constinit Object current_context;

namespace contextvars {

namespace {

struct ContextObject : HeapObject {
  ContextObject() : HeapObject(&context_type) {}
  /// Values by variable; unbound for none.
  Ref<DictObject> values;
  bool entered = false;
};

struct ContextVarObject : HeapObject {
  ContextVarObject(Object variable_name, Object otherwise)
      : HeapObject(&context_var_type), name(std::move(variable_name)), fallback(std::move(otherwise)) {}
  Object name;
  /// Unbound where there's no default.
  Object fallback;
};

struct TokenObject : HeapObject {
  TokenObject(Object made_in, Object made_by, Object before)
      : HeapObject(&token_type),
        context(std::move(made_in)),
        variable(std::move(made_by)),
        old_value(std::move(before)) {}
  Object context;
  Object variable;
  /// Unbound where there was none.
  Object old_value;
  bool used = false;
};

ContextObject* context_of(Object const& self) noexcept { return self.as<ContextObject>(); }

ContextObject* current() {
  if (!current_context.bound()) {
    auto context = new ContextObject;
    // A task's is entered in each of its steps only, in which it's the current one.
    context->entered = !state.current_task;
    current_context = Object::adopt(context);
  }
  return context_of(current_context);
}

/// The values of `context`, which nobody shares: they're about to change.
DictObject* own_values(ContextObject* context) {
  if (!context->values.bound())
    context->values = Ref<DictObject>::adopt(make_dict_object());
  else if (context->values->references > 1)
    context->values = Ref<DictObject>::adopt(context->values->copy());
  return context->values.get();
}

Result<Object const*> find_value(ContextObject const* context, Object const& variable) {
  if (!context->values.bound()) return nullptr;
  return context->values->find(variable);
}

Result<void> check_key(Object const& key) {
  if (type_of(key) == &context_var_type) return {};
  return raise_error(type_error_type, "a ContextVar key was expected, got " + PASS(operators::repr(key)).utf8());
}

/// "<ContextVar name='v' default=3 at 0x7f...>".
Result<Object> repr_variable(Object const& self) {
  auto variable = self.as<ContextVarObject>();
  std::string text = "<ContextVar name=" + PASS(operators::repr(variable->name)).utf8();
  if (variable->fallback.bound()) text += " default=" + PASS(operators::repr(variable->fallback)).utf8();
  return Str::from_utf8(fmt::format("{} at 0x{:x}>", text, self.bits()));
}

Result<Object> repr_token(Object const& self) {
  auto token = self.as<TokenObject>();
  std::string const variable = PASS(operators::repr(token->variable)).utf8();
  return Str::from_utf8(fmt::format("<Token{} var={} at 0x{:x}>", token->used ? " used" : "", variable, self.bits()));
}

Result<Object> repr_missing(Object const&) { return Str::from_utf8("<Token.MISSING>"); }

Result<std::int64_t> length_of_context(Object const& self) {
  auto context = context_of(self);
  return context->values.bound() ? std::int64_t{context->values->used} : 0;
}

Result<Object> get_item_of_context(Object const& self, Object const& key) {
  PASS(check_key(key));
  Object const* value = PASS(find_value(context_of(self), key));
  if (value) return *value;
  return aiocc::detail::key_error(key);
}

Result<Object> context_contains(Object const& self, Object const& key) {
  PASS(check_key(key));
  return box(PASS(find_value(context_of(self), key)) != nullptr);
}

/// The dict as it is now: it isn't changed any more, since the context would copy it first.
Object snapshot(Object const& self) {
  auto context = context_of(self);
  return context->values.bound() ? Object(context->values) : Object::adopt(make_dict_object());
}

Result<Object> iter_context(Object const& self) { return get_iter(snapshot(self)); }

Result<Object> compare_contexts(Object const& left, Object const& right, CompareOp op) {
  bool const both = type_of(left) == &context_type && type_of(right) == &context_type;
  if (!both || (op != CompareOp::Eq && op != CompareOp::Ne)) return NotImplemented;
  return operators::detail::compare_slow(snapshot(left), snapshot(right), op);
}

constinit Type missing_type("Token.MISSING", &object_type, sizeof(HeapObject), {.repr = repr_missing}, "_contextvars");

}  // namespace

constinit Type context_type("_contextvars.Context", &object_type, sizeof(ContextObject),
                            {.dealloc = aiocc::detail::dealloc_object<ContextObject>,
                             .traverse = aiocc::detail::traverse_members<&ContextObject::values>,
                             .hash = aiocc::detail::unhashable,
                             .length = length_of_context,
                             .compare = compare_contexts,
                             .get_item = get_item_of_context,
                             .contains = context_contains,
                             .iter = iter_context,
                             .members = members<context_type>},
                            "_contextvars");
constinit Type context_var_type("_contextvars.ContextVar", &object_type, sizeof(ContextVarObject),
                                {.dealloc = aiocc::detail::dealloc_object<ContextVarObject>,
                                 .traverse = aiocc::detail::traverse_members<&ContextVarObject::fallback>,
                                 .repr = repr_variable,
                                 .members = members<context_var_type>},
                                "_contextvars");
constinit Type token_type("_contextvars.Token", &object_type, sizeof(TokenObject),
                          {.dealloc = aiocc::detail::dealloc_object<TokenObject>,
                           .traverse = aiocc::detail::traverse_members<&TokenObject::context, &TokenObject::variable,
                                                                       &TokenObject::old_value>,
                           .repr = repr_token,
                           .hash = aiocc::detail::unhashable,
                           .members = members<token_type>},
                          "_contextvars");

namespace {

Object const& missing_word() {
  static constinit HeapObject object(&missing_type, immortal_references);
  static Object const word = Object::adopt(&object);
  return word;
}

}  // namespace

Object const& missing = missing_word();

Result<Object> make_context_var(Object const& name, Object const& fallback) {
  if (!is_str(name)) return raise_error(type_error_type, "context variable name must be a str");
  return Object::adopt(new ContextVarObject(name, fallback));
}

Object name_of_variable(Object const& self) { return self.as<ContextVarObject>()->name; }

Result<Object> get_variable(Object const& self, Object const& fallback) {
  if (current_context.bound()) {
    Object const* value = PASS(find_value(context_of(current_context), self));
    if (value) return *value;
  }
  if (fallback.bound()) return fallback;
  Object const& own = self.as<ContextVarObject>()->fallback;
  if (own.bound()) return own;
  return raise_value(lookup_error_type, self);
}

Result<Object> set_variable(Object const& self, Object const& value) {
  ContextObject* context = current();
  Object const* found = PASS(find_value(context, self));
  Object before = found ? *found : Object();
  PASS(own_values(context)->set(self, value));
  return Object::adopt(new TokenObject(current_context, self, std::move(before)));
}

Result<void> reset_variable(Object const& self, Object const& token) {
  if (type_of(token) != &token_type)
    return raise_error(type_error_type, "expected an instance of Token, got " + PASS(operators::repr(token)).utf8());
  auto object = token.as<TokenObject>();
  std::string const text = PASS(operators::repr(token)).utf8();
  if (object->used) return raise_error(runtime_error_type, text + " has already been used once");
  if (!object->variable.is(self)) return raise_error(value_error_type, text + " was created by a different ContextVar");
  ContextObject* context = current();
  if (object->context.heap() != context)
    return raise_error(value_error_type, text + " was created in a different Context");
  object->used = true;
  if (object->old_value.bound()) return own_values(context)->set(self, object->old_value);
  return own_values(context)->delete_item(self);
}

Result<Object> make_token(Arguments, Dict<Str, Object> const&) {
  return raise_error(runtime_error_type, "Tokens can only be created by ContextVars");
}
Object variable_of_token(Object const& self) { return self.as<TokenObject>()->variable; }
Object old_value_of_token(Object const& self) {
  Object const& before = self.as<TokenObject>()->old_value;
  return before.bound() ? before : missing;
}

Result<Object> make_context(Arguments args, Dict<Str, Object> const& kwargs) {
  if (args.size() > 0 || (kwargs.bound() && kwargs.size() > 0))
    return raise_error(type_error_type, "Context() does not accept any arguments");
  return Object::adopt(new ContextObject);
}

namespace {

/// Keeps a context, which may be unbound, and has it count as entered.
class Entered {
 public:
  explicit Entered(Object context) noexcept : context_(std::move(context)) {
    if (context_.bound()) before_ = std::exchange(context_of(context_)->entered, true);
  }
  Entered(Entered const&) = delete;
  ~Entered() {
    if (context_.bound()) context_of(context_)->entered = before_;
  }

 private:
  Object context_;
  bool before_ = false;
};

}  // namespace

Result<Object> run_in_context(Object const& self, Arguments args, Dict<Str, Object> const& kwargs) {
  if (args.empty()) return raise_error(type_error_type, "run() missing 1 required positional argument");
  auto context = context_of(self);
  if (context->entered || self.is(current_context))
    return raise_error(runtime_error_type,
                       "cannot enter context: " + PASS(operators::repr(self)).utf8() + " is already entered");
  Entered const inner(self), outer(current_context);
  Result<Object> result = raised;
  {
    Object entered = self;
    ContextScope scope(entered);
    bool const plain = !kwargs.bound() || kwargs.size() == 0;
    result = plain ? call_array(args[0], args.data() + 1, args.size() - 1)
                   : call_unpacked(args[0], make_tuple({args.data() + 1, args.size() - 1}), kwargs);
  }
  return result;
}

Object copy_of_context(Object const& self) {
  auto copy = new ContextObject;
  copy->values = context_of(self)->values;
  return Object::adopt(copy);
}

Result<Object> get_in_context(Object const& self, Object const& key, Object const& fallback) {
  PASS(check_key(key));
  Object const* value = PASS(find_value(context_of(self), key));
  return value ? *value : fallback;
}

Result<Object> keys_of_context(Object const& self) { return call_method(snapshot(self), "keys"_s); }
Result<Object> values_of_context(Object const& self) { return call_method(snapshot(self), "values"_s); }
Result<Object> items_of_context(Object const& self) { return call_method(snapshot(self), "items"_s); }

Object copy_context() {
  if (!current_context.bound()) return Object::adopt(new ContextObject);
  return copy_of_context(current_context);
}

}  // namespace contextvars

Object context_for(Object const& given) {
  if (given.bound() && !given.is(None)) return given;
  if (!current_context.bound()) return {};
  return contextvars::copy_of_context(current_context);
}

}  // namespace aiocc
