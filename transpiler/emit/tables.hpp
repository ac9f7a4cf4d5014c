// The constant tables at an emitted file's end: positions for tracebacks and what is known of each function.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>
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
  // `traced`: whether the module's frames appear in tracebacks.
  Tables(ir::Module const& module, ir::PythonModuleId id, SourceFile const& file, Names const& names, bool traced);

  // `AT(n)` for an operation of `function`; equal positions share an entry. `nullptr` where frames leave no trace.
  std::string at(ir::FunctionId function, ir::Inst const& inst) { return at(function, inst, inst.fold); }
  // The same in the frame of another fold.
  std::string at(ir::FunctionId function, ir::Inst const& inst, ir::FoldId fold);
  // From now on the entry of `call` is followed by that of the look-up of its method, whose errors `invoke` tells from the call's.
  void join(ir::FunctionId function, ir::Inst const& call, ir::Inst const& lookup);
  // The `def` itself: what names a coroutine that hasn't started.
  std::string definition(ir::FunctionId function);
  // `FUNCTION(n)`; of another module's function `helpers::functions[n]`.
  std::string function(ir::FunctionId function) const;

  // What tracebacks say of a function of this module.
  std::string code(ir::FunctionId function) const { return fmt::format("functions[{}].code", index_of(function)); }

  void write(Writer& out) const;

 private:
  struct Entry {
    ir::FunctionId function;
    Span span;
    Span anchor;
    bool marks_hidden;
    ir::FoldId fold;
    // Of a generated function.
    std::uint32_t line = 0;
    // Of a fold: the entry of the call, behind which the traceback goes on.
    std::size_t caller = 0;
  };
  struct Key {
    ir::FunctionId function;
    Span span;
    Span anchor;
    bool marks_hidden;
    ir::FoldId fold;
    std::uint32_t line;

    explicit Key(Entry const& entry)
        : function(entry.function),
          span(entry.span),
          anchor(entry.anchor),
          marks_hidden(entry.marks_hidden),
          fold(entry.fold),
          line(entry.line) {}
    friend bool operator==(Key const&, Key const&) = default;
  };
  struct HashOfKey {
    std::size_t operator()(Key const& key) const {
      std::size_t const places =
          (std::size_t{key.span.begin} * 1009 + key.span.end) * 1009 + key.anchor.begin * 31 + key.anchor.end;
      return (places * 1009 + key.function.index) * 31 + key.fold.index + key.marks_hidden + key.line * 7;
    }
  };
  using FoldKey = std::pair<ir::FunctionId, ir::FoldId>;

  Entry entry_of(ir::FunctionId function, ir::Inst const& inst, ir::FoldId fold);
  Entry with_caller(Entry entry);
  std::size_t add(Entry const& entry);
  std::size_t append(Entry const& entry);
  std::string code(Entry const& entry) const;
  void write_folds(Writer& out) const;
  void write_source(Writer& out) const;
  void write_spans(Writer& out) const;
  std::uint32_t index_of(ir::FunctionId function) const { return function_indexes_[function.index]; }

  void write_globals(Writer& out) const;
  void write_function(Writer& out, ir::FunctionId id) const;
  void write_names(Writer& out, ir::FunctionId id) const;
  void write_span(Writer& out, Entry const& entry) const;
  std::uint32_t column_in(LineColumn place) const;
  std::string file_name() const;

  ir::Module const& module_;
  ir::PythonModuleId id_;
  SourceFile const& file_;
  Names const& names_;
  bool traced_;
  // The module's own functions; and the place of each of the program's in the table of its module.
  std::vector<ir::FunctionId> functions_;
  std::vector<std::uint32_t> function_indexes_;
  std::vector<Entry> entries_;
  std::unordered_map<Key, std::size_t, HashOfKey> indexes_;
  std::map<FoldKey, std::size_t> folds_;
};

}  // namespace aiocc::emit
