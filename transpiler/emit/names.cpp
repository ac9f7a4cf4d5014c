// The C++ names of a module's functions, classes, globals and locals.
#include "emit/names.hpp"

#include <algorithm>

#include <fmt/format.h>

#include <algorithm>

#include "bindings/bindings.hpp"

namespace aiocc::emit {

namespace {

// Every C++ name of emitted code that isn't the user's.
constexpr std::string_view own_names[] = {"module_body", "module_", "spans", "functions", "aiocc", "std", "defined", "library", "python"};

// What the heads of instances and of exceptions have: inside of a class these hide what the namespace has.
constexpr std::string_view instance_members[] = {"type", "flags", "references", "overflow", "class_object"};
constexpr std::string_view exception_members[] = {"args", "cause", "context", "notes", "suppress_context", "traceback", "passed_frames"};

bool is_taken(std::string_view name) {
  for (std::string_view own : own_names) {
    if (name == own) return true;
  }
  return bindings::is_reserved(name);
}

// Temporaries, labels and helpers of emitted code end in `_` and digits, as in `except_1`.
bool looks_generated(std::string_view name) {
  std::size_t end = name.size();
  while (end > 0 && name[end - 1] >= '0' && name[end - 1] <= '9') --end;
  if (end == name.size() || end < 2) return false;
  return name[end - 1] == '_' || (end == 1 && name[0] == 't');
}

std::string cpp_identifier(std::string_view name) {
  std::string out(name);
  for (char& character : out) {
    if (character == '.' || character == '<' || character == '>' || character == '-' || character == ' ') character = '_';
  }
  if (out.empty() || (out[0] >= '0' && out[0] <= '9')) out.insert(0, "_");
  if (is_taken(out) || looks_generated(out) || (out.size() > 1 && out[0] == 't' && out.find_first_not_of("0123456789", 1) == std::string::npos))
    out += '_';
  return out;
}

}  // namespace

std::string library_namespace(std::string_view dotted) {
  std::string out = "library";
  for (std::size_t begin = 0; begin <= dotted.size();) {
    std::size_t const end = std::min(dotted.find('.', begin), dotted.size());
    out += "::" + cpp_identifier(dotted.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

Names::Names(ir::Module const& module) : module_(cpp_identifier(module.modules[ir::PythonModuleId{0}].cpp_name.text())) {
  if (module_.starts_with("__")) module_ = "program";
  namespace_scope_.insert(module_);
  bool const has_exceptions = std::any_of(module.classes.begin(), module.classes.end(), [](ir::Class const& declared) {
    return declared.native_base && declared.native_base.text() != "object";
  });
  if (module.classes.size() != 0)
    for (std::string_view taken : instance_members) namespace_scope_.emplace(taken);
  if (has_exceptions)
    for (std::string_view taken : exception_members) namespace_scope_.emplace(taken);
  for (ir::Class const& declared : module.classes) classes_.push_back(claim(namespace_scope_, cpp_identifier(declared.name.text())));
  name_functions(module);
  for (ir::Global const& global : module.globals) globals_.push_back(claim(namespace_scope_, cpp_identifier(global.name.text())));
  name_methods(module);
  name_locals(module);
  name_fields(module);
}

std::string Names::claim(Scope& scope, std::string name) const {
  while (!scope.insert(name).second) name += '_';
  return name;
}

namespace {

bool is_method(ir::Function const& function) { return function.class_id && function.kind != ir::FunctionKind::ClassBody; }

std::string own_name(ir::Function const& function) {
  if (function.kind == ir::FunctionKind::Module) return "module_body";
  if (function.kind == ir::FunctionKind::ClassBody) return cpp_identifier(function.name.text()) + "_body";
  return function.anonymous ? "lambda" : cpp_identifier(function.name.text());
}

}  // namespace

// The functions of the namespace: those that nest in others have the outer ones' names before their own.
void Names::name_functions(ir::Module const& module) {
  for (ir::Function const& function : module.functions) {
    if (is_method(function)) {
      functions_.push_back({own_name(function), {}});
      continue;
    }
    bool const nested = function.parent && module.functions[function.parent].kind != ir::FunctionKind::Module;
    std::string const prefix = nested ? functions_[function.parent.index].plain + "_" : "";
    std::string const name = claim(namespace_scope_, prefix + own_name(function));
    functions_.push_back({name, name});
  }
}

// Inside of a class its members hide what the namespace has, so they never share a name with that.
void Names::name_methods(ir::Module const& module) {
  std::vector<Scope> class_scopes(module.classes.size());
  for (std::size_t index = 0; index < module.functions.size(); ++index) {
    ir::Function const& function = module.functions[ir::FunctionId{static_cast<std::uint32_t>(index)}];
    if (!is_method(function)) continue;
    std::string const plain = claim_member(class_scopes[function.class_id.index], functions_[index].plain);
    functions_[index] = {plain, fmt::format("{}::{}", classes_[function.class_id.index], plain)};
  }
}

std::string Names::claim_member(Scope& scope, std::string name) const {
  while (namespace_scope_.contains(name)) name += '_';
  return claim(scope, std::move(name));
}

void Names::name_locals(ir::Module const& module) {
  for (ir::Function const& function : module.functions) {
    Scope scope;
    std::vector<std::string> names;
    for (ir::Local const& local : function.locals) {
      std::string name = cpp_identifier(local.name.text());
      // A local hides what emitted code calls by name: functions, classes and globals of the module.
      while (namespace_scope_.contains(name)) name += '_';
      names.push_back(claim(scope, name));
    }
    locals_.push_back(std::move(names));
  }
}

void Names::name_fields(ir::Module const& module) {
  for (std::size_t index = 0; index < module.classes.size(); ++index) {
    ir::Class const& declared = module.classes[ir::ClassId{static_cast<std::uint32_t>(index)}];
    Scope scope;
    for (std::size_t function = 0; function < module.functions.size(); ++function) {
      if (module.functions[ir::FunctionId{static_cast<std::uint32_t>(function)}].class_id.index == index)
        scope.insert(functions_[function].plain);
    }
    std::vector<std::string> names;
    for (ir::ClassField const& field : declared.fields) {
      std::string name = cpp_identifier(field.name.text());
      for (std::string_view taken : instance_members) {
        if (name == taken) name += '_';
      }
      for (std::string_view taken : exception_members) {
        if (name == taken) name += '_';
      }
      names.push_back(claim_member(scope, name));
    }
    fields_.push_back(std::move(names));
  }
}

}  // namespace aiocc::emit
