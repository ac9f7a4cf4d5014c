// Dataclasses of which the text tells everything.
#include "build_ir/dataclasses.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include "bindings/bindings.hpp"
#include "build_ir/module_builder.hpp"
#include "syntax/walk.hpp"

namespace aiocc::build_ir {
namespace {

bool contains(std::vector<NameId> const& names, NameId name) { return std::ranges::find(names, name) != names.end(); }

class DataclassReader {
 public:
  DataclassReader(ModuleBuilder& module, syntax::ClassDef const& node, ir::Class const& made, semantics::ScopeId body)
      : module_(module), ast_(module.ast), node_(node), made_(made), body_(body) {}

  std::optional<DataclassPlan> read() {
    bool const is_known = read_options() && has_known_bases() && read_body() && join_fields() &&
                          !loads_descriptions() && has_parameters_in_order();
    if (!is_known) return std::nullopt;
    plan_.has_post_init = binds_in_chain("__post_init__");
    plan_.makes_init = option("init", true) && !contains(made_.names, NameId::of("__init__"));
    plan_.facts.frozen = option("frozen", false);
    plan_.facts.has_slots = option("slots", false);
    plan_.facts.compares_fields = option("eq", true) || option("order", false);
    note_attributes();
    if (plan_.makes_init) {
      for (OwnField& own : plan_.own) keep_origin(own);
    }
    return std::move(plan_);
  }

 private:
  // The dotted name of what an import bound; empty for everything else.
  std::string imported(semantics::ScopeId scope, syntax::ExprId expr) const {
    if (auto const* name = ast_.get_if<syntax::Name>(expr)) {
      semantics::Resolution const found = module_.model.resolve(scope, name->id);
      bool const is_stable =
          found.kind == semantics::NameKind::Global && module_.model.variables[found.variable].stable;
      return is_stable ? std::string(module_.imported(found.variable)) : std::string();
    }
    auto const* attribute = ast_.get_if<syntax::Attribute>(expr);
    std::string const owner =
        attribute && ast_.is<syntax::Name>(attribute->value) ? imported(scope, attribute->value) : std::string();
    return owner.empty() ? owner : owner + "." + std::string(attribute->attr.text());
  }

  std::optional<bool> constant_bool(syntax::ExprId expr) const {
    auto const* constant = ast_.get_if<syntax::Constant>(expr);
    auto const* value = constant ? std::get_if<bool>(&constant->value) : nullptr;
    return value ? std::optional(*value) : std::nullopt;
  }

  bool option(std::string_view name, bool otherwise) const {
    auto const found = options_.find(name);
    return found == options_.end() ? otherwise : found->second;
  }

  bool read_options() {
    bool const is_plain =
        node_.decorator_list.size() == 1 && node_.keywords.empty() && node_.type_params.empty() && !module_.has_dict();
    if (!is_plain) return false;
    syntax::ExprId decorator = node_.decorator_list[0];
    auto const* call = ast_.get_if<syntax::Call>(decorator);
    if (call) decorator = call->func;
    if (imported(module_.model.module_scope, decorator) != "dataclasses.dataclass") return false;
    if (!call) return true;
    for (syntax::Keyword const& keyword : call->keywords) {
      std::optional<bool> const value = keyword.arg ? constant_bool(keyword.value) : std::nullopt;
      if (!value) return false;
      options_[keyword.arg.text()] = *value;
    }
    bool const has_slots = option("slots", false);
    return call->args.empty() && (has_slots ? fits_slots() : !option("weakref_slot", false));
  }

  // Whether the class that the decorator makes again can take the first one's place: nothing remembers that, and the bases' fields have slots.
  bool fits_slots() const {
    bool const is_remembered = module_.model.scopes[body_].needs_class_cell || binds_in_chain("__init_subclass__") ||
                               module_.observations.subclasses;
    return !is_remembered &&
           !any_base([](ir::Class const& base) { return !base.dataclass || !base.dataclass->has_slots; });
  }

  // What it derives from is one line of classes.
  bool has_known_bases() const {
    ir::Class const* root = &made_;
    while (root->base) {
      std::size_t const length = root->mro.size();
      root = &module_.module.classes[root->base];
      if (length != root->mro.size() + 1) return false;
    }
    return ir::is_plain_root(root->native_base);
  }

  template <class Fits>
  bool any_base(Fits const& fits) const {
    for (ir::ClassId base = made_.base; base; base = module_.module.classes[base].base) {
      if (fits(module_.module.classes[base])) return true;
    }
    return false;
  }

  bool binds_in_chain(std::string_view name) const {
    NameId const id = NameId::of(name);
    return contains(made_.names, id) || any_base([&](ir::Class const& base) { return contains(base.names, id); });
  }

  bool read_body() {
    return std::ranges::all_of(node_.body, [&](syntax::StmtId stmt) { return read_statement(stmt); });
  }

  bool read_statement(syntax::StmtId stmt) {
    if (auto const* annotated = ast_.get_if<syntax::AnnAssign>(stmt)) return read_annotated(*annotated, stmt);
    if (auto const* def = ast_.get_if<syntax::FunctionDef>(stmt)) return bind_plainly(def->name);
    if (auto const* def = ast_.get_if<syntax::AsyncFunctionDef>(stmt)) return bind_plainly(def->name);
    if (auto const* def = ast_.get_if<syntax::ClassDef>(stmt)) return bind_plainly(def->name);
    if (auto const* assign = ast_.get_if<syntax::Assign>(stmt)) {
      return std::ranges::all_of(assign->targets, [&](syntax::ExprId target) {
        auto const* name = ast_.get_if<syntax::Name>(target);
        return name && bind_plainly(name->id);
      });
    }
    auto const* expression = ast_.get_if<syntax::ExprStmt>(stmt);
    return ast_.is<syntax::Pass>(stmt) || (expression && ast_.is<syntax::Constant>(expression->value));
  }

  bool bind_plainly(NameId name) {
    plain_names_.insert(name);
    return name.text() != "__slots__" && name.text() != "__annotations__";
  }

  bool read_annotated(syntax::AnnAssign const& node, syntax::StmtId stmt) {
    if (!node.simple) return false;
    NameId const name = ast_.get<syntax::Name>(node.target).id;
    syntax::ExprId const head = head_of_annotation(ast_, node.annotation);
    std::string const kind = imported(body_, head);
    if (kind == "typing.ClassVar") return bind_plainly(name);
    if (kind == "dataclasses.KW_ONLY") {
      bool const is_first = !std::exchange(by_keyword_, true);
      return is_first && head == node.annotation && !node.value;
    }
    return !is_doubtful_text(node.annotation) && !may_be_field_kind(head, kind) && read_field(node, stmt, name);
  }

  // An InitVar, or what may stand for any of them: a name that isn't a class for certain, where such names are given to them.
  bool may_be_field_kind(syntax::ExprId head, std::string_view dotted) const {
    auto const* name = ast_.get_if<syntax::Name>(head);
    auto const* attribute = ast_.get_if<syntax::Attribute>(head);
    if (!name && !attribute) return !ast_.is<syntax::Constant>(head) && !ast_.is<syntax::BinOp>(head);
    std::string_view const written = name ? name->id.text() : attribute->attr.text();
    if (is_field_kind(written) || is_field_kind(dotted.substr(dotted.rfind('.') + 1))) return true;
    if (!module_.observations.field_kinds) return false;
    if (!dotted.empty()) {
      bool const is_of_library = !module_.module.find(NameId::of(dotted.substr(0, dotted.rfind('.'))));
      ir::GlobalId const global = module_.find_program_global(dotted);
      return !is_of_library && !(global && module_.module.globals[global].class_id);
    }
    if (!name) return true;
    semantics::Resolution const found = module_.model.resolve(body_, name->id);
    bool const is_definition =
        found.kind == semantics::NameKind::Global && found.variable && module_.model.variables[found.variable].stable;
    return !is_definition && found.kind != semantics::NameKind::Builtin;
  }

  // An annotation that is a str may name any of these.
  bool is_doubtful_text(syntax::ExprId annotation) const {
    auto const* constant = ast_.get_if<syntax::Constant>(annotation);
    auto const* str = constant ? std::get_if<syntax::StrValue>(&constant->value) : nullptr;
    if (!str) return false;
    std::string_view const text = str->text;
    std::size_t const begin = text.find_first_not_of(" \t");
    std::size_t const end = text.find_first_of("[. \t", begin == std::string_view::npos ? 0 : begin);
    if (begin == std::string_view::npos) return true;
    semantics::Resolution const found =
        module_.model.resolve(module_.model.module_scope, NameId::of(text.substr(begin, end - begin)));
    return found.kind == semantics::NameKind::Global && found.variable &&
           (module_.imported(found.variable) == "typing.ClassVar" || module_.imported(found.variable) == "typing" ||
            module_.imported(found.variable).starts_with("dataclasses"));
  }

  bool read_field(syntax::AnnAssign const& node, syntax::StmtId stmt, NameId name) {
    // `mro` and `register` are attributes of every class, or of every abstract one: a default, to the decorator.
    bool const is_plain_name = !name.text().starts_with("__") && name.text() != "mro" && name.text() != "register";
    bool const is_new = std::ranges::none_of(plan_.own, [&](OwnField const& own) { return own.facts.name == name; });
    if (!is_plain_name || !is_new) return false;
    OwnField own{.stmt = stmt, .description = nullptr, .origin = {}, .facts = {}};
    own.facts.name = name;
    own.facts.keyword_only = by_keyword_ || option("kw_only", false);
    auto const* call = node.value ? ast_.get_if<syntax::Call>(node.value) : nullptr;
    if (call) {
      if (imported(body_, call->func) != "dataclasses.field" || !read_description(*call, own)) return false;
    } else if (node.value) {
      own.facts.default_kind = ir::DataclassField::Default::Value;
      own.origin = node.value;
      if (!is_plain_default(node.value)) return false;
    }
    plan_.own.push_back(std::move(own));
    return true;
  }

  bool read_description(syntax::Call const& call, OwnField& own) const {
    own.description = &call;
    if (!call.args.empty()) return false;
    for (syntax::Keyword const& keyword : call.keywords) {
      if (!keyword.arg || !read_keyword(keyword, own)) return false;
    }
    return true;
  }

  bool read_keyword(syntax::Keyword const& keyword, OwnField& own) const {
    using Default = ir::DataclassField::Default;
    std::string_view const name = keyword.arg.text();
    bool const is_default = name == "default" || name == "default_factory";
    if (is_default) {
      bool const is_first = !own.origin;
      own.origin = keyword.value;
      own.facts.default_kind = name == "default" ? Default::Value : Default::Factory;
      return is_first &&
             (name == "default_factory" ? is_plain_factory(keyword.value) : is_plain_default(keyword.value));
    }
    if (name == "init" || name == "kw_only") {
      std::optional<bool> const value = constant_bool(keyword.value);
      if (value) (name == "init" ? own.facts.is_parameter : own.facts.keyword_only) = *value;
      return value.has_value();
    }
    return name == "repr" || name == "hash" || name == "compare" || name == "metadata";
  }

  bool is_constant(syntax::ExprId expr) const {
    auto const* unary = ast_.get_if<syntax::UnaryOp>(expr);
    if (!unary) return ast_.is<syntax::Constant>(expr);
    auto const* operand = ast_.get_if<syntax::Constant>(unary->operand);
    return operand && unary->op == syntax::UnaryOperator::USub &&
           (std::holds_alternative<syntax::IntValue>(operand->value) || std::holds_alternative<double>(operand->value));
  }

  // What is no descriptor, and no `dataclasses.MISSING`.
  bool is_plain_default(syntax::ExprId expr) const {
    if (auto const* tuple = ast_.get_if<syntax::Tuple>(expr))
      return std::ranges::all_of(tuple->elts, [&](syntax::ExprId each) { return is_plain_default(each); });
    bool const is_name = ast_.is<syntax::Name>(expr) || ast_.is<syntax::Attribute>(expr);
    if (ast_.is<syntax::UnaryOp>(expr)) return is_constant(expr);
    return is_constant(expr) || (is_name && !imported(body_, expr).starts_with("dataclasses."));
  }

  bool is_plain_factory(syntax::ExprId expr) const {
    bool const is_name = ast_.is<syntax::Name>(expr) || ast_.is<syntax::Attribute>(expr);
    return ast_.is<syntax::Lambda>(expr) || (is_name && !imported(body_, expr).starts_with("dataclasses."));
  }

  // In the order of their first definition. False where the decorator would find something else under a field's name.
  bool join_fields() {
    std::vector<ir::DataclassField>& all = plan_.facts.fields;
    if (made_.base) {
      if (auto const& base = module_.module.classes[made_.base].dataclass)
        all = base->fields;
      else if (any_base([](ir::Class const& each) { return each.dataclass.has_value(); }))
        return false;
    }
    for (ir::DataclassField const& inherited : all) {
      if (plain_names_.contains(inherited.name)) return false;
    }
    for (OwnField const& own : plan_.own) {
      auto const place = std::ranges::find(all, own.facts.name, &ir::DataclassField::name);
      bool const is_bare = own.facts.default_kind == ir::DataclassField::Default::None && !own.description;
      bool const has_bare_base = place != all.end() && place->default_kind == ir::DataclassField::Default::None;
      bool const is_inherited = any_base([&](ir::Class const& base) { return contains(base.names, own.facts.name); });
      if (plain_names_.contains(own.facts.name) || (is_bare && is_inherited && !has_bare_base)) return false;
      if (place != all.end())
        *place = own.facts;
      else
        all.push_back(own.facts);
    }
    return true;
  }

  // Whether the body reads a name that the decorator gives another value than the text.
  bool loads_descriptions() const {
    std::set<NameId> described;
    for (OwnField const& own : plan_.own) {
      if (own.description || (own.origin && !is_constant(own.origin))) described.insert(own.facts.name);
    }
    bool found = false;
    auto const look = [&](auto id) {
      if constexpr (std::same_as<decltype(id), syntax::ExprId>) {
        auto const* name = ast_.get_if<syntax::Name>(id);
        found = found || (name && name->ctx == syntax::ExprContext::Load && described.contains(name->id));
      }
    };
    auto const look_at_head = [&](auto const& def) {
      for (syntax::ExprId each : def.decorator_list) syntax::for_each_descendant(ast_, each, look);
      for (syntax::ExprId each : def.args->defaults) syntax::for_each_descendant(ast_, each, look);
      for (syntax::ExprId each : def.args->kw_defaults) {
        if (each) syntax::for_each_descendant(ast_, each, look);
      }
    };
    for (syntax::StmtId stmt : node_.body) {
      if (auto const* def = ast_.get_if<syntax::FunctionDef>(stmt))
        look_at_head(*def);
      else if (auto const* def = ast_.get_if<syntax::AsyncFunctionDef>(stmt))
        look_at_head(*def);
      else
        syntax::for_each_descendant(ast_, stmt, look);
    }
    return found;
  }

  // Else the decorator raises TypeError.
  bool has_parameters_in_order() const {
    bool seen = false;
    for (ir::DataclassField const& field : plan_.facts.fields) {
      if (!field.is_parameter || field.keyword_only) continue;
      if (seen && !has_default(field)) return false;
      seen = seen || has_default(field);
    }
    return true;
  }

  void note_attributes() {
    auto const note = [&](std::string_view name) {
      NameId const id = NameId::of(name);
      if (!contains(made_.names, id)) plan_.facts.attributes.push_back(id);
    };
    for (char const* name : {"__replace__", "__dataclass_fields__", "__dataclass_params__", "__hash__"}) note(name);
    if (option("match_args", true)) note("__match_args__");
    if (option("repr", true)) note("__repr__");
    if (option("eq", true)) note("__eq__");
    if (option("order", false)) {
      for (char const* name : {"__lt__", "__le__", "__gt__", "__ge__"}) note(name);
    }
    if (option("frozen", false)) {
      for (char const* name : {"__setattr__", "__delattr__"}) note(name);
    }
    if (option("slots", false) && option("frozen", false)) {
      for (char const* name : {"__getstate__", "__setstate__"}) note(name);
    }
  }

  // A variable that nobody else has keeps what isn't a constant, as the decorator does.
  void keep_origin(OwnField& own) {
    using Default = ir::DataclassField::Default;
    if (own.facts.default_kind == Default::None) return;
    if (own.facts.default_kind == Default::Value && is_constant(own.origin)) return;
    auto const* name = ast_.get_if<syntax::Name>(own.origin);
    bool const is_factory = own.facts.default_kind == Default::Factory;
    bool const is_builtin = name && module_.model.resolve(body_, name->id).kind == semantics::NameKind::Builtin &&
                            bindings::find_module("builtins")->has(name->id.text()) &&
                            !module_.module.replaced_builtins.contains(name->id);
    if (is_factory && is_builtin)
      own.facts.builtin = name->id;
    else
      own.facts.global = module_.hidden_global(made_.qualified_name + "." + std::string(own.facts.name.text()));
    *std::ranges::find(plan_.facts.fields, own.facts.name, &ir::DataclassField::name) = own.facts;
  }

  ModuleBuilder& module_;
  syntax::Ast const& ast_;
  syntax::ClassDef const& node_;
  ir::Class const& made_;
  semantics::ScopeId body_;
  std::map<std::string_view, bool> options_;
  // Names that the body binds otherwise than as fields.
  std::set<NameId> plain_names_;
  bool by_keyword_ = false;
  DataclassPlan plan_;
};

}  // namespace

OwnField const* DataclassPlan::find(syntax::StmtId stmt) const {
  auto const found = std::ranges::find(own, stmt, &OwnField::stmt);
  return found == own.end() ? nullptr : &*found;
}

bool has_default(ir::DataclassField const& field) { return field.default_kind != ir::DataclassField::Default::None; }

std::optional<std::vector<NameId>> match_args_of(ir::Dataclass const& facts) {
  if (!contains(facts.attributes, NameId::of("__match_args__"))) return std::nullopt;
  std::vector<NameId> names;
  for (ir::DataclassField const& field : facts.fields) {
    if (field.is_parameter && !field.keyword_only) names.push_back(field.name);
  }
  return names;
}

std::string shape_of(DataclassPlan const& plan) {
  std::string shape;
  for (ir::DataclassField const& field : plan.facts.fields) {
    std::string_view const kind = !field.is_parameter ? "-" : field.keyword_only ? "*" : "";
    std::string_view const origin = field.default_kind == ir::DataclassField::Default::Factory ? "()"
                                    : has_default(field)                                       ? "="
                                                                                               : "";
    shape += fmt::format("{}{}{}{}", shape.empty() ? "" : " ", kind, field.name.text(), origin);
  }
  // As the module dataclasses writes it.
  if (plan.has_post_init) shape += " __post_init__";
  return shape;
}

std::optional<DataclassPlan> plan_dataclass(ModuleBuilder& module, syntax::ClassDef const& node, ir::Class const& made,
                                            semantics::ScopeId body) {
  return DataclassReader(module, node, made, body).read();
}

}  // namespace aiocc::build_ir
