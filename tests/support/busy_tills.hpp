#pragma once

#include <atomic>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

namespace kassabro::tests {

// Tills that register somebody new, find them and sell to them, over and over, one at each address, as long as this lives.
class BusyTills {
 public:
  // `api_urls`: of SPI v1. Throws unless each till has had its first round answered.
  BusyTills(const std::vector<std::string>& api_urls, std::string token);
  ~BusyTills();
  BusyTills(const BusyTills&) = delete;
  BusyTills& operator=(const BusyTills&) = delete;

  // Rounds of three calls that all tills together have had answered.
  int rounds() const { return rounds_; }
  // Waits until there are so many more, or a call has failed.
  void go_on(int rounds);
  void stop();

  // What was answered otherwise than it should, one line each.
  std::vector<std::string> failures() const;
  // Who was registered by a call that was answered 200.
  std::vector<std::string> customers() const;

 private:
  void work(const std::string& api_url, int till);
  void note_failure(std::string what);

  const std::string token_;
  std::atomic<bool> stopped_ = false;
  std::atomic<int> rounds_ = 0;
  mutable std::mutex mutex_;
  std::vector<std::string> failures_, customers_;
  std::vector<std::thread> threads_;
};

}  // namespace kassabro::tests
