#pragma once

#include <functional>
#include <string>
#include <vector>

#include "check/session.hpp"

namespace kassabro::check {

// How a contract calls what a redemption is about.
struct RedemptionWords {
  std::string customers;   // the path of customers: "/contacts/"
  std::string customer;    // the member with their id
  std::string checks;      // the card's list of bonus checks
  std::string check_id;    // an entry's id
  std::string check_ids;   // the body's list of ids
  std::string receipt;     // the body's number of the receipt
};

// The customer whose bonus check is to be used, with their card as the till gets it. Throws CannotBeTried when there is nobody.
using FindHolder = std::function<Async<json::object>()>;

// Uses one bonus check of the customer and gives it back. That it can be used under the guessed path is only advised, since Sitoo's texts
// are cut there; a server that takes it there must not let it be spent twice.
class Redemption {
 public:
  Redemption(Session& session, RedemptionWords words, FindHolder find);
  Async<void> run();

 private:
  Async<void> use();
  Async<void> use_again();
  Async<void> show_used();
  Async<void> give_back();

  Async<Reply> ask(std::string_view what, std::string receipt);
  void need_use() const;
  // Does the card offer the check?
  bool is_offered(const json::object& holder) const;

  Session& session_;
  const RedemptionWords words_;
  const FindHolder find_;
  std::string holder_;
  std::string check_;
  bool is_used_ = false;
};

}  // namespace kassabro::check
