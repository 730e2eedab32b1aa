#pragma once

#include "store/conformance/suite.hpp"

namespace kassabro::store::conformance {

inline app::Endpoint sample_endpoint(app::AccountId account, app::EndpointId id, app::MessageTypes types = {}) {
  app::Endpoint endpoint;
  endpoint.account = account;
  endpoint.id = id;
  endpoint.url = "https://example.com/" + std::to_string(id);
  endpoint.description = "för lagret";
  endpoint.types = types;
  endpoint.secret = SecretString("whsec_c2VjcmV0" + std::to_string(id));
  endpoint.created_at = endpoint.updated_at = noon;
  return endpoint;
}

inline app::OutgoingMessage message_at(app::AccountId account, Timestamp at, domain::ContactId contact = 0) {
  return {account, app::new_message_id(at), app::MessageType::order_completed, contact, R"({"type":"order.completed"})", at};
}

inline app::MessageTypes only(app::MessageType type) {
  app::MessageTypes types;
  types.add(type);
  return types;
}

TEST_P(StoreConformance, an_endpoint_comes_back_as_it_was_saved) {
  auto endpoint = sample_endpoint(shop, 5, only(app::MessageType::consent_changed));
  write([&](app::Tables& tables) { tables.endpoints.insert(endpoint); });
  endpoint.url = "https://example.com/elsewhere";
  endpoint.description = "";
  endpoint.disabled = app::Disabled::failing;
  endpoint.old_secret = endpoint.secret;
  endpoint.secret = SecretString("whsec_bmV3");
  endpoint.old_secret_ends_at = noon + 24h;
  endpoint.health = {noon + 1h, noon + 2h, noon + 3h};
  endpoint.updated_at = noon + 4h;
  write([&](app::Tables& tables) { tables.endpoints.update(endpoint); });
  store->reopen();
  const auto found = run(store->messages().find_endpoint(shop, 5));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->url, endpoint.url);
  EXPECT_EQ(found->description, "");
  EXPECT_EQ(found->types, endpoint.types);
  EXPECT_EQ(found->disabled, app::Disabled::failing);
  EXPECT_EQ(found->secret, endpoint.secret);
  EXPECT_EQ(found->old_secret, endpoint.old_secret);
  EXPECT_EQ(found->old_secret_ends_at, endpoint.old_secret_ends_at);
  EXPECT_EQ(found->health, endpoint.health);
  EXPECT_EQ(found->created_at, noon);
  EXPECT_EQ(found->updated_at, noon + 4h);
  EXPECT_FALSE(run(store->messages().find_endpoint(other_shop, 5)));
  write([&](app::Tables& tables) {
    EXPECT_FALSE(tables.endpoints.remove(other_shop, 5));
    EXPECT_TRUE(tables.endpoints.remove(shop, 5));
    EXPECT_FALSE(tables.endpoints.remove(shop, 5));
  });
  EXPECT_TRUE(run(store->messages().list_endpoints(shop)).empty());
}

TEST_P(StoreConformance, an_account_knows_what_any_of_its_endpoints_is_to_be_told) {
  for (const auto account : {shop, other_shop})
    ASSERT_TRUE(attempt([&](app::Tables& tables) { return tables.accounts.insert(sample_account(account), 0); }));
  const auto told = [&](app::AccountId account) { return run(store->accounts().find(account))->told_types; };
  EXPECT_TRUE(told(shop).empty());
  auto consents = sample_endpoint(shop, 5, only(app::MessageType::consent_changed));
  write([&](app::Tables& tables) { tables.endpoints.insert(consents); });
  EXPECT_EQ(told(shop), only(app::MessageType::consent_changed));
  write([&](app::Tables& tables) { tables.endpoints.insert(sample_endpoint(shop, 6)); });
  EXPECT_EQ(told(shop), app::MessageTypes::all());
  EXPECT_TRUE(told(other_shop).empty());
  write([&](app::Tables& tables) {
    auto account = tables.accounts.find(shop);
    account->name = "Another name";
    tables.accounts.update(*account);
    tables.endpoints.remove(shop, 6);
  });
  EXPECT_EQ(told(shop), only(app::MessageType::consent_changed));
  consents.disabled = app::Disabled::by_hand;
  write([&](app::Tables& tables) { tables.endpoints.update(consents); });
  EXPECT_TRUE(told(shop).empty());
}

TEST_P(StoreConformance, a_message_is_kept_for_the_endpoints_that_want_it_and_for_nobody_else) {
  auto disabled = sample_endpoint(shop, 7);
  disabled.disabled = app::Disabled::by_hand;
  const auto message = message_at(shop, noon);
  write([&](app::Tables& tables) {
    EXPECT_FALSE(tables.messages.tell(message_at(shop, noon)));
    tables.endpoints.insert(sample_endpoint(shop, 4, only(app::MessageType::order_completed)));
    tables.endpoints.insert(sample_endpoint(shop, 5, only(app::MessageType::consent_changed)));
    tables.endpoints.insert(sample_endpoint(shop, 6));
    tables.endpoints.insert(disabled);
    tables.endpoints.insert(sample_endpoint(other_shop, 8));
    EXPECT_TRUE(tables.messages.tell(message));
  });
  const auto file = run(store->messages().find(shop, message.id));
  ASSERT_TRUE(file);
  EXPECT_EQ(file->message.payload, message.payload);
  EXPECT_EQ(file->message.type, message.type);
  EXPECT_EQ(file->message.created_at, noon);
  ASSERT_EQ(file->sendings.size(), 2U);
  EXPECT_EQ(file->sendings[0].row.endpoint, 4);
  EXPECT_EQ(file->sendings[1].row.endpoint, 6);
  EXPECT_EQ(file->sendings[0].row.state, app::SendingState::pending);
  EXPECT_FALSE(run(store->messages().find(other_shop, message.id)));
  EXPECT_EQ(run(store->messages().list(shop, {})).size(), 2U);
}

TEST_P(StoreConformance, what_is_rolled_back_is_told_to_nobody) {
  write([&](app::Tables& tables) { tables.endpoints.insert(sample_endpoint(shop, 5)); });
  run(store->unit().run(shop, [&](app::Tables& tables) {
    EXPECT_TRUE(tables.messages.tell(message_at(shop, noon)));
    return false;
  }));
  EXPECT_TRUE(run(store->messages().list(shop, {})).empty());
}

TEST_P(StoreConformance, what_integrators_were_told_of_a_person_goes_with_the_person) {
  ASSERT_TRUE(insert(shop, sample_contact(7)));
  const auto of_anna = message_at(shop, noon, 7);
  const auto of_nobody = message_at(shop, noon);
  write([&](app::Tables& tables) {
    tables.endpoints.insert(sample_endpoint(shop, 5));
    tables.messages.tell(of_anna);
    tables.messages.tell(of_nobody);
  });
  const auto told = run(store->messages().list_of_contact(shop, 7));
  ASSERT_EQ(told.size(), 1U);
  EXPECT_EQ(told[0].id, of_anna.id);
  EXPECT_TRUE(run(store->messages().list_of_contact(other_shop, 7)).empty());
  app::RemovedPerson removed;
  write([&](app::Tables& tables) { removed = tables.erasures.remove_person(shop, sample_contact(7)); });
  EXPECT_EQ(removed.removed.at("webhook_messages"), 1);
  EXPECT_FALSE(run(store->messages().find(shop, of_anna.id)));
  EXPECT_TRUE(run(store->messages().find(shop, of_nobody.id)));
  EXPECT_EQ(run(store->messages().list(shop, {})).size(), 1U);
}

TEST_P(StoreConformance, old_messages_are_forgotten_the_oldest_first_and_only_the_account_s) {
  write([&](app::Tables& tables) {
    for (const auto account : {shop, other_shop}) {
      tables.endpoints.insert(sample_endpoint(account, account * 10));
      for (int day = 0; day < 5; ++day) tables.messages.tell(message_at(account, noon + day * 24h));
    }
  });
  auto& upkeep = store->message_upkeep();
  EXPECT_EQ(run(upkeep.forget_messages(shop, noon, 10)), 0U);
  EXPECT_EQ(run(upkeep.forget_messages(shop, noon + 72h, 2)), 2U);
  EXPECT_EQ(run(upkeep.forget_messages(shop, noon + 72h, 2)), 1U);
  const auto left = run(store->messages().list(shop, {}));
  ASSERT_EQ(left.size(), 2U);
  EXPECT_EQ(left[1].created_at, noon + 72h);
  EXPECT_EQ(run(store->messages().list(other_shop, {})).size(), 5U);
}

TEST_P(StoreConformance, endpoints_and_messages_go_with_their_account) {
  ASSERT_TRUE(attempt([&](app::Tables& tables) { return tables.accounts.insert(sample_account(shop), 0); }));
  const auto message = message_at(shop, noon);
  write([&](app::Tables& tables) {
    tables.endpoints.insert(sample_endpoint(shop, 5));
    tables.messages.tell(message);
    EXPECT_TRUE(tables.accounts.remove(shop));
  });
  EXPECT_TRUE(run(store->messages().list_endpoints(shop)).empty());
  EXPECT_FALSE(run(store->messages().find(shop, message.id)));
}

}  // namespace kassabro::store::conformance
