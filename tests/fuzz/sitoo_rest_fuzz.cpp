// What Sitoo REST answers, and where it is.
#include "sitoo/rest/address.hpp"
#include "sitoo/rest/answers.hpp"
#include "sitoo/rest/z_report_wire.hpp"
#include "tests/fuzz/answer.hpp"

namespace kassabro::fuzz {
namespace {

void read_answer(const http::OutboundResponse& answer) {
  const auto text = sitoo::rest::error_text(answer.body);
  hold(text.size() <= 200 && is_utf8(text), "what Sitoo says is short");
  hold(!has_control_characters(text) && text.find('@') == std::string::npos, "what Sitoo says is fit for a log");
  const auto error = sitoo::rest::error_of(answer, now);
  hold(!error.message.empty(), "an error says what is wrong");
  if (error.not_before) {
    hold(*error.not_before >= now + std::chrono::seconds(1), "a wait is a second at least");
    hold(*error.not_before <= now + std::chrono::minutes(10), "a wait is ten minutes at most");
  }
  const auto body = sitoo::rest::read_body(answer);
  if (body && body->is_object()) static_cast<void>(sitoo::rest::read_z_report(body->get_object()));
}

void read_address(std::string_view text) {
  auto shop = account();
  shop.sitoo_base_url = text;
  const auto url = sitoo::rest::accounts_url(shop, "https://api.mysitoo.com");
  if (!url) return hold_field(url.error());
  hold(url->starts_with("https://") || url->starts_with("http://"), "an address is one of the web");
  hold(url->find_first_of(" \t\r\n?#") == std::string::npos, "an address has no blanks, and is an address only");
  hold(url->find("/accounts/") != std::string::npos, "an address names the account");
  static_cast<void>(sitoo::rest::is_on_host_of(*url, text));
}

}  // namespace

void run_one(std::string_view input) {
  read_answer(answer_of(input));
  read_address(input);
}

}  // namespace kassabro::fuzz
