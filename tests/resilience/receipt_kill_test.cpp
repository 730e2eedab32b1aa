// Receipts while the server is killed again and again: each purchase has one delivery of its receipt, which is delivered or parked,
// and nobody gets the same receipt twice.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <thread>

#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

constexpr int kills = 30;
constexpr int longest_life_ms = 200;
constexpr int sales_in_a_life = 10;

class ReceiptKill : public ::testing::Test {
 protected:
  ReceiptKill() {
    EXPECT_EQ(system_.spi(Method::post, "/contacts", R"({"email":"anna@shop.se"})").status, 200);
    const auto account = parse_json(system_.command({"account", "list"}).output)->at("items").at(0);
    const auto set = system_.command({"account", "set", text_member(account.get_object(), "account_id"), "--settings",
                                      R"({"receipt":{"send":"email"}})"});
    EXPECT_EQ(set.status, 0) << set.output;
  }

  // What the till was told is safe.
  void sell(int number) {
    const auto id = "s" + std::to_string(number);
    const auto answer = system_.spi(
        Method::post, "/transactions",
        R"({"orderid":")" + id + R"(","email":")" + id + R"(@shop.se","currencycode":"SEK","moneytotal_gross_all":"100.00",)" +
            R"("moneyfinal_net":"80.00","moneyfinal_vat":"20.00","orderitems":[{"sku":"1","productname":"Shirt","quantity":1,)" +
            R"("vatvalue":25,"moneyitemtotal_net":"80.00","moneyitemtotal_vat":"20.00"}]})");
    if (answer.status == 200) acknowledged_.insert(id);
  }
  // Receipts in the mailbox, by their receiver.
  std::map<std::string, int> mails() {
    std::map<std::string, int> count;
    const auto inbox = system_.sandbox(Method::get, "/control/rule/accounts/" + system_.token() + "/mailbox").json();
    for (const auto& mail : inbox.at("items").as_array()) ++count[text_member(mail.get_object(), "to")];
    return count;
  }
  // The states of the receipts' deliveries, by order.
  std::map<std::string, std::vector<std::string>> deliveries() {
    std::map<std::string, std::vector<std::string>> states;
    const auto listed = parse_json(system_.command({"outbox", "list", "--limit", "5000"}).output);
    for (const auto& row : listed->at("items").as_array())
      if (text_member(row.get_object(), "kind") == "digital_receipt")
        states[text_member(row.get_object(), "order_id")].push_back(text_member(row.get_object(), "state"));
    return states;
  }

  System system_;
  std::set<std::string> acknowledged_;
};

TEST_F(ReceiptKill, nobody_gets_a_receipt_twice_and_none_is_lost_silently) {
  std::mt19937 chance(7);
  int number = 0;
  for (int i = 0; i < kills; ++i) {
    for (int n = 0; n < sales_in_a_life; ++n) sell(++number);
    std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution(0, longest_life_ms)(chance)));
    system_.kill_kassabro();
    system_.start_kassabro();
  }
  ASSERT_TRUE(system_.wait_until_delivered(std::chrono::seconds(120))) << system_.log();
  const auto sent = mails();
  const auto told = deliveries();
  int parked = 0;
  for (const auto& id : acknowledged_) {
    const auto found = told.find(id);
    ASSERT_NE(found, told.end()) << id << " has no delivery of its receipt";
    ASSERT_EQ(found->second.size(), 1U) << id;
    const auto mail = sent.find(id + "@shop.se");
    const int count = mail == sent.end() ? 0 : mail->second;
    EXPECT_LE(count, 1) << id;
    if (found->second[0] == "delivered") EXPECT_EQ(count, 1) << id << " counts as sent";
    if (found->second[0] == "parked") ++parked;
  }
  EXPECT_LT(parked, static_cast<int>(acknowledged_.size())) << "most of them went out between the kills";
  EXPECT_GT(acknowledged_.size(), 100U);
}

}  // namespace
}  // namespace kassabro::tests
