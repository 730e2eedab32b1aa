#pragma once

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "base/json.hpp"
#include "check/report.hpp"
#include "http/client.hpp"

namespace kassabro::check {

using Headers = std::vector<std::pair<std::string, std::string>>;

struct Target {
  std::string base_url;  // without a slash at its end
  Headers credentials;
  Headers wrong_credentials;
  std::string bonus_check_customer =
      {};  // a key of somebody who has a bonus check to be tried; empty: whom the check registers
};

struct Reply {
  int status = 0;
  std::string body;
  std::optional<json::value> json;  // absent: the body is none
  bool is_json_type = false;
};

// A case that does not hold; caught by the session.
struct DoesNotHold : std::runtime_error {
  using std::runtime_error::runtime_error;
};
struct CannotBeTried : std::runtime_error {
  using std::runtime_error::runtime_error;
};

// Speaks to the server under test, and keeps how the cases end.
class Session {
 public:
  Session(http::Send http, const Clock& clock, Target target, std::string subject);

  using Case = std::function<Async<void>()>;
  // Runs a case; what it throws is its outcome.
  Async<void> run(Weight weight, std::string name, Case work);

  Async<Reply> call(http::Method method, std::string path, std::optional<json::value> body = std::nullopt);
  Async<Reply> call_text(http::Method method, std::string path, std::string body);
  Async<Reply> call_as(Headers credentials, http::Method method, std::string path, std::string body);

  const Target& target() const { return target_; }
  std::chrono::milliseconds slowest() const { return slowest_; }
  Report take_report() { return std::move(report_); }
  // For e-mail addresses, numbers and ids that nobody has: other at each run.
  const std::string& unique() const { return unique_; }

 private:
  http::Send http_;
  const Clock& clock_;
  Target target_;
  Report report_;
  std::string exchange_;
  std::chrono::milliseconds slowest_{0};
  std::string unique_;
};

// "+46701234567", of the session's unique text: nobody's.
std::string unique_mobile(const Session& session);

// Throws DoesNotHold.
void expect(bool holds, const std::string& found);
void expect_status(const Reply& reply, int status);
const json::array& expect_array(const Reply& reply);
const json::object& expect_object(const json::value& value);
// A member that is text.
const json::string& expect_text(const json::object& object, std::string_view member);

}  // namespace kassabro::check
