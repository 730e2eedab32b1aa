#include "app/doctor.hpp"

#include "app/merge_bonus_checks.hpp"
#include "testing/bonus_shop.hpp"

namespace kassabro::app {
namespace {

using testing::noon;
using testing::run;

class DoctorTest : public testing::BonusShop {
 protected:
  std::vector<Ailment> ailments(std::optional<AccountId> of = std::nullopt) {
    std::vector<Ailment> found;
    for (const auto& finding : run(doctor.examine(of))) found.push_back(finding.ailment);
    return found;
  }
  void break_field(domain::ContactId contact) {
    file.write([&](Tables& tables) {
      merge_remote_bonus(tables, account, contact, {false, "{broken", {}, {}, {"This is not a list."}}, TellBack::no, noon);
    });
  }

  Doctor doctor{file->doctor(), file->unit_of_work(), clock};
};

TEST_F(DoctorTest, a_healthy_shop_has_no_findings) { EXPECT_TRUE(ailments().empty()); }

TEST_F(DoctorTest, everything_that_needs_an_eye_is_listed) {
  break_field(anna);
  accept(sale_with("1", "B1"));
  accept(sale_with("2", "B1"));
  accept(sale_with("3", "NOBODY'S"));
  file.write([&](Tables& tables) {
    tables.quarantine.save(account.id, "sitoo_events", "not JSON", "?", noon);
    tables.accounts.set_status(account.id, AccountStatus::key_refused);
  });
  run(file->deliveries().park(account.id, {run(file->deliveries().list({account.id, std::nullopt, 1})).at(0).delivery.id}, "x",
                              noon));
  EXPECT_EQ(ailments(), (std::vector{Ailment::bonus_field, Ailment::overspent_check, Ailment::unknown_check,
                                     Ailment::quarantined, Ailment::parked_delivery, Ailment::refused_key}));
  EXPECT_EQ(ailments(account.id).size(), 6U);
  EXPECT_TRUE(ailments(2).empty());
}

TEST_F(DoctorTest, a_broken_field_is_written_anew_and_what_stood_there_is_kept) {
  for (const auto contact : {anna, bo}) break_field(contact);
  EXPECT_EQ(run(doctor.repair(account.id)), 2U);
  EXPECT_EQ(waiting(), std::vector(2, DeliveryKind::bonus_field_repaired));
  EXPECT_EQ(file.count("SELECT count(*) FROM quarantine WHERE body = '{broken' AND source = 'rule_bonus_field'"), 2);
  EXPECT_EQ(run(doctor.repair(account.id)), 0U);
}

}  // namespace
}  // namespace kassabro::app
