// The annotations that make C++ declarations visible to Python code; read by the binding generator, nothing to a compiler.
#pragma once

#if defined(AIOCC_BINDING_GENERATOR)
#define AIOCC_PY(signature, ...) [[clang::annotate("aiocc.function", signature, #__VA_ARGS__)]]
#define AIOCC_PY_CLASS(signature, ...) [[clang::annotate("aiocc.class", signature, #__VA_ARGS__)]]
#define AIOCC_PY_PROPERTY(signature, ...) [[clang::annotate("aiocc.property", signature, #__VA_ARGS__)]]
#define AIOCC_PY_CONSTANT(signature, ...) [[clang::annotate("aiocc.constant", signature, #__VA_ARGS__)]]
#else
#define AIOCC_PY(signature, ...)
#define AIOCC_PY_CLASS(signature, ...)
#define AIOCC_PY_PROPERTY(signature, ...)
#define AIOCC_PY_CONSTANT(signature, ...)
#endif
