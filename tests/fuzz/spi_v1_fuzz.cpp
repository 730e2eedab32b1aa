// CRM SPI v1: contacts, redemptions and what an account may choose.
#include "sitoo/spi/v1/contact_wire.hpp"
#include "sitoo/spi/v1/settings.hpp"
#include "tests/fuzz/spi.hpp"

namespace kassabro::fuzz {

void run_one(std::string_view input) {
  auto request = request_of(input);
  const auto settings = sitoo::spi::default_bonus_settings_v1();
  hold_redemption(request, settings);
  const auto body = parse_json(input);
  if (!body) return;
  request.method = http::Method::post;
  request.body = input;
  hold_redemption(request, settings);
  for (const auto empty_text : {sitoo::spi::EmptyText::is_absent, sitoo::spi::EmptyText::clears}) {
    const auto change = sitoo::spi::v1::parse_contact_change(*body, empty_text);
    hold_change(change);
    const auto contact = change ? domain::apply({}, *change, "SE") : fail(Error{});
    if (!contact) continue;
    const auto shown = parse_json(sitoo::spi::v1::contact_text(*contact));
    hold(shown.has_value(), "a contact is shown as JSON");
    const auto again = sitoo::spi::v1::parse_contact_change(*shown, empty_text);
    hold(again && domain::apply(*contact, *again, "SE")->email == contact->email, "what is shown can be sent back");
  }
  if (!body->is_object()) return;
  hold_settings(sitoo::spi::v1::parse_settings(body->get_object()));
  auto shop = account();
  shop.settings = {{"sitoo_v1", *body}};
  static_cast<void>(sitoo::spi::v1::settings_of(shop));
  const auto consents = sitoo::spi::offered_consents(shop, {"sitoo_v1"});
  hold(parse_json(sitoo::spi::consents_text(consents, "consentid")).has_value(), "consents are shown as JSON");
}

}  // namespace kassabro::fuzz
