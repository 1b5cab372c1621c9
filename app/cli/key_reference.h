#pragma once

#include <QString>

namespace penstock::cli {

// All that may be written in a pipeline file, as Markdown in the user's language, from the tables of core/pipeline/kinds.h:
// docs/keys.md is this in English. Of a key inside a key: `retry.attempts`; of each entry of a list: `choose[].then`; of each
// entry under a name of one's own: `outputs.NAME.path`.
QString keyReference();

} // namespace penstock::cli
