// The configuration: a TOML file, and the same as texts of the command line and of the environment.
#include "main/config.hpp"
#include "tests/fuzz/sheet.hpp"

namespace kassabro::fuzz {
namespace {

void hold_config(const Result<main::Config>& config) {
  if (!config) return hold(!config.error().message.empty(), "an error says what is wrong");  // a key may be named ""
  hold(!config->public_base_url.ends_with('/'), "the public address has no slash at its end");
  for (const auto wait : {config->rule_read_max_age, config->rule_read_deadline, config->mirror_every, config->reconcile_every})
    hold(wait.count() > 0 && wait <= std::chrono::days(30), "a duration is above zero, and 30 days at most");
}

}  // namespace

void run_one(std::string_view input) {
  static const MemoryFile file;
  file.fill(input);
  hold_config(main::load_config({.file = file.path(), .environment = {}, .assignments = {}}));
  const auto lines = lines_of(input, 2);
  hold_config(main::load_config({.file = {}, .environment = {}, .assignments = {std::string(lines[0])}}));
  const auto name = lines[0].substr(0, lines[0].find('='));
  hold_config(main::load_config(
      {.file = {}, .environment = {{"KASSABRO_" + std::string(name), std::string(lines[1])}}, .assignments = {}}));
}

}  // namespace kassabro::fuzz
