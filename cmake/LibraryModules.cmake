# The standard-library modules that are written in Python, runtime/lib: aiocc translates each one to C++, and libaiocc_lib.a holds an
# object for each, so that a program links just those that it imports.
set(library_folder "${CMAKE_SOURCE_DIR}/runtime/lib")
file(GLOB_RECURSE library_files CONFIGURE_DEPENDS RELATIVE "${library_folder}" "${library_folder}/*.py")
set(library_sources "")
foreach(file IN LISTS library_files)
  string(REGEX REPLACE "(/__init__)?\\.py$" "" module "${file}")
  string(REPLACE "/" "." module "${module}")
  set(source "${generated}/library/${module}.cpp")
  list(APPEND library_sources "${source}")
  add_custom_command(
    OUTPUT "${source}"
    BYPRODUCTS "${generated}/library/${module}.facts"
    COMMAND aiocc --library-module "${module}" "${library_folder}/${file}" "${source}"
    DEPENDS aiocc "${library_folder}/${file}"
    COMMENT "Translating the module ${module}"
    VERBATIM)
endforeach()
file(MAKE_DIRECTORY "${generated}/library")
add_custom_target(aiocc_library_sources DEPENDS ${library_sources})
target_sources(aiocc_lib PRIVATE ${library_sources})
add_dependencies(aiocc_lib aiocc_library_sources)
