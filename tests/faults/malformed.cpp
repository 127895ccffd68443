// Reports that are sound, and inputs that are not, made from a seed.
#include "tests/faults/malformed.hpp"

#include <algorithm>
#include <functional>
#include <nlohmann/json.hpp>
#include <vector>

namespace averment::faults {
namespace {

using Json = nlohmann::ordered_json;

std::size_t below(Random& random, std::size_t end) { return random() % end; }

template <typename List>
const auto& one_of(Random& random, const List& list) {
  return *std::next(std::begin(list), static_cast<std::ptrdiff_t>(below(random, std::size(list))));
}

Json json_of(const Report& report) {
  return {{"id", report.id},     {"outlet", report.outlet}, {"published", report.published},
          {"lang", report.lang}, {"title", report.title},   {"text", report.text}};
}

std::string in_utf16(std::string_view ascii) {
  std::string bytes = "\xFF\xFE";
  for (const char c : ascii) (bytes += c) += '\0';
  return bytes;
}

void replace_all(std::string& text, std::string_view from, std::string_view to) {
  for (std::size_t at = 0; (at = text.find(from, at)) != text.npos; at += to.size()) text.replace(at, from.size(), to);
}

std::string repeated(std::string_view text, std::size_t times) {
  std::string all;
  while (times-- > 0) all += text;
  return all;
}

std::string random_bytes(Random& random, std::size_t size) {
  std::string bytes;
  while (bytes.size() < size) bytes += static_cast<char>(random());
  return bytes;
}

/// A few bytes changed, removed, doubled or put in. Bytes that are special are likelier than others.
std::string mutated(Random& random, std::string bytes) {
  constexpr std::string_view special("\"\\{}[]:,-\0\r\t\x7F\x80\xC3\xE2\xED\xEF\xF4\xFF'0u", 24);
  for (std::size_t changes = 1 + below(random, 8); changes > 0 && !bytes.empty(); --changes) {
    const std::size_t at = below(random, bytes.size());
    const char byte = below(random, 2) == 0 ? one_of(random, special) : static_cast<char>(random());
    switch (below(random, 5)) {
      case 0:
        bytes[at] = byte;
        break;
      case 1:
        bytes[at] = static_cast<char>(bytes[at] ^ (1 << below(random, 8)));
        break;
      case 2:
        bytes.erase(at, 1 + below(random, 20));
        break;
      case 3:
        bytes.insert(at, bytes.substr(below(random, bytes.size()), below(random, 40)));
        break;
      default:
        bytes.insert(at, 1, byte);
    }
  }
  return bytes;
}

/// A report of another kind than the sound ones: none of theirs becomes it by accident.
Json base(Random& random, const std::string& id) {
  Json json = json_of(sound_report(random, id));
  json["outlet"] = "Outlet of what is malformed";
  return json;
}

std::string with_field(Random& random, const std::string& id, const std::string& key, const std::string& value) {
  Json json = base(random, id);
  json.erase(key);
  std::string line = json.dump();
  line.pop_back();
  return line + ",\"" + key + "\":" + value + "}";
}

std::string with_text(Random& random, const std::string& id, const std::string& raw) {
  return with_field(random, id, "text", "\"Police said " + raw + " people were killed.\"");
}

using Make = std::function<Input(Random&, const std::string& id)>;

Make rejected(const std::function<std::string(Random&, const std::string&)>& write) {
  return [write](Random& random, const std::string& id) { return Input{write(random, id), id, Fate::rejected}; };
}

/// One of several pieces, put where `write` puts it.
Make each(Fate fate, std::vector<std::string> pieces,
          const std::function<std::string(Random&, const std::string& id, const std::string& piece)>& write) {
  return [=](Random& random, const std::string& id) {
    return Input{write(random, id, one_of(random, pieces)), id, fate};
  };
}

std::string itself(Random&, const std::string&, const std::string& piece) { return piece; }

std::string nested(Random& random, const std::string& id) {
  const std::size_t depth = one_of(random, std::vector<std::size_t>{64, 65, 1000, 30'000});
  const bool closed = below(random, 2) == 0;
  const std::string_view opening = below(random, 2) == 0 ? "[" : "{\"a\":";
  const std::string inner = repeated(opening, depth) + "1" + repeated(opening == "[" ? "]" : "}", closed ? depth : 0);
  return with_field(random, id, "more", inner.substr(0, size_limit - 2000));
}

std::string truncated(Random& random, const std::string& id) {
  const std::string line = base(random, id).dump();
  return line.substr(0, 1 + below(random, line.size() - 1));
}

const std::vector<Make>& line_makers() {
  static const std::vector<Make> makers = {
      rejected(truncated),
      rejected(nested),
      each(Fate::rejected, {"[]", "\"text\"", "17", "-1e5", "true", "null", "[{\"id\":\"a\",\"text\":\"b\"}]", "{}"},
           itself),
      each(Fate::rejected, {"{\"id\":[1]}", "{\"id\":{}}", "{", "}", "{]", "{\"id\"}", "{\"id\":}", "{:}", "{,}", "\""},
           itself),
      each(Fate::rejected,
           {"null", "true", "[\"a\"]", "{\"name\":\"a\"}", "\"\"", "\"  \"", "\"a\\u0007b\"", "\"a\\u007f\""},
           [](Random& random, const std::string& id, const std::string& is) {
             return with_field(random, id, "id", is);
           }),
      each(Fate::rejected, {"null", "12", "1.5", "[\"a\"]", "{\"a\":\"b\"}", "\"\"", "\" \\n\\t \"", "\"a\\u0000b\""},
           [](Random& random, const std::string& id, const std::string& is) {
             return with_field(random, id, "text", is);
           }),
      each(Fate::taken, {"null", "12", "false", "[\"a\"]", "{\"a\":{\"b\":[]}}"},
           [](Random& random, const std::string& id, const std::string& is) {
             return with_field(random, id, "title", is);
           }),
      each(Fate::taken,
           {"\"yesterday\"", "\"2025-02-30\"", "\"2025-13-01\"", "\"03/04/2025\"", "99999999999", "\"0000-00-00\"",
            "[2025]", "\"2025-02-19T99:99\"", "-1", "\"\\u0000\"", "\"19 Smarch 2025\""},
           [](Random& random, const std::string& id, const std::string& is) {
             return with_field(random, id, "published", is);
           }),
      each(Fate::taken, {"\"English\"", "\"e\"", "\"\\u00e9n\"", "7", "[\"en\"]", "\"--\"", "\"en en\""},
           [](Random& random, const std::string& id, const std::string& is) {
             return with_field(random, id, "lang", is);
           }),
      each(Fate::rejected, {"\\x41", "\\", "\\u12", "\\uZZZZ", "\\'", "\\U0001F600", "\\0", "\\u{41}"}, with_text),
      each(Fate::rejected, {"\\ud800", "\\udc00", "\\ud83d\\ud83d", "\\ude00\\ud83d", "\\ud83d x"}, with_text),
      each(Fate::rejected, {std::string("a\0b", 3), "\x01", "\x1F", "\t", "\r", "\\u0000", "a\"b"}, with_text),
      each(Fate::rejected,
           {"\xFF", "\xC3", "\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "caf\xE9 na\xEFve",
            "\xF8\x88\x80\x80\x80"},
           with_text),
      each(Fate::either,
           {"1e999", "-1e999", "1" + std::string(5000, '0'), "0.1e-99999", "1E+", "01", ".5", "+1", "0x10", "NaN"},
           [](Random& random, const std::string& id, const std::string& is) {
             return with_field(random, id,
                               one_of(random, std::vector<std::string>{"more", "title", "published", "tags"}), is);
           }),
      each(Fate::rejected,
           {",}", ",,\"a\":1}", " \"a\":1}", "}}", "} {\"id\":\"x\",\"text\":\"y\"}", "} x", "]", "/* a */}",
            ",'a':'b'}"},
           [](Random& random, const std::string& id, const std::string& end) {
             std::string line = base(random, id).dump();
             line.pop_back();
             return line + end;
           }),
      each(Fate::rejected,
           {"\"start\":0,\"end\":9999999", "\"start\":-1,\"end\":3", "\"start\":3,\"end\":3", "\"start\":5,\"end\":2",
            "\"start\":18446744073709551615,\"end\":3", "\"start\":0,\"end\":1e300", "\"start\":\"0\",\"end\":\"4\"",
            "\"start\":0,\"end\":4,\"text\":\"another\"", "\"end\":4", "\"start\":0"},
           [](Random& random, const std::string& id, const std::string& places) {
             return with_field(random, id, "entities", "[{\"type\":\"person\"," + places + "}]");
           }),
      each(Fate::either,
           {"7", "{}", "[[[[]]]]", "[\"a\"]", "[[0,4,\"person\",9,9],[]]", "[{\"start\":0,\"end\":4}]", "null"},
           [](Random& random, const std::string& id, const std::string& is) {
             return with_field(random, id,
                               one_of(random, std::vector<std::string>{"entities", "ents", "tags", "outlet"}), is);
           }),
      each(Fate::either,
           {"\"id\":\"ANOTHER\"", "\"text\":\"\"", "\"text\":null", "\"id\":null", "\"title\":\"a\",\"title\":7",
            "\"body\":\"b\""},
           [](Random& random, const std::string& id, const std::string& twice) {
             std::string line = base(random, id).dump(), more = twice;
             replace_all(more, "ANOTHER", id + "b");
             return below(random, 2) == 0 ? "{" + more + "," + line.substr(1)
                                          : line.substr(0, line.size() - 1) + "," + more + "}";
           }),
      rejected([](Random& random, const std::string& id) {
        return with_field(random, id, "id", "\"" + std::string(4097 + below(random, 100), 'x') + "\"");
      }),
      rejected([](Random& random, const std::string& id) {
        return with_text(random, id, std::string(size_limit + 1, '7'));
      }),
      rejected([](Random& random, const std::string& id) { return in_utf16(base(random, id).dump()) + "x"; }),
      rejected([](Random& random, const std::string&) {
        std::string bytes = "\xF0" + random_bytes(random, 1 + below(random, 300));
        std::replace(bytes.begin(), bytes.end(), '\n', '\xF1');
        return bytes;
      }),
      [](Random& random, const std::string& id) {
        return Input{(below(random, 2) == 0 ? "\xEF\xBB\xBF" : "\xC2\xA0") + base(random, id).dump(), id, Fate::either};
      },
  };
  return makers;
}

std::string mutated_line(Random& random, const std::string& id) {
  std::string line = mutated(random, base(random, id).dump());
  std::replace(line.begin(), line.end(), '\n', ' ');
  return line.find_first_not_of(" \t\r") == line.npos ? "{" : line;
}

std::string file_with_head(const std::string& head, const std::string& id) {
  return "---\n" + head + "\n---\nReport " + id + "\n\nPolice said 3 people were killed.\n";
}

const std::vector<Make>& file_makers() {
  const auto in_head = [](Random&, const std::string& id, const std::string& head) { return file_with_head(head, id); };
  static const std::vector<Make> makers = {
      each(Fate::rejected, {"", " \n\r\n\t", "---\n---\n", "---\noutlet: A\n---\n \n", "\xEF\xBB\xBF", "\xFF\xFE"},
           itself),
      each(Fate::rejected,
           {"outlet Harbour Post", ": a", "  outlet: A", "- a", "out let: A", "\xC3\xA9: a", "{\"id\": 1}"}, in_head),
      each(Fate::rejected,
           {"title: |", "title: >-", "title: 'a'", "title: *a", "title: &a b", "title: !!str a", "title: @a"}, in_head),
      each(Fate::rejected,
           {"title: \"a", "tags: [a]", "tags: [", "title: \"\\x\"", "title: {", "title: \"a\" b", "id: \"\\u0001\"",
            "title: \"\\ud800\"", "entities: [{\"type\":\"person\",\"start\":0,\"end\":99999}]",
            "tags: " + repeated("[", 64) + repeated("]", 64), "title: \"\\u0000\""},
           in_head),
      each(Fate::taken,
           {"published: 2025-02-31", "published: tomorrow", "date: 1/2/2025", "lang: klingon", "title: [1]",
            "published: " + std::string(500, '9'), "colour: red", "tags:", "text: 7"},
           in_head),
      each(Fate::rejected, {"outlet: A", ""},
           [](Random&, const std::string&, const std::string& head) {
             return "---\n" + head + "\nNo end\n\n3 were killed.";
           }),
      rejected([](Random& random, const std::string& id) {
        std::string file = sound_report(random, id).text;
        for (std::size_t i = 0; i <= file.size() / 40; ++i) file.insert(below(random, file.size()), 1, '\0');
        return file;
      }),
      rejected([](Random& random, const std::string&) { return std::string(size_limit + 1 + below(random, 9), 'a'); }),
      [](Random& random, const std::string& id) {
        return Input{random_bytes(random, 1 + below(random, 2000)), id, Fate::either};
      },
      [](Random& random, const std::string& id) {
        std::string file = in_utf16(sound_report(random, id).text);
        file.resize(file.size() - 1);
        return Input{std::move(file), id, Fate::either};
      },
      each(Fate::either,
           {"caf\xE9", "\xC3\xA9\xE9", "\x93quoted\x94", "\xD0\xE1\xFF", "\xED\xA0\x80", "\xC0\xAF", "\x81\x8D"},
           [](Random& random, const std::string& id, const std::string& piece) {
             std::string file = sound_report(random, id).text;
             for (std::size_t i = 0; i < 4; ++i) file.insert(below(random, file.size()), piece);
             return file;
           }),
  };
  return makers;
}

}  // namespace

Report sound_report(Random& random, const std::string& id) {
  static const std::vector<std::string> frames = {
      "Police said N people were killed in the valley on Monday.",
      "At least N soldiers were wounded near the river, according to the Defence Ministry.",
      "The mayor, Anna Lind, said that between N and 9,000 residents had been displaced.",
      "\"We have lost N men,\" General Ivan Petrov told reporters. Rescue workers found 2 bodies.",
      "La policía dijo que N personas murieron en Besançon, “según la alcaldesa”.",
  };
  const std::size_t frame = below(random, frames.size());
  std::string sentence = frames[frame];
  replace_all(sentence, "N", std::to_string(2 + below(random, 5000)));
  Report report;
  report.id = id;
  report.title = "Report " + id;
  report.text = report.title + "\n\n" + sentence + "\n\nThe road to the harbour stayed closed.";
  report.outlet =
      one_of(random, std::vector<std::string>{"Harbour Post", "Le Matin", "Київ сьогодні", "A \"quoted\" name"});
  report.published = "2025-02-" + std::to_string(10 + below(random, 18));
  report.lang = frame == 4 ? "es" : "en";
  return report;
}

std::string sound_line(Random& random, const Report& report) {
  Json json = json_of(report);
  if (below(random, 4) == 0) json["more"] = Json::parse(repeated("[", 60) + repeated("]", 60));
  if (below(random, 4) == 0) {
    json.erase("text");
    json["content"] = report.text;
  }
  const bool ascii = below(random, 2) == 0;
  std::string line = json.dump(-1, ' ', ascii);
  if (below(random, 4) == 0) line = "  " + line + " \t";
  if (below(random, 4) == 0) line += '\r';
  return line;
}

std::string sound_file(Random& random, const Report& report) {
  const auto quoted = [](const std::string& text) { return Json(text).dump(); };
  const std::string end = below(random, 3) == 0 ? "\r\n" : "\n";
  std::string head = "---" + end + "id: " + report.id + end + "outlet: " + quoted(report.outlet) + end +
                     "published: " + report.published + end + "lang: " + report.lang + end + "---" + end;
  if (below(random, 3) == 0) head = "\xEF\xBB\xBF" + head;
  return head + report.text;
}

Input malformed_line(Random& random, const std::string& id) {
  if (below(random, 4) == 0) return {mutated_line(random, id), id, Fate::either};
  return one_of(random, line_makers())(random, id);
}

Input malformed_file(Random& random, const std::string& id) {
  if (below(random, 4) == 0) return {mutated(random, sound_file(random, sound_report(random, id))), id, Fate::either};
  return one_of(random, file_makers())(random, id);
}

}  // namespace averment::faults
