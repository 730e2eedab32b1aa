// GET /v3/export/statistics: what has happened to whom (contract, section 9; the members of a row are INFERRED).
#include <algorithm>
#include <charconv>

#include "base/time_text.hpp"
#include "sandbox/answers/answers.hpp"
#include "sandbox/rule/handlers.hpp"

namespace kassabro::sandbox::rule {
namespace {

constexpr std::size_t rows_per_page = 100;
constexpr std::string_view zone = "Europe/Stockholm";

json::object row_json(const Statistic& row) {
  return {{"statistic_type", row.type},
          {"message_type", row.message_type},
          {"created_at", to_rule_time(row.at)},
          {"subscriber_id", row.subscriber_id},
          {"email", row.email.empty() ? json::value(nullptr) : json::value(row.email)},
          {"phone_number", row.phone.empty() ? json::value(nullptr) : json::value(row.phone)}};
}

std::optional<Timestamp> time_of(const Call& call, std::string_view name) {
  return parse_local_text(call.query.find(name).value_or(""), zone);
}

}  // namespace

Answer export_statistics_v3(Call& call) {
  const auto from = time_of(call, "date_from");
  const auto until = time_of(call, "date_to");
  if (!from) return refuse_field(422, "ValidationError", "date_from", "The date_from must be YYYY-MM-DD HH:MM:SS.");
  if (!until) return refuse_field(422, "ValidationError", "date_to", "The date_to must be YYYY-MM-DD HH:MM:SS.");
  const auto types = call.query.all("statistic_types");
  std::size_t skip = 0;
  const auto token = call.query.find("next_page_token").value_or("");
  std::from_chars(token.data(), token.data() + token.size(), skip);
  json::array rows;
  std::size_t seen = 0;
  bool has_more = false;
  for (const auto& row : call.account.statistics) {
    const bool is_wanted = types.empty() || std::ranges::find(types, row.type) != types.end();
    if (!is_wanted || row.at < *from || row.at > *until || seen++ < skip) continue;
    has_more = rows.size() == rows_per_page;
    if (has_more) break;
    rows.push_back(row_json(row));
  }
  const auto next = skip + rows.size();
  return json_answer(json::object{{"data", std::move(rows)},
                                  {"next_page_token", has_more ? json::value(std::to_string(next)) : json::value(nullptr)}});
}

}  // namespace kassabro::sandbox::rule
