#include "app/cli/console.h"

#include "app/cli/cli_text.h"
#include "core/messages/messages.h"
#include "core/remote/wire.h"

#include <QDateTime>
#include <QLocale>
#include <QRegularExpression>

#include <langinfo.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>
#include <string_view>

namespace penstock::cli {

using namespace Qt::StringLiterals;

namespace {

const char* codeOf(Tone tone)
{
    switch (tone) {
    case Tone::plain:
        break;
    case Tone::bold:
        return "1";
    case Tone::muted:
        return "2";
    case Tone::succeeded:
        return "32";
    case Tone::running:
        return "34";
    case Tone::failed:
        return "31";
    case Tone::waiting:
        return "35";
    case Tone::warning:
        return "33";
    }
    return "0";
}

QString painted(const QString& text, Tone tone, bool color)
{
    if (!color || tone == Tone::plain)
        return text;
    return u"\x1b["_s + QLatin1String(codeOf(tone)) + u'm' + text + u"\x1b[0m"_s;
}

bool isWide(char32_t c)
{
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0xa4cf) || (c >= 0xac00 && c <= 0xd7a3) ||
           (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xff60) ||
           (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
}

bool isSet(const char* variable)
{
    const char* value = std::getenv(variable);
    return value && *value;
}

} // namespace

Console::Console()
    : m_inputIsTerminal(isatty(STDIN_FILENO) == 1)
    , m_outputIsTerminal(isatty(STDOUT_FILENO) == 1)
    , m_errorIsTerminal(isatty(STDERR_FILENO) == 1)
    , m_color(!isSet("NO_COLOR") && std::string_view(isSet("TERM") ? std::getenv("TERM") : "") != "dumb")
    , m_unicode(std::string_view(nl_langinfo(CODESET)) == "UTF-8")
{}

int Console::width() const
{
    winsize size{};
    return m_outputIsTerminal && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 ? size.ws_col : 0;
}

void Console::write(FILE* stream, const QString& text)
{
    const QByteArray bytes = (text + u'\n').toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
}

void Console::line(const QString& text) { write(stdout, text); }

void Console::json(const Json& document)
{
    const std::string text = (m_outputIsTerminal ? dumpJsonPretty(document) : dumpJson(document)) + '\n';
    raw(text.data(), text.size());
}

void Console::jsonLine(const Json& document)
{
    const std::string text = dumpJson(document) + '\n';
    raw(text.data(), text.size());
    std::fflush(stdout);
}

void Console::raw(const char* data, std::size_t size) { std::fwrite(data, 1, size, stdout); }

void Console::note(const QString& text)
{
    std::fflush(stdout);
    write(stderr, text);
}

void Console::error(const Error& error)
{
    if (m_json)
        jsonLine(remote::toJson(error));
    note(tonedOnError(u"penstock: "_s, Tone::failed) + fromUtf8(messages::sentence(error).toStdString()));
    if (!error.detail.empty() && error.detail.size() < 400 && error.detail.front() != '[' &&
        error.detail.front() != '{')
        note(tonedOnError(u"  "_s + fromUtf8(error.detail), Tone::muted));
}

QString Console::ask(const QString& question)
{
    std::fflush(stdout);
    const QByteArray bytes = question.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::string answer;
    return std::getline(std::cin, answer) ? QString::fromStdString(answer).trimmed() : QString();
}

std::string Console::askUnseen(const QString& question)
{
    std::fflush(stdout);
    const QByteArray bytes = question.toUtf8();
    termios shown{};
    const bool isTerminal = tcgetattr(STDIN_FILENO, &shown) == 0;
    termios unseen = shown;
    unseen.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    if (isTerminal)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &unseen);
    // Only now: who answers the question at once is neither shown nor thrown away.
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stderr);
    std::string answer;
    std::getline(std::cin, answer);
    if (isTerminal)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &shown);
    std::fputc('\n', stderr);
    return answer;
}

QString Console::toned(const QString& text, Tone tone) const
{
    return painted(text, tone, m_color && m_outputIsTerminal);
}
QString Console::tonedOnError(const QString& text, Tone tone) const
{
    return painted(text, tone, m_color && m_errorIsTerminal);
}

void Console::table(const QStringList& head, const std::vector<QStringList>& rows)
{
    std::vector<int> widths;
    for (const QString& cell : head)
        widths.push_back(displayWidth(cell));
    for (const QStringList& row : rows) {
        for (std::size_t i = 0; i < widths.size(); ++i)
            widths[i] = std::max(widths[i], displayWidth(row.value(static_cast<qsizetype>(i))));
    }
    const auto print = [&](const QStringList& row, Tone tone) {
        QString text;
        for (std::size_t i = 0; i < widths.size(); ++i) {
            const QString cell = row.value(static_cast<qsizetype>(i));
            text += toned(cell, tone);
            if (i + 1 < widths.size())
                text += QString(widths[i] - displayWidth(cell) + 2, u' ');
        }
        while (text.endsWith(u' '))
            text.chop(1);
        line(text);
    };
    print(head, Tone::muted);
    for (const QStringList& row : rows)
        print(row, Tone::plain);
}

int displayWidth(const QString& text)
{
    static const QRegularExpression colors(u"\x1b\\[[0-9;]*m"_s);
    int width = 0;
    for (const char32_t c : QString(text).remove(colors).toUcs4())
        width += isWide(c) ? 2 : 1;
    return width;
}

QString localTime(Instant at)
{
    if (at == Instant{})
        return {};
    return QDateTime::fromMSecsSinceEpoch(at.time_since_epoch().count()).toString(u"yyyy-MM-dd HH:mm"_s);
}

QString spanText(Duration span)
{
    const qint64 ms = std::max<qint64>(span.count(), 0);
    const auto two = [](qint64 number) { return QString::number(number).rightJustified(2, u'0'); };
    if (ms < 1000)
        return Cli::tr("%1 ms").arg(ms);
    if (ms < 10'000)
        return Cli::tr("%1 s").arg(QString::number(static_cast<double>(ms) / 1000, 'f', 1));
    if (ms < 60'000)
        return Cli::tr("%1 s").arg(ms / 1000);
    if (ms < 3'600'000)
        return Cli::tr("%1 min %2 s").arg(QString::number(ms / 60'000), two(ms / 1000 % 60));
    return Cli::tr("%1 h %2 min").arg(QString::number(ms / 3'600'000), two(ms / 60'000 % 60));
}

QString sizeText(std::uint64_t bytes)
{
    return QLocale::c().formattedDataSize(static_cast<qint64>(bytes), 1, QLocale::DataSizeSIFormat);
}

QString numberText(double value) { return QString::number(value, 'g', 6); }

QString fromUtf8(const std::string& text)
{
    QString shown = QString::fromStdString(text);
    for (QChar& c : shown) {
        // U+2400 is the block of visible control characters; a terminal would obey the real ones.
        if (c < u' ' && c != u'\n' && c != u'\t')
            c = QChar(0x2400 + c.unicode());
        else if (c.unicode() == 0x7f || (c.unicode() >= 0x80 && c.unicode() < 0xa0))
            c = QChar(0xfffd);
    }
    return shown;
}

} // namespace penstock::cli
