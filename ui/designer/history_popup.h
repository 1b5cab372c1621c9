#pragma once

#include "ui/common/overlay.h"

class QListView;

namespace penstock::designer {

class HistoryModel;
class PipelineEditor;

// The steps of undo as a list: a click, or an arrow key, goes there and shows it.
class HistoryPopup final : public common::Overlay {
    Q_OBJECT

public:
    HistoryPopup(PipelineEditor& editor, QWidget* parent); // the editor outlives it

    void open(const QRect& within); // in its upper right corner; global

private:
    void follow();

    PipelineEditor& m_editor;
    HistoryModel* m_model;
    QListView* m_list;
    bool m_isFollowing = false;
};

} // namespace penstock::designer
