// Diagnostics as JSON for tools.
#include "diagnostics/noqa.hpp"
#include "diagnostics/render.hpp"

namespace aiocc {
namespace {

std::string quote(std::string_view text) {
  std::string result = "\"";
  for (char const c : text) {
    if (c == '"' || c == '\\') {
      result += '\\';
      result += c;
    } else if (static_cast<unsigned char>(c) < 0x20) {
      result += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
    } else {
      result += c;
    }
  }
  return result + '"';
}

// `"file": ..., "line": ..., ...`; only nulls where there's no place.
std::string place(Span span, SourceFiles const& files) {
  if (!span.file) return R"("file": null, "line": null, "column": null, "end_line": null, "end_column": null)";
  SourceFile const& file = files[span.file];
  return fmt::format(R"("file": {}, "line": {}, "column": {}, "end_line": {}, "end_column": {})", quote(file.path()),
                     file.position(span.begin).line, file.code_point_column(span.begin) + 1,
                     file.position(span.end).line, file.code_point_column(span.end) + 1);
}

template <class Elements, class Render>
std::string array(Elements const& elements, Render render_element, std::string_view separator) {
  std::string result;
  for (auto const& element : elements) {
    if (!result.empty()) result += separator;
    result += render_element(element);
  }
  return "[" + result + "]";
}

std::string render_object(Diagnostic const& diagnostic, SourceFiles const& files) {
  auto const note = [&](Note const& each) {
    return fmt::format(R"({{{}, "message": {}}})", place(each.span, files), quote(each.message));
  };
  auto const fix_it = [&](FixIt const& each) {
    return fmt::format(R"({{{}, "replacement": {}}})", place(each.span, files), quote(each.replacement));
  };
  return fmt::format(R"({{"code": "{}", "severity": "{}", "message": {}, {}, "notes": {}, "fix_its": {}}})",
                     code_text(diagnostic.code), severity_name(diagnostic.severity), quote(diagnostic.message),
                     place(diagnostic.span, files), array(diagnostic.notes, note, ", "),
                     array(diagnostic.fix_its, fix_it, ", "));
}

}  // namespace

std::string render_json(Diagnostics const& diagnostics, SourceFiles const& files) {
  std::vector<Diagnostic const*> told;
  for (Diagnostic const& each : diagnostics)
    if (!is_silenced(each, files)) told.push_back(&each);
  auto const object = [&](Diagnostic const* diagnostic) { return render_object(*diagnostic, files); };
  return array(told, object, ",\n ") + "\n";
}

}  // namespace aiocc
