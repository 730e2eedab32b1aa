#include "sandbox/answers/answers.hpp"
#include "sandbox/sitoo/pos_api.hpp"

namespace kassabro::sandbox::sitoo {
namespace {

// The caller holds the books' mutex.
http::Response settings_answer(const Books& books) {
  auto body = settings_json(books.settings);
  body.erase("token_carrier");  // a test's switch, not the backoffice's
  return json_answer(std::move(body));
}

http::Response get_settings(Books& books) {
  const std::scoped_lock lock(books.mutex);
  return settings_answer(books);
}

http::Response put_settings(Books& books, const json::object& body) {
  const std::scoped_lock lock(books.mutex);
  auto parsed = parse_settings(body, books.settings);
  if (!parsed) return error_answer(parsed.error());
  books.settings = std::move(*parsed);
  return settings_answer(books);
}

// GET /consents is the one call without parameters in both generations, and it needs the token.
Async<http::Response> test_connection(CrmContacts& contacts, const json::object& body) {
  const auto spi = parse_spi(body, Spi::v1);
  if (!spi) co_return error_answer(spi.error());
  const auto answer = co_await contacts.consents({*spi});
  if (answer.ok()) co_return json_answer(json::object{{"ok", true}, {"status", 200}, {"milliseconds", answer.milliseconds}});
  co_return json_answer(
      json::object{{"ok", false}, {"status", answer.status}, {"message", describe(answer.status, refusal_text(answer))}});
}

}  // namespace

Async<http::Response> answer_backoffice(Books& books, CrmContacts& contacts, const http::Request& request,
                                        std::string_view path) {
  const auto body = parse_object(request.body);
  if (!body) co_return error_answer(body.error());
  const auto is_call = [&](http::Method method, std::string_view name) { return request.method == method && path == name; };
  if (is_call(http::Method::get, "/settings")) co_return get_settings(books);
  if (is_call(http::Method::put, "/settings")) co_return put_settings(books, *body);
  if (is_call(http::Method::post, "/test-connection")) co_return co_await test_connection(contacts, *body);
  co_return error_answer(404, "There is no such call.");
}

}  // namespace kassabro::sandbox::sitoo
