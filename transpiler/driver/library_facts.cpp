// The facts are a line for each kind of them: its name, and words.
#include "driver/library_facts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <sstream>
#include <vector>

#include "bindings/bindings.hpp"
#include "build_ir/attribute_uses.hpp"
#include "driver/build_config.hpp"
#include "driver/files.hpp"
#include "driver/modules.hpp"
#include "frontend/parse.hpp"
#include "semantics/imports.hpp"

namespace aiocc::driver {
namespace {

template <class NameIds>
std::string line(std::string_view kind, NameIds const& names) {
  std::vector<std::string_view> words{kind};
  for (NameId each : names) words.push_back(each.text());
  return fmt::format("{}\n", fmt::join(words, " "));
}

std::vector<NameId> names_in(std::istringstream& words) {
  std::vector<NameId> names;
  for (std::string word; words >> word;) names.push_back(NameId::of(word));
  return names;
}

std::set<NameId> set_in(std::istringstream& words) {
  std::vector<NameId> const names = names_in(words);
  return {names.begin(), names.end()};
}

void read_line(std::string const& text, semantics::ModuleFacts& facts) {
  std::istringstream words(text);
  std::string kind;
  words >> kind;
  if (kind == "package") facts.is_package = true;
  if (kind == "open") facts.is_open = true;
  if (kind == "asks-for-callers") facts.asks_for_callers = true;
  if (kind == "imports-by-name") facts.imports_by_name = true;
  if (kind == "names") facts.names = names_in(words);
  if (kind == "exports") facts.exports = names_in(words);
  if (kind == "defers") facts.deferred.modules = set_in(words);
  if (kind != "by") return;
  std::string name;
  words >> name;
  facts.deferred.by_name[NameId::of(name)] = set_in(words);
}

void add_new(std::vector<NameId>& names, std::vector<NameId> const& more) {
  for (NameId const each : more) {
    if (std::ranges::find(names, each) == names.end()) names.push_back(each);
  }
}

// The public names of what a module has in C++.
std::vector<NameId> native_names(std::string_view dotted) {
  std::vector<NameId> names;
  bindings::Module const* const native = bindings::find_module(dotted);
  if (!native) return names;
  for (bindings::Function const& each : native->functions) names.push_back(NameId::of(each.name));
  for (bindings::Class const& each : native->classes) names.push_back(NameId::of(each.name));
  for (bindings::Constant const& each : native->constants) names.push_back(NameId::of(each.name));
  return names;
}

// What `from dotted import *` binds in a module of the library's. Those don't import each other so in circles.
std::vector<NameId> star_names(std::string_view dotted) {
  std::vector<NameId> names = native_names(dotted);
  std::string const path = library_source(dotted);
  std::optional<std::string> source = path.empty() ? std::nullopt : read_file(path);
  SourceFiles files;
  Diagnostics diagnostics;
  std::optional<SourceFileId> const file =
      source ? frontend::add_source(files, path, std::move(*source), diagnostics) : std::nullopt;
  std::optional<syntax::Ast> const ast = file ? frontend::parse(files, *file, diagnostics) : std::nullopt;
  if (ast) {
    semantics::ModuleFacts const facts = library_facts(*ast, dotted, path.ends_with("/__init__.py"));
    if (facts.exports) return *facts.exports;
    add_new(names, facts.names);
  }
  std::erase_if(names, [](NameId name) { return name.text().starts_with('_'); });
  return names;
}

void add_star_names(syntax::Ast const& ast, std::string_view package, std::vector<NameId>& names) {
  for (syntax::Stmt const& stmt : ast.stmts) {
    auto const* from = std::get_if<syntax::ImportFrom>(&stmt.node);
    if (!from || from->names[0].name.text() != "*") continue;
    if (std::optional<std::string> const source = semantics::absolute_module(*from, package))
      add_new(names, star_names(*source));
  }
}

// What modules written in C++ ask objects for.
struct NativeUses {
  std::string_view module;
  std::vector<std::string_view> names;
};

std::vector<NativeUses> const& native_uses() {
  static std::vector<NativeUses> const uses{
      {"builtins",
       {"close", "flush", "get", "items", "keys", "mro", "read", "readline", "send", "throw", "values", "write"}},
      {"asyncio",
       {"add_done_callback",
        "append",
        "call_at",
        "call_later",
        "call_soon",
        "call_exception_handler",
        "cancel",
        "create_task",
        "fileno",
        "get_context",
        "get_nowait",
        "is_closing",
        "popleft",
        "put_nowait",
        "run",
        "run_until_complete",
        "set_name",
        "shutdown_asyncgens",
        "shutdown_default_executor",
        "time"}},
      {"array", {"tobytes", "typecode"}},
      {"bisect", {"insert"}},
      {"contextlib", {"aclose"}},
      {"select", {"fileno"}},
      {"sqlite3", {"finalize", "inverse", "step", "value"}},
      {"threading", {"acquire", "release"}},
  };
  return uses;
}

std::string facts_file(std::string_view module) {
  std::string const folder = folder_of(std::string(build_config::generated_include)) + "/library/";
  return folder + std::string(module) + ".facts";
}

// The library's modules that get what a module is given: those of its package, private ones, and these.
bool hands_over(std::string_view module, std::string_view imported) {
  static std::multimap<std::string_view, std::string_view> const others{
      {"asyncio", "concurrent"}, {"asyncio", "selectors"},    {"asyncio", "socket"},     {"asyncio", "subprocess"},
      {"concurrent", "queue"},   {"http", "socketserver"},    {"http", "socket"},        {"http", "email"},
      {"smtplib", "email"},      {"statistics", "fractions"}, {"statistics", "decimal"}, {"urllib", "http"}};
  std::string_view const from = module.substr(0, module.find('.'));
  std::string_view const to = imported.substr(0, imported.find('.'));
  auto const [first, last] = others.equal_range(from);
  return from == to || to.starts_with('_') ||
         std::any_of(first, last, [&](auto const& each) { return each.second == to; });
}

// Adds what the module uses; gives the modules that it hands objects over to.
std::set<NameId> add_noted_uses(std::string_view module, ir::AttributeUses& uses) {
  for (NativeUses const& native : native_uses()) {
    if (native.module != module) continue;
    for (std::string_view const name : native.names) uses.read.insert(NameId::of(name));
  }
  if (library_source(module).empty()) return {};
  std::optional<std::string> const text = read_file(facts_file(module));
  if (!text) uses.reads_any = uses.stores_any = true;
  std::set<NameId> others;
  std::istringstream lines(text.value_or(""));
  for (std::string each; std::getline(lines, each);) {
    std::istringstream words(each);
    std::string kind;
    words >> kind;
    if (kind == "reads") uses.read.merge(set_in(words));
    if (kind == "hands-over") others = set_in(words);
  }
  return others;
}

std::string uses_text(syntax::Ast const& ast, std::string_view name, std::string_view package) {
  std::vector<NameId> told;
  for (NameId const each : semantics::mentioned_modules(ast, package)) {
    if (hands_over(name, each.text()) && !library_source(each.text()).empty()) told.push_back(each);
  }
  return line("hands-over", told) + line("reads", build_ir::attributes_read(ast));
}

std::string first_line(std::string_view source) { return "source " + Hash().add(source).hex(); }

}  // namespace

semantics::ModuleFacts library_facts(syntax::Ast const& ast, std::string_view name, bool is_package) {
  semantics::ModuleFacts facts{
      .origin = semantics::ModuleOrigin::Library, .is_package = is_package, .names = own_names(ast)};
  std::string_view const package = is_package ? name : parent_of(name);
  add_star_names(ast, package, facts.names);
  auto const deferred = semantics::deferred_names(ast);
  for (auto const& [module, names] : deferred) facts.names.insert(facts.names.end(), names.begin(), names.end());
  facts.is_open = deferred.empty() && facts.binds(NameId::of("__getattr__"));
  facts.asks_for_callers = facts.binds(NameId::of("caller_place"));
  facts.imports_by_name = facts.binds(NameId::of("_imports_by_name"));
  facts.deferred = semantics::deferred_imports(ast, package);
  facts.exports = semantics::declared_exports(ast);
  return facts;
}

std::string facts_text(semantics::ModuleFacts const& facts, std::string_view source) {
  std::string text = first_line(source) + "\n";
  if (facts.is_package) text += "package\n";
  if (facts.is_open) text += "open\n";
  if (facts.asks_for_callers) text += "asks-for-callers\n";
  if (facts.imports_by_name) text += "imports-by-name\n";
  text += line("names", facts.names);
  if (facts.exports) text += line("exports", *facts.exports);
  text += line("defers", facts.deferred.modules);
  for (auto const& [name, modules] : facts.deferred.by_name) text += line(fmt::format("by {}", name.text()), modules);
  return text;
}

std::optional<semantics::ModuleFacts> facts_of_text(std::string const& text, std::string_view source) {
  std::istringstream lines(text);
  std::string each;
  if (!std::getline(lines, each) || each != first_line(source)) return std::nullopt;
  semantics::ModuleFacts facts{.origin = semantics::ModuleOrigin::Library, .names = {}};
  while (std::getline(lines, each)) read_line(each, facts);
  return facts;
}

std::optional<semantics::ModuleFacts> noted_facts(std::string_view name, std::string_view source) {
  std::optional<std::string> const text = read_file(facts_file(name));
  return text ? facts_of_text(*text, source) : std::nullopt;
}

ir::AttributeUses noted_attribute_uses(std::set<NameId> const& modules) {
  ir::AttributeUses uses;
  std::set<NameId> seen(modules);
  seen.insert(NameId::of("builtins"));
  std::vector<NameId> left(seen.begin(), seen.end());
  while (!left.empty()) {
    NameId const module = left.back();
    left.pop_back();
    for (NameId const name : add_noted_uses(module.text(), uses)) {
      if (seen.insert(name).second) left.push_back(name);
    }
  }
  return uses;
}

std::string note_facts(std::string const& name, std::string const& path, std::string const& source,
                       std::string const& output) {
  SourceFiles files;
  Diagnostics diagnostics;
  std::optional<SourceFileId> const file = frontend::add_source(files, path, source, diagnostics);
  std::optional<syntax::Ast> const ast = file ? frontend::parse(files, *file, diagnostics) : std::nullopt;
  if (!ast) return "it doesn't parse";
  bool const is_package = path.ends_with("/__init__.py");
  std::string const text = facts_text(library_facts(*ast, name, is_package), source) +
                           uses_text(*ast, name, is_package ? name : parent_of(name));
  std::string const place = folder_of(output) + "/" + name + ".facts";
  return read_file(place) == text ? std::string() : write_file(place, text);
}

}  // namespace aiocc::driver
