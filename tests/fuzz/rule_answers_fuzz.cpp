// What Rule answers: people, fields, tags, opt-outs, and errors.
#include "rule/answers.hpp"

#include "rule/automations/brand.hpp"
#include "rule/automations/editor.hpp"
#include "rule/news_wire.hpp"
#include "rule/remote_contact.hpp"
#include "tests/fuzz/answer.hpp"

namespace kassabro::fuzz {
namespace {

void read_person(const json::value& body) {
  static const auto shop = account();
  const rule::RuleNames names;
  const auto fields = rule::parse_fields(body);
  static_cast<void>(rule::shows_bonus_use(names, fields));
  static_cast<void>(rule::was_consenting(names, fields));
  static_cast<void>(rule::remote_bonus(names, shop, fields));
  const auto person = rule::parse_subscriber(body);
  const auto remote = rule::remote_contact(names, shop, person.value_or(rule::Subscriber{}), fields, now);
  for (const auto& phone : {remote.contact.mobile, remote.contact.phone})
    if (phone) hold(phone->e164().starts_with('+'), "a contact's number is E.164");
  if (remote.contact.birthday) hold(remote.contact.birthday->ok(), "a birthday is a day of the calendar");
}

void read_lists(const json::value& body) {
  static_cast<void>(rule::parse_next_page(body));
  static_cast<void>(rule::parse_group_names(body));
  static_cast<void>(rule::parse_people(body, now));
  static_cast<void>(rule::parse_record(body));
  static_cast<void>(rule::parse_tag_names(body));
  static_cast<void>(rule::parse_owner(body));
  for (const auto& news : rule::parse_statistics(body).news)
    hold(news.remote_id != 0 || !news.email.empty() || !news.phone.empty(), "news is about somebody");
}

bool is_colour(std::string_view text) {
  return text.starts_with('#') && text.find_first_of("\"'<>; ") == std::string_view::npos;
}

// Letters and flows as they stand in Rule's editor.
void read_editor(const json::value& body) {
  using namespace rule::automations;
  static_cast<void>(parse_brand_choice(body));
  const auto brand = parse_brand(body);
  for (const auto& colour : {brand.button_colour, brand.back_colour, brand.section_colour, brand.text_colour})
    hold(is_colour(colour), "a colour is one");
  for (const auto& address : {brand.logo, brand.website})
    hold(address.empty() || address.starts_with("https://"), "an address is a safe one");
  const rule::Answer answer{.status = 200, .body = body};
  static_cast<void>(data_of(answer));
  for (const auto part : all_parts)
    for (const auto& shown : list_of(answer)) {
      static_cast<void>(body_of(part, content_of(part, shown), is_active(part, shown)));
    }
  const auto written = body.is_string() ? std::string(body.get_string()) : to_json_text(body);
  const auto harmless = plain(written);
  hold(is_utf8(harmless) && harmless.find_first_of("[]") == std::string::npos, "what others have written merges nothing");
}

}  // namespace

void run_one(std::string_view input) {
  const auto answer = answer_of(input);
  const auto result = rule::read_answer(answer, now);
  if (!result) {
    hold(!result.error().message.empty(), "an error says what is wrong");
    hold(result.error().message.find('@') == std::string::npos, "an error holds no address");
  }
  const auto body = parse_json(answer.body);
  if (!body) return;
  read_person(*body);
  read_lists(*body);
  read_editor(*body);
}

}  // namespace kassabro::fuzz
