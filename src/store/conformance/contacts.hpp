#pragma once

#include "store/conformance/suite.hpp"

namespace kassabro::store::conformance {

using domain::KeyKind;

TEST_P(StoreConformance, a_contact_comes_back_as_it_went_in) {
  auto contact = sample_contact(7, "åsa", "+46701234567");
  contact.phone = domain::Phone::from_e164("+46812345678");
  contact.last_name = "Ek \"O'Hara\" \u00e9";
  contact.personal_id = "8605151234";
  contact.company = "Ek AB";
  contact.company_id = "556677-8899";
  contact.gender = "female";
  contact.birthday = parse_date("1986-05-15");
  contact.invoice = {"10 Main St.", "2 tr", "11122", "Townsville", "T", "SE"};
  contact.delivery = {"Box 1", "", "33344", "Göteborg", "", "SE"};
  contact.consent = {true, false, true, {"1", "2"}};
  contact.store = "200";
  ASSERT_TRUE(insert(shop, contact));
  const auto back = stored(shop, 7);
  ASSERT_TRUE(back);
  EXPECT_FALSE(back->link);
  const auto& found = back->contact;
  EXPECT_EQ(found.member_number, contact.member_number);
  EXPECT_EQ(found.email, contact.email);
  EXPECT_EQ(found.mobile, contact.mobile);
  EXPECT_EQ(found.phone, contact.phone);
  EXPECT_EQ(found.first_name, contact.first_name);
  EXPECT_EQ(found.last_name, contact.last_name);
  EXPECT_EQ(found.personal_id, contact.personal_id);
  EXPECT_EQ(found.company, contact.company);
  EXPECT_EQ(found.company_id, contact.company_id);
  EXPECT_EQ(found.gender, contact.gender);
  EXPECT_EQ(found.birthday, contact.birthday);
  EXPECT_EQ(found.invoice, contact.invoice);
  EXPECT_EQ(found.delivery, contact.delivery);
  EXPECT_EQ(found.consent, contact.consent);
  EXPECT_EQ(found.store, contact.store);
  EXPECT_EQ(found.registered_at, contact.registered_at);
  EXPECT_EQ(found.version, 1);
}

TEST_P(StoreConformance, a_contact_is_found_by_each_of_its_keys) {
  auto contact = sample_contact(7, "anna", "+46701234567");
  contact.phone = domain::Phone::from_e164("+46812345678");
  ASSERT_TRUE(insert(shop, contact));
  EXPECT_EQ(owner_of(shop, KeyKind::email, "anna@shop.se"), 7);
  EXPECT_EQ(owner_of(shop, KeyKind::phone, "+46701234567"), 7);
  EXPECT_EQ(owner_of(shop, KeyKind::phone, "+46812345678"), 7);
  EXPECT_EQ(owner_of(shop, KeyKind::member_number, "m7"), 7);
  EXPECT_EQ(owner_of(shop, KeyKind::contact_id, "7"), 7);
  EXPECT_EQ(owner_of(shop, KeyKind::email, "anna@shop"), 0);
  EXPECT_EQ(owner_of(shop, KeyKind::phone, "+4670123456"), 0);
}

TEST_P(StoreConformance, the_first_key_that_somebody_has_decides) {
  ASSERT_TRUE(insert(shop, sample_contact(7, "anna")));
  ASSERT_TRUE(insert(shop, sample_contact(8, "bo")));
  const std::vector<domain::CustomerKey> keys{
      {KeyKind::phone, "+46701234567"}, {KeyKind::member_number, "m8"}, {KeyKind::contact_id, "7"}};
  EXPECT_EQ(run(store->contacts().find_by_keys(shop, keys))->contact.id, 8);
}

TEST_P(StoreConformance, a_second_phone_may_be_shared_and_finds_whoever_had_it_first) {
  ASSERT_TRUE(insert(shop, sample_contact(7, "anna", "+46812345678")));
  auto bo = sample_contact(8, "bo", "+46701234567");
  bo.phone = domain::Phone::from_e164("+46812345678");
  ASSERT_TRUE(insert(shop, bo));
  EXPECT_EQ(owner_of(shop, KeyKind::phone, "+46812345678"), 7);
  EXPECT_EQ(stored(shop, 8)->contact.phone, bo.phone);
}

TEST_P(StoreConformance, a_conflict_names_the_key_and_leaves_nothing_behind) {
  ASSERT_TRUE(insert(shop, sample_contact(7, "anna", "+46701234567")));
  auto by_email = sample_contact(8, "anna", "+46701111111");
  auto by_phone = sample_contact(8, "bo", "+46701234567");
  auto by_number = sample_contact(8, "bo", "+46701111111");
  by_number.member_number = "m7";
  for (const auto& [contact, field] :
       {std::pair{by_email, "email"}, std::pair{by_phone, "mobile"}, std::pair{by_number, "member_number"}}) {
    const auto refused = insert(shop, contact);
    ASSERT_FALSE(refused) << field;
    EXPECT_EQ(refused.error().code, ErrorCode::conflict);
    EXPECT_EQ(refused.error().field, field);
    EXPECT_FALSE(stored(shop, 8));
    EXPECT_NE(owner_of(shop, KeyKind::email, "bo@shop.se"), 8);
    EXPECT_NE(owner_of(shop, KeyKind::phone, "+46701111111"), 8);
    EXPECT_NE(owner_of(shop, KeyKind::member_number, "m8"), 8);
  }
}

TEST_P(StoreConformance, a_refused_insert_leaves_no_key_behind_even_when_the_transaction_goes_on) {
  ASSERT_TRUE(insert(shop, sample_contact(7, "anna", "+46701234567")));
  write([&](app::Tables& tables) { EXPECT_FALSE(tables.contacts.insert(shop, sample_contact(8, "bo", "+46701234567"))); });
  EXPECT_TRUE(insert(shop, sample_contact(8, "bo", "+46701111111")));
}

TEST_P(StoreConformance, an_update_moves_the_keys) {
  const auto before = sample_contact(7, "anna", "+46701234567");
  ASSERT_TRUE(insert(shop, before));
  auto after = before;
  after.email = domain::Email::from_normalised("ek@shop.se");
  after.mobile = domain::Phone::from_e164("+46701111111");
  after.version = 2;
  ASSERT_TRUE(attempt([&](app::Tables& tables) { return tables.contacts.update(shop, before, after); }));
  EXPECT_EQ(owner_of(shop, KeyKind::email, "anna@shop.se"), 0);
  EXPECT_EQ(owner_of(shop, KeyKind::phone, "+46701234567"), 0);
  EXPECT_EQ(owner_of(shop, KeyKind::email, "ek@shop.se"), 7);
  EXPECT_EQ(owner_of(shop, KeyKind::phone, "+46701111111"), 7);
  EXPECT_EQ(stored(shop, 7)->contact.version, 2);
  EXPECT_TRUE(insert(shop, sample_contact(8, "anna", "+46701234567")));
}

TEST_P(StoreConformance, a_refused_update_changes_nothing) {
  const auto anna = sample_contact(7, "anna", "+46701234567");
  ASSERT_TRUE(insert(shop, anna));
  ASSERT_TRUE(insert(shop, sample_contact(8, "bo")));
  auto after = anna;
  after.email = domain::Email::from_normalised("bo@shop.se");
  const auto refused = attempt([&](app::Tables& tables) { return tables.contacts.update(shop, anna, after); });
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().field, "email");
  EXPECT_EQ(owner_of(shop, KeyKind::email, "anna@shop.se"), 7);
  EXPECT_EQ(owner_of(shop, KeyKind::email, "bo@shop.se"), 8);
  EXPECT_EQ(owner_of(shop, KeyKind::phone, "+46701234567"), 7);
}

TEST_P(StoreConformance, two_shops_may_know_the_same_person) {
  ASSERT_TRUE(insert(shop, sample_contact(7, "anna", "+46701234567")));
  auto twin = sample_contact(8, "anna", "+46701234567");
  twin.member_number = "m7";
  ASSERT_TRUE(insert(other_shop, twin));
  EXPECT_EQ(owner_of(shop, KeyKind::email, "anna@shop.se"), 7);
  EXPECT_EQ(owner_of(other_shop, KeyKind::email, "anna@shop.se"), 8);
  EXPECT_FALSE(stored(other_shop, 7));
  EXPECT_EQ(owner_of(other_shop, KeyKind::contact_id, "7"), 0);
}

TEST_P(StoreConformance, member_numbers_count_on_and_pass_over_used_ones) {
  std::string first;
  write([&](app::Tables& tables) { first = tables.contacts.next_member_number(shop); });
  auto contact = sample_contact(7);
  contact.member_number = std::to_string(std::stoll(first) + 1);
  ASSERT_TRUE(insert(shop, contact));
  write([&](app::Tables& tables) {
    EXPECT_EQ(tables.contacts.next_member_number(shop), std::to_string(std::stoll(first) + 2));
    EXPECT_EQ(tables.contacts.next_member_number(other_shop), first);
  });
}

TEST_P(StoreConformance, the_newest_choice_of_each_channel_is_known) {
  auto contact = sample_contact(7);
  ASSERT_TRUE(insert(shop, contact));
  const auto choices = [&] { return run(store->contacts().consent_choices(shop, 7)); };
  EXPECT_FALSE(choices().email);
  const auto record = [&](bool email, bool sms, const app::ToldConsents& told, const char* source, Timestamp at) {
    contact.consent.email = email;
    contact.consent.sms = sms;
    write([&](app::Tables& tables) {
      tables.contacts.record_consent(shop, contact, told, {source, "", "", ""}, at);
      if (told.email) EXPECT_EQ(tables.contacts.consent_choices(shop, 7).email->source, source);
    });
    ++contact.version;
  };
  record(false, false, {}, "order", noon);
  EXPECT_FALSE(choices().email) << "an order tells nothing of consent";
  record(true, false, {.email = true, .sms = true}, "sitoo_v2", noon + 1h);
  record(false, false, {.email = true, .reason = "user"}, "rule", noon + 2h);
  auto known = choices();
  EXPECT_FALSE(known.email->accepts);
  EXPECT_TRUE(known.email->is_of_rule());
  EXPECT_TRUE(known.email->has_opted_out_in_rule);
  EXPECT_EQ(known.email->at, noon + 2h);
  EXPECT_EQ(known.sms->source, "sitoo_v2");
  EXPECT_FALSE(known.sms->has_opted_out_in_rule);
  record(true, false, {.email = true}, "sitoo_v1", noon + 3h);
  known = choices();
  EXPECT_TRUE(known.email->accepts);
  EXPECT_TRUE(known.email->has_opted_out_in_rule) << "once, before";
  EXPECT_FALSE(known.email->has_declined_at_till);
  EXPECT_TRUE(known.sms->has_declined_at_till);
  EXPECT_FALSE(run(store->contacts().consent_choices(other_shop, 7)).email);
}

TEST_P(StoreConformance, all_who_are_one_person_of_the_platform_are_listed) {
  ASSERT_TRUE(insert(shop, sample_contact(7, "anna")));
  ASSERT_TRUE(insert(shop, sample_contact(8, "bo")));
  write([&](app::Tables& tables) {
    tables.contacts.save_link(shop, 7, {99, false, noon});
    tables.contacts.save_link(shop, 8, {99, false, noon + 1h});
    EXPECT_EQ(tables.contacts.list_linked(shop, 99).size(), 2U);
    EXPECT_TRUE(tables.contacts.list_linked(other_shop, 99).empty());
    EXPECT_TRUE(tables.contacts.list_linked(shop, 0).empty());
  });
}

TEST_P(StoreConformance, a_doubted_link_is_old_and_keeps_its_number) {
  ASSERT_TRUE(insert(shop, sample_contact(7)));
  const auto link = [&] { return stored(shop, 7)->link; };
  write([&](app::Tables& tables) { tables.contacts.doubt_link(shop, 7, true); });
  EXPECT_FALSE(link()) << "there is nothing to doubt";
  write([&](app::Tables& tables) {
    tables.contacts.save_link(shop, 7, {99, false, noon});
    tables.contacts.doubt_link(other_shop, 7, true);
    tables.contacts.doubt_link(shop, 7, true);
  });
  EXPECT_EQ(link()->remote_id, 99);
  EXPECT_TRUE(link()->blocked);
  EXPECT_LT(link()->checked_at, noon);
}

TEST_P(StoreConformance, consent_is_recorded_once_for_each_version) {
  auto contact = sample_contact(7);
  ASSERT_TRUE(insert(shop, contact));
  write([&](app::Tables& tables) { tables.contacts.record_consent(shop, contact, {}, {"sitoo_v1", "200", "", ""}, noon); });
  contact.version = 2;
  write([&](app::Tables& tables) { tables.contacts.record_consent(shop, contact, {}, {"sitoo_v1", "200", "", ""}, noon); });
  EXPECT_THROW(write([&](app::Tables& tables) { tables.contacts.record_consent(shop, contact, {}, {}, noon); }),
               InfrastructureFailure);
}

TEST_P(StoreConformance, a_link_to_the_other_side_is_kept_with_the_contact) {
  ASSERT_TRUE(insert(shop, sample_contact(7)));
  write([&](app::Tables& tables) { tables.contacts.save_link(shop, 7, {99, true, noon}); });
  auto link = stored(shop, 7)->link;
  ASSERT_TRUE(link);
  EXPECT_EQ(link->remote_id, 99);
  EXPECT_TRUE(link->blocked);
  EXPECT_EQ(link->checked_at, noon);
  write([&](app::Tables& tables) { tables.contacts.save_link(shop, 7, {99, false, noon + 1min}); });
  link = stored(shop, 7)->link;
  EXPECT_FALSE(link->blocked);
  EXPECT_EQ(link->checked_at, noon + 1min);
  write([&](app::Tables& tables) { EXPECT_EQ(tables.contacts.find(shop, 7)->link->remote_id, 99); });
}

}  // namespace kassabro::store::conformance
