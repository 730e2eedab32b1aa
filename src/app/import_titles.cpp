#include "app/import_titles.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "app/import_amount.hpp"
#include "base/text.hpp"

namespace kassabro::app {
namespace {

using Names = std::span<const std::string_view>;

constexpr std::array<std::string_view, 13> email_titles{
    "email",       "emailaddress", "mail",       "mailaddress",     "epost",     "epostadress",  "mailadress",
    "emailadress", "mejl",         "mejladress", "subscriberemail", "kundepost", "customeremail"};
constexpr std::array<std::string_view, 24> phone_titles{"phone",
                                                        "phonenumber",
                                                        "phoneno",
                                                        "telephone",
                                                        "telephonenumber",
                                                        "telefon",
                                                        "telefonnummer",
                                                        "telefonnr",
                                                        "tel",
                                                        "telnr",
                                                        "mobile",
                                                        "mobilephone",
                                                        "mobilenumber",
                                                        "mobil",
                                                        "mobilnummer",
                                                        "mobilnr",
                                                        "mobiltelefon",
                                                        "cell",
                                                        "cellphone",
                                                        "msisdn",
                                                        "sms",
                                                        "mobiltelefonnummer",
                                                        "subscriberphonenumber",
                                                        "smsnummer"};
constexpr std::array<std::string_view, 19> member_titles{"membernumber",
                                                         "memberno",
                                                         "membernr",
                                                         "memberid",
                                                         "member",
                                                         "membershipnumber",
                                                         "medlemsnummer",
                                                         "medlemsnr",
                                                         "medlemsid",
                                                         "medlemnummer",
                                                         "medlem",
                                                         "kundnummer",
                                                         "kundnr",
                                                         "customernumber",
                                                         "customerno",
                                                         "customernr",
                                                         "kortnummer",
                                                         "cardnumber",
                                                         "sitoocontactmembernumber"};
constexpr std::array<std::string_view, 20> id_titles{
    "id",      "checkid",     "bonuscheckid", "bonuschecksid",    "bonusid",          "checkno",  "checknumber",
    "checknr", "checknummer", "bonuschecknr", "bonuschecknummer", "bonuschecknumber", "code",     "checkcode",
    "kod",     "checkkod",    "bonuskod",     "bonuscode",        "vouchercode",      "kupongkod"};
constexpr std::array<std::string_view, 11> name_titles{
    "name",           "namn",  "checkname", "checknamn", "checkensnamn", "bonuscheckname", "bonuscheckensnamn",
    "bonuschecknamn", "title", "titel",     "rubrik"};
constexpr std::array<std::string_view, 14> value_titles{
    "value",      "varde",      "amount",      "belopp",     "summa",       "sum",         "moneyvalue",
    "checkvalue", "checkvarde", "bonusbelopp", "bonusvarde", "bonusamount", "checkbelopp", "bonuscheckvalue"};
constexpr std::array<std::string_view, 4> currency_titles{"currency", "currencycode", "valuta", "valutakod"};
constexpr std::array<std::string_view, 23> from_titles{
    "validfrom", "validfromdate",    "from",       "fromdate",   "startdate",  "start",       "starts",    "startdatum",
    "fran",      "frandatum",        "fom",        "franochmed", "giltigfran", "giltigtfran", "giltigfom", "gallerfran",
    "gallerfom", "giltigfranochmed", "giltigfrom", "gallerfrom", "firstday",   "forstadag",   "datumfran"};
constexpr std::array<std::string_view, 30> to_titles{"validto",
                                                     "validtodate",
                                                     "to",
                                                     "todate",
                                                     "enddate",
                                                     "end",
                                                     "ends",
                                                     "expires",
                                                     "expiry",
                                                     "expirydate",
                                                     "expirationdate",
                                                     "dateexpires",
                                                     "validuntil",
                                                     "until",
                                                     "lastday",
                                                     "slutdatum",
                                                     "slut",
                                                     "till",
                                                     "tilldatum",
                                                     "tom",
                                                     "tillochmed",
                                                     "giltigtill",
                                                     "giltigttill",
                                                     "giltigtom",
                                                     "gallertill",
                                                     "gallertom",
                                                     "giltigtillochmed",
                                                     "utgar",
                                                     "utgangsdatum",
                                                     "sistadag"};
constexpr std::array<std::string_view, 5> description_titles{"description", "beskrivning", "text", "checktext", "info"};
constexpr std::array<std::string_view, 3> list_titles{"sitoocontactbonuschecks", "bonuschecks", "contactbonuschecks"};

const std::array<std::pair<ImportField, Names>, import_field_count> known_titles{
    {{ImportField::email, email_titles},
     {ImportField::phone, phone_titles},
     {ImportField::member_number, member_titles},
     {ImportField::check_id, id_titles},
     {ImportField::name, name_titles},
     {ImportField::value, value_titles},
     {ImportField::currency, currency_titles},
     {ImportField::valid_from, from_titles},
     {ImportField::valid_to, to_titles},
     {ImportField::description, description_titles},
     {ImportField::bonus_list, list_titles}}};

constexpr std::array<std::pair<std::string_view, char>, 22> accents{
    {{"å", 'a'}, {"ä", 'a'}, {"ö", 'o'}, {"Å", 'a'}, {"Ä", 'a'}, {"Ö", 'o'}, {"é", 'e'}, {"É", 'e'},
     {"è", 'e'}, {"È", 'e'}, {"ü", 'u'}, {"Ü", 'u'}, {"æ", 'a'}, {"Æ", 'a'}, {"ø", 'o'}, {"Ø", 'o'},
     {"á", 'a'}, {"à", 'a'}, {"ë", 'e'}, {"ó", 'o'}, {"ô", 'o'}, {"ê", 'e'}}};

// The currencies that a title may end in; three letters alone are too often the end of a word.
constexpr std::array<std::string_view, 10> currency_endings{"sek", "nok", "dkk", "eur", "usd",
                                                            "gbp", "isk", "pln", "chf", "kr"};

std::optional<ImportField> field_of(std::string_view normal) {
  for (const auto& [field, names] : known_titles)
    if (std::ranges::find(names, normal) != names.end()) return field;
  return std::nullopt;
}

std::string without_brackets(std::string_view title) {
  std::string out;
  int depth = 0;
  for (const char c : title) {
    if (c == '(' || c == '[') ++depth;
    if (depth == 0) out += c;
    if ((c == ')' || c == ']') && depth > 0) --depth;
  }
  return out;
}

}  // namespace

std::string normal_title(std::string_view title) {
  std::string normal;
  for (std::size_t i = 0; i < title.size();) {
    const char c = ascii_lower(title[i]);
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) normal += c;
    std::size_t size = 1;
    for (const auto& [accent, letter] : accents) {
      if (!title.substr(i).starts_with(accent)) continue;
      normal += letter;
      size = accent.size();
    }
    i += size;  // of other characters, also of an accent that stands behind its letter, nothing is taken
  }
  return normal;
}

std::optional<KnownTitle> read_title(std::string_view title, std::string_view usual_currency) {
  const auto normal = normal_title(title);
  if (const auto field = field_of(normal)) return KnownTitle{*field, {}};
  for (const auto ending : currency_endings) {
    if (!normal.ends_with(ending)) continue;
    if (field_of(std::string_view(normal).substr(0, normal.size() - ending.size())) != ImportField::value) continue;
    const auto currency = currency_of_word(ending, usual_currency);
    if (currency.empty()) return std::nullopt;  // "Value (kr)" in a shop that counts in euros
    return KnownTitle{ImportField::value, currency};
  }
  const auto field = field_of(normal_title(without_brackets(title)));
  // What stands in brackets behind a value may be another unit: "Value (points)".
  if (!field || field == ImportField::value) return std::nullopt;
  return KnownTitle{*field, {}};
}

}  // namespace kassabro::app
