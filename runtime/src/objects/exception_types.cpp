// The built-in exceptions: construction, `__init__`, `__str__` and `__repr__` of each layout.
#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <iterator>
#include <new>

#include "aiocc/core/kept_variables.hpp"
#include "aiocc/objects/list.hpp"
#include "constructor_arguments.hpp"
#include "core.hpp"
#include "exceptions.hpp"

namespace aiocc {
namespace detail {
namespace {

BaseException* exception_of(Object const& self) noexcept { return self.as<BaseException>(); }

std::span<Object const> args_of(BaseException* exception) noexcept {
  if (!exception->args.bound()) return {};
  return exception->args.as<TupleObject>()->words();
}

void dealloc_exception(HeapObject* self) noexcept {
  auto exception = static_cast<BaseException*>(self);
  Type* type = self->type;
  clear_fields(self);
  exception->args.reset();
  exception->notes.reset();
  if (exception->passed_frames) release_passed_frames(std::exchange(exception->passed_frames, nullptr));
  exception->cause.reset();
  exception->context.reset();
  exception->~BaseException();
  release_object(self, type->instance_size);
  if (type->is_user_class) Object::adopt(type).reset();
}

Result<Object> exception_construct(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  BaseException* exception = allocate_exception(type);
  Object result = Object::adopt(exception);
  std::size_t positional = count - (names ? names->names.size() : 0);
  if (positional) exception->args = make_tuple({args, positional});
  return result;
}

Result<void> no_keywords(Object const& self, KeywordNames const* names) {
  if (!names) return {};
  return raise_format(type_error_type, "{}() takes no keyword arguments", type_name(self));
}

Result<void> exception_init(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(no_keywords(self, names));
  auto old = args_of(exception_of(self));
  bool same = old.size() == count && std::equal(old.begin(), old.end(), args, [](auto& a, auto& b) { return a.is(b); });
  if (!same) exception_of(self)->args = make_tuple({args, count});
  return {};
}

/// Takes the keywords named in `known` into `places`; TypeError for others.
Result<void> take_keywords(Object const& self, Object const* values, KeywordNames const* names,
                           std::initializer_list<std::pair<char const*, Object*>> known) {
  if (!names) return {};
  for (std::size_t i = 0; i < names->names.size(); ++i) {
    bool taken = false;
    for (auto& [name, place] : known)
      if (names->names[i].equals(name)) {
        *place = values[i];
        taken = true;
      }
    if (taken) continue;
    std::vector<char const*> parameters;
    for (auto& [name, place] : known) parameters.push_back(name);
    return detail::unexpected_keyword(type_name(self), parameters, names->names[i].utf8());
  }
  return {};
}

std::size_t positional_count(std::size_t count, KeywordNames const* names) noexcept {
  return count - (names ? names->names.size() : 0);
}

Result<Object> exception_str(Object const& self) {
  auto args = args_of(exception_of(self));
  if (args.empty()) return Str::empty();
  if (args.size() == 1) return operators::str(Object(args[0]));
  return operators::str(Object(exception_of(self)->args));
}

Result<Object> exception_repr(Object const& self) {
  auto args = args_of(exception_of(self));
  if (args.size() == 1) {
    Str text = PASS(operators::repr(Object(args[0])));
    return Str::from_utf8(type_name(self)) + "("_s + text + ")"_s;
  }
  Str text = PASS(operators::repr(exception_of(self)->args.bound() ? exception_of(self)->args : make_tuple({})));
  return Str::from_utf8(type_name(self)) + text;
}

Result<Object> key_error_str(Object const& self) {
  auto args = args_of(exception_of(self));
  if (args.size() == 1) return operators::repr(Object(args[0]));
  return exception_str(self);
}

Result<void> stop_iteration_init(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(exception_init(self, args, count, names));
  self.as<StopIteration>()->value = count ? args[0] : None;
  return {};
}

Result<void> system_exit_init(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(exception_init(self, args, count, names));
  self.as<SystemExit>()->code = count == 0 ? None : count == 1 ? args[0] : exception_of(self)->args;
  return {};
}

Result<void> name_error_init(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  auto error = self.as<NameError>();
  std::size_t positional = positional_count(count, names);
  PASS(take_keywords(self, args + positional, names, {{"name", &error->name}}));
  return exception_init(self, args, positional, nullptr);
}

Result<void> attribute_error_init(Object const& self, Object const* args, std::size_t count,
                                  KeywordNames const* names) {
  auto error = self.as<AttributeError>();
  std::size_t positional = positional_count(count, names);
  PASS(take_keywords(self, args + positional, names, {{"name", &error->name}, {"obj", &error->object}}));
  return exception_init(self, args, positional, nullptr);
}

Result<void> import_error_init(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  auto error = self.as<ImportError>();
  std::size_t positional = positional_count(count, names);
  Object name_from;
  error->message = error->name = error->path = Object();
  PASS(take_keywords(self, args + positional, names,
                     {{"name", &error->name}, {"path", &error->path}, {"name_from", &name_from}}));
  if (name_from.bound()) PASS(operators::set_attr(self, "name_from"_s, name_from));
  if (positional == 1) error->message = args[0];
  return exception_init(self, args, positional, nullptr);
}

Result<Object> import_error_str(Object const& self) {
  Object const& message = self.as<ImportError>()->message;
  if (message.bound() && is_instance(message, str_type)) return message;
  return exception_str(self);
}

// OSError

Type* os_error_for(int number) noexcept {
  switch (number) {
    case EAGAIN:
    case EALREADY:
    case EINPROGRESS: return &blocking_io_error_type;
    case EPIPE:
    case ESHUTDOWN: return &broken_pipe_error_type;
    case ECHILD: return &child_process_error_type;
    case ECONNABORTED: return &connection_aborted_error_type;
    case ECONNREFUSED: return &connection_refused_error_type;
    case ECONNRESET: return &connection_reset_error_type;
    case EEXIST: return &file_exists_error_type;
    case ENOENT: return &file_not_found_error_type;
    case EISDIR: return &is_a_directory_error_type;
    case ENOTDIR: return &not_a_directory_error_type;
    case EINTR: return &interrupted_error_type;
    case EACCES:
    case EPERM: return &permission_error_type;
    case ESRCH: return &process_lookup_error_type;
    case ETIMEDOUT: return &timeout_error_type;
    default: return nullptr;
  }
}

Result<Object> os_error_construct(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  if (type == &os_error_type && count >= 2 && count <= 5 && args[0].is_small_int())
    if (Type* precise = os_error_for(static_cast<int>(args[0].small()))) type = precise;
  ensure_ready(type);
  return exception_construct(type, args, count, names);
}

Result<void> os_error_init(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(no_keywords(self, names));
  auto error = self.as<OSError>();
  if (count < 2 || count > 5) return exception_init(self, args, count, nullptr);
  error->number = args[0];
  error->text = args[1];
  // The file's name isn't among the args (bpo: "args is a 2-tuple for compatibility").
  if (count > 2 && !args[2].is(None)) error->filename = args[2];
  if (count > 4 && !args[4].is(None)) error->filename2 = args[4];
  return exception_init(self, args, error->filename.bound() ? 2 : count, nullptr);
}

Result<Object> os_error_str(Object const& self) {
  auto error = self.as<OSError>();
  if (!error->number.bound() || !error->text.bound()) return exception_str(self);
  std::string text =
      "[Errno " + PASS(operators::str(error->number)).utf8() + "] " + PASS(operators::str(error->text)).utf8();
  if (error->filename.bound()) text += ": " + PASS(operators::repr(error->filename)).utf8();
  if (error->filename2.bound()) text += " -> " + PASS(operators::repr(error->filename2)).utf8();
  return Str::from_utf8(text);
}

// SyntaxError

Result<void> syntax_error_init(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(exception_init(self, args, count, names));
  auto error = self.as<SyntaxError>();
  if (count > 0) error->message = args[0];
  if (count != 2) return {};
  Object details = args[1];
  if (!is_instance(details, tuple_type))
    details = aiocc::make_tuple(PASS(list_from(details)).as<ListObject>()->items());
  auto words = details.as<TupleObject>()->words();
  if (words.size() < 4)
    return raise_format(type_error_type, "function takes at least 4 arguments ({} given)", words.size());
  if (words.size() > 6)
    return raise_format(type_error_type, "function takes at most 6 arguments ({} given)", words.size());
  if (words.size() == 5) return raise_error(type_error_type, "end_offset must be provided when end_lineno is provided");
  Object* const places[] = {&error->filename, &error->line,     &error->column,
                            &error->text,     &error->end_line, &error->end_column};
  for (std::size_t i = 0; i < words.size() && i < std::size(places); ++i) *places[i] = words[i];
  return {};
}

Result<Object> syntax_error_str(Object const& self) {
  auto error = self.as<SyntaxError>();
  std::string text = PASS(operators::str(error->message.bound() ? error->message : None)).utf8();
  std::string file;
  if (error->filename.bound() && is_instance(error->filename, str_type)) {
    file = word_cast<Str>(error->filename).utf8();
    file = file.substr(file.rfind('/') + 1);
  }
  bool has_line = error->line.is_small_int();
  if (!file.empty() && has_line)
    return Str::from_utf8(fmt::format("{} ({}, line {})", text, file, error->line.small()));
  if (!file.empty()) return Str::from_utf8(fmt::format("{} ({})", text, file));
  if (has_line) return Str::from_utf8(fmt::format("{} (line {})", text, error->line.small()));
  return Str::from_utf8(text);
}

// UnicodeError: decoding and encoding have five arguments, translating has no encoding.

template <bool has_encoding>
Result<void> unicode_error_init(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  PASS(exception_init(self, args, count, names));
  constexpr std::size_t expected = has_encoding ? 5 : 4;
  if (count != expected)
    return raise_format(type_error_type, "function takes exactly {} arguments ({} given)", expected, count);
  auto error = self.as<UnicodeError>();
  if (has_encoding) error->encoding = *args++;
  error->object = args[0];
  error->start = args[1];
  error->end = args[2];
  error->reason = args[3];
  return {};
}

Result<Object> unicode_error_str(Object const& self) {
  auto error = self.as<UnicodeError>();
  if (!error->object.bound() || !error->start.is_small_int() || !error->end.is_small_int()) return exception_str(self);
  bool decoding = is_instance(self, unicode_decode_error_type);
  std::int64_t start = error->start.small();
  std::int64_t end = error->end.small();
  std::string text;
  if (error->encoding.bound()) text = "'" + PASS(operators::str(error->encoding)).utf8() + "' codec ";
  text += is_instance(self, unicode_translate_error_type) ? "can't translate "
          : decoding                                      ? "can't decode "
                                                          : "can't encode ";
  Int length = PASS(operators::length(error->object));
  if (start >= 0 && start < length.small() && end == start + 1) {
    Object item = PASS(operators::get_item(error->object, Int(start)));
    if (decoding) {
      text += fmt::format("byte 0x{:02x} in position {}", item.small(), start);
    } else {
      auto code = static_cast<std::uint32_t>(word_cast<Str>(item)[0]);
      std::string shown = code <= 0xff     ? fmt::format("\\x{:02x}", code)
                          : code <= 0xffff ? fmt::format("\\u{:04x}", code)
                                           : fmt::format("\\U{:08x}", code);
      text += fmt::format("character '{}' in position {}", shown, start);
    }
  } else {
    text += fmt::format("{} in position {}-{}", decoding ? "bytes" : "characters", start, end - 1);
  }
  return Str::from_utf8(text + ": " + PASS(operators::str(error->reason)).utf8());
}

// Groups

Result<Object> group_construct(Type* type, Object const* args, std::size_t count, KeywordNames const* names) {
  if (count != 2 || names)
    return raise_format(type_error_type, "BaseExceptionGroup.__new__() takes exactly 2 arguments ({} given)", count);
  if (!is_instance(args[0], str_type))
    return raise_format(type_error_type, "BaseExceptionGroup.__new__() argument 1 must be str, not {}",
                        type_name(args[0]));
  if (!ready_type(args[1])->slots.get_item || is_instance(args[1], dict_type))
    return raise_error(type_error_type, "second argument (exceptions) must be a sequence");
  Object list = PASS(list_from(args[1]));
  auto& items = list.as<ListObject>()->items();
  if (items.empty()) return raise_error(value_error_type, "second argument (exceptions) must be a non-empty sequence");
  bool all_ordinary = true;
  for (std::size_t i = 0; i < items.size(); ++i) {
    if (!is_instance(items[i], base_exception_type))
      return raise_format(value_error_type, "Item {} of second argument (exceptions) is not an exception", i);
    all_ordinary = all_ordinary && is_instance(items[i], exception_type);
  }
  if (type == &base_exception_group_type && all_ordinary) type = &exception_group_type;
  if (!all_ordinary && is_subtype(type, &exception_type)) {
    if (type == &exception_group_type)
      return raise_error(type_error_type, "Cannot nest BaseExceptions in an ExceptionGroup");
    return raise_format(type_error_type, "Cannot nest BaseExceptions in '{}'", type->name);
  }
  ensure_ready(type);
  Object made = PASS(exception_construct(type, args, count, nullptr));
  auto group = made.as<BaseExceptionGroup>();
  group->message = args[0];
  group->exceptions = aiocc::make_tuple(items);
  return made;
}

Result<Object> group_str(Object const& self) {
  auto group = self.as<BaseExceptionGroup>();
  std::size_t count = group->exceptions.as<TupleObject>()->size;
  return Str::from_utf8(
      fmt::format("{} ({} sub-exception{})", word_cast<Str>(group->message).utf8(), count, count == 1 ? "" : "s"));
}

// Fields that Python sees as plain attributes. Offsets are those of the layouts, which have single inheritance and no virtual functions.

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Winvalid-offsetof"
#define AIOCC_FIELD(layout, member, name) \
  Field { name, static_cast<std::uint32_t>(offsetof(layout, member)), Storage::Word }

struct LayoutFields {
  Type* type;
  std::vector<Field> fields;
};

std::vector<LayoutFields> const& layout_fields() {
  // A name with a blank in front is no attribute: the field is only released with the others.
  static std::vector<LayoutFields> const table = {
      {&stop_iteration_type, {AIOCC_FIELD(StopIteration, value, "value")}},
      {&system_exit_type, {AIOCC_FIELD(SystemExit, code, "code")}},
      {&name_error_type, {AIOCC_FIELD(NameError, name, "name"), AIOCC_FIELD(NameError, self, " self")}},
      {&attribute_error_type, {AIOCC_FIELD(AttributeError, name, "name"), AIOCC_FIELD(AttributeError, object, "obj")}},
      {&import_error_type,
       {AIOCC_FIELD(ImportError, message, "msg"), AIOCC_FIELD(ImportError, name, "name"),
        AIOCC_FIELD(ImportError, path, "path")}},
      {&os_error_type,
       {AIOCC_FIELD(OSError, number, "errno"), AIOCC_FIELD(OSError, text, "strerror"),
        AIOCC_FIELD(OSError, filename, "filename"), AIOCC_FIELD(OSError, filename2, "filename2")}},
      {&syntax_error_type,
       {AIOCC_FIELD(SyntaxError, message, "msg"), AIOCC_FIELD(SyntaxError, filename, "filename"),
        AIOCC_FIELD(SyntaxError, line, "lineno"), AIOCC_FIELD(SyntaxError, column, "offset"),
        AIOCC_FIELD(SyntaxError, text, "text"), AIOCC_FIELD(SyntaxError, end_line, "end_lineno"),
        AIOCC_FIELD(SyntaxError, end_column, "end_offset")}},
      {&unicode_error_type,
       {AIOCC_FIELD(UnicodeError, encoding, "encoding"), AIOCC_FIELD(UnicodeError, object, "object"),
        AIOCC_FIELD(UnicodeError, start, "start"), AIOCC_FIELD(UnicodeError, end, "end"),
        AIOCC_FIELD(UnicodeError, reason, "reason")}},
      {&base_exception_group_type,
       {AIOCC_FIELD(BaseExceptionGroup, message, "message"),
        AIOCC_FIELD(BaseExceptionGroup, exceptions, "exceptions")}},
  };
  return table;
}
#undef AIOCC_FIELD
#pragma GCC diagnostic pop

// The two arguments of an exception that's written in Python.
Result<void> two_arguments(char const* class_name, std::span<char const* const, 2> parameters, Object const* args,
                           std::size_t count, KeywordNames const* names, Object* values) {
  std::size_t const given = count - (names ? names->names.size() : 0);
  if (given > 2)
    return raise_format(type_error_type, "{}.__init__() takes 3 positional arguments but {} were given", class_name,
                        given + 1);
  PASS(init_arguments(class_name, parameters, args, count, names, values));
  if (values[0].bound() && values[1].bound()) return {};
  if (!values[0].bound() && !values[1].bound())
    return raise_format(type_error_type, "{}.__init__() missing 2 required positional arguments: '{}' and '{}'",
                        class_name, parameters[0], parameters[1]);
  return raise_format(type_error_type, "{}.__init__() missing 1 required positional argument: '{}'", class_name,
                      parameters[values[0].bound() ? 1 : 0]);
}

// asyncio.IncompleteReadError(partial, expected)
Result<void> incomplete_read_init(Object const& self, Object const* args, std::size_t count,
                                  KeywordNames const* names) {
  constexpr char const* parameters[] = {"partial", "expected"};
  Object values[2];
  PASS(two_arguments("IncompleteReadError", parameters, args, count, names, values));
  std::int64_t const length = PASS(operators::length(values[0]));
  std::string const expected = values[1].is(None) ? "undefined" : PASS(operators::repr(values[1])).utf8();
  Object const text = Str::from_utf8(fmt::format("{} bytes read on a total of {} expected bytes", length, expected));
  PASS(exception_init(self, &text, 1, nullptr));
  PASS(operators::set_attr(self, "partial"_s, values[0]));
  return operators::set_attr(self, "expected"_s, values[1]);
}

// asyncio.LimitOverrunError(message, consumed)
Result<void> limit_overrun_init(Object const& self, Object const* args, std::size_t count, KeywordNames const* names) {
  constexpr char const* parameters[] = {"message", "consumed"};
  Object values[2];
  PASS(two_arguments("LimitOverrunError", parameters, args, count, names, values));
  PASS(exception_init(self, values, 1, nullptr));
  return operators::set_attr(self, "consumed"_s, values[1]);
}

// Of the frames that it keeps, those of functions are open to the collector, and those of coroutines aren't.
void traverse_exception(HeapObject* self, Visitor& visit) {
  traverse_members<&BaseException::args, &BaseException::cause, &BaseException::context, &BaseException::notes>(self,
                                                                                                                visit);
  for (Frame* frame = static_cast<BaseException*>(self)->passed_frames; frame; frame = frame->awaiter) {
    if (frame->kind != FrameKind::Variables) continue;
    for (Object const& value : static_cast<VariablesFrame*>(frame)->values) visit(value);
  }
}

void clear_exception(HeapObject* self) noexcept {
  clear_members<&BaseException::args, &BaseException::cause, &BaseException::context, &BaseException::notes>(self);
  release_passed_frames(std::exchange(static_cast<BaseException*>(self)->passed_frames, nullptr));
}

constexpr Slots exception_slots(Slots own = {}) {
  own.dealloc = dealloc_exception;
  own.traverse = traverse_exception;
  own.clear = clear_exception;
  if (!own.repr) own.repr = exception_repr;
  if (!own.str) own.str = exception_str;
  if (!own.construct) own.construct = exception_construct;
  if (!own.init) own.init = exception_init;
  return own;
}

/// ExceptionGroup has two bases, which no other built-in type has.
void add_second_base(Type* group) {
  ensure_ready(&exception_type);
  group->bases.push_back(&exception_type);
  group->mro = {group, &base_exception_group_type, &exception_type, &base_exception_type, &object_type};
}

}  // namespace

std::span<Type* const> built_in_exceptions() noexcept {
  static constexpr Type* all[] = {
#define AIOCC_EXCEPTION(variable, name, base) &variable,
#include "aiocc/objects/exceptions.def"
#undef AIOCC_EXCEPTION
  };
  return all;
}

/// CPython makes them in the order of their names, ExceptionGroup last.
std::vector<Type*> exceptions_below(Type const* base) {
  std::vector<Type*> below;
  std::ranges::copy_if(built_in_exceptions(), std::back_inserter(below),
                       [base](Type const* type) { return type->base == base; });
  std::ranges::sort(below, {}, [](Type const* type) { return std::string_view(type->name); });
  if (base == &exception_type || base == &base_exception_group_type) below.push_back(&exception_group_type);
  return below;
}

BaseException* allocate_exception(Type* type) {
  ensure_ready(type);
  std::size_t size = type->instance_size;
  void* memory = allocate_object(size);
  std::memset(memory, 0, size);
  // Over zeroes this only writes the head: every member's empty state is zero.
  auto exception = new (memory) BaseException;
  exception->type = type;
  if (type->is_user_class) ++type->references;
  if (type->has_plain_fields) {
    for (Field const& field : type->fields)
      if (field.storage != Storage::Word) store_field(exception, field, Object());
  }
  return exception;
}

void complete_exception_type(Type* type) {
  type->is_base_type = true;
  type->is_exception = true;
  if (!type->overflow_offset) type->overflow_offset = sizeof(HeapObject);
  for (LayoutFields const& layout : layout_fields())
    if (layout.type == type) type->fields.insert(type->fields.end(), layout.fields.begin(), layout.fields.end());
  if (type == &exception_group_type) add_second_base(type);
}

}  // namespace detail

// Types with slots of their own; the others inherit them.
using detail::exception_slots;

constinit Type base_exception_type("BaseException", &object_type, sizeof(BaseException), exception_slots());
constinit Type stop_iteration_type("StopIteration", &exception_type, sizeof(StopIteration),
                                   {.init = detail::stop_iteration_init});
constinit Type system_exit_type("SystemExit", &base_exception_type, sizeof(SystemExit),
                                {.init = detail::system_exit_init});
constinit Type name_error_type("NameError", &exception_type, sizeof(NameError), {.init = detail::name_error_init});
constinit Type attribute_error_type("AttributeError", &exception_type, sizeof(AttributeError),
                                    {.init = detail::attribute_error_init});
constinit Type import_error_type("ImportError", &exception_type, sizeof(ImportError),
                                 {.str = detail::import_error_str, .init = detail::import_error_init});
constinit Type os_error_type("OSError", &exception_type, sizeof(OSError),
                             {.str = detail::os_error_str,
                              .construct = detail::os_error_construct,
                              .init = detail::os_error_init});
constinit Type syntax_error_type("SyntaxError", &exception_type, sizeof(SyntaxError),
                                 {.str = detail::syntax_error_str, .init = detail::syntax_error_init});
constinit Type key_error_type("KeyError", &lookup_error_type, sizeof(BaseException), {.str = detail::key_error_str});
constinit Type unicode_error_type("UnicodeError", &value_error_type, sizeof(UnicodeError), {});
constinit Type unicode_decode_error_type("UnicodeDecodeError", &unicode_error_type, sizeof(UnicodeError),
                                         {.str = detail::unicode_error_str, .init = detail::unicode_error_init<true>});
constinit Type unicode_encode_error_type("UnicodeEncodeError", &unicode_error_type, sizeof(UnicodeError),
                                         {.str = detail::unicode_error_str, .init = detail::unicode_error_init<true>});
constinit Type unicode_translate_error_type("UnicodeTranslateError", &unicode_error_type, sizeof(UnicodeError),
                                            {.str = detail::unicode_error_str,
                                             .init = detail::unicode_error_init<false>});
constinit Type base_exception_group_type("BaseExceptionGroup", &base_exception_type, sizeof(BaseExceptionGroup),
                                         {.str = detail::group_str, .construct = detail::group_construct});
constinit Type exception_group_type("ExceptionGroup", &base_exception_group_type, sizeof(BaseExceptionGroup), {});

namespace {
// By their names in exceptions.def, so that each line there defines one type.
constexpr Type* base_of_BaseException = &base_exception_type;
#define AIOCC_EXCEPTION(variable, name, base) [[maybe_unused]] constexpr Type* base_of_##name = &variable;
#include "aiocc/objects/exceptions.def"
#undef AIOCC_EXCEPTION
}  // namespace

#define AIOCC_EXCEPTION(variable, name, base) constinit Type variable(#name, base_of_##base, 0, {});
#define AIOCC_EXCEPTION_WITH_SLOTS(variable, name, base)
#include "aiocc/objects/exceptions.def"
#undef AIOCC_EXCEPTION

namespace asyncio {
constinit Type cancelled_error_type("CancelledError", &base_exception_type, 0, {}, "asyncio.exceptions");
constinit Type invalid_state_error_type("InvalidStateError", &exception_type, 0, {}, "asyncio.exceptions");
constinit Type queue_empty_type("QueueEmpty", &exception_type, 0, {}, "asyncio.queues");
constinit Type queue_full_type("QueueFull", &exception_type, 0, {}, "asyncio.queues");
constinit Type queue_shut_down_type("QueueShutDown", &exception_type, 0, {}, "asyncio.queues");
constinit Type broken_barrier_error_type("BrokenBarrierError", &runtime_error_type, 0, {}, "asyncio.exceptions");
constinit Type incomplete_read_error_type("IncompleteReadError", &eof_error_type, 0,
                                          {.init = detail::incomplete_read_init}, "asyncio.exceptions");
constinit Type limit_overrun_error_type("LimitOverrunError", &exception_type, 0, {.init = detail::limit_overrun_init},
                                        "asyncio.exceptions");
constinit Type send_file_not_available_error_type("SendfileNotAvailableError", &runtime_error_type, 0, {},
                                                  "asyncio.exceptions");
}  // namespace asyncio

Raised raise_os_error(int number, Object const& filename) {
  Type* precise = detail::os_error_for(number);
  Object const args[] = {Int(number), Str::from_utf8(std::strerror(number)), filename};
  Result<Object> error = call_array(box(precise ? *precise : os_error_type), args, filename.bound() ? 3 : 2);
  if (!error) return raised;
  return raise(error.value());
}

}  // namespace aiocc
