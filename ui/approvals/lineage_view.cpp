#include "ui/approvals/lineage_view.h"

#include "ui/models/qt_text.h"
#include "ui/models/state_words.h"
#include "ui/theme/style.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>

namespace penstock::approvals {

using namespace Qt::Literals::StringLiterals;
using models::qt;
using theme::Role;
using theme::Theme;

namespace {

constexpr int boxHeight = 44;
constexpr int gap = 22;

// A box has room for as much of a digest as people compare.
QString shortened(const QString& digest) { return digest.left(8); }

// Texts of the boxes; a class so that lupdate finds their context.
class LineageText final {
    Q_DECLARE_TR_FUNCTIONS(LineageText)

public:
    static LineageBox data(const Json& inputs)
    {
        if (!inputs.is_object() || inputs.empty())
            return {tr("no inputs"), tr("none declared"), false, false};
        const auto first = inputs.begin();
        const QString digest = shortened(models::shown(*first));
        if (inputs.size() == 1)
            return {qt(first.key()), digest, false, false};
        return {tr("%n input(s)", nullptr, static_cast<int>(inputs.size())), qt(first.key()) % u" …"_s, false, false};
    }
    static LineageBox run(const Json& lineage)
    {
        // {file: digest} of the scripts that the step names
        const Json& code = memberAt(lineage, "code");
        QStringList files;
        if (code.is_object()) {
            for (const auto& [file, digest] : code.items())
                files.append(qt(file).section(u'/', -1));
        }
        const QString run = qt(textAt(lineage, "run"));
        return {qt(textAt(lineage, "step")) % u" #"_s % run.section(u'-', -1), files.isEmpty() ? tr("code not recorded") : files.join(u", "_s), true, false};
    }
    static LineageBox model(const std::string& digest) { return {tr("model"), shortened(qt(digest)), false, false}; }
    static LineageBox version(const std::string& version) { return {qt(version), tr("candidate"), false, true}; }
};

} // namespace

std::vector<LineageBox> lineageOf(const Json& candidate)
{
    std::vector<LineageBox> boxes;
    const Json& lineage = memberAt(candidate, "lineage");
    if (lineage.is_object() && !lineage.empty()) {
        boxes.push_back(LineageText::data(memberAt(lineage, "inputs")));
        boxes.push_back(LineageText::run(lineage));
    }
    if (const std::string artifact = textAt(candidate, "artifact"); !artifact.empty())
        boxes.push_back(LineageText::model(artifact));
    if (const std::string version = textAt(candidate, "version"); !version.empty())
        boxes.push_back(LineageText::version(version));
    return boxes;
}

LineageView::LineageView(QWidget* parent)
    : QWidget(parent)
{
    setMouseTracking(true);
    setAccessibleName(tr("Where it comes from"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void LineageView::setBoxes(std::vector<LineageBox> boxes)
{
    m_boxes = std::move(boxes);
    QStringList texts;
    for (const LineageBox& box : m_boxes)
        texts.append(box.title % u' ' % box.detail);
    setAccessibleDescription(texts.join(u" → "_s));
    update();
}

QSize LineageView::sizeHint() const { return {420, 2 * boxHeight + 36}; }

std::vector<QRectF> LineageView::places() const
{
    std::vector<QRectF> places;
    const int above = static_cast<int>(std::max<std::size_t>(1, m_boxes.size() - (m_boxes.size() > 1 ? 1 : 0)));
    const double boxWidth = std::min(190.0, (width() - 2.0 - gap * (above - 1)) / above);
    for (std::size_t i = 0; i < m_boxes.size(); ++i) {
        const bool below = i > 0 && i + 1 == m_boxes.size();
        const double x = (below ? static_cast<double>(i - 1) : static_cast<double>(i)) * (boxWidth + gap) + 0.5;
        places.emplace_back(x, below ? boxHeight + 34.5 : 0.5, boxWidth, boxHeight);
    }
    return places;
}

void LineageView::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme& theme = theme::themeOf(this);
    const std::vector<QRectF> boxes = places();
    painter.setPen(QPen(theme.color(Role::idle), 1.5));
    for (std::size_t i = 1; i < boxes.size(); ++i) {
        if (boxes[i].top() > boxes[i - 1].bottom())
            painter.drawLine(QPointF(boxes[i].center().x(), boxes[i - 1].bottom()), QPointF(boxes[i].center().x(), boxes[i].top()));
        else
            painter.drawLine(QPointF(boxes[i - 1].right(), boxes[i].center().y()), QPointF(boxes[i].left(), boxes[i].center().y()));
    }
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const LineageBox& box = m_boxes[i];
        painter.setPen(QPen(theme.color(box.isCandidate ? Role::accent : Role::hairline), 1));
        painter.setBrush(theme.color(Role::panel));
        painter.drawRoundedRect(boxes[i], 6, 6);
        const QRectF text = boxes[i].adjusted(8, 6, -8, -6);
        const auto line = [&](const QString& words, theme::Type type, Role role, Qt::Alignment where) {
            painter.setFont(Theme::font(type));
            painter.setPen(theme.ink(role));
            painter.drawText(text, where | Qt::AlignHCenter, painter.fontMetrics().elidedText(words, Qt::ElideRight, static_cast<int>(text.width())));
        };
        line(box.title, theme::Type::name, box.isRun ? Role::accent : Role::text, Qt::AlignTop);
        line(box.detail, theme::Type::caption, Role::muted, Qt::AlignBottom);
    }
}

bool LineageView::isOnRun(const QPointF& position) const
{
    const std::vector<QRectF> boxes = places();
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        if (m_boxes[i].isRun && boxes[i].contains(position))
            return true;
    }
    return false;
}

void LineageView::mouseMoveEvent(QMouseEvent* event) { setCursor(isOnRun(event->position()) ? Qt::PointingHandCursor : Qt::ArrowCursor); }

void LineageView::mouseReleaseEvent(QMouseEvent* event)
{
    if (isOnRun(event->position()))
        Q_EMIT runChosen();
}

} // namespace penstock::approvals
