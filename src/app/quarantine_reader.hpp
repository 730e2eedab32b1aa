#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/account.hpp"
#include "base/async.hpp"

namespace kassabro::app {

// Something that came in and could not be understood.
struct QuarantineRow {
  std::int64_t id = 0;
  AccountId account = 0;
  Timestamp received_at;
  std::string source;  // "sitoo_events", "sitoo_rest"
  std::string reason;
  std::string body;  // as it came; may be any bytes
};

class QuarantineReader {
 public:
  virtual ~QuarantineReader() = default;
  // Newest first; of one account or of all.
  virtual Async<std::vector<QuarantineRow>> list(std::optional<AccountId> account, std::size_t count_max) = 0;
};

}  // namespace kassabro::app
