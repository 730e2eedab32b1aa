#include "admin/sessions.hpp"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <fstream>

#include "base/time_text.hpp"
#include "testing/run.hpp"
#include "testing/temporary_folder.hpp"

namespace kassabro::admin {
namespace {

using namespace std::chrono_literals;
using testing::run;

Async<void> at_once(std::function<void()> work) {
  work();
  co_return;
}

class SessionsTest : public ::testing::Test {
 protected:
  Result<Session> choose(const std::string& password) { return run(sessions.choose_password(SecretString(password))); }
  Result<Session> sign_in(const std::string& password, const std::string& peer = "127.0.0.1", const std::string& user = "") {
    return run(sessions.sign_in(user, SecretString(password), peer));
  }
  std::optional<Session> find(const std::string& cookie) {
    http::Request request;
    request.headers = {{"Cookie", cookie}};
    return sessions.find(request);
  }
  static std::string cookie(const Session& session) { return "a=b; kassabro_session=" + session.token.reveal() + "; c=d"; }

  const std::string good = "correct horse battery";
  testing::TemporaryFolder folder;
  ManualClock clock{*parse_timestamp("2026-11-29T12:00:00Z")};
  AccessFile access{folder.file("admin.access")};
  Sessions sessions{PasswordFile(folder.file("admin.password")), access, clock, &at_once, {}};
};

TEST_F(SessionsTest, the_first_one_chooses_the_password_and_is_signed_in) {
  EXPECT_FALSE(sessions.has_password());
  EXPECT_EQ(choose("short").error().field, "password");
  EXPECT_EQ(choose(std::string(257, 'x')).error().field, "password");
  const auto session = choose(good);
  ASSERT_TRUE(session);
  EXPECT_TRUE(sessions.has_password());
  EXPECT_EQ(find(cookie(*session))->csrf, session->csrf);
  EXPECT_EQ(choose("another good password").error().code, ErrorCode::conflict);
}

TEST_F(SessionsTest, the_file_tells_the_password_to_nobody) {
  ASSERT_TRUE(choose(good));
  std::ifstream file(folder.file("admin.password"));
  std::string text;
  file >> text;
  EXPECT_TRUE(text.starts_with("$argon2id$")) << text;
  struct stat rights{};
  ASSERT_EQ(::stat(folder.file("admin.password").c_str(), &rights), 0);
  EXPECT_EQ(rights.st_mode & 0777, 0600U);
}

TEST_F(SessionsTest, only_the_right_password_signs_in) {
  ASSERT_TRUE(choose(good));
  EXPECT_EQ(sign_in("wrong horse battery").error().code, ErrorCode::unauthorized);
  EXPECT_EQ(sign_in("").error().code, ErrorCode::unauthorized);
  EXPECT_TRUE(sign_in(good));
}

TEST_F(SessionsTest, before_there_is_a_password_nobody_signs_in) { EXPECT_FALSE(sign_in(good)); }

TEST_F(SessionsTest, who_guesses_must_wait_longer_and_longer_and_others_need_not) {
  ASSERT_TRUE(choose(good));
  for (int i = 0; i < 5; ++i) EXPECT_EQ(sign_in("wrong", "10.0.0.1").error().code, ErrorCode::unauthorized) << i;
  EXPECT_EQ(sign_in(good, "10.0.0.1").error().code, ErrorCode::too_many_requests);
  EXPECT_TRUE(sign_in(good, "10.0.0.2"));
  clock.advance(2s);
  EXPECT_EQ(sign_in("wrong", "10.0.0.1").error().code, ErrorCode::unauthorized);
  clock.advance(3s);
  EXPECT_EQ(sign_in(good, "10.0.0.1").error().code, ErrorCode::too_many_requests) << "four seconds now";
  clock.advance(1s);
  EXPECT_TRUE(sign_in(good, "10.0.0.1"));
  EXPECT_EQ(sign_in("wrong", "10.0.0.1").error().code, ErrorCode::unauthorized) << "the count begins anew";
}

class GuessedNameTest : public SessionsTest {
 protected:
  GuessedNameTest() {
    EXPECT_TRUE(run(of_names.choose_password(SecretString(good))));
    EXPECT_TRUE(access.add_user("eva", Role::marketer, SecretString(evas), clock.now()));
  }
  // Each from an address of its own.
  ErrorCode guess(const std::string& user) {
    return run(of_names.sign_in(user, SecretString("wrong"), "10.0.1." + std::to_string(++addresses))).error().code;
  }
  bool signs_in(const std::string& user, const std::string& password, const std::string& peer) {
    return run(of_names.sign_in(user, SecretString(password), peer)).has_value();
  }

  const std::string evas = "evas own password";
  int addresses = 0;
  Sessions of_names{PasswordFile(folder.file("admin.password")),
                    access,
                    clock,
                    &at_once,
                    {.name_failures_free = 4, .name_wait_first = 20s, .name_wait_max = 30s}};
};

TEST_F(GuessedNameTest, is_guessed_at_slowly_and_holds_up_nobody_who_has_signed_in_before) {
  EXPECT_TRUE(signs_in("eva", evas, "10.0.0.1"));
  for (int i = 0; i < 4; ++i) EXPECT_EQ(guess("eva"), ErrorCode::unauthorized) << i;
  for (int i = 0; i < 100; ++i) EXPECT_EQ(guess("eva"), ErrorCode::too_many_requests) << i;
  EXPECT_FALSE(signs_in("eva", evas, "10.0.0.9"));
  EXPECT_TRUE(signs_in("eva", evas, "10.0.0.1"));
  EXPECT_TRUE(signs_in("", good, "10.0.0.9")) << "the owner is somebody else";
  clock.advance(20s);
  EXPECT_TRUE(signs_in("eva", evas, "10.0.0.9")) << "what was refused makes nobody wait longer";
}

TEST_F(GuessedNameTest, waits_half_a_minute_at_most_however_long_it_is_guessed_at) {
  for (int i = 0; i < 16; ++i) {
    EXPECT_EQ(guess(""), ErrorCode::unauthorized) << i;
    clock.advance(30s);
  }
  EXPECT_EQ(guess(""), ErrorCode::unauthorized);
  EXPECT_EQ(of_names.wait_of("10.0.0.1", ""), 30s);
  EXPECT_FALSE(signs_in("", good, "10.0.0.1"));
  clock.advance(30s);
  EXPECT_TRUE(signs_in("", good, "10.0.0.1"));
}

TEST_F(GuessedNameTest, forgets_of_those_who_have_signed_in_who_was_away_longest) {
  Sessions few{PasswordFile(folder.file("admin.password")),
               access,
               clock,
               &at_once,
               {.addresses_max = 2, .name_failures_free = 4, .name_wait_first = 20s, .name_wait_max = 30s}};
  const auto sign_in_as = [&](const std::string& user, const std::string& password, const std::string& peer) {
    clock.advance(1s);
    return run(few.sign_in(user, SecretString(password), peer)).has_value();
  };
  EXPECT_TRUE(sign_in_as("", good, "10.0.0.1"));
  EXPECT_TRUE(sign_in_as("eva", evas, "10.0.0.1"));
  EXPECT_TRUE(sign_in_as("", good, "10.0.0.1"));
  EXPECT_TRUE(sign_in_as("eva", evas, "10.0.0.2"));
  for (int i = 0; i < 4; ++i) EXPECT_FALSE(sign_in_as("", "wrong", "10.0.1." + std::to_string(i)));
  EXPECT_EQ(few.wait_of("10.0.0.9", ""), 20s);
  EXPECT_TRUE(sign_in_as("", good, "10.0.0.1")) << "the owner came back after eva's first address";
}

TEST_F(SessionsTest, who_has_an_ipv6_network_is_one_who_guesses) {
  ASSERT_TRUE(choose(good));
  for (int i = 0; i < 5; ++i) sign_in("wrong", "2001:db8::" + std::to_string(i));
  EXPECT_EQ(sign_in(good, "2001:db8::ffff").error().code, ErrorCode::too_many_requests);
  EXPECT_TRUE(sign_in(good, "2001:db8:0:1::1"));
}

TEST_F(SessionsTest, a_session_ends_by_itself_and_by_signing_out) {
  const auto session = choose(good);
  ASSERT_TRUE(session);
  http::Request request;
  const auto text = cookie(*session);
  request.headers = {{"Cookie", text}};
  sessions.sign_out(request);
  EXPECT_FALSE(sessions.find(request));
  const auto next = sign_in(good);
  EXPECT_TRUE(find(cookie(*next)));
  clock.advance(12h);
  EXPECT_FALSE(find(cookie(*next)));
}

TEST_F(SessionsTest, whoever_deletes_the_password_ends_the_sessions_too) {
  const auto session = choose(good);
  std::remove(folder.file("admin.password").c_str());
  EXPECT_FALSE(find(cookie(*session)));
  EXPECT_TRUE(choose("another good password"));
}

TEST_F(SessionsTest, a_foreign_cookie_is_nobodys) {
  ASSERT_TRUE(choose(good));
  for (const char* text : {"", "kassabro_session", "kassabro_session=", "kassabro_session=x", ";;=;", "other=1"})
    EXPECT_FALSE(find(text)) << text;
}

TEST_F(SessionsTest, the_cookie_is_kept_from_scripts_and_from_other_sites) {
  const auto session = choose(good);
  const auto text = cookie_of(*session, 12h);
  for (const char* part : {"HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=43200"})
    EXPECT_NE(text.find(part), std::string::npos) << part;
  EXPECT_NE(cookie_of(std::nullopt, 12h).find("Max-Age=0"), std::string::npos);
}

TEST_F(SessionsTest, a_user_signs_in_with_a_name_and_has_a_role_until_they_are_removed) {
  ASSERT_TRUE(choose(good));
  ASSERT_TRUE(access.add_user("eva", Role::marketer, SecretString("evas own password"), clock.now()));
  EXPECT_EQ(sign_in(good)->role, Role::owner);
  EXPECT_EQ(sign_in(good, "10.0.0.1", "eva").error().code, ErrorCode::unauthorized) << "the owner's password";
  EXPECT_EQ(sign_in("evas own password", "10.0.0.1", "nobody").error().code, ErrorCode::unauthorized);
  EXPECT_EQ(sign_in(good, "10.0.0.1", "nobody").error().code, ErrorCode::unauthorized);
  const auto session = sign_in("evas own password", "10.0.0.2", "eva");
  ASSERT_TRUE(session);
  EXPECT_EQ(session->user, "eva");
  EXPECT_EQ(find(cookie(*session))->role, Role::marketer);
  ASSERT_TRUE(access.remove_user("eva"));
  EXPECT_FALSE(find(cookie(*session)));
  ASSERT_TRUE(access.add_user("eva", Role::support, SecretString("evas new password"), clock.now()));
  EXPECT_FALSE(find(cookie(*session))) << "another role was hers then";
}

}  // namespace
}  // namespace kassabro::admin
