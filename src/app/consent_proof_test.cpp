#include "app/consent_proof.hpp"

#include <gtest/gtest.h>

#include "testing/samples.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using testing::noon;

class ConsentProof : public ::testing::Test {
 protected:
  static json::array offer(const char* id, const char* name) {
    return {json::object{{"consent_id", id}, {"name", name}, {"description", std::string("About ") + name}}};
  }
  // The account with other consents than before, as ManageAccounts notes it.
  void change(const char* group, json::array offered, Timestamp at) {
    auto after = account;
    auto& own = after.settings[group];
    if (!own.is_object()) own = json::object();
    own.get_object()["consents"] = std::move(offered);
    AccountChanged made;
    made.at = at;
    made.members = changed_members(account, after);
    known.changes.insert(known.changes.begin(), made);
    account = after;
  }
  void record(Timestamp at, const char* source, std::vector<std::string> accepted) {
    ConsentRecord made;
    made.version = static_cast<std::int64_t>(records.size()) + 1;
    made.at = at;
    made.origin.source = source;
    made.consent.accepted = std::move(accepted);
    records.insert(records.begin(), made);
  }
  std::vector<ProvenRecord> proof() const { return prove_consents(account, known, records); }
  // "chosen club: Old", "held club: Old", "withdrawn club: ?" ... of the record, counted from the newest.
  std::string told(std::size_t place) const {
    std::string out;
    for (const auto& one : proof().at(place).consents)
      out += (out.empty() ? "" : ", ") +
             std::string(!one.accepts ? "withdrawn "
                         : one.chosen ? "chosen "
                                      : "held ") +
             one.id + ": " + (one.wording ? one.wording->name : "?");
    return out;
  }

  Account account = testing::sample_account(1);
  KnownChanges known;
  std::vector<ConsentRecord> records;
};

TEST_F(ConsentProof, shows_the_words_of_the_day_on_which_they_were_agreed_to) {
  change("sitoo_v1", offer("club", "Old words"), noon);
  record(noon + 1h, "sitoo_v1", {"club"});
  change("sitoo_v1", offer("club", "New words"), noon + 2h);
  record(noon + 3h, "sitoo_v1", {"club"});
  EXPECT_EQ(told(1), "chosen club: Old words");
  EXPECT_EQ(told(0), "held club: Old words") << "nobody agreed to the new ones";
  EXPECT_EQ(proof().at(1).consents.at(0).wording->description, "About Old words");
}

TEST_F(ConsentProof, tells_what_was_taken_back_and_given_again) {
  change("sitoo_v1", offer("club", "Old words"), noon);
  record(noon + 1h, "sitoo_v1", {"club"});
  record(noon + 2h, "sitoo_v1", {});
  change("sitoo_v1", offer("club", "New words"), noon + 3h);
  record(noon + 4h, "sitoo_v1", {"club"});
  EXPECT_EQ(told(1), "withdrawn club: Old words");
  EXPECT_EQ(told(0), "chosen club: New words");
}

TEST_F(ConsentProof, a_till_of_the_second_contract_offers_its_own_or_else_the_firsts) {
  change("sitoo_v1", offer("club", "First"), noon);
  record(noon + 1h, "sitoo_v2", {"club"});
  change("sitoo_v2", offer("club", "Second"), noon + 2h);
  record(noon + 3h, "sitoo_v2", {});
  record(noon + 4h, "sitoo_v2", {"club"});
  EXPECT_EQ(told(2), "chosen club: First");
  EXPECT_EQ(told(0), "chosen club: Second");
}

TEST_F(ConsentProof, says_that_it_does_not_know_what_it_does_not_know) {
  record(noon, "sitoo_v1", {"club"});
  change("sitoo_v1", offer("club", "Later words"), noon + 1h);
  EXPECT_EQ(told(0), "chosen club: ?") << "nothing of this id was offered then";
  record(noon + 2h, "rule", {"club", "letters"});
  EXPECT_EQ(told(0), "held club: ?, chosen letters: ?") << "what Rule's forms say is not told to us";
}

TEST_F(ConsentProof, does_not_take_todays_words_for_those_of_a_time_of_which_nothing_is_kept) {
  change("sitoo_v1", offer("club", "Words"), noon);
  record(noon + 1h, "sitoo_v1", {"club"});
  known.changes.clear();
  EXPECT_EQ(told(0), "chosen club: Words") << "there never was a change";
  known.reach_back = false;
  EXPECT_EQ(told(0), "chosen club: ?");
}

TEST_F(ConsentProof, a_choice_in_rule_that_is_heard_of_late_does_not_date_back_the_words_of_the_record_before) {
  change("sitoo_v1", offer("club", "Old words"), noon);
  change("sitoo_v1", offer("club", "New words"), noon + 2h);
  record(noon + 3h, "sitoo_v1", {"club"});
  record(noon + 1h, "rule", {"club"});
  EXPECT_EQ(told(1), "chosen club: New words");
  EXPECT_EQ(told(0), "held club: New words");
}

TEST_F(ConsentProof, other_settings_and_members_of_the_account_do_not_matter) {
  change("sitoo_v1", offer("club", "Words"), noon);
  record(noon + 1h, "sitoo_v1", {"club"});
  AccountChanged renamed;
  renamed.at = noon + 2h;
  renamed.members = {{{"name"}, "Old", "New", false}, {{"settings", "rule", "order_tag"}, nullptr, "Sale", false}};
  known.changes.insert(known.changes.begin(), renamed);
  EXPECT_EQ(told(0), "chosen club: Words");
}

}  // namespace
}  // namespace kassabro::app
