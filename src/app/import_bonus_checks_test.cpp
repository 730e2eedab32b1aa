#include "app/import_bonus_checks.hpp"

#include <gmock/gmock.h>

#include "testing/import_shop.hpp"

namespace kassabro::app {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::noon;
using testing::run;
using testing::SheetFile;
using Outcome = ImportOutcome;

class StageTest : public testing::ImportShop {
 protected:
  std::string reason(const Import& import, std::size_t index) {
    const auto all = rows(import);
    return index < all.size() ? all[index].refusal.column + ": " + all[index].refusal.reason : "no such row";
  }
  static ImportOptions creating() {
    ImportOptions options;
    options.unknown_customers = UnknownCustomers::create;
    return options;
  }
};

TEST_F(StageTest, a_dry_run_says_what_would_happen_and_changes_nothing) {
  const auto before = all_checks();
  const auto import = stage({{"Julbonus 2026"},
                             {},
                             titles,
                             {"anna@shop.se", "B1", "Bonus B1", "100", ""},
                             {"bo@shop.se", "B1", "Bonus B1", "100", ""},
                             {"anna@shop.se", "B2", "Jul", "99,50", "2026-12-31"},
                             {"anna@shop.se", "B3", "Jul", "abc", ""},
                             {"cia@shop.se", "B4", "Jul", "100", ""}});
  EXPECT_EQ(import.state, ImportState::staged);
  EXPECT_EQ(import.rows, 5);
  EXPECT_EQ(import.header_line, 3);
  EXPECT_EQ(import.about.delimiter, ";");
  EXPECT_THAT(outcomes(import),
              ElementsAre(Outcome::unchanged, Outcome::added, Outcome::added, Outcome::refused, Outcome::refused));
  EXPECT_THAT(reason(import, 3), AllOf(HasSubstr("D (Värde)"), HasSubstr("\"abc\"")));
  EXPECT_THAT(reason(import, 4), AllOf(HasSubstr("A (E-post)"), HasSubstr("no customer")));
  EXPECT_EQ(rows(import)[4].line, 8);
  EXPECT_EQ(rows_of(import, Outcome::added), 2);
  EXPECT_EQ(rows_of(import, Outcome::refused), 2);
  const ImportCount expected{Outcome::added, "SEK", 2, 19'950};
  EXPECT_NE(std::ranges::find(import.counts, expected), import.counts.end());
  EXPECT_EQ(all_checks(), before);
  EXPECT_TRUE(waiting().empty());
  EXPECT_EQ(count("contacts"), 2);
}

TEST_F(StageTest, the_same_file_and_options_are_recognised) {
  const SheetFile sheet({titles, {"anna@shop.se", "B2", "Jul", "100", ""}});
  const auto first = try_stage(sheet);
  ASSERT_TRUE(apply(first->import));
  const auto second = try_stage(sheet);
  EXPECT_FALSE(first->is_known);
  EXPECT_TRUE(second->is_known);
  EXPECT_EQ(second->import.id, first->import.id);
  EXPECT_EQ(second->import.counts, first->import.counts);
  EXPECT_NE(try_stage(sheet, creating())->import.id, first->import.id) << "other options, another import";
  EXPECT_NE(try_stage(sheet, {}, "d2")->import.id, first->import.id);
}

TEST_F(StageTest, what_was_only_looked_at_is_looked_at_anew) {
  const SheetFile sheet({titles, {"cia@shop.se", "B2", "Jul", "100", ""}, {"anna@shop.se", "B3", "Jul", "100", ""}});
  const auto before = try_stage(sheet);
  EXPECT_THAT(outcomes(before->import), ElementsAre(Outcome::refused, Outcome::added));
  insert(testing::sample_contact(9, "cia"));
  const auto after = try_stage(sheet);
  EXPECT_FALSE(after->is_known);
  EXPECT_EQ(after->import.id, before->import.id);
  EXPECT_EQ(after->import.rows, 2);
  EXPECT_THAT(outcomes(after->import), ElementsAre(Outcome::added, Outcome::added));
}

TEST_F(StageTest, a_run_that_was_cut_off_is_taken_up) {
  SheetFile::Lines lines{titles};
  for (int i = 0; i < 1200; ++i)
    lines.push_back({"anna@shop.se", "N" + std::to_string(i), "Jul", i == 3 ? "1.234" : "100", ""});
  lines.push_back({"bo@shop.se", "N", "Jul", "99,50", ""});
  const SheetFile sheet(lines);
  // The process ends after 1,000 rows: what is thrown here is caught by nobody.
  auto cut = sheet.open();
  cut.next = [next = cut.next, turns = 0]() mutable -> Async<Result<std::vector<Row>>> {
    if (++turns > 503) throw InfrastructureFailure("killed");
    co_return co_await next();
  };
  EXPECT_THROW(run(stage_use_case()(account, {"bonus.csv", {}}, std::move(cut))), InfrastructureFailure);
  file.reopen();
  EXPECT_EQ(count("imports WHERE state = 'staging'"), 1);
  const auto stored = count("import_rows");
  EXPECT_GT(stored, 0);
  EXPECT_LT(stored, 1201);
  const auto staged = try_stage(sheet);
  ASSERT_TRUE(staged);
  EXPECT_FALSE(staged->is_known);
  EXPECT_EQ(count("imports"), 1);
  EXPECT_EQ(staged->import.rows, 1201);
  EXPECT_EQ(rows_of(staged->import, Outcome::added), 1201);
  EXPECT_EQ(rows(staged->import)[3].item.check.value_minor, 123'400) << "decided by the last row";
}

TEST_F(StageTest, an_amount_is_decided_by_the_other_rows_or_refused) {
  const auto lines = [&](const std::string& last) {
    return SheetFile::Lines{titles, {"anna@shop.se", "B2", "", "1.234", ""}, {"anna@shop.se", "B3", "", last, ""}};
  };
  const auto decided = stage(lines("99,50"), {}, "d1");
  EXPECT_THAT(outcomes(decided), ElementsAre(Outcome::added, Outcome::added));
  EXPECT_EQ(rows(decided)[0].item.check.value_minor, 123'400);
  const auto undecided = stage(lines("99"), {}, "d2");
  EXPECT_THAT(outcomes(undecided), ElementsAre(Outcome::refused, Outcome::added));
  EXPECT_THAT(reason(undecided, 0), HasSubstr("no other row shows"));
  const auto as_decimals = stage(lines("99.50"), {}, "d3");
  EXPECT_THAT(reason(as_decimals, 0), HasSubstr("would be 1.234"));
}

TEST_F(StageTest, a_check_that_stands_twice_counts_once_when_it_says_the_same) {
  const auto import = stage({titles,
                             {"anna@shop.se", "B2", "Jul", "100", ""},
                             {"anna@shop.se", "B2", "Jul", "100,00", ""},
                             {"bo@shop.se", "B2", "Jul", "50", ""}});
  EXPECT_THAT(outcomes(import), ElementsAre(Outcome::added, Outcome::repeated, Outcome::added));
  EXPECT_THAT(reason(import, 1), HasSubstr("line 2"));
  ASSERT_TRUE(apply(import));
  EXPECT_EQ(entries("issued"), 3) << "the fixture's, and one for each customer";
}

TEST_F(StageTest, of_two_rows_that_differ_neither_is_taken) {
  const auto import = stage({titles,
                             {"anna@shop.se", "B2", "Jul", "100", ""},
                             {"bo@shop.se", "B2", "Jul", "100", ""},
                             {"anna@shop.se", "B2", "Jul", "100", ""},
                             {"anna@shop.se", "B2", "Jul", "200", ""},
                             {"anna@shop.se", "B2", "Jul", "100", ""},
                             {"anna@shop.se", "B2", "Jul", "1.000", ""},
                             {"anna@shop.se", "B9", "Jul", "9,50", ""}});
  EXPECT_THAT(outcomes(import), ElementsAre(Outcome::refused, Outcome::added, Outcome::refused, Outcome::refused,
                                            Outcome::refused, Outcome::refused, Outcome::added));
  EXPECT_THAT(reason(import, 0), AllOf(HasSubstr("B (Id)"), HasSubstr("line 5")));
  EXPECT_THAT(reason(import, 3), HasSubstr("line "));
}

TEST_F(StageTest, an_amount_that_is_decided_late_meets_the_rows_behind_it) {
  const auto import = stage({titles,
                             {"anna@shop.se", "B2", "Jul", "1.000", ""},
                             {"anna@shop.se", "B2", "Jul", "1 000,00", ""},
                             {"anna@shop.se", "B3", "Jul", "1.000", ""},
                             {"anna@shop.se", "B3", "Jul", "500", ""}});
  EXPECT_THAT(outcomes(import), ElementsAre(Outcome::repeated, Outcome::added, Outcome::refused, Outcome::refused));
}

TEST_F(StageTest, every_key_of_a_row_must_be_the_same_customers) {
  auto cia = testing::sample_contact(9, "cia", "+46701234567");
  insert(cia);
  const std::vector<std::string> all{"E-post", "Mobil", "Medlemsnummer", "Id", "Värde"};
  const auto import = stage({all,
                             {"anna@shop.se", "0701234567", "", "B2", "100"},
                             {"cia@shop.se", "0701234567", "m9", "B2", "100"},
                             {"", "070-123 45 67", "", "B3", "100"},
                             {"new@shop.se", "0701234567", "", "B4", "100"},
                             {"anna@shop.se", "", "m8", "B5", "100"},
                             {"anna@shop.se", "0709999999", "", "B6", "100"},
                             {"", "", "m7", "B7", "100"},
                             {"", "", "m99", "B8", "100"}});
  EXPECT_THAT(reason(import, 0), HasSubstr("two different customers"));
  EXPECT_THAT(reason(import, 3), AllOf(HasSubstr("B (Mobil)"), HasSubstr("another e-mail")));
  EXPECT_THAT(reason(import, 4), HasSubstr("two different customers"));
  EXPECT_THAT(reason(import, 7), AllOf(HasSubstr("C (Medlemsnummer)"), HasSubstr("no customer")));
  EXPECT_THAT(outcomes(import), ElementsAre(Outcome::refused, Outcome::added, Outcome::added, Outcome::refused,
                                            Outcome::refused, Outcome::added, Outcome::added, Outcome::refused));
  EXPECT_EQ(rows(import)[2].contact, 9);
}

TEST_F(StageTest, unknown_customers_may_be_created) {
  const std::vector<std::string> all{"E-post", "Mobil", "Medlemsnummer", "Id", "Värde"};
  const auto import = stage({all,
                             {"new@shop.se", "0701234567", "", "B1", "100"},
                             {"new@shop.se", "", "", "B1", "100"},
                             {"new@shop.se", "", "", "B2", "50"},
                             {"", "", "m99", "B3", "100"}},
                            creating());
  EXPECT_THAT(outcomes(import), ElementsAre(Outcome::added, Outcome::repeated, Outcome::added, Outcome::refused));
  EXPECT_EQ(count("contacts"), 2) << "staging creates nobody";
}

TEST_F(StageTest, a_file_that_cannot_be_understood_leaves_nothing_but_its_reason) {
  const auto no_titles = try_stage(SheetFile({{"anna@shop.se", "B2", "100"}}));
  ASSERT_FALSE(no_titles);
  EXPECT_EQ(no_titles.error().field, "columns");
  SheetFile broken({titles, {"anna@shop.se", "B2", "Jul", "100", ""}, {"anna@shop.se", "B3", "Jul", "100", ""}});
  broken.broken_after = 2;
  EXPECT_THAT(try_stage(broken).error().message, HasSubstr("in the middle"));
  EXPECT_EQ(try_stage(SheetFile({titles})).error().field, "file");
  EXPECT_EQ(try_stage(SheetFile(SheetFile::Lines{})).error().field, "file");
  for (const auto& import : run(file->imports().list(account.id))) {
    EXPECT_EQ(import.state, ImportState::failed);
    EXPECT_FALSE(import.reason.empty());
  }
  EXPECT_TRUE(try_stage(SheetFile({titles, {"anna@shop.se", "B2", "Jul", "100", ""}}))) << "it may be tried again";
}

TEST_F(StageTest, a_currency_that_cannot_be_changed_is_told) {
  ASSERT_TRUE(redeem(request("R1", "40.00")));
  const std::vector<std::string> with_currency{"E-post", "Id", "Värde", "Valuta"};
  const auto import = stage({with_currency, {"anna@shop.se", "B1", "100", "EUR"}});
  EXPECT_THAT(reason(import, 0), HasSubstr("has been used in SEK"));
  auto in_euro = testing::sample_bonus_check("E1");
  in_euro.currency = "EUR";
  issue(anna, in_euro);
  const auto unsaid = stage({{"E-post", "Id", "Värde"}, {"anna@shop.se", "E1", "100"}}, {}, "d2");
  EXPECT_THAT(reason(unsaid, 0), HasSubstr("does not say the currency"));
}

TEST_F(StageTest, what_the_file_has_no_column_for_stays_as_it_is) {
  auto full = testing::sample_bonus_check("B2");
  full.description = "Tack";
  full.valid_to = Date{std::chrono::year{2026}, std::chrono::month{12}, std::chrono::day{31}};
  full.extra = R"({"campaign":"x"})";
  issue(anna, full);
  EXPECT_THAT(outcomes(stage({{"E-post", "Id", "Värde"}, {"anna@shop.se", "B2", "100"}})), ElementsAre(Outcome::unchanged));
  const auto with_days = stage({{"E-post", "Id", "Värde", "Från"}, {"anna@shop.se", "B2", "100", "2027-01-01"}}, {}, "d2");
  EXPECT_THAT(reason(with_days, 0), HasSubstr("the last day 2026-12-31 is before the first day 2027-01-01"));
}

}  // namespace
}  // namespace kassabro::app
