#pragma once

#include <gtest/gtest.h>

#include <memory>

#include "app/audit_log.hpp"
#include "app/customer_file.hpp"
#include "app/delivery_queue.hpp"
#include "app/erasures.hpp"
#include "app/key_ring.hpp"
#include "app/lookup_log.hpp"
#include "app/order_fetch_queue.hpp"
#include "app/order_source.hpp"
#include "app/overview.hpp"
#include "app/personal_file.hpp"
#include "app/quarantine_reader.hpp"
#include "app/readers.hpp"
#include "app/receipt_links.hpp"
#include "app/remote_directory.hpp"
#include "app/retention.hpp"
#include "app/sending_queue.hpp"
#include "app/unit_of_work.hpp"
#include "testing/run.hpp"
#include "testing/samples.hpp"

namespace kassabro::store::conformance {

using namespace std::chrono_literals;
using testing::noon;
using testing::run;
using testing::sample_account;
using testing::sample_contact;
using testing::sample_delivery;
using testing::sample_order;

// An empty store of some kind, as the use cases see it.
class StoreUnderTest {
 public:
  virtual ~StoreUnderTest() = default;
  virtual app::UnitOfWork& unit() = 0;
  virtual app::ContactReader& contacts() = 0;
  virtual app::OrderReader& orders() = 0;
  virtual app::AccountReader& accounts() = 0;
  virtual app::DeliveryQueue& deliveries() = 0;
  virtual app::RemoteMemory& memory() = 0;
  virtual app::BonusReader& bonus_checks() = 0;
  virtual app::CardReader& cards() = 0;
  virtual app::ChannelPurchaseReader& channel_purchases() = 0;
  virtual app::HistoryReader& history() = 0;
  virtual app::OrderFetchQueue& order_fetches() = 0;
  virtual app::QuarantineReader& quarantine() = 0;
  virtual app::JobReader& jobs() = 0;
  virtual app::LinkReader& links() = 0;
  virtual app::ImportReader& imports() = 0;
  virtual app::SilenceReader& silences() = 0;
  virtual app::ReceiptLinkStore& receipt_links() = 0;
  virtual app::OverviewReader& overview() = 0;
  virtual app::CustomerFileReader& customer_files() = 0;
  virtual app::PersonalFileReader& personal_files() = 0;
  virtual app::ErasureReader& erasures() = 0;
  virtual app::LookupStore& lookups() = 0;
  virtual app::RetentionStore& retention() = 0;
  virtual app::AuditLog& audit_log() = 0;
  virtual app::KeyRing& keys() = 0;
  virtual app::SealedSecrets& sealed_secrets() = 0;
  virtual app::SendingQueue& sendings() = 0;
  virtual app::MessageReader& messages() = 0;
  virtual app::MessageUpkeep& message_upkeep() = 0;
  // As a restart: closed, and opened again on the same data.
  virtual void reopen() = 0;
};

// Null: it cannot be opened here.
using OpenStore = std::unique_ptr<StoreUnderTest> (*)();

class StoreConformance : public ::testing::TestWithParam<OpenStore> {
 protected:
  static constexpr app::AccountId shop = 1;
  static constexpr app::AccountId other_shop = 2;

  void SetUp() override {
    if (!store) GTEST_SKIP() << "There is no server for this kind of store: script/test starts one.";
  }

  // A transaction that commits.
  template <class Work>
  void write(Work work) {
    run(store->unit().run(app::no_account_yet, [&](app::Tables& tables) {
      work(tables);
      return true;
    }));
  }

  // A transaction that commits unless its work ends in an error.
  template <class Work>
  Result<void> attempt(Work work) {
    Result<void> result;
    run(store->unit().run(app::no_account_yet, [&](app::Tables& tables) {
      result = work(tables);
      return result.has_value();
    }));
    return result;
  }

  Result<void> insert(app::AccountId account, const domain::Contact& contact) {
    return attempt([&](app::Tables& tables) { return tables.contacts.insert(account, contact); });
  }

  std::unique_ptr<app::StoredContact> stored(app::AccountId account, domain::ContactId id) {
    return run(store->contacts().find(account, id));
  }

  // Who is found by a key; 0 for nobody.
  domain::ContactId owner_of(app::AccountId account, domain::KeyKind kind, const std::string& text) {
    const std::vector<domain::CustomerKey> keys{{kind, text}};
    const auto found = run(store->contacts().find_by_keys(account, keys));
    return found ? found->contact.id : 0;
  }

  std::unique_ptr<StoreUnderTest> store = GetParam()();
};

}  // namespace kassabro::store::conformance
