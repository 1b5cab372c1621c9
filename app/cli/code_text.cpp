#include "app/cli/code_text.h"

#include "app/cli/cli_text.h"
#include "app/cli/state_text.h"
#include "core/messages/messages.h"

namespace penstock::cli {

using namespace Qt::StringLiterals;

namespace {

using Verdict = session::ReproducedStep::Verdict;
using What = session::ReproducedPart::What;

constexpr std::size_t shownCommit = 10, shownDigest = 8, digestLength = 64;

QString namesText(const Json& names)
{
    QStringList texts;
    for (const Json& name : names.is_array() ? names : Json::array()) {
        if (name.is_string())
            texts << fromUtf8(name.get<std::string>());
    }
    return texts.join(u", "_s);
}

QString changesText(const Json& source)
{
    const auto changed = integerAt(source, "changed"), untracked = integerAt(source, "untracked");
    const QString names = namesText(memberAt(source, "paths"));
    const auto listed = static_cast<std::int64_t>(memberAt(source, "paths").size());
    const QString text = Cli::tr("%n file(s) not committed", nullptr, static_cast<int>(changed + untracked));
    return u"%1 (%2%3)"_s.arg(text, names, changed + untracked > listed ? u", …"_s : QString());
}

QString verdictText(const Console& console, Verdict verdict)
{
    switch (verdict) {
    case Verdict::same: return console.toned(Cli::tr("the same"), Tone::succeeded);
    case Verdict::differs: return console.toned(Cli::tr("differs"), Tone::warning);
    case Verdict::missing: return console.toned(Cli::tr("was not run again"), Tone::muted);
    case Verdict::added: return console.toned(Cli::tr("did not run then"), Tone::muted);
    case Verdict::open: return console.toned(Cli::tr("has not ended yet"), Tone::running);
    }
    return {};
}

QString whatText(What what)
{
    switch (what) {
    case What::output: return Cli::tr("output");
    case What::metric: return Cli::tr("metric");
    case What::value: return Cli::tr("value");
    case What::input: return Cli::tr("input");
    case What::code: return Cli::tr("code");
    }
    return {};
}

QString sideText(const Json& side)
{
    if (side.is_null())
        return Cli::tr("nothing");
    if (side.is_number())
        return numberText(side.get<double>());
    const std::string text = side.is_string() ? side.get<std::string>() : dumpJson(side);
    return fromUtf8(text.size() == digestLength ? text.substr(0, shownDigest) : text.substr(0, 40));
}

void tellStep(Console& console, const session::ReproducedStep& step)
{
    console.line(u"  "_s + console.toned(fromUtf8(step.instance.text()), Tone::bold) + u"  "_s + verdictText(console, step.verdict));
    if (step.was && step.is && *step.was != *step.is)
        console.line(u"    "_s + messages::text(std::string("state.") + engine::name(*step.was)) + u" -> "_s
                     + messages::text(std::string("state.") + engine::name(*step.is)));
    for (const auto& part : step.parts) {
        if (!part.isSame())
            console.line(u"    %1 %2: %3 -> %4"_s.arg(whatText(part.what), fromUtf8(part.name), sideText(part.was), sideText(part.is)));
    }
}

} // namespace

QString codeText(const engine::Run& run)
{
    const Json& source = run.source;
    if (!source.is_object())
        return {};
    const std::string commit = textAt(source, "commit"), branch = textAt(source, "branch");
    QString text = commit.empty() ? Cli::tr("no commit yet") : fromUtf8(commit.substr(0, shownCommit));
    if (!branch.empty())
        text = Cli::tr("%1 on %2", "a commit and its branch").arg(text, fromUtf8(branch));
    if (boolAt(source, "dirty"))
        text += u", "_s + changesText(source);
    return text;
}

QString checkoutText(const engine::Run& run)
{
    if (!run.checkout)
        return {};
    const QString revision = fromUtf8(run.checkout->revision == run.checkout->commit ? run.checkout->commit.substr(0, shownCommit) : run.checkout->revision);
    return run.checkout->diff ? Cli::tr("%1, in a checkout of its own with the changes that were not committed").arg(revision)
                              : Cli::tr("%1, in a clean checkout of its own").arg(revision);
}

QString changeText(const session::CodeChange& change)
{
    const QString file = change.file.empty() ? Cli::tr("The code of a step") : fromUtf8(change.file);
    return change.since.empty() ? Cli::tr("%1 changed while %2 ran.").arg(file, fromUtf8(change.attempt.text()))
                                : Cli::tr("%1 changed between %2 and %3.").arg(file, fromUtf8(change.since), fromUtf8(change.attempt.text()));
}

void tellCodeWarnings(Console& console, const engine::Run& run)
{
    const auto warn = [&](const QString& text) { console.line(u"  "_s + console.toned(text, Tone::warning)); };
    if (const Json& missing = memberAt(run.source, "missingSubmodules"); !missing.empty())
        warn(Cli::tr("These repositories within it are not on this machine, so their folders are empty: %1").arg(namesText(missing)));
    if (boolAt(run.source, "unfiltered"))
        warn(Cli::tr("Files that a program makes at checkout (such as git-lfs) are what the repository holds instead of them."));
    if (boolAt(run.source, "cut"))
        warn(Cli::tr("Not all that was not committed is kept: some of it is too large, or looks secret."));
    for (const session::CodeChange& change : session::codeChanges(run))
        warn(changeText(change));
}

void tellReproduction(Console& console, const session::Reproduction& reproduction)
{
    console.line();
    const QString of = fromUtf8(reproduction.of);
    if (!reproduction.isKnown)
        return console.line(Cli::tr("%1 is not known any more, so there is nothing to compare with.").arg(of));
    console.line(reproduction.isSame() ? console.toned(Cli::tr("All results are those of %1.").arg(of), Tone::succeeded)
                                       : Cli::tr("Compared with %1:").arg(of));
    for (const auto& step : reproduction.steps)
        tellStep(console, step);
}

} // namespace penstock::cli
