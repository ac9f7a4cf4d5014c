// Look-ups in the generated table, whose arrays are sorted by name.
#include "bindings/bindings.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "bindings/table.hpp"

namespace aiocc::bindings {

namespace {

template <class T>
T const* find_named(Array<T> const& values, std::string_view wanted) {
  auto const* found = std::lower_bound(values.begin(), values.end(), wanted,
                                       [](T const& value, std::string_view name) { return value.name < name; });
  return found != values.end() && found->name == wanted ? found : nullptr;
}

}  // namespace

Function const* Class::own_method(std::string_view method) const { return find_named(methods, method); }
Property const* Class::own_property(std::string_view property) const { return find_named(properties, property); }

Function const* Module::function(std::string_view function_name) const { return find_named(functions, function_name); }
Class const* Module::class_(std::string_view class_name) const { return find_named(classes, class_name); }
Constant const* Module::constant(std::string_view constant_name) const { return find_named(constants, constant_name); }

Array<Module> modules() { return table.modules; }

Module const* find_module(std::string_view name) { return find_named(table.modules, name); }

// Inference asks for little else.
Class const* find_class(std::string_view full_name) {
  static std::unordered_map<std::string_view, Class const*> const classes = [] {
    std::unordered_map<std::string_view, Class const*> all;
    for (Class const* each : table.classes) all.emplace(each->full_name, each);
    return all;
  }();
  auto const found = classes.find(full_name);
  return found == classes.end() ? nullptr : found->second;
}

bool is_below(Class const& class_, Class const& base) {
  return for_each_in_mro(class_, [&](Class const& each) { return &each == &base; });
}

Array<Overload> find_overloads(std::string_view module, std::string_view function) {
  Module const* found = find_module(module);
  if (!found) return {};
  if (Function const* named = found->function(function)) return named->overloads;
  if (Class const* named = found->class_(function)) return named->constructors;
  return {};
}

bool has_siblings(Overload const& overload) {
  static std::unordered_set<Overload const*> const several = [] {
    std::unordered_set<Overload const*> found;
    auto const add = [&](Array<Overload> const& overloads) {
      for (Overload const& each : overloads)
        if (overloads.size() > 1) found.insert(&each);
    };
    for (Module const& module : table.modules) {
      for (Function const& function : module.functions) add(function.overloads);
      for (Class const& class_ : module.classes) add(class_.constructors);
    }
    return found;
  }();
  return several.contains(&overload);
}

Function const* find_method(Class const& owner, std::string_view method) {
  Function const* found = nullptr;
  for_each_in_mro(owner, [&](Class const& each) { return (found = each.own_method(method)) != nullptr; });
  return found;
}

Property const* find_property(Class const& owner, std::string_view property) {
  Property const* found = nullptr;
  for_each_in_mro(owner, [&](Class const& each) { return (found = each.own_property(property)) != nullptr; });
  return found;
}

bool is_builtin(std::string_view name) {
  Module const* builtins = find_module("builtins");
  return builtins && builtins->has(name);
}

}  // namespace aiocc::bindings
