// Where a program sees objects die, temporaries end right after their last use, as CPython's stack gives them up: `t1 = {};`.
// What is used last in its statement ends with that.
#include <algorithm>

#include "emit/function_emitter.hpp"

namespace aiocc::emit {

void FunctionEmitter::declare_temporary(ir::InstId value, std::string const& name) {
  note_temporary(type_of(value));
  hold(value, name);
}

void FunctionEmitter::hold(ir::InstId value, std::string const& name) {
  bool const is_seen = context_.module.types.is_word(type_of(value)) && is_observable(type_of(value));
  if (context_.ends_temporaries && is_seen) held_.push_back({value, name, current_block_});
}

// Of an expression that isn't written yet, and may read a temporary.
void FunctionEmitter::note_value(ir::InstId value) {
  if (context_.ends_temporaries) statement_values_.push_back(value.index);
}

// What the instruction reads, it's about to use.
void FunctionEmitter::note_reads(ir::InstId reader) {
  if (!context_.ends_temporaries) return;
  ir::for_each_operand(inst(reader).node, [&](ir::InstId operand) { --reads_left_[operand.index]; });
}

bool FunctionEmitter::is_used_up(Temporary const& temporary) const {
  std::uint32_t const value = temporary.value.index;
  return temporary.block == current_block_ && uses_[value] == 0 && reads_left_[value] == 0;
}

bool FunctionEmitter::has_used_up_temporaries() const {
  return std::ranges::any_of(held_, [&](Temporary const& each) { return is_used_up(each); });
}

// Whether nothing of the statement comes behind this instruction that the end of a temporary could be seen by.
bool FunctionEmitter::next_ends_temporaries() const {
  if (position_ + 1 >= current_block_->size()) return true;
  ir::Inst const& next = inst((*current_block_)[position_ + 1]);
  // A loop's body begins before its first statement.
  bool const is_in_statement = !statements_.empty() && statements_.back().block == current_block_;
  bool const ends_statement = next.kind() == ir::InstKind::Statement || next.kind() == ir::InstKind::If;
  return (ends_statement && is_in_statement) || ir::traits_of(next).terminates;
}

// Whether the value only comes to be in the instruction that uses it, which reads its operands then.
bool FunctionEmitter::is_part_of_user(ir::InstId value) const {
  ir::InstKind const kind = inst(value).kind();
  return kind == ir::InstKind::Unpack || kind == ir::InstKind::MakeSlice || loop_sources_.contains(value.index) ||
         loop_slices_.contains(value.index) || has_value_kind(ir::TypeKind::Coroutine, value);
}

// Gives variables to the values that are read from the temporary. False where that can't be yet.
bool FunctionEmitter::write_readers_of(std::string_view name) {
  for (std::uint32_t const index : statement_values_) {
    ir::InstId const value{index};
    if (uses_[value.index] == 0 || !mentions(pending_[value.index].text, name)) continue;
    if (is_part_of_user(value)) return false;
    materialise(value);
  }
  return true;
}

// The text of a value that whoever gets it may keep for itself.
std::string FunctionEmitter::use_up(ir::InstId value) {
  std::string const text = use(value);
  auto const temporary =
      std::ranges::find_if(held_, [&](Temporary const& each) { return each.name == text && is_used_up(each); });
  if (temporary == held_.end()) return text;
  held_.erase(temporary);
  return fmt::format("std::move({})", text);
}

void FunctionEmitter::end_temporaries() {
  bool const is_last = !held_.empty() && next_ends_temporaries();
  for (std::size_t at = 0; at < held_.size();) {
    Temporary const temporary = held_[at];
    if (!is_used_up(temporary) || (!is_last && !write_readers_of(temporary.name))) {
      ++at;
      continue;
    }
    if (!is_last) out_.line("{} = {{}};", temporary.name);
    held_.erase(held_.begin() + static_cast<std::ptrdiff_t>(at));
  }
}

void FunctionEmitter::leave_temporaries_of(std::vector<ir::InstId> const& block) {
  std::erase_if(held_, [&](Temporary const& each) { return each.block == &block; });
}

}  // namespace aiocc::emit
