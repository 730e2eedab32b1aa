#include "main/till_watch.hpp"

#include <gmock/gmock.h>

namespace kassabro::main {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

app::QuietTill quiet(const char* store, const char* register_id, app::AccountId account = 1) {
  return {account, {store, register_id}, 5};
}

class TillWatchTest : public ::testing::Test {
 protected:
  TillWatch watch;
};

TEST_F(TillWatchTest, a_silence_is_told_once_and_its_end_once) {
  EXPECT_THAT(watch.look({quiet("A", "1")}).begun, ElementsAre(quiet("A", "1")));
  EXPECT_THAT(watch.look({quiet("A", "1")}).begun, IsEmpty());
  const auto end = watch.look({});
  EXPECT_THAT(end.over, ElementsAre(TillWatch::Silence(1, {"A", "1"})));
  EXPECT_THAT(watch.look({}).over, IsEmpty());
  EXPECT_THAT(watch.look({quiet("A", "1")}).begun, ElementsAre(quiet("A", "1"))) << "another silence";
}

TEST_F(TillWatchTest, a_till_whose_store_falls_quiet_does_not_sell_again) {
  watch.look({quiet("A", "1")});
  const auto store = watch.look({quiet("A", "")});
  EXPECT_THAT(store.begun, ElementsAre(quiet("A", "")));
  EXPECT_THAT(store.over, IsEmpty());
  const auto others_sell = watch.look({quiet("A", "1")});
  EXPECT_THAT(others_sell.begun, IsEmpty()) << "that this till is quiet was told";
  EXPECT_THAT(others_sell.over, ElementsAre(TillWatch::Silence(1, {"A", ""})));
}

TEST_F(TillWatchTest, a_till_is_over_with_its_store) {
  watch.look({quiet("A", "1")});
  watch.look({quiet("A", "")});
  EXPECT_THAT(watch.look({}).over, ElementsAre(TillWatch::Silence(1, {"A", ""}), TillWatch::Silence(1, {"A", "1"})));
}

TEST_F(TillWatchTest, stores_and_accounts_are_apart) {
  watch.look({quiet("A", "1")});
  const auto other = watch.look({quiet("A", "", 2), quiet("B", "")});
  EXPECT_THAT(other.begun, ElementsAre(quiet("A", "", 2), quiet("B", "")));
  EXPECT_THAT(other.over, ElementsAre(TillWatch::Silence(1, {"A", "1"})));
}

}  // namespace
}  // namespace kassabro::main
