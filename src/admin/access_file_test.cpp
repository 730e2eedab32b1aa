#include "admin/access_file.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "base/time_text.hpp"
#include "base/whole_file.hpp"
#include "testing/temporary_folder.hpp"

namespace kassabro::admin {
namespace {

using namespace std::chrono_literals;

class AccessFileTest : public ::testing::Test {
 protected:
  const Timestamp now = *parse_timestamp("2026-11-30T12:00:00Z");
  testing::TemporaryFolder folder;
  const std::string path = folder.file("admin.access");
  AccessFile file{path};
  const SecretString good{"correct horse battery"};
};

TEST_F(AccessFileTest, users_and_tokens_are_there_after_a_restart_and_no_secret_is) {
  EXPECT_TRUE(file.users().empty());
  ASSERT_TRUE(file.add_user("eva", Role::marketer, good, now));
  const auto token = file.add_token("till-report", {Scope::read, Scope::customers}, now + 24h, now);
  ASSERT_TRUE(token);
  EXPECT_TRUE(token->reveal().starts_with("kbt_"));
  AccessFile again(path);
  EXPECT_EQ(again.find_user("eva").value().role, Role::marketer);
  const auto known = again.find_token(*token, now);
  ASSERT_TRUE(known);
  EXPECT_EQ(known->name, "till-report");
  EXPECT_EQ(known->scopes, (Scopes{Scope::read, Scope::customers}));
  const auto text = read_whole_file(path);
  EXPECT_EQ(text.find(token->reveal()), std::string::npos);
  EXPECT_EQ(text.find(good.reveal()), std::string::npos);
  struct stat rights{};
  ASSERT_EQ(::stat(path.c_str(), &rights), 0);
  EXPECT_EQ(rights.st_mode & 0777, 0600U);
}

TEST_F(AccessFileTest, a_token_ends_at_its_time_and_when_it_is_removed) {
  const auto token = file.add_token("a", {Scope::read}, now + 1h, now);
  EXPECT_TRUE(file.find_token(*token, now + 59min));
  EXPECT_FALSE(file.find_token(*token, now + 1h));
  const auto endless = file.add_token("b", {Scope::read}, std::nullopt, now);
  EXPECT_TRUE(file.find_token(*endless, now + 100'000h));
  EXPECT_TRUE(file.remove_token("b"));
  EXPECT_FALSE(file.remove_token("b"));
  EXPECT_FALSE(file.find_token(*endless, now));
  EXPECT_FALSE(file.find_token(SecretString("kbt_00"), now));
  EXPECT_FALSE(file.find_token(SecretString(""), now));
}

TEST_F(AccessFileTest, a_bad_name_a_short_password_and_a_name_that_is_taken_are_refused) {
  for (const char* name : {"", "Eva", "eva lund", "a/b", "\xC3\xA5sa"}) {
    EXPECT_EQ(file.add_user(name, Role::support, good, now).error().field, "name") << name;
    EXPECT_EQ(file.add_token(name, {Scope::read}, std::nullopt, now).error().field, "name") << name;
  }
  EXPECT_EQ(file.add_user(std::string(65, 'a'), Role::support, good, now).error().field, "name");
  EXPECT_EQ(file.add_user("eva", Role::support, SecretString("short"), now).error().field, "password");
  EXPECT_EQ(file.add_token("a", {}, std::nullopt, now).error().field, "scopes");
  EXPECT_EQ(file.add_user("owner", Role::support, good, now).error().code, ErrorCode::conflict);
  ASSERT_TRUE(file.add_user("eva", Role::support, good, now));
  EXPECT_EQ(file.add_user("eva", Role::owner, good, now).error().code, ErrorCode::conflict);
  EXPECT_EQ(file.users().size(), 1U);
}

TEST_F(AccessFileTest, what_is_changed_by_hand_holds_and_what_cannot_be_read_lets_nobody_in) {
  ASSERT_TRUE(file.add_user("eva", Role::support, good, now));
  AccessFile node(path);
  ASSERT_TRUE(node.find_user("eva"));
  ASSERT_TRUE(file.remove_user("eva"));
  EXPECT_FALSE(node.find_user("eva"));
  for (const char* text : {"{", "[]", R"({"users":[{"name":"eva","role":"king"}]})", R"({"tokens":{}})",
                           R"({"tokens":[{"name":"a","scopes":["everything"]}]})",
                           R"({"tokens":[{"name":"a","scopes":["read"],"expires_at":"soon"}]})"}) {
    std::ofstream(path) << text;
    EXPECT_THROW(AccessFile(path).users(), InfrastructureFailure) << text;
  }
}

TEST_F(AccessFileTest, what_could_not_be_written_does_not_hold) {
  AccessFile nowhere(folder.file("no/such/folder/admin.access"));
  EXPECT_THROW(static_cast<void>(nowhere.add_token("a", {Scope::read}, std::nullopt, now)), InfrastructureFailure);
  EXPECT_TRUE(nowhere.tokens().empty());
}

TEST(Scopes, the_owner_may_everything_and_read_only_changes_nothing) {
  EXPECT_EQ(scopes_of(Role::owner), Scopes::all());
  EXPECT_EQ(scopes_of(Role::owner).texts().size(), scope_count);
  EXPECT_EQ(scopes_of(Role::read_only), Scopes{Scope::read});
  for (const auto role : {Role::marketer, Role::support}) {
    EXPECT_FALSE(scopes_of(role).has(Scope::accounts)) << role_text(role);
    EXPECT_FALSE(scopes_of(role).has(Scope::access)) << role_text(role);
    EXPECT_TRUE(Scopes::all().includes(scopes_of(role)));
    EXPECT_FALSE(scopes_of(role).includes(Scopes::all()));
  }
  for (const auto text : Scopes::all().texts()) EXPECT_EQ(scope_text(*parse_scope(text)), text);
  EXPECT_FALSE(parse_scope("everything"));
  EXPECT_FALSE(parse_role("king"));
}

}  // namespace
}  // namespace kassabro::admin
