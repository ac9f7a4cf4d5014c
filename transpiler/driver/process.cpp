// Other programs: running them, and becoming one.
#include "driver/process.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

extern char** environ;

namespace aiocc::driver {

namespace {

std::vector<char*> pointers(std::vector<std::string> const& arguments) {
  std::vector<char*> result;
  for (std::string const& each : arguments) result.push_back(const_cast<char*>(each.c_str()));
  result.push_back(nullptr);
  return result;
}

std::string read_to_end(int descriptor) {
  std::string text;
  char buffer[1 << 14];
  for (ssize_t count; (count = ::read(descriptor, buffer, sizeof buffer)) != 0;) {
    if (count > 0)
      text.append(buffer, static_cast<std::size_t>(count));
    else if (errno != EINTR)
      break;
  }
  return text;
}

int wait_for(pid_t child) {
  int status = 0;
  while (::waitpid(child, &status, 0) < 0 && errno == EINTR) {}
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Finished run_program(std::vector<std::string> const& command) {
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) return {127, std::strerror(errno)};
  posix_spawn_file_actions_t actions;
  ::posix_spawn_file_actions_init(&actions);
  ::posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
  ::posix_spawn_file_actions_adddup2(&actions, ends[1], 2);
  pid_t child = 0;
  int const problem = ::posix_spawnp(&child, command[0].c_str(), &actions, nullptr, pointers(command).data(), environ);
  ::posix_spawn_file_actions_destroy(&actions);
  ::close(ends[1]);
  Finished result;
  if (problem != 0) {
    result = {127, std::strerror(problem)};
  } else {
    result.output = read_to_end(ends[0]);
    result.code = wait_for(child);
  }
  ::close(ends[0]);
  return result;
}

int become(std::string const& path, std::vector<std::string> const& arguments) {
  ::execv(path.c_str(), pointers(arguments).data());
  return errno;
}

std::string find_program(std::string const& name) {
  if (name.find('/') != std::string::npos) return ::access(name.c_str(), X_OK) == 0 ? name : std::string();
  char const* const path = std::getenv("PATH");
  std::string folders = path ? path : "/usr/local/bin:/usr/bin:/bin";
  for (std::size_t begin = 0; begin <= folders.size();) {
    std::size_t const end = std::min(folders.find(':', begin), folders.size());
    std::string const candidate = (end == begin ? "." : folders.substr(begin, end - begin)) + "/" + name;
    if (::access(candidate.c_str(), X_OK) == 0) return candidate;
    begin = end + 1;
  }
  return {};
}

}  // namespace aiocc::driver
