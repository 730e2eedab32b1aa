#include "app/rotate_key.hpp"

namespace kassabro::app {

Async<bool> RotateKey::seal_anew(std::size_t& count) {
  while (count < sealed_max) {
    const auto some = co_await secrets_.seal_some_anew();
    if (some == 0) co_return true;
    count += some;
  }
  co_return false;
}

Async<Rotation> RotateKey::step(Distributed distributed) {
  Rotation rotation;
  const bool all_nodes_have_it = !is_shared_ || distributed == Distributed::yes;
  auto names = ring_.names();
  const bool begins = names.next.empty() && names.keys.size() == 1;
  if (begins) ring_.add_next();
  const bool only_opens = begins || !names.next.empty();
  if (only_opens && (!all_nodes_have_it || (begins && is_shared_)))
    co_return Rotation{RotationState::distribute, 0, ring_.names()};
  if (only_opens) ring_.use_next();
  const bool all_anew = co_await seal_anew(rotation.sealed);
  // Another node has sealed with the old key as long as it did not know that the next one seals.
  const bool all_nodes_use_it = !is_shared_ || (all_nodes_have_it && !only_opens && rotation.sealed == 0);
  if (all_anew && all_nodes_use_it) {
    ring_.drop_old();
    rotation.state = RotationState::done;
  } else if (all_anew) {
    rotation.state = RotationState::distribute;
  }
  rotation.names = ring_.names();
  co_return rotation;
}

}  // namespace kassabro::app
