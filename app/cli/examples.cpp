#include "app/cli/examples.h"

#include <QtGlobal>

namespace penstock::cli {

namespace {

constexpr ExitMeaning unable{"6", QT_TRANSLATE_NOOP("Cli", "a file could not be read or written, or changed meanwhile")};

std::vector<Example> editExamples()
{
    return {
        {"penstock edit digits set steps.train.timeout 2h", QT_TRANSLATE_NOOP("Cli", "one value")},
        {"penstock edit digits set steps.train.retry '{attempts: 3, delay: 10s}'", QT_TRANSLATE_NOOP("Cli", "VALUE is YAML")},
        {"penstock edit digits set 'steps.train.env.my\\.key' x", QT_TRANSLATE_NOOP("Cli", "a dot that belongs to a key")},
        {"penstock edit digits remove steps.train.timeout", QT_TRANSLATE_NOOP("Cli", "with dots: a value")},
        {"penstock edit digits remove train --heal", QT_TRANSLATE_NOOP("Cli", "without dots: a step, and what speaks of it")},
        {"penstock edit digits add clean '{run: [./clean.sh]}' --after prepare", QT_TRANSLATE_NOOP("Cli", "a new step")},
        {"penstock edit digits rename train fit", QT_TRANSLATE_NOOP("Cli", "a step, wherever it is named")},
        {"penstock edit digits connect prepare train --output train --input data", QT_TRANSLATE_NOOP("Cli", "an artifact that is handed on")},
        {"penstock edit - set about Digits < in.yaml > out.yaml", QT_TRANSLATE_NOOP("Cli", "from standard input to standard output")},
    };
}

std::vector<Example> diffExamples()
{
    return {
        {"penstock diff digits", QT_TRANSLATE_NOOP("Cli", "what is not committed yet")},
        {"penstock diff main:digits digits", QT_TRANSLATE_NOOP("Cli", "since another branch")},
        {"penstock diff v1:pipelines/digits.pipeline.yaml v2:pipelines/digits.pipeline.yaml", QT_TRANSLATE_NOOP("Cli", "two revisions")},
        {"penstock diff digits -", QT_TRANSLATE_NOOP("Cli", "a file and standard input")},
        {"git difftool -y -x 'penstock diff' main -- pipelines", QT_TRANSLATE_NOOP("Cli", "all pipelines of a branch")},
    };
}

std::vector<Example> formatExamples()
{
    return {
        {"penstock format digits", QT_TRANSLATE_NOOP("Cli", "write the file, where it is not in its normal form yet")},
        {"penstock format pipelines/*.pipeline.yaml --check", QT_TRANSLATE_NOOP("Cli", "for a hook or a build: list the files that are not")},
        {"penstock format digits --diff", QT_TRANSLATE_NOOP("Cli", "show what it would change")},
        {"penstock format - < in.yaml", QT_TRANSLATE_NOOP("Cli", "as a filter, for editors")},
    };
}

std::vector<Example> exportExamples()
{
    return {
        {"penstock export-graph digits --svg digits.svg", QT_TRANSLATE_NOOP("Cli", "for a page")},
        {"penstock export-graph digits --png digits.png --scale 3 --pdf digits.pdf", QT_TRANSLATE_NOOP("Cli", "several files at once")},
        {"penstock export-graph digits --svg - > digits.svg", QT_TRANSLATE_NOOP("Cli", "to standard output")},
        {"penstock export-graph digits --svg digits.svg --with-source", QT_TRANSLATE_NOOP("Cli", "the text of the pipeline comes along inside")},
    };
}

} // namespace

std::vector<Example> examplesOf(std::string_view command)
{
    if (command == "edit")
        return editExamples();
    if (command == "diff")
        return diffExamples();
    if (command == "format")
        return formatExamples();
    if (command == "export-graph")
        return exportExamples();
    return {};
}

std::vector<ExitMeaning> exitsOf(std::string_view command)
{
    if (command == "edit")
        return {{"0", QT_TRANSLATE_NOOP("Cli", "done, also when there was nothing to change")},
                {"2", QT_TRANSLATE_NOOP("Cli", "refused, and nothing was written")},
                unable};
    if (command == "diff")
        return {{"0", QT_TRANSLATE_NOOP("Cli", "both mean the same")},
                {"1", QT_TRANSLATE_NOOP("Cli", "they differ")},
                {"2", QT_TRANSLATE_NOOP("Cli", "one of them is not there or no pipeline")},
                unable};
    if (command == "format")
        return {{"0", QT_TRANSLATE_NOOP("Cli", "done; with --check: all are in their normal form")},
                {"1", QT_TRANSLATE_NOOP("Cli", "--check: some are not")},
                {"2", QT_TRANSLATE_NOOP("Cli", "one is not there or cannot be read as YAML; none was written")},
                unable};
    return {};
}

} // namespace penstock::cli
