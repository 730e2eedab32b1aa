// What is particular to a server: sessions that break, works that fail in the middle of what was sent.
#include "store/postgres/connection.hpp"

#include <gtest/gtest.h>

#include <atomic>

#include "base/error.hpp"
#include "store/postgres/schema.hpp"
#include "store/postgres/store.hpp"
#include "testing/postgres_schema.hpp"
#include "testing/run.hpp"
#include "testing/samples.hpp"
#include "testing/temporary_folder.hpp"

namespace kassabro::store::postgres {
namespace {

using testing::noon;
using testing::run;
using testing::sample_account;
using testing::sample_contact;

class PostgresTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!testing::postgres_url()) GTEST_SKIP() << "There is no server: script/test starts one.";
    schema = std::make_unique<testing::PostgresSchema>();
    store = open();
  }
  std::unique_ptr<PostgresStore> open() const {
    return std::make_unique<PostgresStore>(schema->url(), Vault::open_or_create(folder.file("key")));
  }
  std::int64_t number(const std::string& sql) const {
    Connection session(schema->url());
    Statement query(session, sql, "one");
    return query.step() ? query.integer(0) : 0;
  }
  void insert(app::AccountId account, domain::ContactId id) const {
    run(store->unit_of_work().run(account, [&](app::Tables& tables) {
      return tables.contacts.insert(account, sample_contact(id, "c" + std::to_string(id))).has_value();
    }));
  }

  testing::TemporaryFolder folder;
  std::unique_ptr<testing::PostgresSchema> schema;
  std::unique_ptr<PostgresStore> store;
};

TEST_F(PostgresTest, a_broken_session_fails_once_and_is_opened_anew) {
  insert(1, 7);
  schema->break_sessions();
  for (int i = 0; i < 10; ++i) {  // every session of the pools may be a broken one
    try {
      insert(1, 8);
      break;
    } catch (const InfrastructureFailure&) {
    }
  }
  EXPECT_EQ(number("SELECT count(*) FROM contacts"), 2);
  int found = 0;
  for (int i = 0; i < 20; ++i) found += run(store->contacts().find(1, 7)) ? 1 : 0;
  EXPECT_EQ(found, 20) << "reading is done again";
}

TEST_F(PostgresTest, a_work_that_fails_in_the_middle_takes_nobody_with_it) {
  testing::KeptContext context;
  std::atomic<int> failed = 0;
  for (int i = 0; i < 20; ++i)
    boost::asio::co_spawn(*context,
                          store->unit_of_work().run(1,
                                                    [i](app::Tables& tables) {
                                                      tables.inbox.save(1, "sitoo_v1", std::to_string(i), noon);
                                                      if (i % 2 == 1) throw std::runtime_error("a bug");
                                                      return i % 4 == 0;
                                                    }),
                          [&](const std::exception_ptr& failure) { failed += failure ? 1 : 0; });
  context->run();
  EXPECT_EQ(failed, 10);
  EXPECT_EQ(number("SELECT count(*) FROM inbox"), 5);
}

TEST_F(PostgresTest, what_the_database_refuses_is_the_works_own_failure) {
  EXPECT_THROW(run(store->unit_of_work().run(1,
                                             [](app::Tables& tables) {
                                               app::Delivery delivery = testing::sample_delivery(1, 7, 5);
                                               tables.deliveries.enqueue(delivery, noon);
                                               domain::BonusCheck check;
                                               check.id = "B";
                                               check.value_minor = 1;
                                               check.remaining_minor = 2;  // more than it is worth
                                               tables.bonus.save(1, 7, check, noon);
                                               return true;
                                             })),
               InfrastructureFailure);
  EXPECT_EQ(number("SELECT count(*) FROM outbox"), 0);
  insert(1, 7);
  EXPECT_EQ(number("SELECT count(*) FROM contacts"), 1);
}

TEST_F(PostgresTest, works_of_one_account_never_meet_whatever_node_they_come_from) {
  const auto other_node = open();
  testing::KeptContext context;
  const auto count_up = [](app::UnitOfWork& unit) {
    return unit.run(1, [](app::Tables& tables) {
      tables.contacts.next_member_number(1);
      const auto known = tables.jobs.find(1, "x");
      app::Job job = known.value_or(app::Job{});
      job.account = 1;
      job.kind = "x";
      ++job.done;
      tables.jobs.save(job);
      return true;
    });
  };
  for (int i = 0; i < 200; ++i)
    boost::asio::co_spawn(*context, count_up(i % 2 == 0 ? store->unit_of_work() : other_node->unit_of_work()),
                          [](const std::exception_ptr& failure) { EXPECT_FALSE(failure); });
  context->run();
  EXPECT_EQ(run(store->jobs().find(1, "x"))->done, 200);
}

TEST_F(PostgresTest, two_nodes_never_lease_one_delivery) {
  const auto other_node = open();
  run(store->unit_of_work().run(1, [](app::Tables& tables) {
    for (int i = 1; i <= 100; ++i) tables.deliveries.enqueue(testing::sample_delivery(1, i, i), noon);
    return true;
  }));
  std::vector<app::DeliveryId> leased;
  testing::KeptContext context;
  const auto lease = [&](PostgresStore& of) -> Async<void> {
    for (const auto& delivery : co_await of.deliveries().lease(1, noon, noon + std::chrono::minutes(5), 7))
      leased.push_back(delivery.id);
  };
  for (int i = 0; i < 30; ++i)
    boost::asio::co_spawn(*context, lease(i % 2 == 0 ? *store : *other_node), [](const std::exception_ptr&) {});
  context->run();
  std::ranges::sort(leased);
  EXPECT_EQ(leased.size(), 100U);
  EXPECT_EQ(std::ranges::adjacent_find(leased), leased.end());
}

TEST_F(PostgresTest, a_newer_databases_schema_is_refused) {
  Connection session(schema->url());
  session.execute("UPDATE kassabro_schema SET version = 1000, works_from = 1000");
  EXPECT_THROW(open(), InfrastructureFailure);
}

TEST(PostgresUrl, a_server_that_is_not_there_is_told_in_words) {
  try {
    const Connection session("postgresql://kassabro@127.0.0.1:1/kassabro");
    FAIL() << "it is there";
  } catch (const InfrastructureFailure& failure) {
    EXPECT_TRUE(std::string_view(failure.what()).starts_with("The database cannot be reached: ")) << failure.what();
  }
}

}  // namespace
}  // namespace kassabro::store::postgres
