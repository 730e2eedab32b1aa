// bench_fill FOLDER COUNT [CHECKS PURCHASES [ACCOUNTS]]: a data folder with COUNT customers, each with so many bonus checks and
// purchases, written through the store's own ports; customer i is one of account i % ACCOUNTS. With checks, every card counts as just
// read from Rule. Customer number i is always the same person; bench/lib/customers.mjs and bench/load/shop.cpp know the same rule.
#include <fmt/format.h>

#include <array>
#include <charconv>
#include <filesystem>
#include <iostream>
#include <string_view>
#include <vector>

#include "base/ids.hpp"
#include "store/sqlite/store.hpp"
#include "testing/run.hpp"

namespace kassabro {
namespace {

constexpr std::int64_t batch_size = 2'000;
constexpr std::int64_t first_sitoo_account = 1'500;
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

// Check j of customer i is "BC-i-j".
domain::BonusCheck check_of(std::int64_t number, std::int64_t index) {
  domain::BonusCheck check;
  check.id = fmt::format("BC-{}-{}", number, index);
  check.name = fmt::format("Bonus check {}", index + 1);
  check.description = "Thank you for being a member";
  check.value_minor = check.remaining_minor = 10'000;
  check.currency = "SEK";
  check.valid_to = Date{std::chrono::year{2099}, std::chrono::month{12}, std::chrono::day{31}};
  return check;
}

domain::Order purchase_of(std::int64_t number, std::int64_t index, domain::ContactId contact, Timestamp now) {
  domain::Order order;
  order.id = fmt::format("{}-{}", number, index);
  order.receipt_id = "R" + order.id;
  order.ordered_at = now - std::chrono::hours(24 * (index + 1));
  order.time_zone = "Europe/Stockholm";
  order.currency = "SEK";
  order.total_minor = 59'700;
  order.net_minor = 47'760;
  order.vat_minor = 11'940;
  order.lines = {{"1001-BLUE-M", "Shirt, blue, M", 1, "", "25", 31'920, 7'980, 0, {}, {}, 0},
                 {"2002", "Socks, three pairs", 2, "", "25", 15'840, 3'960, 0, {}, {}, 0}};
  order.payments = {{"Card", 59'700}};
  order.store_id = "store-7";
  order.store = "Drottninggatan";
  order.register_id = "3";
  order.staff = "Kim";
  order.contact = contact;
  return order;
}

void add_history(app::Tables& tables, app::AccountId account, std::int64_t number, std::int64_t checks, std::int64_t purchases,
                 Timestamp now) {
  const auto id = *tables.contacts.find_id(account, {domain::KeyKind::phone, mobile_of(number)});
  constexpr std::chrono::hours never_old{24 * 365 * 50};
  if (checks > 0) tables.contacts.save_link(account, id, {number + 1'000'000'000, false, now + never_old});
  for (std::int64_t i = 0; i < checks; ++i) {
    const auto check = check_of(number, i);
    tables.bonus.save(account, id, check, now);
    tables.bonus.record(account, id, {check.id, domain::BonusEntryKind::issued, 10'000, 10'000, {}, {}}, {"bench", {}, {}, {}},
                        now);
  }
  for (std::int64_t i = 0; i < purchases; ++i) tables.orders.save(account, {purchase_of(number, i, id, now), true}, now);
}

// The second draw of one id within a millisecond fails, as it does for a till; then another is drawn.
void insert(app::Tables& tables, app::AccountId account, std::int64_t number, Timestamp now) {
  while (!tables.contacts.insert(account, contact_of(number, now))) {
  }
}

// The first one is called as it would be if there were no others.
app::Account account_of(std::int64_t number, Timestamp now) {
  const auto suffix = number == 0 ? std::string() : std::to_string(number);
  app::Account account;
  account.id = new_id(now);
  account.name = "Bench " + suffix;
  account.rule_key = SecretString("rk_bench" + suffix);
  account.api_token = SecretString(std::string(api_token) + (number == 0 ? "" : "_") + suffix);
  account.basic_user = "bench" + suffix;
  account.basic_password = SecretString("bench");
  account.sitoo_api_id = fmt::format("{}-1", first_sitoo_account + number);
  account.sitoo_password = SecretString("bench");
  account.created_at = now;
  return account;
}

struct Amounts {
  std::int64_t customers = 0, checks = 0, purchases = 0, accounts = 1;
};

std::vector<app::AccountId> add_accounts(app::UnitOfWork& work, std::int64_t count, Timestamp now) {
  std::vector<app::AccountId> ids;
  for (std::int64_t i = 0; i < count; ++i) {
    const auto account = account_of(i, now + std::chrono::milliseconds(i));
    testing::run(
        work.run(app::no_account_yet, [&](app::Tables& tables) { return tables.accounts.insert(account, 0).has_value(); }));
    ids.push_back(account.id);
  }
  return ids;
}

void fill(const std::string& folder, const Amounts& amounts) {
  std::filesystem::create_directories(folder);
  store::sqlite::SqliteStore store(folder + "/kassabro.db", store::Vault::open_or_create(folder + "/secret.key"));
  const SystemClock clock;
  const auto accounts = add_accounts(store.unit_of_work(), amounts.accounts, clock.now());
  for (std::int64_t first = 0; first < amounts.customers; first += batch_size)
    testing::run(store.unit_of_work().run(app::no_account_yet, [&](app::Tables& tables) {
      // Every customer a millisecond later: a million within one would run out of ids.
      for (auto i = first; i < std::min(amounts.customers, first + batch_size); ++i) {
        const auto account = accounts[static_cast<std::size_t>(i % amounts.accounts)];
        insert(tables, account, i, clock.now() - std::chrono::milliseconds(amounts.customers - i));
        add_history(tables, account, i, amounts.checks, amounts.purchases, clock.now());
      }
      return true;
    }));
}

}  // namespace
}  // namespace kassabro

int main(int argc, char** argv) {
  std::array<std::int64_t, 4> numbers{0, 0, 0, 1};
  bool good = argc == 3 || argc == 5 || argc == 6;
  for (int i = 2; good && i < argc; ++i) {
    const std::string_view text = argv[i];
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), numbers[static_cast<std::size_t>(i - 2)]);
    good = error == std::errc{} && end == text.data() + text.size();
  }
  if (!good || numbers[0] < 1 || numbers[3] < 1) {
    std::cerr << "usage: bench_fill FOLDER COUNT [CHECKS PURCHASES [ACCOUNTS]]\n";
    return 2;
  }
  kassabro::fill(argv[1], {numbers[0], numbers[1], numbers[2], numbers[3]});
}
