// The two lists of names that no header of ours can tell: CPython's builtins and the words that C++ keeps for itself.
#include <algorithm>
#include <vector>

#include "bindings/bindings.hpp"
#include "bindings/table.hpp"

namespace aiocc::bindings {

namespace {

// dir(builtins) of CPython 3.13, without what only the interactive prompt and the `site` module add; sorted.
constexpr std::string_view python_builtins[] = {
    "ArithmeticError", "AssertionError", "AttributeError", "BaseException", "BaseExceptionGroup", "BlockingIOError",
    "BrokenPipeError", "BufferError", "BytesWarning", "ChildProcessError", "ConnectionAbortedError", "ConnectionError",
    "ConnectionRefusedError", "ConnectionResetError", "DeprecationWarning", "EOFError", "Ellipsis", "EncodingWarning",
    "EnvironmentError", "Exception", "ExceptionGroup", "False", "FileExistsError", "FileNotFoundError",
    "FloatingPointError", "FutureWarning", "GeneratorExit", "IOError", "ImportError", "ImportWarning",
    "IndentationError", "IndexError", "InterruptedError", "IsADirectoryError", "KeyError", "KeyboardInterrupt",
    "LookupError", "MemoryError", "ModuleNotFoundError", "NameError", "None", "NotADirectoryError", "NotImplemented",
    "NotImplementedError", "OSError", "OverflowError", "PendingDeprecationWarning", "PermissionError",
    "ProcessLookupError", "PythonFinalizationError", "RecursionError", "ReferenceError", "ResourceWarning",
    "RuntimeError", "RuntimeWarning", "StopAsyncIteration", "StopIteration", "SyntaxError", "SyntaxWarning",
    "SystemError", "SystemExit", "TabError", "TimeoutError", "True", "TypeError", "UnboundLocalError",
    "UnicodeDecodeError", "UnicodeEncodeError", "UnicodeError", "UnicodeTranslateError", "UnicodeWarning",
    "UserWarning", "ValueError", "Warning", "ZeroDivisionError", "__build_class__", "__debug__", "__doc__",
    "__import__", "__loader__", "__name__", "__package__", "__spec__", "abs", "aiter", "all", "anext", "any", "ascii",
    "bin", "bool", "breakpoint", "bytearray", "bytes", "callable", "chr", "classmethod", "compile", "complex",
    "copyright", "credits", "delattr", "dict", "dir", "divmod", "enumerate", "eval", "exec", "exit", "filter", "float",
    "format", "frozenset", "getattr", "globals", "hasattr", "hash", "help", "hex", "id", "input", "int", "isinstance",
    "issubclass", "iter", "len", "license", "list", "locals", "map", "max", "memoryview", "min", "next", "object",
    "oct", "open", "ord", "pow", "print", "property", "quit", "range", "repr", "reversed", "round", "set", "setattr",
    "slice", "sorted", "staticmethod", "str", "sum", "super", "tuple", "type", "vars", "zip",
};

// Keywords and alternative tokens of C++23, identifiers with special meaning, and namespaces that emitted code names.
constexpr std::string_view cpp_words[] = {
    "aiocc", "alignas", "alignof", "and", "and_eq", "asm", "auto", "bitand", "bitor", "bool", "break", "case", "catch",
    "char", "char16_t", "char32_t", "char8_t", "class", "co_await", "co_return", "co_yield", "compl", "concept", "const",
    "const_cast", "consteval", "constexpr", "constinit", "continue", "decltype", "default", "delete", "do", "double",
    "dynamic_cast", "else", "enum", "explicit", "export", "extern", "false", "final", "float", "for", "friend", "goto",
    "if", "import", "inline", "int", "long", "module", "mutable", "namespace", "new", "noexcept", "not", "not_eq",
    "nullptr", "operator", "or", "or_eq", "override", "private", "protected", "public", "register", "reinterpret_cast",
    "requires", "return", "short", "signed", "sizeof", "static", "static_assert", "static_cast", "std",
    "struct", "switch", "template", "this", "thread_local", "throw", "true", "try", "typedef", "typeid", "typename",
    "typeof", "union", "unsigned", "using", "virtual", "void", "volatile", "wchar_t", "while", "xor", "xor_eq",
    // Macros that the C library may define whatever the runtime's headers include today, and compilers' predefined ones.
    "CHAR_BIT", "EOF", "INFINITY", "INT_MAX", "INT_MIN", "LONG_MAX", "LONG_MIN", "NAN", "NULL", "RAND_MAX", "SIZE_MAX",
    "assert", "errno", "linux", "offsetof", "setjmp", "stderr", "stdin", "stdout", "unix", "va_arg", "va_copy",
    "va_end", "va_start",
};

std::vector<std::string_view> merge_reserved_names() {
  std::vector<std::string_view> names(std::begin(cpp_words), std::end(cpp_words));
  names.insert(names.end(), table.runtime_names.begin(), table.runtime_names.end());
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

}  // namespace

Array<std::string_view> builtin_names() { return {python_builtins, std::size(python_builtins)}; }

Array<std::string_view> reserved_names() {
  static std::vector<std::string_view> const names = merge_reserved_names();
  return {names.data(), names.size()};
}

bool is_reserved(std::string_view identifier) {
  Array<std::string_view> const names = reserved_names();
  return std::binary_search(names.begin(), names.end(), identifier);
}

}  // namespace aiocc::bindings
