#pragma once

#include "app/key_ring.hpp"

namespace kassabro::app {

enum class RotationState {
  working,     // call again
  distribute,  // every node needs this key file now; then call again
  done,        // one key is left
};

struct Rotation {
  RotationState state = RotationState::working;
  std::size_t sealed = 0;  // secrets that this step has sealed anew
  KeyNames names;
};

// Exchanges the key that seals the stored secrets for a new one, in steps that may be repeated: a step that was cut off, at whatever point,
// leaves everything readable, and the next call goes on from there.
class RotateKey {
 public:
  // `is_shared`: other nodes, each with a key file of its own, may work on the store. A key seals only after all of them have it, and is
  // dropped only after all of them seal with the next; that they do is the operator's word, `Distributed::yes`.
  RotateKey(KeyRing& ring, SealedSecrets& secrets, bool is_shared) : ring_(ring), secrets_(secrets), is_shared_(is_shared) {}

  enum class Distributed { no, yes };

  // Begins when nothing is under way. The operator's word counts for one step: what comes after it is to be distributed again.
  Async<Rotation> step(Distributed distributed);
  KeyNames names() { return ring_.names(); }

  static constexpr std::size_t sealed_max = 2'000;  // of one step, so that each call ends soon

 private:
  // True: nothing is left that another key has sealed.
  Async<bool> seal_anew(std::size_t& count);

  KeyRing& ring_;
  SealedSecrets& secrets_;
  bool is_shared_;
};

}  // namespace kassabro::app
