#include "rule/webhook_wire.hpp"

#include <algorithm>
#include <array>

#include "app/webhook_secret.hpp"
#include "base/text.hpp"
#include "base/utf8.hpp"
#include "rule/loose_values.hpp"

namespace kassabro::rule {
namespace {

using app::RemoteNews;
using app::RemoteNewsKind;

constexpr std::size_t text_bytes_max = 200;

struct Spelling {
  std::string_view text;
  std::string_view event;
};
constexpr std::array<Spelling, 8> spellings{{{"unsubscribed", "unsubscribe"},
                                             {"suppress", "unsubscribe"},
                                             {"suppressed", "unsubscribe"},
                                             {"resubscribe", "resubscribed"},
                                             {"opt-in", "opted-in"},
                                             {"optin", "opted-in"},
                                             {"bounce", "bounced"},
                                             {"import", "import-finished"}}};

Result<RemoteNews> read_person(const json::object& body, Timestamp now) {
  const auto* person = body.if_contains("subscriber");
  if (person == nullptr || !person->is_object()) return fail(invalid("subscriber", "It is missing or no object."));
  const auto& object = person->get_object();
  RemoteNews news;
  news.remote_id = int_member(object, "id").value_or(0);
  news.email = tame_text(text_member(object, "email"), text_bytes_max);
  news.phone = tame_text(text_member(object, "phone_number"), text_bytes_max);
  if (news.phone.empty()) news.phone = tame_text(text_member(object, "phone"), text_bytes_max);
  if (news.remote_id == 0 && news.email.empty() && news.phone.empty())
    return fail(invalid("subscriber.id", "Nothing tells who is meant."));
  news.at = now;
  return news;
}

WebhookNews unsubscribed(RemoteNews news, const json::object& body) {
  if (text_member(body, "dispatcher_type").starts_with("transaction")) return NothingNew{};
  news.kind = RemoteNewsKind::unsubscribed;
  news.channels = loose_channels(body);
  news.reason = tame_text(text_member(body, "suppressed_source_type"), text_bytes_max);
  return news;
}

WebhookNews bounced(RemoteNews news, const json::object& body) {
  const auto* bounce = body.if_contains("bounce");
  if (bounce == nullptr || !bounce->is_object() || text_member(bounce->get_object(), "type") != "hard") return NothingNew{};
  news.kind = RemoteNewsKind::bounced;
  news.channels = loose_channels(bounce->get_object());
  return news;
}

}  // namespace

std::optional<std::string_view> webhook_event(std::string_view segment) {
  auto text = ascii_lowered(std::string(segment));
  std::ranges::replace(text, '_', '-');
  if (const auto known = std::ranges::find(app::webhook_events, text); known != app::webhook_events.end()) return *known;
  if (const auto known = std::ranges::find(spellings, text, &Spelling::text); known != spellings.end()) return known->event;
  return std::nullopt;
}

Result<WebhookNews> parse_webhook(std::string_view event, const json::value& body, Timestamp now) {
  if (!body.is_object()) return fail(invalid("body", "It is no JSON object."));
  if (event == "import-finished") return ImportFinished{};
  const auto& object = body.get_object();
  auto news = read_person(object, now);
  if (!news) return fail(news.error());
  if (event == "unsubscribe") return unsubscribed(std::move(*news), object);
  if (event == "bounced") return bounced(std::move(*news), object);
  news->kind = event == "resubscribed" ? RemoteNewsKind::resubscribed
               : event == "opted-in"   ? RemoteNewsKind::opted_in
                                       : RemoteNewsKind::changed;
  if (event == "resubscribed") news->channels = loose_channels(object);
  return *std::move(news);
}

}  // namespace kassabro::rule
