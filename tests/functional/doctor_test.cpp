// kassabro doctor: what it finds with a server and without one, and that it changes and sends nothing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/stat.h>

#include <csignal>
#include <fstream>
#include <map>

#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using http::Method;
using ::testing::HasSubstr;

struct Examined {
  int status = 0;
  std::string server;
  std::map<std::string, json::object> troubles;  // by code
};

Examined read_answer(const Finished& finished) {
  const auto value = parse_json(finished.output);
  if (!value || !value->is_object()) throw std::runtime_error("no JSON: " + finished.output);
  const auto& object = value->get_object();
  Examined out{finished.status, text_member(object, "server"), {}};
  for (const auto& item : object.at("troubles").get_array())
    out.troubles.emplace(text_member(item.get_object(), "code"), item.get_object());
  return out;
}

Examined doctor(System& system) { return read_answer(system.command({"doctor"})); }

TEST(Doctor, looks_with_the_settings_of_the_server_that_runs_and_finds_it_well) {
  System system;
  ASSERT_EQ(system.spi(Method::get, "/consents").status, 200);  // the account exists
  const auto found = doctor(system);
  EXPECT_EQ(found.status, 0);
  EXPECT_EQ(found.server, "running");
  for (const auto& [code, trouble] : found.troubles)
    EXPECT_NE(text_member(trouble, "severity"), "error") << to_json_text(trouble);
  EXPECT_TRUE(found.troubles.contains("server_has_other_settings"));  // the command was given the data folder only
}

TEST(Doctor, tells_of_a_server_that_hangs) {
  System system;
  ASSERT_EQ(::kill(system.pid(), SIGSTOP), 0);
  const auto found = doctor(system);
  const auto listed = system.command({"account", "list"});
  ASSERT_EQ(::kill(system.pid(), SIGCONT), 0);
  EXPECT_EQ(found.status, 1);
  EXPECT_EQ(found.server, "running");
  EXPECT_TRUE(found.troubles.contains("server_silent"));
  EXPECT_NE(listed.status, 0);
  EXPECT_THAT(listed.output, HasSubstr("The running server does not answer"));
  EXPECT_EQ(doctor(system).status, 0);
}

TEST(Doctor, tells_of_a_file_that_others_may_read_and_how_to_close_it) {
  System system;
  ASSERT_EQ(::chmod((system.data_dir() + "/admin.token").c_str(), 0644), 0);
  const auto found = doctor(system);
  EXPECT_EQ(found.status, 1);
  ASSERT_TRUE(found.troubles.contains("file_open"));
  EXPECT_EQ(text_member(found.troubles.at("file_open"), "fix"), "chmod 0600 " + system.data_dir() + "/admin.token");
  ASSERT_EQ(::chmod((system.data_dir() + "/admin.token").c_str(), 0600), 0);
  EXPECT_EQ(doctor(system).status, 0);
}

TEST(Doctor, tells_of_a_key_that_rule_has_revoked_and_of_a_rule_that_is_gone) {
  System system;
  ASSERT_EQ(system.spi(Method::get, "/consents").status, 200);
  system.sandbox(Method::post, "/control/faults", R"({"system":"rule","path":"/","status":401,"count":1})");
  const auto refused = doctor(system);
  EXPECT_EQ(refused.status, 1);
  EXPECT_TRUE(refused.troubles.contains("rule_key_refused"));

  system.stop_kassabro();
  system.set("rule.base_url=http://127.0.0.1:1/api");
  system.start_kassabro();
  const auto gone = doctor(system);
  EXPECT_EQ(gone.status, 1);
  ASSERT_TRUE(gone.troubles.contains("remote_unreachable"));
  EXPECT_EQ(text_member(gone.troubles.at("remote_unreachable"), "subject"), "http://127.0.0.1:1/api");
}

TEST(Doctor, compares_the_clock_with_rules) {
  System system;
  ASSERT_EQ(system.spi(Method::get, "/consents").status, 200);
  system.sandbox(Method::post, "/control/clock", R"({"advance":"PT5M"})");
  const auto found = doctor(system);
  EXPECT_EQ(found.status, 1);
  ASSERT_TRUE(found.troubles.contains("clock_off"));
  EXPECT_THAT(text_member(found.troubles.at("clock_off"), "text"), HasSubstr("behind Rule's"));
}

TEST(Doctor, looks_without_a_server_at_what_can_be_looked_at) {
  System system;
  ASSERT_EQ(system.spi(Method::get, "/consents").status, 200);
  system.stop_kassabro();
  const auto settings = std::vector<std::string>{"--set", "rule.base_url=" + system.sandbox_url() + "/rule/api",
                                                 "--set", "sitoo.base_url=" + system.sandbox_url() + "/sitoo",
                                                 "--set", "public.listen=127.0.0.1:8080"};
  auto line = settings;
  line.insert(line.begin(), "doctor");
  const auto found = read_answer(system.command(line));
  EXPECT_EQ(found.status, 0);
  EXPECT_EQ(found.server, "stopped");
  EXPECT_EQ(found.troubles.size(), 1U);
  EXPECT_TRUE(found.troubles.contains("server_stopped"));

  std::ofstream(system.data_dir() + "/secret.key") << std::string(64, 'a');
  EXPECT_TRUE(read_answer(system.command(line)).troubles.contains("key_wrong"));
}

TEST(Doctor, names_a_setting_that_is_wrong_and_makes_nothing_where_there_is_nothing) {
  const TempFolder folder;
  const std::vector<std::string> line{program("kassabro"),
                                      "--json",
                                      "--set",
                                      "data.dir=" + folder.path("data"),
                                      "--set",
                                      "rule.base_url=http://127.0.0.1:1",
                                      "--set",
                                      "sitoo.base_url=http://127.0.0.1:1"};
  auto wrong = line;
  wrong.insert(wrong.end(), {"--set", "public.listne=x", "doctor"});
  const auto named = read_answer(run(wrong));
  EXPECT_EQ(named.status, 1);
  EXPECT_EQ(text_member(named.troubles.at("setting_wrong"), "subject"), "public.listne");

  auto right = line;
  right.emplace_back("doctor");
  const auto found = read_answer(run(right));
  EXPECT_TRUE(found.troubles.contains("data_folder_missing"));
  EXPECT_TRUE(found.troubles.contains("public_url_missing"));
  struct stat status{};
  EXPECT_NE(::stat(folder.path("data").c_str(), &status), 0);
}

}  // namespace
}  // namespace kassabro::tests
