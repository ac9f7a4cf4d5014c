// The native half of the module types: what functions, tracebacks and suspended frames know of the code that they run.
#pragma once

#include "aiocc/bindings.hpp"
#include "aiocc/core/activation.hpp"
#include "aiocc/objects/function.hpp"
#include "aiocc/objects/int.hpp"
#include "aiocc/objects/traceback.hpp"
#include "aiocc/objects/tuple.hpp"

namespace aiocc::types {

extern Type code_type, frame_type;

/// A function's `__code__`: its names and parameters. Two of one function are equal.
struct CodeObject : HeapObject {
  explicit CodeObject(Code const* known_code) noexcept;
  Code const* code;
};

/// Where a frame stands or stood: a traceback's `tb_frame`, a generator's `gi_frame`, what `sys._getframe` gives.
struct FrameView : HeapObject {
  FrameView(Code const* known_code, std::uint32_t line_number) noexcept;
  ~FrameView();
  /// Of a running function, the line that it's at now.
  std::uint32_t current_line() const noexcept;

  Code const* code;
  std::uint32_t line;
  /// Once it's over: whether it was the main module's.
  bool is_outermost = false;
  /// While it runs.
  Activation* activation = nullptr;
  /// Once it's over: the frame that it was called from; unbound where nobody knows.
  Object back;
};

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("types.CodeType", type(types::code_type)) CodeType : public Object {
 public:
  constexpr CodeType() noexcept = default;
  static bool accepts(Object const& value) noexcept { return value.is_heap() && value.heap()->type == &code_type; }
  Code const& code() const noexcept { return *as<CodeObject>()->code; }

  AIOCC_PY_PROPERTY("co_name: str")
  Str co_name() const;
  AIOCC_PY_PROPERTY("co_qualname: str")
  Str co_qualname() const;
  AIOCC_PY_PROPERTY("co_filename: str")
  Str co_filename() const;
  AIOCC_PY_PROPERTY("co_firstlineno: int")
  Int co_firstlineno() const;
  /// Positional parameters, the positional-only included.
  AIOCC_PY_PROPERTY("co_argcount: int")
  Int co_argcount() const;
  AIOCC_PY_PROPERTY("co_posonlyargcount: int")
  Int co_posonlyargcount() const;
  AIOCC_PY_PROPERTY("co_kwonlyargcount: int")
  Int co_kwonlyargcount() const;
  /// As the module inspect names them.
  AIOCC_PY_PROPERTY("co_flags: int")
  Int co_flags() const;
  /// The parameters, then the other variables, but for those that nested functions capture.
  AIOCC_PY_PROPERTY("co_varnames: tuple[str, ...]")
  TupleOf<Str> co_varnames() const;
  /// The length of `co_varnames`.
  AIOCC_PY_PROPERTY("co_nlocals: int")
  Int co_nlocals() const;
  /// Its variables that nested functions capture.
  AIOCC_PY_PROPERTY("co_cellvars: tuple[str, ...]")
  TupleOf<Str> co_cellvars() const;
  /// Variables of enclosing functions that it captures.
  AIOCC_PY_PROPERTY("co_freevars: tuple[str, ...]")
  TupleOf<Str> co_freevars() const;
};

class AIOCC_TRIVIAL_ABI AIOCC_PY_CLASS("types.FrameType", type(types::frame_type)) FrameType : public Object {
 public:
  constexpr FrameType() noexcept = default;
  static bool accepts(Object const& value) noexcept { return value.is_heap() && value.heap()->type == &frame_type; }
  FrameView const* view() const noexcept { return as<FrameView>(); }

  AIOCC_PY_PROPERTY("f_code: types.CodeType")
  CodeType f_code() const;
  AIOCC_PY_PROPERTY("f_lineno: int")
  Int f_lineno() const;
  /// The frame that it was called from, None for the main module's; raises NotImplementedError where nobody knows.
  AIOCC_PY_PROPERTY("f_back: object")
  Result<Object> f_back() const;
  /// Raises NotImplementedError where the module's globals aren't in a dict.
  AIOCC_PY_PROPERTY("f_globals: object")
  Result<Object> f_globals() const;
  /// Raises NotImplementedError but for a module's frame: a compiled function's variables have no names.
  AIOCC_PY_PROPERTY("f_locals: object")
  Result<Object> f_locals() const;
};

/// What `types.coroutine` makes of a generator: it may be awaited.
AIOCC_PY("def _make_awaitable(generator: object, /) -> object", retains)
Object _make_awaitable(Object const& generator);
AIOCC_PY("def _is_awaitable_generator(object: object, /) -> bool")
bool _is_awaitable_generator(Object const& object);

/// The class of tracebacks.
AIOCC_PY_CONSTANT("TracebackType: type")
extern Object const TracebackType;

/// The code object of a function.
Object make_code(Code const* code);
/// The names of the captured variables in the order of CPython, each with its place in the compiler's order.
struct CapturedName {
  char const* name;
  std::size_t place;
};
std::vector<CapturedName> captured_names(Code const& code);
/// The dict of the module that the code is part of; unbound where its globals are variables.
Object globals_of(Code const& code);

}  // namespace aiocc::types
