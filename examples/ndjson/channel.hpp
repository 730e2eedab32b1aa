#pragma once

#include <string>

#include "app/delivery.hpp"

namespace kassabro::examples {

// A second CRM besides Rule, as small as one can be: each delivery becomes a line of JSON in a file, for a program that reads it (NDJSON).
// It shows what the port wants of a channel; CONTRIBUTING.md has the rest of the list.
//
//   {"delivery_id":"10","account_id":"1","kind":"order_completed","contact":{...},"order":{...}}
//
// A line is on the disk before its delivery counts as delivered. A kill between the two tells it again, with the same `delivery_id`:
// whoever reads the file knows it by that.
class NdjsonChannel final : public app::DeliveryChannel {
 public:
  // The file is made when there is none, readable by its owner only: it holds customers.
  explicit NdjsonChannel(std::string path) : path_(std::move(path)) {}

  // Outcomes: delivered; `Retry` when the file cannot be written, for as long as the retry policy has patience.
  Async<std::vector<app::Outcome>> deliver(const app::Account& account, std::vector<app::DeliveryJob> jobs) override;

 private:
  std::string path_;
};

}  // namespace kassabro::examples
