#include "sheets/formats/read_sheet.hpp"

#include "sheets/formats/recognise.hpp"
#include "sheets/formats/text_reader.hpp"
#include "sheets/formats/xls_reader.hpp"
#include "sheets/formats/xlsx_reader.hpp"

namespace kassabro::sheets::formats {

void read_sheet(int fd, const ReadOptions& options, Sink& sink) {
  const InputFile file(fd);
  switch (recognise(file)) {
    case Container::archive: return read_xlsx(file, options, sink);
    case Container::compound: return read_xls(file, options, sink);
    case Container::text: return read_text(file, options, sink);
  }
}

}  // namespace kassabro::sheets::formats
