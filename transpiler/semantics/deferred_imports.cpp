// The imports in the functions of a library module, and the names by which a program gets to them.
#include "semantics/deferred_imports.hpp"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <unordered_set>
#include <vector>

#include "semantics/imports.hpp"
#include "syntax/walk.hpp"

namespace aiocc::semantics {
namespace {

using namespace syntax;

// By these a program gets to attributes whose names aren't in its text.
constexpr std::array<std::string_view, 11> name_makers = {
    "getattr", "getattr_static", "attrgetter", "methodcaller", "__getattribute__", "__dict__",
    "vars",    "globals",        "eval",       "exec",         "getmembers"};

// A function or method with all that's nested in it.
struct Unit {
  NameId name;
  // The function written in C++ that it serves, if any.
  NameId served;
  std::unordered_set<NameId> words;
  std::set<NameId> imports;
};

bool is_private(NameId name) { return name.text().starts_with('_'); }

// What the module's body assigns to a name; nothing where it doesn't.
ExprId assigned(Ast const& ast, std::string_view name) {
  for (StmtId const stmt : ast.body) {
    auto const* assign = ast.get_if<Assign>(stmt);
    auto const* target = assign ? ast.get_if<Name>(assign->targets[0]) : nullptr;
    if (target && target->id.text() == name) return assign->value;
  }
  return {};
}

NameId text_of(Ast const& ast, ExprId id) {
  auto const* constant = ast.get_if<Constant>(id);
  auto const* text = constant ? std::get_if<StrValue>(&constant->value) : nullptr;
  return text ? NameId::of(text->text) : NameId();
}

class Finder {
 public:
  Finder(Ast const& ast, std::string_view package) : ast_(ast), package_(package) {}

  DeferredImports find() {
    for (StmtId const stmt : ast_.body) add(stmt);
    for (Unit& unit : units_) unit.served = served_by(unit.name);
    settle();
    DeferredImports found;
    for (Unit const& unit : units_) found.modules.insert(unit.imports.begin(), unit.imports.end());
    // What the module's own body may run.
    for (Unit const& unit : units_) {
      if (!names(body_, unit)) continue;
      for (NameId const each : unit.imports) body_.imports.insert(each);
    }
    for (NameId const each : body_.imports) found.modules.erase(each);
    for (Unit const& unit : units_) note(unit, found);
    for (auto const& [module, names] : deferred_names(ast_)) {
      for (NameId const name : names) add_deferred(name, module, found);
    }
    return found;
  }

 private:
  void add(StmtId stmt) {
    if (auto const* function = ast_.get_if<FunctionDef>(stmt))
      return add_function(function->name, function->body, *function);
    if (auto const* function = ast_.get_if<AsyncFunctionDef>(stmt))
      return add_function(function->name, function->body, *function);
    if (auto const* cls = ast_.get_if<ClassDef>(stmt)) {
      for (StmtId const each : cls->body) add(each);
      return;
    }
    for_each_descendant(ast_, stmt, [&](auto id) { see(id, body_); });
  }

  template <class Definition>
  void add_function(NameId name, Array<StmtId> body, Definition const& definition) {
    // What it imports, `_deferred_names` says.
    if (name.text() == "__getattr__" && assigned(ast_, "_deferred_names")) return;
    Unit& unit = units_.emplace_back(Unit{.name = name, .served = {}, .words = {}, .imports = {}});
    for (StmtId const each : body) for_each_descendant(ast_, each, [&](auto id) { see(id, unit); });
    // Decorators and defaults.
    for_each_child_of(definition, [&](auto id) {
      if constexpr (std::same_as<decltype(id), ExprId>)
        for_each_descendant(ast_, id, [&](auto each) { see(each, body_); });
    });
  }

  // A private name serves the public one, as with functions.
  static void add_deferred(NameId name, NameId module, DeferredImports& found) {
    found.modules.insert(module);
    found.by_name[name].insert(module);
    if (is_private(name)) found.by_name[public_name(name)].insert(module);
  }

  void see(ExprId id, Unit& unit) {
    if (auto const* name = ast_.get_if<Name>(id)) unit.words.insert(name->id);
    if (auto const* attribute = ast_.get_if<Attribute>(id)) unit.words.insert(attribute->attr);
  }
  void see(StmtId id, Unit& unit) {
    for (NameId const each : mentioned_modules(ast_[id], package_)) unit.imports.insert(each);
  }
  void see(PatternId, Unit&) {}

  // What a function imports, those import that name it.
  void settle() {
    for (bool changed = true; changed;) {
      changed = false;
      for (Unit& unit : units_) {
        for (Unit const& callee : units_) {
          if (!names(unit, callee)) continue;
          for (NameId const each : callee.imports) changed |= unit.imports.insert(each).second;
        }
      }
    }
  }

  bool is_named(NameId name) const {
    return std::ranges::any_of(units_, [&](Unit const& unit) { return unit.words.contains(name); });
  }

  static bool names(Unit const& unit, Unit const& callee) {
    return unit.words.contains(callee.name) || (callee.served && unit.words.contains(callee.served));
  }

  // A private function that nobody names serves the public one of that name that is written in C++.
  NameId served_by(NameId name) const {
    if (!is_private(name) || is_named(name)) return {};
    return public_name(name);
  }

  static NameId public_name(NameId name) {
    std::string_view const text = name.text();
    return NameId::of(text.substr(std::min(text.find_first_not_of('_'), text.size())));
  }

  void note(Unit const& unit, DeferredImports& found) const {
    std::set<NameId> imports = unit.imports;
    std::erase_if(imports, [&](NameId each) { return !found.modules.contains(each); });
    if (imports.empty()) return;
    found.by_name[unit.name].insert(imports.begin(), imports.end());
    if (unit.served) found.by_name[unit.served].insert(imports.begin(), imports.end());
  }

  Ast const& ast_;
  std::string_view package_;
  std::vector<Unit> units_;
  Unit body_;
};

bool is_word_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) || c == '_' || (c & 0x80); }

using Words = std::map<std::string_view, std::set<NameId> const*>;

Words words_of(DeferredImports const& deferred) {
  Words words;
  for (auto const& [name, modules] : deferred.by_name) words[name.text()] = &modules;
  return words;
}

std::set<NameId> found_in(std::string_view text, Words const& words) {
  std::set<NameId> found;
  for (auto begin = text.begin(); begin != text.end();) {
    begin = std::find_if(begin, text.end(), is_word_character);
    auto const end = std::find_if_not(begin, text.end(), is_word_character);
    if (auto const word = words.find(std::string_view(begin, end)); word != words.end())
      found.insert(word->second->begin(), word->second->end());
    begin = end;
  }
  return found;
}

}  // namespace

DeferredImports deferred_imports(Ast const& ast, std::string_view package) {
  return assigned(ast, "_defers_imports") ? Finder(ast, package).find() : DeferredImports();
}

std::vector<std::pair<NameId, std::vector<NameId>>> deferred_names(Ast const& ast) {
  std::vector<std::pair<NameId, std::vector<NameId>>> found;
  ExprId const value = assigned(ast, "_deferred_names");
  auto const* table = value ? ast.get_if<Dict>(value) : nullptr;
  if (!table) return found;
  for (std::size_t i = 0; i < table->keys.size(); ++i) {
    auto const* names = ast.get_if<Tuple>(table->values[i]);
    if (!names) continue;
    found.emplace_back(text_of(ast, table->keys[i]), std::vector<NameId>());
    for (ExprId const name : names->elts) found.back().second.push_back(text_of(ast, name));
  }
  return found;
}

std::set<NameId> named_imports(DeferredImports const& deferred, std::string_view text) {
  return found_in(text, words_of(deferred));
}

std::set<NameId> needed_imports(DeferredImports const& deferred, std::string_view text) {
  if (deferred.modules.empty()) return {};
  Words words = words_of(deferred);
  for (std::string_view const maker : name_makers) words[maker] = &deferred.modules;
  return found_in(text, words);
}

}  // namespace aiocc::semantics
