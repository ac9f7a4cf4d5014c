// clang-format's library on emitted code.
#include "emit/format.hpp"

#include <clang/Format/Format.h>
#include <clang/Tooling/Core/Replacement.h>

namespace aiocc::emit {

std::string format(std::string_view code) {
  clang::format::FormatStyle style = clang::format::getGoogleStyle(clang::format::FormatStyle::LK_Cpp);
  style.ColumnLimit = 120;
  style.SortIncludes = clang::format::FormatStyle::SI_Never;
  style.ReflowComments = false;
  style.AllowShortIfStatementsOnASingleLine = clang::format::FormatStyle::SIS_WithoutElse;
  llvm::StringRef const text(code.data(), code.size());
  clang::tooling::Range const everything(0, static_cast<unsigned>(code.size()));
  auto const replacements = clang::format::reformat(style, text, {everything}, "emitted.cpp");
  auto formatted = clang::tooling::applyAllReplacements(text, replacements);
  if (!formatted) {
    llvm::consumeError(formatted.takeError());
    return std::string(code);
  }
  return *formatted;
}

}  // namespace aiocc::emit
