#include "ui/common/breakable_text.h"

namespace penstock::common {

namespace {

constexpr qsizetype longWord = 20;
constexpr QChar breakHere(0x200B); // zero width space

qsizetype wordEnd(const QString& text, qsizetype begin)
{
    qsizetype end = begin;
    while (end < text.size() && !text[end].isSpace())
        ++end;
    return end;
}

QString broken(const QString& word)
{
    QString result;
    qsizetype since = 0;
    for (const QChar letter : word) {
        result.append(letter);
        const bool isJoint = letter == QLatin1Char('_') || letter == QLatin1Char('.') || letter == QLatin1Char('/');
        if (isJoint || (++since >= longWord && !letter.isSurrogate())) {
            result.append(breakHere);
            since = 0;
        }
    }
    return result;
}

} // namespace

QString breakable(const QString& text)
{
    QString result;
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype end = wordEnd(text, at);
        const QString word = text.mid(at, end - at);
        result.append(word.size() > longWord ? broken(word) : word);
        at = end;
        while (at < text.size() && text[at].isSpace())
            result.append(text[at++]);
    }
    return result;
}

} // namespace penstock::common
