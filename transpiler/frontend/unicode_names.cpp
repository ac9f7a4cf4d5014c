// The table of names is LLVM's.
#include "frontend/unicode_names.hpp"

#include <llvm/ADT/StringRef.h>
#include <llvm/Support/Unicode.h>

#include <string>

namespace aiocc::frontend {

std::optional<char32_t> find_unicode_name(std::string_view name) {
  std::string capitals;
  for (char const c : name) capitals += static_cast<char>(c >= 'a' && c <= 'z' ? c - 0x20 : c);
  return llvm::sys::unicode::nameToCodepointStrict(capitals);
}

}  // namespace aiocc::frontend
