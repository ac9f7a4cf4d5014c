// The source's comments, each given out once.
#include "emit/comments.hpp"

#include "emit/literals.hpp"

namespace aiocc::emit {

namespace {

std::string_view without_hash(std::string_view text) {
  std::size_t const start = text.find_first_not_of('#');
  return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

}  // namespace

ir::FunctionId Comments::owner_of(ir::Module const& module, ir::PythonModule const& own, Span comment) const {
  ir::FunctionId owner = own.body;
  std::uint32_t best = 0;
  for (std::uint32_t index = 0; index < module.functions.size(); ++index) {
    ir::Function const& function = module.functions[ir::FunctionId{index}];
    if (function.span.file != own.file) continue;
    bool const inside = function.span.begin <= comment.begin && comment.begin < function.span.end;
    bool const counts = function.kind != ir::FunctionKind::Module && !function.anonymous && !function.origin;
    if (inside && counts && function.span.begin >= best) {
      best = function.span.begin;
      owner = ir::FunctionId{index};
    }
  }
  return owner;
}

Comments::Comments(ir::Module const& module, ir::PythonModuleId id, SourceFile const& file) : file_(file) {
  ir::PythonModule const& own = module.modules[id];
  // The line on which each `def` begins, to find the comments right above it.
  std::map<std::uint32_t, ir::FunctionId> definitions;
  for (std::uint32_t index = 0; index < module.functions.size(); ++index) {
    ir::Function const& function = module.functions[ir::FunctionId{index}];
    bool const defined = function.kind != ir::FunctionKind::Module && !function.anonymous && !function.origin;
    if (defined && function.module == id) definitions.emplace(line_of(function.span.begin), ir::FunctionId{index});
  }
  for (std::size_t index = own.comments.size(); index-- > 0;) {
    Span const span = own.comments[index];
    std::uint32_t const line = line_of(span.begin);
    bool const alone = file.line_text(line).find_first_not_of(" \t") == file.position(span.begin).column;
    auto const below = definitions.find(line + 1);
    if (alone && below != definitions.end()) {
      ir::FunctionId const function = below->second;
      above_[function].insert(above_[function].begin(), Entry{span});
      definitions[line] = function;
    } else {
      auto& entries = body_[owner_of(module, own, span)];
      entries.insert(entries.begin(), Entry{span});
    }
  }
}

void Comments::write(Writer& out, Entry& entry) {
  if (entry.written) return;
  entry.written = true;
  out.line("//{}", comment_text(without_hash(file_.text(entry.span))));
}

void Comments::write_before(Writer& out, ir::FunctionId function, std::uint32_t offset) {
  auto const found = body_.find(function);
  if (found == body_.end()) return;
  std::uint32_t const line = line_of(offset);
  for (Entry& entry : found->second) {
    if (line_of(entry.span.begin) > line) return;
    write(out, entry);
  }
}

void Comments::write_rest(Writer& out, ir::FunctionId function) {
  if (auto const found = body_.find(function); found != body_.end()) {
    for (Entry& entry : found->second) write(out, entry);
  }
}

void Comments::write_above(Writer& out, ir::FunctionId function) {
  if (auto const found = above_.find(function); found != above_.end()) {
    for (Entry& entry : found->second) write(out, entry);
  }
}

void write_docstring(Writer& out, std::string_view text) {
  std::size_t const first = text.find_first_not_of(" \t\n");
  if (first == std::string_view::npos) return;
  text = text.substr(first, text.find_last_not_of(" \t\n") + 1 - first);
  while (!text.empty()) {
    std::size_t const end = text.find('\n');
    std::string_view line = text.substr(0, end);
    std::size_t const start = line.find_first_not_of(" \t");
    line = start == std::string_view::npos ? std::string_view() : line.substr(start);
    out.line("/// {}", comment_text(line));
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
  }
}

}  // namespace aiocc::emit
