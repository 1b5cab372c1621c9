// Moves what is selected without a pointer; announced once, as a drag is.
#pragma once

#include "ui/canvas/arrange.h"

#include <QPointF>

#include <vector>

namespace penstock::canvas {

class Selection;
class Stage;

class SelectionMoves final {
public:
    SelectionMoves(Stage& stage, const Selection& selection) // both outlive this
        : m_stage(stage)
        , m_selection(selection)
    {}

    void arrange(Arrangement how); // of fewer than two nodes nothing comes
    void nudge(const QPointF& by);

private:
    void move(const std::vector<int>& nodes, const std::vector<QPointF>& positions);

    Stage& m_stage;
    const Selection& m_selection;
};

} // namespace penstock::canvas
