// Look-ups in the generated table: what every stage of the compiler relies on.
#include "bindings/bindings.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace aiocc::bindings {
namespace {

TEST(Bindings, FindsModulesByName) {
  ASSERT_NE(find_module("asyncio"), nullptr);
  EXPECT_EQ(find_module("asyncio")->cpp_name, "asyncio");
  EXPECT_NE(find_module("builtins"), nullptr);
  EXPECT_EQ(find_module("tkinter"), nullptr);
}

TEST(Bindings, FindsOverloadsInTheOrderOfTheHeader) {
  Array<Overload> const overloads = find_overloads("asyncio", "sleep");
  ASSERT_GE(overloads.size(), 2u);
  EXPECT_TRUE(overloads.front().params.front().type.is("float"));
  EXPECT_TRUE(overloads.back().params.front().type.is("object"));
  EXPECT_TRUE(overloads.back().is_async());
  EXPECT_TRUE(find_overloads("asyncio", "sleeep").empty());
}

TEST(Bindings, GivesConstructorsUnderTheClassName) {
  EXPECT_FALSE(find_overloads("builtins", "list").empty());
  EXPECT_EQ(find_overloads("builtins", "list").front().name, "__init__");
}

TEST(Bindings, FindsMethodsInBases) {
  Class const* task = find_class("asyncio.Task");
  ASSERT_NE(task, nullptr);
  EXPECT_EQ(task->type_object, "task_type");
  EXPECT_EQ(task->own_method("done"), nullptr);
  ASSERT_NE(find_method(*task, "done"), nullptr);
  EXPECT_EQ(find_method(*task, "done")->overloads.front().form, CallForm::Member);
}

TEST(Bindings, KnowsTheHierarchyOfExceptions) {
  Class const* key_error = find_class("KeyError");
  ASSERT_NE(key_error, nullptr);
  std::vector<std::string_view> mro;
  for_each_in_mro(*key_error, [&](Class const& each) {
    mro.push_back(each.name);
    return false;
  });
  EXPECT_EQ(mro, (std::vector<std::string_view>{"KeyError", "LookupError", "Exception", "BaseException", "object"}));
}

TEST(Bindings, TellsHowValuesArePassed) {
  Function const* append = find_method(*find_class("list"), "append");
  ASSERT_NE(append, nullptr);
  Overload const& overload = append->overloads.front();
  EXPECT_EQ(overload.params.size(), 2u);
  EXPECT_EQ(overload.params[1].representation, Representation::Template);
  EXPECT_TRUE(overload.effects.stores);
  EXPECT_EQ(overload.result_representation, Representation::Void);
}

TEST(Bindings, SortsEverythingByName) {
  for (Module const& module : modules()) {
    for (std::size_t i = 1; i < module.functions.size(); ++i)
      EXPECT_LT(module.functions[i - 1].name, module.functions[i].name);
    for (std::size_t i = 1; i < module.classes.size(); ++i)
      EXPECT_LT(module.classes[i - 1].name, module.classes[i].name);
  }
}

TEST(Names, KeepsUsersFromTheRuntimesNames) {
  for (std::string_view name : {"class", "Object", "asyncio", "TRY", "errno", "EOF", "list_type", "std", "template"})
    EXPECT_TRUE(is_reserved(name)) << name;
  EXPECT_FALSE(is_reserved("my_variable"));
}

TEST(Names, TellsBuiltins) {
  EXPECT_TRUE(is_builtin("print"));
  EXPECT_TRUE(is_builtin("ValueError"));
  EXPECT_FALSE(is_builtin("prnt"));
}

}  // namespace
}  // namespace aiocc::bindings
