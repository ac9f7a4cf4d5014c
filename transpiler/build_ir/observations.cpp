// What a module's text can observe of its functions and classes.
#include "build_ir/observations.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "bindings/bindings.hpp"
#include "syntax/walk.hpp"

namespace aiocc::build_ir {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view text, std::array<std::string_view, N> const& names) {
  return std::find(names.begin(), names.end(), text) != names.end();
}

constexpr std::array<std::string_view, 10> annotation_readers = {"__annotations__", "get_type_hints", "get_annotations", "inspect", "getattr",
                                                                 "attrgetter",      "eval",           "exec",            "globals", "locals"};

constexpr std::array<std::string_view, 7> function_annotation_readers = {
    "__annotations__", "get_type_hints", "inspect", "get_annotations", "signature", "singledispatch", "singledispatchmethod"};

class Observer {
 public:
  explicit Observer(syntax::Ast const& ast) : ast_(ast) {}

  Observations observe() {
    for (syntax::StmtId stmt : ast_.body) syntax::for_each_descendant(ast_, stmt, [&](auto id) { see(id); });
    return seen_;
  }

 private:
  void see(syntax::PatternId) {}

  void see(syntax::ExprId id) {
    if (auto const* name = ast_.get_if<syntax::Name>(id)) see_word(name->id.text());
    if (auto const* attribute = ast_.get_if<syntax::Attribute>(id)) {
      see_word(attribute->attr.text());
      bool const is_stored = attribute->ctx != syntax::ExprContext::Load;
      if (is_stored && attribute->attr.text() == "__class__") seen_.instance_dicts = true;
    }
    auto const* constant = ast_.get_if<syntax::Constant>(id);
    auto const* str = constant ? std::get_if<syntax::StrValue>(&constant->value) : nullptr;
    if (!str) return;
    if (str->text.starts_with("__")) see_word(str->text);
    if (str->text.find("__annotations__") != std::string::npos) see_word("__annotations__");
  }

  void see(syntax::StmtId id) {
    if (auto const* import = ast_.get_if<syntax::Import>(id)) {
      for (syntax::Alias const& alias : import->names) see_module(alias.name.text());
    }
    if (auto const* import = ast_.get_if<syntax::ImportFrom>(id)) {
      see_module(import->module ? import->module.text() : "");
      for (syntax::Alias const& alias : import->names) see_word(alias.name.text());
    }
    // Whoever gets a class to decorate, or makes it, may read what it has.
    auto const* cls = ast_.get_if<syntax::ClassDef>(id);
    if (cls && (!cls->decorator_list.empty() || !cls->keywords.empty())) seen_.class_annotations = true;
  }

  void see_word(std::string_view word) {
    bool const is_dict = word == "__dict__" || word == "vars";
    if (is_dict || is_one_of(word, annotation_readers)) seen_.class_annotations = true;
    if (is_one_of(word, function_annotation_readers)) seen_.function_annotations = true;
    if (is_dict) seen_.instance_dicts = true;
  }

  // Modules that aren't the runtime's own in C++ may look at any class.
  void see_module(std::string_view name) {
    see_word(name);
    if (bindings::find_module(name) || name == "__future__") return;
    seen_.class_annotations = true;
  }

  syntax::Ast const& ast_;
  Observations seen_;
};

}  // namespace

Observations observations_of(syntax::Ast const& ast) { return Observer(ast).observe(); }

}  // namespace aiocc::build_ir
