#include "outbox/note_try.hpp"

#include <utility>

namespace kassabro::outbox {
namespace {

struct Told {
  const char* outcome;
  std::string reason;
};

struct Tell {
  Told operator()(const app::Delivered&) const { return {"delivered", {}}; }
  Told operator()(const app::Deferred& outcome) const { return {"deferred", outcome.reason}; }
  Told operator()(const app::Retry& outcome) const { return {"retry", outcome.reason}; }
  Told operator()(const app::Rejected& outcome) const { return {"rejected", outcome.reason}; }
  Told operator()(const app::Unauthorized& outcome) const { return {"unauthorized", outcome.reason}; }
};

}  // namespace

std::optional<app::DeliveryTry> note_of(const app::DeliveryJob& job, const app::Outcome& outcome, Timestamp start,
                                        Timestamp end) {
  if (!job.calls) return std::nullopt;
  if (std::holds_alternative<app::Deferred>(outcome) && job.calls->empty()) return std::nullopt;
  auto [name, reason] = std::visit(Tell{}, outcome);
  return app::DeliveryTry{0, start, end - start, name, std::move(reason), std::move(*job.calls)};
}

}  // namespace kassabro::outbox
