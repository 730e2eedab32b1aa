#include "sitoo/rest/z_reports.hpp"

#include <set>

#include "sitoo/rest/z_report_wire.hpp"

namespace kassabro::sitoo::rest {

// Page by page from the time of the last report on. That report comes again, and others of the same second with it.
Async<std::expected<std::optional<std::vector<app::ZReport>>, app::SourceError>> RestZReports::list(const app::Account& account,
                                                                                                    Timestamp from,
                                                                                                    Timestamp to) {
  std::vector<app::ZReport> reports;
  std::set<std::pair<Timestamp, std::string>> known;
  for (;;) {
    const auto page = co_await client_.list_z_reports(account, from, to);
    if (!page) co_return std::unexpected(page.error());
    if (!*page) co_return std::nullopt;
    const auto before = known.size();
    for (const auto& row : **page) {
      auto report = read_z_report(row);
      if (!report || !known.emplace(report->added_at, report->register_id).second) continue;
      from = std::max(from, report->added_at);
      reports.push_back(std::move(*report));
    }
    if (known.size() == before) co_return std::optional(std::move(reports));
  }
}

}  // namespace kassabro::sitoo::rest
