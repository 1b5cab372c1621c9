// What the window asks of a screen, whichever it is. A screen is made when it is first shown, and again in another language:
// it holds nothing that matters.
#pragma once

#include <QAction>
#include <QList>
#include <QString>
#include <QWidget>

#include "core/session/command.h"
#include "ui/models/choices_model.h"

#include <vector>

class QMenu;
class QStackedLayout;

namespace penstock::models {

// Where to go: what palette, links and screens name to each other.
struct Target {
    enum class Kind { pipeline, run, step, version, request, comparison };

    Kind kind = Kind::run;
    QString id;     // of a run, version or request; the path of a pipeline
    QString inside; // a step of the run or pipeline; of a pipeline also one of its frames, notes or parameters, as its screen names them
};

// Something that people look for by its name.
struct Findable {
    Choice choice;
    Target target;
};

// What keys do that no action has, for the sheet that shows them all (F1).
struct KeyGroup {
    QString title;
    QList<std::pair<QString, QString>> keys; // their names, "Shift+F10", and what they do
};

class Screen : public QWidget {
    Q_OBJECT

public:
    using QWidget::QWidget;

    virtual QString place() const { return {}; } // after the workspace's name: "run 42 of digits"
    // For the right end of the top bar; the last is the primary one. Owned by the screen; what cannot be done now is
    // disabled, what makes no sense now is not visible. With the property "quiet" it is not primary where it stands last, with "compact" its icon says it.
    virtual QList<QAction*> barActions() const { return {}; }
    virtual QList<QAction*> moreActions() const { return {}; } // that are found by their words
    virtual void fillMenu(QMenu& menu) const; // the same, for those who look through menus
    // What is in what the screen has open, as it is now: it may be in no file yet. Of these targets nothing else needs to be looked up.
    virtual std::vector<Findable> findables() const { return {}; }
    virtual QList<KeyGroup> keys() const { return {}; } // beside those of barActions()
    virtual void show(const Target& target) { Q_UNUSED(target); } // of a kind that is this screen's
    virtual void leave() {} // the window goes: what was begun here is kept now
    // How it looks where that is no document's matter, kept across starts; empty: as it is at first.
    virtual QByteArray viewState() const { return {}; }
    virtual void restoreViewState(const QByteArray& state) { Q_UNUSED(state); }
    using QWidget::show;

protected:
    // Once, in the constructor: what the screen shows, and what stands there while there is nothing to show.
    void setContent(QWidget* content, QWidget* empty);
    void setEmpty(bool empty);

Q_SIGNALS:
    void placeChanged();
    void barChanged();
    void targetChosen(const penstock::models::Target& target); // something of another screen
    void runWanted(const penstock::session::StartRun& order);  // of a file that is saved; the window asks for parameters, beginning with those of the order
    void pipelineWanted(const QString& script);                // made from it; empty: the window asks for one
    void secretsWanted(const QString& name);                   // of one to begin with; the window keeps them
    void problemMet(const QString& sentence);                  // for the window to show; the screen has no better place

private:
    QStackedLayout* m_pages = nullptr;
};

} // namespace penstock::models
