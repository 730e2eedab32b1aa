#include "rule/shared_calls.hpp"

#include "base/json.hpp"

namespace kassabro::rule {
namespace {

// The body with one of its subscribers; as it is when it has not one for each job.
std::string part_of(const json::value& body, const std::string& text, std::size_t place, std::size_t count) {
  if (!body.is_object()) return text;
  const auto* people = body.get_object().if_contains("subscribers");
  if (people == nullptr || !people->is_array() || people->get_array().size() != count) return text;
  json::object part;
  for (const auto& [name, value] : body.get_object())
    if (name != "subscribers") part[name] = value;
  part["subscribers"] = json::array{people->get_array()[place]};
  return to_json_text(part);
}

}  // namespace

void share_out(const app::SentCalls& calls, std::span<const app::DeliveryJob> jobs, const JobPlaces& batch) {
  for (const auto& call : calls) {
    const auto body = parse_json(call.body);
    for (std::size_t place = 0; place < batch.size(); ++place) {
      auto* log = jobs[batch[place]].calls.get();
      if (log == nullptr) continue;
      auto own = call;
      own.shared_by = static_cast<int>(batch.size());
      if (body) own.body = part_of(*body, call.body, place, batch.size());
      log->push_back(std::move(own));
    }
  }
}

}  // namespace kassabro::rule
