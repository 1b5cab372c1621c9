#pragma once

#include "core/format/yaml_tree.h"
#include "core/pipeline/kinds.h"

#include <QCoreApplication>
#include <QString>

#include <vector>

namespace penstock::designer {

struct PlannedField {
    pipeline::Field field;
    format::YamlPath below;    // the path below the step or the document
    bool isRare = false;       // shown when it is set, or asked for
    bool isShort = false;      // up to three stand side by side
    bool startsLine = false;   // a short one that belongs to those behind it
    bool isNameHidden = false; // the head of the form says it
};

struct PlannedSection {
    std::string id; // remembered with whether it is folded
    QString title;  // empty: the first one, which cannot be folded
    std::vector<PlannedField> fields;
};

// Which fields a form has, in which order and company. Made from the descriptions of the kinds: a field that nobody has given a place
// stands at the end of the section "More", so that none is missing. What this version does not run is rare.
class FormPlan final {
    Q_DECLARE_TR_FUNCTIONS(FormPlan)

public:
    static std::vector<PlannedSection> ofKind(const pipeline::KindDescription& kind);
    static std::vector<PlannedSection> ofPipeline();
    // What all of the kinds have and can be the same in several steps.
    static std::vector<PlannedSection> common(const std::vector<const pipeline::KindDescription*>& kinds);
};

} // namespace penstock::designer
