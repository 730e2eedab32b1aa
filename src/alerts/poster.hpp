#pragma once

#include <atomic>
#include <boost/asio/io_context.hpp>
#include <functional>
#include <future>
#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/result.hpp"
#include "base/wake_timer.hpp"
#include "http/client.hpp"

namespace kassabro::alerts {

struct Alert {
  Timestamp at;
  std::string text;  // as it stands in the log: ids, counts and reasons
};

// Takes alerts to people: to an address that a chat or an incident service gives (a POST of JSON whose `text` they show), and by mail. What comes
// within some seconds goes out together; the same text goes out once an hour. What cannot be sent is tried again each minute, the newest
// hundred. Nothing here is kept over a restart: the log has it all.
class Poster {
 public:
  // Errors: why it could not be sent.
  using SendMail = std::function<Async<Result<void>>(std::string subject, std::string text)>;
  struct Parts {
    boost::asio::io_context& context;  // that one thread runs
    http::Send http;
    SendMail mail;  // empty: no mail
    const Clock& clock;
  };
  struct Options {
    std::string webhook;  // "": none
    std::string name;  // of this server, for the subject
    std::chrono::milliseconds gather{10'000};
    std::chrono::milliseconds retry_after{60'000};
    std::chrono::milliseconds repeat_after{std::chrono::hours(1)};
    std::size_t waiting_max = 100;
    Alarms alarms = &steady_alarm;
  };

  Poster(Parts parts, Options options);

  // From any thread, at once.
  void note(std::string text);
  void start();
  // From another thread: whatever waits is left to the log.
  void stop();
  // Sends what waits, once. False: there is still something to send.
  Async<bool> post();

 private:
  // One way to people, with what it has yet to carry.
  struct Way {
    std::vector<Alert> waiting;
    std::string trouble;  // why the last try failed; it is told once
  };

  Async<void> run();
  Async<bool> post_by(Way& way, bool is_mail);
  Async<Result<void>> send(const std::vector<Alert>& alerts, bool is_mail);
  Async<Result<void>> send_webhook(const std::vector<Alert>& alerts);

  Parts parts_;
  Options options_;
  WakeTimer timer_;
  std::mutex mutex_;
  Way webhook_, mail_;  // under the mutex
  std::map<std::string, Timestamp> told_;  // likewise; when each text was taken last
  std::future<void> ended_;
  std::atomic<bool> stopped_ = false;
};

}  // namespace kassabro::alerts
