#include "app/personal_file.hpp"

#include "testing/shop.hpp"

namespace kassabro::app {
namespace {

using namespace std::chrono_literals;
using testing::run;
using testing::sample_contact;
using testing::sample_order;
using Received = ReadPersonalFile::Received;

class ReadPersonalFileTest : public testing::Shop {
 protected:
  ReadPersonalFileTest() {
    auto anna = sample_contact(7, "anna", "+46701234567");
    anna.personal_id = "19900101-2384";
    insert(anna);
    insert(sample_contact(8, "bo"));
  }
  void buys(const std::string& id, const std::string& email) {
    auto order = sample_order(id);
    order.contact = 7;
    order.email = email;
    file.write([&](Tables& tables) { tables.orders.save(account.id, {order, true}, clock.now()); });
  }
  void receive(const std::string& body) {
    file.write([&](Tables& tables) { tables.inbox.save(account.id, "sitoo_v1", body, clock.now()); });
  }
  PersonalFile whole(Received received = Received::read) { return run(read(account, *contact(7), received)); }
  std::vector<std::string> bodies() {
    std::vector<std::string> texts;
    for (const auto& row : whole().received) texts.push_back(row.text);
    return texts;
  }

  ReadPersonalFile read{file->personal_files(), file->contacts(), file->erasures()};
};

TEST_F(ReadPersonalFileTest, finds_all_that_came_in_about_the_person_however_much_else_there_is) {
  for (int i = 0; i < 450; ++i) receive(R"({"email":"bo@shop.se"})");  // more than two pages
  receive(R"({"email":"anna@shop.se"})");
  receive(R"({"personalid":"900101-2384"})");
  file.write([&](Tables& tables) {
    tables.quarantine.save(account.id, "sitoo_events", "no JSON", "{070-123 45 67", clock.now());
    tables.quarantine.save(account.id, "sitoo_events", "no JSON", "{070-999 99 99", clock.now());
  });
  EXPECT_EQ(bodies(),
            (std::vector<std::string>{R"({"email":"anna@shop.se"})", R"({"personalid":"900101-2384"})", "{070-123 45 67"}));
  const auto last = whole().received.back();
  EXPECT_EQ(last.place.source, ErasureSource::quarantine);
  EXPECT_EQ(last.reason, "no JSON");
  EXPECT_EQ(last.received_at, clock.now());
  EXPECT_TRUE(whole(Received::leave_out).received.empty());
}

TEST_F(ReadPersonalFileTest, finds_it_by_an_earlier_address_on_a_purchase_but_not_by_somebody_elses) {
  buys("1", "maiden@shop.se");
  buys("2", "bo@shop.se");
  receive(R"({"email":"maiden@shop.se"})");
  receive(R"({"email":"bo@shop.se"})");
  receive(R"({"orderid":"2"})");
  EXPECT_EQ(bodies(), (std::vector<std::string>{R"({"email":"maiden@shop.se"})", R"({"orderid":"2"})"}));
}

TEST_F(ReadPersonalFileTest, has_all_purchases_however_many) {
  for (int i = 0; i < 450; ++i) buys(std::to_string(i), "");
  EXPECT_EQ(whole(Received::leave_out).orders.size(), 450U);
}

}  // namespace
}  // namespace kassabro::app
