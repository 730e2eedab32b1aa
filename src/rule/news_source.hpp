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

}  // namespace kassabro::rule
