// Looks for the names by which a program comes to have threads or to handle signals.
#include "build_ir/interruptions.hpp"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "syntax/walk.hpp"

namespace aiocc::build_ir {
namespace {

using namespace syntax;

bool is_interrupter(std::string_view name) {
  constexpr std::string_view names[] = {"threading",         "_thread",   "concurrent",         "concurrent.futures",
                                        "signal",            "to_thread", "run_in_executor",    "ThreadPoolExecutor",
                                        "KeyboardInterrupt", "Thread",    "add_signal_handler", "start_new_thread"};
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

bool imports_interrupter(Ast const& ast, StmtId id) {
  if (auto const* import = ast.get_if<Import>(id))
    return std::any_of(import->names.begin(), import->names.end(), [](Alias const& alias) { return is_interrupter(alias.name.text()); });
  auto const* from = ast.get_if<ImportFrom>(id);
  if (!from) return false;
  bool const is_named = std::any_of(from->names.begin(), from->names.end(), [](Alias const& alias) { return is_interrupter(alias.name.text()); });
  return is_named || (from->module && is_interrupter(from->module.text()));
}

}  // namespace

bool mentions_interruptions(Ast const& ast) {
  bool found = false;
  auto const see_expression = [&](ExprId id) {
    if (auto const* name = ast.get_if<Name>(id)) found |= is_interrupter(name->id.text());
    if (auto const* attribute = ast.get_if<Attribute>(id)) found |= is_interrupter(attribute->attr.text());
  };
  auto const see_statement = [&](StmtId id) { found |= imports_interrupter(ast, id); };
  for (StmtId const statement : ast.body) for_each_descendant(ast, statement, Overloaded{see_expression, see_statement, [](PatternId) {}});
  return found;
}

}  // namespace aiocc::build_ir
