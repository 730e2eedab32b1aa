#pragma once

#include "sitoo/spi/v2/api.hpp"
#include "testing/counter.hpp"

namespace kassabro::testing {

// A till that speaks SPI v2 with a shop.
class TillV2 : public Counter {
 protected:
  // shop-1:password-1, as testing/samples.hpp has it.
  static Headers credentials() { return {{"Authorization", "Basic c2hvcC0xOnBhc3N3b3JkLTE="}}; }

  http::Response call(http::Method method, const std::string& target, const std::string& body = "",
                      const Headers& more_headers = {}) {
    auto headers = credentials();
    headers.insert(headers.end(), more_headers.begin(), more_headers.end());
    return call_with(headers, method, target, body);
  }

  http::Response call_with(const Headers& headers, http::Method method, const std::string& target,
                           const std::string& body = "") {
    return call_api(api, headers, method, target, body);
  }

  http::Response get(const std::string& target) { return call(http::Method::get, target); }
  http::Response post(const std::string& target, const std::string& body) { return call(http::Method::post, target, body); }

  // Registers, and returns the customer's id.
  std::string register_customer(const std::string& body) {
    const auto answer = post("/customers", body);
    EXPECT_EQ(answer.status, 200) << answer.body;
    return answer.status == 200 ? text_member(parse_json(answer.body)->as_object(), "customer_id") : std::string();
  }

  // The one customer that a search finds, as the till gets it; an empty object when there is none.
  json::object found(const std::string& encoded_key, const std::string& key_type = "") {
    const auto answer = get("/customers?key=" + encoded_key + "&key_type=" + key_type);
    EXPECT_EQ(answer.status, 200) << answer.body;
    const auto items = *parse_json(answer.body);
    return items.as_array().empty() ? json::object() : items.as_array().at(0).as_object();
  }

  json::object customer(const std::string& id) { return parse_json(get("/customers/" + id).body)->as_object(); }

  void set(json::object sitoo_v2) { set_member("sitoo_v2", std::move(sitoo_v2)); }

  // A file of fixtures/sitoo/spi_v2, `{customer_id}` filled in.
  static std::string fixture(const std::string& name, const std::string& customer_id = "") {
    return sitoo_fixture("spi_v2/" + name, "{customer_id}", customer_id);
  }

  sitoo::spi::v2::Api api{{authenticate, show_card, lookups, save_customer, show_purchases, redeem, undo, clock},
                          note_unmatched};
};

}  // namespace kassabro::testing
