// A module as one C++ file: declarations, classes, functions, the module's body, the constant tables.
#include "emit/emit.hpp"

#include <filesystem>

#include "bindings/bindings.hpp"
#include "emit/classes.hpp"
#include "emit/format.hpp"
#include "emit/function_emitter.hpp"
#include "emit/literals.hpp"

namespace aiocc::emit {

namespace {

class ModuleEmitter {
 public:
  ModuleEmitter(ir::Module const& module, SourceFile const& file, Options const& options)
      : module_(module), own_(module.modules[ir::PythonModuleId{0}]), file_(file), library_(options.library), names_(module),
        types_(module, names_), tables_(module, ir::PythonModuleId{0}, file, names_, !library_),
        comments_(module, ir::PythonModuleId{0}, file),
        context_{module, file_, names_, types_, tables_, comments_, has_coroutines()} {}

  std::string run() {
    std::string const functions = definitions();
    std::string const classes = class_declarations();
    Writer out;
    out.line("// Compiled from {} by aiocc.", comment_text(base_name()));
    if (own_.docstring) {
      out.line("//");
      write_module_docstring(out);
    }
    out.line("#include <aiocc/aiocc.hpp>\n\nusing namespace aiocc;\n");
    for (NameId name : module_.library_modules) out.line("AIOCC_LIBRARY_MODULE({});", library_namespace(name.text()));
    out.blank();
    std::string const space = library_ ? library_namespace(own_.name.text()) : "python::" + names_.module();
    out.line("namespace {} {{", space);
    if (library_) out.line("extern const CompiledModule module_;");
    out.line("namespace {{\n");
    out.line("extern const Span spans[];\nextern const FunctionInfo functions[];\nextern const GlobalName global_names[];\n");
    out.raw(classes);
    write_globals(out);
    write_prototypes(out);
    out.raw(functions);
    tables_.write(out);
    write_class_tables(out, module_, names_, context_);
    out.line("\n}}  // namespace\n");
    write_module(out);
    out.line("\n}}  // namespace {}\n", space);
    if (!library_) out.line("AIOCC_MAIN({}::module_)", space);
    return format(out.text());
  }

 private:
  // What the runtime needs to know of the module to import it.
  void write_module(Writer& out) const {
    bindings::Module const* const native = library_ ? bindings::find_module(own_.name.text()) : nullptr;
    std::string const file = library_ ? "nullptr" : string_literal(std::filesystem::absolute(file_.path()).string());
    out.line("const CompiledModule module_ = {{{}, {}, {}, {}, global_names, {}, module_body}};", string_literal(own_.name.text()), file,
             own_.docstring ? string_literal(*own_.docstring) : "nullptr", own_.is_package,
             native ? fmt::format("&{}", native->native) : "nullptr");
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

  std::string_view base_name() const {
    std::string_view const path = file_.path();
    std::size_t const slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
  }

  void write_module_docstring(Writer& out) const {
    std::string_view text = *own_.docstring;
    while (!text.empty()) {
      std::size_t const end = text.find('\n');
      out.line("// {}", comment_text(text.substr(0, end)));
      text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    }
  }

  std::string definitions() {
    std::string out;
    for (std::uint32_t index = 0; index < module_.functions.size(); ++index) {
      if (ir::FunctionId{index} == own_.body) continue;
      out += FunctionEmitter(context_, ir::FunctionId{index}).definition() + "\n";
    }
    return out + FunctionEmitter(context_, own_.body).definition() + "\n";
  }

  std::string class_declarations() const {
    Writer out;
    write_classes(out, module_, names_, types_, context_);
    return out.text();
  }

  void write_globals(Writer& out) const {
    for (std::uint32_t index = 0; index < module_.globals.size(); ++index) {
      ir::GlobalId const id{index};
      out.line("AIOCC_GLOBAL {} {}{{}};", types_.value(module_.globals[id].type), names_.global(id));
    }
    out.blank();
  }

  void write_prototypes(Writer& out) const {
    for (std::uint32_t index = 0; index < module_.functions.size(); ++index) {
      ir::FunctionId const id{index};
      ir::Function const& function = module_.functions[id];
      bool const in_class = function.class_id && function.kind != ir::FunctionKind::ClassBody;
      if (!in_class) out.line("{};", FunctionEmitter(const_cast<ModuleContext&>(context_), id).head(false));
    }
    out.blank();
  }

  ir::Module const& module_;
  ir::PythonModule const& own_;
  SourceFile const& file_;
  bool library_;
  Names names_;
  CppTypes types_;
  Tables tables_;
  Comments comments_;
  ModuleContext context_;
};

}  // namespace

std::string emit(ir::Module const& module, SourceFiles const& files, Options const& options) {
  return ModuleEmitter(module, files[module.modules[ir::PythonModuleId{0}].file], options).run();
}

}  // namespace aiocc::emit
