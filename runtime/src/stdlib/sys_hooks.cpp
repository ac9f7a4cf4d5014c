// sys.excepthook and its like as functions, and the exception being handled as a tuple.
#include "../objects/core.hpp"
#include "../objects/exceptions.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/objects/stdio.hpp"
#include "aiocc/objects/text_builtins.hpp"
#include "aiocc/stdlib/sys.hpp"

namespace aiocc::sys {

Object exc_info() {
  Ref<BaseException> const handled = handled_exception();
  if (!handled.bound()) return aiocc::make_tuple(std::array<Object, 3>{None, None, None});
  Result<Object> traceback = operators::get_attr(handled, "__traceback__"_s);
  if (!traceback) take_error();
  return aiocc::make_tuple(std::array<Object, 3>{box(*handled->type), handled, traceback ? traceback.value() : None});
}

Result<void> excepthook(Object const&, Object const& value, Object const&) {
  if (!is_instance(value, base_exception_type))
    return raise_error(type_error_type, "print_exception(): Exception expected for value, " +
                                            std::string(type_of(value)->name) + " found");
  print_exception(word_cast<Ref<BaseException>>(value));
  return {};
}

Result<void> unraisablehook(Object const& unraisable) {
  Object const value = PASS(operators::get_attr(unraisable, "exc_value"_s));
  Object const where = PASS(operators::get_attr(unraisable, "object"_s));
  Object const message = PASS(operators::get_attr(unraisable, "err_msg"_s));
  if (!is_instance(value, base_exception_type)) return {};
  std::string const text = is_instance(message, str_type) ? word_cast<Str>(message).utf8() : "Exception ignored in";
  aiocc::detail::print_ignored(word_cast<Ref<BaseException>>(value), text, where);
  return {};
}

Result<void> displayhook(Object const& object) {
  if (object.is(None)) return {};
  Str const text = PASS(operators::repr(object));
  PASS(call_method(stdout_, "write"_s, text + "\n"_s));
  Object const builtins = runtime_module(std::string_view("builtins"));
  if (builtins.bound()) PASS(operators::set_attr(builtins, "_"_s, object));
  return {};
}

}  // namespace aiocc::sys
