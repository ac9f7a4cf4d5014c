// Functions made at run time, and tracebacks as the module traceback reads them.
#include "aiocc/stdlib/support.hpp"

#include <sys/resource.h>
#include <termios.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <deque>
#include <memory>
#include <string>
#include <vector>

#include "../objects/core.hpp"
#include "../objects/exceptions.hpp"
#include "aiocc/core/activation.hpp"
#include "aiocc/core/log.hpp"
#include "aiocc/core/warn.hpp"
#include "aiocc/emitted.hpp"
#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/module.hpp"

namespace aiocc::_support {
namespace {

/// What a made function's constants point to. They live as long as the program, as those of compiled functions do.
struct Made {
  std::string name;
  std::deque<std::string> parameter_names;
  std::vector<char const*> parameters;
  FunctionInfo info{};
};

Made& keep(std::unique_ptr<Made> made) {
  static std::deque<std::unique_ptr<Made>> kept;
  kept.push_back(std::move(made));
  return *kept.back();
}

/// The implementation is the function's one cell.
Result<Object> call_implementation(FunctionObject* function, Object const* args, std::size_t count,
                                   KeywordNames const* names) {
  Object implementation = function->cells[0];
  if (!names && count == function->signature->total() && function->signature->is_plain())
    return call_array(implementation, args, count);
  std::vector<Object> slots(function->signature->total());
  PASS(aiocc::detail::bind_arguments(function, args, count, names, slots.data()));
  return call_array(implementation, slots.data(), slots.size());
}

std::uint16_t count_of(Int const& number) { return static_cast<std::uint16_t>(number.small()); }

}  // namespace

Result<Object> make_function(Object const& implementation, Str const& name, Object const& names,
                             Int const& positional_only, Int const& positional, Int const& keyword_only,
                             bool has_varargs, bool has_varkw, Object const& defaults, Object const& keyword_defaults) {
  if (!is_instance(names, tuple_type)) return raise_error(type_error_type, "names must be a tuple");
  auto made = std::make_unique<Made>();
  made->name = name.utf8();
  for (Object const& parameter : names.as<TupleObject>()->words()) {
    if (!is_instance(parameter, str_type)) return raise_error(type_error_type, "names must be strs");
    made->parameter_names.push_back(word_cast<Str>(parameter).utf8());
    made->parameters.push_back(made->parameter_names.back().c_str());
  }
  made->info.signature = {made->parameters.data(),
                          count_of(positional_only),
                          count_of(positional),
                          count_of(keyword_only),
                          has_varargs,
                          has_varkw};
  made->info.code = {
      .file = "<string>", .name = made->name.c_str(), .qualified_name = made->name.c_str(), .first_line = 1};
  Made& constants = keep(std::move(made));
  return aiocc::make_function(call_implementation, constants.info.signature, constants.info.code,
                              defaults.is(None) ? Object() : defaults,
                              keyword_defaults.is(None) ? Object() : keyword_defaults, {implementation});
}

Result<Object> traceback_entry(Object const& traceback) {
  if (!is_instance(traceback, traceback_type)) return raise_error(type_error_type, "a traceback is wanted");
  Span const& span = *traceback.as<TracebackObject>()->spans.back();
  return pack_tuple(Str::from_utf8(span.code->file), Int(std::int64_t{span.line}), Str::from_utf8(span.code->name),
                    Int(std::int64_t{span.end_line}), Int(std::int64_t{span.column}),
                    Int(std::int64_t{span.end_column}), Str::from_utf8(aiocc::detail::format_span(span)));
}

namespace {

/// Where calls stand, from the innermost one of the program's outwards. Who resumes coroutines and generators isn't known: there it ends.
class Callers {
 public:
  Span const* place() const noexcept { return place_; }
  /// False: who called isn't known.
  bool go_outwards() noexcept {
    if (!place_ || !activation_ || activation_->code != place_->code) return false;
    place_ = activation_->caller;
    activation_ = activation_->outer;
    return true;
  }
  void skip(Object const& level) noexcept {
    for (std::int64_t left = level.is_small_int() ? level.small() : 1; left > 1 && go_outwards(); --left) {}
  }

 private:
  Span const* place_ = state.position;
  Activation const* activation_ = state.activation;
};

}  // namespace

Object caller_place(Object const& level) {
  Callers callers;
  callers.skip(level);
  Span const* const span = callers.place();
  if (!span || !span->code->module) return None;
  return pack_tuple(Str::from_utf8(span->code->file), Int(std::int64_t{span->line}), Str::from_utf8(span->code->name),
                    Str::from_utf8(span->code->module));
}

Object caller_places(Object const& level) {
  ListObject* const places = make_list_object();
  Object const result = Object::adopt(places);
  Callers callers;
  callers.skip(level);
  do {
    Span const* const span = callers.place();
    if (!span || !span->code->module) break;
    places->items().push_back(pack_tuple(Str::from_utf8(span->code->file), Int(std::int64_t{span->line}),
                                         Str::from_utf8(span->code->name), Str::from_utf8(span->text_of(span->line))));
  } while (callers.go_outwards());
  return result;
}

Str source_line(Object const& filename, Object const& lineno) {
  if (!is_instance(filename, str_type)) return ""_s;
  std::string const file = word_cast<Str>(filename).utf8();
  auto const is_there = [&](Span const* span) {
    return span && file == span->code->file && lineno.is(Int(std::int64_t{span->line}));
  };
  Span const* span = state.position;
  for (Activation const* each = state.activation; !is_there(span) && each; each = each->outer) span = each->caller;
  return is_there(span) ? Str::from_utf8(span->text_of(span->line)) : ""_s;
}

void route_warnings(Object const& function) { aiocc::detail::route_warnings(function); }

void warn_of_unclosed(Object const& source, Str const& kind) {
  Result<Str> text = operators::repr(source);
  if (text)
    warn_of_loss(resource_warning_type, "unclosed " + kind.utf8() + " " + std::move(text).value().utf8(), source);
  else
    take_error();
}

Object program_modules() { return aiocc::detail::module_registry(); }

Result<Object> module_names(Object const& module) {
  if (!is_instance(module, module_type)) return raise_error(type_error_type, "a module is wanted");
  auto const owner = module.as<ModuleObject>();
  ListObject* names = make_list_object();
  Object const result = Object::adopt(names);
  std::size_t position = 0;
  while (DictEntry const* entry = owner->dict->next(position)) names->items().push_back(entry->key);
  for (GlobalName const* global = owner->globals(); global && global->name; ++global)
    if (!global->variable || global->variable->bound()) names->items().push_back(Str::intern(global->name));
  for (std::size_t i = 0; owner->members && i < owner->members->count; ++i)
    names->items().push_back(Str::intern(owner->members->members[i].name));
  return result;
}

Result<void> name_with_module(Object const& cls) {
  Object const module = PASS(operators::get_attr(cls, "__module__"_s));
  Type* const type = cls.as<Type>();
  std::string const name = word_cast<Str>(module).utf8() + "." + type->name;
  std::free(type->owned_name);
  type->owned_name = strdup(name.c_str());
  type->name = type->owned_name;
  return {};
}

Result<Str> exception_only(Object const& exception) {
  if (!is_instance(exception, base_exception_type)) return raise_error(type_error_type, "an exception is wanted");
  return Str::from_utf8(aiocc::detail::format_exception_only(word_cast<Ref<BaseException>>(exception)));
}

void give_get_logger(Object const& get_logger) { aiocc::detail::set_get_logger(get_logger); }

Int process_id() { return Int(std::int64_t{getpid()}); }

Object switch_echo(Int const& descriptor, bool is_on) noexcept {
  termios settings;
  auto const number = static_cast<int>(descriptor.small());
  if (tcgetattr(number, &settings) != 0) return None;
  bool const was_on = (settings.c_lflag & ECHO) != 0;
  settings.c_lflag = is_on ? settings.c_lflag | ECHO : settings.c_lflag & ~static_cast<tcflag_t>(ECHO);
  tcsetattr(number, TCSAFLUSH, &settings);
  return box(was_on);
}

Result<Object> resource_usage(Int const& who) {
  rusage usage;
  if (getrusage(static_cast<__rusage_who_t>(who.small()), &usage) != 0)
    return raise_error(value_error_type, "invalid who parameter");
  auto const seconds = [](timeval const& time) {
    return box(static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6);
  };
  auto const number = [](long value) { return Object(Int(std::int64_t{value})); };
  return pack_tuple(seconds(usage.ru_utime), seconds(usage.ru_stime), number(usage.ru_maxrss), number(usage.ru_ixrss),
                    number(usage.ru_idrss), number(usage.ru_isrss), number(usage.ru_minflt), number(usage.ru_majflt),
                    number(usage.ru_nswap), number(usage.ru_inblock), number(usage.ru_oublock), number(usage.ru_msgsnd),
                    number(usage.ru_msgrcv), number(usage.ru_nsignals), number(usage.ru_nvcsw),
                    number(usage.ru_nivcsw));
}

Result<Object> resource_limits(Int const& resource) {
  rlimit limits;
  if (getrlimit(static_cast<__rlimit_resource_t>(resource.small()), &limits) != 0)
    return raise_error(value_error_type, "invalid resource specified");
  auto const number = [](rlim_t value) { return Object(Int(static_cast<std::int64_t>(value))); };
  return pack_tuple(number(limits.rlim_cur), number(limits.rlim_max));
}

Result<void> set_resource_limits(Int const& resource, Int const& soft, Int const& hard) {
  rlimit const limits = {static_cast<rlim_t>(soft.small()), static_cast<rlim_t>(hard.small())};
  if (setrlimit(static_cast<__rlimit_resource_t>(resource.small()), &limits) == 0) return {};
  if (errno == EINVAL) return raise_error(value_error_type, "current limit exceeds maximum limit");
  if (errno == EPERM) return raise_error(value_error_type, "not allowed to raise maximum limit");
  return aiocc::raise_os_error(errno);
}

Object environment_variable(Str const& name) {
  char const* const value = std::getenv(name.utf8().c_str());
  return value ? Object(Str::from_utf8(value)) : None;
}

}  // namespace aiocc::_support
