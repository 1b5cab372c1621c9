#include "core/check/findings.h"

#include "core/check/text_place.h"

namespace penstock::check {

using pipeline::Severity;

Message write(std::string text) { return {"check.mend.write", {{"text", std::move(text)}}}; }
Message didYouMean(std::string nearest) { return {"check.mend.nearest", {{"nearest", std::move(nearest)}}}; }
Message add(std::string text) { return {"check.mend.add", {{"text", std::move(text)}}}; }

void Findings::error(const std::string& path, Message what, Message mend)
{
    put(Severity::error, path, placeOf(path), std::move(what), std::move(mend));
}

void Findings::warning(const std::string& path, Message what, Message mend)
{
    put(Severity::warning, path, placeOf(path), std::move(what), std::move(mend));
}

void Findings::notYet(const std::string& path, Message what, Message mend)
{
    put(Severity::notYet, path, placeOf(path), std::move(what), std::move(mend));
}

void Findings::errorIn(const std::string& path, std::string_view text, std::size_t offset, Message what, Message mend)
{
    putIn(Severity::error, path, text, offset, std::move(what), std::move(mend));
}

void Findings::warningIn(const std::string& path, std::string_view text, std::size_t offset, Message what, Message mend)
{
    putIn(Severity::warning, path, text, offset, std::move(what), std::move(mend));
}

void Findings::notYetIn(const std::string& path, std::string_view text, std::size_t offset, Message what, Message mend)
{
    putIn(Severity::notYet, path, text, offset, std::move(what), std::move(mend));
}

pipeline::Issues Findings::sorted()
{
    pipeline::sortByPlace(m_issues);
    return std::move(m_issues);
}

void Findings::putIn(Severity severity, const std::string& path, std::string_view text, std::size_t offset, Message what,
                     Message mend)
{
    const pipeline::Spot* spot = m_places.find(path);
    const pipeline::Place place = spot ? placeInText(m_source, *spot, text, offset) : placeOf(path);
    put(severity, path, place, std::move(what), std::move(mend));
}

void Findings::put(Severity severity, const std::string& path, pipeline::Place place, Message what, Message mend)
{
    m_issues.push_back({severity, std::move(what), std::move(mend), path, place});
}

// A mapping or list begins below or behind its key: what people look for is the key.
pipeline::Place Findings::placeOf(const std::string& path) const
{
    const pipeline::Spot* spot = m_places.find(path);
    if (!spot)
        return m_places.nearest(path).key;
    return spot->key.line != spot->value.line && spot->key.line > 0 ? spot->key : spot->value;
}

} // namespace penstock::check
