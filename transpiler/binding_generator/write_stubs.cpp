// Writes the interface as stub files, for editors and type checkers and for reviewing a change of it.
#include <algorithm>
#include <set>

#include "binding_generator/signature.hpp"
#include "binding_generator/writers.hpp"

namespace aiocc::bindgen {

namespace {

class StubWriter {
 public:
  explicit StubWriter(Module const& module) : module_(module) {}

  std::string write() {
    for (Constant const& each : module_.constants) body_ += each.name + ": " + type(each.type) + "\n";
    for (Class const& each : module_.classes) write_class(each);
    for (Function const& each : module_.functions) write_function(each, "");
    std::string text = "# Written by aiocc-bindgen: what aiocc offers of module " + module_.name + ".\n";
    if (uses_overload_) text += "from typing import overload\n";
    if (!typing_names_.empty()) {
      std::string names;
      for (std::string const& each : typing_names_) names += (names.empty() ? "" : ", ") + each;
      text += "from typing import " + names + "\n";
    }
    for (std::string const& each : imports_) text += "import " + each + "\n";
    return text + body_;
  }

 private:
  // The text of a type, without this module's own prefix; notes what has to be imported for it.
  std::string type(TypeExpr const& expression) {
    note(expression);
    std::string text = to_python(expression);
    std::string const prefix = module_.name + ".";
    for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix, at))
      text.erase(at, prefix.size());
    return text;
  }

  void note(TypeExpr const& expression) {
    for (TypeExpr const& each : expression.args) note(each);
    std::string const& name = expression.name;
    if (auto const dot = name.rfind('.'); dot != std::string::npos && dot != 0 && name != "...") {
      if (name.substr(0, dot) != module_.name) imports_.insert(name.substr(0, dot));
    } else if (std::isupper(static_cast<unsigned char>(name.front())) && name.size() > 1 && name != "None" &&
               is_typing_name(name)) {
      typing_names_.insert(name);
    }
  }

  static bool is_typing_name(std::string const& name) {
    static std::set<std::string> const names = {
        "Any",        "AsyncGenerator", "AsyncIterable", "AsyncIterator",  "Awaitable",       "Callable",
        "Collection", "Container",      "Coroutine",     "Generator",      "Hashable",        "Iterable",
        "Iterator",   "Literal",        "Mapping",       "MutableMapping", "MutableSequence", "Never",
        "NoReturn",   "Self",           "Sequence",      "Sized",
    };
    return names.count(name) != 0;
  }

  static std::string type_params(std::vector<std::string> const& names) {
    std::string text;
    for (std::string const& each : names) text += (text.empty() ? "" : ", ") + each;
    return text.empty() ? "" : "[" + text + "]";
  }

  std::string parameters(Overload const& overload, bool is_constructor) {
    auto const& params = overload.signature.params;
    std::vector<std::string> parts;
    if (is_constructor) parts.push_back("self");
    bool seen_positional_only = false, seen_star = false;
    for (std::size_t i = 0; i < params.size(); ++i) {
      Parameter const& each = params[i];
      if (seen_positional_only && each.kind != ParameterKind::PositionalOnly)
        parts.push_back("/"), seen_positional_only = false;
      if (each.kind == ParameterKind::KeywordOnly && !seen_star) parts.push_back("*"), seen_star = true;
      seen_positional_only |= each.kind == ParameterKind::PositionalOnly;
      seen_star |= each.kind == ParameterKind::VarArgs;
      char const* stars = each.kind == ParameterKind::VarArgs       ? "*"
                          : each.kind == ParameterKind::VarKeywords ? "**"
                                                                    : "";
      bool const is_self = i == 0 && (each.name == "self" || each.name == "cls");
      std::string text = stars + each.name;
      if (each.type && !is_self) text += ": " + type(*each.type);
      if (!each.default_text.empty()) text += " = " + each.default_text;
      parts.push_back(std::move(text));
    }
    if (seen_positional_only) parts.push_back("/");
    std::string text;
    for (std::string const& each : parts) text += (text.empty() ? "" : ", ") + each;
    return text;
  }

  void write_function(Function const& function, std::string const& indent, bool is_constructor = false) {
    bool const overloaded = function.overloads.size() > 1;
    uses_overload_ |= overloaded;
    for (Overload const& each : function.overloads) {
      if (overloaded) body_ += indent + "@overload\n";
      if (each.is_static_method) body_ += indent + "@staticmethod\n";
      if (each.is_class_method) body_ += indent + "@classmethod\n";
      auto const& signature = each.signature;
      body_ += indent + (signature.is_async ? "async def " : "def ") + signature.name +
               (is_constructor ? "" : type_params(signature.type_params)) + "(" + parameters(each, is_constructor) +
               ") -> " + (is_constructor ? "None" : type(signature.returns)) + ": ...\n";
    }
  }

  void write_class(Class const& each) {
    std::string bases;
    for (TypeExpr const& base : each.bases)
      if (base.name != "object") bases += (bases.empty() ? "" : ", ") + type(base);
    body_ += "\nclass " + each.name + type_params(each.type_params) + (bases.empty() ? "" : "(" + bases + ")") + ":";
    if (each.constructors.empty() && each.methods.empty() && each.properties.empty() && each.constants.empty()) {
      body_ += " ...\n";
      return;
    }
    body_ += "\n";
    for (Constant const& constant : each.constants) body_ += "    " + constant.name + ": " + type(constant.type) + "\n";
    for (Property const& property : each.properties) {
      body_ += "    @property\n    def " + property.name + "(self) -> " + type(property.type) + ": ...\n";
      if (!property.setter.empty())
        body_ += "    @" + property.name + ".setter\n    def " + property.name +
                 "(self, value: " + type(property.type) + ") -> None: ...\n";
    }
    if (!each.constructors.empty()) write_function({"__init__", each.constructors}, "    ", true);
    for (Function const& method : each.methods) write_function(method, "    ");
  }

  Module const& module_;
  std::string body_;
  std::set<std::string> imports_, typing_names_;
  bool uses_overload_ = false;
};

}  // namespace

std::map<std::string, std::string> write_stubs(Api const& api) {
  std::map<std::string, std::string> files;
  for (Module const& module : api.modules) {
    std::string path = module.name;
    std::replace(path.begin(), path.end(), '.', '/');
    std::string const folder = module.name + ".";
    bool const is_package = std::any_of(api.modules.begin(), api.modules.end(),
                                        [&](Module const& each) { return each.name.starts_with(folder); });
    files[path + (is_package ? "/__init__.pyi" : ".pyi")] = StubWriter(module).write();
  }
  return files;
}

}  // namespace aiocc::bindgen
