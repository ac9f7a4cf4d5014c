// What reaches the module `builtins`, and which of its names are stored anywhere, or spelt out for whoever stores by name;
// and what `mock.patch` puts before a builtin in a module: `patch("__main__.open")`.
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
    std::set<NameId> found = reaches_builtins_ ? names_ : std::set<NameId>();
    if (patches_) found.insert(members_.begin(), members_.end());
    return found;
  }

 private:
  void see(PatternId) {}

  void see(StmtId id) {
    if (auto const* import = ast_.get_if<Import>(id))
      for (Alias const& alias : import->names) reaches_builtins_ |= alias.name.text() == "builtins";
    if (auto const* from = ast_.get_if<ImportFrom>(id))
      for (Alias const& alias : from->names) patches_ |= alias.name.text() == "patch";
  }

  void see(ExprId id) {
    if (auto const* name = ast_.get_if<Name>(id)) reaches_builtins_ |= name->id.text() == "__builtins__";
    if (auto const* attribute = ast_.get_if<Attribute>(id)) {
      if (attribute->ctx != ExprContext::Load) add(attribute->attr.text(), names_);
      patches_ |= attribute->attr.text() == "patch";
    }
    if (auto const* call = ast_.get_if<Call>(id)) see_patch(*call);
    auto const* constant = ast_.get_if<Constant>(id);
    if (auto const* str = constant ? std::get_if<StrValue>(&constant->value) : nullptr) see_text(str->text);
  }

  void see_text(std::string_view text) {
    bool const is_member = text.starts_with(module_prefix);
    reaches_builtins_ |= is_member || text == "builtins";
    add(is_member ? text.substr(module_prefix.size()) : text, names_);
    if (std::size_t const dot = text.rfind('.'); dot != text.npos) add(text.substr(dot + 1), members_);
  }

  // `patch.object(module, "open", ...)`.
  void see_patch(Call const& call) {
    auto const* function = ast_.get_if<Attribute>(call.func);
    if (!function || function->attr.text() != "object" || call.args.size() < 2) return;
    auto const* constant = ast_.get_if<Constant>(call.args[1]);
    if (auto const* str = constant ? std::get_if<StrValue>(&constant->value) : nullptr) add(str->text, members_);
  }

  // `super()` is part of the syntax as far as the compiler goes.
  static void add(std::string_view name, std::set<NameId>& names) {
    if (bindings::is_builtin(name) && name != "super") names.insert(NameId::of(name));
  }

  Ast const& ast_;
  bool reaches_builtins_ = false;
  std::set<NameId> names_;
  // The program patches, and what its texts end with behind a dot.
  bool patches_ = false;
  std::set<NameId> members_;
};

}  // namespace

std::set<NameId> replaced_builtins(Ast const& ast) { return Finder(ast).find(); }

}  // namespace aiocc::semantics
