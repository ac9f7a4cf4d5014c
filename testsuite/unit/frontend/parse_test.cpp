// Syntax trees and syntax errors, compared with what CPython says of the same programs.
#include "frontend/parse.hpp"

#include <gtest/gtest.h>

#include <string>

#include "diagnostics/render.hpp"
#include "semantics/analyze.hpp"
#include "syntax/dump.hpp"

namespace aiocc {
namespace {

struct Case {
  char const* source;
  char const* expected;
};

constexpr Case syntax_errors[] = {
#include "unit/frontend/syntax_errors.inc"
};

constexpr Case ast_dumps[] = {
#include "unit/frontend/ast_dumps.inc"
};

// What the compiler says of a program, but for warnings.
std::string errors_of(std::string const& source) {
  SourceFiles files;
  Diagnostics diagnostics;
  SourceFileId const id = files.add(SourceFile("t.py", source));
  if (auto const ast = frontend::parse(files, id, diagnostics)) semantics::analyze(*ast, diagnostics);
  std::string result;
  for (Diagnostic const& diagnostic : diagnostics)
    if (diagnostic.severity == Severity::error) result += render(diagnostic, files);
  return result;
}

std::string dump_of(std::string const& source) {
  SourceFiles files;
  Diagnostics diagnostics;
  SourceFileId const id = files.add(SourceFile("t.py", source));
  auto const ast = frontend::parse(files, id, diagnostics);
  if (!ast) return render(*diagnostics.begin(), files);
  return syntax::dump(*ast, files[id], {.include_positions = true});
}

TEST(Parse, ReportsSyntaxErrorsAsCPython) {
  for (Case const& each : syntax_errors) EXPECT_EQ(errors_of(each.source), each.expected) << each.source;
}

TEST(Parse, MakesTheTreesThatCPythonMakes) {
  for (Case const& each : ast_dumps) {
    std::string const source = each.source;
    EXPECT_EQ(dump_of(source), each.expected) << source;
  }
}

TEST(Parse, KeepsComments) {
  SourceFiles files;
  Diagnostics diagnostics;
  SourceFileId const id = files.add(SourceFile("t.py", "# one\nx = 1  # two\nif x:\n    # three\n    pass\n"));
  auto const ast = frontend::parse(files, id, diagnostics);
  ASSERT_TRUE(ast);
  ASSERT_EQ(ast->comments.size(), 3u);
  EXPECT_TRUE(ast->comments[0].own_line);
  EXPECT_FALSE(ast->comments[1].own_line);
  EXPECT_EQ(files[id].text(ast->comments[2].span), "# three");
}

TEST(Parse, TakesLongChains) {
  std::string sum = "x = a";
  std::string members = "x = a";
  for (int count = 0; count < 5000; ++count) {
    sum += " + a";
    members += ".b()[0]";
  }
  EXPECT_EQ(errors_of(sum + "\n"), "");
  EXPECT_EQ(errors_of("x = " + std::string(1000, '(') + std::string(1000, ')') + "\n")
                    .find("SyntaxError: too many nested parentheses") == std::string::npos,
            false);
  EXPECT_NE(errors_of("x = " + std::string(3000, '-') + "1\n").find("nested deeper than 1000 levels"),
            std::string::npos);
}

}  // namespace
}  // namespace aiocc
