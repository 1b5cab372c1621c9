#pragma once

#include "core/pipeline/issue.h"

#include <string>
#include <string_view>

namespace penstock::check {

using Arguments = std::vector<std::pair<std::string, std::string>>;

// Common mends, so that the same advice has the same words everywhere.
Message write(std::string text);             // write this instead
Message didYouMean(std::string nearest);
Message add(std::string text);               // add this here

// Collects issues and gives each its place.
class Findings final {
public:
    Findings(const pipeline::SourceMap& places, std::string_view source)
        : m_places(places)
        , m_source(source)
    {}

    void error(const std::string& path, Message what, Message mend = {});
    void warning(const std::string& path, Message what, Message mend = {});
    void notYet(const std::string& path, Message what, Message mend = {});
    // Inside the text at `path`, at a byte of it.
    void errorIn(const std::string& path, std::string_view text, std::size_t offset, Message what, Message mend = {});
    void warningIn(const std::string& path, std::string_view text, std::size_t offset, Message what, Message mend = {});
    void notYetIn(const std::string& path, std::string_view text, std::size_t offset, Message what, Message mend = {});

    // False when the text has `parent`, but nothing at `path`: the value there is what reading put for want of another.
    bool isWritten(const std::string& path, const std::string& parent) const { return !m_places.find(parent) || m_places.find(path); }

    pipeline::Issues sorted();

private:
    void put(pipeline::Severity severity, const std::string& path, pipeline::Place place, Message what, Message mend);
    void putIn(pipeline::Severity severity, const std::string& path, std::string_view text, std::size_t offset, Message what,
               Message mend);
    pipeline::Place placeOf(const std::string& path) const;

    const pipeline::SourceMap& m_places;
    std::string_view m_source;
    pipeline::Issues m_issues;
};

} // namespace penstock::check
