#include "main/config.hpp"

#include <unistd.h>

#include <toml++/toml.h>
#include <algorithm>
#include <array>
#include <charconv>
#include <filesystem>
#include <fstream>
#include <variant>

#include "base/text.hpp"

namespace kassabro::main {
namespace {

using Milliseconds = std::chrono::milliseconds;
using Place = std::variant<std::string Config::*, Milliseconds Config::*, int Config::*>;

struct Key {
  std::string_view name;
  Place place;
};

constexpr std::array<std::pair<std::string_view, Milliseconds>, 5> duration_units{{{"", Milliseconds(1)},
                                                                                   {"ms", Milliseconds(1)},
                                                                                   {"s", std::chrono::seconds(1)},
                                                                                   {"m", std::chrono::minutes(1)},
                                                                                   {"h", std::chrono::hours(1)}}};
constexpr Milliseconds duration_max = std::chrono::days(30);
constexpr int count_max = 1'000'000;

constexpr std::string_view environment_prefix = "KASSABRO_";
// Names of this family that belong to the repository's scripts.
constexpr std::array<std::string_view, 4> foreign_prefixes{"KASSABRO_DEMO_", "KASSABRO_TEST_", "KASSABRO_BIN", "KASSABRO_URL"};

const std::array keys{
    Key{"data.dir", &Config::data_dir},
    Key{"store.url", &Config::store_url},
    Key{"public.listen", &Config::public_listen},
    Key{"public.base_url", &Config::public_base_url},
    Key{"public.tls_certificate", &Config::public_tls_certificate},
    Key{"public.tls_key", &Config::public_tls_key},
    Key{"public.trusted_proxies", &Config::public_trusted_proxies},
    Key{"public.account_rate", &Config::public_account_rate},
    Key{"admin.listen", &Config::admin_listen},
    Key{"outbound.allow", &Config::outbound_allow},
    Key{"outbound.only", &Config::outbound_only},
    Key{"rule.base_url", &Config::rule_base_url},
    Key{"rule.read_max_age", &Config::rule_read_max_age},
    Key{"rule.read_deadline", &Config::rule_read_deadline},
    Key{"mirror.every", &Config::mirror_every},
    Key{"reconcile.every", &Config::reconcile_every},
    Key{"outbox.keep_attempts", &Config::outbox_keep_attempts},
    Key{"lookups.keep", &Config::lookups_keep},
    Key{"webhooks.keep_messages", &Config::webhooks_keep_messages},
    Key{"retention.inbox_days", &Config::retention_inbox_days},
    Key{"retention.quarantine_days", &Config::retention_quarantine_days},
    Key{"retention.imports_days", &Config::retention_imports_days},
    Key{"retention.order_fetches_days", &Config::retention_order_fetches_days},
    Key{"retention.deliveries_days", &Config::retention_deliveries_days},
    Key{"retention.unregistered_days", &Config::retention_unregistered_days},
    Key{"sitoo.base_url", &Config::sitoo_base_url},
    Key{"alerts.webhook", &Config::alerts_webhook},
    Key{"alerts.smtp", &Config::alerts_smtp},
    Key{"alerts.mail_from", &Config::alerts_mail_from},
    Key{"alerts.mail_to", &Config::alerts_mail_to},
    Key{"alerts.silence", &Config::alerts_silence},
    Key{"log.level", &Config::log_level},
    Key{"default.country", &Config::default_country},
    Key{"default.time_zone", &Config::default_time_zone},
    Key{"default.currency", &Config::default_currency},
};

constexpr std::array<std::string_view, 5> never_told{"data.dir", "alerts.webhook", "alerts.smtp", "alerts.mail_from",
                                                     "alerts.mail_to"};

// "postgresql://user:password@host/name?password=x" without all that is before the host or after the name
std::string without_user(const std::string& url) {
  const auto scheme = url.find("://");
  if (scheme == std::string::npos) return {};
  const auto rest = url.substr(scheme + 3, url.find('?') == std::string::npos ? url.npos : url.find('?') - scheme - 3);
  return url.substr(0, scheme + 3) + rest.substr(rest.rfind('@') == std::string::npos ? 0 : rest.rfind('@') + 1);
}

// "700", "700ms", "60s", "5m" or "24h"; at most 30 days.
Result<Milliseconds> parse_duration(std::string_view text, std::string_view key) {
  std::int64_t count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  const std::string_view unit(end, static_cast<std::size_t>(text.data() + text.size() - end));
  if (error == std::errc{} && count > 0 && count <= duration_max.count())
    for (const auto& [name, length] : duration_units)
      if (unit == name && length * count <= duration_max) return length * count;
  return fail(invalid(std::string(key), "This is not a duration such as \"700ms\", \"60s\", \"5m\" or \"24h\"."));
}

Result<int> parse_count(std::string_view text, std::string_view key) {
  int count = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), count);
  if (error == std::errc{} && end == text.data() + text.size() && count >= 0 && count <= count_max) return count;
  return fail(invalid(std::string(key), "This is not a whole number from 0 to 1000000."));
}

Result<void> assign_table(Config& config, const toml::table& table, const std::string& prefix) {
  for (const auto& [key, node] : table) {
    const auto name = prefix + std::string(key.str());
    if (const auto* inner = node.as_table()) {
      if (auto done = assign_table(config, *inner, name + "."); !done) return done;
      continue;
    }
    std::string value;
    if (const auto text = node.value_exact<std::string>())
      value = *text;
    else if (const auto number = node.value_exact<std::int64_t>())
      value = std::to_string(*number);
    else
      return fail(invalid(name, "The value must be a text or a whole number."));
    if (auto done = assign_setting(config, name, value); !done) return done;
  }
  return {};
}

Result<void> assign_file(Config& config, const std::string& path) {
  if (::access(path.c_str(), R_OK) != 0) return fail(invalid(path, "The configuration file cannot be read."));
  try {
    return assign_table(config, toml::parse_file(path), "");
  } catch (const toml::parse_error& error) {
    return fail(
        invalid(path, "Line " + std::to_string(error.source().begin.line) + ": " + std::string(error.description()) + "."));
  }
}

std::string environment_name(std::string_view key) {
  std::string name(environment_prefix);
  for (const char c : key) name += c == '.' ? '_' : ascii_upper(c);
  return name;
}

Result<void> assign_environment(Config& config, const std::map<std::string, std::string>& environment) {
  for (const auto& [name, value] : environment) {
    if (!name.starts_with(environment_prefix)) continue;
    bool foreign = false;
    for (const auto prefix : foreign_prefixes) foreign = foreign || name.starts_with(prefix);
    if (foreign) continue;
    std::string_view key;
    for (const auto& candidate : keys)
      if (environment_name(candidate.name) == name) key = candidate.name;
    if (key.empty()) return fail(invalid(name, "There is no such setting; this environment variable is misspelt."));
    if (auto done = assign_setting(config, key, value); !done) return done;
  }
  return {};
}

// An address that listens on every interface is none to call.
std::string local_url(const std::string& scheme, const std::string& listen) {
  const auto colon = listen.rfind(':');
  const auto host = listen.substr(0, colon);
  const bool is_any = host == "0.0.0.0" || host == "[::]" || host.empty();
  return scheme + "://" + (is_any ? "localhost" : host) + (colon == std::string::npos ? "" : listen.substr(colon));
}

}  // namespace

Result<void> assign_setting(Config& config, std::string_view name, const std::string& value) {
  for (const auto& key : keys) {
    if (key.name != name) continue;
    if (const auto* text = std::get_if<std::string Config::*>(&key.place)) {
      config.** text = value;
      return {};
    }
    if (const auto* number = std::get_if<int Config::*>(&key.place)) {
      const auto count = parse_count(value, name);
      if (!count) return fail(count.error());
      config.** number = *count;
      return {};
    }
    const auto duration = parse_duration(value, name);
    if (!duration) return fail(duration.error());
    config.*std::get<Milliseconds Config::*>(key.place) = *duration;
    return {};
  }
  std::string known;
  for (const auto& key : keys) known += (known.empty() ? "" : ", ") + std::string(key.name);
  return fail(invalid(std::string(name), "There is no such setting. There are: " + known + "."));
}

json::object told_settings(const Config& config) {
  json::object out;
  for (const auto& key : keys) {
    if (std::ranges::find(never_told, key.name) != never_told.end()) continue;
    if (const auto* text = std::get_if<std::string Config::*>(&key.place))
      out[key.name] = key.name == "store.url" ? without_user(config.**text) : config.**text;
    else if (const auto* number = std::get_if<int Config::*>(&key.place))
      out[key.name] = std::to_string(config.**number);
    else
      out[key.name] = std::to_string((config.*std::get<Milliseconds Config::*>(key.place)).count()) + "ms";
  }
  return out;
}

Result<Config> load_config(const ConfigSources& sources) {
  Config config;
  if (!sources.file.empty())
    if (auto done = assign_file(config, sources.file); !done) return fail(done.error());
  if (auto done = assign_environment(config, sources.environment); !done) return fail(done.error());
  for (const auto& assignment : sources.assignments) {
    const auto equals = assignment.find('=');
    if (equals == std::string::npos) return fail(invalid("--set", "\"" + assignment + "\" is not of the form key=value."));
    if (auto done = assign_setting(config, assignment.substr(0, equals), assignment.substr(equals + 1)); !done)
      return fail(done.error());
  }
  for (const auto& [key, url] :
       {std::pair{"rule.base_url", config.rule_base_url}, std::pair{"sitoo.base_url", config.sitoo_base_url}})
    if (!url.starts_with("https://") && !url.starts_with("http://"))
      return fail(invalid(key, "This is not an address that begins with https:// or http://."));
  if (!config.store_url.empty() && !config.store_url.starts_with("postgresql://") &&
      !config.store_url.starts_with("postgres://"))
    return fail(invalid("store.url", "This is empty (SQLite in data.dir), or an address that begins with postgresql://."));
  const bool mails = !config.alerts_smtp.empty() || !config.alerts_mail_from.empty() || !config.alerts_mail_to.empty();
  for (const auto& [key, value] :
       {std::pair{"alerts.smtp", config.alerts_smtp}, std::pair{"alerts.mail_from", config.alerts_mail_from},
        std::pair{"alerts.mail_to", config.alerts_mail_to}})
    if (mails && value.empty()) return fail(invalid(key, "Mail needs a server, a sender and a receiver: set all three."));
  if (mails && !config.alerts_smtp.starts_with("smtp://") && !config.alerts_smtp.starts_with("smtps://"))
    return fail(invalid("alerts.smtp", "This is not an address that begins with smtp:// or smtps://."));
  if (!config.alerts_webhook.empty() && !config.alerts_webhook.starts_with("https://") &&
      !config.alerts_webhook.starts_with("http://"))
    return fail(invalid("alerts.webhook", "This is not an address that begins with https:// or http://."));
  if (config.public_tls_certificate.empty() != config.public_tls_key.empty())
    return fail(invalid(config.public_tls_key.empty() ? "public.tls_key" : "public.tls_certificate",
                        "The certificate and its key belong together: set both, or none of them."));
  const auto* scheme = config.public_tls_certificate.empty() ? "http" : "https";
  if (config.public_base_url.empty()) config.public_base_url = local_url(scheme, config.public_listen);
  while (config.public_base_url.ends_with('/')) config.public_base_url.pop_back();
  return config;
}

std::map<std::string, std::string> process_environment() {
  std::map<std::string, std::string> variables;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    const std::string_view text(*entry);
    const auto equals = text.find('=');
    if (equals != std::string_view::npos) variables.emplace(text.substr(0, equals), text.substr(equals + 1));
  }
  return variables;
}

}  // namespace kassabro::main
