// Prints types relative to namespace aiocc and sorts them into representations.
#include "binding_generator/cpp_types.hpp"

#include "clang/AST/DeclTemplate.h"
#include "clang/AST/QualTypeNames.h"

namespace aiocc::bindgen {

std::string relative_name(std::string text) {
  constexpr std::string_view prefix = "aiocc::";
  for (auto at = text.find(prefix); at != std::string::npos; at = text.find(prefix, at)) {
    // `::aiocc::Object` as well.
    std::size_t const begin = at >= 2 && text.compare(at - 2, 2, "::") == 0 ? at - 2 : at;
    text.erase(begin, at + prefix.size() - begin);
    at = begin;
  }
  return text;
}

CppTypes::CppTypes(clang::ASTContext& context) : context_(context), policy_(context.getLangOpts()) {
  policy_.SuppressTagKeyword = true;
  policy_.SuppressUnwrittenScope = true;
  policy_.Bool = true;
}

std::string CppTypes::spell(clang::QualType type) const {
  clang::QualType const plain = type.getNonReferenceType().getUnqualifiedType();
  return relative_name(clang::TypeName::getFullyQualifiedName(plain, context_, policy_));
}

std::string CppTypes::representation(clang::QualType type, std::string_view spelling) const {
  clang::QualType const plain = type.getNonReferenceType().getUnqualifiedType();
  if (plain->isVoidType()) return "Void";
  if (plain->isBooleanType()) return "Bool";
  if (plain->isSpecificBuiltinType(clang::BuiltinType::Double)) return "Double";
  if (plain->isTemplateTypeParmType()) return "Template";
  // An alias that is worked out from a template parameter stands for it.
  if (plain->isDependentType() && plain->getAs<clang::TypedefType>()) return "Template";
  // So does what keeps an argument out of the deduction, `std::type_identity_t<T>`.
  auto const* alias = plain->isDependentType() ? plain->getAs<clang::TemplateSpecializationType>() : nullptr;
  if (alias && alias->isTypeAlias()) return "Template";
  if (spelling == "Object") return "Object";
  if (spelling == "Arguments") return "Arguments";
  if (spelling.starts_with("Coroutine<")) return "Coroutine";
  auto const* record = plain->getAsCXXRecordDecl();
  if (!record) {
    // A dependent specialisation, such as `List<T>` in a function template.
    auto const* specialisation = plain->getAs<clang::TemplateSpecializationType>();
    auto const* pattern = specialisation ? specialisation->getTemplateName().getAsTemplateDecl() : nullptr;
    auto const* described = pattern ? llvm::dyn_cast<clang::ClassTemplateDecl>(pattern) : nullptr;
    record = described ? described->getTemplatedDecl() : nullptr;
  }
  if (auto const* specialisation = llvm::dyn_cast_or_null<clang::ClassTemplateSpecializationDecl>(record))
    record = specialisation->getSpecializedTemplate()->getTemplatedDecl();
  if (!record || !record->hasDefinition()) return spelling.ends_with('>') || record ? "Word" : "";
  record = record->getDefinition();
  if (relative_name(record->getQualifiedNameAsString()) == "Object") return "Object";
  // Words derive from Object; a base that depends on a template parameter is one of ours too.
  for (auto const& base : record->bases()) {
    std::string const found = representation(base.getType(), spell(base.getType()));
    if (found == "Object" || found == "Word") return "Word";
  }
  return "";
}

CppType CppTypes::type(clang::QualType type) const {
  CppType result;
  result.spelling = spell(type);
  result.representation = representation(type, result.spelling);
  result.is_reference = type->isReferenceType();
  return result;
}

CppResult CppTypes::result(clang::QualType type) const {
  CppResult result;
  clang::QualType value = type;
  if (auto const* specialisation = type->getAs<clang::TemplateSpecializationType>()) {
    std::string const name =
        relative_name(specialisation->getTemplateName().getAsTemplateDecl()->getQualifiedNameAsString());
    if (name == "Result") result.kind = "Raises";
    if (name == "Coroutine") result.kind = "Coroutine";
    if (result.kind != "Plain") value = specialisation->template_arguments()[0].getAsType();
  }
  result.type = this->type(value);
  if (result.kind != "Plain" || !result.type.representation.empty()) return result;
  // The runtime's own awaitables say what awaiting them gives.
  clang::CXXRecordDecl const* record = type->getAsCXXRecordDecl();
  if (auto const* specialisation = type->getAs<clang::TemplateSpecializationType>(); !record && specialisation) {
    // One that depends on the T of the class around it, by the same name.
    auto const* pattern =
        llvm::dyn_cast<clang::ClassTemplateDecl>(specialisation->getTemplateName().getAsTemplateDecl());
    record = pattern ? pattern->getTemplatedDecl() : nullptr;
  }
  if (!record) return result;
  for (auto const* member : record->decls()) {
    auto const* alias = llvm::dyn_cast<clang::TypedefNameDecl>(member);
    if (!alias || alias->getName() != "value_type") continue;
    result.kind = "Awaiter";
    result.type = this->type(alias->getUnderlyingType());
  }
  return result;
}

std::string CppTypes::record(clang::CXXRecordDecl const& record) const {
  std::string name = relative_name(record.getQualifiedNameAsString());
  auto const* pattern = record.getDescribedClassTemplate();
  if (!pattern) return name;
  name += "<";
  char const* separator = "";
  for (auto const* parameter : *pattern->getTemplateParameters()) {
    name += separator + parameter->getNameAsString() + (parameter->isTemplateParameterPack() ? "..." : "");
    separator = ", ";
  }
  return name + ">";
}

bool CppTypes::mentions(clang::QualType type, std::string_view name) const {
  std::string const text = spell(type);
  for (auto at = text.find(name); at != std::string::npos; at = text.find(name, at + 1)) {
    auto is_word = [&](std::size_t index) {
      return index < text.size() && (std::isalnum(static_cast<unsigned char>(text[index])) || text[index] == '_');
    };
    if ((at == 0 || !is_word(at - 1)) && !is_word(at + name.size())) return true;
  }
  return false;
}

}  // namespace aiocc::bindgen
