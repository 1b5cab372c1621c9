#include "core/messages/user_settings.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace penstock;
using namespace penstock::messages;
using namespace Qt::Literals::StringLiterals;

class UserSettingsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_folders = {m_home->filePath(u"with space/config"_s), m_home->filePath(u"data"_s)};
        m_file = m_folders.config + u"/settings.json"_s;
    }

    void areStandardWhereNothingWasSet()
    {
        UserSettings settings(m_folders);
        QVERIFY(settings.load().ok());
        QCOMPARE(settings.language(), QString());
        QCOMPARE(settings.theme(), ThemeChoice::system);
        QVERIFY(settings.recentWorkspaces().isEmpty());
        QVERIFY(settings.windowState(u"main"_s).isEmpty());
        QVERIFY(!QFileInfo::exists(m_file));
    }

    void comeBackAsTheyWereSet()
    {
        UserSettings before(m_folders);
        before.setLanguage(u"zh_CN"_s);
        before.setTheme(ThemeChoice::dark);
        before.addRecentWorkspace(u"/a b/\u00e4"_s);
        before.setWindowState(u"main"_s, QByteArray("\0\xff{}", 4));
        QVERIFY(before.save().ok());

        UserSettings after(m_folders);
        QVERIFY(after.load().ok());
        QVERIFY(after == before);
        QCOMPARE(after.language(), u"zh_CN"_s);
        QCOMPARE(after.theme(), ThemeChoice::dark);
        QCOMPARE(after.recentWorkspaces(), QStringList{u"/a b/\u00e4"_s});
        QCOMPARE(after.windowState(u"main"_s), QByteArray("\0\xff{}", 4));
    }

    void belongToTheUserAlone()
    {
        QVERIFY(UserSettings(m_folders).save().ok());
        QCOMPARE(QFile::permissions(m_file) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
    }

    void rememberTheLastWorkspacesNewestFirst()
    {
        UserSettings settings(m_folders);
        for (int i = 0; i < 30; ++i)
            settings.addRecentWorkspace(u"/w"_s + QString::number(i));
        settings.addRecentWorkspace(u"/w15"_s);
        settings.removeRecentWorkspace(u"/w29"_s);
        QCOMPARE(settings.recentWorkspaces().size(), 19);
        QCOMPARE(settings.recentWorkspaces().first(2), (QStringList{u"/w15"_s, u"/w28"_s}));
    }

    void keepWhatANewerVersionWrote()
    {
        write(R"({"theme": "sepia", "zoom": 2, "windows": [], "recentWorkspaces": [1, "/a"]})");
        UserSettings settings(m_folders);
        QVERIFY(settings.load().ok());
        QCOMPARE(settings.theme(), ThemeChoice::system);
        QCOMPARE(settings.recentWorkspaces(), QStringList{u"/a"_s});
        settings.setWindowState(u"main"_s, "x");
        QVERIFY(settings.save().ok());
        QVERIFY(read().contains("\"zoom\": 2"));
        QVERIFY(read().contains("\"sepia\""));
    }

    void keepAFileThatCannotBeReadAsideAndSaySo()
    {
        for (const char* content : {"{\"theme\": ", "[1]"}) {
            write(content);
            UserSettings settings(m_folders);
            const Result<void> loaded = settings.load();
            QVERIFY(!loaded.ok());
            QCOMPARE(loaded.error().message.id, std::string("messages.settings_unreadable"));
            QCOMPARE(settings.theme(), ThemeChoice::system);
            QVERIFY(QFileInfo::exists(m_file + u".unreadable"_s));
            QVERIFY(!QFileInfo::exists(m_file));
        }
    }

    void sayWhenTheyCannotBeSaved()
    {
        QVERIFY(QFile(m_home->filePath(u"file"_s)).open(QIODevice::WriteOnly));
        const Result<void> saved = UserSettings({m_home->filePath(u"file/config"_s), {}}).save();
        QVERIFY(!saved.ok());
        QCOMPARE(saved.error().message.id, std::string("messages.file_unwritable"));
    }

private:
    void write(const char* content)
    {
        QVERIFY(QDir().mkpath(m_folders.config));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }

    QByteArray read()
    {
        QFile file(m_file);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_home;
    UserFolders m_folders;
    QString m_file;
};

QTEST_APPLESS_MAIN(UserSettingsTest)
#include "user_settings_test.moc"
