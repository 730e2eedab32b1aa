#pragma once

#include <string>

#include "admin/api.hpp"

namespace kassabro::admin {

// What GET /metrics answers: what was counted, and the jobs and the backlog as they stand. While the store cannot be read, what
// was counted alone.
Async<std::string> metrics_text(const UseCases& use_cases);

}  // namespace kassabro::admin
