// The import system: `sys.modules`, and what `import` does with modules that were compiled.
#include <unistd.h>

#include <string>
#include <string_view>

#include "aiocc/objects/iterate.hpp"
#include "aiocc/objects/list.hpp"
#include "aiocc/objects/module.hpp"
#include "aiocc/objects/stdio.hpp"
#include "core.hpp"

namespace aiocc {
namespace {

DictObject* known_modules() { return detail::as_dict(detail::module_registry()); }

std::string_view package_of(std::string_view name) {
  std::size_t const dot = name.rfind('.');
  return dot == std::string_view::npos ? std::string_view() : name.substr(0, dot);
}

bool has_variable(CompiledModule const& module, std::string_view name) {
  for (GlobalName const* global = module.globals; global->name; ++global)
    if (name == global->name) return true;
  return false;
}

/// `builtins`; its members come when the program imports it.
Object builtins_module() {
  Object const known = runtime_module("builtins");
  if (known.bound()) return known;
  Object const made = Object::adopt(new ModuleObject("builtins"));
  dict_set_str(known_modules(), "builtins"_s, made);
  return made;
}

/// What only the main module has, in CPython's order. No loader has loaded it.
void set_main_attributes(DictObject* dict) {
  dict_set_str(dict, "__loader__"_s, None);
  dict_set_str(dict, "__spec__"_s, None);
  dict_set_str(dict, "__annotations__"_s, Object::adopt(make_dict_object()));
  dict_set_str(dict, "__builtins__"_s, builtins_module());
}

/// What every module has. What the module's own code mentions is a variable, which the module's body sets.
void set_module_attributes(ModuleObject* module) {
  CompiledModule const& compiled = *module->compiled;
  if (compiled.dict) *compiled.dict = Object::share(module->dict);
  auto const set = [&](Str const& name, Object const& value) {
    if (!has_variable(compiled, name.utf8())) dict_set_str(module->dict, name, value);
  };
  set("__doc__"_s, compiled.doc ? Object(Str::from_utf8(compiled.doc)) : None);
  std::string_view const name = compiled.name;
  bool const is_main = name == "__main__";
  std::string_view const package = compiled.folder ? name : package_of(name);
  set("__package__"_s, is_main ? None : Object(Str::from_utf8(package)));
  if (is_main && compiled.dict) set_main_attributes(module->dict);
  if (compiled.file) set("__file__"_s, Str::from_utf8(compiled.file));
  if (compiled.folder) set("__path__"_s, List<Str>::of(Str::from_utf8(compiled.folder)));
  if (is_main && compiled.dict) set("__cached__"_s, None);
}

Ref<ModuleObject> make_compiled(CompiledModule const& module) {
  auto made = Ref<ModuleObject>::adopt(new ModuleObject(module.name));
  made->compiled = &module;
  made->members = module.members;
  set_module_attributes(made.get());
  return made;
}

Raised raise_import_error(Type& type, std::string_view message, std::string_view name, Object path = None) {
  Ref<BaseException> error = make_exception(type, message);
  error.as<ImportError>()->message = Str::from_utf8(message);
  error.as<ImportError>()->name = Str::from_utf8(name);
  error.as<ImportError>()->path = std::move(path);
  return raise(error);
}

/// A submodule becomes an attribute of its package.
Result<void> set_in_package(Str const& name, Object const& module) {
  std::string const text = name.utf8();
  std::string_view const package = package_of(text);
  if (package.empty()) return {};
  Object const* const owner = dict_get_str(known_modules(), Str::from_utf8(package));
  if (!owner) return {};
  return operators::set_attr(*owner, Str::from_utf8(std::string_view(text).substr(package.size() + 1)), module);
}

/// Whether there's a module of that name already, then `module`.
Result<bool> find_known(Str const& name, Object& module) {
  Object const* const known = dict_get_str(known_modules(), name);
  if (!known) return false;
  module = *known;
  if (!known->is(None)) return true;
  std::string const text = name.utf8();
  return raise_import_error(module_not_found_error_type, "import of " + text + " halted; None in sys.modules", text);
}

/// Runs the body of a module that `sys.modules` has already. Where it fails, the module has never been imported.
Result<Object> run_body(ModuleObject* module, Str const& name) {
  module->initializing = true;
  Result<void> const done = module->compiled->body();
  module->initializing = false;
  if (!done) {
    dict_delete_str(known_modules(), name);
    return raised;
  }
  // The body may have put something else in its place.
  Object const* const known = dict_get_str(known_modules(), name);
  if (!known) return raise_key_error(name);
  Object const imported = *known;
  PASS(set_in_package(name, imported));
  return imported;
}

bool is_package(Object const& module) {
  Object path;
  Result<bool> const found = operators::find_attr(module, "__path__"_s, path);
  if (!found) take_error();
  return found && found.value();
}

}  // namespace

namespace detail {

Object& module_registry() {
  static Object modules = Object::adopt(make_dict_object());
  return modules;
}

}  // namespace detail

Object main_module(CompiledModule const& module) {
  Ref<ModuleObject> const made = make_compiled(module);
  dict_set_str(known_modules(), "__main__"_s, made);
  return made;
}

Result<Object> imported(CompiledModule const& module) {
  Str const name = Str::intern(module.name);
  Object known;
  bool const is_known = PASS(find_known(name, known));
  // The runtime's own half alone doesn't count.
  bool const is_half = is_known && is_instance(known, module_type) && module.members &&
                       known.as<ModuleObject>()->members == module.members && !known.as<ModuleObject>()->compiled;
  if (is_known && !is_half) return known;
  if (is_half) {
    known.as<ModuleObject>()->compiled = &module;
    set_module_attributes(known.as<ModuleObject>());
    return run_body(known.as<ModuleObject>(), name);
  }
  Ref<ModuleObject> const made = make_compiled(module);
  dict_set_str(known_modules(), name, made);
  return run_body(made.get(), name);
}

Object runtime_module(MemberTable const& members) {
  Str const name = Str::intern(members.module);
  if (Object const* known = dict_get_str(known_modules(), name)) {
    // The other half of a module that has two. One that the program made itself, whose name is none, stays what it is.
    bool const is_half = is_instance(*known, module_type) && !known->as<ModuleObject>()->members &&
                         std::string_view(known->as<ModuleObject>()->name) == members.module;
    if (is_half) known->as<ModuleObject>()->members = &members;
    return *known;
  }
  auto made = Ref<ModuleObject>::adopt(new ModuleObject(members.module));
  made->members = &members;
  dict_set_str(known_modules(), name, made);
  return made;
}

Object runtime_module(std::string_view name) { return detail::dict_value(known_modules(), Str::from_utf8(name)); }

Result<Object> imported(MemberTable const& members) {
  Str const name = Str::intern(members.module);
  Object known;
  bool const is_known = PASS(find_known(name, known));
  if (is_known && !(is_instance(known, module_type) && !known.as<ModuleObject>()->compiled)) return known;
  Object const made = runtime_module(members);
  PASS(set_in_package(name, made));
  return made;
}

namespace {

template <class Module>
Result<void> import_unless_attribute(Object const& package, std::string_view name, Module const& module) {
  if (!is_package(package)) return {};
  Object found;
  bool const has = PASS(operators::find_attr(package, Str::from_utf8(name.substr(name.rfind('.') + 1)), found));
  if (!has) PASS(imported(module));
  return {};
}

}  // namespace

Result<void> import_submodule(Object const& package, CompiledModule const& module) {
  return import_unless_attribute(package, module.name, module);
}

Result<void> import_submodule(Object const& package, MemberTable const& members) {
  return import_unless_attribute(package, members.module, members);
}

Result<bool> find_exported(Object const& module, Str const& name, Object& value) {
  Object all;
  bool const has_list = PASS(operators::find_attr(module, "__all__"_s, all));
  if (!has_list) return name.utf8().starts_with('_') ? Result<bool>(false) : operators::find_attr(module, name, value);
  bool const is_listed = PASS(operators::contains(all, name));
  if (!is_listed) return false;
  value = PASS(operators::get_attr(module, name));
  return true;
}

namespace {

/// What the module gets from others when it's asked for: `_deferred_names`, the names by the modules that have them.
Result<void> import_deferred(Object const& module, DictObject* globals) {
  Object deferred;
  bool const has_deferred = PASS(operators::find_attr(module, "_deferred_names"_s, deferred));
  if (!has_deferred) return {};
  List<Object> const groups = word_cast<List<Object>>(PASS(list_from(PASS(call_method(deferred, "values"_s)))));
  for (Object const& group : groups.get()->items()) {
    for (Object const& each : group.as<TupleObject>()->words()) {
      Str const name = word_cast<Str>(each);
      if (!name.utf8().starts_with('_')) dict_set_str(globals, name, PASS(operators::get_attr(module, name)));
    }
  }
  return {};
}

}  // namespace

Result<void> import_star(Object const& module, Object const& globals) {
  Object all;
  bool const has_list = PASS(operators::find_attr(module, "__all__"_s, all));
  Object const names = has_list ? all : PASS(detail::names_of(module));
  Iteration each = PASS(iterate(names));
  while (true) {
    Object name;
    bool const more = PASS(each.next(name));
    if (!more) return has_list ? Result<void>() : import_deferred(module, globals.as<DictObject>());
    bool const is_hidden = !has_list && (!is_instance(name, str_type) || word_cast<Str>(name).utf8().starts_with('_'));
    if (is_hidden) continue;
    dict_set_str(globals.as<DictObject>(), word_cast<Str>(name),
                 PASS(operators::get_attr(module, word_cast<Str>(name))));
  }
}

CompiledModule const& linked(CompiledModule const* module, char const* name) {
  if (module) return *module;
  flush_standard_streams();
  write_stderr("aiocc: fatal: the program gets at `" + std::string(name) +
               "` by names that its text doesn't have, so it isn't linked\n");
  _exit(70);
}

Result<Object> missing_module(char const* name) {
  Object known;
  bool const is_known = PASS(find_known(Str::from_utf8(name), known));
  if (is_known) return known;
  std::string text = "No module named '" + std::string(name) + "'";
  std::string_view const package = package_of(name);
  Object const* const owner = package.empty() ? nullptr : dict_get_str(known_modules(), Str::from_utf8(package));
  if (owner && !is_package(*owner)) text += "; '" + std::string(package) + "' is not a package";
  return raise_import_error(module_not_found_error_type, text, name);
}

Result<Object> import_from(Object const& module, Str const& name) {
  Object value;
  bool const found = PASS(operators::find_attr(module, name, value));
  if (found) return value;
  Object owner;
  bool const has_name = PASS(operators::find_attr(module, "__name__"_s, owner));
  std::string const from =
      has_name && is_instance(owner, str_type) ? word_cast<Str>(owner).utf8() : "<unknown module name>";
  if (Object const* submodule = dict_get_str(known_modules(), Str::from_utf8(from + "." + name.utf8())))
    return *submodule;
  Object file;
  bool const has_file = PASS(operators::find_attr(module, "__file__"_s, file));
  bool const partial = is_instance(module, module_type) && module.as<ModuleObject>()->initializing;
  std::string text = "cannot import name '" + name.utf8() + "' from ";
  text +=
      partial ? "partially initialized module '" + from + "' (most likely due to a circular import)" : "'" + from + "'";
  text += has_file && is_instance(file, str_type) ? " (" + word_cast<Str>(file).utf8() + ")" : " (unknown location)";
  return raise_import_error(import_error_type, text, from, has_file ? file : None);
}

}  // namespace aiocc
