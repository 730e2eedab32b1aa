#include "sitoo/rest/order_query.hpp"

#include <gtest/gtest.h>

namespace kassabro::sitoo::rest {
namespace {

json::object row(std::string_view text) { return parse_json(text)->get_object(); }

TEST(OrderQuery, is_written_as_sitoo_documents_it) {
  OrderQuery query;
  query.eshop_id = 2;
  query.order_ids = {"11513", "11512"};
  query.count_max = 2;
  const auto text = to_query_text(query);
  EXPECT_TRUE(text.starts_with("eshopid=2&orderid=11513,11512&start=0&num=2&sort=orderid&fields=orderid,eshopid,")) << text;
  for (const char* needed : {"phone", "creditorderid", "externalid", "additionaldata", "orderitems", "payments"})
    EXPECT_NE(text.find(needed), std::string::npos) << needed;
  EXPECT_EQ(text.find("personalid"), std::string::npos) << "nobody reads it";
}

TEST(OrderQuery, ranges_are_written_when_asked_for) {
  OrderQuery query;
  query.order_id_from = 10;
  query.ordered_from = from_epoch_ms(1'700'000'000'999);
  query.ordered_to = from_epoch_ms(1'800'000'000'000);
  EXPECT_TRUE(to_query_text(query).starts_with(
      "eshopid=1&orderidfrom=10&orderdatefrom=1700000000&orderdateto=1800000000&start=0&num=500&"));
}

TEST(OrderQuery, a_row_that_was_not_asked_for_is_recognised) {
  OrderQuery by_id;
  by_id.order_ids = {"5", "6"};
  EXPECT_TRUE(satisfies(by_id, row(R"({"orderid":5,"eshopid":1})")));
  EXPECT_TRUE(satisfies(by_id, row(R"({"orderid":"6"})")));
  EXPECT_FALSE(satisfies(by_id, row(R"({"orderid":7})")));
  EXPECT_FALSE(satisfies(by_id, row(R"({"orderid":5,"eshopid":2})")));
  EXPECT_FALSE(satisfies(by_id, row(R"({"eshopid":1})")));
  OrderQuery by_range;
  by_range.order_id_from = 10;
  by_range.ordered_from = from_epoch_ms(1'000'000);
  by_range.ordered_to = from_epoch_ms(2'000'000);
  EXPECT_TRUE(satisfies(by_range, row(R"({"orderid":10,"orderdate":1000})")));
  EXPECT_FALSE(satisfies(by_range, row(R"({"orderid":9})")));
  EXPECT_FALSE(satisfies(by_range, row(R"({"orderid":10,"orderdate":999})")));
  EXPECT_FALSE(satisfies(by_range, row(R"({"orderid":10,"orderdate":2001})")));
}

}  // namespace
}  // namespace kassabro::sitoo::rest
