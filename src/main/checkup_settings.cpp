#include <fmt/format.h>
#include <fmt/ranges.h>

#include "base/time_text.hpp"
#include "http/address_list.hpp"
#include "http/host_list.hpp"
#include "main/checkup.hpp"

namespace kassabro::main {
namespace {

std::string_view host_of_listen(std::string_view listen) {
  auto host = listen.substr(0, listen.rfind(':'));
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  return host;
}

// "https://user@till.example.com:8443/x" is till.example.com
std::string_view host_of_url(std::string_view url) {
  const auto scheme = url.find("://");
  if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const auto at = url.rfind('@'); at != std::string_view::npos) url.remove_prefix(at + 1);
  if (url.starts_with('[')) return url.substr(1, url.find(']') - 1);
  return url.substr(0, url.find(':'));
}

bool is_this_machine(std::string_view host) {
  if (host == "localhost") return true;
  const auto address = http::parse_address(host);
  return address && address->is_loopback();
}

// Names are not looked up: of what has one, nobody knows from here where it leads.
bool is_inside(std::string_view host) {
  const auto address = http::parse_address(host);
  return host == "localhost" || (address && !http::is_public_address(*address));
}

void check_public_address(const Config& config, Troubles& out) {
  const bool open = !is_this_machine(host_of_listen(config.public_listen));
  const bool has_certificate = !config.public_tls_certificate.empty();
  const bool is_https = config.public_base_url.starts_with("https://");
  if (!is_https && !config.public_base_url.starts_with("http://"))
    out.push_back({"public_url_wrong", Severity::error, "public.base_url",
                   "It is no address that begins with https://: " + config.public_base_url + ".",
                   "Set public.base_url to how Sitoo reaches this server, as https://till.example.com."});
  else if (has_certificate && !is_https)
    out.push_back({"public_url_wrong", Severity::error, "public.base_url",
                   "The public listener speaks HTTPS, and the address that Sitoo is told begins with http://.",
                   "Write https:// in public.base_url."});
  else if (open && is_this_machine(host_of_url(config.public_base_url)))
    out.push_back({"public_url_missing", Severity::error, "public.base_url",
                   "The public listener is open to the network, but no till can reach " + config.public_base_url + ".",
                   "Set public.base_url to how Sitoo reaches this server, as https://till.example.com."});
  else if (open && !is_https)
    out.push_back(
        {"public_url_plain", Severity::error, "public.base_url",
         "Tills send their tokens and customers over the network without encryption (" + config.public_base_url + ").",
         "Set public.tls_certificate and public.tls_key, or put a proxy with a certificate before public.listen; then "
         "write https:// in public.base_url."});
  else if (open && !has_certificate && config.public_trusted_proxies.empty())
    out.push_back({"public_listen_open", Severity::warning, "public.listen",
                   "Whoever reaches " + config.public_listen + " can pass by the proxy that encrypts.",
                   "Set public.listen to 127.0.0.1 if the proxy runs on this machine; if not, name it in "
                   "public.trusted_proxies and let a firewall keep others out."});
}

void check_listeners(const Config& config, Troubles& out) {
  if (config.public_listen == config.admin_listen && !config.admin_listen.ends_with(":0"))
    out.push_back({"listeners_same", Severity::error, "admin.listen",
                   "Both listeners want " + config.admin_listen + ": the server cannot start.",
                   "Give admin.listen a port of its own."});
  if (!is_this_machine(host_of_listen(config.admin_listen)))
    out.push_back({"admin_listen_open", Severity::warning, "admin.listen",
                   "The admin pages and the API are open to the network, without encryption (" + config.admin_listen + ").",
                   "Set admin.listen to 127.0.0.1:8081, and reach it through a tunnel (ssh -L)."});
}

void check_lists(const Config& config, Troubles& out) {
  for (const auto& [key, text] :
       {std::pair{"public.trusted_proxies", config.public_trusted_proxies}, std::pair{"outbound.allow", config.outbound_allow}})
    if (const auto list = http::AddressList::parse(text); !list)
      out.push_back({"setting_wrong", Severity::error, key, list.error().message,
                     fmt::format("Write addresses and networks in {}, separated by commas: 127.0.0.1, 10.0.0.0/8.", key)});
  if (const auto list = http::HostList::parse(config.outbound_only); !list)
    out.push_back({"setting_wrong", Severity::error, "outbound.only", list.error().message,
                   "Write hosts in outbound.only, separated by commas: api.mysitoo.com, *.example.com."});
  constexpr std::array<std::string_view, 6> levels{"trace", "debug", "info", "warn", "error", "off"};
  if (std::ranges::find(levels, config.log_level) == levels.end())
    out.push_back({"setting_wrong", Severity::error, "log.level", "\"" + config.log_level + "\" is no level.",
                   fmt::format("Set log.level to one of {}.", fmt::join(levels, ", "))});
}

void check_called(const Config& config, Troubles& out) {
  for (const auto& [key, url] :
       {std::pair{"rule.base_url", config.rule_base_url}, std::pair{"sitoo.base_url", config.sitoo_base_url}})
    if (url.starts_with("http://") && !is_this_machine(host_of_url(url)))
      out.push_back({"called_plainly", Severity::error, key,
                     "Keys and customers are sent over the network without encryption (" + url + ").",
                     fmt::format("Write https:// in {}.", key)});
  const auto& alerts = config.alerts_webhook;  // it is a secret as a whole
  if (alerts.starts_with("http://") && !is_inside(host_of_url(alerts)))
    out.push_back({"alerts_plain", Severity::warning, "alerts.webhook",
                   "Alerts leave the network without encryption, with the secret in their address.",
                   "Write https:// in alerts.webhook."});
}

}  // namespace

Troubles check_settings(const Config& config) {
  Troubles out;
  check_public_address(config, out);
  check_listeners(config, out);
  check_lists(config, out);
  check_called(config, out);
  return out;
}

Troubles check_zones(const Config& config, const std::vector<app::Account>& accounts) {
  if (!is_time_zone("Etc/UTC"))
    return {{"zones_missing", Severity::error, "/usr/share/zoneinfo", "This machine has no time zone data.",
             "Install the package tzdata, and restart the server."}};
  Troubles out;
  if (!is_time_zone(config.default_time_zone))
    out.push_back({"zone_unknown", Severity::error, "default.time_zone",
                   "\"" + config.default_time_zone + "\" is no time zone that this machine knows.",
                   "Write its IANA name, as Europe/Stockholm."});
  for (const auto& account : accounts)
    if (!is_time_zone(account.time_zone))
      out.push_back({"zone_unknown", Severity::error, fmt::format("account {}", account.id),
                     "\"" + account.time_zone + "\" is no time zone that this machine knows: its times in Rule are UTC.",
                     fmt::format("kassabro account set {} --time-zone Europe/Stockholm", account.id)});
  return out;
}

Troubles adopt_settings(Config& config, const RunningServer& server) {
  const auto told = parse_json(server.settings);
  if (!told || !told->is_object()) return {};
  const auto mine = told_settings(config);
  std::vector<std::string_view> other;
  for (const auto& [key, value] : told->get_object()) {
    const auto* own = mine.if_contains(key);
    if (own == nullptr || *own == value) continue;
    other.push_back(key);
    if (key != "store.url" && value.is_string())
      static_cast<void>(assign_setting(config, key, std::string(value.get_string())));
  }
  if (other.empty()) return {};
  return {{"server_has_other_settings", Severity::warning, fmt::format("{}", fmt::join(other, ", ")),
           "The running server has other settings than this command; the server's were looked at.",
           "Give the command the server's settings (--config), or restart the server if they were changed since it started."}};
}

bool names_store_of(const Config& config, const RunningServer& server) {
  const auto told = parse_json(server.settings);
  return !told || !told->is_object() ||
         text_member(told->get_object(), "store.url") == text_member(told_settings(config), "store.url");
}

bool has_error(const Troubles& troubles) {
  return std::ranges::any_of(troubles, [](const Trouble& trouble) { return trouble.severity == Severity::error; });
}

json::array to_json(const Troubles& troubles) {
  json::array out;
  for (const auto& trouble : troubles)
    out.push_back(json::object{{"code", trouble.code},
                               {"severity", trouble.severity == Severity::error ? "error" : "warning"},
                               {"subject", trouble.subject},
                               {"text", trouble.text},
                               {"fix", trouble.fix}});
  return out;
}

}  // namespace kassabro::main
