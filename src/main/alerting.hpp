#pragma once

#include <atomic>
#include <future>
#include <map>
#include <string>

#include "alerts/poster.hpp"
#include "http/io_threads.hpp"
#include "http/mail.hpp"
#include "main/certificate_watch.hpp"
#include "main/config.hpp"
#include "main/core.hpp"
#include "main/disk_watch.hpp"
#include "main/till_watch.hpp"
#include "rule/load_watch.hpp"

namespace kassabro::main {

// Takes what the program alerts about to people, as the configuration says, and alerts when an account comes near Rule's limit of errors.
class Alerting {
 public:
  Alerting(const Config& config, http::IoThreads& io, Core& core, const Clock& clock);

  void start();
  // From another thread, while `io` runs.
  void stop();

 private:
  Async<Result<void>> send_mail(std::string subject, std::string text);
  Async<void> watch();
  void look_at_rule();
  void look_at_disks();
  void look_at_certificate();
  Async<void> look_at_tills();

  boost::asio::io_context& context_;
  const Config config_;
  Core& core_;
  const Clock& clock_;
  const std::chrono::milliseconds silence_;
  http::MailServer mail_server_;
  http::Client client_;
  http::IoThreads mailing_{1};  // a mail server may be slow
  alerts::Poster poster_;
  rule::LoadWatch loads_;
  CertificateWatch certificate_;
  std::map<std::string, DiskWatch> disks_;  // by folder
  TillWatch tills_;
  WakeTimer timer_;
  std::future<void> ended_;
  std::atomic<bool> stopped_ = false;
};

}  // namespace kassabro::main
