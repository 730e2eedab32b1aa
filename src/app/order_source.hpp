#pragma once

#include <cstdint>
#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/account.hpp"
#include "base/async.hpp"
#include "base/trace.hpp"

namespace kassabro::app {

// Under which name fetched orders stand in the inbox and in the quarantine.
inline constexpr std::string_view order_source_name = "sitoo_rest";

enum class SourceErrorKind {
  unavailable,    // no answer, or none that makes sense: later
  unauthorized,   // the credentials are refused
  rate_limited,   // asked to wait
  misconfigured,  // a setting is missing or wrong; the message names it
};

struct SourceError {
  SourceErrorKind kind = SourceErrorKind::unavailable;
  std::string message;                  // for the operator; holds no secrets
  std::optional<Timestamp> not_before;  // of rate_limited, when the source says until when
};

struct SourceOrder {
  std::string order_id;
  std::string text;  // the order as JSON text
};

struct FetchedOrders {
  std::vector<SourceOrder> found;
  std::vector<std::string> unknown;    // ids that the source does not know
  std::optional<SourceError> stopped;  // why the ids that are in neither list were not looked for
};

// Where orders are made and can be read as they are now.
class OrderSource {
 public:
  virtual ~OrderSource() = default;
  // Orders of one e-shop. Does not throw for what the other side does; an error says that nothing was found out. `trace`: what the calls
  // belong to.
  virtual Async<std::expected<FetchedOrders, SourceError>> fetch(const Account& account, std::int64_t eshop_id,
                                                                 std::vector<std::string> order_ids, Trace trace) = 0;
};

}  // namespace kassabro::app
