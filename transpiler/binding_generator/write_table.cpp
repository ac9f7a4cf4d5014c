// Writes the compiler's table as constant initialisers: arrays first, then what refers to them.
#include <algorithm>
#include <map>

#include "binding_generator/output.hpp"
#include "binding_generator/writers.hpp"

namespace aiocc::bindgen {

namespace {

std::string flag(bool value) { return value ? "true" : "false"; }

class TableWriter {
 public:
  explicit TableWriter(Api const& api) : api_(api) {}

  std::string write() {
    std::vector<std::string> modules;
    for (Module const& module : api_.modules) modules.push_back(write(module));
    std::string const all_modules = array("Module", modules);
    std::string const names = strings(api_.runtime_names);
    std::sort(class_references_.begin(), class_references_.end());
    std::vector<std::string> references;
    for (auto const& [name, reference] : class_references_) references.push_back(reference);
    std::string const all_classes = array("Class const*", references);
    return "// Written by aiocc-bindgen from the runtime's headers.\n#include \"bindings/table.hpp\"\n\n"
           "namespace aiocc::bindings {\n\nnamespace {\n\n" +
           arrays_ +
           "\n}  // namespace\n\n"
           "constinit Table const table{" +
           all_modules + ", " + all_classes + ", " + names + "};\n\n}  // namespace aiocc::bindings\n";
  }

 private:
  // Declares an array of `elements` and gives an expression for it; equal arrays are declared once.
  std::string array(std::string const& type, std::vector<std::string> const& elements) {
    if (elements.empty()) return "{}";
    std::string text = type + "[] = {";
    for (std::string const& each : elements) text += "\n    " + each + ",";
    text += "\n};\n";
    auto const [found, is_new] = known_.try_emplace(text, "a" + std::to_string(known_.size()));
    std::string const& name = found->second;
    if (is_new) arrays_ += "constexpr " + type + " " + name + text.substr(type.size());
    return "{" + name + ", " + std::to_string(elements.size()) + "}";
  }

  std::string strings(std::vector<std::string> const& values) {
    std::vector<std::string> quoted;
    for (std::string const& each : values) quoted.push_back(quote(each));
    return array("std::string_view", quoted);
  }

  std::string write(TypeExpr const& type) { return "{" + quote(type.name) + ", " + write_all(type.args) + "}"; }
  std::string write_all(std::vector<TypeExpr> const& types) {
    std::vector<std::string> elements;
    for (TypeExpr const& each : types) elements.push_back(write(each));
    return array("TypeExpr", elements);
  }

  std::string write(Parameter const& parameter, CppType const& cpp) {
    static char const* const kinds[] = {"PositionalOnly", "Positional", "VarArgs", "KeywordOnly", "VarKeywords"};
    bool const is_kwargs = parameter.kind == ParameterKind::VarKeywords;
    return "{" + quote(parameter.name) + ", ParameterKind::" + kinds[static_cast<int>(parameter.kind)] +
           ", Representation::" + (is_kwargs ? "Keywords" : cpp.representation) + ", " +
           write(parameter.type.value_or(TypeExpr{"object", {}})) + ", " + quote(cpp.spelling) + ", " +
           quote(parameter.default_text) + ", " + (cpp.has_default ? "true" : "false") + "}";
  }

  std::string write(Overload const& overload) {
    std::vector<std::string> params;
    auto const& signature = overload.signature;
    std::size_t const skipped = signature.params.size() - overload.cpp_params.size();
    for (std::size_t i = 0; i < signature.params.size(); ++i)
      params.push_back(
          write(signature.params[i], i < skipped ? CppType{"Object", "Object"} : overload.cpp_params[i - skipped]));
    return "{" + quote(signature.name) + ", " + strings(signature.type_params) + ", " + array("Parameter", params) +
           ", " + write(signature.returns) + ", " + quote(overload.cpp_name) + ", " +
           quote(overload.result.type.spelling) + ", CallForm::" + overload.form +
           ", ResultKind::" + overload.result.kind + ", Representation::" + overload.result.type.representation +
           ", {" + flag(overload.retains) + ", " + flag(overload.stores) + ", " + flag(overload.suspends) + ", " +
           flag(overload.copies) + ", " + flag(overload.pure) + ", " + flag(overload.places) + "}, " +
           flag(overload.explicit_template_args) + ", " + flag(overload.is_static_method) + ", " +
           flag(overload.is_class_method) + ", " + quote(overload.loop) + ", " + quote(overload.compared) + ", " +
           quote(overload.fill) + ", " + quote(overload.doc) + "}";
  }
  std::string write_all(std::vector<Overload> const& overloads) {
    std::vector<std::string> elements;
    for (Overload const& each : overloads) elements.push_back(write(each));
    return array("Overload", elements);
  }

  std::string write_all(std::vector<Function> const& functions, Module const* module) {
    std::vector<std::string> elements;
    for (Function const& each : functions) {
      std::string const native = module ? natives_namespace(*module) + "::" + native_variable(api_, each) : "";
      elements.push_back("{" + quote(each.name) + ", " + write_all(each.overloads) + ", " + quote(native) + "}");
    }
    return array("Function", elements);
  }

  std::string write_all(std::vector<Property> const& properties) {
    std::vector<std::string> elements;
    for (Property const& each : properties)
      elements.push_back("{" + quote(each.name) + ", " + write(each.type) + ", " + quote(each.cpp_name) + ", " +
                         quote(each.result.type.spelling) + ", ResultKind::" + each.result.kind +
                         ", Representation::" + each.result.type.representation + ", " +
                         (each.self_type.empty() ? "CallForm::Member, " : "CallForm::Function, ") +
                         flag(each.is_field) + ", " + quote(each.setter) + ", " + quote(each.doc) + "}");
    return array("Property", elements);
  }

  std::string write_all(std::vector<Constant> const& constants) {
    std::vector<std::string> elements;
    for (Constant const& each : constants)
      elements.push_back("{" + quote(each.name) + ", " + write(each.type) + ", " + quote(each.cpp_name) +
                         ", Representation::" + each.cpp_type.representation + ", " + quote(each.doc) + "}");
    return array("Constant", elements);
  }

  std::string write(Class const& each) {
    return "{" + quote(each.name) + ", " + quote(each.full_name) + ", " + quote(each.module) + ", " +
           strings(each.type_params) + ", " + write_all(each.bases) + ", " + quote(each.cpp_name) + ", " +
           quote(each.layout) + ", " + quote(each.type_object) + ", " + flag(each.subclassable) + ", " +
           write_all(each.constructors) + ", " + write_all(each.methods, nullptr) + ", " + write_all(each.properties) +
           ", " + write_all(each.constants) + ", " + quote(each.doc) + "}";
  }

  std::string write(Module const& module) {
    std::vector<std::string> classes;
    for (Class const& each : module.classes) classes.push_back(write(each));
    std::string const class_array = array("Class", classes);
    std::string const variable = class_array.substr(1, class_array.find_first_of(",}") - 1);
    for (std::size_t i = 0; i < module.classes.size(); ++i)
      class_references_.emplace_back(module.classes[i].full_name, "&" + variable + "[" + std::to_string(i) + "]");
    return "{" + quote(module.name) + ", " + quote(module.cpp_name) + ", " +
           quote(natives_namespace(module) + "::module_") + ", " + write_all(module.functions, &module) + ", " +
           class_array + ", " + write_all(module.constants) + "}";
  }

  Api const& api_;
  std::string arrays_;
  std::map<std::string, std::string> known_;
  std::vector<std::pair<std::string, std::string>> class_references_;
};

}  // namespace

std::string write_table(Api const& api) { return TableWriter(api).write(); }

}  // namespace aiocc::bindgen
