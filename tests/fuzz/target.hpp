#pragma once

#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#include "app/account.hpp"
#include "base/json.hpp"
#include "base/utf8.hpp"

// One parser, asked by libFuzzer: `run_one` is called with whatever bytes it comes up with. A crash, a sanitizer's report, an
// exception that is not caught, and a broken promise are findings.
namespace kassabro::fuzz {

// A promise that must hold whatever comes in.
inline void hold(bool promise, const char* words) {
  if (promise) return;
  std::fprintf(stderr, "NOT TRUE: %s\n", words);
  std::abort();
}

// What is refused must say where: the caller shows the field to a person.
inline void hold_field(const Error& error) {
  hold(!error.field.empty(), "an error names a field");
  hold(!error.message.empty(), "an error says what is wrong");
}

inline app::Account account() {
  app::Account one;
  one.id = 1;
  one.name = "shop";
  one.sitoo_api_id = "1500-1";
  one.sitoo_password = SecretString("password");
  one.basic_password = SecretString("password");
  return one;
}

inline const Timestamp now = from_epoch_ms(1'790'000'000'000);

// The lines of an input that stands for several texts; as many as are asked for, the last one with all that is left.
inline std::vector<std::string_view> lines_of(std::string_view input, std::size_t count) {
  std::vector<std::string_view> lines;
  for (; lines.size() + 1 < count;
       input.remove_prefix(lines.back().size() < input.size() ? lines.back().size() + 1 : input.size()))
    lines.push_back(input.substr(0, input.find('\n')));
  lines.push_back(input);
  return lines;
}

void run_one(std::string_view input);

}  // namespace kassabro::fuzz
