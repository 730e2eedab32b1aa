#include "domain/email.hpp"

#include <unicode/bytestream.h>
#include <unicode/idna.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <memory>

#include "base/text.hpp"

namespace kassabro::domain {
namespace {

constexpr std::size_t local_bytes_max = 64;    // RFC 5321, 4.5.3.1.1
constexpr std::size_t address_bytes_max = 254;  // RFC 3696, erratum 1690

bool is_ascii(std::string_view text) {
  for (const char c : text)
    if (static_cast<unsigned char>(c) >= 0x80) return false;
  return true;
}

std::string lowered(std::string_view text) {
  if (is_ascii(text)) return ascii_lowered(text);
  auto unicode = icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<int32_t>(text.size())));
  std::string out;
  unicode.toLower(icu::Locale::getRoot()).toUTF8String(out);
  return out;
}

const icu::IDNA& idna() {
  static const std::unique_ptr<icu::IDNA> instance = [] {
    UErrorCode error = U_ZERO_ERROR;
    return std::unique_ptr<icu::IDNA>(icu::IDNA::createUTS46Instance(UIDNA_NONTRANSITIONAL_TO_ASCII | UIDNA_CHECK_BIDI, error));
  }();
  return *instance;
}

bool is_host_name(std::string_view host) {
  if (host.empty() || host.find('.') == std::string_view::npos) return false;
  char before = '.';
  for (const char c : host) {
    const bool letter_or_digit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    if (!letter_or_digit && c != '-' && c != '.') return false;
    if (c == '.' && (before == '.' || before == '-')) return false;
    if (c == '-' && before == '.') return false;
    before = c;
  }
  return before != '.' && before != '-';
}

std::string ascii_domain(std::string_view domain) {
  if (is_ascii(domain)) return ascii_lowered(domain);
  std::string out;
  icu::StringByteSink<std::string> sink(&out);
  icu::IDNAInfo info;
  UErrorCode error = U_ZERO_ERROR;
  idna().nameToASCII_UTF8(icu::StringPiece(domain.data(), static_cast<int32_t>(domain.size())), sink, info, error);
  return U_FAILURE(error) || info.hasErrors() ? std::string() : out;
}

bool is_local_part(std::string_view local) {
  if (local.empty() || local.size() > local_bytes_max || local.front() == '.' || local.back() == '.') return false;
  for (const char c : local) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte == 0x7F || std::string_view("()<>[]:;,\\\"@").find(c) != std::string_view::npos) return false;
  }
  return local.find("..") == std::string_view::npos;
}

}  // namespace

Result<Email> Email::parse(std::string_view text) {
  const auto refused = fail(invalid("email", "This is not a valid e-mail address."));
  const auto address = trimmed(text);
  const auto at = address.find('@');
  if (at == std::string_view::npos || address.size() > address_bytes_max) return refused;
  const auto local = lowered(address.substr(0, at));
  const auto domain = ascii_domain(address.substr(at + 1));
  if (!is_local_part(local) || !is_host_name(domain)) return refused;
  auto normal = local + "@" + domain;
  if (normal.size() > address_bytes_max) return refused;  // a domain grows when it becomes ASCII
  return Email(std::move(normal));
}

}  // namespace kassabro::domain
