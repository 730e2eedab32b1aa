#pragma once

#include "main/config.hpp"

namespace kassabro::main {

// Runs the server until SIGTERM or SIGINT; 0 when it ended in order. Throws InfrastructureFailure when it cannot start.
int serve(const Config& config);

}  // namespace kassabro::main
