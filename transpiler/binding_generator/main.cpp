// aiocc-bindgen: reads the annotations of the runtime's headers and writes everything that follows from them.
#include <cstdio>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "binding_generator/assemble.hpp"
#include "binding_generator/output.hpp"
#include "binding_generator/reader.hpp"
#include "binding_generator/writers.hpp"

namespace {

using namespace aiocc::bindgen;

constexpr char const* usage =
    "usage: aiocc-bindgen HEADER [--table=FILE] [--natives=FOLDER] [--natives-apart=MODULE,...]\n"
    "                     [--natives-header=FILE] [--stubs=FOLDER] [--page=FILE] [--depfile=FILE] -- "
    "COMPILER-ARGUMENTS...\n";

struct Options {
  std::string header, table, natives, natives_apart, natives_header, stubs, page, depfile;
  std::vector<std::string> compiler_arguments;
};

bool read_options(int argc, char** argv, Options& options) {
  struct Named {
    std::string_view name;
    std::string* value;
  };
  Named const named[] = {
      {"--table=", &options.table},
      {"--natives=", &options.natives},
      {"--natives-header=", &options.natives_header},
      {"--natives-apart=", &options.natives_apart},
      {"--stubs=", &options.stubs},
      {"--page=", &options.page},
      {"--depfile=", &options.depfile},
  };
  for (int i = 1; i < argc; ++i) {
    std::string_view const argument = argv[i];
    if (argument == "--") {
      options.compiler_arguments.assign(argv + i + 1, argv + argc);
      break;
    }
    bool known = false;
    for (Named const& each : named) {
      if (!argument.starts_with(each.name)) continue;
      *each.value = argument.substr(each.name.size());
      known = true;
    }
    if (known) continue;
    if (argument.starts_with("-") || !options.header.empty()) return false;
    options.header = argument;
  }
  return !options.header.empty();
}

// natives_0.cpp, natives_1.cpp, ..., natives__hashlib.cpp, ...
void write_all_natives(Api const& api, Options const& options, Errors& errors) {
  constexpr std::size_t file_count = 4;
  std::vector<std::string> apart;
  std::istringstream names(options.natives_apart);
  for (std::string each; std::getline(names, each, ',');) apart.push_back(each);
  for (auto const& [name, text] : write_natives(api, file_count, apart, errors))
    write_if_changed(options.natives + "/natives_" + name + ".cpp", text, errors);
}

void write_depfile(Options const& options, Headers const& headers, Errors& errors) {
  std::string const& target = options.table.empty() ? options.page : options.table;
  std::string text = target + ":";
  for (std::string const& file : headers.files) text += " \\\n  " + file;
  write_if_changed(options.depfile, text + "\n", errors);
}

void write_outputs(Options const& options, Api const& api, Headers const& headers, Errors& errors) {
  if (!options.table.empty()) write_if_changed(options.table, write_table(api), errors);
  if (!options.natives_header.empty()) write_if_changed(options.natives_header, write_natives_header(api), errors);
  if (!options.natives.empty()) write_all_natives(api, options, errors);
  if (!options.page.empty()) write_if_changed(options.page, write_page(api), errors);
  if (!options.stubs.empty())
    for (auto const& [path, text] : write_stubs(api)) write_if_changed(options.stubs + "/" + path, text, errors);
  if (!options.depfile.empty()) write_depfile(options, headers, errors);
}

}  // namespace

int main(int argc, char** argv) {
  Options options;
  if (!read_options(argc, argv, options)) {
    std::fputs(usage, stderr);
    return 2;
  }
  Errors errors;
  Headers const headers = read_headers(options.header, options.compiler_arguments, errors);
  if (errors.any()) return 1;
  Api const api = assemble(headers, errors);
  if (errors.any()) return 1;
  write_outputs(options, api, headers, errors);
  return errors.any() ? 1 : 0;
}
