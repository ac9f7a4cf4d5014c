// How C++ types are spelled in the outputs, and how they represent Python values.
#pragma once

#include <string>
#include <string_view>

#include "binding_generator/model.hpp"
#include "clang/AST/ASTContext.h"
#include "clang/AST/DeclCXX.h"

namespace aiocc::bindgen {

// Drops every `aiocc::` in front of a name.
std::string relative_name(std::string text);

class CppTypes {
 public:
  explicit CppTypes(clang::ASTContext& context);

  // A parameter's or variable's type; an unknown one has an empty representation.
  CppType type(clang::QualType type) const;
  // A function's result type.
  CppResult result(clang::QualType type) const;
  // A class with its template parameters: "List<T>".
  std::string record(clang::CXXRecordDecl const& record) const;
  // Whether `type` is written with the template parameter `name` in a place that lets C++ deduce it.
  bool mentions(clang::QualType type, std::string_view name) const;

 private:
  std::string spell(clang::QualType type) const;
  std::string representation(clang::QualType type, std::string_view spelling) const;

  clang::ASTContext& context_;
  clang::PrintingPolicy policy_;
};

}  // namespace aiocc::bindgen
