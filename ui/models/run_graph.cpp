#include "ui/models/run_graph.h"

#include "core/engine/step_references.h"
#include "core/session/test_results.h"
#include "ui/models/ports.h"
#include "ui/models/qt_text.h"
#include "ui/models/size_text.h"
#include "ui/models/state_words.h"
#include "ui/models/test_cases_model.h"
#include "ui/models/time_text.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <set>

namespace penstock::models {

using namespace Qt::Literals::StringLiterals;
using canvas::Edge;
using canvas::EdgeKind;
using engine::InstanceState;

namespace {

// Texts of nodes; a class so that lupdate finds their context.
class GraphText final {
    Q_DECLARE_TR_FUNCTIONS(GraphText)

public:
    QString operator()(const pipeline::Command& command) const
    {
        if (command.arguments.empty())
            return qt(command.script).section(u'\n', 0, 0).trimmed();
        // "python3 train.py --c 1" is told by its script.
        for (std::size_t i = 0; i < std::min<std::size_t>(command.arguments.size(), 3); ++i) {
            const QString word = qt(command.arguments[i]);
            if (QFileInfo(word).suffix().size() >= 2 && !word.startsWith(u'-'))
                return QFileInfo(word).fileName();
        }
        return QFileInfo(qt(command.arguments.front())).fileName();
    }
    QString operator()(const pipeline::Choose&) const { return {}; }
    QString operator()(const pipeline::Wait& wait) const { return shown(wait.what); }
    QString operator()(const pipeline::Approve& approve) const
    {
        QStringList parts;
        if (!approve.policy.empty())
            parts.append(tr("policy %1").arg(qt(approve.policy)));
        for (const std::string& approver : approve.approvers)
            parts.append(qt(approver));
        return parts.join(u" · "_s);
    }
    QString operator()(const pipeline::Register& record) const { return qt(ModelLine{record.model, record.major}.text()); }
    QString operator()(const pipeline::Promote& promote) const { return tr("to %1").arg(StateWords::stage(promote.stage)); }
    QString operator()(const pipeline::SubPipeline& inner) const { return qt(inner.file); }
    QString operator()(const pipeline::Placeholder&) const { return tr("not built yet"); }
    QString operator()(const pipeline::End& end) const { return end.succeeded ? tr("ends here") : tr("fails here"); }

    static QString bounded(const QString& label, const std::optional<int>& atMost)
    {
        return atMost ? tr("%1 · back ≤ %2×").arg(label).arg(*atMost) : label;
    }
    static QString counted(const QString& label, int times) { return tr("%1 · taken %2×").arg(label).arg(times); }
    static QString round(int number) { return tr("round %1").arg(number); }
    static QString items(const engine::Fan& fan) { return tr("%1 of %2 items").arg(fan.begun.size() - fan.running).arg(fan.items.size()); }

    static QString branch(const pipeline::Choose& choose, std::size_t index)
    {
        const pipeline::Branch& branch = choose.branches[index];
        std::size_t conditions = 0;
        for (const pipeline::Branch& other : choose.branches)
            conditions += !other.condition.empty();
        return bounded(branch.condition.empty() ? tr("otherwise") : conditions == 1 ? tr("yes") : shortened(qt(branch.condition)), branch.atMost);
    }
    // What tells one branch from another stands at the end: "status == 'ready'" of "steps.look.outputs.status == 'ready'".
    static QString shortened(QString condition)
    {
        static const QRegularExpression owner(u"\\b(?:steps|previous)\\.[\\w-]+\\.(?:outputs|metrics)\\."_s);
        constexpr qsizetype most = 28;
        condition.remove(owner);
        return condition.size() > most ? QString(condition.left(most / 2) % u'…' % condition.right(most / 2 - 1)) : condition;
    }
    static QString rejected() { return tr("rejected"); }
    static QString failure() { return tr("on failure"); }
    static QString progress(const QString& base, const QString& state) { return base.isEmpty() ? state : QString(base % u" · "_s % state); }
    static QString reading(const QString& amount) { return tr("reading %1", "1.2 of 5.0 GB").arg(amount); }
    static QString attempt(int number) { return tr("attempt %1").arg(number); }
};

// Looking for longer ways takes a walk per edge; a graph this large is read from afar anyway.
constexpr std::size_t mostStepsToThin = 400;

bool isBetween(const engine::Plan& plan, std::size_t from, std::size_t to)
{
    // A longer way: from -> other need of `to` -> ... -> to. Needs point backwards, so walk up from the other needs.
    std::set<std::size_t> seen;
    std::vector<std::size_t> open;
    for (const std::size_t need : plan.steps()[to].needs) {
        if (need != from)
            open.push_back(need);
    }
    for (const std::size_t choice : plan.steps()[to].routedBy)
        open.push_back(choice);
    while (!open.empty()) {
        const std::size_t step = open.back();
        open.pop_back();
        if (step == from)
            return true;
        if (!seen.insert(step).second)
            continue;
        const engine::PlannedStep& planned = plan.steps()[step];
        open.insert(open.end(), planned.needs.begin(), planned.needs.end());
        open.insert(open.end(), planned.routedBy.begin(), planned.routedBy.end());
    }
    return false;
}

// The plan leaves a disabled step alone; who looks at the drawing wants to see where it belongs.
std::vector<std::size_t> needsOf(const engine::Plan& plan, std::size_t index)
{
    const pipeline::Step& step = plan.step(index);
    if (step.enabled)
        return plan.steps()[index].needs;
    std::set<std::size_t> needs;
    const auto add = [&](const std::string& name) {
        if (const auto need = plan.find(name); need && *need != index)
            needs.insert(*need);
    };
    std::ranges::for_each(step.needs, add);
    if (const auto references = engine::referencesOf(plan.pipeline(), step)) {
        for (const expression::Reference& reference : *references) {
            if (reference.root == expression::Root::steps)
                add(std::string(reference.nameAt(0)));
        }
    }
    return {needs.begin(), needs.end()};
}

QString idOf(const pipeline::Step& step) { return qt(step.name); }

void addRoutes(canvas::Graph& graph, const engine::Plan& plan, std::size_t index)
{
    const pipeline::Step& step = plan.step(index);
    if (const auto* choose = std::get_if<pipeline::Choose>(&step.body)) {
        for (std::size_t i = 0; i < choose->branches.size(); ++i) {
            const pipeline::Branch& branch = choose->branches[i];
            graph.edges.push_back({idOf(step), qt(branch.target), branch.atMost ? EdgeKind::back : EdgeKind::branch, GraphText::branch(*choose, i), false, {}, {},
                                   static_cast<int>(i)});
        }
    }
    if (const auto* approve = std::get_if<pipeline::Approve>(&step.body); approve && !approve->onReject.empty())
        graph.edges.push_back({idOf(step), qt(approve->onReject), EdgeKind::failure, GraphText::rejected(), false, failurePort});
    if (step.onFailure)
        graph.edges.push_back({idOf(step), qt(step.onFailure->target), step.onFailure->atMost ? EdgeKind::back : EdgeKind::failure,
                               GraphText::bounded(GraphText::failure(), step.onFailure->atMost), false, failurePort});
}

// The newest instance of a step of one scope, by the id of its node.
const engine::Instance* newestIn(const engine::Run& run, const engine::Scope& scope, const QString& id)
{
    const auto step = scope.plan->find(utf8(id));
    return step ? &run.instances[scope.newest(*step)] : nullptr;
}

bool hasBegun(const engine::Instance* instance)
{
    return instance && instance->state != InstanceState::pending && instance->state != InstanceState::skipped && instance->readyAt != Instant{};
}

// How often, in all rounds.
int timesTakenBack(const engine::Run& run, const engine::Instance& newest, const Edge& edge)
{
    const engine::Scope& scope = run.scopeOf(newest);
    for (const engine::WayBack& way : scope.plan->waysBack()) {
        const auto index = static_cast<std::size_t>(&way - scope.plan->waysBack().data());
        if (way.from == newest.step && qt(scope.plan->step(way.to).name) == edge.to && scope.taken[index] > 0)
            return static_cast<int>(scope.taken[index]);
    }
    return 0;
}

bool isTaken(const engine::Run& run, const engine::Scope& scope, const Edge& edge)
{
    const engine::Instance* from = newestIn(run, scope, edge.from);
    if (!from)
        return false;
    const pipeline::Step& step = run.step(*from);
    if (edge.kind == EdgeKind::back)
        return timesTakenBack(run, *from, edge) > 0;
    if (edge.kind == EdgeKind::failure && step.onFailure)
        return from->branch >= 0 && from->state != InstanceState::succeeded;
    if (from->state != InstanceState::succeeded)
        return false;
    if (const auto* choose = std::get_if<pipeline::Choose>(&step.body)) {
        const auto branch = static_cast<std::size_t>(from->branch);
        return from->branch >= 0 && branch < choose->branches.size() && edge.branch == from->branch;
    }
    const engine::Instance* to = newestIn(run, scope, edge.to);
    return edge.kind != EdgeKind::failure && (hasBegun(to) || (to && to->state == InstanceState::succeeded));
}

void showReading(canvas::Node& node, const session::InputProgress& reading)
{
    node.subtitle = GraphText::reading(SizeText::part(reading.done, reading.total));
    if (reading.total > 0)
        node.progress = static_cast<double>(reading.done) / static_cast<double>(reading.total);
}

} // namespace

canvas::NodeKind kindOf(const pipeline::Step& step)
{
    using canvas::NodeKind;
    if (!step.map.is_null())
        return NodeKind::map;
    switch (step.kind()) {
    case pipeline::Kind::command: return NodeKind::command;
    case pipeline::Kind::choose: return NodeKind::choice;
    case pipeline::Kind::wait: return NodeKind::wait;
    case pipeline::Kind::approve: return NodeKind::approve;
    case pipeline::Kind::register_: return NodeKind::registerModel;
    case pipeline::Kind::promote: return NodeKind::promote;
    case pipeline::Kind::pipeline: return NodeKind::pipeline;
    case pipeline::Kind::placeholder: return NodeKind::placeholder;
    case pipeline::Kind::end: return NodeKind::end;
    }
    return NodeKind::command;
}

QString titleOf(const pipeline::Step& step, const InstanceId& instance)
{
    if (step.title.empty())
        return qt(instance.text());
    return qt(step.title) % qt(instance.text()).mid(qt(instance.step).size());
}

QString subtitleOf(const pipeline::Step& step) { return std::visit(GraphText{}, step.body); }

canvas::Graph graphOf(const engine::Plan& plan)
{
    canvas::Graph graph;
    for (const engine::PlannedStep& planned : plan.steps()) {
        const pipeline::Step& step = plan.step(planned.step);
        canvas::Node node;
        node.id = idOf(step);
        node.kind = kindOf(step);
        node.title = titleOf(step, {step.name, 1, -1});
        node.subtitle = subtitleOf(step);
        node.enabled = step.enabled;
        graph.nodes.push_back(std::move(node));
    }
    const bool thin = plan.steps().size() <= mostStepsToThin;
    for (std::size_t to = 0; to < plan.steps().size(); ++to) {
        const std::vector<Flow> flows = flowsInto(plan.step(to));
        for (const std::size_t from : needsOf(plan, to)) {
            const QString source = idOf(plan.step(from)), target = idOf(plan.step(to));
            bool flown = false;
            for (const Flow& flow : flows) {
                if (flow.from != source)
                    continue;
                graph.edges.push_back({source, target, EdgeKind::data, {}, false, flow.output, flow.input});
                flown = true;
            }
            if (!flown && (!thin || !isBetween(plan, from, to)))
                graph.edges.push_back({source, target, EdgeKind::order, {}, false});
        }
        addRoutes(graph, plan, to);
    }
    addPorts(graph, plan.pipeline());
    return graph;
}

canvas::Node nodeOf(const engine::WorkspaceState& state, const engine::Run& run, const engine::Instance& instance, Instant now,
                    const Readings& readings)
{
    const pipeline::Step& step = run.step(instance);
    canvas::Node node;
    node.id = idOf(step);
    node.kind = kindOf(step);
    node.title = titleOf(step, {step.name, 1, -1});
    node.mark = markOf(instance);
    node.enabled = step.enabled;
    node.subtitle = subtitleOf(step);
    if (instance.id.iteration > 1)
        node.subtitle = GraphText::progress(node.subtitle, GraphText::round(instance.id.iteration));
    const auto results = instance.attempts.empty() ? std::nullopt : session::testResultsIn(instance.attempts.back().record.json());
    const QString tests = results ? TestWords::verdict(results->counts) : QString();
    if (instance.fan && !instance.fan->items.empty()) {
        const engine::Fan& fan = *instance.fan;
        node.subtitle = GraphText::progress(node.subtitle, GraphText::items(fan));
        if (instance.state == InstanceState::running)
            node.progress = static_cast<double>(fan.begun.size() - fan.running) / static_cast<double>(fan.items.size());
    } else if (instance.state == InstanceState::running && !instance.attempts.empty()) {
        const engine::Attempt& attempt = instance.attempts.back();
        QString how = TimeText::duration(now - attempt.plannedAt);
        if (attempt.number > 1)
            how = GraphText::progress(GraphText::attempt(attempt.number), how);
        node.subtitle = GraphText::progress(node.subtitle, how);
        if (const auto reading = readings.find({run.id, instance.id, attempt.number}); reading != readings.end())
            showReading(node, reading->second);
    } else if (instance.state == InstanceState::failed || instance.state == InstanceState::lost) {
        const QString how = instance.attempts.empty() ? StateWords::reason(state, run, instance) : StateWords::outcome(instance.attempts.back().outcome);
        node.subtitle = GraphText::progress(node.subtitle, tests.isEmpty() ? how : GraphText::progress(how, tests));
    } else if (!tests.isEmpty()) {
        node.subtitle = GraphText::progress(node.subtitle, tests);
    } else if (const QString version = qt(textAt(instance.values, "version")); !version.isEmpty()) {
        node.subtitle = version;
    }
    return node;
}

canvas::Graph graphOf(const engine::WorkspaceState& state, const engine::Run& run, Instant now, const Readings& readings, std::size_t shown)
{
    const engine::Scope& scope = run.scopes[shown];
    canvas::Graph graph = graphOf(*scope.plan);
    graph.nodes.clear();
    for (std::size_t step = 0; step < scope.iterations.size(); ++step)
        graph.nodes.push_back(nodeOf(state, run, run.instances[scope.newest(step)], now, readings));
    addPorts(graph, scope.plan->pipeline());
    for (Edge& edge : graph.edges)
        edge = edgeOf(run, scope, std::move(edge));
    return graph;
}

canvas::Edge edgeOf(const engine::Run& run, const engine::Scope& scope, canvas::Edge edge)
{
    edge.taken = isTaken(run, scope, edge);
    if (edge.taken && edge.kind == EdgeKind::back)
        edge.label = GraphText::counted(edge.label, timesTakenBack(run, *newestIn(run, scope, edge.from), edge));
    return edge;
}

} // namespace penstock::models
