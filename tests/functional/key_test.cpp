// kassabro key rotate: with a server and without one, killed in the middle, and on two nodes of one database.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <fstream>
#include <set>
#include <sstream>
#include <thread>

#include "tests/support/busy_tills.hpp"
#include "tests/support/rule_view.hpp"
#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using http::Method;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string content_of(const std::string& path) {
  std::ifstream in(path);
  return {std::istreambuf_iterator<char>(in), {}};
}

// Those that open.
std::ptrdiff_t keys_in(const std::string& file) {
  std::istringstream lines(file);
  std::ptrdiff_t count = 0;
  for (std::string line; std::getline(lines, line);)
    if (line.size() == 64 || line.starts_with("next ")) ++count;
  return count;
}

class KeyTest : public ::testing::Test {
 protected:
  std::string key_file() const { return content_of(system.data_dir() + "/secret.key"); }
  std::string first_key() const { return key_file().substr(0, 64); }

  // The same secret under many links, as a shop with many receipts has them.
  void add_links(int count) {
    system.change_store(
        "WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < " + std::to_string(count) +
        ") INSERT INTO receipt_links (token_digest, account_id, order_id, token, created_at, expires_at) "
        "SELECT CAST('link-' || n AS BLOB), account_id, 'order-' || n, api_token, 0, 4000000000000 FROM numbers, accounts");
  }

  // All rounds; where nodes may share the store, with the operator's word that this one is the only one. How many were sealed anew.
  std::int64_t rotate() {
    std::int64_t sealed = 0;
    for (int round = 0; round < 4; ++round) {
      const auto ended = system.command(round == 0 ? std::vector<std::string>{"key", "rotate"}
                                                   : std::vector<std::string>{"key", "rotate", "--distributed"});
      const auto value = parse_json(ended.output);
      if (ended.status != 0 || !value) throw std::runtime_error("key rotate: " + ended.output);
      sealed += int_member(value->get_object(), "sealed").value_or(0);
      if (text_member(value->get_object(), "state") == "done") return sealed;
    }
    throw std::runtime_error("key rotate does not end");
  }

  void expect_all_is_readable() {
    EXPECT_EQ(system.spi(Method::get, "/consents").status, 200);
    const auto accounts = system.command({"account", "list"});
    EXPECT_EQ(accounts.status, 0) << accounts.output;
    EXPECT_EQ(system.command({"audit", "verify"}).status, 0);
  }

  void expect_delivered(const std::vector<std::string>& customers) {
    EXPECT_TRUE(system.wait_until_delivered(std::chrono::seconds(120))) << system.command({"outbox", "list"}).output;
    EXPECT_EQ(system.command({"outbox", "list", "--state", "parked"}).output, "{\"items\":[],\"next\":null}\n");
    std::set<std::string> known;
    for (const auto& subscriber : RuleView(system.rule_dump()).subscribers()) known.insert(subscriber.email());
    for (const auto& email : customers) EXPECT_TRUE(known.contains(email)) << email;
  }

  System system;
};

TEST_F(KeyTest, is_exchanged_while_tills_go_on) {
  ASSERT_EQ(system.spi(Method::get, "/consents").status, 200);
  const auto old = first_key();
  BusyTills tills({system.api_url(), system.api_url()}, system.token());
  int rounds_meanwhile = 0;
  for (int exchange = 0; exchange < 50 && rounds_meanwhile < 40; ++exchange) {  // until enough calls came during one
    const int before = tills.rounds();
    EXPECT_GT(rotate(), 0);
    rounds_meanwhile += tills.rounds() - before;
  }
  EXPECT_GE(rounds_meanwhile, 40);
  tills.go_on(10);
  tills.stop();
  EXPECT_THAT(tills.failures(), IsEmpty());
  expect_delivered(tills.customers());
  EXPECT_THAT(key_file(), Not(HasSubstr(old)));
  expect_all_is_readable();
  system.stop_kassabro();
  system.start_kassabro();
  expect_all_is_readable();
  EXPECT_THAT(system.command({"audit", "list"}).output, HasSubstr("POST /api/v1/keys/rotate"));
}

TEST_F(KeyTest, is_exchanged_without_a_server) {
  ASSERT_EQ(system.spi(Method::get, "/consents").status, 200);
  system.stop_kassabro();
  const auto old = first_key();
  rotate();
  EXPECT_THAT(key_file(), Not(HasSubstr(old)));
  system.start_kassabro();
  expect_all_is_readable();
}

TEST_F(KeyTest, survives_a_kill_at_any_point_of_the_exchange) {
  if (wants_postgres()) GTEST_SKIP() << "the links are put in by SQLite's tool";
  ASSERT_EQ(system.spi(Method::get, "/consents").status, 200);
  system.stop_kassabro();
  add_links(20'000);
  system.start_kassabro();
  const auto old = first_key();
  int cut_off = 0;
  for (int i = 0; i < 6; ++i) {
    const auto before = key_file();
    std::atomic<bool> ended = false;
    std::thread rotating([&] {
      system.command({"key", "rotate"});
      ended = true;
    });
    eventually([&] { return key_file() != before || ended || keys_in(before) > 1; });
    std::this_thread::sleep_for(std::chrono::milliseconds(15 * i));  // later each time
    system.kill_kassabro();
    rotating.join();
    if (keys_in(key_file()) > 1) ++cut_off;
    system.start_kassabro();
    EXPECT_EQ(system.spi(Method::get, "/consents").status, 200) << "after kill " << i;
  }
  EXPECT_GT(cut_off, 0) << "no kill came before the end";
  rotate();
  EXPECT_THAT(key_file(), Not(HasSubstr(old)));
  expect_all_is_readable();
}

}  // namespace
}  // namespace kassabro::tests
