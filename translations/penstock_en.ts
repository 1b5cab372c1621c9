<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en">
<context>
    <name>Cli</name>
    <message numerus="yes">
        <source>%n event(s), each fits the one before.</source>
        <translation>
            <numerusform>%n event, and it is sound.</numerusform>
            <numerusform>%n events, each fits the one before.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n run(s)</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n older one(s): --last %1</source>
        <translation>
            <numerusform>%n older one: --last %1</numerusform>
            <numerusform>%n older ones: --last %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n issue(s)</source>
        <translation>
            <numerusform>%1: %n issue</numerusform>
            <numerusform>%1: %n issues</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LineageText</name>
    <message numerus="yes">
        <source>%n input(s)</source>
        <translation>
            <numerusform>%n input</numerusform>
            <numerusform>%n inputs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StateWords</name>
    <message numerus="yes">
        <source>%n step(s) to go</source>
        <translation>
            <numerusform>%n step to go</numerusform>
            <numerusform>%n steps to go</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s)</source>
        <translation>
            <numerusform>%n step</numerusform>
            <numerusform>%n steps</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>penstock::approvals::EvidencePage</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>penstock::approvals::HistoryList</name>
    <message numerus="yes">
        <source>and %n earlier</source>
        <translation>
            <numerusform>and %n earlier</numerusform>
            <numerusform>and %n earlier</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>penstock::common::LogView</name>
    <message numerus="yes">
        <source>%Ln line(s)</source>
        <translation>
            <numerusform>%Ln line</numerusform>
            <numerusform>%Ln lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln new line(s)</source>
        <translation>
            <numerusform>%Ln new line</numerusform>
            <numerusform>%Ln new lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>penstock::compare::CompareScreen</name>
    <message numerus="yes">
        <source>%n run(s) with metrics</source>
        <translation>
            <numerusform>%n run with metrics</numerusform>
            <numerusform>%n runs with metrics</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>penstock::registry_ui::LinesModel</name>
    <message numerus="yes">
        <source>%n version(s)</source>
        <translation>
            <numerusform>%n version</numerusform>
            <numerusform>%n versions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>penstock::runs::StepSeries</name>
    <message numerus="yes">
        <source>%n point(s)</source>
        <translation>
            <numerusform>%n point</numerusform>
            <numerusform>%n points</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>penstock::studio::MainWindow</name>
    <message numerus="yes">
        <source>%n request(s) wait for a decision</source>
        <translation>
            <numerusform>%n request waits for a decision</numerusform>
            <numerusform>%n requests wait for a decision</numerusform>
        </translation>
    </message>
</context>
</TS>
