// What becomes of an order, from Sitoo's event by way of Sitoo REST to what is stored and told: an imitation of REST behind
// the real adapters, use cases and store.
#include <ranges>

#include "app/accept_events.hpp"
#include "base/json.hpp"
#include "http/url.hpp"
#include "jobs/order_fetcher.hpp"
#include "sitoo/events/event_wire.hpp"
#include "sitoo/order/order_wire.hpp"
#include "sitoo/rest/order_source.hpp"
#include "testing/shop.hpp"

namespace kassabro::main {
namespace {

using app::DeliveryKind;
using domain::OrderState;
using domain::OrderType;
using testing::noon;
using testing::run;

// One order as REST shows it; what a test does not say is an ordinary sale of 100.00 to Anna.
struct RestOrder {
  std::int64_t id = 0;
  int state = 10;
  int type = 10;
  int quantity = 1;
  std::string email = "anna@shop.se";
  std::string additional = "{}";
  std::string payments = R"([{"name":"Card","moneyamount":"100.00"}])";
  std::int64_t credit_order_id = 0;
  std::int64_t sold_at = to_epoch_ms(noon) / 1000;

  json::object object() const {
    const bool back = quantity < 0;
    const auto signed_money = [back](const char* amount) { return (back ? "-" : "") + std::string(amount); };
    json::object line{{"orderitemid", 0},
                      {"sku", "S1"},
                      {"productname", "Skjorta"},
                      {"quantity", quantity},
                      {"vatvalue", 25},
                      {"moneyitemtotal_net", signed_money("80.00")},
                      {"moneyitemtotal_vat", signed_money("20.00")}};
    json::object order{{"orderid", id},
                       {"eshopid", 1},
                       {"email", email},
                       {"orderdate", sold_at},
                       {"orderstateid", state},
                       {"ordertypeid", type},
                       {"currencycode", "SEK"},
                       {"moneyfinal_net", signed_money("80.00")},
                       {"moneyfinal_vat", signed_money("20.00")},
                       {"moneytotal_gross_all", signed_money("100.00")},
                       {"additionaldata", *parse_json(additional)},
                       {"orderitems", json::array{line}},
                       {"payments", *parse_json(payments)}};
    order["creditorderid"] = credit_order_id == 0 ? json::value() : json::value(credit_order_id);
    return order;
  }
};

class OrderLifeTest : public testing::Shop {
 protected:
  OrderLifeTest() {
    account.sitoo_api_id = "1500-1";
    account.sitoo_password = SecretString("sandbox");
    file.write([&](app::Tables& tables) { tables.accounts.update(account); });
    insert(testing::sample_contact(7, "anna"));
  }

  // Sitoo changes the order and tells of it; the order is fetched.
  void happen(const RestOrder& order, const std::string& change = "") {
    orders[order.id] = order.object();
    tell(order.id, order.type == 100 ? "booking" : "order", change);
    fetch();
  }
  void tell(std::int64_t id, const std::string& type, const std::string& change) {
    auto data = json::object{{"eshop_id", 1}, {"order_id", id}, {"order_event_type", change.empty() ? "add" : "update"}};
    if (!change.empty()) data["order_state_changed"] = change;
    const auto body = to_json_text(json::array{json::object{
        {"event_id", std::to_string(++events)}, {"event_type", type}, {"event_date", 1}, {"data", std::move(data)}}});
    run(accept_events(account, "sitoo_events", body, *sitoo::events::parse_events(body, 1)));
  }
  void fetch() { run(fetcher.run_once()); }

  app::StoredOrder stored(std::int64_t id) {
    auto found = run(file->orders().find(account.id, std::to_string(id)));
    EXPECT_TRUE(found) << id;
    return found.value_or(app::StoredOrder{});
  }
  // Which orders are told as completed, oldest first.
  std::vector<std::string> completed() {
    std::vector<std::string> ids;
    for (const auto& row : run(file->deliveries().list({account.id, std::nullopt})))
      if (row.delivery.kind == DeliveryKind::order_completed) ids.insert(ids.begin(), row.delivery.order_id);
    return ids;
  }

  // GET /orders.json with `orderid`; the single look-up knows no order.
  Async<http::OutboundResult> rest(http::OutboundRequest request) {
    if (!trouble.empty()) {
      auto next = std::move(trouble.front());
      trouble.erase(trouble.begin());
      co_return next;
    }
    if (request.url.find("/orders.json?") == std::string::npos) co_return http::OutboundResponse{404, {}, ""};
    const http::Query query(request.url.substr(request.url.find('?') + 1));
    json::array items;
    for (const auto part : std::views::split(query.find("orderid").value_or(""), ','))
      if (const auto found = orders.find(std::stoll(std::string(part.begin(), part.end()))); found != orders.end())
        items.push_back(found->second);
    const auto total = items.size();
    co_return http::OutboundResponse{200, {}, to_json_text(json::object{{"totalcount", total}, {"items", std::move(items)}})};
  }

  std::map<std::int64_t, json::object> orders;
  std::vector<http::OutboundResult> trouble;
  int events = 0;
  boost::asio::io_context context;
  app::AccountRegistry accounts{file->accounts()};
  app::AcceptEvents accept_events{file->unit_of_work(), clock};
  app::AcceptOrders accept_orders{file->unit_of_work(), clock};
  sitoo::rest::RestClient client{[this](http::OutboundRequest request) { return rest(std::move(request)); }, clock,
                                 "http://sitoo.test"};
  sitoo::rest::RestOrderSource source{client};
  jobs::OrderFetcher fetcher{context,
                             {file->order_fetches(), accounts, source, accept_orders, clock,
                              [](const app::Account& of, std::string_view text) -> Result<domain::Order> {
                                return sitoo::parse_order(*parse_json(text), {of.currency, of.time_zone, Timestamp{}});
                              }},
                             {},
                             {}};
};

TEST_F(OrderLifeTest, a_closed_sale_is_told_once) {
  happen({.id = 1});
  EXPECT_EQ(stored(1).order.contact, 7);
  EXPECT_EQ(stored(1).order.total_minor, 10'000);
  happen({.id = 1}, "closed");
  EXPECT_EQ(completed(), std::vector<std::string>{"1"});
}

TEST_F(OrderLifeTest, an_open_order_is_kept_and_told_when_it_is_closed) {
  happen({.id = 1, .state = 0});
  EXPECT_EQ(stored(1).order.state, OrderState::open);
  EXPECT_TRUE(waiting().empty());
  happen({.id = 1, .state = 0, .quantity = 1}, "open");
  EXPECT_TRUE(waiting().empty());
  happen({.id = 1, .state = 10}, "closed");
  EXPECT_EQ(stored(1).order.state, OrderState::completed);
  EXPECT_EQ(completed(), std::vector<std::string>{"1"});
}

TEST_F(OrderLifeTest, an_order_that_is_cancelled_while_open_is_told_to_nobody) {
  happen({.id = 1, .state = 0});
  happen({.id = 1, .state = 20}, "cancelled");
  EXPECT_EQ(stored(1).order.state, OrderState::cancelled);
  EXPECT_TRUE(waiting().empty());
}

TEST_F(OrderLifeTest, a_state_of_tomorrow_completes_nothing) {
  happen({.id = 1, .state = 15});
  EXPECT_EQ(stored(1).order.state, OrderState::open);
  EXPECT_TRUE(waiting().empty());
}

TEST_F(OrderLifeTest, a_told_order_that_changes_is_told_as_changed) {
  happen({.id = 1});
  happen({.id = 1, .payments = R"([{"name":"Cash","moneyamount":"100.00"}])"}, "closed");
  EXPECT_EQ(waiting(), (std::vector{DeliveryKind::order_completed, DeliveryKind::order_changed}));
}

TEST_F(OrderLifeTest, a_refund_is_an_order_of_its_own_that_names_the_sale) {
  happen({.id = 1});
  happen({.id = 2, .quantity = -1, .payments = R"([{"name":"Card","moneyamount":"-100.00"}])", .credit_order_id = 1});
  EXPECT_EQ(stored(2).order.type, OrderType::return_);
  EXPECT_EQ(stored(2).order.credited_order_id, "1");
  EXPECT_EQ(stored(2).order.total_minor, -10'000);
  EXPECT_EQ(completed(), (std::vector<std::string>{"1", "2"}));
}

TEST_F(OrderLifeTest, the_two_orders_of_an_exchange_share_no_money) {
  const std::string with_virtual =
      R"([{"name":"Exchange","moneyamount":"100.00","additionaldata":{"virtual-payment":"true"}}])";
  happen({.id = 1, .quantity = -1, .additional = R"({"pos-refundsales-orderid":"2"})", .payments = with_virtual});
  happen({.id = 2, .additional = R"({"pos-refund-orderid":"1"})", .payments = with_virtual});
  EXPECT_TRUE(stored(1).order.payments.empty());
  EXPECT_EQ(stored(1).order.type, OrderType::return_);
  EXPECT_EQ(stored(2).order.type, OrderType::sale);
  EXPECT_EQ(completed(), (std::vector<std::string>{"1", "2"}));
}

TEST_F(OrderLifeTest, a_booking_is_told_as_the_order_it_becomes) {
  happen({.id = 1, .state = 10, .type = 100});
  EXPECT_EQ(stored(1).order.state, OrderState::open);
  EXPECT_TRUE(waiting().empty());
  happen({.id = 2, .additional = R"({"pos-sourceorderid":"1"})"});
  EXPECT_EQ(stored(2).order.source_order_id, "1");
  EXPECT_EQ(completed(), std::vector<std::string>{"2"});
}

TEST_F(OrderLifeTest, an_offline_sale_that_comes_late_keeps_its_date) {
  happen({.id = 2});
  happen({.id = 1, .sold_at = to_epoch_ms(noon) / 1000 - 86'400});
  EXPECT_EQ(stored(1).order.ordered_at, noon - std::chrono::hours(24));
  EXPECT_EQ(completed(), (std::vector<std::string>{"2", "1"}));
}

TEST_F(OrderLifeTest, the_buyer_is_whom_the_crm_id_names) {
  insert(testing::sample_contact(8, "bo"));
  happen({.id = 1, .additional = R"({"crm-customerid":"8"})"});
  EXPECT_EQ(stored(1).order.contact, 8);
}

TEST_F(OrderLifeTest, an_anonymous_sale_is_kept_and_told_to_nobody) {
  happen({.id = 1, .email = "", .additional = "[]"});
  EXPECT_FALSE(stored(1).order.contact);
  EXPECT_TRUE(waiting().empty());
}

TEST_F(OrderLifeTest, an_order_that_rest_shows_late_is_told_in_the_end) {
  tell(1, "order", "closed");
  fetch();
  orders[1] = RestOrder{.id = 1}.object();
  clock.advance(std::chrono::seconds(5));
  fetch();
  EXPECT_EQ(completed(), std::vector<std::string>{"1"});
}

TEST_F(OrderLifeTest, no_trouble_of_rest_loses_an_order) {
  const auto epoch = std::to_string(to_epoch_ms(noon) / 1000 + 60);
  for (const auto& wait : {std::pair<std::string, std::string>{"x-rate-limit-reset", epoch},
                           {"retry-after", "3"},
                           {"retry-after", "Mon, 21 Sep 2026 14:14:40 GMT"},
                           {"x-nothing", ""}})
    trouble.emplace_back(http::OutboundResponse{429, {wait}, R"({"statuscode":429,"errortext":"Too many connections"})"});
  trouble.emplace_back(http::OutboundResponse{503, {}, "<html>"});
  trouble.emplace_back(http::OutboundResponse{401, {}, ""});
  trouble.emplace_back(http::OutboundResponse{200, {}, R"({"totalcount":1,"items":[{"orderid":1,"mon)"});
  trouble.emplace_back(std::unexpected(http::TransportError{"connection reset", true, false}));
  orders[1] = RestOrder{.id = 1}.object();
  tell(1, "order", "closed");
  for (int minute = 0; minute < 60 && completed().empty(); ++minute) {
    fetch();
    clock.advance(std::chrono::minutes(1));
  }
  EXPECT_TRUE(trouble.empty());
  EXPECT_EQ(completed(), std::vector<std::string>{"1"});
}

TEST_F(OrderLifeTest, one_poisonous_order_of_a_batch_is_set_aside_with_its_field) {
  for (const std::int64_t id : {1, 2, 3}) {
    orders[id] = RestOrder{.id = id}.object();
    tell(id, "order", "closed");
  }
  orders[2]["orderdate"] = "yesterday";
  fetch();
  EXPECT_EQ(completed(), (std::vector<std::string>{"1", "3"}));
  const auto parked = run(file->order_fetches().list({account.id, app::OrderFetchState::parked}));
  ASSERT_EQ(parked.size(), 1U);
  EXPECT_TRUE(parked[0].reason.starts_with("orderdate: ")) << parked[0].reason;
  EXPECT_EQ(run(file->quarantine().list(account.id, 10)).size(), 1U);
}

}  // namespace
}  // namespace kassabro::main
