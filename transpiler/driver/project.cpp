// What commands leave on disk besides single texts: binaries, and folders with C++ that builds on its own.
#include "driver/project.hpp"

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

#include "driver/build_config.hpp"
#include "driver/files.hpp"

namespace aiocc::driver {

namespace {

std::string cmake_text(std::string const& target, std::string const& sources) {
  return fmt::format(R"(# Builds {0} against aiocc's runtime: cmake -B build && cmake --build build
cmake_minimum_required(VERSION 3.20)
project({0} LANGUAGES C CXX)

if(NOT CMAKE_BUILD_TYPE)
  set(CMAKE_BUILD_TYPE Release)
endif()
set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)

set(AIOCC_RUNTIME "{2}" CACHE PATH "The runtime's folder")
set(AIOCC_GENERATED "{3}" CACHE PATH "Where aiocc's build wrote the runtime's generated sources")
add_subdirectory("${{AIOCC_RUNTIME}}" aiocc_runtime EXCLUDE_FROM_ALL)
find_package(Threads REQUIRED)

add_executable({0} {1})
target_include_directories({0} PRIVATE "${{CMAKE_CURRENT_SOURCE_DIR}}")
target_link_libraries({0} PRIVATE aiocc_runtime)
target_link_options({0} PRIVATE -Wl,--gc-sections)
)",
                     target, sources, folder_of(std::string(build_config::runtime_include)),
                     folder_of(std::string(build_config::generated_include)));
}

}  // namespace

bool names_folder(std::string const& path) {
  struct stat status{};
  if (::stat(path.c_str(), &status) == 0) return S_ISDIR(status.st_mode);
  std::string const name = path.substr(path.rfind('/') + 1);
  return name.find('.') == std::string::npos;
}

std::string write_files(std::string const& folder, std::vector<emit::EmittedFile> const& files) {
  for (emit::EmittedFile const& file : files) {
    std::string const path = folder + "/" + file.name;
    std::string problem = make_folders(folder_of(path));
    if (problem.empty()) problem = write_file(path, file.text);
    if (!problem.empty()) return problem;
  }
  return {};
}

std::string write_project(std::string const& folder, std::string const& source,
                          std::vector<emit::EmittedFile> const& files) {
  std::string const name = source == "-" ? "program" : stem_of(source);
  std::string sources;
  for (emit::EmittedFile const& file : files) {
    if (!file.is_header()) sources += (sources.empty() ? "" : " ") + file.name;
  }
  std::string problem = write_files(folder, files);
  if (problem.empty()) problem = write_file(folder + "/CMakeLists.txt", cmake_text(name, sources));
  return problem;
}

std::string place_binary(std::string const& from, std::string const& to) {
  if (::rename(from.c_str(), to.c_str()) == 0) return {};
  if (errno != EXDEV) return std::strerror(errno);
  // Another file system: copied beside the target, so that it appears at once there too.
  std::optional<std::string> const bytes = read_file(from);
  if (!bytes) return std::strerror(errno);
  std::string const beside = unique_name(to);
  std::string problem = write_file(beside, *bytes);
  struct stat status{};
  if (problem.empty() && (::stat(from.c_str(), &status) != 0 || ::chmod(beside.c_str(), status.st_mode & 0777) != 0))
    problem = std::strerror(errno);
  if (problem.empty()) problem = move_file(beside, to);
  if (!problem.empty()) ::unlink(beside.c_str());
  return problem;
}

}  // namespace aiocc::driver
