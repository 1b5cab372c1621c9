#include "core/host/logged_masks.h"

#include "core/platform/mask_filter.h"

#include <map>
#include <utility>

namespace penstock::host {

using namespace tracking;

namespace {

class Hiding final {
public:
    explicit Hiding(const LoggedMasks& masks) : m_masks(masks) {}

    void operator()(CreateExperiment& call) const { hide(call.name); }
    void operator()(FindExperiment& call) const { hide(call.name); }
    void operator()(CreateMlflowRun& call) const
    {
        hide(call.name);
        hide(call.user);
        hide(call.tags);
    }
    void operator()(UpdateMlflowRun& call) const
    {
        if (call.name)
            hide(*call.name);
    }
    void operator()(LogToRun& call) const
    {
        m_masks.hide(call.metrics);
        hide(call.parameters);
        hide(call.tags);
    }
    void operator()(DeleteMlflowTag& call) const { hide(call.key); }
    void operator()(GetMetricHistory& call) const { hide(call.key); }
    // These name what Penstock has named.
    void operator()(const GetExperiment&) const {}
    void operator()(const ListExperiments&) const {}
    void operator()(const GetMlflowRun&) const {}
    void operator()(const AcceptOnly&) const {}

private:
    void hide(std::string& text) const { text = m_masks.hidden(text); }
    void hide(std::vector<MlflowText>& texts) const
    {
        for (MlflowText& text : texts) {
            hide(text.key);
            hide(text.value);
        }
    }

    const LoggedMasks& m_masks;
};

} // namespace

LoggedMasks::LoggedMasks(std::vector<std::string> masks) : m_masks(std::move(masks)) {}

std::string LoggedMasks::hidden(const std::string& text) const
{
    if (m_masks.empty())
        return text;
    platform::MaskFilter filter(m_masks);
    std::string shown = filter.pass(text);
    return shown + filter.finish();
}

void LoggedMasks::hide(std::vector<MetricPoint>& points) const
{
    if (m_masks.empty())
        return;
    std::map<std::string, std::string> known; // a few names, many points
    for (MetricPoint& point : points) {
        auto found = known.find(point.name);
        if (found == known.end())
            found = known.emplace(point.name, hidden(point.name)).first;
        point.name = found->second;
    }
}

void LoggedMasks::hide(MlflowCall& call) const
{
    if (!m_masks.empty())
        std::visit(Hiding(*this), call);
}

} // namespace penstock::host
