// Comprehensions, which run inside the function around them with variables of their own (PEP 709), and generator expressions, which
// are nested generator functions over an iterator that the function around them makes. Folded ones (semantics/folds.cpp), of which a builtin
// asks for all items at once, run inside the function around them too: `sum(x * x for x in xs)` is a loop that adds.
#include <algorithm>

#include "build_ir/function_builder.hpp"

namespace aiocc::build_ir {

// The loops from generators[at] on, around what `emit` builds; `first` is the outermost iterable.
template <class Emit>
void FunctionBuilder::comprehension_loops(Array<syntax::Comprehension> generators, std::size_t at, ir::InstId first,
                                          Place whole, Emit const& emit, Leaving leaving) {
  syntax::Comprehension const& generator = generators[at];
  ir::For loop{.iterable = at == 0 ? first : value(generator.iter),
               .is_async = generator.is_async,
               .body = {},
               .else_block = {}};
  auto const inner = [&] {
    if (at + 1 == generators.size()) return emit();
    comprehension_loops(generators, at + 1, {}, whole, emit, leaving);
    if (leaving == Leaving::Yes) add(whole, ir::Break{});
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
  // A loop inside of others that ends by itself isn't the end of those.
  if (leaving == Leaving::Yes && at > 0) loop.else_block = block([&] { add(whole, ir::Continue{}); });
  add(generator.is_async ? whole : place(generator.iter), loop);
}

void FunctionBuilder::clear_variables(syntax::ExprId comprehension) {
  for (semantics::VariableId variable : scope().variables) {
    semantics::Variable const& facts = model().variables[variable];
    if (facts.captured) {
      add(place(comprehension), ir::MakeCell{local_of(variable)});
    } else if (facts.may_be_unbound) {
      add(place(comprehension), ir::DeleteLocal{.local = local_of(variable), .quiet = true});
    }
  }
}

// What the last round's variables hold dies with the comprehension, not with the function around it.
void FunctionBuilder::release_variables(syntax::ExprId comprehension) {
  for (semantics::VariableId variable : scope().variables) {
    if (model().variables[variable].captured) continue;
    add(place(comprehension), ir::DeleteLocal{.local = local_of(variable), .quiet = true, .ends = true});
  }
}

// Runs a comprehension in a scope of its own. `make` gives the empty container, `build_loops(first, container)` what fills it from the
// outermost iterable.
template <class Make, class BuildLoops>
ir::InstId FunctionBuilder::in_comprehension(Array<syntax::Comprehension> generators, syntax::ExprId id, Make make,
                                             BuildLoops const& build_loops) {
  ir::InstId const first = value(generators[0].iter);
  ir::InstId const container = make();
  semantics::ScopeId const around = std::exchange(scope_, model().expr_scopes[id]);
  clear_variables(id);
  build_loops(first, container);
  release_variables(id);
  scope_ = around;
  return container;
}

// `emit(container)` builds what adds an element.
template <class Make, class Emit>
ir::InstId FunctionBuilder::inline_comprehension(Array<syntax::Comprehension> generators, syntax::ExprId id, Make make,
                                                 Emit const& emit) {
  return in_comprehension(generators, id, make, [&](ir::InstId first, ir::InstId container) {
    comprehension_loops(generators, 0, first, place(id), [&] { emit(container); });
  });
}

// The variables that the present scope names: what a frame of its own would know.
std::vector<NameId> FunctionBuilder::names_in_scope() const {
  std::vector<NameId> names;
  for (auto const& [name, symbol] : scope().symbols) {
    semantics::NameKind const kind = model().resolve(scope_, name).kind;
    if (kind == semantics::NameKind::Local || kind == semantics::NameKind::Free) names.push_back(name);
  }
  std::ranges::sort(names, {}, &NameId::text);
  return names;
}

// As inline_comprehension for the generator expression that is the first argument of `call`. `emit(container, element)` stands in the frame
// of the call.
template <class Make, class Emit>
ir::InstId FunctionBuilder::fold_generator(syntax::ExprId generator, syntax::ExprId call, Make make, Emit const& emit,
                                           Leaving leaving) {
  auto const& node = ast().get<syntax::GeneratorExp>(generator);
  return in_comprehension(node.generators, generator, make, [&](ir::InstId first, ir::InstId container) {
    semantics::ScopeId const outer_scope = std::exchange(fold_scope_, scope_);
    Place const whole = place(call);
    ir::FoldId const outer = fold_;
    fold_ = function_.folds.add({.qualified_name = scope().qualified_name,
                                 .names = names_in_scope(),
                                 .span = ast().span(generator),
                                 .call = whole.span,
                                 .call_anchor = whole.anchor,
                                 .call_marks_hidden = hides_marks(whole),
                                 .outer = outer});
    comprehension_loops(
        node.generators, 0, first, place(generator),
        [&] {
          ir::InstId const element = value(node.elt);
          ir::FoldId const inner = std::exchange(fold_, outer);
          emit(container, element);
          fold_ = inner;
        },
        leaving);
    fold_ = outer;
    fold_scope_ = outer_scope;
  });
}

// Whether the function that the present fold would be doesn't own the variables of `owner`, which it then finds around itself.
bool FunctionBuilder::is_around_fold(semantics::ScopeId owner) const {
  if (!fold_) return false;
  for (semantics::ScopeId at = scope_; at != owner; at = model().scopes[at].parent) {
    if (at == fold_scope_) return true;
  }
  return false;
}

// A call of a builtin with a folded generator expression; nothing for any other call.
std::optional<ir::InstId> FunctionBuilder::build_folded_call(syntax::Call const& node, syntax::ExprId id) {
  bool const is_generator = !node.args.empty() && ast().get_if<syntax::GeneratorExp>(node.args[0]);
  if (!is_generator || model().scopes[model().expr_scopes[node.args[0]]].kind != semantics::ScopeKind::Comprehension)
    return std::nullopt;
  if (auto const* method = ast().get_if<syntax::Attribute>(node.func)) {
    ir::InstId const text = value(method->value);
    ir::InstId const join =
        add(attribute_place(ast(), module_.file, node.func, node.func), ir::GetMethod{text, method->attr});
    ir::InstId const list = fold_list(node.args[0], id);
    return add(attribute_place(ast(), module_.file, node.func, id), ir::CallMethod{join, {list}, {}});
  }
  std::string_view const callee = ast().get<syntax::Name>(node.func).id.text();
  if (callee == "sum") return fold_sum(node, id);
  if (callee == "any" || callee == "all") return fold_search(node, id, callee == "any");
  if (callee == "set") return fold_set(node.args[0], id);
  ir::InstId const list = fold_list(node.args[0], id);
  if (callee == "list") return list;
  if (callee == "tuple") return add(place(id), ir::ListToTuple{list});
  ir::Call call{.callee = add(place(node.func), ir::LoadBuiltin{NameId::of(callee)}), .args = {list}, .keywords = {}};
  for (syntax::Keyword const& keyword : node.keywords) {
    call.args.push_back(value(keyword.value));
    call.keywords.push_back(keyword.arg);
  }
  return add(place(id), std::move(call));
}

ir::InstId FunctionBuilder::fold_list(syntax::ExprId generator, syntax::ExprId call) {
  return fold_generator(
      generator, call, [&] { return add(place(call), ir::MakeList{}); },
      [&](ir::InstId list, ir::InstId element) { add(place(call), ir::ListAppend{list, element}); });
}

ir::InstId FunctionBuilder::fold_set(syntax::ExprId generator, syntax::ExprId call) {
  return fold_generator(
      generator, call, [&] { return add(place(call), ir::MakeSet{}); },
      [&](ir::InstId set, ir::InstId element) { add(place(call), ir::SetAdd{set, element}); });
}

ir::InstId FunctionBuilder::fold_sum(syntax::Call const& node, syntax::ExprId id) {
  ir::InstId start;
  auto const begin = [&] {
    if (node.args.size() > 1) start = value(node.args[1]);
    return add(place(id), ir::StartSum{start});
  };
  ir::InstId const sum = fold_generator(node.args[0], id, begin, [&](ir::InstId begun, ir::InstId element) {
    add(place(id), ir::SumAdd{begun, element});
  });
  return add(place(id), ir::SumResult{sum, start});
}

// `any` looks for a true item, `all` for a false one: the loops end with the first.
ir::InstId FunctionBuilder::fold_search(syntax::Call const& node, syntax::ExprId id, bool wanted) {
  ir::LocalId const found = temporary(wanted ? "any" : "all");
  auto const set = [&](bool result) {
    ir::Constant constant{.kind = ir::ConstantKind::Bool, .boolean = result, .text = {}};
    ir::InstId const value = add(place(id), std::move(constant));
    add(place(id), ir::StoreLocal{found, value});
    return value;
  };
  fold_generator(
      node.args[0], id, [&] { return set(!wanted); },
      [&](ir::InstId, ir::InstId element) {
        ir::InstId condition = truth(element, place(id));
        if (!wanted) condition = add_bool(place(id), ir::Not{condition});
        ir::If branch{.condition = condition, .then_block = {}, .else_block = {}};
        branch.then_block = block([&] {
          set(wanted);
          add(place(id), ir::Break{});
        });
        add(place(id), branch);
      },
      Leaving::Yes);
  return add(place(id), ir::LoadLocal{found});
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
  ir::LocalId const iterator =
      function_.locals.add({.name = NameId::of("iterator"), .kind = ir::LocalKind::Parameter, .type = object_type()});
  function_.parameters.push_back({.local = iterator, .kind = ir::ParameterKind::PositionalOnly});
  Place const whole = plain_place(function_.span);
  ir::InstId const first = add(place(node.generators[0].iter), ir::LoadLocal{iterator, false});
  comprehension_loops(node.generators, 0, first, whole, [&] { add(place(node.elt), ir::Yield{value(node.elt)}); });
  add(whole, ir::Return{});
}

}  // namespace aiocc::build_ir
