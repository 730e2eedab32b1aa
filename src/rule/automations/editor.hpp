#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "rule/automations/flow.hpp"
#include "rule/call.hpp"

namespace kassabro::rule::automations {

// What a flow is made of in Rule's editor, in the order in which it is made: the automation, its message, the template with the
// letter, and the dynamic set that joins the two (contract of RCML, section 8).
enum class Part { automail, message, template_, dynamic_set };
inline constexpr std::array all_parts{Part::automail, Part::message, Part::template_, Part::dynamic_set};
std::string_view to_text(Part part);

Call create_part_call(Part part, json::object body);
Call get_part_call(Part part, std::int64_t id);
Call change_part_call(Part part, std::int64_t id, json::object body);
Call remove_part_call(Part part, std::int64_t id);

// A page of all automations or templates; pages count from 1.
inline constexpr std::size_t parts_per_page = 100;
Call list_parts_call(Part part, std::size_t page);
Call list_messages_call(std::int64_t automail_id);
Call list_dynamic_sets_call(std::int64_t message_id);

Call find_tag_call(std::string_view name);
Call list_brand_styles_call();
Call get_brand_style_call(std::int64_t id);
// HTML; without a subscriber the merge fields stay visible.
Call render_call(std::int64_t template_id, std::optional<std::int64_t> subscriber_id);

// The `data` of an answer; absent: there is none.
const json::object* data_of(const Answer& answer);
std::vector<json::object> list_of(const Answer& answer);

// What counts of a part, in one form for what is wanted and for what Rule shows: without times, positions, and without whether
// it is active, which is a person's own choice. Takes Rule's answer, whose spellings differ from the request's.
json::object content_of(Part part, const json::object& shown);

// The same form, made of what is wanted.
struct AutomailContent {
  std::string name;
  std::string_view description;
  std::int64_t tag_id = 0;
  SendoutType sendout_type = SendoutType::marketing;
};
json::object content_of(const AutomailContent& wanted);
json::object message_content(std::int64_t automail_id, std::string_view subject, std::string_view pre_header,
                             std::int64_t delay_seconds);
json::object template_content(std::string_view name, json::object document);
json::object dynamic_set_content(std::int64_t message_id, std::int64_t template_id);

// The body that gives a part this content. `active` is kept as it is; of a new automation it is not said: it is born inactive.
json::object body_of(Part part, const json::object& content, std::optional<bool> active);
// Whether a part that Rule shows is switched on; of a message it is the message's own switch.
bool is_active(Part part, const json::object& shown);

}  // namespace kassabro::rule::automations
