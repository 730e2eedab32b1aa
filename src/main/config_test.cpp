#include "main/config.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

namespace kassabro::main {
namespace {

class TomlFile {
 public:
  explicit TomlFile(const std::string& text)
      : path_(std::filesystem::temp_directory_path() / ("kassabro_config_" + std::to_string(::getpid()) + ".toml")) {
    std::ofstream(path_) << text;
  }
  ~TomlFile() { std::filesystem::remove(path_); }
  std::string path() const { return path_; }

 private:
  std::filesystem::path path_;
};

std::string fault_field(const ConfigSources& sources) {
  const auto config = load_config(sources);
  return config ? "" : config.error().field;
}

TEST(Config, flags_win_over_the_environment_and_that_over_the_file) {
  const TomlFile file("[public]\nlisten = \"1.1.1.1:1\"\n[admin]\nlisten = \"2.2.2.2:2\"\n[log]\nlevel = \"warn\"\n");
  const auto config =
      load_config({file.path(),
                   {{"KASSABRO_ADMIN_LISTEN", "3.3.3.3:3"}, {"KASSABRO_PUBLIC_LISTEN", "4.4.4.4:4"}, {"PATH", "x"}},
                   {"public.listen=5.5.5.5:5"}});
  ASSERT_TRUE(config);
  EXPECT_EQ(config->public_listen, "5.5.5.5:5");
  EXPECT_EQ(config->admin_listen, "3.3.3.3:3");
  EXPECT_EQ(config->log_level, "warn");
  EXPECT_EQ(config->public_base_url, "http://5.5.5.5:5");
}

TEST(Config, an_address_for_every_interface_is_shown_as_this_machine) {
  EXPECT_EQ(load_config({"", {}, {"public.listen=0.0.0.0:8080"}})->public_base_url, "http://localhost:8080");
  EXPECT_EQ(load_config({"", {}, {"public.base_url=https://till.example.com/"}})->public_base_url, "https://till.example.com");
}

TEST(Config, a_misspelt_key_is_named_wherever_it_stands) {
  EXPECT_EQ(fault_field({"", {}, {"public.listne=1"}}), "public.listne");
  EXPECT_EQ(fault_field({"", {{"KASSABRO_PUBLIC_LISTNE", "1"}}, {}}), "KASSABRO_PUBLIC_LISTNE");
  const TomlFile file("[public]\nlistne = \"1\"\n");
  EXPECT_EQ(fault_field({file.path(), {}, {}}), "public.listne");
}

TEST(Config, reads_durations_and_refuses_other_texts) {
  EXPECT_EQ(load_config({"", {}, {"rule.read_deadline=300"}})->rule_read_deadline, std::chrono::milliseconds(300));
  EXPECT_EQ(load_config({"", {}, {"rule.read_max_age=2s"}})->rule_read_max_age, std::chrono::seconds(2));
  EXPECT_EQ(load_config({"", {}, {"rule.read_max_age=5m"}})->rule_read_max_age, std::chrono::minutes(5));
  EXPECT_EQ(load_config({"", {}, {"mirror.every=12h"}})->mirror_every, std::chrono::hours(12));
  EXPECT_EQ(load_config({"", {}, {"reconcile.every=1h"}})->reconcile_every, std::chrono::hours(1));
  for (const char* text : {"soon", "0s", "-1s", "1d", "721h", "2592000001", "99999999999999999999s"})
    EXPECT_EQ(fault_field({"", {}, {std::string("rule.read_deadline=") + text}}), "rule.read_deadline") << text;
}

TEST(Config, a_file_that_is_missing_or_no_toml_is_named) {
  EXPECT_EQ(fault_field({"/nowhere/kassabro.toml", {}, {}}), "/nowhere/kassabro.toml");
  const TomlFile file("public = [unclosed\n");
  EXPECT_EQ(fault_field({file.path(), {}, {}}), file.path());
}

TEST(Config, reads_a_count_and_refuses_what_is_none) {
  EXPECT_EQ(load_config({"", {}, {"public.account_rate=0"}})->public_account_rate, 0);
  EXPECT_EQ(load_config({"", {}, {"public.account_rate=250"}})->public_account_rate, 250);
  EXPECT_EQ(told_settings(*load_config({"", {}, {"public.account_rate=250"}})).at("public.account_rate"), "250");
  for (const char* text : {"", "-1", "1.5", "1000001", "many", "1 "})
    EXPECT_EQ(fault_field({"", {}, {std::string("public.account_rate=") + text}}), "public.account_rate") << text;
}

TEST(Config, what_is_over_is_kept_for_days_or_for_ever) {
  EXPECT_EQ(load_config({})->retention_inbox_days, 90);
  EXPECT_EQ(load_config({"", {}, {"retention.inbox_days=0"}})->retention_inbox_days, 0);
  EXPECT_EQ(load_config({"", {{"KASSABRO_RETENTION_DELIVERIES_DAYS", "30"}}, {}})->retention_deliveries_days, 30);
  EXPECT_EQ(fault_field({"", {}, {"retention.imports_days=90d"}}), "retention.imports_days");
}

}  // namespace
}  // namespace kassabro::main
