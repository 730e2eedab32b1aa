#include "store/postgres/dialect.hpp"

#include <gtest/gtest.h>

namespace kassabro::store::postgres {
namespace {

TEST(Dialect, writes_places_as_postgresql_does) {
  EXPECT_EQ(postgres_sql("SELECT a FROM t WHERE x = ?1 AND (y, z) > (?2, ?12)"),
            "SELECT a FROM t WHERE x = $1 AND (y, z) > ($2, $12)");
}

TEST(Dialect, leaves_out_the_hints_of_sqlite) {
  EXPECT_EQ(postgres_sql("SELECT 1 FROM outbox AS e INDEXED BY outbox_lane WHERE e.x = ?1"),
            "SELECT 1 FROM outbox AS e  WHERE e.x = $1");
  EXPECT_EQ(postgres_sql("SELECT 1 FROM a INDEXED BY b"), "SELECT 1 FROM a ");
  EXPECT_EQ(postgres_sql("FROM a CROSS JOIN b ON b.x = a.x"), "FROM a JOIN b ON b.x = a.x");
}

TEST(Dialect, leaves_what_is_quoted) {
  EXPECT_EQ(postgres_sql("SELECT 'why?', 'INDEXED BY x' WHERE a = ?1"), "SELECT 'why?', 'INDEXED BY x' WHERE a = $1");
}

}  // namespace
}  // namespace kassabro::store::postgres
