#include "person_page/words.hpp"

#include <algorithm>
#include <array>

namespace kassabro::person_page {
namespace {

struct Label {
  std::string_view name;
  std::string_view swedish;
  std::string_view english;
};

constexpr std::array labels{
    Label{"account", "Butik", "Shop"},
    Label{"account_id", "Butikens nummer", "Shop's number"},
    Label{"accepted_consents", "Butikens samtycken", "The shop's consents"},
    Label{"accepts", "Ja till detta", "Agreed"},
    Label{"accepts_email", "Ja till e-post", "Agreed to e-mail"},
    Label{"accepts_mail", "Ja till brev", "Agreed to letters"},
    Label{"accepts_sms", "Ja till sms", "Agreed to text messages"},
    Label{"additional_options", "Övriga val", "Other choices"},
    Label{"amount", "Belopp", "Amount"},
    Label{"answer", "Svar", "Answer"},
    Label{"answers", "Vad de svarade", "What they answered"},
    Label{"asked_at", "Begärt", "Asked for"},
    Label{"at", "När", "When"},
    Label{"attempt", "Försök", "Attempt"},
    Label{"besides", "Övriga uppgifter", "Other details"},
    Label{"birthday", "Födelsedag", "Birthday"},
    Label{"body", "Innehåll", "Content"},
    Label{"bonus", "Bonus", "Bonus"},
    Label{"bonus_checks", "Bonuscheckar", "Bonus checks"},
    Label{"bonus_field_fault", "Fel i Rules bonusfält", "Fault of the bonus field in Rule"},
    Label{"bonus_field_text", "Rules bonusfält", "The bonus field in Rule"},
    Label{"bonus_more", "Mer om bonuscheckarna", "More of the bonus checks"},
    Label{"bonus_replaced", "Bonuscheckar som ersatts", "Bonus checks that were replaced"},
    Label{"bonus_uses", "Använda bonuscheckar", "Uses of bonus checks"},
    Label{"by", "Genom", "By"},
    Label{"calls", "Anrop", "Calls"},
    Label{"change", "Ändring", "Change"},
    Label{"channel", "Kanal", "Channel"},
    Label{"channel_purchases", "Köp i andra kanaler", "Purchases in other channels"},
    Label{"check_id", "Bonuscheck", "Bonus check"},
    Label{"chosen", "Valt då", "Chosen then"},
    Label{"city", "Ort", "City"},
    Label{"company", "Företag", "Company"},
    Label{"company_id", "Organisationsnummer", "Company's number"},
    Label{"consent", "Samtycke", "Consent"},
    Label{"consent_proof", "Samtycken, med vad de gällde", "Consents, with what they said"},
    Label{"consents", "Samtycken", "Consents"},
    Label{"contact", "Kundnummer", "Customer's number"},
    Label{"contact_id", "Kundnummer", "Customer's number"},
    Label{"content", "Innehåll", "Content"},
    Label{"country", "Land", "Country"},
    Label{"created_at", "Skapat", "Made"},
    Label{"currency", "Valuta", "Currency"},
    Label{"customer", "Kunduppgifter", "Customer's details"},
    Label{"delivery_address", "Leveransadress", "Delivery address"},
    Label{"delivery_id", "Leverans", "Delivery"},
    Label{"description", "Beskrivning", "Description"},
    Label{"discount", "Rabatt", "Discount"},
    Label{"email", "E-post", "E-mail"},
    Label{"ends_at", "Gäller till", "Until"},
    Label{"entries", "Händelser", "Entries"},
    Label{"first_name", "Förnamn", "First name"},
    Label{"gender", "Kön", "Gender"},
    Label{"id", "Nummer", "Number"},
    Label{"invoice_address", "Fakturaadress", "Invoice address"},
    Label{"items", "Rader", "Rows"},
    Label{"kind", "Sort", "Kind"},
    Label{"last_bought_at", "Senaste köp", "Last purchase"},
    Label{"last_name", "Efternamn", "Last name"},
    Label{"last_used_at", "Senast använd", "Last used"},
    Label{"line1", "Adress", "Address"},
    Label{"line2", "Adress, rad 2", "Address, line 2"},
    Label{"lines", "Rader", "Rows"},
    Label{"links", "Länkar till kvittot", "Links to the receipt"},
    Label{"made_at", "Gjort", "Made"},
    Label{"member_number", "Medlemsnummer", "Member number"},
    Label{"message_id", "Meddelande", "Message"},
    Label{"mobile", "Mobil", "Mobile"},
    Label{"name", "Namn", "Name"},
    Label{"net", "Exkl. moms", "Net"},
    Label{"order_id", "Order", "Order"},
    Label{"ordered_at", "Köpt", "Bought"},
    Label{"orders", "Köp i kassan", "Purchases at the till"},
    Label{"orders_to_tell", "Köp som Rule ännu inte fått", "Purchases that Rule is still to be told of"},
    Label{"origin", "Varifrån", "Where from"},
    Label{"payload", "Innehåll", "Content"},
    Label{"payments", "Betalningar", "Payments"},
    Label{"personal_id", "Personnummer", "Personal number"},
    Label{"phone", "Telefon", "Phone"},
    Label{"purchase_count", "Antal köp", "Purchases"},
    Label{"purchase_total", "Köpt för", "Bought for"},
    Label{"purchases", "Senaste köp", "Latest purchases"},
    Label{"quantity", "Antal", "Quantity"},
    Label{"reason", "Orsak", "Reason"},
    Label{"receipt_id", "Kvitto", "Receipt"},
    Label{"receipts", "Digitala kvitton", "Digital receipts"},
    Label{"received", "Det som kommit in, som det kom", "What came in, as it came"},
    Label{"received_at", "Kom", "Came"},
    Label{"redeemed_at", "Använd", "Used"},
    Label{"register", "Kassa", "Till"},
    Label{"registered_at", "Registrerad", "Registered"},
    Label{"remaining", "Kvar", "Left"},
    Label{"rule", "I Rule", "In Rule"},
    Label{"rule_fields", "Fält från Rule", "Fields of Rule"},
    Label{"sender", "Från", "From"},
    Label{"sent", "Skickat", "Sent"},
    Label{"silence", "Tid sedan senaste köp", "Time since the last purchase"},
    Label{"sku", "Artikel", "Article"},
    Label{"source", "Källa", "Source"},
    Label{"staff", "Personal", "Staff"},
    Label{"state", "Läge", "State"},
    Label{"status", "Läge", "State"},
    Label{"store", "Butik", "Store"},
    Label{"timeline", "Vad som hänt", "What happened"},
    Label{"times", "Gånger", "Times"},
    Label{"total", "Summa", "Total"},
    Label{"type", "Sort", "Kind"},
    Label{"undeliverable", "Adresser som inte nås", "Addresses that are not reached"},
    Label{"undone_at", "Ångrad", "Undone"},
    Label{"undone_by", "Ångrad genom", "Undone by"},
    Label{"updated_at", "Ändrad", "Changed"},
    Label{"valid_from", "Gäller från", "Valid from"},
    Label{"valid_to", "Gäller till", "Valid to"},
    Label{"value", "Värde", "Value"},
    Label{"values", "Värden", "Values"},
    Label{"vat", "Moms", "VAT"},
    Label{"vat_percent", "Momssats", "VAT rate"},
    Label{"version", "Version", "Version"},
    Label{"webhook_messages", "Vad andra system fått veta", "What other systems were told"},
    Label{"what", "Vad", "What"},
    Label{"wording", "Så stod det", "It said"},
    Label{"zip", "Postnummer", "Postal code"},
};

}  // namespace

std::string label_of(std::string_view name, receipt::Language language) {
  const auto label = std::ranges::find(labels, name, &Label::name);
  if (label != labels.end()) return std::string(language == receipt::Language::swedish ? label->swedish : label->english);
  std::string words(name);
  std::ranges::replace(words, '_', ' ');
  return words;
}

std::string_view word(Word which, receipt::Language language) {
  const bool swedish = language == receipt::Language::swedish;
  switch (which) {
    case Word::title: return swedish ? "Personuppgifter" : "Personal data";
    case Word::explanation:
      return swedish
                 ? "Detta finns sparat hos Kassabro, som kopplar butikens kassor till dess marknadsföring. Tider anges i UTC."
                 : "This is what Kassabro keeps, which connects the shop's tills with its marketing. Times are in UTC.";
    case Word::nothing: return swedish ? "Ingenting." : "Nothing.";
    case Word::left_out: return swedish ? "Utelämnat." : "Left out.";
    case Word::yes: return swedish ? "Ja" : "Yes";
    case Word::no: return swedish ? "Nej" : "No";
  }
  return {};
}

}  // namespace kassabro::person_page
