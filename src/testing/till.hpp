#pragma once

#include "sitoo/spi/v1/api.hpp"
#include "testing/counter.hpp"

namespace kassabro::testing {

// A till that speaks SPI v1 with a shop.
class Till : public Counter {
 protected:
  using Headers = testing::Headers;

  http::Response call(http::Method method, const std::string& target, const std::string& body = "") {
    return call_with({{"Authorization", "Bearer kt_shop_1"}}, method, target, body);
  }

  http::Response call_with(const Headers& headers, http::Method method, const std::string& target,
                           const std::string& body = "") {
    return call_api(api, headers, method, target, body);
  }

  http::Response get(const std::string& target) { return call(http::Method::get, target); }
  http::Response post(const std::string& target, const std::string& body) { return call(http::Method::post, target, body); }

  // Registers, and returns the id that the till is told.
  std::string register_contact(const std::string& body) {
    const auto answer = post("/contacts", body);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return answer.status == 200 ? std::string(parse_json(answer.body)->as_string()) : std::string();
  }

  // The one contact that a search finds, as the till gets it; an empty object when there is none.
  json::object found(const std::string& encoded_key) {
    const auto answer = get("/contacts?key=" + encoded_key);
    EXPECT_EQ(answer.status, 200) << answer.body;
    const auto items = *parse_json(answer.body);
    return items.as_array().empty() ? json::object() : items.as_array().at(0).as_object();
  }

  // Settings of the contract's open points, as an operator sets them.
  void set(json::object sitoo_v1) { set_member("sitoo_v1", std::move(sitoo_v1)); }

  // A file of fixtures/sitoo/spi_v1, `{contactid}` filled in.
  static std::string fixture(const std::string& name, const std::string& contact_id = "") {
    return sitoo_fixture("spi_v1/" + name, "{contactid}", contact_id);
  }

  sitoo::spi::v1::Api api{
      {authenticate, find_customer, save_customer, accept_orders, show_purchases, show_card, lookups, redeem, undo, clock},
      note_unmatched};
};

}  // namespace kassabro::testing
