#pragma once

#include "app/order_archive.hpp"
#include "sitoo/rest/client.hpp"

namespace kassabro::sitoo::rest {

// The orders that Sitoo keeps, by ascending id (contracts of Sitoo REST, 3.2).
class RestOrderArchive final : public app::OrderArchive {
 public:
  explicit RestOrderArchive(RestClient& client) : client_(client) {}
  Async<std::expected<app::ArchivePage, app::SourceError>> list(const app::Account& account, app::ArchiveQuery query) override;
  Async<std::expected<void, app::SourceError>> check(const app::Account& account) override { return client_.check(account); }

 private:
  RestClient& client_;
};

}  // namespace kassabro::sitoo::rest
