#pragma once

#include "store/sqlite/connection.hpp"

namespace kassabro::store::sqlite {

// The newest schema number this program knows; the same numbers in every kind of store.
extern const int schema_version;

// Of the database as it stands; 0: it is empty.
int stored_version(Connection& connection);

// Brings a database of any earlier version up to date, or to this one, in one transaction. Throws InfrastructureFailure when the
// database is from a newer program.
void migrate(Connection& connection, int version_wanted = schema_version);

}  // namespace kassabro::store::sqlite
