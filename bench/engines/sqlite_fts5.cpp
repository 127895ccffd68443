// SQLite's FTS5: an external-content table with the porter stemmer, and a table of facets.
#include <sqlite3.h>

#include <memory>
#include <stdexcept>

#include "bench/engines/engine.hpp"

namespace averment::bench {
namespace {

constexpr const char* schema = R"(
  PRAGMA journal_mode = WAL;
  CREATE TABLE IF NOT EXISTS report(number INTEGER PRIMARY KEY, id TEXT UNIQUE, title TEXT, text TEXT);
  CREATE TABLE IF NOT EXISTS facet(number INTEGER PRIMARY KEY, day INTEGER, month INTEGER, outlet TEXT);
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(title, text, content = 'report', content_rowid = 'number',
                                                      tokenize = 'porter unicode61');
)";

int number_of_date(const std::string& date) {
  std::string digits;
  for (const char c : date)
    if (c != '-') digits += c;
  return std::stoi(digits);
}

class Connection {
 public:
  explicit Connection(const std::filesystem::path& file) {
    if (sqlite3_open(file.c_str(), &handle_) != SQLITE_OK) throw std::runtime_error("cannot open " + file.string());
  }
  ~Connection() { sqlite3_close(handle_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void run(const char* sql) { check(sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr)); }
  void check(int code) const {
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE)
      throw std::runtime_error(sqlite3_errmsg(handle_));
  }
  sqlite3* handle() const { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
};

class Statement {
 public:
  Statement(const Connection& connection, const std::string& sql) : connection_(connection) {
    connection_.check(sqlite3_prepare_v2(connection.handle(), sql.c_str(), -1, &handle_, nullptr));
  }
  ~Statement() { sqlite3_finalize(handle_); }
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;

  /// What is bound must live until the row is read.
  template <typename... Values>
  Statement& bind(const Values&... values) {
    sqlite3_reset(handle_);
    int place = 0;
    (bind_one(++place, values), ...);
    return *this;
  }
  bool step() {
    const int code = sqlite3_step(handle_);
    connection_.check(code);
    return code == SQLITE_ROW;
  }
  std::uint64_t number(int column) { return static_cast<std::uint64_t>(sqlite3_column_int64(handle_, column)); }
  int size(int column) { return sqlite3_column_bytes(handle_, column); }

 private:
  void bind_one(int place, const std::string& text) {
    sqlite3_bind_text(handle_, place, text.data(), static_cast<int>(text.size()), SQLITE_STATIC);
  }
  void bind_one(int place, std::int64_t number) { sqlite3_bind_int64(handle_, place, number); }
  void bind_one(int place, int number) { sqlite3_bind_int(handle_, place, number); }

  const Connection& connection_;
  sqlite3_stmt* handle_ = nullptr;
};

std::string match_expression(const SearchTask& task) {
  const std::string between = task.kind == "any_of" ? " OR " : task.kind == "phrase" ? " + " : " AND ";
  std::string text;
  for (const std::string& word : task.words) text += (text.empty() ? "" : between) + '"' + word + '"';
  return task.kind == "prefix" ? text + '*' : text;
}

class SqliteFts5 : public Engine {
 public:
  void index(const IndexTask& task, Stages& stages) override {
    std::filesystem::create_directories(task.directory);
    Connection connection(file_in(task.directory));
    connection.run(schema);
    Statement report_row(connection, "INSERT INTO report(id, title, text) VALUES(?, ?, ?)");
    Statement facet_row(connection, "INSERT INTO facet VALUES(?, ?, ?, ?)");
    Statement words_row(connection, "INSERT INTO words(rowid, title, text) VALUES(?, ?, ?)");
    connection.run("BEGIN");
    each_report(task.reports, [&](const NewsReport& report) {
      stages.time("storing", [&] { report_row.bind(report.id, report.title, report.text).step(); });
      const std::int64_t number = sqlite3_last_insert_rowid(connection.handle());
      const int day = number_of_date(report.published);
      stages.time("storing", [&] { facet_row.bind(number, day, day / 100, report.outlet).step(); });
      stages.time("tokens and writing", [&] { words_row.bind(number, report.title, report.text).step(); });
      if (task.commit_each) stages.time("committing", [&] { connection.run("COMMIT; BEGIN"); });
    });
    stages.time("committing", [&] { connection.run("COMMIT"); });
  }

  void open(const std::filesystem::path& directory) override {
    connection_ = std::make_unique<Connection>(file_in(directory));
  }

  bool has(const std::string& report_id) override {
    return answer("SELECT count(*) FROM report WHERE id = ?", report_id) > 0;
  }

  Found search(const SearchTask& task) override {
    const std::string match = match_expression(task);
    const bool needs_facets = task.by_date || !task.first.empty();
    std::string from = " FROM words";
    if (needs_facets) from += " JOIN facet ON facet.number = words.rowid";
    from += " WHERE words MATCH ?";
    if (!task.first.empty())
      from += " AND day BETWEEN " + std::to_string(number_of_date(task.first)) + " AND " +
              std::to_string(number_of_date(task.last));
    Found found;
    read_hits(task, from, match, found);
    found.matches = task.exact ? answer("SELECT count(*)" + from, match) : found.hits;
    if (task.facets) {
      found.counted_outlets = count_facet("outlet", match);
      found.counted_months = count_facet("month", match);
    }
    return found;
  }

  void compact(const std::filesystem::path& directory) override {
    Connection connection(file_in(directory));
    connection.run("INSERT INTO words(words) VALUES('optimize'); VACUUM; PRAGMA wal_checkpoint(TRUNCATE)");
  }

 private:
  static std::filesystem::path file_in(const std::filesystem::path& directory) { return directory / "reports.sqlite"; }

  void read_hits(const SearchTask& task, const std::string& from, const std::string& match, Found& found) {
    if (task.limit == 0) return;
    const std::string snippet = task.snippets ? "snippet(words, 1, '<b>', '</b>', '...', 40)" : "''";
    // With an external content table the columns are those of the report: the text is read for hits alone.
    Statement hits(*connection_, "SELECT words.rowid, title, " + snippet + from + " ORDER BY " +
                                     (task.by_date ? "day DESC" : "rank") + " LIMIT " + std::to_string(task.limit));
    for (hits.bind(match); hits.step(); ++found.hits) found.snippets += hits.size(2) > 0 && task.snippets;
  }

  std::uint64_t count_facet(const std::string& column, const std::string& match) {
    Statement counts(*connection_, "SELECT count(*), " + column +
                                       " FROM words JOIN facet ON facet.number = words.rowid WHERE words MATCH ? GROUP "
                                       "BY 2 ORDER BY 1 DESC");
    std::uint64_t all = 0;
    for (counts.bind(match); counts.step();) all += counts.number(0);
    return all;
  }

  template <typename... Values>
  std::uint64_t answer(const std::string& sql, const Values&... values) {
    Statement statement(*connection_, sql);
    return statement.bind(values...).step() ? statement.number(0) : 0;
  }

  std::unique_ptr<Connection> connection_;
};

}  // namespace
}  // namespace averment::bench

int main(int argc, char** argv) {
  averment::bench::SqliteFts5 engine;
  return averment::bench::run(engine, argc, argv);
}
