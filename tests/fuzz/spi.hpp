#pragma once

#include "base/text.hpp"
#include "http/url.hpp"
#include "sitoo/spi/offered_consents.hpp"
#include "sitoo/spi/redeem_wire.hpp"
#include "tests/fuzz/request.hpp"

namespace kassabro::fuzz {

// What both versions of the SPI read from a body.

inline void hold_change(const Result<domain::ContactChange>& change) {
  if (!change) return hold_field(change.error());
  for (const auto& text : change->texts)
    hold(is_utf8(text.text) && !text.name.empty(), "a field is text, and has the caller's name");
  if (change->additional_options) hold(parse_json(*change->additional_options).has_value(), "what is kept as it came is JSON");
  const auto contact = domain::apply({}, *change, "SE");
  if (!contact) return hold_field(contact.error());
  const auto again = domain::apply(*contact, *change, "SE");
  hold(again && again->email == contact->email && again->mobile == contact->mobile, "the same change again changes nothing");
  for (const auto& phone : {contact->mobile, contact->phone})
    if (phone) hold(phone->e164().starts_with('+'), "a contact's number is E.164");
}

inline void hold_redemption(const http::Request& request, const sitoo::spi::BonusSettings& settings) {
  const auto redemption = sitoo::spi::parse_redemption(request, http::Query(request.query()), {}, settings);
  if (!redemption) return hold_field(redemption.error());
  for (const auto& use : redemption->checks) {
    hold(!use.check_id.empty() && !use.field.empty(), "a use names its check, and where it stood");
    hold(is_utf8(use.check_id), "a check's id is UTF-8");
  }
  hold(redemption->receipt == trimmed(redemption->receipt), "blanks are no receipt");
}

inline void hold_settings(const auto& settings) {
  if (!settings) hold_field(settings.error());
}

}  // namespace kassabro::fuzz
