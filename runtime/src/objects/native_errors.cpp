// The TypeErrors of calls of native functions. CPython has two families: of functions written in C, which differ by how their arguments
// are parsed (METH_O, _PyArg_CheckPositional, _PyArg_UnpackKeywords), and of functions written in Python (initialize_locals).
#include "native_errors.hpp"

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

#include "suggestions.hpp"

namespace aiocc::detail {
namespace {

template <class... Args>
AIOCC_COLD Raised raise_format(fmt::format_string<Args...> format, Args&&... args) {
  return raise_error(type_error_type, fmt::format(format, std::forward<Args>(args)...));
}

char const* plural(std::size_t count) noexcept { return count == 1 ? "" : "s"; }

/// Counts as messages have them: C's don't count `self`.
struct Counts {
  explicit Counts(NativeFunction const& function)
      : self(function.owner != nullptr),
        most(function.signature.positional - self),
        keyword_only(function.signature.keyword_only) {
    for (std::size_t i = self; i < function.signature.positional; ++i) least += !(function.optional >> i & 1);
  }
  std::size_t self;
  std::size_t most;
  std::size_t keyword_only;
  std::size_t least = 0;
};

/// "list.append", "chain.from_iterable", "len", "time.sleep".
std::string dotted_name(NativeFunction const& function) {
  if (function.owner || std::strcmp(function.code.name, function.code.qualified_name) != 0 ||
      std::string_view(function.code.module) == "builtins")
    return function.code.qualified_name;
  return fmt::format("{}.{}", function.code.module, function.code.name);
}

/// `self` can't be given by name, however it's declared.
bool takes_keywords(NativeFunction const& function) noexcept {
  Signature const& signature = function.signature;
  std::size_t const unnamed = std::max<std::size_t>(signature.positional_only, function.owner != nullptr);
  return unnamed < signature.positional || signature.keyword_only || signature.has_varkw;
}

/// Functions of positional-only parameters.
Result<void> check_plain_counts(NativeFunction const& function, NativeArguments const& given) {
  Counts const counts(function);
  std::size_t const got = given.positional - counts.self;
  bool const open = function.signature.has_varargs;
  bool const is_class = function.wording == Wording::Class;
  if (given.names && given.names->names.size() != 0)
    return raise_format("{}() takes no keyword arguments", is_class ? function.code.name : dotted_name(function));
  if (got >= counts.least && (got <= counts.most || open)) return {};
  if (counts.most == 0 && !open && !is_class)
    return raise_format("{}() takes no arguments ({} given)", dotted_name(function), got);
  if (counts.least == 1 && counts.most == 1 && !open && !is_class)
    return raise_format("{}() takes exactly one argument ({} given)", dotted_name(function), got);
  std::size_t const limit = got < counts.least ? counts.least : counts.most;
  char const* which = counts.least == counts.most && !open ? "" : got < counts.least ? "at least " : "at most ";
  return raise_format("{} expected {}{} argument{}, got {}", function.code.name, which, limit, plural(limit), got);
}

/// CPython: _PyArg_UnpackKeywords.
Result<void> check_keyword_counts(NativeFunction const& function, NativeArguments const& given) {
  Counts const counts(function);
  Signature const& signature = function.signature;
  char const* name = function.code.name;
  std::size_t const got = given.positional - counts.self;
  std::size_t const keywords = given.names ? given.names->names.size() : 0;
  std::size_t const all = counts.most + counts.keyword_only;
  if (!signature.has_varargs && !signature.has_varkw && got + keywords > all)
    return raise_format("{}() takes at most {} {}argument{} ({} given)", name, all, got == 0 ? "keyword " : "",
                        plural(all), got + keywords);
  if (!signature.has_varargs && got > counts.most) {
    if (counts.most == 0) return raise_format("{}() takes no positional arguments", name);
    return raise_format("{}() takes {} {} positional argument{} ({} given)", name,
                        counts.least < counts.most ? "at most" : "exactly", counts.most, plural(counts.most), got);
  }
  std::size_t positional_only_required = 0;
  for (std::size_t i = counts.self; i < signature.positional_only; ++i)
    positional_only_required += !(function.optional >> i & 1);
  if (got < positional_only_required)
    return raise_format("{}() takes {} {} positional argument{} ({} given)", name,
                        positional_only_required < all ? "at least" : "exactly", positional_only_required,
                        plural(positional_only_required), got);
  return {};
}

/// CPython: too_many_positional.
Result<void> check_python_counts(NativeFunction const& function, NativeArguments const& given) {
  Signature const& signature = function.signature;
  if (given.positional <= signature.positional || signature.has_varargs) return {};
  std::size_t const least = Counts(function).least + Counts(function).self;
  std::string const takes = least < signature.positional ? fmt::format("from {} to {}", least, signature.positional)
                                                         : fmt::format("{}", signature.positional);
  bool const many = least < signature.positional || signature.positional != 1;
  return raise_format("{}() takes {} positional argument{} but {} {} given", function.code.qualified_name, takes,
                      many ? "s" : "", given.positional, given.positional == 1 ? "was" : "were");
}

/// "'a', 'b', and 'c'".
std::string quoted_list(std::vector<char const*> const& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (i != 0) text += names.size() > 2 ? ", " : " ";
    if (i != 0 && i + 1 == names.size()) text += "and ";
    text += fmt::format("'{}'", names[i]);
  }
  return text;
}

}  // namespace

Raised raise_wrong_receiver(NativeFunction const& function, Object const* args, std::size_t positional) {
  if (positional == 0) return raise_format("unbound method {}() needs an argument", function.code.qualified_name);
  return raise_format("descriptor '{}' for '{}' objects doesn't apply to a '{}' object", function.code.name,
                      function.owner->name, type_of(args[0])->name);
}

Result<void> check_counts(NativeFunction const& function, NativeArguments const& given) {
  if (function.wording == Wording::Python) return check_python_counts(function, given);
  return takes_keywords(function) ? check_keyword_counts(function, given) : check_plain_counts(function, given);
}

Raised raise_given_twice(NativeFunction const& function, Str const& name, std::size_t place) {
  if (function.wording == Wording::Python)
    return raise_format("{}() got multiple values for argument '{}'", function.code.qualified_name, name.utf8());
  return raise_format("argument for {}() given by name ('{}') and position ({})", function.code.name, name.utf8(),
                      place + 1 - Counts(function).self);
}

Raised raise_unexpected_keyword(NativeFunction const& function, Str const& name) {
  Signature const& signature = function.signature;
  std::vector<std::string> const candidates(signature.names + signature.positional_only,
                                            signature.names + signature.positional + signature.keyword_only);
  std::string const nearest = nearest_name(name.utf8(), candidates);
  bool const in_python = function.wording == Wording::Python;
  return raise_format("{}() got an unexpected keyword argument '{}'{}",
                      in_python ? function.code.qualified_name : function.code.name, name.utf8(),
                      nearest.empty() ? "" : fmt::format(". Did you mean '{}'?", nearest));
}

Raised raise_missing(NativeFunction const& function, Object const* slots) {
  Signature const& signature = function.signature;
  std::vector<char const*> positional, keyword_only;
  std::size_t first = 0;
  for (std::size_t i = 0; i < std::size_t{signature.positional} + signature.keyword_only; ++i) {
    if (slots[i].bound() || (function.optional >> i & 1)) continue;
    if (positional.empty() && keyword_only.empty()) first = i;
    (i < signature.positional ? positional : keyword_only).push_back(signature.names[i]);
  }
  if (function.wording != Wording::Python)
    return raise_format("{}() missing required argument '{}' (pos {})", function.code.name, signature.names[first],
                        first + 1 - Counts(function).self);
  auto const& names = positional.empty() ? keyword_only : positional;
  return raise_format("{}() missing {} required {} argument{}: {}", function.code.qualified_name, names.size(),
                      positional.empty() ? "keyword-only" : "positional", plural(names.size()), quoted_list(names));
}

Raised raise_wrong_argument(NativeCall const& call, std::size_t index, Type const& type) {
  Counts const counts(call.function);
  // CPython parses a lone argument apart (METH_O), and doesn't number it.
  bool const is_lone =
      counts.least == 1 && counts.most == 1 && !takes_keywords(call.function) && !call.function.signature.has_varargs;
  std::string const number = is_lone ? "" : fmt::format(" {}", index + 1 - counts.self);
  return raise_format("{}() argument{} must be {}, not {}", call.function.code.name, number, type.name,
                      type_of(call.args[index])->name);
}

}  // namespace aiocc::detail
