#include "app/manage_accounts.hpp"

#include <algorithm>
#include <set>

#include "app/authenticate.hpp"
#include "base/ids.hpp"
#include "base/text.hpp"
#include "base/time_text.hpp"
#include "base/utf8.hpp"
#include "domain/money.hpp"
#include "domain/phone.hpp"

namespace kassabro::app {
namespace {

constexpr std::chrono::milliseconds probe_patience{5'000};

Error no_account() { return not_found("account", "There is no account with this id."); }

std::optional<Error> key_fault(const std::string& rule_api_key) {
  if (rule_api_key.empty()) return invalid("rule_api_key", "The account needs a Rule API key.");
  const bool one_word =
      std::ranges::all_of(rule_api_key, [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7F; });
  if (!one_word) return invalid("rule_api_key", "The Rule API key holds a blank or a line break. Copy it again.");
  return std::nullopt;
}

bool is_web_address(std::string_view text) { return text.starts_with("https://") || text.starts_with("http://"); }

// What adding and changing have in common; an account that has been filled in.
std::optional<Error> account_fault(const Account& account) {
  if (account.name.empty()) return invalid("name", "The account needs a name.");
  if (has_control_characters(account.name)) return invalid("name", "The name holds control characters.");
  if (account.eshop_id < 1) return invalid("eshop_id", "The number of an e-shop is 1 or more.");
  if (!domain::is_phone_country(account.country)) return invalid("country", "This is not a country code such as \"SE\".");
  if (account.currency.empty()) return invalid("currency", "This is not a currency code such as \"SEK\".");
  if (!is_time_zone(account.time_zone)) return invalid("time_zone", "This is not a time zone such as \"Europe/Stockholm\".");
  if (!account.sitoo_base_url.empty() && !is_web_address(account.sitoo_base_url))
    return invalid("sitoo_base_url", "This is not an address such as \"https://api.mysitoo.com\".");
  return std::nullopt;
}

void merge(json::object& settings, const json::object& patch) {
  for (const auto& [name, value] : patch) {
    if (value.is_null()) {
      settings.erase(name);
    } else if (value.is_object()) {
      auto& place = settings[name];
      if (!place.is_object()) place = json::object();
      merge(place.get_object(), value.get_object());
    } else {
      settings[name] = value;
    }
  }
}

Account changed(Account account, const AccountChange& change) {
  if (change.name) account.name = std::string(trimmed(*change.name));
  if (change.country) account.country = ascii_uppered(*change.country);
  if (change.time_zone) account.time_zone = *change.time_zone;
  if (change.currency) account.currency = domain::parse_currency(*change.currency);
  if (change.sitoo_base_url) account.sitoo_base_url = *change.sitoo_base_url;
  if (change.sitoo_api_id) account.sitoo_api_id = *change.sitoo_api_id;
  if (change.sitoo_password) account.sitoo_password = SecretString(*change.sitoo_password);
  if (change.eshop_id) account.eshop_id = *change.eshop_id;
  merge(account.settings, change.settings);
  return account;
}

Account account_of(const AccountDraft& draft, Timestamp now) {
  auto account = new_account(std::string(trimmed(draft.name)), SecretString(draft.rule_api_key), now);
  if (!draft.country.empty()) account.country = ascii_uppered(draft.country);
  if (!draft.time_zone.empty()) account.time_zone = draft.time_zone;
  if (!draft.currency.empty()) account.currency = domain::parse_currency(draft.currency);
  account.sitoo_base_url = draft.sitoo_base_url;
  account.sitoo_api_id = draft.sitoo_api_id;
  account.sitoo_password = SecretString(draft.sitoo_password);
  account.eshop_id = draft.eshop_id;
  account.settings = draft.settings;
  return account;
}

}  // namespace

Result<void> ManageAccounts::check(const Account& account, const Account& before) {
  if (auto checked = check_settings_(account.settings); !checked) return checked;
  const bool is_new = !account.sitoo_base_url.empty() && account.sitoo_base_url != before.sitoo_base_url;
  return is_new ? check_address_(account.sitoo_base_url) : Result<void>();
}

Async<Result<Account>> ManageAccounts::add(AccountDraft draft) {
  const auto account = account_of(draft, clock_.now());
  if (const auto fault = account_fault(account)) co_return fail(*fault);
  if (const auto fault = key_fault(draft.rule_api_key)) co_return fail(*fault);
  if (auto checked = check(account, Account()); !checked) co_return fail(checked.error());
  const auto owner = co_await probe_.probe(SecretString(draft.rule_api_key), probe_patience);
  if (owner && !*owner) co_return fail(invalid("rule_api_key", "Rule does not accept this API key."));
  const auto remote_id = owner ? (*owner)->remote_account_id : 0;
  co_return co_await in_transaction<Account>(unit_, no_account_yet, [&](Tables& tables) -> Result<Account> {
    if (auto inserted = tables.accounts.insert(account, remote_id); !inserted) return fail(inserted.error());
    return account;
  });
}

// The number in Rule of the account that has this key; 0 when Rule does not say.
Async<Result<std::int64_t>> ManageAccounts::remote_owner(const std::string& rule_api_key) {
  if (const auto fault = key_fault(rule_api_key)) co_return fail(*fault);
  const auto owner = co_await probe_.probe(SecretString(rule_api_key), probe_patience);
  if (!owner)
    co_return fail({ErrorCode::unavailable, "Rule does not answer, so the key cannot be checked now.", "rule_api_key"});
  if (!*owner) co_return fail(invalid("rule_api_key", "Rule does not accept this API key."));
  co_return (*owner)->remote_account_id;
}

void ManageAccounts::record(Tables& tables, const Account& before, const Account& after, std::string author,
                            std::optional<ChangeId> undoes) {
  auto members = changed_members(before, after);
  if (members.empty()) return;
  const auto now = clock_.now();
  const auto id = std::max(new_id(now), tables.accounts.latest_change(after.id) + 1);
  tables.accounts.record_change({id, after.id, now, std::move(author), std::move(members), undoes});
}

Async<Result<Account>> ManageAccounts::change(AccountId id, AccountChange change, std::string author) {
  std::optional<std::int64_t> remote_id;
  if (change.rule_api_key) {
    const auto owner = co_await remote_owner(*change.rule_api_key);
    if (!owner) co_return fail(owner.error());
    remote_id = *owner;
  }
  auto saved = co_await in_transaction<Account>(unit_, id, [&](Tables& tables) -> Result<Account> {
    auto account = tables.accounts.find(id);
    if (!account) return fail(no_account());
    if (change.revision && *change.revision != tables.accounts.latest_change(id))
      return fail(conflict("revision", "Somebody else has changed the account meanwhile."));
    const auto before = *account;
    *account = changed(std::move(*account), change);
    if (auto fault = account_fault(*account)) return fail(std::move(*fault));
    if (auto checked = check(*account, before); !checked) return fail(checked.error());
    tables.accounts.update(*account);
    if (remote_id) {
      if (*remote_id != 0 && tables.accounts.find_by_remote(*remote_id).value_or(id) != id)
        return fail(conflict("rule_api_key", "This key belongs to the Rule account of another shop here."));
      // What waits for the one would go to the other.
      if (*remote_id != 0 && tables.accounts.find_remote(id).value_or(*remote_id) != *remote_id)
        return fail(conflict("rule_api_key", "This key belongs to another Rule account than the shop's."));
      tables.accounts.renew_rule_key(id, SecretString(*change.rule_api_key));
      tables.deliveries.make_due(id, clock_.now());
      account = tables.accounts.find(id);
    }
    record(tables, before, *account, author, std::nullopt);
    return std::move(*account);
  });
  if (saved) registry_.forget(id);
  co_return saved;
}

Async<Result<Account>> ManageAccounts::undo(AccountId id, ChangeId change_id, std::string author) {
  auto saved = co_await in_transaction<Account>(unit_, id, [&](Tables& tables) -> Result<Account> {
    const auto account = tables.accounts.find(id);
    if (!account) return fail(no_account());
    const auto change = tables.accounts.find_change(id, change_id);
    if (!change) return fail(not_found("change", "There is no such change."));
    auto back = with_undone(*account, *change);
    if (!back) return fail(conflict("change", "A later change has touched the same, or it is a secret: set it by hand."));
    if (auto checked = check(*back, *account); !checked) return fail(checked.error());
    tables.accounts.update(*back);
    record(tables, *account, *back, author, change_id);
    return std::move(*back);
  });
  if (saved) registry_.forget(id);
  co_return saved;
}

Async<Result<std::vector<ListedChange>>> ManageAccounts::list_changes(AccountId id, std::size_t count_max) {
  const auto account = co_await reader_.find(id);
  if (!account) co_return fail(no_account());
  std::vector<ListedChange> listed;
  std::set<ChangeId> undone;
  for (auto& change : co_await reader_.list_changes(id, count_max)) {
    if (change.undoes) undone.insert(*change.undoes);
    const bool is_undone = undone.contains(change.id);
    const bool undoable = !is_undone && with_undone(*account, change).has_value();
    listed.push_back({std::move(change), is_undone, undoable});
  }
  co_return std::move(listed);
}

Async<ChangeId> ManageAccounts::revision(AccountId id) {
  const auto latest = co_await reader_.list_changes(id, 1);
  co_return latest.empty() ? 0 : latest.front().id;
}

Async<Result<Account>> ManageAccounts::with_settings(AccountId id, const json::object& settings) {
  auto account = co_await reader_.find(id);
  if (!account) co_return fail(no_account());
  merge(account->settings, settings);
  if (auto checked = check_settings_(account->settings); !checked) co_return fail(checked.error());
  co_return std::move(*account);
}

Async<Result<Account>> ManageAccounts::get(AccountId id) {
  auto account = co_await reader_.find(id);
  if (!account) co_return fail(no_account());
  co_return std::move(*account);
}

Async<Result<void>> ManageAccounts::remove(AccountId id) {
  const auto removed = co_await in_transaction<bool>(unit_, id, [id](Tables& tables) -> Result<bool> {
    if (!tables.accounts.remove(id)) return fail(no_account());
    return true;
  });
  registry_.forget(id);
  if (!removed) co_return fail(removed.error());
  co_return Result<void>{};
}

}  // namespace kassabro::app
