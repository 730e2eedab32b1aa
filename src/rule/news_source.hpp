#pragma once

#include "app/remote_news_source.hpp"
#include "rule/client.hpp"

namespace kassabro::rule {

// GET /v3/export/statistics of the types `unsubscribed` and `resubscribe` (contracts section 9; the rows' members are INFERRED).
class RuleNewsSource final : public app::RemoteNewsSource {
 public:
  explicit RuleNewsSource(RuleClient& client) : client_(client) {}
  Async<Result<app::RemoteNewsPage>> list(const app::Account& account, Timestamp from, Timestamp until,
                                          std::string cursor) override;

 private:
  RuleClient& client_;
};

Call list_statistics_call(Timestamp from, Timestamp until, std::string_view cursor);

// Rows of other types, and rows that do not say who or when, are left out.
app::RemoteNewsPage parse_statistics(const json::value& body);

}  // namespace kassabro::rule
