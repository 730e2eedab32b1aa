#include <gtest/gtest.h>

#include <fstream>

#include "tests/support/connected_account.hpp"
#include "tests/support/kill_often.hpp"
#include "tests/support/rule_view.hpp"

namespace kassabro::tests {
namespace {

constexpr int customers = 400;
constexpr int checks_each = 50;

// Customer -> ids of checks, what a file says and what Rule has.
using Checks = std::map<std::string, std::set<std::string>>;

Checks write_file(const std::string& path) {
  Checks checks;
  std::ofstream file(path);
  file << "E-post;Bonuscheck-id;Namn;Värde;Giltig t.o.m.\n";
  for (int check = 0; check < checks_each; ++check)
    for (int i = 0; i < customers; ++i) {
      const auto email = "p" + std::to_string(i) + "@shop.se";
      const auto id = "B-" + std::to_string(i) + "-" + std::to_string(check);
      file << email << ";" << id << ";Vårcheck;100,00;2027-12-31\n";
      checks[email].insert(id);
    }
  return checks;
}

Checks checks_in_rule(System& system) {
  Checks checks;
  const RuleView rule(system.rule_dump());
  for (const auto& subscriber : rule.subscribers()) {
    const auto list = parse_json(subscriber.field("Sitoo-Contact", "bonuschecks"));
    if (!list || !list->is_array()) continue;
    for (const auto& check : list->as_array()) {
      const auto& object = check.as_object();
      EXPECT_EQ(text_member(object, "remaining"), "100.00");
      EXPECT_TRUE(checks[subscriber.email()].insert(text_member(object, "id")).second) << "twice: " << to_json_text(check);
    }
  }
  return checks;
}

TEST(ImportKill, at_any_moment_leaves_the_state_of_an_undisturbed_run) {
  System system;
  ASSERT_EQ(system.sandbox(http::Method::put, "/control/rule/switches", R"({"requests_allowed":10000000})").status, 200);
  const auto id = connect_account(system).text("account_id");
  const auto path = system.data_dir() + "/checks.csv";
  const auto expected = write_file(path);
  const auto staged = system.command({"bonus-checks", "import", path, "--account", id, "--create-customers", "--dry-run"});
  ASSERT_EQ(staged.status, 0) << staged.output;
  const auto import = text_member(parse_json(staged.output)->as_object(), "id");
  const auto begun =
      system.admin(http::Method::post, "/api/v1/imports/" + import + "/apply", R"({"account":")" + id + R"(","wait":false})");
  ASSERT_EQ(begun.status, 200) << begun.body;
  const auto job = kill_often(system, "import", std::chrono::milliseconds(60), std::chrono::seconds(120));
  EXPECT_EQ(text_member(job, "done"), std::to_string(customers * checks_each)) << to_json_text(job);
  ASSERT_TRUE(system.wait_until_delivered(std::chrono::seconds(200)));
  EXPECT_EQ(checks_in_rule(system), expected);
}

}  // namespace
}  // namespace kassabro::tests
