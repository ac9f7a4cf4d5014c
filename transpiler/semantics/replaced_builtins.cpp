// What reaches the module `builtins`, and which of its names are stored anywhere, or spelt out for whoever stores by name.
#include "semantics/replaced_builtins.hpp"

#include "bindings/bindings.hpp"
#include "syntax/walk.hpp"

namespace aiocc::semantics {
namespace {

using namespace syntax;

constexpr std::string_view module_prefix = "builtins.";

class Finder {
 public:
  explicit Finder(Ast const& ast) : ast_(ast) {}

  std::set<NameId> find() {
    for (StmtId const stmt : ast_.body) for_each_descendant(ast_, stmt, [&](auto id) { see(id); });
    return reaches_builtins_ ? names_ : std::set<NameId>();
  }

 private:
  void see(PatternId) {}

  void see(StmtId id) {
    auto const* import = ast_.get_if<Import>(id);
    if (!import) return;
    for (Alias const& alias : import->names) reaches_builtins_ |= alias.name.text() == "builtins";
  }

  void see(ExprId id) {
    if (auto const* name = ast_.get_if<Name>(id)) reaches_builtins_ |= name->id.text() == "__builtins__";
    if (auto const* attribute = ast_.get_if<Attribute>(id))
      if (attribute->ctx != ExprContext::Load) add(attribute->attr.text());
    auto const* constant = ast_.get_if<Constant>(id);
    if (auto const* str = constant ? std::get_if<StrValue>(&constant->value) : nullptr) see_text(str->text);
  }

  void see_text(std::string_view text) {
    bool const is_member = text.starts_with(module_prefix);
    reaches_builtins_ |= is_member || text == "builtins";
    add(is_member ? text.substr(module_prefix.size()) : text);
  }

  // `super()` is part of the syntax as far as the compiler goes.
  void add(std::string_view name) {
    if (bindings::is_builtin(name) && name != "super") names_.insert(NameId::of(name));
  }

  Ast const& ast_;
  bool reaches_builtins_ = false;
  std::set<NameId> names_;
};

}  // namespace

std::set<NameId> replaced_builtins(Ast const& ast) { return Finder(ast).find(); }

}  // namespace aiocc::semantics
