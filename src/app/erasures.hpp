#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/account.hpp"
#include "app/person_traces.hpp"
#include "base/async.hpp"

namespace kassabro::app {

using ErasureId = std::int64_t;

// What a certificate counts: "contact", "keys", "deliveries" ... as src/admin/openapi.yaml names them.
using ErasureCounts = std::map<std::string, std::int64_t, std::less<>>;

// Where the person stands on the marketing platform.
enum class RemoteErasure {
  unknown,  // nothing was known by which the platform could find them
  waiting,
  done,
};

std::string_view to_text(RemoteErasure state);
std::optional<RemoteErasure> parse_remote_erasure(std::string_view text);

// What once came in, in the order in which it is read through.
enum class ErasureSource { inbox, quarantine, import_rows };

std::string_view to_text(ErasureSource source);  // "inbox", "quarantine", "import_rows"
std::optional<ErasureSource> source_after(ErasureSource source);

// Where the reading goes on: after this row.
struct SourcePlace {
  ErasureSource source = ErasureSource::inbox;
  std::int64_t group = 0;  // of import_rows the import
  std::int64_t row = 0;
  friend bool operator==(const SourcePlace&, const SourcePlace&) = default;
};

// The certificate of an erased person, and until it is finished what is still to be done.
struct Erasure {
  ErasureId id = 0;
  AccountId account = 0;
  domain::ContactId contact = 0;
  Timestamp at;
  std::string author;  // "pages", "command_line"
  ErasureCounts removed;
  ErasureCounts kept;  // without the person

  RemoteErasure remote = RemoteErasure::unknown;
  std::optional<std::int64_t> remote_id;
  std::string remote_problem;
  int remote_attempts = 0;
  Timestamp remote_not_before;
  // A delivery that was on its way may have made the person anew: what the platform says is final from then on.
  Timestamp remote_settled_at;

  // Absent: all is read through.
  std::optional<SourcePlace> place;
  PersonTraces traces;  // empty: who it was is forgotten, which is later than finished_at

  std::optional<Timestamp> finished_at;
  friend bool operator==(const Erasure&, const Erasure&) = default;
};

// What was a person's own.
struct RemovedPerson {
  ErasureCounts removed;
  std::vector<std::string> order_ids;  // of the purchases, which stand as they were
  bool has_leased_delivery = false;
};

class ErasureTable {
 public:
  virtual ~ErasureTable() = default;
  // All rows that are about nobody else. Not the orders.
  virtual RemovedPerson remove_person(AccountId account, const domain::Contact& contact) = 0;
  virtual std::size_t remove_rows(AccountId account, const std::vector<SourcePlace>& rows) = 0;
  virtual void save(const Erasure& erasure) = 0;
  // Is one of these keys an erased person's of whom the traces are still kept? What the platform tells of them is not taken over.
  virtual bool is_leaving(AccountId account, const std::vector<domain::CustomerKey>& keys) = 0;
  virtual std::optional<Erasure> find(AccountId account, ErasureId id) = 0;
};

// One row of what once came in, as a text that `mentions` reads.
struct SourceRow {
  SourcePlace place;
  std::string text;
  std::string sender = {};  // "sitoo_v1", "sitoo_events" ...; of import_rows the file's name
  std::string reason = {};  // of quarantine: why it could not be read, in words that may name the customer
  Timestamp received_at = {};
};

bool is_about(const SourceRow& row, const PersonTraces& person, std::string_view country);

class ErasureReader {
 public:
  virtual ~ErasureReader() = default;
  virtual Async<std::optional<Erasure>> find(AccountId account, ErasureId id) = 0;
  virtual Async<std::vector<Erasure>> list(AccountId account, std::size_t count_max) = 0;  // newest first
  // Of whom the traces are still kept, oldest first.
  virtual Async<std::vector<Erasure>> list_open(AccountId account, std::size_t count_max) = 0;
  // Those after `after`, of one source; fewer than `count_max` are its end.
  virtual Async<std::vector<SourceRow>> read_source(AccountId account, SourcePlace after, std::size_t count_max) = 0;
};

// The files in which the store lies.
class StoreFiles {
 public:
  virtual ~StoreFiles() = default;
  // Nothing that was removed stands in them any more, as far as the files are the store's own: those of a database server are the
  // server's. False: somebody reads an old state still; it can be tried again.
  virtual Async<bool> forget_removed() = 0;
};

// The person on the marketing platform.
class RemoteEraser {
 public:
  virtual ~RemoteEraser() = default;
  // By the platform's own id, else by e-mail address, else by phone. False: there is nobody. Errors say in words why it was not
  // done; it can be tried again.
  virtual Async<Result<bool>> erase(const Account& account, std::optional<std::int64_t> remote_id,
                                    const std::vector<domain::CustomerKey>& keys) = 0;
};

}  // namespace kassabro::app
