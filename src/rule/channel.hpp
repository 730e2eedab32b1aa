#pragma once

#include <functional>
#include <memory>
#include <string>

#include "app/delivery.hpp"
#include "app/remote_directory.hpp"
#include "rule/client.hpp"

namespace kassabro::rule {

// Something about an account that its owner should know; once an account and process.
using OnNotice = std::function<void(app::AccountId, std::string)>;

// Delivers to Rule. docs/mapping.md shows the calls of each kind of delivery.
class RuleChannel final : public app::DeliveryChannel {
 public:
  // The references must outlive the channel.
  RuleChannel(RuleClient& client, app::RemoteMemory& memory, app::RemoteBonusEdits& edits, const Clock& clock,
              OnNotice on_notice);
  ~RuleChannel() override;

  Async<std::vector<app::Outcome>> deliver(const app::Account& account, std::vector<app::DeliveryJob> jobs) override;

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace kassabro::rule
