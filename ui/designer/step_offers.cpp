#include "ui/designer/step_offers.h"

#include "core/format/script_guess.h"
#include "core/messages/messages.h"
#include "core/pipeline/kinds.h"
#include "ui/designer/first_pipeline.h"
#include "ui/models/qt_text.h"
#include "ui/models/run_graph.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace penstock::designer {

using namespace Qt::Literals::StringLiterals;
using format::YamlValue;
using models::qt;
using models::utf8;
using pipeline::Kind;

namespace {

constexpr std::uint64_t largestScript = 1 << 20;

class OfferText final {
    Q_DECLARE_TR_FUNCTIONS(OfferText)

public:
    static QString fan() { return tr("Fan-out"); }
    static QString fanAbout() { return tr("the same step over a list"); }
    static QString script() { return tr("a script of this workspace"); }
    static QString pipeline() { return tr("a pipeline of this workspace"); }
    static QString question() { return tr("Go on?"); }
    // Other words for the kinds, by which people look for them.
    static QString words(Kind kind)
    {
        switch (kind) {
        case Kind::command: return tr("run shell script python process task job");
        case Kind::choose: return tr("if branch decision condition switch");
        case Kind::wait: return tr("sleep delay timer sensor");
        case Kind::approve: return tr("ask person human gate review");
        case Kind::register_: return tr("record model version");
        case Kind::promote: return tr("production stage release deploy");
        case Kind::pipeline: return tr("nested subgraph component");
        case Kind::placeholder: return tr("todo empty later");
        case Kind::end: return tr("stop finish fail");
        }
        return {};
    }
};

// The newest step of a kind, to which a new one most probably belongs.
std::string lastOf(const pipeline::Pipeline& pipeline, Kind kind)
{
    const auto found = std::find_if(pipeline.steps.rbegin(), pipeline.steps.rend(), [&](const pipeline::Step& step) { return step.kind() == kind; });
    return found == pipeline.steps.rend() ? std::string() : found->name;
}

std::string modelOutput(const pipeline::Pipeline& pipeline)
{
    for (auto step = pipeline.steps.rbegin(); step != pipeline.steps.rend(); ++step) {
        const auto* command = std::get_if<pipeline::Command>(&step->body);
        for (const auto& [name, output] : command ? command->outputs : pipeline::Named<pipeline::Output>()) {
            if (output.kind == "model")
                return "${{ steps." + step->name + ".outputs." + name + " }}";
        }
    }
    return {};
}

YamlValue bodyOf(Kind kind, const pipeline::Pipeline& pipeline)
{
    switch (kind) {
    case Kind::command: return {{"run", {"echo", "hello"}}};
    case Kind::choose: return {{"choose", YamlValue::array()}};
    case Kind::wait: return {{"wait", "10s"}};
    case Kind::approve: return {{"approve", {{"question", utf8(OfferText::question())}}}};
    case Kind::register_: {
        YamlValue record{{"model", pipeline.name.empty() ? "model" : pipeline.name}, {"major", 1}, {"artifact", modelOutput(pipeline)}};
        return {{"register", std::move(record)}};
    }
    case Kind::promote: {
        const std::string record = lastOf(pipeline, Kind::register_);
        return {{"promote", {{"version", record.empty() ? std::string() : "${{ steps." + record + ".version }}"}, {"to", "production"}}}};
    }
    case Kind::pipeline: return {{"pipeline", {{"file", ""}}}};
    case Kind::placeholder: return {{"placeholder", YamlValue::object()}};
    case Kind::end: return {{"end", "succeeded"}};
    }
    return YamlValue::object();
}

std::string_view nameFor(Kind kind)
{
    switch (kind) {
    case Kind::command: return "step";
    case Kind::choose: return "choice";
    case Kind::wait: return "wait";
    case Kind::approve: return "ask";
    case Kind::register_: return "record";
    case Kind::promote: return "ship";
    case Kind::pipeline: return "inner";
    case Kind::placeholder: return "later";
    case Kind::end: return "stop";
    }
    return "step";
}

theme::Icon iconFor(Kind kind)
{
    pipeline::Step step;
    switch (kind) {
    case Kind::command: step.body = pipeline::Command{}; break;
    case Kind::choose: step.body = pipeline::Choose{}; break;
    case Kind::wait: step.body = pipeline::Wait{}; break;
    case Kind::approve: step.body = pipeline::Approve{}; break;
    case Kind::register_: step.body = pipeline::Register{}; break;
    case Kind::promote: step.body = pipeline::Promote{}; break;
    case Kind::pipeline: step.body = pipeline::SubPipeline{}; break;
    case Kind::placeholder: step.body = pipeline::Placeholder{}; break;
    case Kind::end: step.body = pipeline::End{}; break;
    }
    return canvas::iconOf(models::kindOf(step));
}

StepOffer offerOf(const pipeline::KindDescription& kind, const pipeline::Pipeline& pipeline)
{
    const std::string id = "kind." + std::string(kind.key);
    const QString key = qt(std::string(kind.key));
    return {{messages::text(id), messages::text(id + ".about"), std::nullopt, iconFor(kind.kind), QString(OfferText::words(kind.kind) % u' ' % key)}, std::string(nameFor(kind.kind)),
            bodyOf(kind.kind, pipeline), kind.kind == Kind::command || kind.kind == Kind::register_, kind.kind == Kind::end};
}

StepOffer fanOffer()
{
    YamlValue step{{"map", {{"over", {{"item", {1, 2, 3}}}}}}, {"run", {"echo", "${{ item.item }}"}}};
    return {{OfferText::fan(), OfferText::fanAbout(), std::nullopt, theme::Icon::map, u"map sweep grid parallel"_s}, "sweep", std::move(step), true, false};
}

} // namespace

StepOffer scriptOffer(const FileSystem& files, const QString& workspace, const QString& script, const pipeline::Pipeline& pipeline)
{
    const auto text = files.read(utf8(workspace) + '/' + utf8(script), largestScript);
    const format::ScriptGuess guess = format::guessFrom(utf8(script), text ? *text : std::string());
    return {{script, OfferText::script(), std::nullopt, theme::Icon::command}, utf8(QFileInfo(script).completeBaseName()), format::stepOf(guess, pipeline), true, false};
}

StepOffer pipelineOffer(const QString& file)
{
    const QString stem = QFileInfo(file).fileName().section(u'.', 0, 0);
    return {{stem, OfferText::pipeline(), std::nullopt, theme::Icon::pipeline}, utf8(stem), {{"pipeline", {{"file", utf8(file)}}}}, false, false};
}

std::vector<StepOffer> stepOffers(const FileSystem& files, const QString& workspace, const QString& file, const pipeline::Pipeline& pipeline)
{
    std::vector<StepOffer> offers;
    for (const pipeline::KindDescription& kind : pipeline::kinds()) {
        offers.push_back(offerOf(kind, pipeline));
        if (kind.kind == Kind::command)
            offers.push_back(fanOffer());
    }
    for (const QString& script : likelyScripts(files, workspace))
        offers.push_back(scriptOffer(files, workspace, script, pipeline));
    const auto names = files.list(utf8(workspace) + "/pipelines");
    for (const std::string& name : names ? *names : std::vector<std::string>()) {
        const std::string path = "pipelines/" + name;
        if (name.ends_with(".pipeline.yaml") && path != utf8(file))
            offers.push_back(pipelineOffer(qt(path)));
    }
    return offers;
}

std::vector<StepOffer> offersFor(std::vector<StepOffer> offers, const canvas::PortRef& port)
{
    // Something comes before the step that the link was pulled from: no end does.
    if (port.side == canvas::PortSide::in)
        std::erase_if(offers, [](const StepOffer& offer) { return offer.isEnd; });
    return offers;
}

} // namespace penstock::designer
