#include "main/admin_call.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/use_future.hpp>
#include <limits>

#include "http/client.hpp"
#include "main/core.hpp"
#include "observability/log.hpp"

namespace kassabro::main {
namespace {

// Whoever asks at night must not wait for a server that hangs as long as for one that works.
constexpr std::chrono::seconds sign_of_life_max{10};
constexpr std::chrono::minutes answer_max{10};  // a large file is read and compared meanwhile

// The server's answer; throws InfrastructureFailure when there is none.
http::OutboundResponse ask(const RunningServer& server, http::IoThreads& io, http::Client& client,
                           http::OutboundRequest request) {
  request.url = server.admin_url + request.url;
  auto result = boost::asio::co_spawn(io.at(0), client.send(std::move(request)), boost::asio::use_future).get();
  if (!result)
    throw InfrastructureFailure("The running server does not answer on " + server.admin_url + ": " + result.error().message);
  return std::move(*result);
}

AdminAnswer call_running(const RunningServer& server, http::Method method, const std::string& target, const std::string& body) {
  http::IoThreads io(1);
  http::Client client({.answer_bytes_max = std::numeric_limits<std::size_t>::max()});  // of a person it may be much
  http::OutboundRequest sign_of_life;
  sign_of_life.url = "/api/v1/session";
  sign_of_life.timeout = sign_of_life_max;
  ask(server, io, client, std::move(sign_of_life));
  http::OutboundRequest request;
  request.method = method;
  request.url = target;
  request.headers = {{"Authorization", "Bearer " + server.admin_token.reveal()}, {"Content-Type", "application/json"}};
  request.body = body;
  request.timeout = answer_max;
  auto answer = ask(server, io, client, std::move(request));
  return {answer.status, std::move(answer.body)};
}

AdminAnswer call_store(const Config& config, http::Method method, const std::string& target, const std::string& body) {
  DataFolder folder(config.data_dir);
  http::IoThreads io(1);
  Core core(config, folder);
  const auto authorization = "Bearer " + folder.admin_token().reveal();
  http::Request request;
  request.method = method;
  request.method_text = http::method_name(method);
  request.target = target;
  request.headers = {{"Authorization", authorization}};
  request.body = body;
  const auto response = boost::asio::co_spawn(io.at(0), core.handle_admin(request), boost::asio::use_future).get();
  core.stop();
  io.stop();
  return {response.status, response.body};
}

}  // namespace

AdminAnswer call_admin(const Config& config, http::Method method, const std::string& target, const std::string& body) {
  observability::start_log("off");
  if (const auto server = find_running_server(config.data_dir)) return call_running(*server, method, target, body);
  return call_store(config, method, target, body);
}

}  // namespace kassabro::main
