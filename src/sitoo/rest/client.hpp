#pragma once

#include <expected>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "app/order_source.hpp"
#include "base/json.hpp"
#include "http/client.hpp"
#include "sitoo/rest/gate.hpp"
#include "sitoo/rest/order_query.hpp"

namespace kassabro::sitoo::rest {

// One page of orders.
struct OrderPage {
  std::vector<json::object> orders;  // as Sitoo wrote them; money is text
  std::size_t strangers = 0;         // rows that were not asked for and left out: a filter was passed over
  std::int64_t total_count = 0;      // of the whole query, by Sitoo's count
  std::optional<std::int64_t> last_id;  // the largest of all rows, strangers too; absent: there was no row
};

template <class T>
using RestResult = std::expected<T, app::SourceError>;

// Speaks to Sitoo REST (contracts of Sitoo REST, 1 to 3): address, credentials, one request in flight for each Sitoo account,
// and its 429. Thread-safe. Nothing is tried again here: who calls knows for how long it pays.
class RestClient {
 public:
  RestClient(http::Send http, const Clock& clock, std::string default_base_url)
      : http_(std::move(http)), clock_(clock), default_base_url_(std::move(default_base_url)) {}

  // `trace`: what the call belongs to.
  Async<RestResult<OrderPage>> list_orders(const app::Account& account, OrderQuery query, Trace trace = {});
  // Absent: there is no such order in this e-shop.
  Async<RestResult<std::optional<json::object>>> find_order(const app::Account& account, std::int64_t eshop_id,
                                                            std::string order_id, Trace trace = {});
  // Z-reports by their time, the oldest first, as many as Sitoo gives in one answer (contracts of Sitoo REST, 4.6). Absent:
  // this account has none of them to show.
  Async<RestResult<std::optional<std::vector<json::object>>>> list_z_reports(const app::Account& account, Timestamp from,
                                                                             Timestamp to);
  // Reads the e-shops (contracts of Sitoo REST, 4.2). Error `misconfigured`: the account's is not among them.
  Async<RestResult<void>> check(const app::Account& account);

 private:
  Async<RestResult<http::OutboundResponse>> get(const app::Account& account, std::string path_and_query, Trace trace = {});
  std::shared_ptr<Gate> gate_of(const std::string& accounts_url);

  http::Send http_;
  const Clock& clock_;
  std::string default_base_url_;
  std::mutex mutex_;
  std::unordered_map<std::string, std::shared_ptr<Gate>> gates_;  // by accounts_url: two shops may share one Sitoo account
};

}  // namespace kassabro::sitoo::rest
