// A module as C++: declarations, classes, functions, the module's body, the constant tables.
#include "emit/emit.hpp"

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <set>
#include <span>
#include <utility>

#include "bindings/bindings.hpp"
#include "emit/classes.hpp"
#include "emit/function_emitter.hpp"
#include "emit/layout.hpp"
#include "emit/literals.hpp"
#include "ir/safe_points.hpp"

namespace aiocc::emit {

namespace {

// Where a module's C++ goes, as its Python lies in its package: "shop/models", "shop/__init__".
std::string file_stem(ir::PythonModule const& module) {
  std::string path(module.cpp_name.text());
  std::ranges::replace(path, '.', '/');
  return module.is_package ? path + "/__init__" : path;
}

// A long file, laid out as it comes, or as it's written.
class Output {
 public:
  Output(bool formatted, std::span<std::string const> definitions) : formatted_(formatted) {
    std::size_t length = 0;
    for (std::string const& each : definitions) length += each.size();
    // With the tables, and indentation.
    length *= 2;
    if (formatted)
      layout_.reserve(length);
    else
      text_.reserve(length);
  }

  void add(std::string_view text) {
    if (formatted_)
      layout_.add(text);
    else
      text_ += text;
  }
  std::string take() { return formatted_ ? layout_.take() : std::move(text_); }

 private:
  bool formatted_;
  Layout layout_;
  std::string text_;
};

class ModuleEmitter {
 public:
  ModuleEmitter(ir::Module const& module, ir::PythonModuleId id, ProgramNames const& program, SourceFile const& file,
                Options const& options)
      : module_(module),
        id_(id),
        own_(module.modules[id]),
        file_(file),
        library_(options.library),
        formatted_(options.formatted),
        names_(program, module, id),
        types_(module, names_),
        tables_(module, id, file, names_, !library_),
        comments_(module, id, file),
        // Modules of the library have no positions of their own: what `state.position` tells is the program's.
        context_{module,
                 file_,
                 names_,
                 types_,
                 tables_,
                 comments_,
                 !library_ && has_coroutines(),
                 (module.notes_callers || module.notes_places) && !library_,
                 module.notes_places && !library_,
                 module.notes_frames && !library_,
                 !library_,
                 module.names_not_implemented && !library_,
                 module.keeps_variables && !library_,
                 module.ends_temporaries && !library_},
        definitions_(definitions()),
        first_of_part_(divided(options.parts)) {}

  // The whole program, if this is all of it and it isn't divided.
  std::string run_alone() {
    Output file(formatted_, definitions_);
    Writer out;
    write_head(out, {});
    out.line("namespace {} {{", space());
    if (library_ || imports_itself()) out.line("extern const CompiledModule module_;");
    out.line("namespace {{\n");
    out.line(
        "extern const Span spans[];\nextern const FunctionInfo functions[];\nextern const GlobalName "
        "global_names[];\n");
    write_classes(out, module_, id_, names_, types_, context_);
    write_globals(out, "AIOCC_GLOBAL ", "{}");
    write_prototypes(out);
    file.add(out.take());
    for (std::string& definition : definitions_) file.add(std::exchange(definition, {}));
    tables_.write(out);
    write_class_tables(out, module_, id_, names_, context_);
    out.line("\n}}  // namespace\n");
    write_tail(out);
    file.add(out.take());
    return file.take();
  }

  // How many sources the module becomes.
  std::size_t parts() const { return first_of_part_.size(); }

  // What the program's other modules, and all of its own parts, see of it.
  std::string header() {
    Writer declarations;
    declarations.line("extern const CompiledModule module_;\nextern const FunctionInfo functions[];\n");
    write_classes(declarations, module_, id_, names_, types_, context_);
    write_globals(declarations, "extern ", "");
    write_prototypes(declarations);
    Writer out;
    out.line("// Declarations of {}, for the program's other files.", comment_text(base_name()));
    out.line("#pragma once\n\n#include <aiocc/aiocc.hpp>{}\n", include_of_dataclasses());
    for (std::string const& header : headers_of_bases()) out.line("#include \"{}\"", header);
    out.line("\nusing namespace aiocc;\n");
    write_foreign_classes(out);
    out.line("namespace {} {{\n", space());
    out.raw(declarations.text());
    out.line("}}  // namespace {}", space());
    return laid_out(out.take());
  }

  // The functions of one part; the last one has the tables too.
  std::string source(std::size_t part) {
    Writer body;
    body.line("namespace {} {{\n", space());
    body.line("extern const Span spans[];\nextern const GlobalName global_names[];\n");
    bool const is_last = part + 1 == parts();
    if (is_last) write_globals(body, "AIOCC_GLOBAL ", "{}");
    body.raw(joined(functions_of(part)));
    if (is_last) {
      tables_.write(body);
      write_class_tables(body, module_, id_, names_, context_);
      body.blank();
      write_tail(body);
    } else {
      body.line("}}  // namespace {}", space());
    }
    Writer out;
    write_head(out, headers());
    out.raw(body.text());
    return laid_out(out.take());
  }

 private:
  std::string laid_out(std::string text) const { return formatted_ ? emit::laid_out(text) : text; }

  std::string space() const { return library_ ? library_namespace(own_.name.text()) : "python::" + names_.own_space(); }

  // What only programs with known dataclasses need.
  char const* include_of_dataclasses() const {
    bool const has_some =
        std::ranges::any_of(module_.classes, [](ir::Class const& each) { return each.dataclass.has_value(); });
    return has_some ? "\n#include <aiocc/objects/dataclass.hpp>" : "";
  }

  void write_head(Writer& out, std::set<std::string> const& headers) const {
    out.line("// Compiled from {} by aiocc.", comment_text(base_name()));
    if (own_.docstring) {
      out.line("//");
      write_module_docstring(out);
    }
    if (headers.empty()) out.line("#include <aiocc/aiocc.hpp>{}\n", include_of_dataclasses());
    for (std::string const& header : headers) out.line("#include \"{}\"", header);
    out.line("\nusing namespace aiocc;\n");
    for (NameId name : module_.library_modules) {
      char const* const macro =
          module_.deferred_modules.contains(name) ? "AIOCC_DEFERRED_MODULE" : "AIOCC_LIBRARY_MODULE";
      out.line("{}({});", macro, library_namespace(name.text()));
    }
    if (id_ != module_.main && !library_) return out.blank();
    for (NameId name : module_.linked_modules) out.line("AIOCC_LINKED_MODULE({});", library_namespace(name.text()));
    if (module_.links_character_names) out.line("AIOCC_LINKED_CHARACTER_NAMES");
    if (module_.links_reductions) out.line("AIOCC_LINKED_REDUCTIONS");
    out.blank();
  }

  void write_tail(Writer& out) const {
    write_module(out);
    out.line("\n}}  // namespace {}\n", space());
    char const* const macro = ir::has_safe_points(module_) ? "AIOCC_INTERRUPTIBLE_MAIN" : "AIOCC_MAIN";
    if (!library_ && id_ == module_.main) out.line("{}({}::module_)", macro, space());
  }

  // What the runtime needs to know of the module to import it.
  void write_module(Writer& out) const {
    bindings::Module const* const native = library_ ? bindings::find_module(own_.name.text()) : nullptr;
    std::string const path = std::filesystem::absolute(file_.path()).string();
    std::string folder = "nullptr";
    if (own_.is_package)
      folder = library_ ? "\"\"" : string_literal(own_.is_namespace ? path : path.substr(0, path.rfind('/')));
    out.line("const CompiledModule module_ = {{{}, {}, {}, {}, global_names, {}, module_body{}}};",
             string_literal(own_.name.text()), library_ || own_.is_namespace ? "nullptr" : string_literal(path), folder,
             own_.docstring ? string_literal(*own_.docstring) : "nullptr",
             native ? fmt::format("&{}", native->native) : "nullptr", own_.keeps_dict ? ", &globals_" : "");
  }

  std::string header_of(ir::PythonModuleId id) const { return file_stem(module_.modules[id]) + ".hpp"; }

  std::set<std::string> headers() const {
    std::set<std::string> out{header_of(id_)};
    for (ir::PythonModuleId each : names_.foreign_modules()) out.insert(header_of(each));
    return out;
  }

  // A base must be complete where its subclass is declared. Its module stands before this one, so headers include no circles.
  std::set<std::string> headers_of_bases() const {
    std::set<std::string> out;
    for (ir::ClassId id : classes_of(module_, id_)) {
      ir::ClassId const base = module_.classes[id].base;
      if (base && module_.classes[base].module != id_) out.insert(header_of(module_.classes[base].module));
    }
    return out;
  }

  void write_foreign_classes(Writer& out) const {
    for (ir::ClassId id : names_.foreign_classes()) {
      std::string const prefix = names_.prefix(module_.classes[id].module);
      out.line("namespace python::{} {{ struct {}; }}", prefix.substr(0, prefix.size() - 2), names_.plain_class(id));
    }
    if (!names_.foreign_classes().empty()) out.blank();
  }

  bool imports_itself() const {
    return std::ranges::any_of(module_.functions, [&](ir::Function const& function) {
      return std::ranges::any_of(function.insts, [&](ir::Inst const& inst) {
        auto const* import = std::get_if<ir::Import>(&inst.node);
        return import && import->name == own_.name;
      });
    });
  }

  // Without coroutine functions, its own or a module's, there are no coroutine objects.
  bool has_coroutines() const {
    for (ir::Function const& function : module_.functions) {
      if (function.kind == ir::FunctionKind::Coroutine) return true;
      for (ir::Inst const& inst : function.insts) {
        if (inst.kind() == ir::InstKind::Import || inst.kind() == ir::InstKind::ImportFrom) return true;
      }
    }
    return false;
  }

  // As seen from the program's folder.
  std::string base_name() const {
    if (id_ != module_.main) return file_stem(own_) + ".py";
    return file_.path().substr(file_.path().rfind('/') + 1);
  }

  void write_module_docstring(Writer& out) const {
    std::string_view text = *own_.docstring;
    while (!text.empty()) {
      std::size_t const end = text.find('\n');
      out.line("// {}", comment_text(text.substr(0, end)));
      text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
  }

  // The module's functions, its body last.
  std::vector<ir::FunctionId> own_functions() const {
    std::vector<ir::FunctionId> out;
    for (std::uint32_t index = 0; index < module_.functions.size(); ++index) {
      ir::FunctionId const id{index};
      if (module_.functions[id].module == id_ && id != own_.body) out.push_back(id);
    }
    out.push_back(own_.body);
    return out;
  }

  std::vector<std::string> definitions() {
    std::vector<std::string> out;
    for (ir::FunctionId id : own_functions()) out.push_back(FunctionEmitter(context_, id).definition() + "\n");
    return out;
  }

  static std::string joined(std::span<std::string const> texts) {
    std::string out;
    for (std::string const& text : texts) out += text;
    return out;
  }

  // How long the compiler takes for a definition, about: that goes with its length, and what may be suspended it takes apart into several
  // functions.
  static std::size_t cost_of(ir::Function const& function, std::string const& definition) {
    switch (function.kind) {
      case ir::FunctionKind::Coroutine: return definition.size() * (function.suspends ? 2 : 1);
      case ir::FunctionKind::Generator:
      case ir::FunctionKind::AsyncGenerator: return definition.size() * 2;
      default: return definition.size();
    }
  }

  // Where each part begins among the functions: parts that take about the same time, and are long enough to be worth a run of the compiler.
  std::vector<std::size_t> divided(std::size_t most) const {
    constexpr std::size_t shortest = 12'000;
    std::vector<ir::FunctionId> const functions = own_functions();
    std::vector<std::size_t> costs;
    std::size_t length = 0;
    for (std::size_t index = 0; index < definitions_.size(); ++index) {
      costs.push_back(cost_of(module_.functions[functions[index]], definitions_[index]));
      length += definitions_[index].size();
    }
    std::size_t const total = std::accumulate(costs.begin(), costs.end(), std::size_t{0});
    std::size_t const count = std::clamp<std::size_t>(length / shortest, 1, most);
    std::vector<std::size_t> out{0};
    std::size_t before = 0;
    for (std::size_t index = 0; index < costs.size(); ++index) {
      std::size_t const middle = before + costs[index] / 2;
      if (index != 0 && middle * count >= total * out.size() && out.size() < count) out.push_back(index);
      before += costs[index];
    }
    return out;
  }

  std::span<std::string const> functions_of(std::size_t part) const {
    std::size_t const end = part + 1 < parts() ? first_of_part_[part + 1] : definitions_.size();
    return std::span(definitions_).subspan(first_of_part_[part], end - first_of_part_[part]);
  }

  void write_globals(Writer& out, std::string_view before, std::string_view after) const {
    for (std::uint32_t index = 0; index < module_.globals.size(); ++index) {
      ir::GlobalId const id{index};
      ir::Global const& global = module_.globals[id];
      if (global.module == id_) out.line("{}{} {}{};", before, types_.value(global.type), names_.global(id), after);
    }
    if (own_.keeps_dict) out.line("{}Object globals_{};", before, after);
    out.blank();
  }

  void write_prototypes(Writer& out) const {
    for (ir::FunctionId id : own_functions()) {
      ir::Function const& function = module_.functions[id];
      bool const in_class = function.class_id && function.kind != ir::FunctionKind::ClassBody;
      if (!in_class) out.line("{};", FunctionEmitter(const_cast<ModuleContext&>(context_), id).head(false));
    }
    out.blank();
  }

  ir::Module const& module_;
  ir::PythonModuleId id_;
  ir::PythonModule const& own_;
  SourceFile const& file_;
  bool library_;
  bool formatted_;
  Names names_;
  CppTypes types_;
  Tables tables_;
  Comments comments_;
  ModuleContext context_;
  std::vector<std::string> definitions_;
  std::vector<std::size_t> first_of_part_;
};

}  // namespace

std::vector<EmittedFile> emit(ir::Module const& module, SourceFiles const& files, Options const& options) {
  ProgramNames const names(module);
  std::vector<EmittedFile> out;
  for (std::uint32_t index = 0; index < module.modules.size(); ++index) {
    ir::PythonModuleId const id{index};
    ir::PythonModule const& each = module.modules[id];
    ModuleEmitter emitter(module, id, names, files[each.file], options);
    std::string const stem = file_stem(each);
    if (module.modules.size() == 1 && emitter.parts() == 1) {
      out.push_back({stem + ".cpp", emitter.run_alone(), each.file});
      continue;
    }
    out.push_back({stem + ".hpp", emitter.header(), each.file});
    for (std::size_t part = 0; part < emitter.parts(); ++part) {
      // No Python module's name has a hyphen.
      std::string const name = part == 0 ? stem : fmt::format("{}-{}", stem, part + 1);
      out.push_back({name + ".cpp", emitter.source(part), each.file});
    }
  }
  return out;
}

}  // namespace aiocc::emit
