#include <fmt/format.h>

#include "base/utf8.hpp"
#include "receipt/figures.hpp"
#include "receipt/markup.hpp"
#include "receipt/messages.hpp"
#include "receipt/rows.hpp"
#include "receipt/words.hpp"

namespace kassabro::receipt {

std::string mail_subject(const Receipt& receipt) {
  if (receipt.shop.empty()) return std::string(title(receipt));
  return fmt::format("{} {} {}", title(receipt), word(receipt.language, Word::from), one_line(receipt.shop));
}

std::string sms_text(const Receipt& receipt, std::string_view link) {
  constexpr std::size_t shop_bytes_max = 40;  // so that the text fits into one SMS with most links
  auto text = tame_text(one_line(receipt.shop), shop_bytes_max);
  if (!text.empty()) text += ": ";
  text += fmt::format("{} {}", title(receipt), money(receipt.total_minor, receipt.currency, receipt.language, Spelling::sms));
  if (!link.empty()) text += fmt::format(" {}", link);
  return text;
}

}  // namespace kassabro::receipt
