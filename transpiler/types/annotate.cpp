// Annotations by line: signatures and stores.
#include "types/annotate.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <map>
#include <vector>

#include "ir/printer.hpp"

namespace aiocc::types {
namespace {

class Annotator {
 public:
  Annotator(ir::Module const& module, SourceFileId id, SourceFile const& file)
      : module_(module), id_(id), file_(file) {}

  std::string annotate() {
    for (ir::Function const& function : module_.functions) {
      add_signature(function);
      for (ir::Inst const& inst : function.insts) add_store(function, inst);
    }
    std::string text;
    for (std::uint32_t line = 1; line <= file_.line_count(); ++line) text += annotated(line);
    return text;
  }

 private:
  void add(Span span, std::string note) {
    if (span.file != id_) return;
    auto& notes = notes_[file_.position(span.begin).line];
    for (std::string const& each : notes) {
      if (each == note) return;
    }
    notes.push_back(std::move(note));
  }

  void add_signature(ir::Function const& function) {
    if (function.kind == ir::FunctionKind::Module || function.kind == ir::FunctionKind::ClassBody) return;
    std::string parameters;
    for (ir::Parameter const& parameter : function.parameters) {
      ir::Local const& local = function.locals[parameter.local];
      parameters += fmt::format("{}{}: {}", parameters.empty() ? "" : ", ", local.name.text(),
                                ir::print_type(module_, local.type));
    }
    add(function.name_span,
        fmt::format("def {}({}) -> {}", function.name.text(), parameters, ir::print_type(module_, function.result)));
  }

  void add_store(ir::Function const& function, ir::Inst const& inst) {
    if (auto const* local = std::get_if<ir::StoreLocal>(&inst.node)) {
      note_value(function, inst, function.locals[local->local].name.text(), local->value);
    } else if (auto const* global = std::get_if<ir::StoreGlobal>(&inst.node)) {
      note_value(function, inst, module_.globals[global->global].name.text(), global->value);
    } else if (auto const* field = std::get_if<ir::SetField>(&inst.node)) {
      ir::ClassField const& declared = module_.classes[field->class_id].fields[field->field];
      add(inst.span, fmt::format(".{}: {}", declared.name.text(), ir::print_type(module_, declared.type)));
    }
  }

  void note_value(ir::Function const& function, ir::Inst const& inst, std::string_view name, ir::InstId value) {
    bool const is_definition = function.insts[value].kind() == ir::InstKind::MakeFunction ||
                               function.insts[value].kind() == ir::InstKind::MakeClass ||
                               function.insts[value].kind() == ir::InstKind::MakeDataclass;
    if (!is_definition)
      add(inst.span, fmt::format("{}: {}", name, ir::print_type(module_, function.insts[value].type)));
  }

  std::string annotated(std::uint32_t line) const {
    std::string text(file_.line_text(line));
    auto const found = notes_.find(line);
    if (found != notes_.end()) text += fmt::format("  # {}", fmt::join(found->second, "; "));
    return text + "\n";
  }

  ir::Module const& module_;
  SourceFileId id_;
  SourceFile const& file_;
  std::map<std::uint32_t, std::vector<std::string>> notes_;
};

}  // namespace

std::string annotate(ir::Module const& module, SourceFiles const& files) {
  std::string text;
  for (ir::PythonModule const& each : module.modules) {
    if (module.modules.size() > 1) text += fmt::format("# {}\n", files[each.file].path());
    text += Annotator(module, each.file, files[each.file]).annotate();
  }
  return text;
}

}  // namespace aiocc::types
