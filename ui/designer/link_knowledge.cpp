#include "ui/designer/link_knowledge.h"

namespace penstock::designer {

namespace {

constexpr std::size_t readAtOnce = 300; // steps

class LateJudge final : public canvas::LinkJudge {
public:
    explicit LateJudge(LinkKnowledge& knowledge)
        : m_knowledge(knowledge)
    {}

    QString refusal(const canvas::PortRef& from, const canvas::PortRef& to) const override { return m_knowledge.judge().refusal(from, to); }

private:
    LinkKnowledge& m_knowledge;
};

} // namespace

LinkKnowledge::LinkKnowledge(const PipelineEditor& editor)
    : m_editor(editor)
{
    connect(&editor, &PipelineEditor::textChanged, this, &LinkKnowledge::forget);
    connect(&editor, &PipelineEditor::changed, this, &LinkKnowledge::prepare);
}

void LinkKnowledge::forget()
{
    m_preparing.forget();
    m_judge.reset();
}

void LinkKnowledge::prepare()
{
    forget();
    if (!m_editor.isOpen() || !m_editor.document().isEditable() || m_editor.document().pipeline().steps.size() <= readAtOnce)
        return;
    m_preparing.start([this, document = m_editor.document()]() -> Background::Taking {
        return [this, judge = std::make_shared<const DocumentJudge>(document)] { m_judge = judge; };
    });
}

const DocumentJudge& LinkKnowledge::judge()
{
    if (!m_judge) {
        m_preparing.forget();
        m_judge = std::make_shared<const DocumentJudge>(m_editor.document());
    }
    return *m_judge;
}

std::unique_ptr<canvas::LinkJudge> LinkKnowledge::asked()
{
    return m_editor.isOpen() && m_editor.document().isEditable() ? std::make_unique<LateJudge>(*this) : nullptr;
}

} // namespace penstock::designer
