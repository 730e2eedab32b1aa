#pragma once

#include <string>

namespace kassabro::store::sqlite {

// Writes a whole copy of the database of this moment to a new file; whoever reads and writes meanwhile goes on. The copy is looked
// through before it counts. Throws InfrastructureFailure: the copy cannot be written, or exists, or is damaged; it is gone then.
void back_up(const std::string& from, const std::string& to);

// Throws InfrastructureFailure when the file is no whole database of this program, or a newer one's.
void check_backup(const std::string& path);

// In a database that was put back: what had not been told when it was copied may have been told since, so the platform is asked first.
void doubt_deliveries(const std::string& path);

}  // namespace kassabro::store::sqlite
