#pragma once

#include "app/sending_queue.hpp"
#include "store/sql/readers.hpp"
#include "store/sql/writer.hpp"

namespace kassabro::store::sql {

class SqlSendingQueue final : public app::SendingQueue, public app::MessageUpkeep {
 public:
  SqlSendingQueue(Writer& writer, ReadPool& pool, const Vault& vault) : writer_(writer), pool_(pool), vault_(vault) {}
  Async<std::vector<app::EndpointKey>> list_due(Timestamp now) override;
  Async<app::LeasedSendings> lease(app::EndpointKey key, app::LeaseSendings wanted) override;
  Async<void> settle(app::SendingsEnded ended, Timestamp now) override;
  Async<std::size_t> count_failing() override;
  Async<std::size_t> forget_messages(app::AccountId account, Timestamp before, std::size_t count_max) override;

 private:
  Writer& writer_;
  ReadPool& pool_;
  const Vault& vault_;
};

}  // namespace kassabro::store::sql
