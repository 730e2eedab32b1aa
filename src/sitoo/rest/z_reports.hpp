#pragma once

#include "app/z_reports.hpp"
#include "sitoo/rest/client.hpp"

namespace kassabro::sitoo::rest {

// The z-reports of Sitoo's tills as control totals; what cannot be read is passed over.
class RestZReports final : public app::ZReportSource {
 public:
  explicit RestZReports(RestClient& client) : client_(client) {}

  Async<std::expected<std::optional<std::vector<app::ZReport>>, app::SourceError>> list(const app::Account& account,
                                                                                        Timestamp from, Timestamp to) override;

 private:
  RestClient& client_;
};

}  // namespace kassabro::sitoo::rest
