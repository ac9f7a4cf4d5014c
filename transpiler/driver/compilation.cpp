// One Python file on its way through all stages.
#include "driver/compilation.hpp"

#include <cctype>
#include <cstdio>

#include "build_ir/build_ir.hpp"
#include "diagnostics/render.hpp"
#include "driver/files.hpp"
#include "driver/modules.hpp"
#include "emit/emit.hpp"
#include "frontend/parse.hpp"
#include "ir/printer.hpp"
#include "ir/verifier.hpp"
#include "passes/pipeline.hpp"
#include "semantics/analyze.hpp"
#include "syntax/dump.hpp"
#include "types/annotate.hpp"
#include "types/infer.hpp"

namespace aiocc::driver {

namespace {

// What a file's name makes of itself as a module's name.
std::string module_name(std::string const& path) {
  std::string name = path == "-" ? "program" : stem_of(path);
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c)) && !(c & 0x80)) c = '_';
  if (name.empty() || std::isdigit(static_cast<unsigned char>(name[0]))) name = "_" + name;
  return name;
}

}  // namespace

Compilation::Compilation(Options const& options, std::string path) : options_(options), path_(std::move(path)) {
  if (options.defer_unsupported) diagnostics_.make_warnings({Code::UnsupportedConstruct, Code::UnsupportedImport});
}

bool Compilation::read() {
  std::optional<std::string> bytes = frontend::read_bytes(path_, diagnostics_);
  if (bytes) bytes_ = std::move(*bytes);
  return bytes.has_value();
}

std::optional<std::string> Compilation::translate() {
  std::optional<SourceFileId> const file = frontend::add_source(files_, path_, bytes_, diagnostics_);
  if (!file) return std::nullopt;
  file_ = *file;
  SourceFile const& source = files_[file_];
  std::optional<syntax::Ast> const ast = frontend::parse(files_, file_, diagnostics_);
  if (!ast) return std::nullopt;
  if (options_.emit == Stage::Ast) return syntax::dump(*ast, source);
  semantics::SemanticModel const model = semantics::analyze(*ast, diagnostics_);
  if (diagnostics_.has_errors()) return std::nullopt;
  semantics::ModuleTable modules;
  find_imported_modules(*ast, files_, modules, diagnostics_);
  if (diagnostics_.has_errors()) return std::nullopt;
  ir::Module module;
  bool const is_library = !options_.library_module.empty();
  NameId const name = NameId::of(is_library ? options_.library_module : "__main__");
  build_ir::build({.name = name,
                   .cpp_name = is_library ? name : NameId::of(module_name(path_)),
                   .is_package = is_library && path_.ends_with("/__init__.py"),
                   .ast = *ast,
                   .file = source,
                   .model = model},
                  modules, module, diagnostics_);
  if (diagnostics_.has_errors()) return std::nullopt;
  std::vector<std::string> breaches = ir::verify(module);
  if (breaches.empty() && !options_.dynamic_types && options_.stop_after != "build-ir") {
    types::infer(module, diagnostics_, options_.explains_types);
    breaches = ir::verify(module);
  }
  if (options_.emit == Stage::Types) return types::annotate(module, files_);
  if (breaches.empty() && options_.stop_after != "build-ir" && options_.stop_after != "types") {
    passes::run(module, options_.stop_after);
    breaches = ir::verify(module);
  }
  for (std::string const& breach : breaches) diagnostics_.report<Code::InternalError>(Span{file_, 0, 0}, breach);
  if (options_.emit == Stage::Ir) return ir::print(module, files_);
  if (diagnostics_.has_errors()) return std::nullopt;
  emit::Options emit_options;
  emit_options.line_directives = options_.debug;
  emit_options.library = is_library;
  return emit::emit(module, files_, emit_options);
}

Span Compilation::line_span(std::uint32_t line) const {
  if (!file_ || line == 0 || line > files_[file_].line_count()) return {};
  std::uint32_t const begin = files_[file_].line_begin(line);
  return {file_, begin, begin + static_cast<std::uint32_t>(files_[file_].line_text(line).size())};
}

int Compilation::report(bool with_warnings) const {
  bool failed = diagnostics_.has_errors();
  for (Diagnostic const& each : diagnostics_) failed |= options_.warnings_are_errors && each.severity == Severity::warning;
  if (options_.json && (with_warnings || failed)) {
    std::string const text = render_json(diagnostics_, files_) + "\n";
    std::fputs(text.c_str(), options_.command == Command::Check ? stdout : stderr);
    return failed ? 1 : 0;
  }
  for (Diagnostic const& each : diagnostics_) {
    if (!with_warnings && each.severity != Severity::error && !options_.warnings_are_errors) continue;
    std::string const text = render(each, files_);
    std::fwrite(text.data(), 1, text.size(), stderr);
  }
  return failed ? 1 : 0;
}

}  // namespace aiocc::driver
