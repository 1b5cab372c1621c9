// What fades so that the rest can be read: all that is neither before nor after the selected nodes. Without a selection it is the
// node under the pointer that counts, once the pointer has rested on it for a moment: who passes by sees no flicker. GUI thread.
#pragma once

#include <QBasicTimer>
#include <QObject>
#include <QSet>

#include <optional>

namespace penstock::canvas {

class Scene;
class Selection;

class Fading final : public QObject {
    Q_OBJECT

public:
    Fading(const Scene& scene, const Selection& selection); // both outlive this

    void setOn(bool on);
    bool isOn() const { return m_isOn; }
    const QSet<int>* spared() const { return m_spared ? &*m_spared : nullptr; } // null: nothing fades
    void refresh(); // another selection, or another graph
    void hover();   // another node is under the pointer, or none

Q_SIGNALS:
    void changed();

protected:
    void timerEvent(QTimerEvent* event) override;

private:
    void spare(int node); // none: nothing fades
    void take(std::optional<QSet<int>> spared);

    const Scene& m_scene;
    const Selection& m_selection;
    bool m_isOn = false;
    std::optional<QSet<int>> m_spared;
    QBasicTimer m_rest;
};

} // namespace penstock::canvas
