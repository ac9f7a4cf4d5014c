// Arguments of the classes that are written in C in CPython, with its TypeErrors.
#include "constructor_arguments.hpp"

#include <string>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/str.hpp"

namespace aiocc::detail {

namespace {

Raised too_many(std::string const& name, std::size_t most, std::size_t given, bool all_positional) {
  std::string plural = most == 1 ? "" : "s";
  std::string limit = std::to_string(most);
  if (all_positional)
    return raise_error(type_error_type,
                       name + " expected at most " + limit + " argument" + plural + ", got " + std::to_string(given));
  return raise_error(type_error_type,
                     name + "() takes at most " + limit + " argument" + plural + " (" + std::to_string(given) + " given)");
}

}  // namespace

Result<void> constructor_arguments(char const* type_name, std::span<char const* const> parameters, std::size_t positional_only,
                                   Object const* args, std::size_t count, KeywordNames const* names, Object* slots) {
  std::string name = type_name;
  std::size_t keywords = names ? names->names.size() : 0;
  std::size_t positional = count - keywords;
  if (keywords > 0 && positional_only == parameters.size())
    return raise_error(type_error_type, name + "() takes no keyword arguments");
  // str parses its arguments as if they were positional, when there are no keywords.
  bool all_positional = positional_only > 0 || (keywords == 0 && name == "str");
  if (count > parameters.size()) return too_many(name, parameters.size(), count, all_positional);
  for (std::size_t i = 0; i < positional; ++i) slots[i] = args[i];
  for (std::size_t i = 0; i < keywords; ++i) {
    Str const& keyword = names->names[i];
    std::size_t at = positional_only;
    while (at < parameters.size() && !keyword.equals(parameters[at])) ++at;
    if (at == parameters.size())
      return raise_error(type_error_type, name + "() got an unexpected keyword argument '" + keyword.utf8() + "'");
    if (slots[at].bound())
      return raise_error(type_error_type, "argument for " + name + "() given by name ('" + keyword.utf8() + "') and position (" +
                                              std::to_string(at + 1) + ")");
    slots[at] = args[positional + i];
  }
  return {};
}

}  // namespace aiocc::detail
