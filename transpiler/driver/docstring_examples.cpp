// Examples in docstrings.
#include "driver/docstring_examples.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "driver/modules.hpp"
#include "driver/python_literal.hpp"
#include "frontend/parse.hpp"
#include "syntax/walk.hpp"

namespace aiocc::driver {
namespace {

using Lines = std::vector<std::string>;

// With tabs as spaces up to the next multiple of eight.
std::string expanded(std::string_view line) {
  std::string out;
  std::size_t column = 0;
  for (char const c : line) {
    if (c == '\t') {
      std::size_t const spaces = 8 - column % 8;
      out.append(spaces, ' ');
      column += spaces;
      continue;
    }
    out += c;
    if ((static_cast<unsigned char>(c) & 0xC0) != 0x80) ++column;
  }
  return out;
}

Lines lines_of(std::string_view text) {
  Lines lines;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    std::size_t const end = std::min(text.find('\n', begin), text.size());
    lines.push_back(expanded(text.substr(begin, end - begin)));
    begin = end + 1;
  }
  return lines;
}

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }
bool begins_with(std::string_view line, std::string_view prompt) {
  return line.substr(indent_of(line)).starts_with(prompt);
}

// What stands behind the prompt; nothing where no blank does.
std::optional<std::string> behind_prompt(std::string_view line, std::size_t indent) {
  std::string_view const rest = line.size() > indent + 3 ? line.substr(indent + 3) : std::string_view();
  if (!rest.empty() && rest[0] != ' ') return std::nullopt;
  return std::string(rest.empty() ? rest : rest.substr(1));
}

bool is_blank_or_comment(std::string_view source) {
  if (std::ranges::count(source, '\n') > 1) return false;
  std::string_view const text = source.substr(indent_of(source));
  return text.empty() || text == "\n" || text[0] == '#';
}

// The sources of a text's examples, as doctest's parser finds them; none where it finds fault with the text.
Lines find_examples(std::string_view text) {
  Lines const lines = lines_of(text);
  Lines sources;
  for (std::size_t i = 0; i < lines.size();) {
    if (!begins_with(lines[i], ">>>")) {
      ++i;
      continue;
    }
    std::size_t const indent = indent_of(lines[i]);
    std::string source;
    do {
      std::optional<std::string> const part = behind_prompt(lines[i], indent);
      if (!part) return {};
      source += *part + "\n";
      ++i;
    } while (i < lines.size() && begins_with(lines[i], "..."));
    // The last of several lines may be empty; it's none of its own.
    if (source.size() > 1 && source.ends_with("\n\n")) source.pop_back();
    if (!is_blank_or_comment(source)) sources.push_back(std::move(source));
    while (i < lines.size() && indent_of(lines[i]) < lines[i].size() && !begins_with(lines[i], ">>>")) ++i;
  }
  return sources;
}

// One example, parsed by itself.
class Example {
 public:
  explicit Example(std::string const& source) {
    file_ = files_.add(SourceFile("<doctest>", source));
    Diagnostics diagnostics;
    ast_ = frontend::parse(files_, file_, diagnostics);
    if (!ast_) {
      Diagnostic const& first = *diagnostics.begin();
      bool const is_wrong = first.code != Code::UnsupportedConstruct;
      refuse(is_wrong ? "SyntaxError" : "NotImplementedError",
             is_wrong ? first.message : "aiocc doesn't support " + first.message);
      return;
    }
    names_ = own_names(*ast_);
    check_statements();
  }

  std::vector<NameId> const& names() const { return names_; }

  // Its statements, indented by `margin`.
  std::string text(std::string const& margin) const {
    if (!refusal_.empty()) return margin + refusal_ + "\n";
    SourceFile const& file = files_[file_];
    std::map<std::uint32_t, std::string> insertions;
    for (syntax::StmtId const stmt : ast_->body) show_values(stmt, insertions);
    for (std::uint32_t line = 1; line <= file.line_count(); ++line) {
      std::uint32_t const begin = file.line_begin(line);
      if (begin < file.text().size() && !is_in_literal(*ast_, begin)) insertions[begin].insert(0, margin);
    }
    std::string out;
    std::uint32_t done = 0;
    for (auto const& [place, inserted] : insertions) {
      out += file.text().substr(done, place - done);
      out += inserted;
      done = place;
    }
    out += file.text().substr(done);
    return out + names_in_text(margin);
  }

 private:
  void refuse(std::string_view error, std::string_view message) {
    refusal_ = fmt::format("raise {}({})", error, python_literal(message));
  }

  void check_statements() {
    SourceFile const& file = files_[file_];
    for (std::size_t i = 1; i < ast_->body.size(); ++i) {
      if (file.position(ast_->span(ast_->body[i]).begin).line > file.position(ast_->span(ast_->body[i - 1]).begin).line)
        return refuse("SyntaxError", "multiple statements found while compiling a single statement");
    }
    for (syntax::Stmt const& stmt : ast_->stmts) {
      auto const* const from = std::get_if<syntax::ImportFrom>(&stmt.node);
      bool const is_star = from && from->names[0].name.text() == "*";
      if (is_star || std::holds_alternative<syntax::Global>(stmt.node))
        return refuse("NotImplementedError", "aiocc runs no examples with `global` or `import *`");
    }
  }

  // Interactive Python prints what expressions give that are statements, but for those in functions and classes.
  void show_values(syntax::StmtId id, std::map<std::uint32_t, std::string>& insertions) const {
    if (ast_->is<syntax::FunctionDef>(id) || ast_->is<syntax::AsyncFunctionDef>(id) || ast_->is<syntax::ClassDef>(id))
      return;
    if (ast_->is<syntax::ExprStmt>(id)) {
      Span const span = ast_->span(id);
      // The value may be a tuple without parentheses.
      insertions[span.begin] += "__show__((";
      insertions[span.end] += "))";
      return;
    }
    show_values_below(ast_->stmts[id].node, insertions);
  }

  template <class Node>
  void show_values_below(Node const& node, std::map<std::uint32_t, std::string>& insertions) const {
    std::visit(
        [&](auto const& each) {
          syntax::for_each_child_of(each, [&](auto child) {
            if constexpr (std::same_as<decltype(child), syntax::StmtId>) show_values(child, insertions);
          });
        },
        node);
  }

  // Functions and classes are called as if they were the module's.
  std::string names_in_text(std::string const& margin) const {
    std::string out;
    for (syntax::StmtId const id : ast_->body) {
      NameId name;
      if (auto const* function = ast_->get_if<syntax::FunctionDef>(id))
        name = function->decorator_list.empty() ? function->name : NameId();
      if (auto const* coroutine = ast_->get_if<syntax::AsyncFunctionDef>(id))
        name = coroutine->decorator_list.empty() ? coroutine->name : NameId();
      if (auto const* cls = ast_->get_if<syntax::ClassDef>(id))
        name = cls->decorator_list.empty() ? cls->name : NameId();
      if (name) out += fmt::format("{0}{1}.__qualname__ = \"{1}\"\n", margin, name.text());
    }
    return out;
  }

  SourceFiles files_;
  SourceFileId file_;
  std::optional<syntax::Ast> ast_;
  std::vector<NameId> names_;
  // What is raised in the example's place.
  std::string refusal_;
};

// The function of one text's examples, and the call that hands it over.
std::string function_of(Lines const& sources, std::set<NameId> const& globals) {
  std::vector<Example> examples(sources.begin(), sources.end());
  std::set<std::string_view> copied;
  for (Example const& example : examples) {
    for (NameId name : example.names()) {
      bool const is_implicit = name.text().starts_with("__") && name.text().ends_with("__");
      if (globals.contains(name) && !is_implicit) copied.insert(name.text());
    }
  }
  std::string out;
  std::string key;
  for (std::string_view name : copied) out += fmt::format("    def __load_{0}__():\n        return {0}\n", name);
  out += "    def __run__(__begin__, __show__, __fail__):\n";
  for (std::string_view name : copied)
    out += fmt::format("        try:\n            {0} = __load_{0}__()\n        except NameError:\n            pass\n",
                       name);
  for (std::size_t i = 0; i < examples.size(); ++i) {
    out += fmt::format("        if __begin__({}):\n            try:\n{}", i, examples[i].text(std::string(16, ' ')));
    out += "            except BaseException as __error__:\n                __fail__(__error__)\n";
    key += sources[i];
  }
  return out + fmt::format("    __keep__(__name__, {}, __run__)\n", python_literal(key));
}

}  // namespace

std::string docstring_examples(syntax::Ast const& ast) {
  std::vector<NameId> const names = own_names(ast);
  std::set<NameId> const globals(names.begin(), names.end());
  std::set<Lines> seen;
  std::string functions;
  for (syntax::Expr const& expr : ast.exprs) {
    auto const* const constant = std::get_if<syntax::Constant>(&expr.node);
    auto const* const str = constant ? std::get_if<syntax::StrValue>(&constant->value) : nullptr;
    if (!str || str->text.find(">>>") == std::string_view::npos) continue;
    Lines const sources = find_examples(str->text);
    if (!sources.empty() && seen.insert(sources).second) functions += function_of(sources, globals);
  }
  if (functions.empty()) return {};
  return "def __docstring_examples__():\n    from _doctest_examples import keep as __keep__\n" + functions +
         "__docstring_examples__()\ndel __docstring_examples__\n";
}

void move_to_front(syntax::Ast& ast, std::size_t count) {
  std::vector<syntax::StmtId> body(ast.body.begin(), ast.body.end());
  std::size_t place = 0;
  auto const comes_first = [&](syntax::StmtId id) {
    auto const* const from = ast.get_if<syntax::ImportFrom>(id);
    return (from && from->module && from->module.text() == "__future__") ||
           (place == 0 && ast.is<syntax::ExprStmt>(id));
  };
  while (place < body.size() - count && comes_first(body[place])) ++place;
  auto const front = body.begin() + static_cast<std::ptrdiff_t>(place);
  std::rotate(front, body.end() - static_cast<std::ptrdiff_t>(count), body.end());
  ast.body = ast.arena.copy(body);
}

}  // namespace aiocc::driver
