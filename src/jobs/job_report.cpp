#include "jobs/job_report.hpp"

namespace kassabro::jobs {
namespace {

constexpr std::size_t orders_max = 100;

void note_orders(json::object& report, std::span<const std::string> orders) {
  if (orders.empty()) return;
  auto& noted = report["orders"];
  if (!noted.is_array()) noted = json::array();
  for (const auto& id : orders)
    if (noted.get_array().size() < orders_max) noted.get_array().emplace_back(id);
}

}  // namespace

json::object report_of(const app::Job& job) {
  auto report = parse_json(job.report);
  return report && report->is_object() ? std::move(report->get_object()) : json::object();
}

void add_to_report(app::Tables& tables, app::AccountId account, std::string_view kind,
                   std::initializer_list<std::pair<std::string_view, std::int64_t>> counts, app::JobAdvance advance,
                   Timestamp now, std::span<const std::string> orders) {
  const auto job = tables.jobs.find(account, kind);
  if (!job) return;
  auto report = report_of(*job);
  for (const auto& [name, count] : counts)
    if (count != 0) report[name] = int_member(report, name).value_or(0) + count;
  note_orders(report, orders);
  advance.report = to_json_text(report);
  tables.jobs.advance(account, kind, advance, now);
}

}  // namespace kassabro::jobs
