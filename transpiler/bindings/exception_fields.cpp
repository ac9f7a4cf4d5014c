// The attributes of exceptions, as `layout_fields` and the descriptors of BaseException in the runtime's exception_types.cpp have them.
#include "bindings/exception_fields.hpp"

#include <algorithm>
#include <iterator>

namespace aiocc::bindings {
namespace {

struct ExceptionField {
  std::string_view class_name;
  std::string_view name;
};

constexpr ExceptionField exception_fields[] = {
    {"AttributeError", "name"},
    {"AttributeError", "obj"},
    {"BaseException", "__cause__"},
    {"BaseException", "__context__"},
    {"BaseException", "__notes__"},
    {"BaseException", "__suppress_context__"},
    {"BaseException", "__traceback__"},
    {"BaseException", "args"},
    {"BaseExceptionGroup", "exceptions"},
    {"BaseExceptionGroup", "message"},
    {"ImportError", "msg"},
    {"ImportError", "name"},
    {"ImportError", "path"},
    {"NameError", "name"},
    {"OSError", "errno"},
    {"OSError", "filename"},
    {"OSError", "filename2"},
    {"OSError", "strerror"},
    {"StopIteration", "value"},
    {"SyntaxError", "end_lineno"},
    {"SyntaxError", "end_offset"},
    {"SyntaxError", "filename"},
    {"SyntaxError", "lineno"},
    {"SyntaxError", "msg"},
    {"SyntaxError", "offset"},
    {"SyntaxError", "text"},
    {"SystemExit", "code"},
    {"UnicodeError", "encoding"},
    {"UnicodeError", "end"},
    {"UnicodeError", "object"},
    {"UnicodeError", "reason"},
    {"UnicodeError", "start"},
};

}  // namespace

bool keeps_in_layout(Class const& class_, std::string_view name) {
  auto const is_named = [&](ExceptionField const& field) { return field.name == name; };
  if (std::none_of(std::begin(exception_fields), std::end(exception_fields), is_named)) return false;
  return for_each_in_mro(class_, [&](Class const& each) {
    return std::any_of(std::begin(exception_fields), std::end(exception_fields), [&](ExceptionField const& field) {
      return is_named(field) && field.class_name == each.full_name;
    });
  });
}

}  // namespace aiocc::bindings
