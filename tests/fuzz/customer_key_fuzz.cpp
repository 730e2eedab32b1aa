// What a cashier types to find a customer.
#include "domain/customer_key.hpp"

#include "app/person_traces.hpp"
#include "sitoo/spi/v2/key_type.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {

void run_one(std::string_view input) {
  const auto lines = lines_of(input, 2);
  if (!is_utf8(lines[0])) return;
  const auto only = sitoo::spi::v2::kind_of(lines[1]);
  const auto keys = domain::parse_customer_key(lines[0], "SE", only);
  if (!keys) return hold(!keys.error().message.empty(), "an error says what is wrong");
  hold(!keys->empty(), "a key means something");
  for (const auto& key : *keys) {
    hold(!key.text.empty() && key.text.size() <= 400, "a key is neither empty nor endless");
    hold(domain::stored_form(key).ends_with(":" + key.text), "a key is stored as it is");
    const auto again = domain::parse_customer_key(key.text, "SE", key.kind);
    hold(again.has_value(), "a normalised key is a key");
    hold(again->front() == key, "a normalised key is read as itself");
  }
  app::PersonTraces traces{.keys = *keys, .order_ids = {"1001"}};
  static_cast<void>(app::mentions(lines[1], traces, "SE"));
}

}  // namespace kassabro::fuzz
