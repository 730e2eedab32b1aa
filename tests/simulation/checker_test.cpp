// The checker finds what it is there for.
#include "tests/simulation/checker.hpp"

#include <gmock/gmock.h>

#include "tests/simulation/story.hpp"

namespace kassabro::simulation {
namespace {

using ::testing::Contains;
using ::testing::HasSubstr;

class CheckerTest : public ::testing::Test {
 protected:
  CheckerTest() { end = story.run(); }
  std::vector<std::string> faults() { return check(story.database(), end.told, story.rule()).faults; }
  std::vector<rule::FakeRule::Content>& records() { return buyer().records["Sitoo-Order"]; }
  rule::FakeRule::Person& buyer() {
    for (auto& [id, person] : story.rule().people)
      if (person.records["Sitoo-Order"].size() > 1) return person;
    throw std::runtime_error("nobody has bought twice");
  }
  void run_sql(const char* sql) { story.database().connection().prepare(sql)->run(); }

  Story story{2, Story::Trouble::none};
  StoryEnd end;
};

TEST_F(CheckerTest, finds_nothing_where_all_is_well) { EXPECT_THAT(faults(), ::testing::IsEmpty()); }

TEST_F(CheckerTest, finds_an_order_that_is_missing_or_twice_there) {
  const auto first = records().front();
  records().erase(records().begin());
  EXPECT_THAT(faults(), Contains(HasSubstr("is not in Rule")));
  records().insert(records().begin(), 2, first);
  EXPECT_THAT(faults(), Contains(HasSubstr("is 2 times in Rule")));
}

TEST_F(CheckerTest, finds_another_order_of_things) {
  std::swap(records().front(), records().back());
  EXPECT_THAT(faults(), Contains(HasSubstr("in another order")));
}

TEST_F(CheckerTest, finds_what_no_till_has_sent) {
  records().push_back(records().front());
  records().back()["orderid"] = "invented";
  story.rule().add_person("nobody@shop.se", "");
  EXPECT_THAT(faults(),
              ::testing::IsSupersetOf({HasSubstr("order invented is in Rule"), HasSubstr("nobody@shop.se is in Rule")}));
}

TEST_F(CheckerTest, finds_people_who_are_missing_or_there_twice) {
  const auto email = buyer().email;
  story.rule().add_person(email, "");
  EXPECT_THAT(faults(), Contains(HasSubstr(email + " is 2 times in Rule")));
  std::erase_if(story.rule().people, [&](const auto& entry) { return entry.second.email == email; });
  EXPECT_THAT(faults(), Contains(HasSubstr(email + " was registered and is not in Rule")));
}

TEST_F(CheckerTest, finds_a_redemption_that_is_lost_and_a_check_that_does_not_add_up) {
  run_sql("DELETE FROM bonus_redemptions");
  EXPECT_THAT(faults(), ::testing::IsSupersetOf({HasSubstr("was accepted and is not kept"), HasSubstr("used and")}));
}

TEST_F(CheckerTest, finds_a_delivery_that_never_ends) {
  run_sql("UPDATE outbox SET state = 'pending' WHERE delivery_id = (SELECT min(delivery_id) FROM outbox)");
  EXPECT_THAT(faults(), Contains(HasSubstr("is still pending")));
}

}  // namespace
}  // namespace kassabro::simulation
