#include "app/find_customer.hpp"

#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using testing::noon;
using testing::run;
using testing::sample_contact;

class FindCustomerTest : public testing::Shop {
 protected:
  Result<FoundCustomer> search(std::string key) { return run(find.by_key(account, key)); }

  RemoteContact remote(const std::string& name, const std::string& mobile = "") {
    auto contact = sample_contact(0, name, mobile);
    contact.member_number = "";
    return {{99, false, noon}, contact};
  }

  testing::FakeDirectory directory;
  std::vector<domain::ContactId> refreshed;
  FindCustomer find{
      file->contacts(),     directory,
      file->unit_of_work(), clock,
      {60s, 700ms},         [this](const Account&, const StoredContact& stored) { refreshed.push_back(stored.contact.id); }};
};

TEST_F(FindCustomerTest, a_customer_of_ours_is_answered_without_asking_anybody) {
  insert(sample_contact(7, "anna", "+46701234567"));
  for (const char* key : {"anna@shop.se", "ANNA@shop.se", "070-123 45 67", "+46701234567", " 46701234567", "m7", "7"}) {
    const auto found = search(key);
    ASSERT_TRUE(found && found->contact) << key;
    EXPECT_EQ(found->contact->id, 7);
    EXPECT_TRUE(found->certain);
  }
  EXPECT_TRUE(directory.asked.empty());
}

TEST_F(FindCustomerTest, nothing_but_the_exact_key_finds) {
  insert(sample_contact(7, "anna", "+46701234567"));
  for (const char* key : {"anna@shop", "nna@shop.se", "070123456", "anna", "%", "m"}) {
    const auto found = search(key);
    EXPECT_TRUE(!found || !found->contact) << key;
  }
}

TEST_F(FindCustomerTest, a_key_that_cannot_be_is_refused) {
  for (const std::string& key : {std::string(), std::string("  "), std::string("a@b@c"), std::string(255, '1')}) {
    const auto found = search(key);
    ASSERT_FALSE(found) << key;
    EXPECT_EQ(found.error().code, ErrorCode::invalid);
    EXPECT_EQ(found.error().field, "key");
  }
  EXPECT_TRUE(directory.asked.empty());
}

TEST_F(FindCustomerTest, a_miss_asks_the_platform_within_the_deadline) {
  const auto found = search("0701234567");
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->contact);
  EXPECT_TRUE(found->certain);
  ASSERT_EQ(directory.asked.size(), 1U);
  EXPECT_EQ(directory.asked[0], (std::vector<domain::CustomerKey>{{domain::KeyKind::phone, "+46701234567"}}));
  EXPECT_EQ(directory.last_patience, 700ms);
}

TEST_F(FindCustomerTest, a_question_belongs_to_the_trace_of_the_search) {
  const auto trace = next_span({});
  EXPECT_TRUE(run(find.by_key(account, "0701234567", &trace)));
  EXPECT_EQ(directory.last_trace, trace);
}

TEST_F(FindCustomerTest, a_member_number_is_not_asked_for_elsewhere) {
  const auto found = search("100001");
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->contact);
  EXPECT_TRUE(found->certain);
  EXPECT_TRUE(directory.asked.empty());
}

TEST_F(FindCustomerTest, whoever_is_known_on_the_platform_becomes_ours) {
  directory.answer = remote("anna", "+46701234567");
  const auto found = search("anna@shop.se");
  ASSERT_TRUE(found && found->contact);
  EXPECT_GT(found->contact->id, 0);
  EXPECT_FALSE(found->contact->member_number.empty());
  EXPECT_EQ(found->contact->version, 1);
  const auto stored = run(file->contacts().find(account.id, found->contact->id));
  ASSERT_TRUE(stored && stored->link);
  EXPECT_EQ(stored->link->remote_id, 99);
  directory.answer = std::nullopt;
  EXPECT_EQ(search("0701234567")->contact->id, found->contact->id);
  EXPECT_EQ(directory.asked.size(), 1U);
  EXPECT_TRUE(waiting().empty()) << "the platform knows this customer already";
}

TEST_F(FindCustomerTest, whoever_is_ours_by_phone_is_linked_and_not_doubled) {
  auto ours = sample_contact(7, "anna", "+46701234567");
  ours.email.reset();
  insert(ours);
  directory.answer = remote("anna", "+46701234567");
  EXPECT_EQ(search("anna@shop.se")->contact->id, 7);
  EXPECT_EQ(count("contacts"), 1);
  EXPECT_EQ(run(file->contacts().find(account.id, 7))->link->remote_id, 99);
}

TEST_F(FindCustomerTest, an_equal_member_number_does_not_make_two_people_one) {
  insert(sample_contact(7, "anna"));
  auto bo = remote("bo");
  bo.contact.member_number = "m7";
  directory.answer = bo;
  const auto found = search("bo@shop.se");
  ASSERT_TRUE(found && found->contact);
  EXPECT_EQ(found->contact->email->text(), "bo@shop.se");
  EXPECT_NE(found->contact->id, 7);
  EXPECT_NE(found->contact->member_number, "m7");
}

TEST_F(FindCustomerTest, a_shared_second_phone_does_not_make_two_people_one) {
  insert(sample_contact(7, "anna", "+46812345678"));
  auto bo = remote("bo", "+46701234567");
  bo.contact.phone = domain::Phone::from_e164("+46812345678");
  directory.answer = bo;
  const auto found = search("bo@shop.se");
  ASSERT_TRUE(found && found->contact);
  EXPECT_NE(found->contact->id, 7);
}

TEST_F(FindCustomerTest, a_platform_that_does_not_answer_makes_nobody_uncertain) {
  directory.answer = fail({ErrorCode::unavailable, "slow", ""});
  const auto found = search("anna@shop.se");
  ASSERT_TRUE(found);
  EXPECT_FALSE(found->contact);
  EXPECT_FALSE(found->certain);
}

TEST_F(FindCustomerTest, only_an_old_copy_is_refreshed) {
  insert(sample_contact(7, "anna"));
  search("anna@shop.se");
  EXPECT_EQ(refreshed.size(), 1U) << "never seen there";
  file.write([&](Tables& tables) { tables.contacts.save_link(account.id, 7, {99, false, noon}); });
  clock.set(noon + 60s);
  search("anna@shop.se");
  EXPECT_EQ(refreshed.size(), 1U);
  clock.advance(1ms);
  search("anna@shop.se");
  EXPECT_EQ(refreshed.size(), 2U);
}

TEST_F(FindCustomerTest, by_id_finds_ours_and_refuses_what_is_no_id) {
  insert(sample_contact(7, "anna"));
  EXPECT_EQ(run(find.by_id(account, "7"))->id, 7);
  for (const char* id : {"8", "", "0", "-7", "7x", "99999999999999999999", "anna"}) {
    const auto found = run(find.by_id(account, id));
    ASSERT_FALSE(found) << id;
    EXPECT_EQ(found.error().code, ErrorCode::not_found);
    EXPECT_EQ(found.error().field, "contactid");
  }
}

}  // namespace
}  // namespace kassabro::app
