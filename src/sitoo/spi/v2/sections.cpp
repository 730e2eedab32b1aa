#include "sitoo/spi/v2/sections.hpp"

#include <array>

#include "domain/money.hpp"

namespace kassabro::sitoo::spi::v2 {
namespace {

using app::CustomerCard;

std::string money_text(std::int64_t minor, std::string_view currency) {
  return domain::amount_text(minor, currency) + " " + std::string(currency);
}

std::string day_text(const std::optional<Timestamp>& at, const Showing& showing) {
  if (!at || *at == Timestamp{}) return {};
  return to_iso_date(to_local_date(*at, showing.account.time_zone));
}

std::string bonus_left(const CustomerCard& card, const Showing& showing) {
  const auto& currency = showing.account.currency;
  const auto left = card.bonus_checks.empty() ? 0 : domain::bonus_left_minor(card.bonus_checks, currency, showing.today);
  return left == 0 ? std::string() : money_text(left, currency);
}

std::string bonus_last_used(const CustomerCard& card, const Showing& showing) {
  return day_text(domain::bonus_last_used(card.bonus_checks), showing);
}

std::string last_purchase(const CustomerCard& card, const Showing&) {
  const auto& purchases = card.purchases;
  return purchases.last_at ? money_text(purchases.last_total_minor, purchases.currency) : std::string();
}

std::string last_purchase_at(const CustomerCard& card, const Showing& showing) {
  return day_text(card.purchases.last_at, showing);
}

std::string last_purchase_store(const CustomerCard& card, const Showing&) { return card.purchases.last_store; }

std::string purchase_count(const CustomerCard& card, const Showing&) {
  return card.purchases.count == 0 ? std::string() : std::to_string(card.purchases.count);
}

std::string purchase_total(const CustomerCard& card, const Showing&) {
  return card.purchases.count == 0 ? std::string() : money_text(card.purchases.total_minor, card.purchases.currency);
}

std::string member_since(const CustomerCard& card, const Showing& showing) {
  return day_text(card.contact.registered_at, showing);
}

std::string home_store(const CustomerCard& card, const Showing&) { return card.contact.store; }

struct Source {
  std::string_view name;
  std::string (*text)(const CustomerCard& card, const Showing& showing);
};

constexpr std::array<Source, 9> sources{{{"bonus_left", &bonus_left},
                                         {"bonus_last_used", &bonus_last_used},
                                         {"last_purchase", &last_purchase},
                                         {"last_purchase_at", &last_purchase_at},
                                         {"last_purchase_store", &last_purchase_store},
                                         {"purchase_count", &purchase_count},
                                         {"purchase_total", &purchase_total},
                                         {"member_since", &member_since},
                                         {"home_store", &home_store}}};

// A field of the marketing platform; a list's texts in one line.
std::string remote_text(const CustomerCard& card, std::string_view key) {
  std::string out;
  for (const auto& field : card.extras.shown) {
    if (field.key != key) continue;
    for (const auto& value : field.values) {
      if (value.empty()) continue;
      if (!out.empty()) out += ", ";
      out += value;
    }
  }
  return out;
}

std::string text_of(const app::CardLine& line, const CustomerCard& card, const Showing& showing) {
  constexpr std::string_view remote = "rule:";
  if (line.source.starts_with(remote)) return remote_text(card, std::string_view(line.source).substr(remote.size()));
  for (const auto& source : sources)
    if (source.name == line.source) return source.text(card, showing);
  return {};
}

}  // namespace

void append_sections(std::string& out, const CustomerCard& card, const Showing& showing) {
  out += '[';
  for (const auto& section : showing.card_settings.sections) {
    std::string lines;
    for (const auto& line : section.lines) {
      const auto text = text_of(line, card, showing);
      if (text.empty()) continue;
      lines.append(lines.empty() ? "" : ",").append(R"({"title":)");
      append_json_string(lines, line.title);
      lines += R"(,"text":)";
      append_json_string(lines, text);
      lines += R"(,"type":"text"})";
    }
    if (lines.empty()) continue;
    out.append(out.back() == '[' ? "" : ",").append(R"({"title":)");
    append_json_string(out, section.title);
    out.append(R"(,"values":[)").append(lines).append("]}");
  }
  out += ']';
}

}  // namespace kassabro::sitoo::spi::v2
