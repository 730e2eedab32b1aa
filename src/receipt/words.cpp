#include "receipt/words.hpp"

#include <array>

namespace kassabro::receipt {
namespace {

struct Entry {
  Word which;
  std::string_view swedish;
  std::string_view english;
};

constexpr std::array<Entry, static_cast<std::size_t>(Word::count_)> entries{{
    {Word::title_sale, "Kvitto", "Receipt"},
    {Word::title_return, "Returkvitto", "Return receipt"},
    {Word::title_exchange, "Byteskvitto", "Exchange receipt"},
    {Word::not_completed, "Köpet är inte slutfört.", "This purchase is not completed."},
    {Word::cancelled, "Köpet är makulerat.", "This purchase was cancelled."},
    {Word::bought, "Köpt", "Bought"},
    {Word::returned, "Återlämnat", "Returned"},
    {Word::item, "Vara", "Item"},
    {Word::quantity, "Antal", "Quantity"},
    {Word::unit_price, "À-pris", "Unit price"},
    {Word::amount, "Belopp", "Amount"},
    {Word::discount, "Rabatt", "Discount"},
    {Word::discount_with_check, "Rabatt med bonuscheck", "Discount with bonus check"},
    {Word::goods, "Varor", "Items"},
    {Word::discounts, "Rabatter", "Discounts"},
    {Word::rounding, "Avrundning", "Rounding"},
    {Word::other_amounts, "Övrigt", "Other"},
    {Word::cash_rounding_sek, "Öresavrundning", "Cash rounding"},
    {Word::cash_rounding, "Kontantavrundning", "Cash rounding"},
    {Word::other_rounding, "Justering", "Adjustment"},
    {Word::total, "Att betala", "Total"},
    {Word::refund, "Att få tillbaka", "Refund"},
    {Word::vat, "Moms", "VAT"},
    {Word::vat_rate, "Momssats", "VAT rate"},
    {Word::net, "Netto", "Net"},
    {Word::gross, "Brutto", "Gross"},
    {Word::not_by_rate, "Övrigt", "Other"},
    {Word::sum, "Summa", "Sum"},
    {Word::payments, "Betalning", "Payment"},
    {Word::payment, "Betalning", "Payment"},
    {Word::settled_otherwise, "Reglerat på annat sätt", "Settled otherwise"},
    {Word::bonus_checks, "Använda bonuscheckar", "Bonus checks used"},
    {Word::in_discounts, "Beloppen ingår i rabatterna.", "The amounts are included in the discounts."},
    {Word::receipt_id, "Kvittonummer", "Receipt number"},
    {Word::time, "Tid", "Time"},
    {Word::store, "Butik", "Store"},
    {Word::register_, "Kassa", "Register"},
    {Word::staff, "Betjänad av", "Served by"},
    {Word::member_number, "Medlemsnummer", "Member number"},
    {Word::original_purchase, "Ursprungligt köp", "Original purchase"},
    {Word::scan, "Visa koden i butiken vid byte eller retur.", "Show this code in the store to exchange or return."},
    {Word::see_online, "Visa kvittot på webben", "See the receipt online"},
    {Word::from, "från", "from"},
    {Word::other_language, "In English", "På svenska"},
    {Word::not_found_title, "Kvittot finns inte", "There is no such receipt"},
    {Word::not_found_text, "Kontrollera att hela länken kom med.", "Please check that the whole link was copied."},
    {Word::expired_title, "Länken har gått ut", "This link has expired"},
    {Word::expired_text, "Fråga i butiken om du behöver kvittot.", "Please ask the store if you need the receipt."},
    {Word::wait_title, "För många försök", "Too many tries"},
    {Word::wait_text, "Vänta en minut och öppna länken igen.", "Please wait a minute and open the link again."},
}};

constexpr bool in_order() {
  for (std::size_t i = 0; i < entries.size(); ++i)
    if (entries[i].which != static_cast<Word>(i) || entries[i].swedish.empty() || entries[i].english.empty()) return false;
  return true;
}
static_assert(in_order());

}  // namespace

std::string_view word(Language language, Word which) {
  const auto& entry = entries[static_cast<std::size_t>(which)];
  return language == Language::swedish ? entry.swedish : entry.english;
}

}  // namespace kassabro::receipt
