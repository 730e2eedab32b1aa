#include "app/customer_card.hpp"

#include "testing/bonus_shop.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using testing::noon;
using testing::run;
using testing::sample_bonus_check;
using testing::sample_order;

class CustomerCardTest : public testing::BonusShop {
 protected:
  void link(domain::ContactId contact, Timestamp checked_at) {
    file.write([&](Tables& tables) { tables.contacts.save_link(account.id, contact, {12, false, checked_at}); });
  }
  CustomerCard card(const std::string& id = "7", CardDepth depth = CardDepth::all) {
    const auto found = run(show.by_id(account, id, depth));
    EXPECT_TRUE(found);
    return *found;
  }

  testing::FakeDirectory directory;
  std::vector<domain::ContactId> offered;
  FindCustomer find{
      file->contacts(), directory, file->unit_of_work(), clock, {}, [this](const Account&, const StoredContact& stored) {
        offered.push_back(stored.contact.id);
      }};
  ShowCard show{{find, file->contacts(), file->cards(), directory, file->unit_of_work(), clock}, 700ms};
};

TEST_F(CustomerCardTest, a_fresh_card_asks_nobody) {
  link(anna, noon);
  const auto shown = card();
  EXPECT_TRUE(shown.up_to_date);
  EXPECT_EQ(shown.bonus_checks.size(), 1U);
  EXPECT_EQ(directory.questions(), 0U);
  EXPECT_TRUE(offered.empty());
}

TEST_F(CustomerCardTest, an_old_card_with_open_checks_is_read_anew_at_once) {
  link(anna, noon - 2min);
  RemoteContact remote;
  remote.link = {12, false, noon};
  remote.bonus = RemoteBonus{true, "", {sample_bonus_check("B1"), sample_bonus_check("B2")}, {}, {}};
  directory.answer = remote;
  const auto shown = card();
  EXPECT_TRUE(shown.up_to_date);
  EXPECT_EQ(shown.bonus_checks.size(), 2U) << "the edit made on the platform";
  EXPECT_EQ(directory.last_patience, 700ms);
}

TEST_F(CustomerCardTest, an_old_card_without_checks_answers_at_once_and_is_refreshed_behind) {
  link(bo, noon - 2min);
  EXPECT_TRUE(card("8").up_to_date);
  EXPECT_EQ(offered, std::vector<domain::ContactId>{bo});
  EXPECT_EQ(directory.questions(), 0U);
}

TEST_F(CustomerCardTest, what_could_not_be_asked_is_shown_and_marked_and_not_asked_again_for_a_while) {
  link(anna, noon - 2min);
  directory.answer = fail({ErrorCode::unavailable, "slow", ""});
  EXPECT_FALSE(card().up_to_date);
  EXPECT_EQ(card().bonus_checks.size(), 1U);
  EXPECT_EQ(directory.questions(), 1U) << "the second card did not wait";
  clock.advance(11s);
  card();
  EXPECT_EQ(directory.questions(), 2U);
}

TEST_F(CustomerCardTest, an_account_whose_key_is_refused_says_that_its_cards_may_be_old) {
  link(anna, noon);
  account.status = AccountStatus::key_refused;
  EXPECT_FALSE(card().up_to_date);
}

TEST_F(CustomerCardTest, nobody_found_is_certain_only_when_the_platform_answered) {
  EXPECT_TRUE(run(show.by_key(account, "nobody@shop.se", CardDepth::all))->certain);
  directory.answer = fail({ErrorCode::unavailable, "slow", ""});
  const auto found = run(show.by_key(account, "nobody@shop.se", CardDepth::all));
  EXPECT_FALSE(found->card);
  EXPECT_FALSE(found->certain);
}

TEST_F(CustomerCardTest, purchases_of_every_channel_are_summed_up) {
  account.settings["card"] = json::object{
      {"sections",
       json::array{json::object{{"title", "Purchases"},
                                {"values", json::array{json::object{{"title", "Number"}, {"source", "purchase_count"}}}}}}}};
  auto sale = sample_order("1", noon - 2h);
  sale.contact_ref = "7";
  sale.store = "City";
  accept(sale);
  auto web = sample_order("W1", noon - 1h);
  web.channel = "Webshop";
  web.total_minor = 5'000;
  file.write([&](Tables& tables) { tables.channel_purchases.replace(account.id, anna, {web}); });
  const auto shown = card();
  EXPECT_EQ(shown.purchases.count, 2);
  EXPECT_EQ(shown.purchases.total_minor, 15'000);
  EXPECT_EQ(shown.purchases.last_store, "Webshop");
  EXPECT_EQ(shown.purchases.last_at, noon - 1h);
  EXPECT_EQ(shown.purchases.last_total_minor, 5'000);
}

}  // namespace
}  // namespace kassabro::app
