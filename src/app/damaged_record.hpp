#pragma once

#include "base/error.hpp"

namespace kassabro::app {

// A stored row that cannot be read back. It concerns that row alone: the worker sets it aside and goes on.
struct DamagedRecord : InfrastructureFailure {
  using InfrastructureFailure::InfrastructureFailure;
};

}  // namespace kassabro::app
