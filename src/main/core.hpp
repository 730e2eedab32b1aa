#pragma once

#include <memory>
#include <vector>

#include "app/quiet_tills.hpp"
#include "base/clock.hpp"
#include "http/io_threads.hpp"
#include "http/message.hpp"
#include "main/config.hpp"
#include "main/data_folder.hpp"
#include "outbox/worker.hpp"

namespace kassabro::main {

// The composition root: everything there is, built from the bottom up. Destruction order is shutdown order.
// Throws InfrastructureFailure when a part cannot start.
class Core {
 public:
  // Background work has a thread of its own, so that no till waits for it.
  Core(const Config& config, DataFolder& folder);
  ~Core();

  Async<http::Response> handle_public(const http::Request& request);
  // Of one whose handling threw.
  void note_public_failure(const http::Request& request);
  // Of a request that could not be read whole, as http::OnRefusal.
  http::Response refuse_public(const http::Request& request, http::Response usual);
  Async<http::Response> handle_admin(const http::Request& request);

  // How much of Rule's error limit each account uses up, 1.0 is all.
  std::map<app::AccountId, double> rule_loads();
  // Stores and tills from which nothing comes at a time at which they sell; absent on a node that does not lead: another looks.
  Async<std::optional<std::vector<app::QuietTill>>> quiet_tills();
  void note_disk_free(std::uint64_t bytes);
  void note_certificate(Timestamp ends_at);  // of the public listener
  std::optional<Timestamp> certificate_end() const;

  // Of a server, before anybody can call: the background's work is left to the background, which starts soon.
  void will_serve();
  void start_background();
  // From now on /readyz says 503.
  void drain();
  void stop();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace kassabro::main
