// The English sentences by id. Each area has its table; `texts` of the source are what translators see (context "Messages").
#pragma once

#include <span>
#include <string_view>

namespace penstock::messages {

struct Entry {
    const char* id;
    const char* english; // with {argument} places
};

std::span<const Entry> baseCatalogue();       // json, parameter, tracking, values
std::span<const Entry> checkCatalogue();
std::span<const Entry> cliCatalogue();
std::span<const Entry> completionCatalogue(); // complete.*
std::span<const Entry> editCatalogue();
std::span<const Entry> engineCatalogue();     // also registry, session, evidence
std::span<const Entry> expressionCatalogue();
std::span<const Entry> formatCatalogue();     // also yaml
std::span<const Entry> hostCatalogue();
std::span<const Entry> kindsCatalogue();      // kind.KEY, kind.KEY.about, field.KEY, field.KEY.help
std::span<const Entry> messagesCatalogue();
std::span<const Entry> pipelineCatalogue();   // what map and wait say
std::span<const Entry> platformCatalogue();
std::span<const Entry> remoteCatalogue();
std::span<const Entry> storeCatalogue();
std::span<const Entry> wordsCatalogue();      // state.*, outcome.*, severity.*

std::span<const std::span<const Entry>> catalogues();

// Null when the id is unknown.
const char* english(std::string_view id);

} // namespace penstock::messages
