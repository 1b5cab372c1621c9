// Where each part of a document stands in its text, by document path: "steps.train.retry.delay", "steps.better.choose.0.if".
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <string_view>

namespace penstock::pipeline {

struct Place {
    int line = 0;   // from 1; 0: not known
    int column = 0; // from 1, in code points

    auto operator<=>(const Place&) const = default;
};

struct Spot {
    Place key;   // of the key (or, in a list, the item)
    Place value;
    std::size_t begin = 0, end = 0; // byte range of the value in the source
};

class SourceMap {
public:
    void add(std::string path, const Spot& spot) { m_spots.insert_or_assign(std::move(path), spot); }
    const Spot* find(std::string_view path) const;
    // The spot of the path or of its nearest ancestor that has one; the document's start when none has.
    Spot nearest(std::string_view path) const;

private:
    std::map<std::string, Spot, std::less<>> m_spots;
};

} // namespace penstock::pipeline
