#pragma once

#include <array>
#include <string>
#include <string_view>

namespace kassabro::sandbox::sample {

// Names that are not ASCII are among them on purpose.
inline constexpr std::array first_names{"Anna",  "Björn",  "Cecilia", "David", "Elin", "Fredrik", "Göran",
                                        "Hanna", "Ingrid", "Johan",   "Karin", "Lars", "Märta",   "Nils",
                                        "Olle",  "Petra",  "Ragnar",  "Sara",  "Åsa",  "Örjan"};
inline constexpr std::array last_names{"Andersson", "Bergström", "Ek",      "Fors",    "Gustafsson", "Håkansson", "Lindqvist",
                                       "Nyström",   "Olsson",    "Persson", "Sjöberg", "Wallin",     "Åkerlund",  "Öberg"};
inline constexpr std::array cities{"Stockholm", "Göteborg", "Malmö", "Uppsala", "Västerås", "Örebro", "Umeå", "Lund"};

// "å" is two bytes in UTF-8; an address has none of them.
std::string ascii_name(std::string_view name);

}  // namespace kassabro::sandbox::sample
