#include "sandbox/sitoo/rest.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "http/url.hpp"
#include "sandbox/sitoo/crm_client.hpp"
#include "sandbox/sitoo/seed.hpp"
#include "sandbox/sitoo/z_reports.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

struct Rest {
  Books books;
  std::string authorization = "Basic " + base64_text("1500-1:sandbox");

  http::Response get(const std::string& target) {
    http::Request request;
    request.method = http::Method::get;
    request.target = target;
    request.headers = {{"Authorization", authorization}};
    return answer_rest(books, request, request.path());
  }
  json::object list(const std::string& query) {
    return parse_json(get("/v2/accounts/1500/orders.json" + query).body)->get_object();
  }
  std::vector<std::int64_t> ids(const std::string& query) {
    std::vector<std::int64_t> out;
    for (const auto& order : list(query).at("items").as_array()) out.push_back(order.at("orderid").as_int64());
    return out;
  }
};

TEST(SitooRest, needs_the_password_and_the_account) {
  Rest rest;
  EXPECT_EQ(rest.get("/v2/accounts/1500/sites.json").status, 200);
  EXPECT_EQ(rest.get("/v2/accounts/1501/sites.json").status, 404);
  EXPECT_EQ(rest.get("/v2/accounts/1500/sites/2/orders.json").status, 404);
  rest.authorization = "Basic bm8=";
  EXPECT_EQ(rest.get("/v2/accounts/1500/sites.json").status, 401);
}

TEST(SitooRest, the_guid_of_a_site_gives_an_empty_list) {
  Rest rest;
  seed(rest.books, {5, 20, 1});
  EXPECT_EQ(rest.get("/v2/accounts/1500/sites/%7B8C0A1E52-0C55-4A4E-9A53-6F6B1F5B7A01%7D/orders.json").body,
            R"({"totalcount":0,"items":[]})");
}

TEST(SitooRest, lists_ten_orders_newest_first_unless_told_otherwise) {
  Rest rest;
  seed(rest.books, {5, 30, 1});
  const auto newest = rest.ids("");
  ASSERT_EQ(newest.size(), 10U);
  EXPECT_EQ(newest.front(), 11'530);
  EXPECT_EQ(rest.list("").at("totalcount").to_number<int>(), 30);
  EXPECT_EQ(rest.ids("?sort=orderid&orderidfrom=11505&orderidto=11507"), (std::vector<std::int64_t>{11'505, 11'506}));
  EXPECT_EQ(rest.ids("?orderid=11501,11503&start=1"), (std::vector<std::int64_t>{11'501}));
  EXPECT_EQ(rest.ids("?num=100&nonsense=1").size(), 30U) << "unknown parameters are ignored";
  rest.books.switches.list_items_max = 7;
  EXPECT_EQ(rest.ids("?num=100").size(), 7U) << "cut silently";
}

TEST(SitooRest, receipt_and_credit_order_override_the_order_id) {
  Rest rest;
  seed(rest.books, {20, 300, 1});
  for (const auto& [id, order] : rest.books.orders) {
    if (order.credit_order_id == 0) continue;
    EXPECT_EQ(rest.ids("?orderid=1&receiptid=" + order.receipt_id), (std::vector<std::int64_t>{id}));
    EXPECT_EQ(rest.ids("?orderid=1&creditorderid=" + std::to_string(order.credit_order_id)).back(), id);
    return;
  }
  FAIL() << "the seed makes returns";
}

TEST(SitooRest, dates_are_inclusive_and_states_are_numbers) {
  Rest rest;
  seed(rest.books, {20, 300, 1});
  const auto at = std::to_string(to_epoch_ms(rest.books.orders.at(11'600).sold_at) / 1000);
  const auto found = rest.ids("?num=100&orderdatefrom=" + at + "&orderdateto=" + at);
  EXPECT_NE(std::ranges::find(found, 11'600), found.end());
  for (const auto id : rest.ids("?num=300&orderstate=20")) EXPECT_EQ(rest.books.orders.at(id).state, OrderState::cancelled);
  EXPECT_FALSE(rest.ids("?num=300&ordertype=100").empty());
}

TEST(SitooRest, the_list_leaves_out_what_must_be_asked_for) {
  Rest rest;
  seed(rest.books, {20, 5, 1});
  const auto plain = rest.list("").at("items").as_array()[0].as_object();
  EXPECT_FALSE(plain.contains("phone"));
  EXPECT_TRUE(plain.contains("orderitems"));
  const auto asked = rest.list("?fields=orderid,phone,creditorderid").at("items").as_array()[0].as_object();
  EXPECT_EQ(asked.size(), 3U);
  EXPECT_EQ(rest.get("/v2/accounts/1500/sites/1/orders/11501.json").status, 200);
  EXPECT_EQ(rest.get("/v2/accounts/1500/sites/1/orders/99999.json").status, 404);
}

TEST(SitooRest, of_a_repeated_list_the_last_counts_and_brackets_make_a_list) {
  Rest rest;
  seed(rest.books, {5, 30, 1});
  EXPECT_EQ(rest.ids("?sort=orderid&orderid=11501&orderid=11502,11504"), (std::vector<std::int64_t>{11'502, 11'504}));
  EXPECT_EQ(rest.ids("?sort=orderid&orderid[]=11501&orderid%5B%5D=11502"), (std::vector<std::int64_t>{11'501, 11'502}));
  EXPECT_EQ(rest.ids("?orderidfrom=11510&orderidto=11505"), std::vector<std::int64_t>{});
  EXPECT_EQ(rest.list("?num=2&orderidfrom=11521").at("totalcount").to_number<int>(), 10);
}

TEST(SitooRest, shows_a_single_store_warehouse_register_and_user) {
  Rest rest;
  seed(rest.books, {5, 5, 1});
  const std::string site = "/v2/accounts/1500/sites/1/";
  EXPECT_EQ(rest.get(site + "stores/2.json").status, 200);
  EXPECT_EQ(rest.get(site + "warehouses/3").status, 200);
  EXPECT_EQ(rest.get(site + "cashregisters/%7B3CCB9848-155A-49E1-7CA8-5F7F78FC0001%7D.json").status, 200);
  EXPECT_EQ(rest.get(site + "users/" + http::percent_encode(rest.books.customers[0].user_id)).status, 200);
  for (const char* path : {"stores/9", "warehouses/9", "cashregisters/9", "users/9"})
    EXPECT_EQ(rest.get(site + path).status, 404) << path;
}

TEST(SitooRest, an_empty_map_can_be_a_list) {
  Rest rest;
  seed(rest.books, {5, 5, 1});
  const auto item_data = [&] {
    const auto order = parse_json(rest.get("/v2/accounts/1500/sites/1/orders/11501").body)->as_object();
    return order.at("payments").as_array().at(0).at("additionaldata");
  };
  EXPECT_TRUE(item_data().is_object());
  rest.books.switches.empty_data_as_array = true;
  EXPECT_TRUE(item_data().is_array());
}

TEST(SitooRest, z_reports_add_up_what_was_sold_since_the_last_one) {
  Rest rest;
  seed(rest.books, {5, 60, 1});
  Timestamp last;
  for (const auto& [_, order] : rest.books.orders) last = std::max(last, order.sold_at);
  const auto closed = close_register(rest.books, {}, last);
  ASSERT_TRUE(closed);
  EXPECT_GT(closed->receipts, 0);
  EXPECT_EQ(close_register(rest.books, {}, last + std::chrono::hours(1))->receipts, 0);
  EXPECT_EQ(close_register(rest.books, {{"register", 9}}, last).error().field, "register");
  const auto list = [&](const std::string& query) {
    return parse_json(rest.get("/v2/accounts/1500/pos-z-reports" + query).body)->as_array();
  };
  ASSERT_EQ(list("").size(), 2U) << "a bare array";
  EXPECT_EQ(list("")[0].at("numreceipts").as_int64(), closed->receipts);
  EXPECT_EQ(list("?dateaddedfrom=" + std::to_string(to_epoch_ms(last) / 1000 + 1)).size(), 1U);
  EXPECT_EQ(list("?store_id=200").size(), 0U);
}

}  // namespace
}  // namespace kassabro::sandbox::sitoo
