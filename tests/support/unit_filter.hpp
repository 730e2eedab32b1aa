#pragma once

#include <map>
#include <memory>
#include <set>
#include <string>

namespace kassabro::tests {

// What systemd makes of a service's SystemCallFilter, MemoryDenyWriteExecute and RestrictAddressFamilies: a filter of system calls for the process and all
// that it starts. What is not allowed fails with EPERM.
class UnitFilter {
 public:
  // `unit`: the file's text. Throws when a line of it, or a group that it names, is not understood.
  explicit UnitFilter(const std::string& unit);

  // From now on for this process; for what is between fork and exec.
  void load() const;

  bool allows(const std::string& call) const { return calls_.contains(call); }

 private:
  void add_calls(bool denies_write_and_execute);

  std::set<std::string> calls_, families_;
  std::shared_ptr<void> filter_;
};

}  // namespace kassabro::tests
