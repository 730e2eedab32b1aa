#include "receipt_page/pages.hpp"

#include "http/problem.hpp"
#include "http/url.hpp"
#include "receipt/page.hpp"
#include "receipt/page_style.hpp"

namespace kassabro::receipt_page {
namespace {

using receipt::Language;

// Whether it shows a receipt or not, nobody keeps a page, finds it by searching, or learns its address from a link in it.
http::Response page(int status, std::string html) {
  http::Response response;
  response.status = status;
  response.content_type = "text/html; charset=utf-8";
  response.body = std::move(html);
  response.headers = {{"Content-Security-Policy", receipt::page_security_policy()},
                      {"X-Robots-Tag", "noindex, nofollow"},
                      {"Cache-Control", "private, no-store"},
                      {"Referrer-Policy", "no-referrer"},
                      {"X-Content-Type-Options", "nosniff"}};
  return response;
}

std::optional<Language> wanted_language(const http::Request& request) {
  const http::Query query(request.query());
  if (const auto named = query.find("lang"))
    if (const auto language = receipt::parse_language(*named)) return language;
  return receipt::accepted_language(request.header("Accept-Language").value_or(""));
}

}  // namespace

Async<http::Response> ReceiptPages::handle(const http::Request& request, std::string_view token) {
  if (request.method != http::Method::get && request.method != http::Method::head) {
    auto refusal = http::problem(405, "A receipt is only read.");
    refusal.headers.emplace_back("Allow", "GET, HEAD");
    co_return refusal;
  }
  if (!guesses_.may_try(request.peer)) {
    auto refusal = page(429, receipt::notice_html(receipt::Notice::wait));
    refusal.headers.emplace_back("Retry-After", "60");
    co_return refusal;
  }
  const auto found = co_await links_.find(token);
  switch (found.state) {
    case app::ReceiptLinkState::unknown: guesses_.note_wrong(request.peer); break;
    case app::ReceiptLinkState::expired: co_return page(410, receipt::notice_html(receipt::Notice::expired));
    case app::ReceiptLinkState::open: {
      const auto shown = co_await read_.by_order(found.link.account, found.link.order_id, wanted_language(request));
      if (shown) co_return page(200, receipt::page_html(*shown));
    }
  }
  co_return page(404, receipt::notice_html(receipt::Notice::not_found));
}

}  // namespace kassabro::receipt_page
