#include "ui/designer/drafts/draft_keeper.h"

#include "core/messages/messages.h"
#include "ui/models/qt_text.h"

#include <QUuid>

namespace penstock::designer {

using models::utf8;

namespace {

// Together, and with the moment in which typing waits to be taken over, well within the five seconds that may be lost.
constexpr Duration delay{2'000};
constexpr int looksEvery = 500; // ms

std::string freshKey() { return utf8(QUuid::createUuid().toString(QUuid::Id128)); }

} // namespace

DraftKeeper::DraftKeeper(const DraftPlace& place, FileSystem& files, QObject* parent)
    : QObject(parent)
    , m_clock(place.clock)
    , m_folder(place, freshKey(), files)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(looksEvery);
    connect(&m_timer, &QTimer::timeout, this, &DraftKeeper::look);
}

DraftKeeper::~DraftKeeper() { leave(); }

std::vector<edit::Draft> DraftKeeper::adopt(const QString& file)
{
    if (!m_clock)
        return {};
    m_pool.waitForDone();
    std::vector<edit::Draft> drafts = m_folder.adopt(utf8(file));
    if (!drafts.empty())
        m_written = file;
    return drafts;
}

void DraftKeeper::edited(const QString& file, std::shared_ptr<const std::string> base, const edit::Document& now)
{
    if (!m_clock || (m_unsaved && m_unsaved->base == base && m_unsaved->now.text() == now.text()))
        return;
    m_unsaved = Unsaved{file, std::move(base), now};
    if (!m_since)
        m_since = m_clock->monotonic();
    m_timer.start();
}

void DraftKeeper::settled(const QString& file)
{
    m_unsaved.reset();
    m_since.reset();
    m_timer.stop();
    if (m_written.isEmpty())
        return;
    m_written.clear();
    start([name = utf8(file)](DraftFolder& folder) { return folder.drop(name); }, file);
}

void DraftKeeper::look()
{
    if (m_since && m_clock->monotonic() - *m_since >= delay)
        write();
}

void DraftKeeper::write()
{
    m_timer.stop();
    if (!m_since)
        return;
    m_since.reset();
    m_written = m_unsaved->file;
    start([unsaved = *m_unsaved, at = m_clock->wall()](DraftFolder& folder) {
        return folder.keep({utf8(unsaved.file), at, *unsaved.base, unsaved.now.text()});
    }, m_unsaved->file);
}

void DraftKeeper::start(std::function<Result<void>(DraftFolder&)> work, const QString& file)
{
    m_pool.start([this, work = std::move(work), file] {
        const Result<void> result = work(m_folder);
        QMetaObject::invokeMethod(this, [this, result, file] { take(result, file); }, Qt::QueuedConnection);
    });
}

void DraftKeeper::take(const Result<void>& result, const QString& file)
{
    if (!result && m_unsaved && !m_since) { // tried again as long as it is not saved
        m_since = m_clock->monotonic();
        m_timer.start();
    }
    if (!result && !m_failing)
        Q_EMIT failed(tr("Unsaved edits of %1 cannot be kept for the case of a crash: %2 Save them before long.").arg(file, messages::sentence(result.error())));
    m_failing = !result;
}

void DraftKeeper::leave()
{
    write();
    m_pool.waitForDone();
    m_folder.release();
}

} // namespace penstock::designer
