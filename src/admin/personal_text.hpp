#pragma once

#include <functional>
#include <map>

#include "app/consent_proof.hpp"
#include "app/personal_file.hpp"
#include "base/json.hpp"

namespace kassabro::admin {

// An order as it is stored, whole, with its amounts and times as people read them.
json::object readable_order(std::string_view stored);

// How receipts went out, gathered from the timeline.
class SentReceipts {
 public:
  // "email" or "sms", as far as the calls of a try tell.
  using Way = std::function<std::string(const app::SentCalls&)>;
  explicit SentReceipts(Way way) : way_(std::move(way)) {}
  void note(const app::Happening& happening);
  json::array of_order(const std::string& order_id) const;
  std::vector<std::string> order_ids() const;

 private:
  struct Sent {
    std::string order_id;
    std::string state;
    Timestamp at;
    std::string by;
  };
  Way way_;
  std::map<app::DeliveryId, Sent> deliveries_;
};

json::array receipts_array(const app::PersonalRows& rows, const SentReceipts& sent);

// What stands on no page: the personal number, the card's extras, uses of bonus checks ...
json::object besides_object(const app::CustomerFile& file, const app::PersonalRows& rows);

// The body as JSON where it is some, else as the text that it came as.
json::object received_object(const app::SourceRow& row);

json::array proof_array(const std::vector<app::ProvenRecord>& proof);

}  // namespace kassabro::admin
