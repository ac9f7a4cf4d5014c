// The constant tables at an emitted file's end: positions for tracebacks and what is known of each function.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "emit/names.hpp"
#include "emit/writer.hpp"
#include "ir/ir.hpp"
#include "support/source.hpp"

namespace aiocc::emit {

// The parameters as a Signature lists them: `*args` and `**kwargs` last. A C++ function takes them in this order too.
std::vector<ir::LocalId> signature_order(ir::Function const& function);

class Tables {
 public:
  Tables(ir::Module const& module, SourceFile const& file, Names const& names) : module_(module), file_(file), names_(names) {}

  // `AT(n)` for an operation of `function`; equal positions share an entry.
  std::string at(ir::FunctionId function, ir::Inst const& inst);
  // The `def` itself: what names a coroutine that hasn't started.
  std::string definition(ir::FunctionId function);
  // `FUNCTION(n)`.
  std::string function(ir::FunctionId function);

  void write(Writer& out) const;

 private:
  struct Entry {
    ir::FunctionId function;
    Span span;
    Span anchor;
    bool marks_hidden;
  };
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t, std::uint32_t, bool>;

  std::string add(Entry entry);

  void write_globals(Writer& out) const;
  void write_function(Writer& out, ir::FunctionId id) const;
  void write_span(Writer& out, Entry const& entry) const;
  std::string source_lines(Span span) const;

  ir::Module const& module_;
  SourceFile const& file_;
  Names const& names_;
  std::vector<Entry> entries_;
  std::map<Key, std::size_t> indexes_;
};

}  // namespace aiocc::emit
