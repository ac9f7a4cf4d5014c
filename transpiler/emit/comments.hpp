// The source's comments, each given out once, to the function or statement that it stands before.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "emit/writer.hpp"
#include "ir/ir.hpp"
#include "support/source.hpp"

namespace aiocc::emit {

class Comments {
 public:
  Comments(ir::Module const& module, ir::PythonModuleId id, SourceFile const& file);

  // Before a statement of `function`: its comments up to the end of the line on which the statement begins.
  void write_before(Writer& out, ir::FunctionId function, std::uint32_t offset);
  // At the end of `function`'s body.
  void write_rest(Writer& out, ir::FunctionId function);
  // Above the definition of `function`: the comments right above its `def`.
  void write_above(Writer& out, ir::FunctionId function);

 private:
  struct Entry {
    Span span;
    bool written = false;
  };

  void write(Writer& out, Entry& entry);
  ir::FunctionId owner_of(ir::Module const& module, ir::PythonModule const& own, Span comment) const;
  std::uint32_t line_of(std::uint32_t offset) const { return file_.position(offset).line; }

  SourceFile const& file_;
  std::map<ir::FunctionId, std::vector<Entry>> body_;
  std::map<ir::FunctionId, std::vector<Entry>> above_;
};

// `text` as `///` lines.
void write_docstring(Writer& out, std::string_view text);

}  // namespace aiocc::emit
