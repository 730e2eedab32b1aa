#include "store/conformance.hpp"
#include "store/postgres/store.hpp"
#include "testing/postgres_schema.hpp"
#include "testing/temporary_folder.hpp"

namespace kassabro::store::conformance {
namespace {

class PostgresUnderTest final : public StoreUnderTest {
 public:
  app::UnitOfWork& unit() override { return store_->unit_of_work(); }
  app::ContactReader& contacts() override { return store_->contacts(); }
  app::OrderReader& orders() override { return store_->orders(); }
  app::AccountReader& accounts() override { return store_->accounts(); }
  app::DeliveryQueue& deliveries() override { return store_->deliveries(); }
  app::RemoteMemory& memory() override { return store_->remote_memory(); }
  app::BonusReader& bonus_checks() override { return store_->bonus_checks(); }
  app::CardReader& cards() override { return store_->cards(); }
  app::ChannelPurchaseReader& channel_purchases() override { return store_->channel_purchases(); }
  app::HistoryReader& history() override { return store_->history(); }
  app::OrderFetchQueue& order_fetches() override { return store_->order_fetches(); }
  app::QuarantineReader& quarantine() override { return store_->quarantine(); }
  app::JobReader& jobs() override { return store_->jobs(); }
  app::LinkReader& links() override { return store_->links(); }
  app::ImportReader& imports() override { return store_->imports(); }
  app::SilenceReader& silences() override { return store_->silences(); }
  app::ReceiptLinkStore& receipt_links() override { return store_->receipt_links(); }
  app::OverviewReader& overview() override { return store_->overview(); }
  app::CustomerFileReader& customer_files() override { return store_->customer_files(); }
  app::PersonalFileReader& personal_files() override { return store_->personal_files(); }
  app::ErasureReader& erasures() override { return store_->erasures(); }
  app::LookupStore& lookups() override { return store_->lookups(); }
  app::RetentionStore& retention() override { return store_->retention(); }
  app::AuditLog& audit_log() override { return store_->audit_log(); }
  app::KeyRing& keys() override { return store_->keys(); }
  app::SealedSecrets& sealed_secrets() override { return store_->sealed_secrets(); }
  app::SendingQueue& sendings() override { return store_->sendings(); }
  app::MessageReader& messages() override { return store_->messages(); }
  app::MessageUpkeep& message_upkeep() override { return store_->message_upkeep(); }
  void reopen() override {
    store_.reset();
    store_ = open();
  }

 private:
  std::unique_ptr<postgres::PostgresStore> open() {
    return std::make_unique<postgres::PostgresStore>(schema_.url(), Vault::open_or_create(folder_.file("key")));
  }

  testing::TemporaryFolder folder_;
  testing::PostgresSchema schema_;
  std::unique_ptr<postgres::PostgresStore> store_ = open();
};

// None without a server: script/test starts one.
std::unique_ptr<StoreUnderTest> open_postgres() {
  if (!testing::postgres_url()) return nullptr;
  return std::make_unique<PostgresUnderTest>();
}

}  // namespace

INSTANTIATE_TEST_SUITE_P(Postgres, StoreConformance, ::testing::Values(&open_postgres));
INSTANTIATE_TEST_SUITE_P(Postgres, DeliveryConformance, ::testing::Values(&open_postgres));
INSTANTIATE_TEST_SUITE_P(Postgres, DeliveryHistoryConformance, ::testing::Values(&open_postgres));
INSTANTIATE_TEST_SUITE_P(Postgres, AccountConformance, ::testing::Values(&open_postgres));
INSTANTIATE_TEST_SUITE_P(Postgres, SilenceConformance, ::testing::Values(&open_postgres));
INSTANTIATE_TEST_SUITE_P(Postgres, InboundConformance, ::testing::Values(&open_postgres));
INSTANTIATE_TEST_SUITE_P(Postgres, RetentionConformance, ::testing::Values(&open_postgres));

}  // namespace kassabro::store::conformance
