// POST /v2/subscribers: the call every order integration uses (contract, section 2).
#include "sandbox/answers/answers.hpp"
#include "sandbox/rule/handlers.hpp"
#include "sandbox/rule/subscriber_entry.hpp"

namespace kassabro::sandbox::rule {
namespace {

constexpr std::size_t batch_max = 1000;
constexpr std::size_t batch_fires_below = 20;    // without sync_subscribers, automations run for smaller batches only
constexpr std::size_t batch_forced_max = 100;    // the server's cap with sync_subscribers:true

struct Write {
  bool update_on_duplicate = false;
  bool require_opt_in = false;
  bool automations_run = true;
  AutomationMode mode = AutomationMode::none;
  std::string language;
  std::vector<Tag*> tags;
  std::vector<SubscriberEntry> entries;
};

struct Counts {
  std::int64_t created = 0, updated = 0, suppressed = 0;
};

Subscriber* find_known(Call& call, const SubscriberEntry& entry) {
  Subscriber* known = nullptr;
  if (!entry.email.empty()) known = call.account.find_subscriber(IdentifiedBy::email, entry.email);
  if (known == nullptr && !entry.phone.empty()) known = call.account.find_subscriber(IdentifiedBy::phone_number, entry.phone);
  return known;
}

OrRefusal<std::vector<SubscriberEntry>> parse_entries(Call& call) {
  const auto* given = call.body.if_contains("subscribers");
  if (given == nullptr) return refuse_field(400, "ValidationError", "subscribers", "The subscribers are required.");
  std::vector<SubscriberEntry> entries;
  if (!given->is_array()) {
    auto entry = parse_subscriber_entry(call, *given, "subscribers", Identity::required);
    if (!entry) return refuse(entry.error());
    entries.push_back(std::move(*entry));
    return entries;
  }
  const auto& list = given->get_array();
  if (list.empty()) return refuse_field(400, "ValidationError", "subscribers", "At least one subscriber is required.");
  if (list.size() > batch_max) return refuse(413, "TooManySubscribers", "At most 1000 subscribers are allowed in one call.");
  entries.reserve(list.size());
  for (std::size_t i = 0; i < list.size(); ++i) {
    auto entry = parse_subscriber_entry(call, list[i], "subscribers." + std::to_string(i), Identity::required);
    if (!entry) return refuse(entry.error());
    entries.push_back(std::move(*entry));
  }
  return entries;
}

OrRefusal<bool> parse_automations_run(Call& call, std::size_t batch) {
  const auto sync = bool_member(call.body, "sync_subscribers");
  if (!sync) return batch < batch_fires_below;
  if (*sync && batch > batch_forced_max)
    return refuse_field(400, "ValidationError", "sync_subscribers", "At most 100 subscribers can be synced in one call.");
  return *sync;
}

OrRefusal<Write> parse_write(Call& call) {
  Write write;
  auto entries = parse_entries(call);
  if (!entries) return refuse(entries.error());
  write.entries = std::move(*entries);
  const auto mode = parse_automation(call);
  if (!mode) return refuse(mode.error());
  write.mode = *mode;
  const auto runs = parse_automations_run(call, write.entries.size());
  if (!runs) return refuse(runs.error());
  write.automations_run = *runs;
  write.update_on_duplicate = bool_member(call.body, "update_on_duplicate").value_or(false);
  write.require_opt_in = bool_member(call.body, "require_opt_in").value_or(false);
  write.language = text_member(call.body, "language");
  auto tags = parse_tags(call);
  if (!tags) return refuse(tags.error());
  write.tags = std::move(*tags);
  return write;
}

// The subscriber an entry belongs to. E-mail decides before phone; a phone that is somebody else's stays theirs (INFERRED).
Subscriber& upsert(Call& call, const Write& write, const SubscriberEntry& entry, Counts& counts, bool& is_new) {
  auto* subscriber = find_known(call, entry);
  is_new = subscriber == nullptr;
  if (is_new) {
    subscriber = &call.account.add_subscriber(call.now);
    subscriber->status = write.require_opt_in ? Status::pending : Status::active;
    subscriber->language = "sv";
  }
  if (!entry.email.empty()) call.account.set_email(*subscriber, entry.email);
  if (!entry.phone.empty()) {
    const auto* owner = call.account.find_subscriber(IdentifiedBy::phone_number, entry.phone);
    if (owner == nullptr || owner == subscriber) call.account.set_phone(*subscriber, entry.phone);
  }
  if (const auto& language = entry.language.empty() ? write.language : entry.language; !language.empty())
    subscriber->language = language;
  subscriber->updated_at = call.now;
  (is_new ? counts.created : counts.updated) += 1;
  counts.suppressed += subscriber->suppressions.empty() ? 0 : 1;
  return *subscriber;
}

Subscriber& apply(Call& call, const Write& write, const SubscriberEntry& entry, Counts& counts) {
  bool is_new = false;
  auto& subscriber = upsert(call, write, entry, counts, is_new);
  write_entry_fields(call, subscriber, entry);
  auto mode = write.mode;
  if (mode == AutomationMode::none && is_new) mode = AutomationMode::fresh;
  if (!write.automations_run) mode = AutomationMode::none;
  tag_subscriber(call, subscriber, write.tags, mode);
  return subscriber;
}

}  // namespace

Answer post_subscribers_v2(Call& call) {
  auto write = parse_write(call);
  if (!write) return refuse(write.error());
  if (!write->update_on_duplicate)
    for (const auto& entry : write->entries)
      if (find_known(call, entry) != nullptr) return refuse(409, "DuplicateSubscriber", "The subscriber exists already.");
  Counts counts;
  Subscriber* last = nullptr;
  for (const auto& entry : write->entries) last = &apply(call, *write, entry, counts);
  if (call.body.at("subscribers").is_array())
    return json_answer(json::object{{"message", "Success"},
                                    {"subscribers_created", counts.created},
                                    {"subscribers_updated", counts.updated},
                                    {"subscribers_suppressed", counts.suppressed}});
  return json_answer(json::object{
      {"message", "Success"}, {"subscriber", subscriber_v2(call, *last)}, {"suppressed", suppressions_json(*last)}});
}

}  // namespace kassabro::sandbox::rule
