// The C++ names of a module's functions, classes, globals and locals.
#include "emit/names.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <span>

#include "bindings/bindings.hpp"

namespace aiocc::emit {

namespace {

// Every C++ name of emitted code that isn't the user's.
constexpr std::string_view own_names[] = {"module_body", "module_",      "spans",    "functions",   "aiocc",
                                          "std",         "defined",      "library",  "python",      "file_name",
                                          "module_name", "global_names", "globals_", "source_lines"};

// What the heads of instances and of exceptions have: inside of a class these hide what the namespace has.
constexpr std::string_view instance_members[] = {"type", "flags", "references", "overflow", "class_object"};
constexpr std::string_view exception_members[] = {"args",      "cause",        "context", "notes", "suppress_context",
                                                  "traceback", "passed_frames"};

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
    if (character == '.' || character == '<' || character == '>' || character == '-' || character == ' ')
      character = '_';
  }
  if (out.empty() || (out[0] >= '0' && out[0] <= '9')) out.insert(0, "_");
  if (looks_generated(out) ||
      (out.size() > 1 && out[0] == 't' && out.find_first_not_of("0123456789", 1) == std::string::npos))
    out += '_';
  // `module` is a keyword, and `module_` taken as well.
  while (is_taken(out)) out += '_';
  return out;
}

std::vector<std::string> components_of(std::string_view dotted) {
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin <= dotted.size();) {
    std::size_t const end = std::min(dotted.find('.', begin), dotted.size());
    out.push_back(cpp_identifier(dotted.substr(begin, end - begin)));
    begin = end + 1;
  }
  return out;
}

}  // namespace

std::string library_namespace(std::string_view dotted) {
  return fmt::format("library::{}", fmt::join(components_of(dotted), "::"));
}

ProgramNames::ProgramNames(ir::Module const& module) {
  name_modules(module);
  claim_base_members(module);
  name_classes(module);
  name_functions(module);
  name_globals(module);
  name_methods(module);
  name_locals(module);
  name_fields(module);
}

// A name that nothing around has: it would hide that.
std::string ProgramNames::unlike(Scope const& around, std::string name) {
  while (around.contains(name)) name += '_';
  return name;
}

// Namespaces nest as packages do. An outermost one has a name that nothing inside of any other has, so that `helpers::parse` means the
// same everywhere.
void ProgramNames::name_modules(ir::Module const& module) {
  Scope outermost;
  for (ir::PythonModule const& each : module.modules) outermost.insert(components_of(each.cpp_name.text()).front());
  std::vector<std::vector<std::string>> paths;
  for (ir::PythonModule const& each : module.modules) {
    std::vector<std::string> path = components_of(each.cpp_name.text());
    if (path.front().starts_with("__")) path.front() = claim(outermost, "program");
    for (std::size_t index = 1; index < path.size(); ++index) path[index] = unlike(outermost, path[index]);
    paths.push_back(std::move(path));
    spaces_.push_back(fmt::format("{}", fmt::join(paths.back(), "::")));
  }
  scopes_.assign(paths.size(), outermost);
  for (std::size_t outer = 0; outer < paths.size(); ++outer) {
    for (std::vector<std::string> const& inner : paths) {
      bool const contains = inner.size() > paths[outer].size() &&
                            std::ranges::equal(paths[outer], std::span(inner).first(paths[outer].size()));
      if (contains) scopes_[outer].insert(inner[paths[outer].size()]);
    }
  }
}

std::string ProgramNames::claim(Scope& scope, std::string name) {
  while (!scope.insert(name).second) name += '_';
  return name;
}

// Lambdas of one function and specialisations of one function are versions of each other: `parse`, `parse_v2`, `parse_v3`.
std::string ProgramNames::claim_version(Scope& scope, std::string const& name) {
  if (scope.insert(name).second) return name;
  std::size_t& version = versions_.try_emplace({&scope, name}, 1).first->second;
  while (true) {
    std::string claimed = fmt::format("{}_v{}", name, ++version);
    if (scope.insert(claimed).second) return claimed;
  }
}

// Inside of a class its base's members hide what the namespace has.
void ProgramNames::claim_base_members(ir::Module const& module) {
  bool const has_exceptions = std::ranges::any_of(module.classes, [](ir::Class const& declared) {
    return declared.native_base && declared.native_base.text() != "object";
  });
  for (Scope& scope : scopes_) {
    if (!module.classes.empty())
      for (std::string_view taken : instance_members) scope.emplace(taken);
    if (has_exceptions)
      for (std::string_view taken : exception_members) scope.emplace(taken);
  }
}

void ProgramNames::name_classes(ir::Module const& module) {
  for (ir::Class const& declared : module.classes) {
    Scope& scope = scopes_[declared.module.index];
    classes_.push_back(claim(scope, cpp_identifier(declared.name.text())));
    scope.insert({classes_.back() + "_class", classes_.back() + "_fields"});
  }
}

void ProgramNames::name_globals(ir::Module const& module) {
  for (ir::Global const& global : module.globals)
    globals_.push_back(claim(scopes_[global.module.index], cpp_identifier(global.name.text())));
}

namespace {

bool is_method(ir::Function const& function) {
  return function.class_id && function.kind != ir::FunctionKind::ClassBody;
}

std::string own_name(ir::Function const& function) {
  if (function.kind == ir::FunctionKind::Module) return "module_body";
  if (function.kind == ir::FunctionKind::ClassBody) return cpp_identifier(function.name.text()) + "_body";
  std::string_view const name = function.name.text();
  if (!function.anonymous) return cpp_identifier(name);
  return name == "<genexpr>" ? "genexpr" : "lambda";
}

}  // namespace

// The functions of the namespace: those that nest in others have the outer ones' names before their own.
void ProgramNames::name_functions(ir::Module const& module) {
  for (ir::Function const& function : module.functions) {
    if (is_method(function)) {
      functions_.push_back({own_name(function), {}});
      continue;
    }
    bool const nested = function.parent && module.functions[function.parent].kind != ir::FunctionKind::Module;
    std::string const prefix = nested ? functions_[function.parent.index].plain + "_" : "";
    std::string const name = claim_version(scopes_[function.module.index], prefix + own_name(function));
    functions_.push_back({name, name});
  }
}

// Inside of a class its members hide what the namespace has, so they never share a name with that.
void ProgramNames::name_methods(ir::Module const& module) {
  std::vector<Scope> class_scopes(module.classes.size());
  for (std::size_t index = 0; index < module.functions.size(); ++index) {
    ir::Function const& function = module.functions[ir::FunctionId{static_cast<std::uint32_t>(index)}];
    if (!is_method(function)) continue;
    std::string const name = unlike(scopes_[function.module.index], functions_[index].plain);
    std::string const plain = claim_version(class_scopes[function.class_id.index], name);
    functions_[index] = {plain, fmt::format("{}::{}", classes_[function.class_id.index], plain)};
  }
}

void ProgramNames::name_locals(ir::Module const& module) {
  for (ir::Function const& function : module.functions) {
    Scope scope;
    std::vector<std::string> names;
    for (ir::Local const& local : function.locals) {
      // A local hides what emitted code calls by name: functions, classes and globals of the module.
      names.push_back(claim(scope, unlike(scopes_[function.module.index], cpp_identifier(local.name.text()))));
    }
    locals_.push_back(std::move(names));
  }
}

void ProgramNames::name_fields(ir::Module const& module) {
  std::vector<std::vector<std::size_t>> methods(module.classes.size());
  for (std::size_t function = 0; function < module.functions.size(); ++function) {
    ir::ClassId const owner = module.functions[ir::FunctionId{static_cast<std::uint32_t>(function)}].class_id;
    if (owner) methods[owner.index].push_back(function);
  }
  for (std::size_t index = 0; index < module.classes.size(); ++index) {
    ir::Class const& declared = module.classes[ir::ClassId{static_cast<std::uint32_t>(index)}];
    Scope scope;
    for (std::size_t function : methods[index]) scope.insert(functions_[function].plain);
    std::vector<std::string> names;
    for (ir::ClassField const& field : declared.fields) {
      std::string name = cpp_identifier(field.name.text());
      for (std::string_view taken : instance_members) {
        if (name == taken) name += '_';
      }
      for (std::string_view taken : exception_members) {
        if (name == taken) name += '_';
      }
      names.push_back(claim(scope, unlike(scopes_[declared.module.index], name)));
    }
    fields_.push_back(std::move(names));
  }
}

std::string Names::prefix(ir::PythonModuleId id) const {
  if (id == own_) return {};
  foreign_modules_.insert(id);
  return program_.space(id) + "::";
}

std::string Names::qualified(ir::FunctionId id) const {
  return prefix(module_.functions[id].module) + program_.functions_[id.index].qualified;
}

std::string Names::class_(ir::ClassId id) const {
  ir::PythonModuleId const owner = module_.classes[id].module;
  if (owner != own_) foreign_classes_.insert(id);
  return prefix(owner) + program_.classes_[id.index];
}

std::string const& Names::field(ir::ClassId id, std::uint32_t field) const {
  prefix(module_.classes[id].module);
  return program_.fields_[id.index][field];
}

std::string Names::global(ir::GlobalId id) const {
  return prefix(module_.globals[id].module) + program_.globals_[id.index];
}

}  // namespace aiocc::emit
