#pragma once

// A shop whose CRM is a real server on a free port, for the tests of this directory.

#include <algorithm>
#include <atomic>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <functional>
#include <mutex>
#include <optional>

#include "base/time_text.hpp"
#include "http/server.hpp"
#include "sandbox/sitoo/till.hpp"

namespace kassabro::sandbox::sitoo::testing {

struct ReceivedCall {
  std::string method, target, authorization, store, staff, till, body;
};

inline constexpr const char* anna_v1 =
    R"([{"contactid":"77","membernumber":"M7","namefirst":"Anna","bonuschecks":[{"bonuscheckid":"b1","value":"40.00","redeemed":false}]}])";
inline constexpr const char* anna_v2 =
    R"([{"customer_id":"77","member_number":"M7","name_first":"Anna","mobile":"+46701112233",
      "invoice_address":{"address":"Storgatan 1","zip":"111 22","city":"Lund","country_id":"SE"},
      "accepts_communication":["email","sms"],"consents":["1"],"status":{"color":"yellow","text":"As of yesterday"},
      "sections":[{"title":"Club","values":[{"title":"Level","text":"Gold","type":"text"}]}],
      "promotions":[{"promotion_id":"p1","name":"Ten","promotion_type":{"type":"cart_percent","value_int":10},"redeemed":false}],
      "bonus_checks":[{"bonus_check_id":"b1","name":"Bonus","value":"100.00","remaining":"60.00","currency":"SEK",
        "valid_to":"2027-01-31","redeemed":false,"date_redeemed":null}]}])";

// Answers searches with Anna, everything else with `status` and `body`, unless `other` has an answer of its own.
struct FakeCrm {
  http::IoThreads threads{1};
  std::mutex mutex;
  std::vector<ReceivedCall> calls;
  std::atomic<int> status = 200;
  std::string body = "true";
  std::function<std::optional<http::Response>(const ReceivedCall&)> other;
  http::Server server{threads, "127.0.0.1:0", [this](const http::Request& request) { return answer(request); }};

  ~FakeCrm() {
    server.stop();
    threads.stop();
  }

  Async<http::Response> answer(const http::Request& request) {
    const auto header = [&](std::string_view name) { return std::string(request.header(name).value_or("")); };
    const std::scoped_lock lock(mutex);
    calls.push_back({std::string(request.method_text), std::string(request.target), header("Authorization"), header("Store-ID"),
                     header("Staff-ID"), header("Register-ID"), std::string(request.body)});
    if (other)
      if (auto response = other(calls.back())) co_return *response;
    const bool is_v2 = request.target.starts_with("/customers");
    if (request.method == http::Method::get) co_return http::json_response(is_v2 ? anna_v2 : anna_v1);
    co_return http::json_response(body, status);
  }
  std::vector<ReceivedCall> to(std::string_view path) {
    const std::scoped_lock lock(mutex);
    std::vector<ReceivedCall> found;
    std::ranges::copy_if(calls, std::back_inserter(found), [&](const auto& call) { return call.target == path; });
    return found;
  }
  std::string url() const { return "http://127.0.0.1:" + std::to_string(server.port()); }
};

inline json::object object_of(std::string_view text) {
  auto value = parse_json(text);
  return value && value->is_object() ? value->get_object() : json::object{};
}

struct Shop {
  FakeCrm crm;
  Books books;
  ManualClock clock{*parse_timestamp("2026-11-23T10:00:00Z")};
  http::Client client;
  CrmClient crm_client{client, {}};
  Till till{books, crm_client, clock};
  EventSender events{books, crm_client, clock};

  Shop() {
    books.settings.custom_crm.api_url = crm.url() + "/sitoo//";
    books.settings.custom_crm.api_token = "token";
    books.settings.crm_v2 = {crm.url(), "user", "password"};
    books.settings.events = {crm.url(), "user", "password"};
  }
  template <class T>
  T run(Async<T> work) {
    return boost::asio::co_spawn(crm.threads.at(0), std::move(work), boost::asio::use_future).get();
  }
  Result<Sold> sell(std::string_view body) {
    const auto sale = parse_sale(object_of(body), books);
    return run(till.sell(*sale));
  }
  // What waits in Sitoo's queue: "add closed 11501", oldest first.
  std::vector<std::string> waiting_events() {
    std::vector<std::string> out;
    for (const auto& event : books.events.list().at("waiting").as_array()) {
      const auto& data = event.at("data").as_object();
      auto text = text_member(data, "order_event_type");
      if (const auto state = text_member(data, "order_state_changed"); !state.empty()) text += " " + state;
      out.push_back(text + " " + text_member(data, "order_id"));
    }
    return out;
  }
};

}  // namespace kassabro::sandbox::sitoo::testing
