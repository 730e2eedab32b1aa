#include "store/conformance.hpp"
#include "testing/sqlite_store.hpp"

namespace kassabro::store::conformance {
namespace {

class SqliteUnderTest final : public StoreUnderTest {
 public:
  app::UnitOfWork& unit() override { return file_->unit_of_work(); }
  app::ContactReader& contacts() override { return file_->contacts(); }
  app::OrderReader& orders() override { return file_->orders(); }
  app::AccountReader& accounts() override { return file_->accounts(); }
  app::DeliveryQueue& deliveries() override { return file_->deliveries(); }
  app::RemoteMemory& memory() override { return file_->remote_memory(); }
  app::BonusReader& bonus_checks() override { return file_->bonus_checks(); }
  app::CardReader& cards() override { return file_->cards(); }
  app::ChannelPurchaseReader& channel_purchases() override { return file_->channel_purchases(); }
  app::HistoryReader& history() override { return file_->history(); }
  app::OrderFetchQueue& order_fetches() override { return file_->order_fetches(); }
  app::QuarantineReader& quarantine() override { return file_->quarantine(); }
  app::JobReader& jobs() override { return file_->jobs(); }
  app::LinkReader& links() override { return file_->links(); }
  app::ImportReader& imports() override { return file_->imports(); }
  app::SilenceReader& silences() override { return file_->silences(); }
  app::ReceiptLinkStore& receipt_links() override { return file_->receipt_links(); }
  app::OverviewReader& overview() override { return file_->overview(); }
  app::CustomerFileReader& customer_files() override { return file_->customer_files(); }
  app::PersonalFileReader& personal_files() override { return file_->personal_files(); }
  app::ErasureReader& erasures() override { return file_->erasures(); }
  app::LookupStore& lookups() override { return file_->lookups(); }
  app::RetentionStore& retention() override { return file_->retention(); }
  app::AuditLog& audit_log() override { return file_->audit_log(); }
  app::KeyRing& keys() override { return file_->keys(); }
  app::SealedSecrets& sealed_secrets() override { return file_->sealed_secrets(); }
  app::SendingQueue& sendings() override { return file_->sendings(); }
  app::MessageReader& messages() override { return file_->messages(); }
  app::MessageUpkeep& message_upkeep() override { return file_->message_upkeep(); }
  void reopen() override { file_.reopen(); }

 private:
  testing::SqliteFile file_;
};

std::unique_ptr<StoreUnderTest> open_sqlite() { return std::make_unique<SqliteUnderTest>(); }

}  // namespace

INSTANTIATE_TEST_SUITE_P(Sqlite, StoreConformance, ::testing::Values(&open_sqlite));
INSTANTIATE_TEST_SUITE_P(Sqlite, DeliveryConformance, ::testing::Values(&open_sqlite));
INSTANTIATE_TEST_SUITE_P(Sqlite, DeliveryHistoryConformance, ::testing::Values(&open_sqlite));
INSTANTIATE_TEST_SUITE_P(Sqlite, AccountConformance, ::testing::Values(&open_sqlite));
INSTANTIATE_TEST_SUITE_P(Sqlite, SilenceConformance, ::testing::Values(&open_sqlite));
INSTANTIATE_TEST_SUITE_P(Sqlite, InboundConformance, ::testing::Values(&open_sqlite));
INSTANTIATE_TEST_SUITE_P(Sqlite, RetentionConformance, ::testing::Values(&open_sqlite));

}  // namespace kassabro::store::conformance
