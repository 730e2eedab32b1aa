#include "receipt/rows.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "receipt/figures.hpp"
#include "receipt/words.hpp"

namespace kassabro::receipt {
namespace {

Word title_word(domain::OrderType type) {
  switch (type) {
    case domain::OrderType::sale: return Word::title_sale;
    case domain::OrderType::return_: return Word::title_return;
    case domain::OrderType::exchange: return Word::title_exchange;
  }
  return Word::title_sale;
}

// Amounts of lines are rounded one by one, so a minor unit for each of them explains itself.
Word adjustment_word(const Receipt& receipt) {
  const auto expected = std::max<std::int64_t>(1, static_cast<std::int64_t>(receipt.lines.size()));
  return std::abs(receipt.adjustment_minor) <= expected ? Word::rounding : Word::other_amounts;
}

Word round_off_word(const Receipt& receipt) {
  if (!is_rounding(receipt.round_off_minor, receipt.currency)) return Word::other_rounding;
  return receipt.currency == "SEK" ? Word::cash_rounding_sek : Word::cash_rounding;
}

}  // namespace

std::string figure(std::int64_t minor, const Receipt& receipt) {
  return amount_figure(minor, receipt.currency, receipt.language);
}

std::string_view title(const Receipt& receipt) { return word(receipt.language, title_word(receipt.type)); }

std::string_view warning(const Receipt& receipt) {
  switch (receipt.state) {
    case domain::OrderState::completed: return {};
    case domain::OrderState::open: return word(receipt.language, Word::not_completed);
    case domain::OrderState::cancelled: return word(receipt.language, Word::cancelled);
  }
  return {};
}

std::vector<Fact> facts(const Receipt& receipt) {
  const std::vector<std::pair<Word, std::string>> all{
      {Word::receipt_id, receipt.receipt_id},
      {Word::time, time_figure(receipt.ordered_at, receipt.time_zone, receipt.language)},
      {Word::store, receipt.store},
      {Word::register_, receipt.register_id},
      {Word::staff, receipt.staff},
      {Word::member_number, receipt.member_number},
      {Word::original_purchase, receipt.credited_order_id},
  };
  std::vector<Fact> told;
  for (const auto& [label, text] : all)
    if (!text.empty()) told.push_back({word(receipt.language, label), text});
  return told;
}

std::string_view name_of(const Line& line, Language language) {
  return line.name.empty() ? word(language, Word::item) : std::string_view(line.name);
}

std::string detail_of(const Line& line, const Receipt& receipt) {
  if (line.quantity == "1") return {};
  const auto quantity = quantity_figure(line.quantity, receipt.language);
  return line.unit_minor ? fmt::format("{} × {}", quantity, figure(*line.unit_minor, receipt)) : quantity;
}

std::string_view discount_label(const Line& line, Language language) {
  return word(language, line.uses_bonus_check ? Word::discount_with_check : Word::discount);
}

std::vector<AmountRow> sum_rows(const Receipt& receipt) {
  std::vector<AmountRow> rows;
  const auto add = [&](Word label, std::int64_t minor) {
    if (minor != 0) rows.push_back({std::string(word(receipt.language, label)), figure(minor, receipt)});
  };
  add(Word::discounts, receipt.discount_minor);
  add(adjustment_word(receipt), receipt.adjustment_minor);
  add(round_off_word(receipt), receipt.round_off_minor);
  if (!rows.empty() && !receipt.lines.empty())
    rows.insert(rows.begin(), {std::string(word(receipt.language, Word::goods)), figure(receipt.goods_minor, receipt)});
  return rows;
}

AmountRow total_row(const Receipt& receipt) {
  const auto label = receipt.total_minor < 0 ? Word::refund : Word::total;
  return {std::string(word(receipt.language, label)), money(receipt.total_minor, receipt.currency, receipt.language)};
}

std::string rate_of(const VatRow& row, const Receipt& receipt) {
  return row.rate.empty() ? std::string(word(receipt.language, Word::not_by_rate)) : rate_figure(row.rate, receipt.language);
}

std::vector<AmountRow> payment_rows(const Receipt& receipt) {
  std::vector<AmountRow> rows;
  for (const auto& payment : receipt.payments) {
    const auto name = payment.name.empty() ? word(receipt.language, Word::payment) : std::string_view(payment.name);
    rows.push_back({std::string(name), figure(payment.amount_minor, receipt)});
  }
  if (receipt.settled_otherwise_minor != 0)
    rows.push_back(
        {std::string(word(receipt.language, Word::settled_otherwise)), figure(receipt.settled_otherwise_minor, receipt)});
  return rows;
}

std::vector<AmountRow> bonus_rows(const Receipt& receipt) {
  std::vector<AmountRow> rows;
  rows.reserve(receipt.bonus_uses.size());
  for (const auto& use : receipt.bonus_uses)
    rows.push_back({use.name.empty() ? use.id : fmt::format("{} ({})", use.name, use.id),
                    use.amount_minor ? figure(*use.amount_minor, receipt) : std::string()});
  return rows;
}

std::string_view bonus_note(const Receipt& receipt) {
  const bool has_amounts =
      std::ranges::any_of(receipt.bonus_uses, [](const BonusUse& use) { return use.amount_minor.has_value(); });
  return has_amounts ? word(receipt.language, Word::in_discounts) : std::string_view{};
}

}  // namespace kassabro::receipt
