#include "examples/ndjson/channel.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "base/json.hpp"
#include "outbox/worker.hpp"
#include "testing/shop.hpp"

namespace kassabro::examples {
namespace {

using testing::run;

// The real outbox and its worker, with this channel where Rule's is.
class NdjsonChannelTest : public testing::Shop {
 protected:
  NdjsonChannelTest() {
    for (const domain::ContactId id : {7, 8}) insert(testing::sample_contact(id, "c" + std::to_string(id)));
  }

  void enqueue(app::DeliveryId id, domain::ContactId contact, const std::string& order_id = "") {
    auto delivery = testing::sample_delivery(1, contact, id);
    delivery.order_id = order_id;
    file.write([&](app::Tables& tables) { tables.deliveries.enqueue(delivery, clock.now()); });
  }

  std::vector<json::object> lines() const {
    std::vector<json::object> all;
    std::ifstream in(path);
    for (std::string line; std::getline(in, line);) all.push_back(parse_json(line).value().get_object());
    return all;
  }

  std::size_t count_pending() {
    app::DeliveryFilter pending;
    pending.state = app::DeliveryState::pending;
    return run(file->deliveries().list(pending)).size();
  }

  std::string path = file.folder().file("told.ndjson");
  NdjsonChannel channel{path};
  boost::asio::io_context context;
  testing::FakeReceipts receipts;
  app::AccountRegistry accounts{file->accounts()};
  outbox::Worker worker{context,
                        {file->deliveries(), file->contacts(), file->orders(), file->bonus_checks(), file->silences(), receipts,
                         accounts, file->unit_of_work(), channel, clock},
                        {},
                        {}};
};

TEST_F(NdjsonChannelTest, what_the_outbox_holds_stands_in_the_file_once_and_in_order) {
  file.write([&](app::Tables& tables) { tables.orders.save(1, {testing::sample_order("11513"), true}, testing::noon); });
  enqueue(10, 7);
  enqueue(11, 8);
  enqueue(12, 7, "11513");
  while (run(worker.run_once()) > 0) {
  }
  const auto told = lines();
  ASSERT_EQ(told.size(), 3U);
  EXPECT_EQ(text_member(told[0], "delivery_id"), "10");
  EXPECT_EQ(text_member(told[0].at("contact").get_object(), "first_name"), "c7");
  EXPECT_EQ(told[0].if_contains("order"), nullptr);
  EXPECT_EQ(text_member(told[2], "delivery_id"), "12");
  EXPECT_EQ(text_member(told[2].at("order").get_object(), "id"), "11513");
  EXPECT_EQ(count_pending(), 0U);
  const auto rights = std::filesystem::status(path).permissions();
  EXPECT_EQ(rights & (std::filesystem::perms::group_all | std::filesystem::perms::others_all), std::filesystem::perms::none);
}

TEST_F(NdjsonChannelTest, what_cannot_be_written_waits_and_is_not_lost) {
  std::filesystem::create_directory(path);
  enqueue(10, 7);
  run(worker.run_once());
  EXPECT_EQ(count_pending(), 1U);
  std::filesystem::remove(path);
  clock.advance(std::chrono::hours(1));
  run(worker.run_once());
  EXPECT_EQ(lines().size(), 1U);
  EXPECT_EQ(count_pending(), 0U);
}

}  // namespace
}  // namespace kassabro::examples
