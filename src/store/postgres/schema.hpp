#pragma once

#include "store/postgres/connection.hpp"

namespace kassabro::store::postgres {

// Its numbers are SQLite's: version N of the two holds the same.
extern const int schema_version;

// Of the database as it stands, without making anything; 0: it is empty.
int find_stored_version(Connection& connection);

// Brings the database to the present version, one node at a time; nothing is changed when it fails.
// Throws InfrastructureFailure when it was written by a newer program.
void migrate(Connection& connection);

}  // namespace kassabro::store::postgres
