// Comprehensions, which run inside the function around them with variables of their own (PEP 709), and generator expressions, which
// are nested generator functions over an iterator that the function around them makes.
#include "build_ir/function_builder.hpp"

namespace aiocc::build_ir {

// The loops from generators[at] on, around what `emit` builds; `first` is the outermost iterable.
template <class Emit>
void FunctionBuilder::comprehension_loops(Array<syntax::Comprehension> generators, std::size_t at, ir::InstId first, Place whole,
                                          Emit const& emit) {
  syntax::Comprehension const& generator = generators[at];
  ir::For loop{.iterable = at == 0 ? first : value(generator.iter), .is_async = generator.is_async, .body = {}, .else_block = {}};
  auto const inner = [&] {
    if (at + 1 < generators.size()) return comprehension_loops(generators, at + 1, {}, whole, emit);
    emit();
  };
  auto const filtered = [&](auto const& self, std::size_t filter) -> void {
    if (filter == generator.ifs.size()) return inner();
    ir::If branch{.condition = condition(generator.ifs[filter]), .then_block = {}, .else_block = {}};
    branch.then_block = block([&] { self(self, filter + 1); });
    add(place(generator.ifs[filter]), branch);
  };
  loop.body = block([&] {
    store(generator.target, add(place(generator.target), ir::LoopItem{}));
    filtered(filtered, 0);
  });
  add(generator.is_async ? whole : place(generator.iter), loop);
}

// `make` gives the empty container, `emit(container)` builds what adds an element.
template <class Make, class Emit>
ir::InstId FunctionBuilder::inline_comprehension(Array<syntax::Comprehension> generators, syntax::ExprId id, Make make,
                                                 Emit const& emit) {
  ir::InstId const first = value(generators[0].iter);
  ir::InstId const container = make();
  semantics::ScopeId const around = std::exchange(scope_, model().expr_scopes[id]);
  for (semantics::VariableId variable : scope().variables) {
    semantics::Variable const& facts = model().variables[variable];
    if (facts.captured) {
      add(place(id), ir::MakeCell{local_of(variable)});
    } else if (facts.may_be_unbound) {
      add(place(id), ir::DeleteLocal{.local = local_of(variable), .quiet = true});
    }
  }
  comprehension_loops(generators, 0, first, place(id), [&] { emit(container); });
  scope_ = around;
  return container;
}

ir::InstId FunctionBuilder::build(syntax::ListComp const& node, syntax::ExprId id) {
  return inline_comprehension(
      node.generators, id, [&] { return add(place(id), ir::MakeList{}); },
      [&](ir::InstId list) { add(place(node.elt), ir::ListAppend{list, value(node.elt)}); });
}

ir::InstId FunctionBuilder::build(syntax::SetComp const& node, syntax::ExprId id) {
  return inline_comprehension(
      node.generators, id, [&] { return add(place(id), ir::MakeSet{}); },
      [&](ir::InstId set) { add(place(node.elt), ir::SetAdd{set, value(node.elt)}); });
}

ir::InstId FunctionBuilder::build(syntax::DictComp const& node, syntax::ExprId id) {
  Span pair = ast().span(node.key);
  pair.end = ast().span(node.value).end;
  return inline_comprehension(
      node.generators, id, [&] { return add(place(id), ir::MakeDict{}); },
      [&](ir::InstId dict) {
        ir::InstId const key = value(node.key);
        add(plain_place(pair), ir::SetItem{dict, key, value(node.value)});
      });
}

ir::InstId FunctionBuilder::build(syntax::GeneratorExp const& node, syntax::ExprId id) {
  semantics::ScopeId const inner = model().expr_scopes[id];
  bool const is_async = model().scopes[inner].is_async;
  FunctionBuilder body(module_, this, inner, is_async ? ir::FunctionKind::AsyncGenerator : ir::FunctionKind::Generator);
  body.function_.span = body.function_.name_span = ast().span(id);
  body.function_.anonymous = true;
  ir::InstId const made = make_function(body.id(), {}, {}, place(id));
  syntax::Comprehension const& first = node.generators[0];
  ir::InstId const iterator = add(place(first.iter), ir::GetIter{value(first.iter), first.is_async});
  body.build_generator_body(node);
  return add(place(id), ir::Call{made, {iterator}, {}});
}

void FunctionBuilder::build_generator_body(syntax::GeneratorExp const& node) {
  ir::LocalId const iterator = function_.locals.add({.name = NameId::of("iterator"), .kind = ir::LocalKind::Parameter, .type = object_type()});
  function_.parameters.push_back({.local = iterator, .kind = ir::ParameterKind::PositionalOnly});
  Place const whole = plain_place(function_.span);
  ir::InstId const first = add(place(node.generators[0].iter), ir::LoadLocal{iterator, false});
  comprehension_loops(node.generators, 0, first, whole, [&] { add(place(node.elt), ir::Yield{value(node.elt)}); });
  add(whole, ir::Return{});
}

}  // namespace aiocc::build_ir
