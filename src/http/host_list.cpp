#include "http/host_list.hpp"

#include <curl/curl.h>

#include <algorithm>
#include <memory>

#include "base/text.hpp"
#include "http/address_list.hpp"

namespace kassabro::http {
namespace {

constexpr std::size_t name_bytes_max = 253;

bool is_host_name(std::string_view text) {
  const bool has_name = !text.empty() && text.size() <= name_bytes_max && text.front() != '.' && text.back() != '.';
  return has_name && text.find("..") == std::string_view::npos &&
         text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.") == std::string_view::npos;
}

// An address has several spellings.
std::string one_spelling(std::string_view host) {
  const auto address = parse_address(host);
  return address ? address->to_string() : std::string(host);
}

}  // namespace

Result<HostList> HostList::parse(std::string_view text) {
  HostList list;
  for (const auto part : list_parts(text)) {
    const auto written = ascii_lowered(part);
    const bool is_ending = written.starts_with("*.");
    if (is_ending && is_host_name(written.substr(2)))
      list.endings_.push_back(written.substr(1));
    else if (!is_ending && (is_host_name(written) || parse_address(written)))
      list.hosts_.push_back(one_spelling(written));
    else
      return fail(invalid("", "\"" + std::string(part) + "\" is no host such as \"api.example.com\" or \"*.example.com\"."));
  }
  return list;
}

bool HostList::allows(std::string_view host) const {
  if (is_empty()) return true;
  const auto is_this = [&](const std::string& ending) { return host.size() > ending.size() && host.ends_with(ending); };
  return std::ranges::find(hosts_, one_spelling(host)) != hosts_.end() || std::ranges::any_of(endings_, is_this);
}

std::string host_of(const std::string& url) {
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed(curl_url(), &curl_url_cleanup);
  char* text = nullptr;
  if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) return {};
  if (curl_url_get(parsed.get(), CURLUPART_HOST, &text, 0) != CURLUE_OK) return {};
  auto host = ascii_lowered(text);
  curl_free(text);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  if (host.ends_with('.')) host.pop_back();
  return host;
}

}  // namespace kassabro::http
