#include "observability/backlog_gauges.hpp"

#include <prometheus/gauge.h>
#include <prometheus/registry.h>
#include <prometheus/text_serializer.h>

namespace kassabro::observability {

std::string to_metrics_text(const BacklogGauges& backlog) {
  prometheus::Registry registry;
  const auto show = [&](const char* name, const char* help, double value, const prometheus::Labels& labels = {}) {
    prometheus::BuildGauge().Name(name).Help(help).Register(registry).Add(labels).Set(value);
  };
  show("kassabro_deliveries_waiting", "Deliveries that wait for Rule, but for those that go only when nothing else does.",
       static_cast<double>(backlog.deliveries));
  show("kassabro_deliveries_waiting_since_timestamp_seconds", "When the oldest delivery that waits was written; 0: none waits.",
       backlog.waiting_since);
  show("kassabro_deliveries_parked", "Deliveries that were set aside and need a person.",
       static_cast<double>(backlog.deliveries_parked));
  show("kassabro_order_fetches_waiting", "Orders that wait to be fetched from Sitoo.",
       static_cast<double>(backlog.order_fetches));
  auto& accounts =
      prometheus::BuildGauge().Name("kassabro_accounts").Help("Accounts by whether Rule takes their key.").Register(registry);
  accounts.Add({{"status", "active"}}).Set(static_cast<double>(backlog.accounts_active));
  accounts.Add({{"status", "key_refused"}}).Set(static_cast<double>(backlog.accounts_refused));
  return prometheus::TextSerializer().Serialize(registry.Collect());
}

}  // namespace kassabro::observability
