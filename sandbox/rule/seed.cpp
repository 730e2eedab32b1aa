#include "sandbox/rule/seed.hpp"

#include <fmt/format.h>

#include "base/time_text.hpp"
#include "sandbox/rule/field_value.hpp"
#include "sandbox/sample/dice.hpp"
#include "sandbox/sample/people.hpp"
#include "sandbox/sample/period.hpp"

namespace kassabro::sandbox::rule {
namespace {

using sample::Dice;
using sample::last_day_ms;
using sample::pick;
using sample::span_seconds;

constexpr std::int64_t subscribers_max = 1'000'000;

struct Goods {
  const char* name;
  const char* brand;
  const char* slug;
  std::int64_t price;  // in whole crowns, VAT of 25 % included
};
constexpr std::array<Goods, 6> goods{{{"T-shirt, white", "Havet", "t-shirt-white", 249},
                                      {"Jeans, slim", "Nord", "jeans-slim", 899},
                                      {"Wool socks", "Nord", "wool-socks", 129},
                                      {"Rain jacket", "Regn", "rain-jacket", 1499},
                                      {"Knitted sweater", "Havet", "knitted-sweater", 799},
                                      {"Canvas bag", "Havet", "canvas-bag", 199}}};

std::string moment(Dice& dice) {
  auto text = to_iso(from_epoch_ms(last_day_ms - 1000 * dice.below(span_seconds)));
  text[10] = ' ';
  return text.substr(0, 19);
}

// Fields are looked up once, not for each of a million values.
class Writer {
 public:
  Writer(Account& account, std::string_view group, Timestamp now)
      : account_(account), group_(account.group_named(group, now)), now_(now) {}

  Group& group() { return group_; }
  Writer& set(std::string_view field, FieldType type, std::string text) {
    const auto known = ids_.find(field);
    const auto id = known != ids_.end() ? known->second : account_.field_named(group_, field, type, now_).id;
    if (known == ids_.end()) ids_.emplace(field, id);
    values_.push_back({id, std::move(text)});
    return *this;
  }
  Writer& text(std::string_view field, std::string text) { return set(field, FieldType::text, std::move(text)); }
  void write(Subscriber& subscriber) { account_.write_values(subscriber, group_, std::exchange(values_, {}), now_); }

 private:
  Account& account_;
  Group& group_;
  Timestamp now_;
  std::map<std::string, std::int64_t, std::less<>> ids_;
  std::vector<FieldValue> values_;
};

// The names that WooCommerce's plug-in writes (contract, section 11).
void write_person(Writer& writer, Dice& dice, Subscriber& subscriber, std::int64_t number) {
  writer.text("FirstName", pick(dice, sample::first_names))
      .text("LastName", pick(dice, sample::last_names))
      .text("Number", std::to_string(number))
      .text("Street1", fmt::format("Storgatan {}", 1 + dice.below(99)))
      .text("City", pick(dice, sample::cities))
      .text("Zipcode", fmt::format("{:05}", 10'000 + dice.below(89'999)))
      .text("Country", "SE")
      .text("Source", "WooRule");
  writer.write(subscriber);
}

void write_order(Writer& writer, Dice& dice, Subscriber& subscriber, std::int64_t number) {
  std::string products = "[", names = "[", brands = "[";
  std::int64_t total = 0;
  const auto rows = 1 + dice.below(3);
  for (std::int64_t row = 0; row < rows; ++row) {
    const auto& item = pick(dice, goods);
    const auto quantity = dice.percent(80) ? 1 : 2;
    total += item.price * quantity;
    const auto* comma = row == 0 ? "" : ",";
    products += fmt::format(
        R"({}{{"brand":"{}","name":"{}","image":"https://shop.example.com/{}.jpg","price":"{:.2f}","price_vat":"{}.00",)"
        R"("vat":"{:.2f}","qty":{},"subtotal":"{:.2f}","total":"{}.00","slug":"{}"}})",
        comma, item.brand, item.name, item.slug, static_cast<double>(item.price) * 0.8, item.price,
        static_cast<double>(item.price) * 0.2, quantity, static_cast<double>(item.price * quantity) * 0.8,
        item.price * quantity, item.slug);
    names += fmt::format(R"({}"{}")", comma, item.name);
    brands += fmt::format(R"({}"{}")", comma, item.brand);
  }
  writer.text("Number", std::to_string(number))
      .set("Date", FieldType::datetime, moment(dice))
      .text("Subtotal", fmt::format("{:.2f}", static_cast<double>(total) * 0.8))
      .text("Discount", "0.00")
      .text("Shipping", "0.00")
      .text("Total", fmt::format("{}.00", total))
      .text("Vat", fmt::format("{:.2f}", static_cast<double>(total) * 0.2))
      .text("Currency", "SEK")
      .set("PaymentMethod", FieldType::multiple, R"(["Klarna"])")
      .set("Brands", FieldType::multiple, brands + "]")
      .set("Names", FieldType::multiple, names + "]")
      .set("Products", FieldType::json, products + "]");
  writer.write(subscriber);
}

std::string bonus_json(Dice& dice, std::int64_t number, std::int64_t count) {
  std::string text = "[";
  for (std::int64_t i = 1; i <= count; ++i) {
    const auto value = 50 * (1 + dice.below(4));
    const bool redeemed = dice.percent(20);
    text += fmt::format(
        R"({}{{"id":"W{}-{}","name":"Bonus {} kr","description":"","value":"{}.00","remaining":"{}.00","currency":"SEK",)"
        R"("validfrom":"2026-01-01","validto":"2030-12-31","redeemed":{},"redeemeddate":{}}})",
        i == 1 ? "" : ",", number, i, value, value, redeemed ? 0 : value, redeemed, redeemed ? R"("2026-10-01")" : "null");
  }
  return text + "]";
}

}  // namespace

Result<SeedPlan> parse_seed_plan(const json::object& body) {
  SeedPlan plan;
  plan.key = text_member(body, "key");
  if (plan.key.empty()) return fail(invalid("key", "Is missing."));
  const auto subscribers = int_member(body, "subscribers");
  if (!subscribers || *subscribers < 1 || *subscribers > subscribers_max)
    return fail(invalid("subscribers", "Must be a whole number from 1 to 1000000."));
  plan.subscribers = *subscribers;
  plan.orders = text_member(body, "orders");
  plan.bonus = bool_member(body, "bonus").value_or(false);
  plan.seed = static_cast<std::uint64_t>(int_member(body, "seed").value_or(1));
  return plan;
}

Result<Seeded> seed(State& state, const SeedPlan& plan, Timestamp now) {
  auto* account = state.account_of_key(plan.key, now);
  if (account == nullptr) return fail(not_found("key", "The key is not valid."));
  if (account->find_subscriber(IdentifiedBy::email, "web1@example.com") != nullptr)
    return fail(conflict("key", "The account has these subscribers already."));
  Seeded seeded{account->id, 0, 0, 0};
  Dice dice(plan.seed);
  Writer people(*account, "Subscriber", now);
  std::optional<Writer> orders, bonus;
  if (!plan.orders.empty()) orders.emplace(*account, plan.orders, now).group().historical = true;
  if (plan.bonus) bonus.emplace(*account, "Sitoo-Contact", now);
  const auto& newsletter = account->tag_named("Newsletter", now);
  const auto& completed = account->tag_named("OrderCompleted", now);
  for (std::int64_t number = 1; number <= plan.subscribers; ++number) {
    auto& subscriber = account->add_subscriber(now);
    subscriber.language = "sv";
    account->set_email(subscriber, fmt::format("web{}@example.com", number));
    account->set_phone(subscriber, fmt::format("+4673{:07}", 1'000'000 + number));
    write_person(people, dice, subscriber, number);
    if (dice.percent(40)) account->attach_tag(subscriber, newsletter, now);
    const auto order_count = dice.below(4), check_count = dice.below(3);
    for (std::int64_t i = 0; orders && i < order_count; ++i) write_order(*orders, dice, subscriber, 100'000 + ++seeded.records);
    if (orders && order_count > 0) account->attach_tag(subscriber, completed, now);
    if (bonus && check_count > 0) {
      bonus->set("bonuschecks", FieldType::json, bonus_json(dice, number, check_count)).write(subscriber);
      seeded.bonus_checks += check_count;
    }
    ++seeded.subscribers;
  }
  return seeded;
}

}  // namespace kassabro::sandbox::rule
