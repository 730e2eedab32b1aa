#include "store/sent_calls_text.hpp"

#include <zstd.h>

#include <memory>

#include "base/error.hpp"
#include "base/json.hpp"
#include "base/utf8.hpp"

namespace kassabro::store {
namespace {

constexpr int fast_level = 1;
// No packed text of ours is larger: what claims to be is damaged.
constexpr unsigned long long unpacked_bytes_max = 64ULL * 1024 * 1024;

bool begins_character(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }

// Cut between two characters. Of what is no UTF-8 the bytes that are ASCII, which is mostly enough to know what it was.
json::string kept(std::string_view text, std::size_t most) {
  if (text.size() > most) {
    while (most > 0 && !begins_character(text[most])) --most;
    text = text.substr(0, most);
  }
  json::string out(text);
  if (!is_utf8(text))
    for (auto& byte : out)
      if (static_cast<unsigned char>(byte) > 0x7FU) byte = '?';
  return out;
}

json::object object_of(const app::SentCall& call) {
  return {{"method", call.method},
          {"path", call.path},
          {"body", kept(call.body, app::sent_body_bytes_max)},
          {"status", call.status},
          {"answer", kept(call.answer, app::sent_answer_bytes_max)},
          {"took", call.took.count()},
          {"shared_by", call.shared_by}};
}

app::SentCall call_of(const json::object& object) {
  app::SentCall call;
  call.method = text_member(object, "method");
  call.path = text_member(object, "path");
  call.body = text_member(object, "body");
  call.status = static_cast<int>(int_member(object, "status").value_or(0));
  call.answer = text_member(object, "answer");
  call.took = std::chrono::milliseconds(int_member(object, "took").value_or(0));
  call.shared_by = static_cast<int>(int_member(object, "shared_by").value_or(1));
  return call;
}

// Making one costs more than a text does.
ZSTD_CCtx* packer() {
  static thread_local const std::unique_ptr<ZSTD_CCtx, std::size_t (*)(ZSTD_CCtx*)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
  return context.get();
}

[[noreturn]] void refuse() { throw InfrastructureFailure("What was kept of a delivery's calls is damaged."); }

std::string unpacked(std::string_view bytes) {
  const auto size = ZSTD_getFrameContentSize(bytes.data(), bytes.size());
  if (size == ZSTD_CONTENTSIZE_ERROR || size == ZSTD_CONTENTSIZE_UNKNOWN || size > unpacked_bytes_max) refuse();
  std::string text(size, '\0');
  const auto got = ZSTD_decompress(text.data(), text.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(got) != 0 || got != text.size()) refuse();
  return text;
}

}  // namespace

std::string packed(const app::SentCalls& calls) {
  if (calls.empty()) return {};
  json::array list;
  for (const auto& call : calls) list.push_back(object_of(call));
  const auto text = to_json_text(list);
  std::string bytes(ZSTD_compressBound(text.size()), '\0');
  const auto size = ZSTD_compressCCtx(packer(), bytes.data(), bytes.size(), text.data(), text.size(), fast_level);
  if (ZSTD_isError(size) != 0) throw InfrastructureFailure(std::string("Compressing failed: ") + ZSTD_getErrorName(size));
  bytes.resize(size);
  return bytes;
}

app::SentCalls unpacked_calls(std::string_view bytes) {
  if (bytes.empty()) return {};
  const auto list = parse_json(unpacked(bytes));
  if (!list || !list->is_array()) refuse();
  app::SentCalls calls;
  for (const auto& item : list->get_array()) {
    if (!item.is_object()) refuse();
    calls.push_back(call_of(item.get_object()));
  }
  return calls;
}

}  // namespace kassabro::store
