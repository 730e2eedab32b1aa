#pragma once

namespace kassabro::store::sqlite {

// The bonus ledger, events and the orders they ask for, what other channels sold, jobs.
extern const char* const version_2;
// Historical orders, files of bonus checks.
extern const char* const version_3;
// Reconciliation, rows of the outbox for which nobody waits.
extern const char* const version_4;
// Addresses of receipts.
extern const char* const version_5;
// The silences of customers.
extern const char* const version_6;
// What the consent ledger was told, receipts that were asked for, dead addresses.
extern const char* const version_7;
// Tries of deliveries, changes of accounts.
extern const char* const version_8;
// Certificates of erased persons.
extern const char* const version_9;
// What tills were shown.
extern const char* const version_10;
// Integrators' endpoints, and what they are told; traces, and what is removed by its age.
extern const char* const version_11;
// The audit log refuses to be altered.
extern const char* const version_12;

}  // namespace kassabro::store::sqlite
