#include "rule/directory.hpp"

#include <algorithm>
#include <charconv>
#include <iterator>

#include "base/text.hpp"
#include "rule/answers.hpp"
#include "rule/purchases.hpp"
#include "rule/remote_contact.hpp"
#include "rule/wire.hpp"

namespace kassabro::rule {
namespace {

using domain::CustomerKey;
using domain::KeyKind;

// Less time than a call usually takes is not spent on purchases while a till waits.
constexpr std::chrono::milliseconds purchases_need{150};
constexpr std::size_t purchases_max = 50;    // as many as a card shows
constexpr std::size_t record_pages_max = 5;  // in which order Rule lists records is not known, so all are looked through
constexpr std::chrono::milliseconds list_timeout{30'000};

struct Question {
  IdentifiedBy by;
  std::string_view text;
};

// E-mail first: Rule knows a person by it more often. Other kinds of key are unknown there.
std::vector<Question> questions_of(const std::vector<CustomerKey>& keys) {
  std::vector<Question> questions;
  for (const auto& key : keys)
    if (key.kind == KeyKind::email) questions.push_back({IdentifiedBy::email, key.text});
  for (const auto& key : keys)
    if (key.kind == KeyKind::phone) questions.push_back({IdentifiedBy::phone_number, key.text});
  return questions;
}

Error error_of(const CallError& error) {
  if (error.kind == CallErrorKind::unauthorized) return {ErrorCode::unauthorized, "Rule does not take the account's key.", ""};
  return {ErrorCode::unavailable, error.message + ".", ""};
}

}  // namespace

Async<CallResult> RuleDirectory::ask(const app::Account& account, Call call, Until until) {
  const auto left = until.deadline - clock_.now();
  if (left <= std::chrono::milliseconds(0))
    co_return std::unexpected(CallError{CallErrorKind::transport, "Rule did not answer in time", false, {}, {}, 0});
  co_return co_await client_.send(account, call_class_, std::move(call), left, {.trace = until.trace});
}

Async<std::expected<std::optional<Subscriber>, CallError>> RuleDirectory::find_subscriber(const app::Account& account,
                                                                                          const std::vector<CustomerKey>& keys,
                                                                                          Until until) {
  for (const auto& question : questions_of(keys)) {
    const auto answer = co_await ask(account, get_subscriber_call(question.by, question.text), until);
    if (answer) co_return parse_subscriber(answer->body);
    // 404: nobody; 400: a number that Rule cannot read is nobody's there.
    const bool nobody = answer.error().kind == CallErrorKind::not_found || answer.error().kind == CallErrorKind::invalid;
    if (!nobody) co_return std::unexpected(answer.error());
  }
  co_return std::optional<Subscriber>();
}

Async<Result<std::optional<app::RemoteContact>>> RuleDirectory::find(const app::Account& account, std::vector<CustomerKey> keys,
                                                                     app::Asker asker) {
  const auto asked_at = clock_.now();
  const Until until{asked_at + asker.patience, asker.trace};
  const auto subscriber = co_await find_subscriber(account, keys, until);
  if (!subscriber) co_return fail(error_of(subscriber.error()));
  if (!*subscriber) co_return std::nullopt;
  co_return co_await describe(account, **subscriber, asked_at, until);
}

Async<Result<std::optional<app::RemoteContact>>> RuleDirectory::read(const app::Account& account, std::int64_t remote_id,
                                                                     app::Asker asker) {
  const auto asked_at = clock_.now();  // an opt-out may be heard of before the answer comes
  const Until until{asked_at + asker.patience, asker.trace};
  const auto answer = co_await ask(account, get_subscriber_call(IdentifiedBy::id, std::to_string(remote_id)), until);
  if (!answer && answer.error().kind == CallErrorKind::not_found) co_return std::nullopt;
  if (!answer) co_return fail(error_of(answer.error()));
  const auto subscriber = parse_subscriber(answer->body);
  if (!subscriber) co_return std::nullopt;
  co_return co_await describe(account, *subscriber, asked_at, until);
}

// Without their fields a person would be taken over without a name, and the next change would be written over theirs.
Async<Result<std::optional<app::RemoteContact>>> RuleDirectory::describe(const app::Account& account, Subscriber subscriber,
                                                                         Timestamp asked_at, Until until) {
  const auto names = names_of(account);
  if (!names) co_return fail({ErrorCode::unavailable, names.error().field + ": " + names.error().message, ""});
  const auto fields = co_await ask(account, get_fields_call(subscriber.id), until);
  if (!fields && fields.error().kind != CallErrorKind::not_found) co_return fail(error_of(fields.error()));
  const auto known = fields ? parse_fields(fields->body) : std::vector<RemoteField>();
  auto contact = remote_contact(*names, account, subscriber, known, asked_at);
  contact.purchases = co_await purchases(account, *names, subscriber.id, until);
  co_return contact;
}

// A nicety of the card: whatever goes wrong here, the person is found all the same.
Async<std::optional<std::vector<domain::Order>>> RuleDirectory::purchases(const app::Account& account, const RuleNames& names,
                                                                          std::int64_t subscriber_id, Until until) {
  const auto have_time = [&] {
    return call_class_ == CallClass::background || until.deadline - clock_.now() >= purchases_need;
  };
  if (names.purchase_groups.empty() || !have_time()) co_return std::nullopt;
  const auto send = [&](Call call) { return ask(account, std::move(call), until); };
  const auto existing = co_await groups_.of(account.id, send);
  std::vector<std::string> groups;
  for (const auto& name : existing.value_or(GroupNames::Names()))
    if (std::ranges::any_of(names.purchase_groups, [&](const auto& group) { return equal_nocase(group.group, name); }))
      groups.push_back(name);  // as Rule spells it
  if (groups.empty()) co_return std::nullopt;
  std::vector<PurchaseRecord> records;
  for (std::size_t page = 1; page <= record_pages_max; ++page) {
    if (!have_time()) co_return std::nullopt;  // half of them could be the older half
    const auto answer = co_await ask(account, list_records_call(subscriber_id, groups, page), until);
    if (!answer) co_return std::nullopt;
    auto some = parse_purchase_records(answer->body);
    const bool is_last = some.size() < records_per_page;
    std::ranges::move(some, std::back_inserter(records));
    if (is_last) co_return purchases_of(account, names.purchase_groups, std::move(records), purchases_max);
  }
  co_return purchases_of(account, names.purchase_groups, std::move(records), purchases_max);
}

Async<Result<app::RemotePage>> RuleCatalogue::list(const app::Account& account, std::string cursor) {
  std::size_t number = 1;
  std::from_chars(cursor.data(), cursor.data() + cursor.size(), number);
  auto call = list_subscribers_call(number);
  const auto answer = co_await client_.send(account, CallClass::background, std::move(call), list_timeout);
  if (!answer) co_return fail(error_of(answer.error()));
  app::RemotePage page;
  page.people = parse_people(answer->body, clock_.now());
  // A next page that is not a later one would never end.
  if (const auto next = parse_next_page(answer->body); next && *next > number) page.next = std::to_string(*next);
  co_return page;
}

Async<Result<std::optional<app::RemoteOwner>>> RuleKeyProbe::probe(SecretString key, std::chrono::milliseconds patience) {
  const auto answer = co_await client_.send_once(std::move(key), sender_details_call(), patience);
  if (answer) {
    auto owner = parse_owner(answer->body);
    if (!owner) co_return fail({ErrorCode::unavailable, "Rule's answer does not tell whose the key is.", ""});
    co_return owner;
  }
  if (answer.error().kind == CallErrorKind::unauthorized) co_return std::nullopt;
  co_return fail({ErrorCode::unavailable, answer.error().message + ".", ""});
}

}  // namespace kassabro::rule
