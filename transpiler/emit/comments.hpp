// The source's comments, each given out once, to the function or statement that it stands before.
#pragma once

#include <string>
#include <unordered_map>
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
  struct InOrder {
    std::vector<Span> spans;
    // How many have been given out.
    std::size_t written = 0;
  };

  void write_next(Writer& out, InOrder& comments);
  void write_all(Writer& out, std::unordered_map<ir::FunctionId, InOrder>& of, ir::FunctionId function);
  std::vector<ir::FunctionId> functions_with_comments(ir::Module const& module, ir::PythonModule const& own) const;
  std::vector<ir::FunctionId> owners_of_comments(ir::Module const& module, ir::PythonModule const& own) const;
  std::uint32_t line_of(std::uint32_t offset) const { return file_.position(offset).line; }

  SourceFile const& file_;
  std::unordered_map<ir::FunctionId, InOrder> body_;
  std::unordered_map<ir::FunctionId, InOrder> above_;
};

// `text` as `///` lines.
void write_docstring(Writer& out, std::string_view text);

}  // namespace aiocc::emit
