// bench_fill FOLDER COUNT: a data folder with one account and COUNT customers, written through the store's own ports.
// Customer number i is always the same person; bench/lib/customers.mjs and bench/load/search.lua know the same rule.
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <filesystem>
#include <iostream>
#include <string_view>

#include "base/ids.hpp"
#include "store/sqlite/store.hpp"
#include "testing/run.hpp"

namespace kassabro {
namespace {

constexpr std::int64_t batch_size = 10'000;
constexpr std::string_view api_token = "kt_bench_only_on_this_machine";
constexpr std::array<std::string_view, 8> first_names{"Anna", "Erik", "Sara", "Johan", "Karin", "Lars", "Åsa", "Göran"};
constexpr std::array<std::string_view, 8> last_names{"Andersson", "Nilsson", "Öberg",     "Svensson",
                                                     "Lindqvist", "Ek",      "Bergström", "Åkesson"};
constexpr std::array<std::string_view, 5> cities{"Stockholm", "Göteborg", "Malmö", "Uppsala", "Umeå"};

std::string_view pick(const auto& names, std::int64_t number) { return names[static_cast<std::size_t>(number) % names.size()]; }

// Neighbours in number are far apart in the index, as in a shop that has grown for years: 7654321 has no factor in common
// with ten million, so no number comes twice.
std::string mobile_of(std::int64_t number) { return fmt::format("+4670{:07}", number * 7'654'321 % 10'000'000); }

domain::Contact contact_of(std::int64_t number, Timestamp now) {
  domain::Contact contact;
  contact.id = new_id(now);
  contact.version = 1;
  contact.member_number = std::to_string(1'000'001 + number);
  contact.email = domain::Email::from_normalised(fmt::format("customer{}@shop{}.example", number, number % 97));
  contact.mobile = domain::Phone::from_e164(mobile_of(number));
  contact.first_name = pick(first_names, number);
  contact.last_name = pick(last_names, number / 8);
  contact.birthday = parse_date(fmt::format("{}-{:02}-{:02}", 1940 + number % 65, 1 + number % 12, 1 + number % 28));
  contact.gender = number % 2 == 0 ? "female" : "male";
  contact.invoice = {fmt::format("Storgatan {}", 1 + number % 200),
                     "",
                     fmt::format("{:05}", 10'000 + number % 80'000),
                     std::string(pick(cities, number)),
                     "",
                     "SE"};
  contact.consent = {number % 3 != 0, number % 4 == 0, false, {}};
  contact.store = fmt::format("store-{}", number % 20);
  contact.registered_at = contact.updated_at = now;
  return contact;
}

// The second draw of one id within a millisecond fails, as it does for a till; then another is drawn.
void insert(app::Tables& tables, app::AccountId account, std::int64_t number, Timestamp now) {
  while (!tables.contacts.insert(account, contact_of(number, now))) {
  }
}

app::Account account_of(Timestamp now) {
  app::Account account;
  account.id = new_id(now);
  account.name = "Bench";
  account.rule_key = SecretString("rk_bench");
  account.api_token = SecretString(std::string(api_token));
  account.basic_user = "bench";
  account.basic_password = SecretString("bench");
  account.created_at = now;
  return account;
}

void fill(const std::string& folder, std::int64_t count) {
  std::filesystem::create_directories(folder);
  store::sqlite::SqliteStore store(folder + "/kassabro.db", store::Vault::open_or_create(folder + "/secret.key"));
  const SystemClock clock;
  const auto account = account_of(clock.now());
  testing::run(store.unit_of_work().run([&](app::Tables& tables) { return tables.accounts.insert(account, 0).has_value(); }));
  for (std::int64_t first = 0; first < count; first += batch_size)
    testing::run(store.unit_of_work().run([&](app::Tables& tables) {
      // Every customer a millisecond later: a million within one would run out of ids.
      for (auto i = first; i < std::min(count, first + batch_size); ++i)
        insert(tables, account.id, i, clock.now() - std::chrono::milliseconds(count - i));
      return true;
    }));
}

}  // namespace
}  // namespace kassabro

int main(int argc, char** argv) {
  std::int64_t count = 0;
  const std::string_view number = argc == 3 ? argv[2] : "";
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), count);
  if (number.empty() || error != std::errc{} || end != number.data() + number.size() || count < 1) {
    std::cerr << "usage: bench_fill FOLDER COUNT\n";
    return 2;
  }
  kassabro::fill(argv[1], count);
}
