#pragma once

#include <fstream>
#include <iterator>

#include "app/accept_orders.hpp"
#include "app/authenticate.hpp"
#include "app/customer_card.hpp"
#include "app/lookup_log.hpp"
#include "app/redeem_bonus_checks.hpp"
#include "app/save_customer.hpp"
#include "app/show_purchases.hpp"
#include "http/message.hpp"
#include "http/router.hpp"
#include "testing/shop.hpp"

namespace kassabro::testing {

using Headers = std::vector<std::pair<std::string, std::string>>;

// Calls an API of the SPI as the listener would hand the request over.
template <class Api>
http::Response call_api(Api& api, const Headers& headers, http::Method method, const std::string& target,
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

// A shop with all that its tills ask for, whichever contract they speak.
class Counter : public Shop {
 protected:
  // A member of the account's settings, as an operator sets it.
  void set_member(std::string_view member, json::object own) {
    account.settings[member] = std::move(own);
    file.write([&](app::Tables& tables) { tables.accounts.update(account); });
    registry.forget(account.id);
  }

  static domain::BonusCheck check_of(const std::string& id, std::int64_t value_minor = 10'000) {
    domain::BonusCheck check;
    check.id = id;
    check.name = "Bonus " + id;
    check.value_minor = check.remaining_minor = value_minor;
    check.currency = "SEK";
    return check;
  }

  void give(const std::string& contact_id, const domain::BonusCheck& check) {
    file.write([&](app::Tables& tables) { tables.bonus.save(account.id, std::stoll(contact_id), check, clock.now()); });
  }

  // What is left of a check, by the ledger.
  std::int64_t left_of(const std::string& contact_id, const std::string& check_id) {
    for (const auto& check : run(file->bonus_checks().list(account.id, std::stoll(contact_id))))
      if (check.id == check_id) return check.remaining_minor;
    return -1;
  }

  // A file below fixtures/sitoo, `{place}` filled in.
  static std::string sitoo_fixture(const std::string& name, const std::string& place, const std::string& id) {
    std::ifstream in(std::string(KASSABRO_SOURCE_DIR) + "/fixtures/sitoo/" + name);
    EXPECT_TRUE(in) << name;
    std::string text{std::istreambuf_iterator<char>(in), {}};
    while (!text.empty() && text.back() == '\n') text.pop_back();
    if (const auto at = text.find(place); at != std::string::npos) text.replace(at, place.size(), id);
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
  app::ShowCard show_card{{find_customer, file->contacts(), file->cards(), directory, file->unit_of_work(), clock},
                          std::chrono::milliseconds(700)};
  app::LookupLog lookups{file->lookups(), {}};
  app::RedeemBonusChecks redeem{file->unit_of_work(), clock};
  app::UndoRedemption undo{file->unit_of_work(), clock};
  std::vector<std::string> unmatched;
  std::function<void(const http::Request&, std::string_view)> note_unmatched = [this](const http::Request& request,
                                                                                      std::string_view path) {
    unmatched.push_back(std::string(request.method_text) + " " + std::string(path));
  };
};

// An error answer that names the field.
inline void expect_refusal(const http::Response& answer, int status, const std::string& field) {
  EXPECT_EQ(answer.status, status) << answer.body;
  const auto body = parse_json(answer.body);
  ASSERT_TRUE(body) << answer.body;
  const auto& problem = body->as_object();
  EXPECT_EQ(problem.at("statuscode"), status);
  EXPECT_FALSE(problem.at("error_code").as_string().empty());
  EXPECT_FALSE(problem.at("error_data").at("message").as_string().empty());
  if (field.empty()) return;
  EXPECT_EQ(text_member(problem.at("error_data").as_object(), "field"), field) << answer.body;
  EXPECT_NE(problem.at("errortext").as_string().find(field), std::string::npos) << answer.body;
}

}  // namespace kassabro::testing
