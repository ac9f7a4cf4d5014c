# Libraries that aiocc doesn't write itself: tree-sitter with its Python grammar (fetched by scripts/bootstrap), fmt, the runtime's own and
# GoogleTest.

if(DEFINED ENV{AIOCC_THIRD_PARTY})
  set(default_third_party "$ENV{AIOCC_THIRD_PARTY}")
else()
  set(default_third_party "${CMAKE_SOURCE_DIR}/build/third_party")
endif()
set(AIOCC_THIRD_PARTY "${default_third_party}" CACHE PATH "Where scripts/bootstrap unpacked the npm packages")

set(core "${AIOCC_THIRD_PARTY}/tree-sitter/vendor/tree-sitter/lib")
set(grammar "${AIOCC_THIRD_PARTY}/tree-sitter-python/src")
if(NOT EXISTS "${core}/src/lib.c" OR NOT EXISTS "${grammar}/parser.c")
  message(FATAL_ERROR "tree-sitter isn't in ${AIOCC_THIRD_PARTY}: run scripts/bootstrap first")
endif()
add_library(tree_sitter_python STATIC "${core}/src/lib.c" "${grammar}/parser.c" "${grammar}/scanner.c")
set_target_properties(tree_sitter_python PROPERTIES C_STANDARD 11 C_EXTENSIONS ON)
target_include_directories(tree_sitter_python SYSTEM PUBLIC "${core}/include")
target_include_directories(tree_sitter_python PRIVATE "${core}/src" "${grammar}")
target_compile_options(tree_sitter_python PRIVATE -w -O2)

# fmt's compiled half: Debian ships it as a shared library only, and standalone binaries want it inside.
add_library(aiocc_fmt STATIC cmake/fmt.cpp)
set_target_properties(aiocc_fmt PROPERTIES POSITION_INDEPENDENT_CODE ON)
target_compile_options(aiocc_fmt PRIVATE -ffunction-sections -fdata-sections)

include(RuntimeLibraries)
find_package(GTest REQUIRED)
find_package(Threads REQUIRED)
