// What a module's names stand for where they're bound by nothing but imports: `sleep` is "asyncio.sleep" after `from asyncio import sleep`.
#pragma once

#include <string>
#include <unordered_map>

#include "syntax/ast.hpp"

namespace aiocc::semantics {

class ImportedNames {
 public:
  explicit ImportedNames(syntax::Ast const& ast);

  // The dotted name that an expression of names and attributes stands for; empty where that isn't known.
  std::string qualified(syntax::ExprId id) const;

 private:
  void see_import(NameId bound, std::string name);

  syntax::Ast const& ast_;
  // Empty for names that something else binds as well.
  std::unordered_map<NameId, std::string> names_;
};

}  // namespace aiocc::semantics
