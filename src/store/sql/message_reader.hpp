#pragma once

#include "app/sending_queue.hpp"
#include "store/sql/readers.hpp"

namespace kassabro::store::sql {

class SqlMessageReader final : public app::MessageReader {
 public:
  SqlMessageReader(ReadPool& pool, const Vault& vault) : pool_(pool), vault_(vault) {}
  Async<std::vector<app::Endpoint>> list_endpoints(app::AccountId account) override;
  Async<std::optional<app::Endpoint>> find_endpoint(app::AccountId account, app::EndpointId id) override;
  Async<std::vector<app::SendingRow>> list(app::AccountId account, app::SendingFilter filter) override;
  Async<std::optional<app::MessageFile>> find(app::AccountId account, std::string message) override;
  Async<std::vector<app::OutgoingMessage>> list_of_contact(app::AccountId account, domain::ContactId contact) override;

 private:
  ReadPool& pool_;
  const Vault& vault_;
};

}  // namespace kassabro::store::sql
