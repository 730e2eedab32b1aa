#include "tests/support/busy_tills.hpp"

#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

std::string sale_to(const std::string& email, int id) {
  return R"({"orderid":)" + std::to_string(id) + R"(,"email":")" + email +
         R"(","moneytotal_gross_all":"100.00","orderitems":[{"sku":"1","productname":"Shirt","quantity":1,"vatvalue":25,)"
         R"("moneyitemtotal_net":"80.00","moneyitemtotal_vat":"20.00"}]})";
}

}  // namespace

BusyTills::BusyTills(const std::vector<std::string>& api_urls, std::string token) : token_(std::move(token)) {
  int till = 0;
  for (const auto& url : api_urls) threads_.emplace_back([this, url, number = ++till] { work(url, number); });
  go_on(static_cast<int>(api_urls.size()));
}

BusyTills::~BusyTills() { stop(); }

void BusyTills::go_on(int rounds) {
  const int enough = rounds_ + rounds;
  if (!eventually([&] { return rounds_ >= enough || !failures().empty(); })) note_failure("no till is answered any more");
}

void BusyTills::stop() {
  stopped_ = true;
  for (auto& thread : threads_)
    if (thread.joinable()) thread.join();
}

std::vector<std::string> BusyTills::failures() const {
  const std::scoped_lock lock(mutex_);
  return failures_;
}

std::vector<std::string> BusyTills::customers() const {
  const std::scoped_lock lock(mutex_);
  return customers_;
}

void BusyTills::note_failure(std::string what) {
  const std::scoped_lock lock(mutex_);
  failures_.push_back(std::move(what));
}

void BusyTills::work(const std::string& api_url, int till) {
  Caller caller;
  const auto is_answered = [&](Method method, const std::string& path, const std::string& body, const std::string& text) {
    const auto answer = caller.call(method, api_url + path, body, {{"Authorization", "Bearer " + token_}});
    const bool good = answer.status == 200 && answer.body.find(text) != std::string::npos;
    if (!good) note_failure(path + ": " + std::to_string(answer.status) + " " + answer.body);
    return good;
  };
  for (int number = 1; !stopped_; ++number) {
    const auto email = "till" + std::to_string(till) + "-" + std::to_string(number) + "@shop.se";
    const auto order = till * 1'000'000 + number;
    if (is_answered(Method::post, "/contacts", R"({"email":")" + email + "\"}", "")) {
      const std::scoped_lock lock(mutex_);
      customers_.push_back(email);
    }
    is_answered(Method::get, "/contacts?key=" + email, "", email);
    is_answered(Method::post, "/transactions", sale_to(email, order), "");
    ++rounds_;
  }
}

}  // namespace kassabro::tests
