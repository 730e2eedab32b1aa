#include <gtest/gtest.h>

#include <atomic>
#include <map>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

constexpr int kills = 100;
constexpr int tills = 4;
constexpr int longest_life_ms = 250;
constexpr std::chrono::milliseconds between_customers{25};  // the point is the moment of the kill, not the volume

// What the tills were told is safe.
struct Acknowledged {
  std::mutex mutex;
  std::set<std::string> emails;
  std::map<std::string, std::string> order_emails;
};

std::string order_body(const std::string& id, const std::string& email) {
  return R"({"orderid":")" + id + R"(","email":")" + email +
         R"(","currencycode":"SEK","moneytotal_gross_all":"100.00","moneyfinal_net":"80.00","moneyfinal_vat":"20.00",)"
         R"("orderitems":[{"sku":"1","productname":"Shirt","quantity":1,"vatvalue":25,"moneyitemtotal_net":"80.00","moneyitemtotal_vat":"20.00"}]})";
}

// A till that registers customers and sells to them, one after the other, and notes what it got an answer for.
void work_at_till(const System& system, int number, std::atomic<bool>& stop, Acknowledged& acknowledged) {
  Caller caller;
  const std::vector<std::pair<std::string, std::string>> headers{{"Authorization", "Bearer " + system.token()}};
  for (int i = 0; !stop; ++i) {
    const auto name = "t" + std::to_string(number) + "c" + std::to_string(i);
    const auto email = name + "@shop.se";
    const auto registered = caller.call(http::Method::post, system.api_url() + "/contacts", R"({"email":")" + email + R"("})",
                                        headers, std::chrono::seconds(5));
    if (registered.status == 200) {
      const std::scoped_lock lock(acknowledged.mutex);
      acknowledged.emails.insert(email);
    }
    for (int n = 0; n < 2; ++n) {
      const auto id = name + "o" + std::to_string(n);
      const auto copied = caller.call(http::Method::post, system.api_url() + "/transactions", order_body(id, email), headers,
                                      std::chrono::seconds(5));
      if (copied.status != 200) continue;
      const std::scoped_lock lock(acknowledged.mutex);
      acknowledged.order_emails[id] = email;
    }
    std::this_thread::sleep_for(between_customers);
  }
}

struct InRule {
  std::map<std::string, int> subscribers;                      // by e-mail
  std::map<std::string, std::map<std::string, int>> records;  // order id -> e-mail -> count
};

InRule read_rule(System& system) {
  InRule found;
  const auto dump = system.rule_dump();
  for (const auto& entry : dump.at("subscribers").get_array()) {
    const auto& subscriber = entry.get_object();
    const auto email = text_member(subscriber, "email");
    ++found.subscribers[email];
    for (const auto& group : subscriber.at("groups").get_array()) {
      const auto* records = group.get_object().if_contains("records");
      if (records == nullptr) continue;
      for (const auto& record : records->get_array())
        for (const auto& value : record.at("values").get_array())
          if (text_member(value.get_object(), "name") == "orderid")
            ++found.records[text_member(value.get_object(), "value")][email];
    }
  }
  return found;
}

TEST(Kill, at_any_moment_loses_nothing_acknowledged_and_doubles_nothing) {
  System system;
  // Rule's limit of calls is not the subject here.
  ASSERT_EQ(system.sandbox(http::Method::put, "/control/rule/switches", R"({"requests_allowed":10000000})").status, 200);
  ASSERT_EQ(system.spi(http::Method::get, "/consents").status, 200);  // activates the account
  Acknowledged acknowledged;
  std::atomic<bool> stop = false;
  std::vector<std::thread> threads;
  for (int number = 0; number < tills; ++number)
    threads.emplace_back([&, number] { work_at_till(system, number, stop, acknowledged); });
  const auto seed = std::random_device{}();
  RecordProperty("seed", std::to_string(seed));
  std::mt19937 random(seed);
  for (int i = 0; i < kills; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution<>(0, longest_life_ms)(random)));
    system.kill_kassabro();
    system.start_kassabro();
  }
  stop = true;
  for (auto& thread : threads) thread.join();
  ASSERT_TRUE(system.wait_until_delivered(std::chrono::seconds(180)));
  EXPECT_EQ(system.command({"outbox", "list", "--state", "parked"}).output, "{\"items\":[],\"next\":null}\n");

  const auto rule = read_rule(system);
  EXPECT_GT(acknowledged.emails.size(), 100U);
  EXPECT_GT(acknowledged.order_emails.size(), 100U);
  for (const auto& email : acknowledged.emails) EXPECT_EQ(rule.subscribers.count(email), 1U) << email << " seed " << seed;
  for (const auto& [email, count] : rule.subscribers) EXPECT_EQ(count, 1) << email << " seed " << seed;
  for (const auto& [id, email] : acknowledged.order_emails) {
    const auto found = rule.records.find(id);
    ASSERT_NE(found, rule.records.end()) << id << " seed " << seed;
    EXPECT_EQ(found->second.count(email), 1U) << id;
  }
  for (const auto& [id, owners] : rule.records) {
    EXPECT_EQ(owners.size(), 1U) << id << " seed " << seed;
    for (const auto& [email, count] : owners) EXPECT_EQ(count, 1) << id << " seed " << seed;
  }
}

}  // namespace
}  // namespace kassabro::tests
