#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace kassabro::check {

// What Sitoo's published texts say, or what its tills can be expected to do where the texts are cut (contracts of Sitoo SPI: SEEN, INFERRED).
enum class Weight { must, should };

enum class Outcome { passed, failed, advised, skipped };  // advised: a `should` that does not hold

struct CaseResult {
  std::string name;  // what holds, as a sentence
  Weight weight = Weight::must;
  Outcome outcome = Outcome::passed;
  std::string found;  // of failed, advised and skipped: what was found instead
  std::string exchange;  // the last call and its answer, without credentials
  std::chrono::milliseconds took{0};
};

struct Report {
  std::string subject;  // "CRM SPI v1 at https://crm.example.com"
  std::vector<CaseResult> cases;

  std::size_t count(Outcome outcome) const;
  bool is_good() const { return count(Outcome::failed) == 0; }
};

// For people: one line a case, and below it what was found where it does not hold.
std::string to_readable(const Report& report);
// JUnit's XML, as build servers read it: what is only advised counts as skipped.
std::string to_junit(const Report& report);

}  // namespace kassabro::check
