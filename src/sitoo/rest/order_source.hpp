#pragma once

#include "app/order_source.hpp"
#include "sitoo/rest/client.hpp"

namespace kassabro::sitoo::rest {

// Orders from Sitoo REST: all in one list call; what that does not show is asked for singly before it counts as unknown,
// because the list may be cut short or behind.
class RestOrderSource final : public app::OrderSource {
 public:
  explicit RestOrderSource(RestClient& client) : client_(client) {}

  Async<std::expected<app::FetchedOrders, app::SourceError>> fetch(const app::Account& account, std::int64_t eshop_id,
                                                                   std::vector<std::string> order_ids, Trace trace) override;

 private:
  RestClient& client_;
};

}  // namespace kassabro::sitoo::rest
