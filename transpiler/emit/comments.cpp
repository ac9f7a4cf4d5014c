// The source's comments, each given out once.
#include "emit/comments.hpp"

#include <algorithm>
#include <utility>

#include "emit/literals.hpp"

namespace aiocc::emit {

namespace {

std::string_view without_hash(std::string_view text) {
  std::size_t const start = text.find_first_not_of('#');
  return start == std::string_view::npos ? std::string_view() : text.substr(start);
}

}  // namespace

// Those that comments may belong to, by where they begin.
std::vector<ir::FunctionId> Comments::functions_with_comments(ir::Module const& module,
                                                              ir::PythonModule const& own) const {
  std::vector<ir::FunctionId> found;
  for (std::uint32_t index = 0; index < module.functions.size(); ++index) {
    ir::Function const& function = module.functions[ir::FunctionId{index}];
    bool const counts = function.kind != ir::FunctionKind::Module && !function.anonymous && !function.origin;
    if (counts && function.span.file == own.file) found.push_back(ir::FunctionId{index});
  }
  std::ranges::sort(found, {}, [&](ir::FunctionId id) { return std::pair(module.functions[id].span.begin, id); });
  return found;
}

// The innermost function around each of the module's comments, else the module's body.
std::vector<ir::FunctionId> Comments::owners_of_comments(ir::Module const& module, ir::PythonModule const& own) const {
  std::vector<ir::FunctionId> const functions = functions_with_comments(module, own);
  std::vector<ir::FunctionId> owners;
  std::vector<ir::FunctionId> around;
  std::size_t next = 0;
  for (Span const comment : own.comments) {
    for (; next < functions.size() && module.functions[functions[next]].span.begin <= comment.begin; ++next)
      around.push_back(functions[next]);
    while (!around.empty() && module.functions[around.back()].span.end <= comment.begin) around.pop_back();
    owners.push_back(around.empty() ? own.body : around.back());
  }
  return owners;
}

Comments::Comments(ir::Module const& module, ir::PythonModuleId id, SourceFile const& file) : file_(file) {
  ir::PythonModule const& own = module.modules[id];
  std::vector<ir::FunctionId> const owners = owners_of_comments(module, own);
  // The line on which each `def` begins, to find the comments right above it.
  std::unordered_map<std::uint32_t, ir::FunctionId> definitions;
  for (ir::FunctionId const function : functions_with_comments(module, own))
    definitions.emplace(line_of(module.functions[function].span.begin), function);
  for (std::size_t index = own.comments.size(); index-- > 0;) {
    Span const span = own.comments[index];
    std::uint32_t const line = line_of(span.begin);
    bool const alone = file.line_text(line).find_first_not_of(" \t") == file.position(span.begin).column;
    auto const below = definitions.find(line + 1);
    if (alone && below != definitions.end()) {
      ir::FunctionId const function = below->second;
      above_[function].spans.push_back(span);
      definitions[line] = function;
    } else {
      body_[owners[index]].spans.push_back(span);
    }
  }
  for (auto* const all : {&body_, &above_}) {
    for (auto& [function, comments] : *all) std::ranges::reverse(comments.spans);
  }
}

void Comments::write_next(Writer& out, InOrder& comments) {
  out.line("//{}", comment_text(without_hash(file_.text(comments.spans[comments.written++]))));
}

void Comments::write_all(Writer& out, std::unordered_map<ir::FunctionId, InOrder>& of, ir::FunctionId function) {
  auto const found = of.find(function);
  if (found == of.end()) return;
  while (found->second.written < found->second.spans.size()) write_next(out, found->second);
}

void Comments::write_before(Writer& out, ir::FunctionId function, std::uint32_t offset) {
  auto const found = body_.find(function);
  if (found == body_.end()) return;
  InOrder& comments = found->second;
  std::uint32_t const line = line_of(offset);
  while (comments.written < comments.spans.size() && line_of(comments.spans[comments.written].begin) <= line)
    write_next(out, comments);
}

void Comments::write_rest(Writer& out, ir::FunctionId function) { write_all(out, body_, function); }

void Comments::write_above(Writer& out, ir::FunctionId function) { write_all(out, above_, function); }

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
