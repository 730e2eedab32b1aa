#pragma once

#include <span>

#include "http/router.hpp"
#include "sandbox/rule/wire.hpp"

namespace kassabro::sandbox::rule {

// The whole API on one screen: routes.cpp. `path` stands below /v2 or /v3.
std::span<const http::Route<Handler>> routes_v2();
std::span<const http::Route<Handler>> routes_v3();

Answer list_subscribers_v2(Call&), post_subscribers_v2(Call&), delete_subscribers_v2(Call&);
Answer get_subscriber_v2(Call&), put_subscriber_v2(Call&), delete_subscriber_v2(Call&);
Answer get_subscriber_fields_v2(Call&);
Answer get_subscriber_tags_v2(Call&), post_subscriber_tags_v2(Call&), delete_subscriber_tag_v2(Call&),
    clear_subscriber_tags_v2(Call&);
Answer list_tags_v2(Call&), get_tag_v2(Call&), put_tag_v2(Call&), delete_tag_v2(Call&), clear_tag_v2(Call&);
Answer list_segments_v2(Call&);
Answer list_customizations_v2(Call&), get_customization_v2(Call&), post_customizations_v2(Call&);
Answer list_suppressions_v2(Call&), post_suppressions_v2(Call&), delete_suppression_v2(Call&);
Answer post_transactional_v2(Call&), list_templates_v2(Call&);
Answer get_sender_details_v2(Call&), list_preference_groups_v2(Call&), get_preference_group_v2(Call&);
Answer refuse_accounts(Call&);

Answer post_subscriber_v3(Call&), delete_subscriber_v3(Call&);
Answer put_subscriber_tags_v3(Call&), post_bulk_tags_v3(Call&), delete_bulk_tags_v3(Call&);
Answer post_block_v3(Call&), post_unblock_v3(Call&), post_suppressions_v3(Call&), delete_suppressions_v3(Call&);
Answer post_field_data_v3(Call&), list_field_data_v3(Call&), list_group_data_v3(Call&), search_field_data_v3(Call&);
Answer put_field_data_v3(Call&), delete_group_data_v3(Call&);
Answer list_editor_v3(Call&), post_editor_v3(Call&), get_editor_v3(Call&), put_editor_v3(Call&), delete_editor_v3(Call&);
Answer render_template_v3(Call&), list_recipients_v3(Call&);
Answer export_statistics_v3(Call&);
Answer list_keys_v3(Call&), post_key_v3(Call&), delete_key_v3(Call&);
Answer list_brand_styles_v3(Call&), get_brand_style_v3(Call&);

}  // namespace kassabro::sandbox::rule
