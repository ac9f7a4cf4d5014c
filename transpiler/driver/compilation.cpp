// A program on its way through all stages.
#include "driver/compilation.hpp"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <filesystem>
#include <thread>

#include "build_ir/attribute_uses.hpp"
#include "build_ir/build_ir.hpp"
#include "diagnostics/noqa.hpp"
#include "diagnostics/render.hpp"
#include "driver/files.hpp"
#include "driver/library_facts.hpp"
#include "driver/modules.hpp"
#include "emit/emit.hpp"
#include "frontend/parse.hpp"
#include "ir/printer.hpp"
#include "ir/verifier.hpp"
#include "passes/pipeline.hpp"
#include "semantics/analyze.hpp"
#include "semantics/replaced_builtins.hpp"
#include "syntax/dump.hpp"
#include "types/annotate.hpp"
#include "types/infer.hpp"

namespace aiocc::driver {

namespace {

// Between stages only where aiocc itself is being worked on: what's wrong there is so at the end as well.
std::vector<std::string> verify_between([[maybe_unused]] ir::Module const& module) {
#ifdef NDEBUG
  return {};
#else
  return ir::verify(module);
#endif
}

// What a file's name makes of itself as a module's name.
std::string module_name(std::string const& path) {
  std::string name = path == "-" ? "program" : stem_of(path);
  for (char& c : name)
    if (!std::isalnum(static_cast<unsigned char>(c)) && !(c & 0x80)) c = '_';
  if (name.empty() || std::isdigit(static_cast<unsigned char>(name[0]))) name = "_" + name;
  return name;
}

// `sys.path[0]`.
std::string program_folder(std::string const& path) {
  std::string const folder = std::filesystem::absolute(path == "-" ? "." : folder_of(path)).lexically_normal().string();
  return folder.size() > 1 && folder.ends_with('/') ? folder.substr(0, folder.size() - 1) : folder;
}

// The program may import its main file once more, under its name; or have a package of that name.
void give_main_a_name_of_its_own(ir::Module& program) {
  ir::PythonModule& main = program.modules[program.main];
  for (ir::PythonModule const& each : program.modules) {
    std::string_view const name = each.cpp_name.text();
    if (&each != &main && name.substr(0, name.find('.')) == main.cpp_name.text())
      main.cpp_name = NameId::of("__main__");
  }
}

// Of attributes of a program's objects, by the library and by names that aren't the program's own.
ir::AttributeUses attribute_uses(ModuleLoader const& loader) {
  ir::AttributeUses uses = noted_attribute_uses(loader.mentioned());
  for (LoadedModule const* each : loader.in_order()) uses |= build_ir::hidden_attribute_uses(each->ast);
  return uses;
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

// Inference changes the program as it goes. That it was of no use is so rare that to translate anew then costs less than copies made before.
std::optional<std::vector<emit::EmittedFile>> Compilation::translate() {
  Diagnostics const before = diagnostics_;
  bool is_of_use = true;
  std::optional<std::vector<emit::EmittedFile>> specialised = translate(/*specialises=*/true, is_of_use);
  if (is_of_use) return specialised;
  diagnostics_ = before;
  files_ = {};
  return translate(/*specialises=*/false, is_of_use);
}

std::optional<std::vector<emit::EmittedFile>> Compilation::translate(bool specialises, bool& is_of_use) {
  std::optional<SourceFileId> const file = frontend::add_source(files_, path_, bytes_, diagnostics_);
  if (!file) return std::nullopt;
  file_ = *file;
  std::optional<syntax::Ast> ast = frontend::parse(files_, file_, diagnostics_);
  if (!ast) return std::nullopt;
  if (options_.emit == Stage::Ast) return stage_text(syntax::dump(*ast, files_[file_]));
  std::optional<ir::Module> module = build_ir(std::move(*ast));
  if (!module) return std::nullopt;
  std::vector<std::string> breaches = verify_between(*module);
  if (breaches.empty() && !options_.dynamic_types && options_.stop_after != "build-ir") {
    is_of_use = types::infer(*module, diagnostics_, {.specialises = specialises, .explains = options_.explains_types});
    if (!is_of_use) return std::nullopt;
    breaches = verify_between(*module);
  }
  if (options_.emit == Stage::Types) return stage_text(types::annotate(*module, files_));
  if (breaches.empty() && options_.stop_after != "build-ir" && options_.stop_after != "types") {
    passes::run(*module, options_.stop_after);
  }
  if (breaches.empty()) breaches = ir::verify(*module);
  for (std::string const& breach : breaches) diagnostics_.report<Code::InternalError>(Span{file_, 0, 0}, breach);
  if (options_.emit == Stage::Ir) return stage_text(ir::print(*module, files_));
  if (diagnostics_.has_errors()) return std::nullopt;
  emit::Options emit_options;
  emit_options.line_directives = options_.debug;
  emit_options.library = !options_.library_module.empty();
  emit_options.formatted = options_.command == Command::Translate || options_.emit == Stage::Cpp || options_.keep_cpp;
  // A debugger's user wants one file, and so does who reads it.
  if (!emit_options.formatted && !emit_options.library && !options_.debug)
    emit_options.parts = std::max(1u, std::thread::hardware_concurrency());
  return emit::emit(*module, files_, emit_options);
}

std::vector<emit::EmittedFile> Compilation::stage_text(std::string text) const {
  return {{.name = {}, .text = std::move(text), .source = file_}};
}

std::optional<ir::Module> Compilation::build_ir(syntax::Ast ast) {
  bool const is_library = !options_.library_module.empty();
  ModuleLoader loader(is_library ? std::string() : program_folder(path_), files_, diagnostics_);
  NameId const name = NameId::of(is_library ? options_.library_module : "__main__");
  bool const loaded = loader.load(name, is_library && path_.ends_with("/__init__.py"), file_, std::move(ast));
  dependencies_ = loader.dependencies();
  if (!loaded) return std::nullopt;
  std::vector<LoadedModule const*> const modules = loader.in_order();
  build_ir::Observations observations;
  ir::Module program;
  for (LoadedModule const* each : modules) {
    observations |= build_ir::observations_of(each->ast);
    program.replaced_builtins.merge(semantics::replaced_builtins(each->ast));
  }
  if (is_library && observations.static_layouts) observations.instance_dicts = false;
  program.attribute_uses = is_library ? ir::AttributeUses{.is_of_library = true} : attribute_uses(loader);
  for (NameId const linked : loader.linked_modules()) {
    if (!library_source(linked.text()).empty()) program.linked_modules.insert(linked);
  }
  // asyncio's executors use it, whether the program imports it or not.
  if (observations.interruptions && !is_library) program.library_modules.insert(NameId::of("threading"));
  program.notes_places = observations.places;
  program.links_character_names = observations.character_names;
  program.links_reductions = observations.reductions && !is_library;
  for (LoadedModule const* each : modules) {
    semantics::SemanticModel model =
        semantics::analyze(each->ast, diagnostics_, loader.import_facts(*each), program.replaced_builtins);
    // CPython compiles the text of an example or a statement when it's run, if at all.
    if (each->added)
      std::erase_if(model.warnings, [&](auto const& warning) { return warning.span.begin >= each->own_end; });
    if (diagnostics_.has_errors()) return std::nullopt;
    bool const is_main = each->name.text() == "__main__";
    build_ir::build({.name = each->name,
                     .cpp_name = is_main ? NameId::of(module_name(path_)) : each->name,
                     .is_package = each->is_package,
                     .is_namespace = each->is_namespace,
                     .is_cyclic = each->is_cyclic,
                     .observations = observations,
                     .ast = each->ast,
                     .file = files_[each->file],
                     .model = model},
                    loader.table(), program, diagnostics_);
  }
  if (diagnostics_.has_errors()) return std::nullopt;
  give_main_a_name_of_its_own(program);
  return program;
}

Span Compilation::line_span(SourceFileId file, std::uint32_t line) const {
  if (!file || line == 0 || line > files_[file].line_count()) return {};
  std::uint32_t const begin = files_[file].line_begin(line);
  return {file, begin, begin + static_cast<std::uint32_t>(files_[file].line_text(line).size())};
}

int Compilation::report(bool with_warnings) const {
  bool failed = diagnostics_.has_errors();
  for (Diagnostic const& each : diagnostics_)
    failed |= options_.warnings_are_errors && each.severity == Severity::warning && !is_silenced(each, files_);
  if (options_.json && (with_warnings || failed)) {
    std::string const text = render_json(diagnostics_, files_) + "\n";
    std::fputs(text.c_str(), options_.command == Command::Check ? stdout : stderr);
    return failed ? 1 : 0;
  }
  for (Diagnostic const& each : diagnostics_) {
    if (!with_warnings && each.severity != Severity::error && !options_.warnings_are_errors) continue;
    if (is_silenced(each, files_)) continue;
    std::string const text = render(each, files_);
    std::fwrite(text.data(), 1, text.size(), stderr);
  }
  return failed ? 1 : 0;
}

}  // namespace aiocc::driver
