// Text ids with arguments -> sentences in the user's language, for CLI and Studio. The English sentences are the catalogue in
// catalogue_*.cpp; other languages come from QTranslator (context "Messages"). An id that is not in the catalogue is shown
// as it is, with its arguments: never nothing.
#pragma once

#include "core/base/result.h"
#include "core/pipeline/issue.h"

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>

namespace penstock::messages {

QString sentence(const Message& message);
QString sentence(const Error& error); // the detail is for logs and is left out; see withDetail()
QString withDetail(const Error& error); // "sentence (detail)"

// A fixed text without arguments: "kind.run", "field.retry.help", "state.succeeded".
QString text(std::string_view id);
bool has(std::string_view id);
// What a key of a file is called and what it is for. It may have words of its own inside another key, "field.map.on_failure", else they
// are those of "field.on_failure"; `owner` may be empty. Without words: empty.
QString fieldTitle(std::string_view owner, std::string_view key);
QString fieldHelp(std::string_view owner, std::string_view key);

// "digits.pipeline.yaml:12:7: error: No step is called 'trian'." and, indented on the next line, the mend.
QString issueText(const QString& file, const pipeline::Issue& issue);
QString severityWord(pipeline::Severity severity);

} // namespace penstock::messages
