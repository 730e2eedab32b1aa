#include "sandbox/rule/handlers.hpp"

namespace kassabro::sandbox::rule {

using enum http::Method;

std::span<const http::Route<Handler>> routes_v2() {
  static constexpr http::Route<Handler> table[] = {
      {post, "/subscribers", &post_subscribers_v2},
      {get, "/subscribers", &list_subscribers_v2},
      {delete_, "/subscribers", &delete_subscribers_v2},
      {get, "/subscribers/{identifier}", &get_subscriber_v2},
      {put, "/subscribers/{identifier}", &put_subscriber_v2},
      {delete_, "/subscribers/{identifier}", &delete_subscriber_v2},
      {get, "/subscribers/{identifier}/tags", &get_subscriber_tags_v2},
      {post, "/subscribers/{identifier}/tags", &post_subscriber_tags_v2},
      {delete_, "/subscribers/{identifier}/tags/clear", &clear_subscriber_tags_v2},
      {delete_, "/subscribers/{identifier}/tags/{tag}", &delete_subscriber_tag_v2},
      {get, "/subscriber/{identifier}/fields", &get_subscriber_fields_v2},
      {get, "/subscriber/{identifier}/preference_group/{group}", &get_preference_group_v2},
      {get, "/subscribers/{identifier}/fields", &get_subscriber_fields_v2},
      {get, "/preference-groups", &list_preference_groups_v2},
      {get, "/tags", &list_tags_v2},
      {get, "/tags/{tag}", &get_tag_v2},
      {put, "/tags/{tag}", &put_tag_v2},
      {delete_, "/tags/{tag}", &delete_tag_v2},
      {delete_, "/tags/{tag}/clear", &clear_tag_v2},
      {get, "/segments", &list_segments_v2},
      {get, "/customizations", &list_customizations_v2},
      {post, "/customizations", &post_customizations_v2},
      {get, "/customizations/{group}", &get_customization_v2},
      {get, "/suppressions", &list_suppressions_v2},
      {post, "/suppressions", &post_suppressions_v2},
      {delete_, "/suppressions/{identifier}", &delete_suppression_v2},
      {post, "/transactionals", &post_transactional_v2},
      {get, "/templates", &list_templates_v2},
      {get, "/sender/details", &get_sender_details_v2},
  };
  return table;
}

std::span<const http::Route<Handler>> routes_v3() {
  static constexpr http::Route<Handler> table[] = {
      {post, "/subscribers", &post_subscriber_v3},
      {post, "/subscribers/tags", &post_bulk_tags_v3},
      {delete_, "/subscribers/tags", &delete_bulk_tags_v3},
      {post, "/subscribers/block", &post_block_v3},
      {post, "/subscribers/unblock", &post_unblock_v3},
      {delete_, "/subscribers/{identifier}", &delete_subscriber_v3},
      {put, "/subscribers/{identifier}/tags", &put_subscriber_tags_v3},
      {delete_, "/subscribers/{identifier}/tags/{tag}", &delete_subscriber_tag_v2},
      {post, "/suppressions", &post_suppressions_v3},
      {delete_, "/suppressions", &delete_suppressions_v3},
      {post, "/custom-field-data/{subscriber}", &post_field_data_v3},
      {get, "/custom-field-data/{subscriber}", &list_field_data_v3},
      {put, "/custom-field-data/{subscriber}", &put_field_data_v3},
      {get, "/custom-field-data/{subscriber}/search", &search_field_data_v3},
      {get, "/custom-field-data/{subscriber}/group/{group}", &list_group_data_v3},
      {delete_, "/custom-field-data/{subscriber}/group/{group}", &delete_group_data_v3},
      {get, "/editor/{resource}", &list_editor_v3},
      {post, "/editor/{resource}", &post_editor_v3},
      {get, "/editor/recipients/{kind}", &list_recipients_v3},
      {get, "/editor/template/{id}/render", &render_template_v3},
      {get, "/editor/{resource}/{id}", &get_editor_v3},
      {put, "/editor/{resource}/{id}", &put_editor_v3},
      {delete_, "/editor/{resource}/{id}", &delete_editor_v3},
      {get, "/brand-styles", &list_brand_styles_v3},
      {get, "/brand-styles/{id}", &get_brand_style_v3},
      {get, "/export/statistics", &export_statistics_v3},
      {get, "/api-keys", &list_keys_v3},
      {post, "/api-keys", &post_key_v3},
      {delete_, "/api-keys/{id}", &delete_key_v3},
      {get, "/accounts", &refuse_accounts},
      {post, "/accounts", &refuse_accounts},
      {get, "/accounts/{id}", &refuse_accounts},
  };
  return table;
}

}  // namespace kassabro::sandbox::rule
