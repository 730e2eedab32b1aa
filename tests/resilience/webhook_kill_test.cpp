// Integrators' webhooks while the server is killed: whatever a till was told is done is told to the integrator, also when the kill came
// between the two, or while the receiver was down; with one id however often it comes.
#include <gtest/gtest.h>

#include <map>
#include <mutex>
#include <random>
#include <set>
#include <thread>

#include "http/server.hpp"
#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

// An integrator on a port of its own, which may be down.
class Receiver {
 public:
  explicit Receiver(std::uint16_t port) : address_("127.0.0.1:" + std::to_string(port)) {}

  void start() {
    server_.emplace(threads_, address_, [this](const http::Request& request) -> Async<http::Response> {
      const std::scoped_lock lock(mutex_);
      const auto body = parse_json(request.body);
      const auto order = text_member(body->at("data").as_object(), "order_id");
      ids_[order].insert(std::string(request.header("webhook-id").value_or("")));
      co_return http::empty_response(204);
    });
  }
  void stop() {
    server_->stop(std::chrono::seconds(1));
    server_.reset();
  }
  // The ids by which an order was told.
  std::set<std::string> ids_of(const std::string& order) {
    const std::scoped_lock lock(mutex_);
    const auto found = ids_.find(order);
    return found == ids_.end() ? std::set<std::string>() : found->second;
  }
  std::string url() const { return "http://" + address_ + "/hook"; }

 private:
  std::string address_;
  std::mutex mutex_;
  std::map<std::string, std::set<std::string>> ids_;
  http::IoThreads threads_{1};
  std::optional<http::Server> server_;
};

class WebhookKill : public ::testing::Test {
 protected:
  WebhookKill() {
    EXPECT_EQ(system_.spi(Method::post, "/contacts", R"({"email":"anna@shop.se"})").status, 200);
    const auto accounts = parse_json(system_.command({"account", "list"}).output);
    account_ = text_member(accounts->at("items").at(0).as_object(), "account_id");
    const auto added = system_.command({"webhook", "add", receiver_.url(), "--account", account_, "--type", "order.completed"});
    EXPECT_EQ(added.status, 0) << added.output;
  }

  // Was the till told that it is done?
  bool sell(const std::string& id) {
    const auto answer = system_.spi(
        Method::post, "/transactions",
        R"({"orderid":")" + id + R"(","email":"anna@shop.se","currencycode":"SEK","moneytotal_gross_all":"100.00",)" +
            R"("moneyfinal_net":"80.00","moneyfinal_vat":"20.00","orderitems":[{"sku":"1","productname":"Shirt","quantity":1,)" +
            R"("vatvalue":25,"moneyitemtotal_net":"80.00","moneyitemtotal_vat":"20.00"}]})");
    return answer.status == 200;
  }

  System system_{std::vector<std::string>{"outbound.allow=127.0.0.1"}};
  Receiver receiver_{free_port()};
  std::string account_;
};

TEST_F(WebhookKill, what_was_accepted_just_before_a_kill_is_told_after_the_restart) {
  ASSERT_TRUE(sell("k1"));  // nobody listens yet
  system_.kill_kassabro();
  receiver_.start();
  system_.start_kassabro();
  EXPECT_TRUE(eventually([&] { return receiver_.ids_of("k1").size() == 1; }, std::chrono::seconds(90))) << system_.log();
  ASSERT_TRUE(sell("k1"));  // the till repeats itself
  ASSERT_TRUE(sell("k2"));
  EXPECT_TRUE(eventually([&] { return receiver_.ids_of("k2").size() == 1; }, std::chrono::seconds(90)));
  EXPECT_EQ(receiver_.ids_of("k1").size(), 1U) << "an order that comes again is no second message";
}

TEST_F(WebhookKill, none_is_lost_and_each_has_one_id_however_often_the_server_is_killed) {
  receiver_.start();
  std::mt19937 chance(7);
  std::set<std::string> sold;
  for (int life = 0; life < 20; ++life) {
    for (int n = 0; n < 10; ++n)
      if (const auto id = "s" + std::to_string(life * 10 + n); sell(id)) sold.insert(id);
    std::this_thread::sleep_for(std::chrono::milliseconds(std::uniform_int_distribution(0, 300)(chance)));
    system_.kill_kassabro();
    system_.start_kassabro();
  }
  EXPECT_GT(sold.size(), 100U);
  for (const auto& id : sold) {
    EXPECT_TRUE(eventually([&] { return !receiver_.ids_of(id).empty(); }, std::chrono::seconds(90))) << id;
    EXPECT_EQ(receiver_.ids_of(id).size(), 1U) << id;
  }
}

TEST_F(WebhookKill, a_receiver_that_comes_back_is_told_what_it_has_missed) {
  ASSERT_TRUE(sell("d1"));
  const auto list = [&] { return system_.command({"webhook", "messages", "--account", account_}).output; };
  EXPECT_TRUE(eventually([&] { return list().find(R"("attempts":1)") != std::string::npos; })) << list();
  receiver_.start();
  EXPECT_TRUE(eventually([&] { return receiver_.ids_of("d1").size() == 1; })) << "five seconds later";
  EXPECT_TRUE(eventually([&] { return list().find(R"("state":"delivered")") != std::string::npos; })) << list();
}

}  // namespace
}  // namespace kassabro::tests
