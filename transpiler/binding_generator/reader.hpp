// Reads the annotated declarations of the runtime's headers with libTooling.
#pragma once

#include <string>
#include <vector>

#include "binding_generator/errors.hpp"
#include "binding_generator/model.hpp"

namespace aiocc::bindgen {

// What stands in clang's tree, before anything is understood as Python.
struct Declaration {
  enum class Kind { Function, Class, Property, Constant };
  Kind kind;
  Place place;
  // The annotation: its signature, and the words after it ("stores", "layout(QueueObject)").
  std::string signature;
  std::vector<std::string> words;
  // The C++ name, plain, and relative to namespace aiocc.
  std::string name, qualified_name;
  // Enclosing namespaces below aiocc, joined with dots: "" or "asyncio".
  std::string cpp_namespace;
  // The C++ class around it, relative to namespace aiocc with its template parameters; empty where there is none.
  std::string owner;
  bool is_constructor = false, is_static = false, is_field = false, is_variable = false;
  std::vector<CppType> params;
  // A function's result; for classes, properties and variables what they are themselves.
  CppResult result;
  std::vector<std::string> template_params;
  // Those of `template_params` that no function parameter's type mentions.
  bool undeducible = false;
  std::string doc;

  bool has_word(std::string_view word) const;
  // The text X of the word `name(X)`; empty where there is none.
  std::string word_argument(std::string_view name) const;
};

struct Headers {
  std::vector<Declaration> declarations;
  // Every name declared directly in namespace aiocc, and every macro that doesn't begin with an underscore.
  std::vector<std::string> runtime_names;
  // C++ keywords and macros.
  std::vector<std::string> cpp_words;
  // Variables of type aiocc::Type, relative to namespace aiocc.
  std::vector<std::string> type_objects;
  // All files that were read.
  std::vector<std::string> files;
};

// Complains about what clang can't compile.
Headers read_headers(std::string const& header, std::vector<std::string> const& compiler_arguments, Errors& errors);

}  // namespace aiocc::bindgen
