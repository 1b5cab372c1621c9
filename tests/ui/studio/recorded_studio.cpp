#include "tests/ui/studio/recorded_studio.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>

namespace penstock::test {

using namespace Qt::Literals::StringLiterals;

namespace {

std::string templateFile(const QString& name)
{
    QFile file(QStringLiteral(PENSTOCK_SOURCE_DIR "/resources/templates/digits/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

constexpr const char* trainingLog = "loading data from data/train.csv\nkernel=linear c=2.0\nfold 1/5 accuracy 0.9627\nfold 2/5 accuracy 0.9702\n"
                                    "\x1b[33mwarning: no convergence after 1000 iterations\x1b[0m\nfold 3/5 accuracy 0.9688\n";
constexpr const char* failingLog = "loading data from data/train.csv\nkernel=poly c=10.0\nTraceback (most recent call last):\n"
                                   "  File \"train.py\", line 41, in <module>\nValueError: degree must be positive\n";

} // namespace

RecordedStudio::RecordedStudio(RecordedWorkspace recording, const QString& userName, bool trusted)
    : user{QString::fromStdString(folder / "config"), QString::fromStdString(folder / "data")}
    , settings(user)
    , recorded(std::move(recording))
    , clock(recorded.now())
    , source(new RecordedSource)
{
    const std::string workspace = "digits-workspace/";
    folder.write(workspace + "pipelines/digits.pipeline.yaml", templateFile(u"pipelines/digits.pipeline.yaml"_s));
    folder.write(workspace + "penstock.yaml", "penstock: 1\npeople:\n  Grace: {user: grace, roles: [lead]}\n  Ada: {user: ada}\n");
    folder.write(workspace + ".penstock/runs/digits-42/train/1/log", trainingLog);
    folder.write(workspace + ".penstock/runs/digits-40/train/1/log", failingLog);
    const QString path = QString::fromStdString(folder / "digits-workspace");
    models::WorkspaceInfo info{path, u"digits-workspace"_s, path + u"/.penstock"_s, userName,
                               registry::People{{{"Grace", {"grace"}, {"lead"}}, {"Ada", {"ada"}, {}}}}, trusted};
    open = std::make_unique<studio::OpenWorkspace>(*studio::WorkspaceFolder::at(path), user, std::move(info), std::unique_ptr<models::EventSource>(source), clock);
    source->deliverOpening(recorded.events());
    window = std::make_unique<studio::MainWindow>(open.get(), settings);
    QSignalSpy read(&open->pipelines(), &studio::Pipelines::changed);
    read.wait();
}

QAction* RecordedStudio::action(studio::ModeId mode, const QString& text) const
{
    for (QAction* action : window->screen(mode)->barActions()) {
        if (action->text() == text)
            return action;
    }
    return nullptr;
}

} // namespace penstock::test
