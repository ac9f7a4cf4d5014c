// Writes what makes the runtime's functions callable from dynamic code: for each name a body that converts its arguments and
// calls the last overload, a constant that describes it, and tables of these by class and module.
#include <algorithm>
#include <cctype>
#include <set>

#include "binding_generator/names.hpp"
#include "binding_generator/output.hpp"
#include "binding_generator/signature.hpp"
#include "binding_generator/writers.hpp"

namespace aiocc::bindgen {

namespace {

Class const* find_class(Api const& api, std::string const& full_name) {
  for (Module const& module : api.modules)
    for (Class const& each : module.classes)
      if (each.full_name == full_name) return &each;
  return nullptr;
}

bool is_word_char(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_'; }

// Dynamic code sees every template with Object for its type parameters.
std::string instantiate(std::string text, std::vector<std::string> const& type_params) {
  for (std::string const& name : type_params) {
    for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at)) {
      std::size_t const end = at + name.size();
      bool const whole = (at == 0 || !is_word_char(text[at - 1])) && (end == text.size() || !is_word_char(text[end]));
      if (whole) text.replace(at, name.size(), "Object");
      at += whole ? 6 : name.size();
    }
  }
  return text;
}

// Order of arguments in NativeCall::args: as declared, with keyword-only ones before `**kwargs`, and without `*args`.
std::vector<Parameter const*> slots_of(FunctionSignature const& signature) {
  std::vector<Parameter const*> slots;
  for (Parameter const& each : signature.params)
    if (each.kind != ParameterKind::VarArgs) slots.push_back(&each);
  return slots;
}

class NativesWriter {
 public:
  NativesWriter(Api const& api, Module const& module, Errors& errors)
      : api_(api), module_(module), errors_(errors), prefix_(module.name + "_") {
    std::replace(prefix_.begin(), prefix_.end(), '.', '_');
  }

  // Pieces that stand alone: the module's functions with its table, and each class.
  std::vector<std::string> write() {
    std::vector<std::string> pieces;
    for (Class const& each : module_.classes) {
      write_class(each);
      pieces.push_back(take_piece());
    }
    for (Function const& each : module_.functions) write_module_function(each);
    write_module_table();
    pieces.push_back(take_piece());
    return pieces;
  }

 private:
  // Sets what is being written apart from everything else in the file.
  std::string id() const { return prefix_ + std::to_string(count_); }

  std::string take_piece() {
    std::string const space = natives_namespace(module_);
    std::string text = "\nnamespace aiocc {\n\n";
    if (!bodies_.empty()) text += "namespace {\n\n" + bodies_ + "}  // namespace\n\n";
    if (!functions_.empty()) text += "namespace " + space + " {\n\n" + functions_ + "}  // namespace " + space + "\n\n";
    text += tables_ + "}  // namespace aiocc\n";
    bodies_.clear();
    functions_.clear();
    tables_.clear();
    return text;
  }

  // Parameters' names in the order of Signature, which puts `*args` and `**kwargs` last.
  std::string write_signature(std::string const& id, FunctionSignature const& signature) {
    int positional_only = 0, positional = 0, keyword_only = 0;
    std::string names, varargs, varkw;
    for (Parameter const& each : signature.params) {
      std::string const quoted = quote(each.name) + ", ";
      if (each.kind == ParameterKind::VarArgs)
        varargs = quoted;
      else if (each.kind == ParameterKind::VarKeywords)
        varkw = quoted;
      else
        names += quoted;
      positional_only += each.kind == ParameterKind::PositionalOnly;
      positional += each.kind == ParameterKind::PositionalOnly || each.kind == ParameterKind::Positional;
      keyword_only += each.kind == ParameterKind::KeywordOnly;
    }
    names += varargs + varkw;
    if (!names.empty())
      bodies_ += "constexpr char const* names_" + id + "[] = {" + names.substr(0, names.size() - 2) + "};\n";
    return "{" + (names.empty() ? "nullptr" : "names_" + id) + ", " + std::to_string(positional_only) + ", " +
           std::to_string(positional) + ", " + std::to_string(keyword_only) + ", " +
           (varargs.empty() ? "false" : "true") + ", " + (varkw.empty() ? "false" : "true") + "}";
  }

  // The C++ value of a default; `cpp` is the parameter's type.
  std::string default_value(std::string const& text, CppType const& cpp, Overload const& overload) {
    if (text == "None" || text == "True" || text == "False")
      return cpp.representation == "Bool" ? (text == "True" ? "true" : "false") : text;
    char const first = text.front();
    bool const is_number = std::isdigit(static_cast<unsigned char>(first)) || first == '-' || first == '.';
    if (is_number && text.find_first_of(".einf") == std::string::npos)
      return cpp.representation == "Double" ? text + ".0" : "Int(" + text + ")";
    if (is_number) return cpp.representation == "Double" ? text : "box(" + text + ")";
    if (first == '\'' || first == '"') return quote(text.substr(1, text.size() - 2)) + "_s";
    if (first == 'b' && text.find('\\') == std::string::npos) return quote(text.substr(2, text.size() - 3)) + "_b";
    errors_.add(overload.place, "`" + overload.signature.name + "`: can't write the default `" + text + "` in C++");
    return "None";
  }

  // The statement, if one is needed, and the expression for the argument in slot `slot`.
  std::string argument(Overload const& overload, Parameter const& parameter, CppType const& cpp, std::size_t slot,
                       std::vector<std::string> const& type_params, std::string& statements) {
    std::string const index = std::to_string(slot);
    std::string const raw = "call.args[" + index + "]";
    bool const has_default = !parameter.default_text.empty() && parameter.default_text != "...";
    std::string const otherwise = has_default ? default_value(parameter.default_text, cpp, overload) : "";
    std::string const& representation = cpp.representation;
    if (representation == "Object" || representation == "Template")
      return has_default ? "detail::argument_or(" + raw + ", " + otherwise + ")" : raw;
    std::string conversion;
    std::string type = instantiate(cpp.spelling, type_params);
    if (representation == "Double")
      conversion = "detail::double_argument(call, " + index + ")";
    else if (representation == "Bool")
      conversion = "detail::bool_argument(call, " + index + ")";
    else if (type == "Int")
      conversion = "detail::int_argument(call, " + index + ")";
    else if (parameter.kind == ParameterKind::VarKeywords)
      return "detail::word<" + type + ">(" + raw + ")";
    else
      conversion = word_conversion(overload, parameter, type, index);
    std::string value = "PASS(" + conversion + ")";
    if (has_default)
      value = raw + ".bound() ? " + value + " : " + type + "(" + otherwise + ")";
    else if (parameter.default_text == "...")
      value = raw + ".bound() ? " + value + " : " + type + "()";
    statements += "  " + type + " argument_" + index + " = " + value + ";\n";
    return "argument_" + index;
  }

  std::string word_conversion(Overload const& overload, Parameter const& parameter, std::string const& type,
                              std::string const& index) {
    Class const* expected = parameter.type ? find_class(api_, parameter.type->name) : nullptr;
    if (!expected) {
      errors_.add(overload.place, "parameter `" + parameter.name + "` of `" + overload.signature.name +
                                      "`, the last overload, is a `" + type +
                                      "` in C++, but its Python type isn't one class");
      return "";
    }
    return "detail::word_argument<" + type + ">(call, " + index + ", " + expected->type_object + ")";
  }

  std::string write_call(Overload const& overload, Class const* owner, std::vector<std::string> const& type_params,
                         std::string& statements) {
    auto const& params = overload.signature.params;
    auto const slots = slots_of(overload.signature);
    auto slot_of = [&](Parameter const& parameter) {
      return static_cast<std::size_t>(std::find(slots.begin(), slots.end(), &parameter) - slots.begin());
    };
    std::string arguments;
    std::size_t const skipped = params.size() - overload.cpp_params.size();
    for (std::size_t i = skipped; i < params.size(); ++i) {
      if (!arguments.empty()) arguments += ", ";
      arguments += params[i].kind == ParameterKind::VarArgs
                       ? "call.rest"
                       : argument(overload, params[i], overload.cpp_params[i - skipped], slot_of(params[i]),
                                  type_params, statements);
    }
    std::string callee = instantiate(overload.cpp_name, type_params);
    if (overload.explicit_template_args) {
      callee += "<";
      for (std::size_t i = 0; i < overload.cpp_template_params.size(); ++i) callee += i ? ", Object" : "Object";
      callee += ">";
    }
    if (overload.form == "Member") {
      std::string const type = instantiate(owner->cpp_name, type_params);
      bool const is_ref = type.starts_with("Ref<");
      callee = "detail::word<" + type + ">(call.args[0])" + (is_ref ? "->" : ".") + callee;
    }
    return callee + "(" + arguments + ")";
  }

  // Gives the C++ identifier of the body.
  std::string write_body(Overload const& overload, Class const* owner) {
    std::string const name = "body_" + id();
    std::vector<std::string> type_params = overload.cpp_template_params;
    if (owner) type_params.insert(type_params.end(), owner->type_params.begin(), owner->type_params.end());
    std::string statements;
    std::string const call = write_call(overload, owner, type_params, statements);
    bool const is_awaiter = overload.result.kind == "Awaiter";
    bool const is_coroutine = is_awaiter || overload.result.kind == "Coroutine";
    bodies_ += "Result<Object> " + name + "([[maybe_unused]] NativeCall const& call) {\n" + statements;
    if (overload.result.kind == "Plain" && overload.result.type.representation == "Void")
      bodies_ += "  " + call + ";\n  return Object(None);\n}\n\n";
    else if (is_coroutine)
      bodies_ +=
          "  return detail::native_coroutine(call, " + (is_awaiter ? "as_coroutine(" + call + ")" : call) + ");\n}\n\n";
    else
      bodies_ += "  return detail::native_result(" + call + ");\n}\n\n";
    return name;
  }

  // The initialiser of a NativeFunction. `shown` is the name that messages and reprs use.
  std::string describe(Function const& function, Class const* owner, std::string const& shown) {
    ++count_;
    Overload const& last = function.overloads.back();
    std::string const signature = write_signature(id(), last.signature);
    std::string const body = write_body(last, owner);
    unsigned long long optional = 0;
    auto const slots = slots_of(last.signature);
    for (std::size_t i = 0; i < slots.size(); ++i)
      if (!slots[i]->default_text.empty()) optional |= 1ULL << i;
    bool const is_method =
        owner && !last.is_static_method && !last.is_class_method && last.signature.name != "__init__";
    std::string const shown_fully = owner && shown != owner->name ? owner->name + "." + shown : shown;
    std::size_t const colon = last.source.find(':');
    std::string const file =
        last.source.empty() ? "nullptr" : quote("/usr/lib/python3.13/" + last.source.substr(0, colon));
    std::string const line = last.source.empty() ? "0" : last.source.substr(colon + 1);
    return "{" + signature + ",\n    {" + file + ", " + quote(shown) + ", " + quote(shown_fully) + ", " + line + ", " +
           quote_or_null(doc_of(function)) + ", " + quote(shown_module()) + "},\n    " + body + ", " +
           (is_method ? "&" + owner->type_object : "nullptr") + ", " + std::to_string(optional) +
           ", Wording::" + wording(last) + (last.signature.is_async ? ", true}" : "}");
  }

  static std::string doc_of(Function const& function) {
    for (Overload const& each : function.overloads)
      if (!each.doc.empty()) return each.doc;
    return {};
  }

  // The name that the module's functions give as theirs: the accelerator's, where CPython has one beside the module.
  std::string shown_module() const {
    std::string_view const native = c_module(module_.name);
    return native.empty() ? module_.name : std::string(native);
  }

  // What has positional-only parameters is written in C too.
  std::string wording(Overload const& overload) const {
    bool const positional_only =
        std::any_of(overload.signature.params.begin(), overload.signature.params.end(),
                    [](auto const& each) { return each.kind == ParameterKind::PositionalOnly; });
    if (c_module(module_.name).empty() && !positional_only) return "Python";
    return overload.signature.name == "__init__" ? "Class" : "C";
  }

  void write_module_function(Function const& function) {
    if (!function.alias_of.empty()) return;
    functions_ += "constinit NativeFunction const " + native_variable(api_, function) + "\n    " +
                  describe(function, nullptr, function.name) + ";\n\n";
  }

  std::string write_getter(std::string const& value) {
    ++count_;
    std::string const name = "get_" + id();
    bodies_ += "Result<Object> " + name + "([[maybe_unused]] Object const& self) {\n  return detail::native_result(" +
               value + ");\n}\n\n";
    return name;
  }

  std::string constant_member(Constant const& constant) {
    std::string const getter = write_getter(constant.cpp_name);
    return "    {" + quote(constant.name) + ", MemberKind::Constant, nullptr, " + getter + ", nullptr, nullptr, " +
           quote_or_null(constant.doc) + "},\n";
  }

  std::string property_member(Property const& property, Class const& owner) {
    std::string const type = instantiate(owner.cpp_name, owner.type_params);
    std::string const self = "detail::word<" + type + ">(self)" + (type.starts_with("Ref<") ? "->" : ".");
    std::string value = self + property.cpp_name + (property.is_field ? "" : "()");
    if (!property.self_type.empty()) value = property.cpp_name + "(from_object<" + property.self_type + ">(self))";
    std::string const getter = write_getter(value);
    std::string setter = "nullptr";
    if (!property.setter.empty()) {
      if (property.setter_type.representation != "Object")
        errors_.add(property.place, "the setter of `" + property.name + "` must take an Object");
      setter = "set_" + id();
      bodies_ += "Result<void> " + setter + "(Object const& self, Object const& value) {\n  return " + self +
                 property.setter + "(value);\n}\n\n";
    }
    return "    {" + quote(property.name) + ", MemberKind::Property, nullptr, " + getter + ", " + setter +
           ", nullptr, " + quote_or_null(property.doc) + "},\n";
  }

  void write_class(Class const& each) {
    ++count_;
    std::string const id = this->id();
    std::string methods, members;
    std::size_t method_count = 0, member_count = 0;
    for (Function const& method : each.methods) {
      Overload const& last = method.overloads.back();
      char const* kind = last.is_static_method ? "StaticMethod" : last.is_class_method ? "ClassMethod" : "Method";
      methods += "    " + describe(method, &each, method.name) + ",\n";
      members += "    {" + quote(method.name) + ", MemberKind::" + kind + ", &methods_" + id + "[" +
                 std::to_string(method_count++) + "]},\n";
      ++member_count;
    }
    for (Property const& property : each.properties) members += property_member(property, each), ++member_count;
    for (Constant const& constant : each.constants) members += constant_member(constant), ++member_count;
    std::string constructor = "nullptr";
    if (!each.constructors.empty()) {
      std::string const text = describe({each.name, each.constructors, {}}, &each, each.name);
      bodies_ += "constexpr NativeFunction constructor_" + id + text + ";\n\n";
      constructor = "&constructor_" + id;
    }
    if (method_count) bodies_ += "constexpr NativeFunction methods_" + id + "[] = {\n" + methods + "};\n\n";
    if (member_count) bodies_ += "constexpr Member members_" + id + "[] = {\n" + members + "};\n\n";
    tables_ += "template <>\nMemberTable const& members<" + each.type_object +
               ">() {\n  static constexpr MemberTable table{" + quote(module_.name) + ", &" + each.type_object + ", " +
               (member_count ? "members_" + id : "nullptr") + ", " + std::to_string(member_count) + ", " + constructor +
               "};\n  return table;\n}\n\n";
  }

  // Sorted by name, as whoever looks members up expects.
  void write_module_table() {
    std::vector<std::pair<std::string, std::string>> rows;
    std::string const space = natives_namespace(module_) + "::";
    for (Function const& each : module_.functions)
      rows.emplace_back(
          each.name, "{" + quote(each.name) + ", MemberKind::Function, &" + space + native_variable(api_, each) + "}");
    for (Class const& each : module_.classes)
      rows.emplace_back(each.name, "{" + quote(each.name) + ", MemberKind::Class, nullptr, nullptr, nullptr, &" +
                                       each.type_object + "}");
    for (Constant const& each : module_.constants) {
      std::string row = constant_member(each);
      rows.emplace_back(each.name, row.substr(4, row.size() - 6));
    }
    for (Module const& each : api_.modules) {
      if (!each.name.starts_with(module_.name + ".")) continue;
      std::string const getter = write_getter("runtime_module(" + natives_namespace(each) + "::module_)");
      std::string const inner = each.name.substr(module_.name.size() + 1);
      rows.emplace_back(inner, "{" + quote(inner) + ", MemberKind::Constant, nullptr, " + getter + "}");
    }
    std::sort(rows.begin(), rows.end());
    std::string text;
    for (auto const& [name, row] : rows) text += "    " + row + ",\n";
    std::string const members = prefix_ + "members";
    if (!rows.empty()) bodies_ += "constexpr Member " + members + "[] = {\n" + text + "};\n";
    functions_ += "constinit MemberTable const module_{" + quote(module_.name) + ", nullptr, " +
                  (rows.empty() ? "nullptr" : members) + ", " + std::to_string(rows.size()) + "};\n\n";
  }

  Api const& api_;
  Module const& module_;
  Errors& errors_;
  std::string prefix_;
  std::string bodies_, functions_, tables_;
  int count_ = 0;
};

}  // namespace

std::string natives_namespace(Module const& module) {
  // What stands in namespace aiocc itself has no name there.
  return "natives::" + (module.cpp_name.empty() ? module.name : module.cpp_name);
}

std::string native_variable(Api const& api, Function const& function) {
  std::string const& name = function.alias_of.empty() ? function.name : function.alias_of;
  return std::binary_search(api.cpp_words.begin(), api.cpp_words.end(), name) ? name + "_" : name;
}

std::string write_natives_header(Api const& api) {
  std::string text =
      "// Written by aiocc-bindgen from the runtime's headers: the runtime's functions and modules as values.\n#pragma "
      "once\n\n"
      "#include \"aiocc/objects/native.hpp\"\n\nnamespace aiocc {\n\n";
  for (Module const& module : api.modules) {
    text += "namespace " + natives_namespace(module) + " {\nextern MemberTable const module_;\n";
    for (Function const& each : module.functions)
      if (each.alias_of.empty()) text += "extern NativeFunction const " + native_variable(api, each) + ";\n";
    text += "}  // namespace " + natives_namespace(module) + "\n\n";
  }
  return text + "}  // namespace aiocc\n";
}

std::map<std::string, std::string> write_natives(Api const& api, std::size_t file_count,
                                                 std::vector<std::string> const& apart, Errors& errors) {
  std::string const head =
      "// Written by aiocc-bindgen from the runtime's headers: its functions as dynamic code sees them.\n"
      "#include <aiocc/aiocc.hpp>\n#include <aiocc/natives.hpp>\n#include <aiocc/objects/native_call.hpp>\n";
  std::vector<std::string> files(file_count, head);
  std::map<std::string, std::string> named;
  for (std::string const& each : apart) named[each] = head;
  for (Module const& module : api.modules) {
    auto const own = named.find(module.name);
    for (std::string const& piece : NativesWriter(api, module, errors).write()) {
      // Each piece goes to the shortest file, so that they compile in about the same time.
      auto const shortest = std::ranges::min_element(files, {}, &std::string::size);
      (own == named.end() ? *shortest : own->second) += piece;
    }
  }
  for (std::size_t i = 0; i < files.size(); ++i) named[std::to_string(i)] = std::move(files[i]);
  return named;
}

}  // namespace aiocc::bindgen
