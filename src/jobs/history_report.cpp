#include "jobs/history_report.hpp"

#include "base/json.hpp"

namespace kassabro::jobs {

void add_to_report(app::Tables& tables, app::AccountId account, std::string_view kind,
                   std::initializer_list<std::pair<std::string_view, std::int64_t>> counts, app::JobAdvance advance,
                   Timestamp now) {
  const auto job = tables.jobs.find(account, kind);
  if (!job) return;
  const auto before = parse_json(job->report);
  auto report = before && before->is_object() ? before->get_object() : json::object();
  for (const auto& [name, count] : counts)
    if (count != 0) report[name] = int_member(report, name).value_or(0) + count;
  advance.report = to_json_text(report);
  tables.jobs.advance(account, kind, advance, now);
}

}  // namespace kassabro::jobs
