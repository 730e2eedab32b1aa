#include "rule/explain.hpp"

#include <gtest/gtest.h>

#include "rule/golden.hpp"
#include "rule/samples.hpp"

namespace kassabro::rule {
namespace {

TEST(Explain, shows_the_calls_of_an_order_and_why_each_field_is_as_it_is) {
  const auto told = explain(samples::account(), samples::full_contact(), samples::full_order());
  ASSERT_TRUE(told);
  const auto text = pretty(*told);
  EXPECT_EQ(text, golden("explain_order.json", text));
}

TEST(Explain, shows_the_calls_of_a_registration) {
  const auto told = explain(samples::account(), samples::small_contact(), std::nullopt);
  const auto& call = told->at("calls").as_array().back().as_object();
  EXPECT_EQ(call.at("path"), "/v2/subscribers");
  EXPECT_EQ(call.at("tags").as_array().front().at("tag"), "Sitoo-Customer");
}

TEST(Explain, an_anonymous_purchase_goes_nowhere) {
  const auto told = explain(samples::account(), domain::Contact{}, samples::full_order());
  EXPECT_TRUE(told->at("calls").as_array().empty());
}

TEST(Explain, a_fault_in_the_settings_is_an_error) {
  auto account = samples::account();
  account.settings["rule"] = json::object{{"x", 1}};
  EXPECT_EQ(explain(account, samples::small_contact(), std::nullopt).error().field, "rule.x");
}

}  // namespace
}  // namespace kassabro::rule
