#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "http/client.hpp"
#include "http/io_threads.hpp"
#include "tests/support/process.hpp"
#include "tests/support/shared_store.hpp"

namespace kassabro::tests {

struct Answer {
  int status = 0;  // 0: no answer came
  std::string body;
  json::value json() const;  // null when it is no JSON
  std::string cookie = {};   // of Set-Cookie: "name=value"
};

// Calls over HTTP and waits.
class Caller {
 public:
  Answer call(http::Method method, const std::string& url, const std::string& body = {},
              std::vector<std::pair<std::string, std::string>> headers = {},
              std::chrono::milliseconds timeout = std::chrono::seconds(30));

 private:
  http::IoThreads io_{1};
  http::Client client_;
};

// Tries until it holds; the test fails by its own time-out when it never does.
bool eventually(const std::function<bool()>& holds, std::chrono::seconds patience = std::chrono::seconds(30));

// kassabro and kassabro-sandbox as real processes on free ports, with a data folder of their own.
class System {
 public:
  // Whose clock kassabro follows: the machine's, or the sandbox's virtual one (`POST /control/clock`), by libfaketime.
  enum class Time { real, virtual_ };
  explicit System(std::vector<std::string> more_settings = {}, Time time = Time::real);

  void start_kassabro();
  void kill_kassabro();  // kill -9
  int stop_kassabro();   // SIGTERM; the exit code

  // A call of SPI v1 with the token.
  Answer spi(http::Method method, const std::string& path, const std::string& body = {});
  // A call of the sandbox's own paths ("/control/reset").
  Answer sandbox(http::Method method, const std::string& path, const std::string& body = {});
  Answer kassabro(http::Method method, const std::string& path, const std::string& body = {});
  // A call of the admin API with its token.
  Answer admin(http::Method method, const std::string& path, const std::string& body = {});
  std::string admin_url() const;
  // The command line on this data folder, with --json.
  Finished command(std::vector<std::string> arguments);

  // One more setting, from the next start on.
  void set(std::string setting) { more_settings_.push_back(std::move(setting)); }
  // What kassabro's process does first, from the next start on.
  void start_with(std::function<void()> before_exec) { before_exec_ = std::move(before_exec); }
  // As whoever has the database in hand; kassabro must not run.
  void change_store(const std::string& sql);

  // Everything that Rule has of the token's account.
  json::value rule_dump();
  // Waits until the outbox has nothing pending or leased.
  bool wait_until_delivered(std::chrono::seconds patience = std::chrono::seconds(60));
  // Waits until nothing of the till, of Sitoo's events, of the fetches and of the outbox is under way.
  bool wait_until_quiet(std::chrono::seconds patience = std::chrono::seconds(60));

  std::uint16_t public_port() const { return public_port_; }
  std::string base_url() const { return "http://127.0.0.1:" + std::to_string(public_port_); }
  std::string api_url() const { return base_url() + "/sitoo/v1"; }
  std::string sandbox_url() const { return "http://127.0.0.1:" + std::to_string(sandbox_port_); }
  std::string data_dir() const { return folder_.path("data"); }
  std::string log() const { return kassabro_->output(); }

  // Lines are written out a moment after what they tell of.
  bool has_logged(std::string_view text) const {
    return eventually([&] { return log().find(text) != std::string::npos; });
  }
  const std::string& token() const { return token_; }
  pid_t pid() const { return kassabro_->pid(); }

 private:
  TempFolder folder_;
  std::optional<SharedStore> shared_store_;  // absent: SQLite in the folder
  std::vector<std::string> more_settings_;
  std::function<void()> before_exec_;
  Time time_;
  std::uint16_t sandbox_port_;
  std::uint16_t public_port_;
  std::string token_ = "rk_system_test";
  Caller caller_;
  std::unique_ptr<Process> sandbox_;
  std::unique_ptr<Process> kassabro_;
};

}  // namespace kassabro::tests
