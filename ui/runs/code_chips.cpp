#include "ui/runs/code_chips.h"

#include "ui/models/qt_text.h"

#include <QCoreApplication>

namespace penstock::runs {

using models::qt;

namespace {

constexpr std::size_t shownCommit = 7;
constexpr std::size_t manyInstances = 5'000;

class Chips final {
    Q_DECLARE_TR_FUNCTIONS(Chips)

public:
    explicit Chips(const engine::Run& run)
        : m_run(run)
    {}

    std::vector<RunChip> take()
    {
        commit();
        if (!m_run.reproduces.empty())
            add(tr("makes %1 again").arg(qt(m_run.reproduces)));
        changes();
        return std::move(m_chips);
    }

private:
    void add(const QString& text, theme::Role role = theme::Role::muted) { m_chips.push_back({text, role}); }

    void commit()
    {
        const std::string commit = textAt(m_run.source, "commit"), branch = textAt(m_run.source, "branch");
        const QString digits = qt(commit.substr(0, shownCommit));
        if (m_run.checkout && m_run.checkout->revision != m_run.checkout->commit)
            add(tr("checkout of %1 · %2", "a revision and its commit").arg(qt(m_run.checkout->revision), digits));
        else if (m_run.checkout)
            add(tr("checkout of %1").arg(digits));
        else if (!commit.empty())
            add(branch.empty() ? tr("commit %1").arg(digits) : tr("commit %1 · %2", "a commit and its branch").arg(digits, qt(branch)));
        if (boolAt(m_run.source, "dirty"))
            add(tr("%n file(s) not committed", nullptr, static_cast<int>(integerAt(m_run.source, "changed") + integerAt(m_run.source, "untracked"))));
    }

    void changes()
    {
        const auto changes = shownChanges(m_run);
        if (!changes.empty())
            add(changes.front().file.empty() || changes.size() > 1 ? tr("code changed under way") : tr("%1 changed under way").arg(qt(changes.front().file)),
                theme::Role::warning);
    }

    const engine::Run& m_run;
    std::vector<RunChip> m_chips;
};

} // namespace

std::vector<session::CodeChange> shownChanges(const engine::Run& run)
{
    const bool isTooMuch = run.instances.size() > manyInstances && !engine::isEnd(run.state);
    return isTooMuch ? std::vector<session::CodeChange>() : session::codeChanges(run);
}

std::vector<RunChip> codeChips(const engine::Run& run) { return Chips(run).take(); }

} // namespace penstock::runs
