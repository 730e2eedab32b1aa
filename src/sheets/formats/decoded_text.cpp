#include "sheets/formats/decoded_text.hpp"

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include <array>

#include "sheets/formats/refused.hpp"

namespace kassabro::sheets::formats {

namespace {

constexpr std::size_t piece_bytes = 64UL * 1024;

struct CloseConverter {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using ConverterHandle = std::unique_ptr<UConverter, CloseConverter>;

ConverterHandle open_converter(const std::string& name) {
  UErrorCode status = U_ZERO_ERROR;
  ConverterHandle handle(ucnv_open(name.c_str(), &status));
  // What has no meaning stops the conversion instead of becoming a question mark.
  ucnv_setToUCallBack(handle.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  if (U_FAILURE(status)) throw Refused("no_such_encoding", "The encoding " + name + " cannot be read here.");
  return handle;
}

}  // namespace

struct DecodedText::Converter {
  explicit Converter(const std::string& name) : from(open_converter(name)), to(open_converter("UTF-8")) {}
  ConverterHandle from;
  ConverterHandle to;
  std::array<UChar, 8192> pivot{};
  UChar* pivot_source = pivot.data();
  UChar* pivot_target = pivot.data();
  bool first = true;
};

DecodedText::DecodedText(const InputFile& file, const Encoding& encoding)
    : file_(file), offset_(static_cast<std::int64_t>(encoding.mark_bytes)), raw_(piece_bytes, '\0') {
  if (encoding.name != "UTF-8") converter_ = std::make_unique<Converter>(encoding.name);
}

DecodedText::~DecodedText() = default;

std::string_view DecodedText::next() {
  for (;;) {
    const auto got = file_.read_at(offset_, raw_.data(), raw_.size());
    if (got == 0) return {};
    offset_ += static_cast<std::int64_t>(got);
    const std::string_view bytes(raw_.data(), got);
    if (!converter_) return bytes;
    if (const auto text = convert(bytes, offset_ >= file_.size()); !text.empty()) return text;
  }
}

std::string_view DecodedText::convert(std::string_view bytes, bool last) {
  auto& it = *converter_;
  text_.resize(bytes.size() * 3 + 64);  // a byte becomes three at most, a pair of UTF-16 three too
  char* target = text_.data();
  const char* source = bytes.data();
  UErrorCode status = U_ZERO_ERROR;
  ucnv_convertEx(it.to.get(), it.from.get(), &target, text_.data() + text_.size(), &source, bytes.data() + bytes.size(),
                 it.pivot.data(), &it.pivot_source, &it.pivot_target, it.pivot.data() + it.pivot.size(), it.first ? 1 : 0,
                 last ? 1 : 0, &status);
  it.first = false;
  if (status == U_TRUNCATED_CHAR_FOUND)
    throw Refused("truncated", "The file ends in the middle of a character; it is not all there.");
  if (U_FAILURE(status))
    throw Refused("encoding", "The file holds bytes that its encoding does not have. Choose another encoding.");
  text_.resize(static_cast<std::size_t>(target - text_.data()));
  return text_;
}

}  // namespace kassabro::sheets::formats
