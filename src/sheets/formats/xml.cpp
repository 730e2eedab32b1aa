#include "sheets/formats/xml.hpp"

#include <expat.h>
#include <fmt/format.h>

#include <exception>

#include "sheets/formats/refused.hpp"
#include "sheets/limits.hpp"

namespace kassabro::sheets::formats {

namespace {

std::string_view without_prefix(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

struct FreeParser {
  void operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }
};

// Between expat, which is C, and a handler that throws: nothing may fly through expat's frames.
class XmlRun {
 public:
  explicit XmlRun(XmlHandler& handler) : handler_(handler), parser_(XML_ParserCreate(nullptr)) {
    if (!parser_) throw std::bad_alloc();
    XML_SetUserData(parser_.get(), this);
    XML_SetElementHandler(parser_.get(), start, end);
    XML_SetCharacterDataHandler(parser_.get(), text);
    XML_SetStartDoctypeDeclHandler(parser_.get(), doctype);
  }

  void add(const std::string& part, std::string_view piece, bool last) {
    const auto status = XML_Parse(parser_.get(), piece.data(), static_cast<int>(piece.size()), last ? 1 : 0);
    if (thrown_) std::rethrow_exception(thrown_);
    if (status == XML_STATUS_OK) return;
    const auto error = XML_GetErrorCode(parser_.get());
    if (error == XML_ERROR_NO_MEMORY) throw std::bad_alloc();
    refuse_damaged(fmt::format("{} is not XML from its line {} on ({})", part, XML_GetCurrentLineNumber(parser_.get()),
                               XML_ErrorString(error)));
  }

 private:
  template <class Step>
  void guarded(Step step) {
    if (thrown_) return;
    try {
      step();
    } catch (...) {
      thrown_ = std::current_exception();
      XML_StopParser(parser_.get(), XML_FALSE);
    }
  }

  static void start(void* self, const char* name, const char** attributes) {
    auto& run = *static_cast<XmlRun*>(self);
    run.guarded([&] {
      if (++run.depth_ > xml_depth_max) refuse_damaged("its XML is nested too deep");
      run.handler_.on_start(without_prefix(name), XmlAttributes(attributes));
    });
  }
  static void end(void* self, const char* name) {
    auto& run = *static_cast<XmlRun*>(self);
    run.guarded([&] {
      --run.depth_;
      run.handler_.on_end(without_prefix(name));
    });
  }
  static void text(void* self, const char* text, int bytes) {
    auto& run = *static_cast<XmlRun*>(self);
    run.guarded([&] { run.handler_.on_text({text, static_cast<std::size_t>(bytes)}); });
  }
  static void doctype(void* self, const char*, const char*, const char*, int) {
    static_cast<XmlRun*>(self)->guarded([] {
      throw Refused("dtd", "The file defines its own XML entities, which no spreadsheet program writes; it is not read.");
    });
  }

  XmlHandler& handler_;
  std::unique_ptr<XML_ParserStruct, FreeParser> parser_;
  std::size_t depth_ = 0;
  std::exception_ptr thrown_;
};

}  // namespace

std::string_view XmlAttributes::get(std::string_view name) const {
  for (auto pair = pairs_; *pair != nullptr; pair += 2)
    if (pair[0] == name) return pair[1];
  return {};
}

std::string_view XmlAttributes::get_local(std::string_view name) const {
  for (auto pair = pairs_; *pair != nullptr; pair += 2)
    if (const std::string_view full = pair[0]; full != name && without_prefix(full) == name) return pair[1];
  return {};
}

void parse_xml(Package& package, const std::string& part, XmlHandler& handler) {
  XmlRun run(handler);
  package.read(part, [&](std::string_view piece) { run.add(part, piece, false); });
  run.add(part, {}, true);
}

}  // namespace kassabro::sheets::formats
