#include "rule/automations/memory.hpp"

namespace kassabro::rule::automations {
namespace {

std::string fact_name(Flow flow) { return "rule.automation:" + std::string(to_text(flow)); }

}  // namespace

std::string to_fact(const Made& made) {
  json::object parts;
  for (const auto part : all_parts) {
    const auto& kept = made.of(part);
    if (kept.id == 0) continue;
    parts[to_text(part)] = json::object{
        {"id", kept.id}, {"name", kept.name}, {"wrote", kept.wrote}, {"read", kept.read}, {"writing", kept.writing}};
  }
  return to_json_text(json::object{{"tag", made.tag}, {"language", made.language}, {"parts", std::move(parts)}});
}

Made parse_fact(std::string_view text) {
  Made made;
  const auto value = parse_json(text);
  if (!value || !value->is_object()) return made;
  const auto& fact = value->get_object();
  made.tag = text_member(fact, "tag");
  made.language = text_member(fact, "language");
  const auto* parts = fact.if_contains("parts");
  if (parts == nullptr || !parts->is_object()) return made;
  for (const auto part : all_parts) {
    const auto* kept = parts->get_object().if_contains(to_text(part));
    if (kept == nullptr || !kept->is_object()) continue;
    const auto& known = kept->get_object();
    made.of(part) = {int_member(known, "id").value_or(0), text_member(known, "name"), text_member(known, "wrote"),
                     text_member(known, "read"), text_member(known, "writing")};
  }
  return made;
}

Async<Made> find_made(app::RemoteMemory& memory, app::AccountId account, Flow flow) {
  const auto fact = co_await memory.find(account, fact_name(flow));
  co_return parse_fact(fact.value_or(""));
}

Async<void> save_made(app::RemoteMemory& memory, app::AccountId account, Flow flow, const Made& made) {
  co_await memory.save(account, fact_name(flow), to_fact(made));
}

}  // namespace kassabro::rule::automations
