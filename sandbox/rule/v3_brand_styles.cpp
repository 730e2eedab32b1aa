// An account's own looks, from which a set-up script makes a template's head (contract of RCML, section 2).
#include "sandbox/answers/answers.hpp"
#include "sandbox/rule/handlers.hpp"

namespace kassabro::sandbox::rule {

Answer list_brand_styles_v3(Call& call) {
  return json_answer(
      json::object{{"data", json::array{json::object{{"id", 1}, {"name", call.account.name}, {"is_default", true}}}}});
}

Answer get_brand_style_v3(Call& call) {
  if (call.params[0] != "1") return refuse(404, "NotFound", "There is no such brand style.");
  const auto colour = [](const char* type, const char* hex) { return json::object{{"type", type}, {"hex", hex}}; };
  const auto font = [](const char* type) {
    return json::object{{"type", type}, {"name", "'Helvetica', sans-serif"}, {"origin_name", "Helvetica"}, {"url", nullptr}};
  };
  const auto link = [](const char* type, const char* url) { return json::object{{"type", type}, {"link", url}}; };
  return json_answer(json::object{
      {"data",
       json::object{{"id", 1},
                    {"name", call.account.name},
                    {"is_default", true},
                    {"colours", json::array{colour("accent", "#05CC87"), colour("brand", "#F6F8F9"), colour("light", "#FFFFFF"),
                                            colour("side", "#F3F3F3"), colour("dark", "#0F0F1F")}},
                    {"fonts", json::array{font("title"), font("body")}},
                    {"images", json::array{}},
                    {"links", json::array{link("website", "https://shop.example.com")}}}}});
}

}  // namespace kassabro::sandbox::rule
