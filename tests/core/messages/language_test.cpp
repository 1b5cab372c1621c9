#include "core/messages/language.h"

#include <QCoreApplication>
#include <QLocale>
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

    void oneAndManyAreSaidAsTheLanguageDoes()
    {
        const auto steps = [](int count) { return QCoreApplication::translate("StateWords", "%n step(s)", nullptr, count); };
        Language language;
        language.choose(u"en"_s);
        QCOMPARE(QStringList({steps(0), steps(1), steps(3)}), QStringList({u"0 steps"_s, u"1 step"_s, u"3 steps"_s}));
        language.choose(u"zh_CN"_s);
        QCOMPARE(QStringList({steps(1), steps(3)}), QStringList({u"1 个步骤"_s, u"3 个步骤"_s}));
    }

    void datesFollowTheLanguageNotTheSystem()
    {
        qputenv("LC_ALL", "de_DE.UTF-8");
        const QDate day(2026, 11, 20);
        Language language;
        language.choose(u"en"_s);
        QCOMPARE(QLocale().toString(day, u"ddd"_s), u"Fri"_s);
        language.choose(u"zh_CN"_s);
        QCOMPARE(QLocale().toString(day, u"ddd"_s), u"周五"_s);
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
