// What the import statements of a module name.
#include "semantics/imports.hpp"

#include <string>
#include <unordered_set>

namespace aiocc::semantics {
namespace {

class Collector {
 public:
  explicit Collector(syntax::Ast const& ast) : ast_(ast) {}

  std::vector<NameId> collect() {
    for (auto const& stmt : ast_.stmts) {
      if (auto const* import = std::get_if<syntax::Import>(&stmt.node)) {
        for (syntax::Alias const& alias : import->names) add_with_packages(alias.name.text());
      } else if (auto const* from = std::get_if<syntax::ImportFrom>(&stmt.node); from && from->level == 0) {
        add_with_packages(from->module.text());
        for (syntax::Alias const& alias : from->names)
          add(std::string(from->module.text()) + "." + std::string(alias.name.text()));
      }
    }
    return std::move(modules_);
  }

 private:
  void add_with_packages(std::string_view dotted) {
    for (std::size_t end = dotted.find('.'); end != std::string_view::npos; end = dotted.find('.', end + 1)) add(dotted.substr(0, end));
    add(dotted);
  }

  void add(std::string_view dotted) {
    NameId const name = NameId::of(dotted);
    if (seen_.insert(name).second) modules_.push_back(name);
  }

  syntax::Ast const& ast_;
  std::vector<NameId> modules_;
  std::unordered_set<NameId> seen_;
};

}  // namespace

std::vector<NameId> mentioned_modules(syntax::Ast const& ast) { return Collector(ast).collect(); }

}  // namespace aiocc::semantics
