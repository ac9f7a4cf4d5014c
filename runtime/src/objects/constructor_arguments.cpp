// Arguments of classes whose parameters no signature in a header tells, with CPython's TypeErrors.
#include "constructor_arguments.hpp"

#include <string>
#include <vector>

#include "aiocc/objects/exceptions.hpp"
#include "aiocc/objects/str.hpp"
#include "suggestions.hpp"

namespace aiocc::detail {

namespace {

Raised too_many(std::string const& name, std::size_t most, std::size_t given, bool all_positional) {
  std::string plural = most == 1 ? "" : "s";
  std::string limit = std::to_string(most);
  if (all_positional)
    return raise_error(type_error_type,
                       name + " expected at most " + limit + " argument" + plural + ", got " + std::to_string(given));
  return raise_error(type_error_type, name + "() takes at most " + limit + " argument" + plural + " (" +
                                          std::to_string(given) + " given)");
}

}  // namespace

Raised unexpected_keyword(std::string const& name, std::span<char const* const> parameters,
                          std::string const& keyword) {
  std::string const nearest = nearest_name(keyword, std::vector<std::string>(parameters.begin(), parameters.end()));
  return raise_error(type_error_type, name + "() got an unexpected keyword argument '" + keyword + "'" +
                                          (nearest.empty() ? "" : ". Did you mean '" + nearest + "'?"));
}

Result<void> constructor_arguments(char const* type_name, std::span<char const* const> parameters,
                                   std::size_t positional_only, Object const* args, std::size_t count,
                                   KeywordNames const* names, Object* slots) {
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
    if (at == parameters.size()) return unexpected_keyword(name, parameters.subspan(positional_only), keyword.utf8());
    if (slots[at].bound())
      return raise_error(type_error_type, "argument for " + name + "() given by name ('" + keyword.utf8() +
                                              "') and position (" + std::to_string(at + 1) + ")");
    slots[at] = args[positional + i];
  }
  return {};
}

// CPython: initialize_locals, which looks at the keywords first.
Result<void> init_arguments(char const* class_name, std::span<char const* const> parameters, Object const* args,
                            std::size_t count, KeywordNames const* names, Object* slots) {
  std::string const name = std::string(class_name) + ".__init__";
  std::size_t const keywords = names ? names->names.size() : 0;
  std::size_t const positional = count - keywords;
  for (std::size_t i = 0; i < positional && i < parameters.size(); ++i) slots[i] = args[i];
  for (std::size_t i = 0; i < keywords; ++i) {
    Str const& keyword = names->names[i];
    std::size_t at = 0;
    while (at < parameters.size() && !keyword.equals(parameters[at])) ++at;
    if (at == parameters.size()) return unexpected_keyword(name, parameters, keyword.utf8());
    if (slots[at].bound())
      return raise_error(type_error_type, name + "() got multiple values for argument '" + keyword.utf8() + "'");
    slots[at] = args[positional + i];
  }
  if (positional <= parameters.size()) return {};
  std::string const takes = parameters.empty()
                                ? "1 positional argument"
                                : "from 1 to " + std::to_string(parameters.size() + 1) + " positional arguments";
  return raise_error(type_error_type,
                     name + "() takes " + takes + " but " + std::to_string(positional + 1) + " were given");
}

}  // namespace aiocc::detail
