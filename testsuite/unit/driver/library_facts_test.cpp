// What's noted of a library module when it's compiled.
#include "driver/library_facts.hpp"

#include <gtest/gtest.h>

#include "frontend/parse.hpp"

namespace aiocc::driver {
namespace {

constexpr char const* source = R"(
import _imports_by_name
from sys import caller_place

__all__ = ["shown"]
_defers_imports = True


def shown():
    import json.decoder
    return json


def __getattr__(name):
    raise AttributeError(name)
)";

semantics::ModuleFacts parsed_facts() {
  SourceFiles files;
  Diagnostics diagnostics;
  SourceFileId const file = files.add(SourceFile("package/__init__.py", source));
  std::optional<syntax::Ast> const ast = frontend::parse(files, file, diagnostics);
  return library_facts(*ast, "package", /*is_package=*/true);
}

TEST(LibraryFacts, TellWhatAModuleBindsAndImports) {
  semantics::ModuleFacts const facts = parsed_facts();
  EXPECT_EQ(facts.origin, semantics::ModuleOrigin::Library);
  EXPECT_TRUE(facts.is_package && facts.is_open && facts.asks_for_callers && facts.imports_by_name);
  EXPECT_TRUE(facts.binds(NameId::of("shown")));
  EXPECT_EQ(facts.exports, std::vector{NameId::of("shown")});
  EXPECT_TRUE(facts.deferred.modules.contains(NameId::of("json.decoder")));
  EXPECT_TRUE(facts.deferred.by_name.contains(NameId::of("shown")));
}

TEST(LibraryFacts, SurviveBeingWritten) {
  semantics::ModuleFacts const facts = parsed_facts();
  std::optional<semantics::ModuleFacts> const read = facts_of_text(facts_text(facts, source), source);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->origin, facts.origin);
  EXPECT_EQ(read->is_package, facts.is_package);
  EXPECT_EQ(read->names, facts.names);
  EXPECT_EQ(read->exports, facts.exports);
  EXPECT_EQ(read->is_open, facts.is_open);
  EXPECT_EQ(read->asks_for_callers, facts.asks_for_callers);
  EXPECT_EQ(read->imports_by_name, facts.imports_by_name);
  EXPECT_EQ(read->deferred.modules, facts.deferred.modules);
  EXPECT_EQ(read->deferred.by_name, facts.deferred.by_name);
}

TEST(LibraryFacts, TellAnEmptyAllFromNone) {
  semantics::ModuleFacts facts;
  EXPECT_FALSE(facts_of_text(facts_text(facts, ""), "")->exports);
  facts.exports.emplace();
  EXPECT_EQ(facts_of_text(facts_text(facts, ""), "")->exports, std::vector<NameId>{});
}

TEST(LibraryFacts, AreOfNoUseForAnotherSource) {
  std::string const text = facts_text(parsed_facts(), source);
  EXPECT_FALSE(facts_of_text(text, "x = 1\n"));
  EXPECT_FALSE(facts_of_text("", source));
}

}  // namespace
}  // namespace aiocc::driver
