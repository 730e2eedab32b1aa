#pragma once

#include <mutex>
#include <string>
#include <unordered_map>

#include "app/remote_directory.hpp"

namespace kassabro::rule {

// RemoteMemory with the found facts kept here too: they are asked for with each delivery and, once true, stay true.
class Facts {
 public:
  explicit Facts(app::RemoteMemory& memory) : memory_(memory) {}

  // "" when nothing is known.
  Async<std::string> find(app::AccountId account, std::string name);
  Async<void> save(app::AccountId account, std::string name, std::string value);

 private:
  app::RemoteMemory& memory_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::string> known_;  // by "account name"
};

}  // namespace kassabro::rule
