#include "rule/news_wire.hpp"

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/time_text.hpp"
#include "base/utf8.hpp"
#include "http/url.hpp"
#include "rule/loose_values.hpp"

namespace kassabro::rule {
namespace {

using app::RemoteNews;
using app::RemoteNewsKind;

constexpr std::size_t reason_bytes_max = 200;

// {statistic_type} or {type}, a text or {value,key,...}; what goes out is spelled otherwise than what is asked for (FEEDBACK).
std::optional<RemoteNewsKind> kind_of(const json::object& row) {
  for (const char* name : {"statistic_type", "type"}) {
    const auto* member = row.if_contains(name);
    if (member == nullptr) continue;
    auto text = text_of(*member).value_or("");
    if (const auto* object = member->if_object()) text = text_member(*object, "key");
    text = ascii_lowered(text);
    if (text.find("resub") != std::string::npos) return RemoteNewsKind::resubscribed;
    if (text.find("unsub") != std::string::npos || text.find("suppress") != std::string::npos)
      return RemoteNewsKind::unsubscribed;
  }
  return std::nullopt;
}

std::optional<Timestamp> time_of(const json::object& row) {
  for (const char* name : {"created_at", "date", "datetime", "timestamp"})
    if (const auto* member = row.if_contains(name))
      if (const auto at = loose_time(*member, rule_time_zone)) return at;
  return std::nullopt;
}

std::optional<RemoteNews> read_row(const json::value& value) {
  const auto* row = value.if_object();
  if (row == nullptr) return std::nullopt;
  if (text_member(*row, "dispatcher_type").starts_with("transaction")) return std::nullopt;  // no marketing
  const auto kind = kind_of(*row);
  const auto at = time_of(*row);
  if (!kind || !at) return std::nullopt;
  const auto* inner = row->if_contains("subscriber");
  const auto& person = inner != nullptr && inner->is_object() ? inner->get_object() : *row;
  RemoteNews news;
  news.kind = *kind;
  // Rule tells whole seconds: of two choices within one, the opt-out counts.
  news.at = *kind == RemoteNewsKind::unsubscribed ? *at + std::chrono::milliseconds(999) : *at;
  news.remote_id = int_member(person, &person == row ? "subscriber_id" : "id").value_or(0);
  news.email = text_member(person, "email");
  news.phone = text_member(person, "phone_number");
  news.channels = loose_channels(*row);
  news.reason = tame_text(text_member(*row, "suppressed_source_type"), reason_bytes_max);
  if (news.remote_id == 0 && news.email.empty() && news.phone.empty()) return std::nullopt;
  return news;
}

}  // namespace

Call list_statistics_call(Timestamp from, Timestamp until, std::string_view cursor) {
  auto path =
      fmt::format("/v3/export/statistics?date_from={}&date_to={}", http::percent_encode(to_local_text(from, rule_time_zone)),
                  http::percent_encode(to_local_text(until + std::chrono::seconds(1), rule_time_zone)));
  for (const char* type : {"unsubscribed", "resubscribe"}) path += fmt::format("&statistic_types%5B%5D={}", type);
  if (!cursor.empty()) path += "&next_page_token=" + http::percent_encode(cursor);
  return {http::Method::get, std::move(path), std::nullopt};
}

app::RemoteNewsPage parse_statistics(const json::value& body) {
  app::RemoteNewsPage page;
  const auto* answer = body.if_object();
  if (answer == nullptr) return page;
  page.next = text_member(*answer, "next_page_token");
  if (const auto* meta = answer->if_contains("meta"); page.next.empty() && meta != nullptr && meta->is_object())
    page.next = text_member(meta->get_object(), "next_page_token");
  const auto* rows = answer->if_contains("data");
  if (rows == nullptr || !rows->is_array()) return page;
  for (const auto& row : rows->get_array())
    if (auto news = read_row(row)) page.news.push_back(std::move(*news));
  return page;
}

}  // namespace kassabro::rule
