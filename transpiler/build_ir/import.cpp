// `import` and `from ... import`.
#include "bindings/bindings.hpp"
#include "build_ir/function_builder.hpp"

namespace aiocc::build_ir {
namespace {

std::string joined(NameId module, NameId name) { return std::string(module.text()) + "." + std::string(name.text()); }

}  // namespace

void FunctionBuilder::build(syntax::Import const& node, syntax::StmtId id) {
  for (syntax::Alias const& alias : node.names) {
    check_import(alias.name.text(), alias.span);
    std::string_view const dotted = alias.name.text();
    NameId const first = NameId::of(dotted.substr(0, dotted.find('.')));
    bool const binds_first = !alias.asname && first != alias.name;
    ir::InstId const module = add(place(id), ir::Import{.name = alias.name, .first_component = binds_first});
    NameId const bound = alias.asname ? alias.asname : first;
    store_name(bound, module, place(id));
    if (ir::GlobalId const global = stable_global(bound)) module_.note_import(global, binds_first ? first : alias.name);
  }
}

void FunctionBuilder::build(syntax::ImportFrom const& node, syntax::StmtId id) {
  if (node.level > 0) {
    unsupported(ast().span(id), "a relative import");
    return;
  }
  if (node.module.text() == "__future__") return;
  check_import(node.module.text(), ast().span(id));
  for (syntax::Alias const& alias : node.names) {
    if (alias.name.text() == "*") {
      unsupported(alias.span, "`import *`");
      continue;
    }
    if (bindings::find_module(node.module.text())) check_import(joined(node.module, alias.name), alias.span);
    NameId const bound = alias.asname ? alias.asname : alias.name;
    store_name(bound, add(place(id), ir::ImportFrom{node.module, alias.name}), place(id));
    if (ir::GlobalId const global = stable_global(bound)) module_.note_import(global, NameId::of(joined(node.module, alias.name)));
  }
}

// `dotted` is a module, or a member of one.
void FunctionBuilder::check_import(std::string_view dotted, Span span) {
  if (bindings::find_module(dotted)) return;
  std::size_t const dot = dotted.rfind('.');
  bindings::Module const* owner = dot == std::string_view::npos ? nullptr : bindings::find_module(dotted.substr(0, dot));
  if (owner && owner->has(dotted.substr(dot + 1))) return;
  module_.diagnostics.report<Code::UnsupportedImport>(span, dotted);
}

}  // namespace aiocc::build_ir
