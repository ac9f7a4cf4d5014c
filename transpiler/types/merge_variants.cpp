// Specialisations that came out the same: a partition of the functions of one origin, refined until those that stand together differ in
// nothing but in which of one another they call, and in types that make no difference to the code.
#include "types/merge_variants.hpp"

#include <functional>
#include <type_traits>
#include <unordered_map>

#include "types/idle_types.hpp"
#include "types/variants.hpp"

namespace aiocc::types {
namespace {

// All that is emitted of a function, as bytes, but for idle types. Callees are named by `class_of`.
class Fingerprint {
 public:
  Fingerprint(ir::Function const& function, IdleTypes const& idle,
              std::function<ir::FunctionId(ir::FunctionId)> const& class_of)
      : function_(function), idle_(idle), class_of_(class_of) {}

  std::string take() {
    add(function_.result);
    for (std::uint32_t index = 0; index < function_.locals.size(); ++index) {
      ir::Local const& local = function_.locals[ir::LocalId{index}];
      add(idle_.locals[index] ? ir::TypeId{} : local.type);
      add(local.may_be_unbound);
    }
    add(function_.body);
    return std::move(bytes_);
  }

 private:
  template <class Value>
  void add(Value const& value) {
    if constexpr (requires { Value::for_each_field(value, [](char const*, auto const&) {}); })
      Value::for_each_field(value, [&](char const*, auto const& field) { add(field); });
    else if constexpr (requires {
                         value.begin();
                         value.size();
                       })
      add_items(value);
    else if constexpr (requires { value.has_value(); })
      add_optional(value);
    else
      add_bytes(value);
  }
  void add(ir::FunctionId id) { add_bytes(id ? class_of_(id) : id); }
  void add(ir::BlockId id) {
    add_bytes(id);
    if (!id) return;
    add_bytes(function_.blocks[id].insts.size());
    for (ir::InstId each : function_.blocks[id].insts) add_inst(each);
  }

  void add_inst(ir::InstId id) {
    ir::Inst const& inst = function_.insts[id];
    add_bytes(id);
    add_bytes(inst.kind());
    add_bytes(inst.span);
    add_bytes(inst.anchor);
    add_bytes(inst.marks_hidden);
    add_bytes(inst.fold);
    add_bytes(idle_.insts[id.index] ? ir::TypeId{} : inst.type);
    std::visit([&](auto const& node) { add(node); }, inst.node);
  }

  template <class Items>
  void add_items(Items const& items) {
    add_bytes(items.size());
    for (auto const& item : items) add(item);
  }
  template <class Optional>
  void add_optional(Optional const& optional) {
    add_bytes(optional.has_value());
    if (optional) add(*optional);
  }
  template <class Value>
  void add_bytes(Value const& value) {
    static_assert(std::is_trivially_copyable_v<Value>);
    bytes_.append(reinterpret_cast<char const*>(&value), sizeof(value));
  }

  ir::Function const& function_;
  IdleTypes const& idle_;
  std::function<ir::FunctionId(ir::FunctionId)> const& class_of_;
  std::string bytes_;
};

class Merging {
 public:
  explicit Merging(World& world) : module_(world.module) {
    std::vector<bool> const is_live = live_functions(world);
    for (std::uint32_t index = world.declared_functions(); index < module_.functions.size(); ++index) {
      if (!is_live[index]) continue;
      ir::FunctionId const origin = world.origin_of(ir::FunctionId{index});
      std::vector<ir::FunctionId>& alike = classes_[origin];
      if (alike.empty() && !world.is_replaced(origin)) alike.push_back(origin);
      alike.push_back(ir::FunctionId{index});
    }
    name_classes();
  }

  void merge() {
    while (refine()) name_classes();
    for (auto const& [first, alike] : classes_) {
      for (ir::FunctionId each : alike) generalise(module_.functions[alike.front()], module_.functions[each]);
    }
    for (ir::Function& function : module_.functions) redirect(function);
  }

 private:
  ir::FunctionId class_of(ir::FunctionId id) const {
    auto const found = class_of_.find(id);
    return found == class_of_.end() ? id : found->second;
  }

  // By the first of each.
  void name_classes() {
    for (auto const& [first, alike] : classes_) {
      for (ir::FunctionId each : alike) class_of_[each] = alike.front();
    }
  }

  // Whether there are more classes now.
  bool refine() {
    std::function<ir::FunctionId(ir::FunctionId)> const name = [&](ir::FunctionId id) { return class_of(id); };
    std::map<ir::FunctionId, std::vector<ir::FunctionId>> refined;
    for (auto const& [first, alike] : classes_) {
      std::unordered_map<std::string, ir::FunctionId> firsts;
      for (ir::FunctionId each : alike) {
        std::string key = alike.size() == 1 ? std::string() : fingerprint(each, name);
        refined[firsts.try_emplace(std::move(key), each).first->second].push_back(each);
      }
    }
    bool const has_grown = refined.size() > classes_.size();
    classes_ = std::move(refined);
    return has_grown;
  }

  std::string fingerprint(ir::FunctionId id, std::function<ir::FunctionId(ir::FunctionId)> const& name) {
    ir::Function const& function = module_.functions[id];
    auto const [idle, is_new] = idle_.try_emplace(id);
    if (is_new) idle->second = find_idle_types(module_, function);
    return Fingerprint(function, idle->second, name).take();
  }

  // Where types differ they're idle ones, whose values may as well be anything.
  void generalise(ir::Function& first, ir::Function const& other) const {
    auto const join = [&](auto& ours, auto const& theirs) {
      for (auto [own, one] = std::pair(ours.begin(), theirs.begin()); own != ours.end() && one != theirs.end();
           ++own, ++one) {
        if (own->type != one->type) own->type = module_.types.object();
      }
    };
    join(first.locals, other.locals);
    join(first.insts, other.insts);
  }

  void redirect(ir::Function& function) {
    for (ir::Inst& inst : function.insts) {
      if (auto* call = std::get_if<ir::CallFunction>(&inst.node)) call->function = class_of(call->function);
      if (auto* made = std::get_if<ir::NewInstance>(&inst.node); made && made->init) made->init = class_of(made->init);
      if (auto* made = std::get_if<ir::MakeFunction>(&inst.node); made && made->typed) {
        made->typed = class_of(made->typed);
        if (made->typed == class_of(made->function)) made->typed = {};
      }
    }
  }

  ir::Module& module_;
  // By the first function of each.
  std::map<ir::FunctionId, std::vector<ir::FunctionId>> classes_;
  std::unordered_map<ir::FunctionId, ir::FunctionId> class_of_;
  std::unordered_map<ir::FunctionId, IdleTypes> idle_;
};

}  // namespace

void merge_variants(World& world) {
  if (world.module.functions.size() > world.declared_functions()) Merging(world).merge();
}

}  // namespace aiocc::types
