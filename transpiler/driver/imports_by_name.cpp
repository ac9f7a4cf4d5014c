// Modules that a program imports by name.
#include "driver/imports_by_name.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_set>
#include <variant>

#include "semantics/imports.hpp"

namespace aiocc::driver {
namespace {

bool is_word_start(char c) { return c == '_' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
bool is_word_part(char c) { return is_word_start(c) || (c >= '0' && c <= '9'); }

// Modules whose names have letters beyond ASCII are found by statements only.
bool is_dotted_name(std::string_view text) {
  bool begins_word = true;
  for (char const c : text) {
    if (begins_word ? !is_word_start(c) : c != '.' && !is_word_part(c)) return false;
    begins_word = c == '.';
  }
  return !begins_word;
}

// The full name of a relative one, as `from` would find it; empty where there's none.
std::string absolute_name(std::string_view text, std::string_view package) {
  std::size_t const level = std::min(text.find_first_not_of('.'), text.size());
  if (level == 0) return std::string(text);
  syntax::ImportFrom const from{
      .module = NameId::of(text.substr(level)), .names = {}, .level = static_cast<int>(level)};
  return semantics::absolute_module(from, package).value_or(std::string());
}

}  // namespace

std::vector<NameId> spelled_modules(syntax::Ast const& ast, std::string_view package) {
  std::vector<NameId> names;
  std::unordered_set<NameId> seen;
  for (syntax::Expr const& expr : ast.exprs) {
    auto const* const constant = std::get_if<syntax::Constant>(&expr.node);
    auto const* const str = constant ? std::get_if<syntax::StrValue>(&constant->value) : nullptr;
    if (!str) continue;
    std::string const name = absolute_name(str->text, package);
    if (!is_dotted_name(name)) continue;
    // `mock.patch("package.module.function")` wants the module.
    for (std::size_t end = name.find('.');; end = name.find('.', end + 1)) {
      NameId const prefix = NameId::of(name.substr(0, end));
      if (seen.insert(prefix).second) names.push_back(prefix);
      if (end == std::string::npos) break;
    }
  }
  return names;
}

std::string imports_by_name(std::vector<NameId> const& modules) {
  if (modules.empty()) return {};
  std::string out = "def __imports_by_name__():\n    from _imports_by_name import offer as __offer__\n";
  for (NameId const name : modules)
    out += fmt::format("    def __import_module__():\n        import {0}\n    __offer__(\"{0}\", __import_module__)\n",
                       name.text());
  return out + "__imports_by_name__()\ndel __imports_by_name__\n";
}

}  // namespace aiocc::driver
