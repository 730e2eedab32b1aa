#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/readers.hpp"
#include "app/unit_of_work.hpp"
#include "base/clock.hpp"
#include "base/trace.hpp"

namespace kassabro::app {

enum class RemoteNewsKind {
  unsubscribed,  // or suppressed, by whomever
  resubscribed,
  opted_in,  // a double opt-in was confirmed
  bounced,   // nothing can be delivered to the address, for good
  changed,   // something else about the person: what is known here is old
};

// News of a person from the marketing platform, by a webhook or by asking for what happened.
struct RemoteNews {
  RemoteNewsKind kind = RemoteNewsKind::changed;
  std::int64_t remote_id = 0;  // 0: not told
  std::string email;
  std::string phone;
  std::optional<RemoteChannels> channels;  // absent: the platform does not say
  std::string reason;                      // "user", "admin", "spam", "api"
  Timestamp at;                            // when it happened, or when it was heard
  Trace trace = {};                        // of the call that told it
};

enum class TakenNews {
  taken,
  known,    // it changes nothing, or somebody has chosen otherwise since
  unknown,  // nobody here is meant
  doubted,  // it does not say what has changed: the person should be read (app/remote_state.hpp)
};

// What the news change of a contact: the ledger, the contact's consents, and what is known of the link. A newer choice wins over
// an older one, whoever made it.
TakenNews take_remote_news(Tables& tables, const Account& account, domain::ContactId contact, const RemoteNews& news,
                           Timestamp now);

// Takes news for everybody here whom they mean: sometimes several, one by the e-mail address and one by the phone.
class TakeRemoteNews {
 public:
  struct Result {
    std::size_t taken = 0;  // of the news, each counted once, as the best of what became of it
    std::size_t known = 0;
    std::size_t unknown = 0;
    std::vector<domain::ContactId> to_read;  // who should be read
  };
  struct Parts {
    LinkReader& links;
    ContactReader& contacts;
    UnitOfWork& unit;
    const Clock& clock;
  };

  explicit TakeRemoteNews(Parts parts) : parts_(parts) {}

  // In their order, in one transaction; none where nobody here is meant.
  Async<Result> operator()(const Account& account, std::vector<RemoteNews> news);

 private:
  Async<bool> concerns_somebody(const Account& account, const std::vector<RemoteNews>& news);

  Parts parts_;
};

}  // namespace kassabro::app
