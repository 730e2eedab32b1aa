#include "rule/automations/flow.hpp"

#include <algorithm>

namespace kassabro::rule::automations {
namespace {

struct Row {
  Flow flow;
  std::string_view name;
  std::string_view title;
  std::string_view description;
  std::string RuleNames::* tag;
  std::string_view tag_setting;
  Feed feed;
  SendoutType sendout_type;
};

constexpr std::array<Row, all_flows.size()> rows{{
    {Flow::thank_you, "thank_you", "Kassabro Thank-you", "Made by Kassabro: thanks for a purchase in the store",
     &RuleNames::order_tag, "rule.order_tag", Feed::order_completed, SendoutType::transactional},
    {Flow::retention, "retention", "Kassabro Retention", "Made by Kassabro: after some time without a purchase",
     &RuleNames::retention_tag, "rule.retention_tag", Feed::retention_due, SendoutType::marketing},
    {Flow::winback, "winback", "Kassabro Winback", "Made by Kassabro: after a long time without a purchase",
     &RuleNames::winback_tag, "rule.winback_tag", Feed::winback_due, SendoutType::marketing},
}};

const Row& row_of(Flow flow) { return *std::ranges::find(rows, flow, &Row::flow); }

}  // namespace

std::string_view to_text(Flow flow) { return row_of(flow).name; }

std::optional<Flow> parse_flow(std::string_view text) {
  const auto row = std::ranges::find(rows, text, &Row::name);
  return row == rows.end() ? std::nullopt : std::optional(row->flow);
}

std::string flow_names() {
  std::string text;
  for (const auto& row : rows) text += (text.empty() ? "" : ", ") + std::string(row.name);
  return text;
}

std::string_view title_of(Flow flow) { return row_of(flow).title; }
std::string_view description_of(Flow flow) { return row_of(flow).description; }
const std::string& tag_of(const RuleNames& names, Flow flow) { return names.*row_of(flow).tag; }
std::string_view tag_setting_of(Flow flow) { return row_of(flow).tag_setting; }
Feed feed_of(Flow flow) { return row_of(flow).feed; }
SendoutType sendout_type_of(Flow flow) { return row_of(flow).sendout_type; }

}  // namespace kassabro::rule::automations
