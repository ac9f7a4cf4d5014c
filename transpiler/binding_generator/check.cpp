// The rules of ARCHITECTURE.md ("Bindings: one source of truth") as checks.
#include "binding_generator/check.hpp"

#include "binding_generator/signature.hpp"

namespace aiocc::bindgen {

namespace {

std::string_view template_name(std::string_view spelling) { return spelling.substr(0, spelling.find('<')); }

// Whether the static C++ word `cpp` is what values of Python type `type` are.
bool is_word_of(TypeExpr const& type, std::string const& cpp, FindClass const& find_class) {
  if (type.name == "int") return cpp == "Int";
  Class const* found = find_class(type.name);
  if (!found) return type.name != "object" && type.name != "None";
  if (type.name == "tuple") return template_name(cpp) == "Tuple" || template_name(cpp) == "TupleOf";
  if (found->cpp_name.empty()) return true;
  if (found->cpp_name.starts_with("Ref<")) return cpp == found->cpp_name;
  return template_name(cpp) == template_name(found->cpp_name);
}

class Checker {
 public:
  Checker(Overload const& overload, FindClass const& find_class, Errors& errors)
      : overload_(overload), find_class_(find_class), errors_(errors) {}

  void check() {
    if (!check_count()) return;
    check_result();
    auto const& params = overload_.signature.params;
    std::size_t const skipped = params.size() - overload_.cpp_params.size();
    for (std::size_t i = skipped; i < params.size(); ++i) check_parameter(params[i], overload_.cpp_params[i - skipped]);
  }

 private:
  void complain(std::string message) {
    errors_.add(overload_.place, "`" + overload_.signature.name + "`: " + std::move(message));
  }

  bool check_count() {
    std::size_t const python = overload_.signature.params.size() - (overload_.form == "Member" ? 1 : 0);
    if (python == overload_.cpp_params.size()) return true;
    complain("the signature has " + std::to_string(python) + " parameters, the C++ declaration has " +
             std::to_string(overload_.cpp_params.size()));
    return false;
  }

  void check_result() {
    bool const coroutine = overload_.result.kind == "Coroutine" || overload_.result.kind == "Awaiter";
    if (coroutine != overload_.signature.is_async)
      complain(coroutine ? "C++ returns a Coroutine, so the signature must say `async def`"
                         : "`async def`, but C++ doesn't return a Coroutine");
    if (overload_.form == "Constructor" || overload_.signature.name == "__init__") return;
    check_value(overload_.signature.returns, overload_.result.type, "the result of `" + overload_.signature.name + "`",
                overload_.place, find_class_, errors_);
  }

  void check_parameter(Parameter const& parameter, CppType const& cpp) {
    std::string const what = "parameter `" + parameter.name + "` of `" + overload_.signature.name + "`";
    bool const is_args = parameter.kind == ParameterKind::VarArgs;
    bool const is_kwargs = parameter.kind == ParameterKind::VarKeywords;
    if (is_args != (cpp.representation == "Arguments")) {
      errors_.add(overload_.place, what + ": `*args` and C++'s `Arguments` go together");
    } else if (is_kwargs) {
      if (cpp.spelling != "Dict<Str, Object>")
        errors_.add(overload_.place, what + ": `**` needs `Dict<Str, Object> const&`");
    } else if (!is_args && parameter.type) {
      check_value(*parameter.type, cpp, what, overload_.place, find_class_, errors_);
      check_default(parameter, cpp, what);
    }
    // A coroutine outlives the call that makes it.
    if (overload_.result.kind == "Coroutine" && cpp.is_reference)
      errors_.add(overload_.place, what + ": a Coroutine's parameters are taken by value");
  }

  void check_default(Parameter const& parameter, CppType const& cpp, std::string const& what) {
    if (parameter.default_text != "...") return;
    if (cpp.representation == "Double" || cpp.representation == "Bool")
      errors_.add(overload_.place,
                  what + ": the default `...` is an unbound Object, which a C++ " + cpp.spelling + " can't be");
  }

  Overload const& overload_;
  FindClass const& find_class_;
  Errors& errors_;
};

}  // namespace

void check_overload(Overload const& overload, FindClass const& find_class, Errors& errors) {
  Checker(overload, find_class, errors).check();
}

void check_value(TypeExpr const& type, CppType const& cpp, std::string const& what, Place const& place,
                 FindClass const& find_class, Errors& errors) {
  auto mismatch = [&] {
    errors.add(place, what + " is `" + to_python(type) + "` in the signature, `" + cpp.spelling + "` in C++");
  };
  auto require = [&](bool fits) {
    if (!fits) mismatch();
  };
  std::string const& representation = cpp.representation;
  if (representation.empty()) return errors.add(place, what + ": `" + cpp.spelling + "` can't be a Python value");
  // An Object may be anything but what has a representation of its own and would be cheaper in it; that's the author's choice.
  if (representation == "Object") return;
  if (representation == "Void") return require(type.name == "None");
  if (representation == "Double") return require(type.name == "float");
  if (representation == "Bool") return require(type.name == "bool");
  if (representation == "Template") return require(type.args.empty());
  if (representation == "Coroutine") return require(type.name == "Coroutine" || type.name == "Awaitable");
  if (representation == "Word") require(is_word_of(type, cpp.spelling, find_class));
}

}  // namespace aiocc::bindgen
