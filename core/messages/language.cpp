#include "core/messages/language.h"

#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>

namespace penstock::messages {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString folder = u":/penstock/translations"_s;
const QString prefix = u"penstock_"_s;
const QString suffix = u".qm"_s;

// "zh-Hans-CN" of the system is "zh_CN" here; "zh_TW" is not: another script.
QString bestFor(const QLocale& locale, const QStringList& available)
{
    for (const QString& language : locale.uiLanguages()) {
        const QLocale wanted(language);
        for (const QString& known : available) {
            const QLocale offered(known);
            if (offered.language() == wanted.language() && offered.script() == wanted.script())
                return known;
        }
    }
    return u"en"_s;
}

// Dates and numbers are written as the language of the program does, whatever the system speaks; a system that speaks the
// same one knows better, because it knows the country.
QLocale localeOf(const QString& language)
{
    const QLocale system = QLocale::system();
    const QLocale own(language);
    return system.language() == own.language() && system.script() == own.script() ? system : own;
}

} // namespace

Language::~Language()
{
    clear();
    QLocale::setDefault(QLocale::system());
}

void Language::choose(const QString& language)
{
    clear();
    const QStringList known = available();
    m_current = language.isEmpty() ? bestFor(QLocale::system(), known) : known.contains(language) ? language : u"en"_s;
    QLocale::setDefault(localeOf(m_current));
    if (m_current != u"en"_s)
        install(u"qtbase_"_s + m_current, QLibraryInfo::path(QLibraryInfo::TranslationsPath)); // the buttons of standard dialogs
    install(prefix + m_current, folder); // of English: "1 step", "2 steps"
}

QStringList Language::available()
{
    QStringList languages{u"en"_s}; // it needs no file but for its plurals
    const QStringList files = QDir(folder).entryList({prefix + u"*" + suffix}, QDir::Files, QDir::Name);
    for (const QString& file : files)
        languages += file.sliced(prefix.size(), file.size() - prefix.size() - suffix.size());
    languages.removeDuplicates();
    return languages;
}

QString Language::nameOf(const QString& language)
{
    const QString name = QLocale(language).nativeLanguageName();
    return name.isEmpty() ? language : name.left(1).toUpper() + name.sliced(1);
}

void Language::install(const QString& file, const QString& from)
{
    auto translator = std::make_unique<QTranslator>();
    if (translator->load(file, from) && QCoreApplication::installTranslator(translator.get()))
        m_translators.push_back(std::move(translator));
}

void Language::clear()
{
    for (const auto& translator : m_translators)
        QCoreApplication::removeTranslator(translator.get());
    m_translators.clear();
    m_current = u"en"_s;
}

} // namespace penstock::messages
