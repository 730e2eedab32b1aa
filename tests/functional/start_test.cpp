// What a shop owner sees when the server cannot start, or cannot write.
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "tests/support/system.hpp"

namespace kassabro::tests {
namespace {

using testing::Test;

std::vector<std::string> serve_line(const TempFolder& folder, std::vector<std::string> more = {}) {
  std::vector<std::string> line{program("kassabro"),
                                "serve",
                                "--set",
                                "data.dir=" + folder.path("data"),
                                "--set",
                                "public.listen=127.0.0.1:0",
                                "--set",
                                "admin.listen=127.0.0.1:0"};
  for (auto& setting : more) {
    line.emplace_back("--set");
    line.push_back(std::move(setting));
  }
  return line;
}

TEST(Start, a_misspelt_setting_is_named_and_ends_with_2) {
  const TempFolder folder;
  const auto ended = run(serve_line(folder, {"public.listne=1"}));
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.output.find("public.listne"), std::string::npos) << ended.output;
}

TEST(Start, a_misspelt_environment_variable_is_named_and_ends_with_2) {
  const TempFolder folder;
  const auto ended = run(serve_line(folder), {"KASSABRO_RULE_BASEURL=http://127.0.0.1:1"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.output.find("KASSABRO_RULE_BASEURL"), std::string::npos) << ended.output;
}

TEST(Start, a_proxy_that_is_none_is_named_and_ends_with_2) {
  const TempFolder folder;
  const auto ended = run(serve_line(folder, {"public.trusted_proxies=proxy.example.com"}));
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.output.find("public.trusted_proxies"), std::string::npos) << ended.output;
}

TEST(Start, a_trusted_proxy_says_who_calls) {
  System system({"public.trusted_proxies=127.0.0.1"});
  Caller caller;
  caller.call(http::Method::get, system.api_url() + "/consents", "",
              {{"Authorization", "Bearer " + system.token()}, {"X-Forwarded-For", "198.51.100.1, 203.0.113.7"}});
  EXPECT_TRUE(eventually([&] { return system.log().find("peer=203.0.113.7") != std::string::npos; })) << system.log();
}

TEST(Start, behind_a_trusted_proxy_each_caller_waits_for_what_they_have_guessed) {
  System system({"public.trusted_proxies=127.0.0.1"});
  Caller caller;
  const auto guess = [&](const std::string& who) {
    return caller.call(http::Method::get, system.base_url() + "/r/guess", "", {{"X-Forwarded-For", who}}).status;
  };
  for (int i = 0; i < 60; ++i) ASSERT_EQ(guess("203.0.113.7"), 404) << i;
  EXPECT_EQ(guess("203.0.113.7"), 429);
  EXPECT_EQ(guess("203.0.113.7, 203.0.113.8"), 404) << "what the proxy has added is who calls";
}

TEST(Start, an_outbound_host_that_is_none_is_named_and_ends_with_2) {
  const TempFolder folder;
  const auto ended = run(serve_line(folder, {"outbound.only=https://api.mysitoo.com"}));
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.output.find("outbound.only"), std::string::npos) << ended.output;
}

TEST(Start, a_taken_port_is_named_and_ends_with_2) {
  const TempFolder folder;
  const int taken = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  socklen_t size = sizeof address;
  ASSERT_EQ(::bind(taken, reinterpret_cast<sockaddr*>(&address), size), 0);
  ASSERT_EQ(::listen(taken, 1), 0);
  ASSERT_EQ(::getsockname(taken, reinterpret_cast<sockaddr*>(&address), &size), 0);
  const auto place = "127.0.0.1:" + std::to_string(ntohs(address.sin_port));
  const auto ended = run(serve_line(folder, {"public.listen=" + place}));
  ::close(taken);
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.output.find(place), std::string::npos) << ended.output;
  EXPECT_NE(ended.output.find("Is another program using this port?"), std::string::npos) << ended.output;
}

TEST(Start, a_data_folder_that_cannot_be_made_is_named_and_ends_with_2) {
  const TempFolder folder;
  std::ofstream(folder.path("file")) << "not a folder";
  const auto ended = run({program("kassabro"), "serve", "--set", "data.dir=" + folder.path("file") + "/data"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.output.find(folder.path("file")), std::string::npos) << ended.output;
}

TEST(Start, a_damaged_database_is_told_and_ends_with_2) {
  const TempFolder folder;
  std::filesystem::create_directory(folder.path("data"));
  std::ofstream(folder.path("data") + "/kassabro.db") << std::string(8192, 'x');
  std::ofstream(folder.path("data") + "/secret.key") << std::string(64, 'a');
  const auto ended = run(serve_line(folder));
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.output.find("damaged"), std::string::npos) << ended.output;
}

TEST(Start, a_second_server_on_the_same_folder_is_refused) {
  System system;
  const auto ended = run({program("kassabro"), "serve", "--set", "data.dir=" + system.data_dir(), "--set",
                          "public.listen=127.0.0.1:0", "--set", "admin.listen=127.0.0.1:0"});
  EXPECT_EQ(ended.status, 2);
  EXPECT_NE(ended.output.find("Another kassabro is running"), std::string::npos) << ended.output;
}

TEST(Start, sigterm_ends_it_in_order) {
  System system;
  EXPECT_EQ(system.stop_kassabro(), 0);
  EXPECT_NE(system.log().find("stopped"), std::string::npos);
}

// A file-size limit of the process fails its writes as a full disk does, and needs no disk of its own.
TEST(Start, a_full_disk_is_503_and_the_server_lives_on) {
  const TempFolder folder;
  const auto port = std::to_string(free_port());
  Process server({"/bin/bash", "-c",
                  "trap '' XFSZ; ulimit -f 600; exec " + program("kassabro") + " serve --set data.dir=" + folder.path("data") +
                      " --set public.listen=127.0.0.1:" + port + " --set admin.listen=127.0.0.1:0 --set log.level=off" +
                      " --set rule.base_url=http://127.0.0.1:1"},
                 folder.path("log"));
  Caller caller;
  const auto url = "http://127.0.0.1:" + port;
  ASSERT_TRUE(eventually([&] { return caller.call(http::Method::get, url + "/readyz").status == 200; })) << server.output();
  const auto added = run({program("kassabro"), "--json", "--set", "data.dir=" + folder.path("data"), "account", "add", "--name",
                          "Shop", "--rule-api-key", "rk_full_disk"});
  ASSERT_EQ(added.status, 0) << added.output;
  const std::vector<std::pair<std::string, std::string>> headers{{"Authorization", "Bearer rk_full_disk"}};
  int status = 200;
  for (int i = 0; i < 2000 && status == 200; ++i)
    status =
        caller
            .call(http::Method::post, url + "/sitoo/v1/contacts",
                  R"({"email":"c)" + std::to_string(i) + R"(@shop.se","company":")" + std::string(400, 'x') + R"("})", headers)
            .status;
  EXPECT_EQ(status, 503);
  EXPECT_EQ(caller.call(http::Method::get, url + "/healthz").status, 200);
  const auto found = caller.call(http::Method::get, url + "/sitoo/v1/contacts?key=c0@shop.se", "", headers);
  EXPECT_EQ(found.status, 200);
  EXPECT_NE(found.body.find("c0@shop.se"), std::string::npos);
}

}  // namespace
}  // namespace kassabro::tests
