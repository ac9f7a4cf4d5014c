// Gathers declarations into modules and classes; classes come first, since functions refer to them.
#include "binding_generator/assemble.hpp"

#include <algorithm>
#include <cctype>
#include <map>
#include <set>

#include "binding_generator/check.hpp"
#include "binding_generator/names.hpp"
#include "binding_generator/signature.hpp"

namespace aiocc::bindgen {

namespace {

// "time_" is the namespace of module time, "collections.abc" of collections.abc; what isn't in a nested one is a builtin.
std::string module_of(std::string const& cpp_namespace) {
  if (cpp_namespace.empty()) return "builtins";
  std::string module;
  for (std::size_t i = 0; i < cpp_namespace.size(); ++i) {
    bool const ends = i + 1 == cpp_namespace.size() || cpp_namespace[i + 1] == '.';
    if (!(ends && cpp_namespace[i] == '_')) module += cpp_namespace[i];
  }
  return module;
}

std::string full_name(std::string const& module, std::string const& name) {
  return module == "builtins" ? name : module + "." + name;
}

std::string to_cpp(std::string dotted) {
  for (auto at = dotted.find('.'); at != std::string::npos; at = dotted.find('.', at)) dotted.replace(at, 1, "::");
  return dotted;
}

class Assembler {
 public:
  Assembler(Headers const& headers, Errors& errors) : headers_(headers), errors_(errors) {}

  Api assemble() {
    for (Declaration const& each : headers_.declarations)
      if (each.kind == Declaration::Kind::Class) add_class(each);
    for (auto& [name, each] : classes_) finish_class(each);
    for (Declaration const& each : headers_.declarations) {
      if (each.kind == Declaration::Kind::Function) add_function(each);
      if (each.kind == Declaration::Kind::Property) add_property(each);
      if (each.kind == Declaration::Kind::Constant) add_constant(each);
    }
    return finish();
  }

 private:
  Class const* find_class(std::string_view name) const {
    auto const found = classes_.find(std::string(name));
    return found == classes_.end() ? nullptr : &found->second;
  }

  void add_class(Declaration const& declaration) {
    auto signature = parse_class(declaration.signature, declaration.place, errors_);
    if (!signature) return;
    std::string const module = signature->scope.empty() ? module_of(declaration.cpp_namespace) : signature->scope;
    std::string const full = full_name(module, signature->name);
    // A struct and its Type variable may both be annotated.
    auto const [found, is_new] = classes_.try_emplace(full);
    Class& result = found->second;
    if (is_new) {
      result.place = declaration.place;
      result.name = signature->name;
      result.full_name = full;
      result.module = module;
      result.cpp_namespace = to_cpp(declaration.cpp_namespace);
      result.type_params = signature->type_params;
      result.bases = signature->bases;
      note_namespace(module, declaration.cpp_namespace);
    }
    if (result.doc.empty()) result.doc = declaration.doc;
    result.subclassable |= declaration.has_word("subclassable");
    if (std::string const type = declaration.word_argument("type"); !type.empty()) result.type_object = type;
    if (declaration.is_variable) {
      result.type_object = declaration.qualified_name;
      return;
    }
    class_of_cpp_[declaration.qualified_name] = full;
    result.layout = declaration.word_argument("layout");
    if (declaration.result.type.representation == "Word") {
      result.cpp_name = declaration.qualified_name;
    } else {
      if (result.layout.empty()) result.layout = declaration.qualified_name;
      result.cpp_name = "Ref<" + declaration.qualified_name + ">";
    }
  }

  void finish_class(Class& result) {
    if (result.type_object.empty()) result.type_object = find_type_object(result);
    if (result.type_object.empty())
      errors_.add(result.place, "class `" + result.full_name + "` needs a variable `extern Type " +
                                    snake_case(result.name) + "_type;`, or the word type(NAME)");
    for (TypeExpr& base : result.bases)
      resolve(base, result.module, {result.type_params.begin(), result.type_params.end()}, result.place);
    if (result.bases.empty() && result.full_name != "object") result.bases = {{"object", {}}};
    // A class without a struct of its own has its base's layout.
    for (Class const* base = &result; result.layout.empty() && base && !base->bases.empty();) {
      base = find_class(base->bases.front().name);
      if (base) result.layout = base->layout;
    }
    if (result.cpp_name.empty() && !result.layout.empty()) result.cpp_name = "Ref<" + result.layout + ">";
  }

  std::string find_type_object(Class const& result) const {
    std::string const plain = snake_case(result.name) + "_type";
    std::string const nested = result.cpp_namespace + "::" + plain;
    for (std::string const& wanted : {nested, plain})
      if (std::binary_search(headers_.type_objects.begin(), headers_.type_objects.end(), wanted)) return wanted;
    return {};
  }

  // Gives classes in `type` their full names.
  void resolve(TypeExpr& type, std::string const& module, std::set<std::string> const& type_params,
               Place const& place) {
    for (TypeExpr& each : type.args) resolve(each, module, type_params, place);
    if (type_params.count(type.name) || is_special_type(type.name)) return;
    if (std::string const local = full_name(module, type.name); find_class(local)) {
      type.name = local;
    } else if (!find_class(type.name)) {
      errors_.add(place, "unknown type `" + type.name + "`");
    }
  }

  void add_function(Declaration const& declaration) {
    auto signature = parse_function(declaration.signature, declaration.place, errors_);
    if (!signature) return;
    std::string module;
    Class* owner = find_owner(declaration, signature->scope, module);
    if (!declaration.owner.empty() && !owner)
      return errors_.add(declaration.place, "the class of method `" + signature->name + "` has no AIOCC_PY_CLASS");
    Overload overload = make_overload(declaration, std::move(*signature), owner, module);
    check_overload(overload, [this](std::string_view name) { return find_class(name); }, errors_);
    std::string const name = overload.signature.name;
    if (owner && (declaration.is_constructor || name == "__init__" || name == "__new__")) {
      overload.signature.name = "__init__";
      owner->constructors.push_back(std::move(overload));
    } else if (owner) {
      methods_[owner->full_name][name].push_back(std::move(overload));
    } else if (auto const found = classes_.find(full_name(module, name)); found != classes_.end()) {
      // A function that is named as a class makes its instances.
      overload.signature.name = "__init__";
      found->second.constructors.push_back(std::move(overload));
    } else {
      note_namespace(module, declaration.cpp_namespace);
      if (std::string const alias = declaration.word_argument("also"); !alias.empty()) {
        aliases_[module][alias] = name;
        functions_[module][alias].push_back(overload);
      }
      functions_[module][name].push_back(std::move(overload));
    }
  }

  // The class that a declaration belongs to by its place in C++ or by its signature's scope; null for a module's.
  Class* find_owner(Declaration const& declaration, std::string const& scope, std::string& module) {
    module = scope.empty() ? module_of(declaration.cpp_namespace) : scope;
    std::string name;
    if (auto const found = class_of_cpp_.find(declaration.owner); found != class_of_cpp_.end()) name = found->second;
    if (name.empty() && !scope.empty())
      name = find_class(scope) ? scope : full_name(module_of(declaration.cpp_namespace), scope);
    auto const found = classes_.find(name);
    if (found == classes_.end()) return nullptr;
    module = found->second.module;
    return &found->second;
  }

  Overload make_overload(Declaration const& declaration, FunctionSignature signature, Class* owner,
                         std::string const& module) {
    Overload result;
    result.place = declaration.place;
    result.cpp_params = declaration.params;
    result.result = declaration.result;
    result.doc = declaration.doc;
    result.retains = declaration.has_word("retains");
    result.stores = declaration.has_word("stores");
    result.suspends = declaration.has_word("suspends") || signature.is_async;
    result.copies = declaration.has_word("copies");
    result.pure = declaration.has_word("pure");
    result.places = declaration.has_word("places");
    result.is_static_method = declaration.has_word("staticmethod");
    result.is_class_method = declaration.has_word("classmethod");
    result.loop = declaration.word_argument("loop");
    result.compared = declaration.word_argument("compared");
    result.fill = declaration.word_argument("fill");
    result.source = declaration.word_argument("source");
    // Without its quotation marks.
    if (!result.source.empty()) result.source = result.source.substr(1, result.source.size() - 2);
    result.cpp_template_params = declaration.template_params;
    result.explicit_template_args = declaration.undeducible;
    bool const is_member = !declaration.owner.empty() && !declaration.is_static && !declaration.is_constructor;
    result.form = declaration.is_constructor ? "Constructor" : is_member ? "Member" : "Function";
    result.cpp_name = declaration.is_constructor ? declaration.owner
                      : is_member                ? declaration.name
                                                 : declaration.qualified_name;
    if (declaration.is_static) result.cpp_name = declaration.owner + "::" + declaration.name;
    if (declaration.is_constructor && !signature.params.empty()) signature.params.erase(signature.params.begin());
    result.signature = std::move(signature);
    resolve_signature(result, owner, module);
    return result;
  }

  void resolve_signature(Overload& overload, Class* owner, std::string const& module) {
    auto& signature = overload.signature;
    std::set<std::string> type_params(signature.type_params.begin(), signature.type_params.end());
    if (owner) type_params.insert(owner->type_params.begin(), owner->type_params.end());
    resolve(signature.returns, module, type_params, overload.place);
    for (Parameter& parameter : signature.params) {
      if (!parameter.type && owner && &parameter == &signature.params.front() && !overload.is_static_method)
        parameter.type = overload.is_class_method ? TypeExpr{"type", {}} : self_type(*owner);
      else if (!parameter.type)
        errors_.add(overload.place, "parameter `" + parameter.name + "` of `" + signature.name + "` has no type");
      else
        resolve(*parameter.type, module, type_params, overload.place);
    }
  }

  static TypeExpr self_type(Class const& owner) {
    TypeExpr type{owner.full_name, {}};
    for (std::string const& parameter : owner.type_params) type.args.push_back({parameter, {}});
    if (owner.full_name == "tuple") type.args.push_back({"...", {}});
    return type;
  }

  void add_property(Declaration const& declaration) {
    auto signature = parse_value(declaration.signature, declaration.place, errors_);
    std::string module;
    Class* owner = find_owner(declaration, signature ? signature->scope : "", module);
    if (!signature) return;
    if (!owner)
      return errors_.add(declaration.place, "property `" + signature->name + "` isn't in a class with AIOCC_PY_CLASS");
    resolve(signature->type, module, {owner->type_params.begin(), owner->type_params.end()}, declaration.place);
    auto& properties = owner->properties;
    auto found = std::find_if(properties.begin(), properties.end(),
                              [&](Property const& each) { return each.name == signature->name; });
    if (found == properties.end())
      found = properties.insert(properties.end(), Property{declaration.place, signature->name, {}, {}, {}});
    if (declaration.has_word("setter")) {
      if (declaration.params.size() != 1) return errors_.add(declaration.place, "a setter takes one parameter");
      found->setter = declaration.name;
      found->setter_type = declaration.params.front();
      return;
    }
    found->type = std::move(signature->type);
    found->cpp_name = declaration.name;
    if (declaration.params.size() == 1) {
      found->self_type = declaration.params.front().spelling;
      found->cpp_name =
          declaration.is_static ? declaration.owner + "::" + declaration.name : declaration.qualified_name;
    }
    found->result = declaration.result;
    found->is_field = declaration.is_field;
    found->doc = declaration.doc;
    check_value(
        found->type, found->result.type, "property `" + found->name + "`", declaration.place,
        [this](std::string_view name) { return find_class(name); }, errors_);
  }

  void add_constant(Declaration const& declaration) {
    auto signature = parse_value(declaration.signature, declaration.place, errors_);
    if (!signature) return;
    std::string module;
    Class* owner = find_owner(declaration, signature->scope, module);
    resolve(signature->type, module, {}, declaration.place);
    // A constant that takes work is a function, which makes it when it's first read.
    std::string const cpp_name = declaration.qualified_name + (declaration.is_variable ? "" : "()");
    Constant constant{declaration.place, signature->name,         std::move(signature->type),
                      cpp_name,          declaration.result.type, declaration.doc};
    check_value(
        constant.type, constant.cpp_type, "constant `" + constant.name + "`", declaration.place,
        [this](std::string_view name) { return find_class(name); }, errors_);
    note_namespace(module, declaration.cpp_namespace);
    (owner ? owner->constants : constants_[module]).push_back(std::move(constant));
  }

  void note_namespace(std::string const& module, std::string cpp_namespace) {
    if (module_of(cpp_namespace) != module && namespaces_.count(module)) return;
    cpp_namespace = to_cpp(std::move(cpp_namespace));
    std::string& known = namespaces_[module];
    if (known.empty()) known = module == "builtins" ? "builtins" : cpp_namespace;
  }

  using Functions = std::map<std::string, std::vector<Overload>>;

  static std::vector<Function> sorted_functions(Functions& functions) {
    std::vector<Function> result;
    for (auto& [name, overloads] : functions) result.push_back({name, std::move(overloads), {}});
    return result;
  }

  template <class T>
  static void sort_by_name(std::vector<T>& values) {
    std::sort(values.begin(), values.end(), [](T const& left, T const& right) { return left.name < right.name; });
  }

  Api finish() {
    std::map<std::string, Module> modules;
    for (auto& [module, name] : namespaces_) modules[module].cpp_name = name;
    for (auto& [module, functions] : functions_) modules[module].functions = sorted_functions(functions);
    for (auto& [name, module] : modules)
      for (Function& each : module.functions)
        if (auto const alias = aliases_[name].find(each.name); alias != aliases_[name].end())
          each.alias_of = alias->second;
    for (auto& [module, constants] : constants_) modules[module].constants = std::move(constants);
    for (auto& [full, each] : classes_) {
      each.methods = sorted_functions(methods_[full]);
      sort_by_name(each.properties);
      sort_by_name(each.constants);
      modules[each.module].classes.push_back(std::move(each));
    }
    // `import collections.abc` binds the name `collections`.
    for (auto const& [name, cpp_name] : namespaces_) {
      if (std::size_t const dot = name.rfind('.'); dot != std::string::npos) {
        std::string& outer = modules[name.substr(0, dot)].cpp_name;
        if (outer.empty()) outer = cpp_name.substr(0, cpp_name.rfind("::"));
      }
    }
    Api api;
    for (auto& [name, module] : modules) {
      module.name = name;
      sort_by_name(module.classes);
      sort_by_name(module.constants);
      api.modules.push_back(std::move(module));
    }
    api.runtime_names = headers_.runtime_names;
    api.cpp_words = headers_.cpp_words;
    return api;
  }

  Headers const& headers_;
  Errors& errors_;
  // By full name; methods and functions by the name of their class or module, then by their own.
  std::map<std::string, Class> classes_;
  std::map<std::string, std::string> class_of_cpp_;
  std::map<std::string, Functions> methods_, functions_;
  // By module: the second names of functions.
  std::map<std::string, std::map<std::string, std::string>> aliases_;
  std::map<std::string, std::vector<Constant>> constants_;
  // Each module's C++ namespace.
  std::map<std::string, std::string> namespaces_;
};

}  // namespace

Api assemble(Headers const& headers, Errors& errors) { return Assembler(headers, errors).assemble(); }

}  // namespace aiocc::bindgen
