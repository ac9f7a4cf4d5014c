// The catalogue of diagnostics: catalogue.def as types and tables.
#pragma once

#include <string>
#include <string_view>

namespace aiocc {

enum class Severity { error, warning, note };

constexpr std::string_view severity_name(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::note: return "note";
  }
  return {};
}

enum class Code {
#define AIOCC_DIAGNOSTIC(name, severity, format, example, way_out) name,
#include "diagnostics/catalogue.def"
#undef AIOCC_DIAGNOSTIC
};

struct CatalogueEntry {
  Code code;
  std::string_view name;
  Severity severity;
  std::string_view format;
  std::string_view example;
  std::string_view way_out;
};

inline constexpr CatalogueEntry catalogue[] = {
#define AIOCC_DIAGNOSTIC(name, severity, format, example, way_out) \
  {Code::name, #name, Severity::severity, format, example, way_out},
#include "diagnostics/catalogue.def"
#undef AIOCC_DIAGNOSTIC
};

constexpr CatalogueEntry const& catalogue_entry(Code code) { return catalogue[static_cast<unsigned>(code)]; }

// As users see it: UnknownName is "unknown-name".
std::string code_text(Code code);

}  // namespace aiocc
