// Operators, attributes and items.
#include "emit/function_emitter.hpp"
#include "emit/literals.hpp"
#include "ir/plain_operations.hpp"

namespace aiocc::emit {

namespace {

constexpr char const* binary_names[] = {"add",     "subtract", "multiply",    "matrix_multiply", "true_divide",
                                        "modulo",  "power",    "left_shift",  "right_shift",     "bit_or",
                                        "bit_xor", "bit_and",  "floor_divide"};

char const* comparison_name(syntax::CompareOperator op) {
  switch (op) {
    case syntax::CompareOperator::Eq: return "equal";
    case syntax::CompareOperator::NotEq: return "not_equal";
    case syntax::CompareOperator::Lt: return "less";
    case syntax::CompareOperator::LtE: return "less_equal";
    case syntax::CompareOperator::Gt: return "greater";
    case syntax::CompareOperator::GtE: return "greater_equal";
    default: return nullptr;
  }
}

}  // namespace

// Whether both are ints or floats.
bool FunctionEmitter::are_real(ir::InstId left, ir::InstId right) const {
  return ir::is_real(context_.module.types[type_of(left)].kind) &&
         ir::is_real(context_.module.types[type_of(right)].kind);
}

std::string FunctionEmitter::number_operand(ir::InstId id, ir::InstId other) {
  auto const* const constant = std::get_if<ir::Constant>(&inst(id).node);
  bool const small = constant && constant->kind == ir::ConstantKind::Int && constant->text.size() < 9;
  if (!small || !has_value_kind(ir::TypeKind::Int, id) || inst(other).kind() == ir::InstKind::Constant)
    return use(id, true);
  use(id);
  return constant->text;
}

// A complex number for further arithmetic, or for a variable, which may take over the number and keep its object.
std::string FunctionEmitter::use_unboxed(ir::InstId id, bool as_operand) {
  auto const unboxed = unboxed_.find(id.index);
  bool const is_pending =
      unboxed != unboxed_.end() && pending_.at(id.index).text == fmt::format("Complex({})", unboxed->second);
  std::string const text = use(id, as_operand);
  if (!is_pending) return text;
  return as_operand ? fmt::format("({})", unboxed->second) : unboxed->second;
}

// `a + b`, `a - b` or `a * b` of complex numbers.
void FunctionEmitter::emit_complex_operation(ir::InstId id, syntax::Operator op, ir::InstId left, ir::InstId right) {
  std::string const text =
      fmt::format("{} {} {}", use_unboxed(left, true), syntax::symbol(op), use_unboxed(right, true));
  unboxed_[id.index] = text;
  define_pure(id, fmt::format("Complex({})", text), {left, right});
}

// An operand's text without the parentheses that it has as an operator's.
std::string FunctionEmitter::factor(ir::InstId id, std::string const& operand) const {
  Pending const& value = pending_.at(id.index);
  return operand == fmt::format("({})", value.text) ? value.text : operand;
}

// Whether all that becomes of a float is that the next instructions compare its size with another, which takes no code to get.
bool FunctionEmitter::is_compared_next(ir::InstId id) const {
  if (uses_[id.index] != 1 || !current_block_) return false;
  std::vector<ir::InstId> const& block = *current_block_;
  std::size_t next = position_ + 1;
  // The int of the source that inference made a float of.
  while (next < block.size() && inst(block[next]).kind() == ir::InstKind::Constant && uses_[block[next].index] == 0)
    ++next;
  if (next + 1 >= block.size()) return false;
  ir::InstId const bound = block[next];
  ir::InstId const result = block[next + 1];
  auto const* const comparison = std::get_if<ir::Compare>(&inst(result).node);
  if (!comparison || comparison->left != id || comparison->right != bound) return false;
  using syntax::CompareOperator;
  bool const is_order = comparison->op == CompareOperator::Lt || comparison->op == CompareOperator::LtE ||
                        comparison->op == CompareOperator::Gt || comparison->op == CompareOperator::GtE;
  auto const* const load = std::get_if<ir::LoadLocal>(&inst(bound).node);
  bool const is_plain =
      inst(bound).kind() == ir::InstKind::Constant || (load && !load->may_be_unbound && !in_cell(load->local));
  return is_order && is_plain && has_value_kind(ir::TypeKind::Float, bound) &&
         has_value_kind(ir::TypeKind::Float, id) && has_value_kind(ir::TypeKind::Bool, result);
}

// What a sum adds or takes away: a product that has no variable of its own is computed together with the sum.
std::string FunctionEmitter::sum_operand(ir::InstId id, std::string operand) const {
  auto const product = products_.find(id.index);
  return product != products_.end() && !pending_.at(id.index).atomic ? product->second : operand;
}

// `a + b`, `a - b` or `a * b` of ints.
void FunctionEmitter::emit_int_operation(ir::InstId id, syntax::Operator op, ir::InstId left, ir::InstId right) {
  std::string left_text = number_operand(left, right);
  std::string right_text = number_operand(right, left);
  if (op == syntax::Operator::Mult) {
    products_[id.index] = fmt::format("product({}, {})", factor(left, left_text), factor(right, right_text));
  } else if (std::string const fused = sum_operand(right, right_text); fused != right_text) {
    right_text = fused;
  } else if (op == syntax::Operator::Add && read_once_.contains(left.index) && read_once_.contains(right.index) &&
             leaves_next(id)) {
    left_text = fmt::format("std::move({})", left_text);
    right_text = fmt::format("std::move({})", right_text);
  } else if (op == syntax::Operator::Add) {
    left_text = sum_operand(left, left_text);
  }
  define_pure(id, fmt::format("{} {} {}", left_text, syntax::symbol(op), right_text), {left, right});
}

// `text = text + more` of a variable, whose text grows in place where nobody else has it. False: it isn't that.
bool FunctionEmitter::grow_variable(ir::InstId id, ir::InstId left, ir::InstId right) {
  auto const* const load = std::get_if<ir::LoadLocal>(&inst(left).node);
  if (!load || in_cell(load->local) || !leaves_next(id)) return false;
  auto const* const store = std::get_if<ir::StoreLocal>(&inst((*current_block_)[position_ + 1]).node);
  bool const is_same = store && store->local == load->local && function_.locals[store->local].type == type_of(id);
  std::string const name = variable(load->local);
  if (!is_same || pending_.at(left.index).text != name || pending_.at(right.index).locals.contains(load->local.index))
    return false;
  use(left);
  std::string const more = use(right);
  flush_readers_of(load->local);
  out_.line("{} += {};", name, more);
  ++position_;
  return true;
}

// Int with Int, and double with double: plain C++ operators where Python's can't fail.
bool FunctionEmitter::emit_typed_binary(ir::InstId id, syntax::Operator op, ir::InstId left, ir::InstId right) {
  bool const ints = has_value_kind(ir::TypeKind::Int, left) && has_value_kind(ir::TypeKind::Int, right);
  bool const floats = has_value_kind(ir::TypeKind::Float, left) && has_value_kind(ir::TypeKind::Float, right);
  bool const strings = has_value_kind(ir::TypeKind::Str, left) && has_value_kind(ir::TypeKind::Str, right);
  bool const complexes =
      ir::is_complex(context_.module.types[type_of(left)]) && ir::is_complex(context_.module.types[type_of(right)]);
  bool const mixed = !ints && !floats && are_real(left, right);
  using syntax::Operator;
  // Where the slot takes any object, a float result goes the dynamic way, which boxes it.
  bool const gives_float = floats || (ints && op == Operator::Div);
  if (gives_float && !has_value_kind(ir::TypeKind::Float, id)) return false;
  if (ints && op == Operator::Pow && !has_value_kind(ir::TypeKind::Int, id)) return false;
  if (mixed && ir::is_real(context_.module.types[type_of(id)].kind)) {
    define_effect(id, fmt::format("operators::{}({}, {})", binary_names[static_cast<int>(op)], use(left), use(right)),
                  true);
    return true;
  }
  bool const sums = op == Operator::Add || op == Operator::Sub || op == Operator::Mult;
  if (sums && complexes && ir::is_complex(context_.module.types[type_of(id)])) {
    emit_complex_operation(id, op, left, right);
    return true;
  }
  bool const plain = (ints || floats) && sums;
  bool const bits = ints && (op == Operator::BitAnd || op == Operator::BitOr || op == Operator::BitXor);
  if (ints && plain) {
    emit_int_operation(id, op, left, right);
    return true;
  }
  if (strings && op == Operator::Add && grow_variable(id, left, right)) return true;
  if (plain || bits || (strings && op == Operator::Add)) {
    define_pure(id,
                fmt::format("{} {} {}", number_operand(left, right), syntax::symbol(op), number_operand(right, left)),
                {left, right});
    return true;
  }
  if (ints && (op == Operator::FloorDiv || op == Operator::Mod || op == Operator::LShift || op == Operator::RShift)) {
    define_effect(id, fmt::format("{}({}, {})", binary_names[static_cast<int>(op)], use(left), use(right)), true);
    return true;
  }
  if (op == Operator::Pow && (ints || floats)) {
    define_effect(id, fmt::format("{}({}, {})", ints ? "power_int" : "power", use(left), use(right)), true);
    return true;
  }
  if (ints && op == Operator::Div) {
    define_effect(id, fmt::format("true_divide({}, {})", use(left), use(right)), true);
    return true;
  }
  if (floats && (op == Operator::Div || op == Operator::FloorDiv || op == Operator::Mod)) {
    define_effect(id, fmt::format("{}({}, {})", binary_names[static_cast<int>(op)], use(left), use(right)), true);
    return true;
  }
  return false;
}

void FunctionEmitter::emit(ir::InstId id, ir::Binary const& node) {
  if (emit_typed_binary(id, node.op, node.left, node.right)) return;
  std::string const call = fmt::format("operators::{}({}, {})", binary_names[static_cast<int>(node.op)],
                                       use_object(node.left), use_object(node.right));
  define_effect(id, call, true);
}

void FunctionEmitter::emit(ir::InstId id, ir::InPlace const& node) {
  if (emit_typed_binary(id, node.op, node.left, node.right)) return;
  std::string const call = fmt::format("operators::inplace_{}({}, {})", binary_names[static_cast<int>(node.op)],
                                       use_object(node.left), use_object(node.right));
  define_effect(id, call, true);
}

void FunctionEmitter::emit(ir::InstId id, ir::Unary const& node) {
  bool const number = ir::is_real(context_.module.types[type_of(node.operand)].kind);
  if (number && node.op == syntax::UnaryOperator::USub) {
    std::string const operand = use(node.operand, true);
    // A literal may have a sign of its own.
    define_pure(id, fmt::format(fmt::runtime(operand.starts_with('-') ? "-({})" : "-{}"), operand), {node.operand});
    return;
  }
  if (number && node.op == syntax::UnaryOperator::UAdd) {
    define_pure(id, use(node.operand, true), {node.operand});
    return;
  }
  char const* const name = node.op == syntax::UnaryOperator::USub   ? "negative"
                           : node.op == syntax::UnaryOperator::UAdd ? "positive"
                                                                    : "invert";
  // The inverse of a bool warns.
  bool const may_warn = node.op == syntax::UnaryOperator::Invert && !number && !context_.notes_frames;
  if (may_warn && context_.notes_warnings) note_caller(id);
  define_effect(id, fmt::format("operators::{}({})", name, use_object(node.operand)), true);
}

bool FunctionEmitter::emit_typed_compare(ir::InstId id, ir::Compare const& node) {
  if (compared_.contains(node.left.index)) {
    std::string const text = fmt::format("{} {} {}", use(node.left), syntax::symbol(node.op), use(node.right, true));
    define_effect(id, tried(node.left, text), false);
    return true;
  }
  if (!has_value_kind(ir::TypeKind::Bool, id) || !comparison_name(node.op)) return false;
  ir::TypeKind const left = context_.module.types[type_of(node.left)].kind;
  ir::TypeKind const right = context_.module.types[type_of(node.right)].kind;
  bool const is_mixed = left != right && left != ir::TypeKind::IntOrFloat && right != ir::TypeKind::IntOrFloat;
  if (are_real(node.left, node.right) && is_mixed) {
    std::string const first = fmt::format("IntOrFloat({})", use(node.left));
    define_pure(id, fmt::format("{} {} {}", first, syntax::symbol(node.op), use(node.right, true)),
                {node.left, node.right});
    return true;
  }
  bool const are_alike = left == right && (left == ir::TypeKind::Str || left == ir::TypeKind::Bool);
  if (!are_alike && !are_real(node.left, node.right)) return false;
  define_pure(id,
              fmt::format("{} {} {}", number_operand(node.left, node.right), syntax::symbol(node.op),
                          number_operand(node.right, node.left)),
              {node.left, node.right});
  return true;
}

void FunctionEmitter::emit(ir::InstId id, ir::Compare const& node) {
  using syntax::CompareOperator;
  if (emit_typed_compare(id, node)) return;
  if (node.op == CompareOperator::Is || node.op == CompareOperator::IsNot) {
    std::string const negation = node.op == CompareOperator::IsNot ? "!" : "";
    define_pure(id, fmt::format("{}operators::is({}, {})", negation, use_object(node.left), use_object(node.right)),
                {node.left, node.right});
    return;
  }
  if (node.op == CompareOperator::In || node.op == CompareOperator::NotIn) {
    bool const is_in = node.op == CompareOperator::In;
    if (ir::is_choice(context_.module, function_, node)) {
      std::string const choices = choices_of(node.right);
      define_pure(id, fmt::format("{}is_one_of({}, {})", is_in ? "" : "!", use(node.left), choices), {node.left});
      return;
    }
    char const* const name = is_in ? "contains" : "not_contains";
    define_effect(id, fmt::format("operators::{}({}, {})", name, use_object(node.right), use_object(node.left)), true);
    return;
  }
  std::string const operands =
      fmt::format("{}({}, {})", comparison_name(node.op), use_object(node.left), use_object(node.right));
  if (ir::InstId const truth = take_truth(id))
    define_effect(truth, "operators::test_" + operands, true);
  else
    define_effect(id, (has_value_kind(ir::TypeKind::Bool, id) ? "operators::test_" : "operators::") + operands, true);
}

// The elements of a display of constants that isn't made.
std::string FunctionEmitter::choices_of(ir::InstId display) {
  use(display);
  auto const* tuple = std::get_if<ir::MakeTuple>(&inst(display).node);
  std::vector<ir::InstId> const& elements =
      tuple ? tuple->elements : std::get<ir::MakeSet>(inst(display).node).elements;
  std::string out;
  for (ir::InstId each : elements) out += (out.empty() ? "" : ", ") + use(each);
  return out;
}

// The next instruction, if all that becomes of the value is that its truth is taken there.
ir::InstId FunctionEmitter::take_truth(ir::InstId id) {
  if (uses_[id.index] != 1 || !current_block_ || position_ + 1 >= current_block_->size()) return {};
  ir::InstId const next = (*current_block_)[position_ + 1];
  auto const* const truth = std::get_if<ir::Truth>(&inst(next).node);
  // The truth that `any` takes of an item stands in another frame than the item's comparison.
  if (!truth || truth->operand != id || inst(next).fold != inst(id).fold) return {};
  ++position_;
  return next;
}

void FunctionEmitter::emit(ir::InstId id, ir::Truth const& node) {
  switch (context_.module.types[type_of(node.operand)].kind) {
    case ir::TypeKind::None: define_pure(id, "false", {}); return;
    case ir::TypeKind::Bool: define_pure(id, use(node.operand), {node.operand}); return;
    case ir::TypeKind::Int:
    case ir::TypeKind::Float:
    case ir::TypeKind::IntOrFloat:
      define_pure(id, fmt::format("{} != 0", use(node.operand, true)), {node.operand});
      return;
    case ir::TypeKind::Str:
      define_pure(id, fmt::format("{}.length() != 0", use(node.operand, true)), {node.operand});
      return;
    case ir::TypeKind::List:
    case ir::TypeKind::Set:
    case ir::TypeKind::Dict: {
      std::set<std::uint32_t> const locals = pending_[node.operand.index].locals;
      define(id, Pending{fmt::format("{}.length() != 0", use(node.operand, true)), false, locals, true});
      return;
    }
    default: break;
  }
  // That of NotImplemented warns.
  if (context_.notes_truths) note_caller(id);
  define_effect(id, fmt::format("operators::truth({})", use_object(node.operand)), true);
}

void FunctionEmitter::emit(ir::InstId id, ir::Not const& node) {
  define_pure(id, fmt::format("!{}", use(node.operand, true)), {node.operand});
}

void FunctionEmitter::emit(ir::InstId id, ir::Coerce const& node) {
  if (has_value_kind(ir::TypeKind::Coroutine, node.operand)) return make_coroutine_object(id, node.operand);
  bool const atomic = pending_[node.operand.index].atomic;
  define_pure(id, coerced(type_of(node.operand), type_of(id), use(node.operand)), {node.operand}, atomic);
}

void FunctionEmitter::emit(ir::InstId id, ir::Constant const& node) {
  bool const is_object = has_value_kind(ir::TypeKind::Object, id);
  std::string text;
  switch (node.kind) {
    case ir::ConstantKind::None: text = "None"; break;
    case ir::ConstantKind::Ellipsis: text = "Ellipsis"; break;
    case ir::ConstantKind::NotImplemented: text = "NotImplemented"; break;
    case ir::ConstantKind::FactoryMarker: text = "factory_marker"; break;
    case ir::ConstantKind::Bool:
      text = is_object ? (node.boolean ? "True" : "False") : (node.boolean ? "true" : "false");
      break;
    case ir::ConstantKind::Int:
      text = node.text.size() > 18 ? fmt::format("int_literal({})", string_literal(node.text))
                                   : fmt::format("Int({})", node.text);
      break;
    case ir::ConstantKind::Float:
      text = is_object ? fmt::format("box({})", double_literal(node.number)) : double_literal(node.number);
      break;
    case ir::ConstantKind::Imaginary: text = fmt::format("imaginary({})", double_literal(node.number)); break;
    case ir::ConstantKind::Str: text = string_literal(node.text) + "_s"; break;
    case ir::ConstantKind::Bytes: text = string_literal(node.text) + "_b"; break;
  }
  define(id, Pending{std::move(text), true, {}, false});
}

void FunctionEmitter::emit(ir::InstId id, ir::GetAttr const& node) {
  define_effect(id,
                fmt::format("operators::get_attr({}, {}_s)", use_object(node.object), string_literal(node.name.text())),
                true);
}

void FunctionEmitter::emit(ir::InstId id, ir::SetAttr const& node) {
  effect(id,
         fmt::format("{}({}, {}_s, {})", node.skips_class ? "set_attr_plainly" : "operators::set_attr",
                     use_object(node.object), string_literal(node.name.text()), use_object(node.value)),
         true);
}

void FunctionEmitter::emit(ir::InstId id, ir::DeleteAttr const& node) {
  effect(id, fmt::format("operators::delete_attr({}, {}_s)", use_object(node.object), string_literal(node.name.text())),
         true);
}

// What a field is read of or stored into. A cast for that alone counts no reference.
std::string FunctionEmitter::use_instance(ir::InstId id) {
  std::string const text = use(id, true);
  std::string const cast = fmt::format("word_cast<{}>(", type_text(id));
  if (!text.starts_with(cast) || !text.ends_with(')')) return text;
  std::string const word = text.substr(cast.size(), text.size() - cast.size() - 1);
  return fmt::format("{}.as<{}>()", operand_text(word),
                     context_.names.class_(context_.module.types[type_of(id)].class_id));
}

void FunctionEmitter::emit(ir::InstId id, ir::GetField const& node) {
  std::string const field =
      fmt::format("{}->{}", use_instance(node.object), context_.names.field(node.class_id, node.field));
  if (!node.always_set) {
    std::string const name = string_literal(context_.module.classes[node.class_id].fields[node.field].name.text());
    define_effect(id, fmt::format("check_field({}, {}, {}_s)", use(node.object), field, name), true);
    return;
  }
  Pending value{field, true, pending_[node.object.index].locals, true};
  define(id, std::move(value));
}

void FunctionEmitter::emit(ir::InstId id, ir::SetField const& node) {
  ir::ClassField const& field = context_.module.classes[node.class_id].fields[node.field];
  effect(id,
         fmt::format("{}->{} = {}", use_instance(node.object), context_.names.field(node.class_id, node.field),
                     coerced(type_of(node.value), field.type, use(node.value))),
         false);
}

void FunctionEmitter::emit(ir::InstId id, ir::HasClass const& node) {
  bool const is_instance = has_value_kind(ir::TypeKind::Instance, node.object);
  std::string const object = use(node.object, is_instance);
  std::string const type = is_instance ? object + "->type" : fmt::format("type_of({})", object);
  define_pure(id, fmt::format("{} == {}", type, class_object(node.class_id)), {node.object}, false);
}

void FunctionEmitter::emit(ir::InstId id, ir::BoundSelf const& node) {
  std::set<std::uint32_t> const locals = pending_[node.method.index].locals;
  define(id, Pending{fmt::format("bound_self<{}>({})", type_text(id), use(node.method)), true, locals, true});
}

void FunctionEmitter::emit(ir::InstId id, ir::GetItem const& node) {
  if (std::optional<std::size_t> const element = ir::constant_element(context_.module, function_, node)) {
    use(node.key);
    define_pure(id, fmt::format("{}.get<{}>()", use(node.object, true), *element), {node.object}, true);
    return;
  }
  if (auto const* slice = plain_slice(id, node)) {
    bool const is_loop_source = type_of(id) == type_of(node.object) && !is_coroutine() && is_looped_over_next(id);
    if (is_loop_source) {
      loop_slices_.insert(id.index);
      // Nothing happens between here and the loop.
      std::string text =
          fmt::format("{}, {}, {}", use(node.object), use_object(slice->lower), use_object(slice->upper));
      use(node.key);
      define(id, Pending{std::move(text), true, {}, false});
      return;
    }
    std::string const part =
        fmt::format("{}.slice({}, {})", use(node.object, true), use_object(slice->lower), use_object(slice->upper));
    use(node.key);
    std::string const value = tried(id, part);
    bool const is_same = type_of(id) == type_of(node.object);
    define_effect(id, is_same ? value : fmt::format("word_cast<{}>({})", type_text(id), value), false);
    return;
  }
  define_effect(id, fmt::format("operators::get_item({}, {})", use_object(node.object), use_object(node.key)), true);
}

// Of `xs[i:j]` on a list that is known to be one: no slice object comes to be.
ir::MakeSlice const* FunctionEmitter::plain_slice(ir::InstId id, ir::GetItem const& node) const {
  auto const* slice = std::get_if<ir::MakeSlice>(&inst(node.key).node);
  bool const is_known = has_value_kind(ir::TypeKind::List, id) && has_value_kind(ir::TypeKind::List, node.object);
  return is_known && slice && ir::has_no_step(function_, *slice) ? slice : nullptr;
}

void FunctionEmitter::emit(ir::InstId id, ir::SetItem const& node) {
  effect(id,
         fmt::format("operators::set_item({}, {}, {})", use_object(node.object), use_object(node.key),
                     use_object(node.value)),
         true);
}

void FunctionEmitter::emit(ir::InstId id, ir::DeleteItem const& node) {
  effect(id, fmt::format("operators::delete_item({}, {})", use_object(node.object), use_object(node.key)), true);
}

}  // namespace aiocc::emit
