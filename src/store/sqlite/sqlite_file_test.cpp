// What is particular to the file: secrets in it, and files that are not as they should be.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <fstream>
#include <iterator>

#include "store/sqlite/schema.hpp"
#include "testing/samples.hpp"
#include "testing/sqlite_store.hpp"

namespace kassabro::store::sqlite {
namespace {

using testing::noon;
using testing::SqliteFile;
using testing::TemporaryFolder;

std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

// What a shop owner reads when the store does not open.
std::string failure_of(const std::string& path, const std::string& key_path) {
  try {
    const SqliteStore store(path, Vault::open_or_create(key_path));
  } catch (const InfrastructureFailure& failure) {
    return failure.what();
  }
  return "it opened";
}

// The superuser may write anywhere, so for a while this is somebody else.
class AsNobody {
 public:
  AsNobody() { EXPECT_TRUE(::geteuid() != 0 || ::seteuid(65534) == 0); }
  ~AsNobody() { EXPECT_TRUE(::getuid() != 0 || ::seteuid(0) == 0); }
};

TEST(SqliteFile, holds_no_secret_in_readable_form) {
  SqliteFile file;
  auto account = testing::sample_account(1);
  account.sitoo_password = SecretString("sitoo-password-1");
  file.write([&](app::Tables& tables) { ASSERT_TRUE(tables.accounts.insert(account, 0)); });
  file.write([&](app::Tables& tables) { tables.accounts.renew_rule_key(1, SecretString("rk_renewed_1")); });
  for (const auto& name : {file.path(), file.path() + "-wal"}) {
    const auto bytes = bytes_of(name);
    for (const char* secret : {"rk_shop_1", "rk_renewed_1", "kt_shop_1", "password-1"})
      EXPECT_EQ(bytes.find(secret), std::string::npos) << secret << " in " << name;
  }
  EXPECT_NE((bytes_of(file.path()) + bytes_of(file.path() + "-wal")).find("shop-1"), std::string::npos)
      << "the right file was read";
}

// What an operator with the database in hand, and without the key, could try.
TEST(SqliteFile, whoever_alters_the_audit_log_breaks_its_chain) {
  struct Deed {
    std::string sql;
    std::optional<std::int64_t> broken_at;
    std::int64_t entries;
  };
  for (const auto& [sql, broken_at, entries] :
       {Deed{"UPDATE audit_log SET actor = 'nobody' WHERE number = 2", 2, 1},
        Deed{"DELETE FROM audit_log WHERE number = 1", 2, 0}, Deed{"DELETE FROM audit_log WHERE number = 2", 3, 1},
        Deed{"UPDATE audit_log SET seal = (SELECT seal FROM audit_log WHERE number = 1) WHERE number = 2", 2, 1},
        Deed{"UPDATE audit_log SET account_id = 2 WHERE number = 3", 3, 0},
        Deed{"DELETE FROM audit_log WHERE number = 3", std::nullopt,
             2}}) {  // the cut end: its head is not the one in the program's log
    SqliteFile file;
    std::string head;
    for (int i = 0; i < 3; ++i)
      head = testing::run(
          file->audit_log().append({.account = 1, .at = noon, .actor = "pages", .action = "POST /x", .status = 200}));
    file.execute(
        "DROP TRIGGER audit_log_alters_nothing; DROP TRIGGER audit_log_removes_nothing; "
        "DROP TRIGGER audit_log_replaces_nothing");
    file.execute(sql);
    const auto chain = testing::run(file->audit_log().verify()).back();
    EXPECT_EQ(chain.broken_at, broken_at) << sql;
    EXPECT_EQ(chain.entries, entries) << sql;
    EXPECT_NE(chain.head, head) << sql;
  }
}

TEST(SqliteFile, another_key_does_not_open_the_secrets) {
  SqliteFile file;
  file.write([&](app::Tables& tables) { ASSERT_TRUE(tables.accounts.insert(testing::sample_account(1), 0)); });
  Digest other{};
  SqliteStore with_other_key(file.path(), Vault(other));
  EXPECT_FALSE(testing::run(with_other_key.accounts().find_by_token(SecretString("kt_shop_1"))));
  EXPECT_THROW(testing::run(with_other_key.accounts().find(1)), InfrastructureFailure);
}

TEST(SqliteFile, keeps_the_body_as_it_came_and_each_consent_with_its_origin) {
  SqliteFile file;
  auto contact = testing::sample_contact(7);
  contact.consent = {true, false, true, {"1"}};
  file.write([&](app::Tables& tables) {
    tables.inbox.save(1, "sitoo_v1", "{\"orderid\": 1, \"strange\":\t[]}", noon);
    tables.contacts.record_consent(1, contact, {}, {"sitoo_v2", "200", "anna", "K1"}, noon);
  });
  EXPECT_EQ(file.count("SELECT count(*) FROM inbox WHERE body = '{\"orderid\": 1, \"strange\":' || char(9) || '[]}'"), 1);
  EXPECT_EQ(
      file.count("SELECT count(*) FROM consent_records WHERE contact_id = 7 AND version = 1 AND source = 'sitoo_v2' AND "
                 "store = '200' AND staff = 'anna' AND register = 'K1' AND accepts = 5 AND accepted_consents = '[\"1\"]'"),
      1);
}

TEST(SqliteFile, says_whether_it_still_takes_writes) {
  SqliteFile file;
  EXPECT_NO_THROW(testing::run(file->check_ready()));
}

TEST(SqliteFile, a_missing_folder_is_told_in_words) {
  const TemporaryFolder folder;
  EXPECT_THAT(failure_of(folder.file("missing/kassabro.db"), folder.file("key")), ::testing::HasSubstr("cannot be opened"));
}

TEST(SqliteFile, a_folder_that_cannot_be_written_is_told_in_words) {
  const TemporaryFolder folder;
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0755));
  {
    const SqliteStore made(folder.file("old.db"), Vault(Digest{}));
  }
  std::filesystem::permissions(folder.path(), std::filesystem::perms(0555));
  const AsNobody nobody;
  EXPECT_THAT(failure_of(folder.file("new.db"), folder.file("key")), ::testing::HasSubstr("Is the data folder writable?"));
  for (const char* name : {"new.db", "old.db"}) {
    try {
      const SqliteStore store(folder.file(name), Vault(Digest{}));
      ADD_FAILURE() << name << " opened";
    } catch (const InfrastructureFailure& failure) {
      EXPECT_THAT(failure.what(),
                  ::testing::AnyOf(::testing::HasSubstr("cannot be opened"), ::testing::HasSubstr("cannot be written")));
    }
  }
}

TEST(SqliteFile, a_damaged_file_is_told_in_words) {
  const TemporaryFolder folder;
  std::ofstream(folder.file("kassabro.db")) << std::string(8192, 'x');
  EXPECT_THAT(failure_of(folder.file("kassabro.db"), folder.file("key")), ::testing::HasSubstr("is damaged"));
}

TEST(SqliteFile, of_an_older_program_loses_nothing_that_waits) {
  const TemporaryFolder folder;
  constexpr int version_before = 10;
  {
    Connection connection(folder.file("kassabro.db"), OpenMode::read_write);
    migrate(connection, version_before);
    connection.execute(
        "INSERT INTO outbox (delivery_id, account_id, contact_id, kind, order_id, state, attempts, ambiguous, not_before, "
        "reason, "
        "created_at, updated_at) VALUES (10, 1, 7, 'order_completed', '5', 'pending', 3, 1, 0, 'busy', 0, 0);"
        "INSERT INTO order_fetches VALUES (1, 1, '5', 'pending', 2, 0, 0, '', 0, 0);");
  }
  SqliteStore store(folder.file("kassabro.db"), Vault(Digest{}));
  const auto leased = testing::run(store.deliveries().lease(1, noon, noon, 10));
  ASSERT_EQ(leased.size(), 1U);
  EXPECT_EQ(leased[0].order_id, "5");
  EXPECT_EQ(leased[0].attempts, 3);
  EXPECT_FALSE(leased[0].trace.has_begun());
  const auto fetches = testing::run(store.order_fetches().take(1, noon, 10));
  ASSERT_EQ(fetches.size(), 1U);
  EXPECT_EQ(fetches[0].asked, 2);
}

TEST(SqliteFile, a_file_of_a_newer_program_is_left_alone) {
  SqliteFile file;
  {
    Connection connection(file.path(), OpenMode::read_write);
    connection.execute("PRAGMA user_version = 1000; UPDATE kassabro_schema SET works_from = 1000");
  }
  EXPECT_THAT(failure_of(file.path(), file.folder().file("key")), ::testing::HasSubstr("newer Kassabro"));
  EXPECT_EQ(file.count("PRAGMA user_version"), 1000);
}

}  // namespace
}  // namespace kassabro::store::sqlite
