// CRM SPI v2: customers, redemptions and what an account may choose.
#include "app/pos_yaml.hpp"
#include "app/till_settings.hpp"
#include "sitoo/spi/v2/customer_in.hpp"
#include "sitoo/spi/v2/customer_out.hpp"
#include "sitoo/spi/v2/settings.hpp"
#include "tests/fuzz/spi.hpp"

namespace kassabro::fuzz {
namespace {

void read_settings(const json::object& body) {
  hold_settings(sitoo::spi::v2::parse_settings(body));
  auto shop = account();
  shop.settings = {{"sitoo_v2", body}};
  static_cast<void>(sitoo::spi::v2::settings_of(shop));
  static_cast<void>(sitoo::spi::offered_consents(shop, {"sitoo_v2", "sitoo_v1"}));
  hold(!app::pos_yaml(shop, "https://kassabro.example").empty(), "the till's settings can be written");
}

}  // namespace

void run_one(std::string_view input) {
  auto request = request_of(input);
  const auto settings = sitoo::spi::default_bonus_settings_v2();
  hold_redemption(request, settings);
  const auto body = parse_json(input);
  if (!body) return;
  request.method = http::Method::post;
  request.body = input;
  hold_redemption(request, settings);
  for (const auto empty_text : {sitoo::spi::EmptyText::is_absent, sitoo::spi::EmptyText::clears})
    hold_change(sitoo::spi::v2::parse_customer_change(*body, empty_text));
  if (body->is_object()) read_settings(body->get_object());
}

}  // namespace kassabro::fuzz
