// Known dataclasses: what their fields keep, their `__init__`, and the decorator that gets it.
#include <algorithm>

#include "build_ir/dataclasses.hpp"
#include "build_ir/function_builder.hpp"

namespace aiocc::build_ir {
namespace {

using Default = ir::DataclassField::Default;

}  // namespace

void FunctionBuilder::build_field(OwnField const& field, syntax::AnnAssign const& node, syntax::StmtId id) {
  if (node.value) {
    ir::InstId const stored = field.description ? build_description(field, node.value) : value(node.value);
    if (field.facts.global && !field.description) add(place(id), ir::StoreGlobal{field.facts.global, stored});
    bool const is_only_read = field.description || field.facts.global || dataclass_->facts.has_slots;
    add(place(node.target), ir::StoreClassName{field.facts.name, stored, is_only_read});
  }
  store_class_annotation(node, place(id));
}

// `field(default_factory=list, repr=False)`.
ir::InstId FunctionBuilder::build_description(OwnField const& field, syntax::ExprId call) {
  ir::Call made{.callee = value(field.description->func), .args = {}, .keywords = {}, .describes_field = true};
  for (syntax::Keyword const& keyword : field.description->keywords) {
    made.args.push_back(value(keyword.value));
    made.keywords.push_back(keyword.arg);
    if (field.facts.global && keyword.value == field.origin)
      add(place(call), ir::StoreGlobal{field.facts.global, made.args.back()});
  }
  return add(place(call), std::move(made));
}

ir::InstId FunctionBuilder::make_dataclass(DataclassPlan const& plan, ir::ClassId class_id, ir::InstId decorator,
                                           ir::InstId made, Place place) {
  ir::MakeDataclass inst{.class_id = class_id, .decorator = decorator, .made = made, .initializer = {}, .shape = {}};
  if (plan.makes_init) {
    ir::Dataclass& facts = *module_.module.classes[class_id].dataclass;
    std::vector<ir::InstId> defaults;
    std::vector<ir::InstId> keyword_defaults;
    for (OwnField const& own : plan.own) {
      if (own.facts.default_kind != Default::Value || own.facts.global) continue;
      ir::InstId const constant = value(own.origin);
      auto const found = std::ranges::find(facts.fields, own.facts.name, &ir::DataclassField::name);
      found->constant = std::get<ir::Constant>(function_.insts[constant].node);
    }
    for (ir::DataclassField const& field : facts.fields) {
      if (!field.is_parameter) continue;
      ir::InstId const each = has_default(field) ? default_value(field, place) : ir::InstId{};
      if (field.keyword_only)
        keyword_defaults.push_back(each);
      else if (each)
        defaults.push_back(each);
    }
    ir::FunctionId const init = build_initializer(plan, class_id, module_.module.classes[class_id].span);
    inst.initializer = make_function(init, std::move(defaults), std::move(keyword_defaults), place);
    inst.shape = shape_of(plan);
  }
  return add(place, std::move(inst));
}

ir::InstId FunctionBuilder::default_value(ir::DataclassField const& field, Place place) {
  if (field.default_kind == Default::Factory)
    return add(place, ir::Constant{.kind = ir::ConstantKind::FactoryMarker, .text = {}});
  return field.constant ? add(place, *field.constant) : add(place, ir::LoadGlobal{field.global, false});
}

ir::FunctionId FunctionBuilder::build_initializer(DataclassPlan const& plan, ir::ClassId class_id, Span class_span) {
  ir::Class const& cls = module_.module.classes[class_id];
  FunctionBuilder init(module_, this, scope_, ir::FunctionKind::Function);
  ir::Function& made = init.function_;
  made.name = NameId::of("__init__");
  made.qualified_name = cls.qualified_name + ".__init__";
  made.span = made.name_span = {class_span.file, class_span.begin, class_span.begin};
  made.parent = cls.body;
  made.class_id = class_id;
  made.generated = true;
  init.add_field_parameters(plan.facts);
  init.store_fields(plan, made.span);
  return init.id();
}

// Those by position come first.
void FunctionBuilder::add_field_parameters(ir::Dataclass const& facts) {
  auto const add_parameter = [&](NameId name, ir::ParameterKind kind, bool has_default) {
    ir::LocalId const local =
        function_.locals.add({.name = name, .kind = ir::LocalKind::Parameter, .type = object_type()});
    function_.parameters.push_back({.local = local, .kind = kind, .has_default = has_default});
  };
  bool const has_self =
      std::ranges::any_of(facts.fields, [](ir::DataclassField const& field) { return field.name.text() == "self"; });
  add_parameter(NameId::of(has_self ? "__dataclass_self__" : "self"), ir::ParameterKind::Positional, false);
  for (bool const by_keyword : {false, true}) {
    for (ir::DataclassField const& field : facts.fields) {
      if (!field.is_parameter || field.keyword_only != by_keyword) continue;
      add_parameter(field.name, by_keyword ? ir::ParameterKind::KeywordOnly : ir::ParameterKind::Positional,
                    has_default(field));
    }
  }
}

void FunctionBuilder::store_fields(DataclassPlan const& plan, Span span) {
  Place const where = plain_place(span);
  ir::Dataclass const& facts = *module_.module.classes[function_.class_id].dataclass;
  ir::LocalId const self = function_.parameters[0].local;
  generated_line_ = ir::line_of_generated_def;
  for (ir::DataclassField const& field : facts.fields) {
    // Without a slot in its place, the class has the default.
    bool const is_set =
        field.is_parameter || field.default_kind == Default::Factory || (facts.has_slots && has_default(field));
    if (!is_set) continue;
    ++generated_line_;
    auto const parameter = std::ranges::find_if(function_.parameters, [&](ir::Parameter const& each) {
      return each.local != self && function_.locals[each.local].name == field.name;
    });
    ir::LocalId const given = parameter == function_.parameters.end() ? ir::LocalId{} : parameter->local;
    ir::InstId const value = field_value(field, given, where);
    ir::InstId const object = add(where, ir::LoadLocal{self, false});
    add(where, ir::SetAttr{object, field.name, value, facts.frozen});
  }
  ++generated_line_;
  if (plan.has_post_init) {
    ir::InstId const object = add(where, ir::LoadLocal{self, false});
    ir::InstId const method = add(where, ir::GetMethod{object, NameId::of("__post_init__")});
    add(where, ir::CallMethod{method, {}, {}});
  }
  add(where, ir::Return{});
}

// The argument; where that is the marker, what the factory gives; without a parameter, the default.
ir::InstId FunctionBuilder::field_value(ir::DataclassField const& field, ir::LocalId parameter, Place place) {
  if (!parameter)
    return field.default_kind == Default::Factory ? call_factory(field, place) : default_value(field, place);
  if (field.default_kind != Default::Factory) return add(place, ir::LoadLocal{parameter, false});
  ir::InstId const given = add(place, ir::LoadLocal{parameter, false});
  ir::InstId const marker = add(place, ir::Constant{.kind = ir::ConstantKind::FactoryMarker, .text = {}});
  ir::IfExp choice{};
  choice.condition = add_bool(place, ir::Compare{syntax::CompareOperator::Is, given, marker});
  choice.then_block = block([&] { choice.then_value = call_factory(field, place); });
  choice.else_block = block([&] { choice.else_value = add(place, ir::LoadLocal{parameter, false}); });
  return add(place, choice);
}

ir::InstId FunctionBuilder::call_factory(ir::DataclassField const& field, Place place) {
  ir::InstId const factory =
      field.builtin ? load_builtin(field.builtin, place) : add(place, ir::LoadGlobal{field.global, false});
  return add(place, ir::Call{factory, {}, {}});
}

}  // namespace aiocc::build_ir
