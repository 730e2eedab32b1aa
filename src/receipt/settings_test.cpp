#include "receipt/settings.hpp"

#include <gtest/gtest.h>

#include "receipt/read_receipt.hpp"

namespace kassabro::receipt {
namespace {

std::string fault_of(const char* text) {
  const auto settings = parse_settings(parse_json(text)->get_object());
  return settings ? "" : settings.error().field;
}

TEST(ReceiptSettings, name_the_shop_and_what_stands_below_it) {
  const auto settings = parse_settings(parse_json(R"({"shop":"Åsas","details":["Storgatan 1"]})")->get_object());
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->shop, "Åsas");
  EXPECT_EQ(settings->details, std::vector<std::string>{"Storgatan 1"});
}

TEST(ReceiptSettings, what_is_misspelt_is_refused_by_name) {
  EXPECT_EQ(fault_of("{}"), "");
  EXPECT_EQ(fault_of(R"({"name":"x"})"), "receipt.name");
  EXPECT_EQ(fault_of(R"({"shop":5})"), "receipt.shop");
  EXPECT_EQ(fault_of(R"({"details":"x"})"), "receipt.details");
  EXPECT_EQ(fault_of(R"({"details":["a",1]})"), "receipt.details[1]");
  EXPECT_EQ(fault_of(R"({"details":["","","","","","","","",""]})"), "receipt.details");
}

// A receipt is shown all the same when settings of an older program cannot be read.
TEST(ReceiptSettings, faulty_ones_leave_the_accounts_name) {
  app::Account account;
  account.name = "Shop";
  account.country = "NO";
  account.settings = parse_json(R"({"receipt":{"shop":"Åsas","details":"x"}})")->get_object();
  EXPECT_EQ(surroundings_of(account, std::nullopt).shop, "Shop");
  EXPECT_EQ(surroundings_of(account, std::nullopt).language, Language::english);
  EXPECT_EQ(surroundings_of(account, Language::swedish).language, Language::swedish);
  account.settings = parse_json(R"({"receipt":{"shop":"Åsas"}})")->get_object();
  EXPECT_EQ(surroundings_of(account, std::nullopt).shop, "Åsas");
}

}  // namespace
}  // namespace kassabro::receipt
