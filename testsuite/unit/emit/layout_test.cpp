// The layout of emitted code: indentation by braces, blank lines, and where long lines are broken.
#include "emit/layout.hpp"

#include <gtest/gtest.h>

namespace aiocc::emit {
namespace {

TEST(Layout, IndentsByBracesButNotNamespaces) {
  EXPECT_EQ(laid_out("namespace a {\nvoid f() {\nif (x) {\ng();\n} else {\nh();\n}\n}\n}  // namespace a\n"),
            "namespace a {\nvoid f() {\n  if (x) {\n    g();\n  } else {\n    h();\n  }\n}\n}  // namespace a\n");
}

TEST(Layout, PutsLabelsAndTheirBracesBeforeWhatIsAroundThem) {
  EXPECT_EQ(laid_out("void f() {\ng();\nend_1: {\nh();\n}\nend_2:;\n}\n"),
            "void f() {\n  g();\nend_1: {\n  h();\n}\nend_2:;\n}\n");
  EXPECT_EQ(laid_out("void f() {\na::b();\n}\n"), "void f() {\n  a::b();\n}\n");
}

TEST(Layout, SeesNoBracesInTextsAndComments) {
  EXPECT_EQ(laid_out("void f() {\ng(\"{ // \\\"\", '{');\n// {\nh();  // {\n}\n"),
            "void f() {\n  g(\"{ // \\\"\", '{');\n  // {\n  h();  // {\n}\n");
}

TEST(Layout, KeepsOneBlankLineAndNoneBehindABrace) {
  EXPECT_EQ(laid_out("int a;\n\n\n\nstruct B {\n\nint b;\n};\n"), "int a;\n\nstruct B {\n  int b;\n};\n");
}

TEST(Layout, LeavesTablesAndDirectivesAlone) {
  EXPECT_EQ(laid_out("void f() {\n#line 3\n// clang-format off\n{1,   2},\n// clang-format on\ng();\n}\n"),
            "void f() {\n#line 3\n// clang-format off\n{1,   2},\n  // clang-format on\n  g();\n}\n");
}

TEST(Layout, AlignsWhatIsTooLongWithItsBracket) {
  std::string const name(40, 'a');
  EXPECT_EQ(laid_out("f(" + name + ", " + name + ", " + name + ");\n"),
            "f(" + name + ", " + name + ",\n  " + name + ");\n");
}

TEST(Layout, DoesNotBreakTemplateArguments) {
  std::string const name(60, 'a');
  EXPECT_EQ(laid_out("Tuple<Int, Str> t = call(" + name + ", " + name + ");\n"),
            "Tuple<Int, Str> t = call(" + name + ",\n                         " + name + ");\n");
}

TEST(Layout, LeavesWhatCannotBeBroken) {
  std::string const text = "\"" + std::string(150, 'a') + ", b\"_s";
  EXPECT_EQ(laid_out(text + ";\n"), text + ";\n");
}

TEST(Layout, CountsCodePoints) {
  std::string text;
  for (int i = 0; i < 100; ++i) text += "é";
  EXPECT_EQ(laid_out("f(\"" + text + "\", 1);\n"), "f(\"" + text + "\", 1);\n");
}

}  // namespace
}  // namespace aiocc::emit
