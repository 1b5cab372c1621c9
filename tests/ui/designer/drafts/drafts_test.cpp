#include <QSignalSpy>
#include <QTest>

#include "tests/support/failing_file_system.h"
#include "tests/support/manual_clock.h"
#include "ui/designer/drafts/draft_keeper.h"

#include <set>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;

namespace {

// Locks of windows that live in one process.
class Locks final {
public:
    std::shared_ptr<void> take(const std::string& path)
    {
        if (!m_held.insert(path).second)
            return nullptr;
        const auto release = [this](const std::string* held) {
            m_held.erase(*held);
            delete held;
        };
        return std::shared_ptr<std::string>(new std::string(path), release);
    }

private:
    std::set<std::string> m_held;
};

const QString file = u"pipelines/p.pipeline.yaml"_s;

edit::Draft draft(const std::string& text, int second = 0) { return {file.toStdString(), Instant(std::chrono::seconds(second)), "base\n", text}; }

} // namespace

class DraftsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        disk = std::make_unique<test::FailingFileSystem>();
        place.folders = [this] { return folders; };
        place.hold = [this](const std::string& path) { return locks.take(path); };
        place.clock = &clock;
        folders = {"/state/drafts"};
    }

    void aDraftIsAdoptedOnlyWhenItsHolderIsGone()
    {
        auto one = std::make_unique<DraftFolder>(place, "aa", *disk);
        QVERIFY(one->keep(draft("mine\n")).ok());
        DraftFolder other(place, "bb", *disk);
        QVERIFY(other.adopt(file.toStdString()).empty());
        one.reset();
        const auto adopted = other.adopt(file.toStdString());
        QCOMPARE(adopted.size(), std::size_t(1));
        QCOMPARE(adopted.front().text, std::string("mine\n"));
        DraftFolder third(place, "cc", *disk);
        QVERIFY(third.adopt(file.toStdString()).empty()); // it has one heir
    }

    void whatIsAdoptedGoesOnlyWhenItIsKeptAnew()
    {
        QVERIFY(std::make_unique<DraftFolder>(place, "aa", *disk)->keep(draft("mine\n")).ok());
        const auto names = *disk->list("/state/drafts");
        {
            DraftFolder crashed(place, "bb", *disk);
            QCOMPARE(crashed.adopt(file.toStdString()).size(), std::size_t(1));
        }
        QCOMPARE(*disk->list("/state/drafts"), names);
        DraftFolder next(place, "cc", *disk);
        QCOMPARE(next.adopt(file.toStdString()).size(), std::size_t(1));
        QVERIFY(next.keep(draft("mine, and more\n")).ok());
        QCOMPARE(disk->list("/state/drafts")->size(), std::size_t(1)); // the old one and its lock are gone
        QVERIFY(next.drop(file.toStdString()).ok());
        QVERIFY(disk->list("/state/drafts")->empty());
    }

    void severalComeInTheOrderOfTheirTime()
    {
        QVERIFY(std::make_unique<DraftFolder>(place, "aa", *disk)->keep(draft("newer\n", 2)).ok());
        QVERIFY(std::make_unique<DraftFolder>(place, "bb", *disk)->keep(draft("older\n", 1)).ok());
        folders = {"/new/drafts", "/state/drafts"}; // drafts of before the workspace had a state are found as well
        DraftFolder next(place, "cc", *disk);
        const auto adopted = next.adopt(file.toStdString());
        QCOMPARE(adopted.size(), std::size_t(2));
        QCOMPARE(adopted.back().text, std::string("newer\n"));
    }

    void aLockThatGuardsNothingIsSweptAway()
    {
        disk->put("/state/drafts/" + edit::lockName("aa"), "123\n"); // of a window that was killed
        disk->put("/state/drafts/" + edit::lockName("bb"), "124\n");
        const auto alive = locks.take("/state/drafts/" + edit::lockName("bb"));
        disk->put("/state/drafts/state.lock", "");
        DraftFolder next(place, "cc", *disk);
        QVERIFY(next.adopt(file.toStdString()).empty());
        QCOMPARE(*disk->list("/state/drafts"), (std::vector<std::string>{edit::lockName("bb"), "state.lock"}));
    }

    void aBrokenDraftIsLeftAlone()
    {
        disk->put("/state/drafts/" + edit::draftName(file.toStdString(), "aa"), "penstock-draft 1\n{}\n");
        DraftFolder next(place, "cc", *disk);
        QVERIFY(next.adopt(file.toStdString()).empty());
        QVERIFY(next.keep(draft("x\n")).ok());
        QVERIFY(disk->content("/state/drafts/" + edit::draftName(file.toStdString(), "aa")));
    }

    void whateverFailsTheDraftOfBeforeIsThere()
    {
        const auto kept = [this] {
            DraftFolder next(place, "cc", *disk);
            const auto adopted = next.adopt(file.toStdString());
            return adopted.empty() ? std::string() : adopted.back().text;
        };
        for (int n = 0; n < 12; ++n) {
            disk = std::make_unique<test::FailingFileSystem>();
            {
                DraftFolder first(place, "aa", *disk);
                QVERIFY(first.keep(draft("one\n", 1)).ok());
            }
            {
                DraftFolder second(place, "bb", *disk);
                disk->failAfter(n, ErrorCode::io);
                if (!second.adopt(file.toStdString()).empty())
                    (void)second.keep(draft("two\n", 2));
            }
            disk->heal();
            const std::string text = kept();
            QVERIFY2(text == "one\n" || text == "two\n", qPrintable(QString::number(n)));
        }
    }

    void anEditReachesTheDiskInTimeAlsoWhileThePersonGoesOn()
    {
        DraftKeeper keeper(place, *disk);
        const auto base = std::make_shared<const std::string>("base\n");
        for (int i = 0; i < 8; ++i) { // a key every half second, for four seconds
            keeper.edited(file, base, edit::Document("text " + std::to_string(i) + "\n", ""));
            keeper.look();
            clock.advance(Duration(500));
        }
        QTRY_VERIFY(disk->list("/state/drafts").ok() && disk->list("/state/drafts")->size() == 1);
        keeper.leave();
        DraftFolder next(place, "cc", *disk);
        QCOMPARE(next.adopt(file.toStdString()).back().text, std::string("text 7\n"));
    }

    void nothingIsWrittenForAGlance()
    {
        DraftKeeper keeper(place, *disk);
        keeper.edited(file, std::make_shared<const std::string>("base\n"), edit::Document("text\n", ""));
        keeper.look();
        keeper.settled(file); // undone within a moment
        clock.advance(Duration(10'000));
        keeper.look();
        keeper.leave();
        QCOMPARE(disk->operations(), 0);
    }

    void savingRemovesTheDraft()
    {
        DraftKeeper keeper(place, *disk);
        keeper.edited(file, std::make_shared<const std::string>("base\n"), edit::Document("text\n", ""));
        clock.advance(Duration(2'000));
        keeper.look();
        keeper.settled(file);
        keeper.leave();
        QVERIFY(disk->list("/state/drafts")->empty());
    }

    void aFullDiskIsSaidOnceAndTriedAgain()
    {
        DraftKeeper keeper(place, *disk);
        QSignalSpy failed(&keeper, &DraftKeeper::failed);
        disk->failAfter(0, ErrorCode::full);
        keeper.edited(file, std::make_shared<const std::string>("base\n"), edit::Document("text\n", ""));
        clock.advance(Duration(2'000));
        keeper.look();
        QTRY_COMPARE(failed.count(), 1);
        QVERIFY(failed.first().first().toString().contains(file));
        const int tried = disk->operations();
        clock.advance(Duration(2'000));
        keeper.look();
        QTRY_VERIFY(disk->operations() > tried);
        disk->heal();
        const auto isKept = [&] {
            clock.advance(Duration(2'000));
            keeper.look();
            return disk->exists("/state/drafts");
        };
        QTRY_VERIFY(isKept());
        QCOMPARE(failed.count(), 1);
    }

private:
    Locks locks; // the files are locked, whichever disk they are on
    std::unique_ptr<test::FailingFileSystem> disk;
    test::ManualClock clock;
    DraftPlace place;
    std::vector<std::string> folders;
};

} // namespace penstock::designer

QTEST_MAIN(penstock::designer::DraftsTest)
#include "drafts_test.moc"
