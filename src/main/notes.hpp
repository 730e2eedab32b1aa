#pragma once

#include <functional>
#include <string_view>

#include "app/jobs.hpp"
#include "http/message.hpp"
#include "jobs/mirror_customers.hpp"
#include "jobs/order_fetcher.hpp"
#include "observability/metrics.hpp"
#include "outbox/worker.hpp"
#include "webhooks/sender.hpp"

namespace kassabro::main {

// Before anything happens: counters that alert rules watch are there, as 0.
void expect_what_alerts_watch(observability::Metrics& metrics);

// What happens, as log lines and in the metrics: one wide line for each thing; an expected failure is no error line.
void log_attempt(const outbox::Attempt& attempt, observability::Metrics& metrics);
void log_fetch(const jobs::FetchAttempt& attempt, observability::Metrics& metrics);
void log_webhook(const webhooks::Attempt& attempt, observability::Metrics& metrics);
void note_disabled_endpoint(app::EndpointKey key, app::Disabled why, observability::Metrics& metrics);
void note_page(const jobs::MirroredPage& page, observability::Metrics& metrics);
void alert_of(app::AccountId account, const std::string& text);
void log_job(const app::Job& job);

// A first live call on a spelling that we do not know teaches us the contract: names only, no values.
std::function<void(const http::Request& request, std::string_view path)> note_unmatched(observability::Metrics& metrics,
                                                                                        std::string_view spi);

}  // namespace kassabro::main
