#include "tests/ui/gallery/pages.h"
#include "ui/charts/chart.h"
#include "ui/common/button.h"
#include "ui/common/card.h"
#include "ui/common/chip.h"
#include "ui/common/empty_state.h"
#include "ui/common/form_row.h"
#include "ui/common/label.h"
#include "ui/common/log_area.h"
#include "ui/common/log_view.h"
#include "ui/common/mode_rail.h"
#include "ui/common/state_label.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListWidget>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QTabBar>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <cmath>
#include <random>

namespace penstock::gallery {

using namespace Qt::Literals::StringLiterals;
using namespace common;
using theme::Icon;
using theme::Mark;
using theme::Prominence;

namespace {

Card* buttonsCard()
{
    auto* card = new Card(u"Your decision"_s);
    auto* remark = secondary(u"You are lead. 1 of 1 needed; the requester may not approve a version of their own."_s);
    remark->setFit(Label::Fit::wrap);
    card->body()->addWidget(remark);
    auto* comment = new QPlainTextEdit(u"Better on every class but 8; latency\nwithin the emergency limit."_s);
    comment->setFixedHeight(70);
    card->body()->addWidget(new FormRow(u"Comment"_s, comment));
    card->body()->addWidget(button(u"Approve and promote 1.4"_s, Prominence::primary));
    auto* row = new QHBoxLayout;
    row->addWidget(button(u"Ask for changes"_s));
    row->addWidget(button(u"Reject…"_s, Prominence::danger));
    card->body()->addLayout(row);
    auto* run = new QHBoxLayout;
    run->addWidget(button(Icon::play, u"Run"_s, Prominence::primary));
    run->addWidget(button(Icon::undo, u"Undo"_s, Prominence::normal));
    run->addWidget(button(u"Quiet"_s, Prominence::quiet));
    auto* off = button(u"Disabled"_s);
    off->setEnabled(false);
    run->addWidget(off);
    run->addWidget(iconButton(Icon::more, u"More"_s));
    card->body()->addLayout(run);
    auto* progress = new QProgressBar;
    progress->setValue(62);
    progress->setTextVisible(false);
    card->body()->addWidget(progress);
    auto* states = new QHBoxLayout;
    auto* running = new StateLabel(Mark::running);
    running->setText(u"Running 1m 12s"_s);
    states->addWidget(running);
    states->addWidget(new StateLabel(Mark::failed));
    states->addStretch();
    card->body()->addLayout(states);
    card->body()->addStretch();
    return card;
}

Card* formCard()
{
    auto* card = new Card(u"train"_s);
    card->setRemark(u"Command"_s);
    auto* command = new QLineEdit(u"python3 train.py --c ${{ params.c }}"_s);
    command->setFont(theme::Theme::font(theme::Type::mono));
    command->setCursorPosition(0);
    card->body()->addWidget(new FormRow(u"Command"_s, command));
    auto* kernel = new QComboBox;
    kernel->addItems({u"rbf"_s, u"poly"_s, u"linear"_s});
    card->body()->addWidget(new FormRow(u"kernel"_s, kernel));
    auto* c = new QDoubleSpinBox;
    c->setValue(1.0);
    auto* number = new FormRow(u"c"_s, c);
    number->setHint(u"at least 0.001"_s);
    card->body()->addWidget(number);
    auto* timeout = new FormRow(u"Timeout"_s, new QLineEdit(u"2 hours"_s));
    timeout->setError(u"\"2 hours\" is not a duration. Write 2h, 90m or 1h30m."_s);
    card->body()->addWidget(timeout);
    auto* placeholder = new QLineEdit;
    placeholder->setPlaceholderText(u"Find a step, run, model or command"_s);
    card->body()->addWidget(placeholder);
    auto* check = new QCheckBox(u"Advisory: may fail without failing the run"_s);
    check->setChecked(true);
    card->body()->addWidget(check);
    card->body()->addWidget(new QCheckBox(u"Enabled"_s));
    auto* radio = new QRadioButton(u"On this machine"_s);
    radio->setChecked(true);
    card->body()->addWidget(radio);
    card->body()->addWidget(new QRadioButton(u"In a container"_s));
    card->body()->addStretch();
    return card;
}

QWidget* listsColumn()
{
    auto* column = new QWidget;
    auto* layout = new QVBoxLayout(column);
    layout->setContentsMargins({});
    auto* tabs = new QTabBar;
    tabs->setExpanding(false);
    for (const QString& name : {u"Problems"_s, u"Log · train"_s, u"Timeline"_s, u"YAML"_s})
        tabs->addTab(name);
    tabs->setCurrentIndex(1);
    layout->addWidget(tabs);
    auto* chips = new QHBoxLayout;
    for (const QString& text : {u"commit 4e1c9a2"_s, u"kernel=rbf c=1.0"_s})
        chips->addWidget(new Chip(text));
    chips->addStretch();
    layout->addLayout(chips);
    layout->addWidget(sectionTitle(u"Outline"_s));
    auto* list = new QListWidget;
    list->addItems({u"prepare"_s, u"train"_s, u"evaluate"_s, u"record"_s});
    list->setCurrentRow(1);
    list->setFixedHeight(130);
    layout->addWidget(list);
    auto* tree = new QTreeWidget;
    tree->setHeaderLabels({u"run"_s, u"accuracy"_s, u"Δ"_s});
    tree->setSortingEnabled(true);
    for (const auto& row : {QStringList{u"#42"_s, u"0.9861"_s, u"+0.0084"_s}, QStringList{u"#41"_s, u"0.9777"_s, u"base"_s}})
        new QTreeWidgetItem(new QTreeWidgetItem(tree, row), {u"train"_s, u"0.98"_s, {}});
    tree->expandItem(tree->topLevelItem(0));
    tree->setCurrentItem(tree->topLevelItem(0));
    layout->addWidget(tree, 1);
    return column;
}

} // namespace

QWidget* widgetsPage()
{
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    row->setContentsMargins(0, 0, 16, 0);
    row->setSpacing(16);
    auto* rail = new ModeRail;
    rail->addMode(Icon::design, u"Design"_s);
    rail->addMode(Icon::runs, u"Runs"_s);
    rail->addMode(Icon::compare, u"Compare"_s);
    rail->addMode(Icon::models, u"Models"_s);
    const int approvals = rail->addMode(Icon::approvals, u"Approvals"_s);
    rail->setModeEnabled(rail->addMode(Icon::services, u"Services"_s), false);
    rail->setCount(approvals, 1, u"1 waits for you"_s);
    row->addWidget(rail);
    auto* middle = new QVBoxLayout;
    middle->setContentsMargins(0, 16, 0, 16);
    middle->addWidget(pageTitle(u"Put digits 1.4 into Production?"_s));
    middle->addWidget(buttonsCard(), 1);
    row->addLayout(middle, 1);
    auto* form = new QVBoxLayout;
    form->setContentsMargins(0, 16, 0, 16);
    form->addWidget(formCard());
    row->addLayout(form, 1);
    auto* lists = new QVBoxLayout;
    lists->setContentsMargins(0, 16, 0, 16);
    lists->addWidget(listsColumn());
    row->addLayout(lists, 1);
    return page;
}

QWidget* logPage()
{
    auto* view = new LogView;
    auto source = std::make_shared<MemoryLogSource>();
    for (int i = 1; i < 400; ++i)
        source->append("14:02:" + QByteArray::number(10 + i % 50) + "  epoch " + QByteArray::number(i) + "/400 loss 0.0984 val_accuracy 0.9755\n");
    source->append("14:02:36  \x1b[33mwarning: learning rate reduced to 0.0005\x1b[0m\n14:02:37  \x1b[1;31merror\x1b[0m: \x1b[32mgreen\x1b[0m \x1b[34mblue\x1b[0m \x1b[38;2;200;100;0mtruecolor\x1b[0m\n");
    source->append("14:02:38  10%\r14:02:38  20%\r14:02:38   62 % about 40-55 s left\n");
    view->setSource(source);
    view->search(u"accuracy"_s);
    view->area()->setFollowing(true);
    return view;
}

QWidget* chartsPage()
{
    auto* page = new QWidget;
    auto* row = new QHBoxLayout(page);
    auto* lines = charts::makeChart();
    std::vector<charts::Series> series;
    std::mt19937 random(7);
    for (int run = 0; run < 4; ++run) {
        charts::Series smooth{u"#%1"_s.arg(42 - run), {}, run, false};
        charts::Series raw{{}, {}, run, true};
        for (int i = 0; i <= 50; ++i) {
            const double value = 0.86 + (0.112 - run * 0.006) * (1 - std::exp(-i / (14.0 - run * 2)));
            smooth.points.emplace_back(i, value);
            raw.points.emplace_back(i, value + (static_cast<double>(random() % 100) - 50) / 20000);
        }
        series.push_back(raw);
        series.push_back(smooth);
    }
    lines->setAxes({u"step"_s, false}, {{}, false});
    lines->setLines(series);
    auto* curve = new Card(u"val_accuracy"_s);
    curve->setRemark(u"step · smooth 0.6"_s);
    curve->body()->addWidget(lines);
    row->addWidget(curve, 3);
    auto* bars = charts::makeChart();
    bars->setBars({{u"accuracy"_s, u"macro F1"_s, u"recall"_s}, {{u"#42"_s, {0.9861, 0.9858, 0.983}, 0}, {u"#41"_s, {0.9777, 0.9771, 0.972}, 1}}});
    auto* card = new Card(u"Metrics"_s);
    card->body()->addWidget(bars);
    row->addWidget(card, 2);
    page->show();
    QMetaObject::invokeMethod(lines, [lines] { lines->setCrosshair(31); }, Qt::QueuedConnection);
    return page;
}

QWidget* emptyPage()
{
    auto* empty = new EmptyState(Icon::runs, u"No runs yet"_s, u"A run shows here from its first step on. Press Run in Design, or type: penstock run digits"_s);
    empty->addAction(u"Go to Design"_s);
    empty->addAction(u"Read how"_s);
    return empty;
}

} // namespace penstock::gallery
