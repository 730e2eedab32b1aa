#include "rule/automations/texts.hpp"

namespace kassabro::rule::automations {
namespace {

Texts swedish(Flow flow) {
  switch (flow) {
    case Flow::thank_you:
      return {"Tack för ditt köp hos {shop}",
              "Här är det du köpte.",
              "Tack för ditt köp!",
              {"Vi är glada att du handlade hos oss. Här är det du tog med dig hem:"},
              ""};
    case Flow::retention:
      return {"Vi ses väl snart igen?",
              "Det har kommit nytt sedan sist.",
              "Det var ett tag sedan",
              {"Tack för att du är kund hos {shop}. Sedan du var här sist har det kommit nya saker som vi gärna visar dig.",
               "Välkommen in när det passar dig!"},
              "Se vad som är nytt"};
    case Flow::winback:
      return {"Vi saknar dig på {shop}",
              "Kom förbi och säg hej.",
              "Vi saknar dig!",
              {"Det var länge sedan du handlade hos {shop}. Det är mycket som har hänt sedan dess.",
               "Berätta gärna om det är något vi kan göra bättre: svara på det här brevet."},
              "Besök oss"};
  }
  return {};
}

Texts english(Flow flow) {
  switch (flow) {
    case Flow::thank_you:
      return {"Thank you for your purchase at {shop}",
              "Here is what you bought.",
              "Thank you for your purchase!",
              {"We are glad that you shopped with us. Here is what you took home:"},
              ""};
    case Flow::retention:
      return {"See you again soon?",
              "There is something new since last time.",
              "It has been a while",
              {"Thank you for being a customer of {shop}. New things have come in since your last visit, and we would love to "
               "show them to you.",
               "You are welcome whenever it suits you!"},
              "See what is new"};
    case Flow::winback:
      return {"We miss you at {shop}",
              "Drop by and say hello.",
              "We miss you!",
              {"It has been a long time since you shopped at {shop}. A lot has happened since then.",
               "If there is anything that we can do better, please tell us: reply to this letter."},
              "Visit us"};
  }
  return {};
}

}  // namespace

Texts texts_of(Flow flow, Language language) { return language == Language::swedish ? swedish(flow) : english(flow); }

Words words_of(Language language) {
  if (language == Language::swedish) return {"Datum: ", "Butik: ", "Totalt: ", "Läs i webbläsaren", "Avsluta prenumerationen"};
  return {"Date: ", "Store: ", "Total: ", "Read in the browser", "Unsubscribe"};
}

}  // namespace kassabro::rule::automations
