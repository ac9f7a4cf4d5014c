// The forms in which people and tools read diagnostics.
#include "diagnostics/render.hpp"

#include <gtest/gtest.h>

namespace aiocc {
namespace {

struct OneWarning {
  OneWarning() {
    SourceFileId const id = files.add(SourceFile("a.py", "\té = nmae\n"));
    diagnostics.report<Code::UnknownName>({id, 6, 10}, "nmae").note("did you mean `name`?").fix_it({id, 6, 10}, "name");
  }
  SourceFiles files;
  Diagnostics diagnostics;
};

TEST(Render, PointsWithCarets) {
  OneWarning const made;
  EXPECT_EQ(render(*made.diagnostics.begin(), made.files),
            "a.py:1:6: warning: `nmae` isn't defined [unknown-name]\n"
            "    1 | \té = nmae\n"
            "      | \t    ^~~~\n"
            "  note: did you mean `name`?\n"
            "a.py:1:6: note: replace `nmae` by `name`\n");
}

TEST(Render, WritesJson) {
  OneWarning const made;
  EXPECT_EQ(render_json(made.diagnostics, made.files),
            R"([{"code": "unknown-name", "severity": "warning", "message": "`nmae` isn't defined", "file": "a.py", )"
            R"("line": 1, "column": 6, "end_line": 1, "end_column": 10, "notes": [{"file": null, "line": null, )"
            R"("column": null, "end_line": null, "end_column": null, "message": "did you mean `name`?"}], "fix_its": )"
            R"([{"file": "a.py", "line": 1, "column": 6, "end_line": 1, "end_column": 10, "replacement": "name"}]}])"
            "\n");
}

TEST(Render, TurnsUnsupportedIntoWarningsOnDemand) {
  Diagnostics diagnostics;
  diagnostics.make_warnings({Code::UnsupportedConstruct});
  diagnostics.report<Code::UnsupportedConstruct>({}, "`match` statement");
  EXPECT_FALSE(diagnostics.has_errors());
  EXPECT_EQ(render(*diagnostics.begin(), {}),
            "aiocc: warning: `match` statement isn't supported yet [unsupported-construct]\n");
}

}  // namespace
}  // namespace aiocc
