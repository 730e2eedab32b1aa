#include "store/vault.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>

#include "base/error.hpp"

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

}  // namespace
}  // namespace kassabro::store
