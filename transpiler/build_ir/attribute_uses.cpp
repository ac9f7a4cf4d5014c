// Attributes that a text uses by names in strings, and through the library.
#include "build_ir/attribute_uses.hpp"

#include <array>
#include <cctype>
#include <concepts>
#include <map>
#include <string_view>

#include "support/words.hpp"
#include "syntax/walk.hpp"

namespace aiocc::build_ir {
namespace {

constexpr std::array<std::string_view, 2> readers = {"getattr", "hasattr"};
constexpr std::array<std::string_view, 2> writers = {"setattr", "delattr"};
// Of the module operator; all their arguments may be names.
constexpr std::array<std::string_view, 2> getters = {"attrgetter", "methodcaller"};

// Texts that they're given name attributes: `"{0.name}"`.
constexpr std::array<std::string_view, 3> formatters = {"format", "format_map", "vformat"};

// Modules that read whatever attributes an object has, and those that may store any value in any of them.
constexpr std::array<std::string_view, 6> reading_modules = {"copy",    "copyreg",         "gc",
                                                             "inspect", "multiprocessing", "pprint"};
constexpr std::array<std::string_view, 5> storing_modules = {"logging.config", "optparse", "pickle", "shelve",
                                                             "unittest.mock"};

// Names that do so.
constexpr std::array<std::string_view, 4> any_readers = {"ProcessPoolExecutor", "asdict", "astuple",
                                                         "runtime_checkable"};
constexpr std::array<std::string_view, 4> any_writers = {"__reduce__", "__reduce_ex__", "__getstate__", "__setstate__"};

constexpr std::array<std::string_view, 4> namespace_fillers = {"parse_args", "parse_known_args",
                                                               "parse_intermixed_args", "parse_known_intermixed_args"};

bool is_word_part(char c) { return c == '_' || std::isalnum(static_cast<unsigned char>(c)) || (c & 0x80); }

class Reader {
 public:
  explicit Reader(syntax::Ast const& ast) : ast_(ast) {}

  ir::AttributeUses read() {
    for (syntax::StmtId stmt : ast_.body) syntax::for_each_descendant(ast_, stmt, [&](auto id) { see(id); });
    // What isn't called with a constant may be called with any.
    uses_.reads_any |= reading_words_ > named_reads_;
    uses_.stores_any |= writing_words_ > named_writes_;
    return uses_;
  }

 private:
  void see(syntax::PatternId) {}

  void see(syntax::StmtId id) {
    if (auto const* import = ast_.get_if<syntax::Import>(id)) {
      for (syntax::Alias const& alias : import->names) see_module(alias.name.text());
    }
    auto const* from = ast_.get_if<syntax::ImportFrom>(id);
    if (!from) return;
    std::string_view const module = from->module ? from->module.text() : "";
    see_module(module);
    for (syntax::Alias const& alias : from->names) {
      see_module(std::string(module) + "." + std::string(alias.name.text()));
      if (alias.asname) see_word(alias.name.text());
      see_name(alias.name.text());
      if (module == "dataclasses" && (alias.name.text() == "replace" || alias.name.text() == "*"))
        uses_.replaces = true;
    }
  }

  void see_module(std::string_view name) {
    bool const is_storing = is_one_of(name, storing_modules);
    uses_.reads_any |= is_storing || is_one_of(name, reading_modules) || name == "string.Formatter";
    uses_.stores_any |= is_storing;
  }

  void see_name(std::string_view name) {
    uses_.reads_any |= is_one_of(name, any_readers) || is_one_of(name, any_writers);
    uses_.stores_any |= is_one_of(name, any_writers);
    if (name == "__replace__") uses_.replaces = true;
  }

  void see_word(std::string_view word) {
    see_name(word);
    if (is_one_of(word, readers) || is_one_of(word, getters)) ++reading_words_;
    if (is_one_of(word, writers)) ++writing_words_;
  }

  void see(syntax::ExprId id) {
    if (auto const* name = ast_.get_if<syntax::Name>(id)) see_word(name->id.text());
    if (auto const* attribute = ast_.get_if<syntax::Attribute>(id)) see_attribute(*attribute);
    if (auto const* call = ast_.get_if<syntax::Call>(id)) see_call(*call);
  }

  void see_attribute(syntax::Attribute const& attribute) {
    std::string_view const name = attribute.attr.text();
    see_word(name);
    auto const* owner = ast_.get_if<syntax::Name>(attribute.value);
    if (name == "replace" && owner && owner->id.text() == "dataclasses") uses_.replaces = true;
    if (name == "Formatter" && owner && owner->id.text() == "string") uses_.reads_any = true;
    if (!is_one_of(name, formatters)) return;
    std::optional<std::string_view> const text = constant(attribute.value);
    if (!text)
      uses_.reads_any = true;
    else
      see_format(*text);
  }

  // A superset: words behind dots.
  void see_format(std::string_view text) {
    for (std::size_t dot = text.find('.'); dot != std::string_view::npos; dot = text.find('.', dot + 1)) {
      std::size_t end = dot + 1;
      while (end < text.size() && is_word_part(text[end])) ++end;
      if (end > dot + 1) uses_.read.insert(NameId::of(text.substr(dot + 1, end - dot - 1)));
    }
  }

  void see_call(syntax::Call const& call) {
    auto const* attribute = ast_.get_if<syntax::Attribute>(call.func);
    auto const* name = ast_.get_if<syntax::Name>(call.func);
    std::string_view const callee = attribute ? attribute->attr.text() : name ? name->id.text() : "";
    if (is_one_of(callee, readers)) named_reads_ += notes_name(call, uses_.read);
    if (is_one_of(callee, writers)) named_writes_ += notes_name(call, uses_.stored);
    if (is_one_of(callee, getters)) named_reads_ += notes_paths(call);
    if (!is_one_of(callee, namespace_fillers)) return;
    for (syntax::Keyword const& keyword : call.keywords) {
      if (!keyword.arg || keyword.arg.text() == "namespace") uses_.stores_any = true;
    }
    if (call.args.size() > 1) uses_.stores_any = true;
  }

  // The name is the second argument, and a constant.
  bool notes_name(syntax::Call const& call, std::set<NameId>& names) {
    if (call.args.size() < 2) return false;
    bool const is_unpacked = ast_.get_if<syntax::Starred>(call.args[0]);
    std::optional<std::string_view> const name = constant(call.args[1]);
    if (!name || is_unpacked) return false;
    names.insert(NameId::of(*name));
    return true;
  }

  // `attrgetter("owner.name", "size")`.
  bool notes_paths(syntax::Call const& call) {
    for (syntax::ExprId const argument : call.args) {
      std::optional<std::string_view> const path = constant(argument);
      if (!path) return false;
      uses_.read.insert(NameId::of(path->substr(0, path->find('.'))));
      see_format(*path);
    }
    return true;
  }

  std::optional<std::string_view> constant(syntax::ExprId id) const {
    auto const* constant = ast_.get_if<syntax::Constant>(id);
    auto const* str = constant ? std::get_if<syntax::StrValue>(&constant->value) : nullptr;
    return str ? std::optional<std::string_view>(str->text) : std::nullopt;
  }

  syntax::Ast const& ast_;
  ir::AttributeUses uses_;
  // How often such functions are named, and how often called with a constant name.
  int reading_words_ = 0;
  int named_reads_ = 0;
  int writing_words_ = 0;
  int named_writes_ = 0;
};

bool is_dunder(NameId name) { return name.text().starts_with("__") && name.text().ends_with("__"); }

}  // namespace

ir::AttributeUses hidden_attribute_uses(syntax::Ast const& ast) { return Reader(ast).read(); }

std::set<NameId> attributes_read(syntax::Ast const& ast) {
  std::set<NameId> read = hidden_attribute_uses(ast).read;
  for (syntax::Expr const& expr : ast.exprs) {
    auto const* attribute = std::get_if<syntax::Attribute>(&expr.node);
    if (!attribute || is_dunder(attribute->attr)) continue;
    auto const* owner = ast.get_if<syntax::Name>(attribute->value);
    if (owner && owner->id.text() == "self") continue;
    read.insert(attribute->attr);
  }
  for (syntax::Pattern const& pattern : ast.patterns) {
    if (auto const* match = std::get_if<syntax::MatchClass>(&pattern.node))
      read.insert(match->kwd_attrs.begin(), match->kwd_attrs.end());
  }
  return read;
}

}  // namespace aiocc::build_ir
