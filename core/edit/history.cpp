#include "core/edit/history.h"

#include <algorithm>

namespace penstock::edit {

namespace {

constexpr std::size_t keptSteps = 1'000;
constexpr std::size_t keptBytes = 256 << 20;
constexpr std::size_t largeText = 200'000; // the tree of a larger one is not worth its memory until somebody undoes

Document forKeeping(const Document& document) { return document.text().size() > largeText ? document.withoutMeaning() : document; }

std::size_t sizeOf(const Document& document) { return document.text().size() + document.layoutText().size(); }

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
    put(std::move(*next), nameOf(edit), mergeKeyOf(edit));
    return {};
}

void History::put(Document next, Message name, const std::string& gesture)
{
    if (next == m_now)
        return;
    const bool goesOn = !gesture.empty() && gesture == m_openGesture && !m_done.empty();
    if (!goesOn) {
        m_done.push_back({forKeeping(m_now), std::move(name)});
        forgetOldest();
    }
    m_openGesture = gesture;
    m_undone.clear();
    m_now = std::move(next);
}

void History::forgetOldest()
{
    std::size_t bytes = 0, kept = 0;
    while (kept < std::min(m_done.size(), keptSteps) && (bytes += sizeOf(m_done[m_done.size() - 1 - kept].other)) <= keptBytes)
        ++kept;
    kept = std::max<std::size_t>(kept, 1); // the last step can always be undone
    m_done.erase(m_done.begin(), m_done.end() - static_cast<std::ptrdiff_t>(kept));
}

void History::move(std::vector<Step>& from, std::vector<Step>& to, Document& now)
{
    Step step = std::move(from.back());
    from.pop_back();
    std::swap(step.other, now);
    step.other = forKeeping(step.other);
    to.push_back(std::move(step));
}

void History::undo()
{
    if (!canUndo())
        return;
    move(m_done, m_undone, m_now);
    m_openGesture.clear();
}

void History::redo()
{
    if (!canRedo())
        return;
    move(m_undone, m_done, m_now);
    m_openGesture.clear();
}

std::optional<Message> History::undoName() const { return canUndo() ? std::optional(m_done.back().name) : std::nullopt; }

std::optional<Message> History::redoName() const { return canRedo() ? std::optional(m_undone.back().name) : std::nullopt; }

std::vector<Message> History::names() const
{
    std::vector<Message> names;
    for (const Step& step : m_done)
        names.push_back(step.name);
    for (auto step = m_undone.rbegin(); step != m_undone.rend(); ++step)
        names.push_back(step->name);
    return names;
}

void History::goTo(std::size_t position)
{
    while (m_done.size() > position)
        undo();
    while (m_done.size() < position && canRedo())
        redo();
}

} // namespace penstock::edit
