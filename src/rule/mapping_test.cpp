#include <fmt/format.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

#include "rule/contact_fields.hpp"
#include "rule/golden.hpp"
#include "rule/order_fields.hpp"
#include "rule/planner.hpp"
#include "rule/samples.hpp"

namespace kassabro::rule {
namespace {

using namespace samples;

RuleNames everything_on() {
  RuleNames names;
  names.native_groups = true;
  names.send_personal_id = true;
  return names;
}

void expect_golden(const std::string& name, const Call& call) {
  const auto text = pretty(*call.body);
  EXPECT_EQ(text, golden(name, text)) << "fixtures/rule/" << name;
}

std::string content_of(const std::vector<FieldValue>& fields, std::string_view key) {
  for (const auto& field : fields)
    if (field.key.text() == key) {
      const auto* text = std::get_if<std::string>(&field.content);
      return text != nullptr ? *text : fmt::format("{}", fmt::join(std::get<std::vector<std::string>>(field.content), "|"));
    }
  return "(absent)";
}

TEST(Mapping, of_a_customer_with_the_required_fields) {
  const RuleNames names;
  const auto shop_account = account();
  const auto entry = contact_entry({shop_account, names}, small_contact(), Empty::omit);
  expect_golden("contact_required.json",
                upsert_call({&entry, 1}, registration_tags(names, small_contact(), Person::free), Shape{}));
}

TEST(Mapping, of_a_customer_with_all_fields_and_all_groups) {
  const auto names = everything_on();
  const auto shop_account = account();
  const auto entry = contact_entry({shop_account, names}, full_contact(), Empty::omit);
  expect_golden("contact_all.json", upsert_call({&entry, 1}, registration_tags(names, full_contact(), Person::free), Shape{}));
}

TEST(Mapping, of_an_updated_customer_clears_what_was_emptied) {
  const auto names = everything_on();
  const auto shop_account = account();
  const auto entry = contact_entry({shop_account, names}, small_contact(), Empty::clear);
  expect_golden("contact_cleared.json", change_subscriber_call(1000, entry, Shape{}));
}

TEST(Mapping, of_an_order_with_the_required_fields) {
  const RuleNames names;
  const auto shop_account = account();
  const auto entry = order_entry({shop_account, names}, small_contact(), small_order());
  expect_golden("order_required.json", upsert_call({&entry, 1}, order_tags(names, small_order(), Person::free), Shape{}));
}

TEST(Mapping, of_an_order_with_all_fields_and_all_groups) {
  const auto names = everything_on();
  const auto shop_account = account();
  const auto entry = order_entry({shop_account, names}, full_contact(), full_order());
  expect_golden("order_all.json", upsert_call({&entry, 1}, order_tags(names, full_order(), Person::free), Shape{}));
}

TEST(Mapping, of_a_return) {
  const RuleNames names;
  const auto shop_account = account();
  const auto entry = order_entry({shop_account, names}, small_contact(), return_order());
  expect_golden("order_return.json", upsert_call({&entry, 1}, order_tags(names, return_order(), Person::free), Shape{}));
}

TEST(Mapping, of_an_order_to_a_record_of_v3) {
  const auto values = order_fields(everything_on(), account(), full_order());
  expect_golden("order_record.json", append_records_call(1000, values));
}

TEST(Mapping, sets_up_every_field_with_its_type) {
  auto keys = contact_keys(everything_on());
  const auto of_orders = order_keys(everything_on());
  keys.insert(keys.end(), of_orders.begin(), of_orders.end());
  expect_golden("fields.json", create_fields_call(keys));
  std::set<std::string> once;
  for (const auto& key : keys) EXPECT_TRUE(once.insert(key.text()).second) << key.text();
}

TEST(Mapping, is_told_in_the_docs_field_by_field) {
  std::ifstream file(std::string(KASSABRO_SOURCE_DIR) + "/docs/mapping.md");
  const std::string docs{std::istreambuf_iterator<char>(file), {}};
  auto keys = contact_keys(everything_on());
  const auto of_orders = order_keys(everything_on());
  keys.insert(keys.end(), of_orders.begin(), of_orders.end());
  for (const auto& key : keys)
    EXPECT_TRUE(docs.contains(fmt::format("| `{}` | {} |", key.name, to_text(key.type)))) << key.text();
}

TEST(Mapping, the_personal_number_goes_nowhere_unless_switched_on) {
  const RuleNames names;
  for (const auto& field : contact_fields(names, account(), full_contact(), Empty::omit))
    if (const auto* text = std::get_if<std::string>(&field.content)) EXPECT_FALSE(text->contains("198605159999"));
  for (const auto& key : contact_keys(names)) EXPECT_NE(key.name, "personalid");
}

TEST(Mapping, never_empties_what_a_web_shop_wrote) {
  for (const auto& field : contact_fields(everything_on(), account(), small_contact(), Empty::clear))
    if (field.key.group == Group::native_contact) EXPECT_FALSE(is_empty(field.content)) << field.key.text();
}

TEST(Mapping, tells_the_time_of_the_store_or_else_of_the_account) {
  const RuleNames names;
  EXPECT_EQ(content_of(order_fields(names, account(), full_order()), "Sitoo-Order.orderdate"), "2026-07-01 13:00:00");
  EXPECT_EQ(content_of(order_fields(names, account(), small_order()), "Sitoo-Order.orderdate"), "2026-07-01 12:00:00");
}

TEST(Mapping, keeps_the_decimals_of_the_currency) {
  auto order = small_order();
  order.currency = "KWD";
  EXPECT_EQ(content_of(order_fields(RuleNames{}, account(), order), "Sitoo-Order.total"), "12.500");
  order.currency = "JPY";
  EXPECT_EQ(content_of(order_fields(RuleNames{}, account(), order), "Sitoo-Order.total"), "12500.00");
}

TEST(Mapping, a_very_long_order_stays_within_the_size_of_a_group) {
  auto order = small_order();
  for (int i = 0; i < 2'000; ++i)
    order.lines.push_back({fmt::format("SKU-{}", i), fmt::format("Product {}", i), 1, "", "25", 80, 20, 0, {}, {}});
  std::size_t bytes = 0;
  for (const auto& field : order_fields(RuleNames{}, account(), order)) bytes += content_of({field}, field.key.text()).size();
  EXPECT_LT(bytes, 65'536U);
  EXPECT_TRUE(parse_json(content_of(order_fields(RuleNames{}, account(), order), "Sitoo-Order.products")));
  EXPECT_EQ(content_of(order_fields(RuleNames{}, account(), order), "Sitoo-Order.itemcount"), "2000");
}

TEST(Mapping, a_new_field_or_type_or_name_is_a_new_fingerprint) {
  RuleNames renamed;
  renamed.contact_group = "Kunder";
  EXPECT_EQ(fingerprint(contact_keys(RuleNames{})), fingerprint(contact_keys(RuleNames{})));
  EXPECT_NE(fingerprint(contact_keys(RuleNames{})), fingerprint(contact_keys(renamed)));
  EXPECT_NE(fingerprint(contact_keys(RuleNames{})), fingerprint(contact_keys(everything_on())));
}

TEST(Tags, of_an_order_tell_what_happened_and_nothing_of_consent) {
  auto order = full_order();
  EXPECT_EQ(tag_names(order_tags({}, order, Person::free)), (std::vector<std::string>{"OrderCompleted", "Sitoo-BonusUsed"}));
  order.type = domain::OrderType::exchange;
  EXPECT_EQ(tag_names(order_tags({}, order, Person::free)).front(), "OrderCompleted");
  EXPECT_EQ(tag_names(order_tags({}, return_order(), Person::free)), std::vector<std::string>{"RefundCompleted"});
}

TEST(Tags, of_a_cancelled_order_say_only_who_it_was) {
  auto order = full_order();
  order.state = domain::OrderState::cancelled;
  EXPECT_EQ(tag_names(order_tags({}, order, Person::free)), std::vector<std::string>{"Sitoo-Customer"});
  EXPECT_EQ(order_tags({}, order, Person::free).automation, Automation::none);
  EXPECT_EQ(content_of(order_fields(RuleNames{}, account(), order), "Sitoo-Order.state"), "cancelled");
}

TEST(Tags, start_nothing_for_a_blocked_person) {
  EXPECT_EQ(order_tags({}, full_order(), Person::free).automation, Automation::reset);
  EXPECT_EQ(order_tags({}, full_order(), Person::blocked).automation, Automation::none);
}

TEST(Tags, newsletter_takes_a_consent_and_no_opt_out) {
  EXPECT_EQ(tag_names(registration_tags({}, full_contact(), Person::free)),
            (std::vector<std::string>{"Sitoo-Customer", "Newsletter"}));
  EXPECT_EQ(tag_names(registration_tags({}, full_contact(), Person::blocked)), std::vector<std::string>{"Sitoo-Customer"});
  auto letters_only = full_contact();
  letters_only.consent = {false, false, true, {}};
  EXPECT_EQ(tag_names(registration_tags({}, letters_only, Person::free)), std::vector<std::string>{"Sitoo-Customer"});
}

TEST(Tags, occur_once_and_an_empty_name_is_none) {
  RuleNames names;
  names.bonus_tag = names.order_tag;
  EXPECT_EQ(tag_names(order_tags(names, full_order(), Person::free)), std::vector<std::string>{"OrderCompleted"});
  names.bonus_tag = "";
  EXPECT_EQ(tag_names(order_tags(names, full_order(), Person::free)), std::vector<std::string>{"OrderCompleted"});
}

}  // namespace
}  // namespace kassabro::rule
