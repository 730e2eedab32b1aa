#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/audit_log.hpp"
#include "app/customer_file.hpp"
#include "app/delivery_queue.hpp"
#include "app/doctor.hpp"
#include "app/erasures.hpp"
#include "app/history_table.hpp"
#include "app/key_ring.hpp"
#include "app/lookup_log.hpp"
#include "app/order_fetch_queue.hpp"
#include "app/overview.hpp"
#include "app/personal_file.hpp"
#include "app/quarantine_reader.hpp"
#include "app/readers.hpp"
#include "app/receipt_links.hpp"
#include "app/remote_directory.hpp"
#include "app/retention.hpp"
#include "app/sending_queue.hpp"
#include "app/silences.hpp"
#include "app/unit_of_work.hpp"
#include "store/vault.hpp"

namespace kassabro::store::sql {

class Writer;
class ReadPool;

// What a kind of database brings.
class Backend {
 public:
  virtual ~Backend() = default;
  virtual Writer& writer() = 0;
  virtual ReadPool& readers() = 0;
  virtual const Vault& vault() const = 0;
  virtual bool is_shared() const { return false; }
  // Is a node of use that can only read? Where a database fails over, no node can write for a while, and tills still search.
  virtual bool is_of_use_reading() const { return false; }
  // Of the nodes on one database, does this one do the background work?
  virtual bool leads() const { return true; }
  // app::StoreFiles'.
  virtual bool forget_removed() { return true; }
  // To be told that another node has changed an account; absent: any may have changed. Once, before anything is read.
  virtual void watch_accounts(std::function<void(std::optional<app::AccountId>)> on_change) { static_cast<void>(on_change); }
};

// All ports on one SQL database.
class SqlStore {
 public:
  explicit SqlStore(std::unique_ptr<Backend> backend);
  virtual ~SqlStore();
  SqlStore(const SqlStore&) = delete;
  SqlStore& operator=(const SqlStore&) = delete;

  app::UnitOfWork& unit_of_work();
  app::ContactReader& contacts();
  app::OrderReader& orders();
  app::AccountReader& accounts();
  app::DeliveryQueue& deliveries();
  app::RemoteMemory& remote_memory();
  app::BonusReader& bonus_checks();
  app::DoctorReader& doctor();
  app::CardReader& cards();
  app::ChannelPurchaseReader& channel_purchases();
  app::OrderFetchQueue& order_fetches();
  app::QuarantineReader& quarantine();
  app::JobReader& jobs();
  app::LinkReader& links();
  app::HistoryReader& history();
  app::ImportReader& imports();
  app::SilenceReader& silences();
  app::ReceiptLinkStore& receipt_links();
  app::OverviewReader& overview();
  app::CustomerFileReader& customer_files();
  app::PersonalFileReader& personal_files();
  app::ErasureReader& erasures();
  app::StoreFiles& files();
  app::LookupStore& lookups();
  app::RetentionStore& retention();
  app::AuditLog& audit_log();
  app::KeyRing& keys();
  app::SealedSecrets& sealed_secrets();
  app::SendingQueue& sendings();
  app::MessageUpkeep& message_upkeep();
  app::MessageReader& messages();

  bool is_shared() const;  // by several nodes, perhaps
  bool leads() const;      // Backend's
  // An empty one ends it.
  void watch_accounts(std::function<void(std::optional<app::AccountId>)> on_change);

  // Does the database still take writes, or still answer where that is enough? Throws InfrastructureFailure when not.
  Async<void> check_ready();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace kassabro::store::sql
