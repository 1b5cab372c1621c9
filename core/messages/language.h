#pragma once

#include <QString>
#include <QStringList>
#include <QTranslator>

#include <memory>
#include <vector>

namespace penstock::messages {

// The language of the program. English is in the sources, but for its plurals; the others are
// :/penstock/translations/penstock_*.qm. Owns the installed translators and takes them away when it is destroyed; the default
// QLocale goes with the language. Lives in the main thread, after the application object.
class Language final {
public:
    Language() = default;
    ~Language();
    Q_DISABLE_COPY_MOVE(Language)

    // "zh_CN", "en", or empty for the first language of the system that there is. One that there is not is English.
    void choose(const QString& language);
    QString current() const { return m_current; } // "en" or one of available()

    static QStringList available();                 // "en" and those with a translation, sorted
    static QString nameOf(const QString& language); // in itself: "简体中文"

private:
    void install(const QString& file, const QString& folder);
    void clear();

    std::vector<std::unique_ptr<QTranslator>> m_translators;
    QString m_current = QStringLiteral("en");
};

} // namespace penstock::messages
