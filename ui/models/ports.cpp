#include "ui/models/ports.h"

#include "ui/models/qt_text.h"

#include <QCoreApplication>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace penstock::models {

using namespace Qt::Literals::StringLiterals;
using canvas::Port;
using canvas::PortKind;

namespace {

class PortText final {
    Q_DECLARE_TR_FUNCTIONS(PortText)

public:
    static QString after() { return tr("after other steps"); }
    static QString before() { return tr("before other steps"); }
    static QString input(const QString& name) { return tr("input %1").arg(name); }
    static QString output(const QString& name) { return tr("output %1").arg(name); }
    static QString metrics() { return tr("metrics"); }
    static QString value(const QString& name) { return tr("value %1").arg(name); }
    static QString branch() { return tr("a branch"); }
    static QString failure() { return tr("on failure"); }
    static QString rejected() { return tr("when rejected"); }
};

void addFlows(std::vector<Flow>& flows, const QString& text, const QString& input)
{
    static const QRegularExpression reference(u"\\bsteps\\.([A-Za-z_][A-Za-z0-9_-]*)\\.(?:outputs\\.([A-Za-z_][A-Za-z0-9_-]*)|(metrics)\\b)"_s);
    auto matches = reference.globalMatch(text);
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        Flow flow{match.captured(1), match.captured(3).isEmpty() ? match.captured(2) : metricsPort, input};
        if (std::find(flows.begin(), flows.end(), flow) == flows.end())
            flows.push_back(std::move(flow));
    }
}

PortKind kindOf(const pipeline::Output& output) { return output.kind == "model" ? PortKind::model : PortKind::artifact; }

using Kinds = QHash<std::pair<QString, QString>, PortKind>; // of outputs, by step and name

std::vector<Port> inputsOf(const pipeline::Step& step, const Kinds& kinds)
{
    const std::vector<Flow> flows = flowsInto(step);
    const auto kindInto = [&](const QString& input) {
        const auto flow = std::find_if(flows.begin(), flows.end(), [&](const Flow& each) { return each.input == input; });
        return flow == flows.end() ? PortKind::artifact : kinds.value({flow->from, flow->output}, PortKind::artifact);
    };
    std::vector<Port> ports;
    if (const auto* command = std::get_if<pipeline::Command>(&step.body)) {
        for (const auto& [name, input] : command->inputs) {
            if (!input.isFile)
                ports.push_back({qt(name), kindInto(qt(name)), false, PortText::input(qt(name))});
        }
    } else if (std::holds_alternative<pipeline::Register>(step.body)) {
        ports.push_back({u"artifact"_s, PortKind::model, false, PortText::input(u"artifact"_s)});
        ports.push_back({metricsPort, PortKind::value, false, PortText::metrics()});
    }
    return ports;
}

std::vector<Port> outputsOf(const pipeline::Step& step)
{
    std::vector<Port> ports;
    const auto* command = std::get_if<pipeline::Command>(&step.body);
    if (!command)
        return ports;
    for (const auto& [name, output] : command->outputs)
        ports.push_back({qt(name), kindOf(output), false, PortText::output(qt(name))});
    for (const auto& [name, value] : command->values)
        ports.push_back({qt(name), PortKind::value, false, PortText::value(qt(name))});
    if (!command->metrics.empty())
        ports.push_back({metricsPort, PortKind::value, false, PortText::metrics()});
    return ports;
}

// What a step does when it goes wrong can be drawn from its failure port.
std::optional<Port> failureOf(const pipeline::Step& step)
{
    switch (step.kind()) {
    case pipeline::Kind::choose:
    case pipeline::Kind::end: return std::nullopt;
    case pipeline::Kind::approve: return Port{failurePort, PortKind::failure, true, PortText::rejected()};
    default: return Port{failurePort, PortKind::failure, true, PortText::failure()};
    }
}

} // namespace

std::vector<Flow> flowsInto(const pipeline::Step& step)
{
    std::vector<Flow> flows;
    if (const auto* command = std::get_if<pipeline::Command>(&step.body)) {
        for (const auto& [name, input] : command->inputs) {
            if (!input.isFile)
                addFlows(flows, qt(input.source), qt(name));
        }
    } else if (const auto* record = std::get_if<pipeline::Register>(&step.body)) {
        addFlows(flows, qt(record->artifact), u"artifact"_s);
        addFlows(flows, qt(record->metrics), metricsPort);
    }
    return flows;
}

void addPorts(canvas::Graph& graph, const pipeline::Pipeline& pipeline)
{
    QHash<QString, const pipeline::Step*> steps;
    Kinds kinds;
    for (const pipeline::Step& step : pipeline.steps) {
        steps.insert(qt(step.name), &step);
        for (const Port& port : outputsOf(step))
            kinds.insert({qt(step.name), port.name}, port.kind);
    }
    QSet<std::pair<QString, QString>> entered, left;
    for (const canvas::Edge& edge : graph.edges) {
        left.insert({edge.from, edge.output});
        if (edge.kind != canvas::EdgeKind::back)
            entered.insert({edge.to, edge.input});
    }
    for (canvas::Node& node : graph.nodes) {
        const pipeline::Step* step = steps.value(node.id);
        if (!step)
            continue;
        node.inputs = inputsOf(*step, kinds);
        node.inputs.push_back({{}, PortKind::order, !node.inputs.empty() && !entered.contains({node.id, {}}), PortText::after()});
        if (step->kind() == pipeline::Kind::end)
            continue;
        const bool choice = step->kind() == pipeline::Kind::choose;
        node.outputs = outputsOf(*step);
        node.outputs.push_back({{}, choice ? PortKind::branch : PortKind::order, !node.outputs.empty() && !left.contains({node.id, {}}),
                                choice ? PortText::branch() : PortText::before()});
        if (auto failure = failureOf(*step)) {
            failure->onDemand = !left.contains({node.id, failurePort});
            node.outputs.push_back(std::move(*failure));
        }
    }
}

} // namespace penstock::models
