// Modules as objects: their attributes.
#include "aiocc/objects/module.hpp"

#include "aiocc/objects/builtins.hpp"
#include "aiocc/objects/stdio.hpp"
#include "constructor_arguments.hpp"
#include "core.hpp"

namespace aiocc {
namespace detail {
namespace {

ModuleObject* module_of_object(Object const& self) noexcept { return self.as<ModuleObject>(); }

GlobalName const* search_globals(GlobalName const* globals, Str const& name) noexcept {
  std::string const wanted = name.utf8();
  for (GlobalName const* global = globals; global->name; ++global)
    if (wanted == global->name) return global;
  return nullptr;
}

// Where a name that the program's text has was found among the variables of a module; null where it isn't one of them.
struct FoundGlobal {
  GlobalName const* globals;
  std::uintptr_t name;
  GlobalName const* found;
};
constinit FoundGlobal found_globals[1024] = {};

// Names and tables of variables lie close to each other, so all of their addresses' bits take part.
FoundGlobal& place_of_global(GlobalName const* globals, Str const& name) noexcept {
  constexpr std::uint64_t spread = 0x9e37'79b9'7f4a'7c15;
  std::uint64_t const mixed = (name.bits() ^ (reinterpret_cast<std::uintptr_t>(globals) << 20)) * spread;
  return found_globals[mixed >> 32 & (std::size(found_globals) - 1)];
}

GlobalName const* find_global(ModuleObject* module, Str const& name) noexcept {
  GlobalName const* const globals = module->globals();
  if (!globals) return nullptr;
  // Other names than literals may die, and their memory become another one's.
  if (name.heap()->references < immortal_references / 2) return search_globals(globals, name);
  FoundGlobal& entry = place_of_global(globals, name);
  if (entry.globals != globals || entry.name != name.bits())
    entry = {globals, name.bits(), search_globals(globals, name)};
  return entry.found;
}

Member const* find_member(ModuleObject* module, Str const& name) noexcept {
  if (!module->members || !name.is_ascii()) return nullptr;
  for (std::size_t i = 0; i < module->members->count; ++i)
    if (name.equals(module->members->members[i].name)) return &module->members->members[i];
  return nullptr;
}

/// The member as a value, kept in the module's dict, so that it's the same object each time.
Result<Object> member_value(ModuleObject* module, Member const& member) {
  Object value = PASS(make_member(member, nullptr));
  // A constant may be computed anew each time (`sys.stdout`).
  if (member.kind != MemberKind::Constant) dict_set_str(module->dict, Str::intern(member.name), value);
  return value;
}

/// Whether the module itself has that name, then its value.
Result<bool> find_own_attribute(ModuleObject* module, Str const& name, Object& value) {
  GlobalName const* global = find_global(module, name);
  if (global && global->variable && global->variable->bound()) {
    value = *global->variable;
  } else if (Object const* stored = dict_get_str(module->dict, name)) {
    value = *stored;
  } else if (Member const* member = find_member(module, name)) {
    value = PASS(member_value(module, *member));
  }
  return value.bound();
}

}  // namespace

/// A member as a value for the module's dict. The runtime can always make one.
Object made_member(Member const& member) {
  Result<Object> value = make_member(member, nullptr);
  if (value) return std::move(value).value();
  take_error();
  return None;
}

namespace {

/// `__name__`, which a program may have changed.
std::string shown_name(ModuleObject* module) {
  Object const* const name = dict_get_str(module->dict, "__name__"_s);
  return name && is_any_str(*name) ? word_cast<Str>(*name).utf8() : module->name;
}

std::string missing_attribute_text(ModuleObject* module, Str const& name) {
  std::string text = fmt::format("module '{}' has no attribute '{}'", shown_name(module), name.utf8());
  if (!module->initializing || !module->compiled || !module->compiled->file) return text;
  // CPython's hint for a module in the program's own folder.
  if (std::string_view(module->name).find('.') == std::string_view::npos)
    return fmt::format(
        "{} (consider renaming '{}' if it has the same name as a third-party module you intended to import)", text,
        module->compiled->file);
  return fmt::format(
      "partially initialized module '{}' from '{}' has no attribute '{}' (most likely due to a circular import)",
      module->name, module->compiled->file, name.utf8());
}

Raised raise_missing_attribute(Object const& self, Str const& name) {
  return raise_about_attribute(self, name, missing_attribute_text(module_of_object(self), name));
}

/// `__annotations__`, which are made when somebody asks for them.
Object made_annotations(ModuleObject* module) {
  Object const made = Object::adopt(make_dict_object());
  dict_set_str(module->dict, "__annotations__"_s, made);
  return made;
}

Result<Object> module_get_attr(Object const& self, Str const& name) {
  ModuleObject* module = module_of_object(self);
  Object value;
  if (name.equals("__dict__")) return module_dict(self);
  bool found = PASS(find_own_attribute(module, name, value));
  if (!found) found = PASS(generic_find_attr(self, name, value));
  if (found) return value;
  if (name.equals("__annotations__")) return made_annotations(module);
  // A module's own `__getattr__` (PEP 562).
  Object hook;
  bool const has_hook = PASS(find_own_attribute(module, "__getattr__"_s, hook));
  if (has_hook) return call(hook, name);
  return raise_missing_attribute(self, name);
}

Result<void> module_set_attr(Object const& self, Str const& name, Object const* value) {
  ModuleObject* module = module_of_object(self);
  GlobalName const* global = find_global(module, name);
  if (global && global->variable) {
    if (!value && !global->variable->bound()) return raise_no_attribute(self, name);
    *global->variable = value ? *value : Object();
    return {};
  }
  if (value && std::string_view(module->name) == "sys") replace_standard_stream(name, *value);
  if (value)
    dict_set_str(module->dict, Str::intern(name), *value);
  else if (!dict_delete_str(module->dict, name))
    return raise_no_attribute(self, name);
  return {};
}

Result<Object> module_repr(Object const& self) {
  ModuleObject* module = module_of_object(self);
  if (module->members && !module->compiled)
    return Str::from_utf8(fmt::format("<module '{}' (built-in)>", module->name));
  Object file;
  bool const has_file = PASS(find_own_attribute(module, "__file__"_s, file));
  if (!has_file) return Str::from_utf8(fmt::format("<module '{}'>", shown_name(module)));
  return Str::from_utf8(fmt::format("<module '{}' from {}>", shown_name(module), PASS(operators::repr(file)).utf8()));
}

/// `types.ModuleType(name, doc=None)`: a module that the program fills itself.
Result<Object> construct_module(Type*, Object const* args, std::size_t count, KeywordNames const* names) {
  constexpr char const* parameters[] = {"name", "doc"};
  Object given[2];
  PASS(constructor_arguments("module", parameters, 0, args, count, names, given));
  if (!given[0].bound()) return raise_error(type_error_type, "module() missing required argument 'name' (pos 1)");
  if (!is_any_str(given[0]))
    return raise_format(type_error_type, "module() argument 'name' must be str, not {}", type_name(given[0]));
  auto const module = new ModuleObject("?");
  dict_set_str(module->dict, "__name__"_s, given[0]);
  dict_set_str(module->dict, "__doc__"_s, given[1].bound() ? given[1] : None);
  for (char const* name : {"__package__", "__loader__", "__spec__"})
    dict_set_str(module->dict, Str::intern(name), None);
  return Object::adopt(module);
}

void dealloc_module(HeapObject* self) noexcept {
  auto module = static_cast<ModuleObject*>(self);
  Object::adopt(module->dict).reset();
  delete module;
}

}  // namespace

/// The attribute names of a module, into `names`.
void add_module_names(Object const& self, DictObject* names) {
  ModuleObject* module = module_of_object(self);
  std::size_t position = 0;
  while (DictEntry const* entry = module->dict->next(position)) dict_set_str(names, word_cast<Str>(entry->key), None);
  for (GlobalName const* global = module->globals(); global && global->name; ++global)
    if (!global->variable || global->variable->bound()) dict_set_str(names, Str::intern(global->name), None);
  for (std::size_t i = 0; module->members && i < module->members->count; ++i)
    dict_set_str(names, Str::intern(module->members->members[i].name), None);
}

}  // namespace detail

constinit Type module_type("module", &object_type, sizeof(ModuleObject),
                           {.dealloc = detail::dealloc_module,
                            .traverse = detail::traverse_members<&ModuleObject::dict>,
                            .weak_references = detail::forget_weak_references,
                            .repr = detail::module_repr,
                            .get_attr = detail::module_get_attr,
                            .set_attr = detail::module_set_attr,
                            .construct = detail::construct_module});

ModuleObject::ModuleObject(char const* module_name)
    : HeapObject(&module_type), name(module_name), dict(make_dict_object()) {
  dict_set_str(dict, "__name__"_s, Str::from_utf8(module_name));
}

Object module_dict(Object const& self) {
  ModuleObject* const module = self.as<ModuleObject>();
  for (std::size_t i = 0; module->members && i < module->members->count; ++i) {
    Member const& member = module->members->members[i];
    Str const name = Str::intern(member.name);
    if (!dict_get_str(module->dict, name)) dict_set_str(module->dict, name, aiocc::detail::made_member(member));
  }
  bool const has_variables = module->globals() && module->globals()->name;
  if (!has_variables) return Object::share(module->dict);
  Object copy = Object::adopt(make_dict_object());
  std::size_t position = 0;
  while (DictEntry const* entry = module->dict->next(position))
    dict_set_str(copy.as<DictObject>(), word_cast<Str>(entry->key), entry->value);
  for (GlobalName const* global = module->globals(); global->name; ++global)
    if (global->variable && global->variable->bound())
      dict_set_str(copy.as<DictObject>(), Str::intern(global->name), *global->variable);
  return copy;
}

Object stored_global(char const* module, Str const& name) {
  for (std::string_view each : {std::string_view(module), std::string_view("builtins")}) {
    Object const owner = runtime_module(each);
    if (!owner.bound() || !is_instance(owner, module_type)) continue;
    if (Object const* stored = dict_get_str(owner.as<ModuleObject>()->dict, name)) return *stored;
  }
  return Object();
}

Result<Object> module_attr(Object const& module, Str const& name) { return operators::get_attr(module, name); }

}  // namespace aiocc
