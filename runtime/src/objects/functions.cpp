// Functions, bound methods and cells as objects.
#include "aiocc/objects/function.hpp"

#include "aiocc/objects/native.hpp"
#include "aiocc/stdlib/types.hpp"
#include "core.hpp"

namespace aiocc {
namespace detail {
namespace {

FunctionAttributes& attributes_of(FunctionObject* function) {
  if (!function->attributes) function->attributes = new FunctionAttributes;
  return *function->attributes;
}

FunctionObject* function_of(Object const& self) noexcept { return self.as<FunctionObject>(); }

/// What was stored, or the text that the compiler knows, or None.
Object stored_or(FunctionObject* function, Object FunctionAttributes::* attribute, char const* text) {
  if (function->attributes && (function->attributes->*attribute).bound()) return function->attributes->*attribute;
  return text ? Object(Str::intern(text)) : None;
}

Object name_of(FunctionObject* function) {
  return stored_or(function, &FunctionAttributes::name, function->code ? function->code->name : nullptr);
}
Object qualified_name_of(FunctionObject* function) {
  return stored_or(function, &FunctionAttributes::qualified_name,
                   function->code ? function->code->qualified_name : nullptr);
}

std::string text_of(Object const& name) { return is_instance(name, str_type) ? word_cast<Str>(name).utf8() : "?"; }

void dealloc_function(HeapObject* self) noexcept {
  auto function = static_cast<FunctionObject*>(self);
  delete function->attributes;
  delete[] function->cells;
  delete function;
}

void traverse_function(HeapObject* self, Visitor& visit) {
  auto function = static_cast<FunctionObject*>(self);
  visit(function->defaults);
  visit(function->keyword_defaults);
  for (std::uint32_t i = 0; i < function->cell_count; ++i) visit(function->cells[i]);
  FunctionAttributes const* attributes = function->attributes;
  if (!attributes) return;
  for (Object const* each : {&attributes->name, &attributes->qualified_name, &attributes->doc, &attributes->module,
                             &attributes->annotations, &attributes->dict})
    visit(*each);
}

/// The cells stay: code that is still running may use them, and they clear themselves.
void clear_function(HeapObject* self) noexcept {
  auto function = static_cast<FunctionObject*>(self);
  clear_members<&FunctionObject::defaults, &FunctionObject::keyword_defaults>(self);
  if (function->attributes) FunctionAttributes const dying = std::exchange(*function->attributes, {});
}

/// A slot as a method, rather than a function of the runtime's, of which `data` says something else.
bool is_slot_wrapper(FunctionObject const* function) noexcept {
  return function->data != no_special && function->data != ~std::uintptr_t{0};
}

/// Whether CPython has it in Python.
bool is_written_in_python(FunctionObject const* function) noexcept {
  return function->entry == native_entry &&
         reinterpret_cast<NativeFunction const*>(function->signature)->wording == Wording::Python;
}

Result<Object> function_repr(Object const& self) {
  return Str::from_utf8(
      fmt::format("<function {} at 0x{:x}>", text_of(qualified_name_of(function_of(self))), self.bits()));
}
Result<Object> builtin_function_repr(Object const& self) {
  FunctionObject* function = function_of(self);
  return Str::from_utf8(fmt::format("<built-in function {}>", text_of(name_of(function))));
}
Result<Object> method_descriptor_repr(Object const& self) {
  FunctionObject* function = function_of(self);
  return Str::from_utf8(fmt::format("<{} '{}' of '{}' objects>", is_slot_wrapper(function) ? "slot wrapper" : "method",
                                    text_of(name_of(function)), function->owner ? function->owner->name : "?"));
}

Result<Object> function_call(Object const& callee, Object const* args, std::size_t count, KeywordNames const* names) {
  FunctionObject* function = function_of(callee);
  return function->entry(function, args, count, names);
}

Result<Object> function_get(Object const& self, Object const& instance, Type*) {
  if (!instance.bound()) return self;
  return make_bound_method(self, instance);
}

Result<Object> method_descriptor_get(Object const& self, Object const& instance, Type*) {
  if (!instance.bound()) return self;
  return bind_native(self, instance);
}

DictObject* dict_of(FunctionObject* function) {
  Object& dict = attributes_of(function).dict;
  if (!dict.bound()) dict = Object::adopt(make_dict_object());
  return as_dict(dict);
}

Result<Object> function_get_attr(Object const& self, Str const& name) {
  Object value;
  if (PASS(generic_find_attr(self, name, value))) return value;
  FunctionObject* function = function_of(self);
  if (function->attributes && function->attributes->dict.bound()) {
    value = dict_value(as_dict(function->attributes->dict), name);
    if (value.bound()) return value;
  }
  return raise_no_attribute(self, name);
}

Result<void> function_set_attr(Object const& self, Str const& name, Object const* value) {
  Object const* of_class = find_in_mro(type_of(self), name);
  if (of_class && of_class->is_heap())
    if (auto set = ready_type(*of_class)->slots.descriptor_set) return set(Object(*of_class), self, value);
  if (value)
    dict_set_str(dict_of(function_of(self)), name, *value);
  else if (!dict_delete_str(dict_of(function_of(self)), name))
    return raise_no_attribute(self, name);
  return {};
}

// Attributes.

Result<Object> get_name(Object const& self) { return name_of(function_of(self)); }
Result<Object> get_qualified_name(Object const& self) { return qualified_name_of(function_of(self)); }
Result<void> set_str(Object const& self, Object FunctionAttributes::* attribute, char const* name,
                     Object const& value) {
  if (!value.bound() || !is_instance(value, str_type))
    return raise_format(type_error_type, "{} must be set to a string object", name);
  attributes_of(function_of(self)).*attribute = value;
  return {};
}
Result<void> set_name(Object const& self, Object const& value) {
  return set_str(self, &FunctionAttributes::name, "__name__", value);
}
Result<void> set_qualified_name(Object const& self, Object const& value) {
  return set_str(self, &FunctionAttributes::qualified_name, "__qualname__", value);
}
Result<Object> get_doc(Object const& self) {
  FunctionObject* function = function_of(self);
  return stored_or(function, &FunctionAttributes::doc, function->code ? function->code->doc : nullptr);
}
/// The text that the compiler knows doesn't come back.
Object or_none(Object const& value) { return value.bound() ? value : None; }
Result<void> set_doc(Object const& self, Object const& value) {
  attributes_of(function_of(self)).doc = or_none(value);
  return {};
}
Result<Object> get_module(Object const& self) {
  FunctionObject* function = function_of(self);
  return stored_or(function, &FunctionAttributes::module, function->code ? function->code->module : nullptr);
}
Result<void> set_module(Object const& self, Object const& value) {
  attributes_of(function_of(self)).module = or_none(value);
  return {};
}
Result<Object> get_annotations(Object const& self) {
  Object& annotations = attributes_of(function_of(self)).annotations;
  if (!annotations.bound()) annotations = Object::adopt(make_dict_object());
  return annotations;
}
Result<void> set_annotations_attribute(Object const& self, Object const& value) {
  if (value.bound() && !value.is(None) && !is_instance(value, dict_type))
    return raise_error(type_error_type, "__annotations__ must be set to a dict object");
  attributes_of(function_of(self)).annotations = value.is(None) ? Object() : value;
  return {};
}
Result<Object> get_defaults(Object const& self) {
  Object const& defaults = function_of(self)->defaults;
  return defaults.bound() ? defaults : None;
}
Result<void> set_defaults(Object const& self, Object const& value) {
  if (value.bound() && !value.is(None) && !is_instance(value, tuple_type))
    return raise_error(type_error_type, "__defaults__ must be set to a tuple object");
  function_of(self)->defaults = value.is(None) ? Object() : value;
  return {};
}
Result<Object> get_keyword_defaults(Object const& self) {
  Object const& defaults = function_of(self)->keyword_defaults;
  return defaults.bound() ? defaults : None;
}
Result<void> set_keyword_defaults(Object const& self, Object const& value) {
  if (value.bound() && !value.is(None) && !is_instance(value, dict_type))
    return raise_error(type_error_type, "__kwdefaults__ must be set to a dict object");
  function_of(self)->keyword_defaults = value.is(None) ? Object() : value;
  return {};
}
Result<Object> get_type_parameters(Object const& self) {
  // Few functions are generic, so it's kept with what programs store themselves.
  FunctionObject* function = function_of(self);
  Object stored;
  if (function->attributes && function->attributes->dict.bound())
    stored = dict_value(as_dict(function->attributes->dict), "__type_params__"_s);
  return stored.bound() ? stored : make_tuple({});
}
Result<void> set_type_parameters(Object const& self, Object const& value) {
  if (!value.bound() || !is_instance(value, tuple_type))
    return raise_error(type_error_type, "__type_params__ must be set to a tuple");
  dict_set_str(dict_of(function_of(self)), "__type_params__"_s, value);
  return {};
}
Result<Object> get_dict(Object const& self) { return Object::share(dict_of(function_of(self))); }
Result<void> set_dict(Object const& self, Object const& value) {
  if (!value.bound()) return raise_error(type_error_type, "cannot delete __dict__");
  if (!is_instance(value, dict_type))
    return raise_format(type_error_type, "__dict__ must be set to a dictionary, not a '{}'", type_name(value));
  attributes_of(function_of(self)).dict = value;
  return {};
}
Result<Object> get_code(Object const& self) { return types::make_code(function_of(self)->code); }
Result<Object> get_globals(Object const& self) {
  Object globals = types::globals_of(*function_of(self)->code);
  if (!globals.bound())
    return raise_error(not_implemented_error_type, "aiocc doesn't know the globals of this function");
  return globals;
}
/// The cells in the order of `co_freevars`.
Result<Object> get_closure(Object const& self) {
  FunctionObject* const function = function_of(self);
  // A function that the runtime has made keeps what it calls in a cell without a name.
  std::vector<Object> cells;
  for (types::CapturedName const& each : types::captured_names(*function->code))
    cells.push_back(function->cells[each.place]);
  return cells.empty() ? None : make_tuple(std::span<Object const>(cells));
}

Result<void> refuse_change(Object const&, Object const&) {
  return raise_error(attribute_error_type, "readonly attribute");
}

// Cells.

Object const& content_of(Object const& cell) noexcept { return cell.as<CellObject<Object>>()->value; }

Result<Object> get_cell_contents(Object const& self) {
  Object const& value = content_of(self);
  if (!value.bound()) return raise_error(value_error_type, "Cell is empty");
  return value;
}

/// By their contents; an empty one is less than all others.
Result<Object> cell_compare(Object const& left, Object const& right, CompareOp op) {
  if (!is_instance(right, cell_type)) return NotImplemented;
  Object const& one = content_of(left);
  Object const& other = content_of(right);
  if (one.bound() && other.bound()) return operators::detail::compare_slow(one, other, op);
  return operators::detail::compare_slow(box(one.bound()), box(other.bound()), op);
}

Result<Object> cell_construct(Type*, Object const* args, std::size_t count, KeywordNames const* names) {
  if (names) return raise_error(type_error_type, "cell() takes no keyword arguments");
  if (count > 1) return raise_format(type_error_type, "cell expected at most 1 argument, got {}", count);
  return make_cell<Object>(count ? args[0] : Object());
}

constexpr Member function_properties[] = {
    {.name = "__name__", .kind = MemberKind::Property, .get = get_name, .set = set_name, .sets_deleted = true},
    {.name = "__qualname__",
     .kind = MemberKind::Property,
     .get = get_qualified_name,
     .set = set_qualified_name,
     .sets_deleted = true},
    {.name = "__doc__", .kind = MemberKind::Property, .get = get_doc, .set = set_doc, .sets_deleted = true},
    {.name = "__module__", .kind = MemberKind::Property, .get = get_module, .set = set_module, .sets_deleted = true},
    {.name = "__annotations__",
     .kind = MemberKind::Property,
     .get = get_annotations,
     .set = set_annotations_attribute,
     .sets_deleted = true},
    {.name = "__defaults__",
     .kind = MemberKind::Property,
     .get = get_defaults,
     .set = set_defaults,
     .sets_deleted = true},
    {.name = "__kwdefaults__",
     .kind = MemberKind::Property,
     .get = get_keyword_defaults,
     .set = set_keyword_defaults,
     .sets_deleted = true},
    {.name = "__type_params__",
     .kind = MemberKind::Property,
     .get = get_type_parameters,
     .set = set_type_parameters,
     .sets_deleted = true},
    {.name = "__dict__", .kind = MemberKind::Property, .get = get_dict, .set = set_dict, .sets_deleted = true},
    {.name = "__code__", .kind = MemberKind::Property, .get = get_code},
    {.name = "__globals__",
     .kind = MemberKind::Property,
     .get = get_globals,
     .set = refuse_change,
     .sets_deleted = true},
    {.name = "__closure__",
     .kind = MemberKind::Property,
     .get = get_closure,
     .set = refuse_change,
     .sets_deleted = true},
};
constexpr Member cell_properties[] = {
    {.name = "cell_contents", .kind = MemberKind::Property, .get = get_cell_contents},
};
Result<Object> get_owner(Object const& self) {
  Type* const owner = function_of(self)->owner;
  return owner ? box(*owner) : None;
}

constexpr Member method_descriptor_properties[] = {
    {.name = "__objclass__", .kind = MemberKind::Property, .get = get_owner},
};
constexpr Member builtin_function_properties[] = {
    {.name = "__name__", .kind = MemberKind::Property, .get = get_name},
    {.name = "__qualname__", .kind = MemberKind::Property, .get = get_qualified_name},
    {.name = "__doc__", .kind = MemberKind::Property, .get = get_doc},
    {.name = "__module__", .kind = MemberKind::Property, .get = get_module},
};

// Bound methods.

BoundMethodObject* method_of(Object const& self) noexcept { return self.as<BoundMethodObject>(); }

Result<Object> bound_method_repr(Object const& self) {
  BoundMethodObject* method = method_of(self);
  Object name;
  if (!PASS(operators::find_attr(method->function, "__qualname__"_s, name)))
    PASS(operators::find_attr(method->function, "__name__"_s, name));
  Str self_text = PASS(operators::repr(method->self));
  return Str::from_utf8(fmt::format("<bound method {} of {}>", name.bound() ? text_of(name) : "?", self_text.utf8()));
}

Result<Object> cell_repr(Object const& self) {
  Object const& value = content_of(self);
  if (!value.bound()) return Str::from_utf8(fmt::format("<cell at 0x{:x}: empty>", self.bits()));
  return Str::from_utf8(
      fmt::format("<cell at 0x{:x}: {} object at 0x{:x}>", self.bits(), type_name(value), value.bits()));
}

Result<Object> bound_method_call(Object const& callee, Object const* args, std::size_t count,
                                 KeywordNames const* names) {
  BoundMethodObject* method = method_of(callee);
  // The method may die in the call; what it binds must not.
  Object function = method->function;
  Object self = method->self;
  WordBuffer all(count + 1);
  all.push(self);
  all.push(args, count);
  return call_array(function, all.data(), all.size(), names);
}

Result<Object> bound_method_construct(Type*, Object const* args, std::size_t count, KeywordNames const* names) {
  if (names) return raise_error(type_error_type, "method() takes no keyword arguments");
  if (count != 2) return raise_format(type_error_type, "method expected 2 arguments, got {}", count);
  if (!ready_type(args[0])->slots.call) return raise_error(type_error_type, "first argument must be callable");
  if (args[1].is(None)) return raise_error(type_error_type, "instance must not be None");
  return make_bound_method(args[0], args[1]);
}

Result<Object> bound_method_compare(Object const& left, Object const& right, CompareOp op) {
  if ((op != CompareOp::Eq && op != CompareOp::Ne) || type_of(right) != type_of(left)) return NotImplemented;
  bool equal =
      method_of(left)->self.is(method_of(right)->self) && method_of(left)->function.is(method_of(right)->function);
  return box(equal == (op == CompareOp::Eq));
}

Result<std::int64_t> bound_method_hash(Object const& self) {
  return static_cast<std::int64_t>((method_of(self)->self.bits() >> 4) ^ (method_of(self)->function.bits() >> 3));
}

Result<Object> bound_method_get_attr(Object const& self, Str const& name) {
  Object value;
  if (PASS(generic_find_attr(self, name, value))) return value;
  return operators::get_attr(method_of(self)->function, name);
}

/// What's bound stays bound.
Result<Object> bound_method_get(Object const& self, Object const&, Type*) { return self; }

Result<Object> get_self(Object const& self) { return method_of(self)->self; }
Result<Object> get_func(Object const& self) { return method_of(self)->function; }
Result<Object> get_method_doc(Object const& self) {
  return operators::get_attr(method_of(self)->function, "__doc__"_s);
}

// Bound methods of what CPython has in C: `[].append` is a builtin_function_or_method there, `[].__len__` a method-wrapper.

Result<Object> builtin_method_repr(Object const& self) {
  BoundMethodObject* method = method_of(self);
  return Str::from_utf8(fmt::format("<built-in method {} of {} object at 0x{:x}>",
                                    text_of(name_of(function_of(method->function))), type_name(method->self),
                                    method->self.bits()));
}

Result<Object> method_wrapper_repr(Object const& self) {
  BoundMethodObject* method = method_of(self);
  return Str::from_utf8(fmt::format("<method-wrapper '{}' of {} object at 0x{:x}>",
                                    text_of(name_of(function_of(method->function))), type_name(method->self),
                                    method->self.bits()));
}

Result<Object> get_method_name(Object const& self) { return name_of(function_of(method_of(self)->function)); }

/// By the receiver's class, not by the one that has the method (CPython: meth_get__qualname__).
Result<Object> get_builtin_method_qualified_name(Object const& self) {
  Object const& receiver = method_of(self)->self;
  Object const owner = is_instance(receiver, type_type) ? receiver : box(*type_of(receiver));
  Object const qualified_owner = PASS(operators::get_attr(owner, "__qualname__"_s));
  return Str::from_utf8(text_of(qualified_owner) + "." + text_of(PASS(get_method_name(self))));
}
Result<Object> get_wrapper_qualified_name(Object const& self) {
  return qualified_name_of(function_of(method_of(self)->function));
}
Result<Object> get_wrapper_owner(Object const& self) {
  Type* const owner = function_of(method_of(self)->function)->owner;
  return owner ? box(*owner) : None;
}
Result<Object> get_no_module(Object const&) { return None; }

constexpr Member bound_method_properties[] = {
    {.name = "__self__", .kind = MemberKind::Property, .get = get_self, .set = refuse_change, .sets_deleted = true},
    {.name = "__func__", .kind = MemberKind::Property, .get = get_func, .set = refuse_change, .sets_deleted = true},
    {.name = "__doc__", .kind = MemberKind::Property, .get = get_method_doc},
};
constexpr Member builtin_method_properties[] = {
    {.name = "__self__", .kind = MemberKind::Property, .get = get_self},
    {.name = "__name__", .kind = MemberKind::Property, .get = get_method_name},
    {.name = "__qualname__", .kind = MemberKind::Property, .get = get_builtin_method_qualified_name},
    {.name = "__doc__", .kind = MemberKind::Property, .get = get_method_doc},
    {.name = "__module__", .kind = MemberKind::Property, .get = get_no_module},
};
constexpr Member method_wrapper_properties[] = {
    {.name = "__self__", .kind = MemberKind::Property, .get = get_self},
    {.name = "__name__", .kind = MemberKind::Property, .get = get_method_name},
    {.name = "__qualname__", .kind = MemberKind::Property, .get = get_wrapper_qualified_name},
    {.name = "__doc__", .kind = MemberKind::Property, .get = get_method_doc},
    {.name = "__objclass__", .kind = MemberKind::Property, .get = get_wrapper_owner},
};

}  // namespace

// What CPython has another layout for, and so another type, which programs can ask for: here it's only a name.
constinit Type wrapper_descriptor_type("wrapper_descriptor", &object_type, sizeof(FunctionObject), {});
constinit Type method_wrapper_type(
    "method-wrapper", &object_type, sizeof(BoundMethodObject),
    {.dealloc = dealloc_object<BoundMethodObject>,
     .traverse = traverse_members<&BoundMethodObject::function, &BoundMethodObject::self>,
     .repr = method_wrapper_repr,
     .hash = bound_method_hash,
     .compare = bound_method_compare,
     .call = bound_method_call});

namespace {

// The other way round, CPython has one type for built-in functions and for bound methods of built-in types: programs see builtin_function_type.
constinit Type builtin_method_type(
    "builtin_function_or_method", &object_type, sizeof(BoundMethodObject),
    {.dealloc = dealloc_object<BoundMethodObject>,
     .traverse = traverse_members<&BoundMethodObject::function, &BoundMethodObject::self>,
     .weak_references = forget_weak_references,
     .repr = builtin_method_repr,
     .hash = bound_method_hash,
     .compare = bound_method_compare,
     .call = bound_method_call});

}  // namespace

Type* visible_type(Object const& object) noexcept {
  Type* const type = type_of(object);
  if (type == &method_descriptor_type) return is_slot_wrapper(function_of(object)) ? &wrapper_descriptor_type : type;
  return type == &builtin_method_type ? &builtin_function_type : type;
}

Object bind_native(Object const& function, Object const& self) {
  FunctionObject* const native = function_of(function);
  Ref<BoundMethodObject> method = make_bound_method(function, self);
  if (is_slot_wrapper(native))
    method->type = &method_wrapper_type;
  else if (!is_written_in_python(native))
    method->type = &builtin_method_type;
  return method;
}

void add_function_members(Type* type) {
  if (type == &function_type) add_properties(type, function_properties);
  if (type == &builtin_function_type || type == &method_descriptor_type)
    add_properties(type, builtin_function_properties);
  if (type == &method_descriptor_type) add_properties(type, method_descriptor_properties);
  if (type == &bound_method_type) add_properties(type, bound_method_properties);
  if (type == &builtin_method_type) add_properties(type, builtin_method_properties);
  if (type == &method_wrapper_type) add_properties(type, method_wrapper_properties);
  if (type == &cell_type) add_properties(type, cell_properties);
}

}  // namespace detail

constinit Type function_type("function", &object_type, sizeof(FunctionObject),
                             {.dealloc = detail::dealloc_function,
                              .traverse = detail::traverse_function,
                              .clear = detail::clear_function,
                              .weak_references = detail::forget_weak_references,
                              .repr = detail::function_repr,
                              .call = detail::function_call,
                              .get_attr = detail::function_get_attr,
                              .set_attr = detail::function_set_attr,
                              .descriptor_get = detail::function_get});
constinit Type builtin_function_type("builtin_function_or_method", &object_type, sizeof(FunctionObject),
                                     {.dealloc = detail::dealloc_function,
                                      .traverse = detail::traverse_function,
                                      .clear = detail::clear_function,
                                      .weak_references = detail::forget_weak_references,
                                      .repr = detail::builtin_function_repr,
                                      .call = detail::function_call});
constinit Type method_descriptor_type("method_descriptor", &object_type, sizeof(FunctionObject),
                                      {.dealloc = detail::dealloc_function,
                                       .traverse = detail::traverse_function,
                                       .clear = detail::clear_function,
                                       .repr = detail::method_descriptor_repr,
                                       .call = detail::function_call,
                                       .descriptor_get = detail::method_descriptor_get});
constinit Type bound_method_type(
    "method", &object_type, sizeof(BoundMethodObject),
    {.dealloc = detail::dealloc_object<BoundMethodObject>,
     .traverse = detail::traverse_members<&BoundMethodObject::function, &BoundMethodObject::self>,
     .weak_references = detail::forget_weak_references,
     .repr = detail::bound_method_repr,
     .hash = detail::bound_method_hash,
     .compare = detail::bound_method_compare,
     .call = detail::bound_method_call,
     .get_attr = detail::bound_method_get_attr,
     .descriptor_get = detail::bound_method_get,
     .construct = detail::bound_method_construct});
constinit Type cell_type("cell", &object_type, sizeof(CellObject<Object>),
                         {.dealloc = detail::dealloc_object<CellObject<Object>>,
                          .traverse = detail::traverse_members<&CellObject<Object>::value>,
                          .clear = detail::clear_members<&CellObject<Object>::value>,
                          .repr = detail::cell_repr,
                          .hash = detail::hash_not_implemented,
                          .compare = detail::cell_compare,
                          .construct = detail::cell_construct});

Ref<FunctionObject> make_function(Entry entry, Signature const& signature, Code const& code, Object defaults,
                                  Object keyword_defaults, std::initializer_list<Object> cells) {
  auto function = new FunctionObject;
  function->type = &function_type;
  function->entry = entry;
  function->signature = &signature;
  function->code = &code;
  function->defaults = std::move(defaults);
  function->keyword_defaults = std::move(keyword_defaults);
  if (cells.size() != 0) {
    function->cell_count = static_cast<std::uint32_t>(cells.size());
    function->cells = new Object[cells.size()];
    std::copy(cells.begin(), cells.end(), function->cells);
  }
  return Ref<FunctionObject>::adopt(function);
}

void set_annotations(Ref<FunctionObject> const& function, Object annotations) {
  detail::attributes_of(function.get()).annotations = std::move(annotations);
}

Ref<FunctionObject> make_builtin_function(Entry entry, Signature const* signature, Code const& code) {
  auto function = new FunctionObject;
  function->type = &builtin_function_type;
  function->entry = entry;
  function->signature = signature;
  function->code = &code;
  return Ref<FunctionObject>::adopt(function);
}

Ref<BoundMethodObject> make_bound_method(Object function, Object self) {
  auto method = new BoundMethodObject;
  method->type = &bound_method_type;
  method->function = std::move(function);
  method->self = std::move(self);
  return Ref<BoundMethodObject>::adopt(method);
}

}  // namespace aiocc
