// Which frame takes the nodes that are dragged, and which ones they leave. While a hand holds them, frames stay as they were when
// it took them: what leaves and what is taken is judged by what one sees.
#pragma once

#include "ui/canvas/gesture.h"

#include <QHash>

namespace penstock::canvas {

class FrameCatch final {
public:
    // Frames do not concern notes, nor who takes a frame as a whole. The stage outlives this.
    FrameCatch(Stage& stage, const std::vector<int>& nodes);

    void look(const QPointF& scene, bool wanted); // where the pointer is; not wanted: frames go along with what they hold
    FrameChange end();                            // lets the frames go; what has become of the nodes
    void cancel();

private:
    void gather(const std::vector<int>& nodes);
    bool holdsAll(int frame) const;
    bool holdsAny(int frame) const;

    Stage& m_stage;
    std::vector<int> m_nodes;    // empty: no frame is concerned
    QHash<int, QRectF> m_places; // of the frames
    std::optional<int> m_joined;
    std::vector<int> m_left;
};

} // namespace penstock::canvas
