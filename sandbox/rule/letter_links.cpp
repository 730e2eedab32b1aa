#include "sandbox/rule/letter_links.hpp"

#include <algorithm>

#include "sandbox/rcml/html_parts.hpp"
#include "sandbox/rule/wire.hpp"

namespace kassabro::sandbox::rule {
namespace {

http::Response page(int status, std::string_view title, std::string_view text) {
  http::Response response;
  response.status = status;
  response.content_type = "text/html; charset=utf-8";
  response.body = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>" + std::string(title) +
                  "</title><body style=\"font-family:sans-serif;margin:4rem auto;max-width:32rem\"><h1>" + std::string(title) +
                  "</h1><p>" + std::string(text) + "</p></body></html>\n";
  return response;
}

const Letter* find_letter(const Account& account, std::string_view name) {
  const auto found = std::ranges::find_if(account.letters, [&](const Letter& letter) {
    return !letter.secret.empty() && std::to_string(letter.id) + "-" + letter.secret == name;
  });
  return found == account.letters.end() ? nullptr : &*found;
}

http::Response unsubscribe(State& state, Account& account, const http::Request& request, const Letter& letter, Timestamp now) {
  // Mail programs ask for the head of links to look at them; that unsubscribes nobody.
  if (request.method != http::Method::get && request.method != http::Method::post) return page(200, "Unsubscribe", "");
  auto* subscriber = account.find_subscriber(letter.subscriber_id);
  if (subscriber == nullptr) return page(404, "Not found", "There is no such subscriber any more.");
  const http::Query query("");
  const http::PathParams params;
  const json::object body;
  Call call{state, account, request, query, params, body, Version::v2, now, ""};
  suppress_subscriber(call, *subscriber, "campaign", letter.is_sms ? "text_message" : "email", "user");
  return page(200, "You have been unsubscribed",
              rcml::escape_html(letter.to) + " gets no more " + (letter.is_sms ? "text messages" : "newsletters") + " from " +
                  rcml::escape_html(account.name) + ".");
}

http::Response show(const Letter& letter, std::string_view base_url) {
  http::Response response;
  response.content_type = letter.is_sms ? "text/plain; charset=utf-8" : "text/html; charset=utf-8";
  response.body = with_root(letter.is_sms ? letter.plain : letter.html, base_url);
  // A letter is a stranger on this origin: its markup may show, not run.
  response.headers.emplace_back("Content-Security-Policy", "sandbox allow-popups; script-src 'none'");
  return response;
}

}  // namespace

http::Response answer_letter_link(State& state, const http::Request& request, std::string_view path, std::string_view base_url,
                                  Timestamp now) {
  auto params = http::match_path("/{account}/{letter}", path);
  const bool shows = params.has_value();
  if (!shows) params = http::match_path("/{account}/{letter}/unsubscribe", path);
  const std::scoped_lock lock(state.mutex);
  auto* account = params ? state.find_account_of_key((*params)[0]) : nullptr;
  const auto* letter = account == nullptr ? nullptr : find_letter(*account, (*params)[1]);
  if (letter == nullptr) return page(404, "Not found", "There is no such letter.");
  return shows ? show(*letter, base_url) : unsubscribe(state, *account, request, *letter, now);
}

}  // namespace kassabro::sandbox::rule
