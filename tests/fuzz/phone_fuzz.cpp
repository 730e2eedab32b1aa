// Phone numbers as people write them.
#include "domain/phone.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {

void run_one(std::string_view input) {
  for (const std::string_view country : {"SE", "FI", "NO", "US", "XX"}) {
    static_cast<void>(domain::Phone::likely_e164(input, country));
    const auto phone = domain::Phone::parse(input, country);
    if (!phone) {
      hold_field(phone.error());
      continue;
    }
    const auto& e164 = phone->e164();
    hold(e164.size() >= 4 && e164.size() <= 16 && e164.front() == '+', "a number is '+' and at most 15 digits");
    hold(e164.find_first_not_of("0123456789", 1) == std::string::npos, "a number has digits only");
    static_cast<void>(phone->takes_sms());
    const auto again = domain::Phone::parse(e164, country);
    hold(again && *again == *phone, "a number in E.164 is read as itself");
  }
}

}  // namespace kassabro::fuzz
