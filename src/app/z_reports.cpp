#include "app/z_reports.hpp"

#include "base/text.hpp"

namespace kassabro::app {
namespace {

std::string till_key(std::string_view register_id) {
  auto key = ascii_lowered(register_id);
  std::erase_if(key, [](char c) { return c == '{' || c == '}'; });
  return key;
}

}  // namespace

ZReportCheck::ZReportCheck(const std::vector<ZReport>& reports) {
  for (const auto& report : reports) tills_[till_key(report.register_id)].reports[report.added_at].report = report;
}

void ZReportCheck::count(const domain::Order& order) {
  const auto till = tills_.find(till_key(order.register_id));
  if (till == tills_.end() || order.state != domain::OrderState::completed) return;
  ++till->second.orders;
  const auto report = till->second.reports.lower_bound(order.ordered_at);
  if (report != till->second.reports.end()) ++report->second.orders;
}

std::int64_t ZReportCheck::compared() const {
  std::int64_t count = 0;
  for (const auto& [_, till] : tills_)
    if (till.orders > 0) count += static_cast<std::int64_t>(till.reports.size()) - 1;
  return count;
}

std::vector<ZReportDifference> ZReportCheck::differences() const {
  std::vector<ZReportDifference> found;
  for (const auto& [_, till] : tills_) {
    if (till.orders == 0) continue;
    for (auto report = std::next(till.reports.begin()); report != till.reports.end(); ++report)
      if (report->second.orders != report->second.report.receipts) found.push_back(report->second);
  }
  return found;
}

}  // namespace kassabro::app
