// Look-ups that a store under the same key follows, with a variable between the two for what was found:
//
//   DictPlace place_1;
//   Int t1 = TRY(counts.get_or(place_1, word, Int(0)), AT(1));
//   TRY(counts.set(place_1, word, t1 + 1), AT(2));
#include <algorithm>

#include "bindings/bindings.hpp"
#include "emit/function_emitter.hpp"
#include "ir/plain_operations.hpp"

namespace aiocc::emit {

namespace {

// Looks through the instructions behind a look-up for a store into the same dict under the same key, which both are held until then.
class PlaceReader {
 public:
  // An operand of the look-up. Where it's a variable that has been given something else since it was loaded, it's only itself.
  struct Operand {
    ir::InstId id;
    bool is_current;
  };
  PlaceReader(ir::Module const& module, ir::Function const& function, Operand dict, Operand key)
      : module_(module), function_(function), dict_(dict), key_(key) {}

  // Whether the search goes on behind this instruction.
  bool read(ir::InstId id) {
    ir::Inst const& inst = function_.insts[id];
    if (auto const* const call = std::get_if<ir::CallNative>(&inst.node); call && is_store(*call)) {
      store_ = id;
      return false;
    }
    bool has_blocks = false;
    ir::for_each_block(inst.node, [&](ir::BlockId) { has_blocks = true; });
    if (auto const* const store = std::get_if<ir::StoreLocal>(&inst.node)) stored_.push_back(store->local);
    is_simple_ = is_simple_ && is_simple(inst);
    return !has_blocks && !std::holds_alternative<ir::DeleteLocal>(inst.node);
  }
  ir::InstId store() const { return store_; }

 private:
  bool is_store(ir::CallNative const& call) const {
    bindings::Effects const& effects = call.overload->effects;
    return effects.places && effects.stores && call.args.size() == 3 && is_same(call.args[0], dict_) &&
           is_same(call.args[1], key_);
  }
  bool is_same(ir::InstId id, Operand operand) const {
    return id == operand.id || (operand.is_current && is_same(id, operand.id));
  }

  bool is_same(ir::InstId left, ir::InstId right) const {
    if (left == right) return true;
    ir::InstNode const& one = function_.insts[left].node;
    ir::InstNode const& other = function_.insts[right].node;
    if (auto const* const load = std::get_if<ir::LoadLocal>(&one)) {
      auto const* const same = std::get_if<ir::LoadLocal>(&other);
      ir::Local const& local = function_.locals[load->local];
      return same && same->local == load->local && !local.captured && !local.free &&
             std::ranges::find(stored_, load->local) == stored_.end();
    }
    // Other variables keep what they have while nothing but arithmetic happens.
    if (!is_simple_) return false;
    if (auto const* const field = std::get_if<ir::GetField>(&one)) {
      auto const* const same = std::get_if<ir::GetField>(&other);
      return same && same->class_id == field->class_id && same->field == field->field &&
             is_same(field->object, same->object);
    }
    auto const* const global = std::get_if<ir::LoadGlobal>(&one);
    auto const* const same = std::get_if<ir::LoadGlobal>(&other);
    return global && same && global->global == same->global;
  }

  bool is_simple(ir::Inst const& inst) const {
    switch (inst.kind()) {
      case ir::InstKind::Statement:
      case ir::InstKind::Constant:
      case ir::InstKind::LoadLocal:
      case ir::InstKind::LoadGlobal:
      case ir::InstKind::GetField: return true;
      default: return ir::is_plain_operation(module_, function_, inst);
    }
  }

  ir::Module const& module_;
  ir::Function const& function_;
  Operand dict_, key_;
  ir::InstId store_;
  std::vector<ir::LocalId> stored_;
  bool is_simple_ = true;
};

}  // namespace

// Whether nobody can tell how often keys of the type are hashed and compared.
bool FunctionEmitter::is_plain_key(ir::TypeId id) const {
  ir::Type const& type = context_.module.types[id];
  switch (type.kind) {
    case ir::TypeKind::Int:
    case ir::TypeKind::Str:
    case ir::TypeKind::Bytes: return true;
    case ir::TypeKind::Tuple:
      return std::ranges::all_of(type.arguments, [&](ir::TypeId argument) { return is_plain_key(argument); });
    default: return false;
  }
}

// Whether a value is still read where it was loaded from.
bool FunctionEmitter::is_read_in_place(ir::InstId id) const {
  std::string const& text = pending_.at(id.index).text;
  ir::InstNode const& node = inst(id).node;
  if (auto const* const load = std::get_if<ir::LoadLocal>(&node))
    return !load->may_be_unbound && text == variable(load->local);
  if (auto const* const load = std::get_if<ir::LoadGlobal>(&node)) return text == context_.names.global(load->global);
  auto const* const field = std::get_if<ir::GetField>(&node);
  return field && is_read_in_place(field->object) &&
         text == fmt::format("{}->{}", pending_.at(field->object.index).text,
                             context_.names.field(field->class_id, field->field));
}

// The variable for what a dict's method finds, or has found before; empty where the key is used once.
std::string FunctionEmitter::dict_place(ir::InstId id, ir::CallNative const& node) {
  if (auto const found = places_.find(id.index); found != places_.end()) return found->second;
  bindings::Effects const& effects = node.overload->effects;
  if (!effects.places || effects.stores || !current_block_) return {};
  ir::Type const& dict = context_.module.types[type_of(node.args[0])];
  bool const has_plain_keys = dict.kind == ir::TypeKind::Dict && is_plain_key(dict.arguments[0]);
  if (!has_plain_keys || type_of(node.args[1]) != dict.arguments[0]) return {};
  PlaceReader reader(context_.module, function_, {node.args[0], is_read_in_place(node.args[0])},
                     {node.args[1], is_read_in_place(node.args[1])});
  for (std::size_t next = position_ + 1; next < current_block_->size(); ++next)
    if (!reader.read((*current_block_)[next])) break;
  if (!reader.store()) return {};
  std::string const name = fresh("place");
  declare_before_statement(fmt::format("DictPlace {};\n", name));
  places_[reader.store().index] = name;
  return name;
}

}  // namespace aiocc::emit
