// Statements in texts.
#include "driver/timed_statements.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>
#include <vector>

#include "driver/modules.hpp"
#include "driver/python_literal.hpp"
#include "frontend/parse.hpp"
#include "semantics/analyze.hpp"
#include "semantics/scoped_walk.hpp"

namespace aiocc::driver {
namespace {

// What stands around a text's holes: one piece where there are none.
using Pieces = std::vector<std::string>;

// Longer texts are no statements to take the time of.
constexpr std::size_t longest = 2000;

std::string hole(std::size_t index) { return fmt::format("__hole_{}__", index); }

std::optional<Pieces> pieces_of(syntax::Ast const& ast, syntax::Expr const& expr) {
  if (auto const* const constant = std::get_if<syntax::Constant>(&expr.node)) {
    auto const* const str = std::get_if<syntax::StrValue>(&constant->value);
    return str ? std::optional<Pieces>({std::string(str->text)}) : std::nullopt;
  }
  auto const* const joined = std::get_if<syntax::JoinedStr>(&expr.node);
  if (!joined) return std::nullopt;
  Pieces pieces = {""};
  for (syntax::ExprId const part : joined->values) {
    if (auto const* const formatted = ast.get_if<syntax::FormattedValue>(part)) {
      if (formatted->conversion != -1 || formatted->format_spec) return std::nullopt;
      pieces.emplace_back();
      continue;
    }
    auto const* const constant = ast.get_if<syntax::Constant>(part);
    auto const* const str = constant ? std::get_if<syntax::StrValue>(&constant->value) : nullptr;
    if (!str) return std::nullopt;
    pieces.back() += str->text;
  }
  return pieces;
}

// One text, parsed by itself.
class TimedText {
 public:
  TimedText(Pieces const& pieces, std::set<NameId> const& globals) : pieces_(pieces), globals_(globals) {
    std::string text = pieces[0];
    for (std::size_t i = 1; i < pieces.size(); ++i) text += hole(i - 1) + pieces[i];
    if (text.size() > longest) return;
    file_ = files_.add(SourceFile("<timeit>", text + "\n"));
    Diagnostics diagnostics;
    ast_ = frontend::parse(files_, file_, diagnostics);
    if (!ast_ || !may_be_timed()) return;
    semantics::SemanticModel const model = semantics::analyze(*ast_, diagnostics);
    if (diagnostics.has_errors()) return;
    names_ = own_names(*ast_);
    find_attributes();
    find_loads(model);
    is_usable_ = holes_found_ + 1 == pieces.size();
  }

  // Whether it's Python that a function can do.
  bool is_usable() const { return is_usable_; }

  std::string functions() const {
    std::string out = "    def __set_up__(__environment__, __names__):\n";
    out += "        __globals__ = __environment__.globals\n";
    out += known_names(false) + edited(std::string(8, ' '));
    for (NameId const name : names_)
      out += fmt::format(
          "        try:\n            __names__[\"{0}\"] = {0}\n        except NameError:\n            pass\n",
          name.text());
    out += "    def __run__(__environment__, __items__, __timer__):\n";
    out += "        __own__, __globals__ = __environment__.names, __environment__.globals\n";
    for (NameId const name : names_)
      out += fmt::format("        if \"{0}\" in __own__:\n            {0} = __own__[\"{0}\"]\n", name.text());
    out += known_names(true) + "        __start__ = __timer__()\n        for __item__ in __items__:\n";
    out += edited(std::string(12, ' ')) + "        return __timer__() - __start__\n";
    return out + fmt::format("    __keep__(({}), ({}), __set_up__, __run__)\n", literals(pieces_), literals(builtins_));
  }

 private:
  struct Edit {
    std::uint32_t begin, end;
    std::string text;
  };

  // Not just a word or a number, of which programs have many; an f-string of that kind calls something.
  bool may_be_timed() const {
    if (ast_->body.empty()) return false;
    bool const calls = std::ranges::any_of(
        ast_->exprs, [](syntax::Expr const& each) { return std::holds_alternative<syntax::Call>(each.node); });
    if (pieces_.size() > 1 && !calls) return false;
    if (std::ranges::any_of(ast_->stmts, [](syntax::Stmt const& each) {
          auto const* const from = std::get_if<syntax::ImportFrom>(&each.node);
          return std::holds_alternative<syntax::Global>(each.node) || (from && from->names[0].name.text() == "*");
        }))
      return false;
    auto const* const only = ast_->body.size() == 1 ? ast_->get_if<syntax::ExprStmt>(ast_->body[0]) : nullptr;
    return !only || !(ast_->is<syntax::Name>(only->value) || ast_->is<syntax::Constant>(only->value) ||
                      ast_->is<syntax::Attribute>(only->value));
  }

  std::optional<std::size_t> hole_of(NameId name) const {
    for (std::size_t i = 0; i + 1 < pieces_.size(); ++i)
      if (name.text() == hole(i)) return i;
    return std::nullopt;
  }

  void find_attributes() {
    for (syntax::Expr const& expr : ast_->exprs) {
      auto const* const attribute = std::get_if<syntax::Attribute>(&expr.node);
      std::optional<std::size_t> const index = attribute ? hole_of(attribute->attr) : std::nullopt;
      if (!index || attribute->ctx != syntax::ExprContext::Load) continue;
      ++holes_found_;
      std::uint32_t const value_end = ast_->span(attribute->value).end;
      edits_.push_back({expr.span.begin, expr.span.begin, "getattr("});
      edits_.push_back({value_end, expr.span.end, fmt::format(", __environment__.attributes[{}])", *index)});
    }
  }

  void find_loads(semantics::SemanticModel const& model) {
    semantics::for_each_load(*ast_, model, [&](syntax::ExprId id, semantics::ScopeId scope) {
      NameId const name = ast_->get<syntax::Name>(id).id;
      Span const span = ast_->span(id);
      if (std::optional<std::size_t> const index = hole_of(name)) {
        ++holes_found_;
        edits_.push_back({span.begin, span.end, fmt::format("__environment__.holes[{}]()", *index)});
        return;
      }
      semantics::NameKind const kind = model.resolve(scope, name).kind;
      if (kind == semantics::NameKind::Builtin && !globals_.contains(name)) {
        builtins_.insert(std::string(name.text()));
      } else if (kind == semantics::NameKind::Builtin || kind == semantics::NameKind::Unknown) {
        looked_up_.insert(std::string(name.text()));
        edits_.push_back(
            {span.begin, span.end,
             fmt::format("(__value_{0}__ if __known_{0}__ else __globals__[\"{0}\"] if \"{0}\" in __globals__ else "
                         "__environment__.builtin(\"{0}\"))",
                         name.text())});
      }
    });
  }

  // What the setup has bound can't change any more, but for the text's own names.
  std::string known_names(bool has_setup) const {
    std::string out;
    for (std::string const& name : looked_up_) {
      out += has_setup ? fmt::format(
                             "        __known_{0}__, __value_{0}__ = \"{0}\" in __own__, __own__.get(\"{0}\")\n", name)
                       : fmt::format("        __known_{0}__ = __value_{0}__ = None\n", name);
    }
    return out;
  }

  // Its statements, indented by `margin`.
  std::string edited(std::string const& margin) const {
    SourceFile const& file = files_[file_];
    std::vector<Edit> edits = edits_;
    for (std::uint32_t line = 1; line <= file.line_count(); ++line) {
      std::uint32_t const begin = file.line_begin(line);
      if (begin < file.text().size() && !is_in_literal(*ast_, begin))
        edits.insert(edits.begin(), {begin, begin, margin});
    }
    std::ranges::stable_sort(edits, {}, &Edit::begin);
    std::string out;
    std::uint32_t done = 0;
    for (Edit const& edit : edits) {
      out += file.text().substr(done, edit.begin - done);
      out += edit.text;
      done = edit.end;
    }
    out += file.text().substr(done);
    return out;
  }

  template <class Texts>
  static std::string literals(Texts const& texts) {
    std::string out;
    for (std::string const& each : texts) out += python_literal(each) + ", ";
    return out;
  }

  Pieces const& pieces_;
  std::set<NameId> const& globals_;
  SourceFiles files_;
  SourceFileId file_;
  std::optional<syntax::Ast> ast_;
  std::vector<NameId> names_;
  std::vector<Edit> edits_;
  std::set<std::string> builtins_;
  std::set<std::string> looked_up_;
  std::size_t holes_found_ = 0;
  bool is_usable_ = false;
};

}  // namespace

std::string timed_statements(syntax::Ast const& ast) {
  std::vector<NameId> const names = own_names(ast);
  std::set<NameId> const globals(names.begin(), names.end());
  std::set<Pieces> seen;
  std::string functions;
  for (syntax::Expr const& expr : ast.exprs) {
    std::optional<Pieces> const pieces = pieces_of(ast, expr);
    if (!pieces || !seen.insert(*pieces).second) continue;
    TimedText const text(*pieces, globals);
    if (text.is_usable()) functions += text.functions();
  }
  if (functions.empty()) return {};
  return "def __timed_statements__():\n    from _timed_statements import keep as __keep__\n" + functions +
         "__timed_statements__()\ndel __timed_statements__\n";
}

}  // namespace aiocc::driver
