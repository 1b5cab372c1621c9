// Why a step of a run ran, was taken from the cache, was skipped or waits: part by part, from the view alone.
#pragma once

#include "core/session/view.h"

#include <string>
#include <vector>

namespace penstock::session {

enum class Way { waits, runs, ran, cached, reused, skipped };
const char* name(Way way); // stable words for JSON

struct Explanation {
    Way way = Way::waits;
    Message why;         // empty: there is nothing to say
    std::string key;     // hex, of the cache; empty: it has none
    std::string against; // "digits-3/train": whom it was compared with or taken from; empty: nobody
    std::vector<std::string> same, differing; // parts of its key; both empty when there is nobody to compare with
    Json differences = Json::array();         // [{part, name, was, is}], see docs/formats.md
};

Explanation explanationOf(const View& view, const engine::Run& run, const engine::Instance& instance);

} // namespace penstock::session
