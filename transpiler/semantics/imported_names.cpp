// Finds the names that imports bind, and drops those that anything else binds.
#include "semantics/imported_names.hpp"

#include "syntax/walk.hpp"

namespace aiocc::semantics {

using namespace syntax;

namespace {

// Calls visit(name) for each name that is bound otherwise than by an import, in whatever scope.
template <class Visit>
void for_each_binding(Ast const& ast, Visit&& visit) {
  auto const see_statement = [&](StmtId id) {
    if (auto const* node = ast.get_if<FunctionDef>(id)) visit(node->name);
    if (auto const* node = ast.get_if<AsyncFunctionDef>(id)) visit(node->name);
    if (auto const* node = ast.get_if<ClassDef>(id)) visit(node->name);
  };
  auto const see_expression = [&](ExprId id) {
    auto const* name = ast.get_if<Name>(id);
    if (name && name->ctx != ExprContext::Load) visit(name->id);
  };
  for (StmtId const statement : ast.body)
    for_each_descendant(ast, statement, Overloaded{see_statement, see_expression, [](PatternId) {}});
}

}  // namespace

ImportedNames::ImportedNames(Ast const& ast) : ast_(ast) {
  auto const see_statement = [&](StmtId id) {
    if (auto const* import = ast.get_if<Import>(id)) {
      for (Alias const& alias : import->names) {
        std::string const name(alias.name.text());
        std::string const first = name.substr(0, name.find('.'));
        alias.asname ? see_import(alias.asname, name) : see_import(NameId::of(first), first);
      }
    }
    auto const* from = ast.get_if<ImportFrom>(id);
    if (!from || from->level > 0 || !from->module) return;
    for (Alias const& alias : from->names)
      see_import(alias.asname ? alias.asname : alias.name,
                 std::string(from->module.text()) + "." + std::string(alias.name.text()));
  };
  for (StmtId const statement : ast.body)
    for_each_descendant(ast, statement, Overloaded{see_statement, [](ExprId) {}, [](PatternId) {}});
  for_each_binding(ast, [&](NameId name) {
    if (auto const found = names_.find(name); found != names_.end()) found->second.clear();
  });
}

void ImportedNames::see_import(NameId bound, std::string name) {
  auto const [place, is_new] = names_.emplace(bound, name);
  if (!is_new && place->second != name) place->second.clear();
}

std::string ImportedNames::qualified(ExprId id) const {
  if (auto const* name = ast_.get_if<Name>(id)) {
    auto const found = names_.find(name->id);
    return found == names_.end() ? std::string() : found->second;
  }
  auto const* attribute = ast_.get_if<Attribute>(id);
  if (!attribute) return {};
  std::string const owner = qualified(attribute->value);
  return owner.empty() ? owner : owner + "." + std::string(attribute->attr.text());
}

}  // namespace aiocc::semantics
