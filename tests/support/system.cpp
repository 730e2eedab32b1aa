#include "tests/support/system.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <thread>

namespace kassabro::tests {
namespace {

constexpr std::chrono::milliseconds poll_interval{20};

// Below the folder of the machine's architecture.
std::string faketime_library() {
  for (const auto& entry : std::filesystem::directory_iterator("/usr/lib")) {
    const auto path = entry.path() / "faketime" / "libfaketimeMT.so.1";
    if (std::filesystem::exists(path)) return path;
  }
  throw std::runtime_error("libfaketime is not installed");
}

}  // namespace

json::value Answer::json() const { return parse_json(body).value_or(json::value()); }

Answer Caller::call(http::Method method, const std::string& url, const std::string& body,
                    std::vector<std::pair<std::string, std::string>> headers, std::chrono::milliseconds timeout) {
  http::OutboundRequest request;
  request.method = method;
  request.url = url;
  request.body = body;
  request.headers = std::move(headers);
  request.timeout = timeout;
  auto result = boost::asio::co_spawn(io_.at(0), client_.send(std::move(request)), boost::asio::use_future).get();
  if (!result) return {0, result.error().message};
  const auto set = std::string(result->header("set-cookie").value_or(""));
  return {result->status, std::move(result->body), set.substr(0, set.find(';'))};
}

bool eventually(const std::function<bool()>& holds, std::chrono::seconds patience) {
  const auto end = std::chrono::steady_clock::now() + patience;
  while (!holds()) {
    if (std::chrono::steady_clock::now() > end) return false;
    std::this_thread::sleep_for(poll_interval);
  }
  return true;
}

System::System(std::vector<std::string> more_settings, Time time)
    : more_settings_(std::move(more_settings)), time_(time), sandbox_port_(free_port()), public_port_(free_port()) {
  if (wants_postgres()) shared_store_.emplace();
  std::vector<std::string> sandbox_arguments{program("kassabro-sandbox"), "--listen",
                                             "127.0.0.1:" + std::to_string(sandbox_port_)};
  if (time_ == Time::virtual_) {
    sandbox_arguments.emplace_back("--clock-file");
    sandbox_arguments.push_back(folder_.path("clock"));
  }
  sandbox_ = std::make_unique<Process>(std::move(sandbox_arguments), folder_.path("sandbox.log"));
  if (!eventually([&] { return sandbox(http::Method::get, "/control/calls").status == 200; }))
    throw std::runtime_error("the sandbox did not start: " + sandbox_->output());
  start_kassabro();
}

void System::start_kassabro() {
  std::vector<std::string> arguments{program("kassabro"), "serve"};
  std::vector<std::string> settings{"data.dir=" + data_dir(), "public.listen=127.0.0.1:" + std::to_string(public_port_),
                                    "admin.listen=127.0.0.1:0", "rule.base_url=" + sandbox_url() + "/rule/api",
                                    "sitoo.base_url=" + sandbox_url() + "/sitoo"};
  if (shared_store_) settings.push_back("store.url=" + shared_store_->url());
  settings.insert(settings.end(), more_settings_.begin(), more_settings_.end());
  for (auto& setting : settings) {
    arguments.emplace_back("--set");
    arguments.push_back(std::move(setting));
  }
  std::vector<std::string> environment;
  if (time_ == Time::virtual_)
    environment = {"LD_PRELOAD=" + faketime_library(), "FAKETIME_TIMESTAMP_FILE=" + folder_.path("clock"),
                   "FAKETIME_DONT_FAKE_MONOTONIC=1", "FAKETIME_NO_CACHE=1"};
  kassabro_ =
      std::make_unique<Process>(std::move(arguments), folder_.path("kassabro.log"), std::move(environment), before_exec_);
  const auto is_ready = [&] {
    return kassabro(http::Method::get, "/readyz").status == 200 || log().find("started public=https://") != std::string::npos;
  };
  if (!eventually([&] { return is_ready() || !kassabro_->is_running(); }) || !kassabro_->is_running())
    throw std::runtime_error("kassabro did not start: " + kassabro_->output());
}

void System::kill_kassabro() {
  kassabro_->send(SIGKILL);
  kassabro_->wait();
}

int System::stop_kassabro() {
  kassabro_->send(SIGTERM);
  return kassabro_->wait();
}

Answer System::spi(http::Method method, const std::string& path, const std::string& body) {
  return caller_.call(method, api_url() + path, body, {{"Authorization", "Bearer " + token_}});
}

Answer System::sandbox(http::Method method, const std::string& path, const std::string& body) {
  return caller_.call(method, sandbox_url() + path, body);
}

Answer System::kassabro(http::Method method, const std::string& path, const std::string& body) {
  return caller_.call(method, base_url() + path, body);
}

std::string System::admin_url() const {
  std::string url;
  std::ifstream(data_dir() + "/kassabro.lock") >> url;
  return url;
}

Answer System::admin(http::Method method, const std::string& path, const std::string& body) {
  std::string token;
  std::ifstream(data_dir() + "/admin.token") >> token;
  return caller_.call(method, admin_url() + path, body, {{"Authorization", "Bearer " + token}});
}

Finished System::command(std::vector<std::string> arguments) {
  std::vector<std::string> line{program("kassabro"), "--json", "--set", "data.dir=" + data_dir()};
  if (shared_store_) line.insert(line.end(), {"--set", "store.url=" + shared_store_->url()});
  line.insert(line.end(), arguments.begin(), arguments.end());
  return run(std::move(line));
}

void System::change_store(const std::string& sql) {
  if (shared_store_) {
    shared_store_->ask(sql);
    return;
  }
  const auto done = run({"/usr/bin/sqlite3", data_dir() + "/kassabro.db", sql});
  if (done.status != 0) throw std::runtime_error("sqlite3: " + done.output);
}

json::value System::rule_dump() {
  auto answer = sandbox(http::Method::get, "/control/rule/accounts/" + token_ + "/dump");
  if (answer.status != 200) throw std::runtime_error("no dump: " + answer.body);
  return answer.json();
}

bool System::wait_until_delivered(std::chrono::seconds patience) {
  return eventually(
      [&] {
        for (const char* state : {"pending", "leased"}) {
          const auto listed = command({"outbox", "list", "--state", state, "--limit", "1"});
          if (listed.status != 0 || listed.output != "{\"items\":[],\"next\":null}\n") return false;
        }
        // A row may have gone from one state to the other between the two looks: one look at all of them decides.
        const auto all = command({"outbox", "list", "--limit", "10000"});
        return all.status == 0 && all.output.find(R"("state":"pending")") == std::string::npos &&
               all.output.find(R"("state":"leased")") == std::string::npos;
      },
      patience);
}

bool System::wait_until_quiet(std::chrono::seconds patience) {
  const auto arrived = eventually(
      [&] {
        const auto answer = sandbox(http::Method::get, "/control/pos/pending").json();
        const auto pending = answer.is_object() ? answer.get_object() : json::object{};
        if (int_member(pending, "copies").value_or(1) != 0 || int_member(pending, "events").value_or(1) != 0) return false;
        const auto fetches = command({"events", "list", "--state", "pending", "--limit", "1"});
        return fetches.status == 0 && fetches.output == "{\"items\":[]}\n";
      },
      patience);
  return arrived && wait_until_delivered(patience);
}

}  // namespace kassabro::tests
