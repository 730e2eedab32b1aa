#pragma once

#include "store/postgres/connection.hpp"
#include "store/sql/schema_steps.hpp"

namespace kassabro::store::postgres {

// Its numbers are SQLite's: version N of the two holds the same.
extern const int schema_version;

// Of the database as it stands, without making anything; 0: it is empty.
int find_stored_version(Connection& connection);

// Can this program work with it as it stands? Also with a newer one that says so.
bool is_understood(Connection& connection);

// Brings the database to the present version, or to this one (9 at least), one node at a time; nothing is changed when it fails. Throws
// InfrastructureFailure when it was written by a newer program, unless it says that this one may work with it: then it is left as it is.
void migrate(Connection& connection, int version_wanted = schema_version);

// Takes the database back to the version before the step's; all of it or nothing. Throws InfrastructureFailure, and changes nothing, when
// it has another version, or when a node is at work.
void leave(Connection& connection, const sql::SchemaStep& step);

}  // namespace kassabro::store::postgres
