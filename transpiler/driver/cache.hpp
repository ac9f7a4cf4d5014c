// The build cache: finished binaries and precompiled headers, by the hash of all that went into them.
#pragma once

#include <string>

namespace aiocc::driver {

class Cache {
 public:
  // $AIOCC_CACHE_DIR, else $XDG_CACHE_HOME/aiocc, else ~/.cache/aiocc.
  Cache();

  std::string const& folder() const { return folder_; }
  // The place of an entry, made or not; its folder exists afterwards where that can be. `kind` is "bin" (programs),
  // "deps" (what a program was made of), "obj" (modules) or "pch".
  std::string entry(std::string const& kind, std::string const& key) const;
  // A name in the same file system for what's being made; `move_file` then makes it an entry, all at once.
  std::string temporary() const;
  // Creates the folders. Gives why it failed, or nothing.
  std::string prepare() const;
  // Notes that an entry was used, so that it isn't among the first to go.
  void touch(std::string const& path) const;
  // Deletes the entries that weren't used for longest until the rest is within $AIOCC_CACHE_SIZE (such as 500M; default 1G), all but
  // `kept`, and what interrupted runs left behind.
  void evict(std::string const& kept) const;

 private:
  std::string folder_;
};

}  // namespace aiocc::driver
