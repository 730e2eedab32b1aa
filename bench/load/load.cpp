// bench_load NAME=VALUE...: asks a server as tills do, and prints what came of it as a line of JSON.
//
//   port=8080 kind=search|card|redeem|register|ingest|events|mixed
//   connections=64 rate=0 seconds=1 warm=0.2    rate 0: each connection asks again as soon as it is answered (closed loop);
//                                               otherwise so many calls a second at fixed times (open loop), and a latency
//                                               counts from the moment at which the call was due
//   customers=1000 accounts=1 checks=5          what the store was filled with
//   first=0                                     where the numbers of new orders and customers, and the checks, begin
//   check=1                                     look at what is answered, not at the status only
//   count=0                                     no more calls than so many
//   token=                                      of SPI v1, for a store that bench_fill has not filled
//   accepted=FILE                               what was answered 200, a line each: it must be in the store afterwards
//
// wrk knows neither fixed times nor which calls were answered.
#include <algorithm>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <map>
#include <string>

#include "load/lanes.hpp"

namespace {

using Arguments = std::map<std::string, std::string>;

Arguments read(int argc, char** argv) {
  Arguments arguments{{"port", ""},    {"kind", ""},          {"connections", "64"}, {"rate", "0"},   {"seconds", "1"},
                      {"warm", "0.2"}, {"customers", "1000"}, {"accounts", "1"},     {"checks", "5"}, {"first", "0"},
                      {"check", "1"},  {"accepted", ""},      {"patience", "10"},    {"count", "0"},  {"token", ""}};
  for (int i = 1; i < argc; ++i) {
    const char* equals = std::strchr(argv[i], '=');
    const std::string name(argv[i], equals == nullptr ? std::strlen(argv[i]) : static_cast<std::size_t>(equals - argv[i]));
    if (equals == nullptr || !arguments.contains(name)) return {};
    arguments[name] = equals + 1;
  }
  return arguments;
}

// In microseconds; the micros are sorted.
std::uint32_t at(const std::vector<std::uint32_t>& micros, double share) {
  return micros.empty() ? 0 : micros[static_cast<std::size_t>(share * static_cast<double>(micros.size() - 1))];
}

void print(bench::Totals& totals) {
  std::ranges::sort(totals.micros);
  std::printf(
      R"({"sent":%ld,"good":%ld,"refused":%ld,"first_refusal":%d,"wrong":%ld,"broken":%ld,"unanswered":%ld,"counted":%ld,)"
      R"("seconds":%.4f,"p50_us":%u,"p99_us":%u,"p999_us":%u,"max_us":%u,"accepted":%zu})"
      "\n",
      totals.sent, totals.good, totals.refused, totals.first_refusal, totals.wrong, totals.broken, totals.unanswered,
      totals.counted, totals.seconds, at(totals.micros, 0.5), at(totals.micros, 0.99), at(totals.micros, 0.999),
      at(totals.micros, 1.0), totals.accepted.size());
}

}  // namespace

int main(int argc, char** argv) {
  const auto arguments = read(argc, argv);
  const auto number = [&](const char* name) { return std::atof(arguments.at(name).c_str()); };
  const auto whole = [&](const char* name) { return std::atoll(arguments.at(name).c_str()); };
  if (arguments.empty() || whole("port") == 0 || whole("connections") < 1) {
    std::fputs("usage: bench_load port=PORT kind=KIND [NAME=VALUE...]; see bench/load/load.cpp\n", stderr);
    return 2;
  }
  bench::Requests requests(arguments.at("kind"),
                           {whole("customers"), whole("accounts"), whole("checks"), arguments.at("token")}, whole("first"),
                           whole("check") != 0);
  bench::Lanes lanes({static_cast<int>(whole("port")), static_cast<int>(whole("connections")), number("rate"),
                      number("seconds"), number("warm"), number("patience"), whole("count")},
                     requests);
  auto totals = lanes.run();
  if (const auto& path = arguments.at("accepted"); !path.empty()) {
    std::ofstream file(path);
    for (const auto& id : totals.accepted) file << id << '\n';
    if (!file.flush()) {
      std::perror(path.c_str());
      return 1;
    }
  }
  print(totals);
  return 0;
}
