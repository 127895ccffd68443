// Checks what an index keeps beside its documents against them: lists, counts, bounds, words and labels.
#include "searcher/list_checker.hpp"

#include <algorithm>
#include <charconv>

#include "averment/field.hpp"
#include "searcher/deadline.hpp"
#include "store/checked_metadata.hpp"
#include "store/checksum.hpp"
#include "store/packing.hpp"
#include "store/revision.hpp"
#include "store/saved_queries.hpp"
#include "store/schema.hpp"
#include "store/word_texts.hpp"

namespace averment {
namespace {

namespace metadata = schema::metadata;

/// All postings, added up: from the documents' own lists of terms, and from the terms' lists of documents.
struct Sums {
  std::uint64_t postings = 0, lengths = 0, documents = 0;
  bool operator==(const Sums&) const = default;

  void add_document(Xapian::docid number, std::uint64_t length) {
    postings += posting_hash("", number, static_cast<Xapian::termcount>(length));
    lengths += length;
    ++documents;
  }
};

Sums of_documents(const Xapian::Database& database) {
  Sums sums;
  for (auto number = database.postlist_begin(""); number != database.postlist_end(""); ++number) {
    check_time();
    std::uint64_t length = 0;
    for (auto term = database.termlist_begin(*number); term != database.termlist_end(*number); ++term) {
      sums.postings += posting_hash(*term, *number, term.get_wdf());
      length += term.get_wdf();
    }
    sums.add_document(*number, length);
  }
  return sums;
}

Sums of_lists(const Xapian::Database& database, bool& counts_are_right) {
  Sums sums;
  for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
    check_time();
    Xapian::doccount count = 0;
    for (auto at = database.postlist_begin(*term); at != database.postlist_end(*term); ++at, ++count)
      sums.postings += posting_hash(*term, *at, at.get_wdf());
    counts_are_right &= count == term.get_termfreq();
  }
  for (auto at = database.postlist_begin(""); at != database.postlist_end(""); ++at)
    sums.add_document(*at, at.get_doclength());
  return sums;
}

bool bounds_are_right(const Xapian::Database& database, unsigned slot) {
  Xapian::doccount count = 0;
  const std::string least = database.get_value_lower_bound(slot), most = database.get_value_upper_bound(slot);
  for (auto value = database.valuestream_begin(slot); value != database.valuestream_end(slot); ++value, ++count)
    if (*value < least || *value > most) return false;
  return count == database.get_value_freq(slot);
}

bool labels_are_right(const Xapian::Database& database) {
  const std::string prefix(metadata::label);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key) {
    const std::string digits = (*key).substr((*key).size() - std::min((*key).size(), schema::digits(0).size()));
    if (schema::name_id(database.get_metadata(*key)) != schema::from_digits(digits)) return false;
  }
  return true;
}

/// Each word has a number of its own, by which it is found, and there are no others.
bool words_are_right(const Xapian::Database& database) {
  WordTexts texts;
  std::uint64_t count = 0, size = 0;
  const std::string prefix(metadata::word);
  for (auto key = database.metadata_keys_begin(prefix); key != database.metadata_keys_end(prefix); ++key, ++count) {
    const std::string word = (*key).substr(prefix.size());
    const std::optional<WordEntry> entry = word_entry(database, word);
    if (!entry || texts.of(database, pack_words({entry->number})).front() != word) return false;
  }
  const std::string stated = database.get_metadata(std::string(metadata::vocabulary_size));
  std::from_chars(stated.data(), stated.data() + stated.size(), size);
  return count == size;
}

bool revisions_are_right(const Xapian::Database& database) {
  std::uint64_t last = 0;
  each_revision(database, 0, [&](const Revision& revision) {
    last = revision.number;
    return true;
  });
  return last == newest_revision_number(database);
}

}  // namespace

std::vector<std::string> faults_beside_documents(const Shard& shard) {
  const Xapian::Database& database = shard.database;
  std::vector<std::string> faults;
  const auto check = [&](bool is_right, const char* what) {
    if (!is_right) faults.emplace_back(what);
  };
  const auto check_by = [&](const auto& is_right, const char* what) {
    try {
      check(is_right(), what);
    } catch (const Xapian::DatabaseModifiedError&) {
      throw;
    } catch (const Xapian::Error& error) {
      faults.push_back(std::string(what) + ": " + error.get_msg());
    } catch (const IndexError& error) {
      faults.push_back(std::string(what) + ": " + error.what());
    }
  };
  check_by(
      [&] {
        bool counts_are_right = true;
        const Sums lists = of_lists(database, counts_are_right);
        return counts_are_right && lists == of_documents(database) && lists.lengths == database.get_total_length() &&
               lists.documents == database.get_doccount();
      },
      "its lists of reports by word are not those of its reports");
  check_by(
      [&] {
        for (unsigned slot = 0; slot < schema::slot::count; ++slot)
          if (!bounds_are_right(database, slot)) return false;
        return true;
      },
      "what it knows of all values of a kind is not what its reports have");
  check_by([&] { return labels_are_right(database); }, "a name is not the one that reports mean");
  check_by([&] { return words_are_right(database); }, "its words and their numbers do not belong to each other");
  check_by([&] { return revisions_are_right(database); }, "its revisions do not end with the newest");
  check_by([&] { return saved_queries(database), true; }, "a saved query cannot be read");
  check_by([&] { return checked_metadata(database, std::string(metadata::own_names)), true; },
           "the names that it was made with cannot be read");
  return faults;
}

}  // namespace averment
