#pragma once

#include "app/order_fetch_queue.hpp"
#include "app/quarantine_reader.hpp"
#include "store/sql/readers.hpp"
#include "store/sql/writer.hpp"

namespace kassabro::store::sql {

class SqlOrderFetchQueue final : public app::OrderFetchQueue {
 public:
  SqlOrderFetchQueue(Writer& writer, ReadPool& pool) : writer_(writer), pool_(pool) {}
  Async<std::vector<app::AccountId>> list_due_accounts(Timestamp now) override;
  Async<std::vector<app::OrderFetch>> take(app::AccountId account, Timestamp now, std::size_t count_max) override;
  Async<void> settle(std::vector<app::OrderFetchSettlement> settlements, Timestamp now) override;
  Async<std::size_t> forget_later_clock(Timestamp now) override;
  Async<std::optional<Timestamp>> next_due() override;
  Async<std::vector<app::OrderFetchRow>> list(app::OrderFetchFilter filter) override;
  Async<std::size_t> replay(app::AccountId account, std::vector<std::string> order_ids, Timestamp now) override;
  Async<std::size_t> replay_parked(std::optional<app::AccountId> account, Timestamp now) override;

 private:
  Writer& writer_;
  ReadPool& pool_;
};

class SqlQuarantineReader final : public app::QuarantineReader {
 public:
  explicit SqlQuarantineReader(ReadPool& pool) : pool_(pool) {}
  Async<std::vector<app::QuarantineRow>> list(std::optional<app::AccountId> account, std::size_t count_max) override;

 private:
  ReadPool& pool_;
};

}  // namespace kassabro::store::sql
