#include "app/manage_accounts.hpp"

#include <algorithm>

#include "app/authenticate.hpp"
#include "base/text.hpp"
#include "domain/money.hpp"
#include "domain/phone.hpp"

namespace kassabro::app {
namespace {

constexpr std::chrono::milliseconds probe_patience{5'000};

std::string upper(std::string text) {
  for (char& c : text)
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
  return text;
}

std::optional<Error> draft_fault(const AccountDraft& draft) {
  if (trimmed(draft.name).empty()) return invalid("name", "The account needs a name.");
  if (draft.rule_api_key.empty()) return invalid("rule_api_key", "The account needs a Rule API key.");
  const bool one_word =
      std::ranges::all_of(draft.rule_api_key, [](char c) { return static_cast<unsigned char>(c) > 0x20 && c != 0x7F; });
  if (!one_word) return invalid("rule_api_key", "The Rule API key holds a blank or a line break. Copy it again.");
  if (!draft.country.empty() && !domain::is_phone_country(upper(draft.country)))
    return invalid("country", "This is not a country code such as \"SE\".");
  if (!draft.currency.empty() && domain::parse_currency(draft.currency).empty())
    return invalid("currency", "This is not a currency code such as \"SEK\".");
  return std::nullopt;
}

Account account_of(const AccountDraft& draft, Timestamp now) {
  auto account = new_account(std::string(trimmed(draft.name)), SecretString(draft.rule_api_key), now);
  if (!draft.country.empty()) account.country = upper(draft.country);
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

Async<Result<Account>> ManageAccounts::add(AccountDraft draft) {
  if (const auto fault = draft_fault(draft)) co_return fail(*fault);
  const auto owner = co_await probe_.probe(SecretString(draft.rule_api_key), probe_patience);
  if (owner && !*owner) co_return fail(invalid("rule_api_key", "Rule does not accept this API key."));
  const auto remote_id = owner ? (*owner)->remote_account_id : 0;
  const auto account = account_of(draft, clock_.now());
  co_return co_await in_transaction<Account>(unit_, [&](Tables& tables) -> Result<Account> {
    if (auto inserted = tables.accounts.insert(account, remote_id); !inserted) return fail(inserted.error());
    return account;
  });
}

Async<Result<Account>> ManageAccounts::get(AccountId id) {
  auto account = co_await reader_.find(id);
  if (!account) co_return fail(not_found("account", "There is no account with this id."));
  co_return std::move(*account);
}

Async<Result<void>> ManageAccounts::remove(AccountId id) {
  const auto removed = co_await in_transaction<bool>(unit_, [id](Tables& tables) -> Result<bool> {
    if (!tables.accounts.remove(id)) return fail(not_found("account", "There is no account with this id."));
    return true;
  });
  registry_.forget(id);
  if (!removed) co_return fail(removed.error());
  co_return Result<void>{};
}

}  // namespace kassabro::app
