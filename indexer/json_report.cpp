// JSON → the raw fields of a report.
#include "indexer/json_report.hpp"

#include <nlohmann/json.hpp>

#include "averment/error.hpp"
#include "indexer/plain_json.hpp"

namespace averment {
namespace {

using Json = nlohmann::json;
using Part = RawReport::Part;

constexpr std::size_t most_listed = 500'000;  // entities or tags: each takes some 150 bytes, however short it is

/// What the parser met first that is not JSON, without the piece of input that it quotes.
std::string reason(std::size_t position, const std::string& what) {
  std::string message = what.substr(0, what.find("; last read"));
  const std::size_t column = message.find("column ");
  const std::size_t colon = column == message.npos ? column : message.find(": ", column);
  message.erase(0, colon == message.npos ? 0 : colon + 2);
  return "malformed JSON at byte " + std::to_string(position) + ": " + message;
}

/// Is told what the parser meets, and keeps what the report needs. `depth` counts the containers around a value:
/// the report's own fields stand at 1, tags at 2, the fields of entities at 3.
class Handler : public nlohmann::json_sax<Json> {
 public:
  Handler(RawReport& raw, std::size_t deepest) : raw_(raw), deepest_(deepest) {}

  const std::string& failure() const { return failure_; }

  bool null() override { return in_object(); }
  bool boolean(bool) override { return other_value(); }
  bool number_integer(std::int64_t number) override { return whole_number(number, std::to_string(number)); }
  bool number_unsigned(std::uint64_t number) override {
    const std::uint64_t most = std::numeric_limits<std::int64_t>::max();
    return whole_number(static_cast<std::int64_t>(std::min(number, most)), std::to_string(number));
  }
  bool number_float(double, const std::string& written) override { return number(written); }
  bool string(std::string& text) override {
    if (!in_object()) return false;
    if (depth() == 1)
      raw_.set(field_, std::move(text));
    else if (in(Part::tags, 2, '[') && takes_list_)
      return add_tag(std::move(text));
    else if (in(Part::outlet, 2, '{') && key_ == "name")
      raw_.set(field_, std::move(text));
    else if (in_entity())
      entity_text(std::move(text));
    else if (in(Part::entities, 2, '['))
      raw_.leave_out(field_);  // a name without its place
    return true;
  }
  bool binary(Json::binary_t&) override { return true; }

  bool start_object(std::size_t) override { return open('{'); }
  bool start_array(std::size_t) override { return open('['); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(std::string& name) override {
    if (depth() == 1)
      field_ = std::move(name);
    else
      key_ = std::move(name);
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const Json::exception& error) override {
    failure_ = reason(position, error.what());
    return false;
  }

 private:
  std::size_t depth() const { return open_.size(); }

  /// Inside the report's own field of that part, `levels` containers deep, the innermost of that kind.
  bool in(Part part, std::size_t levels, char kind) const {
    return depth() == levels && open_.back() == kind && RawReport::part_of(field_) == part;
  }
  bool in_entity() const {
    return depth() == 3 && open_[1] == '[' && takes_list_ && RawReport::part_of(field_) == Part::entities;
  }

  bool fail(std::string why) {
    failure_ = std::move(why);
    return false;
  }

  template <typename List>
  bool has_room(const List& list, const char* what) {
    return list.size() < most_listed || fail("it has more than " + std::to_string(most_listed) + " " + what);
  }

  bool add_tag(std::string tag) {
    if (!has_room(raw_.tags, "tags")) return false;
    raw_.tags.push_back(std::move(tag));
    return true;
  }

  bool in_object() { return depth() > 0 || fail("it is no JSON object"); }

  /// A value of a kind that the report's own fields do not have.
  bool other_value() {
    if (depth() == 1 && RawReport::part_of(field_)) raw_.leave_out(field_);
    return in_object();
  }

  bool whole_number(std::int64_t value, const std::string& written) {
    if (!in_entity()) return number(written);
    entity_number(value);
    return true;
  }

  /// Ids and years may be numbers.
  bool number(const std::string& written) {
    const auto part = RawReport::part_of(field_);
    if (depth() != 1 || (part != Part::id && part != Part::published)) return other_value();
    raw_.set(field_, written);
    return true;
  }

  bool open(char kind) {
    if (depth() == 0 && kind != '{') return fail("it is no JSON object");
    if (depth() == deepest_)
      return fail("its JSON is nested deeper than " + std::to_string(deepest_) + " levels: --nesting-limit raises it");
    if (depth() == 1) note_container(kind);
    open_ += kind;
    if (in_entity()) {
      if (!has_room(raw_.entities, "entities")) return false;
      raw_.entities.emplace_back();
    }
    element_ = 0;
    return true;
  }

  void note_container(char kind) {
    const auto part = RawReport::part_of(field_);
    const bool is_list = part == Part::entities || part == Part::tags;
    const bool is_readable = (is_list && kind == '[') || (part == Part::outlet && kind == '{');
    if (part && !is_readable) raw_.leave_out(field_);
    takes_list_ = is_list && is_readable && raw_.begin_list(field_);
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  // An entity is an object, or a list of start, end and type.

  void entity_text(std::string text) {
    RawEntity& entity = raw_.entities.back();
    if (open_.back() == '[') {
      if (element_++ == 2) entity.type = std::move(text);
    } else if (key_ == "type" || key_ == "label") {
      entity.type = std::move(text);
    } else if (key_ == "text") {
      entity.text = std::move(text);
    } else if (key_ == "id") {
      entity.id = std::move(text);
    }
  }

  void entity_number(std::int64_t number) {
    RawEntity& entity = raw_.entities.back();
    if (open_.back() == '[') {
      if (element_ < 2) (element_ == 0 ? entity.start : entity.end) = number;
      ++element_;
    } else if (key_ == "start") {
      entity.start = number;
    } else if (key_ == "end") {
      entity.end = number;
    }
  }

  RawReport& raw_;
  std::size_t deepest_;
  std::string open_;         // a bracket for each container that is open
  std::string field_;        // the report's own field
  std::string key_;          // the innermost key below it
  bool takes_list_ = false;  // the field's list is the one that counts
  std::size_t element_ = 0;
  std::string failure_;
};

}  // namespace

void read_json(std::string_view json, RawReport& raw, std::size_t nesting_limit) {
  if (auto fields = read_plain_json(json)) {
    for (auto& [key, value] : *fields) raw.set(key, std::move(value));
    return;
  }
  Handler handler(raw, nesting_limit);
  if (!Json::sax_parse(json.begin(), json.end(), &handler)) throw InputError(handler.failure());
}

}  // namespace averment
