#pragma once

#include <vector>

#include "main/config.hpp"
#include "store/sql/schema_steps.hpp"

namespace kassabro::main {

enum class Rollback { look, carry_out };

struct RolledBack {
  int from = 0;  // schema versions
  int to = 0;
  std::vector<store::sql::SchemaLoss> losses;
};

// Takes the store back by one schema version, so that the program of before can have it again; or only tells what would be lost. Nobody
// may work with the store meanwhile. Throws InfrastructureFailure when there is no way back, and then nothing has changed.
RolledBack roll_back(const Config& config, Rollback how);

}  // namespace kassabro::main
