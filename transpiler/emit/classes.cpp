// A user's classes as C++ structs.
#include "emit/classes.hpp"

#include "bindings/bindings.hpp"
#include "emit/comments.hpp"
#include "emit/literals.hpp"

namespace aiocc::emit {

namespace {

std::string base_struct(ir::Module const& module, ir::Class const& declared, Names const& names) {
  if (declared.base) return names.class_(declared.base);
  (void)module;
  if (declared.native_base) {
    bindings::Class const* const base = bindings::find_class(declared.native_base.text());
    if (base && !base->layout.empty()) return std::string(base->layout);
  }
  return "Instance";
}

// The layout is known statically, so the class can have fields.
bool has_layout(ir::Class const& declared) { return declared.base || declared.native_base; }

std::size_t inherited_fields(ir::Module const& module, ir::Class const& declared) {
  return declared.base ? module.classes[declared.base].fields.size() : 0;
}

// How a field's value is kept; of a word, its type where that's all that it can be.
char const* storage(ir::Module const& module, ir::TypeId type) {
  switch (module.types[type].kind) {
    case ir::TypeKind::Float: return "Storage::Double";
    case ir::TypeKind::IntOrFloat: return "Storage::IntOrFloat";
    case ir::TypeKind::Bool: return "Storage::Bool";
    case ir::TypeKind::Int: return "Storage::Word, false, &int_type";
    case ir::TypeKind::Str: return "Storage::Word, false, &str_type";
    case ir::TypeKind::Bytes: return "Storage::Word, false, &bytes_type";
    case ir::TypeKind::List: return "Storage::Word, false, &list_type";
    case ir::TypeKind::Dict: return "Storage::Word, false, &dict_type";
    case ir::TypeKind::Set: return "Storage::Word, false, &set_type";
    case ir::TypeKind::Tuple:
    case ir::TypeKind::TupleOf: return "Storage::Word, false, &tuple_type";
    default: return "Storage::Word";
  }
}

// Of each class, in the order of the program.
std::vector<std::vector<ir::FunctionId>> methods_of(ir::Module const& module) {
  std::vector<std::vector<ir::FunctionId>> methods(module.classes.size());
  for (std::uint32_t index = 0; index < module.functions.size(); ++index) {
    ir::Function const& function = module.functions[ir::FunctionId{index}];
    if (function.class_id && function.kind != ir::FunctionKind::ClassBody)
      methods[function.class_id.index].push_back(ir::FunctionId{index});
  }
  return methods;
}

}  // namespace

std::vector<ir::ClassId> classes_of(ir::Module const& module, ir::PythonModuleId own) {
  std::vector<ir::ClassId> classes;
  for (std::uint32_t index = 0; index < module.classes.size(); ++index) {
    if (module.classes[ir::ClassId{index}].module == own) classes.push_back(ir::ClassId{index});
  }
  return classes;
}

void write_classes(Writer& out, ir::Module const& module, ir::PythonModuleId own, Names const& names,
                   CppTypes const& types, ModuleContext const& context) {
  std::vector<ir::ClassId> const classes = classes_of(module, own);
  std::vector<std::vector<ir::FunctionId>> const methods = methods_of(module);
  // They may name each other.
  if (classes.size() > 1)
    for (ir::ClassId id : classes) out.line("struct {};", names.class_(id));
  for (ir::ClassId id : classes) {
    ir::Class const& declared = module.classes[id];
    if (declared.docstring) write_docstring(out, *declared.docstring);
    out.line("struct {} : {} {{", names.class_(id), base_struct(module, declared, names));
    out.line("static inline Type* class_object = nullptr;");
    if (has_layout(declared)) {
      for (std::size_t field = inherited_fields(module, declared); field < declared.fields.size(); ++field)
        out.line("{} {};", types.value(declared.fields[field].type),
                 names.field(id, static_cast<std::uint32_t>(field)));
    }
    if (!methods[id.index].empty()) out.blank();
    for (ir::FunctionId method : methods[id.index])
      out.line("static {};", FunctionEmitter(const_cast<ModuleContext&>(context), method).head(false));
    out.line("}};");
    out.line("extern const ClassSpec {}_class;\n", names.class_(id));
  }
}

void write_class_tables(Writer& out, ir::Module const& module, ir::PythonModuleId own, Names const& names,
                        ModuleContext const& context) {
  std::vector<ir::ClassId> const classes = classes_of(module, own);
  if (classes.empty()) return;
  out.line("#pragma GCC diagnostic ignored \"-Winvalid-offsetof\"");
  for (ir::ClassId id : classes) {
    ir::Class const& declared = module.classes[id];
    std::string const name = names.class_(id);
    std::size_t const first = has_layout(declared) ? inherited_fields(module, declared) : declared.fields.size();
    std::size_t const count = declared.fields.size() - first;
    if (count != 0) {
      out.line("const Field {}_fields[] = {{", name);
      for (std::size_t field = first; field < declared.fields.size(); ++field) {
        out.line("{{{}, offsetof({}, {}), {}}},", string_literal(declared.fields[field].name.text()), name,
                 names.field(id, static_cast<std::uint32_t>(field)), storage(module, declared.fields[field].type));
      }
      out.line("}};");
    }
    std::string const fields = count != 0 ? name + "_fields" : "nullptr";
    std::string stored;
    for (NameId attribute : declared.stored_attributes)
      stored += (stored.empty() ? "" : " ") + std::string(attribute.text());
    out.line("const ClassSpec {}_class = {{{}, {}, module_name, {}, {}, {}, {}, {}, {}, {}}};", name,
             string_literal(declared.name.text()), string_literal(declared.qualified_name),
             declared.docstring ? string_literal(*declared.docstring) : "nullptr",
             has_layout(declared) ? fmt::format("sizeof({})", name) : "0", fields, count,
             context.file.position(declared.span.begin).line, declared.has_annotations, string_literal(stored));
  }
}

}  // namespace aiocc::emit
