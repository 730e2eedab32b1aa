#include "rule/shared_calls.hpp"

#include "base/json.hpp"

namespace kassabro::rule {
namespace {

constexpr std::string_view people_member = "subscribers";

// The bodies with one subscriber each; empty when the call has not one for each job.
std::vector<std::string> parts_of(const std::string& body, std::size_t count) {
  auto value = parse_json(body);
  if (!value || !value->is_object()) return {};
  auto& part = value->get_object();
  auto* people = part.if_contains(people_member);
  if (people == nullptr || !people->is_array() || people->get_array().size() != count) return {};
  const auto each = std::move(people->get_array());
  std::vector<std::string> bodies;
  for (const auto& person : each) {
    part[people_member] = json::array{person};
    bodies.push_back(to_json_text(part));
  }
  return bodies;
}

}  // namespace

void share_out(const app::SentCalls& calls, std::span<const app::DeliveryJob> jobs, const JobPlaces& batch) {
  for (const auto& call : calls) {
    auto bodies = parts_of(call.body, batch.size());
    for (std::size_t place = 0; place < batch.size(); ++place) {
      auto* log = jobs[batch[place]].calls.get();
      if (log == nullptr) continue;
      auto body = bodies.empty() ? call.body : std::move(bodies[place]);
      log->push_back(
          {call.method, call.path, std::move(body), call.status, call.answer, call.took, static_cast<int>(batch.size())});
    }
  }
}

}  // namespace kassabro::rule
