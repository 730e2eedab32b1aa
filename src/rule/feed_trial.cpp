#include "rule/feed_trial.hpp"

#include "rule/answers.hpp"
#include "rule/channel.hpp"
#include "rule/feed_sample.hpp"
#include "rule/wire.hpp"

namespace kassabro::rule {
namespace {

// The test customer's checks are no ledger's.
class NoEdits final : public app::RemoteBonusEdits {
 public:
  explicit NoEdits(std::vector<domain::BonusCheck> checks) : checks_(std::move(checks)) {}
  Async<std::vector<domain::BonusCheck>> merge(const app::Account&, domain::ContactId, app::RemoteBonus) override {
    co_return checks_;
  }

 private:
  std::vector<domain::BonusCheck> checks_;
};

json::value as_json(const std::string& text) {
  if (text.empty()) return nullptr;
  auto value = parse_json(text);
  return value ? std::move(*value) : json::value(json::string(text));
}

// Keys stand in the headers, which are not noted.
http::Send recorded(http::Send send, const std::string& base_url, std::vector<TrialCall>& calls) {
  return [send = std::move(send), base_url, &calls](http::OutboundRequest request) -> Async<http::OutboundResult> {
    TrialCall call{std::string(http::method_name(request.method)), request.url, as_json(request.body), 0, nullptr};
    if (call.path.starts_with(base_url)) call.path.erase(0, base_url.size());
    auto result = co_await send(std::move(request));
    if (result) {
      call.status = result->status;
      call.answer = as_json(result->body);
    } else {
      call.answer = json::string(result.error().message);
    }
    calls.push_back(std::move(call));
    co_return result;
  };
}

struct ReasonOf {
  std::string operator()(const app::Delivered&) const { return ""; }
  std::string operator()(const app::Deferred& outcome) const { return outcome.reason; }
  std::string operator()(const app::Retry& outcome) const { return outcome.reason; }
  std::string operator()(const app::Rejected& outcome) const { return outcome.reason; }
  std::string operator()(const app::Unauthorized& outcome) const { return outcome.reason; }
};

// As the account is, but nothing of it starts a flow, and a feed that is switched off is tried all the same.
app::Account for_trial(app::Account account) {
  auto& own = account.settings["rule"];
  if (!own.is_object()) own = json::object();
  own.get_object()["start_flows"] = false;
  own.get_object().erase("feeds");
  return account;
}

}  // namespace

Async<FeedTrial> FeedTrials::run(app::Account account, Feed feed) {
  FeedTrial trial{.feed = feed};
  account = for_trial(std::move(account));
  const auto names = names_of(account);
  if (!names) {
    trial.reason = names.error().field + ": " + names.error().message;
    co_return trial;
  }
  RuleClient client(recorded(http_, settings_.base_url, trial.calls), clock_, settings_);
  std::vector<app::DeliveryJob> jobs{sample_job(account, feed, clock_.now())};
  if (feed == Feed::digital_receipt) jobs.front().receipt = sample_receipt_(account, *jobs.front().order, jobs.front().contact);
  NoEdits edits(jobs.front().bonus_checks);
  RuleChannel channel(client, memory_, edits, clock_, [](app::AccountId, const std::string&) {});
  const auto outcomes = co_await channel.deliver(account, std::move(jobs));
  trial.reason = std::visit(ReasonOf{}, outcomes.front());
  trial.passed = std::holds_alternative<app::Delivered>(outcomes.front());
  RuleClient reader(http_, clock_, settings_);
  // A receipt leaves nothing with the customer that could be read.
  if (trial.passed && feed != Feed::digital_receipt) co_await read_back(reader, account, *names, trial);
  co_return trial;
}

Async<void> FeedTrials::read_back(RuleClient& client, const app::Account& account, const RuleNames& names, FeedTrial& trial) {
  const auto person = co_await client.deliver(account, get_subscriber_call(IdentifiedBy::email, trial_email));
  const auto subscriber = person ? parse_subscriber(person->body) : std::nullopt;
  if (!subscriber) {
    trial.passed = false;
    trial.reason = "Rule does not show the test customer.";
    co_return;
  }
  trial.tags = parse_tag_names(person->body);
  if (const auto fields = co_await client.deliver(account, get_fields_call(subscriber->id)))
    for (auto& field : parse_fields(fields->body)) {
      auto& group = trial.groups[field.group];
      if (!group.is_object()) group = json::object();
      group.get_object()[field.name] = std::move(field.value);
    }
  const std::vector<std::string> groups{names.order_group};
  const auto records = co_await client.deliver(account, list_records_call(subscriber->id, groups, 1));
  const auto* data = records && records->body.is_object() ? records->body.get_object().if_contains("data") : nullptr;
  if (data == nullptr || !data->is_array() || data->get_array().empty()) co_return;
  const auto& newest = data->get_array().back();
  const auto* values = newest.is_object() ? newest.get_object().if_contains("values") : nullptr;
  if (values == nullptr || !values->is_array()) co_return;
  json::object record;
  for (const auto& value : values->get_array())
    if (value.is_object())
      if (const auto* content = value.get_object().if_contains("field_value"))
        record[text_member(value.get_object(), "field_name")] = *content;
  trial.groups[names.order_group] = std::move(record);
}

Async<Result<bool>> FeedTrials::remove(const app::Account& account) {
  RuleClient client(http_, clock_, settings_);
  const auto removed = co_await client.deliver(account, remove_subscriber_call(IdentifiedBy::email, trial_email));
  if (removed) co_return true;
  if (removed.error().kind == CallErrorKind::not_found) co_return false;
  co_return fail(Error{ErrorCode::unavailable, "Rule has not removed the test customer: " + removed.error().message, "rule"});
}

}  // namespace kassabro::rule
