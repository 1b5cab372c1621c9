#include "core/host/mlflow_desk.h"

#include "core/host/mlflow_handling.h"

namespace penstock::host {

using namespace tracking;

namespace {

// A client repeats what was answered with 503, for some minutes: time enough to make room.
MlflowAnswer answerOf(const Error& why)
{
    const bool passes = why.code == ErrorCode::full || why.code == ErrorCode::busy || why.code == ErrorCode::cancelled;
    return mlflowError(passes ? "TEMPORARILY_UNAVAILABLE" : "INTERNAL_ERROR", why.message.id + ": " + why.detail);
}

} // namespace

MlflowDesk::MlflowDesk(Tracker& tracker, AttemptTokens tokens, Layout layout, const Clock& clock)
    : m_tracker(tracker)
    , m_tokens(std::move(tokens))
    , m_layout(std::make_shared<const Layout>(std::move(layout)))
    , m_clock(clock)
{}

std::optional<AttemptId> MlflowDesk::holderOf(std::string_view token) const
{
    auto attempt = m_tokens.attemptOf(token);
    return attempt && m_tracker.isFollowed(*attempt) ? attempt : std::nullopt;
}

void MlflowDesk::take(const AttemptId& by, MlflowCall call, Answer answer)
{
    const auto masks = m_tracker.masksOf(by);
    if (!masks)
        return answer(mlflowError("TEMPORARILY_UNAVAILABLE", "The secrets of this step are not known yet."));
    masks->hide(call);
    auto answered = std::make_shared<MlflowAnswer>();
    auto work = [&tracker = m_tracker, layout = m_layout, &clock = m_clock, by, call = std::move(call),
                 answered](store::MetricDatabase& metrics) -> Result<void> {
        auto result = handleMlflow(call, metrics, tracker, *layout, by, clock.wall());
        if (!result)
            return result.error();
        *answered = std::move(*result);
        return {};
    };
    m_tracker.run(std::move(work), [answered, answer = std::move(answer)](const Result<void>& committed) {
        answer(committed ? std::move(*answered) : answerOf(committed.error()));
    });
}

} // namespace penstock::host
