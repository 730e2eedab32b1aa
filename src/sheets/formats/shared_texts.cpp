#include "sheets/formats/shared_texts.hpp"

#include <fmt/format.h>

#include "sheets/formats/excel_text.hpp"
#include "sheets/formats/refused.hpp"
#include "sheets/formats/xml.hpp"
#include "sheets/limits.hpp"

namespace kassabro::sheets::formats {

namespace {

constexpr std::size_t block_bytes = 1024UL * 1024;

class SharedTextsHandler : public XmlHandler {
 public:
  void on_start(std::string_view name, const XmlAttributes&) override {
    if (name == "si") text_.clear();
    if (name == "rPh") in_pronunciation_ = true;
    in_text_ = name == "t" && !in_pronunciation_;
  }
  void on_end(std::string_view name) override {
    in_text_ = false;
    if (name == "rPh") in_pronunciation_ = false;
    if (name == "si") texts.add(unescaped(std::move(text_)));
  }
  void on_text(std::string_view text) override {
    if (!in_text_) return;
    if (text_.size() + text.size() > cell_bytes_max)
      throw Refused("cell_too_large", "The file holds a cell of more than 64 KiB.");
    text_ += text;
  }

  SharedTexts texts;

 private:
  std::string text_;
  bool in_text_ = false;
  bool in_pronunciation_ = false;
};

}  // namespace

void SharedTexts::add(std::string_view text) {
  bytes_ += text.size();
  if (bytes_ > shared_text_bytes_max || texts_.size() == shared_texts_max)
    throw Refused("too_large", "The file holds more different texts than can be read at once. Split it, or save it as text.");
  if (blocks_.empty() || blocks_.back().size() + text.size() > block_bytes) blocks_.emplace_back().reserve(block_bytes);
  auto& block = blocks_.back();
  texts_.push_back({.block = static_cast<std::uint32_t>(blocks_.size() - 1),
                    .offset = static_cast<std::uint32_t>(block.size()),
                    .bytes = static_cast<std::uint32_t>(text.size())});
  block += text;
}

std::string_view SharedTexts::get(std::size_t number) const {
  if (number >= texts_.size()) refuse_damaged(fmt::format("a cell refers to text {}, which is not there", number));
  const auto& place = texts_[number];
  return std::string_view(blocks_[place.block]).substr(place.offset, place.bytes);
}

SharedTexts read_shared_texts(Package& package, const std::string& part) {
  if (part.empty()) return {};
  SharedTextsHandler handler;
  parse_xml(package, part, handler);
  return std::move(handler.texts);
}

}  // namespace kassabro::sheets::formats
