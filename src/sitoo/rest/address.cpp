#include "sitoo/rest/address.hpp"

#include "base/text.hpp"

namespace kassabro::sitoo::rest {
namespace {

constexpr std::string_view accounts_part = "/accounts/";

bool is_number(std::string_view text) {
  return !text.empty() && text.size() < 19 && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string_view without_slashes(std::string_view url) {
  while (url.ends_with('/')) url.remove_suffix(1);
  return url;
}

Result<std::string> with_own_number(std::string_view url, std::size_t place) {
  const auto number = url.substr(place + accounts_part.size());
  if (!is_number(number))
    return fail(
        invalid("sitoo_base_url", "What follows /accounts/ in the address must be Sitoo's account number and the end."));
  return std::string(url);
}

// "https://api.mysitoo.com" of "https://API.mysitoo.com/v2/accounts/1500".
std::string origin_of(std::string_view url) {
  const auto host = url.find("://");
  return ascii_lowered(host == std::string_view::npos ? url : url.substr(0, url.find('/', host + 3)));
}

}  // namespace

bool is_on_host_of(std::string_view url, std::string_view default_base_url) {
  return origin_of(url) == origin_of(trimmed(default_base_url));
}

Result<std::string> accounts_url(const app::Account& account, std::string_view default_base_url) {
  if (account.sitoo_api_id.empty()) return fail(invalid("sitoo_api_id", "The API id of Sitoo REST is not set."));
  if (account.sitoo_password.empty()) return fail(invalid("sitoo_password", "The API password of Sitoo REST is not set."));
  const auto written = account.sitoo_base_url.empty() ? default_base_url : std::string_view(account.sitoo_base_url);
  const auto url = without_slashes(trimmed(written));
  const auto scheme_end = url.find("://");
  const bool is_web = url.starts_with("https://") || url.starts_with("http://");
  if (!is_web || url.size() == scheme_end + 3 || url.find_first_of("?# \t\r\n") != std::string_view::npos)
    return fail(invalid("sitoo_base_url", "This is not an address such as https://api.mysitoo.com."));
  if (const auto place = url.find(accounts_part); place != std::string_view::npos) return with_own_number(url, place);
  const auto number = std::string_view(account.sitoo_api_id).substr(0, account.sitoo_api_id.find('-'));
  if (!is_number(number))
    return fail(invalid("sitoo_api_id",
                        "An API id begins with Sitoo's account number, such as 1500-1. If yours does not, let "
                        "sitoo_base_url end in /v2/accounts/ and the number."));
  const std::string_view version = url.ends_with("/v2") ? "" : "/v2";
  return std::string(url) + std::string(version) + std::string(accounts_part) + std::string(number);
}

}  // namespace kassabro::sitoo::rest
