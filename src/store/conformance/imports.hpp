#pragma once

#include "store/conformance/bonus.hpp"

namespace kassabro::store::conformance {

inline app::Import sample_import(app::ImportId id, app::AccountId account = 1) {
  app::Import import;
  import.id = id;
  import.account = account;
  import.file_name = "julbonus.xlsx";
  import.file_digest = "ab12";
  import.about = {"xlsx", "Blad1", {"Blad2"}, "", ""};
  import.options.columns.mapping = {{"Kund", app::ImportField::email}, {"D", std::nullopt}};
  import.options.columns.header_line = 3;
  import.options.unknown_customers = app::UnknownCustomers::create;
  import.options.encoding = "windows-1252";
  import.options.sheet = "Blad1";
  import.shape = app::ImportShape::customers;
  import.header_line = 3;
  import.columns = {{app::ImportField::email, "A (Kund)"}};
  import.ignored_columns = {"Färg"};
  import.created_at = import.updated_at = noon;
  return import;
}

inline app::ImportRow sample_import_row(std::int64_t position, const std::string& check_id, app::ImportOutcome outcome) {
  app::ImportRow row;
  row.position = position;
  row.line = position + 3;
  row.outcome = outcome;
  row.item.who.email = domain::Email::from_normalised("anna@shop.se");
  row.item.who.phone = domain::Phone::from_e164("+46701234567");
  row.item.who.member_number = "007";
  row.item.check = full_check(check_id);
  row.item.names_currency = true;
  row.owner = "i:7";
  row.contact = 7;
  return row;
}

TEST_P(StoreConformance, an_import_comes_back_as_it_went_in) {
  auto import = sample_import(5);
  write([&](app::Tables& tables) { tables.imports.save(import); });
  import.state = app::ImportState::applied;
  import.bad_rows = app::BadRows::skip;
  import.rows = 12;
  import.cursor = 11;
  import.kept = 2;
  import.counts = {{app::ImportOutcome::added, "SEK", 10, 100'000}, {app::ImportOutcome::refused, "", 2, 0}};
  import.reason = "because";
  import.updated_at = noon + 1h;
  write([&](app::Tables& tables) { tables.imports.save(import); });
  store->reopen();
  const auto back = run(store->imports().find(shop, 5));
  ASSERT_TRUE(back);
  EXPECT_EQ(back->file_name, import.file_name);
  EXPECT_EQ(back->file_digest, import.file_digest);
  EXPECT_EQ(back->options, import.options);
  EXPECT_EQ(back->about.format, "xlsx");
  EXPECT_EQ(back->about.sheet, "Blad1");
  EXPECT_EQ(back->about.other_sheets, import.about.other_sheets);
  EXPECT_EQ(back->shape, import.shape);
  EXPECT_EQ(back->header_line, 3);
  EXPECT_EQ(back->columns, import.columns);
  EXPECT_EQ(back->ignored_columns, import.ignored_columns);
  EXPECT_EQ(back->state, import.state);
  EXPECT_EQ(back->bad_rows, import.bad_rows);
  EXPECT_EQ(std::tie(back->rows, back->cursor, back->kept), std::tie(import.rows, import.cursor, import.kept));
  EXPECT_EQ(back->counts, import.counts);
  EXPECT_EQ(back->reason, "because");
  EXPECT_EQ(back->created_at, noon);
  EXPECT_EQ(back->updated_at, noon + 1h);
  EXPECT_FALSE(run(store->imports().find(other_shop, 5)));
}

TEST_P(StoreConformance, imports_are_listed_newest_first) {
  auto second = sample_import(6);
  second.file_digest = "cd34";
  write([&](app::Tables& tables) {
    tables.imports.save(sample_import(5));
    tables.imports.save(second);
    tables.imports.save(sample_import(7, other_shop));
  });
  const auto mine = run(store->imports().list(shop));
  ASSERT_EQ(mine.size(), 2U);
  EXPECT_EQ(mine[0].id, 6);
  EXPECT_EQ(run(store->imports().list(std::nullopt)).size(), 3U);
}

TEST_P(StoreConformance, the_same_file_with_the_same_options_is_found_unless_it_failed_or_was_undone) {
  auto import = sample_import(5);
  auto other_options = import.options;
  other_options.unknown_customers = app::UnknownCustomers::refuse;
  write([&](app::Tables& tables) {
    tables.imports.save(import);
    EXPECT_EQ(tables.imports.find_same(shop, "ab12", import.options)->id, 5);
    EXPECT_FALSE(tables.imports.find_same(shop, "ab12", other_options));
    EXPECT_FALSE(tables.imports.find_same(shop, "cd34", import.options));
    EXPECT_FALSE(tables.imports.find_same(other_shop, "ab12", import.options));
  });
  for (const auto state : {app::ImportState::failed, app::ImportState::undone}) {
    import.state = state;
    write([&](app::Tables& tables) {
      tables.imports.save(import);
      EXPECT_FALSE(tables.imports.find_same(shop, "ab12", import.options));
    });
  }
}

TEST_P(StoreConformance, the_rows_of_an_import_are_kept_by_position) {
  auto applied = sample_import_row(1, "B1", app::ImportOutcome::changed);
  applied.before = full_check("B1");
  applied.after = full_check("B1");
  applied.after->value_minor = 20'000;
  app::ImportRow refused;
  refused.position = 2;
  refused.line = 5;
  refused.outcome = app::ImportOutcome::refused;
  refused.refusal = {"C (Värde)", "\"x\" is no amount", "anna@shop.se", "B2"};
  auto waiting = sample_import_row(3, "B3", app::ImportOutcome::undecided);
  waiting.item.undecided_amount = app::Cell{app::CellKind::text, "1,234"};
  waiting.contact.reset();
  write([&](app::Tables& tables) {
    EXPECT_EQ(tables.imports.last_position(5), 0);
    for (const auto& row : {applied, refused, waiting}) tables.imports.save_row(5, row);
    tables.imports.save_row(6, applied);
    EXPECT_EQ(tables.imports.last_position(5), 3);
    EXPECT_EQ(tables.imports.list_rows(5, 0, 10), (std::vector{applied, refused, waiting}));
    EXPECT_EQ(tables.imports.list_rows(5, 1, 1), std::vector{refused});
    EXPECT_EQ(tables.imports.remove_rows(6, 10), 1U);
    EXPECT_EQ(tables.imports.remove_rows(5, 1), 1U);
    EXPECT_EQ(tables.imports.last_position(5), 2) << "the last ones first";
    tables.imports.save_row(5, waiting);
    waiting.outcome = app::ImportOutcome::added;
    waiting.item.undecided_amount.reset();
    tables.imports.save_row(5, waiting);
  });
  store->reopen();
  EXPECT_EQ(run(store->imports().list_rows({5, std::nullopt, 0, 10})), (std::vector{applied, refused, waiting}));
  EXPECT_EQ(run(store->imports().list_rows({5, app::ImportOutcome::refused, 0, 10})), std::vector{refused});
  EXPECT_EQ(run(store->imports().list_rows({5, app::ImportOutcome::added, 0, 10})), std::vector{waiting});
  EXPECT_TRUE(run(store->imports().list_rows({5, app::ImportOutcome::undecided, 0, 10})).empty());
}

TEST_P(StoreConformance, rows_of_one_check_and_owner_are_found_and_counted) {
  auto other_owner = sample_import_row(3, "B1", app::ImportOutcome::added);
  other_owner.owner = "i:8";
  write([&](app::Tables& tables) {
    tables.imports.save_row(5, sample_import_row(1, "B1", app::ImportOutcome::added));
    tables.imports.save_row(5, sample_import_row(2, "B1", app::ImportOutcome::repeated));
    tables.imports.save_row(5, other_owner);
    EXPECT_EQ(tables.imports.list_same_check(5, "i:7", "B1").size(), 2U);
    EXPECT_TRUE(tables.imports.list_same_check(6, "i:7", "B1").empty());
  });
  const auto counts = run(store->imports().count_rows(5));
  EXPECT_EQ(counts, (std::vector<app::ImportCount>{{app::ImportOutcome::added, "SEK", 2, 20'000},
                                                   {app::ImportOutcome::repeated, "SEK", 1, 10'000}}));
}

TEST_P(StoreConformance, what_a_change_of_ours_replaced_is_kept_until_it_is_forgotten) {
  auto newer = full_check("1");
  newer.value_minor = 20'000;
  write([&](app::Tables& tables) {
    tables.bonus.save(shop, 7, newer, noon);
    tables.bonus.mark_seen(shop, 7, "1");
    tables.bonus.keep_replaced(shop, 7, full_check("1"), noon);
    tables.bonus.keep_replaced(shop, 7, full_check("1"), noon + 1min);
    tables.bonus.mark_unseen(shop, 7, "1");
    const auto known = tables.bonus.list_with_past(shop, 7).at(0);
    ASSERT_EQ(known.replaced.size(), 1U);
    EXPECT_EQ(known.replaced[0].check, full_check("1"));
    EXPECT_EQ(known.replaced[0].at, noon + 1min);
    EXPECT_FALSE(known.seen_remotely);
    tables.bonus.forget_replaced(shop, 7, "1");
    EXPECT_TRUE(tables.bonus.list_with_past(shop, 7).at(0).replaced.empty());
  });
}

}  // namespace kassabro::store::conformance
