// The constant tables at an emitted file's end.
#include "emit/tables.hpp"

#include <algorithm>
#include <filesystem>

#include "emit/literals.hpp"

namespace aiocc::emit {

std::vector<ir::LocalId> signature_order(ir::Function const& function) {
  std::vector<ir::LocalId> out;
  for (bool const variadic : {false, true}) {
    for (ir::Parameter const& parameter : function.parameters) {
      bool const is_variadic =
          parameter.kind == ir::ParameterKind::VarArgs || parameter.kind == ir::ParameterKind::VarKeywords;
      if (is_variadic == variadic) out.push_back(parameter.local);
    }
  }
  return out;
}

Tables::Tables(ir::Module const& module, ir::PythonModuleId id, SourceFile const& file, Names const& names, bool traced)
    : module_(module),
      id_(id),
      file_(file),
      names_(names),
      traced_(traced),
      function_indexes_(module.functions.size()) {
  std::vector<std::uint32_t> counts(module.modules.size());
  for (std::uint32_t index = 0; index < module.functions.size(); ++index) {
    ir::PythonModuleId const owner = module.functions[ir::FunctionId{index}].module;
    function_indexes_[index] = counts[owner.index]++;
    if (owner == id) functions_.push_back(ir::FunctionId{index});
  }
}

std::size_t Tables::add(Entry const& entry) {
  auto const found = indexes_.find(Key(entry));
  return found != indexes_.end() ? found->second : append(entry);
}

std::size_t Tables::append(Entry const& entry) {
  entries_.push_back(entry);
  return indexes_[Key(entry)] = entries_.size() - 1;
}

Tables::Entry Tables::entry_of(ir::FunctionId function, ir::Inst const& inst, ir::FoldId fold) {
  return with_caller({function, inst.span, inst.anchor, inst.marks_hidden, fold, inst.generated_line});
}

Tables::Entry Tables::with_caller(Entry entry) {
  if (!entry.fold) return entry;
  folds_.try_emplace({entry.function, entry.fold}, folds_.size());
  ir::Fold const& fold = module_.functions[entry.function].folds[entry.fold];
  entry.caller = add(with_caller({entry.function, fold.call, fold.call_anchor, fold.call_marks_hidden, fold.outer}));
  return entry;
}

std::string Tables::at(ir::FunctionId function, ir::Inst const& inst, ir::FoldId fold) {
  if (!traced_) return "nullptr";
  return fmt::format("AT({})", add(entry_of(function, inst, fold)));
}

void Tables::join(ir::FunctionId function, ir::Inst const& call, ir::Inst const& lookup) {
  if (!traced_) return;
  Entry const called = entry_of(function, call, call.fold);
  Entry const looked_up = entry_of(function, lookup, lookup.fold);
  append(called);
  append(looked_up);
}

std::string Tables::definition(ir::FunctionId function) {
  return fmt::format("&{}.definition", this->function(function));
}

std::string Tables::function(ir::FunctionId function) const {
  ir::PythonModuleId const owner = module_.functions[function].module;
  if (owner == id_) return fmt::format("FUNCTION({})", index_of(function));
  return fmt::format("{}functions[{}]", names_.prefix(owner), index_of(function));
}

// In code points, as marks are counted.
std::uint32_t Tables::column_in(LineColumn place) const {
  return count_code_points(file_.line_text(place.line).substr(0, place.column));
}

void Tables::write_span(Writer& out, Entry const& entry) const {
  if (entry.line != 0) return out.line("{{{}, {}, {}, 0, 0, true}},", code(entry), entry.line, entry.line);
  LineColumn const begin = file_.position(entry.span.begin);
  LineColumn const end = file_.position(entry.span.end);
  std::string rest;
  if (entry.anchor.end > entry.anchor.begin) {
    LineColumn const first = file_.position(entry.anchor.begin);
    LineColumn const last = file_.position(entry.anchor.end);
    rest = fmt::format(", {}, {}, {}, {}, {}", entry.marks_hidden, first.line, column_in(first), last.line,
                       column_in(last));
  } else if (entry.fold) {
    rest = fmt::format(", {}, 0, 0, 0, 0", entry.marks_hidden);
  } else if (entry.marks_hidden) {
    rest = ", true";
  }
  if (entry.fold) rest += fmt::format(", AT({})", entry.caller);
  out.line("{{{}, {}, {}, {}, {}{}}},", code(entry), begin.line, end.line, column_in(begin), column_in(end), rest);
}

std::string Tables::code(Entry const& entry) const {
  if (entry.fold) return fmt::format("&folds[{}]", folds_.at({entry.function, entry.fold}));
  return fmt::format("&functions[{}].code", index_of(entry.function));
}

// The frames that tracebacks show of generator expressions which run inside other functions.
void Tables::write_folds(Writer& out) const {
  if (folds_.empty()) return;
  std::vector<FoldKey> ordered(folds_.size());
  for (auto const& [key, index] : folds_) ordered[index] = key;
  std::string codes;
  for (std::size_t index = 0; index < ordered.size(); ++index) {
    ir::Fold const& fold = module_.functions[ordered[index].first].folds[ordered[index].second];
    std::string names;
    for (NameId const name : fold.names) names += string_literal(name.text()) + ", ";
    out.line("constexpr char const* fold_variables_{}[] = {{{}nullptr}};", index, names);
    codes += fmt::format(
        "{{file_name, \"<genexpr>\", {}, {}, nullptr, module_name, fold_variables_{}, global_names, source_lines}},\n",
        string_literal(fold.qualified_name), file_.position(fold.span.begin).line, index);
  }
  out.line("const Code folds[] = {{\n{}}};", codes);
}

namespace {

bool is_plain(ir::Local const& local) {
  return local.kind != ir::LocalKind::Temporary && !local.captured && !local.free;
}

bool is_own_cell(ir::Local const& local) { return local.captured && !local.free; }

// Plain variables, then its own in cells, then those of enclosing functions as its cells are passed.
std::vector<ir::LocalId> named_variables(ir::Function const& function) {
  std::vector<ir::LocalId> out;
  for (std::uint32_t index = 0; index < function.locals.size(); ++index)
    if (is_plain(function.locals[ir::LocalId{index}])) out.push_back(ir::LocalId{index});
  for (std::uint32_t index = 0; index < function.locals.size(); ++index)
    if (is_own_cell(function.locals[ir::LocalId{index}])) out.push_back(ir::LocalId{index});
  for (ir::Capture const& capture : function.captures) out.push_back(capture.inner);
  return out;
}

// What calling the function gives, where that isn't just its result.
char const* code_kind(ir::FunctionKind kind) {
  switch (kind) {
    case ir::FunctionKind::Module:
    case ir::FunctionKind::Function:
    case ir::FunctionKind::ClassBody: return "";
    case ir::FunctionKind::Coroutine: return "Coroutine";
    case ir::FunctionKind::Generator: return "Generator";
    case ir::FunctionKind::AsyncGenerator: return "AsyncGenerator";
  }
  return "";
}

// The last fields of what is known of a function, as far as they differ from their defaults: its kind, and how many of its variables are in cells,
// its own and others'.
std::string function_details(ir::Function const& function) {
  std::string const kind = code_kind(function.kind);
  auto const own = std::ranges::count_if(function.locals, is_own_cell);
  if (own == 0 && function.captures.empty()) return kind.empty() ? "" : ", CodeKind::" + kind;
  return fmt::format(", CodeKind::{}, {}, {}", kind.empty() ? "Function" : kind, own, function.captures.size());
}

}  // namespace

void Tables::write_function(Writer& out, ir::FunctionId id) const {
  ir::Function const& function = module_.functions[id];
  std::size_t counts[5] = {};
  for (ir::Parameter const& parameter : function.parameters) ++counts[static_cast<std::size_t>(parameter.kind)];
  bool const module_body = function.kind == ir::FunctionKind::Module;
  std::string const display = module_body ? "<module>" : std::string(function.name.text());
  std::string const qualified = module_body ? display : function.qualified_name;
  std::uint32_t const index = index_of(id);
  std::string const names = function.parameters.empty() ? "nullptr" : fmt::format("parameters_{}", index);
  Span const first = function.decorator_span.file ? function.decorator_span : function.span;
  // Positional ones include the positional-only.
  std::uint32_t const line = file_.position(function.name_span.begin).line;
  std::uint32_t const column = file_.code_point_column(function.name_span.begin);
  out.line(
      "{{{{{}, {}, {}, {}, {}, module_name, variables_{}, global_names{}}}, {{{}, {}, {}, {}, {}, {}}},\n"
      "{{&functions[{}].code, {}, {}, {}, {}}}{}}},",
      function.generated ? "\"<string>\"" : "file_name", string_literal(display), string_literal(qualified),
      function.generated ? ir::line_of_generated_def : file_.position(first.begin).line,
      function.docstring ? string_literal(*function.docstring) : "nullptr", index,
      traced_ && !function.generated ? ", source_lines" : "", names, counts[0], counts[0] + counts[1], counts[3],
      counts[2] != 0, counts[4] != 0, index, line, line, column, column + function.name.text().size(),
      function_details(function));
}

void Tables::write_globals(Writer& out) const {
  out.line("const GlobalName global_names[] = {{");
  for (std::uint32_t index = 0; index < module_.globals.size(); ++index) {
    ir::Global const& global = module_.globals[ir::GlobalId{index}];
    if (global.module != id_ || global.hidden) continue;
    std::string const variable =
        module_.types.is_word(global.type) ? "&" + names_.global(ir::GlobalId{index}) : "nullptr";
    out.line("{{{}, {}}},", string_literal(global.name.text()), variable);
  }
  out.line("{{nullptr, nullptr}}}};");
}

// As CPython names it in tracebacks: absolute. Of a module of the library, which leaves no trace, the path below the library's folder.
std::string Tables::file_name() const {
  bool const is_file = !file_.path().starts_with('<');
  if (traced_) return is_file ? std::filesystem::absolute(file_.path()).string() : file_.path();
  ir::PythonModule const& own = module_.modules[id_];
  std::string path(own.name.text());
  std::ranges::replace(path, '.', '/');
  return path + (own.is_package ? "/__init__.py" : ".py");
}

// The names of a function's parameters and variables.
void Tables::write_names(Writer& out, ir::FunctionId id) const {
  ir::Function const& function = module_.functions[id];
  std::string parameters;
  for (ir::LocalId parameter : signature_order(function))
    parameters += string_literal(function.locals[parameter].name.text()) + ", ";
  if (!parameters.empty()) out.line("constexpr char const* parameters_{}[] = {{{}}};", index_of(id), parameters);
  std::string variables;
  for (ir::LocalId variable : named_variables(function))
    variables += string_literal(function.locals[variable].name.text()) + ", ";
  out.line("constexpr char const* variables_{}[] = {{{}nullptr}};", index_of(id), variables);
}

void Tables::write(Writer& out) const {
  // One entry a line, as they're written: the formatter would take longer for them than for all the rest.
  out.line("// clang-format off");
  write_globals(out);
  out.line("constexpr char const* file_name = {};", string_literal(file_name()));
  out.line("constexpr char const* module_name = {};", string_literal(module_.modules[id_].name.text()));
  if (traced_) write_source(out);
  for (ir::FunctionId function : functions_) write_names(out, function);
  out.line("const FunctionInfo functions[] = {{");
  for (ir::FunctionId function : functions_) write_function(out, function);
  out.line("}};");
  if (traced_) write_spans(out);
  out.line("// clang-format on");
}

void Tables::write_source(Writer& out) const {
  out.line("constexpr char const* source_lines[] = {{");
  for (std::uint32_t line = 1; line <= file_.line_count(); ++line)
    out.line("{},", string_literal(file_.line_text(line)));
  out.line("}};");
}

void Tables::write_spans(Writer& out) const {
  write_folds(out);
  out.line("const Span spans[] = {{");
  for (Entry const& entry : entries_) write_span(out, entry);
  if (entries_.empty()) out.line("{{}},");
  out.line("}};");
}

}  // namespace aiocc::emit
