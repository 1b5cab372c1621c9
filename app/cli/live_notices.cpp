#include "app/cli/live_notices.h"

#include "app/cli/cli_text.h"
#include "app/cli/state_text.h"
#include "core/messages/messages.h"

namespace penstock::cli {

using namespace Qt::StringLiterals;

void LiveNotices::tell(const session::Notice& notice)
{
    if (const auto progress = session::progressIn(notice))
        tellProgress(*progress);
    else if (const auto environment = session::environmentIn(notice))
        tellEnvironment(*environment);
    else if (const auto trouble = session::troubleIn(notice))
        tellTrouble(*trouble);
}

// A line a quarter: as good in a file as on a terminal.
void LiveNotices::tellProgress(const session::InputProgress& progress)
{
    const int quarters = progress.total > 0 ? static_cast<int>(4 * progress.done / progress.total) : 0;
    const std::pair now(progress.path, quarters);
    auto& told = m_told.try_emplace(progress.attempt, std::string(), -1).first->second;
    if (told == now)
        return;
    told = now;
    StateText reading = stateText(m_console, engine::InstanceState::running);
    reading.word = Cli::tr("Reading");
    QString text = u"  "_s + shown(m_console, reading) + QString(std::max(1, 12 - displayWidth(reading.word)), u' ') +
                   m_console.toned(fromUtf8(progress.attempt.instance.text()), Tone::bold) + u"  "_s +
                   fromUtf8(progress.path);
    const QString amount = progress.total > 0 ? Cli::tr("%1 % of %2", "part of a size, e.g. 25 % of 5 GB")
                                                    .arg(100 * progress.done / progress.total)
                                                    .arg(sizeText(progress.total))
                                              : sizeText(progress.done);
    m_console.line(text + u"  "_s + m_console.toned(amount, Tone::muted));
    std::fflush(stdout);
}

// A line each ten seconds.
void LiveNotices::tellEnvironment(const session::EnvironmentProgress& progress)
{
    const std::int64_t tens = progress.since.count() / 10'000;
    if (!m_installing.try_emplace(progress.attempt, -1).second && m_installing.at(progress.attempt) >= tens)
        return;
    m_installing.at(progress.attempt) = tens;
    StateText installing = stateText(m_console, engine::InstanceState::running);
    installing.word = Cli::tr("Installing");
    const QString text = u"  "_s + shown(m_console, installing) + QString(std::max(1, 12 - displayWidth(installing.word)), u' ') +
                         m_console.toned(fromUtf8(progress.attempt.instance.text()), Tone::bold) + u"  "_s +
                         fromUtf8(progress.path);
    m_console.line(text + u"  "_s + m_console.toned(spanText(progress.since), Tone::muted));
    std::fflush(stdout);
}

void LiveNotices::tellTrouble(const Error& why)
{
    const QString sentence = messages::sentence(why);
    if (std::exchange(m_trouble, sentence) != sentence)
        m_console.note(Cli::tr("The run waits, and goes on by itself once this is mended: %1")
                           .arg(fromUtf8(sentence.toStdString())));
}

} // namespace penstock::cli
