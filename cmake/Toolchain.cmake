# Compiler flags common to all of aiocc's own code (target `aiocc_flags`), ccache, and the targets that stand for LLVM.

find_program(AIOCC_CCACHE ccache)
if(AIOCC_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  # Precompiled headers and relative paths are safe to cache with these settings, which are the build's, not the user's.
  set(launcher ${CMAKE_COMMAND} -E env CCACHE_BASEDIR=${CMAKE_SOURCE_DIR} CCACHE_NOHASHDIR=1
      CCACHE_SLOPPINESS=pch_defines,time_macros ${AIOCC_CCACHE})
  set(CMAKE_C_COMPILER_LAUNCHER ${launcher})
  set(CMAKE_CXX_COMPILER_LAUNCHER ${launcher})
endif()

set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_CXX_FLAGS_RELEASE "-O2 -DNDEBUG")
set(CMAKE_CXX_FLAGS_DEBUG "-O0 -g")
set(CMAKE_CXX_FLAGS_RELWITHDEBINFO "-O1 -g -fno-omit-frame-pointer")

add_library(aiocc_flags INTERFACE)
target_compile_options(aiocc_flags INTERFACE -Wall -Wextra $<$<BOOL:${AIOCC_WERROR}>:-Werror>)
if(AIOCC_SANITIZE)
  set(sanitize -fsanitize=${AIOCC_SANITIZE} -fno-sanitize-recover=all)
  target_compile_options(aiocc_flags INTERFACE ${sanitize})
  add_link_options(${sanitize})
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # Wrong in std::string's own operator+ (GCC bug 105651).
  target_compile_options(aiocc_flags INTERFACE -Wno-restrict)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # Coloured output also when ninja pipes it.
  target_compile_options(aiocc_flags INTERFACE -fcolor-diagnostics)
endif()

# LLVM's headers and libraries, by path: Debian's CMake files would link the large shared libLLVM into everything, which costs
# tens of milliseconds at each start.
add_library(aiocc_llvm_headers INTERFACE)
target_include_directories(aiocc_llvm_headers SYSTEM INTERFACE "${AIOCC_LLVM_ROOT}/include")

# The names of Unicode's characters, which frontend/ asks for, statically.
add_library(aiocc_llvm_support INTERFACE)
target_link_libraries(aiocc_llvm_support INTERFACE
  aiocc_llvm_headers "${AIOCC_LLVM_ROOT}/lib/libLLVMSupport.a" "${AIOCC_LLVM_ROOT}/lib/libLLVMDemangle.a" -l:libz.a -l:libzstd.a)

# libTooling, shared: used by binding_generator/ alone.
add_library(aiocc_libtooling INTERFACE)
target_link_libraries(aiocc_libtooling INTERFACE
  aiocc_llvm_headers "${AIOCC_LLVM_ROOT}/lib/libclang-cpp.so.19.1" "${AIOCC_LLVM_ROOT}/lib/libLLVM-19.so")
