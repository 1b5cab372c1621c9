#include "core/messages/trust.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace penstock;
using namespace penstock::messages;
using namespace Qt::Literals::StringLiterals;

class TrustTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_home = std::make_unique<QTemporaryDir>();
        m_folders = {m_home->filePath(u"config"_s), m_home->filePath(u"data"_s)};
        m_workspace = m_home->filePath(u"my work"_s);
        QVERIFY(QDir().mkpath(m_workspace));
    }

    void nothingIsTrustedAtFirst() { QVERIFY(!Trust(m_folders).isTrusted(m_workspace)); }

    void whatWasTrustedStaysSo()
    {
        QVERIFY(Trust(m_folders).add(m_workspace).ok());
        QVERIFY(Trust(m_folders).isTrusted(m_workspace));
        QVERIFY(Trust(m_folders).add(m_workspace).ok()); // twice is once
        QVERIFY(Trust(m_folders).remove(m_workspace).ok());
        QVERIFY(!Trust(m_folders).isTrusted(m_workspace));
        QVERIFY(Trust(m_folders).remove(m_workspace).ok());
    }

    void aLinkIsTheFolderThatItLeadsTo()
    {
        const QString link = m_home->filePath(u"link"_s);
        QVERIFY(QFile::link(m_workspace, link));
        QVERIFY(Trust(m_folders).add(link).ok());
        QVERIFY(Trust(m_folders).isTrusted(m_workspace));
        QVERIFY(Trust(m_folders).isTrusted(m_workspace + u"/../my work/."_s));
    }

    void anotherFolderInItsPlaceIsNotTrusted()
    {
        QVERIFY(Trust(m_folders).add(m_workspace).ok());
        QVERIFY(QDir().rename(m_workspace, m_workspace + u" old"_s)); // the inode lives on, so the new one differs
        QVERIFY(QDir().mkpath(m_workspace));
        QVERIFY(!Trust(m_folders).isTrusted(m_workspace));
        QVERIFY(!Trust(m_folders).isTrusted(m_workspace + u" old"_s));
    }

    void aFolderInsideIsAnother()
    {
        QVERIFY(QDir().mkpath(m_workspace + u"/inner"_s));
        QVERIFY(Trust(m_folders).add(m_workspace).ok());
        QVERIFY(!Trust(m_folders).isTrusted(m_workspace + u"/inner"_s));
    }

    void whatIsNoFolderCannotBeTrusted()
    {
        QCOMPARE(Trust(m_folders).add(m_home->filePath(u"nowhere"_s)).error().code, ErrorCode::notFound);
        QVERIFY(!Trust(m_folders).isTrusted(m_home->filePath(u"nowhere"_s)));
    }

    void theListIsReadByItsUserAlone()
    {
        QVERIFY(Trust(m_folders).add(m_workspace).ok());
        QCOMPARE(QFile::permissions(list()) & ~(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser), QFile::Permissions());
    }

    void aListThatOthersCanWriteTrustsNothing()
    {
        QVERIFY(Trust(m_folders).add(m_workspace).ok());
        QVERIFY(QFile::setPermissions(list(), QFile::ReadOwner | QFile::WriteOwner | QFile::WriteOther));
        QVERIFY(!Trust(m_folders).isTrusted(m_workspace));
        QVERIFY(Trust(m_folders).add(m_workspace).ok()); // written anew
        QVERIFY(Trust(m_folders).isTrusted(m_workspace));
    }

    void aListThatIsALinkTrustsNothing()
    {
        QVERIFY(Trust(m_folders).add(m_workspace).ok());
        QVERIFY(QFile::rename(list(), m_home->filePath(u"list"_s)));
        QVERIFY(QFile::link(m_home->filePath(u"list"_s), list()));
        QVERIFY(!Trust(m_folders).isTrusted(m_workspace));
    }

    void aDamagedListTrustsNothing()
    {
        QVERIFY(Trust(m_folders).add(m_workspace).ok());
        QFile file(list());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"workspaces\": 7}");
        file.close();
        QVERIFY(!Trust(m_folders).isTrusted(m_workspace));
    }

private:
    QString list() const { return m_folders.data + u"/trusted.json"_s; }

    std::unique_ptr<QTemporaryDir> m_home;
    UserFolders m_folders;
    QString m_workspace;
};

QTEST_APPLESS_MAIN(TrustTest)
#include "trust_test.moc"
