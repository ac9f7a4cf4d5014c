// The skeleton of a function: its head, its variables, its body.
#include "emit/function_emitter.hpp"

#include <algorithm>
#include <cctype>

#include "emit/braces.hpp"

namespace aiocc::emit {

namespace {

bool is_word_byte(char byte) {
  return std::isalnum(static_cast<unsigned char>(byte)) || byte == '_' || static_cast<unsigned char>(byte) >= 0x80;
}

}  // namespace

bool mentions(std::string_view text, std::string_view name) {
  for (std::size_t at = 0; (at = text.find(name, at)) != std::string_view::npos; at += name.size()) {
    std::size_t const end = at + name.size();
    bool const is_word = (at == 0 || !is_word_byte(text[at - 1])) && (end == text.size() || !is_word_byte(text[end]));
    std::size_t const line = text.rfind('\n', at) + 1;
    if (is_word && !text.substr(line).starts_with("//")) return true;
  }
  return false;
}

bool is_identifier(std::string_view text) {
  return std::ranges::all_of(text, [](unsigned char each) { return std::isalnum(each) || each == '_'; });
}

std::string operand_text(std::string_view text) {
  return is_identifier(text) ? std::string(text) : fmt::format("({})", text);
}

FunctionEmitter::FunctionEmitter(ModuleContext& context, ir::FunctionId id)
    : context_(context), id_(id), function_(context.module.functions[id]) {
  uses_.assign(function_.insts.size(), 0);
  count_uses_in(function_.body);
  if (context_.ends_temporaries) reads_left_ = uses_;
  find_declarations();
  find_coroutine_variables();
}

// Only what the body still contains counts: passes leave replaced instructions in the store.
void FunctionEmitter::count_uses_in(ir::BlockId block) {
  for (ir::InstId id : function_.blocks[block].insts) {
    ir::for_each_operand(inst(id).node, [&](ir::InstId operand) { ++uses_[operand.index]; });
    ir::for_each_block(inst(id).node, [&](ir::BlockId inner) { count_uses_in(inner); });
  }
}

bool FunctionEmitter::is_coroutine() const {
  switch (function_.kind) {
    case ir::FunctionKind::Coroutine: return function_.suspends;
    case ir::FunctionKind::Generator:
    case ir::FunctionKind::AsyncGenerator: return true;
    default: return false;
  }
}

bool FunctionEmitter::has_value_kind(ir::TypeKind kind, ir::InstId id) const {
  return context_.module.types[type_of(id)].kind == kind;
}

std::string FunctionEmitter::head(bool qualified, std::optional<std::string_view> body) const {
  std::string parameters;
  auto const add = [&](std::string_view type, std::string_view name) {
    bool const is_used = !body || mentions(*body, name);
    parameters +=
        fmt::format(fmt::runtime(is_used ? "{}{} {}" : "{}{} /*{}*/"), parameters.empty() ? "" : ", ", type, name);
  };
  if (function_.kind == ir::FunctionKind::ClassBody) add("Object const&", "namespace_");
  for (ir::Capture const& capture : function_.captures) {
    ir::Local const& local = function_.locals[capture.inner];
    add(fmt::format("Cell<{}>", context_.types.value(local.type)), context_.names.local(id_, capture.inner));
  }
  for (ir::LocalId parameter : signature_order(function_)) {
    ir::Local const& local = function_.locals[parameter];
    add(context_.types.parameter(function_, local),
        context_.names.local(id_, parameter) + (local.captured || dies_with_body(local) ? "_argument" : ""));
  }
  std::string const name = qualified ? context_.names.qualified(id_) : context_.names.function(id_);
  return fmt::format("{} {}({})", context_.types.returned(function_), name, parameters);
}

// A parameter that a nested function captures moves into a cell first.
void FunctionEmitter::declare_parameters_in_cells() {
  for (ir::LocalId parameter : signature_order(function_)) {
    ir::Local const& local = function_.locals[parameter];
    if (!local.captured) continue;
    std::string const name = context_.names.local(id_, parameter);
    out_.line("Cell<{0}> {1} = make_cell<{0}>(std::move({1}_argument));", context_.types.value(local.type), name);
  }
}

// C++ keeps a coroutine's parameters as long as its frame, and a generator's frame is the generator itself: its variables die before it does,
// when it has come to its end.
bool FunctionEmitter::dies_with_body(ir::Local const& parameter) const {
  bool const is_generator =
      function_.kind == ir::FunctionKind::Generator || function_.kind == ir::FunctionKind::AsyncGenerator;
  return is_generator && !parameter.captured && is_observable(parameter.type);
}

// Behind all other variables, since they're the first ones to die.
void FunctionEmitter::declare_generator_parameters() {
  std::vector<ir::LocalId> const parameters = signature_order(function_);
  for (auto parameter = parameters.rbegin(); parameter != parameters.rend(); ++parameter) {
    ir::Local const& local = function_.locals[*parameter];
    if (!dies_with_body(local)) continue;
    std::string const name = context_.names.local(id_, *parameter);
    out_.line("{0} {1} = std::move({1}_argument);", context_.types.value(local.type), name);
  }
}

bool FunctionEmitter::is_declared_at_top(std::uint32_t index) const {
  ir::Local const& local = function_.locals[ir::LocalId{index}];
  if (local.free || declared_at_store_.contains(index)) return false;
  // Else it's a method that has no need of its class any more.
  return local.captured || named_locals_.contains(index);
}

// What isn't declared at its first store: Python's variables die at the function's end, in the order in which they were first named,
// so the first one is declared last.
void FunctionEmitter::declare_locals() {
  std::set<std::uint32_t> bound;
  for (ir::Parameter const& parameter : function_.parameters) bound.insert(parameter.local.index);
  for (std::uint32_t index = static_cast<std::uint32_t>(function_.locals.size()); index-- > 0;) {
    ir::Local const& local = function_.locals[ir::LocalId{index}];
    if (bound.contains(index) || !is_declared_at_top(index)) continue;
    std::string const name = context_.names.local(id_, ir::LocalId{index});
    std::string const type = context_.types.value(local.type);
    if (local.captured)
      out_.line("Cell<{0}> {1} = make_cell<{0}>();", type, name);
    else
      out_.line("{} {}{{}};", type, name);
  }
}

// Behind all variables, so that it sees an error before they end; in the order in which Python's frames give them up.
void FunctionEmitter::write_kept_variables() {
  if (!context_.keeps_variables || !function_.raises || function_.kind == ir::FunctionKind::Module) return;
  std::vector<ir::LocalId> kept = signature_order(function_);
  std::set<std::uint32_t> parameters;
  for (ir::LocalId parameter : kept) parameters.insert(parameter.index);
  for (std::uint32_t index = 0; index < function_.locals.size(); ++index)
    if (!parameters.contains(index) && is_declared_at_top(index)) kept.push_back(ir::LocalId{index});
  std::string names;
  std::size_t count = 0;
  for (ir::LocalId local : kept) {
    ir::Local const& variable = function_.locals[local];
    // Temporaries are of no frame: they die as the error passes.
    if (variable.kind == ir::LocalKind::Temporary) continue;
    if (!variable.captured && !is_observable(variable.type)) continue;
    names += fmt::format("{}{}", names.empty() ? "" : ", ", context_.names.local(id_, local));
    ++count;
  }
  if (count > 0) out_.line("FrameVariables<{}> frame_1({});", count, names);
}

std::string FunctionEmitter::definition() {
  Writer text;
  context_.comments.write_above(text, id_);
  if (function_.docstring && function_.kind != ir::FunctionKind::Module) write_docstring(text, *function_.docstring);
  block(function_.body);
  context_.comments.write_rest(out_, id_);
  std::string const body = without_last_braces(out_.take());
  declare_parameters_in_cells();
  declare_locals();
  declare_generator_parameters();
  // What a generator returns is no item of its.
  bool const is_generator = function_.kind == ir::FunctionKind::Generator;
  if (needs_returned_) out_.line("{} returned_{{}};", is_generator ? "Object" : context_.types.value(function_.result));
  write_kept_variables();
  std::string const whole = out_.take() + body;
  text.line("{} {{", head(true, whole));
  write_recursion_check(text);
  if (context_.notes_frames && !is_coroutine()) text.line("Activation activation_1({});", context_.tables.code(id_));
  text.raw(whole);
  text.line("}}");
  return text.take();
}

}  // namespace aiocc::emit
