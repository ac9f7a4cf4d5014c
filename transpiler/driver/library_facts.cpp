// The facts are a line for each kind of them: its name, and words.
#include "driver/library_facts.hpp"

#include <fmt/format.h>

#include <set>
#include <sstream>
#include <vector>

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

std::string first_line(std::string_view source) { return "source " + Hash().add(source).hex(); }

}  // namespace

semantics::ModuleFacts library_facts(syntax::Ast const& ast, std::string_view name, bool is_package) {
  semantics::ModuleFacts facts{
      .origin = semantics::ModuleOrigin::Library, .is_package = is_package, .names = own_names(ast)};
  auto const deferred = semantics::deferred_names(ast);
  for (auto const& [module, names] : deferred) facts.names.insert(facts.names.end(), names.begin(), names.end());
  facts.is_open = deferred.empty() && facts.binds(NameId::of("__getattr__"));
  facts.asks_for_callers = facts.binds(NameId::of("caller_place"));
  facts.imports_by_name = facts.binds(NameId::of("_imports_by_name"));
  facts.deferred = semantics::deferred_imports(ast, is_package ? name : parent_of(name));
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
  std::string const folder = folder_of(std::string(build_config::generated_include)) + "/library/";
  std::optional<std::string> const text = read_file(folder + std::string(name) + ".facts");
  return text ? facts_of_text(*text, source) : std::nullopt;
}

std::string note_facts(std::string const& name, std::string const& path, std::string const& source,
                       std::string const& output) {
  SourceFiles files;
  Diagnostics diagnostics;
  std::optional<SourceFileId> const file = frontend::add_source(files, path, source, diagnostics);
  std::optional<syntax::Ast> const ast = file ? frontend::parse(files, *file, diagnostics) : std::nullopt;
  if (!ast) return "it doesn't parse";
  std::string const text = facts_text(library_facts(*ast, name, path.ends_with("/__init__.py")), source);
  std::string const place = folder_of(output) + "/" + name + ".facts";
  return read_file(place) == text ? std::string() : write_file(place, text);
}

}  // namespace aiocc::driver
