// Braces of emitted code that end where those around them end.
#include "emit/braces.hpp"

#include <gtest/gtest.h>

namespace aiocc::emit {
namespace {

TEST(Braces, GoWhereTheBlockAroundEnds) {
  EXPECT_EQ(without_last_braces("if (a) {\n{\nf();\n}\n}\n"), "if (a) {\nf();\n}\n");
  EXPECT_EQ(without_last_braces("if (a) {\n{\nf();\n}\n} else {\n{\n{\ng();\n}\n}\n}\n"),
            "if (a) {\nf();\n} else {\ng();\n}\n");
}

TEST(Braces, GoAtTheFunctionsEnd) { EXPECT_EQ(without_last_braces("f();\n{\ng();\n}\n"), "f();\ng();\n"); }

TEST(Braces, GoBeforeTheWordThatABodyIsDone) {
  EXPECT_EQ(without_last_braces("{\n{\nf();\n}\nexit_1 = Exit::Normal;\n}\nfinally_1: {\n}\n"),
            "{\nf();\nexit_1 = Exit::Normal;\n}\nfinally_1: {\n}\n");
}

TEST(Braces, StayBeforeAnythingElse) {
  std::string const followed = "{\nf();\n}\ng();\n";
  EXPECT_EQ(without_last_braces(followed), followed);
  std::string const labelled = "{\nf();\n}\nend_1:;\n";
  EXPECT_EQ(without_last_braces(labelled), labelled);
  std::string const commented = "{\nf();\n}\n// }\n";
  EXPECT_EQ(without_last_braces(commented), commented);
}

TEST(Braces, OfLabelsAndLoopsStay) {
  std::string const text = "while (true) {\nf();\n}\nfinally_1: {\ng();\n}\n";
  EXPECT_EQ(without_last_braces(text), text);
}

TEST(Braces, InTextsAndCommentsDontCount) {
  EXPECT_EQ(without_last_braces("{\nf(\"{\");\n// {\n}\n"), "f(\"{\");\n// {\n");
}

}  // namespace
}  // namespace aiocc::emit
