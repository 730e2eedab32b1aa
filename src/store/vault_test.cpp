#include "store/vault.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>

#include "base/error.hpp"
#include "testing/temporary_folder.hpp"

namespace kassabro::store {
namespace {

Digest key_of(std::uint8_t fill) {
  Digest key;
  key.fill(fill);
  return key;
}

TEST(Vault, gives_back_what_was_sealed_and_hides_it) {
  const Vault vault(key_of(1));
  const auto sealed = vault.seal("rk_secret");
  EXPECT_EQ(sealed.find("rk_secret"), std::string::npos);
  EXPECT_NE(vault.seal("rk_secret"), sealed);
  EXPECT_EQ(vault.unseal(sealed).reveal(), "rk_secret");
}

TEST(Vault, refuses_another_key_and_altered_text) {
  const Vault vault(key_of(1));
  auto sealed = vault.seal("rk_secret");
  EXPECT_THROW(Vault(key_of(2)).unseal(sealed), InfrastructureFailure);
  sealed.back() ^= 1;
  EXPECT_THROW(vault.unseal(sealed), InfrastructureFailure);
  EXPECT_THROW(vault.unseal("short"), InfrastructureFailure);
}

TEST(Vault, keeps_its_key_in_a_file_for_the_owner_only) {
  const auto path = std::filesystem::temp_directory_path() / ("kassabro_vault_" + std::to_string(::getpid()));
  std::filesystem::remove(path);
  const auto sealed = Vault::open_or_create(path).seal("x");
  EXPECT_EQ(Vault::open_or_create(path).unseal(sealed).reveal(), "x");
  struct stat status{};
  ASSERT_EQ(::stat(path.c_str(), &status), 0);
  EXPECT_EQ(status.st_mode & 0777, 0600U);
  std::filesystem::remove(path);
}

class ExchangedKey : public ::testing::Test {
 protected:
  testing::TemporaryFolder folder;
  const std::string path = folder.file("secret.key");
  Vault vault = Vault::open_or_create(path);
};

TEST_F(ExchangedKey, the_next_one_opens_and_seals_only_when_it_is_told_to) {
  const auto before = vault.seal("rk_old");
  vault.ring().add_next();
  const auto prefix = vault.sealed_prefix();
  EXPECT_TRUE(vault.seal("x").starts_with(prefix));
  auto node = Vault::open_or_create(path);  // another one, with the same file
  vault.ring().use_next();
  EXPECT_NE(vault.sealed_prefix(), prefix);
  const auto after = vault.seal("rk_new");
  EXPECT_EQ(node.unseal(after).reveal(), "rk_new");
  EXPECT_EQ(vault.unseal(before).reveal(), "rk_old");
}

TEST_F(ExchangedKey, the_old_one_is_gone_and_what_must_stay_stays) {
  const auto sealed = vault.seal("rk_old");
  const auto digest = vault.token_digest("kt_till");
  const auto audit = vault.audit_seal("", "what was done");
  vault.ring().add_next();
  vault.ring().use_next();
  vault.ring().drop_old();
  const auto again = Vault::open_or_create(path);
  EXPECT_THROW(again.unseal(sealed), InfrastructureFailure);
  EXPECT_EQ(again.token_digest("kt_till"), digest);
  EXPECT_TRUE(again.is_audit_seal(audit, "", "what was done"));
  EXPECT_FALSE(again.is_audit_seal(audit, "", "what was never done"));
  EXPECT_NE(again.audit_seal("", "what was done"), audit) << "who has the old key cannot go on with the log";
  EXPECT_EQ(again.ring().names().keys.size(), 1U);

  again.ring().add_next();
  again.ring().use_next();
  again.ring().drop_old();
  EXPECT_EQ(again.token_digest("kt_till"), digest) << "after the second one, too";
  EXPECT_TRUE(Vault::open_or_create(path).is_audit_seal(audit, "", "what was done"));
}

TEST_F(ExchangedKey, a_file_that_was_brought_from_another_node_is_read_without_a_restart) {
  std::filesystem::copy_file(path, folder.file("copy"));
  const auto node = Vault::open_or_create(folder.file("copy"));
  vault.ring().add_next();
  vault.ring().use_next();
  const auto sealed = vault.seal("rk_new");
  EXPECT_THROW(node.unseal(sealed), InfrastructureFailure);
  std::filesystem::copy_file(path, folder.file("copy"), std::filesystem::copy_options::overwrite_existing);
  EXPECT_EQ(node.unseal(sealed).reveal(), "rk_new");
}

TEST_F(ExchangedKey, a_file_of_another_database_is_not_taken_while_it_runs) {
  const auto sealed = vault.seal("rk_1");
  std::ofstream(path) << std::string(64, 'a') << "\n";
  EXPECT_THROW(vault.unseal("what nobody has sealed, long enough for a box of its kind"), InfrastructureFailure);
  EXPECT_EQ(vault.unseal(sealed).reveal(), "rk_1");
}

TEST(Vault, opens_what_was_sealed_before_keys_had_names) {
  const Vault vault(key_of(1));
  const auto named = vault.seal("rk_secret");
  EXPECT_EQ(vault.unseal(named.substr(vault.sealed_prefix().size())).reveal(), "rk_secret");
}

}  // namespace
}  // namespace kassabro::store
