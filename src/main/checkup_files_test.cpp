#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "main/checkup.hpp"
#include "testing/samples.hpp"
#include "testing/sqlite_store.hpp"

namespace kassabro::main {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::Field;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

auto coded(const std::string& code) { return Field(&Trouble::code, code); }

class CheckFiles : public ::testing::Test {
 protected:
  CheckFiles() {
    ::chmod(folder.path().c_str(), 0700);
    config.data_dir = folder.path();
    for (const auto* name : {"secret.key", "admin.token"}) write(name);
  }
  void write(const std::string& name, mode_t mode = 0600) const {
    std::ofstream(folder.file(name)) << "x";
    ::chmod(folder.file(name).c_str(), mode);
  }
  Troubles check(const std::string& config_file = "") const { return check_files(config, config_file); }

  testing::TemporaryFolder folder;
  Config config;
};

TEST_F(CheckFiles, finds_nothing_in_a_folder_as_the_server_makes_it) { EXPECT_THAT(check(), IsEmpty()); }

TEST_F(CheckFiles, tells_how_to_close_what_others_may_read) {
  write("secret.key", 0640);
  write("admin.token", 0604);
  ::chmod(folder.path().c_str(), 0755);
  const auto troubles = check();
  EXPECT_THAT(troubles, ElementsAre(coded("file_open"), coded("file_open"), coded("file_open")));
  EXPECT_EQ(troubles[0].fix, "chmod 0700 " + folder.path().string());
  EXPECT_THAT(troubles[1].text, HasSubstr("0640"));
  EXPECT_TRUE(has_error(troubles));
}

TEST_F(CheckFiles, tells_of_files_that_settings_name_and_that_are_not_there) {
  config.public_tls_certificate = folder.file("none.pem");
  config.public_tls_key = folder.file("key.pem");
  write("key.pem", 0644);
  EXPECT_THAT(check(), ElementsAre(coded("file_missing"), coded("file_open")));
  EXPECT_THAT(check_certificate(config, SystemClock()), IsEmpty()) << "it was told already";
  write("none.pem");
  EXPECT_THAT(check_certificate(config, SystemClock()), ElementsAre(coded("certificate_of_no_use")));
}

TEST_F(CheckFiles, tells_of_passwords_in_a_settings_file_that_everybody_reads) {
  write("kassabro.toml", 0644);
  EXPECT_THAT(check(folder.file("kassabro.toml")), IsEmpty());
  config.store_url = "postgresql://user:password@db/name";
  EXPECT_THAT(check(folder.file("kassabro.toml")), ElementsAre(coded("file_open")));
}

TEST_F(CheckFiles, tells_of_a_folder_that_is_not_there) {
  config.data_dir = folder.file("nowhere");
  EXPECT_THAT(check(), ElementsAre(coded("data_folder_missing")));
  EXPECT_FALSE(std::filesystem::exists(config.data_dir)) << "nothing is made";
}

TEST(JudgeSpace, warns_of_little_and_calls_almost_nothing_an_error) {
  constexpr std::uint64_t gibibyte = 1ULL << 30;
  EXPECT_THAT(judge_space("/data", {50 * gibibyte, 100 * gibibyte, 0, 0}), IsEmpty());
  EXPECT_THAT(judge_space("/data", {4 * gibibyte, 100 * gibibyte, 0, 0}), ElementsAre(coded("disk_scarce")));
  EXPECT_THAT(judge_space("/data", {gibibyte, 5 * gibibyte, 0, 0}), ElementsAre(coded("disk_scarce")));
  const auto full = judge_space("/data", {gibibyte / 10, 5 * gibibyte, 0, 0});
  EXPECT_THAT(full, ElementsAre(coded("disk_full")));
  EXPECT_TRUE(has_error(full));
  EXPECT_THAT(judge_space("/data", {50 * gibibyte, 100 * gibibyte, 10, 1'000}), ElementsAre(coded("disk_scarce")));
}

TEST_F(CheckFiles, leaves_nothing_of_the_file_that_it_tries_the_disk_with) {
  EXPECT_THAT(check_disks(config), ::testing::Not(Contains(coded("disk_not_writable"))));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder.path()), {}), 2);
}

class LookAtStore : public ::testing::Test {
 protected:
  LookAtStore() {
    config.data_dir = file.folder().path();
    std::filesystem::copy_file(file.folder().file("key"), file.folder().file("secret.key"));
  }
  testing::SqliteFile file;
  Config config;
};

TEST_F(LookAtStore, gives_the_accounts_of_a_store_that_is_whole) {
  file.write([](app::Tables& tables) { return tables.accounts.insert(testing::sample_account(1), 0); });
  const auto look = look_at_store(config);
  EXPECT_THAT(look.troubles, IsEmpty());
  EXPECT_TRUE(look.is_usable);
  ASSERT_EQ(look.accounts.size(), 1U);
  EXPECT_EQ(look.accounts[0].rule_key.reveal(), "rk_shop_1");
}

TEST_F(LookAtStore, tells_of_an_audit_log_that_anybody_could_alter) {
  file.execute("DROP TRIGGER audit_log_removes_nothing");
  const auto look = look_at_store(config);
  EXPECT_THAT(look.troubles, ElementsAre(coded("audit_log_unguarded")));
  EXPECT_TRUE(look.is_usable);
}

TEST_F(LookAtStore, tells_of_a_newer_and_of_an_older_one_and_changes_neither) {
  file.execute("PRAGMA user_version = 99");
  EXPECT_THAT(look_at_store(config).troubles, IsEmpty()) << "a newer one that this program may work with";
  file.execute("UPDATE kassabro_schema SET works_from = 99");
  EXPECT_THAT(look_at_store(config).troubles, ElementsAre(coded("schema_newer")));
  file.execute("PRAGMA user_version = 3");
  const auto look = look_at_store(config);
  EXPECT_THAT(look.troubles, ElementsAre(coded("schema_older")));
  EXPECT_FALSE(look.is_usable);
  EXPECT_EQ(file.count("PRAGMA user_version"), 3);
}

TEST_F(LookAtStore, tells_of_a_key_that_is_gone_or_another_ones) {
  file.write([](app::Tables& tables) { return tables.accounts.insert(testing::sample_account(1), 0); });
  std::ofstream(config.data_dir + "/secret.key") << std::string(64, 'a');
  EXPECT_THAT(look_at_store(config).troubles, ElementsAre(coded("key_wrong")));
  std::filesystem::remove(config.data_dir + "/secret.key");
  EXPECT_THAT(look_at_store(config).troubles, ElementsAre(coded("key_missing")));
  EXPECT_FALSE(std::filesystem::exists(config.data_dir + "/secret.key")) << "no new one is made";
}

TEST_F(LookAtStore, takes_a_damaged_database_for_no_fault_of_the_key) {
  file.write([](app::Tables& tables) {
    for (app::AccountId id = 1; id <= 100; ++id) tables.accounts.insert(testing::sample_account(id), 0);
    return true;
  });
  const testing::TemporaryFolder other;  // a file alone: beside a log what is damaged in it may not be read at all
  file.execute("VACUUM INTO '" + other.file("kassabro.db") + "'");
  std::filesystem::copy_file(config.data_dir + "/secret.key", other.file("secret.key"));
  config.data_dir = other.path();
  ASSERT_THAT(look_at_store(config).troubles, IsEmpty());
  store::sqlite::Connection copy(other.file("kassabro.db"), store::sqlite::OpenMode::read_only);
  const auto number = [&](const char* sql) {
    store::sqlite::Statement statement(copy.handle(), sql);
    statement.step();
    return statement.integer(0);
  };
  const auto root = number("SELECT rootpage FROM sqlite_master WHERE name = 'accounts'");
  const auto size = number("PRAGMA page_size");
  std::fstream(other.file("kassabro.db"), std::ios::in | std::ios::out | std::ios::binary).seekp((root - 1) * size)
      << std::string(static_cast<std::size_t>(size), 'x');
  EXPECT_THAT(look_at_store(config).troubles, ElementsAre(coded("store_unreadable")));
}

TEST_F(LookAtStore, tells_of_an_exchange_of_the_key_that_nobody_has_finished) {
  store::Vault::open_or_create(config.data_dir + "/secret.key").ring().add_next();
  EXPECT_THAT(look_at_store(config).troubles, ElementsAre(coded("key_exchange_unfinished")));
}

TEST_F(LookAtStore, tells_of_a_file_that_is_no_database) {
  const testing::TemporaryFolder other;
  config.data_dir = other.path();
  EXPECT_THAT(look_at_store(config).troubles, ElementsAre(coded("database_missing")));
  std::ofstream(other.file("kassabro.db")) << std::string(10'000, 'x');
  EXPECT_THAT(look_at_store(config).troubles, ElementsAre(coded("store_unreadable")));
}

}  // namespace
}  // namespace kassabro::main
