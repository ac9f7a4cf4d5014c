// Attributes that a text uses by names in strings, and through the library.
#include "build_ir/attribute_uses.hpp"

#include <array>
#include <cctype>
#include <optional>
#include <string_view>

#include "support/words.hpp"
#include "syntax/walk.hpp"

namespace aiocc::build_ir {
namespace {

constexpr std::array<std::string_view, 2> readers = {"getattr", "hasattr"};
constexpr std::array<std::string_view, 2> writers = {"setattr", "delattr"};
// Of the module operator: what they're given are names, of methodcaller the first.
constexpr std::array<std::string_view, 2> getters = {"attrgetter", "methodcaller"};

// Texts that they're given name attributes: `"{0.name}"`.
constexpr std::array<std::string_view, 3> formatters = {"format", "format_map", "vformat"};

// Modules that read whatever attributes an object has, and those that may store any value in any of them.
constexpr std::array<std::string_view, 6> reading_modules = {"copy",    "copyreg",         "gc",
                                                             "inspect", "multiprocessing", "pprint"};
constexpr std::array<std::string_view, 5> storing_modules = {"logging.config", "optparse", "pickle", "shelve",
                                                             "unittest.mock"};

// Who mentions these has functions that do so: objects are pickled or copied, or asked for all that a protocol has; `update_wrapper` merges dicts.
constexpr std::array<std::string_view, 4> any_readers = {"ProcessPoolExecutor", "asdict", "astuple",
                                                         "runtime_checkable"};
constexpr std::array<std::string_view, 5> any_writers = {"__reduce__", "__reduce_ex__", "__getstate__", "__setstate__",
                                                         "update_wrapper"};
// What an instruction does that names these is seen; strings may spell them too.
constexpr std::array<std::string_view, 4> special_writers = {"__dict__", "__setattr__", "__delattr__", "__class__"};

// Of argparse: they store into the namespace that they're given.
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
    uses_.stores_any |= writing_words_ > named_writes_ || filling_words_ > plain_fills_;
    return uses_;
  }

 private:
  void see(syntax::PatternId id) {
    auto const* match = std::get_if<syntax::MatchClass>(&ast_[id].node);
    if (!match) return;
    for (NameId const name : match->kwd_attrs) use(name.text());
  }

  void see(syntax::StmtId id) {
    if (auto const* function = ast_.get_if<syntax::FunctionDef>(id)) see_name(function->name.text());
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

  // A name that a string spells, or a pattern.
  void use(std::string_view name) {
    uses_.read.insert(NameId::of(name));
    see_name(name);
    if (is_one_of(name, writers) || is_one_of(name, special_writers)) uses_.reads_any = uses_.stores_any = true;
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
    if (is_one_of(word, namespace_fillers)) ++filling_words_;
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
      if (end > dot + 1) use(text.substr(dot + 1, end - dot - 1));
    }
  }

  void see_call(syntax::Call const& call) {
    auto const* attribute = ast_.get_if<syntax::Attribute>(call.func);
    auto const* name = ast_.get_if<syntax::Name>(call.func);
    std::string_view const callee = attribute ? attribute->attr.text() : name ? name->id.text() : "";
    if (is_one_of(callee, readers)) named_reads_ += notes_name(call, false);
    if (is_one_of(callee, writers)) named_writes_ += notes_name(call, true);
    if (is_one_of(callee, getters)) named_reads_ += notes_paths(call, callee == "methodcaller");
    if (is_one_of(callee, namespace_fillers)) plain_fills_ += fills_its_own(call);
    // Of any module by any name: `dc.replace(point, x=1)`.
    if (callee == "replace" && call.keywords.size() != 0) uses_.replaces = true;
    if (callee == "__import__" || callee == "import_module") see_import_by_name(call);
    // `wraps(function)(instance)`, where it isn't a decorator.
    auto const* made = ast_.get_if<syntax::Call>(call.func);
    if (made && names_wraps(made->func)) uses_.reads_any = uses_.stores_any = true;
  }

  bool names_wraps(syntax::ExprId id) const {
    auto const* attribute = ast_.get_if<syntax::Attribute>(id);
    auto const* name = ast_.get_if<syntax::Name>(id);
    return (attribute && attribute->attr.text() == "wraps") || (name && name->id.text() == "wraps");
  }

  void see_import_by_name(syntax::Call const& call) {
    std::optional<std::string_view> const module = call.args.size() == 0 ? std::nullopt : constant(call.args[0]);
    if (module)
      see_module(*module);
    else
      uses_.reads_any = uses_.stores_any = true;
  }

  // The call gives no namespace to fill.
  bool fills_its_own(syntax::Call const& call) const {
    bool is_plain = call.args.size() < 2 && call.keywords.size() == 0;
    for (syntax::ExprId const argument : call.args) is_plain &= !ast_.get_if<syntax::Starred>(argument);
    return is_plain;
  }

  // The name is the second argument, and a constant.
  bool notes_name(syntax::Call const& call, bool is_stored) {
    if (call.args.size() < 2) return false;
    bool const is_unpacked = ast_.get_if<syntax::Starred>(call.args[0]);
    std::optional<std::string_view> const name = constant(call.args[1]);
    if (!name || is_unpacked) return false;
    if (is_stored) uses_.stored.insert(NameId::of(*name));
    use(*name);
    return true;
  }

  // `attrgetter("owner.name", "size")`.
  bool notes_paths(syntax::Call const& call, bool only_first) {
    for (syntax::ExprId const argument : call.args) {
      std::optional<std::string_view> const path = constant(argument);
      if (!path) return false;
      use(path->substr(0, path->find('.')));
      see_format(*path);
      if (only_first) return true;
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
  // The same of parse_args, and called for a namespace of its own.
  int filling_words_ = 0;
  int plain_fills_ = 0;
};

}  // namespace

ir::AttributeUses hidden_attribute_uses(syntax::Ast const& ast) { return Reader(ast).read(); }

std::set<NameId> attributes_read(syntax::Ast const& ast) {
  std::set<NameId> read = hidden_attribute_uses(ast).read;
  for (syntax::Expr const& expr : ast.exprs) {
    auto const* attribute = std::get_if<syntax::Attribute>(&expr.node);
    if (!attribute || is_dunder(attribute->attr.text())) continue;
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
