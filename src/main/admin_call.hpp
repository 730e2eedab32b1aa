#pragma once

#include <memory>
#include <string>

#include "http/message.hpp"
#include "main/config.hpp"

namespace kassabro::main {

struct AdminAnswer {
  int status = 0;
  std::string body;
};

// Calls an operation of the admin API: of the server that runs on the data folder, or, when none runs, of the store itself.
// Throws InfrastructureFailure when neither can be reached.
AdminAnswer call_admin(const Config& config, http::Method method, const std::string& target, const std::string& body);

}  // namespace kassabro::main
