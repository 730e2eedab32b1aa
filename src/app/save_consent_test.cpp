#include "app/save_customer.hpp"
#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using testing::run;

// What the ledger and the platform learn of a choice at the till.
class SaveConsentTest : public testing::Shop {
 protected:
  domain::ContactId add(std::optional<bool> email, std::optional<bool> sms) {
    auto wanted = choice(email, sms);
    wanted.texts = {{domain::ContactField::email, "anna@shop.se", "email"}};
    return run(save.add(account, wanted, {"sitoo_v1"}))->id;
  }
  void update(domain::ContactId id, std::optional<bool> email, std::optional<bool> sms) {
    ASSERT_TRUE(run(save.update(account, std::to_string(id), choice(email, sms), {"sitoo_v1"})));
  }
  static domain::ContactChange choice(std::optional<bool> email, std::optional<bool> sms) {
    domain::ContactChange wanted;
    wanted.accepts_email = email;
    wanted.accepts_sms = sms;
    return wanted;
  }
  ConsentChoices choices(domain::ContactId id) { return run(file->contacts().consent_choices(account.id, id)); }

  SaveCustomer save{file->unit_of_work(), clock};
};

TEST_F(SaveConsentTest, what_was_not_asked_was_not_chosen) {
  const auto id = add(true, std::nullopt);
  EXPECT_TRUE(choices(id).email->accepts);
  EXPECT_EQ(choices(id).email->source, "sitoo_v1");
  EXPECT_FALSE(choices(id).sms);
}

TEST_F(SaveConsentTest, only_a_change_is_a_new_choice) {
  const auto id = add(true, true);
  const auto first = choices(id).email->at;
  clock.advance(std::chrono::hours(1));
  update(id, true, false);
  EXPECT_EQ(choices(id).email->at, first) << "the form said the same again";
  EXPECT_FALSE(choices(id).sms->accepts);
  EXPECT_EQ(choices(id).sms->at, clock.now());
}

TEST_F(SaveConsentTest, the_platform_is_told_where_the_account_wants_suppressions) {
  update(add(true, true), false, true);
  EXPECT_EQ(waiting(), (std::vector{DeliveryKind::contact_registered, DeliveryKind::contact_updated}));
  file.execute("DELETE FROM outbox; DELETE FROM contact_keys; DELETE FROM contacts");
  account.settings["consent"] = json::object{{"suppressions", true}};
  const auto id = add(std::nullopt, std::nullopt);
  EXPECT_EQ(waiting(), std::vector{DeliveryKind::contact_registered}) << "nothing was chosen";
  update(id, true, std::nullopt);
  EXPECT_EQ(waiting(),
            (std::vector{DeliveryKind::contact_registered, DeliveryKind::consent_told, DeliveryKind::contact_updated}))
      << "whoever is freed first gets what only the free get";
}

}  // namespace
}  // namespace kassabro::app
