#pragma once

#include "store/sql/schema_steps.hpp"
#include "store/sqlite/connection.hpp"

namespace kassabro::store::sqlite {

// The newest schema number this program knows; the same numbers in every kind of store.
extern const int schema_version;

// Of the database as it stands; 0: it is empty.
int stored_version(Connection& connection);

// Can this program work with it as it stands? Also with a newer one that says so.
bool is_understood(Connection& connection);

// Brings a database of any earlier version up to date, or to this one, in one transaction. Throws InfrastructureFailure when the
// database is from a newer program, unless it says that this one may work with it: then it is left as it is.
void migrate(Connection& connection, int version_wanted = schema_version);

// Takes the database back to the version before the step's, in one transaction. Throws InfrastructureFailure, and changes nothing, when
// it has another version.
void leave(Connection& connection, const sql::SchemaStep& step);

}  // namespace kassabro::store::sqlite
