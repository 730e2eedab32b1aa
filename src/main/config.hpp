#pragma once

#include <chrono>
#include <map>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/result.hpp"

namespace kassabro::main {

// `kassabro serve`'s settings. Every key is a line of the table in config.cpp.
struct Config {
  std::string data_dir = "/var/lib/kassabro";
  std::string store_url;  // empty: SQLite in data.dir
  std::string public_listen = "0.0.0.0:8080";
  std::string public_base_url;  // empty: http:// and public.listen
  std::string public_tls_certificate;  // PEM files; both empty: HTTP
  std::string public_tls_key;
  std::string public_trusted_proxies;  // addresses and networks, separated by commas
  int public_account_rate = 1'000;      // calls a second of one account; 0: no limit
  std::string admin_listen = "127.0.0.1:8081";
  std::string outbound_allow;  // addresses and networks, separated by commas, that accounts' own addresses may lead to
  std::string outbound_only;   // hosts, separated by commas, and the only ones where these are; empty: any
  std::string rule_base_url = "https://app.rule.io/api";
  std::chrono::milliseconds rule_read_max_age{60'000};
  std::chrono::milliseconds rule_read_deadline{700};
  std::chrono::milliseconds mirror_every{24 * 3'600'000};
  std::chrono::milliseconds reconcile_every{24 * 3'600'000};
  std::chrono::milliseconds outbox_keep_attempts{std::chrono::days(30)};  // what was sent and answered
  std::chrono::milliseconds lookups_keep{std::chrono::days(30)};          // whom tills were shown
  std::chrono::milliseconds webhooks_keep_messages{std::chrono::days(30)};  // what integrators were told
  int retention_inbox_days = 90;  // of what is over; 0: for ever
  int retention_quarantine_days = 365;
  int retention_imports_days = 365;
  int retention_order_fetches_days = 90;
  int retention_deliveries_days = 365;
  int retention_unregistered_days = 365;
  std::string sitoo_base_url = "https://api.mysitoo.com";
  std::string alerts_webhook;  // where alerts go; all empty: the log only
  std::string alerts_smtp;
  std::string alerts_mail_from;
  std::string alerts_mail_to;
  std::chrono::milliseconds alerts_silence{std::chrono::hours(2)};  // of a store that sells at this time of the week
  std::string log_level = "info";
  std::string default_country = "SE";
  std::string default_time_zone = "Europe/Stockholm";
  std::string default_currency = "SEK";
};

// Where settings come from; what stands later wins: file, environment, `--set`.
struct ConfigSources {
  std::string file;                               // TOML; empty: none
  std::map<std::string, std::string> environment;  // KASSABRO_PUBLIC_LISTEN and the like; other names are passed over
  std::vector<std::string> assignments;           // "public.listen=127.0.0.1:8080"
};

// Errors name the key: unknown, or a value that it cannot have; or the file, when it cannot be read.
Result<Config> load_config(const ConfigSources& sources);

// One setting of the table. The error names the key.
Result<void> assign_setting(Config& config, std::string_view name, const std::string& value);

// What a server may tell of itself: all settings but the data folder, which is known, and what holds passwords; of store.url the address
// without its user.
json::object told_settings(const Config& config);

// The process's own environment, as ConfigSources wants it.
std::map<std::string, std::string> process_environment();

}  // namespace kassabro::main
