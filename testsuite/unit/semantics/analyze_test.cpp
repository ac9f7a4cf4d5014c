// Scopes, resolution and definite assignment.
#include "semantics/analyze.hpp"

#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "frontend/parse.hpp"
#include "semantics/scoped_walk.hpp"

namespace aiocc::semantics {
namespace {

// A module that was analysed, and questions about it.
class Analyzed {
 public:
  explicit Analyzed(std::string const& source) {
    SourceFileId const id = files_.add(SourceFile("t.py", source));
    ast_ = frontend::parse(files_, id, diagnostics_);
    if (ast_) model_ = analyze(*ast_, diagnostics_);
  }

  ScopeId scope(std::string const& qualified_name) const {
    for (std::uint32_t index = 0; index < model_.scopes.size(); ++index)
      if (model_.scopes[ScopeId{index}].qualified_name == qualified_name) return ScopeId{index};
    return {};
  }
  NameKind kind(std::string const& in, std::string const& name) const {
    return model_.resolve(scope(in), NameId::of(name)).kind;
  }
  Variable const& variable(std::string const& in, std::string const& name) const {
    return model_.variables[model_.resolve(scope(in), NameId::of(name)).variable];
  }
  // Whether the last load of `name` may find it unbound.
  bool may_be_unbound(std::string const& name) const {
    bool result = false;
    for_each_load(*ast_, model_, [&](syntax::ExprId id, ScopeId) {
      if (ast_->get<syntax::Name>(id).id == NameId::of(name)) result = model_.unbound_loads[id];
    });
    return result;
  }
  SemanticModel const& model() const { return model_; }
  Diagnostics const& diagnostics() const { return diagnostics_; }

 private:
  SourceFiles files_;
  Diagnostics diagnostics_;
  std::optional<syntax::Ast> ast_;
  SemanticModel model_;
};

TEST(Scopes, ResolvesByPythonsRules) {
  Analyzed const module(R"(
x = 1
def outer(a):
    b = 2
    def inner():
        nonlocal b
        b = a + x + len([])
    class C:
        b = 3
        def method(self):
            return b
    return [b for c in a], inner
)");
  EXPECT_EQ(module.kind("outer", "a"), NameKind::Local);
  EXPECT_EQ(module.kind("outer.<locals>.inner", "a"), NameKind::Free);
  EXPECT_EQ(module.kind("outer.<locals>.inner", "b"), NameKind::Free);
  EXPECT_EQ(module.kind("outer.<locals>.inner", "x"), NameKind::Global);
  EXPECT_EQ(module.kind("outer.<locals>.inner", "len"), NameKind::Builtin);
  EXPECT_EQ(module.kind("outer.<locals>.C", "b"), NameKind::ClassName);
  EXPECT_EQ(module.kind("outer.<locals>.C.method", "b"), NameKind::Free);
  EXPECT_EQ(module.kind("outer.<locals>.<listcomp>", "b"), NameKind::Local);
  EXPECT_EQ(module.kind("outer", "nowhere"), NameKind::Unknown);
  EXPECT_TRUE(module.variable("outer", "a").captured);
  EXPECT_TRUE(module.variable("outer", "a").parameter);
}

TEST(Scopes, ManglesPrivateNames) {
  Analyzed const module("class _Tool:\n    def use(self): return __secret\n");
  EXPECT_EQ(module.model().mangle(module.scope("_Tool.use"), NameId::of("__secret")).text(), "_Tool__secret");
  EXPECT_EQ(module.model().mangle(module.scope("_Tool.use"), NameId::of("__init__")).text(), "__init__");
}

TEST(Scopes, KnowsKindsOfFunctions) {
  Analyzed const module("def g(): yield\nasync def a(): pass\nasync def ag(): yield\nx = (i async for i in y)\n");
  EXPECT_TRUE(module.model().scopes[module.scope("g")].is_generator);
  EXPECT_FALSE(module.model().scopes[module.scope("a")].is_generator);
  EXPECT_TRUE(module.model().scopes[module.scope("a")].is_async);
  EXPECT_TRUE(module.model().scopes[module.scope("ag")].is_generator);
  EXPECT_TRUE(module.model().scopes[module.scope("<genexpr>")].is_async);
}

TEST(Scopes, GivesClassesACellForSuper) {
  Analyzed const module("class A:\n    def f(self): super().f()\nclass B:\n    def f(self): pass\n");
  EXPECT_TRUE(module.model().scopes[module.scope("A")].needs_class_cell);
  EXPECT_FALSE(module.model().scopes[module.scope("B")].needs_class_cell);
  EXPECT_EQ(module.kind("A.f", "__class__"), NameKind::Free);
}

TEST(Scopes, KnowsStableGlobals) {
  Analyzed const module("import time\ndef f(): pass\ndef g(): pass\ng = f\nif f:\n    def h(): pass\n");
  EXPECT_TRUE(module.variable("<module>", "time").stable);
  EXPECT_TRUE(module.variable("<module>", "f").stable);
  EXPECT_FALSE(module.variable("<module>", "g").stable);
  EXPECT_FALSE(module.variable("<module>", "h").stable);
}

TEST(BindingFlow, FollowsBranchesAndLoops) {
  EXPECT_TRUE(Analyzed("def f(a):\n    if a: x = 1\n    return x\n").may_be_unbound("x"));
  EXPECT_FALSE(Analyzed("def f(a):\n    if a: x = 1\n    else: x = 2\n    return x\n").may_be_unbound("x"));
  EXPECT_FALSE(Analyzed("def f(a):\n    if a: x = 1\n    else: return\n    return x\n").may_be_unbound("x"));
  EXPECT_TRUE(Analyzed("def f(a):\n    for x in a: pass\n    return x\n").may_be_unbound("x"));
  EXPECT_FALSE(
      Analyzed("def f(a):\n    while True:\n        x = 1\n        if a: break\n    return x\n").may_be_unbound("x"));
  EXPECT_TRUE(Analyzed("def f(a):\n    x = 1\n    for b in a:\n        print(x)\n        del x\n").may_be_unbound("x"));
}

TEST(BindingFlow, FollowsExceptions) {
  EXPECT_TRUE(Analyzed("def f():\n    try: x = g()\n    except E: pass\n    return x\n").may_be_unbound("x"));
  EXPECT_FALSE(Analyzed("def f():\n    try: x = g()\n    except E: raise\n    return x\n").may_be_unbound("x"));
  EXPECT_TRUE(Analyzed("def f():\n    try: g()\n    except E as x: pass\n    return x\n").may_be_unbound("x"));
  EXPECT_TRUE(Analyzed("def f():\n    with g(): x = 1\n    return x\n").may_be_unbound("x"));
}

TEST(BindingFlow, KnowsWhenClosuresMayRun) {
  EXPECT_FALSE(Analyzed("def f():\n    x = 1\n    return lambda: x\n").variable("f", "x").may_be_unbound);
  EXPECT_TRUE(Analyzed("def f():\n    g = lambda: x\n    x = 1\n    return g\n").variable("f", "x").may_be_unbound);
  EXPECT_FALSE(Analyzed("def f():\n    def g(): return g\n    return g\n").variable("f", "g").may_be_unbound);
}

TEST(BindingFlow, KnowsGlobalsThatAreBoundBeforeAnyCall) {
  EXPECT_FALSE(Analyzed("def f(): pass\ndef g(): f()\ng()\n").may_be_unbound("f"));
  EXPECT_TRUE(Analyzed("def g(): f()\ng()\ndef f(): pass\n").may_be_unbound("f"));
}

TEST(UnknownNames, WarnsWithPythonsSuggestion) {
  Analyzed const module("def print_something(): pass\nprint_somethin()\n");
  ASSERT_EQ(module.diagnostics().size(), 1u);
  Diagnostic const& warning = *module.diagnostics().begin();
  EXPECT_EQ(warning.code, Code::UnknownName);
  ASSERT_EQ(warning.fix_its.size(), 1u);
  EXPECT_EQ(warning.fix_its[0].replacement, "print_something");
}

}  // namespace
}  // namespace aiocc::semantics
