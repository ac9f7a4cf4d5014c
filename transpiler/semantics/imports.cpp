// What the import statements of a module name.
#include "semantics/imports.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include "syntax/walk.hpp"

namespace aiocc::semantics {
namespace {

using namespace syntax;

// `TYPE_CHECKING` or `typing.TYPE_CHECKING`, by its name alone.
bool names_type_checking(Ast const& ast, ExprId test) {
  if (auto const* name = ast.get_if<Name>(test)) return name->id.text() == "TYPE_CHECKING";
  auto const* attribute = ast.get_if<Attribute>(test);
  return attribute && attribute->attr.text() == "TYPE_CHECKING";
}

void add_with_packages(std::vector<NameId>& modules, std::string_view dotted) {
  for (std::size_t end = dotted.find('.'); end != std::string_view::npos; end = dotted.find('.', end + 1))
    modules.push_back(NameId::of(dotted.substr(0, end)));
  modules.push_back(NameId::of(dotted));
}

class Collector {
 public:
  Collector(Ast const& ast, std::string_view package) : ast_(ast), package_(package) {}

  std::vector<NameId> collect() {
    find_skipped();
    for (std::uint32_t index = 0; index < ast_.stmts.size(); ++index) {
      if (skipped_.contains(StmtId{index})) continue;
      add(mentioned_modules(ast_.stmts[StmtId{index}], package_));
    }
    for (Expr const& expr : ast_.exprs) {
      if (auto const* const call = std::get_if<Call>(&expr.node)) add_called(module_of_import_call(ast_, *call));
    }
    return std::move(modules_);
  }

 private:
  void add_called(std::string_view dotted) {
    if (dotted.empty()) return;
    std::vector<NameId> names;
    add_with_packages(names, dotted);
    add(names);
  }

  void add(std::vector<NameId> const& names) {
    for (NameId const name : names) {
      if (seen_.insert(name).second) modules_.push_back(name);
    }
  }

  void find_skipped() {
    for (Stmt const& stmt : ast_.stmts) {
      auto const* branch = std::get_if<If>(&stmt.node);
      if (!branch || !names_type_checking(ast_, branch->test)) continue;
      for (StmtId const child : branch->body) {
        for_each_descendant(ast_, child, [&](auto id) {
          if constexpr (std::same_as<decltype(id), StmtId>) skipped_.insert(id);
        });
      }
    }
  }

  Ast const& ast_;
  std::string_view package_;
  std::unordered_set<StmtId> skipped_;
  std::vector<NameId> modules_;
  std::unordered_set<NameId> seen_;
};

// The modules that the module's imports bind to names, by these names.
std::unordered_map<NameId, NameId> names_of_modules(Ast const& ast) {
  std::unordered_map<NameId, NameId> bound;
  for (Stmt const& stmt : ast.stmts) {
    auto const* import = std::get_if<Import>(&stmt.node);
    if (!import) continue;
    for (Alias const& alias : import->names) {
      std::string_view const dotted = alias.name.text();
      bound[alias.asname ? alias.asname : NameId::of(dotted.substr(0, dotted.find('.')))] =
          alias.asname ? alias.name : NameId::of(dotted.substr(0, dotted.find('.')));
    }
  }
  return bound;
}

std::optional<std::vector<NameId>> strings_of(Ast const& ast, Array<ExprId> elements) {
  std::vector<NameId> names;
  for (ExprId const element : elements) {
    auto const* constant = ast.get_if<Constant>(element);
    auto const* text = constant ? std::get_if<StrValue>(&constant->value) : nullptr;
    if (!text) return std::nullopt;
    names.push_back(NameId::of(text->text));
  }
  return names;
}

}  // namespace

bool imports_star(Ast const& ast, std::string_view package, std::string_view dotted) {
  return std::ranges::any_of(ast.stmts, [&](Stmt const& stmt) {
    auto const* import = std::get_if<ImportFrom>(&stmt.node);
    return import && import->names[0].name.text() == "*" && absolute_module(*import, package) == dotted;
  });
}

std::optional<std::string> absolute_module(ImportFrom const& node, std::string_view package) {
  std::string const module = node.module ? std::string(node.module.text()) : std::string();
  if (node.level == 0) return module;
  for (int level = 1; level < node.level && !package.empty(); ++level) {
    std::size_t const dot = package.rfind('.');
    package = dot == std::string_view::npos ? std::string_view() : package.substr(0, dot);
  }
  if (package.empty()) return std::nullopt;
  return module.empty() ? std::string(package) : std::string(package) + "." + module;
}

std::vector<NameId> mentioned_modules(Stmt const& stmt, std::string_view package) {
  std::vector<NameId> modules;
  if (auto const* import = std::get_if<Import>(&stmt.node)) {
    for (Alias const& alias : import->names) add_with_packages(modules, alias.name.text());
  } else if (auto const* from = std::get_if<ImportFrom>(&stmt.node)) {
    std::optional<std::string> const module = absolute_module(*from, package);
    if (!module) return modules;
    add_with_packages(modules, *module);
    for (Alias const& alias : from->names)
      modules.push_back(NameId::of(*module + "." + std::string(alias.name.text())));
  }
  return modules;
}

std::string_view module_of_import_call(Ast const& ast, Call const& call) {
  auto const* const name = ast.get_if<Name>(call.func);
  if (!name || name->id.text() != "__import__" || call.args.size() != 1 || call.keywords.size() != 0) return {};
  auto const* const constant = ast.get_if<Constant>(call.args[0]);
  auto const* const str = constant ? std::get_if<StrValue>(&constant->value) : nullptr;
  bool const is_dotted =
      str && std::ranges::all_of(str->text, [](char c) {
        return c == '.' || c == '_' || (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
      });
  bool const is_name = is_dotted && !str->text.empty() && !str->text.starts_with('.') && !str->text.ends_with('.') &&
                       str->text.find("..") == std::string_view::npos;
  return is_name ? std::string_view(str->text) : std::string_view();
}

std::vector<NameId> mentioned_modules(Ast const& ast, std::string_view package) {
  return Collector(ast, package).collect();
}

std::vector<NameId> mentioned_members(Ast const& ast) {
  std::unordered_map<NameId, NameId> const bound = names_of_modules(ast);
  std::vector<NameId> members;
  std::unordered_set<NameId> seen;
  for (Expr const& expr : ast.exprs) {
    auto const* attribute = std::get_if<Attribute>(&expr.node);
    auto const* base = attribute ? ast.get_if<Name>(attribute->value) : nullptr;
    auto const module = base ? bound.find(base->id) : bound.end();
    if (module == bound.end()) continue;
    NameId const member = NameId::of(std::string(module->second.text()) + "." + std::string(attribute->attr.text()));
    if (seen.insert(member).second) members.push_back(member);
  }
  return members;
}

std::optional<std::vector<NameId>> declared_exports(Ast const& ast) {
  NameId const all = NameId::of("__all__");
  auto const mentions = std::ranges::count_if(ast.exprs, [&](Expr const& expr) {
    auto const* name = std::get_if<Name>(&expr.node);
    return name && name->id == all;
  });
  if (mentions != 1) return std::nullopt;
  for (StmtId const stmt : ast.body) {
    auto const* assign = ast.get_if<Assign>(stmt);
    auto const* target = assign && assign->targets.size() == 1 ? ast.get_if<Name>(assign->targets[0]) : nullptr;
    if (!target || target->id != all) continue;
    if (auto const* list = ast.get_if<List>(assign->value)) return strings_of(ast, list->elts);
    if (auto const* tuple = ast.get_if<Tuple>(assign->value)) return strings_of(ast, tuple->elts);
  }
  return std::nullopt;
}

}  // namespace aiocc::semantics
