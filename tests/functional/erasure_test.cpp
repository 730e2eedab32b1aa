// A person's rights, on the real programs: the export and the proof in a file, and an erasure after which neither Rule nor any file of the
// store knows them.
#include <gtest/gtest.h>

#include <filesystem>

#include "base/whole_file.hpp"
#include "tests/support/events_shop.hpp"
#include "tests/support/rule_view.hpp"

namespace kassabro::tests {
namespace {

using http::Method;

const std::vector<std::string> needles{"quixotia@example.com", "+46709876543",  "Zebediah",   "Wolframson",
                                       "Nadelgatan 7",         "19900101-2384", "900101-2384"};

class PersonsRights : public ::testing::Test {
 protected:
  PersonsRights() {
    const auto added = system_.spi(Method::post, "/contacts",
                                   R"({"email":"quixotia@example.com","mobile":"0709876543","namefirst":"Zebediah",)"
                                   R"("namelast":"Wolframson","invoice_address":"Nadelgatan 7","personalid":"19900101-2384"})");
    EXPECT_EQ(added.status, 200) << added.body;
    id_ = added.body.substr(1, added.body.size() - 2);
    const auto sold = system_.sandbox(Method::post, "/control/pos/sell",
                                      R"({"spi":"v1","key":"quixotia@example.com","items":[{"sku":"S1","name":"Skjorta",)"
                                      R"("quantity":1,"price":"349.00","vat":25}]})");
    EXPECT_EQ(sold.status, 200) << sold.body;
    const auto broken =
        caller_.call(Method::post, system_.base_url() + "/sitoo/events", R"({"broken by 900101-2384 Wolframson)",
                     {{"Authorization", shop_.account.authorization()}});
    EXPECT_EQ(broken.status, 200) << broken.body;
    EXPECT_TRUE(system_.wait_until_quiet()) << system_.log();
  }

  std::string account() const { return shop_.account.text("account_id"); }
  std::string path(const std::string& below) const { return "/api/v1/customers/" + id_ + below + "?account=" + account(); }

  // Which of them stand in any file of the data folder but the program's own log.
  std::vector<std::string> found() const {
    std::string all;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(system_.data_dir()))
      if (entry.is_regular_file()) all += read_whole_file(entry.path().string());
    std::vector<std::string> names;
    for (const auto& needle : needles)
      if (all.contains(needle)) names.push_back(needle);
    return names;
  }
  bool is_erased() {
    const auto jobs = system_.admin(Method::get, "/api/v1/jobs?account=" + account()).json();
    for (const auto& job : jobs.at("items").as_array())
      if (job.at("kind") == "erasures") return job.at("state") == "finished";
    return false;
  }

  System system_{{}, System::Time::virtual_};
  EventsShop shop_ = open_events_shop(system_);
  Caller caller_;
  std::string id_;
};

TEST_F(PersonsRights, the_command_line_writes_export_and_proof_as_json_and_as_pages) {
  const auto whole = system_.command({"gdpr", "export", id_, "--account", account()});
  ASSERT_EQ(whole.status, 0) << whole.output;
  const auto file = parse_json(whole.output);
  ASSERT_TRUE(file) << whole.output;
  EXPECT_EQ(file->at("besides").at("personal_id"), "19900101-2384");
  EXPECT_EQ(file->at("orders").as_array().size(), 1U);
  EXPECT_EQ(file->at("received").as_array().size(), 2U) << "the purchase, and what was no JSON";
  const auto without =
      parse_json(system_.command({"gdpr", "export", id_, "--account", account(), "--without-received"}).output);
  ASSERT_TRUE(without);
  EXPECT_TRUE(without->at("received").is_null());

  const auto page = system_.data_dir() + "/page.html";
  ASSERT_EQ(system_.command({"gdpr", "export", id_, "--account", account(), "--html", page}).status, 0);
  const auto html = read_whole_file(page);
  EXPECT_TRUE(html.starts_with("<!doctype html>"));
  for (const auto* text : {"Wolframson", "19900101-2384", "Skjorta"}) EXPECT_TRUE(html.contains(text)) << text;
  ASSERT_EQ(system_.command({"gdpr", "consent-proof", id_, "--account", account(), "--html", page}).status, 0);
  EXPECT_TRUE(read_whole_file(page).contains("Samtycken, med vad de gällde"));
  const auto proof = parse_json(system_.command({"gdpr", "consent-proof", id_, "--account", account()}).output);
  ASSERT_TRUE(proof);
  EXPECT_EQ(proof->at("consent_proof").as_array().at(0).at("source"), "sitoo_v1");
  EXPECT_EQ(system_.command({"gdpr", "export", "4711", "--account", account(), "--html", page}).status, 1);
}

TEST_F(PersonsRights, after_an_erasure_neither_rule_nor_any_file_of_the_store_knows_the_person) {
  ASSERT_FALSE(RuleView(system_.rule_dump()).subscriber("quixotia@example.com").tags().empty());
  const bool is_in_files = !found().empty();  // with a database server the store has no files here
  const auto erased = system_.command({"gdpr", "erase", id_, "--account", account(), "--confirm", id_});
  ASSERT_EQ(erased.status, 0) << erased.output;
  ASSERT_EQ(system_.admin(Method::get, path("")).status, 404);
  const auto dump = "/control/rule/accounts/" + system_.token() + "/dump?only=quixotia@example.com";
  ASSERT_TRUE(eventually([&] { return system_.sandbox(Method::get, dump).json().at("subscribers").as_array().empty(); }));
  // By what the person is found is forgotten a quarter of an hour later.
  ASSERT_EQ(system_.sandbox(Method::post, "/control/clock", R"({"advance":"PT16M"})").status, 200);
  ASSERT_TRUE(eventually([&] { return is_erased(); })) << system_.log();
  EXPECT_EQ(found(), std::vector<std::string>{});
  EXPECT_TRUE(is_in_files || std::getenv("KASSABRO_TEST_STORE") != nullptr) << "without this the rest would say nothing";
  EXPECT_TRUE(system_.admin(Method::get, "/api/v1/customers?account=" + account() + "&key=anna%40shop.se")
                  .body.contains("anna@shop.se"))
      << "others are there as before";
}

}  // namespace
}  // namespace kassabro::tests
