// Writes the page that tells people what they can use.
#include "binding_generator/signature.hpp"
#include "binding_generator/writers.hpp"

namespace aiocc::bindgen {

namespace {

std::string first_sentence(std::string const& doc) {
  std::string text = doc.substr(0, doc.find("\n\n"));
  for (char& c : text)
    if (c == '\n') c = ' ';
  auto const end = text.find(". ");
  return end == std::string::npos ? text : text.substr(0, end + 1);
}

std::string row(std::string const& name, std::string const& doc) {
  return "- `" + name + "`" + (doc.empty() ? "" : ": " + first_sentence(doc)) + "\n";
}

std::string parameters(Overload const& overload, bool is_method) {
  std::string text;
  for (std::size_t i = is_method ? 1 : 0; i < overload.signature.params.size(); ++i) {
    Parameter const& each = overload.signature.params[i];
    char const* stars = each.kind == ParameterKind::VarArgs ? "*" : each.kind == ParameterKind::VarKeywords ? "**" : "";
    text +=
        (text.empty() ? "" : ", ") + (stars + each.name) + (each.default_text.empty() ? "" : "=" + each.default_text);
  }
  return "(" + text + ")";
}

std::string row(Function const& function, std::string const& prefix, bool in_class) {
  Overload const& last = function.overloads.back();
  bool const skips_self = in_class && !last.is_static_method;
  std::string doc;
  for (Overload const& each : function.overloads)
    if (doc.empty()) doc = each.doc;
  return row((last.signature.is_async ? "await " : "") + prefix + function.name + parameters(last, skips_self), doc);
}

std::string write_class(Class const& each) {
  std::string text = "\n### `" + each.full_name + "`\n\n";
  if (!each.doc.empty()) text += first_sentence(each.doc) + "\n\n";
  if (!each.constructors.empty()) text += row(each.name + parameters(each.constructors.back(), false), "");
  for (Property const& property : each.properties) text += row("." + property.name, property.doc);
  for (Constant const& constant : each.constants) text += row("." + constant.name, constant.doc);
  std::string special;
  for (Function const& method : each.methods) {
    if (!method.name.starts_with("__"))
      text += row(method, ".", true);
    else
      special += (special.empty() ? "`" : ", `") + method.name + "`";
  }
  return special.empty() ? text : text + "- " + special + "\n";
}

}  // namespace

std::string write_page(Api const& api) {
  std::string text =
      "# What Python code can use\n\nWritten by aiocc-bindgen from the runtime's headers. A name that isn't here is "
      "an\n"
      "`AttributeError` or `NameError`, as a missing one is in Python, with a warning at compile time.\n";
  for (Module const& module : api.modules) {
    text += "\n## " + module.name + "\n\n";
    for (Constant const& each : module.constants) text += row(each.name, each.doc);
    for (Function const& each : module.functions) text += row(each, "", false);
    std::string exceptions;
    for (Class const& each : module.classes) {
      bool const is_plain =
          each.methods.empty() && each.properties.empty() && each.constants.empty() && each.constructors.empty();
      if (is_plain)
        exceptions += (exceptions.empty() ? "`" : ", `") + each.name + "`";
      else
        text += write_class(each);
    }
    if (!exceptions.empty()) text += "\nFurther classes: " + exceptions + ".\n";
  }
  return text;
}

}  // namespace aiocc::bindgen
