# Runs aiocc-bindgen over the runtime's public headers. It writes the transpiler's table of bindings and the runtime's dynamic entries
# into the build tree; the target `update_bindings` writes the .pyi stubs and the page of supported APIs, which are checked in.
set(generated "${CMAKE_BINARY_DIR}/generated")
set(bindings_table "${generated}/bindings_table.cpp")
set(natives_header "${generated}/include/aiocc/natives.hpp")
# Modules that serve libraries written in C: a file each, so that no program links a library for a module that it doesn't import.
set(natives_apart _compress _expat _hashlib _pcre _sqlite zlib)
set(natives_sources "")
foreach(name 0 1 2 3 ${natives_apart})
  list(APPEND natives_sources "${generated}/natives_${name}.cpp")
endforeach()
list(JOIN natives_apart "," natives_apart)

# Tells translated programs whether their compiler can link what this one compiled.
file(WRITE "${generated}/compiler" "${CMAKE_CXX_COMPILER_ID}\n")

set(bindgen_inputs "${CMAKE_SOURCE_DIR}/runtime/include/aiocc/aiocc.hpp")
set(bindgen_compiler_arguments -- -x c++-header -std=c++20 -DAIOCC_BINDING_GENERATOR "-I${CMAKE_SOURCE_DIR}/runtime/include"
    -resource-dir "${AIOCC_LLVM_ROOT}/lib/clang/19")

add_custom_command(
  OUTPUT "${bindings_table}" "${natives_header}" ${natives_sources}
  COMMAND aiocc-bindgen ${bindgen_inputs} "--table=${bindings_table}" "--natives=${generated}"
          "--natives-apart=${natives_apart}" "--natives-header=${natives_header}"
          "--depfile=${generated}/bindings.d" ${bindgen_compiler_arguments}
  DEPENDS aiocc-bindgen ${bindgen_inputs}
  DEPFILE "${generated}/bindings.d"
  COMMENT "Reading the runtime's annotations"
  VERBATIM)
add_custom_target(aiocc_generated_bindings DEPENDS "${bindings_table}" "${natives_header}" ${natives_sources})

target_sources(aiocc_bindings PRIVATE "${bindings_table}")
add_dependencies(aiocc_bindings aiocc_generated_bindings)
target_sources(aiocc_runtime PRIVATE ${natives_sources})
target_include_directories(aiocc_runtime PUBLIC "${generated}/include")
add_dependencies(aiocc_runtime aiocc_generated_bindings)

add_custom_target(update_bindings
  COMMAND aiocc-bindgen ${bindgen_inputs} "--stubs=${CMAKE_SOURCE_DIR}/runtime/stubs" "--page=${CMAKE_SOURCE_DIR}/docs/supported.md"
          ${bindgen_compiler_arguments}
  COMMENT "Writing runtime/stubs and docs/supported.md"
  VERBATIM)

add_test(NAME check_bindings
  COMMAND "${CMAKE_SOURCE_DIR}/scripts/check_bindings" $<TARGET_FILE:aiocc-bindgen> ${bindgen_inputs} ${bindgen_compiler_arguments})

# The precompiled header of the runtime for the driver's default flags, so that no user waits for it.
if(TARGET aiocc AND NOT AIOCC_SANITIZE)
  set(precompiled_stamp "${CMAKE_ARCHIVE_OUTPUT_DIRECTORY}/pch/stamp")
  add_custom_command(
    OUTPUT "${precompiled_stamp}"
    COMMAND aiocc --precompile-runtime
    COMMAND "${CMAKE_COMMAND}" -E touch "${precompiled_stamp}"
    DEPENDS aiocc aiocc_runtime
    COMMENT "Precompiling the runtime's headers"
    VERBATIM)
  add_custom_target(aiocc_precompiled_header ALL DEPENDS "${precompiled_stamp}")
endif()
