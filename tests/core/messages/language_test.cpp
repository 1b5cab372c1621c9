#include "core/messages/language.h"

#include <QCoreApplication>
#include <QTest>

using namespace penstock::messages;
using namespace Qt::Literals::StringLiterals;

class LanguageTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void englishIsAlwaysThere()
    {
        QVERIFY(Language::available().contains(u"en"_s));
        QVERIFY(Language::nameOf(u"en"_s).contains(u"English"_s));
    }

    void chineseComesWithTheProgram()
    {
        QVERIFY(Language::available().contains(u"zh_CN"_s));
        QCOMPARE(Language::nameOf(u"zh_CN"_s), u"\u7b80\u4f53\u4e2d\u6587"_s);
    }

    void aLanguageThatThereIsNotIsEnglish()
    {
        Language language;
        language.choose(u"tlh"_s);
        QCOMPARE(language.current(), u"en"_s);
    }

    void theLanguageOfTheSystemIsFoundByItsScript()
    {
        const struct {
            const char* system;
            QString found;
        } cases[] = {{"zh_CN.UTF-8", u"zh_CN"_s}, {"zh_SG.UTF-8", u"zh_CN"_s}, {"zh_TW.UTF-8", u"en"_s}, {"C.UTF-8", u"en"_s}, {"de_DE.UTF-8", u"en"_s}};
        for (const auto& each : cases) {
            qputenv("LC_ALL", each.system);
            qputenv("LANG", each.system);
            qunsetenv("LANGUAGE");
            QLocale::setDefault(QLocale::c());
            Language language;
            language.choose({});
            QCOMPARE(language.current(), each.found);
        }
    }
};

QTEST_GUILESS_MAIN(LanguageTest)
#include "language_test.moc"
