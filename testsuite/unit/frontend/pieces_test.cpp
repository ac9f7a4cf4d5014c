// Where long files are taken apart.
#include "frontend/pieces.hpp"

#include <gtest/gtest.h>

#include <string>

#include "diagnostics/diagnostics.hpp"
#include "frontend/parse.hpp"
#include "syntax/dump.hpp"

namespace aiocc::frontend {
namespace {

std::string repeated(std::string const& text, std::size_t length) {
  std::string out;
  while (out.size() < length) out += text;
  return out;
}

std::vector<std::uint32_t> starts_in(std::string const& text, std::size_t most) {
  SourceFiles files;
  SourceFileId const id = files.add(SourceFile("test.py", text));
  return piece_starts(tokenize(files[id], id), static_cast<std::uint32_t>(text.size()), most);
}

TEST(Pieces, AreNotMadeOfShortFiles) {
  EXPECT_EQ(starts_in("", 8), std::vector<std::uint32_t>{0});
  EXPECT_EQ(starts_in("def f():\n    pass\n", 8), std::vector<std::uint32_t>{0});
  EXPECT_EQ(starts_in(repeated("def f():\n    pass\n", 200'000), 1), std::vector<std::uint32_t>{0});
}

TEST(Pieces, BeginWithDefinitionsOfTheTopLevel) {
  std::string const filler = repeated("x = 1\n", 100'000);
  std::string const definitions =
      "if x:\n    def g(): pass\nelse:\n    class C: pass\n@a\n@b(\n1)\nasync def f():\n    pass\n";
  EXPECT_EQ(starts_in(filler + definitions + filler, 2),
            (std::vector<std::uint32_t>{0, static_cast<std::uint32_t>(filler.size() + definitions.find("@a"))}));
  EXPECT_EQ(starts_in(filler, 2), std::vector<std::uint32_t>{0});
}

TEST(Pieces, GiveTheSameTreeAsTheWhole) {
  std::string const part =
      "# A comment.\n@decorated\ndef f(a: int, *b, c=\"\\\"\") -> str:\n    '''It says\nclass C:\n'''\n    try:\n"
      "        return f\"{a!r:>{c}} {b}\"\n    finally:\n\n        print((a,\nb))\n\n  # Elsewhere.\n\nclass "
      "C(object): x = 1; y = [\n1]\n"
      "if f:\n    pass\nelse:\n    async def g(): await f(1)\nmatch = type = print\n";
  std::string const text = repeated(part, 70'000);
  std::size_t const copies = text.size() / part.size();
  SourceFiles files;
  Diagnostics diagnostics;
  auto const dump = [&](std::string const& source) {
    SourceFileId const id = files.add(SourceFile("test.py", source));
    auto const ast = parse(files, id, diagnostics);
    return ast ? syntax::dump(*ast, files[id]) : std::string();
  };
  EXPECT_GE(starts_in(text, 2).size(), 2u);
  std::string const whole = dump(text);
  ASSERT_FALSE(whole.empty());
  std::string const first = dump(part);
  auto const count = [](std::string const& in, std::string const& what) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = in.find(what, at)) != std::string::npos; ++at) ++found;
    return found;
  };
  for (std::string const name : {"FunctionDef(", "ClassDef(", "JoinedStr(", "Call(", "If("})
    EXPECT_EQ(count(whole, name), copies * count(first, name)) << name;
}

}  // namespace
}  // namespace aiocc::frontend
