// After an erasure the files of the store hold nothing of the person: neither the database, nor its log, nor what a page has left over.
#include <algorithm>
#include <filesystem>

#include "app/deliveries.hpp"
#include "base/ids.hpp"
#include "base/whole_file.hpp"
#include "jobs/erase_traces.hpp"
#include "testing/job_shop.hpp"

namespace kassabro::jobs {
namespace {

using namespace std::chrono_literals;
using testing::run;
using testing::sample_contact;
using testing::sample_order;

class RuleKnowsNobody final : public app::RemoteEraser {
 public:
  Async<Result<bool>> erase(const app::Account&, std::optional<std::int64_t>,
                            const std::vector<domain::CustomerKey>&) override {
    co_return false;
  }
};

// What would be told apart from everybody else's.
const std::vector<std::string> needles{"quixotia",      "Zebediah",     "Wolframson",  "+46709876543", "070-987 65 43",
                                       "19900101-2384", "Nadelgatan 7", "quixote-old", "Fjäderholm",   "m383000000000000001"};

class ErasedFiles : public testing::JobShop {
 protected:
  static constexpr domain::ContactId id = 383'000'000'000'000'001;

  ErasedFiles() { make_engine({&job}); }

  static domain::Contact person() {
    auto contact = sample_contact(id, "quixotia", "+46709876543");
    contact.first_name = "Zebediah";
    contact.last_name = "Wolframson";
    contact.personal_id = "19900101-2384";
    contact.invoice.line1 = "Nadelgatan 7";
    contact.invoice.city = "Fjäderholm";
    return contact;
  }

  static domain::Order purchase(const std::string& order_id, const std::string& email) {
    auto order = sample_order(order_id);
    order.contact = id;
    order.email = email;
    order.phone = "070-987 65 43";
    order.first_name = "Zebediah";
    order.last_name = "Wolframson";
    return order;
  }

  // In each table that may hold something of a person, between others of whom there are many, so that pages are split.
  void fill() {
    for (int i = 0; i < 40; ++i) {
      file.write([&](app::Tables& tables) { add_others(tables, i); });
      if (i == 20) file.write([&](app::Tables& tables) { add_person(tables); });
    }
  }

  void add_others(app::Tables& tables, int turn) {
    for (int i = 0; i < 25; ++i) {
      const domain::ContactId other = 382'000'000'000'000'000 + ((i * 7'919 + turn * 104'729) % 1'000'003) * 2;
      auto contact = sample_contact(other, "other" + std::to_string(other), "");
      contact.last_name = std::string(static_cast<std::size_t>(i * 9), 'x');
      if (!tables.contacts.insert(account.id, contact)) continue;
      tables.contacts.record_change(account.id, contact, {}, clock.now());
      auto order = sample_order(std::to_string(other));
      order.contact = other;
      order.email = contact.email->text();
      tables.orders.save(account.id, {order, true}, clock.now());
      tables.inbox.save(account.id, "sitoo_v1", R"({"email":")" + order.email + R"(","filling":")" + contact.last_name + "\"}",
                        clock.now());
    }
  }

  void add_person(app::Tables& tables) {
    auto before = person();
    before.email = domain::Email::from_normalised("quixote-old@shop.se");
    ASSERT_TRUE(tables.contacts.insert(account.id, before));
    ASSERT_TRUE(tables.contacts.update(account.id, before, person()));
    tables.contacts.record_change(account.id, person(), {"sitoo_v1", "17", "kim", "1"}, clock.now());
    tables.contacts.record_consent(account.id, person(), {.email = true}, {"sitoo_v1", "17", "kim", "1"}, clock.now());
    for (const auto* order : {"9001", "9002"})
      tables.orders.save(account.id,
                         {purchase(order, order == std::string("9001") ? "quixote-old@shop.se" : "quixotia@shop.se"), true},
                         clock.now());
    tables.channel_purchases.replace(account.id, id, {purchase("W-1", "quixotia@shop.se")});
    tables.extras.save(account.id, id,
                       {{{"Subscriber.Street", {"Nadelgatan 7"}}}, "[]", "bad", "of Zebediah", {"quixotia@shop.se"}});
    tables.deliveries.enqueue(testing::sample_delivery(account.id, id, new_id(clock.now())), clock.now());
    for (const auto* body :
         {R"({"email":"quixotia@shop.se","namefirst":"Zebediah","city":"Fjäderholm"})",
          R"({"orderid":9001,"name":"Wolframson"})", R"({"mobile":"070-987 65 43","street":"Nadelgatan 7"})",
          R"({"personalid":"900101-2384","name":"Wolframson"})", R"({"email":"quixote-old@shop.se","name":"Zebediah"})"})
      tables.inbox.save(account.id, "sitoo_v1", body, clock.now());
    tables.quarantine.save(account.id, "sitoo_events", "no JSON", "{quixotia@shop.se of Zebediah", clock.now());
    tables.quarantine.save(account.id, "rule_bonus_field", "contact 383000000000000001: no list", "[Wolframson", clock.now());
  }

  // Which of them stand in a file of the store, whatever else there is.
  std::vector<std::string> found() {
    std::string all;
    for (const auto& entry : std::filesystem::directory_iterator(file.folder().path()))
      if (entry.path().filename().string().starts_with("kassabro.db")) all += read_whole_file(entry.path().string());
    std::vector<std::string> names;
    for (const auto& needle : needles)
      if (all.contains(needle)) names.push_back(needle);
    return names;
  }

  app::EraseCustomer erase_customer{file->unit_of_work(), clock};
  RuleKnowsNobody remote;
  EraseTraces job{{file->erasures(), remote, file->files(), file->unit_of_work(), clock}, {}};
};

TEST_F(ErasedFiles, hold_nothing_of_the_person_and_all_of_the_others) {
  fill();
  EXPECT_EQ(found(), needles) << "without this the rest would say nothing";
  const auto others = count("contacts") - 1;
  ASSERT_TRUE(run(erase_customer(account, id, "pages")));
  run_on();
  clock.advance(16min);
  run_on();
  EXPECT_EQ(job_of("erasures").state, app::JobState::finished) << job_of("erasures").reason;
  EXPECT_EQ(found(), std::vector<std::string>{});
  EXPECT_EQ(count("contacts"), others);
  EXPECT_EQ(count("inbox"), others);
  file.reopen();
  EXPECT_EQ(found(), std::vector<std::string>{});
}

}  // namespace
}  // namespace kassabro::jobs
