#include "app/imports.hpp"

#include "base/name_table.hpp"

namespace kassabro::app {
namespace {

constexpr NameTable<ImportState, 8> state_names{{{ImportState::staging, "staging"},
                                                 {ImportState::staged, "staged"},
                                                 {ImportState::applying, "applying"},
                                                 {ImportState::applied, "applied"},
                                                 {ImportState::halted, "halted"},
                                                 {ImportState::undoing, "undoing"},
                                                 {ImportState::undone, "undone"},
                                                 {ImportState::failed, "failed"}}};
constexpr NameTable<ImportOutcome, 6> outcome_names{{{ImportOutcome::undecided, "undecided"},
                                                     {ImportOutcome::added, "added"},
                                                     {ImportOutcome::changed, "changed"},
                                                     {ImportOutcome::unchanged, "unchanged"},
                                                     {ImportOutcome::repeated, "repeated"},
                                                     {ImportOutcome::refused, "refused"}}};

}  // namespace

std::string_view to_text(ImportState state) { return name_in(state_names, state); }
std::optional<ImportState> parse_import_state(std::string_view text) { return value_in(state_names, text); }
std::string_view to_text(ImportOutcome outcome) { return name_in(outcome_names, outcome); }
std::optional<ImportOutcome> parse_import_outcome(std::string_view text) { return value_in(outcome_names, text); }

std::int64_t rows_of(const Import& import, ImportOutcome outcome) {
  std::int64_t rows = 0;
  for (const auto& count : import.counts)
    if (count.outcome == outcome) rows += count.rows;
  return rows;
}

}  // namespace kassabro::app
