// Compared claims as JSON: the keys and their order are the contract of docs/records.md.
#pragma once

#include "averment/comparison.hpp"
#include "cli/records.hpp"

namespace averment::cli {

Json to_json(const ComparedPair& pair, const ComparisonOptions& options);
Json to_json(const Corroboration& corroboration);

/// {"said_too": [...], "repeated": [...], "differing": [...]}: what `show` adds to a claim.
Json to_json(const RelatedClaims& related);

/// How it was compared, for the head of a document.
Json to_json(const ComparisonOptions& options);

}  // namespace averment::cli
