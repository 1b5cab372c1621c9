#include "ui/designer/pipeline_places.h"

#include "core/pipeline/drawn.h"
#include "core/pipeline/words.h"
#include "ui/designer/drawn_edits.h"
#include "ui/models/ports.h"
#include "ui/models/qt_text.h"
#include "ui/models/run_graph.h"

#include <QCoreApplication>

namespace penstock::designer {

using models::Findable;
using models::qt;
using models::Target;

namespace {

const QString parameterMark = QStringLiteral("parameter:"); // as frames and notes have theirs: no step is called so

class PlaceText final {
    Q_DECLARE_TR_FUNCTIONS(PlaceText)

public:
    static QString step(const QString& pipeline) { return tr("Step of %1").arg(pipeline); }
    static QString parameter(const QString& pipeline) { return tr("Parameter of %1").arg(pipeline); }
    static QString frame(const QString& pipeline) { return tr("Frame of %1").arg(pipeline); }
    static QString note(const QString& pipeline) { return tr("Note of %1").arg(pipeline); }
};

} // namespace

std::vector<Findable> placesIn(const pipeline::Pipeline& pipeline, const QString& file)
{
    const QString of = pipeline.name.empty() ? file.section(QLatin1Char('/'), -1).section(QLatin1Char('.'), 0, 0) : qt(pipeline.name);
    std::vector<Findable> places;
    const auto add = [&](const QString& title, const QString& detail, theme::Icon icon, const QString& inside, const QString& words) {
        places.push_back({{title, detail, std::nullopt, icon, words}, {Target::Kind::pipeline, file, inside}});
    };
    for (const pipeline::Step& step : pipeline.steps)
        add(qt(step.name), PlaceText::step(of), canvas::iconOf(models::kindOf(step)), qt(step.name), qt(step.title));
    for (const pipeline::StepFrame& frame : pipeline::framesOf(pipeline.frames))
        add(qt(frame.title.empty() ? frame.name : frame.title), PlaceText::frame(of), theme::Icon::overview, frameId(frame.name), qt(frame.name));
    for (const pipeline::Parameter& parameter : pipeline.parameters)
        add(qt(parameter.name), PlaceText::parameter(of), theme::Icon::settings, parameterMark + qt(parameter.name), qt(parameter.about));
    for (const pipeline::Note& note : pipeline::notesOf(pipeline.notes))
        add(qt(note.text).simplified().left(80), PlaceText::note(of), theme::Icon::design, noteId(note.name), qt(note.name));
    return places;
}

QString parameterOf(const QString& inside) { return inside.startsWith(parameterMark) ? inside.mid(parameterMark.size()) : QString(); }

} // namespace penstock::designer
