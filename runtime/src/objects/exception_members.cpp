// Attributes and methods of exceptions.
#include <algorithm>
#include <span>
#include <unordered_map>

#include "aiocc/objects/exception_groups.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/stdlib/types.hpp"
#include "core.hpp"
#include "exceptions.hpp"

namespace aiocc {
namespace detail {
namespace {

BaseException* exception_of(Object const& self) noexcept { return self.as<BaseException>(); }
Object or_none(Object const& object) noexcept { return object.bound() ? object : None; }

// Setters get an unbound value where the attribute is deleted.
Result<void> refuse_deletion(Object const& value, char const* name) {
  if (value.bound()) return {};
  return raise_format(type_error_type, "{} may not be deleted", name);
}

Result<Object> get_args(Object const& self) {
  Object& args = exception_of(self)->args;
  if (!args.bound()) args = make_tuple({});
  return args;
}
Result<void> set_args(Object const& self, Object const& value) {
  PASS(refuse_deletion(value, "args"));
  Object items = PASS(list_from(value));
  exception_of(self)->args = aiocc::make_tuple(items.as<ListObject>()->items());
  return {};
}

Result<Object> get_cause(Object const& self) { return or_none(exception_of(self)->cause); }
Result<Object> get_context(Object const& self) { return or_none(exception_of(self)->context); }

Result<void> set_link(Object& place, Object const& value, char const* what) {
  if (!value.is(None) && !is_instance(value, base_exception_type))
    return raise_format(type_error_type, "exception {} must be None or derive from BaseException", what);
  place = value.is(None) ? Object() : value;
  return {};
}
Result<void> set_cause(Object const& self, Object const& value) {
  PASS(refuse_deletion(value, "__cause__"));
  PASS(set_link(exception_of(self)->cause, value, "cause"));
  exception_of(self)->suppress_context = true;
  return {};
}
Result<void> set_context(Object const& self, Object const& value) {
  PASS(refuse_deletion(value, "__context__"));
  return set_link(exception_of(self)->context, value, "context");
}
Result<Object> get_suppress_context(Object const& self) { return box(exception_of(self)->suppress_context); }
Result<void> set_suppress_context(Object const& self, Object const& value) {
  if (!value.bound()) return raise_error(type_error_type, "can't delete numeric/char attribute");
  if (type_of(value) != &bool_type) return raise_error(type_error_type, "attribute value type must be bool");
  exception_of(self)->suppress_context = value.is(True);
  return {};
}

// The traceback objects that are alive, by their outermost entry: as in CPython, who asks twice gets the same one, and so do the exceptions
// that split a group between them. Exceptions that took exactly the same way share theirs too.
std::unordered_multimap<Span const*, TracebackObject*>& living_tracebacks() {
  static auto* const living = new std::unordered_multimap<Span const*, TracebackObject*>;
  return *living;
}

Object traceback_of(std::span<Span const* const> spans) {
  auto& living = living_tracebacks();
  auto const [first, last] = living.equal_range(spans.back());
  for (auto each = first; each != last; ++each)
    if (std::ranges::equal(each->second->spans, spans)) return Object::share(each->second);
  auto traceback = new TracebackObject;
  traceback->type = &traceback_type;
  traceback->spans.assign(spans.begin(), spans.end());
  living.emplace(spans.back(), traceback);
  return Object::adopt(traceback);
}

void dealloc_traceback(HeapObject* self) noexcept {
  auto* const traceback = static_cast<TracebackObject*>(self);
  auto& living = living_tracebacks();
  auto const [first, last] = living.equal_range(traceback->spans.back());
  auto const entry = std::find_if(first, last, [&](auto const& each) { return each.second == traceback; });
  if (entry != last) living.erase(entry);
  dealloc_object<TracebackObject>(self);
}

Result<Object> get_traceback(Object const& self) {
  TracebackSpans const& spans = exception_of(self)->traceback;
  if (spans.empty()) return None;
  return traceback_of(spans);
}
Result<void> set_traceback(Object const& self, Object const& value) {
  PASS(refuse_deletion(value, "__traceback__"));
  if (value.is(None))
    exception_of(self)->traceback.clear();
  else if (is_instance(value, traceback_type))
    exception_of(self)->traceback = value.as<TracebackObject>()->spans;
  else
    return raise_error(type_error_type, "__traceback__ must be a traceback or None");
  return {};
}

Result<Object> get_notes(Object const& self) {
  Object const& notes = exception_of(self)->notes;
  if (notes.bound()) return notes;
  return raise_no_attribute(self, "__notes__"_s);
}
Result<void> set_notes(Object const& self, Object const& value) {
  Object& notes = exception_of(self)->notes;
  if (!value.bound() && !notes.bound()) return raise_no_attribute(self, "__notes__"_s);
  Object const dying = std::exchange(notes, value);
  return {};
}

Result<Object> add_note(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  if (!is_instance(args[1], str_type))
    return raise_format(type_error_type, "note must be a str, not '{}'", type_name(args[1]));
  Object& notes = exception_of(args[0])->notes;
  if (!notes.bound()) notes = Object::adopt(make_list_object());
  if (!is_instance(notes, list_type)) return raise_error(type_error_type, "Cannot add note: __notes__ is not a list");
  notes.as<ListObject>()->items().push_back(args[1]);
  return None;
}

Result<Object> with_traceback(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  PASS(set_traceback(args[0], args[1]));
  return args[0];
}

// What copy and pickle make another one from.

/// `args`; of an OSError with the file names, which its constructor takes out of them.
Result<Object> constructor_arguments(Object const& self) {
  Object const args = PASS(get_args(self));
  auto const* const tuple = args.as<TupleObject>();
  if (!is_instance(self, os_error_type) || tuple->size != 2) return args;
  auto const* const error = self.as<OSError>();
  if (!error->filename.bound()) return args;
  Object const number = tuple->items()[0], text = tuple->items()[1];
  if (!error->filename2.bound()) return pack_tuple(number, text, error->filename);
  return pack_tuple(number, text, error->filename, None, error->filename2);
}

void add_state(DictObject* attributes, char const* name, Object const& value) {
  if (value.bound() && !value.is(None)) dict_set_str(attributes, Str::intern(name), value);
}

/// Attributes, and what constructors take by keyword.
Result<Object> state_of(Object const& self) {
  Object const made = Object::adopt(make_dict_object());
  DictObject* const attributes = as_dict(made);
  PASS(attributes->update(PASS(instance_dict(self))));
  add_state(attributes, "__notes__", exception_of(self)->notes);
  if (is_instance(self, attribute_error_type)) {
    add_state(attributes, "name", self.as<AttributeError>()->name);
    add_state(attributes, "args", exception_of(self)->args);
  }
  if (is_instance(self, import_error_type)) {
    add_state(attributes, "name", self.as<ImportError>()->name);
    add_state(attributes, "path", self.as<ImportError>()->path);
  }
  return made;
}

/// What asyncio's errors with two parameters are made from, and nothing else, as their own `__reduce__` has it; None of all others.
Result<Object> own_arguments(Object const& self) {
  if (is_instance(self, asyncio::incomplete_read_error_type)) {
    Object const partial = PASS(operators::get_attr(self, "partial"_s));
    return pack_tuple(partial, PASS(operators::get_attr(self, "expected"_s)));
  }
  if (!is_instance(self, asyncio::limit_overrun_error_type)) return None;
  Object const message = PASS(operators::get_item(PASS(get_args(self)), Object::small_int(0)));
  return pack_tuple(message, PASS(operators::get_attr(self, "consumed"_s)));
}

/// The class, the arguments and, where there is any, the state.
Result<Object> reduce(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 0, 0));
  Object const type = box(*type_of(args[0]));
  if (Object const own = PASS(own_arguments(args[0])); !own.is(None)) return pack_tuple(type, own);
  Object const arguments = PASS(constructor_arguments(args[0]));
  Object const attributes = PASS(state_of(args[0]));
  if (as_dict(attributes)->used == 0) return pack_tuple(type, arguments);
  return pack_tuple(type, arguments, attributes);
}

Result<Object> set_state(FunctionObject* self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(check_method(self, args, count, names, 1, 1));
  if (args[1].is(None)) return None;
  if (!is_instance(args[1], dict_type)) return raise_error(type_error_type, "state is not a dictionary");
  std::size_t position = 0;
  while (DictEntry const* entry = as_dict(args[1])->next(position)) {
    DictEntry const attribute = *entry;
    if (!is_any_str(attribute.key)) return raise_error(type_error_type, "attribute name must be string");
    PASS(operators::set_attr(args[0], word_cast<Str>(attribute.key), attribute.value));
  }
  return None;
}

constexpr CoreMethod methods[] = {
    {"__reduce__", reduce}, {"__setstate__", set_state}, {"add_note", add_note}, {"with_traceback", with_traceback}};
constexpr Member properties[] = {
    {.name = "args", .kind = MemberKind::Property, .get = get_args, .set = set_args, .sets_deleted = true},
    {.name = "__cause__", .kind = MemberKind::Property, .get = get_cause, .set = set_cause, .sets_deleted = true},
    {.name = "__context__", .kind = MemberKind::Property, .get = get_context, .set = set_context, .sets_deleted = true},
    {.name = "__suppress_context__",
     .kind = MemberKind::Property,
     .get = get_suppress_context,
     .set = set_suppress_context,
     .sets_deleted = true},
    {.name = "__traceback__",
     .kind = MemberKind::Property,
     .get = get_traceback,
     .set = set_traceback,
     .sets_deleted = true},
    {.name = "__notes__", .kind = MemberKind::Property, .get = get_notes, .set = set_notes, .sets_deleted = true},
};

// Traceback objects: one for each frame of CPython's chain, outermost first; this one stands at the front of it.

Span const* outermost(Object const& self) noexcept { return self.as<TracebackObject>()->spans.back(); }

Result<Object> get_line(Object const& self) { return Int(static_cast<std::int64_t>(outermost(self)->line)); }
Result<Object> get_frame(Object const& self) {
  return Object::adopt(new types::FrameView(outermost(self)->code, outermost(self)->line));
}
Result<Object> get_next(Object const& self) {
  auto const& spans = self.as<TracebackObject>()->spans;
  if (spans.size() < 2) return None;
  return traceback_of(std::span(spans).first(spans.size() - 1));
}

constexpr Member traceback_properties[] = {
    {.name = "tb_lineno", .kind = MemberKind::Property, .get = get_line},
    {.name = "tb_frame", .kind = MemberKind::Property, .get = get_frame},
    {.name = "tb_next", .kind = MemberKind::Property, .get = get_next},
};

}  // namespace

void add_exception_members(Type* type) {
  complete_exception_type(type);
  if (type == &base_exception_group_type) add_group_members(type);
  if (type != &base_exception_type) return;
  add_methods(type, methods);
  add_properties(type, properties);
  add_exception_dict(type);
}

void add_traceback_members() { add_properties(&traceback_type, traceback_properties); }

}  // namespace detail

constinit Type traceback_type("traceback", &object_type, sizeof(TracebackObject),
                              {.dealloc = detail::dealloc_traceback});

}  // namespace aiocc
