// Code and frame objects.
#include "aiocc/stdlib/types.hpp"

#include <algorithm>
#include <string_view>
#include <unordered_map>

#include "../objects/core.hpp"
#include "aiocc/core/generator.hpp"
#include "aiocc/emitted.hpp"

namespace aiocc::types {
namespace {

// As the module inspect names them.
constexpr std::int64_t flag_optimized = 0x1;
constexpr std::int64_t flag_new_locals = 0x2;
constexpr std::int64_t flag_varargs = 0x4;
constexpr std::int64_t flag_varkw = 0x8;
constexpr std::int64_t flag_nested = 0x10;

std::int64_t kind_flag(CodeKind kind) noexcept {
  switch (kind) {
    case CodeKind::Function: return 0;
    case CodeKind::Generator: return 0x20;
    case CodeKind::Coroutine: return 0x80;
    case CodeKind::AsyncGenerator: return 0x200;
  }
  __builtin_unreachable();
}

/// Every compiled function's code is the head of what the compiler knows of it.
FunctionInfo const& info_of(Code const& code) noexcept { return reinterpret_cast<FunctionInfo const&>(code); }
Signature const& signature_of(Code const& code) noexcept { return info_of(code).signature; }

bool is_module(Code const& code) noexcept { return std::string_view(code.name) == "<module>"; }

Result<Object> code_repr(Object const& self) {
  Code const* const code = self.as<CodeObject>()->code;
  return Str::from_utf8(fmt::format("<code object {} at 0x{:x}, file \"{}\", line {}>", code->name, self.bits(),
                                    code->file, code->first_line));
}

Result<std::int64_t> code_hash(Object const& self) {
  return static_cast<std::int64_t>(reinterpret_cast<std::uintptr_t>(self.as<CodeObject>()->code) >> 4);
}

Result<Object> code_compare(Object const& left, Object const& right, CompareOp op) {
  if ((op != CompareOp::Eq && op != CompareOp::Ne) || !CodeType::accepts(right)) return NotImplemented;
  return box((left.as<CodeObject>()->code == right.as<CodeObject>()->code) == (op == CompareOp::Eq));
}

Result<Object> frame_repr(Object const& self) {
  FrameView const* const view = self.as<FrameView>();
  return Str::from_utf8(fmt::format("<frame at 0x{:x}, file '{}', line {}, code {}>", self.bits(), view->code->file,
                                    view->current_line(), view->code->name));
}

constexpr Slots code_slots() {
  Slots slots;
  slots.dealloc = aiocc::detail::dealloc_object<CodeObject>;
  slots.repr = code_repr;
  slots.hash = code_hash;
  slots.compare = code_compare;
  slots.members = members<code_type>;
  return slots;
}

constexpr Slots frame_slots() {
  Slots slots;
  slots.dealloc = aiocc::detail::dealloc_object<FrameView>;
  slots.traverse = aiocc::detail::traverse_members<&FrameView::back>;
  slots.repr = frame_repr;
  slots.members = members<frame_type>;
  return slots;
}

std::size_t count_of(char const* const* names) noexcept {
  std::size_t count = 0;
  while (names && names[count]) ++count;
  return count;
}

TupleOf<Str> tuple_of(std::vector<std::string_view> const& names) {
  std::vector<Object> items;
  for (std::string_view name : names) items.push_back(Str::from_utf8(name));
  return word_cast<TupleOf<Str>>(aiocc::make_tuple(std::span<Object const>(items)));
}

}  // namespace

constinit Type code_type("code", &object_type, sizeof(CodeObject), code_slots());
constinit Type frame_type("frame", &object_type, sizeof(FrameView), frame_slots());

CodeObject::CodeObject(Code const* known_code) noexcept : HeapObject(&code_type), code(known_code) {}

FrameView::FrameView(Code const* known_code, std::uint32_t line_number) noexcept
    : HeapObject(&frame_type), code(known_code), line(line_number) {}

// One object for each, as long as the program runs.
Object make_code(Code const* code) {
  static auto& objects = *new std::unordered_map<Code const*, Object>;
  Object& object = objects[code];
  if (!object.bound()) object = Object::adopt(new CodeObject(code));
  return object;
}

Str CodeType::co_name() const { return Str::from_utf8(code().name); }
Str CodeType::co_qualname() const { return Str::from_utf8(code().qualified_name); }
Str CodeType::co_filename() const { return Str::from_utf8(code().file); }
Int CodeType::co_firstlineno() const { return Int(std::int64_t{code().first_line}); }
Int CodeType::co_argcount() const { return Int(std::int64_t{signature_of(code()).positional}); }
Int CodeType::co_posonlyargcount() const { return Int(std::int64_t{signature_of(code()).positional_only}); }
Int CodeType::co_kwonlyargcount() const { return Int(std::int64_t{signature_of(code()).keyword_only}); }

Object _make_awaitable(Object const& generator) {
  if (type_of(generator) == &generator_type)
    static_cast<GeneratorFrame*>(generator.as<FrameObject>())->is_awaitable = true;
  return generator;
}

bool _is_awaitable_generator(Object const& object) { return awaitable_generator(object) != nullptr; }

Int CodeType::co_flags() const {
  if (is_module(code())) return Int(0);
  Signature const& signature = signature_of(code());
  std::int64_t flags = flag_optimized | flag_new_locals | kind_flag(info_of(code()).kind);
  if (signature.has_varargs) flags |= flag_varargs;
  if (signature.has_varkw) flags |= flag_varkw;
  if (std::string_view(code().qualified_name).find("<locals>") != std::string_view::npos) flags |= flag_nested;
  return Int(flags);
}

TupleOf<Str> CodeType::co_varnames() const {
  Signature const& signature = signature_of(code());
  std::vector<std::string_view> names(signature.names, signature.names + signature.total());
  std::size_t const parameters = names.size();
  std::size_t const plain = count_of(code().locals) - info_of(code()).cell_variables - info_of(code()).free_variables;
  for (std::size_t i = 0; i < plain; ++i) {
    std::string_view const name = code().locals[i];
    auto const end = names.begin() + static_cast<std::ptrdiff_t>(parameters);
    if (std::find(names.begin(), end, name) == end) names.push_back(name);
  }
  return tuple_of(names);
}

Int CodeType::co_nlocals() const { return Int(static_cast<std::int64_t>(co_varnames().size())); }

TupleOf<Str> CodeType::co_cellvars() const {
  FunctionInfo const& info = info_of(code());
  std::size_t const first = count_of(code().locals) - info.cell_variables - info.free_variables;
  std::vector<std::string_view> names(code().locals + first, code().locals + first + info.cell_variables);
  std::ranges::sort(names);
  return tuple_of(names);
}

std::vector<CapturedName> captured_names(Code const& code) {
  std::vector<CapturedName> names;
  std::size_t const count = info_of(code).free_variables;
  std::size_t const first = count_of(code.locals) - count;
  for (std::size_t place = 0; place < count; ++place) names.push_back({code.locals[first + place], place});
  std::ranges::sort(names, {}, [](CapturedName const& each) { return std::string_view(each.name); });
  return names;
}

TupleOf<Str> CodeType::co_freevars() const {
  std::vector<std::string_view> names;
  for (CapturedName const& each : captured_names(code())) names.push_back(each.name);
  return tuple_of(names);
}

CodeType FrameType::f_code() const { return word_cast<CodeType>(make_code(view()->code)); }
Int FrameType::f_lineno() const { return Int(std::int64_t{view()->current_line()}); }

Object globals_of(Code const& code) {
  if (!code.module) return Object();
  Object const module = runtime_module(std::string_view(code.module));
  bool const has_dict = module.bound() && is_instance(module, module_type) && module.as<ModuleObject>()->compiled &&
                        module.as<ModuleObject>()->compiled->dict;
  return has_dict ? module_dict(module) : Object();
}

Result<Object> FrameType::f_globals() const {
  Object globals = globals_of(*view()->code);
  if (!globals.bound()) return raise_error(not_implemented_error_type, "aiocc doesn't know the globals of this frame");
  return globals;
}

Object const TracebackType = box(traceback_type);

Result<Object> FrameType::f_locals() const {
  if (is_module(*view()->code)) return f_globals();
  return raise_error(not_implemented_error_type, "aiocc doesn't know the variables of a function's frame");
}

}  // namespace aiocc::types
