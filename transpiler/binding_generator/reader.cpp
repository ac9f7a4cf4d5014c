// Walks clang's tree and takes down every declaration that carries one of our annotations.
#include "binding_generator/reader.hpp"

#include <algorithm>
#include <set>

#include "binding_generator/cpp_types.hpp"
#include "clang/AST/Attr.h"
#include "clang/AST/RecursiveASTVisitor.h"
#include "clang/Frontend/CompilerInstance.h"
#include "clang/Frontend/FrontendActions.h"
#include "clang/Lex/Preprocessor.h"
#include "clang/Tooling/CompilationDatabase.h"
#include "clang/Tooling/Tooling.h"

namespace aiocc::bindgen {

namespace {

std::string trim(std::string_view text) {
  auto const first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(" \t\n") - first + 1));
}

std::vector<std::string> split_words(std::string_view text) {
  std::vector<std::string> words;
  while (!text.empty()) {
    auto const comma = std::min(text.find(','), text.size());
    if (std::string word = trim(text.substr(0, comma)); !word.empty()) words.push_back(std::move(word));
    text.remove_prefix(std::min(comma + 1, text.size()));
  }
  return words;
}

std::string string_argument(clang::AnnotateAttr const& attribute, unsigned index) {
  if (index >= attribute.args_size()) return {};
  auto const* literal =
      llvm::dyn_cast<clang::StringLiteral>(attribute.args_begin()[index]->IgnoreParenCasts()->IgnoreImpCasts());
  if (!literal) {
    if (auto const* constant = llvm::dyn_cast<clang::ConstantExpr>(attribute.args_begin()[index]))
      literal = llvm::dyn_cast<clang::StringLiteral>(constant->getSubExpr()->IgnoreParenImpCasts());
  }
  return literal ? literal->getString().str() : std::string();
}

class Visitor : public clang::RecursiveASTVisitor<Visitor> {
 public:
  Visitor(clang::ASTContext& context, Headers& headers) : context_(context), spell_(context), headers_(headers) {}

  bool VisitNamedDecl(clang::NamedDecl* declaration) {
    note_name(*declaration);
    for (auto const* attribute : declaration->specific_attrs<clang::AnnotateAttr>())
      if (attribute->getAnnotation().starts_with("aiocc.")) add(*declaration, *attribute);
    return true;
  }

 private:
  using Kind = Declaration::Kind;

  void add(clang::NamedDecl& declaration, clang::AnnotateAttr const& attribute) {
    // A redeclaration inherits the annotation; a definition after a declaration repeats nothing.
    if (attribute.isInherited()) return;
    Declaration result{};
    llvm::StringRef const kind = attribute.getAnnotation().drop_front(6);
    result.kind = kind == "class"      ? Kind::Class
                  : kind == "property" ? Kind::Property
                  : kind == "constant" ? Kind::Constant
                                       : Kind::Function;
    result.place = place_of(attribute.getLocation());
    result.signature = string_argument(attribute, 0);
    result.words = split_words(string_argument(attribute, 1));
    result.name = declaration.getNameAsString();
    result.qualified_name = relative_name(declaration.getQualifiedNameAsString());
    describe_context(declaration, result);
    if (auto* function = llvm::dyn_cast<clang::FunctionDecl>(&declaration)) describe_function(*function, result);
    if (auto* variable = llvm::dyn_cast<clang::VarDecl>(&declaration)) {
      result.is_variable = true;
      result.result.type = spell_.type(variable->getType());
    }
    if (auto* field = llvm::dyn_cast<clang::FieldDecl>(&declaration)) {
      result.is_field = true;
      result.result.type = spell_.type(field->getType());
    }
    if (auto* record = llvm::dyn_cast<clang::CXXRecordDecl>(&declaration)) {
      result.qualified_name = spell_.record(*record);
      result.result.type = spell_.type(context_.getRecordType(record));
    }
    result.doc = doc_of(declaration);
    headers_.declarations.push_back(std::move(result));
  }

  void describe_context(clang::NamedDecl const& declaration, Declaration& result) {
    for (auto const* context = declaration.getDeclContext(); context; context = context->getParent()) {
      if (auto const* record = llvm::dyn_cast<clang::CXXRecordDecl>(context); record && result.owner.empty())
        result.owner = spell_.record(*record);
      auto const* space = llvm::dyn_cast<clang::NamespaceDecl>(context);
      if (!space || space->isInline() || space->getParent()->isTranslationUnit()) continue;
      result.cpp_namespace =
          space->getNameAsString() + (result.cpp_namespace.empty() ? "" : "." + result.cpp_namespace);
    }
  }

  void describe_function(clang::FunctionDecl const& function, Declaration& result) {
    for (auto const* parameter : function.parameters()) {
      result.params.push_back(spell_.type(parameter->getType()));
      result.params.back().has_default = parameter->hasDefaultArg();
    }
    result.is_constructor = llvm::isa<clang::CXXConstructorDecl>(function);
    if (auto const* method = llvm::dyn_cast<clang::CXXMethodDecl>(&function)) result.is_static = method->isStatic();
    result.result = spell_.result(function.getReturnType());
    auto const* pattern = function.getDescribedFunctionTemplate();
    if (!pattern) return;
    for (auto const* parameter : *pattern->getTemplateParameters()) {
      std::string const name = parameter->getNameAsString();
      result.template_params.push_back(name);
      result.undeducible |= std::none_of(function.param_begin(), function.param_end(),
                                         [&](auto const* each) { return spell_.mentions(each->getType(), name); });
    }
  }

  std::string doc_of(clang::NamedDecl const& declaration) {
    clang::Decl const* described = &declaration;
    if (auto const* function = llvm::dyn_cast<clang::FunctionDecl>(&declaration))
      if (auto const* pattern = function->getDescribedFunctionTemplate()) described = pattern;
    if (auto const* record = llvm::dyn_cast<clang::CXXRecordDecl>(&declaration))
      if (auto const* pattern = record->getDescribedClassTemplate()) described = pattern;
    auto const* comment = context_.getRawCommentForDeclNoCache(described);
    return comment ? trim(comment->getFormattedText(context_.getSourceManager(), context_.getDiagnostics()))
                   : std::string();
  }

  void note_name(clang::NamedDecl const& declaration) {
    auto const* space = llvm::dyn_cast<clang::NamespaceDecl>(declaration.getDeclContext()->getRedeclContext());
    if (!space) return;
    auto const* variable = llvm::dyn_cast<clang::VarDecl>(&declaration);
    if (variable && is_within_aiocc(*space) && spell_.type(variable->getType()).spelling == "Type")
      headers_.type_objects.push_back(relative_name(variable->getQualifiedNameAsString()));
    if (space->getParent()->isTranslationUnit() && space->getName() == "aiocc" && declaration.getIdentifier())
      headers_.runtime_names.push_back(declaration.getNameAsString());
  }

  static bool is_within_aiocc(clang::NamespaceDecl const& space) {
    auto const* outer = &space;
    while (auto const* next = llvm::dyn_cast<clang::NamespaceDecl>(outer->getParent())) outer = next;
    return outer->getName() == "aiocc";
  }

  Place place_of(clang::SourceLocation location) {
    auto const& manager = context_.getSourceManager();
    auto const presumed = manager.getPresumedLoc(manager.getExpansionLoc(location));
    if (presumed.isInvalid()) return {"<unknown>", 0};
    return {presumed.getFilename(), presumed.getLine()};
  }

  clang::ASTContext& context_;
  CppTypes spell_;
  Headers& headers_;
};

class Consumer : public clang::ASTConsumer {
 public:
  explicit Consumer(Headers& headers) : headers_(headers) {}
  void HandleTranslationUnit(clang::ASTContext& context) override {
    Visitor(context, headers_).TraverseDecl(context.getTranslationUnitDecl());
  }

 private:
  Headers& headers_;
};

class Action : public clang::ASTFrontendAction {
 public:
  explicit Action(Headers& headers) : headers_(headers) {}

  std::unique_ptr<clang::ASTConsumer> CreateASTConsumer(clang::CompilerInstance& compiler, llvm::StringRef) override {
    // Comments of system headers aren't wanted; those of ours are, `//` included only where they're `///`.
    compiler.getLangOpts().CommentOpts.ParseAllComments = false;
    return std::make_unique<Consumer>(headers_);
  }
  void EndSourceFileAction() override {
    auto const& compiler = getCompilerInstance();
    for (auto const& [identifier, state] : compiler.getPreprocessor().macros()) {
      if (identifier->getName().starts_with("_")) continue;
      headers_.runtime_names.push_back(identifier->getName().str());
      headers_.cpp_words.push_back(identifier->getName().str());
    }
    for (auto const& [name, identifier] : compiler.getPreprocessor().getIdentifierTable())
      if (identifier->isKeyword(compiler.getLangOpts()) || identifier->isCPlusPlusOperatorKeyword())
        headers_.cpp_words.push_back(name.str());
    auto const& manager = compiler.getSourceManager();
    for (auto file = manager.fileinfo_begin(); file != manager.fileinfo_end(); ++file)
      headers_.files.push_back(file->first.getName().str());
  }

 private:
  Headers& headers_;
};

class Factory : public clang::tooling::FrontendActionFactory {
 public:
  explicit Factory(Headers& headers) : headers_(headers) {}
  std::unique_ptr<clang::FrontendAction> create() override { return std::make_unique<Action>(headers_); }

 private:
  Headers& headers_;
};

template <class T>
void sort_unique(std::vector<T>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

}  // namespace

bool Declaration::has_word(std::string_view word) const {
  return std::find(words.begin(), words.end(), word) != words.end();
}

std::string Declaration::word_argument(std::string_view name) const {
  for (std::string const& word : words)
    if (word.starts_with(name) && word.size() > name.size() + 1 && word[name.size()] == '(' && word.back() == ')')
      return word.substr(name.size() + 1, word.size() - name.size() - 2);
  return {};
}

Headers read_headers(std::string const& header, std::vector<std::string> const& compiler_arguments, Errors& errors) {
  Headers headers;
  clang::tooling::FixedCompilationDatabase const database(".", compiler_arguments);
  clang::tooling::ClangTool tool(database, {header});
  Factory factory(headers);
  if (tool.run(&factory) != 0) errors.add({header, 1}, "the header doesn't compile");
  sort_unique(headers.runtime_names);
  sort_unique(headers.cpp_words);
  sort_unique(headers.type_objects);
  sort_unique(headers.files);
  return headers;
}

}  // namespace aiocc::bindgen
