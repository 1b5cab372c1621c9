#include "ui/designer/drawn_edits.h"

#include "core/edit/names.h"
#include "core/pipeline/drawn.h"
#include "ui/models/qt_text.h"

#include <algorithm>
#include <cmath>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;
using format::YamlPath;
using format::YamlValue;
using models::qt;
using models::utf8;

namespace {

const QString framePrefix = u"frame:"_s, notePrefix = u"note:"_s;

std::set<std::string, std::less<>> keysOf(const Json& mapping)
{
    std::set<std::string, std::less<>> keys;
    if (mapping.is_object()) {
        for (const auto& [key, value] : mapping.items())
            keys.insert(key);
    }
    return keys;
}

YamlPath pathOf(const QString& id)
{
    return isFrame(id) ? YamlPath{"frames", utf8(id.mid(framePrefix.size()))} : YamlPath{"notes", utf8(id.mid(notePrefix.size()))};
}

// A frame may be no more than the list of its steps.
YamlPath membersOf(const pipeline::Pipeline& pipeline, const pipeline::StepFrame& frame)
{
    YamlPath path{"frames", frame.name};
    if (!memberAt(pipeline.frames, frame.name.c_str()).is_array())
        path.emplace_back("steps");
    return path;
}

} // namespace

QString frameId(const std::string& frame) { return framePrefix % qt(frame); }

QString noteId(const std::string& note) { return qt(pipeline::noteNode(note)); }

bool isFrame(const QString& id) { return id.startsWith(framePrefix); }

bool isNote(const QString& id) { return id.startsWith(notePrefix); }

void addDrawn(canvas::Graph& graph, const pipeline::Pipeline& pipeline, const format::NodePositions& positions)
{
    for (const pipeline::StepFrame& frame : pipeline::framesOf(pipeline.frames)) {
        canvas::NodeFrame drawn{frameId(frame.name), qt(frame.title), {}};
        for (const std::string& step : frame.steps)
            drawn.nodes.append(qt(step));
        graph.frames.push_back(std::move(drawn));
    }
    for (const pipeline::Note& note : pipeline::notesOf(pipeline.notes)) {
        canvas::Node node;
        node.id = noteId(note.name);
        node.kind = canvas::NodeKind::note;
        node.title = qt(note.text);
        if (const auto place = positions.find(pipeline::noteNode(note.name)); place != positions.end())
            node.position = QPointF(place->second.x, place->second.y);
        graph.nodes.push_back(std::move(node));
    }
}

DrawnEdit newFrame(const pipeline::Pipeline& pipeline, const QStringList& steps, const QString& title)
{
    const std::string name = edit::freeName(keysOf(pipeline.frames), utf8(title));
    YamlValue members = YamlValue::array();
    for (const QString& step : steps)
        members.push_back(utf8(step));
    YamlValue frame{{"title", utf8(title)}, {"steps", std::move(members)}};
    return {edit::Several{{"edit.frame", {{"what", utf8(title)}}}, {edit::SetValue{{"frames", name}, std::move(frame)}}}, frameId(name)};
}

DrawnEdit newNote(const pipeline::Pipeline& pipeline, const QString& text, const QPointF& at)
{
    const std::string name = edit::freeName(keysOf(pipeline.notes), "note");
    edit::MoveNodes place{{{pipeline::noteNode(name), {std::round(at.x()), std::round(at.y())}}}};
    return {edit::Several{{"edit.note", {}}, {edit::SetValue{{"notes", name}, utf8(text)}, std::move(place)}}, noteId(name)};
}

std::vector<edit::Edit> reframed(const pipeline::Pipeline& pipeline, const QStringList& ids, const canvas::FrameChange& change)
{
    std::vector<edit::Edit> edits;
    QStringList steps = ids;
    steps.removeIf([](const QString& id) { return isNote(id) || isFrame(id); });
    for (const pipeline::StepFrame& frame : pipeline::framesOf(pipeline.frames)) {
        const QString id = frameId(frame.name);
        const bool leaves = change.left.contains(id);
        if (!leaves && change.joined != id)
            continue;
        YamlValue members = YamlValue::array();
        for (const std::string& step : frame.steps) {
            if (!leaves || !steps.contains(qt(step)))
                members.push_back(step);
        }
        for (const QString& step : leaves ? QStringList() : steps) {
            if (std::find(frame.steps.begin(), frame.steps.end(), utf8(step)) == frame.steps.end())
                members.push_back(utf8(step));
        }
        if (members.empty())
            edits.push_back(withoutDrawn(id));
        else if (members.size() != frame.steps.size())
            edits.push_back(edit::SetValue{membersOf(pipeline, frame), std::move(members)});
    }
    return edits;
}

Message nameOf(const pipeline::Pipeline& pipeline, const canvas::FrameChange& change)
{
    const QString frame = change.joined.isEmpty() ? change.left.value(0) : change.joined;
    std::string title;
    for (const pipeline::StepFrame& each : pipeline::framesOf(pipeline.frames)) {
        if (frameId(each.name) == frame)
            title = each.title;
    }
    return {change.joined.isEmpty() ? "edit.frame_leave" : "edit.frame_join", {{"what", title}}};
}

QStringList framesHolding(const pipeline::Pipeline& pipeline, const QStringList& steps)
{
    QStringList frames;
    for (const pipeline::StepFrame& frame : pipeline::framesOf(pipeline.frames)) {
        if (std::any_of(frame.steps.begin(), frame.steps.end(), [&](const std::string& step) { return steps.contains(qt(step)); }))
            frames.append(frameId(frame.name));
    }
    return frames;
}

edit::Edit retitled(const pipeline::Pipeline& pipeline, const QString& id, const QString& text)
{
    YamlPath path = pathOf(id);
    if (isFrame(id)) {
        if (const Json& frame = memberAt(pipeline.frames, path.back().c_str()); frame.is_array())
            return edit::SetValue{std::move(path), YamlValue{{"title", utf8(text)}, {"steps", frame}}};
        path.emplace_back("title");
    }
    return edit::SetValue{std::move(path), utf8(text)};
}

edit::Edit withoutDrawn(const QString& id) { return edit::RemoveValue{pathOf(id)}; }

} // namespace penstock::designer
