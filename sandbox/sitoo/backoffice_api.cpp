#include "sandbox/answers/answers.hpp"
#include "sandbox/sitoo/pos_api.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

http::Response get_settings(Books& books) {
  const std::scoped_lock lock(books.mutex);
  return json_answer(json::object{{"custom_crm", custom_crm_json(books.settings.custom_crm)}});
}

http::Response put_settings(Books& books, const json::object& body) {
  const std::scoped_lock lock(books.mutex);
  auto parsed = parse_settings(body, books.settings);
  if (!parsed) return error_answer(parsed.error());
  books.settings = std::move(*parsed);
  return json_answer(json::object{{"custom_crm", custom_crm_json(books.settings.custom_crm)}});
}

// GET {api_url}/consents is the one call of SPI v1 without parameters, and it needs the token.
Async<http::Response> test_connection(Books& books, CrmClient& client) {
  Settings settings;
  {
    const std::scoped_lock lock(books.mutex);
    settings = books.settings;
  }
  const auto answer = co_await client.call_v1(settings, http::Method::get, "/consents");
  if (answer.ok()) co_return json_answer(json::object{{"ok", true}, {"status", 200}, {"milliseconds", answer.milliseconds}});
  co_return json_answer(
      json::object{{"ok", false}, {"status", answer.status}, {"message", describe(answer.status, answer.message)}});
}

}  // namespace

Async<http::Response> answer_backoffice(Books& books, CrmClient& client, const http::Request& request, std::string_view path) {
  const auto body = parse_object(request.body);
  if (!body) co_return error_answer(body.error());
  const auto is_call = [&](http::Method method, std::string_view name) { return request.method == method && path == name; };
  if (is_call(http::Method::get, "/settings")) co_return get_settings(books);
  if (is_call(http::Method::put, "/settings")) co_return put_settings(books, *body);
  if (is_call(http::Method::post, "/test-connection")) co_return co_await test_connection(books, client);
  co_return error_answer(404, "There is no such call.");
}

}  // namespace kassabro::sandbox::sitoo
