#pragma once

#include <memory>
#include <string>

#include "store/postgres/connection.hpp"

namespace kassabro::store::postgres {

// A session to read from: of the server that writes, and while there is none of a standby, which may be a moment behind. A standby is only
// asked where the address names several hosts.
class ReadSession {
 public:
  explicit ReadSession(std::string url);
  // Throws InfrastructureFailure when nobody can be asked.
  Connection& ready();
  bool is_lost() const { return !connection_ || connection_->is_lost(); }

 private:
  Connection& spare();

  const std::string url_;
  const std::string spare_url_;  // "": there is nobody else
  std::unique_ptr<Connection> connection_;
  bool is_spare_ = false;
  std::chrono::steady_clock::time_point spare_until_;
};

}  // namespace kassabro::store::postgres
