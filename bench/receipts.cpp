// bench_receipts [FOLDER]: how many receipts of ten lines become a mail in a second, on one thread. With a folder, it writes
// there what every kind of receipt looks like, as a page and as a mail.
#include <fmt/format.h>

#include <chrono>
#include <fstream>
#include <iostream>

#include "receipt/messages.hpp"
#include "receipt/page.hpp"
#include "testing/receipts.hpp"

namespace kassabro {
namespace {

constexpr std::string_view page_address = "https://receipts.shop.example/r/nYq2cJbq7m0Zb6m3v0pQxA";

receipt::Receipt shown(const domain::Order& order, receipt::Language language) {
  receipt::Surroundings around;
  around.language = language;
  around.shop = "Åsas Kläder & Hem";
  around.shop_details = {"Drottninggatan 7, 111 51 Stockholm", "Org.nr 556000-0000"};
  around.time_zone = "Europe/Stockholm";
  return receipt::make_receipt(order, around);
}

// Receipts a second; the best of several rounds, as the machine has other work too.
template <class Render>
double measure(Render render) {
  constexpr int rounds = 5;
  constexpr int count = 4'000;
  auto order = testing::many_lines_order(10);
  double best = 0;
  std::size_t bytes = 0;
  for (int round = 0; round < rounds; ++round) {
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; i < count; ++i) {
      order.receipt_id = fmt::format("SII{:017}", i);
      bytes += render(shown(order, receipt::Language::swedish)).size();
    }
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    best = std::max(best, count / took.count());
  }
  return bytes == 0 ? 0 : best;
}

void write_all(const std::string& folder) {
  for (const auto& [kind, order] : testing::all_kinds_of_receipts())
    for (const auto language : {receipt::Language::swedish, receipt::Language::english}) {
      const auto receipt = shown(order, language);
      const auto name = fmt::format("{}/{}-{}", folder, kind, receipt::language_tag(language));
      std::ofstream(name + "-page.html") << receipt::page_html(receipt);
      std::ofstream(name + "-mail.html") << receipt::mail_html(receipt, page_address);
      std::ofstream(name + ".txt") << receipt::plain_text(receipt, page_address) << '\n'
                                   << receipt::sms_text(receipt, page_address) << '\n';
    }
  std::ofstream(folder + "/expired.html") << receipt::notice_html(receipt::Notice::expired);
}

}  // namespace
}  // namespace kassabro

int main(int argc, char** argv) {
  using namespace kassabro;
  if (argc > 2) {
    std::cerr << "usage: bench_receipts [FOLDER]\n";
    return 2;
  }
  if (argc == 2) {
    write_all(argv[1]);
    return 0;
  }
  fmt::print("mail_html {:.0f} receipts/s\n",
             measure([](const receipt::Receipt& one) { return mail_html(one, page_address); }));
  fmt::print("mail_html and plain_text {:.0f} receipts/s\n",
             measure([](const receipt::Receipt& one) { return mail_html(one, page_address) + plain_text(one, page_address); }));
  fmt::print("page_html {:.0f} receipts/s\n", measure([](const receipt::Receipt& one) { return page_html(one); }));
}
