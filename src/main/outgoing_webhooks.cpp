#include "main/outgoing_webhooks.hpp"

#include "main/notes.hpp"
#include "main/options.hpp"

namespace kassabro::main {
namespace {

webhooks::Sender::Hooks hooks_of(observability::Metrics& metrics) {
  return {[&metrics](const webhooks::Attempt& attempt) { log_webhook(attempt, metrics); },
          [&metrics](app::EndpointKey key, app::Disabled why) { note_disabled_endpoint(key, why, metrics); },
          [&metrics](std::size_t count) { metrics.set_failing_endpoints(count); }};
}

}  // namespace

OutgoingWebhooks::OutgoingWebhooks(boost::asio::io_context& context, const Config& config, store::sql::SqlStore& store,
                                   app::AccountRegistry& registry, http::Client& http, const Clock& clock,
                                   observability::Metrics& metrics)
    : endpoints({store.messages(), store.accounts(), registry, store.unit_of_work(), clock, endpoint_check_of(config),
                 [this] { sender.wake(); }}),
      sender(context, {store.sendings(), registry, http::send_through(http), clock},
             {.leads = [&store] { return store.leads(); }}, hooks_of(metrics)) {}

}  // namespace kassabro::main
