#pragma once

#include "app/manage_endpoints.hpp"
#include "http/client.hpp"
#include "main/config.hpp"
#include "observability/metrics.hpp"
#include "store/sql/store.hpp"
#include "webhooks/sender.hpp"

namespace kassabro::main {

// What tells integrators, composed of its parts.
struct OutgoingWebhooks {
  OutgoingWebhooks(boost::asio::io_context& context, const Config& config, store::sql::SqlStore& store,
                   app::AccountRegistry& registry, http::Client& http, const Clock& clock, observability::Metrics& metrics);

  app::ManageEndpoints endpoints;
  webhooks::Sender sender;
};

}  // namespace kassabro::main
