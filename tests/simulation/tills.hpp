#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "tests/simulation/node.hpp"

namespace kassabro::simulation {

// What tills have sent, and what they were told is safe.
struct Told {
  std::set<std::string> sent_emails;
  std::map<std::string, std::string> sent_orders;              // id -> e-mail of the buyer
  std::set<std::string> accepted_emails;
  std::set<std::string> accepted_orders;
  std::map<std::string, std::int64_t> redeemed_minor;          // "check receipt" -> amount, of those that were accepted
};

// What tills reach: any node that is up.
class Nodes {
 public:
  virtual ~Nodes() = default;
  virtual Node* any() = 0;  // null: none is up
};

// Customers at the tills of one shop. Each registers, buys, and lets two tills use the same bonus check at once; a till that gets no
// answer in time asks again, at whatever node it reaches.
class Tills {
 public:
  Tills(Surroundings around, Nodes& nodes, app::Account account)
      : around_(around), nodes_(nodes), account_(std::move(account)) {}

  // A customer who comes in `time`.
  void expect_customer(int number, std::chrono::milliseconds time);
  // Nobody waits at a till any more.
  bool is_done() const { return open_ == 0; }
  const Told& told() const { return told_; }

  static constexpr std::int64_t check_minor = 10'000;

 private:
  struct Step {
    enum class Kind { register_, find, buy, redeem };
    Kind kind = Kind::buy;
    std::string id;  // of the order, or the receipt
    std::int64_t amount_minor = 0;
  };
  // One till and its customer: steps that go one after the other.
  struct Visit {
    int customer = 0;
    std::string email;
    std::string contact_id;
    std::vector<Step> left;  // the last one is next
    int tries = 0;  // of the step; an answer to an earlier one is nobody's
  };
  using VisitPtr = std::shared_ptr<Visit>;

  void begin(const VisitPtr& visit, std::chrono::milliseconds in);
  void attempt(const VisitPtr& visit);
  void ask(const VisitPtr& visit, int number);
  void answer(const VisitPtr& visit, int number, const http::Response& response);
  void retry(const VisitPtr& visit, int number);
  void note(const VisitPtr& visit, const Step& step, const http::Response& response);
  void take_registered(const VisitPtr& visit, const std::string& contact_id);
  void give_check(const Visit& visit);
  Async<http::Response> send(Node& node, const Visit& visit, const Step& step);

  Surroundings around_;
  Nodes& nodes_;
  app::Account account_;
  Told told_;
  int open_ = 0;
};

}  // namespace kassabro::simulation
