// bench_post PORT CONNECTIONS SECONDS TOKEN CUSTOMERS RUN ACKNOWLEDGED [redeem]: sends orders, or redemptions of bonus checks,
// one at a time on each connection, and writes the ids of those that were answered 200 into the file ACKNOWLEDGED; they must be
// in the database afterwards. An order's id is of this run; a redemption's is the check's, each check is asked for once.
// Prints {"sent":..,"acknowledged":..,"seconds":..,"p50_us":..,"p99_us":..}. wrk cannot do this: it does not tell which.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <thread>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

struct Options {
  int port;
  int connections;
  double seconds;
  std::string token;
  long customers;
  std::string run;  // makes the ids of this run differ from those of the others
  bool redeems = false;
};

constexpr long checks_per_customer = 5;  // as bench/lib/bonus.mjs fills them

struct Lane {
  std::vector<std::string> acknowledged;
  std::vector<long> micros;
  long sent = 0;
};

std::string two_items() {
  const auto item = [](const char* sku, const char* name, int quantity, const char* net, const char* vat) {
    return std::string(R"({"sku":")") + sku + R"(","productname":")" + name + R"(","quantity":)" + std::to_string(quantity) +
           R"(,"vatvalue":25,"moneyitemtotal_net":")" + net + R"(","moneyitemtotal_vat":")" + vat + R"("})";
  };
  return item("1001-BLUE-M", "Shirt, blue, M", 1, "319.20", "79.80") + "," +
         item("2002", "Socks, three pairs", 2, "158.40", "39.60");
}

// About 900 bytes, as a till sends it: two lines, one payment, the buyer by e-mail.
std::string order_json(const std::string& id, long customer) {
  static const std::string items = two_items();
  return R"({"orderid":")" + id + R"(","receiptid":"R)" + id + R"(","orderdate":)" + std::to_string(std::time(nullptr)) +
         R"(,"orderstateid":10,"ordertypeid":10,"currencycode":"SEK","moneytotal_gross_all":"597.00","moneyfinal_net":"477.60",)"
         R"("moneyfinal_vat":"119.40","registerid":"3","email":"customer)" +
         std::to_string(customer) + "@shop" + std::to_string(customer % 97) + R"(.example","orderitems":[)" + items +
         R"(],"payments":[{"name":"Card","moneyamount":"597.00","cardbrand":"Visa","maskedpan":"************1234"}],)"
         R"("additionaldata":{"pos-receiptid":"R)" +
         id +
         R"(","pos-timezone":"Europe/Stockholm","store-externalid":"store-7","store-name":"Drottninggatan",)"
         R"("pos-staffsales-name":"Kim"}})";
}

// The till does not say whose the check is: the server finds that out by the check's id.
std::string redemption_json(const std::string& check, const std::string& receipt) {
  return R"({"bonus_check_ids":[")" + check + R"("],"promotion_ids":[],"receipt_id":")" + receipt + R"("})";
}

// No check twice: 7919 is prime, so every customer has a turn before anybody has a second one. A run called "warm" begins with
// the last checks, the others with the first.
std::string check_id(const Options& options, long turn) {
  const long index = turn / options.customers;
  const long check = options.run == "warm" ? checks_per_customer - 1 - index : index;
  return "BC-" + std::to_string(turn * 7919 % options.customers) + "-" + std::to_string(check);
}

int connect_to(int port) {
  const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  if (::connect(socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    std::perror("connect");
    std::exit(1);
  }
  const int on = 1;
  ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
  return socket;
}

void send_all(int socket, const std::string& text) {
  for (std::size_t sent = 0; sent < text.size();) {
    const auto size = ::send(socket, text.data() + sent, text.size() - sent, MSG_NOSIGNAL);
    if (size <= 0) return;
    sent += static_cast<std::size_t>(size);
  }
}

// The status of one answer with a Content-Length; 0 when the connection ended before it was complete.
int read_status(int socket) {
  std::string text;
  char part[4096];
  for (;;) {
    const auto size = ::recv(socket, part, sizeof part, 0);
    if (size <= 0) return 0;
    text.append(part, static_cast<std::size_t>(size));
    const auto head = text.find("\r\n\r\n");
    if (head == std::string::npos) continue;
    auto place = text.find("ontent-");  // Content-Length or content-length, whatever stands before it
    while (place != std::string::npos && text.compare(place + 8, 6, "ength:") != 0) place = text.find("ontent-", place + 1);
    if (place == std::string::npos || place > head) return 0;
    if (text.size() >= head + 4 + std::strtoul(text.c_str() + place + 14, nullptr, 10)) return std::atoi(text.c_str() + 9);
  }
}

void run_lane(const Options& options, int number, Clock::time_point until, Lane& lane) {
  const int socket = connect_to(options.port);
  const std::string head = std::string("POST /sitoo/v1/") + (options.redeems ? "redeem" : "transactions") +
                           " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + options.token +
                           "\r\nContent-Type: application/json\r\nContent-Length: ";
  while (Clock::now() < until) {
    auto id = options.run + "-" + std::to_string(number) + "-" + std::to_string(lane.sent);
    const long turn = lane.sent++ * options.connections + number;
    if (options.redeems && turn >= options.customers * checks_per_customer) break;  // every check has been asked for
    const auto receipt = id;
    if (options.redeems) id = check_id(options, turn);
    const auto body = options.redeems ? redemption_json(id, receipt)
                                      : order_json(id, (lane.sent * 7919 + number * 104'729L) % options.customers);
    const auto start = Clock::now();
    send_all(socket, head + std::to_string(body.size()) + "\r\n\r\n" + body);
    const int status = read_status(socket);
    lane.micros.push_back(std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - start).count());
    if (status == 200) lane.acknowledged.push_back(id);
    if (status == 0) break;
  }
  ::close(socket);
}

long percentile(const std::vector<long>& sorted, double share) {
  return sorted.empty() ? 0 : sorted[static_cast<std::size_t>(share * static_cast<double>(sorted.size() - 1))];
}

}  // namespace

int main(int argc, char** argv) {
  const bool redeems = argc == 9 && std::string(argv[8]) == "redeem";
  if (argc != 8 && !redeems) {
    std::fputs("usage: bench_post PORT CONNECTIONS SECONDS TOKEN CUSTOMERS RUN ACKNOWLEDGED [redeem]\n", stderr);
    return 2;
  }
  const Options options{
      std::atoi(argv[1]), std::atoi(argv[2]), std::atof(argv[3]), argv[4], std::atol(argv[5]), argv[6], redeems};
  std::vector<Lane> lanes(static_cast<std::size_t>(options.connections));
  std::vector<std::thread> threads;
  const auto start = Clock::now();
  const auto until = start + std::chrono::duration_cast<Clock::duration>(std::chrono::duration<double>(options.seconds));
  for (int i = 0; i < options.connections; ++i)
    threads.emplace_back([&, i] { run_lane(options, i, until, lanes[static_cast<std::size_t>(i)]); });
  for (auto& thread : threads) thread.join();
  const std::chrono::duration<double> took = Clock::now() - start;

  std::ofstream file(argv[7]);
  std::vector<long> micros;
  long sent = 0;
  long acknowledged = 0;
  for (const auto& lane : lanes) {
    for (const auto& id : lane.acknowledged) file << id << '\n';
    micros.insert(micros.end(), lane.micros.begin(), lane.micros.end());
    sent += lane.sent;
    acknowledged += static_cast<long>(lane.acknowledged.size());
  }
  std::ranges::sort(micros);
  std::printf("{\"sent\":%ld,\"acknowledged\":%ld,\"seconds\":%.3f,\"p50_us\":%ld,\"p99_us\":%ld}\n", sent, acknowledged,
              took.count(), percentile(micros, 0.5), percentile(micros, 0.99));
  return file ? 0 : 1;
}
