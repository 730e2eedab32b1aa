#include "domain/phone.hpp"

#include <phonenumbers/phonenumberutil.h>

#include "base/text.hpp"

namespace kassabro::domain {
namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr std::size_t text_bytes_max = 40;
constexpr std::size_t digits_max = 15;  // E.164; the library knows plans that go beyond

std::string with_plus_restored(std::string_view text) {
  const bool blank_for_plus = text.starts_with(' ') && text.size() > 1 && text[1] != '0';
  std::string out(trimmed(text));
  if (blank_for_plus && !out.starts_with('+')) out.insert(out.begin(), '+');
  return out;
}

// libphonenumber reads "070-ANNA" as keypad digits; a till means digits.
bool is_written_in_digits(std::string_view text) {
  return text.find_first_not_of("0123456789+-()./ \t\xC2\xA0") == std::string_view::npos;
}

// Numbers of the account's own country must exist. Abroad, plans change faster than the library's tables are renewed, and
// Sitoo's own examples have numbers that no plan holds: there the length must be right.
bool may_exist_abroad(const PhoneNumberUtil& util, const PhoneNumber& number, std::string_view country) {
  return number.country_code() != util.GetCountryCodeForRegion(std::string(country)) &&
         util.IsPossibleNumberWithReason(number) == PhoneNumberUtil::IS_POSSIBLE;
}

}  // namespace

Result<Phone> Phone::parse(std::string_view text, std::string_view country) {
  const auto refused = fail(invalid("phone", "This is not a valid phone number."));
  if (text.size() > text_bytes_max || !is_written_in_digits(text)) return refused;
  const auto& util = *PhoneNumberUtil::GetInstance();
  PhoneNumber number;
  const auto error = util.Parse(with_plus_restored(text), std::string(country), &number);
  if (error != PhoneNumberUtil::NO_PARSING_ERROR) return refused;
  const bool is_in_plan = util.IsValidNumber(number);
  if (!is_in_plan && !may_exist_abroad(util, number, country)) return refused;
  std::string e164;
  util.Format(number, PhoneNumberUtil::E164, &e164);
  if (e164.size() > 1 + digits_max) return refused;
  if (is_in_plan) return Phone(std::move(e164));
  // Of others one prefix is taken off at a time ("+31 00 740 1567"): with all of them off, each spelling is one number.
  PhoneNumber again;
  std::string shorter;
  if (util.Parse(e164, std::string(country), &again) != PhoneNumberUtil::NO_PARSING_ERROR) return refused;
  util.Format(again, PhoneNumberUtil::E164, &shorter);
  if (shorter.size() < e164.size()) return parse(shorter, country);
  if (shorter != e164) return refused;
  return Phone(std::move(e164));
}

// Where a country's numbers do not tell (North America), the number may be a mobile. So may one that is in no plan we know.
bool Phone::takes_sms() const {
  const auto& util = *PhoneNumberUtil::GetInstance();
  PhoneNumber number;
  if (util.Parse(e164_, "ZZ", &number) != PhoneNumberUtil::NO_PARSING_ERROR) return false;
  const auto type = util.GetNumberType(number);
  return type == PhoneNumberUtil::MOBILE || type == PhoneNumberUtil::FIXED_LINE_OR_MOBILE || type == PhoneNumberUtil::UNKNOWN;
}

std::optional<std::string> Phone::likely_e164(std::string_view text, std::string_view country) {
  constexpr std::size_t digits_min = 7;
  const bool international = text.starts_with('+');
  const std::string_view code = country == "SE" ? "+46" : country == "FI" ? "+358" : "";
  if (!international && (!text.starts_with('0') || text.starts_with("00") || code.empty())) return std::nullopt;
  const auto digits = text.substr(1);
  if (digits.size() < digits_min || digits.size() > digits_max) return std::nullopt;
  if (digits.find_first_not_of("0123456789") != std::string_view::npos) return std::nullopt;
  return std::string(international ? "+" : code).append(digits);
}

bool is_phone_country(std::string_view country) {
  return PhoneNumberUtil::GetInstance()->GetCountryCodeForRegion(std::string(country)) != 0;
}

}  // namespace kassabro::domain
