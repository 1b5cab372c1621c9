#include "ui/designer/first_pipeline.h"

#include "ui/common/empty_state.h"
#include "ui/models/qt_text.h"

#include <QFileInfo>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;
using models::qt;

namespace {

constexpr qsizetype mostScripts = 4;

bool isScript(const QString& name)
{
    static const QStringList endings{u"py"_s, u"sh"_s, u"R"_s, u"r"_s, u"jl"_s};
    return !name.startsWith(u'.') && endings.contains(QFileInfo(name).suffix());
}

bool isBesideThePoint(const QString& stem)
{
    static const QStringList names{u"setup"_s, u"conftest"_s, u"noxfile"_s, u"fabfile"_s, u"manage"_s, u"__init__"_s, u"utils"_s, u"config"_s};
    return names.contains(stem) || stem.startsWith(u"test_"_s) || stem.endsWith(u"_test"_s);
}

int likeliness(const QString& stem)
{
    static const QStringList words{u"train"_s, u"main"_s, u"run"_s, u"fit"_s, u"pipeline"_s};
    for (qsizetype i = 0; i < words.size(); ++i) {
        if (stem.startsWith(words[i]))
            return static_cast<int>(words.size() - i);
    }
    return 0;
}

} // namespace

QStringList likelyScripts(const FileSystem& files, const QString& folder)
{
    QStringList scripts;
    for (const QString& place : {QString(), u"src/"_s, u"scripts/"_s}) {
        const auto names = files.list(models::utf8(folder % u'/' % place));
        for (const std::string& name : names ? *names : std::vector<std::string>()) {
            if (isScript(qt(name)) && !isBesideThePoint(QFileInfo(qt(name)).completeBaseName()))
                scripts.append(place % qt(name));
        }
    }
    std::stable_sort(scripts.begin(), scripts.end(), [](const QString& a, const QString& b) {
        return likeliness(QFileInfo(a).completeBaseName()) > likeliness(QFileInfo(b).completeBaseName());
    });
    return scripts.mid(0, mostScripts);
}

FirstPipeline::FirstPipeline(const FileSystem& files, QString folder, QWidget* parent)
    : QWidget(parent)
    , m_files(files)
    , m_folder(std::move(folder))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
}

void FirstPipeline::look()
{
    const QStringList scripts = likelyScripts(m_files, m_folder);
    if (m_page && scripts == m_scripts)
        return;
    m_scripts = scripts;
    auto* page = new common::EmptyState(theme::Icon::design, tr("No pipeline in this workspace"),
                                        scripts.isEmpty()
                                            ? tr("Put a file NAME.pipeline.yaml into the folder pipelines; it appears here at once. Or begin with a script.")
                                            : tr("Begin with a script: it becomes a pipeline of one step, to which others can be added. Nothing runs by that."));
    for (const QString& script : scripts) {
        QPushButton* button = page->addAction(script);
        button->setAccessibleName(tr("Make a pipeline from %1").arg(script));
        connect(button, &QPushButton::clicked, this, [this, script] { Q_EMIT scriptChosen(script); });
    }
    connect(page->addAction(scripts.isEmpty() ? tr("Choose a script…") : tr("Another script…")), &QPushButton::clicked, this,
            [this] { Q_EMIT scriptChosen({}); });
    connect(page->addAction(tr("An empty pipeline…")), &QPushButton::clicked, this, &FirstPipeline::emptyWanted);
    if (m_page)
        m_page->deleteLater();
    m_page = page;
    layout()->addWidget(page);
}

} // namespace penstock::designer
