#include "core/messages/catalogue.h"

#include <algorithm>
#include <vector>

namespace penstock::messages {

std::span<const std::span<const Entry>> catalogues()
{
    static const std::span<const Entry> all[] = {
        baseCatalogue(),  checkCatalogue(),    cliCatalogue(),      completionCatalogue(), editCatalogue(),   engineCatalogue(), expressionCatalogue(), formatCatalogue(), hostCatalogue(),
        kindsCatalogue(), messagesCatalogue(), pipelineCatalogue(), platformCatalogue(), remoteCatalogue(), storeCatalogue(),      wordsCatalogue(),
    };
    return all;
}

namespace {

// Sorted once: a list of ten thousand instances asks for a sentence each.
std::vector<Entry> sortedEntries()
{
    std::vector<Entry> entries;
    for (const std::span<const Entry> area : catalogues())
        entries.insert(entries.end(), area.begin(), area.end());
    std::ranges::sort(entries, {}, [](const Entry& entry) { return std::string_view(entry.id); });
    return entries;
}

} // namespace

const char* english(std::string_view id)
{
    static const std::vector<Entry> entries = sortedEntries();
    const auto found = std::ranges::lower_bound(entries, id, {}, [](const Entry& entry) { return std::string_view(entry.id); });
    return found != entries.end() && found->id == id ? found->english : nullptr;
}

} // namespace penstock::messages
