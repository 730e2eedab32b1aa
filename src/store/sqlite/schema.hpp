#pragma once

#include "store/sqlite/connection.hpp"

namespace kassabro::store::sqlite {

// The newest schema number this program knows; the same numbers in every kind of store.
extern const int schema_version;

// Of the database as it stands; 0: it is empty.
int stored_version(Connection& connection);

// Brings a database of any earlier version up to date, one transaction a version. Throws InfrastructureFailure when the
// database is from a newer program.
void migrate(Connection& connection);

}  // namespace kassabro::store::sqlite
