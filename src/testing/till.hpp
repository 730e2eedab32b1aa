#pragma once

#include <fstream>
#include <iterator>

#include "sitoo/spi/v1/api.hpp"
#include "testing/shop.hpp"

namespace kassabro::testing {

// A till that speaks SPI v1 with a shop, as the listener would hand its requests over.
class Till : public Shop {
 protected:
  using Headers = std::vector<std::pair<std::string, std::string>>;

  http::Response call(http::Method method, const std::string& target, const std::string& body = "") {
    return call_with({{"Authorization", "Bearer kt_shop_1"}}, method, target, body);
  }

  http::Response call_with(const Headers& headers, http::Method method, const std::string& target,
                           const std::string& body = "") {
    http::Request request;
    request.method = method;
    request.method_text = http::method_name(method);
    request.target = target;
    for (const auto& [name, value] : headers) request.headers.emplace_back(name, value);
    request.body = body;
    request.peer = "10.0.0.1";
    const auto path = http::normal_path(request.path());
    return run(api.handle(request, path));
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
  void set(json::object sitoo_v1) {
    account.settings["sitoo_v1"] = std::move(sitoo_v1);
    file.write([&](app::Tables& tables) { tables.accounts.update(account); });
    registry.forget(account.id);
  }

  // A file of fixtures/sitoo/spi_v1, `{contactid}` filled in.
  static std::string fixture(const std::string& name, const std::string& contact_id = "") {
    std::ifstream in(std::string(KASSABRO_SOURCE_DIR) + "/fixtures/sitoo/spi_v1/" + name);
    EXPECT_TRUE(in) << name;
    std::string text{std::istreambuf_iterator<char>(in), {}};
    while (!text.empty() && text.back() == '\n') text.pop_back();
    const std::string place = "{contactid}";
    if (const auto at = text.find(place); at != std::string::npos) text.replace(at, place.size(), contact_id);
    return text;
  }

  FakeDirectory directory;
  FakeKeyProbe probe;
  app::ProbeGuard guard{clock};
  app::AccountRegistry registry{file->accounts()};
  app::Authenticate authenticate{registry, probe, file->unit_of_work(), guard, clock, {}};
  app::FindCustomer find_customer{file->contacts(), directory, file->unit_of_work(), clock, {}, {}};
  app::SaveCustomer save_customer{file->unit_of_work(), clock};
  app::AcceptOrders accept_orders{file->unit_of_work(), clock};
  app::ShowPurchases show_purchases{file->contacts(), file->orders(), file->channel_purchases()};
  std::vector<std::string> unmatched;
  sitoo::spi::v1::Api api{{authenticate, find_customer, save_customer, accept_orders, show_purchases, clock},
                          [this](std::string_view method, std::string_view path) {
                            unmatched.push_back(std::string(method) + " " + std::string(path));
                          }};
};

}  // namespace kassabro::testing
