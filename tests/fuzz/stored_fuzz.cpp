// What the stores keep as our own texts. A damaged one is told by the failure that is promised, and by nothing else.
#include "store/bonus_check_text.hpp"
#include "store/erasure_text.hpp"
#include "store/import_text.hpp"
#include "store/order_text.hpp"
#include "store/sent_calls_text.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {
namespace {

void read(std::string_view input, auto from_text, auto to_text) {
  try {
    const auto kept = from_text(input);
    hold(from_text(to_text(kept)) == kept, "what is stored again is the same");
  } catch (const InfrastructureFailure&) {
  }
}

void read_import(std::string_view input) {
  try {
    app::Import import;
    store::read_about(input, import);
    store::read_columns(input, import);
    const auto again = store::about_text(import) + store::columns_text(import);
    app::Import same;
    store::read_about(store::about_text(import), same);
    store::read_columns(store::columns_text(import), same);
    hold(store::about_text(same) + store::columns_text(same) == again, "what is stored again is the same");
  } catch (const InfrastructureFailure&) {
  }
}

}  // namespace

void run_one(std::string_view input) {
  read(input, store::order_from_stored_text, [](const domain::Order& order) { return store::to_stored_text(order); });
  read(input, store::bonus_check_from_stored_text,
       [](const domain::BonusCheck& check) { return store::to_stored_text(check); });
  read(input, store::erasure_counts_from, [](const app::ErasureCounts& counts) { return store::to_stored_text(counts); });
  read(input, store::traces_from, [](const app::PersonTraces& traces) { return store::to_stored_text(traces); });
  read(input, store::options_from_text, store::options_text);
  read(input, store::counts_from_text, store::counts_text);
  read_import(input);
  try {
    static_cast<void>(store::unpacked_calls(input));
  } catch (const InfrastructureFailure&) {
  }
}

}  // namespace kassabro::fuzz
