// One statement of Python text, parsed by the compiler's front end.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "diagnostics/diagnostics.hpp"
#include "frontend/parse.hpp"
#include "support/source.hpp"
#include "syntax/ast.hpp"

namespace aiocc::bindgen {

class Parsed {
 public:
  explicit Parsed(std::string text) : file_(files_.add(SourceFile("<signature>", std::move(text)))) {
    ast_ = frontend::parse(files_, file_, diagnostics_);
  }

  // Why there's no tree; empty if there is one.
  std::string error() const {
    if (ast_ && ast_->body.size() == 1) return {};
    return diagnostics_.empty() ? "it isn't one statement" : (*diagnostics_.begin()).message;
  }
  syntax::Ast const& ast() const { return *ast_; }
  std::string_view text(Span span) const { return files_[file_].text(span); }

 private:
  SourceFiles files_;
  Diagnostics diagnostics_;
  SourceFileId file_;
  std::optional<syntax::Ast> ast_;
};

}  // namespace aiocc::bindgen
