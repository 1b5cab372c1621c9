// Where words go: results to stdout, everything else to stderr. Colour only where a terminal shows it and NO_COLOR
// (no-color.org) is not set; with --json stdout carries one document and nothing else.
#pragma once

#include "core/base/json.h"
#include "core/base/result.h"
#include "core/base/time.h"

#include <QString>
#include <QStringList>

#include <cstdio>
#include <vector>

namespace penstock::cli {

enum class Tone { plain, bold, muted, succeeded, running, failed, waiting, warning };

class Console final {
public:
    Console();

    bool wantsJson() const { return m_json; }
    void setJson(bool json) { m_json = json; }
    bool isInteractive() const { return m_inputIsTerminal && m_errorIsTerminal; } // somebody can be asked
    int width() const; // of the terminal; 0 when stdout is none

    void line(const QString& text = {});
    void json(const Json& document);     // pretty on a terminal, else one line
    void jsonLine(const Json& document); // always one line, at once
    void note(const QString& text);      // to stderr; not a result
    void raw(const char* data, std::size_t size);
    // The sentence to stderr; with --json also {"error": …} to stdout.
    void error(const Error& error);
    QString ask(const QString& question); // empty at the end of input
    std::string askUnseen(const QString& question); // the terminal does not show what is typed

    QString toned(const QString& text, Tone tone) const;        // for stdout
    QString tonedOnError(const QString& text, Tone tone) const; // for stderr
    bool isUnicode() const { return m_unicode; }

    // Columns are as wide as their widest cell; the last is not padded. Cells may be toned.
    void table(const QStringList& head, const std::vector<QStringList>& rows);

private:
    void write(FILE* stream, const QString& text);

    bool m_json = false;
    bool m_inputIsTerminal, m_outputIsTerminal, m_errorIsTerminal, m_color, m_unicode;
};

int displayWidth(const QString& text); // columns of a terminal, without colour codes; wide characters count two

QString localTime(Instant at);             // "2026-11-20 15:58"; empty for none
QString spanText(Duration span);           // "350 ms", "12 s", "3 min 07 s", "2 h 05 min"
QString sizeText(std::uint64_t bytes);     // "1.2 MB"
QString numberText(double value);          // as many digits as are needed
QString fromUtf8(const std::string& text); // for the terminal: control characters are shown, not obeyed

} // namespace penstock::cli
