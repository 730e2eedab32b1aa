#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/async.hpp"

namespace kassabro::app {

// The keys of the key file, by names that tell nothing of them.
struct KeyNames {
  std::string next;                // known here, seals nothing yet; empty: none
  std::vector<std::string> keys;   // the first seals, all open
};

// The key file, which says what seals and what opens. Each change is on the disk when it returns, and is kept by what this process seals
// from then on. Throws InfrastructureFailure.
class KeyRing {
 public:
  virtual ~KeyRing() = default;
  virtual KeyNames names() = 0;
  virtual void add_next() = 0;  // a fresh one; nothing when there is one already
  virtual void use_next() = 0;  // it seals; those of before still open
  virtual void drop_old() = 0;  // all but the one that seals; what verifies the audit log and finds tokens stays
};

// Everything in the store that is sealed.
class SealedSecrets {
 public:
  virtual ~SealedSecrets() = default;
  // Seals some of what another key than the newest has sealed anew, and gives how many; 0: there is nothing left.
  virtual Async<std::size_t> seal_some_anew() = 0;
};

}  // namespace kassabro::app
