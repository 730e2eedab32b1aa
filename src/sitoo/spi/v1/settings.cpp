#include "sitoo/spi/v1/settings.hpp"

namespace kassabro::sitoo::spi::v1 {

Settings settings_of(const app::Account& account) {
  Settings settings;
  const auto* own = account.settings.if_contains("sitoo_v1");
  if (own == nullptr || !own->is_object()) return settings;
  const auto& object = own->get_object();
  const auto answer = text_member(object, "update_answer");
  if (answer == "contact") settings.update_answer = UpdateAnswer::contact;
  if (answer == "id") settings.update_answer = UpdateAnswer::id;
  settings.empty_text_clears = bool_member(object, "empty_text_clears").value_or(false);
  settings.always_extended = bool_member(object, "always_extended").value_or(false);
  if (const auto* consents = find_member(object, "consents"); consents != nullptr && consents->is_array())
    settings.consents = consents->get_array();
  return settings;
}

}  // namespace kassabro::sitoo::spi::v1
