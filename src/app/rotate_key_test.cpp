#include "app/rotate_key.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "testing/run.hpp"

namespace kassabro::app {
namespace {

using ::testing::ElementsAre;
using testing::run;
using enum RotateKey::Distributed;
using enum RotationState;

// Keys and secrets by name: a secret is the name of the key that sealed it.
class FakeRing final : public KeyRing {
 public:
  KeyNames names() override { return names_; }
  void add_next() override { names_.next = "key" + std::to_string(++made_); }
  void use_next() override { names_.keys.insert(names_.keys.begin(), std::exchange(names_.next, "")); }
  void drop_old() override { names_.keys.resize(1); }

 private:
  KeyNames names_{"", {"key1"}};
  int made_ = 1;
};

class FakeSecrets final : public SealedSecrets {
 public:
  explicit FakeSecrets(FakeRing& ring) : ring_(ring) {}
  Async<std::size_t> seal_some_anew() override {
    const auto newest = ring_.names().keys.front();
    std::size_t count = 0;
    for (auto& secret : sealed_by)
      if (secret != newest && count < 100) secret = newest, ++count;
    co_return count;
  }
  std::vector<std::string> sealed_by;

 private:
  FakeRing& ring_;
};

class RotateKeyTest : public ::testing::Test {
 protected:
  FakeRing ring;
  FakeSecrets secrets{ring};
};

TEST_F(RotateKeyTest, one_node_exchanges_it_at_once) {
  secrets.sealed_by = {"key1", "key1", "key1"};
  RotateKey rotate(ring, secrets, false);
  const auto rotation = run(rotate.step(no));
  EXPECT_EQ(rotation.state, done);
  EXPECT_EQ(rotation.sealed, 3U);
  EXPECT_THAT(rotation.names.keys, ElementsAre("key2"));
  EXPECT_THAT(secrets.sealed_by, ElementsAre("key2", "key2", "key2"));
}

TEST_F(RotateKeyTest, much_is_done_in_steps_and_the_old_key_stays_until_the_last) {
  secrets.sealed_by.assign(RotateKey::sealed_max + 50, "key1");
  RotateKey rotate(ring, secrets, false);
  EXPECT_EQ(run(rotate.step(no)).state, working);
  EXPECT_THAT(ring.names().keys, ElementsAre("key2", "key1"));
  const auto last = run(rotate.step(no));
  EXPECT_EQ(last.state, done);
  EXPECT_EQ(last.sealed, 50U);
  EXPECT_THAT(ring.names().keys, ElementsAre("key2"));
}

TEST_F(RotateKeyTest, an_exchange_that_was_cut_off_goes_on_with_the_same_key) {
  secrets.sealed_by = {"key1"};
  ring.add_next();
  EXPECT_THAT(run(RotateKey(ring, secrets, false).step(no)).names.keys, ElementsAre("key2"));
}

TEST_F(RotateKeyTest, of_several_nodes_a_key_seals_when_all_have_it_and_goes_when_nobody_seals_with_it) {
  secrets.sealed_by = {"key1"};
  RotateKey rotate(ring, secrets, true);
  EXPECT_EQ(run(rotate.step(no)).state, distribute);
  EXPECT_EQ(ring.names().next, "key2");
  EXPECT_EQ(run(rotate.step(no)).state, distribute) << "nobody said that it was distributed";
  EXPECT_THAT(ring.names().keys, ElementsAre("key1"));

  EXPECT_EQ(run(rotate.step(yes)).state, distribute);
  EXPECT_THAT(ring.names().keys, ElementsAre("key2", "key1"));
  secrets.sealed_by.emplace_back("key1");  // a node with the file of before
  EXPECT_EQ(run(rotate.step(yes)).state, distribute) << "it may still do so";
  EXPECT_EQ(run(rotate.step(no)).state, distribute);
  EXPECT_EQ(run(rotate.step(yes)).state, done);
  EXPECT_THAT(ring.names().keys, ElementsAre("key2"));
  EXPECT_THAT(secrets.sealed_by, ElementsAre("key2", "key2"));
}

TEST_F(RotateKeyTest, the_word_that_it_was_distributed_does_not_count_for_a_key_that_is_only_made_then) {
  RotateKey rotate(ring, secrets, true);
  EXPECT_EQ(run(rotate.step(yes)).state, distribute);
  EXPECT_THAT(ring.names().keys, ElementsAre("key1"));
}

}  // namespace
}  // namespace kassabro::app
