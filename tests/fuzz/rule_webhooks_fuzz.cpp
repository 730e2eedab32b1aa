// What Rule tells by webhooks.
#include "app/webhook_secret.hpp"
#include "rule/webhook_wire.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {

void run_one(std::string_view input) {
  const auto body = parse_json(input);
  if (!body) return;
  for (const auto event : app::webhook_events) {
    hold(rule::webhook_event(event) == event, "an event has its own name");
    const auto news = rule::parse_webhook(event, *body, now);
    if (!news) {
      hold_field(news.error());
      continue;
    }
    const auto* told = std::get_if<app::RemoteNews>(&*news);
    if (told == nullptr) continue;
    hold(told->remote_id != 0 || !told->email.empty() || !told->phone.empty(), "news is about somebody");
    for (const auto& text : {told->email, told->phone, told->reason})
      hold(text.size() <= 200 && !has_control_characters(text), "what is told is tame");
  }
}

}  // namespace kassabro::fuzz
