#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <fstream>
#include <future>
#include <iostream>
#include <memory>

#include "check/cases.hpp"
#include "http/basic_credentials.hpp"
#include "http/io_threads.hpp"
#include "main/commands.hpp"
#include "main/secret_argument.hpp"

namespace kassabro::main {
namespace {

struct CheckFlags {
  std::string url;
  std::string token;
  std::string user;
  std::string password;
  std::string junit;
  std::string bonus_check_customer;
};

using Cases = Async<void> (*)(check::Session&);

check::Headers basic(const std::string& user, const std::string& password) {
  return {{"Authorization", http::to_basic_header({user, SecretString(password)})}};
}

check::Target target_of(const CheckFlags& flags) {
  if (!flags.token.empty()) {
    const auto token = read_secret("--token", flags.token, std::cin);
    return {flags.url,
            {{"Authorization", "Bearer " + token}},
            {{"Authorization", "Bearer no-such-token-anywhere"}},
            flags.bonus_check_customer};
  }
  if (flags.user.empty()) return {flags.url, {}, {}, flags.bonus_check_customer};
  const auto password = read_secret("--password", flags.password, std::cin);
  return {flags.url, basic(flags.user, password), basic(flags.user, "no-such-password"), flags.bonus_check_customer};
}

int run_check(const CheckFlags& flags, const CommonOptions& common, const char* contract, Cases cases) {
  if (!flags.url.starts_with("http://") && !flags.url.starts_with("https://"))
    throw UsageError("--url: An address begins with https:// or http://.");
  http::IoThreads io(1);
  http::Client client;
  const SystemClock clock;
  check::Session session(http::send_through(client), clock, target_of(flags), fmt::format("{} at {}", contract, flags.url));
  boost::asio::co_spawn(io.at(0), cases(session), boost::asio::use_future).get();
  const auto report = session.take_report();
  if (!flags.junit.empty() && !(std::ofstream(flags.junit) << check::to_junit(report)).flush())
    throw UsageError("--junit: The file " + flags.junit + " cannot be written.");
  fmt::print("{}", common.as_json ? check::to_junit(report) : check::to_readable(report));
  return report.is_good() ? 0 : 1;
}

void add_contract(CLI::App& check, CommonOptions& common, Verb& verb, const char* name, const char* contract, Cases cases) {
  auto flags = std::make_shared<CheckFlags>();
  auto* command = check.add_subcommand(name, contract);
  command->add_option("--url", flags->url, "Where the server is called, as it is pasted in Sitoo")->required();
  if (std::string_view(name) == "v1")
    command->add_option("--token", flags->token, "API Token, sent as Bearer; @FILE, or - for the standard input");
  command->add_option("--user", flags->user, "User of HTTP Basic");
  command->add_option("--password", flags->password, "Its password; @FILE, or - for the standard input");
  if (std::string_view(name) != "events")
    command->add_option("--bonus-check-customer", flags->bonus_check_customer,
                        "E-mail or number of somebody who has a bonus check: one is used and given back");
  command->add_option("--junit", flags->junit, "A file for the results as JUnit XML");
  command->callback([&common, &verb, flags, contract, cases] {
    verb = [&common, flags, contract, cases] { return run_check(*flags, common, contract, cases); };
  });
}

}  // namespace

void add_check_commands(CLI::App& app, CommonOptions& common, Verb& verb) {
  auto* check = app.add_subcommand("check", "Try Sitoo's test cases on a server, ours or anybody's: v1, v2, events");
  check->require_subcommand(1);
  add_contract(*check, common, verb, "v1", "CRM SPI v1 (Custom CRM)", &check::check_v1);
  add_contract(*check, common, verb, "v2", "CRM SPI v2", &check::check_v2);
  add_contract(*check, common, verb, "events", "Events SPI", &check::check_events);
}

}  // namespace kassabro::main
