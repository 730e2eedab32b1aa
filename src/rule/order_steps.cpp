#include "rule/order_steps.hpp"

#include <algorithm>

#include "rule/answers.hpp"
#include "rule/outcomes.hpp"

namespace kassabro::rule {
namespace {

// One name a contact: deliveries of a contact go out one by one, so there is one purchase under way at most.
std::string progress_fact(const app::DeliveryJob& job) { return app::order_step_fact(job.contact.id); }

}  // namespace

Async<app::Outcome> OrderSteps::deliver(Shop shop, const app::DeliveryJob& job, Entry person, TagPlan tags,
                                        std::optional<app::RemoteLink> known) {
  const auto progress = co_await progress_of(shop, job);
  const auto who = tags.segments == Segments::leave ? past_customer_tags(shop.names) : customer_tags(shop.names);
  const auto upserted = co_await writer_.upsert(shop, person, who);
  // Nothing of the order is told yet, so this is no ambiguity of it; an upsert may be repeated.
  if (!upserted) co_return outcome_of_read(upserted.error(), job.delivery.ambiguous);
  const auto subscriber = parse_subscriber(upserted->body);
  if (subscriber) known = link_of(*subscriber, known, clock_.now());
  if (!known) co_return app::Retry{"Rule's answer does not name the subscriber", job.delivery.ambiguous};

  if (const auto done = co_await write_record(shop, job, known->remote_id, progress); !done)
    co_return outcome_of_later_write(done.error());
  const auto standing = co_await history_.standing(shop);
  if (standing != OrderHistory::Standing::historical)
    if (const auto done = co_await history_.learn_standing(shop, known->remote_id, job.order->id); !done)
      co_return outcome_of_later_write(done.error());
  if (progress == Progress::tags) {
    const auto has_them = co_await has_tags(shop, known->remote_id, tags);
    if (!has_them) co_return outcome_of_later_write(has_them.error());
    if (*has_them) co_return app::Delivered{known};
  }
  if (known->blocked) tags = silent(std::move(tags));
  if (const auto done = co_await set_tags(shop, job, known->remote_id, tags); !done)
    co_return outcome_of_later_write(done.error());
  co_return app::Delivered{known};
}

Async<Done> OrderSteps::write_record(Shop shop, const app::DeliveryJob& job, std::int64_t subscriber_id, Progress progress) {
  if (progress != Progress::none || job.delivery.ambiguous) {
    const auto changed = co_await history_.change(shop, subscriber_id, *job.order);
    if (!changed) co_return std::unexpected(changed.error());
    if (*changed) co_return Done();
  }
  if (progress == Progress::none) co_await keep_progress(shop, job, Progress::record);
  co_return co_await history_.append(shop, subscriber_id, *job.order);
}

// The mark is set before the call, so that the next try looks first; it is taken back when Rule has certainly not done it.
Async<Done> OrderSteps::set_tags(Shop shop, const app::DeliveryJob& job, std::int64_t subscriber_id, const TagPlan& tags) {
  if (tags.tags.empty()) co_return Done();
  co_await keep_progress(shop, job, Progress::tags);
  const auto answer = co_await writer_.write(shop, add_tags_call(subscriber_id, tags));
  if (answer) co_return Done();
  if (!answer.error().maybe_received) co_await keep_progress(shop, job, Progress::record);
  co_return std::unexpected(answer.error());
}

// An earlier try has asked for the tags and got no clear answer: what Rule shows decides, so that a flow starts once.
Async<std::expected<bool, CallError>> OrderSteps::has_tags(Shop shop, std::int64_t subscriber_id, const TagPlan& tags) {
  const auto answer = co_await writer_.write(shop, get_subscriber_call(IdentifiedBy::id, std::to_string(subscriber_id)));
  if (!answer) co_return std::unexpected(answer.error());
  const auto shown = parse_tag_names(answer->body);
  co_return std::ranges::all_of(tags.tags, [&](const Tag& tag) { return std::ranges::find(shown, tag.name) != shown.end(); });
}

Async<bool> OrderSteps::has_begun(Shop shop, const app::DeliveryJob& job) {
  const auto progress = co_await progress_of(shop, job);
  co_return progress != Progress::none;
}

Async<OrderSteps::Progress> OrderSteps::progress_of(Shop shop, const app::DeliveryJob& job) {
  const auto kept = co_await memory_.find(shop.account.id, progress_fact(job));
  if (kept == "record " + job.order->id) co_return Progress::record;
  co_return kept == "tags " + job.order->id ? Progress::tags : Progress::none;
}

Async<void> OrderSteps::keep_progress(Shop shop, const app::DeliveryJob& job, Progress progress) {
  const std::string step = progress == Progress::tags ? "tags " : "record ";
  co_await memory_.save(shop.account.id, progress_fact(job), step + job.order->id);
}

}  // namespace kassabro::rule
