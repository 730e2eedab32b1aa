// Mail with foreign words in it: no word becomes a line of the head.
#include "http/mail.hpp"
#include "tests/fuzz/target.hpp"

namespace kassabro::fuzz {

void run_one(std::string_view input) {
  const auto lines = lines_of(input, 2);
  const http::MailServer server{.url = "smtp://mail.example.com", .from = "kassabro@example.com", .to = "owner@example.com"};
  for (const auto& subject : {lines[0], input}) {
    const auto text = http::message_text(server, {.subject = std::string(subject), .text = std::string(lines[1]), .at = now});
    const auto end = text.find("\r\n\r\n");
    hold(end != std::string::npos, "a mail has a head and a body");
    for (auto head = std::string_view(text).substr(0, end); !head.empty();) {
      const auto line = head.substr(0, head.find("\r\n"));
      head.remove_prefix(std::min(head.size(), line.size() + 2));
      hold(line.size() <= 78 && line.find_first_of("\r\n") == std::string_view::npos,
           "a line of the head is short, and one line");
      const auto colon = line.substr(0, line.find(':'));
      bool is_ours = line.starts_with(' ');
      for (const std::string_view name : {"Date", "From", "To", "Subject", "Message-ID", "MIME-Version", "Content-Type",
                                          "Content-Transfer-Encoding", "Auto-Submitted"})
        is_ours = is_ours || colon == name;
      hold(is_ours, "the head has our own lines only");
    }
    for (auto at = text.find('\n'); at != std::string::npos; at = text.find('\n', at + 1))
      hold(at > 0 && text[at - 1] == '\r', "each line ends as mail wants it");
  }
}

}  // namespace kassabro::fuzz
