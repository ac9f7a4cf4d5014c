// Fits the arguments of a dynamic call to a function's parameters (CPython: initialize_locals), with CPython's TypeErrors.
#include "core.hpp"
#include "suggestions.hpp"

namespace aiocc::detail {
namespace {

std::string name_of(FunctionObject* function) {
  if (function->attributes && function->attributes->qualified_name.bound() &&
      is_instance(function->attributes->qualified_name, str_type))
    return word_cast<Str>(function->attributes->qualified_name).utf8();
  return function->code->qualified_name;
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

Raised raise_missing(FunctionObject* function, char const* kind, std::vector<char const*> const& names) {
  return raise_format(type_error_type, "{}() missing {} required {} argument{}: {}", name_of(function), names.size(),
                      kind, names.size() == 1 ? "" : "s", quoted_list(names));
}

std::size_t default_count(FunctionObject* function) noexcept {
  return function->defaults.bound() ? function->defaults.as<TupleObject>()->size : 0;
}

/// CPython: too_many_positional.
Raised raise_too_many(FunctionObject* function, std::size_t given, Object const* slots) {
  Signature const& signature = *function->signature;
  std::size_t defaults = default_count(function);
  std::size_t keyword_only_given = 0;
  for (std::size_t i = 0; i < signature.keyword_only; ++i)
    keyword_only_given += slots[signature.positional + i].bound();
  bool plural = defaults != 0 || signature.positional != 1;
  std::string takes = defaults ? fmt::format("from {} to {}", signature.positional - defaults, signature.positional)
                               : fmt::format("{}", signature.positional);
  std::string also;
  if (keyword_only_given)
    also = fmt::format(" positional argument{} (and {} keyword-only argument{})", given != 1 ? "s" : "",
                       keyword_only_given, keyword_only_given != 1 ? "s" : "");
  return raise_format(type_error_type, "{}() takes {} positional argument{} but {}{} {} given", name_of(function),
                      takes, plural ? "s" : "", given, also, given == 1 && keyword_only_given == 0 ? "was" : "were");
}

Raised raise_unexpected(FunctionObject* function, KeywordNames const* names, Str const& wrong) {
  Signature const& signature = *function->signature;
  std::string positional_only;
  for (std::size_t i = 0; i < signature.positional_only; ++i)
    for (Str const& name : names->names)
      if (name == Str::from_utf8(signature.names[i])) {
        if (!positional_only.empty()) positional_only += ", ";
        positional_only += signature.names[i];
      }
  if (!positional_only.empty())
    return raise_format(type_error_type, "{}() got some positional-only arguments passed as keyword arguments: '{}'",
                        name_of(function), positional_only);
  std::vector<std::string> candidates(signature.names + signature.positional_only,
                                      signature.names + signature.positional + signature.keyword_only);
  std::string nearest = nearest_name(wrong.utf8(), candidates);
  return raise_format(type_error_type, "{}() got an unexpected keyword argument '{}'{}", name_of(function),
                      wrong.utf8(), nearest.empty() ? "" : fmt::format(". Did you mean '{}'?", nearest));
}

/// Most names differ in their first character.
bool is_text(char const* name, std::string_view text) noexcept {
  return !text.empty() && name[0] == text[0] && text == name;
}

/// The place of a keyword among the parameters that take one; -1 if there is none.
std::ptrdiff_t find_parameter(Signature const& signature, Str const& name) noexcept {
  std::size_t count = std::size_t{signature.positional} + signature.keyword_only;
  if (name.is_ascii()) {
    std::string_view text = name.ascii_view();
    for (std::size_t i = signature.positional_only; i < count; ++i)
      if (is_text(signature.names[i], text)) return static_cast<std::ptrdiff_t>(i);
    return -1;
  }
  for (std::size_t i = signature.positional_only; i < count; ++i)
    if (name == Str::from_utf8(signature.names[i])) return static_cast<std::ptrdiff_t>(i);
  return -1;
}

Result<void> bind_keywords(FunctionObject* function, Object const* values, KeywordNames const* names, Object* slots,
                           DictObject* collected) {
  Signature const& signature = *function->signature;
  for (std::size_t i = 0; i < names->names.size(); ++i) {
    Str const& name = names->names[i];
    std::ptrdiff_t place = find_parameter(signature, name);
    if (place >= 0) {
      if (slots[place].bound())
        return raise_format(type_error_type, "{}() got multiple values for argument '{}'", name_of(function),
                            name.utf8());
      slots[place] = values[i];
    } else if (collected) {
      dict_set_str(collected, name, values[i]);
    } else {
      return raise_unexpected(function, names, name);
    }
  }
  return {};
}

Result<void> fill_positional_defaults(FunctionObject* function, std::size_t given, Object* slots) {
  Signature const& signature = *function->signature;
  std::size_t defaults = default_count(function);
  std::size_t required = signature.positional - defaults;
  std::vector<char const*> missing;
  for (std::size_t i = given; i < required; ++i)
    if (!slots[i].bound()) missing.push_back(signature.names[i]);
  if (!missing.empty()) return raise_missing(function, "positional", missing);
  for (std::size_t i = std::max(given, required); i < signature.positional; ++i)
    if (!slots[i].bound()) slots[i] = function->defaults.as<TupleObject>()->items()[i - required];
  return {};
}

/// The defaults of keyword-only parameters, which are asked for in the parameters' order, and mostly stand in it.
class KeywordDefaults {
 public:
  explicit KeywordDefaults(Object const& defaults) noexcept : dict_(defaults.bound() ? as_dict(defaults) : nullptr) {}

  /// Unbound where the parameter has none.
  Object of(char const* name) {
    if (!dict_) return {};
    std::size_t behind = place_;
    DictEntry const* const entry = dict_->next(behind);
    if (!entry || !is_str(entry->key) || !static_cast<Str const&>(entry->key).equals(name))
      return dict_value(dict_, Str::from_utf8(name));
    place_ = behind;
    return entry->value;
  }

 private:
  DictObject* dict_;
  std::size_t place_ = 0;
};

Result<void> fill_keyword_defaults(FunctionObject* function, Object* slots) {
  Signature const& signature = *function->signature;
  KeywordDefaults defaults(function->keyword_defaults);
  std::vector<char const*> missing;
  for (std::size_t i = signature.positional; i < std::size_t{signature.positional} + signature.keyword_only; ++i) {
    Object value = defaults.of(signature.names[i]);
    if (slots[i].bound()) continue;
    slots[i] = std::move(value);
    if (!slots[i].bound()) missing.push_back(signature.names[i]);
  }
  if (!missing.empty()) return raise_missing(function, "keyword-only", missing);
  return {};
}

}  // namespace

Result<void> bind_arguments(FunctionObject* function, Object const* args, std::size_t count, KeywordNames const* names,
                            Object* slots) {
  Signature const& signature = *function->signature;
  std::size_t given = count - (names ? names->names.size() : 0);
  std::size_t placed = std::min<std::size_t>(given, signature.positional);
  for (std::size_t i = 0; i < placed; ++i) slots[i] = args[i];
  Object* rest = slots + signature.positional + signature.keyword_only;
  if (signature.has_varargs) *rest++ = make_tuple({args + placed, given - placed});
  if (signature.has_varkw) *rest = Object::adopt(make_dict_object());
  if (names) PASS(bind_keywords(function, args + given, names, slots, signature.has_varkw ? as_dict(*rest) : nullptr));
  if (given > signature.positional && !signature.has_varargs) return raise_too_many(function, given, slots);
  if (given < signature.positional) PASS(fill_positional_defaults(function, given, slots));
  if (signature.keyword_only) PASS(fill_keyword_defaults(function, slots));
  return {};
}

}  // namespace aiocc::detail
