#include "core/edit/history.h"

namespace penstock::edit {

namespace {

constexpr std::size_t keptSteps = 1'000;

} // namespace

History::History(Document document)
    : m_now(std::move(document))
    , m_saved(m_now.text())
{}

Result<void> History::apply(const Edit& edit)
{
    auto next = edit::apply(m_now, edit);
    if (!next)
        return next.error();
    if (*next == m_now)
        return {};
    const std::string gesture = mergeKeyOf(edit);
    const bool goesOn = !gesture.empty() && gesture == m_openGesture && !m_done.empty();
    if (!goesOn) {
        if (m_done.size() == keptSteps)
            m_done.erase(m_done.begin());
        m_done.push_back({m_now, nameOf(edit)});
    }
    m_openGesture = gesture;
    m_undone.clear();
    m_now = std::move(*next);
    return {};
}

void History::undo()
{
    if (!canUndo())
        return;
    Step step = std::move(m_done.back());
    m_done.pop_back();
    std::swap(step.other, m_now);
    m_undone.push_back(std::move(step));
    m_openGesture.clear();
}

void History::redo()
{
    if (!canRedo())
        return;
    Step step = std::move(m_undone.back());
    m_undone.pop_back();
    std::swap(step.other, m_now);
    m_done.push_back(std::move(step));
    m_openGesture.clear();
}

std::optional<Message> History::undoName() const { return canUndo() ? std::optional(m_done.back().name) : std::nullopt; }

std::optional<Message> History::redoName() const { return canRedo() ? std::optional(m_undone.back().name) : std::nullopt; }

} // namespace penstock::edit
