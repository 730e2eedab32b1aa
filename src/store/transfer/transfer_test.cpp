#include "store/transfer/transfer.hpp"

#include <gtest/gtest.h>

#include <map>

#include "base/error.hpp"
#include "store/postgres/schema.hpp"
#include "store/postgres/store.hpp"
#include "store/sqlite/schema.hpp"
#include "testing/postgres_schema.hpp"
#include "testing/samples.hpp"
#include "testing/sqlite_store.hpp"

namespace kassabro::store::transfer {
namespace {

using testing::noon;
using testing::run;
using testing::sample_account;
using testing::sample_contact;
using testing::sample_order;

TEST(Schemas, of_both_databases_have_the_same_number) { EXPECT_EQ(postgres::schema_version, sqlite::schema_version); }

class TransferTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!testing::postgres_url()) GTEST_SKIP() << "There is no server: script/test starts one.";
    schema = std::make_unique<testing::PostgresSchema>();
  }
  // A shop with something in most tables; bytes that are no text, and texts with what SQL finds special.
  void fill() {
    file.write([this](app::Tables& tables) {
      EXPECT_TRUE(tables.accounts.insert(sample_account(1), 77));
      for (int i = 1; i <= 2'500; ++i) {
        auto person = sample_contact(i, "c" + std::to_string(i));
        person.last_name = "O'Åkesson \"x\" \\ " + std::to_string(i);
        EXPECT_TRUE(tables.contacts.insert(1, person));
        auto delivery = testing::sample_delivery(1, i, i);
        if (i == 7) delivery.trace = traced;
        tables.deliveries.enqueue(delivery, noon);
      }
      auto order = sample_order("L1");
      order.contact = 7;
      tables.orders.save(1, {order, true}, noon);
      tables.inbox.save(1, "sitoo_v1", "{\"a\":1}", noon);
      tables.quarantine.save(1, "sitoo_events", "why", std::string("\xff\x00\xfe", 3), noon);
      app::Endpoint endpoint;
      endpoint.account = 1;
      endpoint.id = 5;
      endpoint.secret = SecretString("whsec_c2VjcmV0");
      tables.endpoints.insert(endpoint);
      tables.messages.tell({1, app::new_message_id(noon), app::MessageType::order_completed, 7, "{}", noon});
    });
    testing::run(file->audit_log().append({.account = 1, .at = noon, .actor = "pages", .action = "POST /x", .status = 200}));
    testing::run(file->lookups().save(1, {{.contact = 7, .at = noon, .origin = {"sitoo_v1", "17", "kim", "K1"}, .times = 2}}));
  }
  std::map<std::string, std::int64_t> copy() {
    std::map<std::string, std::int64_t> rows;
    transfer(file.path(), schema->url(), [&](const TransferredTable& table) { rows[table.name] = table.rows; });
    return rows;
  }

  const Trace traced = next_span({});
  testing::SqliteFile file;
  std::unique_ptr<testing::PostgresSchema> schema;
};

TEST_F(TransferTest, all_of_a_store_is_there_afterwards_and_goes_on_from_there) {
  fill();
  const auto rows = copy();
  EXPECT_EQ(rows.at("contacts"), 2'500);
  EXPECT_EQ(rows.at("contact_keys"), 5'000);
  EXPECT_EQ(rows.at("quarantine"), 1);
  EXPECT_EQ(rows.at("lookups"), 1);
  EXPECT_EQ(rows.at("audit_log"), 1);
  for (const auto* table : {"webhook_endpoints", "webhook_messages", "webhook_sendings"}) EXPECT_EQ(rows.at(table), 1) << table;
  postgres::PostgresStore moved(schema->url(), Vault::open_or_create(file.folder().file("key")));
  const auto account = run(moved.accounts().find_by_token(sample_account(1).api_token));
  ASSERT_TRUE(account);
  EXPECT_EQ(account->rule_key, sample_account(1).rule_key);
  EXPECT_TRUE(account->told_types.has(app::MessageType::order_completed));
  EXPECT_EQ(run(moved.messages().find_endpoint(1, 5))->secret, SecretString("whsec_c2VjcmV0"));
  EXPECT_EQ(run(moved.contacts().find(1, 7))->contact, run(file->contacts().find(1, 7))->contact);
  EXPECT_EQ(run(moved.orders().find(1, "L1"))->order, run(file->orders().find(1, "L1"))->order);
  EXPECT_EQ(run(moved.quarantine().list(1, 10)).at(0).body, std::string("\xff\x00\xfe", 3));
  EXPECT_EQ(run(moved.deliveries().list({.account = 1, .ids = {7}})).at(0).delivery.trace, traced);
  run(moved.unit_of_work().run(1, [](app::Tables& tables) {
    tables.quarantine.save(1, "sitoo_events", "why", "later", noon);
    return true;
  }));
  EXPECT_EQ(run(moved.quarantine().list(1, 10)).size(), 2U);
}

TEST_F(TransferTest, postgres_knows_at_once_how_much_there_is) {
  fill();
  copy();
  postgres::Connection session(schema->url());
  for (const auto& [table, rows] : std::map<std::string, std::int64_t>{{"contacts", 2'500}, {"outbox", 2'500}, {"orders", 1}}) {
    postgres::Statement query(session, "SELECT reltuples::BIGINT FROM pg_class WHERE oid = '" + table + "'::regclass",
                              "rows_" + table);
    ASSERT_TRUE(query.step());
    EXPECT_EQ(query.integer(0), rows) << table;
  }
}

TEST_F(TransferTest, a_copy_that_was_cut_off_is_taken_up) {
  fill();
  const auto once = copy();
  postgres::Connection session(schema->url());
  session.execute("DELETE FROM contacts WHERE contact_id > 1200; DELETE FROM outbox");
  EXPECT_EQ(copy(), once);
}

TEST_F(TransferTest, a_target_that_holds_something_else_is_told_and_left) {
  fill();
  copy();
  postgres::Connection session(schema->url());
  session.execute("UPDATE contacts SET last_name = 'x' WHERE contact_id = 7");
  EXPECT_THROW(copy(), InfrastructureFailure);
}

}  // namespace
}  // namespace kassabro::store::transfer
