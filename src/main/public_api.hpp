#pragma once

#include <atomic>
#include <functional>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "http/message.hpp"
#include "observability/metrics.hpp"
#include "receipt_page/pages.hpp"
#include "rule/webhooks.hpp"
#include "sitoo/events/api.hpp"
#include "sitoo/spi/v1/api.hpp"
#include "sitoo/spi/v2/api.hpp"

namespace kassabro::main {

// The public listener: what Sitoo and Rule call, the receipts of who has their links, and the two
// health pages.
class PublicApi {
 public:
  // Throws when the store does not take writes.
  using CheckStore = std::function<Async<void>()>;

  struct Apis {
    sitoo::spi::v1::Api& spi_v1;
    sitoo::spi::v2::Api& spi_v2;
    sitoo::events::Api& events;
    receipt_page::ReceiptPages& receipts;
    rule::Webhooks& webhooks;
  };

  PublicApi(Apis apis, CheckStore check_store, observability::Metrics& metrics)
      : apis_(apis), check_store_(std::move(check_store)), metrics_(metrics) {}

  Async<http::Response> handle(const http::Request& request);
  // Of a request whose handling threw, which is answered 503.
  void note_failure(const http::Request& request);
  // The answer to a request that could not be read whole: `usual`, unless it brings events.
  http::Response refuse(const http::Request& request, http::Response usual);
  void drain() { draining_ = true; }

 private:
  Async<http::Response> route(const http::Request& request, std::string_view path);
  Async<http::Response> check_ready();
  Async<http::Response> handle_events(const http::Request& request);

  Apis apis_;
  CheckStore check_store_;
  observability::Metrics& metrics_;
  std::atomic<bool> draining_ = false;
};

// What follows `base` in a path that may stand below a proxy's prefix: "/shop/sitoo/v1/contacts" is "/contacts" of
// "/sitoo/v1". Absent: the base is not in it.
std::optional<std::string_view> path_below(std::string_view path, std::string_view base);

// The token of "/r/TOKEN", also below a proxy's prefix: the last segment, after one that is "r". Absent: no receipt's address.
std::optional<std::string_view> receipt_token(std::string_view path);

// A path for the log: a segment that is not a plain word (an id, a key, a name) is "{}", and a long path is cut.
std::string without_values(std::string_view path);

}  // namespace kassabro::main
